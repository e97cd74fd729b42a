//! Checkpoints: the four ways to write one become one list.
//!
//! A checkpoint is a question asked at a point of the way, not a step; so it is apart from the tally, and what it
//! gates is told beside it.

use std::collections::BTreeMap;

use super::index;
use super::tally::{Progress, Tally};
use crate::model::{Date, DeclaredCheckpoint, Done, Entry, Gate, Parent, State, Step, add_days};

/// Days ahead in which an open checkpoint is `soon`.
const SOON: i32 = 14;

/// How a checkpoint stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CheckpointState {
    /// Reached: `[x]`.
    Met,
    /// Reached in part: `[/]`.
    Partly,
    /// Let go: `[-]`.
    Dropped,
    /// To come, and due before today.
    Overdue,
    /// To come, and due within 14 days.
    Soon,
    /// To come.
    Upcoming,
}

impl CheckpointState {
    /// The word for it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::Partly => "partly",
            Self::Dropped => "dropped",
            Self::Overdue => "overdue",
            Self::Soon => "soon",
            Self::Upcoming => "upcoming",
        }
    }

    /// Whether it is still to be reached.
    #[must_use]
    pub fn is_to_come(self) -> bool {
        matches!(self, Self::Overdue | Self::Soon | Self::Upcoming)
    }
}

/// Where a checkpoint is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Anchor {
    /// A step: an index into [`crate::model::Steps::items`].
    Step(u32),
    /// A heading: an index into [`Entry::outline`].
    Section(u32),
    /// Front matter: an index into [`crate::model::Plan::checkpoints`].
    FrontMatter(u32),
}

/// A point at which to look at how it goes.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Checkpoint {
    /// What is to be reached, without flag and checkpoint tags.
    pub title: String,
    /// How it stands.
    pub state: CheckpointState,
    /// The day it is meant to be reached.
    pub due: Option<Date>,
    /// The day it was reached, if that is written.
    pub done: Option<Date>,
    /// How one will know.
    pub measure: Option<String>,
    /// How it felt.
    pub feeling: Option<String>,
    /// The steps that lead to it; none for one that stands for itself.
    pub gates: Option<Tally>,
    /// Where it is written.
    pub anchor: Anchor,
    /// The reflections that look back on it: indices into those about the plan.
    pub check_ins: Vec<u32>,
}

/// All checkpoints of a plan: those only in front matter first, then those of the body in document order.
///
/// One of front matter with the title of one in the body (case aside) is the same one: it stands where the body has
/// it, the body's words go first, and front matter fills what the body does not say. Rules of *Checkpoints* in the
/// users' guide: a checkpoint step gates the steps before it in its list, back to the checkpoint before; a
/// checkpoint heading gates its section.
#[must_use]
pub fn checkpoints(plan: &Entry, progress: &Progress, reflections: &[&Entry], today: Date) -> Vec<Checkpoint> {
    let mut body = in_body(plan, progress);
    let mut places: BTreeMap<String, usize> = BTreeMap::new();
    for (place, draft) in body.iter().enumerate() {
        places.entry(folded(&draft.title)).or_insert(place);
    }
    let mut all = Vec::with_capacity(body.len() + plan.plan.checkpoints.len());
    for (number, declared) in plan.plan.checkpoints.iter().enumerate() {
        let draft = Draft::declared(declared, number);
        // Taken out of the map: of two with one title in front matter, the second is another one.
        match places.remove(&folded(&declared.title)) {
            Some(place) => body[place].fill_from(draft),
            None => all.push(draft),
        }
    }
    all.append(&mut body);
    let check_ins = check_ins(reflections);
    all.into_iter().map(|draft| draft.finished(today, &check_ins)).collect()
}

/// A checkpoint before `today` and the reflections are looked at.
struct Draft {
    title: String,
    reached: Option<CheckpointState>,
    due: Option<Date>,
    done: Option<Date>,
    measure: Option<String>,
    feeling: Option<String>,
    gates: Option<Tally>,
    anchor: Anchor,
}

