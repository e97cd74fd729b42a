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
pub(crate) fn read_item(_line: &str, _statuses: &BTreeMap<String, State>) -> Item {
    unimplemented!()
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
pub(crate) fn read_gate(_heading: &str, _statuses: &BTreeMap<String, State>) -> Option<GateLine> {
    unimplemented!()
}
