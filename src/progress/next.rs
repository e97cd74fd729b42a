//! What to do now, what waits for what, and where help is wanted.

use std::collections::{BTreeMap, BTreeSet};

use super::index;
use super::tally::Progress;
use super::tree::{Tree, is_step};
use crate::model::{Date, Entry, State, days_between};

/// The steps of a plan that ask for attention. Steps are indices into [`crate::model::Steps::items`].
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Attention {
    /// The next small steps: what is overdue first, the longest overdue before the rest, then in document order.
    pub next: Vec<u32>,
    /// Open leaves that were due before today, in document order.
    pub overdue: Vec<u32>,
    /// Open steps that wait for others, in document order.
    pub blocked: Vec<Blocked>,
    /// Open steps that want help, in document order.
    pub needs_help: Vec<u32>,
    /// Days since the last done step, or the last reflection on the plan; none when there has been neither.
    pub quiet_days: Option<u32>,
}

/// A step that waits for others.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Blocked {
    /// The step whose line says so.
    pub step: u32,
    /// The ids that it waits for, as written.
    pub by: Vec<String>,
}

/// Finds them, by the rules of *Where a plan stands* in the users' guide.
///
/// - *Next* is the first open leaf of each section that is neither blocked nor has a start date still to come. What
///   a step's line says of waiting and of starting holds for all that stands below it.
/// - *Blocked* is a step that is not settled and names (`⛔`) an id that an unsettled step of this plan has; an id
///   that no step here has is asked of `open_ids`, which knows the rest of the journal. A step does not wait for what
///   stands below itself: that would never end.
/// - *Needs help* is a step that is not settled and is waiting, names somebody (`@name`), or is tagged `#help`.
#[must_use]
pub fn attention(
    plan: &Entry,
    progress: &Progress,
    reflections: &[&Entry],
    today: Date,
    open_ids: &dyn Fn(&str) -> bool,
) -> Attention {
    attention_in(plan, &Tree::of(&plan.steps), progress, reflections, today, open_ids)
}

pub(super) fn attention_in(
    plan: &Entry,
    tree: &Tree,
    progress: &Progress,
    reflections: &[&Entry],
    today: Date,
    open_ids: &dyn Fn(&str) -> bool,
) -> Attention {
    let items = &plan.steps.items;
    let blocked = blocked(plan, tree, progress, open_ids);
    let mut later = vec![false; items.len()];
    for blocked in &blocked {
        later[blocked.step as usize] = true;
    }
    for (at, step) in items.iter().enumerate() {
        let above = tree.above(at).is_some_and(|above| later[above]);
        later[at] |= above || step.fields.start.is_some_and(|start| start > today);
    }
    let mut found = Attention { blocked, quiet_days: quiet_days(plan, reflections, today), ..Attention::default() };
    let mut begun = BTreeSet::new();
    for (at, (step, own)) in items.iter().zip(&progress.steps).enumerate() {
        if own.is_open_leaf() {
            if step.fields.due.is_some_and(|due| due < today) {
                found.overdue.push(index(at));
            }
            if !later[at] && begun.insert(step.section) {
                found.next.push(index(at));
            }
        }
        if is_unsettled(plan, progress, at) && is_step(step) && wants_help(plan, at) {
            found.needs_help.push(index(at));
        }
    }
    let overdue_since = |at: &u32| items[*at as usize].fields.due.filter(|due| *due < today).unwrap_or(Date::MAX);
    found.next.sort_by_key(overdue_since);
    found
}

/// Whether something is left to do on that line, checkpoints among them.
fn is_unsettled(plan: &Entry, progress: &Progress, at: usize) -> bool {
    plan.steps.items[at].state != State::Note && !progress.steps[at].shows_as.is_settled()
}

fn wants_help(plan: &Entry, at: usize) -> bool {
    let step = &plan.steps.items[at];
    let help = |tag: &String| tag.split('/').next().is_some_and(|first| first.eq_ignore_ascii_case("help"));
    step.state == State::Waiting || !step.fields.people.is_empty() || step.fields.tags.iter().any(help)
}

fn blocked(plan: &Entry, tree: &Tree, progress: &Progress, open_ids: &dyn Fn(&str) -> bool) -> Vec<Blocked> {
    let items = &plan.steps.items;
    let mut here: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (at, step) in items.iter().enumerate() {
        if let Some(id) = &step.fields.id {
            here.entry(id).or_default().push(at);
        }
    }
    let waits_for = |at: usize, id: &str| match here.get(id) {
        Some(steps) => {
            steps.iter().any(|other| *other != at && !tree.is_below(*other, at) && is_unsettled(plan, progress, *other))
        }
        None => open_ids(id),
    };
    let mut blocked = Vec::new();
    for (at, step) in items.iter().enumerate().filter(|(at, _)| is_unsettled(plan, progress, *at)) {
        let by: Vec<String> = step.fields.depends_on.iter().filter(|id| waits_for(at, id)).cloned().collect();
        if !by.is_empty() {
            blocked.push(Blocked { step: index(at), by });
        }
    }
    blocked
}

