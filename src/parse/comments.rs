//! Comments, `%%…%%` and `<!--…-->`, are no part of what is read: they are overwritten before parsing.
//!
//! Every offset, line and column stays. What is a comment depends on what is code, and the other way round (a comment
//! may hold half a fence), so comments are taken out one after the other and the rest is looked at anew where that
//! can matter. When in doubt text is hidden, never shown.

use std::borrow::Cow;
use std::ops::Range;

use super::markdown::verbatim;

/// Stands where a comment was the first thing of a line: spaces there would make the rest of the line code. It is a
/// control character, which no output of text lets through.
const FILLER: u8 = 1;

/// What a line may begin with before its text: marks of quotes and lists.
const PREFIX: &[u8] = b" \t>-*+.)0123456789";

/// How much of the beginning of a line is looked at for such marks.
const LONGEST_PREFIX: usize = 1000;

/// How many bytes may be looked at again before everything that looks like a comment is taken for one.
const PATIENCE: usize = 16 << 20;

/// A body without its comments.
#[derive(Debug)]
pub(crate) struct Commentless<'a> {
    /// The text, as long as before.
    pub(crate) text: Cow<'a, str>,
    /// Where comments were, with their marks, in order.
    pub(crate) comments: Vec<Comment>,
    /// The opening mark of the comment that is never closed: the rest is hidden.
    pub(crate) unclosed: Option<Range<usize>>,
}

/// One comment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Comment {
    /// All of it.
    pub(crate) range: Range<usize>,
    /// What is between its marks.
    pub(crate) inside: Range<usize>,
}

/// Takes the comments out of a body.
pub(crate) fn without_comments(body: &str) -> Commentless<'_> {
    let mut result = Commentless { text: Cow::Borrowed(body), comments: Vec::new(), unclosed: None };
    if next_mark(body, 0).is_none() {
        return result;
    }
    let mut text = body.to_owned().into_bytes();
    let mut from = 0;
    let mut looked_at = 0;
    let mut line = LineStart::default();
    let last_code = last_sign_of_code(body);
    // Nothing but whole characters is ever overwritten, and with ASCII.
    while let Ok(now) = std::str::from_utf8(&text) {
        looked_at += now.len();
        let patient = looked_at < PATIENCE;
        let mut code = if patient { verbatim(now) } else { Vec::new() };
        let mut found = Vec::new();
        let mut at = from;
        let mut again = false;
        while let Some((start, mark)) = next_mark(now, at) {
            let covering = code.partition_point(|range| range.end <= start);
            if let Some(range) = code.get(covering).filter(|range| range.start <= start) {
                at = range.end;
                continue;
            }
            if is_escaped(now, start) {
                at = start + 1;
                continue;
            }
            let (comment, closed) = comment_at(now, start, mark);
            if !closed {
                result.unclosed = Some(start..start + mark.open.len());
            }
            at = comment.range.end;
            again = patient && at < last_code && changes_structure(now, &comment.range);
            if at >= last_code {
                // Nothing that follows can be code, whatever half a fence in this comment seemed to make of it.
                code.clear();
            }
            found.push(comment);
            if again {
                break;
            }
        }
        from = at;
        for comment in found {
            let start = line.of(body, comment.range.start);
            blank(&mut text, &comment.range, start, depth_of_quotes(body, start..comment.range.start));
            result.comments.push(comment);
        }
        if !again {
            break;
        }
    }
    if !result.comments.is_empty() {
        result.text = Cow::Owned(String::from_utf8(text).unwrap_or_default());
    }
    result
}

/// Overwrites a range, on a line that begins at `line_start`, with spaces. Line endings stay, and the first `quotes`
/// marks of quotes of each further line, so that a quote around it stays whole.
pub(super) fn blank(text: &mut [u8], range: &Range<usize>, line_start: usize, quotes: usize) {
    let (before, rest) = text.split_at_mut(range.start);
    let (inside, after) = rest.split_at_mut(range.len());
    let mut first_on_line = before[line_start..].iter().take(LONGEST_PREFIX).all(|byte| PREFIX.contains(byte));
    let mut kept = quotes;
    let mut in_prefix = false;
    let mut portion = 0;
    for (at, byte) in inside.iter_mut().enumerate() {
        match *byte {
            b'\n' => {
                (kept, in_prefix, first_on_line) = (0, true, true);
                portion = at + 1;
            }
            b'\r' => {}
            b'>' if in_prefix && kept < quotes => {
                kept += 1;
                portion = at + 1;
            }
            b' ' | b'\t' => *byte = b' ',
            _ => {
                in_prefix = false;
                *byte = b' ';
            }
        }
    }
    let goes_on = after.iter().take_while(|byte| **byte != b'\n').any(|byte| !byte.is_ascii_whitespace());
    if first_on_line && goes_on {
        // The space behind a quote's mark belongs to the mark.
        let behind_mark = portion > 0 && inside[portion - 1] == b'>';
        if let Some(byte) = inside.get_mut(portion + usize::from(behind_mark)) {
            *byte = FILLER;
        }
    }
}

/// The marks of a kind of comment.
#[derive(Debug, Clone, Copy)]
struct Mark {
    open: &'static str,
    close: &'static str,
}

const PERCENT: Mark = Mark { open: "%%", close: "%%" };
const HTML: Mark = Mark { open: "<!--", close: "-->" };

