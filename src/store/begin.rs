//! A folder becomes a journal: what is asked of it first, and what is added beside the entries.

use std::fs;
use std::path::{Path, PathBuf};

use super::repository::repository_of;
use super::{Error, discover, git, ignores};
use crate::model::{Settings, SourcePath};

/// What git leaves out.
const GITIGNORE: &str = ".gitignore";

/// What became of a file that was to be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Created {
    /// It is there now.
    New(PathBuf),
    /// Something has its name already, and stays.
    Present(PathBuf),
}

/// Makes the folder in which a journal is to be, with those above it.
///
/// # Errors
/// When it can't be made.
pub fn make_journal_folder(root: &Path) -> Result<(), Error> {
    fs::create_dir_all(root).map_err(Error::io("create the folder", root))
}

/// Whether there is Markdown in `root` that a journal would read, other than the `README.md` that a repository begins
/// with.
///
/// # Errors
/// When the folder can't be looked into.
pub fn holds_entries(root: &Path) -> Result<bool, Error> {
    let found = discover::discover(root, &Settings::default(), &[])?;
    Ok(found.entries.iter().any(|path| path.as_str() != "README.md"))
}

/// Makes a new file in the repository that `root` is in, from its top; without one, in `root`.
///
/// # Errors
/// As [`create`](super::create()).
pub fn create_in_repository(root: &Path, path: &SourcePath, bytes: &[u8]) -> Result<Created, Error> {
    let real = super::real(root);
    let top = repository_of(&real).unwrap_or(&real);
    let file = top.join(path.as_str());
    Ok(if super::create(top, path, bytes)? { Created::New(file) } else { Created::Present(file) })
}

/// Has git leave out the output folder `output` of the journal `root`, by a line at the end of the `.gitignore` there.
/// Nothing is added if git leaves it out already, or if it is under version control. Whether a line was added.
///
/// # Errors
/// When the file can't be read or written.
pub fn ignore_in_git(root: &Path, output: &str) -> Result<bool, Error> {
    if ignores::ignored_by_git(&super::real(root), output) || is_tracked(root, output) {
        return Ok(false);
    }
    let path = SourcePath::new(GITIGNORE).expect("a plain name");
    let line = pattern(output);
    let mut added = super::create(root, &path, format!("{line}\n").as_bytes())?;
    if !added {
        super::rewrite(root, &path, |bytes| {
            added = true;
            Ok::<_, Error>(with_line(bytes, &line))
        })?;
    }
    Ok(added)
}

/// Whether a folder of the journal is under version control; without git nothing is.
fn is_tracked(root: &Path, folder: &str) -> bool {
    let listed = git::git(root).args(["ls-files", "-z", "--"]).arg(folder).output();
    listed.is_ok_and(|listed| listed.status.success() && !listed.stdout.is_empty())
}

/// The pattern that means this folder and no other (gitignore(5)).
fn pattern(folder: &str) -> String {
    let mut pattern = String::from("/");
    for c in folder.chars() {
        if matches!(c, '*' | '?' | '[' | '\\') {
            pattern.push('\\');
        }
        pattern.push(c);
    }
    pattern + "/"
}

/// `bytes` and a last line, with the line endings that are there.
fn with_line(bytes: &[u8], line: &str) -> Vec<u8> {
    let first = bytes.iter().position(|byte| *byte == b'\n');
    let ending = if first.is_some_and(|at| at > 0 && bytes[at - 1] == b'\r') { "\r\n" } else { "\n" };
    let mut bytes = bytes.to_vec();
    if !bytes.is_empty() && !bytes.ends_with(b"\n") {
        bytes.extend(ending.as_bytes());
    }
    bytes.extend(line.as_bytes());
    bytes.extend(ending.as_bytes());
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_added_in_the_style_of_the_file() {
        for (before, after) in [
            ("", "/site/\n"),
            ("a\n", "a\n/site/\n"),
            ("a", "a\n/site/\n"),
            ("a\r\nb\r\n", "a\r\nb\r\n/site/\r\n"),
            ("a\r\nb", "a\r\nb\r\n/site/\r\n"),
            ("\n", "\n/site/\n"),
        ] {
            assert_eq!(with_line(before.as_bytes(), "/site/"), after.as_bytes(), "{before:?}");
        }
    }

    #[test]
    fn a_pattern_means_the_folder_and_no_other() {
        assert_eq!(pattern("out/public"), "/out/public/");
        assert_eq!(pattern("a[b]*"), "/a\\[b]\\*/");
    }
}
