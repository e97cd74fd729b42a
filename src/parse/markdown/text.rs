//! Stretches of text, and what is looked for in them beside Markdown: highlights, tags, bare addresses, block ids.
//!
//! Neighbouring events are joined as they were written, for an address or a tag may reach over several; then what is
//! hidden (boxes, fields, markers, comments) is cut out.

use std::borrow::Cow;
use std::ops::Range;

use linkify::{LinkFinder, LinkKind};

use crate::model::Piece;

use super::inline::Mark;
use super::output::Slot;
use super::reader::Reader;

/// The longest bare address; joining longer ones would take time that grows with their square.
const LONGEST_ADDRESS: usize = 2000;

impl Reader<'_> {
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
        word.len() < LONGEST_ADDRESS && (word.contains("://") || word.starts_with("www."))
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
        // A page shows several blanks as one; how many there were would tell how long a comment was.
        let text = single_spaced(text);
        self.plain.push_str(&text);
        self.out.text(&text);
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
        self.hide(range.start, std::iter::once(start..range.start + text.len()));
        self.found.blocks.push(id.to_owned());
        Some(format!("^{id}"))
    }

    /// Writes the anchor that a paragraph or an item's line ends with.
    pub(super) fn anchor_block(&mut self, range: &Range<usize>) {
        if let Some(anchor) = self.block_id(range) {
            self.place_anchor(anchor);
        }
    }

    /// Writes a place that links can lead to.
    pub(super) fn place_anchor(&mut self, id: String) {
        self.out.html("<span");
        self.out.piece(Piece::Id(id));
        self.out.html("></span>");
    }
}

/// The text with one space for several.
pub(super) fn single_spaced(text: &str) -> Cow<'_, str> {
    if !text.contains("  ") {
        return Cow::Borrowed(text);
    }
    let mut spaced = String::with_capacity(text.len());
    for c in text.chars() {
        if c != ' ' || !spaced.ends_with(' ') {
            spaced.push(c);
        }
    }
    Cow::Owned(spaced)
}

fn may_hold_address(text: &str) -> bool {
    let bytes = text.as_bytes();
    memchr::memchr_iter(b':', bytes).any(|at| bytes[at..].starts_with(b"://"))
        || memchr::memchr_iter(b'w', bytes).any(|at| bytes[at..].starts_with(b"www."))
}

/// Whether a `#` behind this character can begin a tag: behind space or an opening mark.
fn may_precede_tag(before: char) -> bool {
    before.is_whitespace() || "(*_~=[{\"'“‘«„—–>|\u{1}".contains(before)
}

/// The tag that `text` begins with, without its `#`, as Obsidian has it: it needs more than digits.
fn tag_at(text: &str) -> Option<&str> {
    // Beyond ASCII nearly everything is part of a tag, emoji too; spaces and marks of punctuation are not.
    let is_mark = |c: char| {
        matches!(c, '\u{2000}'..='\u{200c}' | '\u{200e}'..='\u{206f}' | '\u{3000}'..='\u{303f}') || "«»·¿¡".contains(c)
    };
    let belongs = |c: char| {
        c.is_alphanumeric() || matches!(c, '_' | '-' | '/') || !(c.is_ascii() || c.is_whitespace() || is_mark(c))
    };
    let ends = |c: char| !belongs(c);
    let end = text.find(ends).unwrap_or(text.len());
    let tag = text[..end].trim_end_matches('/');
    tag.chars().any(|c| !c.is_numeric() && c != '/').then_some(tag)
}
