//! On which day a rule falls next.
//!
//! As Obsidian Tasks has it (8.3.0, with rrule.js 2.8.1 behind it): periods are counted from the day that the step has
//! now; a month or year without that day is left out when the rule names the day (`on the 31st`), and cut to its last
//! day when it does not.

use jiff::Span;

use super::{End, OnWeekday, Rule, Unit};
use crate::model::{Date, Weekday, add_days, days_between};

/// How far ahead a day is looked for: the longest that a rule of the calendar can leave out (29 February on a weekday
/// of its own comes back within 40 years), many times over.
const HORIZON_DAYS: i32 = 400 * 366;

impl Rule {
    /// The first day after `after` on which the rule falls, when the step stands on `from` now. None when the rule has
    /// ended by then, or names no day that there is.
    pub(crate) fn next(&self, from: Date, after: Date) -> Option<Date> {
        let last = match self.end {
            End::Until(last) => last,
            End::Times(times) if times <= 1 => return None,
            End::Times(_) | End::Never => Date::MAX,
        };
        self.unended(from, after.max(from)).filter(|next| *next <= last)
    }

    fn unended(&self, from: Date, after: Date) -> Option<Date> {
        let days_per_unit = match self.unit {
            // A day is the least that a step without a time can move.
            Unit::Minute => return in_days(from, after, (self.interval / (24 * 60)).max(1)),
            Unit::Hour => return in_days(from, after, (self.interval / 24).max(1)),
            Unit::Day if self.names_no_day() => return in_days(from, after, self.interval),
            Unit::Week if self.names_no_day() => return in_days(from, after, self.interval.checked_mul(7)?),
            Unit::Month if self.names_no_day() => return self.in_months(from, after, 1),
            Unit::Year if self.names_no_day() => return self.in_months(from, after, 12),
            Unit::Day => 1,
            Unit::Week => 7,
            Unit::Month => 31,
            Unit::Year => 366,
        };
        let periods = i64::from(days_per_unit) * i64::from(self.interval) + i64::from(HORIZON_DAYS);
        let horizon = i32::try_from(periods).unwrap_or(i32::MAX);
        (1..horizon)
            .map_while(|days| after.checked_add(Span::new().try_days(days).ok()?).ok())
            .find(|day| self.is_its_turn(from, *day) && self.falls_on(from, *day))
    }

    fn names_no_day(&self) -> bool {
        let on = &self.on;
        on.weekdays.is_empty() && on.days.is_empty() && on.months.is_empty() && on.weeks.is_empty()
    }

    /// So many months on, cut to the last day of a shorter month.
    fn in_months(&self, from: Date, after: Date, months_per_unit: u32) -> Option<Date> {
        let step = i64::from(self.interval.checked_mul(months_per_unit)?);
        let months = |date: Date| i64::from(date.year()) * 12 + i64::from(date.month());
        // The month of `after` is the first that can hold the day.
        let passed = (months(after) - months(from)) / step;
        (passed.max(1)..passed + 3)
            .map_while(|times| from.checked_add(Span::new().try_months(times * step).ok()?).ok())
            .find(|day| *day > after)
    }

    /// Whether the period of `day` is one in which the rule falls.
    fn is_its_turn(&self, from: Date, day: Date) -> bool {
        let periods = match self.unit {
            Unit::Minute | Unit::Hour | Unit::Day => i64::from(days_between(from, day)),
            // Weeks begin on Monday, as in rrule.js.
            Unit::Week => i64::from(days_between(monday(from), monday(day)) / 7),
            Unit::Month => {
                (i64::from(day.year()) - i64::from(from.year())) * 12 + i64::from(day.month()) - i64::from(from.month())
            }
            Unit::Year => i64::from(day.year()) - i64::from(from.year()),
        };
        periods % i64::from(self.interval) == 0
    }

    /// Whether `day` is one that the rule names; what it does not name is as on `from`.
    fn falls_on(&self, from: Date, day: Date) -> bool {
        let on = &self.on;
        let names_the_day = !(on.weekdays.is_empty() && on.days.is_empty() && on.weeks.is_empty());
        let in_month = on.months.is_empty() || on.months.contains(&day.month());
        let in_week = on.weeks.is_empty() || on.weeks.contains(&day.iso_week_date().week());
        let on_day = on.days.is_empty() || on.days.iter().any(|of_month| day_of_month(*of_month, day) == Some(day));
        let on_weekday = on.weekdays.is_empty() || on.weekdays.iter().any(|on| self.is_weekday(*on, day));
        let as_before = names_the_day
            || match self.unit {
                Unit::Minute | Unit::Hour | Unit::Day => true,
                Unit::Week => day.weekday() == from.weekday(),
                Unit::Month => day.day() == from.day(),
                Unit::Year => day.day() == from.day() && (!on.months.is_empty() || day.month() == from.month()),
            };
        in_month && in_week && on_day && on_weekday && as_before
    }

    /// Whether `day` is that weekday; the nth is counted in its month, and in its year when a rule by years names no
    /// month.
    fn is_weekday(&self, on: OnWeekday, day: Date) -> bool {
        if day.weekday() != on.day {
            return false;
        }
        let Some(nth) = on.nth else { return true };
        let (before, length) = if self.unit == Unit::Year && self.on.months.is_empty() {
            (day.day_of_year() - 1, day.days_in_year())
        } else {
            (i16::from(day.day() - 1), i16::from(day.days_in_month()))
        };
        let place = if nth > 0 { before / 7 + 1 } else { -((length - 1 - before) / 7 + 1) };
        place == i16::from(nth)
    }
}

fn monday(date: Date) -> Date {
    add_days(date, -i32::from(date.weekday().since(Weekday::Monday)))
}

