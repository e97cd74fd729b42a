//! Steps done against steps in scope: two stairs, the plan's line, and a fan of days on which they may meet.

use super::axis::{Axis, Scale, WIDTH, label, too_near};
use super::path::{Point, line, rays, stairs};
use super::views::{BurnUpView, LabelView, StretchView, TableView};
use super::words;
use crate::model::{Date, Entry, Month, Status, add_days, days_between};
use crate::progress::{BurnUp, Forecast, Pauses, Reach, Standing};

/// More months than this are told year by year.
const MOST_ROWS: usize = 36;

/// The burn-up of a plan on its own page; none for one without steps, or without a day to begin. `today` is none where
/// a page stays as it is from day to day.
pub(super) fn burn_up(plan: &Entry, standing: &Standing, counts: &BurnUp, today: Option<Date>) -> Option<BurnUpView> {
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
    let today_label = today.and_then(|today| axis.label(today, "today"));
    let was = if today.is_some_and(|today| due.is_some_and(|due| due < today)) { "was due" } else { "due" };
    let due_label = due.and_then(|due| axis.label(due, format!("{was} {}", words::short(due))));
    Some(BurnUpView {
        caption: caption(standing, counts, today),
        description: description(standing, counts, from, today),
        ticks: axis.ticks(),
        levels: scale.levels(1, &(scope[0].1 + 20..scope[0].1 + 200), |steps, highest| {
            let steps = u32::try_from(steps).unwrap_or(0);
            if highest { words::count(steps, "step", "steps") } else { words::number(steps) }
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
        done_label: beside(end.0, format!("{} done", words::number(tally.done))),
        done_y: end.1,
        // Where scope changed last; the levels' own words stand at the left edge.
        scope_label: beside(
            counts.scope.last().map_or(0, |(day, _)| axis.x(*day)).max(WIDTH / 4),
            format!("{} in scope", words::number(tally.total)),
        ),
        scope_y: scale.y(tally.total.into()),
        table: table(counts, from, now),
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

fn caption(standing: &Standing, counts: &BurnUp, today: Option<Date>) -> String {
    let mut sentences = vec!["Steps done, against steps in scope.".to_owned()];
    if counts.undated > 0 {
        let said = if counts.undated == 1 { "names no day and is" } else { "name no day and are" };
        sentences.push(format!(
            "{} {said} in the last figure only.",
            words::count(counts.undated, "done step", "done steps")
        ));
    }
    if let (Ok(forecast), Some(_)) = (&standing.forecast, today) {
        sentences.push(format!(
            "The pencil fan is a guess: at the pace of the last twelve active weeks {}.",
            last_step(forecast)
        ));
    }
    sentences.join(" ")
}

/// `the last step falls between 26 March 2027 and 30 May 2027`.
fn last_step(forecast: &Forecast) -> String {
    match forecast.reach {
        Reach::Within if forecast.low == forecast.high => {
            format!("the last step falls on {}", words::date(forecast.low))
        }
        Reach::Within => {
            format!("the last step falls between {} and {}", words::date(forecast.low), words::date(forecast.high))
        }
        Reach::HighBeyond => {
            format!("the last step falls after {}, or more than two years away", words::date(forecast.low))
        }
        Reach::BeyondTwoYears => "the last step is more than two years away".to_owned(),
    }
}

fn description(standing: &Standing, counts: &BurnUp, from: Date, today: Option<Date>) -> String {
    let tally = standing.progress.plan;
    let mut sentences = Vec::new();
    let began = counts.scope_by(from);
    let changed = counts.scope.iter().rfind(|(day, _)| *day > from);
    sentences.push(match changed {
        Some((day, _)) => format!(
            "Scope was {} on {} and has been {} since {}: a step counts from the day it was created to the day it was \
             cancelled, and where such a day is not written, from the beginning.",
            words::count(began, "step", "steps"),
            words::date(from),
            words::number(tally.total),
            words::date(*day)
        ),
        None => format!(
            "{} in scope from {} on: no other day is written on which one was created or cancelled.",
            words::count(tally.total, "step", "steps"),
            words::date(from)
        ),
    });
    let done = if tally.done == 1 { "is" } else { "are" };
    sentences.push(match standing.schedule.line.filter(|_| today.is_some()) {
        Some(line) => format!(
            "{} {done} done; {} planned by today.",
            words::number(tally.done),
            if line.planned == 1 { "1 was".to_owned() } else { format!("{} were", words::number(line.planned)) }
        ),
        None => format!("{} {done} done.", words::number(tally.done)),
    });
    sentences.extend(standing.schedule.due.map(|due| format!("The plan is due on {}.", words::date(due))));
    if let (Ok(forecast), Some(_)) = (&standing.forecast, today) {
        sentences.push(format!("At the pace of the last twelve active weeks {}.", last_step(forecast)));
    }
    sentences.join(" ")
}

/// Both figures at the end of each month, or each year where there are many months; the last row is now.
fn table(counts: &BurnUp, from: Date, now: Date) -> TableView {
    let mut ends = month_ends(from, now);
    let by_year = ends.len() > MOST_ROWS;
    if by_year {
        ends.retain(|day| day.month() == 12 || *day == now);
    }
    let mut rows: Vec<Vec<String>> = ends
        .into_iter()
        .map(|day| {
            let name = if by_year { day.year().to_string() } else { words::month(Month::of(day)) };
            vec![name, words::number(counts.done_by(day)), words::number(counts.scope_by(day))]
        })
        .collect();
    if counts.undated > 0 {
        let scope = counts.scope_by(Date::MAX);
        rows.push(vec![
            "With those that name no day".to_owned(),
            words::number(counts.done_by(Date::MAX) + counts.undated),
            words::number(scope),
        ]);
    }
    TableView { head: ["End of", "Done", "In scope"].map(Into::into).into(), rows, numeric: true }
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
