//! What was changed in a person's files last, so that it can be taken back to the byte.

use super::{Cache, Kind, body};
use crate::model::{Edit, SourcePath};
use crate::store::Error;

/// How many changes are remembered.
const MOST: usize = 50;

/// The file that holds them.
const NAME: &str = "changes";

impl Cache {
    /// The last changes, oldest first; none when nothing is remembered.
    #[must_use]
    pub fn changes(&self) -> Vec<(SourcePath, Edit)> {
        let Some(bytes) = self.read(NAME, Kind::Changes) else { return Vec::new() };
        postcard::from_bytes(&bytes[body(&bytes)]).unwrap_or_default()
    }

    /// Remembers the last of `changes`.
    ///
    /// # Errors
    /// If it can't be written: then the last change can't be taken back by itself, that is all.
    pub fn save_changes(&self, changes: &[(SourcePath, Edit)]) -> Result<(), Error> {
        let last = &changes[changes.len().saturating_sub(MOST)..];
        let bytes = postcard::to_stdvec(last).unwrap_or_default();
        self.write(NAME, Kind::Changes, &[&bytes])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_changes_are_remembered() {
        let folder = tempfile::TempDir::new().expect("a folder");
        let cache = Cache::new(folder.path(), "tool");
        assert_eq!(cache.changes(), []);
        let change = |line| {
            let edit = Edit { line, before: vec!["a".into()], after: vec!["b".into()] };
            (SourcePath::new("a.md").expect("a path"), edit)
        };
        let all: Vec<_> = (1..=60).map(change).collect();
        cache.save_changes(&all).expect("written");
        assert_eq!(cache.changes(), all[10..]);
    }
}
