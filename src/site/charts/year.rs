//! A year day by day, in two halves: what was done and written each day, and below it how it felt.

use std::collections::BTreeMap;

use super::super::cards::mood_name;
use super::moods::sides;
use super::path::{Point, dots, line};
use super::views::{HalfYearView, LevelView, TickView};
use super::words;
use crate::language::Language;
use crate::model::{Date, Weekday, add_days, days_between};
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
    language: &Language,
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
            Some(half(language, days, moods, week_start, today, (from, to)))
        })
        .collect()
}

fn half(
    language: &Language,
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
        title: title(language, from, to),
        description: language
            .say("half_description", &[("steps", total_steps.into()), ("reflections", total_reflections.into())]),
        moods_description: moods_in_words(language, of_half),
        ticks: (from.month()..=to.month())
            .filter_map(|month| Date::new(from.year(), month, 1).ok())
            .map(|day| TickView {
                x: place(day).0 - pitch / 2,
                before: String::new(),
                short: language.short_month_name(day.month()).into(),
                after: String::new(),
            })
            .collect(),
        rows: (0..7)
            .step_by(2)
            .map(|row| LevelView {
                y: TOP + row * PITCH + 45,
                text: language.short_weekday_name(add_days(monday, row)).to_owned(),
            })
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

/// `January to June 2026`.
fn title(language: &Language, from: Date, to: Date) -> String {
    let [first, last] = [from, to].map(|day| language.month_name(day.month()).into());
    language.say("half_title", &[("from", first), ("to", last), ("year", to.year().to_string().into())])
}

/// How many moods there were, and the heaviest and the brightest day.
fn moods_in_words(language: &Language, moods: &[(Date, u8)]) -> String {
    let named = |mood: u8| mood_name(language, mood).into();
    let date = |day: Date| words::date(language, day).into();
    // Of several days with the same mood, the last.
    let heaviest = moods.iter().min_by_key(|(day, mood)| (*mood, std::cmp::Reverse(*day)));
    let brightest = moods.iter().max_by_key(|(day, mood)| (*mood, *day));
    match (moods, heaviest, brightest) {
        ([(day, mood)], ..) => language.say("half_one_mood", &[("mood", named(*mood)), ("day", date(*day))]),
        (_, Some((low_day, low)), Some((high_day, high))) => language.say(
            "half_moods",
            &[
                ("count", moods.len().into()),
                ("low", named(*low)),
                ("low_day", date(*low_day)),
                ("high", named(*high)),
                ("high_day", date(*high_day)),
            ],
        ),
        _ => language.say("half_no_mood", &[]),
    }
}
