//! Merge conflicts that were left in a file: both sides stand in it, and nobody has said which is meant.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, Parser, Tag};

use super::source::Source;
use crate::model::{Code, Diagnostic, Severity};

/// What git and others write at the start of a line, seven times.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Marker {
    /// `<<<<<<< ours`
    Ours,
    /// `||||||| base`, where the style is `diff3`.
    Base,
    /// `=======`; it underlines headings, too.
    Theirs,
    /// `>>>>>>> theirs`; it opens quotes in quotes, too.
    End,
}

/// How often the sign of a marker stands (git, `conflict-marker-size`).
const SIZE: usize = 7;

impl Marker {
    fn of(line: &str) -> Option<Self> {
        let line = line.trim_end();
        let sign = line.chars().next().filter(|sign| "<|=>".contains(*sign))?;
        let rest = line.trim_start_matches(sign);
        let named = rest.is_empty() || rest.starts_with(' ');
        match sign {
            _ if line.len() - rest.len() != SIZE || !named => None,
            '<' => Some(Self::Ours),
            '|' => Some(Self::Base),
            '=' => rest.is_empty().then_some(Self::Theirs),
            _ => Some(Self::End),
        }
    }
}

/// The conflicts in a file, whose body begins at the byte `body`; the body's fenced code shows what it likes.
pub(super) fn conflicts(source: &Source<'_>, body: usize) -> Vec<Diagnostic> {
    if !source.text.contains("<<<<<<<") && !source.text.contains(">>>>>>>") {
        return Vec::new();
    }
    let code = fenced(source.text.get(body..).unwrap_or_default());
    let is_code = |offset: usize| {
        let within = |offset: usize| code.iter().any(|range| range.contains(&offset));
        offset.checked_sub(body).is_some_and(within)
    };
    let found = grouped(markers(source.text).map(|(offset, marker)| (offset, marker, is_code(offset))));
    found.into_iter().map(|offsets| diagnostic(source, &offsets)).collect()
}

/// The lines that are markers: where they begin, and what they are.
fn markers(text: &str) -> impl Iterator<Item = (usize, Marker)> {
    let mut next = 0;
    text.split_inclusive('\n').filter_map(move |line| {
        let offset = next;
        next += line.len();
        let line = if offset == 0 { line.trim_start_matches('\u{feff}') } else { line };
        Marker::of(line).map(|marker| (offset, marker))
    })
}

/// The offsets of the markers of each conflict. Both sides are in doubt, so inside a conflict code is none; outside, a
/// marker in code says nothing, and the last two of a conflict whose first was taken out say enough.
fn grouped(markers: impl Iterator<Item = (usize, Marker, bool)>) -> Vec<Vec<usize>> {
    let mut found = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    let mut rest: Option<usize> = None;
    for (offset, marker, is_code) in markers {
        match marker {
            Marker::End if !open.is_empty() => {
                open.push(offset);
                found.push(std::mem::take(&mut open));
            }
            _ if !open.is_empty() => open.push(offset),
            _ if is_code => {}
            Marker::Ours => open.push(offset),
            Marker::Base => {}
            Marker::Theirs => rest = Some(offset),
            Marker::End => found.extend(rest.take().map(|middle| vec![middle, offset])),
        }
    }
    found.extend(Some(open).filter(|open| !open.is_empty()));
    found
}

fn diagnostic(source: &Source<'_>, offsets: &[usize]) -> Diagnostic {
    let lines: Vec<String> = offsets.iter().map(|offset| source.line_at(*offset).to_string()).collect();
    let named = match lines.split_last() {
        Some((last, most)) if !most.is_empty() => format!("lines {} and {last}", most.join(", ")),
        _ => format!("line {}", lines.concat()),
    };
    let first = source.line_range(offsets.first().map_or(1, |offset| source.line_at(*offset)));
    source
        .diagnostic(Code::MergeConflict, Severity::Error, first, format!("a merge conflict was left here: {named}"))
        .help("keep what is right of the two sides, and take these lines out")
}

/// The ranges of fenced code in Markdown.
fn fenced(text: &str) -> Vec<Range<usize>> {
    let fence =
        |(event, range)| matches!(event, Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(_)))).then_some(range);
    Parser::new(text).into_offset_iter().filter_map(fence).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::SourcePath;

    fn found(text: &str) -> Vec<String> {
        let path = SourcePath::new("a.md").expect("a path");
        let source = Source::new(&path, text);
        conflicts(&source, 0)
            .into_iter()
            .map(|found| found.message.rsplit(": ").next().unwrap_or("").to_owned())
            .collect()
    }

    #[test]
    fn the_lines_of_a_conflict_are_named() {
        for (text, lines) in [
            ("a\n<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> side\n", vec!["lines 2, 4 and 6"]),
            ("<<<<<<< HEAD\r\nb\r\n||||||| 1a2b\r\nx\r\n=======\r\n>>>>>>> side\r\n", vec!["lines 1, 3, 5 and 6"]),
            ("\u{feff}<<<<<<<\n", vec!["line 1"]),
            (
                "<<<<<<< a\n=======\n>>>>>>> b\nx\n<<<<<<< a\n=======\n>>>>>>> b",
                vec!["lines 1, 2 and 3", "lines 5, 6 and 7"],
            ),
            ("- [ ] a\n=======\n- [x] a\n>>>>>>> b\n", vec!["lines 2 and 4"]),
            ("<<<<<<< a\n```\n=======\n```\n>>>>>>> b\n", vec!["lines 1, 3 and 5"]),
            ("- ```\n  x\n  ```\n\n<<<<<<< a\n=======\n>>>>>>> b\n", vec!["lines 5, 6 and 7"]),
        ] {
            assert_eq!(found(text), lines, "{text:?}");
        }
    }

    #[test]
    fn what_only_looks_like_one_is_none() {
        for text in [
            "Heading\n=======\n\n> quote\n",
            "```diff\n<<<<<<< HEAD\n=======\n>>>>>>> side\n```\n",
            "~~~\n<<<<<<< HEAD\n",
            " <<<<<<< HEAD\n",
            "<<<<<<<< eight\n",
            "<<<<<<<x\n",
            ">>>>>>> deep\n",
            "a <<<<<<< HEAD\n",
        ] {
            assert_eq!(found(text), Vec::<String>::new(), "{text:?}");
        }
    }
}
