//! Where a plan stands against its dates.
//!
//! A plan's line runs evenly from its start to its due date and waits while the plan is held. *Behind* is a position
//! on that line, told in days; it is never an alarm. The rules are those of *Where a plan stands* in the users'
//! guide; all sums are whole numbers, so the same journal stands the same everywhere.

use super::pauses::Pauses;
use super::tally::Tally;
use super::tree::is_step;
use crate::model::{Date, Entry, State, Status};

/// Days that a plan may be off its line and still be on track, however short it is.
const ON_TRACK_DAYS: u32 = 3;
/// The same as a part of the plan's length: one in fifty, 2 %.
const ON_TRACK_PART: u32 = 50;

/// How a plan stands. The last five are the writer's own words: they go before what could be reckoned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ScheduleState {
    /// Within 3 days of its line, or 2 % of its length.
    OnTrack,
    /// More has been done than was planned by now.
    Ahead,
    /// Less has.
    Behind,
    /// Past its due date, with steps open.
    Overdue,
    /// Without a due date.
    Unscheduled,
    /// Before its start, with nothing done.
    NotStarted,
    /// Something done and nothing open.
    Complete,
    /// `status: idea`.
    Idea,
    /// `status: paused`.
    Paused,
    /// `status: done`.
    Done,
    /// `status: dropped`.
    Dropped,
    /// `status: pivoted`.
    Pivoted,
}

impl ScheduleState {
    /// The word for it, as in `journal.json`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::OnTrack => "on_track",
            Self::Ahead => "ahead",
            Self::Behind => "behind",
            Self::Overdue => "overdue",
            Self::Unscheduled => "unscheduled",
            Self::NotStarted => "not_started",
            Self::Complete => "complete",
            Self::Idea => "idea",
            Self::Paused => "paused",
            Self::Done => "done",
            Self::Dropped => "dropped",
            Self::Pivoted => "pivoted",
        }
    }

    /// The state of a plan that is not active.
    fn of_status(status: Status) -> Option<Self> {
        match status {
            Status::Active => None,
            Status::Idea => Some(Self::Idea),
            Status::Paused => Some(Self::Paused),
            Status::Done => Some(Self::Done),
            Status::Dropped => Some(Self::Dropped),
            Status::Pivoted => Some(Self::Pivoted),
        }
    }
}

/// A plan against its dates. What can't be known is `None`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Schedule {
    /// How it stands.
    pub state: ScheduleState,
    /// The day the line begins: the plan's own, else that of the first done step.
    pub start: Option<Date>,
    /// The day the line ends.
    pub due: Option<Date>,
    /// When the line waits.
    pub pauses: Pauses,
    /// The line itself, when it has both ends.
    pub line: Option<Line>,
}

/// The plan's line, and where the work is on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Line {
    /// Active days from start to due.
    pub length: u32,
    /// Active days from start to today; more than `length` when the due date has passed.
    pub gone: u32,
    /// How far along the line today is, in thousandths.
    pub expected: u16,
    /// Steps planned by now, to the nearest.
    pub planned: u32,
    /// Active days between today and the day on which the line passed what is done; negative is behind. None when
    /// there is nothing to do.
    pub days: Option<i32>,
    /// That day: what is done was planned for it.
    pub reached: Option<Date>,
}

/// Where a plan stands on `today`.
///
/// The first that holds: a plan that is not active has its status as its state; `complete` with none open and at
/// least one done; `overdue` past its due date with something open; `not_started` before its start with nothing
/// done; `unscheduled` without a due date; else by its line, `on_track` within 3 days or 2 % of its length,
/// whichever is more.
///
/// Without `start`, the line begins on the day of the first done step. With a due date still to come and no such
/// day either, there is no line: the plan is `not_started` when nothing is done, and `on_track` when what is done
/// has no date, for neither ahead nor behind could be shown to be true.
#[must_use]
pub fn schedule(plan: &Entry, tally: Tally, today: Date) -> Schedule {
    let due = plan.plan.due;
    let start = plan.plan.start.or_else(|| first_done(plan));
    let pauses = Pauses::of(&plan.plan.held);
    let line = start.zip(due).map(|(start, due)| Line::of(start, due, &pauses, tally, today));
    let state = ScheduleState::of_status(plan.plan.status).unwrap_or_else(|| {
        if tally.is_complete() {
            ScheduleState::Complete
        } else if due.is_some_and(|due| due < today) && tally.open() > 0 {
            ScheduleState::Overdue
        } else if tally.done == 0 && start.map_or(due.is_some(), |start| today < start) {
            ScheduleState::NotStarted
        } else if due.is_none() {
            ScheduleState::Unscheduled
        } else {
            line.map_or(ScheduleState::OnTrack, Line::state)
        }
    });
    Schedule { state, start, due, pauses, line }
}

