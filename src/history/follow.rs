//! Commits, one after the other, from their parents' files to their own.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use super::file::{File, Followed, Next};
use super::matching::{Earlier, Matching};
use super::turns::Moment;
use super::{Change, Commit, Known, Name, Tree, Version};
use crate::model::{Digest, SourcePath};

/// A text, by its blob: what stands for its bytes, and what it says if it can be understood.
pub type Texts = HashMap<Name, (Digest, Option<Arc<Version>>)>;

/// The text of a file as of a commit.
#[derive(Debug, Clone)]
pub(super) struct Text {
    pub(super) path: SourcePath,
    /// The path that it had before.
    pub(super) from: Option<SourcePath>,
    /// What stands for its bytes, and what it says; none if it is gone.
    pub(super) now: Option<(Digest, Option<Arc<Version>>)>,
}

/// Follows commits, the parents before their children. It holds the files of those commits only that others are still
/// to be made from.
#[derive(Debug)]
pub struct Follower {
    commits: u32,
    seen: u32,
    trees: HashMap<Name, (Tree, usize)>,
    /// The commit that was followed last.
    last: Option<Name>,
    children: HashMap<Name, usize>,
}

impl Follower {
    /// Begins with what is known as of a commit, or with nothing. `commits` are all that will be followed, in order.
    #[must_use]
    pub fn new(known: Option<(&Name, Known)>, commits: &[Commit]) -> Self {
        let mut children: HashMap<Name, usize> = HashMap::new();
        for parent in commits.iter().flat_map(|commit| &commit.parents) {
            *children.entry(Arc::clone(parent)).or_default() += 1;
        }
        let mut follower = Self { commits: 0, seen: 0, trees: HashMap::new(), last: None, children };
        if let Some((name, known)) = known {
            follower.commits = known.commits;
            follower.seen = known.seen;
            follower.keep(name, known.tree);
        }
        follower
    }

    /// Follows one commit.
    pub fn follow(&mut self, commit: &Commit, texts: &Texts) {
        self.commits += 1;
        let when = Moment { at: self.commits, day: commit.day };
        let mut parents = commit.parents.iter().map(|parent| self.take(parent)).collect::<Vec<Tree>>().into_iter();
        let mut tree = parents.next().unwrap_or_default();
        let others: Vec<Tree> = parents.collect();
        let text = |change: &Change| Text {
            path: change.path.clone(),
            from: change.from.clone(),
            // A blob that could not be had is a text that can't be understood.
            now: change.blob.as_ref().map(|blob| texts.get(blob).cloned().unwrap_or_default()),
        };
        let changes: Vec<Text> = commit.changes.iter().map(text).collect();
        apply(&mut tree, &others, changes, when, &mut self.seen);
        self.keep(&commit.name, tree);
    }

    /// What is known as of the commit that was followed last.
    #[must_use]
    pub fn known(mut self) -> Known {
        let tree = self.last.take().and_then(|last| self.trees.remove(&last));
        Known { commits: self.commits, seen: self.seen, tree: tree.unwrap_or_default().0 }
    }

    fn keep(&mut self, name: &Name, tree: Tree) {
        if let Some(last) = self.last.replace(Arc::clone(name))
            && self.trees.get(&last).is_some_and(|(_, children)| *children == 0)
        {
            self.trees.remove(&last);
        }
        let children = self.children.get(name).copied().unwrap_or(0);
        self.trees.insert(Arc::clone(name), (tree, children));
    }

    /// The files of a parent: its own if no other commit will ask for them.
    fn take(&mut self, name: &Name) -> Tree {
        let Some((tree, children)) = self.trees.get_mut(name) else { return Tree::new() };
        *children = children.saturating_sub(1);
        if *children == 0 {
            return self.trees.remove(name).map(|(tree, _)| tree).unwrap_or_default();
        }
        tree.clone()
    }
}

/// A file that gets a new text.
struct Work {
    path: SourcePath,
    raw: Digest,
    version: Arc<Version>,
    before: Vec<Arc<File>>,
}

