//! How a plan's steps came to be done, day by day, and how many there were to do.
//!
//! Only what is known is told: a step without a day is in no day's count, and one without a created date was there
//! from the beginning. Where the plan's versions are known, they tell how many steps there were, those among them that
//! are gone.

use std::collections::BTreeMap;

use super::index;
use super::tally::{Counted, Progress};
use crate::model::settings::CountCancelled;
use crate::model::{Date, Entry, Settings};

/// Steps done and steps in scope over time, each with a vertex for every day on which it changed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct BurnUp {
    /// Steps that count before the first day that is known to have changed their number.
    pub scope_before: u32,
    /// How many there are at the end of each day that changed it, oldest first. The last is the tally's total.
    pub scope: Vec<(Date, u32)>,
    /// How many are done at the end of each day on which one was, oldest first.
    pub done: Vec<(Date, u32)>,
    /// Done steps that name no day: with the last of `done` they are the tally's done ones.
    pub undated: u32,
    /// Whether the plan's versions tell the scope; else only what its lines say.
    pub is_known: bool,
}

impl BurnUp {
    /// Steps done at the end of a day, as far as their days are known.
    #[must_use]
    pub fn done_by(&self, day: Date) -> u32 {
        at(&self.done, day).unwrap_or(0)
    }

    /// Steps in scope at the end of a day.
    #[must_use]
    pub fn scope_by(&self, day: Date) -> u32 {
        at(&self.scope, day).unwrap_or(self.scope_before)
    }
}

/// The value on `day` of what changed on these days.
fn at(changes: &[(Date, u32)], day: Date) -> Option<u32> {
    let next = changes.partition_point(|(changed, _)| *changed <= day);
    next.checked_sub(1).map(|last| changes[last].1)
}

/// The burn-up of a plan up to `today`.
///
/// A leaf counts from the day it was created (`➕`), or done if that was earlier; one without that day, from the
/// beginning. A cancelled one counts until the day it was cancelled (`❌`); without that day it never did. Where
/// cancelled steps count as done, they are done on that day. Days after `today` are not known yet.
#[must_use]
pub fn burn_up(plan: &Entry, progress: &Progress, settings: &Settings, today: Date) -> BurnUp {
    let settled = plan.plan.count_cancelled.unwrap_or(settings.count_cancelled) == CountCancelled::Settled;
    let past = |day: Option<Date>| day.filter(|day| *day <= today);
    let mut done: BTreeMap<Date, i32> = BTreeMap::new();
    let mut scope: BTreeMap<Date, i32> = BTreeMap::new();
    let (mut before, mut undated) = (0, 0);
    for (step, progress) in plan.steps.items.iter().zip(&progress.steps) {
        let Some(counted) = progress.counts_as else { continue };
        let fields = &step.fields;
        let finished = match counted {
            Counted::Done => Some(past(fields.done)),
            Counted::Cancelled if settled => Some(past(fields.cancelled)),
            Counted::Open | Counted::Cancelled => None,
        };
        let left = past(fields.cancelled).filter(|_| counted == Counted::Cancelled && !settled);
        if counted == Counted::Cancelled && !settled && left.is_none() {
            continue;
        }
        match finished {
            Some(Some(day)) => *done.entry(day).or_default() += 1,
            Some(None) => undated += 1,
            None => {}
        }
        if plan.past.scope.is_some() {
            continue;
        }
        match past(fields.created) {
            Some(created) => {
                let ended = finished.flatten().or(left);
                *scope.entry(ended.map_or(created, |ended| ended.min(created))).or_default() += 1;
            }
            None => before += 1,
        }
        if let Some(left) = left {
            *scope.entry(left).or_default() -= 1;
        }
    }
    if let Some(known) = &plan.past.scope {
        let later: i32 = known.changes.iter().filter(|(day, _)| *day > today).map(|(_, change)| change).sum();
        before = usize::try_from(i64::from(known.before) + i64::from(later)).unwrap_or(0);
        scope = known.changes.iter().copied().filter(|(day, _)| *day <= today).collect();
    }
    BurnUp {
        scope_before: index(before),
        scope: summed(before, scope),
        done: summed(0, done),
        undated,
        is_known: plan.past.scope.is_some(),
    }
}

