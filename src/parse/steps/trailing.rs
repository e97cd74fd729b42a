//! The first pass: fields from the end of the line, as Obsidian Tasks reads them.
//!
//! What it reads is final, so on every line that Tasks understands the result is the same. Tasks tries its fields one
//! after the other, each anchored to the end of what is left; since no value can hold a sign, that is the same as
//! looking at the last sign and asking whether its value reaches the end.

use std::ops::Range;

use super::fields::{Field, Found, Repeated, VARIATION, is_id, of_key, of_sign};
use super::mask::is_gap;

/// How many fields Tasks reads at the most: 20 runs over its eleven kinds. Nobody writes more.
const MOST: usize = 20;

/// Reads fields from the end of `within`.
pub(super) fn read(line: &str, masked: &str, within: Range<usize>, found: &mut Found) {
    let mut end = within.end;
    for _ in 0..MOST {
        let left = masked[within.start..end].trim_end_matches(is_gap);
        if left.is_empty() {
            return;
        }
        let stop = within.start + left.len();
        let Some(start) = sign_at_end(line, left, within.start, found)
            .or_else(|| bracket_at_end(line, left, within.start, found))
            .or_else(|| tag_at_end(left).map(|at| within.start + at))
        else {
            return;
        };
        debug_assert!(start < stop, "every run reads something");
        end = start;
    }
}

/// A sign whose value reaches the end; where the field begins.
fn sign_at_end(line: &str, left: &str, offset: usize, found: &mut Found) -> Option<usize> {
    let (at, sign, field) = left.char_indices().rev().find_map(|(at, c)| of_sign(c).map(|field| (at, c, field)))?;
    if !field.is_of_tasks() {
        return None;
    }
    let behind = at + sign.len_utf8();
    let behind = behind + left[behind..].strip_prefix(VARIATION).map_or(0, |_| VARIATION.len_utf8());
    let value = left[behind..].trim_start_matches(is_gap);
    let ascii = |allowed: fn(char) -> bool| !value.is_empty() && value.chars().all(allowed);
    let reaches = match field {
        _ if field.is_date() => is_date_shaped(value),
        Field::Priority(_) => value.is_empty(),
        Field::Recurrence => ascii(|c| c.is_ascii_alphanumeric() || matches!(c, ',' | ' ' | '!')),
        Field::OnCompletion => ascii(|c| c.is_ascii_alphabetic()),
        Field::Id => is_id(value),
        Field::DependsOn => value.split(',').all(|id| is_id(id.trim_matches(is_gap))),
        _ => false,
    };
    if !reaches {
        return None;
    }
    let start = with_blank_before(line, offset + at, offset);
    let value = line[offset + left.len() - value.len()..offset + left.len()].to_owned();
    found.take(field, &(start..offset + left.len()), &value, Repeated::Replaces);
    Some(start)
}

/// `[key:: value]` or `(key:: value)` at the end, perhaps with a comma behind it; where it begins.
fn bracket_at_end(line: &str, left: &str, offset: usize, found: &mut Found) -> Option<usize> {
    let inner = left.strip_suffix(',').unwrap_or(left).trim_end_matches(is_gap);
    let open = match inner.chars().next_back()? {
        ']' => '[',
        ')' => '(',
        _ => return None,
    };
    let at = inner.rfind(open)?;
    let (key, value) = inner[at + 1..inner.len() - 1].split_once("::")?;
    let field = of_key(key.trim_matches(is_gap)).filter(|field| field.is_of_tasks())?;
    if key.ends_with(is_gap) || value.trim_matches(is_gap).is_empty() {
        return None;
    }
    let start = with_blank_before(line, offset + at, offset);
    let value = line[offset + inner.len() - 1 - value.len()..offset + inner.len() - 1].to_owned();
    found.take(field, &(start..offset + left.len()), &value, Repeated::Replaces);
    Some(start)
}

/// A tag at the end: it stays in the text, and fields to its left are still read.
fn tag_at_end(left: &str) -> Option<usize> {
    let at = left.rfind('#')?;
    let starts = at == 0 || left[..at].ends_with(char::is_whitespace);
    let tag = &left[at + 1..];
    (starts && !tag.is_empty() && !tag.contains(|c: char| c.is_whitespace() || " !@#$%^&*(),.?\":{}|<>".contains(c))).then_some(at)
}

/// Four, two and two digits; whether there is such a day is asked later.
pub(super) fn is_date_shaped(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.len() == 10 && bytes.iter().enumerate().all(|(at, b)| if matches!(at, 4 | 7) { *b == b'-' } else { b.is_ascii_digit() })
}

/// The start of a field with the blanks before it, which go with it.
pub(super) fn with_blank_before(line: &str, at: usize, from: usize) -> usize {
    from + line[from..at].trim_end_matches(is_gap).len()
}
