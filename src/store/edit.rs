//! The one way in which a file that a person wrote is changed.
//!
//! It is replaced whole, on disk before it has its name, with the rights it had; a link to it stays a link. Whoever
//! else writes the file at that moment wins: what they wrote is never replaced by something that did not know it.

use std::fs::{self, File, Metadata};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::disk::{is_absent, temporary};
use super::lock::lock;
use super::{Error, cache};
use crate::model::SourcePath;

/// How often a change is tried while someone else writes the same file.
const ATTEMPTS: usize = 5;

/// A program that had opened the file to add to it may still write for a moment after the file was replaced. This
/// long its last bytes are waited for before the old file goes.
#[cfg(target_os = "linux")]
const LAST_BYTES: Duration = Duration::from_millis(10);

/// How long to wait for someone else to finish.
const PAUSE: Duration = Duration::from_millis(20);

/// What is locked while files are changed, in the folder of the cache.
const LOCK: &str = "changing.lock";

/// How long the others are waited for.
const PATIENCE: Duration = Duration::from_secs(20);

/// What became of a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Attempt {
    Made,
    /// Someone else wrote the file meanwhile; theirs is there, whole.
    Overtaken,
}

/// Replaces a file of the journal `root` with what `change` makes of its bytes. `change` is asked again when someone
/// else changed the file meanwhile. Bytes that stay the same are not written.
///
/// # Errors
/// What `change` refuses; [`Error`] when the file can't be read or written, is read-only, lies outside the journal, or
/// someone else goes on writing it.
pub fn rewrite<E: From<Error>>(
    root: &Path,
    path: &SourcePath,
    mut change: impl FnMut(&[u8]) -> Result<Vec<u8>, E>,
) -> Result<(), E> {
    let file = place_of(root, path)?;
    // Of several of our own kind, one after the other: each must see what the last one wrote.
    let _turn = turn(root)?;
    for _ in 0..ATTEMPTS {
        let before = fs::read(&file).map_err(Error::io("read", &file))?;
        let after = change(&before)?;
        if after == before {
            return Ok(());
        }
        match swap(&file, &before, &after).map_err(Error::io("write", &file))? {
            Attempt::Made => return Ok(()),
            Attempt::Overtaken => std::thread::sleep(PAUSE),
        }
    }
    Err(Error::Contested { path: file }.into())
}

/// Waits until no other `journal` changes files of this journal. Where the lock can't be kept, nobody waits.
fn turn(root: &Path) -> Result<Option<File>, Error> {
    let Ok(folder) = cache::make_folder(root) else { return Ok(None) };
    lock(&folder.join(LOCK), root, PATIENCE, &mut || {}).map(Some)
}

/// Where the bytes of a file are: behind links, which may not lead out of the journal.
fn place_of(root: &Path, path: &SourcePath) -> Result<PathBuf, Error> {
    let named = root.join(path.as_str());
    let file = named.canonicalize().map_err(Error::io("find", &named))?;
    let root = root.canonicalize().map_err(Error::io("find", root))?;
    if !file.starts_with(&root) {
        return Err(Error::Outside { path: named });
    }
    let metadata = fs::metadata(&file).map_err(Error::io("read", &file))?;
    if metadata.permissions().readonly() {
        return Err(Error::ReadOnly { path: named });
    }
    Ok(file)
}

/// Puts `after` in the place of a file that holds `before`.
fn swap(file: &Path, before: &[u8], after: &[u8]) -> io::Result<Attempt> {
    let old = fs::metadata(file)?;
    let temporary = temporary(file);
    let result = written(&temporary, after, &old).and_then(|()| exchange(&temporary, file, before, after));
    // After a failure the temporary file may be what someone else saved: it only goes if it is ours.
    if result.is_ok() || fs::read(&temporary).is_ok_and(|bytes| bytes == after) {
        fs::remove_file(&temporary).or_else(|error| if is_absent(&error) { Ok(()) } else { Err(error) })?;
    }
    sync_folder(file);
    result
}

