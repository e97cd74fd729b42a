//! What YAML and JSON mean, without where it stands.
//!
//! Both are read through one visitor of ours rather than through `serde_yaml`'s or `serde_json`'s own value, for three
//! reasons: the order of keys and duplicates stay, and a budget makes an end of aliases that multiply.

use std::cell::Cell;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, EnumAccess, Error, MapAccess, SeqAccess, VariantAccess, Visitor};

use super::{Content, Node, Pair};

/// Why a text can't be read.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Fault {
    /// The offset in the text at which the reader gave up.
    pub(super) at: Option<usize>,
    /// In the reader's words, without the place.
    pub(super) message: String,
    /// The line, from 1, at which what went wrong began, where the reader tells it.
    pub(super) context_line: Option<usize>,
}

/// More values than 64 KiB of text can hold unless aliases repeat them.
const MOST_VALUES: usize = 50_000;

/// More text than 64 KiB, unless aliases repeat it.
const MOST_TEXT: usize = 256 * 1024;

/// The message of the error that the budget raises, known to `faults`.
pub(super) const TOO_MUCH: &str = "aliases repeat too much";

/// Reads YAML.
pub(super) fn yaml(text: &str) -> Result<Node, Fault> {
    let budget = Budget::default();
    // A byte order mark is allowed before a YAML stream; serde_yaml counts it in its offsets all the same.
    Seed(&budget).deserialize(serde_yaml::Deserializer::from_str(text)).or_else(|error| {
        let whole = error.to_string();
        // A block of nothing but comments is no error.
        if whole.starts_with("EOF while parsing a value") {
            return Ok(Node::unplaced(Content::Null));
        }
        let at = error.location().map(|place| floor_char(text, place.index().min(text.len())));
        let (problem, context) = whole.split_once(", while").unwrap_or((&whole, ""));
        let message = problem.rsplit_once(" at line ").map_or(problem, |(message, _)| message).to_owned();
        let context_line = context.rsplit_once(" at line ").and_then(|(_, rest)| rest.split(' ').next()?.parse().ok());
        Err(Fault { at, message, context_line })
    })
}

/// Reads JSON; the braces may be missing, as between `;;;` lines.
pub(super) fn json(text: &str) -> Result<Node, Fault> {
    let trimmed = text.trim();
    if trimmed.is_empty() {
        return Ok(Node::unplaced(Content::Null));
    }
    let budget = Budget::default();
    let braced;
    // On the line of the first brace nothing is added but that brace.
    let (whole, added) = if trimmed.starts_with('"') {
        braced = format!("{{{text}}}");
        (braced.as_str(), 1)
    } else {
        (text, 0)
    };
    let mut reader = serde_json::Deserializer::from_str(whole);
    let node = Seed(&budget).deserialize(&mut reader).and_then(|node| reader.end().map(|()| node));
    node.map_err(|error| {
        let line_start = whole.split_inclusive('\n').take(error.line().saturating_sub(1)).map(str::len).sum::<usize>();
        let at = (line_start + error.column().saturating_sub(1)).saturating_sub(added).min(text.len());
        let message = error.to_string();
        let message = message.rsplit_once(" at line ").map_or(message.as_str(), |(message, _)| message).to_owned();
        Fault { at: Some(floor_char(text, at)), message, context_line: None }
    })
}

/// The beginning of the character that the byte at `at` is in.
fn floor_char(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// What may still be read.
struct Budget {
    values: Cell<usize>,
    text: Cell<usize>,
}

impl Default for Budget {
    fn default() -> Self {
        Self { values: Cell::new(MOST_VALUES), text: Cell::new(MOST_TEXT) }
    }
}

impl Budget {
    fn spend<E: Error>(&self, content: Content) -> Result<Node, E> {
        let bytes = if let Content::Text(text) = &content { text.len() } else { 0 };
        match (self.values.get().checked_sub(1), self.text.get().checked_sub(bytes)) {
            (Some(values), Some(text)) => {
                self.values.set(values);
                self.text.set(text);
                Ok(Node::unplaced(content))
            }
            _ => Err(E::custom(TOO_MUCH)),
        }
    }
}

#[derive(Clone, Copy)]
struct Seed<'b>(&'b Budget);

impl<'de> DeserializeSeed<'de> for Seed<'_> {
    type Value = Node;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Node, D::Error> {
        from.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Seed<'_> {
    type Value = Node;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_unit<E: Error>(self) -> Result<Node, E> {
        self.0.spend(Content::Null)
    }

    fn visit_none<E: Error>(self) -> Result<Node, E> {
        self.0.spend(Content::Null)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Node, E> {
        self.0.spend(Content::Bool(value))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Node, E> {
        self.0.spend(Content::Integer(value))
    }

    #[expect(clippy::cast_precision_loss, reason = "a number beyond i64 is only ever shown")]
    fn visit_u64<E: Error>(self, value: u64) -> Result<Node, E> {
        self.0.spend(i64::try_from(value).map_or(Content::Float(value as f64), Content::Integer))
    }

    #[expect(clippy::cast_precision_loss, reason = "a number beyond i64 is only ever shown")]
    fn visit_i128<E: Error>(self, value: i128) -> Result<Node, E> {
        self.0.spend(Content::Float(value as f64))
    }

    #[expect(clippy::cast_precision_loss, reason = "a number beyond i64 is only ever shown")]
    fn visit_u128<E: Error>(self, value: u128) -> Result<Node, E> {
        self.0.spend(Content::Float(value as f64))
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Node, E> {
        self.0.spend(Content::Float(value))
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Node, E> {
        self.0.spend(Content::Text(value.to_owned()))
    }

    /// `!tag value`: the tag says nothing here.
    fn visit_enum<A: EnumAccess<'de>>(self, data: A) -> Result<Node, A::Error> {
        let (_tag, value) = data.variant::<serde::de::IgnoredAny>()?;
        value.newtype_variant_seed(self)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Node, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = seq.next_element_seed(self)? {
            items.push(item);
        }
        self.0.spend(Content::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Node, A::Error> {
        let mut pairs = Vec::new();
        while let Some(key) = map.next_key_seed(self)? {
            let key = match key.content {
                Content::Text(text) => text,
                Content::Integer(number) => number.to_string(),
                Content::Float(number) => number.to_string(),
                Content::Bool(value) => value.to_string(),
                Content::Null => "null".to_owned(),
                Content::List(_) | Content::Map(_) => return Err(A::Error::custom("a key is not plain text")),
            };
            pairs.push(Pair { key, place: 0..0, value: map.next_value_seed(self)? });
        }
        self.0.spend(Content::Map(pairs))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn faults_know_their_bytes() {
        let text = "ä: é\nb: @x";
        assert_eq!(yaml(text).expect_err("a fault").at, text.find('@'));
        let text = "{\"ä\": é}";
        assert_eq!(json(text).expect_err("a fault").at, text.find('é'));
        assert_eq!(json("\"a\": x").expect_err("a fault").at, Some(5));
    }

    #[test]
    fn aliases_that_multiply_are_refused() {
        let nested = (1..9).fold("a0: &a0 [x]\n".to_owned(), |text, i| {
            let aliases = vec![format!("*a{}", i - 1); 9].join(",");
            format!("{text}a{i}: &a{i} [{aliases}]\n")
        });
        let long = format!("a: &a {}\nb: [{}]\n", "x".repeat(20_000), vec!["*a"; 9_000].join(","));
        for bomb in [nested, long] {
            assert!(yaml(&bomb).is_err());
        }
        assert!(yaml("a: &a 1\nb: *a").is_ok());
    }
}