impl Draft {
    fn of_step(step: &Step, number: usize, gates: Tally) -> Self {
        Self {
            title: title_of(&step.plain),
            reached: reached(step.state),
            due: step.fields.due,
            done: step.fields.done,
            measure: None,
            feeling: None,
            gates: Some(gates).filter(|gates| *gates != Tally::default()),
            anchor: Anchor::Step(index(number)),
        }
    }

    /// Without a box, a heading is met when all its steps are done, or when it says on which day.
    fn of_gate(gate: &Gate, progress: &Progress) -> Self {
        let gates = progress.sections.get(gate.section as usize).copied().unwrap_or_default();
        let met = gates.is_complete() || gate.fields.done.is_some();
        Self {
            title: title_of(&gate.title),
            reached: gate.state.map_or(met.then_some(CheckpointState::Met), reached),
            due: gate.fields.due,
            done: gate.fields.done,
            measure: None,
            feeling: None,
            gates: Some(gates).filter(|gates| *gates != Tally::default()),
            anchor: Anchor::Section(gate.section),
        }
    }

    fn declared(declared: &DeclaredCheckpoint, number: usize) -> Self {
        let (reached, done) = match declared.done {
            Done::No => (None, None),
            Done::Yes => (Some(CheckpointState::Met), None),
            Done::On(day) => (Some(CheckpointState::Met), Some(day)),
        };
        Self {
            title: declared.title.clone(),
            reached,
            due: declared.due,
            done,
            measure: declared.measure.clone(),
            feeling: declared.feeling.clone(),
            gates: None,
            anchor: Anchor::FrontMatter(index(number)),
        }
    }

    fn fill_from(&mut self, other: Self) {
        self.reached = self.reached.or(other.reached);
        self.due = self.due.or(other.due);
        self.done = self.done.or(other.done);
        self.measure = self.measure.take().or(other.measure);
        self.feeling = self.feeling.take().or(other.feeling);
    }

    fn finished(self, today: Date, check_ins: &BTreeMap<String, Vec<u32>>) -> Checkpoint {
        let state = self.reached.unwrap_or(match self.due {
            Some(due) if due < today => CheckpointState::Overdue,
            Some(due) if due <= add_days(today, SOON) => CheckpointState::Soon,
            _ => CheckpointState::Upcoming,
        });
        Checkpoint {
            check_ins: check_ins.get(&folded(&self.title)).cloned().unwrap_or_default(),
            title: self.title,
            state,
            due: self.due,
            done: self.done,
            measure: self.measure,
            feeling: self.feeling,
            gates: self.gates,
            anchor: self.anchor,
        }
    }
}

fn reached(state: State) -> Option<CheckpointState> {
    match state {
        State::Done => Some(CheckpointState::Met),
        State::Doing => Some(CheckpointState::Partly),
        State::Cancelled => Some(CheckpointState::Dropped),
        _ => None,
    }
}

/// Checkpoint steps and headings, in document order. A heading comes before the steps that stand under it.
fn in_body(plan: &Entry, progress: &Progress) -> Vec<Draft> {
    let gated = gated(plan, progress);
    let mut drafts: Vec<(Option<u32>, Draft)> = plan
        .gates
        .iter()
        .map(|gate| (Some(gate.section), Draft::of_gate(gate, progress)))
        .chain(
            plan.steps
                .items
                .iter()
                .zip(gated)
                .enumerate()
                .filter(|(_, (step, _))| is_checkpoint(step))
                .map(|(number, (step, gates))| (step.section, Draft::of_step(step, number, gates))),
        )
        .collect();
    // Stable: what stands under one heading keeps its order, the heading itself first.
    drafts.sort_by_key(|(section, _)| *section);
    drafts.into_iter().map(|(_, draft)| draft).collect()
}

fn is_checkpoint(step: &Step) -> bool {
    step.checkpoint && step.state != State::Note
}

/// What has gathered in a list since its last checkpoint.
#[derive(Default)]
struct Gathered {
    section: Option<u32>,
    list: Option<u32>,
    tally: Tally,
    /// Of `tally`, what came in groups since the last item that is known to be of `list`.
    groups: Tally,
}