/// Makes the files of the first parent those of a commit. `others` are those of its other parents.
pub(super) fn apply(tree: &mut Tree, others: &[Tree], changes: Vec<Text>, when: Moment, seen: &mut u32) {
    if !others.is_empty() {
        agree(tree, others);
    }
    // First all is taken out that has to go, for a new file may come where an old one was.
    let own: Vec<Option<Arc<File>>> =
        changes.iter().map(|change| tree.remove(change.from.as_ref().unwrap_or(&change.path))).collect();
    let mut work = Vec::new();
    let mut left = Vec::new();
    let mut kept = Vec::new();
    for (Text { path, now, .. }, own) in changes.into_iter().zip(own) {
        let Some((raw, version)) = now else {
            left.extend(own);
            continue;
        };
        let before: Vec<Arc<File>> = own.iter().cloned().chain(on_branches(&path, own.as_ref(), others)).collect();
        let same: Vec<Arc<File>> = before.iter().filter(|file| file.raw == raw).cloned().collect();
        match version {
            _ if !same.is_empty() && same.len() == before.len() => kept.push((path, File::joined(&same))),
            Some(version) => work.push(Work { path, raw, version, before }),
            // It was a text once and will be one again: what it was stays known.
            None => kept.extend(own.map(|file| (path, Arc::new(File { raw, ..File::clone(&file) })))),
        }
    }
    tree.extend(kept);
    let elsewhere = elsewhere(tree, others, &work, &left);
    let found = matched(&work, &elsewhere, staying(tree, others));
    let mut views: BTreeMap<u32, Vec<&Followed>> = BTreeMap::new();
    for file in work.iter().flat_map(|work| &work.before).chain(&elsewhere) {
        for followed in &file.items {
            views.entry(followed.number).or_default().push(followed);
        }
    }
    let mut number = || {
        *seen += 1;
        *seen
    };
    let is_merge = !others.is_empty();
    let made: Vec<(SourcePath, Arc<File>)> = work
        .iter()
        .zip(&found)
        .map(|(Work { path, raw, version, before }, found)| {
            let next = Next { before, views: &views, raw: *raw, version, found, when, is_merge };
            (path.clone(), Arc::new(next.file(&mut number)))
        })
        .collect();
    tree.extend(made);
}

/// Where the branches of a merge have the same text of a file, each came to it in its own way.
fn agree(tree: &mut Tree, others: &[Tree]) {
    for (path, file) in tree.iter_mut() {
        let same = others.iter().filter_map(|other| other.get(path));
        let same: Vec<Arc<File>> =
            same.filter(|other| !Arc::ptr_eq(other, file) && other.raw == file.raw).cloned().collect();
        if !same.is_empty() {
            *file = File::joined(&[&[Arc::clone(file)], same.as_slice()].concat());
        }
    }
}

/// A file as the other branches of a merge have it: under its path, else under the name it has there.
fn on_branches<'a>(
    path: &'a SourcePath,
    own: Option<&'a Arc<File>>,
    others: &'a [Tree],
) -> impl Iterator<Item = Arc<File>> {
    others.iter().filter_map(move |other| {
        let renamed = || other.values().find(|file| own.is_some_and(|own| own.number == file.number));
        other.get(path).or_else(renamed).cloned()
    })
}

/// Files whose steps may have moved into others: those that the commit changed or took away, and those that differ
/// between branches. What is private as a whole is not among them.
fn elsewhere(tree: &Tree, others: &[Tree], work: &[Work], left: &[Arc<File>]) -> Vec<Arc<File>> {
    let mut files: Vec<Arc<File>> = left.to_vec();
    for other in others {
        let differs = |(path, file): &(&SourcePath, &Arc<File>)| {
            tree.get(*path).is_none_or(|own| !Arc::ptr_eq(own, file) && own.raw != file.raw)
        };
        files.extend(other.iter().filter(differs).map(|(_, file)| Arc::clone(file)));
    }
    let here = |file: &Arc<File>| work.iter().flat_map(|work| &work.before).any(|other| Arc::ptr_eq(other, file));
    files.retain(|file| !file.hidden && !here(file));
    files
}

/// The steps that a merge leaves in their files, where other branches have something else there.
fn staying(tree: &Tree, others: &[Tree]) -> BTreeSet<u32> {
    let differs = |(path, file): &(&SourcePath, &Arc<File>)| {
        others.iter().any(|other| other.get(*path).is_some_and(|other| !Arc::ptr_eq(other, file)))
    };
    tree.iter().filter(differs).flat_map(|(_, file)| file.items.iter().map(|followed| followed.number)).collect()
}

/// For each file with a new text and each of its steps: which one it was. Those that are `taken` stay where they are.
fn matched(work: &[Work], elsewhere: &[Arc<File>], mut taken: BTreeSet<u32>) -> Vec<Vec<Option<u32>>> {
    fn earlier(files: &[Arc<File>]) -> impl Iterator<Item = Earlier<'_>> {
        let items = files.iter().flat_map(|file| &file.items);
        items.map(|followed| Earlier { number: followed.number, item: &followed.item })
    }
    let mut files: Vec<Matching<'_>> =
        work.iter().map(|work| Matching::new(earlier(&work.before).collect(), &work.version.items)).collect();
    for file in &mut files {
        file.same(&mut taken);
    }
    let open = work.iter().flat_map(|work| &work.before).filter(|file| !file.hidden);
    let moved: Vec<Earlier<'_>> = open
        .flat_map(|file| &file.items)
        .map(|followed| Earlier { number: followed.number, item: &followed.item })
        .chain(earlier(elsewhere))
        .filter(|earlier| !taken.contains(&earlier.number))
        .collect();
    for file in &mut files {
        file.moved(&moved, &mut taken);
        file.reworded(&mut taken);
    }
    files.iter().map(|file| file.found().to_vec()).collect()
}
