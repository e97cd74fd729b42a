//! A plan's own bar, with its words: what stands above it, what it says to who can't see it, and the same as a table.

use super::axis::{Axis, label, too_near};
use super::bar::Bar;
use super::views::{PlanBarView, TableView};
use super::words;
use crate::model::{Date, Entry, Status, add_days};
use crate::progress::{CheckpointState, Reach, Standing};

/// The bar of a plan on its own page.
pub(super) fn plan_bar(plan: &Entry, standing: &Standing, today: Option<Date>) -> Option<PlanBarView> {
    let bar = Bar::of(plan, standing, today)?;
    let (first, last) = bar.days(today);
    let axis = Axis::of_months(first, last);
    let view = bar.view(axis);
    let began = if today.is_some_and(|today| today < bar.from) { "starts" } else { "started" };
    let was = if today.is_some_and(|today| bar.due.is_some_and(|due| due < today)) { "was due" } else { "due" };
    let due = bar.due.and_then(|due| axis.label(due, format!("{was} {}", words::short(due))));
    let now = today.and_then(|today| axis.label(today, "today"));
    let numbers = if bar.marks.is_empty() || view.dense { "" } else { " Numbers are the checkpoints below." };
    let next =
        bar.marks.iter().find(|(_, state, _)| *state == "next").filter(|_| view.dense).map(|(day, _, number)| {
            format!("Next: {}, checkpoint {number} of {}.", words::date(*day), standing.checkpoints.len())
        });
    Some(PlanBarView {
        caption: format!("{}{numbers}", got_to(plan, standing, &bar)),
        description: description(plan, standing, &bar, today),
        ticks: axis.ticks(),
        lanes: view.checkpoints.iter().map(|mark| mark.lane + 1).max().unwrap_or(1),
        bar: view,
        two_rows: too_near(now.as_ref(), due.as_ref()),
        today: now,
        started: label(axis.x(bar.from), format!("{began} {}", words::short(bar.from))),
        due,
        next,
        table: table(plan.plan.status, standing, &bar, today),
    })
}

/// How far the work has got, in a sentence.
fn got_to(plan: &Entry, standing: &Standing, bar: &Bar) -> String {
    let reached = words::date(bar.reached);
    match plan.plan.status {
        Status::Done => format!("It was done on {}.", words::date(add_days(bar.to, -1))),
        Status::Dropped | Status::Pivoted => format!("It ran until {}.", words::date(add_days(bar.to, -1))),
        Status::Paused if bar.waits_since => format!("It has been paused since {}.", words::date(bar.to)),
        Status::Paused => "It is paused.".to_owned(),
        Status::Active | Status::Idea if standing.progress.plan.total == 0 => {
            let cancelled = standing.progress.plan.cancelled > 0;
            if cancelled { "No step is left." } else { "It has no steps yet." }.to_owned()
        }
        Status::Active | Status::Idea if standing.progress.plan.is_complete() => {
            "All of its steps are done.".to_owned()
        }
        Status::Active | Status::Idea if bar.due.is_none() => {
            "It has no due date, so nothing is ahead or behind; it is solid up to the last step done.".to_owned()
        }
        Status::Active | Status::Idea => format!("The work has got to where {reached} was planned."),
    }
}

/// A bar in words.
pub(super) fn description(plan: &Entry, standing: &Standing, bar: &Bar, today: Option<Date>) -> String {
    let ends = match bar.due {
        Some(due) => format!("From {} to {}.", words::date(bar.from), words::date(due)),
        None => format!("From {}.", words::date(bar.from)),
    };
    let mut sentences = vec![ends, got_to(plan, standing, bar)];
    sentences.extend(today.map(|today| format!("Today is {}.", words::date(today))));
    let pauses = pauses(bar);
    if !pauses.is_empty() {
        sentences.push(format!("Paused {pauses}."));
    }
    sentences.extend(likely(standing, bar).map(|likely| format!("Likely finish: {likely}.")));
    let (passed, total) = passed(standing);
    if total > 0 {
        sentences.push(format!("{passed} of {total} checkpoints have passed."));
    }
    sentences.join(" ")
}

/// Checkpoints met or partly met, and all of them without those dropped.
pub(super) fn passed(standing: &Standing) -> (usize, usize) {
    let count = |holds: fn(CheckpointState) -> bool| standing.checkpoints.iter().filter(|one| holds(one.state)).count();
    let met = count(|state| matches!(state, CheckpointState::Met | CheckpointState::Partly));
    (met, count(|state| state != CheckpointState::Dropped))
}

/// When it was paused: `9 to 29 August 2026, and since 1 November 2026`.
pub(super) fn pauses(bar: &Bar) -> String {
    let over = bar.pauses.iter().map(|(from, to)| words::span(*from, add_days(*to, -1)));
    let still = bar.waits.filter(|_| bar.waits_since).map(|(from, _)| format!("since {}", words::date(from)));
    over.chain(still).collect::<Vec<_>>().join(", and ")
}

/// The likely finish in words.
fn likely(standing: &Standing, bar: &Bar) -> Option<String> {
    let forecast = standing.forecast.as_ref().ok().filter(|_| bar.guess.is_some())?;
    Some(match forecast.reach {
        Reach::Within => words::span(forecast.low, forecast.high),
        Reach::HighBeyond => format!("{}, or more than two years", words::date(forecast.low)),
        Reach::BeyondTwoYears => "more than two years at this pace".to_owned(),
    })
}

fn table(status: Status, standing: &Standing, bar: &Bar, today: Option<Date>) -> TableView {
    let row = |what: &str, when: String| vec![what.to_owned(), when];
    let mut rows = vec![row("Start", words::date(bar.from))];
    rows.extend(bar.due.map(|due| row("Due", words::date(due))));
    match status {
        Status::Active | Status::Idea => rows.push(row("The work has got to", words::date(bar.reached))),
        Status::Done | Status::Dropped | Status::Pivoted => rows.push(row("End", words::date(add_days(bar.to, -1)))),
        Status::Paused => {}
    }
    rows.extend(today.map(|today| row("Today", words::date(today))));
    let pauses = pauses(bar);
    if !pauses.is_empty() {
        rows.push(row("Paused", pauses));
    }
    rows.extend(bar.until.map(|until| row("Look again", words::date(until))));
    rows.extend(likely(standing, bar).map(|likely| row("Likely finish", likely)));
    for (number, checkpoint) in (1..).zip(&standing.checkpoints) {
        let state = match checkpoint.state.name() {
            "partly" => "partly met",
            state @ ("met" | "dropped") => state,
            _ => "to come",
        };
        let day = checkpoint.done.or(checkpoint.due).map_or_else(|| "no date".to_owned(), words::date);
        rows.push(row(&format!("{number}. {}", checkpoint.title), format!("{day}, {state}")));
    }
    TableView { head: vec!["What".into(), "When".into()], rows, numeric: false }
}
