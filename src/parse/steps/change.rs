//! A line gets another state: its box, and its done or cancelled date. Nothing else on it moves.
//!
//! What Obsidian Tasks would do to the fields is done (a table of that is a test); what it does beside that is not:
//! fields are not reordered, rules not rewritten, `🏁 delete` deletes nothing.

use std::collections::BTreeMap;
use std::ops::Range;

use super::recurrence::{self, Anchor, End, Rule};
use super::signs::{self, Field};
use super::{Item, StepLine, boxes, place_of, read_item, values};
use crate::model::{Code, Date, State, add_days, days_between};

/// What is to become of a step.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Tick<'a> {
    /// The state it gets.
    pub(crate) state: State,
    /// The day on which that happens.
    pub(crate) today: Date,
    /// How dates are spelled on a line that has none.
    pub(crate) style: Style,
    pub(crate) missed: Missed,
    /// What boxes mean in this journal.
    pub(crate) statuses: &'a BTreeMap<String, State>,
}

/// When a recurring step that is late comes back.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Missed {
    /// On the day after the one it had, even if that has passed, as Obsidian Tasks has it: each can be ticked.
    #[default]
    Kept,
    /// On the first day after today.
    Skipped,
}

/// A line that was given another state.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Ticked {
    pub(crate) line: String,
    pub(crate) next: Next,
}

/// Whether a step comes back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Next {
    /// It does not recur.
    No,
    /// As this line, above it.
    Line(String),
    /// Its rule has ended.
    Ended,
    /// One of its dates can't be read, so on which day it comes back is not known.
    Unclear,
}

/// Why a line is left as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Unchanged {
    /// It is no step.
    NoStep,
    /// It has that state already.
    Already,
    /// No character stands for that state in this journal.
    NoSymbol,
}

/// How fields are spelled.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Style {
    /// `✅ 2026-05-01`
    #[default]
    Sign,
    /// `[completion:: 2026-05-01]` or `(completion:: 2026-05-01)`, behind one space or two.
    Brackets { open: char, spaces: usize },
    /// `done:2026-05-01`
    Word,
}

/// Gives the step on `line` another state. `line` may begin with what an item stands in (quotes, indentation, the
/// markers of other items), and ends before the line ending.
pub(crate) fn tick(line: &str, tick: &Tick<'_>) -> Result<Ticked, Unchanged> {
    let (at, step) = step_on(line, tick.statuses).ok_or(Unchanged::NoStep)?;
    if step.state == State::Note || tick.state == State::Note {
        return Err(Unchanged::NoStep);
    }
    if step.state == tick.state {
        return Err(Unchanged::Already);
    }
    let (start, item) = line.split_at(at);
    let symbol = symbol_of(tick.state, tick.statuses).ok_or(Unchanged::NoSymbol)?;
    let changed = changed(item, &step, symbol, tick);
    let next = if tick.state == State::Done { next(item, &step, tick) } else { Next::No };
    let next = match next {
        Next::Line(next) => Next::Line(format!("{start}{next}")),
        other => other,
    };
    Ok(Ticked { line: format!("{start}{changed}"), next })
}

/// How the last field on a line is spelled; none without one.
pub(crate) fn style(line: &str, statuses: &BTreeMap<String, State>) -> Option<Style> {
    let (at, step) = step_on(line, statuses)?;
    style_of(&line[at..], &step)
}

/// The step on a line, and where its list marker stands: what comes before the first box is no text.
fn step_on(line: &str, statuses: &BTreeMap<String, State>) -> Option<(usize, StepLine)> {
    let begins = |at: &usize| line[..*at].chars().next_back().is_none_or(|c| c.is_whitespace() || c == '>');
    let is_marker = |byte: u8| byte.is_ascii_digit() || matches!(byte, b'-' | b'*' | b'+');
    let markers = line.bytes().enumerate().filter(|(_, byte)| is_marker(*byte)).map(|(at, _)| at);
    markers.filter(begins).find_map(|at| match read_item(&line[at..], statuses) {
        Item::Step(step) => Some((at, *step)),
        Item::Plain(_) => None,
    })
}

/// A character for a state: the usual one, unless the user gave that another meaning.
fn symbol_of(state: State, statuses: &BTreeMap<String, State>) -> Option<&str> {
    let means_it = |symbol: &&str| boxes::meaning(symbol, statuses).state == state;
    Some(state.symbol()).filter(means_it).or_else(|| statuses.keys().map(String::as_str).find(means_it))
}

/// The line with another box, and the date of its state.
fn changed(item: &str, step: &StepLine, symbol: &str, tick: &Tick<'_>) -> String {
    let mut changes = vec![(inside(&step.box_range), symbol.to_owned())];
    for (state, field) in [(State::Done, Field::Done), (State::Cancelled, Field::Cancelled)] {
        if tick.state == state {
            // A date that stands there already is of another time.
            changes.push(match place_of(&step.taken, field).and_then(|place| date_in(item, place)) {
                Some(date) => (date, tick.today.to_string()),
                None => addition(item, step, field, tick),
            });
        } else if step.state == state {
            changes.extend(places_of(step, field).map(|place| (with_gap(item, step, place), String::new())));
        }
    }
    with_changes(item, changes)
}

