//! Recurrence rules: `every 2 weeks on Monday, Friday until January 1 2027 when done`.
//!
//! The grammar is rrule.js's, which Obsidian Tasks uses, and a little more (`every other week`, `every weekend`). One
//! thing differs: a rule is read to its end or not at all, where rrule.js stops quietly at the first word it does not
//! know, and Tasks then deletes the rest from the file.
//!
//! A [`Rule`] written out (`Display`) is one that Obsidian Tasks reads the same way.

mod grammar;
mod names;
mod next;
mod tokens;

use std::fmt;
use std::ops::Range;

use crate::model::{Date, Weekday, month_name};

pub(crate) use grammar::rule;

/// When a step comes back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Rule {
    /// Every how many units, at least 1.
    pub(crate) interval: u32,
    pub(crate) unit: Unit,
    pub(crate) on: On,
    pub(crate) end: End,
    pub(crate) anchor: Anchor,
    dialect: Dialect,
}

impl Rule {
    /// Whether Obsidian Tasks reads these words otherwise, or not at all.
    pub(crate) fn is_ours(&self) -> bool {
        self.dialect == Dialect::Ours
    }
}

/// What an interval is counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unit {
    Minute,
    Hour,
    Day,
    Week,
    Month,
    Year,
}

/// Which days of the unit; with nothing in it, the day that the date of the step is in its unit.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct On {
    pub(crate) weekdays: Vec<OnWeekday>,
    /// Days of the month, 1 to 31; -1 is the last.
    pub(crate) days: Vec<i8>,
    /// Months, 1 to 12.
    pub(crate) months: Vec<i8>,
    /// Weeks of the year, 1 to 53.
    pub(crate) weeks: Vec<i8>,
}

/// A day of the week, or the nth of them in its month or year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct OnWeekday {
    /// 1 is the first, -1 the last.
    pub(crate) nth: Option<i8>,
    pub(crate) day: Weekday,
}

/// When a rule ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum End {
    Never,
    /// This day is the last it can fall on.
    Until(Date),
    Times(u32),
}

/// What the next date is counted from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Anchor {
    /// The date that the step has.
    Planned,
    /// The day on which it was done.
    Done,
}

/// Who understands the words of a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Dialect {
    Tasks,
    Ours,
}

/// Why a text is no rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Unread {
    /// It is none from the beginning; `meant` are the rules that were perhaps meant.
    NoRule { meant: Vec<String> },
    /// It is one up to a byte, and what follows says nothing to it.
    Words { from: usize },
    /// `on the 15`: whether the 15th is meant, or 15 of something, is not said. Where the number stands in bytes, and
    /// how the day is written.
    Ordinal { number: Range<usize>, day: String },
}

const MONDAY_TO_FRIDAY: [Weekday; 5] =
    [Weekday::Monday, Weekday::Tuesday, Weekday::Wednesday, Weekday::Thursday, Weekday::Friday];

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let unit = match self.unit {
            Unit::Minute => "minute",
            Unit::Hour => "hour",
            Unit::Day => "day",
            Unit::Week => "week",
            Unit::Month => "month",
            Unit::Year => "year",
        };
        match self.interval {
            1 => write!(f, "every {unit}")?,
            n => write!(f, "every {n} {unit}s")?,
        }
        let items = self.on.items();
        if !items.is_empty() {
            write!(f, " on {}", items.join(", "))?;
        }
        match self.end {
            End::Never => {}
            End::Until(date) => {
                write!(f, " until {} {} {}", month_name(date.month()), date.day(), date.year())?;
            }
            End::Times(1) => write!(f, " for 1 time")?,
            End::Times(n) => write!(f, " for {n} times")?,
        }
        match self.anchor {
            Anchor::Planned => Ok(()),
            Anchor::Done => write!(f, " when done"),
        }
    }
}

impl On {
    fn items(&self) -> Vec<String> {
        let weekdays = self.weekdays.iter().map(|on| match on.nth {
            None => weekday_name(on.day).to_owned(),
            Some(nth) => format!("the {} {}", ordinal(nth), weekday_name(on.day)),
        });
        let days = self.days.iter().map(|day| format!("the {}", ordinal(*day)));
        let months = self.months.iter().map(|month| month_name(*month).to_owned());
        let weeks = self.weeks.iter().map(|week| format!("week {week}"));
        weekdays.chain(days).chain(months).chain(weeks).collect()
    }
}

