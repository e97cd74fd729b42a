//! Puts places into a tree that was parsed without them.
//!
//! Keys and values stand in the text in the order of the tree, so one cursor that only moves forward finds them: a key
//! is its own text followed by a colon, a value begins at the next significant character. What can't be found is said
//! to be where its key is: a line that is right, and a column that is near.

use std::ops::Range;

use super::{Content, Field, Node};

pub(super) struct Locator<'a> {
    text: &'a str,
    /// The offset of `text` in the file.
    start: usize,
    /// How far the text has been read.
    cursor: usize,
}

impl<'a> Locator<'a> {
    pub(super) fn new(text: &'a str, start: usize) -> Self {
        Self { text, start, cursor: 0 }
    }

    /// The fields of a map; none for anything else.
    pub(super) fn fields(mut self, content: Content) -> Vec<Field> {
        let mut node = Node { range: 0..0, content };
        let whole = 0..self.text.len().min(1);
        self.place(&mut node, &whole);
        match node.content {
            Content::Map(fields) => fields,
            _ => Vec::new(),
        }
    }

    fn in_file(&self, range: &Range<usize>) -> Range<usize> {
        self.start + range.start..self.start + range.end
    }

    /// Gives `node` its place: at the cursor, or at `near` where it can't be found.
    fn place(&mut self, node: &mut Node, near: &Range<usize>) {
        match &mut node.content {
            Content::Map(fields) => {
                let begin = self.cursor;
                for field in fields {
                    let at = self.key(&field.key).unwrap_or_else(|| near.clone());
                    field.at = self.in_file(&at);
                    let indent = self.indent_of(at.start);
                    self.value(&mut field.value, &at, indent);
                }
                node.range = self.in_file(&self.trimmed(begin, near));
            }
            Content::List(items) => {
                let begin = self.cursor;
                for item in items {
                    self.next_item();
                    let indent = self.indent_of(self.cursor);
                    self.value(item, near, indent);
                }
                node.range = self.in_file(&self.trimmed(begin, near));
            }
            _ => node.range = self.in_file(near),
        }
    }

    /// The value behind a key or dash.
    fn value(&mut self, node: &mut Node, near: &Range<usize>, indent: usize) {
        self.skip_blank();
        // An alias stands for what was read before; all of it is where the alias is.
        if self.rest().starts_with('*') {
            let end = self.end_of_plain();
            let alias = self.cursor..end;
            self.cursor = end;
            self.flatten(node, &alias);
            return;
        }
        while self.rest().starts_with(['&', '!']) {
            self.cursor += self.rest().find(char::is_whitespace).unwrap_or(self.rest().len());
            self.skip_blank();
        }
        match node.content {
            Content::Map(_) | Content::List(_) => self.place(node, near),
            Content::Null => {
                let empty = !self.rest().starts_with(['~', 'n', 'N']);
                let range = if empty { near.clone() } else { self.cursor..self.end_of_plain() };
                node.range = self.in_file(&range);
            }
            _ => {
                let range = self.scalar(indent);
                node.range = self.in_file(&if range.is_empty() { near.clone() } else { range });
            }
        }
    }

    fn flatten(&self, node: &mut Node, range: &Range<usize>) {
        node.range = self.in_file(range);
        match &mut node.content {
            Content::List(items) => items.iter_mut().for_each(|item| self.flatten(item, range)),
            Content::Map(fields) => {
                for field in fields {
                    field.at = self.in_file(range);
                    self.flatten(&mut field.value, range);
                }
            }
            _ => {}
        }
    }

