//! How much of a plan is done: what every step counts as, and the sums.
//!
//! The one place that decides what counts, so that the badge, the page, `journal.json` and `journal status` cannot
//! show different figures. The rules are those of *What counts* in the users' guide.

use super::tree::{Tree, is_step};
use crate::model::settings::{CountCancelled, WeighBy};
use crate::model::{Date, Entry, Parent, Settings, State};

/// How many leaf steps there are, and how many are done.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct Tally {
    /// Done ones; with `count_cancelled: settled` the cancelled ones too.
    pub done: u32,
    /// All that count. At least `done`.
    pub total: u32,
    /// Cancelled ones, whether they left the total or count as done.
    pub cancelled: u32,
    /// The weight of `done`: its number, or minutes with `weigh_by: estimate`.
    pub weight_done: u64,
    /// The weight of `total`.
    pub weight_total: u64,
}

impl Tally {
    /// Steps left to do.
    #[must_use]
    pub fn open(self) -> u32 {
        self.total.saturating_sub(self.done)
    }

    /// Whether something was done and nothing is left.
    #[must_use]
    pub fn is_complete(self) -> bool {
        self.done > 0 && self.open() == 0
    }

    /// What is done of the whole, as a fraction by weight; by number where nothing weighs anything.
    #[must_use]
    pub fn share(self) -> (u64, u64) {
        if self.weight_total == 0 {
            (self.done.into(), self.total.into())
        } else {
            (self.weight_done, self.weight_total)
        }
    }

    /// The share in percent, to the nearest, but 100 only when all is done and 0 only when nothing is: 199 of 200
    /// is 99. 0 when there is nothing to do.
    #[must_use]
    pub fn percent(self) -> u8 {
        if self.done == 0 {
            return 0;
        }
        if self.open() == 0 {
            return 100;
        }
        let (done, total) = self.share();
        let nearest = (u128::from(done) * 200 + u128::from(total)) / (u128::from(total) * 2).max(1);
        u8::try_from(nearest.clamp(1, 99)).unwrap_or(99)
    }

    /// Both together.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self {
            done: self.done.saturating_add(other.done),
            total: self.total.saturating_add(other.total),
            cancelled: self.cancelled.saturating_add(other.cancelled),
            weight_done: self.weight_done.saturating_add(other.weight_done),
            weight_total: self.weight_total.saturating_add(other.weight_total),
        }
    }

    fn of_leaf(counted: Counted, weight: u64, count_cancelled: CountCancelled) -> Self {
        let done = Self { done: 1, total: 1, cancelled: 0, weight_done: weight, weight_total: weight };
        match (counted, count_cancelled) {
            (Counted::Done, _) => done,
            (Counted::Open, _) => Self { done: 0, weight_done: 0, ..done },
            (Counted::Cancelled, CountCancelled::Settled) => Self { cancelled: 1, ..done },
            (Counted::Cancelled, CountCancelled::Excluded) => Self { cancelled: 1, ..Self::default() },
        }
    }
}

/// What a leaf step counts as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Counted {
    /// It is done.
    Done,
    /// It is to be done.
    Open,
    /// It was let go; what that means for the sums is `count_cancelled`'s to say.
    Cancelled,
}

/// One step, with what the steps above and below say of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct StepProgress {
    /// The mark to draw: its own box, unless something above or below speaks for it.
    pub shows_as: State,
    /// What it adds to the sums; nothing for parents, notes, checkpoints and recurring steps.
    pub counts_as: Option<Counted>,
    /// The steps that count below it, where there are some: "4 of 8".
    pub below: Option<Tally>,
    /// The steps that count in it: itself, or those below it.
    pub whole: Tally,
}

impl StepProgress {
    /// Whether it is a leaf that is still to be done.
    #[must_use]
    pub fn is_open_leaf(self) -> bool {
        self.counts_as == Some(Counted::Open)
    }
}

/// What is done of an entry, in all its parts.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Progress {
    /// All of it.
    pub plan: Tally,
    /// Each of [`crate::model::Steps::items`].
    pub steps: Vec<StepProgress>,
    /// What stands in each of [`crate::model::Steps::groups`].
    pub groups: Vec<Tally>,
    /// What stands under each heading of [`Entry::outline`], deeper headings below it included.
    pub sections: Vec<Tally>,
}

