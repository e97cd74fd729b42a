//! The second pass: fields that are left anywhere in the line, which Obsidian Tasks does not see.
//!
//! The person meant them all the same, so their values count, with a remark where Tasks would lose one.

use std::ops::Range;

use super::fields::{Field, Found, Repeated, VARIATION, of_key, of_sign};
use super::mask::is_gap;
use super::trailing::{is_date_shaped, with_blank_before};
use crate::model::{Code, Severity, parse_date};

/// Keys of todo.txt that are read when a date follows at once.
const DATED: [(&str, Field); 6] = [
    ("due:", Field::Due),
    ("start:", Field::Start),
    ("scheduled:", Field::Scheduled),
    ("created:", Field::Created),
    ("done:", Field::Done),
    ("cancelled:", Field::Cancelled),
];

/// Reads what is left in `within`.
pub(super) fn read(line: &str, masked: &str, within: Range<usize>, found: &mut Found) {
    let mut at = within.start;
    while at < within.end {
        let rest = &masked[at..within.end];
        let Some(c) = rest.chars().next() else { break };
        if let Some(seen) = found.seen.iter().find(|range| range.contains(&at)) {
            at = seen.end;
            continue;
        }
        let read = match c {
            '[' | '(' => bracket(line, rest, at, within.start, found),
            'a'..='z' if starts_word(masked, at) => word(line, rest, at, within.start, found),
            _ => of_sign(c).map(|field| sign(line, rest, at, field, within.start, found)),
        };
        at = read.unwrap_or(at + c.len_utf8());
    }
}

fn starts_word(masked: &str, at: usize) -> bool {
    masked[..at].chars().next_back().is_none_or(|c| is_gap(c) || c == '(')
}

/// A sign with its value; where to read on.
fn sign(line: &str, rest: &str, at: usize, field: Field, from: usize, found: &mut Found) -> usize {
    let sign = rest.chars().next().map_or(0, char::len_utf8);
    let behind = sign + rest[sign..].strip_prefix(VARIATION).map_or(0, |_| VARIATION.len_utf8());
    let gap = rest[behind..].len() - rest[behind..].trim_start_matches(is_gap).len();
    let value_at = behind + gap;
    let after = &rest[value_at..];
    let length = match field {
        Field::Priority(_) => 0,
        _ if field.is_date() => after.find(|c: char| !c.is_ascii_digit() && !matches!(c, '-' | '/')).unwrap_or(after.len()),
        Field::Recurrence => after
            .find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, ',' | ' ' | '!')))
            .unwrap_or(after.len()),
        Field::Estimate => estimate_length(after),
        Field::DependsOn => ids_length(after),
        _ => after.find(|c: char| is_gap(c)).unwrap_or(after.len()),
    };
    let value = after[..length].trim_end_matches(is_gap);
    let end = at + if matches!(field, Field::Priority(_)) { behind } else { value_at + value.len() };
    let whole = with_blank_before(line, at, from)..end;
    if field.is_date() && value.is_empty() {
        return empty_or_word(rest, at, value_at, field, found);
    }
    if value.is_empty() && !matches!(field, Field::Priority(_)) {
        let message = format!("`{}` has no value", field.name());
        found.remark(Code::EmptyField, Severity::Warning, &(at..at + behind), message, "write its value behind the sign");
        return at + behind;
    }
    let tight = rest[behind..value_at].contains(['\u{a0}', '\u{2007}', '\u{202f}']);
    let value = value.to_owned();
    if found.take(field, &whole, &value, Repeated::Stays) && field.is_of_tasks() {
        not_trailing(found, field, &(at..end), tight);
        if field.is_date() {
            time_behind(rest, end - at, at, found);
        }
    }
    end
}

/// A date's sign with nothing behind it that is one.
fn empty_or_word(rest: &str, at: usize, value_at: usize, field: Field, found: &mut Found) -> usize {
    let after = &rest[value_at..];
    let word = after.split(is_gap).next().unwrap_or_default();
    let range = at..at + value_at + word.len();
    let name = field.name();
    if word.is_empty() {
        let message = format!("`{name}` has no date");
        found.remark(Code::EmptyField, Severity::Warning, &(at..at + value_at), message, "write it as YYYY-MM-DD behind the sign");
    } else {
        let message = format!("`{name}` is not a date: `{word}`");
        found.remark(Code::BadDate, Severity::Warning, &range, message, "write it as YYYY-MM-DD");
    }
    at + value_at
}

/// A time of day behind a date says nothing here.
fn time_behind(rest: &str, end: usize, at: usize, found: &mut Found) {
    let after = &rest[end..];
    let time = after.trim_start_matches(is_gap);
    let word = time.split(is_gap).next().unwrap_or_default();
    let is_time = word.len() >= 4
        && word.split_once(':').is_some_and(|(hours, minutes)| {
            !hours.is_empty() && [hours, minutes].iter().all(|part| part.len() <= 5 && part.chars().all(|c| c.is_ascii_digit() || c == ':'))
        });
    if is_time {
        let start = at + end + (after.len() - time.len());
        found.remark(Code::TimeIgnored, Severity::Note, &(start..start + word.len()), format!("the time `{word}` is not used"), "a step has a day, not an hour");
    }
}

fn not_trailing(found: &mut Found, field: Field, range: &Range<usize>, tight: bool) {
    let message = format!("Obsidian Tasks will not see this `{}`", field.name());
    let help = if tight {
        "write a plain space behind the sign: this one does not break"
    } else {
        "fields stand at the end of the line there, with nothing but tags between and behind"
    };
    found.remark(Code::FieldNotTrailing, Severity::Note, range, message, help);
}

