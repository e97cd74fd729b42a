//! Where a plan stands, in figures and in words.
//!
//! Behind is a position, not an alarm: ahead, on track and behind are told in the same voice, and what is paused,
//! pivoted or dropped with its reason.

use super::views::{
    AmountView, CheckpointView, ForecastView, PlanCard, PracticeView, ScheduleView, TallyView, TargetView,
};
use crate::language::{Language, capitalised};
use crate::model::{Date, Entry, Every, days_between};
use crate::progress::{self, Forecast, Reach, Schedule, ScheduleState, Standing, Tally};

pub(super) fn schedule_view(language: &Language, schedule: &Schedule, tally: Tally, today: Date) -> ScheduleView {
    let line = schedule.line.filter(|_| {
        use ScheduleState::{Ahead, Behind, Complete, OnTrack, Overdue};
        matches!(schedule.state, OnTrack | Ahead | Behind | Overdue | Complete)
    });
    let by = line.and_then(|line| line.days);
    let said = |name: &str| language.say(name, &[]);
    let days = |some: &str, none: &str| match by {
        Some(days) => language.count(some, days.unsigned_abs() as usize, &[]),
        None => said(none),
    };
    let past = past(language, schedule.due.filter(|_| schedule.state == ScheduleState::Overdue), today);
    let (words, mark) = match schedule.state {
        // Nothing to do is no pace to keep.
        ScheduleState::OnTrack if tally.total == 0 => (said("under_way"), ""),
        ScheduleState::OnTrack => (said("on_track"), "on"),
        ScheduleState::Ahead => (days("days_ahead", "ahead"), "ahead"),
        ScheduleState::Behind => (days("days_behind", "behind"), "behind"),
        ScheduleState::Overdue => (past.clone(), "behind"),
        ScheduleState::Unscheduled => (said(if tally.done == 0 { "just_begun" } else { "under_way" }), ""),
        ScheduleState::NotStarted => match schedule.start {
            Some(start) => (language.say("begins_on", &[("day", language.day(start, today).into())]), ""),
            None => (said("not_begun"), ""),
        },
        ScheduleState::Complete => (said("all_steps_done"), "done"),
        ScheduleState::Idea => (said("an_idea"), ""),
        ScheduleState::Paused => (said("paused"), "paused"),
        ScheduleState::Done => (said("done"), "done"),
        ScheduleState::Dropped => (said("dropped"), ""),
        ScheduleState::Pivoted => (said("pivoted"), "pivoted"),
    };
    let share = |line: progress::Line| {
        let total = u64::from(tally.total.max(1));
        u32::try_from((u64::from(line.planned) * 10_000 / total).min(10_000)).unwrap_or(10_000)
    };
    ScheduleView {
        state: schedule.state.name(),
        words: capitalised(&words),
        past,
        days: by,
        expected: line.map(|line| u32::from(line.expected)),
        planned: line.map(|line| line.planned),
        planned_share: line.filter(|_| tally.total > 0).map(share),
        mark,
    }
}

/// How far past its date: in days at first, then in months, as one speaks of what is long ago.
fn past(language: &Language, due: Option<Date>, today: Date) -> String {
    let Some(due) = due else { return String::new() };
    let past = days_between(due, today).max(0).unsigned_abs() as usize;
    let (name, count) = match past {
        0..=89 => ("days_past", past),
        90..=729 => ("months_past", past / 30),
        _ => ("years_past", past / 365),
    };
    language.count(name, count, &[])
}

