//! Keys with their places, and typed readers of values.
//!
//! YAML, TOML and JSON become one tree in which every key and value knows its bytes in the file, so that whatever is
//! wrong with a value can be shown where it stands. No derive on user files: a derive stops at its first error and
//! knows no places; here each key is read by itself and a bad one never hides the next.
//!
//! - `meaning` reads YAML and JSON through serde, bounded in depth and size; it is the only user of `serde_yaml`.
//! - `places` finds where keys and values stand, for neither of the two tells it.
//! - `toml` reads TOML, which does.
//! - `faults` puts syntax errors in words.
//! - `readers` and `words` take typed values out of the tree, with a diagnostic where one does not fit.

mod faults;
mod meaning;
mod places;
mod readers;
mod toml;
mod words;

use std::ops::Range;

use super::source::Source;
use super::split::Format;
use crate::model::{Code, Diagnostic, Severity, Value};

/// Where keys and values are written: messages call it by its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Written {
    /// At the top of an entry.
    InFrontMatter,
    /// In `journal.yaml`.
    InSettings,
}

impl Written {
    /// The code of what can't be read at all.
    fn code(self) -> Code {
        match self {
            Self::InFrontMatter => Code::BadFrontMatter,
            Self::InSettings => Code::BadSettings,
        }
    }

    /// What it is called at the beginning of a sentence.
    fn name(self) -> &'static str {
        match self {
            Self::InFrontMatter => "front matter",
            Self::InSettings => "`journal.yaml`",
        }
    }
}

pub(crate) use readers::Field;
pub(crate) use words::{listed, nearest};

/// A value and where it stands.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Node {
    /// The value.
    pub(crate) content: Content,
    /// Its bytes in the file; where they could not be found, those of the nearest thing that holds it.
    pub(crate) range: Range<usize>,
    /// Whether `range` is this value and nothing else.
    pub(crate) exact: bool,
}

/// What a value is.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Content {
    /// Nothing.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A whole number.
    Integer(i64),
    /// Any other number.
    Float(f64),
    /// Text, dates among it.
    Text(String),
    /// A list.
    List(Vec<Node>),
    /// Keys and values, in the order of the file. A key may be there twice: the first is the one that counts, and
    /// the second was reported.
    Map(Vec<Pair>),
}

/// A key and its value.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Pair {
    /// The key.
    pub(crate) key: String,
    /// Where the key stands.
    pub(crate) place: Range<usize>,
    /// The value.
    pub(crate) value: Node,
}

impl Node {
    /// A value whose place is not known yet.
    fn unplaced(content: Content) -> Self {
        Self { content, range: 0..0, exact: false }
    }

    /// Whether nothing was written: `key:`, `null`, `~`.
    pub(crate) fn is_null(&self) -> bool {
        self.content == Content::Null
    }

    /// The value for templates, without its places.
    pub(crate) fn value(&self) -> Value {
        match &self.content {
            Content::Null => Value::Null,
            Content::Bool(value) => Value::Bool(*value),
            Content::Integer(value) => Value::Integer(*value),
            Content::Float(value) => Value::float(*value),
            Content::Text(value) => Value::Text(value.clone()),
            Content::List(items) => Value::List(items.iter().map(Node::value).collect()),
            // In reverse, so that of two values of one key the first stays.
            Content::Map(pairs) => {
                Value::Map(pairs.iter().rev().map(|pair| (pair.key.clone(), pair.value.value())).collect())
            }
        }
    }
}

/// The longest front matter, and the longest `journal.yaml`: well beyond what a person writes, and short enough that
/// nothing in it can take long.
const LONGEST: usize = 64 * 1024;

/// How many brackets may be open at once.
const DEEPEST: usize = 64;

/// Reads `block` of the file; an empty block has no keys. `None` when it can't be read as keys and values, for a
/// reason that is then among `diagnostics`. A key that is there twice is reported and stays twice.
pub(crate) fn keys(
    source: &Source<'_>,
    format: Format,
    block: Range<usize>,
    written: Written,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Vec<Pair>> {
    let text = &source.text[block.clone()];
    let refused = |range: Range<usize>, message: &str, help: &str| {
        source.diagnostic(written.code(), Severity::Error, range, message).help(help)
    };
    if text.len() > LONGEST {
        let start = block.start..block.start + 1;
        diagnostics.push(refused(
            start,
            "this is longer than 64 KiB",
            match written {
                Written::InFrontMatter => "move long texts into the body",
                Written::InSettings => "write fewer and shorter values",
            },
        ));
        return None;
    }
    if let Some(at) = too_deep(text) {
        let at = block.start + at;
        diagnostics.push(refused(at..at + 1, "brackets are nested too deeply", "64 levels are the most"));
        return None;
    }
    let root = match format {
        Format::Yaml => meaning::yaml(text),
        Format::Json => meaning::json(text),
        Format::Toml => toml::read(text, block.start),
    };
    let mut root = match root {
        Ok(root) => root,
        Err(fault) => {
            diagnostics.push(faults::diagnostic(source, &block, &fault, written));
            return None;
        }
    };
    if format != Format::Toml {
        places::find(&mut root, source.text, block.clone());
    }
    match root.content {
        Content::Map(pairs) => {
            report_duplicates(source, &pairs, diagnostics);
            Some(pairs)
        }
        Content::Null => Some(Vec::new()),
        Content::Bool(_) | Content::Integer(_) | Content::Float(_) | Content::Text(_) | Content::List(_) => {
            let first = text.len() - text.trim_start().len();
            let line = source.line_range(source.line_at(block.start + first));
            diagnostics.push(refused(
                line,
                "this is not a list of keys and values",
                match written {
                    Written::InFrontMatter => {
                        "write one `key: value` to a line; a rule at the top of a text is written `***`"
                    }
                    Written::InSettings => "write one `key: value` to a line",
                },
            ));
            None
        }
    }
}

/// Where more brackets are open than any value needs. libyaml takes quadratic time over them, so it never sees them.
fn too_deep(text: &str) -> Option<usize> {
    let mut open = 0_usize;
    text.bytes().enumerate().find_map(|(at, byte)| {
        match byte {
            b'[' | b'{' => open += 1,
            b']' | b'}' => open = open.saturating_sub(1),
            _ => {}
        }
        (open > DEEPEST).then_some(at)
    })
}

/// Says for each key that was there before where it was. Recursion is bounded by the readers' own limit of depth.
fn report_duplicates(source: &Source<'_>, pairs: &[Pair], diagnostics: &mut Vec<Diagnostic>) {
    let mut seen = std::collections::HashMap::new();
    for pair in pairs {
        match seen.entry(pair.key.as_str()) {
            std::collections::hash_map::Entry::Vacant(first) => {
                first.insert(source.line_at(pair.place.start));
            }
            std::collections::hash_map::Entry::Occupied(first) => diagnostics.push(
                source
                    .diagnostic(
                        Code::DuplicateKey,
                        Severity::Error,
                        pair.place.clone(),
                        format!("`{}` is already on line {}", pair.key, first.get()),
                    )
                    .help("keep one of them; several values are a list"),
            ),
        }
        report_duplicates_below(source, &pair.value, diagnostics);
    }
}

fn report_duplicates_below(source: &Source<'_>, node: &Node, diagnostics: &mut Vec<Diagnostic>) {
    match &node.content {
        Content::Map(pairs) => report_duplicates(source, pairs, diagnostics),
        Content::List(items) => items.iter().for_each(|item| report_duplicates_below(source, item, diagnostics)),
        Content::Null | Content::Bool(_) | Content::Integer(_) | Content::Float(_) | Content::Text(_) => {}
    }
}