/// Counts the steps of an entry.
///
/// - Only leaves count: steps without steps below them. Notes and checkpoints are not steps; what stands below them
///   is counted as anything else. Groups are seen through.
/// - A recurring step (`🔁`) is practice and in neither number.
/// - A leaf's own done or cancelled box stands. An open leaf counts as the nearest box above that is done or
///   cancelled says.
/// - A parent whose own box is open shows as done when all its leaves are (and it has at least one), else as the
///   nearest settled box above it says.
/// - Cancelled leaves leave the total; with `count_cancelled: settled` they count as done.
/// - With `weigh_by: estimate` a leaf weighs its estimate, and one without the median of the plan's.
#[must_use]
pub fn progress(entry: &Entry, settings: &Settings) -> Progress {
    progress_in(entry, &Tree::of(&entry.steps), settings)
}

pub(super) fn progress_in(entry: &Entry, tree: &Tree, settings: &Settings) -> Progress {
    let items = &entry.steps.items;
    let count_cancelled = entry.plan.count_cancelled.unwrap_or(settings.count_cancelled);
    let counted: Vec<Option<Counted>> = (0..items.len()).map(|index| counted(entry, tree, index)).collect();
    let unestimated = match entry.plan.weigh_by.unwrap_or(settings.weigh_by) {
        WeighBy::Count => None,
        WeighBy::Estimate => Some(median_estimate(entry, &counted).unwrap_or(1)),
    };
    let mut whole: Vec<Tally> = items
        .iter()
        .zip(&counted)
        .map(|(step, counted)| {
            let weight = unestimated.map_or(1, |median| step.fields.estimate_minutes.unwrap_or(median)).into();
            counted.map_or(Tally::default(), |counted| Tally::of_leaf(counted, weight, count_cancelled))
        })
        .collect();
    let mut plan = Tally::default();
    let mut own_sections = vec![Tally::default(); entry.outline.len()];
    for (step, leaf) in items.iter().zip(&whole) {
        plan = plan.plus(*leaf);
        if let Some(section) = step.section.and_then(|section| own_sections.get_mut(section as usize)) {
            *section = section.plus(*leaf);
        }
    }
    // From the last to the first: whatever stands below an item has been added to it when its turn comes.
    for index in (0..items.len()).rev() {
        if let Some(parent) = tree.above(index) {
            whole[parent] = whole[parent].plus(whole[index]);
        }
    }
    let groups = group_tallies(entry, &whole);
    let steps = items
        .iter()
        .enumerate()
        .map(|(index, step)| {
            let below = tree.has_steps_below(index).then_some(whole[index]);
            StepProgress {
                shows_as: shown(step.state, below, tree.settled_above(index).filter(|_| is_step(step))),
                counts_as: counted[index],
                below: below.filter(|tally| *tally != Tally::default()),
                whole: whole[index],
            }
        })
        .collect();
    Progress { plan, steps, groups, sections: with_deeper(entry, own_sections) }
}

fn counted(entry: &Entry, tree: &Tree, index: usize) -> Option<Counted> {
    let step = &entry.steps.items[index];
    if !tree.is_leaf(index) || step.fields.recurrence.is_some() {
        return None;
    }
    let settled = if step.state.is_settled() { Some(step.state) } else { tree.settled_above(index) };
    Some(match settled {
        Some(State::Done) => Counted::Done,
        Some(_) => Counted::Cancelled,
        None => Counted::Open,
    })
}

fn shown(own: State, below: Option<Tally>, settled_above: Option<State>) -> State {
    if own.is_settled() || own == State::Note {
        return own;
    }
    if below.is_some_and(Tally::is_complete) {
        return State::Done;
    }
    settled_above.unwrap_or(own)
}

/// The middle of the estimates of all leaves that count, the mean of the middle two (rounded up) when their number
/// is even. A median, for one great step must not make every small one heavy.
pub(super) fn median_estimate(entry: &Entry, counted: &[Option<Counted>]) -> Option<u32> {
    let leaves = entry.steps.items.iter().zip(counted).filter(|(_, counted)| counted.is_some());
    let mut estimates: Vec<u32> = leaves.filter_map(|(step, _)| step.fields.estimate_minutes).collect();
    estimates.sort_unstable();
    let upper = *estimates.get(estimates.len() / 2)?;
    let lower = estimates[(estimates.len() - 1) / 2];
    Some(lower + (upper - lower).div_ceil(2))
}

/// What stands in each group: the items right under it, with all below them, and the groups right under it.
fn group_tallies(entry: &Entry, whole: &[Tally]) -> Vec<Tally> {
    let mut groups = vec![Tally::default(); entry.steps.groups.len()];
    for (step, tally) in entry.steps.items.iter().zip(whole) {
        if let Some(group) = group_of(step.parent).and_then(|group| groups.get_mut(group)) {
            *group = group.plus(*tally);
        }
    }
    for index in (0..groups.len()).rev() {
        if let Some(outer) = group_of(entry.steps.groups[index].parent).filter(|outer| *outer < index) {
            groups[outer] = groups[outer].plus(groups[index]);
        }
    }
    groups
}

