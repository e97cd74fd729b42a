//! What can be wrong with a template, and where.
//!
//! Templates are the user's to change, so an error has to lead to the character that causes it. The engine tells the
//! place as data for most errors and only inside its text for names that are not known; both end up here in one
//! shape, and nothing outside this folder sees the engine's own errors.

use std::fmt;

use tera::{ErrorKind, ReportError};

use super::templates::BUILT_IN;

/// A template that could not be read or rendered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Error {
    /// No template has this name.
    Unknown {
        /// The name.
        template: String,
    },
    /// Something is wrong at one place.
    At {
        /// The template's name; one that comes with `journal` has `journal/` before it.
        template: String,
        /// From 1.
        line: usize,
        /// From 1, in characters.
        column: usize,
        /// What is wrong.
        message: String,
    },
    /// Something is wrong with the template as a whole: what it extends is missing, or leads back to itself.
    Whole {
        /// The template's name, as in [`Error::At`].
        template: String,
        /// What is wrong.
        message: String,
    },
}

impl Error {
    /// The template's name; one that comes with `journal` has `journal/` before it.
    #[must_use]
    pub fn template(&self) -> &str {
        match self {
            Self::Unknown { template } | Self::At { template, .. } | Self::Whole { template, .. } => template,
        }
    }

    /// The line and the column, from 1.
    #[must_use]
    pub fn place(&self) -> Option<(usize, usize)> {
        match self {
            Self::At { line, column, .. } => Some((*line, *column)),
            Self::Unknown { .. } | Self::Whole { .. } => None,
        }
    }

    /// What is wrong, without the place.
    #[must_use]
    pub fn message(&self) -> String {
        match self {
            Self::Unknown { template } => format!("there is no template `{template}`"),
            Self::At { message, .. } | Self::Whole { message, .. } => message.clone(),
        }
    }

    /// Names the cause of an error of the engine; `template` is the one that was asked for.
    pub(super) fn from_tera(template: &str, error: &tera::Error) -> Self {
        let whole = |template: &str, message: String| Self::Whole { template: template.to_owned(), message };
        match error.kind() {
            ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => Self::at(template, report),
            ErrorKind::TemplateNotFound(name) => Self::Unknown { template: name.clone() },
            ErrorKind::MissingParent { current, parent } => {
                whole(current, format!("it extends `{parent}`, which there is not"))
            }
            ErrorKind::CircularExtend { tpl, inheritance_chain } => {
                let built_in = format!("{BUILT_IN}{tpl}");
                whole(tpl, format!("it extends itself ({}); `{built_in}` is the one below", chain(inheritance_chain)))
            }
            ErrorKind::CircularInclude { tpl, include_chain } => {
                whole(tpl, format!("it includes itself ({})", chain(include_chain)))
            }
            other => {
                let text = other.to_string();
                located(&text).unwrap_or_else(|| whole(template, lower(&text)))
            }
        }
    }

    fn at(template: &str, report: &ReportError) -> Self {
        let named = if report.filename().is_empty() { template } else { report.filename() };
        Self::At {
            template: named.to_owned(),
            line: report.span().start_line,
            column: report.span().start_col + 1,
            message: lower(report.message()),
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.template().strip_prefix(BUILT_IN) {
            Some(name) => write!(f, "built-in template {name}")?,
            None => write!(f, "templates/{}", self.template())?,
        }
        if let Some((line, column)) = self.place() {
            write!(f, ":{line}:{column}")?;
        }
        write!(f, ": {}", self.message())
    }
}

impl std::error::Error for Error {}

/// Reads the place out of the engine's report: names that are not known are told as text only, several at once.
/// The first is the one to mend.
fn located(text: &str) -> Option<Error> {
    let mut lines = text.lines();
    let message = lines.next()?.strip_prefix("error: ")?;
    let (_, place) = lines.next()?.split_once("--> ")?;
    let (place, column) = place.rsplit_once(':')?;
    let (template, line) = place.rsplit_once(':')?;
    Some(Error::At {
        template: template.to_owned(),
        line: line.parse().ok()?,
        column: column.parse().ok()?,
        message: lower(message),
    })
}

fn chain(names: &[String]) -> String {
    names.join(" > ")
}

/// Messages begin in lower case here, unless the first word is not an ordinary one, and end without a full stop.
fn lower(message: &str) -> String {
    let message = message.strip_suffix('.').unwrap_or(message);
    let mut letters = message.chars();
    match (letters.next(), letters.next()) {
        (Some(first), Some(second)) if first.is_ascii_uppercase() && !second.is_ascii_uppercase() => {
            format!("{}{}", first.to_ascii_lowercase(), &message[1..])
        }
        _ => message.to_owned(),
    }
}
