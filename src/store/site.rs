//! The output folder, held against other builds while this one is at it.
//!
//! How it is made to be what was planned, so that it can be stopped after any step:
//!
//! 1. Look (see `survey`): nothing is changed if anything is in the way, or if all is as planned.
//! 2. A marker says that what follows is not finished; whoever finds it trusts nothing but bytes.
//! 3. New paths go on the manifest, before there is a file.
//! 4. Old files in the way of new ones go; folders are made; files are written, each whole.
//! 5. All other old files go, then folders that are empty for it.
//! 6. Old paths leave the manifest; the marker goes.

use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File, Metadata};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use rayon::prelude::*;
use walkdir::WalkDir;
use xxhash_rust::xxh3::Xxh3;

use super::cache::{self, Outputs, Record};
use super::disk::Disk;
use super::lock::lock;
use super::survey::{Ground, Survey, folders, looks_kept, record, still_kept};
use super::{Error, manifest, place};
use crate::model::{Digest, OutPath};
use crate::pipeline::{Build, Content, Output, Recall};

/// Says that a build is at work, or was killed.
const UNFINISHED: &str = ".journal-unfinished";
/// The lock of an output folder outside the journal.
const LOCK: &str = ".journal-lock";
/// How long another build is waited for.
const PATIENCE: Duration = Duration::from_secs(10);
/// From how many files on replaced ones are used again; below, nobody would notice.
const MANY: usize = 64;
/// What is done about files in the output folder that `journal` did not make.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Foreign {
    /// They are an error.
    Refuse,
    /// Those where a file of the site belongs are replaced; all others stay (`--force`).
    TakeOver,
}

/// An output folder, locked against other builds as long as this lives.
#[derive(Debug)]
pub struct Site {
    root: PathBuf,
    folder: PathBuf,
    foreign: Foreign,
    /// The files that are ours.
    ours: BTreeSet<OutPath>,
    /// Whether the build before was killed.
    unfinished: bool,
    disk: Disk,
    _locks: Vec<File>,
}

/// Files of the last build that are in the output folder as it left them.
#[derive(Debug, Clone, Default)]
pub struct Kept {
    /// The files, and what is remembered of each.
    pub files: BTreeMap<OutPath, Record>,
    /// Whether that is all that the last build left, and nothing else of ours is there.
    pub whole: bool,
}

/// What of the last build is still there, as the build before the next; `documents` is what was parsed for it.
#[must_use]
pub fn previous(stored: Option<&Outputs>, kept: &Kept, documents: Arc<dyn Recall>) -> Build {
    let outputs = kept
        .files
        .iter()
        .map(|(out, record)| (out.clone(), Output { fingerprint: record.fingerprint, content: Content::Stored }));
    // The inputs' digest says that nothing is to be done, which holds only if everything is still there.
    let same = stored.filter(|_| kept.whole);
    Build {
        inputs: same.map_or_else(Digest::default, |stored| stored.inputs),
        diagnostics: same.map(|stored| stored.diagnostics.clone()).unwrap_or_default(),
        outputs: outputs.collect(),
        documents,
        ..Build::empty()
    }
}

/// How much was done.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Report {
    /// Files that are new or have other bytes.
    pub written: usize,
    /// Files that had their bytes already.
    pub unchanged: usize,
    /// Files that are gone.
    pub removed: usize,
}

/// A site as it was written.
#[derive(Debug, Clone, Default)]
pub struct Written {
    /// How much was done.
    pub report: Report,
    /// What to remember of each file, for [`Outputs`].
    pub files: BTreeMap<OutPath, Record>,
}

impl Site {
    /// Takes the output folder `output` of the journal `root` for this build. While another build has it, `waiting`
    /// is called once.
    ///
    /// # Errors
    /// If another build does not end, if the folder holds what is not ours, or if it is no place for a site.
    pub fn open(root: &Path, output: &Path, foreign: Foreign, mut waiting: impl FnMut()) -> Result<Self, Error> {
        Self::open_patiently(root, output, foreign, PATIENCE, &mut waiting)
    }

