//! What stands in the output folder against what is planned: which files already have their bytes, which are to be
//! written, and what of others is in the way. Looks, and changes nothing.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File, Metadata};
use std::io::{self, Read};
use std::path::Path;
use std::time::UNIX_EPOCH;

use rayon::prelude::*;
use walkdir::WalkDir;

use super::cache::Record;
use super::disk::is_absent;
use super::error::NAMED;
use super::{Error, Foreign, RESERVED, read};
use crate::model::{Digest, OutPath};
use crate::pipeline::{Content, Output};

/// What is known before looking.
pub(super) struct Ground<'a> {
    /// The journal, for what is copied from it.
    pub(super) root: &'a Path,
    /// The output folder.
    pub(super) folder: &'a Path,
    /// The files that are ours.
    pub(super) ours: &'a BTreeSet<OutPath>,
    /// What is done about files that are not.
    pub(super) foreign: Foreign,
    /// Files that are known to be as they were stored.
    pub(super) kept: &'a BTreeMap<OutPath, Record>,
}

/// What has to be done.
#[derive(Debug, Default)]
pub(super) struct Survey<'a> {
    /// Files that have their bytes already.
    pub(super) same: Vec<(&'a OutPath, Record)>,
    /// Files to write.
    pub(super) write: Vec<(&'a OutPath, &'a Output)>,
    /// Ours and no longer planned: those that are in the way of planned ones, and all others.
    pub(super) stale_in_the_way: Vec<&'a OutPath>,
    pub(super) stale: Vec<&'a OutPath>,
    /// Files and links of others where folders belong; taken over.
    pub(super) obstacles: Vec<&'a str>,
    /// Folders, to be emptied by then, where files belong.
    pub(super) emptied: Vec<&'a OutPath>,
    /// Folders that are needed and not there, parents first.
    pub(super) new_folders: Vec<&'a str>,
}

/// What stands where a folder is needed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Folder,
    Nothing,
    /// A file that is ours.
    Ours,
    /// A file of others, or a link: it is not gone through, for it may lead anywhere.
    Foreign,
}

/// What stands where a file is planned.
enum State {
    Same(Record),
    Write,
    Foreign,
    Folder,
}

/// The folders above `path`, the outermost first.
pub(super) fn folders(path: &OutPath) -> impl Iterator<Item = &str> {
    path.as_str().match_indices('/').map(|(end, _)| &path.as_str()[..end])
}

