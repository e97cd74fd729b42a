//! What the last build left in an output folder, so that a build that changes nothing reads and writes next to
//! nothing.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::{Cache, Kind, body};
use crate::model::{Diagnostic, Digest, OutPath};
use crate::store::Error;

/// Where Linux tells which run of the machine it is.
const RUN: &str = "/proc/sys/kernel/random/boot_id";

/// What is remembered of a file of the site.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    /// What its bytes depended on.
    pub fingerprint: Digest,
    /// The digest of its bytes.
    pub content: Digest,
    /// How many bytes it has.
    pub size: u64,
    /// When it was written, in nanoseconds since 1970, as its file system tells.
    pub modified: u64,
}

/// What the last build left in one output folder.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outputs {
    /// Stands for everything that the build depended on.
    pub inputs: Digest,
    /// What was wrong in the journal.
    pub diagnostics: Vec<Diagnostic>,
    /// The files.
    pub files: BTreeMap<OutPath, Record>,
    /// The run of the machine in which they were written; empty where it is not known.
    run: String,
}

impl Outputs {
    /// What a build in this run of the machine left.
    #[must_use]
    pub fn new(inputs: Digest, diagnostics: Vec<Diagnostic>, files: BTreeMap<OutPath, Record>) -> Self {
        Self { inputs, diagnostics, files, run: run() }
    }

    /// Whether the machine has not been started since. A power cut can leave a file with the right size and time and
    /// other bytes, for output is not forced to the disk.
    pub(crate) fn is_of_this_run(&self) -> bool {
        self.run == run()
    }
}

fn run() -> String {
    fs::read_to_string(RUN).map(|id| id.trim().to_owned()).unwrap_or_default()
}

impl Cache {
    /// What the last build left in the output folder `folder`.
    #[must_use]
    pub fn outputs(&self, folder: &Path) -> Option<Outputs> {
        let bytes = self.read(&name(folder), Kind::Outputs)?;
        postcard::from_bytes(&bytes[body(&bytes)]).ok()
    }

    /// Remembers what this build left in the output folder `folder`.
    ///
    /// # Errors
    /// If it can't be written: the next build has more to do, that is all.
    pub fn save_outputs(&self, folder: &Path, outputs: &Outputs) -> Result<(), Error> {
        let bytes = postcard::to_stdvec(outputs).unwrap_or_default();
        self.write(&name(folder), Kind::Outputs, &[&bytes])
    }
}

/// A file for each output folder, so that `-o` elsewhere does not forget the usual one.
fn name(folder: &Path) -> String {
    format!("outputs-{}", Digest::of_bytes(folder.as_os_str().as_encoded_bytes()).short())
}