/// A new file with these bytes, on disk, with the rights of the old one.
fn written(path: &Path, bytes: &[u8], old: &Metadata) -> io::Result<()> {
    let mut file = File::create_new(path)?;
    file.set_permissions(old.permissions())?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        // Only root may give files away; for all others it is theirs already.
        let _ = std::os::unix::fs::fchown(&file, Some(old.uid()), Some(old.gid()));
    }
    file.write_all(bytes)?;
    file.sync_all()
}

/// Lets the two change names, looks at what comes out, and changes back unless that is `before`.
///
/// A rename would silently replace what someone else saved a moment ago. Here what is replaced is still there to look
/// at; and as long as what comes out is not what was put in, someone saved in between, and theirs goes back in.
#[cfg(target_os = "linux")]
fn exchange(temporary: &Path, file: &Path, before: &[u8], after: &[u8]) -> io::Result<Attempt> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};

    let trade = || renameat_with(CWD, temporary, CWD, file, RenameFlags::EXCHANGE);
    // Writing takes long enough for others to save; where they did, ours is not seen at all.
    if fs::read(file)? != before {
        return Ok(Attempt::Overtaken);
    }
    match trade() {
        Ok(()) => {}
        // Not every file system can.
        Err(rustix::io::Errno::INVAL | rustix::io::Errno::NOSYS | rustix::io::Errno::OPNOTSUPP) => {
            return replace(temporary, file, before);
        }
        Err(error) => return Err(error.into()),
    }
    let mut put_in = after.to_vec();
    if is_as_it_was(temporary, before, file, &put_in)? {
        return Ok(Attempt::Made);
    }
    loop {
        let newest = fs::read(temporary)?;
        trade()?;
        if is_as_it_was(temporary, &put_in, file, &newest)? {
            return Ok(Attempt::Overtaken);
        }
        // Someone read what was put in for a moment, and added to it: that goes to the end of what it did not know.
        let saved = fs::read(temporary)?;
        if let Some(added) = saved.strip_prefix(put_in.as_slice()) {
            File::options().append(true).open(file)?.write_all(added)?;
            return Ok(Attempt::Overtaken);
        }
        put_in = newest;
    }
}

/// Whether the file that came out holds what was known of it, a moment later still.
///
/// A program that had it open may have added to it since. If another has added to the file that now has its place
/// (`put_in`), neither of the two can go: the addition moves to the end of that file.
#[cfg(target_os = "linux")]
fn is_as_it_was(came_out: &Path, known: &[u8], file: &Path, put_in: &[u8]) -> io::Result<bool> {
    if fs::read(came_out)? != known {
        return Ok(false);
    }
    std::thread::sleep(LAST_BYTES);
    let bytes = fs::read(came_out)?;
    if bytes == known {
        return Ok(true);
    }
    match bytes.strip_prefix(known) {
        Some(added) if fs::read(file)? != put_in => {
            File::options().append(true).open(file)?.write_all(added)?;
            Ok(true)
        }
        _ => Ok(false),
    }
}

#[cfg(not(target_os = "linux"))]
fn exchange(temporary: &Path, file: &Path, before: &[u8], _after: &[u8]) -> io::Result<Attempt> {
    replace(temporary, file, before)
}

/// The same where names can't be exchanged: the last look is as late as can be.
fn replace(temporary: &Path, file: &Path, before: &[u8]) -> io::Result<Attempt> {
    if fs::read(file)? != before {
        return Ok(Attempt::Overtaken);
    }
    fs::rename(temporary, file)?;
    Ok(Attempt::Made)
}

/// The new name is on disk, too. Where folders can't be opened, the system sees to it.
fn sync_folder(file: &Path) {
    if let Some(folder) = file.parent() {
        let _ = File::open(folder).and_then(|folder| folder.sync_all());
    }
}

#[cfg(test)]
mod tests;
