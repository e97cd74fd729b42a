//! What can fail when the world is touched: a verb, a path and the cause, so that every message says what was being
//! done and to which file.

use std::io;
use std::path::{Path, PathBuf};

use crate::model::OutPath;

/// How many paths a message names before it counts the rest.
pub(super) const NAMED: usize = 5;

/// Why a folder could not be read or written.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The operating system refused.
    #[error("could not {action} `{}`", path.display())]
    Io {
        /// What was tried, as a verb.
        action: &'static str,
        /// On which file or folder.
        path: PathBuf,
        /// What the system said.
        #[source]
        cause: io::Error,
    },
    /// A file without which nothing can be built is not text.
    #[error("`{}` is not UTF-8: byte {offset} (line {line}, column {column})", path.display())]
    NotUtf8 {
        /// The file.
        path: PathBuf,
        /// The first bad byte, from 0.
        offset: usize,
        /// Its line, from 1.
        line: u32,
        /// Its column, from 1, in characters.
        column: u32,
    },
    /// The output folder holds what `journal` did not make.
    #[error(
        "`{}` holds {}; choose another output folder, or say `--force`",
        folder.display(), list(paths, *count, "that `journal` did not make")
    )]
    Foreign {
        /// The output folder.
        folder: PathBuf,
        /// The first of them, relative to the folder.
        paths: Vec<String>,
        /// How many there are.
        count: usize,
    },
    /// A folder stands where a file belongs, and holds what `journal` did not make.
    #[error(
        "`{path}` has to be a file in `{}`, but is a folder with {}; move them away",
        folder.display(), list(paths, *count, "that `journal` did not make")
    )]
    FolderInTheWay {
        /// The output folder.
        folder: PathBuf,
        /// Where the file belongs.
        path: OutPath,
        /// The first foreign files, relative to the output folder.
        paths: Vec<String>,
        /// How many there are.
        count: usize,
    },
    /// The output folder is the journal, or lies around it.
    #[error("the output folder `{}` would hold the journal itself; choose a folder inside or beside it", output.display())]
    OutputAroundJournal {
        /// The output folder.
        output: PathBuf,
    },
    /// The output folder lies where sources are kept.
    #[error("the output folder `{}` lies in `{folder}/`, which is read for the site; choose another", output.display())]
    OutputInSources {
        /// The output folder.
        output: PathBuf,
        /// The folder of the journal.
        folder: &'static str,
    },
    /// The output folder has entries in it.
    #[error("the output folder `{}` holds entries such as `{entry}`; choose another", output.display())]
    OutputHoldsEntries {
        /// The output folder.
        output: PathBuf,
        /// One of them, relative to the folder.
        entry: String,
    },
    /// The list of our files is not one that this version understands.
    #[error("`{}` is not a list of files that this version of `journal` understands; choose another output folder, or remove it and say `--force`", path.display())]
    BadManifest {
        /// The list.
        path: PathBuf,
    },
    /// Another build does not end.
    #[error("another `journal` is building in `{}`; wait for it to finish, then try again", folder.display())]
    Busy {
        /// The folder that it has locked.
        folder: PathBuf,
    },
    /// Someone else writes a file again and again.
    #[error("`{}` is being changed by another program; try again when it has saved", path.display())]
    Contested {
        /// The file.
        path: PathBuf,
    },
    /// A file is not what it was.
    #[error("`{}` was changed since it was read, and is left as it is", path.display())]
    Changed {
        /// The file.
        path: PathBuf,
    },
    /// A file that is not to be changed.
    #[error("`{}` is read-only", path.display())]
    ReadOnly {
        /// The file.
        path: PathBuf,
    },
    /// A link leads out of the journal.
    #[error("`{}` leads out of the journal, and nothing there is changed", path.display())]
    Outside {
        /// The link.
        path: PathBuf,
    },
    /// A path that can't be written, for it is needed otherwise.
    #[error("`{path}` can't be a file of the site, for `journal` keeps its own files under such names")]
    ReservedPath {
        /// The path.
        path: OutPath,
    },
    /// A file was to stay as it was stored, but is not there as it was stored.
    #[error("`{path}` was to stay as the last build left it, but that build did not leave it so")]
    NotKept {
        /// The path.
        path: OutPath,
    },
}

impl Error {
    /// Names what was tried, for `map_err`.
    pub(super) fn io(action: &'static str, path: &Path) -> impl FnOnce(io::Error) -> Self {
        move |cause| Self::Io { action, path: path.to_owned(), cause }
    }

    /// Foreign files, sorted and cut to as many as a message names.
    pub(super) fn foreign(folder: &Path, mut paths: Vec<String>) -> Self {
        let count = paths.len();
        paths.sort_unstable();
        paths.truncate(NAMED);
        Self::Foreign { folder: folder.to_owned(), paths, count }
    }
}

fn list(paths: &[String], count: usize, which: &str) -> String {
    let named = paths.iter().map(|path| format!("`{path}`")).collect::<Vec<_>>().join(", ");
    let noun = if count == 1 { "a file" } else { "files" };
    match count - paths.len().min(count) {
        0 => format!("{noun} {which}: {named}"),
        more => format!("{noun} {which}: {named} and {more} more"),
    }
}

#[cfg(test)]
mod tests {
    use std::error::Error as _;

    use super::*;

    #[test]
    fn a_message_names_verb_and_path_and_keeps_the_cause() {
        let error = Error::io("read", Path::new("plans/a.md"))(io::ErrorKind::PermissionDenied.into());
        assert_eq!(error.to_string(), "could not read `plans/a.md`");
        assert_eq!(error.source().map(ToString::to_string).as_deref(), Some("permission denied"));
    }

    #[test]
    fn foreign_files_are_named_up_to_five() {
        let one = Error::foreign(Path::new("site"), vec!["b.txt".into()]);
        assert_eq!(
            one.to_string(),
            "`site` holds a file that `journal` did not make: `b.txt`; choose another output folder, or say `--force`"
        );
        let seven = Error::foreign(Path::new("site"), (0..7).rev().map(|i| i.to_string()).collect());
        assert!(seven.to_string().contains("files that `journal` did not make: `0`, `1`, `2`, `3`, `4` and 2 more"));
    }
}
