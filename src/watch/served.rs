//! What is answered from: the files of a site, for one audience.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::live::Change;
use crate::model::{Diagnostic, OutPath, Severity, SourcePath};
use crate::pipeline::{Draft, Failure, Made};

/// A site, as it is answered from.
#[derive(Clone, Default)]
pub(super) struct Served {
    draft: Option<Arc<Draft>>,
    /// The last good pages of entries that have an error now and are not in the site for it.
    last_good: BTreeMap<OutPath, (SourcePath, Made)>,
}

/// What is different for who looks at it.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Difference {
    /// Files that are made otherwise, new ones, and those that are gone, sorted; but for those of the search index.
    pub(super) files: Vec<OutPath>,
    /// Pages whose entry has another address now.
    pub(super) moved: BTreeMap<OutPath, OutPath>,
}

impl Served {
    /// Whether there is a file at an address.
    pub(super) fn has(&self, out: &str) -> bool {
        self.draft.as_ref().is_some_and(|draft| draft.has(out)) || self.last_good.contains_key(out)
    }

    /// The file at an address, made now.
    ///
    /// # Errors
    /// When its template fails on it.
    pub(super) fn file(&self, out: &str) -> Result<Option<Made>, Failure> {
        let made = self.draft.as_ref().map(|draft| draft.file(out)).transpose()?.flatten();
        Ok(made.or_else(|| self.last_good.get(out).map(|(_, made)| made.clone())))
    }

    /// Whether a page is not that of the last build, but of the last that was good.
    pub(super) fn is_outdated(&self, out: &str) -> bool {
        self.last_good.contains_key(out)
    }

    /// The site whose pages these are.
    pub(super) fn draft(&self) -> Option<Arc<Draft>> {
        self.draft.clone()
    }

    /// Takes up a draft. `renamed` are files that have another path now; while there are `problems`, the last good page
    /// of an entry stays.
    pub(super) fn apply(
        &mut self,
        Change { before, now }: &Change,
        renamed: &BTreeMap<SourcePath, SourcePath>,
        problems: &[Diagnostic],
    ) -> Difference {
        let mut difference = Difference::default();
        let broken = |path: &SourcePath| {
            problems.iter().any(|problem| problem.severity == Severity::Error && problem.path == path.as_str())
        };
        let (removed, files) = compared(before.as_deref(), now);
        difference.files = files;
        let sources: BTreeMap<&SourcePath, &OutPath> = if removed.is_empty() && self.last_good.is_empty() {
            BTreeMap::new()
        } else {
            now.sources().map(|(out, path)| (path, out)).collect()
        };
        for out in removed {
            let source = before.as_ref().and_then(|before| before.source(out.as_str()));
            if let Some(source) = source {
                let moved = sources.get(renamed.get(source).unwrap_or(source));
                let made = before.as_ref().and_then(|before| before.file(out.as_str()).ok()?);
                if let Some(moved) = moved {
                    difference.moved.insert(out.clone(), (*moved).clone());
                } else if let Some(made) = made.filter(|_| broken(source)) {
                    self.last_good.insert(out, (source.clone(), made));
                    continue;
                }
            }
            difference.files.push(out);
        }
        let stays = |out: &OutPath, source: &SourcePath| {
            !now.has(out.as_str()) && !sources.contains_key(source) && broken(source)
        };
        self.last_good.retain(|out, (source, _)| {
            let stays = stays(out, source);
            if !stays && !now.has(out.as_str()) {
                difference.files.push(out.clone());
            }
            stays
        });
        self.draft = Some(Arc::clone(now));
        difference.files.sort();
        difference.files.dedup();
        difference
    }
}

/// The files that there are no longer, and those that are new or made otherwise.
fn compared(before: Option<&Draft>, now: &Draft) -> (Vec<OutPath>, Vec<OutPath>) {
    let (mut gone, mut other) = (Vec::new(), Vec::new());
    // Both are sorted, so one look at each is enough.
    let mut old = before.into_iter().flat_map(Draft::files).peekable();
    for (out, fingerprint) in now.files() {
        while let Some((known, _)) = old.next_if(|(known, _)| *known < out) {
            gone.push(known.clone());
        }
        let same = old.next_if(|(known, _)| *known == out).is_some_and(|(_, before)| before == fingerprint);
        if !same {
            other.push(out.clone());
        }
    }
    gone.extend(old.map(|(known, _)| known.clone()));
    (gone, other)
}
