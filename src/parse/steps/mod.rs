//! The grammar of a step's line: box, fields, tags, people.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::model::{Code, Fields, Severity, State};

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

/// Reads the first line of a list item. `line` begins at the list marker and ends before the line ending; `statuses`
/// are the user's additions to the built-in boxes.
pub(crate) fn read_item(line: &str, _statuses: &BTreeMap<String, State>) -> Item {
    // A stand-in until the grammar is merged: the box, a due date at the end and a block id.
    let marker = line.find([' ', '\t']).unwrap_or(line.len());
    let start = marker + (line.len() - marker) - line[marker..].trim_start().len();
    let rest = &line[start..];
    let Some(close) = rest.strip_prefix('[').and_then(|r| r.find(']')).map(|at| at + 1) else {
        return Item::Plain(None);
    };
    let symbol = &rest[1..close];
    if symbol.chars().count() != 1 || !rest[close + 1..].chars().next().is_none_or(char::is_whitespace) {
        return Item::Plain(None);
    }
    let mut fields = Fields::default();
    let mut hidden = vec![start..start + close + 1];
    let mut text = &line[start + close + 1..];
    if let Some((before, id)) = text.rsplit_once(" ^") {
        fields.block_id = Some(id.to_owned());
        hidden.insert(1, line.len() - id.len() - 2..line.len());
        text = before;
    }
    if let Some(at) = text.find("📅 ")
        && let Some(date) = text.get(at + 5..at + 15)
    {
        fields.due = crate::model::parse_date(date).ok();
        let begin = start + close + 1 + at;
        hidden.insert(1, begin..begin + 15);
        text = &text[..at];
    }
    let state = match symbol {
        "x" | "X" => State::Done,
        "/" => State::Doing,
        "-" => State::Cancelled,
        ">" => State::Deferred,
        "?" => State::Waiting,
        _ => State::Open,
    };
    Item::Step(Box::new(StepLine {
        state,
        symbol: symbol.to_owned(),
        important: matches!(symbol, "!" | "*"),
        text: text.trim().to_owned(),
        fields,
        checkpoint: text.trim().starts_with('🚩'),
        box_range: start..start + close + 1,
        hidden,
        remarks: Vec::new(),
    }))
}

/// A heading that is a checkpoint.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct GateLine {
    pub(crate) title: String,
    pub(crate) state: Option<State>,
    pub(crate) fields: Fields,
    /// What is not shown, as in [`StepLine::hidden`].
    pub(crate) hidden: Vec<Range<usize>>,
    pub(crate) remarks: Vec<Remark>,
}

/// Reads a heading's source text (without the `#` marks), if it begins with `Checkpoint:` or `🚩`, perhaps after a box.
pub(crate) fn read_gate(heading: &str, _statuses: &BTreeMap<String, State>) -> Option<GateLine> {
    let title = heading.strip_prefix("Checkpoint:")?;
    let title = title.trim().to_owned();
    Some(GateLine { title, state: None, fields: Fields::default(), hidden: Vec::new(), remarks: Vec::new() })
}
