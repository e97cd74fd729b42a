//! Days, as a language writes them.

use super::{Language, Word};
use crate::model::{Date, Month};

/// How much of a date is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateStyle {
    /// `22 November`
    Long,
    /// `22 Nov`
    Short,
    /// `Sunday 22 November`
    Weekday,
    /// `Sun 22 Nov`
    Near,
}

impl Language {
    /// A date, with its year unless that is `year`.
    #[must_use]
    pub fn date(&self, date: Date, style: DateStyle, year: Option<i16>) -> String {
        let (month, weekday) = match style {
            DateStyle::Long | DateStyle::Weekday => (self.month_name(date.month()), self.weekday_name(date)),
            DateStyle::Short | DateStyle::Near => (self.short_month_name(date.month()), self.short_weekday_name(date)),
        };
        let with_weekday = matches!(style, DateStyle::Weekday | DateStyle::Near);
        let message = match (with_weekday, year == Some(date.year())) {
            (false, true) => "date",
            (false, false) => "date_year",
            (true, true) => "date_weekday",
            (true, false) => "date_weekday_year",
        };
        self.say(message, &parts(date, month, weekday))
    }

    /// `26 March`, with the year where it is not that of `today`.
    #[must_use]
    pub fn day(&self, date: Date, today: Date) -> String {
        self.date(date, DateStyle::Long, Some(today.year()))
    }

    /// `22 Sun`, for a list within one month.
    #[must_use]
    pub fn day_in_list(&self, date: Date) -> String {
        self.say("date_list", &parts(date, "", self.short_weekday_name(date)))
    }

    /// `November 2026`.
    #[must_use]
    pub fn month(&self, month: Month) -> String {
        let year = month.year.to_string();
        self.say("month_year", &[("month", self.month_name(month.month).into()), ("year", year.into())])
    }

    /// The name of a month, 1 to 12.
    #[must_use]
    pub fn month_name(&self, month: i8) -> &str {
        of_month(&self.calendar.months, month)
    }

    /// Its short name.
    #[must_use]
    pub fn short_month_name(&self, month: i8) -> &str {
        of_month(&self.calendar.short_months, month)
    }

    /// The name of the weekday of a date.
    #[must_use]
    pub fn weekday_name(&self, date: Date) -> &str {
        of_weekday(&self.calendar.weekdays, date)
    }

    /// Its short name.
    #[must_use]
    pub fn short_weekday_name(&self, date: Date) -> &str {
        of_weekday(&self.calendar.short_weekdays, date)
    }

    /// How far away a day is: `today`, `tomorrow`, `in 6 days`, `in 2 weeks`, `in 3 months`, `3 days ago`.
    #[must_use]
    pub fn distance(&self, days: i32) -> String {
        let size = days.unsigned_abs();
        let (unit, count) = match size {
            0 => return self.say("today", &[]),
            1 => return self.say(if days > 0 { "tomorrow" } else { "yesterday" }, &[]),
            2..=13 => ("days", size),
            14..=59 => ("weeks", size / 7),
            60..=729 => ("months", size / 30),
            _ => ("years", size / 365),
        };
        let message = if days > 0 { format!("in_{unit}") } else { format!("{unit}_ago") };
        self.say(&message, &[("count", count.into())])
    }
}

/// The names that dates are put together from, looked up once.
#[derive(Debug, Default)]
pub(super) struct Calendar {
    months: Vec<String>,
    short_months: Vec<String>,
    weekdays: Vec<String>,
    short_weekdays: Vec<String>,
}

impl Calendar {
    pub(super) fn of(name: impl Fn(&str) -> String) -> Self {
        let names = |of: &str, count: u8| (1..=count).map(|number| name(&format!("{of}_{number}"))).collect();
        Self {
            months: names("month", 12),
            short_months: names("short_month", 12),
            weekdays: names("weekday", 7),
            short_weekdays: names("short_weekday", 7),
        }
    }
}

fn of_month(names: &[String], month: i8) -> &str {
    usize::try_from(month - 1).ok().and_then(|index| names.get(index)).map_or("", String::as_str)
}

fn of_weekday(names: &[String], date: Date) -> &str {
    let index = usize::try_from(date.weekday().to_monday_zero_offset()).ok();
    index.and_then(|index| names.get(index)).map_or("", String::as_str)
}

/// The year as a text: nobody writes a thousands mark into it. The day as a number, by which a message can choose: a
/// French month begins with its `1er`.
fn parts<'a>(date: Date, month: &'a str, weekday: &'a str) -> [(&'static str, Word<'a>); 4] {
    [
        ("day", date.day().into()),
        ("month", month.into()),
        ("year", date.year().to_string().into()),
        ("weekday", weekday.into()),
    ]
}
