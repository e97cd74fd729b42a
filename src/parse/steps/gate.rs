//! A heading that is a checkpoint: `Checkpoint: First draft 📅 2026-05-01`, `🚩 First draft`, `[x] Checkpoint: …`.

use std::collections::BTreeMap;
use std::ops::Range;

use super::boxes::{self, Shape};
use super::{Remark, mask, merged, read_text, text_without};
use crate::model::{Fields, State};

/// A heading that is a checkpoint.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct GateLine {
    pub(crate) title: String,
    pub(crate) state: Option<State>,
    pub(crate) fields: Fields,
    /// What is not shown, as in [`super::StepLine::hidden`].
    pub(crate) hidden: Vec<Range<usize>>,
    pub(crate) remarks: Vec<Remark>,
}

/// Reads a heading's source text (without the `#` marks), if it begins with `Checkpoint:` or `🚩`, perhaps after a box.
pub(crate) fn read_gate(heading: &str, statuses: &BTreeMap<String, State>) -> Option<GateLine> {
    let mut remarks = Vec::new();
    let mut hidden = Vec::new();
    // A box is read as in a list item; the marker that it wants there is put before it.
    let as_item = format!("- {heading}");
    let (state, from) = match boxes::shape(&as_item) {
        Shape::Box { range, symbol } => {
            let end = range.end - 2;
            let (state, _) = boxes::meaning(symbol, statuses, &(0..end), &mut remarks);
            let behind = end + usize::from(heading[end..].starts_with(' '));
            hidden.push(0..behind);
            (Some(state), behind)
        }
        Shape::Plain(_) => (None, 0),
    };
    let text = heading[from..].trim_start_matches(mask::is_gap);
    let start = heading.len() - text.len();
    let word = "checkpoint:";
    let named = text.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word));
    if !named && !text.starts_with(['🚩', '🏁']) {
        return None;
    }
    let from = if named { start + word.len() } else { from };
    let read = read_text(heading, from, remarks);
    let mut cuts = read.hidden;
    let title = text_without(heading, from, &cuts);
    cuts.extend(hidden);
    (!title.is_empty()).then(|| GateLine { title, state, fields: read.fields, hidden: merged(cuts), remarks: read.remarks })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Date;

    #[test]
    fn headings_become_checkpoints() {
        let read = |heading: &str| read_gate(heading, &BTreeMap::new());
        let draft = read("Checkpoint: First draft 📅 2026-05-01").expect("a checkpoint");
        assert_eq!((draft.title.as_str(), draft.fields.due, draft.state), ("First draft", Some(Date::constant(2026, 5, 1)), None));
        let met = read("[x] checkpoint: Half ✅ 2026-05-02").expect("a checkpoint");
        assert_eq!((met.title.as_str(), met.state, met.fields.done), ("Half", Some(State::Done), Some(Date::constant(2026, 5, 2))));
        assert_eq!(read("🚩 Read aloud").map(|gate| gate.title).as_deref(), Some("Read aloud"));
        for plain in ["Checkpoints", "Notes", "A Checkpoint: no", "Checkpoint:", ""] {
            assert_eq!(read(plain), None, "{plain}");
        }
    }
}
