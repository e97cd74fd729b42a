//! Text and what stands in it: emphasis, highlights, tags, bare addresses, comments, block ids.
//!
//! What is not Markdown's own is looked for in stretches of text as it was written, where neighbouring events are
//! joined: an address or a tag may reach over several.

use std::ops::Range;

use linkify::{LinkFinder, LinkKind};
use pulldown_cmark::{Event, Tag};
use unicode_segmentation::UnicodeSegmentation;

use crate::model::Piece;

use super::DEEPEST;
use super::blocks::Block;
use super::output::{Position, Slot};
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
    marks: Vec<Mark>,
    /// The title of the image that was shown last.
    pub(super) caption: Option<String>,
}

/// What kind of block it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Paragraph { slot: usize, first_of_item: bool },
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
struct Mark {
    depth: usize,
    slot: usize,
    plain: usize,
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

    /// Takes text that stands in the source as it is.
    pub(super) fn words(&mut self, range: Range<usize>) {
        if self.pending.end == range.start && !self.pending.is_empty() {
            self.pending.end = range.end;
        } else {
            self.flush();
            self.pending = range;
        }
    }

    /// Takes text that stands for something else in the source: an entity, a quotation mark, an escaped character.
    pub(super) fn replaced(&mut self, text: &str, range: Range<usize>) {
        let joined = self.pending.end == range.start && !self.pending.is_empty();
        // A dash or an apostrophe in an address is part of the address.
        if joined && matches!(text, "–" | "—" | "…" | "‘" | "’" | "“" | "”") && self.is_in_address() {
            self.pending.end = range.end;
            return;
        }
        self.flush();
        self.show_comments(range.start);
        if !self.is_hidden(&range) {
            self.shown(text);
        }
    }

    fn is_in_address(&self) -> bool {
        let text = &self.text[self.pending.clone()];
        let word = text.rsplit(char::is_whitespace).next().unwrap_or_default();
        word.contains("://") || word.starts_with("www.")
    }

    /// Writes text as it is.
    pub(super) fn shown(&mut self, text: &str) {
        if self.muted > 0 {
            return;
        }
        if let Some(image) = &mut self.image {
            image.alt.push_str(text);
            return;
        }
        self.plain.push_str(text);
        self.out.text(text);
    }

    /// Writes the text that waits, without what is hidden in it.
    pub(super) fn flush(&mut self) {
        let range = std::mem::replace(&mut self.pending, 0..0);
        let mut at = range.start;
        while at < range.end {
            if let Some(comment) = self.comments.as_slice().first().map(|comment| comment.range.clone())
                && comment.start <= at
            {
                self.show_comments(at + 1);
                if self.comments.as_slice().first().is_some_and(|next| next.range == comment) {
                    // It can't be shown here, but its room is no text.
                    self.stretch(at.max(comment.end)..range.end);
                    return;
                }
                at = at.max(comment.end);
                continue;
            }
            let stop = self.comments.as_slice().first().map_or(range.end, |comment| comment.range.start.min(range.end));
            self.stretch(at..stop);
            at = stop;
        }
    }

    /// Writes a stretch of text, without what is hidden in it.
    fn stretch(&mut self, range: Range<usize>) {
        let mut at = range.start;
        while at < range.end {
            let hidden = self.hidden.iter().find(|hidden| hidden.end > at && hidden.start < range.end).cloned();
            let stop = hidden.as_ref().map_or(range.end, |hidden| hidden.start.max(at));
            if at < stop {
                self.prose(at..stop);
            }
            at = hidden.map_or(range.end, |hidden| hidden.end);
        }
    }

    /// Whether all of a range is hidden.
    pub(super) fn is_hidden(&self, range: &Range<usize>) -> bool {
        self.hidden.iter().any(|hidden| hidden.start <= range.start && range.end <= hidden.end)
    }

