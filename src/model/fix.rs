//! The one plain answer to a problem, as data: what to replace on which line, and by what.

use std::ops::Range;

use serde::{Deserialize, Serialize};

/// A change of one line that mends a problem and changes no meaning. Positions count from 1, in characters of the
/// line, a byte order mark not counted.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Fix {
    /// The line of the file.
    pub line: u32,
    /// The first character that is replaced.
    pub column: u32,
    /// How many characters are replaced; 0 where something is put in.
    pub length: u32,
    /// What stands there afterwards; never a line ending.
    pub replacement: String,
}

/// A text with fixes in it, and how many were made. Everything else stays: marks, line endings, spaces at the end.
///
/// Of two that touch the same characters only the first is made: the next look at the text decides about the other.
/// One that lies outside the text is none.
#[must_use]
pub fn mended(text: &str, fixes: &[Fix]) -> (String, usize) {
    let mut fixes: Vec<&Fix> = fixes.iter().collect();
    fixes.sort_unstable();
    let lines = Lines::of(text);
    let mut mended = String::with_capacity(text.len() + 16 * fixes.len());
    let (mut at, mut made) = (0, 0);
    let mut last: Option<Range<usize>> = None;
    for fix in fixes {
        let Some(range) = lines.range(text, fix) else { continue };
        if last.as_ref().is_some_and(|last| range.start < last.end || range.start == last.start) {
            continue;
        }
        mended.push_str(&text[at..range.start]);
        mended.push_str(&fix.replacement);
        at = range.end;
        made += 1;
        last = Some(range);
    }
    mended.push_str(&text[at..]);
    (mended, made)
}

/// Where lines begin.
struct Lines(Vec<usize>);

impl Lines {
    fn of(text: &str) -> Self {
        Self(std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect())
    }

    /// The bytes that a fix replaces; none if the line does not reach that far.
    fn range(&self, text: &str, fix: &Fix) -> Option<Range<usize>> {
        let index = (fix.line as usize).checked_sub(1)?;
        let start = *self.0.get(index)?;
        let start = if start == 0 && text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { start };
        let end = self.0.get(index + 1).map_or(text.len(), |next| next - 1);
        let line = text.get(start..end)?;
        let line = line.strip_suffix('\r').unwrap_or(line);
        let mut ends = line.char_indices().map(|(at, _)| at).chain([line.len()]);
        let first = ends.nth((fix.column as usize).checked_sub(1)?)?;
        let last = match (fix.length as usize).checked_sub(1) {
            Some(more) => ends.nth(more)?,
            None => first,
        };
        Some(start + first..start + last)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn fix(line: u32, column: u32, length: u32, replacement: &str) -> Fix {
        Fix { line, column, length, replacement: replacement.to_owned() }
    }

    #[track_caller]
    fn check(text: &str, fixes: &[Fix], expected: (&str, usize)) {
        let (text, made) = mended(text, fixes);
        assert_eq!((text.as_str(), made), expected);
    }

    #[test]
    fn only_the_characters_named_change() {
        check("\u{feff}ä b\r\nc  ", &[fix(1, 3, 1, "x"), fix(2, 2, 0, "!")], ("\u{feff}ä x\r\nc!  ", 2));
        check("ab", &[fix(1, 3, 0, "c"), fix(1, 1, 0, "_")], ("_abc", 2));
    }

    #[test]
    fn of_two_that_meet_the_first_is_made() {
        check("abc", &[fix(1, 2, 2, "y"), fix(1, 1, 2, "x")], ("xc", 1));
        check("abc", &[fix(1, 1, 0, "x"), fix(1, 1, 1, "y")], ("xabc", 1));
        check("abc", &[fix(1, 1, 1, "x"), fix(1, 2, 1, "y")], ("xyc", 2));
    }

    #[test]
    fn what_lies_outside_is_none() {
        for outside in [fix(0, 1, 1, "x"), fix(3, 1, 0, "x"), fix(1, 0, 1, "x"), fix(1, 2, 2, "x"), fix(1, 4, 0, "x")] {
            check("ab\r\nc", &[outside], ("ab\r\nc", 0));
        }
    }

    proptest! {
        #[test]
        fn lines_without_a_fix_stay(
            text in "[aé\r\n\u{feff}]{0,20}",
            fixes in prop::collection::vec((0_u32..6, 0_u32..6, 0_u32..4, "[x]{0,2}"), 0..4),
        ) {
            let fixes: Vec<Fix> = fixes.iter().map(|(l, c, n, r)| fix(*l, *c, *n, r)).collect();
            let (after, made) = mended(&text, &fixes);
            prop_assert!(made <= fixes.len());
            let (before, after): (Vec<&str>, Vec<&str>) = (text.split('\n').collect(), after.split('\n').collect());
            prop_assert_eq!(before.len(), after.len());
            for (index, (before, after)) in before.iter().zip(&after).enumerate() {
                let is_named = fixes.iter().any(|fix| fix.line as usize == index + 1);
                prop_assert!(is_named || before == after);
                // A lone carriage return within a line is a character like any other.
                let is_ending = !before.trim_end_matches('\r').contains('\r');
                prop_assert!(!is_ending || before.ends_with('\r') == after.ends_with('\r'));
            }
        }
    }
}
