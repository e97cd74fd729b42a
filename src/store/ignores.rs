//! What git and the settings leave out. Only rules that travel with the journal count: `.gitignore` files up to the
//! repository's root and the repository's own `info/exclude`; never a person's global excludes, for then a build
//! would depend on the machine.

use std::borrow::Cow;
use std::fs;
use std::path::{Path, PathBuf};

use ignore::Match;
use ignore::gitignore::{Gitignore, GitignoreBuilder};

use super::repository::repository_of;
use crate::model::{Code, Diagnostic, Settings, Severity};

/// The rules that hold for a folder and all below it.
struct Layer {
    /// The folder, relative to the journal; `""` for the journal itself and all above it.
    folder: String,
    /// For rules from above the journal: the way from them to it, ending in `/`.
    above: String,
    rules: Gitignore,
}

impl Layer {
    /// `path` (relative to the journal) as the rules see it; none if they do not reach it.
    fn reach<'a>(&self, path: &'a str) -> Option<Cow<'a, str>> {
        if !self.above.is_empty() {
            return Some(Cow::Owned(format!("{}{path}", self.above)));
        }
        if self.folder.is_empty() {
            return Some(Cow::Borrowed(path));
        }
        path.strip_prefix(&self.folder)?.strip_prefix('/').map(Cow::Borrowed)
    }
}

/// All rules that hold where the walk is; the walk must go depth first.
pub(super) struct Ignores {
    /// From the settings; they have the last word.
    settings: Gitignore,
    /// From git, the farthest first.
    layers: Vec<Layer>,
}

impl Ignores {
    /// The rules that hold at the top of the journal `root`, and what is wrong with those of the settings.
    pub(super) fn new(root: &Path, settings: &Settings) -> (Self, Vec<Diagnostic>) {
        let mut diagnostics = Vec::new();
        let mut builder = GitignoreBuilder::new("");
        for glob in &settings.ignore {
            if let Err(error) = builder.add_line(None, glob) {
                diagnostics.push(bad_glob(glob, &error));
            }
        }
        let rules = builder.build().unwrap_or_else(|error| {
            diagnostics.push(bad_glob(&settings.ignore.join(" "), &error));
            Gitignore::empty()
        });
        let mut ignores = Self { settings: rules, layers: Vec::new() };
        ignores.add_repository(root);
        ignores.enter("", root);
        (ignores, diagnostics)
    }

    /// The rules of the repository that the journal is in, down to the journal's parent folder.
    fn add_repository(&mut self, root: &Path) {
        let Some(repository) = repository_of(root) else { return };
        let way = |folder: &Path| Some(root.strip_prefix(folder).ok()?.to_str()?.replace('\\', "/"));
        let mut add = |folder: &Path, file: &Path| {
            if let (Some(way), Some(rules)) = (way(folder), rules(file)) {
                let above = if way.is_empty() { way } else { way + "/" };
                self.layers.push(Layer { folder: String::new(), above, rules });
            }
        };
        if let Some(git) = git_folder(&repository.join(".git")) {
            add(repository, &git.join("info/exclude"));
        }
        let mut between: Vec<&Path> =
            root.ancestors().skip(1).take_while(|folder| folder.starts_with(repository)).collect();
        between.reverse();
        for folder in between {
            add(folder, &folder.join(".gitignore"));
        }
    }

    /// Takes up the rules of a folder that the walk enters: `folder` relative to the journal, `disk` where it is.
    pub(super) fn enter(&mut self, folder: &str, disk: &Path) {
        if let Some(rules) = rules(&disk.join(".gitignore")) {
            self.layers.push(Layer { folder: folder.to_owned(), above: String::new(), rules });
        }
    }

    /// Whether `path`, relative to the journal, is left out. Its parents are not asked about: the walk does not enter
    /// what is left out.
    pub(super) fn matches(&mut self, path: &str, is_folder: bool) -> bool {
        while self.layers.last().is_some_and(|layer| layer.reach(path).is_none()) {
            self.layers.pop();
        }
        let of_git = self.layers.iter().rev().map(|layer| (&layer.rules, layer.reach(path)));
        let all = std::iter::once((&self.settings, Some(Cow::Borrowed(path)))).chain(of_git);
        for (rules, path) in all {
            match path.map_or(Match::None, |path| rules.matched(path.as_ref(), is_folder)) {
                Match::Ignore(_) => return true,
                Match::Whitelist(_) => return false,
                Match::None => {}
            }
        }
        false
    }
}

/// Whether git leaves out the folder `path` of the journal `root`, or one that it is in.
pub(super) fn ignored_by_git(root: &Path, path: &str) -> bool {
    let (mut ignores, _) = Ignores::new(root, &Settings::default());
    let ends = path.match_indices('/').map(|(at, _)| at).chain([path.len()]);
    ends.into_iter().any(|end| ignores.matches(&path[..end], true))
}

fn bad_glob(glob: &str, error: &ignore::Error) -> Diagnostic {
    Diagnostic {
        code: Code::BadValue,
        severity: Severity::Error,
        path: crate::model::settings::FILE.to_owned(),
        place: None,
        message: format!("`ignore` has a pattern that can't be read: `{glob}`"),
        help: Some(format!("write it as in a `.gitignore` file: {error}")),
        fix: None,
    }
}

/// The rules of one file; none if there is no such file or nothing in it. As in git, a line that is no pattern counts
/// for nothing.
fn rules(file: &Path) -> Option<Gitignore> {
    let bytes = fs::read(file).ok()?;
    let mut builder = GitignoreBuilder::new("");
    for line in String::from_utf8_lossy(&bytes).trim_start_matches('\u{feff}').lines() {
        let _ = builder.add_line(None, line);
    }
    builder.build().ok().filter(|rules| !rules.is_empty())
}

/// Where a repository keeps what all its work trees share. In a work tree or submodule, `.git` is a file that tells.
pub(super) fn git_folder(git: &Path) -> Option<PathBuf> {
    if git.is_dir() {
        return Some(git.to_owned());
    }
    let text = fs::read_to_string(git).ok()?;
    let own = git.parent()?.join(text.strip_prefix("gitdir:")?.trim());
    Some(match fs::read_to_string(own.join("commondir")) {
        Ok(common) => own.join(common.trim()),
        Err(_) => own,
    })
}
