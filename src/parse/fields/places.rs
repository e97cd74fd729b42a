//! Where the keys and values of YAML and JSON stand.
//!
//! `serde_yaml` tells no places, so they are found by a scanner that follows lines and indentation, and brackets where
//! there are any. It never decides what anything means: its findings are laid over the values that were read, and
//! where the two do not match the values get the place of the nearest thing above them that does. So a construction
//! that the scanner does not follow costs a less exact caret, nothing else.

use std::ops::Range;

use super::{Content, Node};

/// Lays places over a tree read from `block` of `text`.
pub(super) fn find(root: &mut Node, text: &str, block: Range<usize>) {
    let mut scanner = Scanner { text: &text[..block.end], at: block.start, depth: 0 };
    scanner.skip_document_start();
    let shape = scanner.node(0);
    // Nothing is known about the block as a whole: what is not found is shown on its first line.
    let nowhere = block.start..block.start;
    place(root, Some(&shape), text, &nowhere);
}

/// Something in the text.
#[derive(Debug)]
struct Shape {
    range: Range<usize>,
    below: Below,
}

#[derive(Debug)]
enum Below {
    Nothing,
    List(Vec<Shape>),
    Map(Vec<(Range<usize>, Shape)>),
}

fn place(node: &mut Node, shape: Option<&Shape>, text: &str, above: &Range<usize>) {
    node.range = shape.map_or(above, |shape| &shape.range).clone();
    node.exact = false;
    let below = shape.map_or(&Below::Nothing, |shape| &shape.below);
    let range = node.range.clone();
    match (&mut node.content, below) {
        (Content::List(items), Below::List(shapes)) if items.len() == shapes.len() => {
            node.exact = true;
            items.iter_mut().zip(shapes).for_each(|(item, shape)| place(item, Some(shape), text, &range));
        }
        (Content::List(items), _) => items.iter_mut().for_each(|item| place(item, None, text, &range)),
        (Content::Map(pairs), Below::Map(shapes)) => {
            let matching = pairs.len() == shapes.len();
            for (index, pair) in pairs.iter_mut().enumerate() {
                let written = |key: &Range<usize>| text[key.clone()].trim_matches(['"', '\'']) == pair.key;
                let found = if matching { shapes.get(index) } else { shapes.iter().find(|(key, _)| written(key)) };
                pair.place = found.map_or(&range, |(key, _)| key).clone();
                place(&mut pair.value, found.map(|(_, shape)| shape), text, &pair.place);
            }
        }
        (Content::Map(pairs), _) => {
            for pair in pairs {
                pair.place = range.clone();
                place(&mut pair.value, None, text, &range);
            }
        }
        (_, Below::Nothing) => node.exact = shape.is_some() && !text[range].starts_with('*'),
        (_, Below::List(_) | Below::Map(_)) => {}
    }
}

/// How deep the scanner follows.
const DEEPEST: usize = 64;

struct Scanner<'a> {
    /// The file up to the end of the block.
    text: &'a str,
    at: usize,
    depth: usize,
}

