//! What was measured against what is to be reached: a line through the points as they were written.

use super::axis::{Axis, Scale};
use super::bar::mark;
use super::burn_up::{beside, fan, guess, month_ends, paused};
use super::path::{Point, line};
use super::views::{LevelView, MarkView, TableView, TargetChartView};
use super::words;
use crate::language::{Language, capitalised};
use crate::model::{Amount, Date, Entry, Month, Status, add_days, days_between};
use crate::progress::{Forecast, Metric, Standing, amount_of as amount_in, target_forecast};

/// More points than this are told month by month.
const MOST_ROWS: usize = 24;

/// A target on its plan's own page; none for one of which nothing was measured on a day. `today` is none where a page
/// stays as it is from day to day.
pub(super) fn target(
    language: &Language,
    plan: &Entry,
    standing: &Standing,
    metric: &Metric,
    today: Option<Date>,
) -> Option<TargetChartView> {
    let (first, last) = (metric.points.first()?.0, metric.points.last()?.0);
    let from = standing.schedule.start.map_or(first, |start| start.min(first));
    let now = today.unwrap_or(last).max(last);
    let forecast = today.and_then(|today| target_forecast(plan, metric, &standing.schedule, today));
    let most = add_days(now, days_between(from, now) + 31);
    let hopes: Vec<(Date, Amount, &'static str, usize)> =
        hopes(standing, metric).filter(|hope| hope.0 <= most).collect();
    let end = forecast.map_or(now, |forecast| forecast.high.min(most)).max(now);
    let end = hopes.iter().map(|hope| hope.0).fold(end, Date::max);
    let axis = Axis::new(from, add_days(end, days_between(from, end) / 40 + 1));

    let amounts = metric.points.iter().map(|(_, amount)| amount).chain([&metric.from, &metric.amount]);
    let scale = Scale::of(amounts.chain(hopes.iter().map(|(_, amount, ..)| amount)).map(|amount| amount.0));
    let point = |day: Date, amount: Amount| -> Point { (axis.x(day), scale.y(amount.0)) };
    let mut points: Vec<Point> = Vec::with_capacity(metric.points.len() + 2);
    if from < first {
        points.push(point(from, metric.from));
    }
    points.extend(metric.points.iter().map(|(day, amount)| point(*day, *amount)));
    let here = point(now, metric.current);
    // Since the last measuring nothing is known to have changed.
    points.push(here);

    let pauses = if plan.plan.status == Status::Active {
        standing.schedule.pauses.clone()
    } else {
        standing.schedule.pauses.ended()
    };
    let (finest, to_reach) = (amounts_finest(metric), scale.y(metric.amount.0));
    Some(TargetChartView {
        metric: metric.metric.clone(),
        caption: caption(language, metric, forecast.as_ref(), !hopes.is_empty()),
        description: description(language, metric, forecast.as_ref(), today),
        ticks: axis.ticks(language),
        // Round the target are its own line and words.
        levels: scale
            .levels(finest, &(to_reach - 180..to_reach + 200), |amount, _| words::amount(language, Amount(amount))),
        paused: paused(axis, &pauses, from, axis.end()),
        line: line(&points),
        alone: points.len() < 3 && here.0 == points[0].0,
        fan: forecast.map(|forecast| fan(axis, here, now, &forecast, to_reach)),
        target: LevelView { y: to_reach, text: amount_of(language, "measured_amount", metric, metric.amount) },
        hopes: hopes
            .iter()
            .map(|(day, amount, state, number)| {
                let (x, y) = point(*day, *amount);
                MarkView { x, y, state, number: *number, lane: 0, place: "" }
            })
            .collect(),
        today: today.and_then(|today| axis.label(today, language.say("today", &[]))),
        now: beside(here.0, words::amount(language, metric.current)),
        now_y: here.1,
        table: table(language, metric, from),
    })
}

/// A level of amounts is no finer than what was written: whole ones where all amounts are whole.
fn amounts_finest(metric: &Metric) -> i64 {
    let whole = |amount: &Amount| amount.0 % Amount::ONE == 0;
    let all_whole = metric.points.iter().all(|(_, amount)| whole(amount)) && whole(&metric.amount);
    if all_whole { Amount::ONE } else { Amount::ONE / 100 }
}

/// What checkpoints hoped for: the amounts that their titles name, or the measures of those to come; on the day on
/// which they are due.
fn hopes<'a>(
    standing: &'a Standing,
    metric: &'a Metric,
) -> impl Iterator<Item = (Date, Amount, &'static str, usize)> + 'a {
    standing.checkpoints.iter().enumerate().filter_map(|(at, checkpoint)| {
        let measure = checkpoint.measure.as_deref().filter(|_| checkpoint.state.is_to_come());
        let amount = [Some(checkpoint.title.as_str()), measure]
            .into_iter()
            .flatten()
            .find_map(|text| amount_in(&metric.metric, text))?;
        Some((checkpoint.due.or(checkpoint.done)?, amount, mark(checkpoint.state), at + 1))
    })
}

/// A message about an amount of what is measured.
fn amount_of(language: &Language, name: &str, metric: &Metric, amount: Amount) -> String {
    language.say(name, &[("amount", words::amount(language, amount).into()), ("metric", (&metric.metric).into())])
}

fn caption(language: &Language, metric: &Metric, forecast: Option<&Forecast>, hopes: bool) -> String {
    let amount = words::amount(language, metric.amount);
    let name = capitalised(&metric.metric);
    let mut sentences =
        vec![language.say("measured_caption", &[("metric", name.into()), ("amount", (&amount).into())])];
    if hopes {
        sentences.push(language.say("measured_hopes", &[]));
    }
    sentences.extend(forecast.map(|forecast| {
        let guess = guess(language, "guess_amount", Some(&amount), forecast);
        language.say("guess_is", &[("guess", guess.into())])
    }));
    language.sentences(&sentences)
}

fn description(language: &Language, metric: &Metric, forecast: Option<&Forecast>, today: Option<Date>) -> String {
    let amount = |amount: Amount| words::amount(language, amount);
    let on = |(day, measured): (Date, Amount)| {
        let day = words::date(language, day);
        language.say("measured_on", &[("amount", amount(measured).into()), ("day", day.into())])
    };
    let mut sentences = vec![amount_of(language, "measured_from", metric, metric.from)];
    if let (Some(first), Some(last)) = (metric.points.first(), metric.points.last()) {
        sentences.push(on(*first));
        if first.0 != last.0 {
            sentences.push(on(*last));
        }
    }
    let now = if today.is_some() { "measured_today" } else { "measured_in_the_end" };
    let all = amount(metric.amount);
    sentences.push(language.say(now, &[("current", amount(metric.current).into()), ("amount", (&all).into())]));
    let guess = forecast.map(|forecast| guess(language, "guess_amount", Some(&all), forecast));
    sentences.extend(guess.map(|guess| capitalised(&guess)));
    language.sentences(&sentences)
}

/// Every point, or the last of each month where there are many.
fn table(language: &Language, metric: &Metric, from: Date) -> TableView {
    let points = &metric.points;
    let amount = |amount: Amount| words::amount(language, amount);
    let rows = if points.len() <= MOST_ROWS {
        points.iter().map(|(day, measured)| vec![words::date(language, *day), amount(*measured)]).collect()
    } else {
        let last = points[points.len() - 1].0;
        month_ends(from, last)
            .into_iter()
            .filter_map(|day| {
                let next = points.partition_point(|(measured, _)| *measured <= day);
                let measured = points[next.checked_sub(1)?].1;
                let month = language.month(Month::of(day));
                Some(vec![language.say("measured_month", &[("month", month.into())]), amount(measured)])
            })
            .collect()
    };
    let head = vec![language.say("measured_on_head", &[]), capitalised(&metric.metric)];
    TableView { head, rows, numeric: true }
}