/// The next place that may open a comment.
fn next_mark(text: &str, from: usize) -> Option<(usize, Mark)> {
    let bytes = text.as_bytes();
    memchr::memchr2_iter(b'%', b'<', bytes.get(from..)?).find_map(|at| {
        let at = from + at;
        [PERCENT, HTML].into_iter().find(|mark| bytes[at..].starts_with(mark.open.as_bytes())).map(|mark| (at, mark))
    })
}

/// The comment that begins at `start`, and whether it is closed.
fn comment_at(text: &str, start: usize, mark: Mark) -> (Comment, bool) {
    let begin = start + mark.open.len();
    let rest = &text[begin..];
    // `<!-->` and `<!--->` are whole comments to CommonMark and to browsers.
    let short = [">", "->"].into_iter().find(|end| mark.open == HTML.open && rest.starts_with(end));
    if let Some(end) = short {
        return (Comment { range: start..begin + end.len(), inside: begin..begin }, true);
    }
    match memchr::memmem::find(rest.as_bytes(), mark.close.as_bytes()) {
        Some(at) => {
            let end = begin + at;
            (Comment { range: start..end + mark.close.len(), inside: begin..end }, true)
        }
        None => (Comment { range: start..text.len(), inside: begin..text.len() }, false),
    }
}

fn is_escaped(text: &str, at: usize) -> bool {
    text[..at].bytes().rev().take_while(|byte| *byte == b'\\').count() % 2 == 1
}

/// Where the last thing stands that can make text code.
fn last_sign_of_code(text: &str) -> usize {
    let sign = memchr::memrchr3(b'`', b'~', b'\t', text.as_bytes());
    let indented = memchr::memmem::rfind(text.as_bytes(), b"    ");
    sign.max(indented).unwrap_or(0)
}

/// Whether other text can mean something else once this comment is gone.
fn changes_structure(text: &str, range: &Range<usize>) -> bool {
    let bytes = text.as_bytes();
    let holds_marks = bytes[range.clone()].iter().skip(1).any(|byte| b"`$~<\n\\".contains(byte));
    let blank = |byte: &&u8| matches!(byte, b' ' | b'\t' | b'\r');
    let starts = bytes[..range.start].iter().rev().find(|byte| !blank(byte)).is_none_or(|byte| *byte == b'\n');
    let ends = || bytes[range.end..].iter().find(|byte| !blank(byte)).is_none_or(|byte| *byte == b'\n');
    holds_marks || (starts && ends())
}

/// How many quotes a line stands in, by the marks it begins with.
fn depth_of_quotes(text: &str, line: Range<usize>) -> usize {
    let prefix = text.as_bytes()[line].iter().take(LONGEST_PREFIX).take_while(|byte| PREFIX.contains(byte));
    prefix.filter(|byte| **byte == b'>').count()
}

/// Finds where lines begin, for offsets that only grow, in one pass over the text.
#[derive(Debug, Default)]
pub(super) struct LineStart {
    known: usize,
    looked_at: usize,
}

impl LineStart {
    pub(super) fn of(&mut self, text: &str, offset: usize) -> usize {
        let from = self.looked_at.min(offset);
        if let Some(at) = memchr::memrchr(b'\n', &text.as_bytes()[from..offset]) {
            self.known = from + at + 1;
        }
        self.looked_at = offset;
        self.known
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(body: &str, expected: &str) {
        let found = without_comments(body);
        assert_eq!(found.text.len(), body.len());
        assert_eq!(found.text.replace('\u{1}', "·"), expected);
    }

    #[test]
    fn comments_are_overwritten() {
        check("a %%b%% c", "a       c");
        check("a <!-- b --> c", "a            c");
        check("a\n%%\n- [ ] b\n%%\nc", "a\n  \n       \n  \nc");
        check("ä %%ü%% ö", "ä        ö");
        check("a <!--> b", "a       b");
        check("a %%%% b", "a      b");
    }

    #[test]
    fn code_keeps_what_looks_like_a_comment() {
        for text in ["`%%a%%` b", "```\n%%a%%\n```", "    %%a%%\n", "~~~\n<!-- a -->\n~~~", "- a\n\n      <!-- b -->"] {
            check(text, text);
        }
        check(r"\%%a", r"\%%a");
        check(r"\<!-- a", r"\<!-- a");
    }

    #[test]
    fn what_follows_a_comment_at_the_start_of_a_line_is_no_code() {
        check("%%comment%% a", "·           a");
        check("- %%comment%% a", "- ·           a");
        check("> %%c\n> d%% a", ">    \n> ·   a");
    }

    #[test]
    fn half_a_fence_in_a_comment_hides_nothing_else() {
        check("%%\n```\n%%\n`%%a%%`\n\n%%b%%\n", "  \n   \n  \n`%%a%%`\n\n     \n");
        check("%%\n```\n%%\n%%a%%", "  \n   \n  \n     ");
        check("%%`%% a `b` %%c%%", "·     a `b`      ");
    }

    #[test]
    fn an_open_comment_hides_the_rest() {
        let found = without_comments("a %%b\n\nc");
        assert_eq!((&*found.text, found.unclosed), ("a    \n\n ", Some(2..4)));
        assert_eq!(without_comments("a <!-- b").unclosed, Some(2..6));
    }
}
