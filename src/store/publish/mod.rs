//! A site becomes a commit on a branch of the repository that the journal is in, and goes to a remote.
//!
//! Only objects and that one branch are written, with git's plumbing: the work tree, the index, `HEAD` and every other
//! branch stay as they are, whatever state they are in. The push comes before the branch moves here, so that one that is
//! rejected has nothing to take back.

mod error;
mod objects;
mod plumbing;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::git::git;
use crate::model::OutPath;
use crate::pipeline::Output;

pub use error::Error;
use error::said;
use objects::Id;
pub use plumbing::Objects;
use plumbing::{Plumbing, finished};

/// Tells GitHub Pages to serve the files as they are.
const NOJEKYLL: &str = ".nojekyll";
/// The domain of a site on GitHub Pages; put on the branch by its settings page.
const CNAME: &str = "CNAME";
/// The remote that is meant where none is named, if there are several.
const ORIGIN: &str = "origin";

/// Where a site is to go.
#[derive(Debug, Clone, Copy)]
pub struct Target<'a> {
    /// The branch, without `refs/heads/`.
    pub branch: &'a str,
    /// The remote, by its name or address; else the usual one.
    pub remote: Option<&'a str>,
    /// Whether it goes to the remote at all.
    pub push: bool,
    /// Whether anything is kept.
    pub objects: Objects,
}

/// A branch that sites are published on.
pub struct Branch {
    root: PathBuf,
    git: Plumbing,
    name: String,
    /// Where it is here.
    local: Option<Id>,
    /// Where it goes, and where it is there.
    remote: Option<(String, Option<Id>)>,
    /// What the next commit is made on.
    tip: Option<Id>,
    /// What is published, by path.
    files: BTreeMap<String, Id>,
}

/// A site in the repository.
#[derive(Debug)]
pub struct Committed {
    id: Id,
    /// How many files it adds, changes or removes.
    pub changed: usize,
    /// Whether there is anything that the branch or the remote does not have.
    pub is_new: bool,
}

impl Committed {
    /// The first digits of its name.
    #[must_use]
    pub fn short(&self) -> &str {
        self.id.get(..10).unwrap_or(&self.id)
    }
}

impl Branch {
    /// Looks at the branch, here and at the remote, and whether a site can be published on it. Nothing changes but that
    /// commits are fetched that are only there.
    ///
    /// # Errors
    /// Everything that would stop the publishing later.
    pub fn open(root: &Path, target: &Target<'_>) -> Result<Self, Error> {
        let git = Plumbing::open(root, target.objects)?;
        let name = target.branch.to_owned();
        check_branch(&git, &name)?;
        for who in ["GIT_AUTHOR_IDENT", "GIT_COMMITTER_IDENT"] {
            git.line(["var", who])?.ok_or(Error::NoIdentity)?;
        }
        let reference = reference(&name);
        let local = git.line(["rev-parse", "--quiet", "--verify", &format!("{reference}^{{commit}}")])?;
        let remote = match remote(&git, target)? {
            Some(remote) if target.push => {
                let there = tip_at(&git, &remote, &reference)?;
                Some((remote, there))
            }
            _ => None,
        };
        let there = remote.as_ref().and_then(|(remote, there)| Some((remote.as_str(), there.clone()?)));
        let tip = match (local.clone(), there) {
            (Some(here), Some((remote, there))) => Some(newest(&git, here, there, &name, remote)?),
            (Some(only), None) | (None, Some((_, only))) => Some(only),
            (None, None) if target.push => None,
            (None, None) => last_seen(&git, target, &name)?,
        };
        let files = match &tip {
            Some(tip) => objects::files(&git, tip)?,
            None => BTreeMap::new(),
        };
        Ok(Self { root: root.to_owned(), git, name, local, remote, tip, files })
    }

    /// Whether a site on the branch has this file already.
    #[must_use]
    pub fn has(&self, path: &OutPath) -> bool {
        self.files.contains_key(path.as_str())
    }

    /// The bytes of a file on the branch.
    ///
    /// # Errors
    /// When they can't be read.
    pub fn file(&self, path: &str) -> Result<Option<Vec<u8>>, Error> {
        let id = self.files.get(path);
        id.map(|id| self.git.output("read the branch", ["cat-file", "blob", id])).transpose()
    }

    /// The remote that it goes to, if it goes to one.
    #[must_use]
    pub fn remote(&self) -> Option<&str> {
        self.remote.as_ref().map(|(remote, _)| remote.as_str())
    }

