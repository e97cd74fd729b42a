//! Whether another commit is checked out, told from a few small files: `watch` asks after each save.

use std::path::{Path, PathBuf};

use super::super::ignores::git_folder;
use super::super::repository::repository_of;
use super::small;

/// Stands for the commit that is checked out, as far as git's files tell without asking git. The same mark, the same
/// commit.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Mark(Vec<Option<String>>);

impl Mark {
    /// The mark of the repository that the journal `root` is in; that of nothing outside of one.
    #[must_use]
    pub fn of(root: &Path) -> Self {
        let Some(top) = repository_of(root) else { return Self::default() };
        let own = own_folder(&top.join(".git"));
        let common = git_folder(&top.join(".git")).unwrap_or_else(|| own.clone());
        let head = small(&own.join("HEAD"));
        let named = head.as_deref().and_then(|head| head.strip_prefix("ref:")).map(str::trim);
        // A branch has a file of its own, or a line among others, or is in tables of which this is the list.
        let branch = named.and_then(|name| small(&common.join(name)).or_else(|| small(&common.join("packed-refs"))));
        let tables = small(&own.join("reftable/tables.list"));
        let shallow = small(&common.join("shallow"));
        Self(vec![head, branch, tables, shallow])
    }
}

/// What a work tree keeps for itself. In a work tree or submodule, `.git` is a file that tells where.
fn own_folder(git: &Path) -> PathBuf {
    let told = small(git).and_then(|text| Some(git.parent()?.join(text.strip_prefix("gitdir:")?.trim())));
    told.unwrap_or_else(|| git.to_owned())
}
