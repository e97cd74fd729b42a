//! `journal.yaml` becomes [`Settings`].

use crate::model::{Diagnostic, Settings, SourcePath};

/// Reads `journal.yaml`.
///
/// # Errors
/// Everything that is wrong with it, in order of place: a journal with broken settings is not built.
pub fn settings(_path: &SourcePath, _text: &str) -> Result<Settings, Vec<Diagnostic>> {
    unimplemented!()
}
