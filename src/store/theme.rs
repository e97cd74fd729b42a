//! The journal's own templates on disk.

use std::path::Path;

use super::TEMPLATES;

/// Whether the journal overrides the built-in template `name`.
#[must_use]
pub fn has_template(root: &Path, name: &str) -> bool {
    root.join(TEMPLATES).join(name).is_file()
}
