//! Every change that is made to a folder goes through here: a file is replaced whole or not at all, and nothing else
//! is ever done to it.

use std::fs::{self, File, Metadata};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use walkdir::WalkDir;

use super::Error;

/// How the names of files that are not whole yet begin.
const TEMPORARY: &str = ".journal-tmp-";

/// A larger file is not reused: what is large is an asset, and a reader may be at it for long.
#[cfg(target_os = "linux")]
const LARGEST_SPARE: u64 = 1 << 20;

/// The hand that changes files.
#[derive(Debug, Default)]
pub(super) struct Disk {
    /// Files that were replaced and wait for new content; see [`Disk::replace_one_of_many`].
    spares: Mutex<Vec<PathBuf>>,
    /// After how many changes the process is to die, for tests.
    #[cfg(test)]
    pub(super) dies_after: Option<std::sync::atomic::AtomicUsize>,
}

impl Disk {
    /// Makes a file whose being there is what counts: it is never beside its place, and its text can be torn.
    pub(super) fn mark(&self, path: &Path, text: &str) -> Result<(), Error> {
        self.tick().and_then(|()| create(path)?.write_all(text.as_bytes())).map_err(Error::io("write", path))
    }

    /// Replaces the file `path`, or makes it, with what `fill` writes: into a temporary file beside it, which then
    /// takes its name. Tells what the new file is.
    pub(super) fn replace(&self, path: &Path, fill: impl Fn(&mut File) -> io::Result<()>) -> Result<Metadata, Error> {
        self.tick().map_err(Error::io("write", path))?;
        let temporary = temporary(path);
        let result = create(&temporary).and_then(|mut file| {
            fill(&mut file)?;
            let metadata = file.metadata()?;
            drop(file);
            self.tick()?;
            fs::rename(&temporary, path)?;
            Ok(metadata)
        });
        self.or_drop(&temporary, result).map_err(Error::io("write", path))
    }

    /// The same, when thousands are replaced at once: a replaced file is not deleted but holds the next one's content.
    ///
    /// Creating and deleting inodes is what costs: on ext4 a new one is dear when many were deleted shortly before.
    /// 5,000 pages of 4 to 13 KB on two threads: 1,500 to 2,500 ms with a rename each, the same with the blocks
    /// allocated beforehand or the old file unlinked first, 74 ms this way (tmpfs: 70 and 40). Not for a few files,
    /// and never for one that is hard-linked or has other rights: a reader that keeps a replaced file open may see it
    /// change. After a power cut a file may have another's content with the right size and time, so the record of
    /// outputs is only trusted while the machine runs.
    #[cfg(target_os = "linux")]
    pub(super) fn replace_one_of_many(
        &self,
        path: &Path,
        fill: impl Fn(&mut File) -> io::Result<()>,
    ) -> Result<Metadata, Error> {
        use rustix::fs::{CWD, RenameFlags, renameat_with};

        let old = match fs::symlink_metadata(path) {
            Ok(old) if reusable(&old) => old,
            _ => return self.replace(path, fill),
        };
        self.tick().map_err(Error::io("write", path))?;
        let spare = self.spares().pop();
        let fresh = spare.is_none();
        let temporary = spare.unwrap_or_else(|| temporary(path));
        let exchange = || {
            let mut new = if fresh { create(&temporary)? } else { File::options().write(true).open(&temporary)? };
            fill(&mut new)?;
            // Cut at the end, not emptied at the start: ext4 forces out what was emptied.
            let end = io::Seek::stream_position(&mut new)?;
            new.set_len(end)?;
            let metadata = new.metadata()?;
            self.tick()?;
            let exchanged =
                alike(&metadata, &old) && renameat_with(CWD, &temporary, CWD, path, RenameFlags::EXCHANGE).is_ok();
            Ok(exchanged.then_some(metadata))
        };
        if let Some(metadata) = self.or_drop(&temporary, exchange()).map_err(Error::io("write", path))? {
            self.spares().push(temporary);
            return Ok(metadata);
        }
        // Other rights, another file system, or one that can't exchange: the plain way.
        self.remove(&temporary)?;
        self.replace(path, fill)
    }

