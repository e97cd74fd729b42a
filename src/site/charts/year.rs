//! A year day by day, in two halves: what was done and written each day, and below it how it felt.

use std::collections::BTreeMap;

use super::moods::sides;
use super::path::{Point, dots, line};
use super::practice::weekday;
use super::views::{HalfYearView, LevelView, TickView};
use super::words;
use crate::model::{Date, Weekday, add_days, days_between, month_name};
use crate::progress::Happened;

/// Where the first week stands; before it stand the names of the days.
const LEFT: i32 = 1_050;
/// From one day to the next, in tenths of a pixel.
const PITCH: i32 = 160;
/// The middle of the first row, in tenths of a pixel.
const TOP: i32 = 290;
/// Where a bright mood stands, in tenths of a pixel: a heavy one is four steps below.
const BRIGHT: i32 = 1_500;
/// From one mood to the next.
const MOOD: i32 = 115;
/// How many moods the thread runs over.
const RUN: usize = 5;

/// Both halves of the year of `today`. `days` are those on which something happened; `moods` those that were written,
/// oldest first, those of earlier years among them, so that the thread does not begin anew.
pub(in super::super) fn year(
    days: &BTreeMap<Date, Happened>,
    moods: &[(Date, u8)],
    week_start: Weekday,
    today: Date,
) -> Vec<HalfYearView> {
    [(1, 6), (7, 12)]
        .into_iter()
        .filter_map(|(first, last)| {
            let from = Date::new(today.year(), first, 1).ok()?;
            let to = Date::new(today.year(), last, 1).ok()?.last_of_month();
            Some(half(days, moods, week_start, today, (from, to)))
        })
        .collect()
}

fn half(
    days: &BTreeMap<Date, Happened>,
    moods: &[(Date, u8)],
    week_start: Weekday,
    today: Date,
    (from, to): (Date, Date),
) -> HalfYearView {
    let monday = add_days(from, -i32::from(from.weekday().since(week_start)));
    let weeks = days_between(monday, to) / 7 + 1;
    let pitch = (10_000 - LEFT) / weeks;
    let place = |day: Date| -> Point {
        let gone = days_between(monday, day);
        (LEFT + gone / 7 * pitch + pitch / 2, TOP + gone % 7 * PITCH)
    };
    let mut steps: [Vec<Point>; 3] = Default::default();
    let (mut quiet, mut ahead, mut reflections) = (Vec::new(), Vec::new(), Vec::new());
    let (mut total_steps, mut total_reflections) = (0_u32, 0_u32);
    for at in 0..=days_between(from, to) {
        let day = add_days(from, at);
        let happened = days.get(&day).copied().unwrap_or_default();
        match happened.steps {
            0 if day > today => ahead.push(place(day)),
            0 => quiet.push(place(day)),
            many => steps[many.min(3) as usize - 1].push(place(day)),
        }
        if happened.reflections > 0 {
            reflections.push(place(day));
        }
        total_steps += happened.steps;
        total_reflections += happened.reflections;
    }
    // Along the weeks rather than in their columns: a mood belongs to its day.
    let mood_x = |day: Date| LEFT + (days_between(monday, day) * 2 + 1) * pitch / 14;
    let mood_y = |tenths: i32| BRIGHT + (50 - tenths) * MOOD / 10;
    let first = moods.partition_point(|(day, _)| *day < from);
    let last = moods.partition_point(|(day, _)| *day <= to.min(today));
    let of_half = &moods[first..last.max(first)];
    let (above, below) =
        sides(of_half.iter().map(|(day, mood)| ((mood_x(*day), mood_y(i32::from(*mood) * 10)), *mood)));
    let thread = (first..last).filter_map(|at| {
        let run = &moods[(at + 1).saturating_sub(RUN)..=at];
        let sum: i32 = run.iter().map(|(_, mood)| i32::from(*mood)).sum();
        // A mean of one or two is no run.
        (run.len() >= 3).then(|| (mood_x(moods[at].0), mood_y(sum * 10 / i32::try_from(run.len()).unwrap_or(1))))
    });
    HalfYearView {
        title: format!("{} to {}", month_name(from.month()), words::month(crate::model::Month::of(to))),
        description: format!(
            "{} done and {} written. Each day is a dot; a square means that steps were done, larger for more; a ring \
             means a reflection.",
            words::count(total_steps, "step", "steps"),
            words::count(total_reflections, "reflection", "reflections")
        ),
        moods_description: moods_in_words(of_half),
        ticks: (from.month()..=to.month())
            .filter_map(|month| Date::new(from.year(), month, 1).ok())
            .map(|day| TickView {
                x: place(day).0 - pitch / 2,
                before: String::new(),
                short: month_name(day.month())[..3].into(),
                after: String::new(),
            })
            .collect(),
        rows: (0..7)
            .step_by(2)
            .map(|row| LevelView { y: TOP + row * PITCH + 45, text: weekday(add_days(monday, row)).to_owned() })
            .collect(),
        days: dots(&quiet),
        ahead: dots(&ahead),
        steps: steps.map(|points| dots(&points)),
        reflections: dots(&reflections),
        today: (from..=to).contains(&today).then(|| place(today)),
        now: (from..=to).contains(&today).then(|| mood_x(today)),
        above: dots(&above),
        below: dots(&below),
        thread: line(&thread.collect::<Vec<_>>()),
    }
}

/// How many moods there were, and the heaviest and the brightest day.
fn moods_in_words(moods: &[(Date, u8)]) -> String {
    let named = |mood: u8| super::super::cards::mood_word(mood);
    // Of several days with the same mood, the last.
    let heaviest = moods.iter().min_by_key(|(day, mood)| (*mood, std::cmp::Reverse(*day)));
    let brightest = moods.iter().max_by_key(|(day, mood)| (*mood, *day));
    match (moods, heaviest, brightest) {
        ([(day, mood)], ..) => format!("One mood is written: {} on {}.", named(*mood), words::date(*day)),
        (_, Some((low_day, low)), Some((high_day, high))) => format!(
            "{} moods are written, each a dot round an even line: {} on {}, {} on {}.",
            moods.len(),
            named(*low),
            words::date(*low_day),
            named(*high),
            words::date(*high_day)
        ),
        _ => "No mood is written.".to_owned(),
    }
}