/// The day of the month of `date`; -1 is the last.
fn day_of_month(of_month: i8, date: Date) -> Option<Date> {
    let day = if of_month < 0 { date.days_in_month() + of_month + 1 } else { of_month };
    Date::new(date.year(), date.month(), day).ok()
}

fn in_days(from: Date, after: Date, interval: u32) -> Option<Date> {
    let passed = i64::from(days_between(from, after)) / i64::from(interval);
    let days = (passed + 1).checked_mul(i64::from(interval))?;
    from.checked_add(Span::new().try_days(days).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::super::rule;
    use crate::model::parse_date;

    /// The next three days.
    #[track_caller]
    fn check(text: &str, from: &str, expected: &[&str]) {
        let rule = rule(text).unwrap_or_else(|why| panic!("{text}: {why:?}"));
        let mut day = parse_date(from).expect("a day");
        let mut found = Vec::new();
        while found.len() < 3 {
            match rule.next(day, day) {
                Some(next) => day = next,
                None => break,
            }
            found.push(day.to_string());
        }
        assert_eq!(found, expected, "{text} from {from}");
    }

    #[test]
    fn plain_units_are_counted_from_the_day() {
        check("every day", "2026-02-27", &["2026-02-28", "2026-03-01", "2026-03-02"]);
        check("every 3 days", "2026-12-30", &["2027-01-02", "2027-01-05", "2027-01-08"]);
        check("every week", "2026-03-01", &["2026-03-08", "2026-03-15", "2026-03-22"]);
        check("every 2 hours", "2026-03-01", &["2026-03-02", "2026-03-03", "2026-03-04"]);
        check("every 48 hours", "2026-03-01", &["2026-03-03", "2026-03-05", "2026-03-07"]);
    }

    #[test]
    fn a_shorter_month_cuts_the_day_and_a_named_day_skips_the_month() {
        check("every month", "2026-01-31", &["2026-02-28", "2026-03-28", "2026-04-28"]);
        check("every month on the 31st", "2026-01-31", &["2026-03-31", "2026-05-31", "2026-07-31"]);
        check("every month on the last", "2026-01-31", &["2026-02-28", "2026-03-31", "2026-04-30"]);
        check("every year", "2024-02-29", &["2025-02-28", "2026-02-28", "2027-02-28"]);
        check("every year on February on the 29th", "2024-02-29", &["2028-02-29", "2032-02-29", "2036-02-29"]);
        check("every 2 months", "2026-12-31", &["2027-02-28", "2027-04-28", "2027-06-28"]);
    }

    #[test]
    fn days_of_the_week_fall_where_they_are_named() {
        check("every week on Tuesday, Friday", "2026-01-06", &["2026-01-09", "2026-01-13", "2026-01-16"]);
        check("every 2 weeks on Monday, Friday", "2026-01-05", &["2026-01-09", "2026-01-19", "2026-01-23"]);
        check("every weekday", "2026-03-06", &["2026-03-09", "2026-03-10", "2026-03-11"]);
        check("every weekend", "2026-03-07", &["2026-03-08", "2026-03-14", "2026-03-15"]);
        check("every month on the 2nd Tuesday", "2026-03-10", &["2026-04-14", "2026-05-12", "2026-06-09"]);
        check("every month on the last Friday", "2026-01-30", &["2026-02-27", "2026-03-27", "2026-04-24"]);
        check("every month on the 5th Monday", "2026-03-30", &["2026-06-29", "2026-08-31", "2026-11-30"]);
        check("every year on the 1st Monday", "2026-01-05", &["2027-01-04", "2028-01-03", "2029-01-01"]);
        check("every year on the 1st Monday on May", "2026-05-04", &["2027-05-03", "2028-05-01", "2029-05-07"]);
    }

    #[test]
    fn months_and_weeks_of_the_year() {
        check("every January on the 15th", "2026-01-15", &["2027-01-15", "2028-01-15", "2029-01-15"]);
        check("every january, jul", "2026-01-31", &["2026-07-31", "2027-01-31", "2027-07-31"]);
        check("every year in week 20", "2026-05-17", &["2027-05-17", "2027-05-18", "2027-05-19"]);
        check("every month on the 15th, the 1st", "2026-01-15", &["2026-02-01", "2026-02-15", "2026-03-01"]);
    }

    #[test]
    fn a_rule_that_has_ended_falls_on_no_day() {
        check("every week until 2026-01-15", "2026-01-01", &["2026-01-08", "2026-01-15"]);
        check("every week for 1 time", "2026-01-01", &[]);
        check("every year on February on the 30th", "2026-01-01", &[]);
        check("every 4000000 years", "2026-01-01", &[]);
        check("every 99999999 days", "2026-01-01", &[]);
    }

    #[test]
    fn what_was_missed_can_be_left_out() {
        let next = |text: &str, from: &str, after: &str| {
            let day = |text: &str| parse_date(text).expect("a day");
            rule(text).expect("a rule").next(day(from), day(after)).map(|day| day.to_string())
        };
        assert_eq!(next("every day", "2026-01-01", "2026-03-10").as_deref(), Some("2026-03-11"));
        assert_eq!(next("every 2 weeks", "2026-01-01", "2026-03-10").as_deref(), Some("2026-03-12"));
        assert_eq!(next("every month", "2026-01-31", "2026-03-10").as_deref(), Some("2026-03-31"));
        assert_eq!(next("every month", "2026-01-10", "2026-03-10").as_deref(), Some("2026-04-10"));
        assert_eq!(next("every Sunday", "2026-01-04", "2026-03-10").as_deref(), Some("2026-03-15"));
        assert_eq!(next("every day", "2026-03-10", "2026-01-01").as_deref(), Some("2026-03-11"));
    }
}
