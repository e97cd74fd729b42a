//! Fixes, made in a file.

use std::path::Path;

use super::{Error, rewrite};
use crate::model::{Digest, Fix, SourcePath, mended};

/// Makes `fixes` in a file of the journal `root`, all at once, and says how many were made. Nothing else in it
/// changes; what two paths lead to is one file.
///
/// # Errors
/// [`Error::Changed`] when its bytes are not those of the digest `read`; all of [`rewrite`]'s.
pub fn mend(root: &Path, path: &SourcePath, read: Digest, fixes: &[Fix]) -> Result<usize, Error> {
    let mut made = 0;
    rewrite(root, path, |bytes| {
        let changed = || Error::Changed { path: root.join(path.as_str()) };
        let text = std::str::from_utf8(bytes).ok().filter(|_| Digest::of_bytes(bytes) == read).ok_or_else(changed)?;
        let (text, count) = mended(text, fixes);
        made = count;
        Ok::<_, Error>(text.into_bytes())
    })?;
    Ok(made)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use tempfile::TempDir;

    use super::*;

    #[test]
    fn only_a_file_that_is_as_it_was_read_is_changed() {
        let folder = TempDir::new().expect("a folder");
        let file = folder.path().join("a.md");
        let path = SourcePath::new("a.md").expect("a path");
        let fix = |line| Fix { line, column: 2, length: 1, replacement: "x".into() };
        fs::write(&file, "\u{feff}abc\r\ndef").expect("a file");
        let read = Digest::of_bytes(&fs::read(&file).expect("a file"));
        assert_eq!(mend(folder.path(), &path, read, &[fix(1), fix(2), fix(9)]).expect("writable"), 2);
        assert_eq!(fs::read_to_string(&file).expect("a file"), "\u{feff}axc\r\ndxf");
        assert!(matches!(mend(folder.path(), &path, read, &[fix(1)]), Err(Error::Changed { .. })));
        assert_eq!(fs::read_to_string(&file).expect("a file"), "\u{feff}axc\r\ndxf");
    }
}
