//! A file's text with its lines, so that every byte offset can be told as line and column.
//!
//! All of parsing speaks of byte ranges in the file; only here do they become what a person counts.

use std::ops::Range;

use crate::model::{Code, Diagnostic, Fix, Place, Severity, SourcePath, Spot};

/// The text of one file.
pub(crate) struct Source<'a> {
    /// The file.
    pub(crate) path: &'a SourcePath,
    /// Its text, with a byte order mark if it has one.
    pub(crate) text: &'a str,
    /// Byte offsets at which lines begin; the first is 0.
    lines: Vec<usize>,
}

impl<'a> Source<'a> {
    pub(crate) fn new(path: &'a SourcePath, text: &'a str) -> Self {
        let lines = std::iter::once(0).chain(memchr::memchr_iter(b'\n', text.as_bytes()).map(|at| at + 1)).collect();
        Self { path, text, lines }
    }

    /// The line that the byte at `offset` is in, from 1.
    pub(crate) fn line_at(&self, offset: usize) -> u32 {
        let index = self.lines.partition_point(|start| *start <= offset).max(1);
        u32::try_from(index).unwrap_or(u32::MAX)
    }

    /// The bytes of a line (from 1) without its ending.
    pub(crate) fn line_range(&self, line: u32) -> Range<usize> {
        let index = (line.max(1) - 1) as usize;
        let start = self.lines.get(index).copied().unwrap_or(self.text.len());
        let end = self.lines.get(index + 1).map_or(self.text.len(), |next| next - 1);
        let text = &self.text[start..end.max(start)];
        start..start + text.strip_suffix('\r').unwrap_or(text).len()
    }

    /// Where a range begins, and how long it is on its first line.
    pub(crate) fn spot(&self, range: Range<usize>) -> Spot {
        let line = self.line_at(range.start);
        let whole = self.line_range(line);
        // A byte order mark is no character of the first line.
        let begin = whole.start + if whole.start == 0 && self.text.starts_with('\u{feff}') { 3 } else { 0 };
        let characters = |from: usize, to: usize| self.text.get(from..to).map_or(0, |text| text.chars().count());
        let start = range.start.max(begin);
        let column = characters(begin, start) + 1;
        let length = characters(start, range.end.min(whole.end).max(start)).max(1);
        Spot { line, column: u32::try_from(column).unwrap_or(u32::MAX), length: u32::try_from(length).unwrap_or(1) }
    }

    /// The same, with the text of the line.
    pub(crate) fn place(&self, range: Range<usize>) -> Place {
        let Spot { line, column, length } = self.spot(range);
        Place { line, column, length, text: line_text(self.text, self.line_range(line)) }
    }

    /// The change of a range of this file; none if it is not on one line.
    pub(crate) fn fix(&self, range: Range<usize>, replacement: &str) -> Option<Fix> {
        let is_one_line = self.text.get(range.clone()).is_some_and(|text| !text.contains('\n'));
        let Spot { line, column, length } = self.spot(range.clone());
        let length = if range.is_empty() { 0 } else { length };
        is_one_line.then(|| Fix { line, column, length, replacement: replacement.to_owned() })
    }

    /// A diagnostic about a range of this file.
    pub(crate) fn diagnostic(
        &self,
        code: Code,
        severity: Severity,
        range: Range<usize>,
        message: impl Into<String>,
    ) -> Diagnostic {
        Diagnostic::of_file(code, severity, self.path, message).at(self.place(range))
    }
}

/// A diagnostic about a range of bytes of a file that is no entry.
#[must_use]
pub fn diagnostic_in(
    path: &SourcePath,
    text: &str,
    code: Code,
    severity: Severity,
    range: Range<usize>,
    message: impl Into<String>,
) -> Diagnostic {
    Source::new(path, text).diagnostic(code, severity, range, message)
}

/// The longest line that is shown; what follows says nothing more to a person.
const LONGEST_LINE: usize = 2000;

fn line_text(text: &str, range: Range<usize>) -> String {
    let line = text[range].trim_start_matches('\u{feff}');
    let end = line.char_indices().nth(LONGEST_LINE).map_or(line.len(), |(at, _)| at);
    line[..end].to_owned()
}

/// The place of a spot in `text`, for stages that hold spots only.
#[must_use]
pub fn place_of(text: &str, spot: Spot) -> Place {
    let line = text.lines().nth(spot.line.saturating_sub(1) as usize).unwrap_or_default();
    // Who does not know where on its line something stands means all of it.
    let rest = line.chars().count().saturating_sub(spot.column.saturating_sub(1) as usize);
    let length = spot.length.min(u32::try_from(rest).unwrap_or(u32::MAX)).max(1);
    Place { line: spot.line, column: spot.column, length, text: line_text(line, 0..line.len()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_become_lines_and_columns_in_characters() {
        let path = SourcePath::new("a.md").expect("a path");
        let text = "\u{feff}äb\r\n\r\nc 📅 d";
        let source = Source::new(&path, text);
        let at = |needle: &str| {
            let start = text.find(needle).expect("it is there");
            source.spot(start..start + needle.len())
        };
        assert_eq!(at("b"), Spot { line: 1, column: 2, length: 1 });
        assert_eq!(at("📅 d"), Spot { line: 3, column: 3, length: 3 });
        assert_eq!(source.spot(text.len()..text.len()), Spot { line: 3, column: 6, length: 1 });
        assert_eq!(source.place(3..4).text, "äb");
        assert_eq!(source.line_range(2).len(), 0);
        assert_eq!(place_of(text, at("📅 d")).text, "c 📅 d");
    }
}
