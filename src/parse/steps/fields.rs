//! The fields: their signs and keys, and how their values are read.

use std::ops::Range;

use super::mask::is_gap;
use super::recurrence::{self, Unread};
use super::Remark;
use crate::model::{Code, Date, Fields, NotADate, Priority, Severity, parse_date};

/// What a field is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Field {
    Due,
    Scheduled,
    Start,
    Created,
    Done,
    Cancelled,
    Priority(Option<Priority>),
    Recurrence,
    OnCompletion,
    Id,
    DependsOn,
    Estimate,
}

/// Optional behind every sign: asks for the coloured form of the character.
pub(super) const VARIATION: char = '\u{fe0f}';

/// The signs of Obsidian Tasks, and ours for estimates.
pub(super) const SIGNS: [(char, Field); 19] = [
    ('📅', Field::Due),
    ('📆', Field::Due),
    ('🗓', Field::Due),
    ('⏳', Field::Scheduled),
    ('⌛', Field::Scheduled),
    ('🛫', Field::Start),
    ('➕', Field::Created),
    ('✅', Field::Done),
    ('❌', Field::Cancelled),
    ('🔺', Field::Priority(Some(Priority::Highest))),
    ('⏫', Field::Priority(Some(Priority::High))),
    ('🔼', Field::Priority(Some(Priority::Medium))),
    ('🔽', Field::Priority(Some(Priority::Low))),
    ('⏬', Field::Priority(Some(Priority::Lowest))),
    ('🔁', Field::Recurrence),
    ('🏁', Field::OnCompletion),
    ('🆔', Field::Id),
    ('⛔', Field::DependsOn),
    ('⏱', Field::Estimate),
];

/// The field of a sign.
pub(super) fn of_sign(c: char) -> Option<Field> {
    // Almost every character is no sign, and all signs are above this.
    if c < '\u{2300}' {
        return None;
    }
    SIGNS.iter().find(|(sign, _)| *sign == c).map(|(_, field)| *field)
}

/// The field of a key in brackets; Dataview offers every key in lower case, too.
pub(super) fn of_key(key: &str) -> Option<Field> {
    Some(match key.to_lowercase().as_str() {
        "due" => Field::Due,
        "scheduled" => Field::Scheduled,
        "start" => Field::Start,
        "created" => Field::Created,
        "completion" | "done" | "completed" => Field::Done,
        "cancelled" => Field::Cancelled,
        "priority" => Field::Priority(None),
        "repeat" | "recurrence" => Field::Recurrence,
        "oncompletion" => Field::OnCompletion,
        "id" => Field::Id,
        "dependson" => Field::DependsOn,
        "estimate" => Field::Estimate,
        _ => return None,
    })
}

impl Field {
    /// What a message calls it.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Due => "due",
            Self::Scheduled => "scheduled",
            Self::Start => "start",
            Self::Created => "created",
            Self::Done => "done",
            Self::Cancelled => "cancelled",
            Self::Priority(_) => "priority",
            Self::Recurrence => "recurrence",
            Self::OnCompletion => "on completion",
            Self::Id => "id",
            Self::DependsOn => "depends on",
            Self::Estimate => "estimate",
        }
    }

    pub(super) fn is_date(self) -> bool {
        matches!(self, Self::Due | Self::Scheduled | Self::Start | Self::Created | Self::Done | Self::Cancelled)
    }

    /// Whether Obsidian Tasks knows it.
    pub(super) fn is_of_tasks(self) -> bool {
        self != Self::Estimate
    }
}

/// What was read of a line so far.
#[derive(Debug, Default)]
pub(super) struct Found {
    pub(super) fields: Fields,
    /// What is not shown as text.
    pub(super) hidden: Vec<Range<usize>>,
    /// What was looked at and is not to be looked at again.
    pub(super) seen: Vec<Range<usize>>,
    pub(super) remarks: Vec<Remark>,
}

/// Whether an earlier value of the same field stays.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Repeated {
    /// From the end of the line, the last one read is the leftmost, and that wins.
    Replaces,
    /// What is there stays.
    Stays,
}

