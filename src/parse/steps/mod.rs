//! The grammar of a step's line: box, fields, tags, people.
//!
//! It is a superset of Obsidian Tasks: where Tasks reads a value, the same value is read here; where Tasks drops one,
//! the value and a remark. A line is read in this order:
//!
//! 1. `boxes` finds the box behind the list marker, and what its character means.
//! 2. `opaque` finds what is not prose: code, link targets, addresses, wikilinks.
//! 3. `trailing` reads fields from the end of the line, as Tasks does; what it reads is final.
//! 4. `anywhere` looks for fields in what is left, and says what Tasks will not see.
//! 5. `words` finds tags and people in what is still text.
//! 6. `plain` decides which of the fixes that were thought of are plain answers.
//!
//! `signs` knows how fields are spelled and `values` what may stand in them; `reading` holds what was found so far.
//! `contradictions` compares the steps of a file with each other; `change` gives a line another state.

mod anywhere;
mod boxes;
mod change;
mod contradictions;
mod estimate;
mod gate;
mod opaque;
mod plain;
mod reading;
pub(crate) mod recurrence;
mod signs;
#[cfg(test)]
mod tests;
mod trailing;
mod values;
mod words;

use std::collections::BTreeMap;
use std::ops::Range;

use crate::model::{Code, Fields, Severity, State};
use signs::Field;

pub(crate) use boxes::read_stray;
pub use change::Missed;
pub(crate) use change::{Next, Style, Tick, Ticked, Unchanged, style, tick};
pub(crate) use contradictions::contradictions;
pub(crate) use gate::read_gate;
pub(crate) use plain::Replacement;

/// Something to say about a line; the range is in bytes of the line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Remark {
    pub(crate) code: Code,
    pub(crate) severity: Severity,
    pub(crate) range: Range<usize>,
    pub(crate) message: String,
    pub(crate) help: Option<String>,
    /// What should stand there instead, if that is plain.
    pub(crate) fix: Option<Replacement>,
}

impl Remark {
    fn new(code: Code, severity: Severity, range: Range<usize>, message: impl Into<String>) -> Self {
        Self { code, severity, range, message: message.into(), help: None, fix: None }
    }

    fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    fn fix(mut self, range: Range<usize>, text: impl Into<String>) -> Self {
        self.fix = Some(Replacement { range, text: text.into() });
        self
    }
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
    /// The fields that were read, and where each stands.
    taken: Vec<(Field, Range<usize>)>,
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

/// Reads the first line of a list item. `line` begins at the list marker and ends before the line ending; `statuses`
/// are the user's additions to the built-in boxes.
pub(crate) fn read_item(line: &str, statuses: &BTreeMap<String, State>) -> Item {
    let mut item = read_as_it_is(line, statuses);
    let remarks = match &item {
        Item::Step(step) => step.remarks.as_slice(),
        Item::Plain(remark) => remark.as_slice(),
    };
    if remarks.iter().any(|remark| remark.fix.is_some()) {
        plain::settle_item(line, &mut item, |mended| read_as_it_is(mended, statuses));
    }
    item
}

/// Reads the line; its fixes are what each field's reader thinks best.
fn read_as_it_is(line: &str, statuses: &BTreeMap<String, State>) -> Item {
    let Some(checkbox) = boxes::after_marker(line).and_then(|at| boxes::checkbox(line, at)) else {
        return Item::Plain(boxes::near_miss(line));
    };
    let meaning = boxes::meaning(checkbox.symbol, statuses);
    let read = reading::read(line, checkbox.range.end);
    let mut remarks = read.remarks;
    remarks.extend(meaning.remark(&checkbox));
    if let Some(done) = read.fields.done
        && !meaning.state.is_settled()
        && meaning.state != State::Note
    {
        let range = place_of(&read.taken, Field::Done).unwrap_or_else(|| checkbox.range.clone());
        let message = format!("the step has a done date, {done}, but its box is `[{}]`", checkbox.symbol);
        let help = "tick the box with `[x]`, or take the date out";
        remarks.push(Remark::new(Code::DoneDateOnOpenStep, Severity::Warning, range, message).help(help));
    }
    if let Some(cancelled) = read.fields.cancelled
        && !matches!(meaning.state, State::Cancelled | State::Note)
    {
        let range = place_of(&read.taken, Field::Cancelled).unwrap_or_else(|| checkbox.range.clone());
        let message = format!("the step has a cancelled date, {cancelled}, but its box is `[{}]`", checkbox.symbol);
        let help = "write `[-]` into the box, or take the date out";
        remarks.push(Remark::new(Code::CancelledDateOnOpenStep, Severity::Warning, range, message).help(help));
    }
    remarks.sort_by_key(|remark| remark.range.start);
    let mut hidden = read.hidden;
    let text_start = line.len() - line[checkbox.range.end..].trim_start().len();
    reading::hide(&mut hidden, checkbox.range.start..text_start);
    Item::Step(Box::new(StepLine {
        state: meaning.state,
        symbol: checkbox.symbol.to_owned(),
        important: meaning.important,
        text: read.text,
        checkpoint: read.flagged || read.fields.tags.iter().any(|tag| gate::is_checkpoint_tag(tag)),
        fields: read.fields,
        box_range: checkbox.range,
        taken: read.taken,
        hidden,
        remarks,
    }))
}

/// Where a field stands; the leftmost, if it does more than once.
fn place_of(taken: &[(Field, Range<usize>)], field: Field) -> Option<Range<usize>> {
    taken.iter().rev().find(|(taken, _)| *taken == field).map(|(_, range)| range.clone())
}

/// A heading that is a checkpoint.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct GateLine {
    pub(crate) title: String,
    pub(crate) state: Option<State>,
    pub(crate) fields: Fields,
    /// What is not shown, as in [`StepLine::hidden`], and the word `Checkpoint:`.
    pub(crate) hidden: Vec<Range<usize>>,
    pub(crate) remarks: Vec<Remark>,
}
