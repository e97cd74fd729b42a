//! What stands in what: containers are opened and closed here, and so are the plain blocks between them.

use std::ops::Range;

use pulldown_cmark::{Alignment, Tag, TagEnd};

use crate::model::{Code, Phrase, Piece, Severity};

use super::DEEPEST;
use super::inline::Kind;
use super::lists::{Item, List};
use super::reader::Reader;

/// A container that is open.
#[derive(Debug)]
pub(super) enum Block {
    List(List),
    Item(Item),
    /// An item of a list that is too deep to be shown as one.
    HiddenItem(Item),
    /// Anything that ends with this tag.
    Tagged(&'static str),
    /// An element of raw HTML.
    Raw(&'static str),
    /// A footnote's definition: what is in it is written elsewhere.
    Footnote,
    /// Too deep: its content is shown without it.
    Flat,
}

/// The table that is open.
#[derive(Debug, Default)]
pub(super) struct Table {
    alignments: Vec<Alignment>,
    column: usize,
    in_head: bool,
    has_body: bool,
}

impl Reader<'_> {
    pub(super) fn start_block(&mut self, tag: Tag<'_>, range: Range<usize>) {
        if self.leaf.as_ref().is_some_and(|leaf| leaf.tight) && !self.comments.as_slice().is_empty() {
            let line = memchr::memrchr(b'\n', &self.text.as_bytes()[..range.start]).unwrap_or(0);
            self.show_comments(line);
        }
        self.close_tight_text();
        self.settle_quote(Some(&tag), range.start);
        self.settle_item(matches!(tag, Tag::Paragraph), range.start);
        self.complete_item_text();
        if self.leaf.is_none() {
            self.show_comments(range.start);
        }
        if !matches!(tag, Tag::Paragraph)
            && let Some(Block::Item(item) | Block::HiddenItem(item)) = self.blocks.last_mut()
        {
            item.fresh = false;
        }
        match tag {
            Tag::Paragraph => self.start_paragraph(range),
            Tag::Heading { level, id, .. } => self.start_heading(level, id.as_deref(), &range),
            Tag::BlockQuote(_) => self.fresh_quote = Some(range),
            Tag::CodeBlock(kind) => self.start_code(&kind),
            Tag::HtmlBlock => self.raw_html = Some(String::new()),
            Tag::List(first) => self.start_list(first, range.start),
            Tag::Item => self.start_item(&range),
            Tag::FootnoteDefinition(label) => self.start_footnote(&label),
            Tag::DefinitionList => self.open("<dl>", "</dl>", 1, range.start),
            Tag::DefinitionListTitle => {
                self.open("<dt>", "</dt>", 0, range.start);
                self.leaf = Some(self.new_leaf(Kind::Cell));
            }
            Tag::DefinitionListDefinition => self.open("<dd>", "</dd>", 0, range.start),
            Tag::Table(alignments) => {
                self.table = Table { alignments, ..Table::default() };
                self.out.html(r#"<div class="scroll" tabindex="0" role="group""#);
                self.out.piece(Piece::Said(Some("aria-label"), Phrase::Table));
                self.out.html("><table>");
                self.blocks.push(Block::Tagged("</table></div>"));
            }
            Tag::TableHead => {
                self.table.in_head = true;
                self.table.column = 0;
                self.out.html("<thead><tr>");
            }
            Tag::TableRow => {
                self.out.html(if self.table.has_body { "<tr>" } else { "<tbody><tr>" });
                self.table.has_body = true;
                self.table.column = 0;
            }
            Tag::TableCell => self.start_cell(),
            // Spans, and blocks of metadata, which are not asked for.
            _ => {}
        }
        // A quote may turn out to be private, so that the public's first block comes later.
        self.begun |= self.private.is_none() && self.fresh_quote.is_none();
    }

    pub(super) fn end_block(&mut self, tag: TagEnd, range: &Range<usize>) {
        self.settle_quote(None, range.end);
        self.settle_item(false, range.end);
        match tag {
            TagEnd::Paragraph => {
                self.show_comments(range.end);
                self.close_leaf();
            }
            TagEnd::Heading(_) => {
                self.show_comments(range.end);
                self.end_heading();
            }
            TagEnd::CodeBlock => self.end_code(),
            TagEnd::HtmlBlock => self.end_html(range),
            TagEnd::Item => {
                self.show_comments(range.end);
                self.close_tight_text();
                self.close_raw_blocks();
                self.end_item();
            }
            TagEnd::List(_) => self.end_list(),
            TagEnd::FootnoteDefinition => {
                self.show_comments(range.end);
                self.close_tight_text();
                self.close_raw_blocks();
                self.end_footnote();
            }
            TagEnd::TableHead => {
                self.table.in_head = false;
                self.out.html("</tr></thead>");
            }
            TagEnd::TableRow => self.out.html("</tr>"),
            TagEnd::TableCell => {
                self.show_comments(range.end);
                self.close_leaf();
                self.out.html(if self.table.in_head { "</th>" } else { "</td>" });
            }
            TagEnd::Table => {
                if self.table.has_body {
                    self.out.html("</tbody>");
                }
                self.close();
            }
            TagEnd::DefinitionListTitle => {
                self.show_comments(range.end);
                self.close_leaf();
                self.close();
            }
            TagEnd::BlockQuote(_) | TagEnd::DefinitionList | TagEnd::DefinitionListDefinition => {
                if self.leaf.is_some() || self.can_hold_blocks() {
                    self.show_comments(range.end);
                }
                self.close_tight_text();
                self.close();
            }
            _ => {}
        }
    }

    /// Opens a container, if a page can show one more with `more` in it.
    pub(super) fn open(&mut self, html: &str, end: &'static str, more: usize, at: usize) {
        if self.has_room(more, at) {
            self.out.html(html);
            self.blocks.push(Block::Tagged(end));
        } else {
            self.blocks.push(Block::Flat);
        }
    }

    /// Closes the innermost container, and raw HTML that was left open in it.
    fn close(&mut self) {
        self.close_raw_blocks();
        if let Some(Block::Tagged(end)) = self.blocks.pop() {
            self.out.html(end);
        }
        self.private = self.private.filter(|around| *around < self.blocks.len());
    }

    /// Whether one more container can be shown. What comes into a flat one is flat too.
    pub(super) fn has_room(&mut self, more: usize, at: usize) -> bool {
        let room = self.blocks.len() + more < DEEPEST;
        if !room && !self.too_deep {
            self.too_deep = true;
            let range = self.line_from(at);
            let message = format!("nested more than {DEEPEST} levels deep: from here on it is shown flat");
            self.diagnose(Code::TooDeep, Severity::Warning, &range, message);
        }
        room
    }

    fn start_paragraph(&mut self, range: Range<usize>) {
        if self.start_callout_title() {
            return;
        }
        let mut first_of_item = false;
        if let Some(Block::Item(item)) = self.blocks.last_mut() {
            first_of_item = std::mem::take(&mut item.fresh);
            if first_of_item && item.is_step() {
                self.leaf = Some(self.new_leaf(Kind::Item));
                return;
            }
        }
        let slot = self.out.slot("<p>");
        if !first_of_item {
            self.stray_box(range.start);
            self.anchor_block(&range);
        }
        self.leaf = Some(self.new_leaf(Kind::Paragraph { slot, first_of_item }));
    }

    fn start_cell(&mut self) {
        let class = match self.table.alignments.get(self.table.column) {
            Some(Alignment::Right) => " class=\"num\"",
            Some(Alignment::Center) => " class=\"mid\"",
            _ => "",
        };
        self.table.column += 1;
        self.out.html(if self.table.in_head { "<th scope=\"col\"" } else { "<td" });
        self.out.html(class);
        self.out.html(">");
        self.leaf = Some(self.new_leaf(Kind::Cell));
    }

    /// A rule between blocks.
    pub(super) fn rule(&mut self, range: &Range<usize>) {
        self.close_tight_text();
        self.settle_quote(None, range.start);
        self.settle_item(false, range.start);
        self.complete_item_text();
        if let Some(Block::Item(item) | Block::HiddenItem(item)) = self.blocks.last_mut() {
            item.fresh = false;
        }
        self.show_comments(range.start);
        self.out.html("<hr>\n");
        self.begun |= self.private.is_none();
    }
}
