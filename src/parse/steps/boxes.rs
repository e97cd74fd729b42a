//! The box: where it stands, when brackets are none, and what the character in it means.
//!
//! GitHub decides what a box is (white space must follow it), Obsidian which characters may be in it (any one).
//! pulldown-cmark's own task markers are of no use here: they know two characters only.

use std::collections::BTreeMap;
use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use super::Remark;
use super::values::is_space;
use crate::model::{Code, Severity, State};

/// A box on a line.
pub(super) struct Checkbox<'a> {
    /// The one character in it.
    pub(super) symbol: &'a str,
    /// Its bytes, with the brackets.
    pub(super) range: Range<usize>,
}

/// Where the text behind a list marker and its space begins.
pub(super) fn after_marker(line: &str) -> Option<usize> {
    let end = marker_end(line)?;
    let bytes = &line.as_bytes()[end..];
    match bytes.first()? {
        b'\t' => Some(end + 1),
        b' ' => {
            let spaces = bytes.iter().take_while(|byte| **byte == b' ').count();
            // Five spaces make an indented code block of what follows.
            (spaces <= 4).then_some(end + spaces)
        }
        _ => None,
    }
}

fn marker_end(line: &str) -> Option<usize> {
    let bytes = line.as_bytes();
    if matches!(bytes.first()?, b'-' | b'*' | b'+') {
        return Some(1);
    }
    let digits = bytes.iter().take_while(|byte| byte.is_ascii_digit()).count();
    (digits > 0 && matches!(bytes.get(digits), Some(b'.' | b')'))).then_some(digits + 1)
}

/// The box that begins at `at`.
pub(super) fn checkbox(line: &str, at: usize) -> Option<Checkbox<'_>> {
    let (symbol, end) = bracketed(line, at)?;
    line[end..].chars().next().is_none_or(char::is_whitespace).then_some(Checkbox { symbol, range: at..end })
}

/// One character in brackets, whatever follows: the character and where the brackets end.
fn bracketed(line: &str, at: usize) -> Option<(&str, usize)> {
    let inner = line.get(at..)?.strip_prefix('[')?;
    // Nearly every box holds one ASCII character: no need to look for clusters.
    let symbol = match inner.as_bytes() {
        [byte, b']', ..] if byte.is_ascii() => &inner[..1],
        _ => inner.graphemes(true).next()?,
    };
    inner[symbol.len()..].starts_with(']').then_some((symbol, at + symbol.len() + 2))
}

/// A remark on brackets that were probably meant as a box. Links, footnotes and definitions are left in peace.
pub(super) fn near_miss(line: &str) -> Option<Remark> {
    let Some(at) = after_marker(line) else { return read_stray(line) };
    if let Some((symbol, end)) = bracketed(line, at) {
        let is_link = line[end..].starts_with(['(', ':', '[']);
        return (is_common(symbol) && !is_link)
            .then(|| hint(line, at..end, "no space stands between the box and the text").fix(end..end, " "));
    }
    let inner = line[at..].strip_prefix('[')?;
    let inner = &inner[..inner.bytes().take(6).position(|byte| byte == b']')?];
    let end = at + inner.len() + 2;
    let spaced = inner.len() > 1 && (inner.trim().is_empty() || is_common(inner.trim()));
    let followed = line[end..].chars().next().is_none_or(char::is_whitespace);
    let symbol = if inner.trim().is_empty() { " " } else { inner.trim() };
    (spaced && followed)
        .then(|| hint(line, at..end, "more than one character stands in the box").fix(at..end, format!("[{symbol}]")))
}

/// The same about a line that is no item of a list, for want of a plain space behind what should be its marker.
pub(crate) fn read_stray(line: &str) -> Option<Remark> {
    let marker = marker_end(line)?;
    let text = line[marker..].trim_start_matches(is_space);
    let at = line.len() - text.len();
    let odd = line[marker..at].chars().all(|c| c != ' ' && c != '\t');
    let found = checkbox(line, at)
        .filter(|found| odd && is_common(found.symbol) && !line[found.range.end..].trim().is_empty())?;
    let why = if at == marker { "no space" } else { "a no-break space" };
    let remark = hint(line, found.range, &format!("{why} stands between the list marker and the box"));
    // A number in front of a text is not always one of a list.
    Some(if line.starts_with(['-', '+']) { remark.fix(marker..at, " ") } else { remark })
}

