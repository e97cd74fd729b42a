//! How a practice goes: each day (week, month) by a sign of its own. Days stand in columns of weeks; weeks and months
//! in one row.

use super::path::{Point, dots};
use super::views::{LevelView, PracticeChartView, TableView, TickView};
use super::words;
use crate::language::Language;
use crate::model::{Date, Every, Month, Weekday, add_days, days_between};
use crate::progress::{Mark, PracticeRecord};

/// Weeks of days that are shown.
const WEEKS: i32 = 16;
/// Weeks, or months, that are shown in one row.
const ROW: usize = 16;
/// Where the first column begins; before it stand the names of weekdays.
const LEFT: i32 = 1_200;
/// From one row to the next, in tenths of a pixel.
const PITCH: i32 = 150;
/// The middle of the first row, in tenths of a pixel.
const TOP: i32 = 260;

/// The chart of a practice; none if nothing is known of it.
pub(super) fn practice(language: &Language, record: &PracticeRecord, week_start: Weekday) -> Option<PracticeChartView> {
    let last = record.marks.last()?.0;
    let by_day = matches!(record.every, Every::Day | Every::Weekday);
    let week_of = |day: Date| add_days(day, -i32::from(day.weekday().since(week_start)));
    let shown = if by_day {
        let first = add_days(week_of(last), -7 * (WEEKS - 1));
        &record.marks[record.marks.partition_point(|(day, _)| *day < first)..]
    } else {
        &record.marks[record.marks.len().saturating_sub(ROW)..]
    };
    let first = shown.first()?.0;
    let columns = if by_day { days_between(week_of(first), last) / 7 + 1 } else { i32::try_from(shown.len()).ok()? };
    // A practice that has just begun stands at the left, as wide as it would in the end.
    let pitch = (10_000 - LEFT) / columns.max(WEEKS);
    let across = |column: i32| LEFT + column * pitch + pitch / 2;
    let place = |at: usize, day: Date| -> Point {
        if by_day {
            let days = days_between(week_of(first), day);
            (across(days / 7), TOP + days % 7 * PITCH)
        } else {
            (across(i32::try_from(at).unwrap_or(0)), TOP)
        }
    };
    let of = |wanted: Mark| {
        let marks = shown.iter().enumerate().filter(|(_, (_, mark))| *mark == wanted);
        marks.map(|(at, (day, _))| place(at, *day)).collect::<Vec<_>>()
    };
    let rows = (0..7).step_by(2).filter(|_| by_day).map(|row| {
        let day = add_days(week_of(first), row);
        LevelView { y: TOP + row * PITCH + 45, text: language.short_weekday_name(day).to_owned() }
    });
    Some(PracticeChartView {
        what: record.what.clone(),
        caption: caption(language, record),
        description: description(language, record, shown),
        ticks: ticks(language, shown, |at, day| place(at, day).0 - pitch / 2),
        rows: rows.collect(),
        height: if by_day { TOP + 6 * PITCH + 80 } else { TOP + 80 },
        done: dots(&of(Mark::Done)),
        missed: dots(&of(Mark::Missed)),
        skipped: dots(&of(Mark::Skipped)),
        unrecorded: dots(&of(Mark::Unrecorded)),
        table: table(language, record),
    })
}

/// Months over the columns in which they begin; the second of two that would touch is left out.
fn ticks(language: &Language, shown: &[(Date, Mark)], x: impl Fn(usize, Date) -> i32) -> Vec<TickView> {
    let mut ticks: Vec<TickView> = Vec::new();
    let mut before = None;
    for (at, (day, _)) in shown.iter().enumerate() {
        if before.replace(Month::of(*day)) == Some(Month::of(*day)) {
            continue;
        }
        let x = x(at, *day);
        if ticks.last().is_none_or(|last| x - last.x >= 900) {
            ticks.push(TickView {
                x,
                before: String::new(),
                short: language.short_month_name(day.month()).into(),
                after: String::new(),
            });
        }
    }
    ticks
}

/// How firm a practice has become, in words: a number would be a score. The name of a message.
fn firmness(strength: u8) -> &'static str {
    match strength {
        0..20 => "practice_loose",
        20..45 => "practice_taking_hold",
        45..75 => "practice_holding",
        _ => "practice_firm",
    }
}

fn counts(language: &Language, record: &PracticeRecord) -> String {
    let counts = [
        (record.done, "practice_times_done"),
        (record.missed, "practice_times_missed"),
        (record.unrecorded, "practice_times_unrecorded"),
        (record.skipped, "practice_times_skipped"),
    ];
    let known = counts.into_iter().enumerate().filter(|(at, (count, _))| *at == 0 || *count > 0);
    let said: Vec<String> = known.map(|(_, (count, name))| language.count(name, count as usize, &[])).collect();
    language.facts(&said)
}

fn caption(language: &Language, record: &PracticeRecord) -> String {
    let every = match record.every {
        Every::Day => "every_day",
        Every::Weekday => "every_weekday",
        Every::Week => "every_week",
        Every::Month => "every_month",
    };
    let [firm, every] = [firmness(record.strength), every].map(|name| language.say(name, &[]).into());
    language.say("practice_caption", &[("firm", firm), ("every", every), ("counts", counts(language, record).into())])
}

fn description(language: &Language, record: &PracticeRecord, shown: &[(Date, Mark)]) -> String {
    let days = shown.first().zip(shown.last()).map(|((first, _), (last, _))| words::span(language, *first, *last));
    let of = |wanted: Mark| shown.iter().filter(|(_, mark)| *mark == wanted).count().into();
    let counted = language.say(
        "practice_shows",
        &[
            ("days", days.unwrap_or_default().into()),
            ("done", of(Mark::Done)),
            ("missed", of(Mark::Missed)),
            ("unrecorded", of(Mark::Unrecorded)),
            ("skipped", of(Mark::Skipped)),
        ],
    );
    language.sentences(&[caption(language, record), counted])
}

/// How often each was, by month, and by year where there are many months; the last row is all of them.
fn table(language: &Language, record: &PracticeRecord) -> TableView {
    let by_month = |(one, _): &(Date, Mark), (other, _): &(Date, Mark)| Month::of(*one) == Month::of(*other);
    let by_year = record.marks.chunk_by(by_month).count() > ROW;
    let together = |one: &(Date, Mark), other: &(Date, Mark)| {
        if by_year { one.0.year() == other.0.year() } else { by_month(one, other) }
    };
    let name = |day: Date| if by_year { day.year().to_string() } else { language.month(Month::of(day)) };
    let row = |name: String, marks: &[(Date, Mark)]| {
        let of = |wanted: Mark| {
            let count = marks.iter().filter(|(_, mark)| *mark == wanted).count();
            words::number(language, u32::try_from(count).unwrap_or(u32::MAX))
        };
        vec![name, of(Mark::Done), of(Mark::Missed), of(Mark::Unrecorded), of(Mark::Skipped)]
    };
    let parts = record.marks.chunk_by(together);
    let mut rows: Vec<Vec<String>> = parts.map(|marks| row(name(marks[0].0), marks)).collect();
    rows.push(row(language.say("practice_all_head", &[]), &record.marks));
    let head = ["when_head", "step_done", "practice_missed_head", "practice_unrecorded_head", "practice_skipped_head"];
    TableView { head: head.map(|name| language.say(name, &[])).into(), rows, numeric: true }
}
