//! Days and months by the names that a rule may give them.

use crate::model::Weekday;

/// The day of the week that `word`, in lower case, names.
pub(super) fn weekday(word: &str) -> Option<Weekday> {
    Some(match word {
        "mo" | "mon" | "monday" | "mondays" => Weekday::Monday,
        "tu" | "tue" | "tues" | "tuesday" | "tuesdays" => Weekday::Tuesday,
        "we" | "wed" | "wednesday" | "wednesdays" => Weekday::Wednesday,
        "th" | "thu" | "thur" | "thurs" | "thursday" | "thursdays" => Weekday::Thursday,
        "fr" | "fri" | "friday" | "fridays" => Weekday::Friday,
        "sa" | "sat" | "saturday" | "saturdays" => Weekday::Saturday,
        "su" | "sun" | "sunday" | "sundays" => Weekday::Sunday,
        _ => return None,
    })
}

/// The month that `word`, in lower case, names: 1 to 12.
pub(super) fn month(word: &str) -> Option<i8> {
    Some(match word {
        "jan" | "january" => 1,
        "feb" | "february" => 2,
        "mar" | "march" => 3,
        "apr" | "april" => 4,
        "may" => 5,
        "jun" | "june" => 6,
        "jul" | "july" => 7,
        "aug" | "august" => 8,
        "sep" | "sept" | "september" => 9,
        "oct" | "october" => 10,
        "nov" | "november" => 11,
        "dec" | "december" => 12,
        _ => return None,
    })
}
