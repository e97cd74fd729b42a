//! A journal's folder that is read again and again, as `journal watch` does.
//!
//! What it holds after [`Reader::update`] or [`Reader::rescan`] is what [`read()`](super::read()) would find; only the
//! work is less. Events about files get lost, so none is trusted to say what happened: it names a path to look at.

use std::borrow::Borrow;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fs;
use std::ops::Bound;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use rayon::prelude::*;

use super::discover::{Discovered, discover, discover_at, shown};
use super::read::{Options, outputs, read_found};
use super::{Error, STATIC, TEMPLATES};
use crate::model::{Digest, Settings, SourcePath, settings};
use crate::pipeline::Sources;

/// A file that was changed so shortly before it was looked at may be changed again without its time telling: the
/// coarsest clocks of file systems in use (FAT) count in two seconds.
const CLOCK: Duration = Duration::from_secs(2);

/// From so many paths on, looking through the whole folder is less work.
const MANY: usize = 100;

/// The rules for what git leaves out; they hold for a whole folder.
const IGNORE_FILE: &str = ".gitignore";

/// What tells a file from the one that was there before, without opening it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Stamp {
    modified: SystemTime,
    size: u64,
    /// Its number on the disk, where there is such a thing.
    inode: u64,
}

impl Stamp {
    fn of(file: &Path) -> Option<Self> {
        let found = fs::metadata(file).ok()?;
        #[cfg(unix)]
        let inode = std::os::unix::fs::MetadataExt::ino(&found);
        #[cfg(not(unix))]
        let inode = 0;
        Some(Self { modified: found.modified().ok()?, size: found.len(), inode })
    }

    /// Whether a later change would show.
    fn is_settled(&self, now: SystemTime) -> bool {
        now.duration_since(self.modified).is_ok_and(|age| age > CLOCK)
    }
}

/// What is other than when the folder was last looked at.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Difference {
    /// Files that are new, gone or have other bytes.
    pub files: BTreeSet<SourcePath>,
    /// Whether something else could not be read, or can be now.
    pub problems: bool,
}

impl Difference {
    fn between(old: &Sources, new: &Sources) -> Self {
        let (before, after) = (digests(old), digests(new));
        let gone = before.iter().filter(|(path, digest)| after.get(*path) != Some(*digest));
        let come = after.iter().filter(|(path, digest)| before.get(*path) != Some(*digest));
        Self {
            files: gone.chain(come).map(|(path, _)| path.clone()).collect(),
            problems: old.diagnostics != new.diagnostics,
        }
    }

    /// Whether all is as it was.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.files.is_empty() && !self.problems
    }

    /// Takes up another.
    pub fn extend(&mut self, other: Self) {
        self.files.extend(other.files);
        self.problems |= other.problems;
    }
}

/// A journal's folder and what it held when it was last looked at.
#[derive(Debug)]
pub struct Reader {
    root: PathBuf,
    settings: Settings,
    options: Options,
    outputs: Vec<PathBuf>,
    /// What it holds.
    pub sources: Sources,
    /// Of files that need not be opened while they look the same.
    stamps: HashMap<SourcePath, Stamp>,
    folders: BTreeSet<String>,
    has_links: bool,
}

impl Reader {
    /// The folder `root`, read whole. `now` is the time by the clock that files are stamped with.
    ///
    /// # Errors
    /// If the folder itself can't be found or listed.
    pub fn open(root: &Path, settings: &Settings, options: &Options, now: SystemTime) -> Result<Self, Error> {
        let mut reader = Self {
            root: root.to_owned(),
            settings: settings.clone(),
            options: options.clone(),
            outputs: outputs(settings, options),
            sources: Sources::default(),
            stamps: HashMap::new(),
            folders: BTreeSet::new(),
            has_links: false,
        };
        reader.rescan(now)?;
        Ok(reader)
    }

    /// The folders that were looked into, relative to the journal; `""` for the journal itself. A file that becomes
    /// part of the journal appears in one of them, or with a new one.
    #[must_use]
    pub fn folders(&self) -> &BTreeSet<String> {
        &self.folders
    }

    /// Goes by other settings from now on; says whether they let other files be read, and a rescan is due.
    pub fn go_by(&mut self, settings: &Settings) -> bool {
        let same = self.settings.ignore == settings.ignore && self.settings.output == settings.output;
        if !same {
            self.settings = settings.clone();
            self.outputs = outputs(settings, &self.options);
        }
        !same
    }

    /// Looks at the whole folder again and opens what does not look as it did.
    ///
    /// # Errors
    /// If the folder itself can't be found or listed; then everything stays as it was.
    pub fn rescan(&mut self, now: SystemTime) -> Result<Difference, Error> {
        let found = discover(&self.root, &self.settings, &self.outputs)?;
        self.folders = found.folders.iter().cloned().collect();
        self.has_links = found.has_links;
        let all = [&found.entries, &found.assets, &found.statics, &found.templates];
        let paths: Vec<SourcePath> = all.into_iter().flatten().cloned().collect();
        // Taken before a file is opened: what is written while it is read shows next time.
        let stamps: Vec<Option<Stamp>> =
            paths.par_iter().map(|path| Stamp::of(&self.root.join(path.as_str()))).collect();
        let stamps: HashMap<SourcePath, Stamp> =
            paths.into_iter().zip(stamps).filter_map(|(path, stamp)| Some((path, stamp?))).collect();
        let known = &self.stamps;
        let unchanged = |path: &SourcePath| stamps.get(path).is_some_and(|stamp| known.get(path) == Some(stamp));
        let sources = read_found(&self.root, found, &self.sources, unchanged);
        let difference = Difference::between(&self.sources, &sources);
        self.sources = sources;
        self.stamps = stamps.into_iter().filter(|(_, stamp)| stamp.is_settled(now)).collect();
        Ok(difference)
    }