pub(super) fn forecast_view(language: &Language, standing: &Standing, today: Date) -> ForecastView {
    let day = |date: Date| language.day(date, today);
    match standing.forecast {
        Ok(Forecast { low, high, reach: Reach::Within, .. }) => {
            let words = if low == high {
                day(low)
            } else {
                language.say("range", &[("from", day(low).into()), ("to", day(high).into())])
            };
            ForecastView { low: Some(low), high: Some(high), words }
        }
        Ok(Forecast { low, reach: Reach::HighBeyond, .. }) => ForecastView {
            low: Some(low),
            high: None,
            words: language.say("range_beyond", &[("from", day(low).into())]),
        },
        Ok(Forecast { reach: Reach::BeyondTwoYears, .. }) => {
            ForecastView { low: None, high: None, words: language.say("beyond_two_years", &[]) }
        }
        Err(refusal) => {
            let words = language.say(&format!("refusal_{}", refusal.name()), &[]);
            ForecastView { low: None, high: None, words }
        }
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

pub(super) fn practice_view(language: &Language, practice: &progress::PracticeRecord) -> PracticeView {
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
        words: practice_words(language, practice),
    }
}

/// How often a practice is meant to be done, and was: `every day: 132 times, 3 not`.
fn practice_words(language: &Language, practice: &progress::PracticeRecord) -> String {
    let every = match practice.every {
        Every::Day => "every_day",
        Every::Weekday => "every_weekday",
        Every::Week => "every_week",
        Every::Month => "every_month",
    };
    let done = language.count("practice_done", practice.done as usize, &[("every", language.say(every, &[]).into())]);
    let others = [
        ("practice_missed", practice.missed),
        ("practice_unrecorded", practice.unrecorded),
        ("practice_skipped", practice.skipped),
    ];
    let others = others.into_iter().filter(|(_, count)| *count > 0);
    let others = others.map(|(name, count)| language.count(name, count as usize, &[]));
    let join = |one: String, two: String| language.say("list_more", &[("one", one.into()), ("two", two.into())]);
    others.fold(done, join)
}

/// The estimates of open steps together, if there are any: `about 12 h in 5 steps`.
pub(super) fn work_left(language: &Language, entry: &Entry, standing: &Standing) -> Option<String> {
    let open = entry.steps.items.iter().zip(&standing.progress.steps).filter(|(_, progress)| progress.is_open_leaf());
    let estimates: Vec<u32> = open.filter_map(|(step, _)| step.fields.estimate_minutes).collect();
    let minutes = estimates.iter().fold(0_u32, |sum, minutes| sum.saturating_add(*minutes));
    if minutes == 0 {
        return None;
    }
    let rounded = if minutes >= 600 { minutes.div_ceil(60) * 60 } else { minutes };
    Some(language.count("work_left", estimates.len(), &[("time", language.duration(rounded).into())]))
}

/// Where a plan stands, in a sentence or two.
pub(super) fn plan_sentence(
    language: &Language,
    card: &PlanCard,
    checkpoints: &[CheckpointView],
    today: Date,
) -> String {
    let mut sentences = vec![steps_sentence(language, card.progress)];
    sentences.extend(state_sentence(language, card, today));
    let to_come = checkpoints.iter().filter(|checkpoint| checkpoint.due.is_some_and(|due| due >= today));
    let next = to_come.filter(|checkpoint| checkpoint.when.is_some()).min_by_key(|checkpoint| checkpoint.due);
    if let Some(when) = next.filter(|_| card.status == "active").and_then(|checkpoint| checkpoint.when.as_ref()) {
        sentences.push(language.say("next_checkpoint", &[("when", when.into())]));
    }
    language.sentences(&sentences)
}

fn steps_sentence(language: &Language, progress: TallyView) -> String {
    let TallyView { done, total, cancelled, .. } = progress;
    let (done, total, cancelled) = (done as usize, total as usize, cancelled as usize);
    match (done, total) {
        (_, 0) if cancelled > 0 => language.count("all_cancelled", cancelled, &[]),
        (_, 0) => language.say("has_no_steps", &[]),
        (0, total) => language.count("steps_open", total, &[]),
        (done, total) if done == total => language.count("steps_all_done", total, &[]),
        (done, total) => language.count("steps_done_of", done, &[("of", language.spelled(total).into())]),
    }
}

fn state_sentence(language: &Language, card: &PlanCard, today: Date) -> Option<String> {
    let by = card.schedule.days.map_or(0, i32::unsigned_abs) as usize;
    let day = |date: Date| language.day(date, today);
    Some(match card.schedule.state {
        "on_track" if card.progress.total > 0 => language.say("keeps_pace", &[]),
        "ahead" => language.count("is_ahead", by, &[]),
        "behind" => language.count("is_behind", by, &[]),
        "overdue" => language.say("is_past", &[("past", (&card.schedule.past).into())]),
        "not_started" => language.sentence(&card.schedule.words),
        "paused" => {
            let paused = match card.paused_since {
                Some(since) => language.say("paused_since", &[("day", day(since).into())]),
                None => language.say("paused", &[]),
            };
            let again = card.until.map(|until| match days_between(today, until) {
                ..0 => ("paused_until_past", until),
                0 => ("paused_until_today", until),
                1.. => ("paused_until", until),
            });
            let said = match again {
                None => paused,
                Some((name, until)) => language.say(name, &[("paused", paused.into()), ("day", day(until).into())]),
            };
            language.sentence(&said)
        }
        "pivoted" => match &card.pivoted_to {
            Some(to) => language.say("became", &[("plan", (&to.title).into())]),
            None => language.say("became_other", &[]),
        },
        "done" => language.say("is_done", &[]),
        "dropped" => language.say("was_dropped", &[]),
        _ => return None,
    })
}

/// How many checkpoints are behind a plan. Like a cancelled step, a dropped one leaves the count and is told beside it.
pub(super) fn passed_words(language: &Language, checkpoints: &[CheckpointView]) -> String {
    let count = |states: &[&str]| checkpoints.iter().filter(|checkpoint| states.contains(&checkpoint.state)).count();
    let (passed, dropped) = (count(&["met", "partly"]), count(&["dropped"]));
    let left = checkpoints.len() - dropped;
    let passed = (left > 0).then(|| language.count("passed_of", passed, &[("of", left.into())]));
    let dropped = (dropped > 0).then(|| language.count("checkpoints_dropped", dropped, &[]));
    let join = |one: String, two: String| language.say("list_more", &[("one", one.into()), ("two", two.into())]);
    passed.into_iter().chain(dropped).reduce(join).unwrap_or_default()
}