    fn open_patiently(
        root: &Path,
        output: &Path,
        foreign: Foreign,
        patience: Duration,
        waiting: &mut dyn FnMut(),
    ) -> Result<Self, Error> {
        let root = fs::canonicalize(root).map_err(Error::io("find", root))?;
        let folder = super::real(output);
        place::check(&root, &folder)?;

        let check_unlisted = || place::check_unlisted(&root, &folder, foreign);
        // Asked before anything is made in the folder, and again when no other build is at it.
        if !folder.join(manifest::MANIFEST).exists() {
            check_unlisted()?;
        }

        let disk = Disk::default();
        let mut locks = Vec::new();
        // A journal that can't be written to can't be locked either; its output folder can.
        let cache = cache::make_folder(&root).map_err(Error::io("create the folder", &root));
        match cache.and_then(|cache| lock(&cache.join("lock"), &root, patience, waiting)) {
            Ok(lock) => locks.push(lock),
            Err(Error::Io { .. }) => {}
            Err(error) => return Err(error),
        }
        if locks.is_empty() || !folder.starts_with(&root) {
            disk.create_folder(&folder)?;
            locks.push(lock(&folder.join(LOCK), &folder, patience, waiting)?);
        }
        let ours = match manifest::load(&folder)? {
            Some(ours) => ours,
            None => check_unlisted().map(|()| BTreeSet::new())?,
        };
        let unfinished = folder.join(UNFINISHED).exists();
        Ok(Self { root, folder, foreign, ours, unfinished, disk, _locks: locks })
    }

    /// Where the site is: absolute, links resolved.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// What of `stored` is still there as it was stored: by size and time, or by its bytes if the last build was
    /// killed or the machine has been started since.
    #[must_use]
    pub fn kept(&self, stored: Option<&Outputs>) -> Kept {
        let Some(stored) = stored else { return Kept::default() };
        let by_bytes = self.unfinished || !stored.is_of_this_run();
        let files: BTreeMap<OutPath, Record> = stored
            .files
            .par_iter()
            .filter(|(path, _)| self.ours.contains(*path))
            .filter_map(|(path, record)| {
                let full = self.folder.join(path.as_str());
                let record = if by_bytes {
                    still_kept(&full, record)?
                } else {
                    looks_kept(&full, record).then(|| record.clone())?
                };
                Some((path.clone(), record))
            })
            .collect();
        let whole = !self.unfinished && files.len() == stored.files.len() && files.len() == self.ours.len();
        Kept { files, whole }
    }

    /// Makes the folder what `outputs` says. `kept` is what [`Site::kept`] found.
    ///
    /// # Errors
    /// If a foreign file is in the way, and then nothing was changed; or if a file can't be written or removed, and
    /// then each file is either old or new, and the next build repairs the rest.
    pub fn write(&mut self, outputs: &BTreeMap<OutPath, Output>, kept: &Kept) -> Result<Written, Error> {
        let ours = std::mem::take(&mut self.ours);
        let ground =
            Ground { root: &self.root, folder: &self.folder, ours: &ours, foreign: self.foreign, kept: &kept.files };
        let survey = match ground.survey(outputs) {
            Ok(survey) => survey,
            Err(error) => {
                self.ours = ours;
                return Err(error);
            }
        };
        let result = self.carry_out(&ours, outputs.keys(), survey);
        if result.is_ok() {
            self.ours = outputs.keys().cloned().collect();
            self.unfinished = false;
        } else {
            self.ours = manifest::load(&self.folder).ok().flatten().unwrap_or(ours);
            self.unfinished = self.folder.join(UNFINISHED).exists();
        }
        result
    }

