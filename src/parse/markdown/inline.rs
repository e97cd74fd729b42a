//! Blocks that hold text, and the inline elements that are open in them.
//!
//! Whatever is opened is closed with its block at the latest, and in the order in which it was opened.

use std::ops::Range;

use math_core::MathDisplay;
use pulldown_cmark::{Event, Tag};

use crate::model::{Phrase, Piece};

use super::DEEPEST;
use super::blocks::Block;
use super::output::{Position, Slot};
use super::plain::{count_words, summary};
use super::reader::Reader;

/// A block that holds text and no other blocks.
#[derive(Debug)]
pub(super) struct Leaf {
    pub(super) kind: Kind,
    /// Where its text begins in the output.
    pub(super) start: Position,
    /// Whether it ends with the next block, for nothing else tells.
    pub(super) tight: bool,
    /// Inline elements that are open.
    pub(super) stack: Vec<Inline>,
    /// How many of them are links.
    pub(super) links: u32,
    /// `==` that may begin a highlight.
    pub(super) marks: Vec<Mark>,
    /// The title of the image that was shown last.
    pub(super) caption: Option<String>,
}

/// What kind of block it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Paragraph {
        slot: usize,
        first_of_item: bool,
    },
    /// The text of a list item, without a tag of its own.
    Item,
    /// The title of a callout, which ends with the line; then this is written.
    Title(&'static str),
    Heading,
    /// A cell or a term: its tags are written elsewhere.
    Cell,
}

