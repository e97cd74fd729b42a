//! The list of our files in an output folder. What is not on it is never overwritten or deleted, so it is written
//! with more care than the files themselves: a new path is on it before the file is there, an old one until the file
//! is gone, and it reaches the disk before anything that relies on it.

use std::collections::BTreeSet;
use std::fs;
use std::io::{self, Write};
use std::path::Path;

use super::Error;
use super::disk::Disk;
use crate::model::OutPath;

/// Its name in the output folder.
pub(super) const MANIFEST: &str = ".journal-manifest";

/// The first line.
const HEAD: &str = "journal manifest 1";

/// The paths that are ours in `folder`; none if there is no list.
pub(super) fn load(folder: &Path) -> Result<Option<BTreeSet<OutPath>>, Error> {
    let path = folder.join(MANIFEST);
    let text = match fs::read_to_string(&path) {
        Ok(text) => text,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) if error.kind() == io::ErrorKind::InvalidData => return Err(Error::BadManifest { path }),
        Err(error) => return Err(Error::io("read", &path)(error)),
    };
    let mut lines = text.lines();
    if lines.next() != Some(HEAD) {
        return Err(Error::BadManifest { path });
    }
    // A line that is no path of a site names nothing that is ours, whoever wrote it.
    Ok(Some(lines.filter_map(OutPath::new).collect()))
}

/// Writes the list; it is on the disk when this returns.
pub(super) fn save<'a>(disk: &Disk, folder: &Path, paths: impl IntoIterator<Item = &'a OutPath>) -> Result<(), Error> {
    let mut text = format!("{HEAD}\n");
    for path in paths {
        text.push_str(path.as_str());
        text.push('\n');
    }
    disk.replace(&folder.join(MANIFEST), |file| {
        file.write_all(text.as_bytes())?;
        file.sync_all()
    })?;
    Ok(())
}