    fn rest(&self) -> &'a str {
        &self.text[self.cursor..]
    }

    /// Moves to the next key of that text; its bytes.
    fn key(&mut self, key: &str) -> Option<Range<usize>> {
        if key.is_empty() {
            return None;
        }
        let mut from = self.cursor;
        while let Some(found) = self.text.get(from..)?.find(key) {
            let (start, end) = (from + found, from + found + key.len());
            let before = self.text[..start].trim_end_matches([' ', '"', '\'']);
            let opens = before.is_empty() || before.ends_with(['\n', '-', '{', ',', '?', '(']);
            let after = self.text[end..].trim_start_matches(['"', '\'']).trim_start_matches(' ');
            if opens && after.starts_with(':') {
                self.cursor = self.text.len() - after.len() + 1;
                return Some(start..end);
            }
            from = end;
        }
        None
    }

    /// Moves behind the dash, bracket or comma before the next item.
    fn next_item(&mut self) {
        loop {
            let rest = self.rest();
            let skipped = rest.len() - rest.trim_start().len();
            self.cursor += skipped;
            match self.rest().chars().next() {
                Some('#') => self.cursor += self.rest().find('\n').unwrap_or(self.rest().len()),
                Some('-' | '[' | ',' | ']' | '}') => {
                    self.cursor += 1;
                    if !self.rest().trim_start().starts_with([',', ']', '}']) {
                        return;
                    }
                }
                _ => return,
            }
        }
    }

    /// Moves over spaces, line ends and comments.
    fn skip_blank(&mut self) {
        loop {
            let rest = self.rest();
            self.cursor += rest.len() - rest.trim_start().len();
            if !self.rest().starts_with('#') {
                return;
            }
            self.cursor += self.rest().find('\n').unwrap_or(self.rest().len());
        }
    }

    /// Reads the text of a scalar; its bytes, with quotes.
    fn scalar(&mut self, indent: usize) -> Range<usize> {
        let start = self.cursor;
        match self.rest().chars().next() {
            Some(quote @ ('"' | '\'')) => {
                let mut escaped = false;
                for (at, c) in self.text[start..].char_indices().skip(1) {
                    match c {
                        '\\' if quote == '"' && !escaped => escaped = true,
                        c if c == quote && !escaped => {
                            self.cursor = start + at + c.len_utf8();
                            return start..self.cursor;
                        }
                        _ => escaped = false,
                    }
                }
                start..start
            }
            Some('|' | '>') => {
                let first_line = self.text[start..].find('\n').map_or(self.text.len(), |at| start + at);
                self.cursor = first_line;
                for line in self.text[first_line..].split_inclusive('\n') {
                    let deeper = line.len() - line.trim_start_matches(' ').len() > indent;
                    if !line.trim().is_empty() && !deeper {
                        break;
                    }
                    self.cursor += line.len();
                }
                start..first_line
            }
            Some(_) => {
                self.cursor = self.end_of_plain();
                start..self.cursor
            }
            None => start..start,
        }
    }

    /// Where a plain scalar ends: at the end of its line, a comment, or what separates items in brackets.
    fn end_of_plain(&self) -> usize {
        let line = self.rest().split('\n').next().unwrap_or_default();
        let in_brackets = self.open_brackets();
        let comment = line.find(" #").unwrap_or(line.len());
        let cut = if in_brackets { line.find([',', ']', '}']).unwrap_or(line.len()) } else { line.len() };
        self.cursor + line[..comment.min(cut)].trim_end().len()
    }

    /// Whether the cursor is inside brackets that were opened on this line or a line before without a key since.
    fn open_brackets(&self) -> bool {
        let mut depth = 0_i32;
        let mut quote = None;
        let from = self.text[..self.cursor].rfind("\n\n").unwrap_or(0);
        for c in self.text[from..self.cursor].chars() {
            match (quote, c) {
                (Some(open), c) if c == open => quote = None,
                (Some(_), _) => {}
                (None, '"') => quote = Some('"'),
                (None, '[' | '{') => depth += 1,
                (None, ']' | '}') => depth -= 1,
                _ => {}
            }
        }
        depth > 0
    }

    fn indent_of(&self, at: usize) -> usize {
        let line = self.text[..at].rfind('\n').map_or(0, |newline| newline + 1);
        self.text[line..].len() - self.text[line..].trim_start_matches([' ', '-']).len()
    }

    /// From `begin` to the cursor on the first line, without blanks around.
    fn trimmed(&self, begin: usize, near: &Range<usize>) -> Range<usize> {
        let read = &self.text[begin..self.cursor.max(begin)];
        let start = begin + (read.len() - read.trim_start().len());
        let end = begin + read.trim_end().len();
        if start >= end { near.clone() } else { start..end }
    }
}
