//! Why a site was not published, and what to do about it.

use std::io;
use std::path::PathBuf;

/// Why a site was not published. The branch and the remote are then as they were, but for [`Error::MovedHere`].
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// There is no git on the machine.
    #[error(
        "`git` can't be found; a site is published with it: install it, or copy the folder that `journal build` makes"
    )]
    NoGit,
    /// git could not be run or spoken to.
    #[error("could not run `git {command}`")]
    Run {
        /// Its first argument.
        command: String,
        /// What the system said.
        #[source]
        cause: io::Error,
    },
    /// git said no.
    #[error("could not {doing}; git says:\n{said}")]
    Git {
        /// What was tried, as a verb.
        doing: String,
        /// What it said, indented.
        said: String,
    },
    /// The journal is in no repository.
    #[error("`{}` is in no git repository; make one with `git init`, or copy the folder that `journal build` makes", root.display())]
    NoRepository {
        /// The journal.
        root: PathBuf,
    },
    /// The branch's name is none.
    #[error("`{branch}` can't be the name of a branch")]
    BadBranch {
        /// As it was typed.
        branch: String,
    },
    /// The branch stands for another.
    #[error("the branch `{branch}` stands for `{target}`; choose another with `--branch`")]
    SymbolicBranch {
        /// The branch.
        branch: String,
        /// The ref that it leads to.
        target: String,
    },
    /// A work tree has the branch.
    #[error(
        "the branch `{branch}` is checked out in `{folder}`, and its files would not be those of the branch any more; \
         switch that work tree to another branch, or choose another with `--branch`"
    )]
    CheckedOut {
        /// The branch.
        branch: String,
        /// The work tree.
        folder: String,
    },
    /// git does not know who commits.
    #[error(
        "git does not know who you are, and every commit names its author; tell it once:\n  \
         git config --global user.name \"Your Name\"\n  git config --global user.email you@example.org"
    )]
    NoIdentity,
    /// There is no such remote.
    #[error(
        "there is no remote `{remote}`; add it with `git remote add {remote} ADDRESS`, name another with `--remote`, or \
         commit without pushing: `--no-push`"
    )]
    NoRemote {
        /// Its name.
        remote: String,
    },
    /// Both sides have commits that the other lacks.
    #[error(
        "the branch `{branch}` has commits here that `{remote}` does not have, and the other way round; if those here may \
         go, take the branch away with `git branch -D {branch}` and publish again"
    )]
    Diverged {
        /// The branch.
        branch: String,
        /// The remote.
        remote: String,
    },
    /// The branch moved on at the remote after it was looked at.
    #[error(
        "the branch `{branch}` moved on at `{remote}` while this was being published, so nothing was pushed, and nothing \
         changed here; publish again: it goes on from what is there now"
    )]
    Overtaken {
        /// The branch.
        branch: String,
        /// The remote.
        remote: String,
    },
    /// The branch was moved here by somebody else, after the remote had the commit.
    #[error(
        "the site is published, but the branch `{branch}` was moved here meanwhile and stays where it is; git says:\n{said}"
    )]
    MovedHere {
        /// The branch.
        branch: String,
        /// What git said, indented.
        said: String,
    },
    /// The remote did not take the commit, or the push did not get so far.
    #[error("`{remote}` did not take the branch `{branch}`, and nothing changed here; git says:\n{said}")]
    NotTaken {
        /// The branch.
        branch: String,
        /// The remote.
        remote: String,
        /// What it said, indented.
        said: String,
    },
    /// A file of the site can't be one in git.
    #[error("`{path}` can't be a file of a branch: {why}")]
    Unfit {
        /// Its path in the site.
        path: String,
        /// Why not.
        why: &'static str,
    },
    /// A file of the journal could not be read.
    #[error("could not read `{}`", path.display())]
    Unread {
        /// The file.
        path: PathBuf,
        /// What the system said.
        #[source]
        cause: io::Error,
    },
}

/// What git wrote, each line indented; it has said why by itself.
pub(super) fn said(bytes: &[u8]) -> String {
    let text = String::from_utf8_lossy(bytes);
    let lines = text.lines().map(str::trim_end).filter(|line| !line.is_empty());
    lines.map(|line| format!("  {line}")).collect::<Vec<_>>().join("\n")
}
