//! Raw HTML: shown as text, taken over as it is, or cleaned.
//!
//! Cleaning looks at one tag at a time, for an element may span many events of Markdown (`<details>`, blocks of
//! Markdown, `</details>`). Elements that may stand go on the same stacks as Markdown's own: an inline element ends
//! with its block at the latest, a block with the container it stands in, and an end tag that matches nothing open is
//! left out. So the result is balanced whatever was written, and what is not in the tables of `elements` never passes.

use std::ops::Range;

use html5gum::{DefaultEmitter, HtmlString, StartTag, Token, Tokenizer};

use crate::model::settings::Html;
use crate::model::{Naming, Piece, Purpose};

use super::DEEPEST;
use super::blocks::Block;
use super::elements::{Holds, address_attribute, element, holds, is_plain_attribute, parents, takes_its_content_along};
use super::inline::Inline;
use super::links::{Destination, destination};
use super::reader::Reader;

impl Reader<'_> {
    /// Takes a tag, comment or the like within text.
    pub(super) fn inline_html(&mut self, html: &str, range: &Range<usize>) {
        if self.image.is_some() {
            return;
        }
        match self.settings.html {
            Html::Escape => self.shown(html),
            Html::Allow if self.muted > 0 => {}
            Html::Allow => self.allowed(html, range),
            Html::Sanitize => {
                for token in tokens(html) {
                    match token {
                        Token::StartTag(tag) => self.open_raw_inline(&tag, range),
                        Token::EndTag(tag) => self.close_raw_inline(&text(&tag.name)),
                        _ => {}
                    }
                }
            }
        }
    }

    /// Takes a block of HTML, now that all of it is known.
    pub(super) fn end_html(&mut self, range: &Range<usize>) {
        let html = self.raw_html.take().unwrap_or_default();
        match self.settings.html {
            Html::Escape => {
                if !html.trim().is_empty() {
                    self.out.html("<p>");
                    self.out.text(html.trim());
                    self.out.html("</p>\n");
                }
            }
            Html::Allow => self.allowed(&html, range),
            Html::Sanitize => self.clean_block(&html, range),
        }
    }

    /// Writes HTML as it is, but for addresses in the journal, which only the page knows.
    fn allowed(&mut self, html: &str, range: &Range<usize>) {
        let mut done = 0;
        for token in tokens(html) {
            let Token::StartTag(tag) = token else { continue };
            let leads_home = tag.attributes.iter().any(|(name, value)| {
                address_attribute(&text(name)).is_some()
                    && matches!(destination(&text(value)), Destination::Journal { .. })
            });
            if !leads_home || tag.span.start < done {
                continue;
            }
            self.out.html(html.get(done..tag.span.start).unwrap_or_default());
            self.out.html("<");
            self.out.html(&text(&tag.name));
            for (name, value) in &tag.attributes {
                let (name, value) = (text(name), text(value));
                match (address_attribute(&name), destination(&value)) {
                    (Some(known), Destination::Journal { target, fragment }) => {
                        self.journal_attribute(known, target, fragment, range);
                    }
                    _ => self.attribute(&name, &value),
                }
            }
            self.out.html(if tag.self_closing { " />" } else { ">" });
            done = tag.span.end;
        }
        self.out.html(html.get(done..).unwrap_or_default());
    }

    fn clean_block(&mut self, html: &str, range: &Range<usize>) {
        // What is inside an element that may not be there, up to its end.
        let mut within: Option<String> = None;
        for token in tokens(html) {
            match token {
                Token::EndTag(tag) if within.is_some() => {
                    within = within.filter(|name| *name != text(&tag.name));
                }
                _ if within.is_some() => {}
                Token::StartTag(tag) => {
                    let name = text(&tag.name);
                    if !takes_its_content_along(&name) {
                        self.open_raw_block(&name, &tag, range);
                    } else if !tag.self_closing && !matches!(name.as_str(), "embed" | "param" | "frame") {
                        within = Some(name);
                    }
                }
                Token::EndTag(tag) => self.close_raw_block(&text(&tag.name)),
                Token::String(string) => self.out.text(&text(&string)),
                Token::Comment(_) | Token::Doctype(_) | Token::Error(_) => {}
            }
        }
        // Markdown goes on in what holds blocks; the rest ends here.
        while let Some(Block::Raw(name)) = self.blocks.last()
            && holds(name) != Holds::Blocks
        {
            self.pop_raw_block();
        }
    }

    fn open_raw_block(&mut self, name: &str, tag: &StartTag<usize>, range: &Range<usize>) {
        let Some((name, content)) = element(name) else { return };
        let raw = || {
            self.blocks.iter().rev().map_while(|block| match block {
                Block::Raw(name) => Some(*name),
                _ => None,
            })
        };
        // An element ends others: an item the one before it, a block a paragraph.
        let ended = match parents(name) {
            Some(parents) => match raw().position(|open| parents.contains(&open)) {
                Some(position) => position,
                None => return,
            },
            None if matches!(content, Holds::Text | Holds::Nothing) => 0,
            None => raw()
                .position(|open| matches!(holds(open), Holds::Blocks | Holds::Parts))
                .unwrap_or_else(|| raw().count()),
        };
        if name == "a" && raw().any(|open| open == "a") {
            return;
        }
        for _ in 0..ended {
            self.pop_raw_block();
        }
        let empty = matches!(content, Holds::Nothing | Holds::NothingBlock);
        if !empty && self.blocks.len() + 1 >= DEEPEST {
            return;
        }
        self.raw_tag(name, tag, range);
        if !empty {
            self.blocks.push(Block::Raw(name));
            self.raw_blocks += 1;
        }
    }

    fn close_raw_block(&mut self, name: &str) {
        let depth = self.blocks.iter().rev().take_while(|block| matches!(block, Block::Raw(_)));
        let found = depth.enumerate().find(|(_, block)| matches!(block, Block::Raw(open) if *open == name));
        if let Some((position, _)) = found {
            for _ in 0..=position {
                self.pop_raw_block();
            }
        }
    }

    fn pop_raw_block(&mut self) {
        if let Some(Block::Raw(name)) = self.blocks.pop_if(|block| matches!(block, Block::Raw(_))) {
            self.raw_blocks -= 1;
            self.out.html("</");
            self.out.html(name);
            self.out.html(">");
        }
    }

    /// Closes what raw HTML left open in the innermost container.
    pub(super) fn close_raw_blocks(&mut self) {
        while let Some(Block::Raw(_)) = self.blocks.last() {
            self.pop_raw_block();
        }
    }

    /// Whether a block may be written here.
    pub(super) fn can_hold_blocks(&self) -> bool {
        match self.blocks.last() {
            Some(Block::List(_)) => false,
            Some(Block::Tagged(end)) => !matches!(*end, "</table></div>" | "</dl>"),
            _ => true,
        }
    }

    fn open_raw_inline(&mut self, tag: &StartTag<usize>, range: &Range<usize>) {
        let name = text(&tag.name);
        if takes_its_content_along(&name) {
            if let Some(name) = ["iframe", "math", "noscript", "object", "script", "style", "svg", "template", "xmp"]
                .into_iter()
                .find(|known| *known == name && !tag.self_closing)
            {
                self.push_inline(Inline::MutedRaw(name));
            }
            return;
        }
        let Some((name, content)) = element(&name) else { return };
        let in_place = parents(name).is_none_or(|parents| {
            let open = self.leaf.as_ref().and_then(|leaf| leaf.stack.last());
            matches!(open, Some(Inline::Raw(open)) if parents.contains(open))
        });
        let nested_link = name == "a" && self.is_in_link();
        if !in_place || nested_link || !self.shows_tags() || !matches!(content, Holds::Text | Holds::Nothing) {
            return;
        }
        self.raw_tag(name, tag, range);
        if content == Holds::Text {
            self.push_inline(Inline::Raw(name));
        }
    }

    fn close_raw_inline(&mut self, name: &str) {
        let Some(leaf) = &self.leaf else { return };
        let raw = leaf.stack.iter().rev().map_while(|open| match open {
            Inline::Raw(name) | Inline::MutedRaw(name) => Some(*name),
            _ => None,
        });
        let Some(position) = raw.into_iter().position(|open| open == name) else { return };
        for _ in 0..=position {
            self.pop_inline();
        }
    }

    /// Writes a start tag with what may stand of its attributes.
    fn raw_tag(&mut self, name: &'static str, tag: &StartTag<usize>, range: &Range<usize>) {
        let value =
            |wanted: &str| tag.attributes.iter().find(|(name, _)| text(name) == wanted).map(|(_, value)| text(value));
        if name == "img"
            && let Some(Destination::Away(address)) = value("src").map(|source| destination(&source))
        {
            // Nothing is asked of another site: what it would show is linked to.
            let shown = value("alt").filter(|alt| !alt.is_empty()).unwrap_or_else(|| address.clone());
            let linked = !self.is_in_link() && !self.blocks.iter().any(|block| matches!(block, Block::Raw("a")));
            if linked {
                self.open_anchor(&address, "");
            }
            self.out.text(&shown);
            self.out.html(if linked { "</a>" } else { "" });
            return;
        }
        self.out.html("<");
        self.out.html(name);
        for (attribute, value) in &tag.attributes {
            let (attribute, value) = (text(attribute), text(value));
            if let Some(known) = address_attribute(&attribute) {
                match destination(&value) {
                    Destination::Journal { target, fragment } => {
                        self.journal_attribute(known, target, fragment, range);
                    }
                    Destination::Away(address) if name == "a" && known == "href" => {
                        self.out.html(" href=\"");
                        self.out.address(&address);
                        self.out.html("\"");
                    }
                    Destination::Data(address) if name == "img" && known == "src" => {
                        self.out.html(" src=\"");
                        self.out.address(&address);
                        self.out.html("\"");
                    }
                    _ => {}
                }
            } else if attribute == "id" && !value.trim().is_empty() {
                let anchor = self.anchor(value.trim());
                self.out.piece(Piece::Id(anchor));
            } else if is_plain_attribute(&attribute) {
                self.attribute(&attribute, &value);
            }
        }
        self.out.html(">");
    }

    fn attribute(&mut self, name: &str, value: &str) {
        self.out.html(" ");
        self.out.html(name);
        if !value.is_empty() {
            self.out.html("=\"");
            self.out.text(value);
            self.out.html("\"");
        }
    }

    fn journal_attribute(
        &mut self,
        name: &'static str,
        target: String,
        fragment: Option<String>,
        range: &Range<usize>,
    ) {
        let purpose = if name == "href" { Purpose::Reference } else { Purpose::Embed };
        let link = self.note_link(Naming::Path, purpose, (target, fragment), range);
        self.out.piece(Piece::Attribute { name, link });
    }
}

/// The tokens of a stretch of HTML.
fn tokens(html: &str) -> impl Iterator<Item = Token<usize>> {
    let mut emitter = DefaultEmitter::<usize>::new_with_span();
    emitter.naively_switch_states(true);
    Tokenizer::new_with_emitter(html, emitter).filter_map(Result::ok)
}

fn text(bytes: &HtmlString) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}
