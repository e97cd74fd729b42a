//! What was found on a line so far, and what is left of it.
//!
//! Nothing is moved while a line is read: fields are ranges that will not be shown, and the text is put together at
//! the end from what lies between them.

use std::ops::Range;

use super::signs::{Field, Sign};
use super::values::{self, Value};
use super::{Remark, anywhere, gate, opaque, signs, trailing, words};
use crate::model::{Code, Fields, Severity};

/// A line while it is read.
pub(super) struct Reading<'a> {
    pub(super) line: &'a str,
    /// Where the text begins: behind the box and the flag.
    pub(super) start: usize,
    /// Where what is left ends: fields and tags behind it were read from the end of the line.
    pub(super) end: usize,
    /// What is no prose.
    pub(super) opaque: Vec<Range<usize>>,
    pub(super) fields: Fields,
    pub(super) remarks: Vec<Remark>,
    /// What will not be shown.
    pub(super) cuts: Vec<Range<usize>>,
    /// Where each field stands that was read.
    pub(super) taken: Vec<(Field, Range<usize>)>,
}

/// A field as it stands on the line.
pub(super) struct Found {
    pub(super) field: Field,
    /// Sign and value, or key, value and brackets.
    pub(super) whole: Range<usize>,
    /// The sign or the key.
    pub(super) label: Range<usize>,
    pub(super) value: Range<usize>,
}

/// A line that was read.
#[derive(Debug, Default)]
pub(super) struct Read {
    pub(super) text: String,
    pub(super) fields: Fields,
    /// It begins with the flag of checkpoints.
    pub(super) flagged: bool,
    /// The fields that were read, and where each stands.
    pub(super) taken: Vec<(Field, Range<usize>)>,
    pub(super) hidden: Vec<Range<usize>>,
    pub(super) remarks: Vec<Remark>,
}

/// Reads what stands behind `from`: flag, fields, tags, people.
pub(super) fn read(line: &str, from: usize) -> Read {
    let begin = line.len() - line[from..].trim_start().len();
    if !has_syntax(&line.as_bytes()[begin..]) {
        return Read { text: line[begin..].trim_end().to_owned(), ..Read::default() };
    }
    let flag = gate::flag(&line[begin..]);
    let start = flag.as_ref().map_or(begin, |flag| begin + flag.length);
    let start = line.len() - line[start..].trim_start().len();
    let mut reading = Reading {
        line,
        start,
        end: line.len(),
        opaque: opaque::ranges(line, start),
        fields: Fields::default(),
        remarks: Vec::new(),
        cuts: Vec::new(),
        taken: Vec::new(),
    };
    trailing::read(&mut reading);
    let flagged = flag.is_some_and(|flag| reading.settle_flag(&flag, begin));
    anywhere::read(&mut reading);
    words::read(&mut reading);
    reading.finish(flagged.then_some(begin))
}

/// Whether a line has anything on it that this grammar knows. Most have not.
fn has_syntax(bytes: &[u8]) -> bool {
    bytes.iter().any(|byte| matches!(byte, b'[' | b'(' | b':' | b'#' | b'@' | b'^' | 0x80..))
}

