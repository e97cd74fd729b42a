//! The journal's own templates on disk.

use std::fs;
use std::io::Write;
use std::path::Path;

use super::{Error, TEMPLATES};

/// Whether the journal overrides the built-in template `name`.
#[must_use]
pub fn has_template(root: &Path, name: &str) -> bool {
    root.join(TEMPLATES).join(name).is_file()
}

/// Puts a template into the journal, unless one of that name is there. Whether it was put.
///
/// # Errors
/// If it can't be written.
pub fn add_template(root: &Path, name: &str, bytes: &[u8]) -> Result<bool, Error> {
    let path = root.join(TEMPLATES).join(name);
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(Error::io("create the folder", folder))?;
    }
    match fs::OpenOptions::new().write(true).create_new(true).open(&path) {
        Ok(mut file) => {
            file.write_all(bytes).map_err(Error::io("write", &path))?;
            Ok(true)
        }
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => Ok(false),
        Err(error) => Err(Error::io("write", &path)(error)),
    }
}
