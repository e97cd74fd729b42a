//! Headings: anchors, the outline, the title, and the sections that steps stand in.

use std::ops::Range;

use pulldown_cmark::HeadingLevel;

use crate::model::{Gate, Heading, Piece, slug};
use crate::parse::steps::{self, GateLine};

use super::inline::Kind;
use super::output::Position;
use super::plain::tidy;
use super::reader::Reader;

/// The heading that is open.
#[derive(Debug)]
pub(super) struct OpenHeading {
    level: u8,
    id: Option<String>,
    line: u32,
    gate: Option<GateLine>,
    /// Where its source begins.
    source: usize,
    /// Whether it is the first block of the body.
    first: bool,
    before: Position,
    links: usize,
}

/// Where steps are.
#[derive(Debug, Default)]
pub(super) struct Sections {
    current: Option<u32>,
    /// Headings around the current place: their levels, and whether steps under them are checkpoints.
    open: Vec<(u8, bool)>,
}

impl Sections {
    /// The nearest heading.
    pub(super) fn current(&self) -> Option<u32> {
        self.current
    }

    /// Whether every step here is a checkpoint.
    pub(super) fn of_checkpoints(&self) -> bool {
        self.open.last().is_some_and(|(_, checkpoints)| *checkpoints)
    }

    fn enter(&mut self, index: u32, level: u8, checkpoints: bool) {
        while self.open.pop_if(|(outer, _)| *outer >= level).is_some() {}
        let checkpoints = checkpoints || self.of_checkpoints();
        self.open.push((level, checkpoints));
        self.current = Some(index);
    }
}

impl Reader<'_> {
    pub(super) fn start_heading(&mut self, level: HeadingLevel, id: Option<&str>, range: &Range<usize>) {
        let line = self.line_from(range.start);
        let marks =
            self.text[line.clone()].trim_start_matches(' ').trim_start_matches('#').trim_start_matches([' ', '\t']);
        let source = line.end - marks.len();
        let gate = steps::read_gate(marks.trim_end(), &self.settings.statuses).filter(|_| self.is_top());
        self.heading = Some(OpenHeading {
            level: level as u8,
            id: id.map(str::to_owned),
            line: self.source.line_at(range.start + self.from),
            source,
            first: !self.begun && self.is_top(),
            before: self.out.position(),
            links: self.found.links.len(),
            gate: None,
        });
        if let Some(gate) = gate {
            let hidden: Vec<_> = gate.hidden.iter().map(|hidden| hidden.start + source..hidden.end + source).collect();
            self.hide(source, hidden);
            if let Some(heading) = &mut self.heading {
                heading.gate = Some(gate);
            }
        }
        let index = u32::try_from(self.found.outline.len()).unwrap_or(u32::MAX);
        self.out.piece(Piece::HeadingStart(index));
        self.leaf = Some(self.new_leaf(Kind::Heading));
    }

    pub(super) fn end_heading(&mut self) {
        self.close_leaf();
        let Some(heading) = self.heading.take() else { return };
        let text = tidy(&self.plain);
        if heading.level == 1 && self.is_top() && self.found.title.is_none() {
            self.found.title = Some(text.clone()).filter(|text| !text.is_empty());
            // Further down it is a part of the text, too, and stays there.
            if heading.first && self.front_title.is_none_or(|title| title.trim() == text) {
                self.out.cut(heading.before);
                self.found.links.truncate(heading.links);
                return;
            }
        }
        let index = u32::try_from(self.found.outline.len()).unwrap_or(u32::MAX);
        self.out.piece(Piece::HeadingEnd(index));
        if self.is_top() {
            let named = |name: &String| name.trim().to_lowercase() == text.to_lowercase();
            let checkpoints = self.settings.checkpoint_headings.iter().any(named);
            self.sections.enter(index, heading.level, checkpoints);
        }
        if let Some(gate) = heading.gate {
            for remark in gate.remarks {
                self.remark(remark, heading.source);
            }
            let GateLine { title, state, fields, .. } = gate;
            self.found.gates.push(Gate { section: index, title, state, fields });
        }
        let id = self.anchor(&heading.id.unwrap_or_else(|| slug(&text)));
        self.found.outline.push(Heading { level: heading.level, id, text, line: heading.line });
    }

    /// An anchor like `wanted` that nothing in the body has, nor the page around it.
    pub(super) fn anchor(&mut self, wanted: &str) -> String {
        let clean = |c: char| if c.is_whitespace() || c.is_control() || "\"<>&".contains(c) { '-' } else { c };
        let wanted: String = wanted.chars().map(clean).collect();
        let taken = ["fn-", "fnref-", "step-"].iter().any(|prefix| wanted.starts_with(prefix));
        let base = match wanted.as_str() {
            "" => "section".to_owned(),
            _ if taken => format!("h-{wanted}"),
            _ => wanted,
        };
        let first = u32::from(base == "main");
        let mut count = *self.anchors.entry(base.clone()).or_insert(first);
        loop {
            count += 1;
            let anchor = if count == 1 { base.clone() } else { format!("{base}-{count}") };
            let free = anchor == base || !self.anchors.contains_key(&anchor);
            if free {
                if anchor != base {
                    self.anchors.insert(anchor.clone(), 1);
                }
                self.anchors.insert(base, count);
                return anchor;
            }
        }
    }
}
