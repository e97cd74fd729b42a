//! Diagnostics as people and programs read them, a file for each format.
//!
//! Every format tells all of them; only [`text()`], which a person reads from top to bottom, counts the rest of a long
//! run of alike notes.

mod github;
mod json;
mod sarif;
mod text;

use crate::model::{Diagnostic, Severity};

pub(crate) use github::github;
pub(crate) use json::json;
pub(crate) use sarif::sarif;
pub(crate) use text::{one_line, text, visible};

/// How many there are of each severity.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Counts {
    pub(crate) errors: usize,
    pub(crate) warnings: usize,
    pub(crate) notes: usize,
}

impl Counts {
    pub(crate) fn of(diagnostics: &[Diagnostic]) -> Self {
        let count = |severity: Severity| diagnostics.iter().filter(|d| d.severity == severity).count();
        Self { errors: count(Severity::Error), warnings: count(Severity::Warning), notes: count(Severity::Note) }
    }

    /// `2 errors, 1 warning`; empty when there is neither.
    pub(crate) fn words(self) -> String {
        let part = |number: usize, one: &str, many: &str| (number > 0).then(|| count(number, one, many));
        let parts = [
            part(self.errors, "error", "errors"),
            part(self.warnings, "warning", "warnings"),
            part(self.notes, "note", "notes"),
        ];
        parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
    }
}

/// `1 file`, `1,204 files`.
pub(crate) fn count(number: usize, one: &str, many: &str) -> String {
    format!("{} {}", grouped(number), if number == 1 { one } else { many })
}

/// A number with commas between thousands.
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let groups = digits.as_bytes().rchunks(3).rev().filter_map(|group| std::str::from_utf8(group).ok());
    groups.collect::<Vec<_>>().join(",")
}

/// With `--strict`, a warning is an error.
pub(crate) fn strict(mut diagnostics: Vec<Diagnostic>) -> Vec<Diagnostic> {
    for diagnostic in &mut diagnostics {
        if diagnostic.severity == Severity::Warning {
            diagnostic.severity = Severity::Error;
        }
    }
    diagnostics
}

#[cfg(test)]
mod samples {
    use crate::model::{Code, Diagnostic, Fix, Place, Severity};

    /// An error with its place.
    pub(super) fn bad_date() -> Diagnostic {
        Diagnostic {
            code: Code::BadDate,
            severity: Severity::Error,
            path: "plans/novel.md".into(),
            place: Some(Place { line: 4, column: 6, length: 10, text: "due: 2026-13-01".into() }),
            message: "`due` is not a date: `2026-13-01`".into(),
            help: Some("write it as YYYY-MM-DD; months go from 01 to 12".into()),
            fix: None,
        }
    }

    /// A warning with one plain answer.
    pub(super) fn short_date() -> Diagnostic {
        Diagnostic {
            severity: Severity::Warning,
            place: Some(Place { line: 7, column: 11, length: 8, text: "- [ ] é 📅 2026-1-5".into() }),
            message: "`2026-1-5` is not a date".into(),
            help: Some("write `2026-01-05`".into()),
            fix: Some(Fix { line: 7, column: 11, length: 8, replacement: "2026-01-05".into() }),
            ..bad_date()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_agree_in_number() {
        assert_eq!(Counts { errors: 1, warnings: 2, notes: 0 }.words(), "1 error, 2 warnings");
        assert_eq!(Counts { errors: 0, warnings: 0, notes: 1200 }.words(), "1,200 notes");
        assert_eq!(Counts::of(&strict(vec![samples::short_date()])).errors, 1);
    }
}