impl Line {
    /// The line of a plan. One that ends where it begins, before it, or inside one long pause, has no length: it is
    /// not begun until its end, and all of it planned from then on.
    fn of(start: Date, due: Date, pauses: &Pauses, tally: Tally, today: Date) -> Self {
        let length = pauses.active_days(start, due);
        let gone = pauses.active_days(start, today);
        let (way, whole) = match length {
            0 => (u32::from(today >= due), 1),
            length => (gone.min(length), length),
        };
        let nearest = |of: u32| (u64::from(of) * u64::from(way) * 2 + u64::from(whole)) / (u64::from(whole) * 2);
        let (done, total) = tally.share();
        // The first day on which at least as much was planned as is done.
        let passed = (total > 0).then(|| (u128::from(done) * u128::from(length)).div_ceil(u128::from(total)));
        let passed = passed.map(|days| u32::try_from(days).unwrap_or(u32::MAX));
        Self {
            length,
            gone,
            expected: u16::try_from(nearest(1000)).unwrap_or(1000),
            planned: u32::try_from(nearest(tally.total)).unwrap_or(tally.total),
            days: passed.map(|passed| passed.cast_signed().saturating_sub_unsigned(gone)),
            reached: passed.map(|passed| pauses.day_after(start, passed)),
        }
    }

    fn state(self) -> ScheduleState {
        let days = self.days.unwrap_or(0);
        let allowed = ON_TRACK_DAYS.max(self.length / ON_TRACK_PART);
        if days.unsigned_abs() <= allowed {
            ScheduleState::OnTrack
        } else if days > 0 {
            ScheduleState::Ahead
        } else {
            ScheduleState::Behind
        }
    }
}