fn group_of(parent: Option<Parent>) -> Option<usize> {
    match parent? {
        Parent::Group(index) => Some(index as usize),
        Parent::Step(_) => None,
    }
}

/// Adds to each heading what stands under the deeper headings that follow it.
fn with_deeper(entry: &Entry, mut sections: Vec<Tally>) -> Vec<Tally> {
    let mut open: Vec<usize> = Vec::new();
    let mut outer = vec![None; sections.len()];
    for (index, heading) in entry.outline.iter().enumerate() {
        while open.pop_if(|above| entry.outline[*above].level >= heading.level).is_some() {}
        outer[index] = open.last().copied();
        open.push(index);
    }
    for index in (0..sections.len()).rev() {
        if let Some(outer) = outer[index] {
            sections[outer] = sections[outer].plus(sections[index]);
        }
    }
    sections
}

/// The days on which counted steps were done, oldest first, as far as they are known and not after `today`. Nothing
/// is guessed: a leaf that is done because its parent is has no day of its own.
pub(super) fn done_days(entry: &Entry, progress: &Progress, today: Date) -> Vec<Date> {
    let steps = entry.steps.items.iter().zip(&progress.steps);
    let counted = steps.filter(|(step, progress)| progress.counts_as.is_some() && step.state == State::Done);
    let mut days: Vec<Date> = counted.filter_map(|(step, _)| step.fields.done).filter(|day| *day <= today).collect();
    days.sort_unstable();
    days
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::arbitrary::any_plan;
    use super::super::story::Story;
    use super::*;

    /// `done/total` of a plan.
    #[track_caller]
    fn check(body: &str, expected: &str) {
        let Tally { done, total, .. } = Story::plan(body).progress().plan;
        assert_eq!(format!("{done}/{total}"), expected, "{body}");
    }

    /// How each step shows.
    #[track_caller]
    fn check_shown(body: &str, expected: &[&str]) {
        let shown: Vec<_> = Story::plan(body).progress().steps.iter().map(|step| step.shows_as.name()).collect();
        assert_eq!(shown, expected, "{body}");
    }

    #[test]
    fn only_leaves_count() {
        check("", "0/0");
        check("- [ ] a", "0/1");
        check("- [ ] a\n  - [x] b\n    - [ ] c", "1/1");
        check("- [ ] a\n  - [ ] b\n    - [x] c\n  - [ ] d", "1/2");
        check("- Group\n  - [x] a\n  - Inner\n    - [ ] b", "1/2");
    }

    #[test]
    fn a_parent_speaks_for_what_is_below_it() {
        check("- [x] p\n  - [ ] a\n  - [ ] b", "2/2");
        check("- [-] p\n  - [ ] a\n  - [x] b", "1/1");
        check("- [x] p\n  - [-] q\n    - [ ] a\n  - [ ] b", "1/1");
        check("- [-] p\n  - Group\n    - [/] q\n      - [?] a", "0/0");
    }

    #[test]
    fn notes_checkpoints_and_practice_are_in_neither_number() {
        check("- [i] note\n- [x] 🚩 reached\n- [x] run 🔁 daily\n- [ ] a", "0/1");
        check("- [ ] a\n  - [i] remark", "0/1");
        check("- [ ] a\n  - [ ] 🚩 b", "0/1");
        check("- [ ] 🚩 a\n  - [x] b\n- [i] c\n  - [ ] d", "1/2");
        check("- [ ] a\n  - [i] remark\n    - [x] b", "1/1");
        check("- [ ] a\n  - [ ] run 🔁 daily", "0/0");
    }

    #[test]
    fn a_parent_shows_what_its_leaves_are() {
        check_shown("- [ ] p\n  - [x] a\n  - [-] b\n  - [i] c", &["done", "done", "cancelled", "note"]);
        check_shown("- [?] p\n  - [x] a\n  - [ ] b", &["waiting", "done", "open"]);
        check_shown("- [-] p\n  - [ ] q\n    - [ ] a\n    - [x] b", &["cancelled", "done", "cancelled", "done"]);
        check_shown("- [x] p\n  - [ ] q\n    - [-] a\n  - [/] b", &["done", "done", "cancelled", "done"]);
        check_shown("- [ ] p\n  - [-] a", &["open", "cancelled"]);
    }

    #[test]
    fn parents_groups_and_sections_have_their_own_tally() {
        let story =
            Story::plan("- [x] a\n# One\n- [ ] p\n  - [x] b\n  - [ ] c\n## Deeper\n- G\n  - [x] d\n    - [ ] e\n# Two");
        let progress = story.progress();
        let figures = |tally: Tally| (tally.done, tally.total);
        assert_eq!(progress.steps[1].below.map(figures), Some((1, 2)));
        assert_eq!(progress.steps[0].below, None);
        assert_eq!(figures(progress.groups[0]), (1, 1));
        assert_eq!(progress.sections.iter().copied().map(figures).collect::<Vec<_>>(), [(2, 3), (1, 1), (0, 0)]);
        assert_eq!(figures(progress.plan), (3, 4));
    }

    #[test]
    fn cancelled_steps_can_count_as_settled() {
        let mut story = Story::plan("- [x] a\n- [-] b\n- [ ] c");
        assert_eq!(story.progress().plan, Tally { done: 1, total: 2, cancelled: 1, weight_done: 1, weight_total: 2 });
        story.0.plan.count_cancelled = Some(CountCancelled::Settled);
        assert_eq!(story.progress().plan, Tally { done: 2, total: 3, cancelled: 1, weight_done: 2, weight_total: 3 });
    }

    #[test]
    fn steps_can_weigh_their_estimate() {
        let mut story = Story::plan("- [x] a ⏱ 10\n- [ ] b ⏱ 61\n- [x] c\n- [ ] p ⏱ 900\n  - [ ] d ⏱ 30\n- [ ] e ⏱ 20");
        story.0.plan.weigh_by = Some(WeighBy::Estimate);
        let plan = story.progress().plan;
        assert_eq!((plan.done, plan.total, plan.weight_done, plan.weight_total), (2, 5, 35, 146));
        assert_eq!(plan.percent(), 24);
    }

    #[test]
    fn percent_is_whole_only_when_all_is_done() {
        let tally =
            |done, total| Tally { done, total, weight_done: done.into(), weight_total: total.into(), cancelled: 0 };
        for (done, total, expected) in [
            (0, 0, 0),
            (0, 5, 0),
            (1, 1000, 1),
            (199, 200, 99),
            (2, 3, 67),
            (1, 8, 13),
            (5, 5, 100),
            (u32::MAX - 1, u32::MAX, 99),
        ] {
            assert_eq!(tally(done, total).percent(), expected, "{done} of {total}");
        }
        let weightless = Tally { done: 1, total: 2, ..Tally::default() };
        assert_eq!(weightless.percent(), 50);
        let all_weight_done = Tally { done: 1, total: 2, weight_done: 9, weight_total: 9, cancelled: 0 };
        assert_eq!(all_weight_done.percent(), 99);
    }

    #[test]
    fn depth_and_number_cost_no_more_than_their_length() {
        let mut deep = Story::plan(&"- [ ] a\n".repeat(5000));
        for index in 1..5000 {
            deep.0.steps.items[index].parent = Some(Parent::Step(super::super::index(index - 1)));
        }
        deep.0.steps.items[0].state = State::Done;
        assert_eq!((deep.progress().plan.done, deep.progress().plan.total), (1, 1));
        assert_eq!(deep.progress().steps[2500].shows_as, State::Done);
    }

    proptest! {
        #[test]
        fn sums_agree(plan in any_plan(), settled in any::<bool>()) {
            let count_cancelled = if settled { CountCancelled::Settled } else { CountCancelled::Excluded };
            let settings = Settings { count_cancelled, ..Settings::default() };
            let progress = progress(&plan, &settings);
            prop_assert!(progress.plan.done <= progress.plan.total);
            prop_assert!(progress.plan.percent() <= 100);
            let leaves = progress.steps.iter().filter(|step| step.counts_as.is_some());
            prop_assert_eq!(leaves.fold(Tally::default(), |sum, leaf| sum.plus(leaf.whole)), progress.plan);
            let outside = plan.steps.items.iter().zip(&progress.steps).filter(|(step, progress)| {
                progress.counts_as.is_some() && step.section.is_none_or(|section| section as usize >= plan.outline.len())
            });
            let outside = outside.fold(Tally::default(), |sum, (_, leaf)| sum.plus(leaf.whole));
            let mut lowest = u8::MAX;
            let outermost = plan.outline.iter().zip(&progress.sections).filter(|(heading, _)| {
                let outermost = heading.level <= lowest;
                lowest = lowest.min(heading.level);
                outermost
            });
            prop_assert_eq!(outermost.fold(outside, |sum, (_, section)| sum.plus(*section)), progress.plan);
        }
    }
}
