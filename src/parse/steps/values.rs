//! What may stand in a field: how far a value goes, what it is, and what to say when it is none.

use std::ops::Range;

use super::recurrence::{self, Unread};
use super::signs::{self, Field};
use super::{Remark, estimate};
use crate::model::{Code, Date, NotADate, Priority, Severity, parse_date};

/// A value that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Value {
    Date(Date),
    /// `normal` is a priority, too: none.
    Priority(Option<Priority>),
    /// A rule, an id or what happens on completion, as written.
    Word(String),
    Ids(Vec<String>),
    Minutes(u32),
}

/// White space that may stand around a value. Tasks takes only the first of them.
pub(super) fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\u{a0}' | '\u{2007}' | '\u{202f}')
}

/// Reads the whole of `text`, which stands at `at` in the line behind `label`; what is worth saying goes to `remarks`.
pub(super) fn read(field: Field, label: &str, text: &str, at: usize, remarks: &mut Vec<Remark>) -> Option<Value> {
    value(field, label, text, at..at + text.len(), remarks).map_err(|remark| remarks.push(remark)).ok()
}

fn value(
    field: Field,
    label: &str,
    text: &str,
    range: Range<usize>,
    remarks: &mut Vec<Remark>,
) -> Result<Value, Remark> {
    let problem = |code, message: String, help: &str| {
        Err(Remark::new(code, Severity::Warning, range.clone(), message).help(help))
    };
    match field {
        Field::Priority => match priority(text) {
            Some(priority) => Ok(priority),
            None => problem(
                Code::BadValue,
                format!("`{text}` is no priority"),
                "write `highest`, `high`, `medium`, `low` or `lowest`, or `pri:A` to `pri:E`",
            ),
        },
        Field::Recurrence => rule(label, text, range, remarks),
        Field::OnCompletion if text.eq_ignore_ascii_case("keep") || text.eq_ignore_ascii_case("delete") => {
            Ok(Value::Word(text.to_owned()))
        }
        Field::OnCompletion => problem(
            Code::WrongFlag,
            format!("`{label} {text}` says nothing, and Obsidian Tasks deletes it when it writes the line"),
            "write `keep` or `delete`, or `🚩` at the beginning of the step for a checkpoint",
        ),
        Field::Id if is_id(text) => Ok(Value::Word(text.to_owned())),
        Field::Id => problem(
            Code::BadId,
            format!("`{text}` is no id"),
            "write Latin letters, digits, `-` and `_`, without a space",
        ),
        Field::DependsOn => match ids(text) {
            Some(ids) => Ok(Value::Ids(ids)),
            None => problem(
                Code::BadId,
                format!("`{text}` names no steps"),
                "write the ids of steps with commas between them, as in `⛔ outline, draft`",
            ),
        },
        Field::Estimate => match estimate::leading(text) {
            Some((minutes, length)) if length == text.len() => Ok(Value::Minutes(minutes)),
            _ => problem(
                Code::BadValue,
                format!("`{text}` is no estimate"),
                "write hours and minutes, as in `2h`, `90m` or `1h 30m`; days are not read, for they differ",
            ),
        },
        Field::Done | Field::Cancelled | Field::Due | Field::Scheduled | Field::Start | Field::Created => {
            date(text, range)
        }
    }
}

/// A remark on a field with nothing in it.
pub(super) fn nothing_in(field: Field, label: &str, range: Range<usize>) -> Remark {
    let help = match field {
        _ if field.is_date() => "write a day as YYYY-MM-DD behind it",
        Field::Recurrence => "write a rule behind it, as in `every week`",
        Field::Estimate => "write hours and minutes behind it, as in `1h 30m`",
        Field::Id | Field::DependsOn => "write an id of letters, digits, `-` and `_` behind it",
        _ => "write a value behind it, or take it out",
    };
    let message = format!("nothing that can be read stands behind `{label}`");
    Remark::new(Code::EmptyField, Severity::Warning, range, message).help(help)
}

