//! Which files the journal is made of. Nothing is opened here but ignore rules: what is left out is not descended
//! into, so a huge `node_modules` or an output folder costs nothing.

use std::ffi::OsStr;
use std::fs::{self, FileType};
use std::io;
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use super::ignores::Ignores;
use super::{CACHE, Error, RESERVED, STATIC, TEMPLATES};
use crate::model::{Code, Diagnostic, Settings, Severity, SourcePath, settings};

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
    /// The folders that were looked into, relative to the journal; `""` for the journal itself.
    pub(super) folders: Vec<String>,
    /// Whether a symbolic link is among what was found: then one file may have several paths.
    pub(super) has_links: bool,
    pub(super) diagnostics: Vec<Diagnostic>,
}

/// Finds all files of the journal `root`; `outputs` are folders that may lie inside it and hold a site.
pub(super) fn discover(root: &Path, settings: &Settings, outputs: &[PathBuf]) -> Result<Discovered, Error> {
    let ground = Ground::of(root, outputs)?;
    let (mut ignores, diagnostics) = Ignores::new(&ground.real, settings);
    let mut walk = ground.walk(diagnostics);

    walk.folder(Tree::Journal(&mut ignores), "", &[]);
    let (entries, assets) = std::mem::take(&mut walk.found).into_iter().partition(is_markdown);
    let statics = walk.part(Tree::Static, STATIC);
    let templates = walk.part(Tree::Templates, TEMPLATES);
    let Walk { folders, has_links, diagnostics, .. } = walk;
    Ok(Discovered { entries, assets, statics, templates, folders, has_links, diagnostics })
}

/// Finds what of that is at `path`, relative to the journal, and below it. No link is followed on the way there or
/// below: what is found says whether there is one.
pub(super) fn discover_at(
    root: &Path,
    settings: &Settings,
    outputs: &[PathBuf],
    path: &str,
) -> Result<Discovered, Error> {
    let ground = Ground::of(root, outputs)?;
    // What is wrong with the rules is told where the whole folder is read.
    let (mut ignores, _) = Ignores::new(&ground.real, settings);
    let mut walk = ground.walk(Vec::new());
    let top = path.split('/').next().unwrap_or_default();
    let is_folder = |name: &str| fs::symlink_metadata(ground.real.join(name)).is_ok_and(|found| found.is_dir());
    let tree = match top {
        STATIC | TEMPLATES if !is_folder(top) => Tree::Journal(&mut ignores),
        STATIC => Tree::Static,
        TEMPLATES => Tree::Templates,
        _ => Tree::Journal(&mut ignores),
    };
    let part = match tree {
        Tree::Journal(_) => None,
        Tree::Static | Tree::Templates => Some(top),
    };
    walk.down(tree, path, part);
    let Walk { found, folders, has_links, diagnostics, .. } = walk;
    let mut discovered = Discovered { folders, has_links, diagnostics, ..Discovered::default() };
    match part {
        None => (discovered.entries, discovered.assets) = found.into_iter().partition(is_markdown),
        Some(STATIC) => discovered.statics = found,
        Some(_) => discovered.templates = found,
    }
    Ok(discovered)
}

/// Where a walk takes place.
struct Ground {
    real: PathBuf,
    /// Folders with a site, relative to the journal.
    made: Vec<String>,
}

impl Ground {
    fn of(root: &Path, outputs: &[PathBuf]) -> Result<Self, Error> {
        let real = fs::canonicalize(root).map_err(Error::io("find", root))?;
        fs::read_dir(&real).map_err(Error::io("list", root))?;
        let made = outputs.iter().flat_map(|output| inside(root, &real, output)).collect();
        Ok(Self { real, made })
    }

    fn walk(&self, diagnostics: Vec<Diagnostic>) -> Walk<'_> {
        let Self { real, made } = self;
        Walk { real, made, found: Vec::new(), folders: Vec::new(), has_links: false, diagnostics }
    }
}

/// Whether a file is an entry: `.md` or `.markdown`, in any case.
pub(in crate::store) fn is_markdown(path: &SourcePath) -> bool {
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
            path == settings::FILE || (!kind.is_file() && (path == STATIC || path.eq_ignore_ascii_case(TEMPLATES)));
        read_apart || made.iter().any(|folder| folder == path) || ignores.matches(path, kind.is_dir())
    }
}

struct Walk<'a> {
    real: &'a Path,
    /// Folders with a site, relative to the journal.
    made: &'a [String],
    found: Vec<SourcePath>,
    /// Folders that were looked into.
    folders: Vec<String>,
    has_links: bool,
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
            Ok(found) if found.is_symlink() => {
                self.has_links = true;
                matches!(self.target(name, &top, &[]), Some(Target::Folder))
            }
            Ok(found) => found.is_dir(),
            Err(_) => false,
        };
        if enter {
            self.folder(tree, name, &[]);
        }
        std::mem::take(&mut self.found)
    }

    /// Goes to `path` as a walk of the whole would, and walks what is there. `part` is the folder at the journal's top
    /// in which `tree` is, if it is not the journal itself.
    fn down(&mut self, mut tree: Tree<'_>, path: &str, part: Option<&str>) {
        for end in path.match_indices('/').map(|(at, _)| at).chain([path.len()]) {
            let here = &path[..end];
            let disk = self.real.join(here);
            // What can't be looked at is told of with the folder that it is in.
            let Ok(kind) = fs::symlink_metadata(&disk).map(|found| found.file_type()) else { return };
            let name = here.rsplit('/').next().unwrap_or(here);
            let is_part = part == Some(here) || (kind.is_symlink() && matches!(here, STATIC | TEMPLATES));
            if !is_part && (tree.leaves_out_name(OsStr::new(name)) || tree.leaves_out(here, kind, self.made)) {
                return;
            }
            let source = if is_part { SourcePath::new(here) } else { self.source(Path::new(here), here) };
            let Some(source) = source else { return };
            if kind.is_symlink() {
                self.has_links = true;
                return;
            }
            if kind.is_file() && end == path.len() {
                self.found.push(source);
            }
            if !kind.is_dir() {
                return;
            }
            if !is_part {
                tree.enter(here, &disk);
            }
        }
        self.folder(tree, path, &[]);
    }

    /// Walks one folder; `start` is relative to the journal, `entered` are the folders in which the links stand
    /// through which the walk came here.
    fn folder(&mut self, mut tree: Tree<'_>, start: &str, entered: &[PathBuf]) {
        self.folders.push(start.to_owned());
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
                self.folders.push(path);
            } else if kind.is_file() {
                self.found.push(source);
            } else if kind.is_symlink() {
                self.has_links = true;
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
pub(super) fn relative(path: &Path) -> String {
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
pub(super) fn shown(path: &str) -> String {
    let mut text = String::new();
    for c in path.chars() {
        if c.is_control() { text.extend(c.escape_debug()) } else { text.push(c) }
    }
    text
}

#[cfg(test)]
mod tests;
