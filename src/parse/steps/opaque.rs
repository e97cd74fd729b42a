//! What of a line is not prose: nothing in it is a field, a tag or a person.

use std::ops::Range;

use memchr::memmem;

use super::signs;

/// So many openings without an end are looked at on a line: each costs a walk to its end.
pub(super) const MOST_UNCLOSED: usize = 64;

/// The ranges of code spans, link targets, autolinks and HTML tags, bare addresses and wikilinks, sorted, apart.
pub(super) fn ranges(line: &str, start: usize) -> Vec<Range<usize>> {
    let bytes = line.as_bytes();
    let mut found = Vec::new();
    let mut unclosed = 0;
    let mut at = start;
    while at < bytes.len() {
        let rest = &bytes[at..];
        let opening = match rest {
            // An escaped mark opens nothing. Only ASCII can be escaped, so this stays between characters.
            [b'\\', next, ..] if next.is_ascii_punctuation() => {
                at += 2;
                continue;
            }
            [b'`', ..] => backticks(rest),
            [b'[', b'[', ..] => 2,
            [b']', b'(', ..] | [b'<', ..] => 1,
            [b':', b'/', b'/', ..] => 3,
            _ => {
                at += 1;
                continue;
            }
        };
        let span = match rest[0] {
            _ if unclosed >= MOST_UNCLOSED => None,
            b'`' => code(bytes, at, opening),
            b'[' => memmem::find(rest, b"]]").map(|end| at..at + end + 2),
            b']' => target(line, at + 1),
            b'<' => angle(bytes, at),
            _ => address(line, start, at),
        };
        at = span.as_ref().map_or(at + opening, |span| span.end);
        match span {
            Some(span) => found.push(span),
            None => unclosed += 1,
        }
    }
    found
}

fn backticks(bytes: &[u8]) -> usize {
    bytes.iter().take_while(|byte| **byte == b'`').count()
}

/// A code span ends at the next run of as many backticks as opened it.
fn code(bytes: &[u8], at: usize, opening: usize) -> Option<Range<usize>> {
    let mut next = at + opening;
    loop {
        next += memchr::memchr(b'`', &bytes[next..])?;
        let run = backticks(&bytes[next..]);
        next += run;
        if run == opening {
            return Some(at..next);
        }
    }
}

/// The `(…)` behind a link's text. Two fields without a space between them, `[due:: …](start:: …)`, are no link.
fn target(line: &str, at: usize) -> Option<Range<usize>> {
    let inner = &line[at + 1..];
    let letters = inner.bytes().take_while(u8::is_ascii_alphabetic).count();
    if inner[letters..].starts_with("::") && signs::key(&inner[..letters]).is_some() {
        return None;
    }
    let end = closing(&line.as_bytes()[at..])?;
    Some(at..at + end + 1)
}

/// Where the bracket that `bytes` begins with is closed; brackets of its kind may be nested, `\` escapes.
pub(super) fn closing(bytes: &[u8]) -> Option<usize> {
    let open = *bytes.first()?;
    let close = if open == b'[' { b']' } else { b')' };
    let mut depth = 0_usize;
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        match *byte {
            b'\\' => at += 1,
            byte if byte == open => depth += 1,
            byte if byte == close => {
                depth -= 1;
                if depth == 0 {
                    return Some(at);
                }
            }
            _ => {}
        }
        at += 1;
    }
    None
}

/// `<http://e>`, `<me@e.org>`, `<b>`, `</b>`.
fn angle(bytes: &[u8], at: usize) -> Option<Range<usize>> {
    let first = *bytes.get(at + 1)?;
    if !first.is_ascii_alphabetic() && !matches!(first, b'/' | b'!') {
        return None;
    }
    memchr::memchr(b'>', &bytes[at..]).map(|end| at..at + end + 1)
}

/// The address around `://`. A field's sign ends it, for nobody types one into an address.
fn address(line: &str, start: usize, at: usize) -> Option<Range<usize>> {
    let scheme = line.as_bytes()[start..at].iter().rev().take_while(|byte| byte.is_ascii_alphabetic()).count();
    let ends = |c: char| c.is_whitespace() || matches!(c, '<' | '>' | '[' | ']') || signs::sign(c).is_some();
    let end = line[at..].find(ends).map_or(line.len(), |end| at + end);
    (scheme > 0).then_some(at - scheme..end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(line: &str, expected: &[&str]) {
        let found: Vec<&str> = ranges(line, 0).into_iter().map(|range| &line[range]).collect();
        assert_eq!(found, expected, "{line}");
    }

    #[test]
    fn what_is_not_prose_is_found() {
        check("a `b` ``c ` d`` `e", &["`b`", "``c ` d``"]);
        check(r"\`a` b`", &["` b`"]);
        check("[a [b] c](http://e/(f) \"g\") h", &["(http://e/(f) \"g\")"]);
        check("[due:: 2026-01-01](start:: 2026-01-01)", &[]);
        check("<http://e/ 📅> <b>c</b> 1 <2", &["<http://e/ 📅>", "<b>", "</b>"]);
        check("see https://e.org/#a,b📅2026-01-01", &["https://e.org/#a,b"]);
        check("[[a#b|c]] ![[d]] [[e", &["[[a#b|c]]", "[[d]]"]);
        check("[a](b [[c", &[]);
    }
}