impl Found {
    pub(super) fn remark(&mut self, code: Code, severity: Severity, range: &Range<usize>, message: String, help: &str) {
        let help = Some(help.to_owned()).filter(|help| !help.is_empty());
        self.remarks.push(Remark { code, severity, range: range.clone(), message, help });
    }

    pub(super) fn is_seen(&self, at: usize) -> bool {
        self.seen.iter().any(|range| range.contains(&at))
    }

    /// Takes a field with its value: `range` is all of it, `value` the text of its value. What can't be read is told
    /// and stays in the text. Whether it was taken.
    pub(super) fn take(&mut self, field: Field, range: &Range<usize>, value: &str, repeated: Repeated) -> bool {
        self.seen.push(range.clone());
        let value = value.trim_matches(is_gap);
        let taken = self.set(field, range, value, repeated);
        if taken {
            self.hidden.push(range.clone());
        }
        taken
    }

    fn set(&mut self, field: Field, range: &Range<usize>, value: &str, repeated: Repeated) -> bool {
        match field {
            _ if field.is_date() => match parse_date(value) {
                Ok(date) => self.put(field, range, repeated, |fields| slot(fields, field), date),
                Err(problem) => {
                    self.bad_date(field, range, value, problem);
                    false
                }
            },
            Field::Priority(Some(priority)) => self.put(field, range, repeated, |fields| &mut fields.priority, priority),
            Field::Priority(None) => match priority_named(value) {
                Some(Some(priority)) => self.put(field, range, repeated, |fields| &mut fields.priority, priority),
                // `normal` is no priority, said aloud.
                Some(None) => true,
                None => {
                    let help = "it can be `highest`, `high`, `medium`, `low` or `lowest`";
                    self.remark(Code::BadValue, Severity::Warning, range, format!("`{value}` is no priority"), help);
                    false
                }
            },
            Field::Recurrence => match recurrence::rule(value) {
                Ok(_) => self.put(field, range, repeated, |fields| &mut fields.recurrence, value.to_owned()),
                Err(unread) => {
                    self.bad_recurrence(range, value, &unread);
                    false
                }
            },
            Field::OnCompletion => {
                let known = ["keep", "delete"].iter().any(|word| value.eq_ignore_ascii_case(word));
                if known {
                    return self.put(field, range, repeated, |fields| &mut fields.on_completion, value.to_lowercase());
                }
                let message = format!("`{value}` is nothing that can happen on completion");
                let help = "it can be `keep` or `delete`; a checkpoint begins with 🚩";
                self.remark(Code::BadValue, Severity::Warning, range, message, help);
                false
            }
            Field::Id if is_id(value) => self.put(field, range, repeated, |fields| &mut fields.id, value.to_owned()),
            Field::Id => {
                let message = format!("`{value}` can't be an id");
                self.remark(Code::BadId, Severity::Warning, range, message, "write letters, digits, `-` and `_` only");
                false
            }
            Field::DependsOn => {
                let ids: Vec<String> = value.split(',').map(|id| id.trim_matches(is_gap).to_owned()).collect();
                if ids.iter().all(|id| is_id(id)) {
                    let known = !self.fields.depends_on.is_empty();
                    if known {
                        self.duplicate(field, range);
                    }
                    if !known || repeated == Repeated::Replaces {
                        self.fields.depends_on = ids;
                    }
                    return true;
                }
                let message = format!("`{value}` are not ids");
                self.remark(Code::BadId, Severity::Warning, range, message, "write ids with commas between: a, b");
                false
            }
            Field::Estimate => match minutes(value) {
                Some(minutes) => self.put(field, range, repeated, |fields| &mut fields.estimate_minutes, minutes),
                None => {
                    let message = format!("`{value}` is no estimate");
                    self.remark(Code::BadValue, Severity::Warning, range, message, "write hours and minutes: 2h, 45m, 1h 30m");
                    false
                }
            },
            _ => false,
        }
    }