/// The line on which a step comes back.
fn next(item: &str, step: &StepLine, tick: &Tick<'_>) -> Next {
    let Some(text) = &step.fields.recurrence else { return Next::No };
    let Ok(rule) = recurrence::rule(text) else { return Next::No };
    if step.remarks.iter().any(|remark| remark.code == Code::BadDate) {
        return Next::Unclear;
    }
    let fields = &step.fields;
    let planned = fields.due.or(fields.scheduled).or(fields.start);
    let from = match rule.anchor {
        Anchor::Planned => planned.unwrap_or(tick.today),
        Anchor::Done => tick.today,
    };
    let after = if tick.missed == Missed::Skipped { from.max(tick.today) } else { from };
    let Some(day) = rule.next(from, after) else { return Next::Ended };
    let Some(symbol) = symbol_of(State::Open, tick.statuses) else { return Next::Unclear };

    let mut changes = vec![(inside(&step.box_range), symbol.to_owned())];
    if let Some(planned) = planned {
        let moved = days_between(planned, day);
        let dates = [(Field::Due, fields.due), (Field::Scheduled, fields.scheduled), (Field::Start, fields.start)];
        for (field, date) in dates {
            let place = place_of(&step.taken, field).and_then(|place| date_in(item, place));
            changes.extend(place.zip(date).map(|(place, date)| (place, add_days(date, moved).to_string())));
        }
    }
    changes.extend(times_left(item, step, &rule));
    // They speak of this one step.
    for field in [Field::Id, Field::DependsOn, Field::Created, Field::Done, Field::Cancelled] {
        changes.extend(places_of(step, field).map(|place| (with_gap(item, step, place), String::new())));
    }
    if let Some(id) = &step.fields.block_id {
        let end = item.trim_end().len();
        changes.push((with_gap(item, step, end - id.len() - 1..end), String::new()));
    }
    Next::Line(with_changes(item, changes))
}

/// `for 3 times` becomes `for 2 times`.
fn times_left(item: &str, step: &StepLine, rule: &Rule) -> Option<(Range<usize>, String)> {
    let End::Times(times) = rule.end else { return None };
    let place = place_of(&step.taken, Field::Recurrence)?;
    let words = item[place.clone()].to_ascii_lowercase();
    let number = words.rfind("for ")? + "for ".len();
    let digits = words[number..].bytes().take_while(u8::is_ascii_digit).count();
    (digits > 0).then(|| (place.start + number..place.start + number + digits, (times - 1).to_string()))
}

/// A date for the end of the line: behind everything but a block id and what makes a line break.
fn addition(item: &str, step: &StepLine, field: Field, tick: &Tick<'_>) -> (Range<usize>, String) {
    let mut text = item.trim_end();
    if let Some(id) = &step.fields.block_id {
        text = text.strip_suffix(id.as_str()).and_then(|text| text.strip_suffix('^')).unwrap_or(text).trim_end();
    }
    let backslashes = text.len() - text.trim_end_matches('\\').len();
    if backslashes % 2 == 1 {
        text = text[..text.len() - 1].trim_end();
    }
    let end = text.len().max(step.box_range.end);
    let (sign, key, word) = match field {
        Field::Cancelled => ("❌", "cancelled", "cancelled"),
        _ => ("✅", "completion", "done"),
    };
    let today = tick.today;
    let added = match style_of(item, step).unwrap_or(tick.style) {
        Style::Sign => format!(" {sign} {today}"),
        Style::Word => format!(" {word}:{today}"),
        Style::Brackets { open, spaces } => {
            let close = if open == '[' { ']' } else { ')' };
            format!("{:spaces$}{open}{key}:: {today}{close}", "")
        }
    };
    (end..end, added)
}

fn style_of(item: &str, step: &StepLine) -> Option<Style> {
    let last = step.taken.iter().map(|(_, place)| place).max_by_key(|place| place.start)?;
    let open = item[last.start..].chars().next()?;
    Some(match open {
        '[' | '(' => {
            let before = &item[..last.start];
            let spaces = before.len() - before.trim_end_matches(' ').len();
            Style::Brackets { open, spaces: spaces.clamp(1, 2) }
        }
        _ if signs::sign(open).is_some() => Style::Sign,
        _ => Style::Word,
    })
}

fn places_of(step: &StepLine, field: Field) -> impl Iterator<Item = Range<usize>> {
    step.taken.iter().filter(move |(taken, _)| *taken == field).map(|(_, place)| place.clone())
}

/// A field with the white space that set it apart: the one before it, or behind it where the text begins.
fn with_gap(item: &str, step: &StepLine, place: Range<usize>) -> Range<usize> {
    let start = item[..place.start].trim_end().len();
    let behind = item[place.end..].trim_start();
    if start <= step.box_range.end && !behind.is_empty() {
        return place.start..item.len() - behind.len();
    }
    start..place.end
}

/// The bytes between the brackets of a box.
fn inside(place: &Range<usize>) -> Range<usize> {
    place.start + 1..place.end - 1
}

/// Where the date of a field stands.
fn date_in(item: &str, place: Range<usize>) -> Option<Range<usize>> {
    let bytes = &item.as_bytes()[place.clone()];
    let at = bytes.windows(10).position(values::is_date_form)? + place.start;
    Some(at..at + 10)
}

/// The line with parts of it replaced.
fn with_changes(item: &str, mut changes: Vec<(Range<usize>, String)>) -> String {
    changes.sort_by_key(|(place, _)| (place.start, place.end));
    let mut line = String::with_capacity(item.len() + 32);
    let mut at = 0;
    for (place, text) in changes {
        line.push_str(&item[at..place.start.max(at)]);
        line.push_str(&text);
        at = place.end.max(at);
    }
    line.push_str(&item[at..]);
    line
}