impl Scanner<'_> {
    fn rest(&self) -> &str {
        &self.text[self.at..]
    }

    fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn line_start(&self) -> usize {
        memchr::memrchr(b'\n', &self.text.as_bytes()[..self.at]).map_or(0, |newline| newline + 1)
    }

    fn line_end(&self) -> usize {
        memchr::memchr(b'\n', self.rest().as_bytes()).map_or(self.text.len(), |newline| self.at + newline)
    }

    fn column(&self) -> usize {
        self.at - self.line_start()
    }

    fn skip_spaces(&mut self) {
        self.at += self.rest().bytes().take_while(|byte| matches!(byte, b' ' | b'\t' | b'\r')).count();
    }

    /// Spaces, empty lines and comments.
    fn skip_blank(&mut self) {
        loop {
            self.skip_spaces();
            match self.byte() {
                Some(b'\n') => self.at += 1,
                Some(b'#') => self.at = self.line_end(),
                _ => return,
            }
        }
    }

    /// The rest of this line, and all lines below it that are indented more than `column`: where the last of them
    /// ends, if there is one.
    fn skip_below(&mut self, column: usize) -> Option<usize> {
        let mut end = None;
        loop {
            self.at = (self.line_end() + 1).min(self.text.len());
            self.skip_blank();
            if self.at == self.text.len() || self.column() <= column {
                return end;
            }
            end = Some(self.at + self.text[self.at..self.line_end()].trim_end().len());
        }
    }

    /// `journal.yaml` may begin with a mark, directives and `---`.
    fn skip_document_start(&mut self) {
        if self.rest().starts_with('\u{feff}') {
            self.at += '\u{feff}'.len_utf8();
        }
        self.skip_blank();
        while self.rest().starts_with('%') {
            self.at = self.line_end();
            self.skip_blank();
        }
        if self.rest().starts_with("---") {
            self.at += 3;
        }
    }

    /// `&anchor` and `!tag` before a value.
    fn skip_properties(&mut self) {
        while let Some(b'&' | b'!') = self.byte() {
            self.at += self.rest().bytes().take_while(|byte| !byte.is_ascii_whitespace()).count();
            self.skip_spaces();
        }
    }

    fn nothing(&self) -> Shape {
        Shape { range: self.at..self.at, below: Below::Nothing }
    }

    /// The value that begins here or on one of the next lines, indented by at least `column`.
    fn node(&mut self, column: usize) -> Shape {
        let before = self.at;
        self.skip_blank();
        self.skip_properties();
        self.skip_blank();
        if self.at == self.text.len() || self.column() < column || self.depth > DEEPEST {
            self.at = before;
            return self.nothing();
        }
        self.depth += 1;
        let shape = if self.is_dash() {
            self.list()
        } else if matches!(self.byte(), Some(b'[' | b'{')) {
            self.flow()
        } else if self.key().is_some() {
            self.map()
        } else {
            self.scalar(column.checked_sub(1))
        };
        self.depth -= 1;
        shape
    }

    /// `- ` begins an item.
    fn is_dash(&self) -> bool {
        let mut bytes = self.rest().bytes();
        bytes.next() == Some(b'-') && bytes.next().is_none_or(|byte| byte.is_ascii_whitespace())
    }

    fn list(&mut self) -> Shape {
        let (start, column) = (self.at, self.column());
        let mut items = Vec::new();
        while self.at < self.text.len() && self.column() == column && self.is_dash() {
            self.at += 1;
            items.push(self.node(column + 1));
            self.leave(column);
        }
        Shape { range: start..self.end_of_written(start), below: Below::List(items) }
    }

    fn map(&mut self) -> Shape {
        let (start, column) = (self.at, self.column());
        let mut pairs = Vec::new();
        while self.at < self.text.len() && self.column() == column {
            let Some((key, behind)) = self.key() else {
                self.skip_below(column);
                continue;
            };
            self.at = behind;
            let value = self.value(column);
            pairs.push((key, value));
            self.leave(column);
        }
        Shape { range: start..self.end_of_written(start), below: Below::Map(pairs) }
    }

    /// Goes to the next thing that is not below `column`, whatever is left of the value before it.
    fn leave(&mut self, column: usize) {
        self.skip_blank();
        if self.at < self.text.len() && self.column() > column {
            self.skip_below(column);
        }
    }

    /// The key at this place, and the offset behind its colon.
    fn key(&self) -> Option<(Range<usize>, usize)> {
        let line = &self.text[self.at..self.line_end()];
        let quote = line.bytes().next().filter(|byte| matches!(byte, b'"' | b'\''));
        let end = if let Some(quote) = quote {
            quoted_end(line, quote)?
        } else {
            let ends_key = |at: &usize| matches!(line.as_bytes().get(at + 1), None | Some(b' ' | b'\t' | b'\r'));
            let colon = line.match_indices(':').map(|(at, _)| at).find(ends_key)?;
            if line[..colon].contains(" #") {
                return None;
            }
            line[..colon].trim_end().len()
        };
        let gap = line[end..].bytes().take_while(|byte| *byte == b' ').count();
        let behind = line[end + gap..].strip_prefix(':')?;
        (behind.is_empty() || behind.starts_with([' ', '\t', '\r']))
            .then(|| (self.at..self.at + end, self.at + end + gap + 1))
    }

    /// The value behind the colon of a key in `column`.
    fn value(&mut self, column: usize) -> Shape {
        let behind = self.at;
        self.skip_spaces();
        self.skip_properties();
        match self.byte() {
            None | Some(b'\n' | b'#') => {
                self.skip_blank();
                // A list may stand right below its key.
                let least = if self.is_dash() { column } else { column + 1 };
                let shape = self.node(least);
                if shape.range.is_empty() { Shape { range: behind..behind, ..shape } } else { shape }
            }
            Some(b'[' | b'{') => self.flow(),
            Some(_) => self.scalar(Some(column)),
        }
    }

    /// A value that is no list and no map, held by something in `column`.
    fn scalar(&mut self, column: Option<usize>) -> Shape {
        let start = self.at;
        let quoted = self.byte().filter(|byte| matches!(byte, b'"' | b'\'')).and_then(|q| quoted_end(self.rest(), q));
        let end = if let Some(length) = quoted {
            self.at += length;
            self.at
        } else {
            let line = &self.text[start..self.line_end()];
            let line = line.find(" #").map_or(line, |comment| &line[..comment]);
            let end = start + line.trim_end().len();
            if let Some(column) = column {
                self.skip_below(column).unwrap_or(end)
            } else {
                self.at = self.line_end();
                end
            }
        };
        Shape { range: start..end, below: Below::Nothing }
    }

    /// Where what was written from `start` up to here ends, without white space.
    fn end_of_written(&self, start: usize) -> usize {
        start + self.text[start..self.at.max(start)].trim_end().len()
    }

    /// A value in brackets, as in JSON.
    fn flow(&mut self) -> Shape {
        let start = self.at;
        self.depth += 1;
        let shape = match self.byte() {
            Some(b'[') if self.depth <= DEEPEST => self.flow_list(start),
            Some(b'{') if self.depth <= DEEPEST => self.flow_map(start),
            Some(quote @ (b'"' | b'\'')) => {
                self.at += quoted_end(self.rest(), quote).unwrap_or(self.rest().len());
                Shape { range: start..self.at, below: Below::Nothing }
            }
            _ => {
                self.skip_flow_text();
                Shape { range: start..self.end_of_written(start), below: Below::Nothing }
            }
        };
        self.depth -= 1;
        shape
    }

    fn flow_list(&mut self, start: usize) -> Shape {
        let mut items = Vec::new();
        self.at += 1;
        while !self.flow_ends() {
            items.push(self.flow());
            self.skip_to_comma();
        }
        Shape { range: start..self.at, below: Below::List(items) }
    }

    fn flow_map(&mut self, start: usize) -> Shape {
        let mut pairs = Vec::new();
        self.at += 1;
        while !self.flow_ends() {
            let key = self.flow().range;
            self.skip_blank();
            let value = if self.byte() == Some(b':') {
                self.at += 1;
                self.skip_blank();
                self.skip_properties();
                if matches!(self.byte(), Some(b',' | b'}')) { self.nothing() } else { self.flow() }
            } else {
                self.nothing()
            };
            pairs.push((key, value));
            self.skip_to_comma();
        }
        Shape { range: start..self.at, below: Below::Map(pairs) }
    }

    /// Whether the brackets are closed here, or never. Which bracket it is says nothing: what was read is well-formed.
    fn flow_ends(&mut self) -> bool {
        self.skip_blank();
        self.skip_properties();
        if matches!(self.byte(), Some(b']' | b'}')) {
            self.at += 1;
            return true;
        }
        self.at == self.text.len()
    }

    /// Behind the comma after an item, or before the bracket that ends the list.
    fn skip_to_comma(&mut self) {
        while let Some(byte) = self.byte() {
            match byte {
                b',' => {
                    self.at += 1;
                    return;
                }
                b']' | b'}' => return,
                _ => self.skip_char(),
            }
        }
    }

    /// A word without quotes, up to what ends it.
    fn skip_flow_text(&mut self) {
        while let Some(byte) = self.byte() {
            let next = self.text.as_bytes().get(self.at + 1);
            match byte {
                b',' | b'[' | b']' | b'{' | b'}' => return,
                b':' if next.is_none_or(|next| next.is_ascii_whitespace() || b",[]{}".contains(next)) => return,
                b'#' if self.at > 0 && self.text.as_bytes()[self.at - 1].is_ascii_whitespace() => return,
                _ => self.skip_char(),
            }
        }
    }

    fn skip_char(&mut self) {
        self.at += self.rest().chars().next().map_or(0, char::len_utf8);
    }
}

/// The length of the quoted text that `text` begins with, quotes included.
fn quoted_end(text: &str, quote: u8) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut at = 1;
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'\\' if quote == b'"' => at += 1,
            byte if *byte == quote && quote == b'\'' && bytes.get(at + 1) == Some(&b'\'') => at += 1,
            byte if *byte == quote => return Some(at + 1),
            _ => {}
        }
        at += 1;
    }
    None
}

#[cfg(test)]
mod tests;
