//! Calendar days and the words around them.
//!
//! A [`Date`] is a civil day without a zone: a journal says "the 5th", not an instant. The type is jiff's; what is
//! here is the one strict reader (jiff alone also takes `20260102` and drops a time without a word) and the
//! calendar arithmetic that several domains share.

pub use jiff::civil::{Date, Time, Weekday};

/// Why a text is no date, so that a message can say what to write instead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotADate {
    /// Not of the form `YYYY-MM-DD`; `nearest` is the date that was probably meant (`2026-1-5`, `2026/01/05`).
    Form {
        /// The same day in the right form, when it is plain.
        nearest: Option<Date>,
    },
    /// The right form, but no such day; the sentence says why (`November has 30 days`).
    NoSuchDay {
        /// A sentence without a full stop.
        why: String,
    },
}

/// Reads `YYYY-MM-DD`, exactly: four, two and two ASCII digits.
///
/// # Errors
/// [`NotADate`] says whether the form or the day is wrong.
pub fn parse_date(text: &str) -> Result<Date, NotADate> {
    let bytes = text.as_bytes();
    let right_form = bytes.len() == 10
        && bytes.iter().enumerate().all(|(i, b)| match i {
            4 | 7 => *b == b'-',
            _ => b.is_ascii_digit(),
        });
    if !right_form {
        return Err(NotADate::Form { nearest: nearest_date(text) });
    }
    let number = |range: std::ops::Range<usize>| text[range].parse::<i16>().expect("ASCII digits, at most four");
    civil(number(0..4), number(5..7), number(8..10))
}

fn civil(year: i16, month: i16, day: i16) -> Result<Date, NotADate> {
    if !(1..=12).contains(&month) {
        return Err(NotADate::NoSuchDay { why: "months go from 01 to 12".into() });
    }
    let month = i8::try_from(month).expect("1 to 12");
    let days = Date::new(year, month, 1).map_or(31, Date::days_in_month);
    match i8::try_from(day) {
        Ok(day) if (1..=days).contains(&day) => Date::new(year, month, day)
            .map_err(|_| NotADate::NoSuchDay { why: format!("the year {year} is out of range") }),
        _ => Err(NotADate::NoSuchDay { why: format!("{} {year} has {days} days", month_name(month)) }),
    }
}

/// The day that `2026-1-5`, `2026/01/05` or `2026.1.5` probably meant.
fn nearest_date(text: &str) -> Option<Date> {
    let parts: Vec<&str> = text.trim().split(['-', '/', '.']).collect();
    let [year, month, day] = parts.as_slice() else { return None };
    if year.len() != 4 || month.len() > 2 || day.len() > 2 {
        return None;
    }
    civil(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}

/// The English name of a month, 1 to 12.
#[must_use]
pub fn month_name(month: i8) -> &'static str {
    const NAMES: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    NAMES[usize::try_from(month - 1).expect("a month is at least 1") % 12]
}

/// Days from `from` to `to`: negative when `to` is earlier.
#[must_use]
pub fn days_between(from: Date, to: Date) -> i32 {
    (to - from).get_days()
}

/// `from` moved by `days`, held inside the calendar's years (-9999 to 9999).
#[must_use]
pub fn add_days(from: Date, days: i32) -> Date {
    from.saturating_add(jiff::Span::new().days(days))
}

/// A month of a year, ordered by time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
pub struct Month {
    /// The year, as in [`Date`].
    pub year: i16,
    /// 1 to 12.
    pub month: i8,
}

impl Month {
    /// The month that `date` lies in.
    #[must_use]
    pub fn of(date: Date) -> Self {
        Self { year: date.year(), month: date.month() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &Result<Date, NotADate>) {
        assert_eq!(parse_date(text), *expected, "{text}");
    }

    #[test]
    fn only_the_full_form_is_a_date() {
        let fifth = Date::constant(2026, 1, 5);
        check("2026-01-05", &Ok(fifth));
        check("2024-02-29", &Ok(Date::constant(2024, 2, 29)));
        for near in ["2026-1-5", "2026/01/05", "2026.1.05"] {
            check(near, &Err(NotADate::Form { nearest: Some(fifth) }));
        }
        for far in ["20260105", "2026-01-05T10:00", "tomorrow", "", "２０２６-01-05", "2026-13-1"] {
            check(far, &Err(NotADate::Form { nearest: None }));
        }
        check("2026-02-30", &Err(NotADate::NoSuchDay { why: "February 2026 has 28 days".into() }));
        check("2026-13-01", &Err(NotADate::NoSuchDay { why: "months go from 01 to 12".into() }));
        check("2026-00-10", &Err(NotADate::NoSuchDay { why: "months go from 01 to 12".into() }));
    }

    #[test]
    fn days_are_counted_across_years() {
        let new_year = Date::constant(2026, 1, 1);
        assert_eq!(days_between(Date::constant(2025, 1, 1), new_year), 365);
        assert_eq!(days_between(new_year, Date::constant(2025, 12, 31)), -1);
        assert_eq!(add_days(new_year, -1), Date::constant(2025, 12, 31));
    }
}
