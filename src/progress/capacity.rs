//! When it is more than there is room for: the work due in each coming week, against the time there is.

use super::practice::week_of;
use super::tally::{Progress, median_estimate};
use crate::model::{Date, Entry, Weekday, add_days, days_between};

/// Weeks ahead that are looked at, this one among them.
const WEEKS: usize = 8;

/// The work due in one week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct WeekLoad {
    /// The first day of the week.
    pub first: Date,
    /// Steps due in it.
    pub steps: u32,
    /// Minutes they are estimated to take.
    pub minutes: u64,
    /// How many of them nobody has an idea of: without an estimate, in a plan without any.
    pub unestimated: u32,
}

/// The work of the coming weeks.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Load {
    /// Minutes a week there are, if that is said.
    pub capacity: Option<u32>,
    /// Eight weeks, from the one that today lies in.
    pub weeks: Vec<WeekLoad>,
}

impl Load {
    /// The weeks with more work than there is time for.
    pub fn overfull(&self) -> impl Iterator<Item = &WeekLoad> {
        let capacity = self.capacity;
        self.weeks.iter().filter(move |week| capacity.is_some_and(|capacity| week.minutes > capacity.into()))
    }
}

/// The work of a plan that is due in the coming weeks. A step is due on its due date, else on the day it is scheduled
/// for; what is overdue is due now. A step without an estimate is taken for the median of the plan's. Steps without a
/// day are in no week.
#[must_use]
pub fn load(plan: &Entry, progress: &Progress, week_start: Weekday, today: Date) -> Load {
    let first = week_of(today, week_start);
    let mut weeks = coming(first);
    let counted: Vec<_> = progress.steps.iter().map(|step| step.counts_as).collect();
    let median = median_estimate(plan, &counted);
    let open = plan.steps.items.iter().zip(&progress.steps).filter(|(_, progress)| progress.is_open_leaf());
    for (step, _) in open {
        let Some(day) = step.fields.due.or(step.fields.scheduled) else { continue };
        let week = usize::try_from(days_between(first, day.max(first)) / 7).unwrap_or(WEEKS);
        let Some(week) = weeks.get_mut(week) else { continue };
        let minutes = step.fields.estimate_minutes.or(median);
        week.steps += 1;
        week.minutes += u64::from(minutes.unwrap_or(0));
        week.unestimated += u32::from(minutes.is_none());
    }
    Load { capacity: plan.plan.capacity_minutes, weeks }
}

/// The work of several plans together, for one day and week.
pub fn load_together<'a>(
    loads: impl IntoIterator<Item = &'a Load>,
    capacity: Option<u32>,
    week_start: Weekday,
    today: Date,
) -> Load {
    let mut weeks = coming(week_of(today, week_start));
    for load in loads {
        for (sum, week) in weeks.iter_mut().zip(&load.weeks) {
            sum.steps = sum.steps.saturating_add(week.steps);
            sum.minutes = sum.minutes.saturating_add(week.minutes);
            sum.unestimated = sum.unestimated.saturating_add(week.unestimated);
        }
    }
    Load { capacity, weeks }
}

fn coming(first: Date) -> Vec<WeekLoad> {
    let week = |first| WeekLoad { first, steps: 0, minutes: 0, unestimated: 0 };
    (0..).step_by(7).take(WEEKS).map(|days| week(add_days(first, days))).collect()
}

#[cfg(test)]
mod tests {
    use super::super::story::{Story, day};
    use super::*;

    fn of(story: &Story) -> Load {
        load(&story.0, &story.progress(), Weekday::Monday, day("2026-03-04"))
    }

    #[test]
    fn work_lies_in_the_week_it_is_due() {
        let mut story = Story::plan(
            "- [ ] late ⏱ 30 📅 2020-01-01\n- [ ] sunday ⏱ 90 📅 2026-03-08\n- [ ] monday 📅 2026-03-09\n- [ ] far ⏱ 60 📅 2030-01-01\n\
             - [x] done ⏱ 60 📅 2026-03-09\n- [ ] undated ⏱ 60\n- [ ] planned ⏱ 45 ⏳ 2026-04-26",
        );
        story.0.plan.capacity_minutes = Some(100);
        let load = of(&story);
        let filled: Vec<_> = load
            .weeks
            .iter()
            .filter(|week| week.steps > 0)
            .map(|week| (week.first, week.steps, week.minutes))
            .collect();
        assert_eq!(filled, [(day("2026-03-02"), 2, 120), (day("2026-03-09"), 1, 60), (day("2026-04-20"), 1, 45)]);
        assert_eq!(load.overfull().map(|week| week.first).collect::<Vec<_>>(), [day("2026-03-02")]);
        let together = load_together([&load, &load], Some(120), Weekday::Monday, day("2026-03-04"));
        assert_eq!(together.overfull().map(|week| week.minutes).collect::<Vec<_>>(), [240]);
    }

    #[test]
    fn work_that_nobody_estimated_is_said_so() {
        let load = of(&Story::plan("- [ ] a 📅 2026-03-04"));
        assert_eq!((load.weeks[0].steps, load.weeks[0].minutes, load.weeks[0].unestimated), (1, 0, 1));
        assert_eq!(load.overfull().count(), 0);
    }
}
