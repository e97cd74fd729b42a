//! Steps done against steps in scope: two stairs, the plan's line, and a fan of days on which they may meet.

use super::axis::{Axis, Scale, WIDTH, label, too_near};
use super::path::{Point, line, rays, stairs};
use super::views::{BurnUpView, LabelView, StretchView, TableView};
use super::words;
use crate::language::{Language, Word, capitalised};
use crate::model::{Date, Entry, Month, Status, add_days, days_between};
use crate::progress::{BurnUp, Forecast, Pauses, Reach, Standing};

/// More months than this are told year by year.
const MOST_ROWS: usize = 36;

/// The burn-up of a plan on its own page; none for one without steps, or without a day to begin. `today` is none where
/// a page stays as it is from day to day.
pub(super) fn burn_up(
    language: &Language,
    plan: &Entry,
    standing: &Standing,
    counts: &BurnUp,
    today: Option<Date>,
) -> Option<BurnUpView> {
    let tally = standing.progress.plan;
    let schedule = &standing.schedule;
    let start = schedule.start?;
    if tally.total == 0 || today.is_some_and(|today| today < start && counts.done.is_empty()) {
        return None;
    }
    let changes = || counts.done.iter().chain(&counts.scope).map(|(day, _)| *day);
    let from = counts.done.first().map_or(start, |(day, _)| start.min(*day));
    // A plan that rests ends with the last thing that happened to it.
    let now = today.or_else(|| changes().max()).unwrap_or(start).max(from);
    let due = schedule.due.filter(|due| *due >= from && (today.is_some() || *due <= now));
    let last = due.map_or(now, |due| due.max(now));
    let forecast = standing.forecast.as_ref().ok().filter(|_| today.is_some());
    let most = add_days(last, farthest(days_between(from, last), due));
    let last = forecast.map_or(last, |forecast| last.max(forecast.high.min(most)));
    let axis = Axis::new(from, add_days(last, days_between(from, last) / 40 + 1));

    let scale = Scale::of(
        counts.scope.iter().map(|(_, scope)| *scope).chain([counts.scope_before, tally.total]).map(i64::from),
    );
    let point = |day: Date, steps: u32| -> Point { (axis.x(day), scale.y(steps.into())) };
    let end = point(now, tally.done);
    let mut done = vec![point(from, counts.done_by(add_days(from, -1)))];
    done.extend(counts.done.iter().map(|(day, steps)| point(*day, *steps)));
    // Steps that name no day are done by now, and that is all that is known of them.
    done.push(end);
    let mut scope = vec![point(from, counts.scope_by(from))];
    scope.extend(counts.scope.iter().filter(|(day, _)| *day > from).map(|(day, steps)| point(*day, *steps)));
    scope.push(point(last, tally.total));

    let pauses = if plan.plan.status == Status::Active { schedule.pauses.clone() } else { schedule.pauses.ended() };
    let today_label = today.and_then(|today| axis.label(today, language.say("today", &[])));
    let was = if today.is_some_and(|today| due.is_some_and(|due| due < today)) { "was_due" } else { "due" };
    let due_label =
        due.and_then(|due| axis.label(due, language.say(was, &[("day", words::short(language, due).into())])));
    // Where scope changed last; the levels' own words stand at the left edge.
    let scope_x = counts.scope.last().map_or(0, |(day, _)| axis.x(*day)).max(WIDTH / 4);
    let top = scale.y(tally.total.into());
    // Two labels in one place become one.
    let meet = (scope_x - end.0).abs() < WIDTH / 4 && (top - end.1).abs() < 160;
    let figures = [("done", tally.done.into()), ("total", tally.total.into())];
    Some(BurnUpView {
        caption: caption(language, standing, counts, today),
        description: description(language, standing, counts, from, today),
        ticks: axis.ticks(language),
        levels: scale.levels(1, &(scope[0].1 + 20..scope[0].1 + 200), |steps, highest| {
            let steps = u32::try_from(steps).unwrap_or(0);
            if highest { language.count("count_steps", steps as usize, &[]) } else { words::number(language, steps) }
        }),
        paused: paused(axis, &pauses, from, last),
        scope: stairs(&scope),
        done: stairs(&done),
        line: due
            .filter(|due| *due > start)
            .and_then(|due| plan_line(axis, &scale, &pauses, (start, due), tally.total)),
        fan: forecast.map(|forecast| fan(axis, end, now, forecast, scale.y(tally.total.into()))),
        two_rows: too_near(today_label.as_ref(), due_label.as_ref()),
        today: today_label,
        due: due_label,
        done_label: beside(end.0, language.say(if meet { "burn_up_done_of" } else { "burn_up_done" }, &figures)),
        done_y: end.1,
        scope_label: (!meet).then(|| beside(scope_x, language.say("burn_up_scope", &figures))),
        scope_y: top,
        table: table(language, counts, from, now),
    })
}