impl<'a> Ground<'a> {
    /// Compares the folder with the plan.
    pub(super) fn survey(&self, outputs: &'a BTreeMap<OutPath, Output>) -> Result<Survey<'a>, Error> {
        if let Some(path) = outputs.keys().find(|path| is_reserved(path)) {
            return Err(Error::ReservedPath { path: path.clone() });
        }
        let mut survey = Survey::default();
        let mut foreign = Vec::new();

        let stale: Vec<&OutPath> = self.ours.iter().filter(|path| !outputs.contains_key(*path)).collect();
        let needed: BTreeSet<&str> = outputs.keys().flat_map(folders).collect();
        let places = self.places(needed.iter().copied().chain(stale.iter().copied().flat_map(folders)));
        for folder in needed.iter().copied() {
            let place = places.get(folder);
            if place == Some(&Place::Folder) {
                continue;
            }
            survey.new_folders.push(folder);
            match self.foreign {
                _ if place != Some(&Place::Foreign) => {}
                Foreign::Refuse => foreign.push(folder.to_owned()),
                Foreign::TakeOver => survey.obstacles.push(folder),
            }
        }
        let reachable = |path: &OutPath| path.folder().is_empty() || places.get(path.folder()) == Some(&Place::Folder);

        let lower: BTreeMap<String, &OutPath> =
            stale.iter().map(|path| (path.as_str().to_lowercase(), *path)).collect();
        let states: Vec<_> = outputs
            .par_iter()
            .map(|(path, output)| self.state(path, output, reachable(path), &lower).map(|state| (path, output, state)))
            .collect::<Result<_, Error>>()?;
        for (path, output, state) in states {
            match state {
                State::Same(record) => survey.same.push((path, record)),
                State::Write => survey.write.push((path, output)),
                State::Foreign => foreign.push(path.as_str().to_owned()),
                State::Folder => {
                    self.must_be_ours(path, outputs)?;
                    survey.emptied.push(path);
                    survey.write.push((path, output));
                }
            }
        }
        if !foreign.is_empty() {
            return Err(Error::foreign(self.folder, foreign));
        }

        let planned_lower: BTreeSet<String> = if stale.is_empty() {
            BTreeSet::new()
        } else {
            outputs.keys().map(|path| path.as_str().to_lowercase()).collect()
        };
        let in_the_way = |path: &OutPath| {
            needed.contains(path.as_str())
                || planned_lower.contains(&path.as_str().to_lowercase())
                || folders(path).any(|folder| outputs.contains_key(folder))
        };
        // What can't be reached without going through a link is not there any more.
        (survey.stale_in_the_way, survey.stale) =
            stale.into_iter().filter(|path| reachable(path)).partition(|path| in_the_way(path));
        Ok(survey)
    }

    /// What stands where each of `folders` is needed.
    fn places<'p>(&self, folders: impl Iterator<Item = &'p str>) -> BTreeMap<&'p str, Place> {
        let mut places = BTreeMap::new();
        // Sorted, a folder comes after the one that it is in.
        for folder in folders.collect::<BTreeSet<_>>() {
            let parent = folder.rsplit_once('/').map(|(parent, _)| parent);
            let reachable = parent.is_none_or(|parent| places.get(parent) == Some(&Place::Folder));
            let found = if reachable { fs::symlink_metadata(self.folder.join(folder)).ok() } else { None };
            let place = match found {
                None => Place::Nothing,
                Some(found) if found.is_dir() => Place::Folder,
                Some(found) if found.is_file() && self.ours.contains(folder) => Place::Ours,
                Some(_) => Place::Foreign,
            };
            places.insert(folder, place);
        }
        places
    }

    fn state(
        &self,
        path: &OutPath,
        output: &Output,
        reachable: bool,
        stale: &BTreeMap<String, &OutPath>,
    ) -> Result<State, Error> {
        if let Some(record) = self.kept.get(path) {
            let record = Record { fingerprint: output.fingerprint, ..record.clone() };
            match &output.content {
                _ if self.kept[path].fingerprint == output.fingerprint => return Ok(State::Same(record)),
                Content::Bytes(bytes) if Digest::of_bytes(bytes) == record.content => return Ok(State::Same(record)),
                Content::Bytes(_) => return Ok(State::Write),
                Content::Copy(_) => {}
                Content::Stored => return Err(Error::NotKept { path: path.clone() }),
            }
        }
        if matches!(output.content, Content::Stored) {
            return Err(Error::NotKept { path: path.clone() });
        }
        if !reachable {
            return Ok(State::Write);
        }
        let full = self.folder.join(path.as_str());
        let found = match fs::symlink_metadata(&full) {
            Ok(found) => found,
            Err(error) if is_absent(&error) => return Ok(State::Write),
            Err(error) => return Err(Error::io("look at", &full)(error)),
        };
        if found.is_dir() {
            return Ok(State::Folder);
        }
        if !self.ours.contains(path) {
            // Where case does not count, a file under its old spelling is still ours; it goes, and comes anew.
            let old = stale.get(&path.as_str().to_lowercase()).map(|old| self.folder.join(old.as_str()));
            if old.is_some_and(|old| {
                fs::canonicalize(old).is_ok_and(|old| fs::canonicalize(&full).is_ok_and(|new| old == new))
            }) {
                return Ok(State::Write);
            }
            if self.foreign == Foreign::Refuse {
                return Ok(State::Foreign);
            }
        }
        // What can't be compared is replaced.
        let same = if found.is_file() { self.compare(output, &full, &found).unwrap_or(None) } else { None };
        Ok(same.map_or(State::Write, State::Same))
    }

    /// The record of the file `full` if it has its bytes already.
    fn compare(&self, output: &Output, full: &Path, found: &Metadata) -> io::Result<Option<Record>> {
        let content = match &output.content {
            Content::Bytes(bytes) => {
                let same = found.len() == bytes.len() as u64 && fs::read(full)?[..] == bytes[..];
                same.then(|| Digest::of_bytes(bytes))
            }
            Content::Copy(source) => {
                let source = File::open(self.root.join(source.as_str()))?;
                if source.metadata()?.len() == found.len() { same_bytes(source, full)? } else { None }
            }
            Content::Stored => None,
        };
        Ok(content.map(|content| record(output.fingerprint, content, found)))
    }

    /// That a folder where the file `path` is planned holds nothing but ours that goes.
    fn must_be_ours(&self, path: &OutPath, outputs: &BTreeMap<OutPath, Output>) -> Result<(), Error> {
        let top = self.folder.join(path.as_str());
        let mut others = Vec::new();
        for item in WalkDir::new(&top).follow_links(false).sort_by_file_name() {
            let item = item.map_err(|error| Error::io("list", &top)(error.into()))?;
            if item.file_type().is_dir() {
                continue;
            }
            let within =
                item.path().strip_prefix(self.folder).unwrap_or(item.path()).to_string_lossy().replace('\\', "/");
            let ours = item.file_type().is_file()
                && self.ours.contains(within.as_str())
                && !outputs.contains_key(within.as_str());
            if !ours {
                others.push(within);
            }
        }
        if others.is_empty() {
            return Ok(());
        }
        let count = others.len();
        others.truncate(NAMED);
        Err(Error::FolderInTheWay { folder: self.folder.to_owned(), path: path.clone(), paths: others, count })
    }
}

