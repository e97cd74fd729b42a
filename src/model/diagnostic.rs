//! What is wrong in the user's journal, as data: code, severity, place, message, help.
//!
//! Diagnostics are collected, never thrown: one bad file never hides another's problems. How they look is the
//! command line's business.

use std::cmp::Ordering;

use serde::{Deserialize, Serialize};

use super::{Code, Fix, SourcePath};

/// How much a problem matters. An error makes the exit status 1; a warning does with `--strict`; a note never does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Something could not be used as it was written.
    Error,
    /// Understood, but probably not as meant.
    Warning,
    /// Good to know.
    Note,
}

impl Severity {
    /// The word for it in messages.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }
}

/// Where in a file: line and column count from 1, columns and length in characters of the line.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Place {
    /// The line of the file.
    pub line: u32,
    /// The first character meant.
    pub column: u32,
    /// How many characters are meant, at least 1.
    pub length: u32,
    /// The whole line, without its line ending.
    pub text: String,
}

/// Something that is wrong in the journal.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Diagnostic {
    /// What kind of problem.
    pub code: Code,
    /// How much it matters.
    pub severity: Severity,
    /// The file, as relative text; a folder for problems of a folder.
    pub path: String,
    /// Where in the file, if it is about a place.
    pub place: Option<Place>,
    /// What is wrong, in one sentence: lower case, no full stop, what the user typed in backticks.
    pub message: String,
    /// What to write instead, or do next.
    pub help: Option<String>,
    /// The change that mends it, if there is one plain answer.
    pub fix: Option<Fix>,
}

impl Diagnostic {
    /// A problem of a whole file.
    #[must_use]
    pub fn of_file(code: Code, severity: Severity, path: &SourcePath, message: impl Into<String>) -> Self {
        Self {
            code,
            severity,
            path: path.as_str().to_owned(),
            place: None,
            message: message.into(),
            help: None,
            fix: None,
        }
    }

    /// The same, at a place.
    #[must_use]
    pub fn at(mut self, place: Place) -> Self {
        self.place = Some(place);
        self
    }

    /// The same, with help.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// The same, with the change that mends it.
    #[must_use]
    pub fn fix(mut self, fix: Option<Fix>) -> Self {
        self.fix = fix;
        self
    }
}

/// A problem as programs are told of it: one flat object, the same in `check --format json` and in the live preview.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Told<'a> {
    code: &'static str,
    severity: &'static str,
    path: &'a str,
    line: Option<u32>,
    column: Option<u32>,
    length: Option<u32>,
    text: Option<&'a str>,
    message: &'a str,
    help: Option<&'a str>,
    fix: Option<&'a Fix>,
}

impl<'a> From<&'a Diagnostic> for Told<'a> {
    fn from(diagnostic: &'a Diagnostic) -> Self {
        let Diagnostic { code, severity, path, place, message, help, fix } = diagnostic;
        let place = place.as_ref();
        Self {
            code: code.name(),
            severity: severity.word(),
            path,
            line: place.map(|place| place.line),
            column: place.map(|place| place.column),
            length: place.map(|place| place.length),
            text: place.map(|place| place.text.as_str()),
            message,
            help: help.as_deref(),
            fix: fix.as_ref(),
        }
    }
}

impl Ord for Diagnostic {
    /// By path, then place, then code: the order in which they are shown.
    fn cmp(&self, other: &Self) -> Ordering {
        let position = |d: &Self| d.place.as_ref().map_or((0, 0), |p| (p.line, p.column));
        (&self.path, position(self), self.severity, self.code.name(), &self.message).cmp(&(
            &other.path,
            position(other),
            other.severity,
            other.code.name(),
            &other.message,
        ))
    }
}

impl PartialOrd for Diagnostic {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