    /// The same, where names can't be exchanged.
    #[cfg(not(target_os = "linux"))]
    pub(super) fn replace_one_of_many(
        &self,
        path: &Path,
        fill: impl Fn(&mut File) -> io::Result<()>,
    ) -> Result<Metadata, Error> {
        self.replace(path, fill)
    }

    /// Removes what replaced files left for others.
    pub(super) fn drop_spares(&self) -> Result<(), Error> {
        let spares = std::mem::take(&mut *self.spares());
        spares.iter().try_for_each(|spare| self.remove(spare).map(|_| ()))
    }

    /// Removes a file or a link, and tells whether it was there.
    pub(super) fn remove(&self, path: &Path) -> Result<bool, Error> {
        match self.tick().and_then(|()| fs::remove_file(path)) {
            Ok(()) => Ok(true),
            Err(error) if is_absent(&error) => Ok(false),
            Err(error) => Err(Error::io("remove", path)(error)),
        }
    }

    /// Removes a folder if nothing is in it.
    pub(super) fn remove_if_empty(&self, folder: &Path) -> Result<(), Error> {
        self.tick().map_err(Error::io("remove", folder))?;
        // That it holds something is the answer, not a failure.
        let _ = fs::remove_dir(folder);
        Ok(())
    }

    /// Makes a folder, and those above it.
    pub(super) fn create_folder(&self, folder: &Path) -> Result<(), Error> {
        self.tick().and_then(|()| fs::create_dir_all(folder)).map_err(Error::io("create the folder", folder))
    }

    /// Removes what a killed build left half-done in `folder` and below.
    pub(super) fn sweep(&self, folder: &Path) -> Result<(), Error> {
        self.spares().clear();
        let left = WalkDir::new(folder).follow_links(false).into_iter().filter_map(Result::ok).filter(|item| {
            item.file_type().is_file() && item.file_name().as_encoded_bytes().starts_with(TEMPORARY.as_bytes())
        });
        for item in left {
            self.remove(item.path())?;
        }
        Ok(())
    }

    fn spares(&self) -> MutexGuard<'_, Vec<PathBuf>> {
        self.spares.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// After a failure nothing half-done stays.
    fn or_drop<T>(&self, temporary: &Path, result: io::Result<T>) -> io::Result<T> {
        if result.is_err() && self.tick().is_ok() {
            let _ = fs::remove_file(temporary);
        }
        result
    }

    /// Stands before each change; tests let the process die there.
    #[cfg_attr(not(test), expect(clippy::unused_self, clippy::unnecessary_wraps, reason = "only tests die"))]
    fn tick(&self) -> io::Result<()> {
        #[cfg(test)]
        if let Some(left) = &self.dies_after
            && left.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |left| left.checked_sub(1)).is_err()
        {
            return Err(io::Error::other("killed"));
        }
        Ok(())
    }
}

/// A name beside `path` for what is not whole yet: another each time it is asked for.
pub(super) fn temporary(path: &Path) -> PathBuf {
    static NEXT: AtomicU64 = AtomicU64::new(0);
    let number = NEXT.fetch_add(1, Ordering::Relaxed);
    path.with_file_name(format!("{TEMPORARY}{}-{number}", std::process::id()))
}

/// A new file; what a killed build left under that name goes first, so that a link there is not written through.
fn create(path: &Path) -> io::Result<File> {
    match File::create_new(path) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            fs::remove_file(path)?;
            File::create_new(path)
        }
        result => result,
    }
}

/// Whether an error says that there is no such file.
pub(super) fn is_absent(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory)
}

#[cfg(target_os = "linux")]
fn reusable(file: &Metadata) -> bool {
    use std::os::unix::fs::MetadataExt;
    file.is_file() && file.nlink() == 1 && file.len() <= LARGEST_SPARE
}

/// Whether two files may stand for each other: same owner, same rights.
#[cfg(target_os = "linux")]
fn alike(a: &Metadata, b: &Metadata) -> bool {
    use std::os::unix::fs::MetadataExt;
    (a.mode(), a.uid(), a.gid()) == (b.mode(), b.uid(), b.gid())
}
