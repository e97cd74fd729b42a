//! How git is run: in the journal's folder, and as if nobody had told it of another repository.

use std::path::Path;
use std::process::{Command, Stdio};

/// What the environment may say of a repository and how to find it: what `git rev-parse --local-env-vars` lists, but for
/// settings, and what turns the search for it. Inside a hook it speaks
/// of the repository that the hook belongs to, which need not be the journal's. What a person configures there stays.
const LOCAL: [&str; 16] = [
    "GIT_ALTERNATE_OBJECT_DIRECTORIES",
    "GIT_CEILING_DIRECTORIES",
    "GIT_COMMON_DIR",
    "GIT_DEFAULT_HASH",
    "GIT_DIR",
    "GIT_DISCOVERY_ACROSS_FILESYSTEM",
    "GIT_GRAFT_FILE",
    "GIT_IMPLICIT_WORK_TREE",
    "GIT_INDEX_FILE",
    "GIT_INTERNAL_SUPER_PREFIX",
    "GIT_NO_REPLACE_OBJECTS",
    "GIT_OBJECT_DIRECTORY",
    "GIT_PREFIX",
    "GIT_REPLACE_REF_BASE",
    "GIT_SHALLOW_FILE",
    "GIT_WORK_TREE",
];

/// `git`, ready for its arguments, in the folder `root`. It reads nothing from the terminal.
pub(super) fn git(root: &Path) -> Command {
    let mut git = Command::new("git");
    for name in LOCAL {
        git.env_remove(name);
    }
    git.arg("-C").arg(root).arg("--no-optional-locks").stdin(Stdio::null());
    git
}
