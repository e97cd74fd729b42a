//! The second look: fields in what is left of a line after Obsidian Tasks had its turn.
//!
//! What is found here has text behind it, or is of a spelling that Tasks does not know. The former gets a note, for it
//! is a surprise; the latter is no surprise to anyone who writes it.

use std::ops::Range;

use super::opaque::{self, MOST_UNCLOSED};
use super::reading::{Found, Reading};
use super::signs::{self, Dialect, Field, Sign};
use super::{Remark, trailing, values};
use crate::model::{Code, Severity};

pub(super) fn read(reading: &mut Reading<'_>) {
    let mut at = reading.start;
    let mut opaque = 0;
    let mut unclosed = 0;
    while at < reading.end {
        while reading.opaque.get(opaque).is_some_and(|range| range.end <= at) {
            opaque += 1;
        }
        if let Some(range) = reading.opaque.get(opaque)
            && range.start <= at
        {
            at = range.end;
            continue;
        }
        let next = match reading.line.as_bytes()[at] {
            0xe2 | 0xf0 => signed(reading, at),
            b'[' | b'(' if unclosed < MOST_UNCLOSED => bracketed(reading, at, &mut unclosed),
            b':' => word(reading, at),
            _ => None,
        };
        at = next.unwrap_or(at + 1);
    }
}

/// A sign at `at`: where to go on.
fn signed(reading: &mut Reading<'_>, at: usize) -> Option<usize> {
    let text = &reading.line[at..reading.end];
    let (sign, length) = signs::leading_sign(text)?;
    let field = match sign {
        Sign::Priority(_) => Field::Priority,
        Sign::Field(field) => field,
    };
    let gap = text[length..].len() - text[length..].trim_start_matches(values::is_space).len();
    let start = at + length + gap;
    let has_value = !matches!(sign, Sign::Priority(_));
    let extent = if has_value { values::extent(field, &reading.line[start..reading.end]) } else { 0 };
    let sign_end = at + text.chars().next().map_or(0, char::len_utf8);
    let found = if has_value {
        Found { field, whole: at..start + extent, label: at..sign_end, value: start..start + extent }
    } else {
        Found { field, whole: at..at + length, label: at..sign_end, value: at + length..at + length }
    };
    let value = &reading.line[found.value.clone()];
    if field == Field::OnCompletion && !value.eq_ignore_ascii_case("keep") && !value.eq_ignore_ascii_case("delete") {
        // A flag in the middle of a sentence is a flag.
        return Some(at + length);
    }
    if has_value && extent == 0 {
        let remark = values::nothing_in(field, &text[..sign_end - at], at..sign_end);
        reading.remarks.push(Remark { severity: severity(field), ..remark });
        return Some(at + length);
    }
    if severity(field) == Severity::Note && !value.starts_with(|c: char| c.is_ascii_digit()) {
        let message = format!("`{}` is read as text, for `{value}` is not a date", &text[..sign_end - at]);
        let remark = Remark::new(Code::BadDate, Severity::Note, found.value, message);
        reading.remarks.push(remark.help("for a field, write a day as YYYY-MM-DD behind the sign"));
        return Some(at + length);
    }
    let end = found.whole.end;
    let reason = if !has_value || reading.line[at + length..start].bytes().all(|byte| byte == b' ') {
        Reason::NotLast
    } else {
        Reason::NoBreakSpace(at + length..start)
    };
    let hides = (field != Field::Estimate).then_some(reason);
    Some(if take(reading, found, hides) { end } else { at + length })
}

/// How much it matters that no value stands behind a sign. Some signs are common in prose: `✅ tests ❌ docs`.
fn severity(field: Field) -> Severity {
    match field {
        Field::Done | Field::Cancelled | Field::Created => Severity::Note,
        _ => Severity::Warning,
    }
}