/// For each step, the tally of the items before it in its list, back to the last checkpoint; each item with all that
/// stands below it. One pass: lists are kept apart by what they stand under, and a new list starts from nothing.
///
/// A group does not say which list it is in. One that stands between two lists is taken for the beginning of the
/// later one.
fn gated(plan: &Entry, progress: &Progress) -> Vec<Tally> {
    let mut lists: BTreeMap<(u8, u32), Gathered> = BTreeMap::new();
    let mut seen = vec![false; plan.steps.groups.len()];
    let mut gated = Vec::with_capacity(plan.steps.items.len());
    for (step, own) in plan.steps.items.iter().zip(&progress.steps) {
        let mut outer = step.parent;
        while let Some(Parent::Group(group)) = outer {
            let number = group as usize;
            if seen.get(number).is_none_or(|seen| *seen) {
                break;
            }
            seen[number] = true;
            outer = plan.steps.groups[number].parent;
            let gathered = in_section(&mut lists, outer, plan.steps.groups[number].section);
            gathered.tally = gathered.tally.plus(progress.groups[number]);
            gathered.groups = gathered.groups.plus(progress.groups[number]);
        }
        let gathered = in_section(&mut lists, step.parent, step.section);
        if gathered.list.is_some_and(|list| list != step.list) {
            gathered.tally = gathered.groups;
        }
        gathered.list = Some(step.list);
        gathered.groups = Tally::default();
        gated.push(gathered.tally);
        if is_checkpoint(step) {
            gathered.tally = Tally::default();
        } else {
            gathered.tally = gathered.tally.plus(own.whole);
        }
    }
    gated
}

fn in_section(
    lists: &mut BTreeMap<(u8, u32), Gathered>,
    parent: Option<Parent>,
    section: Option<u32>,
) -> &mut Gathered {
    let key = match parent {
        None => (0, 0),
        Some(Parent::Step(index)) => (1, index),
        Some(Parent::Group(index)) => (2, index),
    };
    let gathered = lists.entry(key).or_default();
    if gathered.section != section {
        *gathered = Gathered { section, ..Gathered::default() };
    }
    gathered
}

/// The text of a checkpoint's line without what only makes it one: the flag, and the tags.
fn title_of(text: &str) -> String {
    let text = text.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '🚩' | '🏁' | '\u{fe0f}'));
    let tag = |word: &str| ["#checkpoint", "#milestone"].iter().any(|tag| word.eq_ignore_ascii_case(tag));
    if !text.split_whitespace().any(tag) {
        return text.trim_end().to_owned();
    }
    text.split_whitespace().filter(|word| !tag(word)).collect::<Vec<_>>().join(" ")
}

/// A title as it is compared: case and the width of spaces aside.
fn folded(title: &str) -> String {
    title.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>().join(" ")
}

/// Which reflections look back on which checkpoint, by its folded title.
fn check_ins(reflections: &[&Entry]) -> BTreeMap<String, Vec<u32>> {
    let mut by_title: BTreeMap<String, Vec<u32>> = BTreeMap::new();
    for (number, reflection) in reflections.iter().enumerate() {
        if let Some(named) = &reflection.reflection.checkpoint {
            by_title.entry(folded(&title_of(&named.name))).or_default().push(index(number));
        }
    }
    by_title
}

#[cfg(test)]
mod tests {
    use super::super::story::{Story, day};
    use super::*;

