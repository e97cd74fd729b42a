//! What is not prose is made opaque before fields are looked for: code, addresses, the insides of wikilinks.
//!
//! The mask has the same bytes at the same places, so a place in it is a place in the line.

/// Stands for a byte that no field may use.
const OPAQUE: u8 = 0x01;

/// A blank between a sign and its value: a space, or one of the spaces that do not break.
pub(super) fn is_gap(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\u{a0}' | '\u{2007}' | '\u{202f}')
}

/// The line with everything opaque that is no prose, and with comments as spaces.
pub(super) fn masked(line: &str, from: usize) -> String {
    let mut bytes = line.as_bytes().to_vec();
    let mut at = from;
    while at < line.len() {
        let rest = &line[at..];
        let Some(c) = rest.chars().next() else { break };
        let (length, with) = match c {
            '`' => (code_span(rest), OPAQUE),
            '\\' => (rest.chars().nth(1).filter(char::is_ascii_punctuation).map(|c| 1 + c.len_utf8()), OPAQUE),
            '%' if rest.starts_with("%%") => (rest[2..].find("%%").map(|end| end + 4), b' '),
            '<' if rest.starts_with("<!--") => (rest.find("-->").map(|end| end + 3), b' '),
            '<' => (autolink(rest), OPAQUE),
            '[' if rest.starts_with("[[") => (rest.find("]]").map(|end| end + 2), OPAQUE),
            ']' if rest.starts_with("](") => (link_target(rest), OPAQUE),
            'h' | 'w' | 'm' if starts_word(line, at) => (address(rest), OPAQUE),
            _ => (None, OPAQUE),
        };
        match length {
            Some(length) => {
                bytes[at..at + length].fill(with);
                at += length;
            }
            None => at += c.len_utf8(),
        }
    }
    String::from_utf8(bytes).expect("whole characters were overwritten with ASCII")
}

fn starts_word(line: &str, at: usize) -> bool {
    !line[..at].ends_with(|c: char| c.is_alphanumeric())
}

/// From a run of backticks to the next run of the same length.
fn code_span(rest: &str) -> Option<usize> {
    let run = |text: &str| text.bytes().take_while(|b| *b == b'`').count();
    let open = run(rest);
    let mut at = open;
    while let Some(next) = rest[at..].find('`') {
        let length = run(&rest[at + next..]);
        at += next + length;
        if length == open {
            return Some(at);
        }
    }
    // An unclosed run is text, all of it.
    None
}

fn autolink(rest: &str) -> Option<usize> {
    let end = rest.find('>')?;
    let inner = &rest[1..end];
    (!inner.contains(is_gap) && inner.contains([':', '@', '/'])).then_some(end + 1)
}

/// `](…)`, with brackets inside it counted.
fn link_target(rest: &str) -> Option<usize> {
    let mut depth = 0_usize;
    for (at, c) in rest.char_indices().skip(1) {
        match c {
            '(' => depth += 1,
            ')' if depth == 1 => return Some(at + 1),
            ')' => depth -= 1,
            _ => {}
        }
    }
    None
}

/// A bare address, to the next blank or closing bracket.
fn address(rest: &str) -> Option<usize> {
    let is_address = ["http://", "https://", "www.", "mailto:"].iter().any(|start| rest.starts_with(start));
    is_address.then(|| rest.find(|c: char| is_gap(c) || matches!(c, ')' | ']' | '>')).unwrap_or(rest.len()))
}