    /// Looks at these paths, relative to the journal, and below them. `journal.yaml` is not looked at: what it says is
    /// told to [`Reader::go_by`].
    ///
    /// # Errors
    /// If the journal itself can't be found or listed; then everything stays as it was.
    pub fn update(&mut self, paths: &BTreeSet<String>, now: SystemTime) -> Result<Difference, Error> {
        let ends_rules = |path: &String| path.is_empty() || path.rsplit('/').next() == Some(IGNORE_FILE);
        if self.has_links || paths.len() > MANY || paths.iter().any(ends_rules) {
            return self.rescan(now);
        }
        let mut difference = Difference::default();
        let is_in_another = |path: &str| path.match_indices('/').any(|(at, _)| paths.contains(&path[..at]));
        for path in paths.iter().filter(|path| *path != settings::FILE && !is_in_another(path)) {
            let found = discover_at(&self.root, &self.settings, &self.outputs, path)?;
            if found.has_links {
                difference.extend(self.rescan(now)?);
                return Ok(difference);
            }
            difference.extend(self.replace(path, found));
        }
        self.sources.diagnostics.sort();
        Ok(difference)
    }

    /// Puts what was found at a path, and below, in the place of what was there.
    fn replace(&mut self, path: &str, found: Discovered) -> Difference {
        self.folders.retain(|folder| !is_below(folder, path));
        self.folders.extend(found.folders.iter().cloned());
        let old = self.sources.take_below(path);
        let new = read_found(&self.root, found, &Sources::default(), |_| false);
        let difference = Difference::between(&old, &new);
        let stale = [&old, &new].into_iter().flat_map(digests).map(|(path, _)| path);
        for path in stale {
            self.stamps.remove(&path);
        }
        self.sources.extend(new);
        difference
    }
}

impl Sources {
    /// Takes out what is at a path and below it.
    fn take_below(&mut self, path: &str) -> Self {
        let part = |top: &str| match path.strip_prefix(top) {
            Some("") => Some(""),
            Some(rest) => rest.strip_prefix('/'),
            None => None,
        };
        let named = shown(path);
        let (diagnostics, others) =
            std::mem::take(&mut self.diagnostics).into_iter().partition(|problem| is_below(&problem.path, &named));
        self.diagnostics = others;
        Self {
            entries: remove_below(&mut self.entries, path),
            assets: remove_below(&mut self.assets, path),
            statics: part(STATIC).map(|path| remove_below(&mut self.statics, path)).unwrap_or_default(),
            templates: part(TEMPLATES).map(|path| remove_below(&mut self.templates, path)).unwrap_or_default(),
            theme: part(TEMPLATES).map(|path| remove_below(&mut self.theme, path)).unwrap_or_default(),
            diagnostics,
        }
    }

    fn extend(&mut self, new: Self) {
        let Self { entries, assets, statics, templates, theme, diagnostics } = new;
        self.entries.extend(entries);
        self.assets.extend(assets);
        self.statics.extend(statics);
        self.templates.extend(templates);
        self.theme.extend(theme);
        self.diagnostics.extend(diagnostics);
    }
}

/// Whether `other` is `path` or below it.
fn is_below(other: &str, path: &str) -> bool {
    other.strip_prefix(path).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// Takes what is at `path` and below it out of a map by paths; everything for `""`.
fn remove_below<K: Ord + Clone + Borrow<str>, V>(map: &mut BTreeMap<K, V>, path: &str) -> BTreeMap<K, V> {
    if path.is_empty() {
        return std::mem::take(map);
    }
    let (from, to) = (format!("{path}/"), format!("{path}0"));
    // `0` is the character after `/`.
    let below = map.range::<str, _>((Bound::Included(from.as_str()), Bound::Excluded(to.as_str())));
    let keys: Vec<K> = map.get_key_value(path).into_iter().chain(below).map(|(key, _)| key.clone()).collect();
    keys.into_iter().filter_map(|key| map.remove_entry(key.borrow())).collect()
}

/// Every file with the digest of its bytes.
fn digests(sources: &Sources) -> BTreeMap<SourcePath, Digest> {
    let Sources { entries, assets, statics, templates, theme, diagnostics: _ } = sources;
    let in_templates =
        |(path, digest): (&String, Digest)| Some((SourcePath::new(&format!("{TEMPLATES}/{path}"))?, digest));
    let entries = entries.iter().map(|(path, file)| (path.clone(), file.digest));
    let assets = assets.values().chain(statics.values()).map(|file| (file.source.clone(), file.digest));
    let templates = templates.iter().map(|(path, file)| (path, file.digest)).filter_map(in_templates);
    let theme = theme.iter().map(|(path, file)| (path, file.digest)).filter_map(in_templates);
    entries.chain(assets).chain(templates).chain(theme).collect()
}

#[cfg(test)]
mod tests;
