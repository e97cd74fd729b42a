//! What the versions of a journal tell: when each step appeared, was ticked, cancelled and reworded, when a plan changed
//! its status and its dates, when an entry was written and last changed.
//!
//! Pure, like everything above `parse`: commits and texts in, days out. `store` asks git for them.
//!
//! - `version`: one text of one file becomes what matters of it. It is read as its audience would read it today.
//! - `matching`: which step of the next version is which of the one before.
//! - `turns`: how one thing changed, commit by commit, and how the tales of two branches are joined.
//! - `file`: a file as of one commit, with all that its earlier versions told.
//! - `follow`: commits, one after the other, from their parents' files to their own.
//! - `told`: what all of that says of an entry as it is now. What is not committed counts as of today.
//!
//! # Rules
//!
//! - A day is the author's, on the author's own calendar: a rebase keeps it.
//! - What came through a merge keeps the day it has on its branch. Where both branches changed the same thing, the
//!   one that has stood longest as it stands now is believed.
//! - What the first commit of a shallow clone holds was there before: nobody knows since when.
//! - For the public, every version is read without what is private in it, and nothing is taken over from a file that
//!   was private as a whole. A step that is gone counts only where its last version was public.

mod file;
mod follow;
mod matching;
mod told;
mod turns;
mod version;

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::model::{Audience, Date, Digest, Settings, SourcePath};

pub use file::File;
pub use follow::{Follower, Texts};
pub use told::{History, Present};
pub use version::Version;

/// A commit's or a blob's name, as git writes it.
pub type Name = Arc<str>;

/// Every file of a commit that was followed.
pub type Tree = BTreeMap<SourcePath, Arc<File>>;

/// How texts are read: the parts of the settings that have a say in it, and who reads.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Rules {
    settings: Settings,
    audience: Audience,
}

impl Rules {
    /// The rules of a journal with these settings. What has no say in what a version means is as it is by default, so
    /// that another title does not make all versions unknown.
    #[must_use]
    pub fn new(settings: &Settings, audience: Audience) -> Self {
        let settings = Settings {
            kinds: settings.kinds.clone(),
            fields: settings.fields.clone(),
            statuses: settings.statuses.clone(),
            checkpoint_headings: settings.checkpoint_headings.clone(),
            visibility: settings.visibility,
            count_cancelled: settings.count_cancelled,
            search: false,
            math: false,
            highlight: false,
            ..Settings::default()
        };
        Self { settings, audience }
    }

    /// Stands for the rules.
    #[must_use]
    pub fn digest(&self) -> Digest {
        Digest::of(self)
    }
}

/// What a commit did to one file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The file.
    pub path: SourcePath,
    /// The path it had before, where it was renamed.
    pub from: Option<SourcePath>,
    /// Its text from then on; none if it is gone.
    pub blob: Option<Name>,
}

/// A commit, as far as it is about the journal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Commit {
    /// Its name.
    pub name: Name,
    /// The commits it was made from, the first first. Commits that are not about the journal are left out.
    pub parents: Vec<Name>,
    /// The author's day; none if what it holds may be older.
    pub day: Option<Date>,
    /// What is other than in the first parent, by path.
    pub changes: Vec<Change>,
}

/// Everything that is known of a journal's versions as of one commit: what is kept between builds.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Known {
    /// How many commits were followed.
    commits: u32,
    /// How many steps and files were seen.
    seen: u32,
    /// The files of the last one.
    tree: Tree,
}