/// `[key:: value]` or `(key:: value)`; where to read on.
fn bracket(line: &str, rest: &str, at: usize, from: usize, found: &mut Found) -> Option<usize> {
    let (open, close) = if rest.starts_with('[') { ('[', ']') } else { ('(', ')') };
    let colons = rest.find("::")?;
    let key = &rest[1..colons];
    if key.contains(['[', ']', '(', ')']) {
        return None;
    }
    let field = of_key(key.trim_matches(is_gap))?;
    let mut depth = 0_usize;
    let end = rest.char_indices().find_map(|(at, c)| {
        match c {
            c if c == open => depth += 1,
            c if c == close => depth -= 1,
            _ => {}
        }
        (depth == 0).then_some(at + 1)
    });
    let Some(end) = end else {
        let message = format!("`{open}{key}::` is never closed");
        let word_end = rest.len().min(colons + 2 + rest[colons + 2..].trim_start().find(is_gap).unwrap_or(0) + 1);
        let word_end = (0..=word_end).rev().find(|end| rest.is_char_boundary(*end)).unwrap_or(colons + 2);
        found.remark(Code::UnclosedField, Severity::Warning, &(at..at + word_end), message, &format!("write `{close}` behind its value"));
        return Some(at + colons + 2);
    };
    let value = rest[colons + 2..end - 1].to_owned();
    let comma = usize::from(rest[end..].starts_with(','));
    let whole = with_blank_before(line, at, from)..at + end + comma;
    if value.trim_matches(is_gap).is_empty() {
        let message = format!("`{}` has no value", field.name());
        found.remark(Code::EmptyField, Severity::Warning, &(at..at + end), message, "write its value behind the two colons");
        return Some(at + end);
    }
    if found.take(field, &whole, &value, Repeated::Stays) && field.is_of_tasks() {
        not_trailing(found, field, &(at..at + end), false);
    }
    Some(whole.end)
}

/// A word of todo.txt: `due:2026-05-01`, `est:2h`, `pri:A`; where to read on.
fn word(line: &str, rest: &str, at: usize, from: usize, found: &mut Found) -> Option<usize> {
    let length = rest.find(is_gap).unwrap_or(rest.len());
    let word = &rest[..length];
    let range = with_blank_before(line, at, from)..at + length;
    if let Some((key, field)) = DATED.iter().find(|(key, _)| word.starts_with(key)) {
        let value = word[key.len()..].trim_end_matches([',', '.', ';']);
        if let Some(shaped) = value.get(..10).filter(|value| is_date_shaped(value)) {
            let range = range.start..at + key.len() + shaped.len();
            let shaped = shaped.to_owned();
            found.take(*field, &range, &shaped, Repeated::Stays);
            return Some(range.end);
        }
        // `due:: 2026-05-01` is a Dataview field, which wants brackets in a list item.
        let named = value.strip_prefix(':').map(|_| rest[key.len() + 1..].trim_start_matches(is_gap));
        if named.and_then(|value| value.get(..10)).is_some_and(|value| parse_date(value).is_ok()) {
            let message = format!("`{word}` without brackets is text");
            let help = format!("write [{}: …] round it", word.trim_end_matches(':').to_owned() + ":");
            found.remark(Code::UnclosedField, Severity::Note, &(at..at + length), message, &help);
        }
        return Some(at + length);
    }
    let taken = match word.split_once(':') {
        Some(("est", value)) if !value.is_empty() => found.take(Field::Estimate, &range, value, Repeated::Stays),
        Some(("pri", value)) if value.len() == 1 && value.starts_with(|c: char| c.is_ascii_uppercase()) => {
            found.take(Field::Priority(None), &range, value, Repeated::Stays)
        }
        _ => return Some(at + length.max(1)).filter(|_| !word.contains(['[', '(', ']']) && word.is_ascii()),
    };
    let _ = taken;
    Some(at + length)
}

/// `1h 30m` has a blank in it: parts that begin with a digit and end in a unit.
fn estimate_length(after: &str) -> usize {
    let mut end = 0;
    let mut at = 0;
    for part in after.split_inclusive(is_gap) {
        let word = part.trim_end_matches(is_gap);
        let unit = word.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
        let number = word.len() > unit.len();
        let lone_unit = !number && end > 0 && matches!(word, "h" | "hr" | "hours" | "hour" | "m" | "min" | "minutes");
        if !(number && unit.len() <= 7 && unit.chars().all(|c| c.is_ascii_alphabetic()) || lone_unit) {
            break;
        }
        at += part.len();
        end = at - (part.len() - word.len());
    }
    if end == 0 { after.find(is_gap).unwrap_or(after.len()) } else { end }
}

/// Ids with commas between, blanks round them allowed.
fn ids_length(after: &str) -> usize {
    let mut end = 0;
    loop {
        let rest = &after[end..];
        let id_at = rest.len() - rest.trim_start_matches(is_gap).len();
        let id = rest[id_at..].find(|c: char| is_gap(c) || c == ',').unwrap_or(rest.len() - id_at);
        let id_end = end + id_at + id;
        let behind = after[id_end..].trim_start_matches(is_gap);
        if id == 0 || !behind.starts_with(',') {
            return id_end;
        }
        end = after.len() - behind.len() + 1;
    }
}
