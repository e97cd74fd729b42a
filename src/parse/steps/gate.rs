//! Checkpoints: the flag before a step, the tags, and headings that are checkpoints themselves.

use std::collections::BTreeMap;

use super::plain::{self, Said};
use super::reading;
use super::{GateLine, Remark, boxes, signs};
use crate::model::{Code, Severity, State};

/// Whether a tag makes a checkpoint of its step.
pub(super) fn is_checkpoint_tag(tag: &str) -> bool {
    tag.eq_ignore_ascii_case("checkpoint") || tag.eq_ignore_ascii_case("milestone")
}

/// The flag at the beginning of a text.
pub(super) struct Flag {
    /// `🚩`; `🏁` is a flag to people and a field to Obsidian Tasks.
    pub(super) is_right: bool,
    /// In bytes.
    pub(super) length: usize,
}

const WRONG: char = '🏁';

/// The flag that `text` begins with.
pub(super) fn flag(text: &str) -> Option<Flag> {
    let rest = text.strip_prefix(['🚩', WRONG])?;
    let rest = rest.strip_prefix(signs::VARIATION_SELECTOR).unwrap_or(rest);
    Some(Flag { is_right: !text.starts_with(WRONG), length: text.len() - rest.len() })
}

impl Flag {
    /// The warning about `🏁`, which stands at `at`.
    pub(super) fn remark(&self, at: usize) -> Remark {
        let message = "`🏁` at the beginning is read as `🚩`, but Obsidian Tasks can take it for a field and delete it";
        Remark::new(Code::WrongFlag, Severity::Warning, at..at + self.length, message)
            .help("write `🚩` for a checkpoint")
            .fix(at..at + WRONG.len_utf8(), "🚩")
    }
}

/// Reads a heading's source text (without the `#` marks), if it begins with `Checkpoint:` or `🚩`, perhaps after a box.
pub(crate) fn read_gate(heading: &str, statuses: &BTreeMap<String, State>) -> Option<GateLine> {
    let mut gate = read_as_it_is(heading, statuses)?;
    if gate.remarks.iter().any(|remark| remark.fix.is_some()) {
        let plain = plain::plain(heading, &said(&gate), |mended, test| {
            read_as_it_is(mended, statuses).is_some_and(|gate| test(&said(&gate)))
        });
        plain::retain(&mut gate.remarks, &plain);
    }
    Some(gate)
}

fn said(gate: &GateLine) -> Said<'_> {
    Said { kind: Some((gate.state, true)), fields: Some(&gate.fields), remarks: &gate.remarks }
}

fn read_as_it_is(heading: &str, statuses: &BTreeMap<String, State>) -> Option<GateLine> {
    let begin = heading.len() - heading.trim_start().len();
    let checkbox = boxes::checkbox(heading, begin);
    let after_box = checkbox.as_ref().map_or(begin, |checkbox| checkbox.range.end);
    let named = heading.len() - heading[after_box..].trim_start().len();
    let word = word(&heading[named..]);
    let read = reading::read(heading, named + word);
    if (word == 0 && !read.flagged) || read.text.is_empty() {
        return None;
    }
    let meaning = checkbox.as_ref().map(|checkbox| boxes::meaning(checkbox.symbol, statuses));
    let mut remarks = read.remarks;
    // Obsidian Tasks does not read headings, so there is nothing that it could miss.
    remarks.retain(|remark| remark.code != Code::FieldNotTrailing);
    let mut hidden = read.hidden;
    if word > 0 {
        let end = heading.len() - heading[named + word..].trim_start().len();
        reading::hide(&mut hidden, named..end);
    }
    if let (Some(checkbox), Some(meaning)) = (checkbox, &meaning) {
        remarks.extend(meaning.remark(&checkbox));
        reading::hide(&mut hidden, checkbox.range.start..named);
    }
    remarks.sort_by_key(|remark| remark.range.start);
    let state = meaning.map(|meaning| meaning.state);
    Some(GateLine { title: read.text, state, fields: read.fields, hidden, remarks })
}

/// How long `Checkpoint:` is at the beginning of `text`, 0 if it is not there.
fn word(text: &str) -> usize {
    const WORD: &str = "checkpoint:";
    if text.get(..WORD.len()).is_some_and(|start| start.eq_ignore_ascii_case(WORD)) { WORD.len() } else { 0 }
}