impl Reading<'_> {
    /// What is left.
    pub(super) fn rest(&self) -> &str {
        &self.line[self.start..self.end]
    }

    /// Takes white space off the end of what is left, and what stands behind `end`.
    pub(super) fn shorten(&mut self, end: usize) {
        self.end = self.start + self.line[self.start..end.max(self.start)].trim_end().len();
    }

    /// Whether part of `range` is no prose.
    pub(super) fn is_opaque(&self, range: &Range<usize>) -> bool {
        let after = self.opaque.partition_point(|opaque| opaque.end <= range.start);
        self.opaque.get(after).is_some_and(|opaque| opaque.start < range.end)
    }

    /// Where `field` stands, if it was read.
    pub(super) fn taken(&self, field: Field) -> Option<&Range<usize>> {
        self.taken.iter().rev().find(|(taken, _)| *taken == field).map(|(_, range)| range)
    }

    /// Reads the value of a field, with remarks on it.
    pub(super) fn value(&mut self, found: &Found) -> Option<Value> {
        let label = &self.line[found.label.clone()];
        let text = &self.line[found.value.clone()];
        if let Some((Sign::Priority(priority), _)) = signs::leading_sign(label) {
            return Some(Value::Priority(Some(priority)));
        }
        values::read(found.field, label, text, found.value.start, &mut self.remarks)
    }

    /// Keeps a value; an earlier one of the same field is forgotten.
    pub(super) fn keep(&mut self, field: Field, value: Value, range: Range<usize>) {
        let fields = &mut self.fields;
        match (field, value) {
            (Field::Done, Value::Date(date)) => fields.done = Some(date),
            (Field::Cancelled, Value::Date(date)) => fields.cancelled = Some(date),
            (Field::Due, Value::Date(date)) => fields.due = Some(date),
            (Field::Scheduled, Value::Date(date)) => fields.scheduled = Some(date),
            (Field::Start, Value::Date(date)) => fields.start = Some(date),
            (Field::Created, Value::Date(date)) => fields.created = Some(date),
            (_, Value::Date(_)) => {}
            (_, Value::Priority(priority)) => fields.priority = priority,
            (_, Value::Ids(ids)) => fields.depends_on = ids,
            (_, Value::Minutes(minutes)) => fields.estimate_minutes = Some(minutes),
            (Field::Id, Value::Word(id)) => fields.id = Some(id),
            (Field::OnCompletion, Value::Word(word)) => fields.on_completion = Some(word.to_ascii_lowercase()),
            (_, Value::Word(rule)) => fields.recurrence = Some(rule),
        }
        self.taken.push((field, range.clone()));
        self.cuts.push(range);
    }

    /// Warns that what stands at `range` is not used, for `used` says the same field.
    pub(super) fn duplicate(&mut self, range: Range<usize>, used: &Range<usize>) {
        let message =
            format!("`{}` is not used: `{}` says it already", &self.line[range.clone()], &self.line[used.clone()]);
        let remark = Remark::new(Code::DuplicateField, Severity::Warning, range, message);
        self.remarks.push(remark.help("keep one of the two"));
    }

    /// Whether the flag at the beginning is one; `🏁 delete` alone on a line is a field of Obsidian Tasks instead.
    fn settle_flag(&mut self, flag: &gate::Flag, begin: usize) -> bool {
        if flag.is_right {
            return true;
        }
        let word = self.rest();
        if word.eq_ignore_ascii_case("keep") || word.eq_ignore_ascii_case("delete") {
            self.keep(Field::OnCompletion, Value::Word(word.to_owned()), begin..self.end);
            (self.start, self.end) = (begin, begin);
            return false;
        }
        self.remarks.push(flag.remark(begin));
        true
    }

    fn finish(mut self, flag: Option<usize>) -> Read {
        if let Some(begin) = flag {
            self.cuts.push(begin..self.start);
        }
        let begin = flag.unwrap_or(self.start);
        let hidden = hidden(self.line, begin, self.cuts);
        let text = text(self.line, begin, &hidden);
        Read { text, fields: self.fields, flagged: flag.is_some(), taken: self.taken, hidden, remarks: self.remarks }
    }
}

/// The cuts in order, each with the white space that would stand there twice, or alone at the beginning.
fn hidden(line: &str, begin: usize, mut cuts: Vec<Range<usize>>) -> Vec<Range<usize>> {
    cuts.sort_by_key(|cut| cut.start);
    let mut hidden: Vec<Range<usize>> = Vec::with_capacity(cuts.len() + 1);
    let mut is_first = true;
    for cut in cuts {
        let floor = hidden.last().map_or(begin, |last| last.end).min(cut.start);
        let before = &line[floor..cut.start];
        let gap = before.len() - before.trim_end().len();
        is_first &= gap == before.len();
        let after = &line[cut.end..];
        let joins = after
            .chars()
            .next()
            .is_none_or(|c| c.is_whitespace() || matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | ')'));
        let start = if joins { cut.start - gap } else { cut.start };
        // Where nothing is shown before it, the space behind it would be the first thing shown.
        let end = if is_first { line.len() - after.trim_start().len() } else { cut.end };
        match hidden.last_mut() {
            Some(last) if last.end >= start => last.end = last.end.max(end),
            _ => hidden.push(start..end),
        }
    }
    hidden
}

/// What is shown of the line from `begin` on; one space is left where white space meets white space over a cut.
fn text(line: &str, begin: usize, hidden: &[Range<usize>]) -> String {
    let mut text = String::with_capacity(line.len() - begin);
    let mut at = begin;
    for range in hidden.iter().chain(std::iter::once(&(line.len()..line.len()))) {
        let piece = &line[at.min(range.start)..range.start];
        if text.is_empty() || text.ends_with(char::is_whitespace) {
            text.push_str(piece.trim_start());
        } else {
            text.push_str(piece);
        }
        at = range.end;
    }
    text.truncate(text.trim_end().len());
    text
}

/// Hides what stands before everything that is hidden so far.
pub(super) fn hide(hidden: &mut Vec<Range<usize>>, range: Range<usize>) {
    match hidden.first_mut() {
        Some(first) if first.start <= range.end => first.start = range.start,
        _ => hidden.insert(0, range),
    }
}