/// Whether a path is kept for our own files, or can't be a line of the manifest.
fn is_reserved(path: &OutPath) -> bool {
    path.file_name().starts_with(RESERVED) || path.as_str().contains(char::is_control)
}

/// What is remembered of a file as it is on the disk.
pub(super) fn record(fingerprint: Digest, content: Digest, file: &Metadata) -> Record {
    Record { fingerprint, content, size: file.len(), modified: modified(file) }
}

/// When a file was last changed, in nanoseconds since 1970; 0 if that is not known.
fn modified(file: &Metadata) -> u64 {
    let since = file.modified().ok().and_then(|time| time.duration_since(UNIX_EPOCH).ok());
    since.and_then(|since| u64::try_from(since.as_nanos()).ok()).unwrap_or(0)
}

/// Whether the file `path` is still as `record` tells, by its size and time.
pub(super) fn looks_kept(path: &Path, record: &Record) -> bool {
    fs::symlink_metadata(path).is_ok_and(|file| {
        file.is_file() && file.len() == record.size && record.modified != 0 && modified(&file) == record.modified
    })
}

/// What `record` would be of the file `path` as it is now, if its bytes are still those that were stored.
pub(super) fn still_kept(path: &Path, record: &Record) -> Option<Record> {
    let found = fs::symlink_metadata(path).ok().filter(|file| file.is_file() && file.len() == record.size)?;
    let (content, _) = read::digest_of(File::open(path).ok()?).ok()?;
    (content == record.content).then(|| self::record(record.fingerprint, content, &found))
}

/// The digest of `a` if the file `b` has the same bytes.
fn same_bytes(a: File, b: &Path) -> io::Result<Option<Digest>> {
    let (mut a, mut b) = (a, File::open(b)?);
    let mut hasher = xxhash_rust::xxh3::Xxh3::new();
    let (mut left, mut right) = (vec![0; 64 << 10], vec![0; 64 << 10]);
    loop {
        let count = a.read(&mut left)?;
        if count == 0 {
            return Ok((b.read(&mut right)? == 0).then(|| Digest(hasher.digest128())));
        }
        match b.read_exact(&mut right[..count]) {
            Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => return Ok(None),
            result => result?,
        }
        if left[..count] != right[..count] {
            return Ok(None);
        }
        hasher.update(&left[..count]);
    }
}