    /// Hides more; what is behind `from` is forgotten.
    pub(super) fn hide(&mut self, from: usize, ranges: impl IntoIterator<Item = Range<usize>>) {
        self.hidden.retain(|hidden| hidden.end > from);
        self.hidden.extend(ranges.into_iter().filter(|range| !range.is_empty()));
        self.hidden.sort_by_key(|hidden| hidden.start);
    }

    fn prose(&mut self, mut range: Range<usize>) {
        let whole = self.text;
        if self.muted > 0 || self.image.is_some() {
            self.shown(&whole[range]);
            return;
        }
        let Some(leaf) = &self.leaf else { return };
        if leaf.start == self.out.position() {
            range.start = range.end - whole[range.clone()].trim_start_matches([' ', '\t', '\u{1}']).len();
        }
        let text = &whole[range.clone()];
        let mut done = 0;
        if leaf.links == 0 && may_hold_address(text) {
            let mut finder = LinkFinder::new();
            finder.kinds(&[LinkKind::Url]).url_must_have_scheme(false);
            for link in finder.links(text) {
                let address = link.as_str();
                let prefix = if address.starts_with("www.") { "https://" } else { "" };
                if prefix.is_empty() && !["http://", "https://"].iter().any(|scheme| address.starts_with(scheme)) {
                    continue;
                }
                self.marked(range.start + done..range.start + link.start());
                self.out.html("<a href=\"");
                self.out.html(prefix);
                self.out.address(address);
                self.out.html("\">");
                self.shown(address);
                self.out.html("</a>");
                done = link.end();
            }
        }
        self.marked(range.start + done..range.end);
    }

    /// Writes text with its highlights and tags.
    fn marked(&mut self, range: Range<usize>) {
        let whole = self.text;
        let text = &whole[range.clone()];
        let (mut done, mut at) = (0, 0);
        while let Some(found) = memchr::memchr2(b'=', b'#', &text.as_bytes()[at..]).map(|found| at + found) {
            let rest = &text[found..];
            if rest.starts_with('=') {
                let run = rest.len() - rest.trim_start_matches('=').len();
                at = found + run;
                if run == 2 {
                    self.shown(&text[done..found]);
                    let begin = range.start + found;
                    let is_word = |c: Option<char>| c.is_some_and(|c| !c.is_whitespace());
                    let closes = is_word(whole[..begin].chars().next_back());
                    let opens = is_word(whole[begin + 2..].chars().next());
                    self.highlight(opens, closes);
                    done = at;
                }
                continue;
            }
            at = found + 1;
            let free = whole[..range.start + found].chars().next_back().is_none_or(may_precede_tag);
            if let Some(tag) = tag_at(&rest[1..]).filter(|_| free) {
                self.shown(&text[done..found]);
                self.out.html("<span class=\"tag\">");
                at += tag.len();
                done = at;
                self.shown(&text[found..at]);
                self.out.html("</span>");
                self.tag(tag);
            }
        }
        self.shown(&text[done..]);
    }

    /// Notes a tag, once.
    fn tag(&mut self, tag: &str) {
        if self.known_tags.insert(tag.to_lowercase()) {
            self.found.tags.push(tag.to_owned());
        }
    }

