//! The grammar of a step's line: box, fields, tags, people.
//!
//! A superset of what Obsidian Tasks 8.3 reads: where it reads a value, the same value; where it drops one, the value
//! and a remark. Two passes: `trailing` reads fields from the end of the line as Tasks does, `anywhere` takes those that
//! Tasks would not see. Neither loses a word: what can't be read stays in the text.

mod anywhere;
mod boxes;
mod fields;
mod gate;
mod mask;
mod recurrence;
#[cfg(test)]
mod tests;
mod trailing;
mod words;

use std::collections::BTreeMap;
use std::ops::Range;

use crate::model::{Code, Fields, Severity, State};

pub(crate) use gate::{GateLine, read_gate};

use boxes::Shape;
use fields::Found;

/// Something to say about a line; the range is in bytes of the line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Remark {
    pub(crate) code: Code,
    pub(crate) severity: Severity,
    pub(crate) range: Range<usize>,
    pub(crate) message: String,
    pub(crate) help: Option<String>,
}

/// A list item's line that is a step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct StepLine {
    pub(crate) state: State,
    pub(crate) symbol: String,
    pub(crate) important: bool,
    /// After the box, without the fields that were read.
    pub(crate) text: String,
    pub(crate) fields: Fields,
    /// It begins with the flag, or has a tag of checkpoints.
    pub(crate) checkpoint: bool,
    /// The bytes of the box with its brackets.
    pub(crate) box_range: Range<usize>,
    /// What is not shown as text, in bytes of the line, sorted, apart: the box, the fields, the flag, the block id.
    pub(crate) hidden: Vec<Range<usize>>,
    pub(crate) remarks: Vec<Remark>,
}

/// What a list item's line is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Item {
    Step(Box<StepLine>),
    /// No step, perhaps with a remark on why not.
    Plain(Option<Remark>),
}

/// Tags that make a step a checkpoint.
const CHECKPOINT_TAGS: [&str; 2] = ["checkpoint", "milestone"];

/// Reads the first line of a list item. `line` begins at the list marker and ends before the line ending; `statuses`
/// are the user's additions to the built-in boxes.
pub(crate) fn read_item(line: &str, statuses: &BTreeMap<String, State>) -> Item {
    let (range, symbol) = match boxes::shape(line) {
        Shape::Box { range, symbol } => (range, symbol),
        Shape::Plain(remark) => return Item::Plain(remark),
    };
    let mut remarks = Vec::new();
    let (state, important) = boxes::meaning(symbol, statuses, &range, &mut remarks);
    let read = read_text(line, range.end, remarks);
    let mut hidden = read.hidden;
    // The box goes with the space behind it.
    let after = range.end + usize::from(line[range.end..].starts_with([' ', '\t']));
    hidden.push(range.start..after);
    let checkpoint = read.flag || CHECKPOINT_TAGS.iter().any(|tag| read.fields.tags.iter().any(|t| t.eq_ignore_ascii_case(tag)));
    let mut remarks = read.remarks;
    if let (Some(done), false) = (read.fields.done, state == State::Done)
        && state != State::Note
    {
        remarks.push(Remark {
            code: Code::DoneDateOnOpenStep,
            severity: Severity::Warning,
            range: range.clone(),
            message: format!("the step is not ticked, but says it was done on {done}"),
            help: Some("tick its box, or take the date out".to_owned()),
        });
    }
    remarks.sort_by_key(|remark| remark.range.start);
    Item::Step(Box::new(StepLine {
        state,
        symbol: symbol.to_owned(),
        important,
        text: text_without(line, range.end, &hidden),
        fields: read.fields,
        checkpoint,
        box_range: range,
        hidden: merged(hidden),
        remarks,
    }))
}

/// What the text behind a box or in a heading says.
struct Text {
    fields: Fields,
    flag: bool,
    hidden: Vec<Range<usize>>,
    remarks: Vec<Remark>,
}

/// Reads the fields of `line` from byte `from` on.
fn read_text(line: &str, from: usize, remarks: Vec<Remark>) -> Text {
    let masked = mask::masked(line, from);
    let mut found = Found { remarks, ..Found::default() };
    let flag = words::flag(line, &masked, from, &mut found);
    let start = flag.as_ref().map_or(from, |flag| flag.end);
    let end = words::block_id(line, &masked, start, &mut found);
    trailing::read(line, &masked, start..end, &mut found);
    anywhere::read(line, &masked, start..end, &mut found);
    words::tags(line, &masked, start..line.len(), &mut found);
    words::people(line, &masked, start..line.len(), &mut found);
    let Found { fields, mut hidden, remarks, .. } = found;
    hidden.extend(flag.clone());
    Text { fields, flag: flag.is_some(), hidden, remarks }
}

/// The text from `from` on without `hidden`, blanks at cuts made one and those at the ends taken off.
fn text_without(line: &str, from: usize, hidden: &[Range<usize>]) -> String {
    let mut text = String::with_capacity(line.len() - from);
    let mut at = from;
    let mut ranges: Vec<&Range<usize>> = hidden.iter().filter(|range| range.end > from).collect();
    ranges.sort_by_key(|range| range.start);
    for range in ranges {
        if range.start > at {
            push_cut(&mut text, &line[at..range.start]);
        }
        at = at.max(range.end);
    }
    push_cut(&mut text, &line[at..]);
    text.trim_matches(mask::is_gap).to_owned()
}

/// Appends behind a cut: two blanks that meet there become one.
fn push_cut(text: &mut String, part: &str) {
    if text.ends_with(mask::is_gap) || text.is_empty() {
        text.push_str(part.trim_start_matches(mask::is_gap));
    } else {
        text.push_str(part);
    }
}

/// Sorted, and none overlapping or touching another.
fn merged(mut ranges: Vec<Range<usize>>) -> Vec<Range<usize>> {
    ranges.sort_by_key(|range| (range.start, range.end));
    let mut merged: Vec<Range<usize>> = Vec::with_capacity(ranges.len());
    for range in ranges.into_iter().filter(|range| !range.is_empty()) {
        match merged.last_mut().filter(|last| last.end >= range.start) {
            Some(last) => last.end = last.end.max(range.end),
            None => merged.push(range),
        }
    }
    merged
}