fn date(text: &str, range: Range<usize>) -> Result<Value, Remark> {
    parse_date(text).map(Value::Date).map_err(|why| match why {
        NotADate::NoSuchDay { why } => {
            Remark::new(Code::BadDate, Severity::Error, range, format!("`{text}` is not a date: {why}"))
                .help("write a day that exists, as YYYY-MM-DD")
        }
        NotADate::Form { nearest } => {
            let remark =
                Remark::new(Code::BadDate, Severity::Warning, range.clone(), format!("`{text}` is not a date"));
            match nearest {
                Some(date) => remark.help(format!("write `{date}`")).fix(range, date.to_string()),
                None => remark.help("write a day as YYYY-MM-DD"),
            }
        }
    })
}

/// The bytes of `YYYY-MM-DD`, digits only: the form, not the day.
pub(super) fn is_date_form(bytes: &[u8]) -> bool {
    bytes.len() == 10
        && bytes
            .iter()
            .enumerate()
            .all(|(i, byte)| if matches!(i, 4 | 7) { *byte == b'-' } else { byte.is_ascii_digit() })
}

/// How long the time of day is that stands behind a date: ` 10:00`, `T10:00:30`, 0 for none.
pub(super) fn time_of_day(text: &str) -> usize {
    let gap = text.len() - text.trim_start_matches(is_space).len();
    let gap = if text.starts_with(['T', 't']) { 1 } else { gap };
    let time = &text.as_bytes()[gap..];
    let hours = time.iter().take_while(|byte| byte.is_ascii_digit()).count();
    if gap == 0 || !(1..=2).contains(&hours) {
        return 0;
    }
    let pair = |from: usize| matches!(time.get(from..from + 3), Some([b':', a, b]) if a.is_ascii_digit() && b.is_ascii_digit());
    match (pair(hours), pair(hours + 3)) {
        (false, _) => 0,
        (true, false) => gap + hours + 3,
        (true, true) => gap + hours + 6,
    }
}

/// A priority by its letter or its name; `normal` is the one that nothing else says.
fn priority(text: &str) -> Option<Value> {
    let named = |name: &str| text.eq_ignore_ascii_case(name);
    let priority = match text {
        "A" => Some(Priority::Highest),
        "B" => Some(Priority::High),
        "C" => Some(Priority::Medium),
        "D" => Some(Priority::Low),
        "E" => Some(Priority::Lowest),
        _ if named("normal") || named("none") => None,
        _ => {
            let all = [Priority::Highest, Priority::High, Priority::Medium, Priority::Low, Priority::Lowest];
            Some(all.into_iter().find(|priority| named(priority.name()))?)
        }
    };
    Some(Value::Priority(priority))
}

/// Whether `text` is an id of Obsidian Tasks.
pub(super) fn is_id(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(is_id_byte)
}

fn is_id_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_')
}

/// `a , b,c`
pub(super) fn ids(text: &str) -> Option<Vec<String>> {
    text.split(',').map(|id| Some(id.trim_matches(is_space)).filter(|id| is_id(id)).map(ToOwned::to_owned)).collect()
}

/// Whether Obsidian Tasks would take `byte` into a recurrence rule.
pub(super) fn is_rule_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b' ' | b',' | b'!')
}

fn rule(label: &str, text: &str, range: Range<usize>, remarks: &mut Vec<Remark>) -> Result<Value, Remark> {
    let warning = |message: String| Remark::new(Code::BadRecurrence, Severity::Warning, range.clone(), message);
    match recurrence::rule(text) {
        Ok(rule) => {
            if rule.is_ours() {
                let message = format!("Obsidian Tasks does not read `{text}` as it is meant");
                let remark = Remark::new(Code::BadRecurrence, Severity::Note, range, message);
                remarks.push(remark.help(format!("write `{rule}` for both")));
            }
            Ok(Value::Word(text.to_owned()))
        }
        Err(Unread::NoRule { meant }) if meant.is_empty() => Err(warning(format!("`{text}` is no recurrence rule"))
            .help("write it like `every week`, `every 2 months on the 15th` or `every weekday when done`")),
        Err(Unread::NoRule { meant }) => {
            let words: Vec<String> = meant.iter().map(|rule| format!("`{rule}`")).collect();
            let remark = warning(format!("`{text}` is no recurrence rule"));
            let remark = remark.help(format!("write {}", words.join(" or ")));
            Err(match meant.as_slice() {
                [only] => remark.fix(range.clone(), only),
                _ => remark,
            })
        }
        Err(Unread::Ordinal { number, day }) => {
            let meant = format!("{}{day}{}", &text[..number.start], &text[number.end..]);
            let number = range.start + number.start..range.start + number.end;
            let remark = warning(format!("`{text}` does not say which day"));
            Err(remark.help(format!("did you mean `{meant}`?")).fix(number, day))
        }
        Err(Unread::Words { from }) => {
            let (rule, words) = (text[..from].trim_end(), &text[from..]);
            let message = format!("unread words in a recurrence rule: `{words}` says nothing behind `{rule}`");
            let help = format!("Obsidian Tasks would delete these words; move them to the left of `{label}`");
            let unread = range.start + from..range.end;
            Err(Remark::new(Code::BadRecurrence, Severity::Error, unread, message).help(help))
        }
    }
}

