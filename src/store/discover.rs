//! Which files the journal is made of. Nothing is opened here but ignore rules: what is left out is not descended
//! into, so a huge `node_modules` or an output folder costs nothing.

use std::ffi::OsStr;
use std::fs::{self, FileType};
use std::io;
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use super::ignores::Ignores;
use super::{CACHE, Error, RESERVED, SETTINGS, STATIC, TEMPLATES};
use crate::model::{Code, Diagnostic, Settings, Severity, SourcePath};

/// How many links deep into linked folders the walk goes. Folders that link to each other multiply; nobody nests
/// them on purpose.
const MOST_LINKS: usize = 4;

/// The files of a journal, each in the order of paths.
#[derive(Debug, Default)]
pub(super) struct Discovered {
    pub(super) entries: Vec<SourcePath>,
    pub(super) assets: Vec<SourcePath>,
    pub(super) statics: Vec<SourcePath>,
    pub(super) templates: Vec<SourcePath>,
    pub(super) diagnostics: Vec<Diagnostic>,
}

/// Finds all files of the journal `root`; `outputs` are folders that may lie inside it and hold a site.
pub(super) fn discover(root: &Path, settings: &Settings, outputs: &[PathBuf]) -> Result<Discovered, Error> {
    let real = fs::canonicalize(root).map_err(Error::io("find", root))?;
    fs::read_dir(&real).map_err(Error::io("list", root))?;
    let (mut ignores, diagnostics) = Ignores::new(&real, settings);
    let made: Vec<String> = outputs.iter().flat_map(|output| inside(root, &real, output)).collect();
    let mut walk = Walk { real: &real, made: &made, found: Vec::new(), diagnostics };

    walk.folder(Tree::Journal(&mut ignores), "", &[]);
    let (entries, assets) = std::mem::take(&mut walk.found).into_iter().partition(is_markdown);
    let statics = walk.part(Tree::Static, STATIC);
    let templates = walk.part(Tree::Templates, TEMPLATES);
    Ok(Discovered { entries, assets, statics, templates, diagnostics: walk.diagnostics })
}

/// Whether a file is an entry: `.md` or `.markdown`, in any case.
pub(super) fn is_markdown(path: &SourcePath) -> bool {
    matches!(path.extension().as_str(), "md" | "markdown")
}

/// `output` relative to the journal, by its name and by where it really is, if it lies inside.
fn inside(root: &Path, real: &Path, output: &Path) -> Vec<String> {
    let named = super::plain(&root.join(output));
    let ways = [
        named.strip_prefix(super::plain(root)).ok().map(Path::to_owned),
        super::real(&named).strip_prefix(real).ok().map(Path::to_owned),
    ];
    ways.into_iter().flatten().map(|path| relative(&path)).filter(|path| !path.is_empty()).collect()
}

/// What is being walked, for each has its own idea of what is left out.
enum Tree<'a> {
    Journal(&'a mut Ignores),
    Static,
    Templates,
}

impl Tree<'_> {
    /// The same tree, lent for a while.
    fn lend(&mut self) -> Tree<'_> {
        match self {
            Self::Journal(ignores) => Tree::Journal(ignores),
            Self::Static => Tree::Static,
            Self::Templates => Tree::Templates,
        }
    }

    /// Takes up the ignore rules of a folder.
    fn enter(&mut self, folder: &str, disk: &Path) {
        if let Self::Journal(ignores) = self {
            ignores.enter(folder, disk);
        }
    }

    /// Whether a name says by itself that it is left out.
    fn leaves_out_name(&self, name: &OsStr) -> bool {
        let name = name.as_encoded_bytes();
        let of_editor = name.ends_with(b"~")
            || name.starts_with(b".#")
            || (name.len() > 1 && name.starts_with(b"#") && name.ends_with(b"#"))
            || name == b"4913";
        let hidden = name.starts_with(b".");
        of_editor
            || match self {
                Self::Journal(_) => hidden || name.starts_with(b"_") || name == b"node_modules",
                Self::Static => matches!(name, b".DS_Store" | b".git") || name.starts_with(RESERVED.as_bytes()),
                Self::Templates => hidden,
            }
    }

    /// Whether `path`, relative to the journal, is left out for what it is or by a rule.
    fn leaves_out(&mut self, path: &str, kind: FileType, made: &[String]) -> bool {
        let Self::Journal(ignores) = self else { return false };
        // Obsidian's own folder for templates is usually called `Templates`: what is in there is no entry either.
        let read_apart =
            path == SETTINGS || (!kind.is_file() && (path == STATIC || path.eq_ignore_ascii_case(TEMPLATES)));
        read_apart || made.iter().any(|folder| folder == path) || ignores.matches(path, kind.is_dir())
    }
}

struct Walk<'a> {
    real: &'a Path,
    /// Folders with a site, relative to the journal.
    made: &'a [String],
    found: Vec<SourcePath>,
    diagnostics: Vec<Diagnostic>,
}

/// What a symbolic link stands for.
enum Target {
    File,
    Folder,
}