    /// Makes a commit of a site, unless it is what the branch has. The branch does not move yet.
    ///
    /// # Errors
    /// When a file can't be read, or git refuses.
    pub fn commit(&self, outputs: &BTreeMap<OutPath, Output>, message: &str) -> Result<Committed, Error> {
        let mut files = objects::blobs(&self.git, &self.root, outputs)?;
        if !files.contains_key(NOJEKYLL) {
            let empty = self.git.fed("write the site into the repository", ["hash-object", "-w", "--stdin"], b"")?;
            files.insert(NOJEKYLL.to_owned(), plumbing::first_line(&empty).to_owned());
        }
        if let Some(domain) = self.files.get(CNAME) {
            files.entry(CNAME.to_owned()).or_insert_with(|| domain.clone());
        }
        let tree = objects::tree(&self.git, &files)?;
        let changed = self.changed(&tree, files.len())?;
        let id = match &self.tip {
            Some(tip) if changed == 0 => tip.clone(),
            tip => {
                let mut arguments = vec!["commit-tree", &tree];
                if let Some(tip) = tip {
                    arguments.extend(["-p", tip]);
                }
                arguments.extend(["-F", "-"]);
                let message = format!("{}\n", message.trim_end());
                let id = self.git.fed("commit the site", arguments, message.as_bytes())?;
                plumbing::first_line(&id).to_owned()
            }
        };
        let is_there = |known: &Option<Id>| known.as_ref() == Some(&id);
        let is_new = changed > 0 || self.remote.as_ref().is_some_and(|(_, there)| !is_there(there));
        Ok(Committed { id, changed, is_new })
    }

    /// How many paths differ between what is published and `tree`, which has `files` of them. A tree with other rights
    /// or other things than files in it differs, too.
    fn changed(&self, tree: &str, files: usize) -> Result<usize, Error> {
        let Some(tip) = &self.tip else { return Ok(files) };
        let paths = ["diff-tree", "-r", "-z", "--name-only", "--no-renames", "--no-ext-diff", tip, tree];
        let paths = self.git.output("compare the site with the branch", paths)?;
        Ok(paths.split(|byte| *byte == 0).filter(|path| !path.is_empty()).count())
    }

    /// Takes the commit to the remote, if there is one, and moves the branch to it.
    ///
    /// # Errors
    /// When the remote does not take it; then the branch has not moved.
    pub fn publish(&self, commit: &Committed) -> Result<(), Error> {
        let remote = self.remote.as_ref().filter(|(_, there)| there.as_ref() != Some(&commit.id));
        if let Some((remote, _)) = remote {
            self.push(remote, &commit.id)?;
        }
        if self.local.as_ref() == Some(&commit.id) {
            return Ok(());
        }
        // The branch must still be where it was, or not be.
        let before = self.local.clone().unwrap_or_else(|| "0".repeat(commit.id.len()));
        let reference = reference(&self.name);
        let moved = self.git.run(["update-ref", "-m", "journal publish", &reference, &commit.id, &before])?;
        let (branch, said) = (self.name.clone(), said(&moved.stderr));
        match remote {
            _ if moved.status.success() => Ok(()),
            Some(_) => Err(Error::MovedHere { branch, said }),
            None => Err(Error::Git { doing: format!("move the branch `{branch}`"), said }),
        }
    }

    /// Pushes as a person would, with the hooks that they have; never over what is there.
    fn push(&self, remote: &str, commit: &str) -> Result<(), Error> {
        let mut push = git(&self.root);
        push.args(["push", "--porcelain", "--no-force", "--no-follow-tags", "--recurse-submodules=no", "--", remote]);
        let output = finished(push.arg(format!("{commit}:{}", reference(&self.name))), None)?;
        if output.status.success() {
            return Ok(());
        }
        let (branch, remote) = (self.name.clone(), remote.to_owned());
        let told = String::from_utf8_lossy(&output.stdout);
        // One line for each ref: a sign, the two names, what became of it (git-push(1), *Output*).
        let refused = told.lines().find(|line| line.starts_with("!\t"));
        if refused.is_some_and(|line| line.contains("[rejected]")) {
            return Err(Error::Overtaken { branch, remote });
        }
        let why = refused.and_then(|line| line.rsplit('\t').next()).unwrap_or_default();
        let said = said(format!("{why}\n{}", String::from_utf8_lossy(&output.stderr)).as_bytes());
        Err(Error::NotTaken { branch, remote, said })
    }
}