/// How many bytes of `text` are the value of `field`, where nothing but the value itself says where it ends.
pub(super) fn extent(field: Field, text: &str) -> usize {
    let bytes = text.as_bytes();
    let while_bytes = |of: fn(u8) -> bool| bytes.iter().take_while(|byte| of(**byte)).count();
    match field {
        _ if field.is_date() && bytes.get(..10).is_some_and(is_date_form) && ends_value(&text[10..]) => 10,
        Field::Recurrence => text[..while_bytes(is_rule_byte)].trim_end_matches([' ', ',', '!']).len(),
        Field::OnCompletion => while_bytes(|byte| byte.is_ascii_alphabetic()),
        Field::DependsOn => list(text),
        Field::Estimate => estimate::leading(text).map_or_else(|| token(text), |(_, length)| length),
        _ => token(text),
    }
}

/// A date is over where no digit, letter or dash follows, or a time of day.
fn ends_value(rest: &str) -> bool {
    time_of_day(rest) > 0 || !rest.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '-' | '/' | '_'))
}

/// Everything up to white space or the next sign, without the punctuation of the sentence around it.
fn token(text: &str) -> usize {
    let end = text.find(|c: char| c.is_whitespace() || signs::sign(c).is_some()).unwrap_or(text.len());
    text[..end].trim_end_matches(['.', ',', ';', ':', '!', '?', ')', ']', '`', '"', '\u{fe0f}']).len()
}

/// `a , b,c` at the beginning of `text`.
fn list(text: &str) -> usize {
    let id = |text: &str| text.bytes().take_while(|byte| is_id_byte(*byte)).count();
    let mut end = id(text);
    if end == 0 {
        return token(text);
    }
    while let Some(rest) = text[end..].trim_start_matches(is_space).strip_prefix(',') {
        let next = rest.trim_start_matches(is_space);
        match id(next) {
            0 => break,
            length => end = text.len() - next.len() + length,
        }
    }
    end
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_ends_where_it_says_itself() {
        let check = |field, text: &str, expected: &str| assert_eq!(&text[..extent(field, text)], expected, "{text}");
        check(Field::Due, "2026-01-05, and", "2026-01-05");
        check(Field::Due, "2026-01-05T10:00", "2026-01-05");
        check(Field::Due, "2026-01-055 x", "2026-01-055");
        check(Field::Due, "tomorrow⏫", "tomorrow");
        check(Field::Due, "", "");
        check(Field::Recurrence, "every week, (b)", "every week");
        check(Field::DependsOn, "a , b,c, d e", "a , b,c, d");
        check(Field::DependsOn, "a, ", "a");
        check(Field::Estimate, "1h 30m x", "1h 30m");
        check(Field::Estimate, "2d x", "2d");
        check(Field::Id, "a*b c", "a*b");
    }

    #[test]
    fn a_time_of_day_is_seen_behind_a_date() {
        let check = |text: &str, expected: usize| assert_eq!(time_of_day(text), expected, "{text}");
        check(" 10:00", 6);
        check("T10:00:30Z", 9);
        check(" 9:05 x", 5);
        for none in ["", "10:00", " 10", " 100:00", " 10:0", "T", " é:00"] {
            check(none, 0);
        }
    }

    #[test]
    fn no_priority_is_a_priority() {
        assert_eq!(priority("Normal"), Some(Value::Priority(None)));
        assert_eq!(priority("lowest"), Some(Value::Priority(Some(Priority::Lowest))));
        assert_eq!(priority("F"), None);
    }
}
