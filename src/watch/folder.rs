//! The output folder instead of a server: each round writes it as `journal build` does.

use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::Built;
use crate::model::Diagnostic;
use crate::pipeline::{self, Inputs, Recall, Work};
use crate::store::cache::{Cache, Outputs};
use crate::store::{self, Foreign, Recalled};

/// The output folder of a journal.
pub(super) struct Folder {
    root: PathBuf,
    cache: Cache,
    documents: Arc<dyn Recall>,
}

/// Why it could not be written.
#[derive(Debug)]
pub(super) enum Unwritten {
    /// There was no build.
    Failure(pipeline::Failure),
    /// The disk.
    Store(store::Error),
}

impl fmt::Display for Unwritten {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Failure(failure) => failure.fmt(f),
            Self::Store(error) => error.fmt(f),
        }
    }
}

impl Unwritten {
    /// The same as problems of the journal, if it is about the journal.
    pub(super) fn problems(&self, inputs: &Inputs) -> Option<Vec<Diagnostic>> {
        match self {
            Self::Failure(failure) => Some(failure.problems(inputs)),
            Self::Store(_) => None,
        }
    }
}

impl From<pipeline::Failure> for Unwritten {
    fn from(failure: pipeline::Failure) -> Self {
        Self::Failure(failure)
    }
}

impl From<store::Error> for Unwritten {
    fn from(error: store::Error) -> Self {
        Self::Store(error)
    }
}

impl Folder {
    pub(super) fn new(root: &Path, cache: Cache) -> Self {
        let documents = Arc::new(Recalled(Arc::new(cache.documents())));
        Self { root: root.to_owned(), cache, documents }
    }

    /// Makes the folder what the inputs say. It is held against other builds only as long as that takes.
    pub(super) fn write(&mut self, inputs: &Inputs) -> Result<(Built, Vec<Diagnostic>), Unwritten> {
        let work = Work::default();
        let output = store::output_folder(&self.root, &pipeline::settings(inputs)?, None);
        let mut site = store::Site::open(&self.root, &output, Foreign::Refuse, || {})?;
        let stored = self.cache.outputs(site.folder());
        let kept = site.kept(stored.as_ref());
        let previous = store::previous(stored.as_ref(), &kept, Arc::clone(&self.documents));
        let build = pipeline::build(&previous, inputs, &work)?;
        let written = site.write(&build.outputs, &kept)?;
        self.documents = build.documents;
        // Where nothing can be remembered, the next round has more to do, that is all.
        let outputs = Outputs::new(build.inputs, build.diagnostics.clone(), written.files);
        let _ = self.cache.save_outputs(site.folder(), &outputs);
        let count = |number: &AtomicUsize| number.load(Ordering::Relaxed);
        let figures = Built {
            files: written.report.written + written.report.removed,
            parsed: count(&work.parsed),
            rendered: count(&work.rendered),
            ..Built::default()
        };
        Ok((figures, build.diagnostics))
    }
}