impl Walk<'_> {
    /// The files of a folder with a meaning of its own at the journal's top.
    fn part(&mut self, tree: Tree<'_>, name: &str) -> Vec<SourcePath> {
        let top = self.real.join(name);
        let enter = match fs::symlink_metadata(&top) {
            Ok(found) if found.is_symlink() => matches!(self.target(name, &top, &[]), Some(Target::Folder)),
            Ok(found) => found.is_dir(),
            Err(_) => false,
        };
        if enter {
            self.folder(tree, name, &[]);
        }
        std::mem::take(&mut self.found)
    }

    /// Walks one folder; `start` is relative to the journal, `entered` are the folders in which the links stand
    /// through which the walk came here.
    fn folder(&mut self, mut tree: Tree<'_>, start: &str, entered: &[PathBuf]) {
        let mut walker =
            WalkDir::new(self.real.join(start)).min_depth(1).follow_links(false).sort_by_file_name().into_iter();
        while let Some(item) = walker.next() {
            let item = match item {
                Ok(item) => item,
                Err(error) => {
                    self.unreadable(&error);
                    continue;
                }
            };
            let kind = item.file_type();
            let Ok(within) = item.path().strip_prefix(self.real) else { continue };
            let path = relative(within);
            let left_out = tree.leaves_out_name(item.file_name()) || tree.leaves_out(&path, kind, self.made);
            let source = if left_out { None } else { self.source(within, &path) };
            let Some(source) = source else {
                if kind.is_dir() {
                    walker.skip_current_dir();
                }
                continue;
            };
            if kind.is_dir() {
                tree.enter(&path, item.path());
            } else if kind.is_file() {
                self.found.push(source);
            } else if kind.is_symlink() {
                match self.target(&path, item.path(), entered) {
                    Some(Target::File) => self.found.push(source),
                    Some(Target::Folder) => {
                        let here = item.path().parent().map(super::real);
                        let entered: Vec<PathBuf> = entered.iter().cloned().chain(here).collect();
                        tree.enter(&path, item.path());
                        self.folder(tree.lend(), &path, &entered);
                    }
                    None => {}
                }
            }
        }
    }

    /// The path as one of the journal, or a word about its name.
    fn source(&mut self, within: &Path, path: &str) -> Option<SourcePath> {
        let plain = within.to_str().is_some() && !path.contains(char::is_control);
        let source = if plain { SourcePath::new(path) } else { None };
        if source.is_none() {
            self.bad_name(path);
        }
        source
    }

    /// Where a link leads, if it may be followed; else says why not.
    fn target(&mut self, path: &str, disk: &Path, entered: &[PathBuf]) -> Option<Target> {
        let real = match fs::canonicalize(disk) {
            Ok(real) => real,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return self.not_followed(path, "leads nowhere"),
            Err(error) => return self.not_followed(path, &format!("can't be followed ({error})")),
        };
        let Ok(within) = real.strip_prefix(self.real) else {
            return self.not_followed(path, "leads outside the journal");
        };
        let within = relative(within);
        let in_folder =
            |folder: &str| within.strip_prefix(folder).is_some_and(|rest| matches!(rest.as_bytes(), [] | [b'/', ..]));
        if in_folder(CACHE) || self.made.iter().any(|folder| in_folder(folder)) {
            return self.not_followed(path, "leads to files that `journal` makes");
        }
        if real.is_file() {
            return Some(Target::File);
        }
        if !real.is_dir() {
            return None;
        }
        if within.split('/').any(|part| part.starts_with('.')) {
            return self.not_followed(path, "leads to a hidden folder");
        }
        let here = disk.parent().map(super::real);
        if here.iter().chain(entered).any(|folder| folder.starts_with(&real)) {
            return self.not_followed(path, "leads back to a folder that it is in");
        }
        if entered.len() == MOST_LINKS {
            return self.not_followed(path, "is too many links deep");
        }
        Some(Target::Folder)
    }

    fn not_followed(&mut self, path: &str, why: &str) -> Option<Target> {
        self.diagnostics.push(Diagnostic {
            code: Code::LinkOutside,
            severity: Severity::Warning,
            path: path.to_owned(),
            place: None,
            message: format!("this symbolic link {why}, so it is left out"),
            help: Some("put the files themselves into the journal, or name the link in `ignore`".into()),
            fix: None,
        });
        None
    }

    fn bad_name(&mut self, path: &str) {
        self.diagnostics.push(Diagnostic {
            code: Code::BadName,
            severity: Severity::Error,
            path: shown(path),
            place: None,
            message: "this name can't be an address, so the file or folder is left out".into(),
            help: Some("rename it: a name is UTF-8 without control characters and backslashes".into()),
            fix: None,
        });
    }

    fn unreadable(&mut self, error: &walkdir::Error) {
        let cause = error.io_error();
        // What vanished during the walk is as good as never there.
        if cause.is_some_and(|cause| cause.kind() == io::ErrorKind::NotFound) {
            return;
        }
        let path = error.path().map(|path| path.strip_prefix(self.real).unwrap_or(path));
        self.diagnostics.push(Diagnostic {
            code: Code::Unreadable,
            severity: Severity::Error,
            path: path.map(|path| shown(&relative(path))).unwrap_or_default(),
            place: None,
            message: cause.map_or_else(|| "could not be read".into(), |cause| format!("could not be read: {cause}")),
            help: None,
            fix: None,
        });
    }
}

/// A path below the journal with `/` between its parts, what is not UTF-8 replaced.
fn relative(path: &Path) -> String {
    let mut text = String::with_capacity(path.as_os_str().len());
    for part in path.components() {
        if !text.is_empty() {
            text.push('/');
        }
        text.push_str(&part.as_os_str().to_string_lossy());
    }
    text
}

/// A path made fit for a message of one line.
fn shown(path: &str) -> String {
    let mut text = String::new();
    for c in path.chars() {
        if c.is_control() { text.extend(c.escape_debug()) } else { text.push(c) }
    }
    text
}

#[cfg(test)]
mod tests;