    fn put<T>(
        &mut self,
        field: Field,
        range: &Range<usize>,
        repeated: Repeated,
        slot: impl Fn(&mut Fields) -> &mut Option<T>,
        value: T,
    ) -> bool {
        let known = slot(&mut self.fields).is_some();
        if known {
            self.duplicate(field, range);
        }
        if !known || repeated == Repeated::Replaces {
            *slot(&mut self.fields) = Some(value);
        }
        true
    }

    fn duplicate(&mut self, field: Field, range: &Range<usize>) {
        let message = format!("the line has more than one `{}`; the leftmost counts", field.name());
        self.remark(Code::DuplicateField, Severity::Warning, range, message, "keep one of them");
    }

    fn bad_date(&mut self, field: Field, range: &Range<usize>, value: &str, problem: NotADate) {
        let name = field.name();
        match problem {
            NotADate::NoSuchDay { why } => {
                let message = format!("`{name}` is not a day that exists: `{value}`");
                self.remark(Code::BadDate, Severity::Error, range, message, &why);
            }
            NotADate::Form { nearest } => {
                let message = format!("`{name}` is not a date: `{value}`");
                let help = nearest.map_or_else(|| "write it as YYYY-MM-DD".to_owned(), |date| format!("write it as {date}"));
                self.remark(Code::BadDate, Severity::Warning, range, message, &help);
            }
        }
    }

    fn bad_recurrence(&mut self, range: &Range<usize>, value: &str, unread: &Unread) {
        let (severity, message) = match &unread.rest {
            Some(rest) => (Severity::Error, format!("`{rest}` is no part of a rule; the step does not recur")),
            None => (Severity::Warning, format!("`{value}` is no rule; the step does not recur")),
        };
        let severity = if unread.fix.is_some() { Severity::Warning } else { severity };
        let help = unread.fix.as_ref().map_or_else(
            || "write it as `every week`, `every 2 weeks on Friday`, `every month on the 15th`".to_owned(),
            |fix| format!("did you mean `{fix}`?"),
        );
        self.remark(Code::BadRecurrence, severity, range, message, &help);
    }
}

fn slot(fields: &mut Fields, field: Field) -> &mut Option<Date> {
    match field {
        Field::Scheduled => &mut fields.scheduled,
        Field::Start => &mut fields.start,
        Field::Created => &mut fields.created,
        Field::Done => &mut fields.done,
        Field::Cancelled => &mut fields.cancelled,
        _ => &mut fields.due,
    }
}

fn priority_named(name: &str) -> Option<Option<Priority>> {
    Some(match name.to_lowercase().as_str() {
        "highest" | "a" => Some(Priority::Highest),
        "high" | "b" => Some(Priority::High),
        "medium" | "c" => Some(Priority::Medium),
        "low" | "d" => Some(Priority::Low),
        "lowest" | "e" => Some(Priority::Lowest),
        "normal" | "none" => None,
        _ => return None,
    })
}

pub(super) fn is_id(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'))
}

/// `2h`, `45m`, `1h 30m`, `1.5h`, `90 min`, in minutes. A bare number is nothing: it could be either.
pub(super) fn minutes(text: &str) -> Option<u32> {
    let mut rest = text.trim();
    let mut total = 0_u32;
    if rest.is_empty() {
        return None;
    }
    while !rest.is_empty() {
        let digits = rest.find(|c: char| !c.is_ascii_digit() && c != '.')?;
        let (number, unit) = rest.split_at(digits);
        let unit = unit.trim_start();
        let end = unit.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(unit.len());
        let factor = match unit[..end].to_ascii_lowercase().as_str() {
            "h" | "hr" | "hrs" | "hour" | "hours" => 60,
            "m" | "min" | "mins" | "minute" | "minutes" => 1,
            _ => return None,
        };
        let (whole, part) = number.split_once('.').unwrap_or((number, ""));
        // Tenths and hundredths of an hour are as fine as anybody estimates.
        let hundredths: u32 = format!("{part:0<2}").get(..2)?.parse().ok()?;
        let whole: u32 = whole.parse().ok().filter(|whole| *whole < 100_000)?;
        total = total.checked_add(whole * factor + (hundredths * factor + 50) / 100)?;
        rest = unit[end..].trim_start();
    }
    Some(total)
}
