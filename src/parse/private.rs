//! What the public may not know is overwritten with spaces, before anything is derived from it.
//!
//! Two things are private in a public entry: comments and `[!private]` callouts. Whatever else is found later, by any
//! stage, is found in the text that is left.

use super::comments::{LineStart, blank, without_comments};
use super::markdown::{footnotes, private_callouts};
use super::source::Source;

/// How often the rest is looked at again, in case that what was taken out made something else a private callout.
const ROUNDS: usize = 16;

/// The text of the file with comments and private callouts overwritten by spaces, every line and offset kept; `None`
/// when there is nothing private in it. `body` is the offset at which the body begins.
pub(crate) fn public_text(source: &Source<'_>, body: usize) -> Option<String> {
    let (head, rest) = source.text.split_at_checked(body)?;
    let commentless = without_comments(rest);
    let mut changed = !commentless.comments.is_empty();
    let mut text = commentless.text.into_owned();
    for round in 0.. {
        let callouts = private_callouts(&text);
        let Some(first) = callouts.first() else { break };
        changed = true;
        let mut bytes = text.clone().into_bytes();
        if round == ROUNDS {
            let rest = first.range.start..bytes.len();
            blank(&mut bytes, &rest, first.range.start, 0);
        }
        let mut line = LineStart::default();
        for callout in &callouts {
            let start = line.of(&text, callout.range.start);
            blank(&mut bytes, &callout.range, start, callout.depth);
        }
        text = String::from_utf8(bytes).unwrap_or_default();
    }
    if changed {
        text = without_lost_notes(rest, text);
    }
    changed.then(|| [head, &text].concat())
}

/// Footnotes that only private text referred to are private as well.
fn without_lost_notes(whole: &str, text: String) -> String {
    let (before, after) = (footnotes(whole), footnotes(&text));
    let lost = |label: &String| before.references.contains(label) && !after.references.contains(label);
    let mut bytes = text.into_bytes();
    for (_, range) in after.definitions.iter().filter(|(label, _)| lost(label)) {
        for byte in &mut bytes[range.clone()] {
            if !matches!(byte, b'\n' | b'\r') {
                *byte = b' ';
            }
        }
    }
    String::from_utf8(bytes).unwrap_or_default()
}

/// The text with comments taken out of its front matter, which ends at `body`; `None` when there are none. What is
/// taken out is made up for with spaces at the end of its line, so that every line stays where it is and no value
/// tells how long a comment was.
pub(crate) fn commentless_head(text: &str, body: usize) -> Option<String> {
    let head = text.get(..body)?;
    let mut left = String::with_capacity(text.len());
    let mut missing = 0;
    let mut at = 0;
    let mut found = false;
    while at < head.len() {
        let rest = &head[at..];
        let pair = |open: &str, close: &str| {
            rest.strip_prefix(open).and_then(|inside| inside.find(close)).map(|end| open.len() + end + close.len())
        };
        if let Some(length) = pair("%%", "%%").or_else(|| pair("<!--", "-->")) {
            found = true;
            for c in rest[..length].chars() {
                if c == '\n' {
                    left.extend(std::iter::repeat_n(' ', std::mem::take(&mut missing)));
                    left.push('\n');
                } else {
                    missing += c.len_utf8();
                }
            }
            at += length;
            continue;
        }
        let Some(c) = rest.chars().next() else { break };
        if matches!(c, '\r' | '\n') {
            left.extend(std::iter::repeat_n(' ', std::mem::take(&mut missing)));
        }
        left.push(c);
        at += c.len_utf8();
    }
    left.extend(std::iter::repeat_n(' ', missing));
    left.push_str(&text[body..]);
    found.then_some(left)
}