    fn carry_out<'a>(
        &self,
        ours: &BTreeSet<OutPath>,
        planned: impl Iterator<Item = &'a OutPath> + Clone,
        survey: Survey<'_>,
    ) -> Result<Written, Error> {
        let mut report = Report { written: survey.write.len(), unchanged: survey.same.len(), removed: 0 };
        let mut files: BTreeMap<OutPath, Record> =
            survey.same.into_iter().map(|(path, record)| (path.clone(), record)).collect();
        let new: BTreeSet<&OutPath> = planned.clone().filter(|path| !ours.contains(*path)).collect();
        let fewer = ours.len() + new.len() > planned.clone().count();
        let listed = self.folder.join(manifest::MANIFEST).exists();
        if listed && survey.write.is_empty() && new.is_empty() && !fewer && !self.unfinished {
            return Ok(Written { report, files });
        }

        let disk = &self.disk;
        let marker = self.folder.join(UNFINISHED);
        disk.create_folder(&self.folder)?;
        if self.unfinished {
            disk.sweep(&self.folder)?;
        } else {
            disk.mark(&marker, "A build is at work here, or was stopped.\n")?;
        }
        if !new.is_empty() || !listed {
            manifest::save(disk, &self.folder, ours.iter().chain(new).collect::<BTreeSet<_>>())?;
        }

        for path in survey.obstacles {
            disk.remove(&self.folder.join(path))?;
        }
        report.removed += self.remove_all(&survey.stale_in_the_way)?;
        for path in survey.emptied {
            self.remove_folders(&self.folder.join(path.as_str()))?;
        }
        for folder in survey.new_folders {
            disk.create_folder(&self.folder.join(folder))?;
        }
        let amount = if survey.write.len() < MANY { Amount::Few } else { Amount::Many };
        let written: Vec<(OutPath, Record)> = survey
            .write
            .into_par_iter()
            .map(|(path, output)| Ok((path.clone(), self.write_one(path, output, amount)?)))
            .collect::<Result<_, Error>>()?;
        files.extend(written);
        disk.drop_spares()?;

        report.removed += self.remove_all(&survey.stale)?;
        let left: BTreeSet<&str> =
            survey.stale.iter().chain(&survey.stale_in_the_way).copied().flat_map(folders).collect();
        // Sorted backwards, a folder comes before the one that it is in.
        for folder in left.into_iter().rev() {
            disk.remove_if_empty(&self.folder.join(folder))?;
        }
        if fewer {
            manifest::save(disk, &self.folder, planned)?;
        }
        disk.remove(&marker)?;
        Ok(Written { report, files })
    }

    fn write_one(&self, path: &OutPath, output: &Output, amount: Amount) -> Result<Record, Error> {
        let full = self.folder.join(path.as_str());
        match &output.content {
            Content::Bytes(bytes) => {
                let file = self.replace(&full, amount, |file| file.write_all(bytes))?;
                Ok(record(output.fingerprint, Digest::of_bytes(bytes), &file))
            }
            Content::Copy(source) => {
                let source = self.root.join(source.as_str());
                let from = File::open(&source).map_err(Error::io("read", &source))?;
                let content = Cell::new(Digest::default());
                let file = self.replace(&full, amount, |file| {
                    content.set(copy(&from, file)?);
                    Ok(())
                })?;
                Ok(record(output.fingerprint, content.get(), &file))
            }
            Content::Stored => Err(Error::NotKept { path: path.clone() }),
        }
    }

    fn replace(
        &self,
        path: &Path,
        amount: Amount,
        fill: impl Fn(&mut File) -> io::Result<()>,
    ) -> Result<Metadata, Error> {
        match amount {
            Amount::Few => self.disk.replace(path, fill),
            Amount::Many => self.disk.replace_one_of_many(path, fill),
        }
    }

    /// Removes those of `paths` that are there, and tells how many were.
    fn remove_all(&self, paths: &[&OutPath]) -> Result<usize, Error> {
        let mut removed = 0;
        for path in paths {
            let full = self.folder.join(path.as_str());
            // Where a folder has come to stand, our file is gone.
            let folder = fs::symlink_metadata(&full).is_ok_and(|found| found.is_dir());
            removed += usize::from(!folder && self.disk.remove(&full)?);
        }
        Ok(removed)
    }

    /// Removes a folder in which there are only folders.
    fn remove_folders(&self, folder: &Path) -> Result<(), Error> {
        let inside = WalkDir::new(folder).contents_first(true).follow_links(false).into_iter().filter_map(Result::ok);
        for item in inside.filter(|item| item.file_type().is_dir()) {
            self.disk.remove_if_empty(item.path())?;
        }
        Ok(())
    }
}

/// How many files are written at once.
#[derive(Clone, Copy)]
enum Amount {
    Few,
    Many,
}

/// Copies a file from its start, and tells the digest of what was copied.
fn copy(mut from: &File, to: &mut File) -> io::Result<Digest> {
    from.seek(SeekFrom::Start(0))?;
    let mut hasher = Xxh3::new();
    let mut buffer = vec![0; 64 << 10];
    loop {
        let count = from.read(&mut buffer)?;
        if count == 0 {
            return Ok(Digest(hasher.digest128()));
        }
        hasher.update(&buffer[..count]);
        to.write_all(&buffer[..count])?;
    }
}

#[cfg(test)]
mod tests;