fn reference(branch: &str) -> String {
    format!("refs/heads/{branch}")
}

/// That the branch can be written to without anybody's noticing it in a work tree.
fn check_branch(git: &Plumbing, branch: &str) -> Result<(), Error> {
    let bad = || Error::BadBranch { branch: branch.to_owned() };
    let reference = reference(branch);
    if branch.starts_with('-') || !git.run(["check-ref-format", &reference])?.status.success() {
        return Err(bad());
    }
    if let Some(target) = git.line(["symbolic-ref", "--quiet", &reference])? {
        return Err(Error::SymbolicBranch { branch: branch.to_owned(), target });
    }
    let trees = git.output("list the work trees", ["worktree", "list", "--porcelain"])?;
    let trees = String::from_utf8_lossy(&trees);
    let mut folder = "";
    for line in trees.lines() {
        if let Some(path) = line.strip_prefix("worktree ") {
            folder = path;
        } else if line.strip_prefix("branch ") == Some(&reference) {
            return Err(Error::CheckedOut { branch: branch.to_owned(), folder: folder.to_owned() });
        }
    }
    Ok(())
}

/// The remote that is meant: the one named, else `origin`, else the only one. None if there is none and none is needed.
fn remote(git: &Plumbing, target: &Target<'_>) -> Result<Option<String>, Error> {
    let listed = git.output("list the remotes", ["remote"])?;
    let listed = String::from_utf8_lossy(&listed);
    let known: Vec<&str> = listed.lines().collect();
    let meant = match (target.remote, known.as_slice()) {
        (Some(named), _) => named,
        (None, [only]) => only,
        (None, _) => ORIGIN,
    };
    let is_address = meant.contains(['/', ':', '\\']) && !meant.starts_with('-');
    if known.contains(&meant) || is_address {
        Ok(Some(meant.to_owned()))
    } else if target.push {
        Err(Error::NoRemote { remote: meant.to_owned() })
    } else {
        Ok(None)
    }
}

/// Where the branch is at the remote; its commit is fetched if it is only there.
fn tip_at(git: &Plumbing, remote: &str, reference: &str) -> Result<Option<Id>, Error> {
    let doing = format!("ask `{remote}` for its branches");
    let listed = git.output(&doing, ["ls-remote", "--quiet", "--", remote, reference])?;
    let listed = String::from_utf8_lossy(&listed);
    let of_branch =
        |line: &str| line.split_once('\t').filter(|(_, name)| *name == reference).map(|(id, _)| id.to_owned());
    let Some(tip) = listed.lines().find_map(of_branch) else { return Ok(None) };
    let commit = format!("{tip}^{{commit}}");
    let is_here = || Ok::<_, Error>(git.run(["cat-file", "-e", &commit])?.status.success());
    if !is_here()? {
        // No branch of a person's own is moved for it, nor the one that remembers the remote's.
        let options =
            ["--quiet", "--no-tags", "--no-write-fetch-head", "--no-recurse-submodules", "--no-auto-maintenance"];
        let fetch = ["fetch"].into_iter().chain(options).chain(["--refmap=", "--", remote, reference]);
        git.output(&format!("fetch the branch from `{remote}`"), fetch)?;
    }
    if is_here()? {
        return Ok(Some(tip));
    }
    Err(Error::Git { doing, said: "  the branch moved while it was fetched; publish again".into() })
}

/// Which of two places of a branch is the later one.
fn newest(git: &Plumbing, here: Id, there: Id, branch: &str, remote: &str) -> Result<Id, Error> {
    let leads_to = |from: &str, to: &str| Ok(git.run(["merge-base", "--is-ancestor", from, to])?.status.success());
    if leads_to(&here, &there)? {
        Ok(there)
    } else if leads_to(&there, &here)? {
        Ok(here)
    } else {
        Err(Error::Diverged { branch: branch.to_owned(), remote: remote.to_owned() })
    }
}

/// Where the branch was at the remote when somebody last looked.
fn last_seen(git: &Plumbing, target: &Target<'_>, branch: &str) -> Result<Option<Id>, Error> {
    let Some(remote) = remote(git, target)? else { return Ok(None) };
    git.line(["rev-parse", "--quiet", "--verify", &format!("refs/remotes/{remote}/{branch}^{{commit}}")])
}
