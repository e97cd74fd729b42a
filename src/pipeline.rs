//! Inputs in, a build out: the one way from a journal to its site. No I/O happens here.
//!
//! 1. *settings*: `journal.yaml` is read; broken settings end the build here.
//! 2. *documents*: every entry whose text is new is parsed, the others are recalled.
//! 3. *published*: what this audience may not see is left out, once and for all; what is left gets the days that the
//!    versions of its files tell.
//! 4. *plan*: which pages there are, and what each of them sees.
//! 5. *draft*: every file of the site has a fingerprint, which stands for all that its bytes depend on.
//! 6. *render*: what has another fingerprint than in the previous build becomes bytes; in a preview, what is asked for.
//!
//! `build(previous, inputs)` uses the previous build as a cache and for nothing else: what it returns does not depend
//! on it, only how much work it takes.

mod draft;
mod failure;
mod plan;
mod understood;

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use crate::history::History;
use crate::model::{Audience, Date, Diagnostic, Digest, Document, OutPath, SourcePath};

pub use draft::{Draft, Made};
pub use failure::Failure;
pub use plan::{Planned, context, plan, problems, renderer, status};
pub use understood::{Bodies, Documents, Understood, settings, understand};

/// A text file of the journal, as read.
#[derive(Debug, Clone)]
pub struct TextFile {
    /// Its text.
    pub text: Arc<str>,
    /// The digest of its bytes.
    pub digest: Digest,
}

/// A file of the journal that need not be text, as read.
#[derive(Debug, Clone)]
pub struct BinaryFile {
    /// All of it.
    pub bytes: Arc<[u8]>,
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

/// What a journal's folder holds.
#[derive(Debug, Clone, Default)]
pub struct Sources {
    /// Markdown files.
    pub entries: BTreeMap<SourcePath, TextFile>,
    /// Every other file.
    pub assets: BTreeMap<SourcePath, Asset>,
    /// Files of `static/`, by where they go.
    pub statics: BTreeMap<OutPath, Asset>,
    /// Templates, by their path below `templates/`.
    pub templates: BTreeMap<String, TextFile>,
    /// The theme's other files, by their path below `templates/`.
    pub theme: BTreeMap<String, BinaryFile>,
    /// What could not be read, and why, in the order in which problems are shown.
    pub diagnostics: Vec<Diagnostic>,
}

/// Everything that a build depends on.
#[derive(Debug, Clone)]
pub struct Inputs {
    /// `journal.yaml`, if there is one.
    pub settings: Option<TextFile>,
    /// What its folder holds.
    pub sources: Sources,
    /// The day to reckon for, unless the settings fix one.
    pub today: Date,
    /// `--today` or `JOURNAL_TODAY`, which go before the settings.
    pub today_override: Option<Date>,
    /// Who the site is for.
    pub audience: Audience,
    /// `--base-url`, which goes before the settings; ends in `/`.
    pub base_url: Option<String>,
    /// What the versions of its files tell this audience; none where there are none.
    pub history: Option<Arc<History>>,
}

impl Inputs {
    /// Stands for all inputs: the same digest, the same site.
    #[must_use]
    pub fn digest(&self) -> Digest {
        self.stamp().all
    }

    /// The same, and what stands for all but the entries.
    fn stamp(&self) -> Stamp {
        let ground = self.ground();
        let entries: Vec<_> = self.sources.entries.iter().map(|(path, file)| (path, file.digest)).collect();
        Stamp { ground, all: Digest::of(&(ground, entries)) }
    }

    /// Stands for all inputs but the entries.
    fn ground(&self) -> Digest {
        let texts = |files: &BTreeMap<String, TextFile>| -> Vec<(String, Digest)> {
            files.iter().map(|(name, file)| (name.clone(), file.digest)).collect()
        };
        let Sources { entries: _, assets, statics, templates, theme, diagnostics } = &self.sources;
        let day = self.today_override.unwrap_or(self.today);
        let head = (TOOL, self.settings.as_ref().map(|file| file.digest), day, self.today_override.is_some());
        let theme: Vec<(&String, Digest)> = theme.iter().map(|(name, file)| (name, file.digest)).collect();
        let files = (assets, statics, texts(templates), theme);
        let history = self.history.as_ref().map(|history| history.digest());
        Digest::of(&(head, files, diagnostics, self.audience, &self.base_url, history))
    }
}

/// What stands for inputs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Stamp {
    /// For all but the entries.
    ground: Digest,
    /// For all.
    all: Digest,
}

/// The name under which results are kept: another version may understand the same text differently.
pub const TOOL: &str = concat!(env!("CARGO_PKG_NAME"), " ", env!("CARGO_PKG_VERSION"));

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

/// What was parsed before.
pub trait Recall: Send + Sync {
    /// The document of this file with this digest, if it is known.
    fn document(&self, path: &SourcePath, digest: Digest) -> Option<Arc<Document>>;
}

impl Recall for Documents {
    fn document(&self, path: &SourcePath, digest: Digest) -> Option<Arc<Document>> {
        self.get(path).filter(|(known, _)| *known == digest).map(|(_, document)| Arc::clone(document))
    }
}

/// How much work there was. Counted as it is done, so that who waits can be told.
#[derive(Debug, Default)]
pub struct Work {
    /// Files parsed.
    pub parsed: AtomicUsize,
    /// Pages and other files planned.
    pub planned: AtomicUsize,
    /// Pages and other files rendered, but for those of the search index.
    pub rendered: AtomicUsize,
    /// Files of the search index made.
    pub indexed: AtomicUsize,
}

/// A site, and what a next build can reuse of it.
pub struct Build {
    /// Stands for the inputs it was made from.
    pub inputs: Digest,
    /// Every file of the site.
    pub outputs: BTreeMap<OutPath, Output>,
    /// What is wrong in the journal, sorted.
    pub diagnostics: Vec<Diagnostic>,
    /// Everything that was parsed.
    pub documents: Arc<dyn Recall>,
    /// The documents by path, where this build had to know them.
    pub parsed: Option<Documents>,
}

impl Build {
    /// The build before the first.
    #[must_use]
    pub fn empty() -> Self {
        Self {
            inputs: Digest::default(),
            outputs: BTreeMap::new(),
            diagnostics: Vec::new(),
            documents: Arc::new(Documents::new()),
            parsed: None,
        }
    }
}

/// Builds the site of `inputs`.
///
/// # Errors
/// When the settings or a template are broken: then there is no site, and the previous one stays.
pub fn build(previous: &Build, inputs: &Inputs, work: &Work) -> Result<Build, Failure> {
    let digest = inputs.digest();
    if digest == previous.inputs {
        let stored = |(out, output): (&OutPath, &Output)| {
            (out.clone(), Output { fingerprint: output.fingerprint, content: Content::Stored })
        };
        work.planned.store(previous.outputs.len(), Ordering::Relaxed);
        return Ok(Build {
            inputs: digest,
            outputs: previous.outputs.iter().map(stored).collect(),
            diagnostics: previous.diagnostics.clone(),
            documents: Arc::clone(&previous.documents),
            parsed: None,
        });
    }
    let draft = Draft::new(&*previous.documents, inputs, Bodies::Kept, work)?;
    let outputs = draft.outputs(previous, work)?;
    let (diagnostics, parsed) = (draft.diagnostics().to_vec(), draft.documents().clone());
    // Giving back what the views of thousands of pages hold is a tenth of a build's time; who waits need not wait for it.
    rayon::spawn(move || drop(draft));
    Ok(Build { inputs: digest, outputs, diagnostics, documents: Arc::new(parsed.clone()), parsed: Some(parsed) })
}
