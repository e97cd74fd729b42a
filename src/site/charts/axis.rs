//! Days and amounts become places on a chart.
//!
//! Whole numbers throughout: across in hundredths of a percent, down in tenths of a pixel. A place outside a chart is
//! held at its edge, so a plan of any year can be drawn.

use std::ops::Range;

use unicode_width::UnicodeWidthStr;

use super::views::{LabelView, LevelView, StretchView, TickView};
use crate::language::Language;
use crate::model::{Date, add_days, days_between};

/// The width of every chart.
pub(super) const WIDTH: i32 = 10_000;
/// How high a plot of amounts is, in tenths of a pixel.
pub(super) const HEIGHT: i32 = 2_400;
/// More months than this are too many to be named one by one, where their short names have up to four letters.
const MOST_MONTHS: i32 = 20;
/// The most years that are named.
const MOST_YEARS: i32 = 12;
/// Half of the width of a letter on a narrow chart of 320 pixels.
const HALF_LETTER: i32 = 105;
/// What is too short to be seen is drawn as wide as this.
const THIN: i32 = 20;

/// An axis of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Axis {
    from: Date,
    days: i32,
}

impl Axis {
    /// From one day to another; at least a week, so that a plan of one day has a width.
    pub(super) fn new(from: Date, to: Date) -> Self {
        Self { from, days: days_between(from, to).max(7) }
    }

    /// One that begins with the month of `from`, and has a little room after `to`.
    pub(super) fn of_months(from: Date, to: Date) -> Self {
        let from = if days_between(from, to) > 60 { from.first_of_month() } else { from };
        Self::new(from, add_days(to, days_between(from, to) / 50 + 1))
    }

    /// The last day.
    pub(super) fn end(self) -> Date {
        add_days(self.from, self.days)
    }

    /// Where a day begins, held inside the chart.
    pub(super) fn x(self, day: Date) -> i32 {
        let gone = i64::from(days_between(self.from, day)) * i64::from(WIDTH) / i64::from(self.days);
        i32::try_from(gone.clamp(0, i64::from(WIDTH))).unwrap_or(WIDTH)
    }

    /// Whether a day is on the chart.
    pub(super) fn holds(self, day: Date) -> bool {
        (0..=self.days).contains(&days_between(self.from, day))
    }

    /// What lies between two days, as far as it is on the chart; what has a day has a width.
    pub(super) fn stretch(self, from: Date, to: Date) -> Option<StretchView> {
        let (x, end) = (self.x(from), self.x(to));
        let seen = to > from && (end > x || self.holds(from));
        seen.then_some(StretchView { x, width: (end - x).max(THIN) })
    }

    /// Months, quarters or years, as many as there is room for. A January says its year.
    pub(super) fn ticks(self, language: &Language) -> Vec<TickView> {
        let month_of = |day: Date| i32::from(day.year()) * 12 + i32::from(day.month()) - 1;
        let (first, last) = (month_of(self.from), month_of(self.end()));
        let months = last - first;
        let longest = (1..=12).map(|month| language.short_month_name(month).width()).max().unwrap_or(0);
        let most = MOST_MONTHS * 4 / i32::try_from(longest).unwrap_or(i32::MAX).max(4);
        let step = match months {
            _ if months <= most => 1,
            _ if months <= 3 * most => 3,
            _ => {
                let years = round_number(1, |years| i128::from(months) <= years * i128::from(12 * MOST_YEARS));
                12 * i32::try_from(years).unwrap_or(i32::MAX / 12)
            }
        };
        let begin = first.div_euclid(step) * step;
        (begin..=last)
            .step_by(usize::try_from(step).unwrap_or(1))
            .filter_map(|month| {
                let (year, month) =
                    (i16::try_from(month.div_euclid(12)).ok()?, i8::try_from(month.rem_euclid(12)).ok()?);
                let day = Date::new(year, month + 1, 1).ok().filter(|day| self.holds(*day))?;
                // Words at the very edge would hang over it.
                Some(tick(language, self.x(day), day)).filter(|tick| tick.x < WIDTH - 350)
            })
            .collect()
    }

    /// Words over a day; none for one that is not on the chart.
    pub(super) fn label(self, day: Date, text: impl Into<String>) -> Option<LabelView> {
        self.holds(day).then(|| label(self.x(day), text))
    }
}

