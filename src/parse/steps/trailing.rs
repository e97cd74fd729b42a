//! Fields at the end of a line, read as Obsidian Tasks reads them: again and again, the last thing on the line.
//!
//! Anything that is neither a field nor a tag ends it. Both spellings are tried at each step, where Tasks knows one at
//! a time. A field that Tasks would read but that makes no sense (30 February) is passed over and stays in the text.

use std::ops::Range;

use super::reading::{Found, Reading};
use super::signs::{self, Dialect, Field, Sign, VARIATION_SELECTOR};
use super::{Remark, values};
use crate::model::{Code, Severity};

/// How often Tasks goes through its list of fields.
const MOST_RUNS: u32 = 20;

/// The last thing on a line.
enum Last {
    Field(Found),
    Tag(Range<usize>),
}

pub(super) fn read(reading: &mut Reading<'_>) {
    reading.shorten(reading.line.len());
    block_id(reading);
    let end = reading.end;
    let mut runs = 1;
    let mut previous = None;
    while let Some(last) = last(reading.line, reading.start, reading.end) {
        let (range, rank) = match &last {
            Last::Field(found) => (found.whole.clone(), rank(Some(found.field))),
            Last::Tag(range) => (range.clone(), rank(None)),
        };
        if reading.is_opaque(&range) {
            break;
        }
        // Within one run Tasks tries each field once, in its order.
        if previous.is_some_and(|previous| rank <= previous) {
            runs += 1;
            if runs > MOST_RUNS {
                break;
            }
        }
        previous = Some(rank);
        if let Last::Field(found) = last {
            field(reading, found);
        }
        reading.shorten(range.start);
    }
    if reading.end < end {
        misplaced_block_id(reading);
    }
}

/// The place in Tasks's order; a tag, `None`, comes before the ids.
fn rank(field: Option<Field>) -> (Field, bool) {
    field.map_or((Field::OnCompletion, true), |field| (field, false))
}

fn field(reading: &mut Reading<'_>, found: Found) {
    let Some(value) = reading.value(&found) else { return };
    if let Some(later) = reading.taken(found.field).cloned() {
        reading.duplicate(later, &found.whole);
    }
    reading.keep(found.field, value, found.whole);
}

/// Takes `^id` off the end.
fn block_id(reading: &mut Reading<'_>) {
    let Some(range) = caret_word(reading) else { return };
    let id = &reading.line[range.start + 1..range.end];
    if id.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-') {
        reading.fields.block_id = Some(id.to_owned());
        reading.shorten(range.start);
        reading.cuts.push(range);
    } else {
        let message = format!("`^{id}` is no block id");
        let help = "Obsidian takes Latin letters, digits and dashes in a block id";
        reading.remarks.push(Remark::new(Code::BadBlockId, Severity::Warning, range, message).help(help));
    }
}

/// A block id with a field behind it is text to Obsidian.
fn misplaced_block_id(reading: &mut Reading<'_>) {
    let Some(range) = caret_word(reading) else { return };
    let message =
        format!("`{}` is read as text: a block id must be the last thing on the line", &reading.line[range.clone()]);
    let remark = Remark::new(Code::BadBlockId, Severity::Note, range, message);
    reading.remarks.push(remark.help("move it behind the fields"));
}

/// The last word of what is left, if it looks like a block id.
fn caret_word(reading: &Reading<'_>) -> Option<Range<usize>> {
    let rest = reading.rest();
    let start = rest
        .rfind(char::is_whitespace)
        .map_or(0, |space| space + rest[space..].chars().next().map_or(0, char::len_utf8));
    let id = rest[start..].strip_prefix('^')?;
    let looks_like_one =
        id.contains(char::is_alphanumeric) && id.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_'));
    let range = reading.start + start..reading.end;
    (looks_like_one && !reading.is_opaque(&range)).then_some(range)
}

fn last(line: &str, start: usize, end: usize) -> Option<Last> {
    let text = &line[start..end];
    let found = match text.as_bytes().last()? {
        b']' | b')' | b',' => bracketed(text).or_else(|| signed(text)),
        _ => signed(text),
    };
    let at = |range: Range<usize>| start + range.start..start + range.end;
    match found {
        Some(found) => Some(Last::Field(Found {
            field: found.field,
            whole: at(found.whole),
            label: at(found.label),
            value: at(found.value),
        })),
        None => tag(text).map(|range| Last::Tag(at(range))),
    }
}

/// A sign with its value at the end of `text`.
fn signed(text: &str) -> Option<Found> {
    if let Some((Sign::Priority(_), start)) = signs::closing_sign(text) {
        let whole = start..text.len();
        return Some(Found { field: Field::Priority, label: whole.clone(), value: text.len()..text.len(), whole });
    }
    let is_value = |byte: &u8| values::is_rule_byte(*byte) || matches!(byte, b'-' | b'_');
    let length = text.bytes().rev().take_while(is_value).count();
    let (before, value) = text.split_at(text.len() - length);
    let (Sign::Field(field), start) = signs::closing_sign(before)? else { return None };
    let value = value.trim_start_matches(' ');
    if !is_value_of(field, value) {
        return None;
    }
    let label = start..before.trim_end_matches(VARIATION_SELECTOR).len();
    Some(Found { field, label, value: text.len() - value.len()..text.len(), whole: start..text.len() })
}

/// `[key:: value]` or `(key:: value)`, perhaps with a comma, at the end of `text`.
fn bracketed(text: &str) -> Option<Found> {
    let closed = text.strip_suffix(',').map_or(text, |text| text.trim_end_matches(' '));
    let (open, close) = if closed.ends_with(']') { ('[', ']') } else { ('(', ')') };
    let inner_end = closed.strip_suffix(close)?.len();
    let start = text[..inner_end].rfind(open)?;
    let inner = &text[start + 1..inner_end];
    let (key, value) = inner.split_once("::")?;
    let name = key.trim_start_matches(' ');
    let (field, Dialect::Tasks) = signs::key(name)? else { return None };
    let value_start = inner_end - value.trim_start_matches(' ').len();
    let value = value.trim_matches(' ');
    // An escaped bracket is meant to be seen.
    if text[..start].ends_with('\\') || inner.contains(close) || !is_value_of(field, value) {
        return None;
    }
    let label = start + 1 + key.len() - name.len();
    Some(Found {
        field,
        whole: start..text.len(),
        label: label..label + name.len(),
        value: value_start..value_start + value.len(),
    })
}

/// Whether `value` has the form that Tasks wants; whether it makes sense is another question.
pub(super) fn is_value_of(field: Field, value: &str) -> bool {
    let bytes = value.as_bytes();
    match field {
        _ if field.is_date() => values::is_date_form(bytes),
        Field::Priority => matches!(value, "highest" | "high" | "medium" | "low" | "lowest"),
        Field::Recurrence => !value.is_empty() && value.bytes().all(values::is_rule_byte),
        Field::OnCompletion => !value.is_empty() && value.bytes().all(|byte| byte.is_ascii_alphabetic()),
        Field::Id => values::is_id(value),
        Field::DependsOn => values::ids(value).is_some(),
        _ => false,
    }
}

/// A tag, as Tasks has it, at the end of `text`.
fn tag(text: &str) -> Option<Range<usize>> {
    let start = text.rfind('#')?;
    let name = &text[start + 1..];
    let ends = |c: char| c.is_whitespace() || "!@#$%^&*(),.?\":{}|<>".contains(c);
    let stands_apart = text[..start].chars().next_back().is_none_or(char::is_whitespace);
    (stands_apart && !name.is_empty() && !name.contains(ends)).then_some(start..text.len())
}
