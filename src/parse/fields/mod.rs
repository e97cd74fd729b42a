//! Keys and values with their places: what front matter and settings are read from.
//!
//! A derived reader stops at its first error and tells no line; these blocks are read whole into a tree in which every
//! value knows its bytes, and typed readers take known keys one by one, say what is wrong and go on.

mod locate;
mod parse;
mod read;

use std::ops::Range;

pub(super) use parse::parse;
pub(super) use read::{Reader, as_flag, extra, one_of};

/// A value with its bytes in the file.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Node {
    pub(super) range: Range<usize>,
    pub(super) content: Content,
}

/// What a value is.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Content {
    Null,
    Bool(bool),
    Integer(i64),
    Float(f64),
    Text(String),
    List(Vec<Node>),
    Map(Vec<Field>),
}

/// A key and its value.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Field {
    pub(super) key: String,
    /// The bytes of the key.
    pub(super) at: Range<usize>,
    pub(super) value: Node,
}

impl Node {
    /// What a message calls it.
    pub(super) fn kind(&self) -> &'static str {
        match self.content {
            Content::Null => "nothing",
            Content::Bool(_) => "true or false",
            Content::Integer(_) | Content::Float(_) => "a number",
            Content::Text(_) => "text",
            Content::List(_) => "a list",
            Content::Map(_) => "a map of keys",
        }
    }

    pub(super) fn is_null(&self) -> bool {
        self.content == Content::Null
    }
}

/// The known word nearest to `word`, if it is near: at most two letters off, one for short words.
pub(super) fn near<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let limit = if word.chars().count() < 5 { 1 } else { 2 };
    let lower = word.to_lowercase();
    let distances = known.into_iter().map(|known| (strsim::damerau_levenshtein(known, &lower), known));
    distances.filter(|(distance, _)| *distance <= limit).min().map(|(_, known)| known)
}
