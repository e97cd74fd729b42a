//! Lists: which items are steps, which are groups of steps, and what stands under what.
//!
//! Whether a plain item is a group is only known when a step comes below it, so its tags stand in slots until then.

use std::borrow::Cow;
use std::ops::Range;

use crate::model::{Group, Parent, Piece, Step};
use crate::parse::steps::{self, StepLine};

use super::blocks::Block;
use super::output::Slot;
use super::plain::tidy;
use super::reader::Reader;
use super::text::single_spaced;

/// What the line of an item says.
pub(super) type Found = steps::Item;

/// A list that is open.
#[derive(Debug, Clone, Copy)]
pub(super) struct List {
    number: u32,
    /// Where the class of its tag goes; none when it is not shown.
    class: Option<usize>,
    ordered: bool,
}

/// An item that is open.
#[derive(Debug)]
pub(super) struct Item {
    list: List,
    role: Role,
    /// Nothing was in it yet.
    pub(super) fresh: bool,
    /// The slot of its tag.
    start: Option<usize>,
    /// The slot of its first paragraph's tag, in a loose list.
    pub(super) paragraph: Option<usize>,
    /// The slot at which its text ends.
    pub(super) text_end: Option<usize>,
    /// Its text, plain, once something else follows.
    text: Option<String>,
}

/// What an item is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Role {
    Plain,
    Step(u32),
    Group(u32),
}

impl Item {
    pub(super) fn is_step(&self) -> bool {
        matches!(self.role, Role::Step(_))
    }
}

impl Reader<'_> {
    pub(super) fn start_list(&mut self, first: Option<u64>, at: usize) {
        let number = self.lists;
        self.lists += 1;
        // A list without room for an item would be an empty one.
        let class = self.has_room(1, at).then(|| {
            self.out.html(if first.is_some() { "<ol" } else { "<ul" });
            let class = self.out.slot("");
            if let Some(first) = first.filter(|first| *first != 1) {
                self.out.html(" start=\"");
                self.out.number(first);
                self.out.html("\"");
            }
            self.out.html(">\n");
            class
        });
        self.blocks.push(Block::List(List { number, class, ordered: first.is_some() }));
    }

    pub(super) fn end_list(&mut self) {
        if let Some(Block::List(List { class: Some(_), ordered, .. })) = self.blocks.pop() {
            self.out.html(if ordered { "</ol>\n" } else { "</ul>\n" });
        }
    }

    pub(super) fn start_item(&mut self, range: &Range<usize>) {
        // An item that is indented with a tab begins, to pulldown-cmark, at the end of the line above it.
        let marker = self.text[range.start..].trim_start_matches([' ', '\t', '\r', '\n', '>']);
        let line = self.line_from(self.text.len() - marker.len());
        let found = steps::read_item(&self.text[line.clone()], &self.settings.statuses);
        self.fresh_item = Some((line, found));
    }

    /// Decides what the item is, now that its first content is known: `text` if that is text, which begins at `at`.
    pub(super) fn settle_item(&mut self, text: bool, at: usize) {
        let Some((line, found)) = self.fresh_item.take() else { return };
        let list = match self.blocks.last() {
            Some(Block::List(list)) => *list,
            _ => List { number: self.lists, class: None, ordered: false },
        };
        let on_line = text && at <= line.end;
        let mut item =
            Item { list, role: Role::Plain, fresh: true, start: None, paragraph: None, text_end: None, text: None };
        let shown = list.class.is_some();
        match found {
            Found::Step(step) if on_line => {
                let index = self.step(*step, &line, list);
                item.role = Role::Step(index);
                if shown {
                    self.out.piece(Piece::StepStart(index));
                    let id = self.found.steps.items.last().and_then(|step| step.fields.block_id.clone());
                    if let Some(id) = id {
                        self.place_anchor(format!("^{id}"));
                    }
                }
            }
            found => {
                if let Found::Plain(Some(remark)) = found
                    && on_line
                {
                    self.remark(remark, line.start);
                }
                item.start = shown.then(|| self.out.slot("<li>"));
                if shown && on_line {
                    self.anchor_block(&line);
                }
                // Without text of its own, the text ends here; else where it does.
                item.text_end = shown.then(|| self.out.slot(""));
            }
        }
        self.items.push(self.blocks.len());
        self.blocks.push(if shown { Block::Item(item) } else { Block::HiddenItem(item) });
    }

    /// Notes a step, and that what it stands under are groups.
    fn step(&mut self, line: StepLine, range: &Range<usize>, list: List) -> u32 {
        let parent = self.parent_of_step();
        if let Some(class) = list.class {
            self.out.set(class, Slot::Html(" class=\"steps\""));
        }
        let index = u32::try_from(self.found.steps.items.len()).unwrap_or(u32::MAX);
        let hidden = line.hidden.iter().map(|hidden| hidden.start + range.start..hidden.end + range.start);
        let hidden: Vec<_> = hidden.collect();
        self.hide(range.start, hidden);
        for remark in line.remarks {
            self.remark(remark, range.start);
        }
        self.found.blocks.extend(line.fields.block_id.clone());
        self.found.steps.items.push(Step {
            state: line.state,
            symbol: line.symbol,
            important: line.important,
            line: self.source.line_at(range.start + self.from),
            plain: without_controls(&single_spaced(&line.text)),
            text: single_spaced(&line.text).into_owned(),
            fields: line.fields,
            checkpoint: line.checkpoint || self.sections.of_checkpoints(),
            parent,
            section: self.sections.current(),
            list: list.number,
        });
        index
    }

    /// What a step that begins here stands under. Plain items around it become groups: those around a step or group
    /// are settled already.
    fn parent_of_step(&mut self) -> Option<Parent> {
        let role = |reader: &Self, at: usize| match &reader.blocks[at] {
            Block::Item(item) | Block::HiddenItem(item) => item.role,
            _ => Role::Plain,
        };
        let settled = self.items.iter().rposition(|at| role(self, *at) != Role::Plain);
        let mut parent = settled.and_then(|position| match role(self, self.items[position]) {
            Role::Step(index) => Some(Parent::Step(index)),
            Role::Group(index) => Some(Parent::Group(index)),
            Role::Plain => None,
        });
        for position in settled.map_or(0, |position| position + 1)..self.items.len() {
            let index = u32::try_from(self.found.steps.groups.len()).unwrap_or(u32::MAX);
            let section = self.sections.current();
            if let Block::Item(item) | Block::HiddenItem(item) = &mut self.blocks[self.items[position]] {
                item.role = Role::Group(index);
                let text = item.text.take().unwrap_or_default();
                self.found.steps.groups.push(Group { text, parent, section });
                let piece = |slot: Option<usize>, piece: Piece| slot.map(|slot| (slot, Slot::Piece(piece)));
                let changes = [
                    piece(item.start, Piece::GroupStart(index)),
                    item.paragraph.map(|slot| (slot, Slot::Html(""))),
                    piece(item.text_end, Piece::GroupTextEnd(index)),
                    item.list.class.map(|slot| (slot, Slot::Html(" class=\"steps\""))),
                ];
                for (slot, change) in changes.into_iter().flatten() {
                    self.out.set(slot, change);
                }
            }
            parent = Some(Parent::Group(index));
        }
        parent
    }

    /// Ends the text of the item that is open.
    pub(super) fn end_item_text(&mut self) {
        let Some(Block::Item(item)) = self.blocks.last_mut() else { return };
        match item.role {
            Role::Step(index) => {
                let plain: String = self.plain.split_whitespace().collect::<Vec<_>>().join(" ");
                let plain = without_controls(&plain);
                if let Some(step) = self.found.steps.items.get_mut(index as usize).filter(|_| !plain.is_empty()) {
                    step.plain = plain;
                }
                self.out.piece(Piece::StepTextEnd(index));
            }
            Role::Plain | Role::Group(_) => item.text_end = Some(self.out.slot("")),
        }
    }

    /// Something else than its text comes into the item: its text is complete, and may name a group.
    pub(super) fn complete_item_text(&mut self) {
        if let Some(Block::Item(item) | Block::HiddenItem(item)) = self.blocks.last_mut()
            && !item.fresh
            && item.role == Role::Plain
            && item.text.is_none()
        {
            item.text = Some(tidy(&self.plain));
        }
    }

    pub(super) fn end_item(&mut self) {
        self.items.pop();
        if let Some(Block::Item(_)) = self.blocks.pop() {
            self.out.html("</li>\n");
        }
    }
}

