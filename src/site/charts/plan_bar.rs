//! A plan's own bar, with its words: what stands above it, what it says to who can't see it, and the same as a table.

use super::axis::{Axis, label, too_near};
use super::bar::Bar;
use super::views::{PlanBarView, TableView};
use super::words;
use crate::language::Language;
use crate::model::{Date, Entry, Status, add_days};
use crate::progress::{CheckpointState, Reach, Standing};

/// The bar of a plan on its own page.
pub(super) fn plan_bar(
    language: &Language,
    plan: &Entry,
    standing: &Standing,
    today: Option<Date>,
) -> Option<PlanBarView> {
    let bar = Bar::of(plan, standing, today)?;
    let (first, last) = bar.days(today);
    let axis = Axis::of_months(first, last);
    let view = bar.view(axis);
    let short = |name: &str, day: Date| language.say(name, &[("day", words::short(language, day).into())]);
    let began = if today.is_some_and(|today| today < bar.from) { "chart_starts" } else { "chart_started" };
    let was = if today.is_some_and(|today| bar.due.is_some_and(|due| due < today)) { "was_due" } else { "due" };
    let due = bar.due.and_then(|due| axis.label(due, short(was, due)));
    let now = today.and_then(|today| axis.label(today, language.say("today", &[])));
    let mut caption = vec![got_to(language, plan, standing, &bar)];
    if !bar.marks.is_empty() && !view.dense {
        caption.push(language.say("bar_numbers", &[]));
    }
    let next = bar.marks.iter().find(|(_, state, _)| *state == "next").filter(|_| view.dense);
    let next = next.map(|(day, _, place)| {
        let day = words::date(language, *day).into();
        let total = standing.checkpoints.len().into();
        language.say("bar_next", &[("day", day), ("place", (*place).into()), ("total", total)])
    });
    Some(PlanBarView {
        caption: language.sentences(&caption),
        description: description(language, plan, standing, &bar, today),
        ticks: axis.ticks(language),
        lanes: view.checkpoints.iter().map(|mark| mark.lane + 1).max().unwrap_or(1),
        bar: view,
        two_rows: too_near(now.as_ref(), due.as_ref()),
        today: now,
        started: label(axis.x(bar.from), short(began, bar.from)),
        due,
        next,
        table: table(language, plan, standing, &bar, today),
    })
}

/// How far the work has got, in a sentence.
fn got_to(language: &Language, plan: &Entry, standing: &Standing, bar: &Bar) -> String {
    let tally = standing.progress.plan;
    let say = |name: &str| language.say(name, &[]);
    let on = |name: &str, day: Date| words::on(language, name, day);
    match plan.plan.status {
        Status::Done => on("bar_done", add_days(bar.to, -1)),
        Status::Dropped | Status::Pivoted => match plan.past.since(plan.plan.status) {
            Some(day) => on(if bar.pivoted { "bar_pivoted" } else { "bar_dropped" }, day),
            None => on("bar_ended", add_days(bar.to, -1)),
        },
        Status::Paused if bar.waits_since => on("bar_paused_since", bar.to),
        Status::Paused => say("bar_paused"),
        Status::Active | Status::Idea if tally.total == 0 && tally.cancelled > 0 => say("bar_nothing_left"),
        Status::Active | Status::Idea if tally.total == 0 => say("has_no_steps"),
        Status::Active | Status::Idea if tally.is_complete() => say("bar_all_done"),
        Status::Active | Status::Idea if bar.due.is_none() => say("bar_no_due"),
        Status::Active | Status::Idea => on("bar_reached", bar.reached),
    }
}

/// A bar in words.
pub(super) fn description(
    language: &Language,
    plan: &Entry,
    standing: &Standing,
    bar: &Bar,
    today: Option<Date>,
) -> String {
    let ends = match bar.due {
        Some(due) => words::between(language, "bar_from_to", bar.from, due),
        None => words::on(language, "bar_from", bar.from),
    };
    let mut sentences = vec![ends, got_to(language, plan, standing, bar)];
    sentences.extend(today.map(|today| words::on(language, "bar_today", today)));
    let pauses = pauses(language, bar);
    if !pauses.is_empty() {
        sentences.push(language.say("bar_pauses", &[("pauses", pauses.into())]));
    }
    let finish = likely(language, standing, bar);
    sentences.extend(finish.map(|finish| language.say("bar_finish", &[("finish", finish.into())])));
    let (passed, total) = passed(standing);
    if total > 0 {
        sentences.push(language.say("bar_checkpoints", &[("passed", passed.into()), ("total", total.into())]));
    }
    language.sentences(&sentences)
}

