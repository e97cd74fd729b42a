//! Front matter and Markdown put together: the only place that decides what an entry is.

use crate::model::{Body, Document, Faces, Settings, SourcePath};

/// A parsed file.
pub struct Parsed {
    /// What other stages know of it.
    pub document: Document,
    /// What its own page shows.
    pub bodies: Faces<Body>,
}

/// Reads one file.
#[must_use]
pub fn parse(_path: &SourcePath, _text: &str, _settings: &Settings) -> Parsed {
    unimplemented!()
}
