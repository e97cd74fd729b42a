//! The body of a face: one pass over pulldown-cmark's events.
//!
//! `reader` takes the events one by one and keeps what is open; what each kind of thing means stands in the file of
//! its name. Everything goes to one [`output::Output`]. Nothing recurses over what is nested in the text, and nesting
//! beyond [`DEEPEST`] levels is flattened, so that neither this nor a browser can be brought down by a file.

mod blocks;
mod callouts;
mod code;
mod elements;
mod footnotes;
mod headings;
mod highlight;
mod html;
mod inline;
mod links;
mod lists;
mod math;
mod output;
mod plain;
mod ranges;
mod reader;
#[cfg(test)]
mod tests;
mod text;

use pulldown_cmark::Options;

use crate::model::{Body, Diagnostic, Gate, Heading, Link, Settings, Steps};

use super::comments::without_comments;
use super::source::Source;

pub(crate) use highlight::forget_syntaxes;
pub(super) use ranges::{footnotes, private_callouts, verbatim};

/// How many blocks may stand in each other. Deeper ones are shown without their own tags.
const DEEPEST: usize = 100;

/// What of Markdown is understood. Boxes are not pulldown-cmark's (it knows two of them), nor are callouts (it knows
/// GitHub's five).
fn options(math: bool) -> Options {
    let mut options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_SMART_PUNCTUATION
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_WIKILINKS;
    options.set(Options::ENABLE_MATH, math);
    options
}

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
pub(crate) fn read(source: &Source<'_>, from: usize, title: Option<&str>, settings: &Settings) -> Markdown {
    // A byte order mark is no text.
    let from = if from == 0 && source.text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { from };
    let body = source.text.get(from..).unwrap_or_default();
    let commentless = without_comments(body);
    reader::Reader::new(source, from, &commentless, title, settings).read()
}