/// Words over a place, turned away from an edge that is near.
pub(super) fn label(x: i32, text: impl Into<String>) -> LabelView {
    let text = text.into();
    let half = half_width(&text);
    let anchor = match x {
        _ if x < half => "start",
        _ if x > WIDTH - half => "end",
        _ => "middle",
    };
    LabelView { x, anchor, text }
}

fn half_width(text: &str) -> i32 {
    i32::try_from(text.width()).unwrap_or(WIDTH).min(WIDTH) * HALF_LETTER
}

/// Whether two words would stand in each other's way on a narrow chart.
pub(super) fn too_near(one: Option<&LabelView>, other: Option<&LabelView>) -> bool {
    let ends = |label: &LabelView| {
        let half = half_width(&label.text);
        let middle = match label.anchor {
            "start" => label.x + half,
            "end" => label.x - half,
            _ => label.x,
        };
        (middle - half, middle + half)
    };
    let (Some((from, to)), Some((other_from, other_to))) = (one.map(ends), other.map(ends)) else { return false };
    from < other_to + 2 * HALF_LETTER && other_from < to + 2 * HALF_LETTER
}

fn tick(language: &Language, x: i32, day: Date) -> TickView {
    if day.month() == 1 {
        let year = day.year().to_string();
        let (before, short) = year.split_at(year.len().saturating_sub(2));
        return TickView { x, before: before.into(), short: short.into(), after: String::new() };
    }
    let name = language.short_month_name(day.month());
    // A month that is called by its number keeps all of it.
    let digits = name.find(|c: char| !c.is_ascii_digit()).unwrap_or(name.len());
    let (short, after) = name.split_at(digits.max(name.chars().next().map_or(0, char::len_utf8)));
    TickView { x, before: String::new(), short: short.into(), after: after.into() }
}

/// The first of 1, 2, 5, 10, 20, 50 … times `one` that is large enough.
fn round_number(one: i128, enough: impl Fn(i128) -> bool) -> i128 {
    let mut size = one;
    loop {
        if let Some(found) = [1, 2, 5].map(|factor| size * factor).into_iter().find(|number| enough(*number)) {
            return found;
        }
        size *= 10;
    }
}

/// An axis of amounts, from the lowest to a tenth above the highest; in tenths of an amount.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Scale {
    low: i128,
    high: i128,
}

impl Scale {
    /// One that holds all of these and nothing (0), so that no part of an amount is cut off.
    pub(super) fn of(amounts: impl IntoIterator<Item = i64>) -> Self {
        let (low, high) = amounts.into_iter().fold((0, 0), |(low, high), amount| (amount.min(low), amount.max(high)));
        Self { low: i128::from(low) * 10, high: (i128::from(high) * 11).max(i128::from(low) * 10 + 1) }
    }

    /// Where an amount stands, from the top, held inside the plot.
    pub(super) fn y(&self, amount: i64) -> i32 {
        self.part_y(amount, 1)
    }

    /// The same for an amount that is given in parts: `amount` of which `parts` make one.
    pub(super) fn part_y(&self, amount: i64, parts: i64) -> i32 {
        let (low, high) = (self.low * i128::from(parts), self.high * i128::from(parts));
        let down = (high - (i128::from(amount) * 10).clamp(low, high)) * i128::from(HEIGHT) / (high - low);
        i32::try_from(down).unwrap_or(HEIGHT)
    }

    /// Up to five even levels between the lowest and the highest amount, and what each says: its amount, and whether it
    /// is the highest of them. No level is finer than `one`, and none is in `taken`, where other words or lines are.
    pub(super) fn levels(&self, one: i64, taken: &Range<i32>, text: impl Fn(i64, bool) -> String) -> Vec<LevelView> {
        let (low, high) = (self.low.div_euclid(10), self.high.div_euclid(10));
        let span = high - low;
        let step = round_number(i128::from(one.max(1)), |step| span / step < 5);
        let (first, last) = (low.div_euclid(step) + 1, high.div_euclid(step));
        let amounts: Vec<i64> = (first..=last)
            .map(|at| at * step)
            .filter(|amount| *amount != 0)
            .filter_map(|amount| i64::try_from(amount).ok())
            .filter(|amount| !taken.contains(&self.y(*amount)))
            .collect();
        let highest = amounts.last().copied();
        amounts
            .into_iter()
            .map(|amount| LevelView { y: self.y(amount), text: text(amount, Some(amount) == highest) })
            .collect()
    }
}