/// The earliest day on which a step, small or large, recurring or not, was done.
fn first_done(plan: &Entry) -> Option<Date> {
    let done = plan.steps.items.iter().filter(|step| is_step(step) && step.state == State::Done);
    done.filter_map(|step| step.fields.done).min()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::arbitrary::{any_date, any_plan};
    use super::super::story::{Story, day};
    use super::super::{index, progress};
    use super::*;
    use crate::model::Settings;

    fn on(story: &Story, today: &str) -> Schedule {
        schedule(&story.0, story.progress().plan, day(today))
    }

    /// `done` of `total` steps, none with a date.
    fn steps(done: usize, total: usize) -> Story {
        Story::plan(&("- [x] a\n".repeat(done) + &"- [ ] b\n".repeat(total - done)))
    }

    #[track_caller]
    fn check(story: &Story, today: &str, expected: &str) {
        assert_eq!(on(story, today).state.name(), expected, "on {today}");
    }

    #[test]
    fn a_novel_is_thirteen_days_behind() {
        let novel = steps(40, 64).from("2026-01-05").due("2027-04-30").held("2026-08-09", "2026-08-29");
        let schedule = on(&novel, "2026-11-22");
        let line = schedule.line.expect("both dates are there");
        assert_eq!((line.planned, line.days, line.reached), (42, Some(-13), Some(day("2026-11-09"))));
        assert_eq!((line.gone, line.length, line.expected), (300, 459, 654));
        assert_eq!(schedule.state, ScheduleState::Behind);
    }

    #[test]
    fn a_plan_is_on_track_within_three_days_or_a_fiftieth() {
        let short = steps(5, 10).from("2026-01-01").due("2026-01-21");
        check(&short, "2026-01-07", "ahead");
        check(&short, "2026-01-08", "on_track");
        check(&short, "2026-01-14", "on_track");
        check(&short, "2026-01-15", "behind");
        let long = steps(5, 10).from("2020-01-01").due("2030-01-01");
        check(&long, "2024-10-19", "ahead");
        check(&long, "2024-10-20", "on_track");
        check(&long, "2025-03-15", "on_track");
        check(&long, "2025-03-16", "behind");
    }

    #[test]
    fn a_pause_stops_the_clock() {
        let held = steps(0, 10).from("2026-01-01").due("2026-02-10").held("2026-01-03", "");
        check(&held, "2026-02-09", "on_track");
        assert_eq!(
            on(&held, "2026-02-09").line.map(|line| (line.length, line.gone, line.days)),
            Some((2, 2, Some(-2)))
        );
    }

    #[test]
    fn what_the_writer_says_goes_first() {
        for (status, name) in Status::ALL.into_iter().filter(|(status, _)| *status != Status::Active) {
            check(&steps(1, 1).status(status).due("2020-01-01"), "2026-01-01", name);
        }
    }

    #[test]
    fn each_state_has_its_case() {
        check(&steps(2, 2).due("2020-01-01"), "2026-01-01", "complete");
        check(&steps(1, 2).from("2019-01-01").due("2025-12-31"), "2026-01-01", "overdue");
        check(&steps(1, 2).from("2025-12-01").due("2026-01-01"), "2026-01-01", "behind");
        check(&steps(1, 2), "2026-01-01", "unscheduled");
        check(&steps(0, 2), "2026-01-01", "unscheduled");
        check(&steps(0, 2).from("2026-01-02"), "2026-01-01", "not_started");
        check(&steps(1, 2).from("2026-02-01").due("2026-03-01"), "2026-01-01", "ahead");
        check(&steps(0, 0).from("2025-01-01").due("2026-03-01"), "2026-01-01", "on_track");
        check(&steps(0, 0).due("2020-01-01"), "2026-01-01", "not_started");
        check(&steps(0, 0), "2026-01-01", "unscheduled");
    }

    #[test]
    fn without_a_start_the_first_done_step_is_the_start() {
        let story =
            Story::plan("- [x] a ✅ 2026-01-11\n- [x] run 🔁 daily ✅ 2026-01-09\n- [x] 🚩 b ✅ 2026-01-01\n- [ ] c")
                .due("2026-02-01");
        assert_eq!(on(&story, "2026-01-20").start, Some(day("2026-01-09")));
        check(&steps(0, 2).due("2026-02-01"), "2026-01-20", "not_started");
        let undated = steps(1, 2).due("2026-02-01");
        check(&undated, "2026-01-20", "on_track");
        assert_eq!(on(&undated, "2026-01-20").line, None);
    }

    #[test]
    fn a_plan_without_length_is_planned_from_its_end_on() {
        for due in ["2026-01-10", "2025-06-01"] {
            let story = steps(1, 2).from("2026-01-10").due(due);
            let line = on(&story, "2026-01-10").line.expect("both dates are there");
            assert_eq!((line.length, line.expected, line.planned), (0, 1000, 2));
        }
        check(&steps(0, 2).from("2026-01-10").due("2025-06-01"), "2025-12-01", "overdue");
        check(&steps(1, 2).from("2026-01-10").due("2025-06-01"), "2025-05-01", "on_track");
    }

    #[test]
    fn leap_days_are_days() {
        let story = steps(0, 4).from("2024-02-28").due("2024-03-01");
        assert_eq!(on(&story, "2024-02-29").line.map(|line| (line.length, line.planned)), Some((2, 2)));
    }

    proptest! {
        #[test]
        fn every_plan_stands_somewhere(plan in any_plan(), today in any_date()) {
            let tally = progress(&plan, &Settings::default()).plan;
            let schedule = schedule(&plan, tally, today);
            if let Some(line) = schedule.line {
                prop_assert!(line.expected <= 1000);
                prop_assert!(line.planned <= tally.total);
                prop_assert_eq!(line.days.is_some(), tally.total > 0);
            }
        }

        #[test]
        fn doing_more_never_puts_one_behind(total in 1usize..40, today in 0i32..400, held in 0i32..300) {
            let today = crate::model::add_days(day("2026-01-01"), today).to_string();
            let until = crate::model::add_days(day("2026-01-20"), held).to_string();
            let days = |done: usize| {
                let story = steps(done, total).from("2026-01-01").due("2026-12-01").held("2026-01-20", &until);
                on(&story, &today).line.and_then(|line| line.days)
            };
            for done in 0..total {
                prop_assert!(days(done) <= days(done + 1), "{} of {}", index(done), total);
            }
        }
    }
}
