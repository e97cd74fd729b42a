//! How a practice goes: each day (week, month) by a sign of its own. Days stand in columns of weeks; weeks and months
//! in one row.

use super::path::{Point, dots};
use super::views::{LevelView, PracticeChartView, TableView, TickView};
use super::words;
use crate::model::{Date, Every, Month, Weekday, add_days, days_between, month_name};
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
pub(super) fn practice(record: &PracticeRecord, week_start: Weekday) -> Option<PracticeChartView> {
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
    let rows = (0..7)
        .step_by(2)
        .filter(|_| by_day)
        .map(|row| LevelView { y: TOP + row * PITCH + 45, text: weekday(add_days(week_of(first), row)).to_owned() });
    Some(PracticeChartView {
        what: record.what.clone(),
        caption: caption(record),
        description: description(record, shown),
        ticks: ticks(shown, |at, day| place(at, day).0 - pitch / 2),
        rows: rows.collect(),
        height: if by_day { TOP + 6 * PITCH + 80 } else { TOP + 80 },
        done: dots(&of(Mark::Done)),
        missed: dots(&of(Mark::Missed)),
        skipped: dots(&of(Mark::Skipped)),
        unrecorded: dots(&of(Mark::Unrecorded)),
        table: table(record),
    })
}

/// Months over the columns in which they begin; the second of two that would touch is left out.
fn ticks(shown: &[(Date, Mark)], x: impl Fn(usize, Date) -> i32) -> Vec<TickView> {
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
                short: month_name(day.month())[..3].into(),
                after: String::new(),
            });
        }
    }
    ticks
}

/// The short name of a day of the week.
pub(super) fn weekday(day: Date) -> &'static str {
    ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"][usize::from(day.weekday().to_monday_zero_offset().unsigned_abs())]
}

/// How firm a practice has become, in words: a number would be a score.
fn firmness(strength: u8) -> &'static str {
    match strength {
        0..20 => "Loose",
        20..45 => "Taking hold",
        45..75 => "Holding",
        _ => "Firm",
    }
}

fn counts(record: &PracticeRecord) -> Vec<String> {
    let said = [
        (record.done, "done"),
        (record.missed, "not done"),
        (record.unrecorded, "not written down"),
        (record.skipped, "in a pause"),
    ];
    let said = said.into_iter().filter(|(count, what)| *count > 0 || *what == "done");
    said.map(|(count, what)| format!("{what} {}", words::count(count, "time", "times"))).collect()
}

fn caption(record: &PracticeRecord) -> String {
    let every = match record.every {
        Every::Day => "every day",
        Every::Weekday => "every weekday",
        Every::Week => "every week",
        Every::Month => "every month",
    };
    format!("{}, {every}: {}.", firmness(record.strength), counts(record).join(", "))
}

fn description(record: &PracticeRecord, shown: &[(Date, Mark)]) -> String {
    let days = shown.first().zip(shown.last()).map(|((first, _), (last, _))| words::span(*first, *last));
    let of = |wanted: Mark| shown.iter().filter(|(_, mark)| *mark == wanted).count();
    format!(
        "{} The chart shows {}: {} done, {} not done, {} not written down, {} in a pause.",
        caption(record),
        days.unwrap_or_default(),
        of(Mark::Done),
        of(Mark::Missed),
        of(Mark::Unrecorded),
        of(Mark::Skipped)
    )
}

/// How often each was, by month, and by year where there are many months; the last row is all of them.
fn table(record: &PracticeRecord) -> TableView {
    let months = record.marks.chunk_by(|(one, _), (other, _)| Month::of(*one) == Month::of(*other)).count();
    let name = |day: Date| if months > ROW { day.year().to_string() } else { words::month(Month::of(day)) };
    let chunks = record.marks.chunk_by(|(one, _), (other, _)| name(*one) == name(*other));
    let row = |name: String, marks: &[(Date, Mark)]| {
        let of = |wanted: Mark| marks.iter().filter(|(_, mark)| *mark == wanted).count().to_string();
        vec![name, of(Mark::Done), of(Mark::Missed), of(Mark::Unrecorded), of(Mark::Skipped)]
    };
    let mut rows: Vec<Vec<String>> = chunks.map(|marks| row(name(marks[0].0), marks)).collect();
    rows.push(row("All".to_owned(), &record.marks));
    let head = ["When", "Done", "Not done", "Not written down", "In a pause"].map(Into::into).into();
    TableView { head, rows, numeric: true }
}