/// What the changes of each day come to; days that change nothing are left out.
fn summed(before: usize, changes: BTreeMap<Date, i32>) -> Vec<(Date, u32)> {
    let changes = changes.into_iter().filter(|(_, change)| *change != 0);
    changes
        .scan(index(before), |sum, (day, change)| {
            *sum = sum.saturating_add_signed(change);
            Some((day, *sum))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::arbitrary::{any_date, any_plan};
    use super::super::progress;
    use super::super::story::{Story, day};
    use super::*;

    fn of(plan: &Entry, today: &str) -> BurnUp {
        let settings = Settings::default();
        burn_up(plan, &progress(plan, &settings), &settings, day(today))
    }

    fn days(expected: &[(&str, u32)]) -> Vec<(Date, u32)> {
        expected.iter().map(|(date, count)| (day(date), *count)).collect()
    }

    #[test]
    fn each_day_has_one_vertex() {
        let plan = Story::plan(
            "- [x] p ✅ 2026-02-09\n  - [x] a ✅ 2026-02-01\n  - [x] b ✅ 2026-02-01\n- [x] c ✅ 2026-03-01\n\
             - [x] some time\n- [x] later ✅ 2026-12-01\n- [ ] d\n- [x] run 🔁 daily ✅ 2026-02-02\n- [x] 🚩 e ✅ 2026-02-03",
        );
        let burn_up = of(&plan.0, "2026-03-02");
        assert_eq!(burn_up.done, days(&[("2026-02-01", 2), ("2026-03-01", 3)]));
        assert_eq!((burn_up.scope_before, &burn_up.scope, burn_up.undated), (6, &Vec::new(), 2));
        assert_eq!([day("2026-01-31"), day("2026-02-28")].map(|day| burn_up.done_by(day)), [0, 2]);
    }

    #[test]
    fn scope_grows_with_what_is_created_and_shrinks_with_what_is_cancelled() {
        let mut plan = Story::plan("- [ ] a\n- [ ] b\n- [-] c\n- [-] d\n- [x] e ✅ 2026-02-05").0;
        for (step, created) in [(1, "2026-02-10"), (4, "2026-02-20")] {
            plan.steps.items[step].fields.created = Some(day(created));
        }
        plan.steps.items[2].fields.cancelled = Some(day("2026-03-01"));
        let burn_up = of(&plan, "2026-03-02");
        assert_eq!(burn_up.scope_before, 2);
        assert_eq!(burn_up.scope, days(&[("2026-02-05", 3), ("2026-02-10", 4), ("2026-03-01", 3)]));
        assert_eq!((burn_up.scope_by(day("2026-02-28")), burn_up.scope_by(day("2026-01-01"))), (4, 2));
        plan.plan.count_cancelled = Some(CountCancelled::Settled);
        let burn_up = of(&plan, "2026-03-02");
        assert_eq!(burn_up.done, days(&[("2026-02-05", 1), ("2026-03-01", 2)]));
        assert_eq!((burn_up.scope.last(), burn_up.undated), (Some(&(day("2026-02-10"), 5)), 1));
    }

    proptest! {
        #[test]
        fn it_ends_where_the_tally_is(plan in any_plan(), today in any_date()) {
            let settings = Settings::default();
            let progress = progress(&plan, &settings);
            let burn_up = burn_up(&plan, &progress, &settings, today);
            prop_assert_eq!(burn_up.scope_by(Date::MAX), progress.plan.total);
            prop_assert_eq!(burn_up.done_by(Date::MAX) + burn_up.undated, progress.plan.done);
            prop_assert!(burn_up.done.is_sorted() && burn_up.scope.is_sorted_by_key(|(day, _)| *day));
        }
    }
}
