//! The one way in which a file comes to be in a journal: never over another, and whole when it has its name.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::Error;
use super::disk::temporary;
use crate::model::SourcePath;

/// Makes a new file in the journal `root`, with the folders above it; says whether it did: a file or link that has the
/// name already stays, whatever it is.
///
/// # Errors
/// When it can't be written, or a link on the way leads out of the journal.
pub fn create(root: &Path, path: &SourcePath, bytes: &[u8]) -> Result<bool, Error> {
    let named = root.join(path.as_str());
    let folder = folder_of(root, &named)?;
    let file = folder.join(path.file_name());
    if fs::symlink_metadata(&file).is_ok() {
        return Ok(false);
    }
    let temporary = temporary(&file);
    let result = written(&temporary, bytes).and_then(|()| named_whole(&temporary, &file, bytes));
    let _ = fs::remove_file(&temporary);
    result.map_err(Error::io("write", &named))
}

/// The folder in which `file` is to be: where it really is, which must be in the journal.
fn folder_of(root: &Path, file: &Path) -> Result<PathBuf, Error> {
    let outside = || Error::Outside { path: file.to_owned() };
    let root = root.canonicalize().map_err(Error::io("find", root))?;
    let folder = file.parent().ok_or_else(outside)?;
    if !super::real(folder).starts_with(&root) {
        return Err(outside());
    }
    fs::create_dir_all(folder).map_err(Error::io("create the folder", folder))?;
    let folder = folder.canonicalize().map_err(Error::io("find", folder))?;
    if folder.starts_with(&root) { Ok(folder) } else { Err(outside()) }
}

fn written(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = File::create_new(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

/// Gives what is in `temporary` its name; false if something else has it by now.
fn named_whole(temporary: &Path, file: &Path, bytes: &[u8]) -> io::Result<bool> {
    // A second name is only given where there is none; a rename would replace what is there.
    let result = match fs::hard_link(temporary, file) {
        Err(error) if !matches!(error.kind(), io::ErrorKind::AlreadyExists) => written(file, bytes),
        result => result,
    };
    match result {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(false),
        Err(error) => Err(error),
    }
}

#[cfg(test)]
mod tests {
    use tempfile::TempDir;

    use super::*;

    fn path(text: &str) -> SourcePath {
        SourcePath::new(text).expect("a path")
    }

    #[test]
    fn a_new_file_is_made_and_an_old_one_stays() {
        let folder = TempDir::new().expect("a folder");
        assert!(create(folder.path(), &path("a/b/c.md"), b"one").expect("writable"));
        assert!(!create(folder.path(), &path("a/b/c.md"), b"two").expect("writable"));
        assert_eq!(fs::read(folder.path().join("a/b/c.md")).expect("a file"), b"one");
        let names: Vec<_> = fs::read_dir(folder.path().join("a/b")).expect("a folder").collect();
        assert_eq!(names.len(), 1);
    }

    #[cfg(unix)]
    #[test]
    fn nothing_is_made_behind_a_link_out_of_the_journal() {
        let (inside, outside) = (TempDir::new().expect("a folder"), TempDir::new().expect("a folder"));
        std::os::unix::fs::symlink(outside.path(), inside.path().join("out")).expect("a link");
        std::os::unix::fs::symlink(outside.path().join("x.md"), inside.path().join("x.md")).expect("a link");
        for name in ["out/a.md", "out/deep/a.md"] {
            assert!(matches!(create(inside.path(), &path(name), b""), Err(Error::Outside { .. })));
        }
        assert!(!create(inside.path(), &path("x.md"), b"").expect("a link is there"));
        assert_eq!(fs::read_dir(outside.path()).expect("a folder").count(), 0);
    }
}
