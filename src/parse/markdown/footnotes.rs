//! Footnotes: numbered by their first reference, and gathered at the end.

use std::collections::HashMap;

use crate::model::{Phrase, Piece};

use super::blocks::Block;
use super::output::Output;
use super::reader::Reader;

/// The footnotes of a body.
#[derive(Debug, Default)]
pub(super) struct Footnotes {
    notes: Vec<Note>,
    by_label: HashMap<String, usize>,
    /// How many have been referred to.
    numbered: u32,
    /// Definitions that are being read, and what was open around them.
    open: Vec<Open>,
}

#[derive(Debug, Default)]
struct Note {
    /// Its number, once something refers to it.
    number: Option<u32>,
    references: u32,
    /// What it says, once its definition was read.
    text: Option<Output>,
}

#[derive(Debug)]
struct Open {
    note: usize,
    out: Output,
    items: Vec<usize>,
}

impl Footnotes {
    fn note(&mut self, label: &str) -> usize {
        let next = self.notes.len();
        let index = *self.by_label.entry(label.to_lowercase()).or_insert(next);
        if index == next {
            self.notes.push(Note::default());
        }
        index
    }
}

fn anchor(number: u32) -> String {
    format!("fn-{number}")
}

/// The anchor of a reference to a note: the first has no number of its own.
fn back(number: u32, reference: u32) -> String {
    if reference == 1 { format!("fnref-{number}") } else { format!("fnref-{number}-{reference}") }
}

impl Reader<'_> {
    pub(super) fn footnote_reference(&mut self, label: &str) {
        if self.muted > 0 || self.image.is_some() {
            return;
        }
        let index = self.footnotes.note(label);
        let next = self.footnotes.numbered + 1;
        let note = &mut self.footnotes.notes[index];
        let number = *note.number.get_or_insert(next);
        self.footnotes.numbered = self.footnotes.numbered.max(number);
        note.references += 1;
        self.out.html("<sup");
        self.out.piece(Piece::Id(back(number, note.references)));
        self.out.html(">");
        // A link in a link is none.
        let linked = self.leaf.as_ref().is_some_and(|leaf| leaf.links == 0);
        if linked {
            self.out.html("<a");
            self.out.piece(Piece::Fragment(anchor(number)));
            self.out.piece(Piece::Said(Some("aria-label"), Phrase::Note(number)));
            self.out.html(">");
        }
        self.out.number(number);
        self.out.html(if linked { "</a></sup>" } else { "</sup>" });
    }

    pub(super) fn start_footnote(&mut self, label: &str) {
        let mut note = self.footnotes.note(label);
        let reading = self.footnotes.open.iter().any(|open| open.note == note);
        if reading || self.footnotes.notes[note].text.is_some() {
            // A second definition of one label: nothing refers to it, and nothing written is lost.
            note = self.footnotes.notes.len();
            self.footnotes.notes.push(Note::default());
        }
        let out = std::mem::take(&mut self.out);
        let items = std::mem::take(&mut self.items);
        self.footnotes.open.push(Open { note, out, items });
        self.blocks.push(Block::Footnote);
    }

    pub(super) fn end_footnote(&mut self) {
        self.blocks.pop();
        let Some(open) = self.footnotes.open.pop() else { return };
        let mut text = std::mem::replace(&mut self.out, open.out);
        text.unwrap_paragraph();
        self.footnotes.notes[open.note].text = Some(text);
        self.items = open.items;
    }

    /// Writes all notes: those that are referred to by their numbers, then the others.
    pub(super) fn footnote_section(&mut self) {
        let mut notes = std::mem::take(&mut self.footnotes.notes);
        notes.retain(|note| note.text.is_some());
        if notes.is_empty() {
            return;
        }
        notes.sort_by_key(|note| note.number.unwrap_or(u32::MAX));
        self.out.html("<section class=\"fn\"");
        self.out.piece(Piece::Said(Some("aria-label"), Phrase::Notes));
        self.out.html("><ol>\n");
        let mut last = 0;
        for note in notes {
            let number = note.number.unwrap_or(last + 1);
            last = number;
            self.out.html("<li");
            self.out.piece(Piece::Id(anchor(number)));
            self.out.html(">");
            self.out.append(note.text.unwrap_or_default());
            for reference in 1..=note.references {
                self.out.html(" <a");
                self.out.piece(Piece::Fragment(back(number, reference)));
                self.out.piece(Piece::Said(Some("aria-label"), Phrase::BackTo(number, reference)));
                self.out.html(">");
                self.out.piece(Piece::Said(None, Phrase::Back));
                self.out.html("</a>");
            }
            self.out.html("</li>\n");
        }
        self.out.html("</ol></section>\n");
    }
}
