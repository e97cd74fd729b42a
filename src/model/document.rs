//! What parsing one file gives: up to two faces of an entry, and what is wrong with it.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{Diagnostic, Entry, Link};

/// The two ways to look at a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Audience {
    /// The world: what is private is not there at all.
    Public,
    /// The writer: everything, what is private marked as such.
    Writer,
}

/// One thing for each audience.
///
/// The public face is made from the file's text with everything private overwritten by spaces, so nothing that is
/// derived from it can know a private word.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Faces<T> {
    /// For the writer.
    pub writer: T,
    /// For the world, where that is something else.
    pub public: Option<T>,
}

impl<T> Faces<T> {
    /// The face that `audience` may see.
    pub fn face(&self, audience: Audience) -> &T {
        match audience {
            Audience::Writer => &self.writer,
            Audience::Public => self.public.as_ref().unwrap_or(&self.writer),
        }
    }
}

/// A file, as far as it could be understood.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// The entry; none when its front matter or its visibility can't be understood.
    pub entry: Option<Faces<Arc<Entry>>>,
    /// What the file links to when there is no entry: what only it uses stays private.
    pub withheld: Vec<Link>,
    /// What is wrong with it, in order of place.
    pub diagnostics: Vec<Diagnostic>,
}

impl Document {
    /// Whether `other` is the same but for running text, for every audience. What is wrong in them may differ.
    #[must_use]
    pub fn differs_only_in_text(&self, other: &Self) -> bool {
        let (Some(one), Some(two)) = (&self.entry, &other.entry) else { return false };
        let public = match (&one.public, &two.public) {
            (Some(one), Some(two)) => one.differs_only_in_text(two),
            (None, None) => true,
            _ => false,
        };
        public && one.writer.differs_only_in_text(&two.writer) && self.withheld == other.withheld
    }
}
