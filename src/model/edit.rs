//! A change to a few lines of a file, as data: what they were and what they become.
//!
//! Because it holds both, it can be refused when the lines are no longer what they were, and taken back.

use serde::{Deserialize, Serialize};

/// Lines of one file that become other lines. No other byte of the file changes.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Edit {
    /// The first of them, from 1.
    pub line: u32,
    /// What they are, at least one, without their endings.
    pub before: Vec<String>,
    /// What they become, at least one. Lines that are new get the ending of the one they come before.
    pub after: Vec<String>,
}

/// The lines are not what an [`Edit`] was made for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conflict {
    /// The first line that differs, from 1.
    pub line: u32,
    /// What it is; none when the file is shorter.
    pub found: Option<String>,
}

impl Edit {
    /// The text with the change made.
    ///
    /// # Errors
    /// [`Conflict`] when one of the lines is not what it was: then nothing is changed.
    pub fn apply(&self, text: &str) -> Result<String, Conflict> {
        let bare = text.strip_prefix(BYTE_ORDER_MARK).unwrap_or(text);
        let skipped = (self.line.max(1) - 1) as usize;
        let start = offset_of_line(bare, skipped).unwrap_or(bare.len());
        let mut end = start;
        let mut lines = bare[start..].split_inclusive('\n');
        let mut ending = "";
        for (line, expected) in (self.line..).zip(&self.before) {
            let found = lines.next();
            let (content, eol) = found.map_or(("", ""), split_ending);
            if found.is_none() || content != expected {
                return Err(Conflict { line, found: found.map(|_| content.to_owned()) });
            }
            end += content.len() + eol.len();
            ending = eol;
        }
        // The last line of a file may have no ending; a line that now follows another needs one.
        let between = if ending.is_empty() { ending_of(bare) } else { ending };
        let mut changed = String::with_capacity(text.len() + 64);
        changed.push_str(&text[..text.len() - bare.len() + start]);
        changed.push_str(&self.after.join(between));
        changed.push_str(ending);
        changed.push_str(&bare[end..]);
        Ok(changed)
    }

    /// The change that takes this one back.
    #[must_use]
    pub fn inverse(&self) -> Self {
        Self { line: self.line, before: self.after.clone(), after: self.before.clone() }
    }
}

/// A line of a text, from 1, without its ending and without a byte order mark.
#[must_use]
pub fn line_of(text: &str, number: u32) -> Option<&str> {
    let bare = text.strip_prefix(BYTE_ORDER_MARK).unwrap_or(text);
    let start = offset_of_line(bare, number.checked_sub(1)? as usize)?;
    bare[start..].split_inclusive('\n').next().map(|line| split_ending(line).0)
}

const BYTE_ORDER_MARK: char = '\u{feff}';

/// Where the line begins that `skipped` lines stand before.
fn offset_of_line(text: &str, skipped: usize) -> Option<usize> {
    match skipped {
        0 => Some(0),
        _ => memchr::memchr_iter(b'\n', text.as_bytes()).nth(skipped - 1).map(|at| at + 1),
    }
}

/// A line and its ending.
fn split_ending(line: &str) -> (&str, &str) {
    let content = line.strip_suffix('\n').map_or(line, |line| line.strip_suffix('\r').unwrap_or(line));
    line.split_at(content.len())
}

/// How lines of this text end.
fn ending_of(text: &str) -> &'static str {
    let first = memchr::memchr(b'\n', text.as_bytes());
    if first.is_some_and(|at| text[..at].ends_with('\r')) { "\r\n" } else { "\n" }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn edit(line: u32, before: &[&str], after: &[&str]) -> Edit {
        let lines = |lines: &[&str]| lines.iter().map(|line| (*line).to_owned()).collect();
        Edit { line, before: lines(before), after: lines(after) }
    }

    #[test]
    fn only_the_lines_named_change() {
        let change = |text: &str, edit: Edit| edit.apply(text).expect("no conflict");
        assert_eq!(change("a\nb\nc\n", edit(2, &["b"], &["B"])), "a\nB\nc\n");
        assert_eq!(change("a\r\nb\r\nc", edit(3, &["c"], &["x", "c"])), "a\r\nb\r\nx\r\nc");
        assert_eq!(change("\u{feff}a", edit(1, &["a"], &["x", "y"])), "\u{feff}x\ny");
        assert_eq!(change("a\nb\r\nc", edit(2, &["b", "c"], &["d"])), "a\nd");
    }

    #[test]
    fn lines_that_are_something_else_are_left_alone() {
        let conflict = |text: &str, line| edit(line, &["b"], &["B"]).apply(text).expect_err("a conflict");
        assert_eq!(conflict("a\nb", 1), Conflict { line: 1, found: Some("a".into()) });
        assert_eq!(conflict("a\nb", 3), Conflict { line: 3, found: None });
        assert_eq!(conflict("a\nb ", 2), Conflict { line: 2, found: Some("b ".into()) });
        assert_eq!(conflict("b\rc", 1), Conflict { line: 1, found: Some("b\rc".into()) });
    }

    proptest! {
        #[test]
        fn what_is_taken_back_was_never_there(
            lines in proptest::collection::vec(("[a-c ]{0,3}", prop_oneof![Just("\n"), Just("\r\n")]), 1..6),
            at in any::<prop::sample::Index>(),
            closed in any::<bool>(),
            mark in any::<bool>(),
        ) {
            let mut text: String = lines.iter().flat_map(|(line, ending)| [line.as_str(), ending]).collect();
            if !closed {
                text.truncate(text.trim_end_matches(['\r', '\n']).len());
                text.push('x');
            }
            if mark {
                text.insert(0, BYTE_ORDER_MARK);
            }
            let contents: Vec<&str> = text.trim_start_matches(BYTE_ORDER_MARK).lines().collect();
            let at = at.index(contents.len());
            let line = u32::try_from(at + 1).expect("few lines");
            let edit = edit(line, &[contents[at]], &["new", contents[at]]);
            let changed = edit.apply(&text).expect("it is as it was");
            prop_assert_eq!(changed.len(), text.len() + 3 + changed.matches('\n').count() - text.matches('\n').count()
                + changed.matches('\r').count() - text.matches('\r').count());
            prop_assert_eq!(edit.inverse().apply(&changed), Ok(text));
        }
    }
}
