//! Callouts: quotes that begin with `[!type]`, as Obsidian and GitHub have them.

use std::ops::Range;

use pulldown_cmark::Tag;

use crate::model::{Phrase, Piece};

use super::blocks::Block;
use super::inline::{Inline, Kind};
use super::reader::Reader;

/// The types of callouts that Obsidian and GitHub know, with the class that each looks like.
const TYPES: [(&str, &str); 27] = [
    ("note", "callout-note"),
    ("abstract", "callout-abstract"),
    ("summary", "callout-abstract"),
    ("tldr", "callout-abstract"),
    ("info", "callout-info"),
    ("todo", "callout-todo"),
    ("tip", "callout-tip"),
    ("hint", "callout-tip"),
    ("important", "callout-tip"),
    ("success", "callout-success"),
    ("check", "callout-success"),
    ("done", "callout-success"),
    ("question", "callout-question"),
    ("help", "callout-question"),
    ("faq", "callout-question"),
    ("warning", "callout-warning"),
    ("caution", "callout-warning"),
    ("attention", "callout-warning"),
    ("failure", "callout-failure"),
    ("fail", "callout-failure"),
    ("missing", "callout-failure"),
    ("danger", "callout-danger"),
    ("error", "callout-danger"),
    ("bug", "callout-bug"),
    ("example", "callout-example"),
    ("quote", "callout-quote"),
    ("cite", "callout-quote"),
];

/// How a callout begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Marker {
    /// The bytes of `[!type]`, with `+` or `-` and space behind it.
    range: Range<usize>,
    /// The type as written.
    name: String,
    fold: Option<Fold>,
    /// Whether the rest of the line is empty.
    untitled: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fold {
    Open,
    Closed,
}

impl Marker {
    /// The marker at an offset of a text, if there is one.
    pub(super) fn at(text: &str, at: usize) -> Option<Self> {
        // Looking for the end of the line first would cost a line's length for each of many quotes on it.
        let line = text.get(at..).filter(|rest| rest.starts_with("[!"))?.lines().next()?;
        let (name, rest) = line[2..].split_once(']')?;
        // Obsidian allows for remarks on the looks of it: `[!note|right]`.
        let name = name.split('|').next().unwrap_or_default().trim();
        if name.is_empty() || name.contains('[') {
            return None;
        }
        let (fold, title) = match rest.as_bytes().first() {
            Some(b'+') => (Some(Fold::Open), &rest[1..]),
            Some(b'-') => (Some(Fold::Closed), &rest[1..]),
            _ => (None, rest),
        };
        let title = title.trim_start();
        let range = at..at + line.len() - title.len();
        Some(Self { range, name: name.to_owned(), fold, untitled: title.is_empty() })
    }

    /// Whether only the writer may see it.
    pub(super) fn is_private(&self) -> bool {
        self.name.eq_ignore_ascii_case("private")
    }

    /// The type and its class, where it is one that people know.
    fn known(&self) -> Option<(&'static str, &'static str)> {
        TYPES.iter().copied().find(|(name, _)| self.name.eq_ignore_ascii_case(name))
    }

    /// The type that its synonyms stand for; types that nobody knows look like a note.
    fn class(&self) -> &'static str {
        self.known().map_or("callout-note", |(_, class)| class)
    }

    /// What the site says over a callout that has no title of its own; nothing over one whose type is a word of the
    /// writer's.
    fn phrase(&self) -> Option<Phrase> {
        if self.is_private() {
            return Some(Phrase::Private);
        }
        self.known().map(|(name, _)| Phrase::Callout(name))
    }

    /// The writer's own type, as a word.
    fn own_title(&self) -> String {
        let mut rest = self.name.chars();
        rest.next().map_or_else(String::new, |first| {
            first
                .to_uppercase()
                .chain(rest.flat_map(char::to_lowercase))
                .map(|c| if c == '-' { ' ' } else { c })
                .collect()
        })
    }
}

impl Reader<'_> {
    /// Decides what the quote that was opened is, now that its first content is known.
    pub(super) fn settle_quote(&mut self, first: Option<&Tag<'_>>, at: usize) {
        let Some(range) = self.fresh_quote.take() else { return };
        let marker = first.and_then(|_| Marker::at(self.text, at));
        let marker = marker.filter(|marker| marker.is_private() || matches!(first, Some(Tag::Paragraph)));
        if marker.as_ref().is_some_and(Marker::is_private) {
            self.private = self.private.or(Some(self.blocks.len()));
        }
        self.begun |= self.private.is_none();
        let Some(marker) = marker else {
            self.open("<blockquote>\n", "</blockquote>\n", 0, range.start);
            return;
        };
        if self.has_room(0, range.start) {
            self.out.html(if marker.fold.is_some() { "<details class=\"" } else { "<aside class=\"" });
            if marker.is_private() {
                self.out.html("private\"");
                self.out.piece(Piece::Said(Some("data-label"), Phrase::Private));
            } else {
                self.out.html("note callout ");
                self.out.html(marker.class());
                self.out.html("\"");
            }
            self.out.html(if marker.fold == Some(Fold::Open) { " open>" } else { ">" });
            let end = if marker.fold.is_some() { "</details>\n" } else { "</aside>\n" };
            self.blocks.push(Block::Tagged(end));
        } else {
            self.blocks.push(Block::Flat);
        }
        self.hide(range.start, std::iter::once(marker.range.clone()));
        self.fresh_callout = Some(marker).filter(|_| matches!(first, Some(Tag::Paragraph)));
    }

    /// Begins the title of a callout, if that is what comes.
    pub(super) fn start_callout_title(&mut self) -> bool {
        let Some(marker) = self.fresh_callout.take() else { return false };
        let shown = matches!(self.blocks.last(), Some(Block::Tagged(_)));
        let (start, end) = match marker.fold {
            _ if !shown => ("<p>", "</p>\n"),
            Some(_) => ("<summary>", "</summary>\n"),
            None if marker.is_private() && marker.untitled => ("", ""),
            None => ("<b>", "</b>\n"),
        };
        self.out.html(start);
        let leaf = self.new_leaf(Kind::Title(end));
        if marker.untitled && !end.is_empty() {
            match marker.phrase() {
                Some(phrase) => self.out.piece(Piece::Said(None, phrase)),
                None => self.out.text(&marker.own_title()),
            }
        }
        self.leaf = Some(leaf);
        true
    }

    /// Ends the title with its line: what follows is a paragraph, in which inline elements that are open go on.
    pub(super) fn end_callout_title(&mut self) -> bool {
        let Some(leaf) = self.leaf.as_ref().filter(|leaf| matches!(leaf.kind, Kind::Title(_))) else { return false };
        let open: Vec<_> =
            leaf.stack.iter().copied().filter(|open| !matches!(open, Inline::Raw(_) | Inline::MutedRaw(_))).collect();
        self.close_leaf();
        let slot = self.out.slot("<p>");
        self.leaf = Some(self.new_leaf(Kind::Paragraph { slot, first_of_item: false }));
        for inline in open {
            match inline {
                Inline::Tag(name) => {
                    self.out.html("<");
                    self.out.html(name);
                    self.out.html(">");
                    self.push_inline(inline);
                }
                Inline::Muted => self.push_inline(inline),
                _ => self.push_inline(Inline::Silent),
            }
        }
        true
    }
}
