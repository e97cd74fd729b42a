//! One text of one file, and what matters of it for its history.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::Rules;
use crate::model::settings::CountCancelled;
use crate::model::{Audience, Date, Digest, Done, Entry, Parent, SourcePath, State, Status, Step, Visibility};
use crate::parse;
use crate::progress::{self, Counted};

/// What can be ticked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub(super) enum Kind {
    /// A list item with a box.
    Step,
    /// A heading that is a checkpoint and has a box.
    Gate,
    /// A checkpoint of the front matter.
    Declared,
}

/// Something that can be ticked, as one version has it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Item {
    pub(super) kind: Kind,
    /// Its id, if it was given one.
    pub(super) id: Option<String>,
    /// Stands for the heading and the steps that it stands under.
    pub(super) place: u64,
    /// Its line, without box and fields.
    pub(super) text: String,
    pub(super) state: State,
    /// Whether it is among the steps that count.
    pub(super) counts: bool,
}

/// What matters of one text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    /// Stands for the text that the audience may see; how it is spaced has no say in it.
    pub(super) seen: Digest,
    /// Whether it was private as a whole.
    pub(super) hidden: bool,
    pub(super) status: Status,
    pub(super) due: Option<Date>,
    pub(super) start: Option<Date>,
    pub(super) items: Vec<Item>,
}

impl Version {
    /// What matters of `text`; none if it can't be understood.
    #[must_use]
    pub fn of(text: &str, rules: &Rules) -> Option<Self> {
        let path = SourcePath::new("version.md").expect("a plain name");
        let text = match rules.audience {
            Audience::Writer => Cow::Borrowed(text),
            // Who may see the file is asked of the whole of it: it is only read without what is private.
            Audience::Public => parse::public_text(&path, text, &rules.settings),
        };
        let entry = parse::parse(&path, &text, &rules.settings, Digest::default()).document.entry?.writer;
        let plan = &entry.plan;
        Some(Self {
            seen: seen(&text),
            hidden: rules.audience == Audience::Public && entry.visibility == Visibility::Private,
            status: plan.status,
            due: plan.due,
            start: plan.start,
            items: items(&entry, rules),
        })
    }
}

/// Stands for the words of a text, however far apart they are: where something private was taken out of it, spaces are
/// left, and how many must not matter.
fn seen(text: &str) -> Digest {
    let mut words = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        words.push_str(word);
        words.push(' ');
    }
    Digest::of_bytes(words.as_bytes())
}

/// Everything in an entry that can be ticked: steps, then headings, then what the front matter declares.
pub(super) fn items(entry: &Entry, rules: &Rules) -> Vec<Item> {
    let progress = progress::progress(entry, &rules.settings);
    let settled = entry.plan.count_cancelled.unwrap_or(rules.settings.count_cancelled) == CountCancelled::Settled;
    let heading = |section: Option<u32>| section.and_then(|at| entry.outline.get(at as usize)).map(|h| h.text.as_str());
    // Steps come after what they stand under, so a place can be told by that above it.
    let (mut of_steps, mut of_groups): (Vec<u64>, Vec<Option<u64>>) =
        (Vec::with_capacity(entry.steps.items.len()), vec![None; entry.steps.groups.len()]);
    let mut items = Vec::with_capacity(entry.steps.items.len());
    for (step, progress) in entry.steps.items.iter().zip(&progress.steps) {
        let place = match step.parent {
            Some(Parent::Step(above)) => of_steps.get(above as usize).copied(),
            Some(Parent::Group(above)) => Some(group_place(entry, &mut of_groups, &of_steps, above)),
            None => None,
        };
        let place = place.unwrap_or_else(|| place_of(&("section", heading(step.section))));
        of_steps.push(place_of(&(place, &step.text)));
        let counts = match progress.counts_as {
            Some(Counted::Open | Counted::Done) => true,
            Some(Counted::Cancelled) => settled,
            None => false,
        };
        let Step { state, text, fields, .. } = step;
        let id = fields.id.as_ref().or(fields.block_id.as_ref()).cloned();
        items.push(Item { kind: Kind::Step, id, place, text: text.clone(), state: *state, counts });
    }
    let other =
        |kind, title: &String, state| Item { kind, id: None, place: 0, text: title.clone(), state, counts: false };
    items.extend(entry.gates.iter().filter_map(|gate| Some(other(Kind::Gate, &gate.title, gate.state?))));
    items.extend(entry.plan.checkpoints.iter().map(|declared| {
        let state = if declared.done == Done::No { State::Open } else { State::Done };
        other(Kind::Declared, &declared.title, state)
    }));
    items
}

/// What the steps of a group stand under, and the groups above it.
fn group_place(entry: &Entry, known: &mut [Option<u64>], steps: &[u64], group: u32) -> u64 {
    let mut chain = Vec::new();
    let mut above = Some(Parent::Group(group));
    let mut place = None;
    while let Some(Parent::Group(at)) = above {
        let at = at as usize;
        let Some(group) = entry.steps.groups.get(at) else { break };
        if let Some(known) = known[at] {
            place = Some(known);
            break;
        }
        chain.push(at);
        above = group.parent;
    }
    if let Some(Parent::Step(at)) = above {
        place = place.or_else(|| steps.get(at as usize).copied());
    }
    let section =
        || entry.steps.groups.get(group as usize).and_then(|group| entry.outline.get(group.section? as usize));
    let mut place = place.unwrap_or_else(|| place_of(&("section", section().map(|heading| heading.text.as_str()))));
    for at in chain.into_iter().rev() {
        place = place_of(&(place, &entry.steps.groups[at].text));
        known[at] = Some(place);
    }
    place
}

fn place_of(what: &impl std::hash::Hash) -> u64 {
    u64::try_from(Digest::of(what).0 & u128::from(u64::MAX)).unwrap_or(0)
}
