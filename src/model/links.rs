//! From a name to what it means: one resolver for wikilinks, Markdown links, embeds and front matter.
//!
//! Names are looked up among *all* entries, private ones too, so that a name means the same in every build; what the
//! audience may not see answers [`Target::Withheld`].

use std::collections::HashMap;

use unicode_normalization::UnicodeNormalization;

use super::{Entry, Link, Naming, SourcePath, slug};

/// What a link leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// This entry of [`super::Published::entries`].
    Entry(usize),
    /// This file.
    Asset(SourcePath),
    /// Something that this audience may not know of: the link is its text.
    Withheld,
    /// Nothing of that name.
    Nowhere,
}

#[derive(Debug, Clone)]
struct Candidate {
    /// The path, folded, with its ending.
    path: String,
    target: Target,
}

/// All names, and what they lead to.
#[derive(Debug, Default)]
pub struct Names {
    /// By the folded name of the file: without its ending for entries, with it for all.
    by_file: HashMap<String, Vec<Candidate>>,
    /// By folded alias, title and slug; the first by path keeps a name.
    by_alias: HashMap<String, Target>,
}

impl Names {
    pub(super) fn add_entry(&mut self, entry: &Entry, index: Option<usize>) {
        let target = index.map_or(Target::Withheld, Target::Entry);
        self.add_file(&entry.path, &target);
        let aliases = entry.aliases.iter().map(|alias| alias.name.as_str());
        for name in aliases.chain([entry.title.as_str()]) {
            self.by_alias.entry(fold(name)).or_insert_with(|| target.clone());
        }
        self.by_alias.entry(slug(entry.path.stem())).or_insert(target);
    }

    pub(super) fn withhold(&mut self, path: &SourcePath) {
        self.add_file(path, &Target::Withheld);
    }

    pub(super) fn add_asset(&mut self, path: &SourcePath) {
        let candidate = Candidate { path: fold(path.as_str()), target: Target::Asset(path.clone()) };
        self.by_file.entry(fold(path.file_name())).or_default().push(candidate);
    }

    fn add_file(&mut self, path: &SourcePath, target: &Target) {
        let folded = fold(path.as_str());
        for key in [fold(path.stem()), fold(path.file_name())] {
            let candidate = Candidate { path: folded.clone(), target: target.clone() };
            self.by_file.entry(key).or_default().push(candidate);
        }
    }

    /// What `link`, written in the file `from`, leads to.
    #[must_use]
    pub fn resolve(&self, from: &SourcePath, link: &Link) -> Target {
        match link.naming {
            Naming::Path => self.at_path(from, &link.target),
            Naming::Wiki => self.named(from, &link.target),
        }
    }

    /// What a name in double brackets or in front matter leads to: a path from the journal's root, else a file in the
    /// same folder, else the one with the shortest path, else an alias, a title or a slug.
    #[must_use]
    pub fn named(&self, from: &SourcePath, name: &str) -> Target {
        if name.is_empty() {
            return self.at(&fold(from.as_str())).unwrap_or(Target::Withheld);
        }
        let wanted = fold(name.trim().trim_start_matches('/'));
        if wanted.starts_with("./") || wanted.starts_with("../") {
            return self.at_path(from, name);
        }
        let file = wanted.rsplit('/').next().unwrap_or(&wanted);
        let here = fold(from.folder());
        let rank = |candidate: &&Candidate| {
            let path = candidate.path.as_str();
            let stem = without_ending(path);
            let exact = stem == wanted || path == wanted;
            let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
            (!exact, folder != here, path.matches('/').count(), path.to_owned())
        };
        let matches = |candidate: &&Candidate| {
            [candidate.path.as_str(), without_ending(&candidate.path)].iter().any(|path| {
                path.strip_suffix(wanted.as_str()).is_some_and(|rest| rest.is_empty() || rest.ends_with('/'))
            })
        };
        let found = self.by_file.get(file).into_iter().flatten().filter(matches).min_by_key(rank);
        if let Some(candidate) = found {
            return candidate.target.clone();
        }
        let alias = self.by_alias.get(&wanted).or_else(|| self.by_alias.get(&slug(name)));
        alias.cloned().unwrap_or(Target::Nowhere)
    }

    /// What a path leads to, relative to the folder of `from`, or to the journal when it begins with `/`.
    fn at_path(&self, from: &SourcePath, path: &str) -> Target {
        if path.is_empty() {
            return self.named(from, "");
        }
        let from_folder = if path.starts_with('/') { "" } else { from.folder() };
        let mut parts: Vec<&str> = from_folder.split('/').filter(|part| !part.is_empty()).collect();
        for part in path.split('/') {
            match part {
                "" | "." => {}
                ".." if parts.pop().is_none() => return Target::Nowhere,
                ".." => {}
                name => parts.push(name),
            }
        }
        let joined = fold(&parts.join("/"));
        let found = self
            .at(&joined)
            .or_else(|| self.at(&format!("{joined}.md")))
            .or_else(|| self.at(format!("{joined}/index.md").trim_start_matches('/')));
        found.unwrap_or(Target::Nowhere)
    }

    fn at(&self, folded_path: &str) -> Option<Target> {
        let file = folded_path.rsplit('/').next().unwrap_or(folded_path);
        let candidates = self.by_file.get(file)?;
        candidates.iter().find(|candidate| candidate.path == folded_path).map(|candidate| candidate.target.clone())
    }

    /// The name of a visible file that differs little from the last part of `name`: the nearest, then the first by
    /// name. Looks at every name, so it is for messages only.
    #[must_use]
    pub fn near(&self, name: &str) -> Option<String> {
        let folded = fold(name.rsplit('/').next().unwrap_or(name));
        let wanted = without_ending(&folded);
        let limit = match wanted.chars().count() {
            0..=3 => return None,
            4..=7 => 1,
            _ => 2,
        };
        let visible = |candidates: &Vec<Candidate>| candidates.iter().any(|c| c.target != Target::Withheld);
        self.by_file
            .iter()
            .filter(|(name, candidates)| name.len().abs_diff(wanted.len()) <= 2 * limit && visible(candidates))
            .map(|(name, _)| (strsim::damerau_levenshtein(name, wanted), name))
            .filter(|(distance, _)| (1..=limit).contains(distance))
            .min()
            .map(|(_, name)| name.clone())
    }
}

/// Names are compared without case, in Unicode's composed form.
fn fold(name: &str) -> String {
    if name.is_ascii() { name.to_ascii_lowercase() } else { name.nfc().flat_map(char::to_lowercase).collect() }
}

fn without_ending(path: &str) -> &str {
    path.strip_suffix(".md").or_else(|| path.strip_suffix(".markdown")).unwrap_or(path)
}
