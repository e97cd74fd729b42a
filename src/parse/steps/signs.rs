//! How fields are spelled: the signs of Obsidian Tasks, the keys of Dataview, the words of todo.txt.

use crate::model::Priority;

/// A field of a step. The order is the one in which Obsidian Tasks tries them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Field {
    Priority,
    Done,
    Cancelled,
    Due,
    Scheduled,
    Start,
    Created,
    Recurrence,
    OnCompletion,
    Id,
    DependsOn,
    Estimate,
}

impl Field {
    /// Whether its value is a day.
    pub(super) fn is_date(self) -> bool {
        (Self::Done..=Self::Created).contains(&self)
    }
}

/// What a sign stands for: a field whose value follows, or a value by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sign {
    Field(Field),
    Priority(Priority),
}

/// Some fonts and keyboards put this behind a sign; it says nothing.
pub(super) const VARIATION_SELECTOR: char = '\u{fe0f}';

/// What `c` is a sign of.
pub(super) fn sign(c: char) -> Option<Sign> {
    Some(match c {
        '🔺' => Sign::Priority(Priority::Highest),
        '⏫' => Sign::Priority(Priority::High),
        '🔼' => Sign::Priority(Priority::Medium),
        '🔽' => Sign::Priority(Priority::Low),
        '⏬' => Sign::Priority(Priority::Lowest),
        '✅' => Sign::Field(Field::Done),
        '❌' => Sign::Field(Field::Cancelled),
        '📅' | '📆' | '🗓' => Sign::Field(Field::Due),
        '⏳' | '⌛' => Sign::Field(Field::Scheduled),
        '🛫' => Sign::Field(Field::Start),
        '➕' => Sign::Field(Field::Created),
        '🔁' => Sign::Field(Field::Recurrence),
        '🏁' => Sign::Field(Field::OnCompletion),
        '🆔' => Sign::Field(Field::Id),
        '⛔' => Sign::Field(Field::DependsOn),
        '⏱' => Sign::Field(Field::Estimate),
        _ => return None,
    })
}

/// The sign that `text` begins with, and where what follows it begins.
pub(super) fn leading_sign(text: &str) -> Option<(Sign, usize)> {
    // No sign begins with any other byte.
    if !matches!(text.as_bytes().first()?, 0xe2 | 0xf0) {
        return None;
    }
    let mut chars = text.chars();
    let sign = sign(chars.next()?)?;
    let rest = chars.as_str();
    Some((sign, text.len() - rest.strip_prefix(VARIATION_SELECTOR).unwrap_or(rest).len()))
}

/// The sign that `text` ends with, and where it begins.
pub(super) fn closing_sign(text: &str) -> Option<(Sign, usize)> {
    let bare = text.strip_suffix(VARIATION_SELECTOR).unwrap_or(text);
    let last = bare.chars().next_back()?;
    Some((sign(last)?, bare.len() - last.len_utf8()))
}

/// Who reads a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Dialect {
    /// Obsidian Tasks, too.
    Tasks,
    /// Only Dataview and this tool.
    Ours,
}

const KEYS: [(&str, Field, Dialect); 14] = [
    ("priority", Field::Priority, Dialect::Tasks),
    ("start", Field::Start, Dialect::Tasks),
    ("created", Field::Created, Dialect::Tasks),
    ("scheduled", Field::Scheduled, Dialect::Tasks),
    ("due", Field::Due, Dialect::Tasks),
    ("completion", Field::Done, Dialect::Tasks),
    ("cancelled", Field::Cancelled, Dialect::Tasks),
    ("repeat", Field::Recurrence, Dialect::Tasks),
    ("onCompletion", Field::OnCompletion, Dialect::Tasks),
    ("dependsOn", Field::DependsOn, Dialect::Tasks),
    ("id", Field::Id, Dialect::Tasks),
    ("estimate", Field::Estimate, Dialect::Ours),
    ("done", Field::Done, Dialect::Ours),
    ("completed", Field::Done, Dialect::Ours),
];

/// The field of a Dataview key. Tasks minds capitals; Dataview offers every key in lower case, too.
pub(super) fn key(name: &str) -> Option<(Field, Dialect)> {
    let (known, field, dialect) = KEYS.iter().find(|(known, ..)| known.eq_ignore_ascii_case(name))?;
    Some((*field, if *known == name { *dialect } else { Dialect::Ours }))
}

/// How Tasks writes a key that is written here with other capitals.
pub(super) fn proper_key(name: &str) -> Option<&'static str> {
    let (known, _, dialect) = KEYS.iter().find(|(known, ..)| known.eq_ignore_ascii_case(name))?;
    (*known != name && *dialect == Dialect::Tasks).then_some(*known)
}

/// The field of a word before a colon, as in `due:2026-05-01`: the few of todo.txt that can't be taken for prose.
pub(super) fn word(name: &str) -> Option<Field> {
    Some(match name {
        "due" => Field::Due,
        "start" => Field::Start,
        "scheduled" => Field::Scheduled,
        "created" => Field::Created,
        "done" => Field::Done,
        "cancelled" => Field::Cancelled,
        "est" => Field::Estimate,
        "pri" => Field::Priority,
        _ => return None,
    })
}
