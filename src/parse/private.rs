//! What the public may not know is overwritten with spaces, before anything is derived from it.
//!
//! Two things are private in a public entry: comments and `[!private]` callouts. Whatever else is found later, by any
//! stage, is found in the text that is left.

use super::comments::{LineStart, blank, without_comments};
use super::markdown::private_callouts;
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
    changed.then(|| [head, &text].concat())
}