/// How many days a likely finish may add to a chart of as many days: a third, and a year where no due date says what
/// is far. What lies beyond runs out over the edge.
pub(super) fn farthest(days: i32, due: Option<Date>) -> i32 {
    if due.is_some() { days / 3 + 14 } else { days / 3 + 366 }
}

/// Words beside a point: after it, and before it where the chart ends.
pub(super) fn beside(x: i32, text: String) -> LabelView {
    LabelView { anchor: if x > WIDTH * 3 / 4 { "end" } else { "start" }, ..label(x, text) }
}

/// The pauses between two days.
pub(super) fn paused(axis: Axis, pauses: &Pauses, from: Date, last: Date) -> Vec<StretchView> {
    let ends =
        |(first, end): (Date, Option<Date>)| (first.max(from), end.map_or(last, |end| add_days(end, 1).min(last)));
    pauses.iter().map(ends).filter_map(|(first, end)| axis.stretch(first, end)).collect()
}

/// The plan's own line: even from start to due, flat in a pause.
fn plan_line(axis: Axis, scale: &Scale, pauses: &Pauses, (start, due): (Date, Date), total: u32) -> Option<String> {
    let length = pauses.active_days(start, due);
    let mut days = vec![start];
    for (first, last) in pauses.iter().filter(|(first, _)| *first > start && *first < due) {
        days.extend([first, last.map_or(due, |last| add_days(last, 1)).min(due)]);
    }
    days.push(due);
    let planned = |day: Date| {
        let gone = i64::from(pauses.active_days(start, day));
        // In thousandths of a step, so that a short plan is no stair.
        (axis.x(day), scale.part_y(gone * 1000 * i64::from(total) / i64::from(length.max(1)), 1000))
    };
    (length > 0).then(|| line(&days.into_iter().map(planned).collect::<Vec<_>>()))
}

/// Seven rays from where the work is to where it may be finished; what lies beyond the chart is cut at its edge.
pub(super) fn fan(axis: Axis, from: Point, today: Date, forecast: &Forecast, top: i32) -> String {
    let edge = axis.end();
    let left = i64::from(days_between(today, edge));
    let end = |day: Date| match i64::from(days_between(today, day)) {
        days if days > left && days > 0 => {
            let up = i64::from(from.1 - top) * left / days;
            (WIDTH, from.1 - i32::try_from(up).unwrap_or(0))
        }
        _ => (axis.x(day), top),
    };
    let beyond = |day: &&Date| forecast.reach != Reach::BeyondTwoYears || **day < forecast.high;
    let days = forecast.fan.iter().filter(beyond);
    rays(from, &days.map(|day| end(*day)).collect::<Vec<_>>())
}

fn caption(language: &Language, standing: &Standing, counts: &BurnUp, today: Option<Date>) -> String {
    let mut sentences = vec![language.sentence(&language.say("burn_up_title", &[]))];
    if counts.undated > 0 {
        sentences.push(language.count("burn_up_undated", counts.undated as usize, &[]));
    }
    if let (Ok(forecast), Some(_)) = (&standing.forecast, today) {
        let guess = guess(language, "guess", None, forecast);
        sentences.push(language.say("guess_is", &[("guess", guess.into())]));
    }
    language.sentences(&sentences)
}