/// The characters that are so often meant as a box that it is worth a word when they are none.
fn is_common(symbol: &str) -> bool {
    matches!(symbol, "x" | "X" | "/" | "-" | ">") || symbol.chars().all(char::is_whitespace)
}

fn hint(line: &str, range: Range<usize>, why: &str) -> Remark {
    let message = format!("`{}` is not a box: {why}", &line[range.clone()]);
    let help = "write a step as `- [ ] text`, with one space on either side of the box";
    Remark::new(Code::BadBox, Severity::Note, range, message).help(help)
}

/// What a character in a box means.
pub(super) struct Meaning {
    pub(super) state: State,
    pub(super) important: bool,
    known: bool,
}

impl Meaning {
    fn of(state: State) -> Self {
        Self { state, important: false, known: true }
    }

    /// A warning, if the character has no meaning.
    pub(super) fn remark(&self, checkbox: &Checkbox<'_>) -> Option<Remark> {
        if self.known {
            return None;
        }
        let message = format!("`[{}]` has no meaning yet, so the step counts as open", checkbox.symbol);
        let help =
            "write `[ ]`, `[x]`, `[/]` or `[-]`, or give the character a meaning under `statuses` in journal.yaml";
        Some(Remark::new(Code::UnknownStatus, Severity::Warning, checkbox.range.clone(), message).help(help))
    }
}

/// What `symbol` means: the user's word first, then the table of the users' guide.
pub(super) fn meaning(symbol: &str, statuses: &BTreeMap<String, State>) -> Meaning {
    if let Some(state) = statuses.get(symbol) {
        return Meaning::of(*state);
    }
    let state = match symbol {
        "x" | "X" => State::Done,
        "/" => State::Doing,
        "-" => State::Cancelled,
        ">" => State::Deferred,
        "<" => State::Scheduled,
        "?" => State::Waiting,
        "h" => State::OnHold,
        "!" | "*" => return Meaning { important: true, ..Meaning::of(State::Open) },
        "i" | "I" | "n" | "N" | "l" | "b" | "\"" | "p" | "c" | "S" | "u" | "d" | "f" | "k" | "w" => State::Note,
        "0" | "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9" => State::Note,
        // A tab or a no-break space is a slip of the finger, not a character of its own.
        _ if symbol.chars().all(char::is_whitespace) => State::Open,
        _ => return Meaning { known: false, ..Meaning::of(State::Open) },
    };
    Meaning::of(state)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(line: &str, expected: Option<&str>) {
        let found = after_marker(line).and_then(|at| checkbox(line, at));
        assert_eq!(found.map(|found| found.symbol), expected, "{line}");
    }

    #[test]
    fn a_box_is_one_character_between_spaces() {
        check("- [ ] a", Some(" "));
        check("-    [x] a", Some("x"));
        check("-     [x] code", None);
        check("-\t[/]\ta", Some("/"));
        check("123) [❤️] a", Some("❤️"));
        check("- [👩‍🚀] a", Some("👩‍🚀"));
        check("- [x]", Some("x"));
        check("- [\u{a0}] a", Some("\u{a0}"));
        for none in ["", "-", "- ", "- [", "- [x", "- []", "1 [x] a", "- [x](http://e) a", "- [x]: http://e", "- a"] {
            check(none, None);
        }
    }

    #[test]
    fn slips_are_named_and_links_are_not() {
        let slip = |line| near_miss(line).map(|remark| remark.range);
        assert_eq!(slip("- [ ]text"), Some(2..5));
        assert_eq!(slip("- [x ] text"), Some(2..6));
        assert_eq!(slip("-[x] text"), Some(1..4));
        for fine in ["- [x](http://e)", "- [x]: http://e", "- [x][ref]", "- [a]b", "- [ab] c", "- [] c", "- [1]c", "-a"]
        {
            assert_eq!(slip(fine), None, "{fine}");
        }
    }

    #[test]
    fn the_user_has_the_last_word_on_a_character() {
        let statuses = [("!".to_owned(), State::Done), ("💥".to_owned(), State::Cancelled)].into();
        assert!(matches!(meaning("!", &statuses), Meaning { state: State::Done, important: false, known: true }));
        assert!(matches!(meaning("💥", &statuses), Meaning { state: State::Cancelled, known: true, .. }));
        assert!(matches!(meaning("*", &statuses), Meaning { state: State::Open, important: true, known: true }));
        assert!(matches!(meaning("]", &statuses), Meaning { state: State::Open, known: false, .. }));
    }
}
