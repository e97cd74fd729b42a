//! The words, numbers and commas of a recurrence rule.

use crate::model::{Date, parse_date};

/// A piece of a rule, and the bytes it stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Token<'a> {
    pub(super) kind: Kind<'a>,
    pub(super) start: usize,
    pub(super) end: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind<'a> {
    Word(&'a str),
    Number(u32),
    /// `15th`, `15.`
    Nth(u32),
    /// `2027-01-01`: Obsidian Tasks has none.
    Date(Date),
    Comma,
    Other,
}

/// The tokens of `text`, which is in lower case.
pub(super) fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut found = Vec::new();
    let mut start = 0;
    while let Some(c) = text[start..].chars().next() {
        let rest = &text[start..];
        if c.is_whitespace() {
            start += c.len_utf8();
            continue;
        }
        let (kind, length) = match c {
            ',' => (Kind::Comma, 1),
            '0'..='9' => number(rest),
            'a'..='z' => {
                let length = run(rest, u8::is_ascii_alphabetic);
                (Kind::Word(&rest[..length]), length)
            }
            _ => (Kind::Other, c.len_utf8()),
        };
        found.push(Token { kind, start, end: start + length });
        start += length;
    }
    found
}

fn number(text: &str) -> (Kind<'_>, usize) {
    if let Some(date) = text.get(..10).and_then(|date| parse_date(date).ok()) {
        return (Kind::Date(date), 10);
    }
    let digits = run(text, u8::is_ascii_digit);
    let letters = run(&text[digits..], u8::is_ascii_alphabetic);
    let Ok(number) = text[..digits].parse() else { return (Kind::Other, digits) };
    match &text[digits..digits + letters] {
        "st" | "nd" | "rd" | "th" => (Kind::Nth(number), digits + letters),
        "" if text[digits..].starts_with('.') => (Kind::Nth(number), digits + 1),
        _ => (Kind::Number(number), digits),
    }
}

fn run(text: &str, of: fn(&u8) -> bool) -> usize {
    text.bytes().take_while(of).count()
}
