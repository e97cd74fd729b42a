//! A rendered body before its links are known.
//!
//! Parsing sees one file only, so a body names what it links to; the page puts the addresses in. Between the slots
//! stands finished HTML that no later stage looks into.

use serde::{Deserialize, Serialize};

/// Where in a file something is written: line and column from 1, both in characters. `length` is at least 1.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Spot {
    /// The line of the file.
    pub line: u32,
    /// The first character meant.
    pub column: u32,
    /// How many characters are meant.
    pub length: u32,
}

/// How a link names its target.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Naming {
    /// `[[name]]`: found by name anywhere in the journal.
    Wiki,
    /// `[text](path)`: relative to the file's folder, or to the journal when it begins with `/`.
    Path,
}

/// What a link is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Purpose {
    /// To go there.
    Reference,
    /// To show it here.
    Embed,
}

/// A link into the journal itself, as written. Links to other sites are plain HTML in the body and not here.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Link {
    /// How the target is named.
    pub naming: Naming,
    /// What the link is for.
    pub purpose: Purpose,
    /// The name or path, percent-decoded, without the fragment. Empty for `[[#heading]]`: this entry.
    pub target: String,
    /// What follows `#`, percent-decoded.
    pub fragment: Option<String>,
    /// Where it is written.
    pub spot: Spot,
}

/// A heading of an entry, in document order.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Heading {
    /// 1 to 6.
    pub level: u8,
    /// Its anchor, unique in the entry.
    pub id: String,
    /// Its text, plain.
    pub text: String,
    /// Where it is written.
    pub line: u32,
}

/// What the site says within a body, in its own language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Phrase {
    /// A table, for those who do not see that it is one.
    Table,
    /// The footnotes together.
    Notes,
    /// A footnote, by its number.
    Note(u32),
    /// The link from a footnote to its reference.
    Back,
    /// What that link says of itself: the number of the note, and which of its references is meant, from 1.
    BackTo(u32, u32),
    /// The title of a callout that has none of its own: the end of its message's name.
    Callout(&'static str),
    /// What only the writer sees.
    Private,
}

/// A stretch of a body. Indices are into the entry's own lists.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Piece {
    /// Finished HTML.
    Html(String),
    /// ` id="…"`, with a prefix where the body is embedded in another.
    Id(String),
    /// ` href="#…"` to an [`Piece::Id`] of the same body.
    Fragment(String),
    /// A link begins: an `<a>` if [`super::Entry::links`]`[i]` leads somewhere, nothing if not.
    LinkStart(u32),
    /// That link ends.
    LinkEnd(u32),
    /// An image or another entry is shown here. Its `text` is what to show instead, or the image's description.
    Embed {
        /// Index into [`super::Entry::links`].
        link: u32,
        /// The alternative text, plain.
        text: String,
        /// `![[image.png|200x100]]` or `![alt|200]()`: width and height in CSS pixels.
        size: (Option<u32>, Option<u32>),
    },
    /// ` src="…"` (or another attribute) of raw HTML, with the address put in.
    Attribute {
        /// `src`, `href`, `poster`.
        name: &'static str,
        /// Index into [`super::Entry::links`].
        link: u32,
    },
    /// Words of the site: text, or an attribute of this name (` aria-label="…"`).
    Said(Option<&'static str>, Phrase),
    /// A heading begins: its tag, with its anchor.
    HeadingStart(u32),
    /// That heading ends.
    HeadingEnd(u32),
    /// A list item that is a step begins: its tag, mark, and the opening of its text.
    StepStart(u32),
    /// The text of that step ends; what follows are further blocks and steps below it. `</li>` comes as HTML.
    StepTextEnd(u32),
    /// A list item that is a group of steps begins.
    GroupStart(u32),
    /// The text of that group ends; what follows are the steps below it. `</li>` comes as HTML.
    GroupTextEnd(u32),
}

/// A body: pieces in order.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Body {
    /// The pieces.
    pub pieces: Vec<Piece>,
}