/// Done steps of every size, practice and checkpoints among them: any of them breaks the quiet. Days after today are
/// not heard yet.
fn quiet_days(plan: &Entry, reflections: &[&Entry], today: Date) -> Option<u32> {
    let done = plan.steps.items.iter().filter(|step| step.state == State::Done).filter_map(|step| step.fields.done);
    let written = reflections.iter().filter_map(|reflection| reflection.date);
    let last = done.chain(written).filter(|day| *day <= today).max()?;
    u32::try_from(days_between(last, today)).ok()
}

#[cfg(test)]
mod tests {
    use super::super::story::{Story, day};
    use super::*;

    fn of(story: &Story) -> Attention {
        attention(&story.0, &story.progress(), &[], day("2026-03-01"), &|id| id == "elsewhere")
    }

    fn texts(story: &Story, steps: impl IntoIterator<Item = u32>) -> Vec<String> {
        steps.into_iter().map(|step| story.0.steps.items[step as usize].text.clone()).collect()
    }

    #[track_caller]
    fn check_next(body: &str, expected: &[&str]) {
        let story = Story::plan(body);
        assert_eq!(texts(&story, of(&story).next), expected, "{body}");
    }

    #[test]
    fn the_first_open_leaf_of_each_section_is_next() {
        check_next(
            "- [x] a\n- [ ] p\n  - [ ] b\n  - [ ] c\n# One\n- [-] d\n- [ ] e\n## Deeper\n- [ ] f",
            &["b", "e", "f"],
        );
        check_next("- [x] p\n  - [ ] a\n- [i] n\n- [ ] 🚩 c\n- [ ] r 🔁 daily\n- [?] w", &["w"]);
        check_next("", &[]);
    }

    #[test]
    fn what_is_overdue_goes_first() {
        check_next(
            "- [ ] a\n# B\n- [ ] b 📅 2026-02-28\n# C\n- [ ] c 📅 2026-03-01\n# D\n- [ ] d 📅 2020-01-01",
            &["d", "b", "a", "c"],
        );
    }

    #[test]
    fn what_waits_or_starts_later_is_left_out() {
        check_next("- [ ] a ⛔ b\n- [ ] b 🆔 b", &["b"]);
        check_next("- [ ] a ⛔ b\n- [x] b 🆔 b\n", &["a"]);
        check_next("- [ ] a ⛔ elsewhere\n- [ ] b ⛔ nowhere", &["b"]);
        check_next("- [ ] p ⛔ b\n  - [ ] a\n- [ ] b 🆔 b 🛫 2026-03-02\n- [ ] c 🛫 2026-03-01", &["c"]);
        check_next("- [ ] p ⛔ b\n  - [ ] a\n  - [ ] b 🆔 b", &["a"]);
        check_next("- [ ] a 🆔 a ⛔ a", &["a"]);
        check_next("- [ ] a 🆔 a ⛔ b\n- [ ] b 🆔 b ⛔ a", &[]);
    }

    #[test]
    fn a_blocked_step_says_by_what() {
        let story = Story::plan("- [ ] a ⛔ b,elsewhere,c,d\n- [ ] b 🆔 b\n- [x] c 🆔 c\n- [-] d 🆔 d\n- [x] e ⛔ b");
        assert_eq!(of(&story).blocked, [Blocked { step: 0, by: vec!["b".into(), "elsewhere".into()] }]);
    }

    #[test]
    fn help_is_wanted_where_somebody_is_named() {
        let story =
            Story::plan("- [?] a\n- [ ] b @ana\n- [ ] c #Help/legal\n- [x] d @ben\n- [i] e @cleo\n- [ ] f #helpful");
        assert_eq!(texts(&story, of(&story).needs_help), ["a", "b @ana", "c #Help/legal"]);
    }

    #[test]
    fn quiet_is_counted_from_the_last_sign_of_life() {
        let story = Story::plan("- [x] a ✅ 2026-02-01\n- [x] later ✅ 2026-04-01");
        assert_eq!(of(&story).quiet_days, Some(28));
        let reflection = Story::reflection("2026-02-27").0;
        let heard = attention(&story.0, &story.progress(), &[&reflection], day("2026-03-01"), &|_| false);
        assert_eq!(heard.quiet_days, Some(2));
        assert_eq!(of(&Story::plan("- [ ] a")).quiet_days, None);
    }

    #[test]
    fn what_is_overdue_is_listed_in_full() {
        let story = Story::plan("- [ ] a 📅 2026-02-01\n- [ ] b 📅 2026-02-02\n- [x] c 📅 2026-02-02");
        assert_eq!(of(&story).overdue, [0, 1]);
    }
}
