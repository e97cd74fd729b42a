//! What git knows of a journal: commits and texts for [`crate::history`], asked of the `git` program.
//!
//! One `git log` tells who changed what, one `git cat-file` gives the texts, a thousand commits at a time; only what
//! was committed since the last time is asked for. Nothing is ever asked of another machine.

mod ask;
mod log;
mod mark;

use std::collections::{BTreeSet, HashMap};
use std::fs;
use std::path::Path;

use rayon::prelude::*;

use super::cache::{Cache, Kept};
use super::repository::repository_of;
use super::text::text;
use crate::history::{Commit, Follower, History, Known, Name, Rules, Texts, Version};
use crate::model::{Audience, Code, Diagnostic, Digest, Settings, Severity};
use ask::{Failed, Git};

pub use mark::Mark;

/// Commits whose texts are in memory at the same time.
const AT_ONCE: usize = 1000;
/// The largest text that is looked at, in bytes: what is no entry for its size was none before.
const LARGEST: usize = 16 << 20;

/// What git tells of the journal `root`, for one audience; none outside a repository, before its first commit, without
/// git, and where the settings want none of it.
#[must_use]
pub fn history(root: &Path, settings: &Settings, audience: Audience, cache: &Cache) -> Option<History> {
    if !settings.git || repository_of(&super::real(root)).is_none() {
        return None;
    }
    let git = Git::new(root);
    let rules = Rules::new(settings, audience);
    let read = git.place().and_then(|place| match place {
        Some(place) => read(&git, &place, &rules, audience, cache).map(|known| Some((place, known))),
        None => Ok(None),
    });
    match read {
        Ok(Some((place, known))) => {
            let diagnostics: Vec<Diagnostic> = place.is_shallow().then(shallow).into_iter().collect();
            let digest = Digest::of(&(&place, rules.digest()));
            Some(History::new(move || known.load(), rules, digest, diagnostics))
        }
        Ok(None) | Err(Failed::NoGit) => None,
        Err(Failed::Said(why)) => Some(History::unknown(rules, vec![unread(&why)])),
    }
}

fn shallow() -> Diagnostic {
    let message = "the repository is a shallow clone: what was done before its first commit has no day";
    let problem = Diagnostic {
        code: Code::ShallowHistory,
        severity: Severity::Note,
        path: ".".into(),
        place: None,
        message: message.into(),
        help: None,
        fix: None,
    };
    problem.help("`git fetch --unshallow` gets the rest")
}

fn unread(why: &str) -> Diagnostic {
    Diagnostic {
        code: Code::HistoryUnread,
        severity: Severity::Warning,
        path: ".".into(),
        place: None,
        message: format!("git can't tell the history of the journal: {why}"),
        help: Some("mend what git says, or write `git: false` into journal.yaml".into()),
        fix: None,
    }
}

/// Where a journal is in its repository, and what there is of it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct Place {
    /// The commit that is checked out.
    head: Name,
    /// The way from the repository's top to the journal: empty, or with `/` at its end.
    way: String,
    /// The commits of a shallow clone whose parents are not there.
    boundary: BTreeSet<Name>,
}

impl Place {
    fn is_shallow(&self) -> bool {
        !self.boundary.is_empty()
    }
}

/// What was read, now or earlier.
enum Source {
    /// Now.
    Read(Known),
    /// Earlier; it is decoded when it is asked for.
    Kept(Kept),
}

impl Source {
    fn load(self) -> Option<Known> {
        match self {
            Self::Read(known) => Some(known),
            Self::Kept(kept) => kept.known(),
        }
    }
}

/// Everything up to the commit that is checked out: what was kept, and what came after; or all anew.
fn read(git: &Git, place: &Place, rules: &Rules, audience: Audience, cache: &Cache) -> Result<Source, Failed> {
    let key = Digest::of(&(rules.digest(), &place.way, &place.boundary));
    let kept = cache.history(audience, key);
    if let Some(kept) = kept {
        if kept.head == place.head {
            return Ok(Source::Kept(kept));
        }
        if let Some(known) = after(git, place, rules, &kept)? {
            // Where nothing can be kept, the next reading has more to do, that is all.
            let _ = cache.save_history(audience, key, &place.head, &known);
            return Ok(Source::Read(known));
        }
    }
    let commits = git.log(place, None)?;
    let known = followed(git, Follower::new(None, &commits), &commits, rules)?;
    let _ = cache.save_history(audience, key, &place.head, &known);
    Ok(Source::Read(known))
}

/// What was kept, and all that was committed on it since; none if what is checked out was not made from it alone.
fn after(git: &Git, place: &Place, rules: &Rules, kept: &Kept) -> Result<Option<Known>, Failed> {
    let head = &kept.head;
    if !git.is_ancestor(head, &place.head)? {
        return Ok(None);
    }
    let commits = git.log(place, Some(head))?;
    let new: BTreeSet<&Name> = commits.iter().map(|commit| &commit.name).collect();
    let made_from = |parent: &Name| parent == head || new.contains(parent);
    let on_it = |commit: &Commit| !commit.parents.is_empty() && commit.parents.iter().all(made_from);
    if !commits.iter().all(on_it) {
        return Ok(None);
    }
    let Some(known) = kept.known() else { return Ok(None) };
    if commits.is_empty() {
        return Ok(Some(known));
    }
    let follower = Follower::new(Some((head, known)), &commits);
    followed(git, follower, &commits, rules).map(Some)
}

fn followed(git: &Git, mut follower: Follower, commits: &[Commit], rules: &Rules) -> Result<Known, Failed> {
    for commits in commits.chunks(AT_ONCE) {
        let blobs: BTreeSet<&Name> =
            commits.iter().flat_map(|commit| &commit.changes).filter_map(|change| change.blob.as_ref()).collect();
        let texts = texts(git, &blobs, rules)?;
        for commit in commits {
            follower.follow(commit, &texts);
        }
    }
    Ok(follower.known())
}

/// What the blobs say.
fn texts(git: &Git, blobs: &BTreeSet<&Name>, rules: &Rules) -> Result<Texts, Failed> {
    let read = git.objects(blobs, LARGEST)?;
    let understood = read.into_par_iter().map(|(name, bytes)| {
        let raw = Digest::of_bytes(&bytes);
        let version = text(bytes).ok().and_then(|text| Version::of(&text, rules));
        (name, (raw, version.map(std::sync::Arc::new)))
    });
    Ok(understood.collect::<Vec<_>>().into_iter().collect::<HashMap<_, _>>())
}

/// The text of a small file, without the space around it.
fn small(path: &Path) -> Option<String> {
    fs::read_to_string(path).ok().map(|text| text.trim().to_owned())
}