/// An inline element that is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Inline {
    Tag(&'static str),
    Link(u32),
    Anchor,
    Raw(&'static str),
    /// Something that is not shown, but its content is.
    Silent,
    /// Something whose content is not shown either.
    Muted,
    /// The same, of raw HTML.
    MutedRaw(&'static str),
}

/// A `==` that may begin a highlight.
#[derive(Debug, Clone, Copy)]
pub(super) struct Mark {
    /// How many inline elements it stands in.
    pub(super) depth: usize,
    pub(super) slot: usize,
    /// Where it stands in the plain text.
    pub(super) plain: usize,
}

impl Reader<'_> {
    pub(super) fn new_leaf(&mut self, kind: Kind) -> Leaf {
        self.plain.clear();
        Leaf {
            kind,
            start: self.out.position(),
            tight: false,
            stack: Vec::new(),
            links: 0,
            marks: Vec::new(),
            caption: None,
        }
    }

    /// Prepares for inline content: in a tight list nothing else opens an item's text.
    pub(super) fn expect_inline(&mut self, range: &Range<usize>) {
        if self.leaf.is_some() {
            return;
        }
        self.settle_item(true, range.start);
        let kind = if let Some(Block::Flat | Block::HiddenItem(_)) = self.blocks.last() {
            Kind::Paragraph { slot: self.out.slot("<p>"), first_of_item: false }
        } else {
            Kind::Item
        };
        if let Some(Block::Item(item)) = self.blocks.last_mut() {
            item.fresh = false;
        }
        let mut leaf = self.new_leaf(kind);
        leaf.tight = true;
        self.leaf = Some(leaf);
    }

    pub(super) fn open_inline(&mut self, tag: &Tag<'_>, range: &Range<usize>) {
        let name = match tag {
            Tag::Emphasis => "em",
            Tag::Strong => "strong",
            Tag::Superscript => "sup",
            Tag::Subscript => "sub",
            _ => "del",
        };
        let shown = self.shows_tags() && !self.is_hidden(range);
        if shown {
            self.out.html("<");
            self.out.html(name);
            self.out.html(">");
        }
        self.push_inline(if shown { Inline::Tag(name) } else { Inline::Silent });
    }

    /// Whether tags of inline elements can be written.
    pub(super) fn shows_tags(&self) -> bool {
        let depth = self.leaf.as_ref().map_or(0, |leaf| leaf.stack.len());
        self.muted == 0 && self.image.is_none() && depth < DEEPEST
    }

    /// Whether a link is open.
    pub(super) fn is_in_link(&self) -> bool {
        self.leaf.as_ref().is_some_and(|leaf| leaf.links > 0)
    }

    pub(super) fn push_inline(&mut self, inline: Inline) {
        self.muted += usize::from(matches!(inline, Inline::Muted | Inline::MutedRaw(_)));
        if let Some(leaf) = &mut self.leaf {
            leaf.links += u32::from(matches!(inline, Inline::Link(_) | Inline::Anchor | Inline::Raw("a")));
            leaf.stack.push(inline);
        }
    }

    /// Closes the innermost element of Markdown, and raw HTML that was left open in it.
    pub(super) fn close_inline(&mut self) {
        while let Some(inline) = self.pop_inline() {
            if !matches!(inline, Inline::Raw(_) | Inline::MutedRaw(_)) {
                break;
            }
        }
    }

    pub(super) fn pop_inline(&mut self) -> Option<Inline> {
        let leaf = self.leaf.as_mut()?;
        let inline = leaf.stack.pop()?;
        let depth = leaf.stack.len();
        while leaf.marks.pop_if(|mark| mark.depth > depth).is_some() {}
        leaf.links -= u32::from(matches!(inline, Inline::Link(_) | Inline::Anchor | Inline::Raw("a")));
        match inline {
            Inline::Tag(name) | Inline::Raw(name) => {
                self.out.html("</");
                self.out.html(name);
                self.out.html(">");
            }
            Inline::Link(link) => self.out.piece(Piece::LinkEnd(link)),
            Inline::Anchor => self.out.html("</a>"),
            Inline::Silent => {}
            Inline::Muted | Inline::MutedRaw(_) => self.muted -= 1,
        }
        Some(inline)
    }

    /// Takes what is neither text nor the tag of an element.
    pub(super) fn inline(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Code(code) => {
                let shown = self.shows_tags();
                self.out.html(if shown { "<code>" } else { "" });
                self.shown(&code);
                self.out.html(if shown { "</code>" } else { "" });
            }
            Event::SoftBreak | Event::HardBreak => self.line_break(matches!(event, Event::HardBreak), range.end),
            Event::InlineMath(formula) => self.formula(&formula, MathDisplay::Inline, &range),
            Event::DisplayMath(formula) => self.formula(&formula, MathDisplay::Block, &range),
            Event::InlineHtml(html) => self.inline_html(&html, &range),
            Event::FootnoteReference(label) => self.footnote_reference(&label),
            _ => {}
        }
    }

    /// A line ends, and the next begins at `next`.
    fn line_break(&mut self, hard: bool, next: usize) {
        self.stray_box(next);
        if self.muted > 0 {
            return;
        }
        if let Some(image) = &mut self.image {
            image.alt.push(' ');
            return;
        }
        if self.end_callout_title() {
            return;
        }
        self.plain.push(' ');
        self.out.trim_end();
        self.out.html(if hard { "<br>\n" } else { "\n" });
    }

    /// Shows the comments that begin before `to`, to the writer; the public text has none.
    pub(super) fn show_comments(&mut self, to: usize) {
        while let Some(comment) = self.comments.as_slice().first().filter(|comment| comment.range.start < to) {
            let inside = comment.inside.start + self.from..comment.inside.end + self.from;
            let name = match &self.leaf {
                _ if self.muted > 0 || self.image.is_some() => return,
                Some(_) => "span",
                None if self.can_hold_blocks() => "div",
                None => return,
            };
            let text = self.source.text.get(inside).unwrap_or_default().trim();
            self.out.html(if name == "span" && self.out.ends_in_word() { " <" } else { "<" });
            self.out.html(name);
            self.out.html(" class=\"private\"");
            self.out.piece(Piece::Said(Some("data-label"), Phrase::Private));
            self.out.html(">");
            self.out.text(text);
            self.out.html("</");
            self.out.html(name);
            self.out.html(">");
            self.comments.next();
        }
    }

    /// Ends the text of a list item, where no end of a paragraph has told so.
    pub(super) fn close_tight_text(&mut self) {
        if self.leaf.as_ref().is_some_and(|leaf| leaf.tight) {
            self.close_leaf();
        }
    }

    /// Ends the text that is open.
    pub(super) fn close_leaf(&mut self) {
        while self.pop_inline().is_some() {}
        let Some(leaf) = self.leaf.take() else { return };
        self.out.trim_end();
        self.found.words = self.found.words.saturating_add(count_words(&self.plain));
        match leaf.kind {
            Kind::Paragraph { slot, first_of_item } => self.close_paragraph(&leaf, slot, first_of_item),
            Kind::Item => self.end_item_text(),
            Kind::Title(end) => self.out.html(end),
            Kind::Heading | Kind::Cell => {}
        }
    }

    fn close_paragraph(&mut self, leaf: &Leaf, slot: usize, first_of_item: bool) {
        let lone = match self.out.only_slot_since(leaf.start) {
            Some(Slot::Piece(Piece::Embed { link, .. })) => Some(*link as usize),
            _ => None,
        };
        let is_image = lone.is_some_and(|link| self.found.links.get(link).is_some_and(super::links::is_image));
        match lone {
            Some(_) if is_image => {
                self.out.set(slot, Slot::Html("<figure>"));
                if let Some(caption) = &leaf.caption {
                    self.out.html("<figcaption>");
                    self.out.text(caption);
                    self.out.html("</figcaption>");
                }
                self.out.html("</figure>\n");
            }
            Some(_) => {
                self.out.set(slot, Slot::Html("<div>"));
                self.out.html("</div>\n");
            }
            None if self.out.is_empty_since(leaf.start) => self.out.set(slot, Slot::Html("")),
            None => {
                // An entry that is shown between words is made of blocks, and those end a paragraph.
                let is_entry =
                    |link: &u32| self.found.links.get(*link as usize).is_some_and(|link| !super::links::is_image(link));
                let holds_entry = self
                    .out
                    .slots_since(leaf.start)
                    .any(|slot| matches!(slot, Slot::Piece(Piece::Embed { link, .. }) if is_entry(link)));
                let end = if holds_entry {
                    self.out.set(slot, Slot::Html("<div>"));
                    self.out.slot("</div>")
                } else {
                    self.out.slot("</p>")
                };
                if first_of_item && let Some(Block::Item(item)) = self.blocks.last_mut() {
                    (item.paragraph, item.text_end) = (Some(slot), Some(end));
                } else {
                    self.out.html("\n");
                }
            }
        }
        if self.found.summary.is_empty() && self.is_top() {
            self.found.summary = summary(&self.plain);
        }
    }
}