/// `1st`, `last`, `2nd last`.
fn ordinal(nth: i8) -> String {
    let n = nth.unsigned_abs();
    let suffix = match (n % 10, n % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    match nth {
        -1 => "last".into(),
        ..0 => format!("{n}{suffix} last"),
        _ => format!("{n}{suffix}"),
    }
}

fn weekday_name(day: Weekday) -> &'static str {
    match day {
        Weekday::Monday => "Monday",
        Weekday::Tuesday => "Tuesday",
        Weekday::Wednesday => "Wednesday",
        Weekday::Thursday => "Thursday",
        Weekday::Friday => "Friday",
        Weekday::Saturday => "Saturday",
        Weekday::Sunday => "Sunday",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The rule as Obsidian Tasks would write it, with `*` where it does not read the words given.
    #[track_caller]
    fn check(text: &str, expected: &str) {
        let read = rule(text).unwrap_or_else(|why| panic!("{text}: {why:?}"));
        assert_eq!(format!("{read}{}", if read.is_ours() { " *" } else { "" }), expected, "{text}");
        let again = rule(&read.to_string()).expect("a rule written out can be read");
        assert_eq!(again, Rule { dialect: Dialect::Tasks, ..read }, "{text}");
    }

    #[test]
    fn rules_of_obsidian_tasks_are_read() {
        check("every day", "every day");
        check("Every 3 Days when Done", "every 3 days when done");
        check("every week on Tuesday, Friday", "every week on Tuesday, Friday");
        check("every 2 weeks on mon and Wed", "every 2 weeks on Monday, Wednesday");
        check("every weekday", "every week on Monday, Tuesday, Wednesday, Thursday, Friday");
        check("every 2 weekdays", "every 2 weeks on Monday, Tuesday, Wednesday, Thursday, Friday");
        check("every Sunday", "every week on Sunday");
        check("every monday, thursday", "every week on Monday, Thursday");
        check("every month on the 15th", "every month on the 15th");
        check("every month on the 1st and the 15th", "every month on the 1st, the 15th");
        check("every month on the last", "every month on the last");
        check("every month on the second last Friday", "every month on the 2nd last Friday");
        check("every 3 months on the 2nd Tuesday", "every 3 months on the 2nd Tuesday");
        check("every January on the 15th", "every year on the 15th, January");
        check("every january, jul", "every year on January, July");
        check("every year in week 20", "every year on week 20");
        check("every 2 hours", "every 2 hours");
        check("every day at 9, 17", "every day");
        check("every week until January 1, 2027", "every week until January 1 2027");
        check("every week for 3 times", "every week for 3 times");
        check("every month on the 31st for 12", "every month on the 31st for 12 times");
    }

    #[test]
    fn more_is_read_than_obsidian_tasks_does() {
        check("every other week", "every 2 weeks *");
        check("every other Monday when done", "every 2 weeks on Monday when done *");
        check("every weekend", "every week on Saturday, Sunday *");
        check("every quarter", "every 3 months *");
        check("every two quarters", "every 6 months *");
        check("every fortnight", "every 2 weeks *");
        check("every second week", "every 2 weeks *");
        check("every 3rd month", "every 3 months *");
        check("every two days", "every 2 days *");
        check("every workday", "every week on Monday, Tuesday, Wednesday, Thursday, Friday *");
        check("every last Friday", "every month on the last Friday *");
        check("every 15th", "every month on the 15th *");
        check("every week until 2027-01-01", "every week until January 1 2027 *");
    }

    #[test]
    fn what_is_no_rule_says_what_was_meant() {
        let meant = |text: &str, rules: &[&str]| {
            let meant = rules.iter().map(|rule| (*rule).to_owned()).collect();
            assert_eq!(rule(text), Err(Unread::NoRule { meant }), "{text}");
        };
        meant("weekly", &["every week"]);
        meant("Daily when done", &["every day when done"]);
        meant("quarterly", &["every 3 months"]);
        meant("every second Friday", &["every 2 weeks on Friday", "every month on the 2nd Friday"]);
        for none in ["", "every", "each day", "every 0 days", "every soon", "when done", "every 99999999999 days"] {
            meant(none, &[]);
        }
    }

    #[test]
    fn a_rule_is_read_to_its_end_or_not_at_all() {
        let stops = |text: &str, words: &str| {
            let from = text.find(words).expect("the words are there");
            assert_eq!(rule(text), Err(Unread::Words { from }), "{text}");
        };
        stops("every week then call mom", "then");
        stops("every year on the 1st of January", "of");
        stops("every day on Monday", "on");
        stops("every week on Monday and rest", "and");
        stops("every month on the 32nd", "on the");
        stops("every week until soon", "until");
        stops("every week!", "!");
        stops("every week é", "é");
        let ordinal = Unread::Ordinal { number: 19..21, day: "15th".to_owned() };
        assert_eq!(rule("every month on the 15 when done"), Err(ordinal));
    }
}
