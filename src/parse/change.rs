//! A step in a file gets another state: exactly its line changes, and a recurring step gets its next one above it.
//!
//! The whole file is read again afterwards: a change after which any other step would be read otherwise (because the
//! line ends inside a comment, say) is refused.

use std::fmt;

use super::entry::parse;
use super::source::Source;
use super::steps::{self, Missed, Next, Style, Tick, Ticked, Unchanged};
use crate::model::{Date, Digest, Edit, Settings, SourcePath, State, Step};

/// What is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The line of the step, from 1.
    pub line: u32,
    /// What stands there, without the line ending, for whoever has read the file before; none takes what there is.
    pub expected: Option<String>,
    /// The state it gets.
    pub state: State,
    /// The day on which that happens.
    pub today: Date,
    /// When a recurring step that is late comes back.
    pub missed: Missed,
}

/// A file with a step changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changed {
    /// The whole text.
    pub text: String,
    /// What is different in it.
    pub edit: Edit,
    /// Whether the step comes back.
    pub comes_back: Return,
}

/// Whether a step that was done comes back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Return {
    /// It does not recur.
    No,
    /// It stands above the one that is done.
    Above,
    /// Its rule has ended.
    Ended,
    /// One of its dates can't be read, so nobody knows when.
    Unclear,
}

/// Why a file is left as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// The line is not what it was; this stands there now.
    Moved(Option<String>),
    /// No step stands there.
    NoStep,
    /// The step has that state already.
    Already(State),
    /// No character in a box means that state in this journal.
    NoSymbol(State),
    /// Something else in the file would be read otherwise.
    Entangled,
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Moved(Some(found)) => write!(f, "the line is another now: `{found}`"),
            Self::Moved(None) => f.write_str("the line is not there any more"),
            Self::NoStep => f.write_str("no step stands there"),
            Self::Already(state) => write!(f, "the step is {} already", state.name().replace('_', " ")),
            Self::NoSymbol(state) => {
                write!(f, "no character in a box means `{}`; give it one under `statuses`", state.name())
            }
            Self::Entangled => f.write_str("the line can't be changed without changing how others are read"),
        }
    }
}

impl std::error::Error for Refusal {}

/// Gives a step of the file another state.
///
/// # Errors
/// [`Refusal`] says why nothing is changed.
pub fn change(path: &SourcePath, text: &str, settings: &Settings, asked: &Change) -> Result<Changed, Refusal> {
    let steps = read(path, text, settings);
    let source = Source::new(path, text);
    let line_text = |line: u32| text[source.line_range(line)].trim_start_matches('\u{feff}');
    let is_there = asked.line >= 1 && source.line_at(text.len()) >= asked.line;
    let line = if is_there { Some(line_text(asked.line)) } else { None };
    if asked.expected.as_deref().is_some_and(|expected| line != Some(expected)) {
        return Err(Refusal::Moved(line.map(str::to_owned)));
    }
    let at = steps.iter().position(|step| step.line == asked.line).ok_or(Refusal::NoStep)?;
    // Carriage returns alone end lines for Markdown, and no line that is counted: which step is meant is not known.
    if steps.iter().filter(|step| step.line == asked.line).count() > 1 {
        return Err(Refusal::Entangled);
    }
    let tick = Tick {
        state: asked.state,
        today: asked.today,
        style: neighbouring_style(&steps, at, |step| steps::style(line_text(step.line), &settings.statuses)),
        missed: asked.missed,
        statuses: &settings.statuses,
    };
    let before = line_text(asked.line);
    let Ticked { line, next } = steps::tick(before, &tick).map_err(|why| match why {
        Unchanged::NoStep => Refusal::NoStep,
        Unchanged::Already => Refusal::Already(asked.state),
        Unchanged::NoSymbol => Refusal::NoSymbol(asked.state),
    })?;
    let (after, comes_back) = match next {
        Next::No => (vec![line], Return::No),
        Next::Line(next) => (vec![next, line], Return::Above),
        Next::Ended => (vec![line], Return::Ended),
        Next::Unclear => (vec![line], Return::Unclear),
    };
    let edit = Edit { line: asked.line, before: vec![before.to_owned()], after };
    let text = edit.apply(text).map_err(|conflict| Refusal::Moved(conflict.found))?;
    if !is_all_else_same(&steps, &read(path, &text, settings), at, asked, comes_back) {
        return Err(Refusal::Entangled);
    }
    Ok(Changed { text, edit, comes_back })
}

fn read(path: &SourcePath, text: &str, settings: &Settings) -> Vec<Step> {
    let document = parse(path, text, settings, Digest::default()).document;
    document.entry.map(|faces| faces.writer.steps.items.clone()).unwrap_or_default()
}

/// How dates are spelled where the step stands: as on the nearest step above that has any field, else below.
fn neighbouring_style(steps: &[Step], at: usize, style: impl Fn(&Step) -> Option<Style>) -> Style {
    let (above, below) = steps.split_at(at);
    above.iter().rev().chain(below).find_map(style).unwrap_or_default()
}

/// Whether the step at `at`, and no other, is read otherwise, and as was asked for.
fn is_all_else_same(before: &[Step], after: &[Step], at: usize, asked: &Change, comes_back: Return) -> bool {
    let inserted = usize::from(comes_back == Return::Above);
    if after.len() != before.len() + inserted {
        return false;
    }
    let same = |(old, new): (&Step, &Step)| {
        (&old.symbol, &old.text, &old.fields, old.checkpoint) == (&new.symbol, &new.text, &new.fields, new.checkpoint)
    };
    let changed = &after[at + inserted];
    let fields = &changed.fields;
    let dated = match asked.state {
        State::Done => fields.done == Some(asked.today),
        State::Cancelled => fields.cancelled == Some(asked.today),
        _ => true,
    };
    changed.state == asked.state
        && is_same_text(&changed.text, &before[at].text)
        && dated
        && after[at..at + inserted]
            .iter()
            .all(|next| next.state == State::Open && is_same_text(&next.text, &changed.text))
        && before[..at].iter().zip(&after[..at]).all(same)
        && before[at + 1..].iter().zip(&after[at + inserted + 1..]).all(same)
}

/// White space aside: where a date stood between two words, there are still two.
fn is_same_text(one: &str, other: &str) -> bool {
    let marks = |text: &'_ str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
    marks(one) == marks(other)
}

#[cfg(test)]
mod tests;
