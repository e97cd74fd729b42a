//! Where a plan stands, in figures and in words.
//!
//! Behind is a position, not an alarm: ahead, on track and behind are told in the same voice, and what is paused,
//! pivoted or dropped with its reason.

use super::views::{
    AmountView, CheckpointView, ForecastView, PlanCard, PracticeView, ScheduleView, TallyView, TargetView,
};
use super::words::{capitalised, counted, day, duration, grouped, spelled};
use crate::model::{Date, Entry, Every, days_between};
use crate::progress::{self, Forecast, Reach, Schedule, ScheduleState, Standing, Tally};

/// `one day`, `13 days`.
fn days(number: u32) -> String {
    if number == 1 { "one day".to_owned() } else { format!("{number} days") }
}

pub(super) fn schedule_view(schedule: &Schedule, tally: Tally, today: Date) -> ScheduleView {
    let line = schedule.line.filter(|_| {
        use ScheduleState::{Ahead, Behind, Complete, OnTrack, Overdue};
        matches!(schedule.state, OnTrack | Ahead | Behind | Overdue | Complete)
    });
    let ahead = line.and_then(|line| line.days);
    let (words, mark) = match schedule.state {
        // Nothing to do is no pace to keep.
        ScheduleState::OnTrack if tally.total == 0 => ("Under way".to_owned(), ""),
        ScheduleState::OnTrack => ("On track".to_owned(), "on"),
        ScheduleState::Ahead => {
            (ahead.map_or("Ahead".to_owned(), |by| format!("{} ahead", days(by.unsigned_abs()))), "ahead")
        }
        ScheduleState::Behind => {
            (ahead.map_or("Behind".to_owned(), |by| format!("{} behind", days(by.unsigned_abs()))), "behind")
        }
        ScheduleState::Overdue => (overdue_words(schedule.due, today), "behind"),
        ScheduleState::Unscheduled => (if tally.done == 0 { "Just begun" } else { "Under way" }.to_owned(), ""),
        ScheduleState::NotStarted => {
            (schedule.start.map_or("Not begun".to_owned(), |start| format!("Begins on {}", day(start, today))), "")
        }
        ScheduleState::Complete => ("All steps done".to_owned(), "done"),
        ScheduleState::Idea => ("An idea".to_owned(), ""),
        ScheduleState::Paused => ("Paused".to_owned(), "paused"),
        ScheduleState::Done => ("Done".to_owned(), "done"),
        ScheduleState::Dropped => ("Dropped".to_owned(), ""),
        ScheduleState::Pivoted => ("Pivoted".to_owned(), "pivoted"),
    };
    let share = |line: progress::Line| {
        let total = u64::from(tally.total.max(1));
        u32::try_from((u64::from(line.planned) * 10_000 / total).min(10_000)).unwrap_or(10_000)
    };
    ScheduleView {
        state: schedule.state.name(),
        words: capitalised(&words),
        days: ahead,
        expected: line.map(|line| u32::from(line.expected)),
        planned: line.map(|line| line.planned),
        planned_share: line.filter(|_| tally.total > 0).map(share),
        mark,
    }
}

/// Past its date: in days at first, then in months, as one speaks of what is long ago.
fn overdue_words(due: Option<Date>, today: Date) -> String {
    let past = due.map_or(0, |due| days_between(due, today).max(0).unsigned_abs());
    match past {
        0..=89 => format!("{} past its date", days(past)),
        90..=729 => format!("{} months past its date", spelled((past / 30) as usize)),
        _ => format!("{} years past its date", spelled((past / 365) as usize)),
    }
}

pub(super) fn forecast_view(standing: &Standing, today: Date) -> ForecastView {
    match standing.forecast {
        Ok(Forecast { low, high, reach: Reach::Within, .. }) => {
            let words =
                if low == high { day(low, today) } else { format!("{} to {}", day(low, today), day(high, today)) };
            ForecastView { low: Some(low), high: Some(high), words }
        }
        Ok(Forecast { low, reach: Reach::HighBeyond, .. }) => {
            ForecastView { low: Some(low), high: None, words: format!("{}, or more than two years", day(low, today)) }
        }
        Ok(Forecast { reach: Reach::BeyondTwoYears, .. }) => {
            ForecastView { low: None, high: None, words: "More than two years at this pace.".to_owned() }
        }
        Err(refusal) => ForecastView { low: None, high: None, words: refusal.sentence().to_owned() },
    }
}

pub(super) fn target_view(metric: &progress::Metric) -> TargetView {
    TargetView {
        metric: metric.metric.clone(),
        current: AmountView(metric.current),
        amount: AmountView(metric.amount),
        from: AmountView(metric.from),
        // Rounded down: all of it is all of it only when it is reached.
        percent: u8::try_from(metric.share / 10).unwrap_or(100),
    }
}

pub(super) fn practice_view(practice: &progress::PracticeRecord) -> PracticeView {
    PracticeView {
        what: practice.what.clone(),
        every: match practice.every {
            Every::Day => "day",
            Every::Weekday => "weekday",
            Every::Week => "week",
            Every::Month => "month",
        },
        done: practice.done,
        missed: practice.missed,
        unrecorded: practice.unrecorded,
        skipped: practice.skipped,
        strength: u32::from(practice.strength),
        streak: practice.streak,
        words: practice_words(practice),
    }
}

