//! The build that is being shown, held in memory. There is one way of building, here as everywhere:
//! [`pipeline::build`] with the build before and the inputs.

use std::mem;

use crate::model::{Diagnostic, OutPath};
use crate::pipeline::{self, Build, Content, Failure, Inputs, Shown, Work};

/// The last build that could be made. Bytes are where they are answered from: here they are all [`Content::Stored`].
pub(super) struct Live {
    build: Build,
}

/// What a build made other than the one before.
pub(super) struct Change {
    /// Files with another fingerprint, and what they are made of.
    pub(super) files: Vec<(OutPath, Content)>,
    /// Files that there are no longer.
    pub(super) removed: Vec<OutPath>,
    /// Whose text the pages show; none if the inputs are the same as before, and nothing changed.
    pub(super) shown: Option<Shown>,
}

impl Live {
    /// Before the first build; what `remembered` has parsed is not parsed again.
    pub(super) fn new(remembered: Build) -> Self {
        Self { build: remembered }
    }

    /// Builds from `inputs`.
    ///
    /// # Errors
    /// When the settings or a template are broken; then the last build stays.
    pub(super) fn rebuild(&mut self, inputs: &Inputs, work: &Work) -> Result<Change, Failure> {
        let mut build = pipeline::build(&self.build, inputs, work)?;
        let before = &self.build.outputs;
        let mut files = Vec::new();
        for (out, output) in &mut build.outputs {
            let known = before.get(out).filter(|known| known.fingerprint == output.fingerprint);
            match &output.content {
                Content::Stored => {}
                // Where a copy is taken from is remembered with it: the same bytes may come from another file.
                Content::Copy(source) => {
                    let same = known.is_some_and(|known| matches!(&known.content, Content::Copy(old) if old == source));
                    if !same {
                        files.push((out.clone(), output.content.clone()));
                    }
                }
                Content::Bytes(_) => {
                    let content = mem::replace(&mut output.content, Content::Stored);
                    if known.is_none_or(|known| !matches!(known.content, Content::Stored)) {
                        files.push((out.clone(), content));
                    }
                }
            }
        }
        let removed = before.keys().filter(|out| !build.outputs.contains_key(*out)).cloned().collect();
        let shown = build.shown.take();
        if shown.is_none() {
            // Nothing is different, and what the last build knew is worth keeping.
            return Ok(Change { files: Vec::new(), removed: Vec::new(), shown: None });
        }
        self.build = build;
        Ok(Change { files, removed, shown })
    }

    /// What is wrong in the journal, sorted.
    pub(super) fn diagnostics(&self) -> &[Diagnostic] {
        &self.build.diagnostics
    }

    /// A build that knows what was parsed for this one, and nothing else.
    pub(super) fn remembered(&self) -> Build {
        Build { documents: std::sync::Arc::clone(&self.build.documents), ..Build::empty() }
    }
}