    /// Takes `==`: the end of a highlight, or perhaps the beginning of one.
    fn highlight(&mut self, opens: bool, closes: bool) {
        let Some(leaf) = &mut self.leaf else { return };
        let depth = leaf.stack.len();
        if closes && let Some(mark) = leaf.marks.pop_if(|mark| mark.depth == depth) {
            self.out.set(mark.slot, Slot::Html("<mark>"));
            self.out.html("</mark>");
            self.plain.replace_range(mark.plain..mark.plain + 2, "");
        } else if opens {
            let slot = self.out.slot("==");
            leaf.marks.push(Mark { depth, slot, plain: self.plain.len() });
            self.plain.push_str("==");
        } else {
            self.shown("==");
        }
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
            Event::SoftBreak | Event::HardBreak => self.line_break(matches!(event, Event::HardBreak)),
            Event::InlineMath(formula) => self.formula(&formula, false, &range),
            Event::DisplayMath(formula) => self.formula(&formula, true, &range),
            Event::InlineHtml(html) => self.inline_html(&html, &range),
            Event::FootnoteReference(label) => self.footnote_reference(&label),
            _ => {}
        }
    }

    fn line_break(&mut self, hard: bool) {
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
            self.out.html(" class=\"private\">");
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

    /// The block id at the end of a paragraph or of an item's line: noted, hidden, and given back as an anchor.
    fn block_id(&mut self, range: &Range<usize>) -> Option<String> {
        let text = self.text.get(range.clone())?.trim_end();
        let before = text.trim_end_matches(|c: char| c.is_ascii_alphanumeric() || c == '-');
        let id = &text[before.len()..];
        let before = before.strip_suffix('^').filter(|_| !id.is_empty())?;
        if !before.is_empty() && !before.ends_with([' ', '\t', '\n']) {
            return None;
        }
        let start = range.start + before.trim_end_matches([' ', '\t']).len();
        self.hide(range.start, [start..range.start + text.len()]);
        self.found.blocks.push(id.to_owned());
        Some(format!("^{id}"))
    }

    /// Writes the anchor that a paragraph or an item's line ends with.
    pub(super) fn anchor_block(&mut self, range: &Range<usize>) {
        if let Some(anchor) = self.block_id(range) {
            self.out.html("<span");
            self.out.piece(Piece::Id(anchor));
            self.out.html("></span>");
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
                self.out.set(slot, Slot::Html("<div class=\"embed\">"));
                self.out.html("</div>\n");
            }
            None if self.out.is_empty_since(leaf.start) => self.out.set(slot, Slot::Html("")),
            None => {
                let end = self.out.slot("</p>");
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

fn may_hold_address(text: &str) -> bool {
    memchr::memchr(b':', text.as_bytes()).is_some_and(|_| text.contains("://")) || text.contains("www.")
}

/// Whether a `#` behind this character can begin a tag: behind space or an opening mark.
fn may_precede_tag(before: char) -> bool {
    before.is_whitespace() || "(*_~=[{\"'“‘«„—–>|\u{1}".contains(before)
}

/// The tag that `text` begins with, without its `#`, as Obsidian has it: it needs more than digits.
fn tag_at(text: &str) -> Option<&str> {
    let ends = |c: char| {
        let word = c.is_alphanumeric() || matches!(c, '_' | '-' | '/');
        let other = !c.is_ascii() && !c.is_whitespace() && !matches!(c, '\u{2000}'..='\u{200c}' | '\u{200e}'..='\u{206f}' | '\u{3000}'..='\u{303f}' | '«' | '»' | '·' | '¿' | '¡' | '…');
        !(word || other)
    };
    let end = text.find(ends).unwrap_or(text.len());
    let tag = text[..end].trim_end_matches('/');
    tag.chars().any(|c| !c.is_numeric() && c != '/').then_some(tag)
}

/// How many words a text has; in scripts without spaces, about as many as a reader sees.
fn count_words(text: &str) -> u32 {
    let count = if text.is_ascii() {
        let word = |word: &&str| word.bytes().any(|byte| byte.is_ascii_alphanumeric());
        text.split_ascii_whitespace().filter(word).count()
    } else {
        text.unicode_words().count()
    };
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// The most characters a summary has.
const LONGEST_SUMMARY: usize = 200;

/// The beginning of a text, whole words, with `…` if there is more.
fn summary(text: &str) -> String {
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let words: String = words.chars().filter(|c| !c.is_control()).collect();
    let Some((end, _)) = words.char_indices().nth(LONGEST_SUMMARY) else { return words };
    // Room for the mark, and no half word unless the word is all there is.
    let room = words[..end].char_indices().next_back().map_or(0, |(at, _)| at);
    let kept = words[..end].rfind(' ').map_or(&words[..room], |at| &words[..at]);
    format!("{}…", kept.trim_end_matches([' ', ',', ';', ':', '.', '–', '—', '-']))
}