    /// `title: state, done of total` of each checkpoint on 1 March 2026.
    #[track_caller]
    fn check(story: &Story, expected: &[&str]) {
        let found = checkpoints(&story.0, &story.progress(), &[], day("2026-03-01"));
        let line = |checkpoint: &Checkpoint| {
            let gates = checkpoint.gates.map(|gates| format!(", {} of {}", gates.done, gates.total));
            format!("{}: {}{}", checkpoint.title, checkpoint.state.name(), gates.unwrap_or_default())
        };
        assert_eq!(found.iter().map(line).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn a_box_says_whether_it_was_reached_and_a_date_when_it_is_to_be() {
        check(
            &Story::plan(
                "- [x] 🚩 a 📅 2020-01-01\n- [/] 🚩 b\n- [-] 🚩 c\n- [ ] 🚩 d 📅 2026-02-28\n- [?] 🚩 e 📅 2026-03-01\n\
                 - [ ] f #milestone 📅 2026-03-15\n- [ ] 🚩️ g 📅 2026-03-16\n- [ ] #Checkpoint h #checkpoint\n- [i] 🚩 no",
            ),
            &["a: met", "b: partly", "c: dropped", "d: overdue", "e: soon", "f: soon", "g: upcoming", "h: upcoming"],
        );
    }

    #[test]
    fn a_checkpoint_gates_the_steps_before_it_in_its_list() {
        check(
            &Story::plan(
                "- [x] a\n- [ ] p\n  - [x] b\n  - [ ] c\n  - [ ] 🚩 inner\n- [ ] 🚩 one\n- Group\n  - [x] d\n- [ ] e\n\
                 - [x] 🚩 two\n- [ ] f\n\n- [ ] g\n- [ ] 🚩 three",
            ),
            &["inner: upcoming, 1 of 2", "one: upcoming, 2 of 3", "two: met, 1 of 2", "three: upcoming, 0 of 1"],
        );
        check(
            &Story::plan("- [x] a\n\n- Group\n  - [ ] b\n- [x] c\n- [ ] 🚩 one\n# Next\n- [ ] 🚩 two"),
            &["one: upcoming, 1 of 2", "two: upcoming"],
        );
    }

    #[test]
    fn a_heading_gates_its_section_and_is_met_with_it() {
        check(
            &Story::plan(
                "# Checkpoint: One 📅 2020-01-01\n- [x] a\n## Part\n- [x] b\n# Checkpoint: Two 📅 2020-01-01\n- [x] a\n- [ ] b\n\
                 # Checkpoint: [ ] Three\n- [x] a\n# Checkpoint: [/] Four\n# Checkpoint: Five\n# Checkpoint: Six ✅ 2026-01-01",
            ),
            &[
                "One: met, 2 of 2",
                "Two: overdue, 1 of 2",
                "Three: upcoming, 1 of 1",
                "Four: partly",
                "Five: upcoming",
                "Six: met",
            ],
        );
    }

    #[test]
    fn front_matter_and_body_are_one_list() {
        let story = Story::plan("# Checkpoint: Printed\n- [ ] 🚩 First  draft 📅 2026-05-01\n- [ ] 🚩 Last")
            .declared("Decided", None, Done::Yes)
            .declared("first draft", Some("2026-04-01"), Done::On(day("2026-02-01")))
            .declared("First draft", None, Done::No);
        check(
            &story,
            &["Decided: met", "First draft: upcoming", "Printed: upcoming", "First  draft: met", "Last: upcoming"],
        );
        let found = checkpoints(&story.0, &story.progress(), &[], day("2026-03-01"));
        assert_eq!((found[3].due, found[3].done), (Some(day("2026-05-01")), Some(day("2026-02-01"))));
        assert_eq!((found[3].measure.as_deref(), found[3].anchor), (Some("a measure"), Anchor::Step(0)));
        assert_eq!((found[0].anchor, found[2].anchor), (Anchor::FrontMatter(0), Anchor::Section(0)));
    }

    #[test]
    fn reflections_look_back_on_it() {
        let story = Story::plan("- [ ] 🚩 First draft\n- [ ] 🚩 Last");
        let [one, two, three] = ["first Draft", "Last", "🚩 First draft"]
            .map(|title| Story::reflection("2026-02-01").looks_back_on(title).0);
        let found = checkpoints(&story.0, &story.progress(), &[&one, &two, &three], day("2026-03-01"));
        assert_eq!(
            found.iter().map(|checkpoint| checkpoint.check_ins.clone()).collect::<Vec<_>>(),
            [vec![0, 2], vec![1]]
        );
    }
}
