//! Where the HTML of a body goes: one long text, with slots in it.
//!
//! A slot is a place that is looked at again: a piece that only the page can fill, or a tag that turns out to be
//! another one (`==` a `<mark>`, `<p>` a `<figure>`, a list item a group). So nothing already written is ever moved.

use pulldown_cmark_escape::escape_href;

use crate::model::{Body, Piece};

/// What stands in a slot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Slot {
    /// Something for the page.
    Piece(Piece),
    /// HTML after all.
    Html(&'static str),
}

/// A place in an output, to go back to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Position {
    html: usize,
    slots: usize,
}

/// HTML and the slots in it.
#[derive(Debug, Default)]
pub(super) struct Output {
    html: String,
    /// Slots with the offset in `html` before which they stand.
    slots: Vec<(usize, Slot)>,
}

impl Output {
    pub(super) fn with_capacity(bytes: usize) -> Self {
        Self { html: String::with_capacity(bytes), slots: Vec::with_capacity(bytes / 64) }
    }

    /// Appends HTML.
    pub(super) fn html(&mut self, html: &str) {
        self.html.push_str(html);
    }

    /// Appends text, escaped.
    pub(super) fn text(&mut self, text: &str) {
        escape(&mut self.html, text);
    }

    /// Appends the address of another site, escaped for a quoted attribute.
    pub(super) fn address(&mut self, address: &str) {
        // Writing to a string can't fail.
        let _ = escape_href(&mut self.html, address);
    }

    /// Appends a number.
    pub(super) fn number(&mut self, number: impl std::fmt::Display) {
        use std::fmt::Write as _;
        let _ = write!(self.html, "{number}");
    }

    /// Appends a piece.
    pub(super) fn piece(&mut self, piece: Piece) {
        self.slots.push((self.html.len(), Slot::Piece(piece)));
    }

    /// Appends HTML that may become something else later, and tells its number.
    pub(super) fn slot(&mut self, html: &'static str) -> usize {
        self.slots.push((self.html.len(), Slot::Html(html)));
        self.slots.len() - 1
    }

    /// Puts something else into a slot.
    pub(super) fn set(&mut self, number: usize, slot: Slot) {
        if let Some((_, old)) = self.slots.get_mut(number) {
            *old = slot;
        }
    }

    /// The end, as it is now.
    pub(super) fn position(&self) -> Position {
        Position { html: self.html.len(), slots: self.slots.len() }
    }

    /// Forgets all that follows a position.
    pub(super) fn cut(&mut self, position: Position) {
        self.html.truncate(position.html);
        self.slots.truncate(position.slots);
    }

    /// The slot behind a position, if that is all that is there.
    pub(super) fn only_slot_since(&self, position: Position) -> Option<&Slot> {
        let alone = self.html.len() == position.html && self.slots.len() == position.slots + 1;
        self.slots.last().filter(|_| alone).map(|(_, slot)| slot)
    }

    /// The slots behind a position.
    pub(super) fn slots_since(&self, position: Position) -> impl Iterator<Item = &Slot> {
        self.slots.iter().skip(position.slots).map(|(_, slot)| slot)
    }

    /// Whether anything stands behind a position.
    pub(super) fn is_empty_since(&self, position: Position) -> bool {
        self.position() == position
    }

    /// Whether the text so far ends without a space.
    pub(super) fn ends_in_word(&self) -> bool {
        self.html.ends_with(|c: char| !c.is_whitespace() && c != '>')
    }

    /// Takes spaces off the end, up to the last slot.
    pub(super) fn trim_end(&mut self) {
        let floor = self.slots.last().map_or(0, |(at, _)| *at);
        let kept = self.html.trim_end_matches([' ', '\t']).len().max(floor);
        self.html.truncate(kept);
    }

    /// Takes the tags off a paragraph that is all there is.
    pub(super) fn unwrap_paragraph(&mut self) {
        let paragraphs = self.slots.iter().filter(|(_, slot)| *slot == Slot::Html("<p>")).count();
        let begins = matches!(self.slots.first(), Some((0, Slot::Html("<p>"))));
        let ends = matches!(self.slots.last(), Some((at, Slot::Html("</p>"))) if self.html[*at..].trim().is_empty());
        if begins && ends && paragraphs == 1 {
            let last = self.slots.len() - 1;
            self.html.truncate(self.slots[last].0);
            self.slots.remove(last);
            self.slots.remove(0);
        }
    }

    /// Appends another output.
    pub(super) fn append(&mut self, other: Self) {
        let base = self.html.len();
        self.html.push_str(&other.html);
        self.slots.extend(other.slots.into_iter().map(|(at, slot)| (base + at, slot)));
    }

    /// The finished body: neighbouring stretches of HTML joined.
    pub(super) fn into_body(self) -> Body {
        let mut pieces = Vec::with_capacity(self.slots.len() * 2 + 1);
        let mut run = String::new();
        let mut done = 0;
        for (at, slot) in self.slots {
            run.push_str(&self.html[done..at]);
            done = at;
            match slot {
                Slot::Html(html) => run.push_str(html),
                Slot::Piece(piece) => {
                    if !run.is_empty() {
                        pieces.push(Piece::Html(std::mem::take(&mut run)));
                    }
                    pieces.push(piece);
                }
            }
        }
        run.push_str(&self.html[done..]);
        if !run.is_empty() {
            pieces.push(Piece::Html(run));
        }
        Body { pieces }
    }
}

/// What a byte of text needs: itself, an entity, or nothing at all. Control characters may not stand in HTML, and
/// `FILLER` of `comments` is one of them.
const fn replacement(byte: u8) -> Option<&'static str> {
    match byte {
        b'&' => Some("&amp;"),
        b'<' => Some("&lt;"),
        b'>' => Some("&gt;"),
        b'"' => Some("&quot;"),
        b'\t' | b'\n' => None,
        0..0x20 | 0x7f => Some(""),
        _ => None,
    }
}

const NEEDS_REPLACEMENT: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        table[byte] = replacement(byte.to_le_bytes()[0]).is_some();
        byte += 1;
    }
    table
};

/// Appends text to HTML, fit for elements and quoted attributes.
pub(super) fn escape(html: &mut String, text: &str) {
    let mut done = 0;
    for (at, byte) in text.bytes().enumerate() {
        if NEEDS_REPLACEMENT[usize::from(byte)] {
            html.push_str(&text[done..at]);
            html.push_str(replacement(byte).unwrap_or_default());
            done = at + 1;
        }
    }
    html.push_str(&text[done..]);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_escaped_and_control_characters_go() {
        let mut html = String::new();
        escape(&mut html, "a < b & \"c\" > d\u{1}\r\n\té\u{7f}");
        assert_eq!(html, "a &lt; b &amp; &quot;c&quot; &gt; d\n\té");
    }

    #[test]
    fn slots_stand_where_they_were_put_and_can_change() {
        let mut out = Output::default();
        out.html("<p>");
        let mark = out.slot("==");
        out.text("a");
        out.piece(Piece::LinkEnd(0));
        out.set(mark, Slot::Html("<mark>"));
        let mut inner = Output::default();
        inner.piece(Piece::LinkEnd(1));
        inner.html("z ");
        inner.trim_end();
        out.append(inner);
        let expected =
            [Piece::Html("<p><mark>a".into()), Piece::LinkEnd(0), Piece::LinkEnd(1), Piece::Html("z".into())];
        assert_eq!(out.into_body().pieces, expected);
    }
}
