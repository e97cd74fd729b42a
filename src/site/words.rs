//! The sentences that are put together from the data, with care for grammar.

use crate::model::{Date, Month, month_name};

/// `1 step`, `2 steps`, `12,345 steps`.
pub(crate) fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{} {}", grouped(count), if count == 1 { one } else { many })
}

/// A number with commas between thousands.
pub(crate) fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (at, digit) in digits.char_indices() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

/// Small numbers as words, as a sentence has them; from thirteen on as digits.
pub(crate) fn spelled(number: usize) -> String {
    const WORDS: [&str; 13] =
        ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    WORDS.get(number).map_or_else(|| grouped(number), |word| (*word).to_owned())
}

/// The first letter made large.
pub(crate) fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// `Two reflections since March.`
pub(crate) fn list_of_reflections(count: usize, first: Option<Month>, today: Date) -> String {
    match (count, first) {
        (0, _) => "None yet. One line and a date is a reflection.".to_owned(),
        (count, None) => format!("{}.", capitalised(&format!("{} {}", spelled(count), plural(count)))),
        (count, Some(month)) => {
            let year = if month.year == today.year() { String::new() } else { format!(" {}", month.year) };
            let amount = capitalised(&format!("{} {}", spelled(count), plural(count)));
            format!("{amount} since {}{year}.", month_name(month.month))
        }
    }
}

fn plural(count: usize) -> &'static str {
    if count == 1 { "reflection" } else { "reflections" }
}

/// `26 March`, with the year where it is not this one.
pub(crate) fn day(date: Date, today: Date) -> String {
    let year = if date.year() == today.year() { String::new() } else { format!(" {}", date.year()) };
    format!("{} {}{year}", date.day(), month_name(date.month()))
}

/// `today`, `tomorrow`, `in 6 days`, `in 2 weeks`, `in 3 months`, `3 days ago`.
pub(crate) fn distance(days: i32) -> String {
    let size = days.unsigned_abs();
    let amount = match size {
        0 => return "today".to_owned(),
        1 => return if days > 0 { "tomorrow" } else { "yesterday" }.to_owned(),
        2..=13 => format!("{size} days"),
        14..=59 => format!("{} weeks", size / 7),
        60..=729 => format!("{} months", size / 30),
        _ => format!("{} years", size / 365),
    };
    if days > 0 { format!("in {amount}") } else { format!("{amount} ago") }
}

/// Minutes in words: `25 min`, `1 h 30 min`.
pub(crate) fn duration(minutes: u32) -> String {
    match (minutes / 60, minutes % 60) {
        (0, minutes) => format!("{minutes} min"),
        (hours, 0) => format!("{hours} h"),
        (hours, minutes) => format!("{hours} h {minutes} min"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_days_read_as_written_by_hand() {
        assert_eq!(counted(1, "step", "steps"), "1 step");
        assert_eq!(counted(12345, "step", "steps"), "12,345 steps");
        assert_eq!((spelled(0).as_str(), spelled(12).as_str(), spelled(1000).as_str()), ("no", "twelve", "1,000"));
        for (days, words) in [
            (0, "today"),
            (1, "tomorrow"),
            (-1, "yesterday"),
            (6, "in 6 days"),
            (14, "in 2 weeks"),
            (-90, "3 months ago"),
            (800, "in 2 years"),
        ] {
            assert_eq!(distance(days), words);
        }
    }
}
