//! The body of a face: one pass over pulldown-cmark's events.

use crate::model::{Body, Diagnostic, Gate, Heading, Link, Settings, Steps};

use super::source::Source;

/// Everything that is found in a body.
#[derive(Debug, Default)]
pub(crate) struct Markdown {
    /// What is shown.
    pub(crate) body: Body,
    /// Headings; without the first one of level 1, where that is the title.
    pub(crate) outline: Vec<Heading>,
    /// Steps.
    pub(crate) steps: Steps,
    /// Headings that are checkpoints.
    pub(crate) gates: Vec<Gate>,
    /// Links into the journal.
    pub(crate) links: Vec<Link>,
    /// Block ids.
    pub(crate) blocks: Vec<String>,
    /// Inline tags, without `#`, in order, each once.
    pub(crate) tags: Vec<String>,
    /// The text of the first heading, if that is of level 1.
    pub(crate) title: Option<String>,
    /// The first paragraph, plain.
    pub(crate) summary: String,
    /// How many words there are.
    pub(crate) words: u32,
    /// What is wrong.
    pub(crate) diagnostics: Vec<Diagnostic>,
}

/// Reads the body of `source`, from byte offset `from`. `title` is front matter's: a first heading that only repeats it
/// is not shown again.
pub(crate) fn read(_source: &Source<'_>, _from: usize, _title: Option<&str>, _settings: &Settings) -> Markdown {
    unimplemented!()
}