/// Checkpoints met or partly met, and all of them without those dropped.
pub(super) fn passed(standing: &Standing) -> (usize, usize) {
    let count = |holds: fn(CheckpointState) -> bool| standing.checkpoints.iter().filter(|one| holds(one.state)).count();
    let met = count(|state| matches!(state, CheckpointState::Met | CheckpointState::Partly));
    (met, count(|state| state != CheckpointState::Dropped))
}

/// When it was paused: `9 to 29 August 2026, and since 1 November 2026`.
pub(super) fn pauses(language: &Language, bar: &Bar) -> String {
    let over = bar.pauses.iter().map(|(from, to)| words::span(language, *from, add_days(*to, -1)));
    let still = bar.waits.filter(|_| bar.waits_since).map(|(from, _)| words::on(language, "since_day", from));
    let join = |one: String, two: String| language.say("and_span", &[("one", one.into()), ("two", two.into())]);
    over.chain(still).reduce(join).unwrap_or_default()
}

/// The likely finish in words.
fn likely(language: &Language, standing: &Standing, bar: &Bar) -> Option<String> {
    let forecast = standing.forecast.as_ref().ok().filter(|_| bar.guess.is_some())?;
    Some(match forecast.reach {
        Reach::Within => words::span(language, forecast.low, forecast.high),
        Reach::HighBeyond => language.say("range_beyond", &[("from", words::date(language, forecast.low).into())]),
        Reach::BeyondTwoYears => language.say("bar_beyond", &[]),
    })
}

fn table(language: &Language, plan: &Entry, standing: &Standing, bar: &Bar, today: Option<Date>) -> TableView {
    let say = |name: &str| language.say(name, &[]);
    let date = |day: Date| words::date(language, day);
    let row = |what: &str, when: String| vec![say(what), when];
    let earlier = |name: &str, until: Date, day: Option<Date>| {
        vec![words::on(language, name, until), day.map_or_else(|| say("bar_no_day"), date)]
    };
    let mut rows: Vec<_> =
        plan.past.starts.iter().map(|(until, day)| earlier("bar_start_until", *until, *day)).collect();
    rows.push(row("start_label", date(bar.from)));
    rows.extend(plan.past.dues.iter().map(|(until, day)| earlier("bar_due_until", *until, *day)));
    rows.extend(bar.due.map(|due| row("due_label", date(due))));
    match plan.plan.status {
        Status::Active | Status::Idea => rows.push(row("bar_reached_head", date(bar.reached))),
        Status::Done | Status::Dropped | Status::Pivoted => {
            rows.push(row("bar_end_head", date(add_days(bar.to, -1))));
        }
        Status::Paused => {}
    }
    rows.extend(today.map(|today| row("today_title", date(today))));
    let pauses = pauses(language, bar);
    if !pauses.is_empty() {
        rows.push(row("paused", pauses));
    }
    rows.extend(bar.until.map(|until| row("look_again_label", date(until))));
    rows.extend(likely(language, standing, bar).map(|likely| row("finish_label", likely)));
    for (place, checkpoint) in (1_usize..).zip(&standing.checkpoints) {
        let state = match checkpoint.state {
            CheckpointState::Met => "is_met",
            CheckpointState::Partly => "is_partly_met",
            CheckpointState::Dropped => "is_dropped",
            _ => "to_come",
        };
        let day = checkpoint.done.or(checkpoint.due).map_or_else(|| say("bar_no_date"), date);
        let title = (&checkpoint.title).into();
        let name = language.say("bar_checkpoint", &[("place", place.into()), ("title", title)]);
        rows.push(vec![name, language.facts(&[day, say(state)])]);
    }
    TableView { head: ["what_head", "when_head"].map(say).into(), rows, numeric: false }
}