/// How often a practice is meant to be done, and was: `every day: 132 times, 3 not`.
fn practice_words(practice: &progress::PracticeRecord) -> String {
    let every = match practice.every {
        Every::Day => "every day",
        Every::Weekday => "every weekday",
        Every::Week => "every week",
        Every::Month => "every month",
    };
    let others =
        [(practice.missed, "not"), (practice.unrecorded, "not written down"), (practice.skipped, "in a pause")];
    let others = others.into_iter().filter(|(count, _)| *count > 0);
    let others: Vec<String> = others.map(|(count, what)| format!(", {} {what}", grouped(count as usize))).collect();
    format!("{every}: {}{}", counted(practice.done as usize, "time", "times"), others.concat())
}

/// The estimates of open steps together, if there are any: `about 12 h in 5 steps`.
pub(super) fn work_left(entry: &Entry, standing: &Standing) -> Option<String> {
    let open = entry.steps.items.iter().zip(&standing.progress.steps).filter(|(_, progress)| progress.is_open_leaf());
    let estimates: Vec<u32> = open.filter_map(|(step, _)| step.fields.estimate_minutes).collect();
    let minutes = estimates.iter().fold(0_u32, |sum, minutes| sum.saturating_add(*minutes));
    if minutes == 0 {
        return None;
    }
    let steps = estimates.len();
    let rounded = if minutes >= 600 { minutes.div_ceil(60) * 60 } else { minutes };
    Some(format!("about {} in {steps} {}", duration(rounded), if steps == 1 { "step" } else { "steps" }))
}

/// Where a plan stands, in a sentence or two.
pub(super) fn plan_sentence(card: &PlanCard, checkpoints: &[CheckpointView], today: Date) -> String {
    let TallyView { done, total, cancelled, .. } = card.progress;
    let steps = match (done, total) {
        (_, 0) if cancelled == 1 => "Its one step was cancelled.".to_owned(),
        (_, 0) if cancelled > 0 => format!("All {} steps were cancelled.", spelled(cancelled as usize)),
        (_, 0) => "It has no steps yet.".to_owned(),
        (0, 1) => "Its one step is open.".to_owned(),
        (0, total) => format!("Its {} steps are open.", spelled(total as usize)),
        (done, total) if done == total => {
            if total == 1 {
                "Its one step is done.".to_owned()
            } else {
                format!("All {} steps are done.", spelled(total as usize))
            }
        }
        (done, total) => format!(
            "{} of {} steps {} done.",
            capitalised(&spelled(done as usize)),
            spelled(total as usize),
            if done == 1 { "is" } else { "are" }
        ),
    };
    let state = match card.schedule.state {
        "on_track" if total > 0 => "It keeps its pace.".to_owned(),
        "ahead" => format!("It is {} of its plan.", card.schedule.words.to_lowercase()),
        "behind" => format!("It is {} its plan.", card.schedule.words.to_lowercase()),
        "overdue" => format!("It is {}.", card.schedule.words.to_lowercase()),
        "not_started" => format!("{}.", card.schedule.words),
        "paused" => {
            let since = card.paused_since.map(|since| format!(" since {}", day(since, today))).unwrap_or_default();
            let again = card.until.map(|until| match days_between(today, until) {
                ..0 => format!("; it was to be looked at again on {}", day(until, today)),
                0 => ", to be looked at again today".to_owned(),
                1.. => format!(", to be looked at again on {}", day(until, today)),
            });
            format!("Paused{since}{}.", again.unwrap_or_default())
        }
        "pivoted" => card
            .pivoted_to
            .as_ref()
            .map_or("It became something else.".to_owned(), |to| format!("It became {}.", to.title)),
        "done" => "It is done.".to_owned(),
        "dropped" => "It was dropped.".to_owned(),
        _ => String::new(),
    };
    let next = checkpoints
        .iter()
        .filter(|checkpoint| checkpoint.when.is_some() && checkpoint.due.is_some_and(|due| due >= today))
        .min_by_key(|checkpoint| checkpoint.due);
    let next = next
        .filter(|_| card.status == "active")
        .and_then(|checkpoint| checkpoint.when.as_ref().map(|when| format!("The next checkpoint is {when}.")));
    [Some(steps), Some(state).filter(|state| !state.is_empty()), next]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" ")
}

/// How many checkpoints are behind a plan. Like a cancelled step, a dropped one leaves the count and is told beside it.
pub(super) fn passed_words(checkpoints: &[CheckpointView]) -> String {
    let count = |states: &[&str]| checkpoints.iter().filter(|checkpoint| states.contains(&checkpoint.state)).count();
    let (passed, dropped) = (count(&["met", "partly"]), count(&["dropped"]));
    let passed = match checkpoints.len() - dropped {
        0 => None,
        left => Some(format!("{} of {} passed", grouped(passed), grouped(left))),
    };
    let dropped = (dropped > 0).then(|| format!("{} dropped", grouped(dropped)));
    passed.into_iter().chain(dropped).collect::<Vec<_>>().join(", ")
}