/// Characters in a box that mean something in Markdown and could pair with others far away.
const PAIRING: &[u8] = b"*_~$`\"'<&\\[^=!";

/// The text with boxes overwritten whose character could be taken for markup, so that `- [*] a*b` is not half
/// emphasised. The boxes themselves are read from the text as it was.
pub(super) fn with_plain_boxes(text: &str) -> Cow<'_, str> {
    let bytes = text.as_bytes();
    let is_box = |at: usize| {
        matches!(bytes.get(at..at + 3), Some([b'[', symbol, b']']) if PAIRING.contains(symbol))
            && matches!(bytes.get(at + 3), None | Some(b' ' | b'\t' | b'\r' | b'\n'))
            && at > 0
            && matches!(bytes[at - 1], b' ' | b'\t')
    };
    let boxes = memchr::memchr_iter(b'[', bytes).filter(|at| is_box(*at));
    let mut changed: Option<Vec<u8>> = None;
    for at in boxes {
        let before = bytes[..at].trim_ascii_end();
        let marked = matches!(before.last(), Some(b'-' | b'*' | b'+' | b'.' | b')'));
        if marked && !bytes[before.len()..at].contains(&b'\n') {
            changed.get_or_insert_with(|| bytes.to_vec())[at..at + 3].fill(1);
        }
    }
    changed.and_then(|bytes| String::from_utf8(bytes).ok()).map_or(Cow::Borrowed(text), Cow::Owned)
}

/// What a page can show: a NUL byte is text to Markdown, and nothing that HTML may hold.
fn without_controls(text: &str) -> String {
    text.chars().filter(|c| !c.is_control()).collect()
}
