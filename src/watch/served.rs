//! What is answered from: the files of a site in memory, for one audience.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::live::Change;
use crate::model::{Diagnostic, OutPath, Severity, SourcePath};
use crate::pipeline::{Content, Shown};

/// A file of the site.
#[derive(Debug, Clone)]
pub(super) enum File {
    /// These bytes.
    Bytes(Arc<[u8]>),
    /// A copy of this file of the journal, read when it is asked for.
    Copy(SourcePath),
}

/// A site, as it is answered from.
#[derive(Default)]
pub(super) struct Served {
    files: BTreeMap<OutPath, File>,
    /// The last good pages of entries that have an error now and are not in the site for it.
    last_good: BTreeMap<OutPath, (SourcePath, File)>,
    shown: Option<Arc<Shown>>,
}

/// What is different for who looks at it.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Difference {
    /// Files with other bytes, new ones, and those that are gone, sorted.
    pub(super) files: Vec<OutPath>,
    /// Pages whose entry has another address now.
    pub(super) moved: BTreeMap<OutPath, OutPath>,
}

impl Served {
    /// The file at an address.
    pub(super) fn file(&self, out: &str) -> Option<&File> {
        self.files.get(out).or_else(|| self.last_good.get(out).map(|(_, file)| file))
    }

    /// Whether a page is not that of the last build, but of the last that was good.
    pub(super) fn is_outdated(&self, out: &str) -> bool {
        self.last_good.contains_key(out)
    }

    /// Whose text the pages show.
    pub(super) fn shown(&self) -> Option<Arc<Shown>> {
        self.shown.clone()
    }

    /// Takes up what a build made other. `renamed` are files that have another path now; while there are `problems`, the
    /// last good page of an entry stays.
    pub(super) fn apply(
        &mut self,
        change: Change,
        renamed: &BTreeMap<SourcePath, SourcePath>,
        problems: &[Diagnostic],
    ) -> Difference {
        let Change { files, removed, shown: Some(shown) } = change else { return Difference::default() };
        let mut difference = Difference::default();
        let shown = Arc::new(shown);
        let before = self.shown.replace(Arc::clone(&shown));
        let sources: BTreeMap<&SourcePath, &OutPath> = shown.sources().map(|(out, path)| (path, out)).collect();
        let broken = |path: &SourcePath| {
            problems.iter().any(|problem| problem.severity == Severity::Error && problem.path == path.as_str())
        };
        for out in removed {
            let Some(file) = self.files.remove(&out) else { continue };
            let source = before.as_ref().and_then(|before| before.source(out.as_str()));
            if let Some(source) = source {
                let now = sources.get(renamed.get(source).unwrap_or(source));
                if let Some(now) = now {
                    difference.moved.insert(out.clone(), (*now).clone());
                } else if broken(source) {
                    self.last_good.insert(out, (source.clone(), file));
                    continue;
                }
            }
            difference.files.push(out);
        }
        for (out, content) in files {
            let file = match content {
                Content::Bytes(bytes) => File::Bytes(bytes),
                Content::Copy(source) => File::Copy(source),
                Content::Stored => continue,
            };
            let same = match (self.files.get(&out), &file) {
                (Some(File::Bytes(old)), File::Bytes(new)) => old == new,
                _ => false,
            };
            self.files.insert(out.clone(), file);
            if !same {
                difference.files.push(out);
            }
        }
        let files = &self.files;
        let stays = |out: &OutPath, source: &SourcePath| {
            !files.contains_key(out) && !sources.contains_key(source) && broken(source)
        };
        let gone: Vec<OutPath> = self
            .last_good
            .iter()
            .filter(|(out, (source, _))| !stays(out, source))
            .map(|(out, _)| out.clone())
            .collect();
        for out in gone {
            self.last_good.remove(&out);
            if !self.files.contains_key(&out) {
                difference.files.push(out);
            }
        }
        difference.files.sort();
        difference.files.dedup();
        difference
    }
}
