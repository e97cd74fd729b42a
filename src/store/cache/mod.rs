//! What `.journal/` remembers between builds. All of it may be deleted at any time: it saves work and changes no
//! byte of a site. What is damaged, cut off or from another version of the tool is as if it were not there.

mod changes;
mod documents;
mod history;
mod outputs;

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use xxhash_rust::xxh3::xxh3_64;

use super::disk::Disk;
use super::{CACHE, Error};
use crate::model::Digest;

pub use documents::Documents;
pub(super) use history::Kept;
pub use outputs::{Outputs, Record};

/// What every file of ours begins with.
const MAGIC: &[u8; 8] = b"journal1";
/// Behind the magic: which file it is, and which tool wrote it.
const HEAD: usize = MAGIC.len() + 1 + size_of::<u128>();
const CHECKSUM: usize = size_of::<u64>();

/// The memory of a journal, for one version of the tool.
#[derive(Debug, Clone)]
pub struct Cache {
    root: PathBuf,
    tool: Digest,
    is_read_only: bool,
}

/// Which file of the cache it is.
#[derive(Debug, Clone, Copy)]
enum Kind {
    Outputs = 1,
    Documents = 2,
    Changes = 3,
    History = 4,
}

impl Cache {
    /// The memory of the journal `root`. `tool_key` stands for the running tool: its version is not enough while it
    /// is being developed.
    #[must_use]
    pub fn new(root: &Path, tool_key: &str) -> Self {
        Self { root: root.to_owned(), tool: Digest::of_bytes(tool_key.as_bytes()), is_read_only: false }
    }

    /// The same, but nothing is added to it.
    #[must_use]
    pub fn read_only(self) -> Self {
        Self { is_read_only: true, ..self }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.root.join(CACHE).join(name)
    }

    /// The file `name`, whole, if it is of this kind, of this tool and undamaged; what it holds is `bytes[body()]`.
    fn read(&self, name: &str, kind: Kind) -> Option<Vec<u8>> {
        let bytes = fs::read(self.path(name)).ok()?;
        let (sealed, checksum) = bytes.split_last_chunk::<CHECKSUM>()?;
        let head = sealed.get(..HEAD)?;
        (head == self.head(kind) && xxh3_64(sealed) == u64::from_le_bytes(*checksum)).then_some(bytes)
    }

    /// Writes a file of `parts`, if anything is to be added.
    fn write(&self, name: &str, kind: Kind, parts: &[&[u8]]) -> Result<(), Error> {
        if self.is_read_only {
            return Ok(());
        }
        make_folder(&self.root).map_err(Error::io("create the folder", &self.root.join(CACHE)))?;
        let mut bytes = Vec::with_capacity(HEAD + parts.iter().map(|part| part.len()).sum::<usize>() + CHECKSUM);
        bytes.extend(self.head(kind));
        for part in parts {
            bytes.extend_from_slice(part);
        }
        bytes.extend(xxh3_64(&bytes).to_le_bytes());
        let path = self.path(name);
        if fs::metadata(&path).is_ok_and(|file| file.len() == bytes.len() as u64)
            && fs::read(&path).is_ok_and(|old| old == bytes)
        {
            return Ok(());
        }
        Disk::default().replace(&path, |file| file.write_all(&bytes)).map(|_| ())
    }

    fn head(&self, kind: Kind) -> [u8; HEAD] {
        let mut head = [0; HEAD];
        head[..MAGIC.len()].copy_from_slice(MAGIC);
        head[MAGIC.len()] = kind as u8;
        head[MAGIC.len() + 1..].copy_from_slice(&self.tool.0.to_le_bytes());
        head
    }
}

/// What a file that [`Cache::read`] gave holds.
fn body(bytes: &[u8]) -> std::ops::Range<usize> {
    HEAD..bytes.len() - CHECKSUM
}

/// Makes the folder of the cache in the journal `root`, so that git does not see it.
pub(super) fn make_folder(root: &Path) -> io::Result<PathBuf> {
    let folder = root.join(CACHE);
    if !folder.is_dir() {
        fs::create_dir(&folder).or_else(|error| if folder.is_dir() { Ok(()) } else { Err(error) })?;
    }
    let ignore = folder.join(".gitignore");
    if !ignore.exists() {
        fs::write(ignore, "*\n")?;
    }
    Ok(folder)
}

#[cfg(test)]
mod tests;