/// Why Obsidian Tasks does not see a field.
enum Reason {
    NotLast,
    /// Another white space than a plain one stands there, between the sign or key and its value.
    NoBreakSpace(Range<usize>),
    /// Its key has other capitals: where it stands, and how Tasks writes it.
    Capitals(Range<usize>, &'static str),
}

/// Keeps the field if it can be read and is the first of its kind. `unseen` says why Tasks does not see it, if it
/// could be expected to.
fn take(reading: &mut Reading<'_>, mut found: Found, unseen: Option<Reason>) -> bool {
    let Some(value) = reading.value(&found) else { return false };
    if let Some(used) = reading.taken(found.field).cloned() {
        reading.duplicate(found.whole, &used);
        return true;
    }
    let time = if found.field.is_date() && found.whole.end == found.value.end {
        values::time_of_day(&reading.line[found.value.end..reading.end])
    } else {
        0
    };
    if time > 0 {
        time_ignored(reading, found.whole.start..found.value.end + time);
        // The `T` of a timestamp belongs to neither.
        found.whole.end += usize::from(reading.line[found.whole.end..].starts_with(['T', 't']));
    } else if let Some(reason) = unseen {
        let text = &reading.line[found.whole.clone()];
        let note = |why: &str| {
            let message = format!("Obsidian Tasks will not see `{text}`: {why}");
            Remark::new(Code::FieldNotTrailing, Severity::Note, found.whole.clone(), message)
        };
        let remark = match reason {
            Reason::NotLast => {
                note("other text follows it").help("move it to the end of the line, with Obsidian Tasks' other fields")
            }
            Reason::NoBreakSpace(gap) => note("there is a no-break space or a tab in it")
                .help("write a plain space before the value")
                .fix(gap, " "),
            Reason::Capitals(key, proper) => {
                note("it minds capitals").help(format!("write `{proper}`")).fix(key, proper)
            }
        };
        reading.remarks.push(remark);
    }
    reading.keep(found.field, value, found.whole);
    true
}

fn time_ignored(reading: &mut Reading<'_>, range: Range<usize>) {
    let message =
        format!("the time in `{}` is not used, and Obsidian Tasks will not see the date", &reading.line[range.clone()]);
    let remark = Remark::new(Code::TimeIgnored, Severity::Note, range, message);
    reading.remarks.push(remark.help("write the date alone; a time can stand in the text"));
}

/// `[key:: value]` or `(key:: value)` at `at`: where to go on.
fn bracketed(reading: &mut Reading<'_>, at: usize, unclosed: &mut usize) -> Option<usize> {
    if reading.line[..at].ends_with('\\') {
        return None;
    }
    let text = &reading.line[at..reading.end];
    let key_start = 1 + text[1..].len() - text[1..].trim_start_matches(values::is_space).len();
    let letters = text[key_start..].bytes().take_while(u8::is_ascii_alphabetic).count();
    let key_end = key_start + letters;
    let (field, dialect) = signs::key(&text[key_start..key_end])?;
    let rest = text[key_end..].trim_start_matches(values::is_space);
    let spaced = rest.len() < text.len() - key_end;
    let inner = rest.strip_prefix("::")?;
    let value_start = text.len() - inner.trim_start_matches(values::is_space).len();
    let Some(close) = opaque::closing(text.as_bytes()).filter(|close| *close >= text.len() - inner.len()) else {
        *unclosed += 1;
        let close = if text.starts_with('[') { ']' } else { ')' };
        let label = at..at + text.len() - inner.len();
        let message = format!("`{}` is never closed", &reading.line[label.clone()]);
        let remark = Remark::new(Code::UnclosedField, Severity::Warning, label, message);
        reading.remarks.push(remark.help(format!("close it with `{close}`")));
        return None;
    };
    let end = at + close + 1;
    if reading.opaque.binary_search_by_key(&end, |range| range.start).is_ok() && reading.line[end..].starts_with('(') {
        // The text of a link.
        return None;
    }
    let value = text.get(value_start..close).unwrap_or_default().trim_end_matches(values::is_space);
    if value.is_empty() {
        let label = &text[key_start..key_end];
        reading.remarks.push(values::nothing_in(field, label, at..end));
        return Some(end);
    }
    let mut found = Found {
        field,
        whole: at..end,
        label: at + key_start..at + key_end,
        value: at + value_start..at + value_start + value.len(),
    };
    let is_date = value.as_bytes().get(..10).is_some_and(values::is_date_form);
    let has_form = !spaced && trailing::is_value_of(field, value);
    let gap = at + text.len() - inner.len()..at + value_start;
    let mut unseen = match (dialect, signs::proper_key(&text[key_start..key_end])) {
        _ if !has_form => None,
        (Dialect::Ours, Some(proper)) => Some(Reason::Capitals(found.label.clone(), proper)),
        (Dialect::Ours, None) => None,
        (Dialect::Tasks, _) if reading.line[gap.clone()].bytes().any(|byte| byte != b' ') => {
            Some(Reason::NoBreakSpace(gap))
        }
        (Dialect::Tasks, _) => Some(Reason::NotLast),
    };
    if field.is_date() && is_date && values::time_of_day(&value[10..]) == value.len() - 10 && value.len() > 10 {
        found.value.end = found.value.start + 10;
        unseen = None;
        time_ignored(reading, found.whole.clone());
    }
    take(reading, found, unseen);
    Some(end)
}

/// A word of todo.txt before the colon at `at`: where to go on.
fn word(reading: &mut Reading<'_>, at: usize) -> Option<usize> {
    let before = &reading.line[reading.start..at];
    let letters = before.bytes().rev().take_while(u8::is_ascii_alphabetic).count();
    let start = at - letters;
    let name = &reading.line[start..at];
    let stands_apart = reading.line[reading.start..start].chars().next_back().is_none_or(char::is_whitespace);
    if !stands_apart || letters == 0 {
        return None;
    }
    let text = &reading.line[at + 1..reading.end];
    if let Some(value) = text.strip_prefix(':') {
        if value.starts_with(values::is_space) && signs::key(name).is_some() {
            let message = format!("`{name}::` is text: in a list, such a field needs brackets");
            let help = format!("write `[{name}:: …]`");
            let remark = Remark::new(Code::UnclosedField, Severity::Note, start..at + 2, message);
            reading.remarks.push(remark.help(help));
        }
        return Some(at + 2);
    }
    let field = signs::word(name)?;
    let extent = values::extent(field, text);
    let value = &text[..extent];
    // Only what can hardly be anything else is a field: `due: soon` and `done: all of it` are prose.
    let is_meant = match field {
        Field::Priority => value.len() == 1 && value.bytes().all(|byte| byte.is_ascii_uppercase()),
        _ => value.starts_with(|c: char| c.is_ascii_digit()),
    };
    if !is_meant {
        return None;
    }
    let value = at + 1..at + 1 + extent;
    let end = value.end;
    take(reading, Found { field, whole: start..end, label: start..at, value }, None).then_some(end)
}
