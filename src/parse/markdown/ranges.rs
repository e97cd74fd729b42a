//! What other stages ask about a text before it is read: where code is, and where private callouts are.

use std::collections::BTreeSet;
use std::ops::Range;

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use super::callouts::Marker;
use super::options;

/// Where text stands for itself: code and formulas, in order. It is only counted as such when it is whether or not
/// `$` makes formulas, for those who ask do not know the settings, and hiding is safer than showing.
pub(crate) fn verbatim(text: &str) -> Vec<Range<usize>> {
    let plain = code(text, false);
    if memchr::memchr(b'$', text.as_bytes()).is_none() {
        return plain;
    }
    let with_math = code(text, true);
    let mut both = Vec::new();
    let mut others = with_math.iter().peekable();
    for range in plain {
        while others.next_if(|other| other.end <= range.start).is_some() {}
        for other in others.clone().take_while(|other| other.start < range.end) {
            both.push(range.start.max(other.start)..range.end.min(other.end));
        }
    }
    both
}

fn code(text: &str, math: bool) -> Vec<Range<usize>> {
    let events = Parser::new_ext(text, options(math)).into_offset_iter();
    let mut ranges: Vec<Range<usize>> = Vec::new();
    for (event, range) in events {
        let verbatim = matches!(
            event,
            Event::Code(_) | Event::InlineMath(_) | Event::DisplayMath(_) | Event::Start(Tag::CodeBlock(_))
        );
        if verbatim {
            ranges.push(range);
        }
    }
    ranges
}

/// A callout that only the writer may see.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PrivateCallout {
    /// All of it, lazy continuation lines too, without the last line ending.
    pub(crate) range: Range<usize>,
    /// How many quotes it stands in.
    pub(crate) depth: usize,
}

/// The private callouts of a text, in order; those inside others are not named again.
pub(crate) fn private_callouts(text: &str) -> Vec<PrivateCallout> {
    let mut found: Vec<PrivateCallout> = Vec::new();

    if memchr::memmem::find(text.as_bytes(), b"[!").is_none() {
        return found;
    }
    let mut open: Vec<Range<usize>> = Vec::new();
    // The quote whose first content comes next.
    let mut waiting = false;
    for (event, range) in Parser::new_ext(text, options(false)).into_offset_iter() {
        match event {
            Event::Start(Tag::BlockQuote(_)) => {
                open.push(range.clone());
                waiting = true;
                // The text itself is asked too: `[!private]: a` is a link's definition, and no event at all.
                let inside = text[range.start..].trim_start_matches([' ', '\t']);
                let inside = inside.strip_prefix('>').unwrap_or(inside).trim_start_matches([' ', '\t']);
                note(text, text.len() - inside.len(), &open, &mut found);
                continue;
            }
            Event::End(TagEnd::BlockQuote(_)) => {
                open.pop();
            }
            _ if waiting => note(text, range.start, &open, &mut found),
            _ => {}
        }
        waiting = false;
    }
    found
}

/// The footnotes of a text: the labels that are referred to, and where each is defined.
#[derive(Debug, Default)]
pub(crate) struct Footnotes {
    pub(crate) references: BTreeSet<String>,
    pub(crate) definitions: Vec<(String, Range<usize>)>,
}

/// Finds the footnotes of a text.
pub(crate) fn footnotes(text: &str) -> Footnotes {
    let mut found = Footnotes::default();
    if memchr::memmem::find(text.as_bytes(), b"[^").is_none() {
        return found;
    }
    for (event, range) in Parser::new_ext(text, options(false)).into_offset_iter() {
        match event {
            Event::FootnoteReference(label) => drop(found.references.insert(label.to_string())),
            Event::Start(Tag::FootnoteDefinition(label)) => found.definitions.push((label.to_string(), range)),
            _ => {}
        }
    }
    found
}

/// Takes the innermost open quote for private, if that is what it says at `at`, where its content begins.
fn note(text: &str, at: usize, open: &[Range<usize>], found: &mut Vec<PrivateCallout>) {
    let Some(quote) = open.last() else { return };
    let known = found.last().is_some_and(|callout| quote.start < callout.range.end);
    if !known && Marker::at(text, at).is_some_and(|marker| marker.is_private()) {
        let end = quote.start + text[quote.clone()].trim_end_matches(['\r', '\n']).len();
        // What follows on the last line belongs to it as well.
        let end = memchr::memchr(b'\n', &text.as_bytes()[end..]).map_or(text.len(), |more| end + more);
        found.push(PrivateCallout { range: quote.start..end, depth: open.len() - 1 });
    }
}