/// `at the pace of the last twelve active weeks the last step falls between 26 March 2027 and 30 May 2027.`: a sentence
/// that begins small. `name` is that of its messages, up to how far the forecast reaches; `amount` what is reached.
pub(super) fn guess(language: &Language, name: &str, amount: Option<&str>, forecast: &Forecast) -> String {
    let date = |day: Date| Word::from(words::date(language, day));
    let (reach, days) = match forecast.reach {
        Reach::Within if forecast.low == forecast.high => ("on", vec![("day", date(forecast.low))]),
        Reach::Within => ("between", vec![("from", date(forecast.low)), ("to", date(forecast.high))]),
        Reach::HighBeyond => ("after", vec![("day", date(forecast.low))]),
        Reach::BeyondTwoYears => ("beyond", Vec::new()),
    };
    let words: Vec<_> = amount.map(|amount| ("amount", amount.into())).into_iter().chain(days).collect();
    language.say(&format!("{name}_{reach}"), &words)
}

fn description(language: &Language, standing: &Standing, counts: &BurnUp, from: Date, today: Option<Date>) -> String {
    let tally = standing.progress.plan;
    let date = |day: Date| Word::from(words::date(language, day));
    let mut sentences = Vec::new();
    let changed = counts.scope.iter().rfind(|(day, _)| *day > from);
    let (was, has_been) = if counts.is_known {
        ("burn_up_scope_was_known", "burn_up_scope_from_known")
    } else {
        ("burn_up_scope_was", "burn_up_scope_from")
    };
    sentences.push(match changed {
        Some((day, _)) => {
            let began = counts.scope_by(from).into();
            let total = tally.total.into();
            let words = [("began", began), ("from", date(from)), ("total", total), ("day", date(*day))];
            language.say(was, &words)
        }
        None => language.say(has_been, &[("total", tally.total.into()), ("day", date(from))]),
    });
    sentences.push(match standing.schedule.line.filter(|_| today.is_some()) {
        Some(line) => {
            language.say("burn_up_done_planned", &[("done", tally.done.into()), ("planned", line.planned.into())])
        }
        None => language.say("burn_up_are_done", &[("done", tally.done.into())]),
    });
    sentences.extend(standing.schedule.due.map(|due| words::on(language, "burn_up_due", due)));
    if let (Ok(forecast), Some(_)) = (&standing.forecast, today) {
        sentences.push(capitalised(&guess(language, "guess", None, forecast)));
    }
    language.sentences(&sentences)
}

/// Both figures at the end of each month, or each year where there are many months; the last row is now.
fn table(language: &Language, counts: &BurnUp, from: Date, now: Date) -> TableView {
    let mut ends = month_ends(from, now);
    let by_year = ends.len() > MOST_ROWS;
    if by_year {
        ends.retain(|day| day.month() == 12 || *day == now);
    }
    let row =
        |name: String, done: u32, scope: u32| vec![name, words::number(language, done), words::number(language, scope)];
    let mut rows: Vec<Vec<String>> = ends
        .into_iter()
        .map(|day| {
            let name = if by_year { day.year().to_string() } else { language.month(Month::of(day)) };
            row(name, counts.done_by(day), counts.scope_by(day))
        })
        .collect();
    if counts.undated > 0 {
        let all = counts.done_by(Date::MAX) + counts.undated;
        rows.push(row(language.say("burn_up_undated_head", &[]), all, counts.scope_by(Date::MAX)));
    }
    let head = ["burn_up_end_head", "step_done", "burn_up_scope_head"].map(|name| language.say(name, &[]));
    TableView { head: head.into(), rows, numeric: true }
}

/// The last day of each month from one day to another; of the last month, the day itself.
pub(super) fn month_ends(from: Date, to: Date) -> Vec<Date> {
    let mut ends = Vec::new();
    let mut end = from.last_of_month();
    while end < to {
        ends.push(end);
        end = add_days(end, 1).last_of_month();
    }
    ends.push(to);
    ends
}
