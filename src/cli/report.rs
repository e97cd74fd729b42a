//! Diagnostics as people and programs read them.

use annotate_snippets::{AnnotationKind, Level, Origin, Renderer, Snippet};
use serde_json::json;

use crate::model::{Diagnostic, Severity};

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
        let part = |count: usize, one: &str| match count {
            0 => None,
            1 => Some(format!("1 {one}")),
            many => Some(format!("{many} {one}s")),
        };
        let parts = [part(self.errors, "error"), part(self.warnings, "warning"), part(self.notes, "note")];
        parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
    }
}

/// `1 file`, `1,204 files`.
pub(crate) fn count(number: usize, one: &str, many: &str) -> String {
    crate::site::counted(number, one, many)
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

/// Each with its place, the line, a caret and what to write instead; an empty line between.
pub(crate) fn text(diagnostics: &[Diagnostic], colour: bool) -> String {
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    let mut text = String::new();
    for diagnostic in diagnostics {
        text.push_str(&renderer.render(&[group(diagnostic)]));
        text.push_str("\n\n");
    }
    text
}

fn group(diagnostic: &Diagnostic) -> annotate_snippets::Group<'_> {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let title = level.primary_title(one_line(&diagnostic.message)).id(diagnostic.code.name());
    let group = match &diagnostic.place {
        Some(place) => {
            let text = place.text.as_str();
            let byte = |character: u32| text.char_indices().nth(character as usize).map_or(text.len(), |(at, _)| at);
            let start = byte(place.column.saturating_sub(1));
            let end = byte(place.column.saturating_sub(1) + place.length).max(start);
            let snippet = Snippet::source(text)
                .line_start(place.line as usize)
                .path(one_line(&diagnostic.path))
                .annotation(AnnotationKind::Primary.span(start..end));
            title.element(snippet)
        }
        None => title.element(Origin::path(one_line(&diagnostic.path))),
    };
    match &diagnostic.help {
        Some(help) => group.element(Level::HELP.message(one_line(help))),
        None => group,
    }
}

/// Control characters in names must not move the terminal's cursor, and marks of direction not turn the words around
/// them.
pub(crate) fn one_line(text: &str) -> String {
    let is_safe = |c: char| !c.is_control() && !matches!(c, '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    text.chars().map(|c| if is_safe(c) { c } else { '\u{fffd}' }).collect()
}

/// Lines of a person's file, safe to print.
pub(crate) fn visible(lines: &str) -> String {
    lines.split('\n').map(one_line).collect::<Vec<_>>().join("\n")
}

/// One object with all of them; the shape of each is the same in the live preview.
pub(crate) fn json(diagnostics: &[Diagnostic]) -> String {
    let objects: Vec<serde_json::Value> = diagnostics
        .iter()
        .map(|diagnostic| {
            let place = diagnostic.place.as_ref();
            json!({
                "code": diagnostic.code.name(),
                "severity": diagnostic.severity.word(),
                "path": diagnostic.path,
                "line": place.map(|place| place.line),
                "column": place.map(|place| place.column),
                "length": place.map(|place| place.length),
                "text": place.map(|place| &place.text),
                "message": diagnostic.message,
                "help": diagnostic.help,
            })
        })
        .collect();
    let Counts { errors, warnings, notes } = Counts::of(diagnostics);
    let report = json!({ "diagnostics": objects, "errors": errors, "warnings": warnings, "notes": notes });
    serde_json::to_string_pretty(&report).expect("plain values have a JSON form") + "\n"
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Code, Place};

    fn bad_date() -> Diagnostic {
        Diagnostic {
            code: Code::BadDate,
            severity: Severity::Error,
            path: "plans/novel.md".into(),
            place: Some(Place { line: 4, column: 6, length: 10, text: "due: 2026-13-01".into() }),
            message: "`due` is not a date: `2026-13-01`".into(),
            help: Some("write it as YYYY-MM-DD; months go from 01 to 12".into()),
        }
    }

    #[test]
    fn a_problem_is_shown_with_its_line_and_a_caret() {
        let expected = "\
error[bad-date]: `due` is not a date: `2026-13-01`
 --> plans/novel.md:4:6
  |
4 | due: 2026-13-01
  |      ^^^^^^^^^^
  |
  = help: write it as YYYY-MM-DD; months go from 01 to 12

";
        assert_eq!(text(&[bad_date()], false), expected);
    }

    #[test]
    fn a_problem_of_a_whole_file_names_it() {
        let problem = Diagnostic { place: None, help: None, path: "a\u{1b}[2J.md".into(), ..bad_date() };
        let shown = text(&[problem], false);
        assert!(shown.contains("--> a\u{fffd}[2J.md"), "{shown}");
    }

    #[test]
    fn json_has_the_same_facts() {
        let value: serde_json::Value = serde_json::from_str(&json(&[bad_date()])).expect("JSON");
        let first = &value["diagnostics"][0];
        assert_eq!(
            (first["code"].as_str(), first["line"].as_u64(), first["column"].as_u64()),
            (Some("bad-date"), Some(4), Some(6))
        );
        assert_eq!(value["errors"], 1);
    }

    #[test]
    fn counts_agree_in_number() {
        assert_eq!(Counts { errors: 1, warnings: 2, notes: 0 }.words(), "1 error, 2 warnings");
        assert_eq!(Counts::of(&strict(vec![Diagnostic { severity: Severity::Warning, ..bad_date() }])).errors, 1);
    }
}
