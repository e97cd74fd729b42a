//! Inputs in, a build out: the one way from a journal to its site. No I/O happens here.
//!
//! `build(previous, inputs)` uses the previous build as a cache and for nothing else: what it returns does not depend
//! on it, only how much work it takes.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::model::{Audience, Date, Diagnostic, Digest, OutPath, SourcePath};

/// A text file of the journal, as read.
#[derive(Debug, Clone)]
pub struct TextFile {
    /// Its text.
    pub text: Arc<str>,
    /// The digest of its bytes.
    pub digest: Digest,
}

/// A file that is copied as it is; its bytes stay on disk.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Asset {
    /// Where it is: relative to the journal.
    pub source: SourcePath,
    /// The digest of its bytes.
    pub digest: Digest,
    /// How many bytes it has.
    pub size: u64,
}

/// Everything that a build depends on.
#[derive(Debug, Clone)]
pub struct Inputs {
    /// `journal.yaml`, if there is one.
    pub settings: Option<TextFile>,
    /// Markdown files.
    pub entries: BTreeMap<SourcePath, TextFile>,
    /// Every other file.
    pub assets: BTreeMap<SourcePath, Asset>,
    /// Files of `static/`, by where they go.
    pub statics: BTreeMap<OutPath, Asset>,
    /// Files of `templates/`, by their path below it.
    pub templates: BTreeMap<String, TextFile>,
    /// What could not be read, and why.
    pub diagnostics: Vec<Diagnostic>,
    /// The day to reckon for, unless the settings fix one (`--today` goes before both).
    pub today: Date,
    /// `--today` or `JOURNAL_TODAY`.
    pub today_override: Option<Date>,
    /// Who the site is for.
    pub audience: Audience,
    /// `--base-url`.
    pub base_url: Option<String>,
}

/// What a file of the site is made of.
#[derive(Debug, Clone)]
pub enum Content {
    /// These bytes.
    Bytes(Arc<[u8]>),
    /// A copy of this file of the journal.
    Copy(SourcePath),
    /// As the previous build had it, with the same fingerprint; its bytes are where that build was stored.
    Stored,
}

/// One file of the site.
#[derive(Debug, Clone)]
pub struct Output {
    /// Stands for everything that its bytes depend on.
    pub fingerprint: Digest,
    /// What it is made of.
    pub content: Content,
}
