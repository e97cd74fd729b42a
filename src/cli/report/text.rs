//! For people: the line, a caret, and what to write instead.

use std::collections::BTreeMap;

use annotate_snippets::{AnnotationKind, Level, Origin, Renderer, Snippet};

use crate::model::{Code, Diagnostic, Severity};

/// So many notes of one kind are shown of a file: whoever has twenty of them knows what they are about.
const MOST_ALIKE: usize = 20;

/// Each with its place, the line, a caret and what to write instead; an empty line between. Of a long run of notes of
/// one kind in one file the rest is counted.
pub(crate) fn text(diagnostics: &[Diagnostic], colour: bool) -> String {
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    let mut alike: BTreeMap<(&str, Code), usize> = BTreeMap::new();
    let mut text = String::new();
    for (index, diagnostic) in diagnostics.iter().enumerate() {
        let is_shown = diagnostic.severity != Severity::Note || {
            let seen = alike.entry((&diagnostic.path, diagnostic.code)).or_default();
            *seen += 1;
            *seen <= MOST_ALIKE
        };
        if is_shown {
            text.push_str(&renderer.render(&[group(diagnostic)]));
            text.push_str("\n\n");
        }
        if diagnostics.get(index + 1).is_none_or(|next| next.path != diagnostic.path) {
            for ((_, code), seen) in std::mem::take(&mut alike).into_iter().filter(|(_, seen)| *seen > MOST_ALIKE) {
                let more = super::grouped(seen - MOST_ALIKE);
                let line = format!("and {more} more of this kind in {}", one_line(&diagnostic.path));
                let title = Level::NOTE.primary_title(line).id(code.name());
                text.push_str(&renderer.render(&[annotate_snippets::Group::with_title(title)]));
                text.push_str("\n\n");
            }
        }
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
    let by_itself = if diagnostic.fix.is_some() { " (`journal check --fix` does it)" } else { "" };
    match &diagnostic.help {
        Some(help) => group.element(Level::HELP.message(format!("{}{by_itself}", one_line(help)))),
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

#[cfg(test)]
mod tests {
    use super::super::samples::{bad_date, short_date};
    use super::*;

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
        assert!(text(&[short_date()], false).contains("= help: write `2026-01-05` (`journal check --fix` does it)"));
    }

    #[test]
    fn a_problem_of_a_whole_file_names_it() {
        let problem = Diagnostic { place: None, help: None, path: "a\u{1b}[2J.md".into(), ..bad_date() };
        let shown = text(&[problem], false);
        assert!(shown.contains("--> a\u{fffd}[2J.md"), "{shown}");
    }

    #[test]
    fn many_notes_of_a_kind_are_counted_and_warnings_are_not() {
        let of = |path: &str, severity, number| {
            let problem = Diagnostic { path: path.into(), severity, place: None, ..bad_date() };
            vec![problem; number]
        };
        let (note, warning) = (Severity::Note, Severity::Warning);
        let all = [of("a.md", note, 23), of("b.md", warning, 22), of("b.md", note, 20)].concat();
        let shown = text(&all, false);
        assert_eq!(shown.matches("--> a.md").count(), 20);
        assert_eq!(shown.matches("--> b.md").count(), 42);
        assert_eq!(shown.matches("of this kind").count(), 1);
        assert!(shown.contains("note[bad-date]: and 3 more of this kind in a.md\n"), "{shown}");
    }
}
