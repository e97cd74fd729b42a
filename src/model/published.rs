//! The journal as one audience may see it: the only place where what is private is left out.
//!
//! Every later stage is handed a [`Published`] and nothing else, so none of them can name a private entry.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::sync::Arc;

use super::links::{Names, Target};
use super::{Audience, Digest, Document, Entry, SourcePath, Visibility};

/// Entries of one audience, and how names lead to them.
#[derive(Debug)]
pub struct Published {
    audience: Audience,
    entries: Vec<Arc<Entry>>,
    /// For the writer: what the world sees of each entry, where that is something else.
    public: Vec<Option<Arc<Entry>>>,
    names: Arc<Names>,
    withheld_assets: Arc<BTreeSet<SourcePath>>,
    /// The ids of all steps, private ones too: what waits for one of those waits for something.
    step_ids: Arc<HashSet<String>>,
}

impl Published {
    /// What `audience` may see of these documents and assets.
    #[must_use]
    pub fn of<'a>(
        documents: impl Iterator<Item = (&'a SourcePath, &'a Document)> + Clone,
        assets: impl Iterator<Item = &'a SourcePath>,
        audience: Audience,
    ) -> Self {
        let mut entries = Vec::new();
        let mut public = Vec::new();
        let mut names = Names::default();
        let mut step_ids = HashSet::new();
        for (path, document) in documents.clone() {
            let Some(faces) = &document.entry else {
                // Nobody knows who may see it: its name leads to nothing that is shown.
                names.withhold(path);
                continue;
            };
            step_ids.extend(faces.writer.steps.items.iter().filter_map(|step| step.fields.id.clone()));
            let entry = faces.face(audience);
            if may_see(audience, entry) {
                names.add_entry(entry, Some(entries.len()));
                entries.push(Arc::clone(entry));
                public.push(faces.public.clone().filter(|_| audience == Audience::Writer));
            } else {
                names.add_entry(entry, None);
            }
        }
        for asset in assets {
            names.add_asset(asset);
        }
        let mut published = Self {
            audience,
            entries,
            public,
            names: Arc::new(names),
            withheld_assets: Arc::default(),
            step_ids: Arc::new(step_ids),
        };
        published.withheld_assets = Arc::new(published.assets_of_private_text(documents));
        published
    }

    /// The same with other entries of the same paths and names, in the same order.
    #[must_use]
    pub fn with(self, tell: impl FnOnce(&[Arc<Entry>]) -> Vec<Arc<Entry>>) -> Self {
        let entries = tell(&self.entries);
        Self { entries, ..self }
    }

    /// The same with other documents in the place of those of their paths, whose entries
    /// [differ only in text](Entry::differs_only_in_text).
    #[must_use]
    pub fn with_texts(&self, documents: &BTreeMap<SourcePath, (Digest, Arc<Document>)>) -> Self {
        let faces = |entry: &Arc<Entry>| documents.get(&entry.path)?.1.entry.as_ref();
        let entry = |old: &Arc<Entry>| Arc::clone(faces(old).map_or(old, |faces| faces.face(self.audience)));
        let public = |(old, public): (&Arc<Entry>, &Option<Arc<Entry>>)| {
            faces(old).filter(|_| public.is_some()).map_or_else(|| public.clone(), |faces| faces.public.clone())
        };
        Self {
            audience: self.audience,
            entries: self.entries.iter().map(entry).collect(),
            public: self.entries.iter().zip(&self.public).map(public).collect(),
            names: Arc::clone(&self.names),
            withheld_assets: Arc::clone(&self.withheld_assets),
            step_ids: Arc::clone(&self.step_ids),
        }
    }

    /// Who it is for.
    #[must_use]
    pub fn audience(&self) -> Audience {
        self.audience
    }

    /// Everything that has a page, in the order of paths.
    #[must_use]
    pub fn entries(&self) -> &[Arc<Entry>] {
        &self.entries
    }

    /// What the world sees of an entry, where the writer sees more.
    #[must_use]
    pub fn public_face(&self, entry: usize) -> Option<&Entry> {
        self.public.get(entry)?.as_deref()
    }

    /// How names lead to entries and assets.
    #[must_use]
    pub fn names(&self) -> &Names {
        &self.names
    }

    /// Whether this asset is copied: not if only private text uses it.
    #[must_use]
    pub fn shows_asset(&self, asset: &SourcePath) -> bool {
        !self.withheld_assets.contains(asset)
    }

    /// Whether a step of the journal has this id.
    #[must_use]
    pub fn has_step(&self, id: &str) -> bool {
        self.step_ids.contains(id)
    }

    /// What is used by text that this audience may not see, and by nothing that it may.
    fn assets_of_private_text<'a>(
        &self,
        documents: impl Iterator<Item = (&'a SourcePath, &'a Document)>,
    ) -> BTreeSet<SourcePath> {
        if self.audience == Audience::Writer {
            return BTreeSet::new();
        }
        let mut private: BTreeMap<SourcePath, bool> = BTreeMap::new();
        let mut note = |path: &SourcePath, links: &mut dyn Iterator<Item = &super::Link>, shown: bool| {
            for link in links {
                if let Target::Asset(asset) = self.names.resolve(path, link) {
                    *private.entry(asset).or_insert(false) |= shown;
                }
            }
        };
        for (path, document) in documents {
            note(path, &mut document.withheld.iter(), false);
            let Some(faces) = &document.entry else { continue };
            note(path, &mut uses(&faces.writer), false);
            let public = faces.face(Audience::Public);
            if may_see(Audience::Public, public) {
                note(path, &mut uses(public), true);
            }
        }
        private.into_iter().filter(|(_, shown)| !shown).map(|(asset, _)| asset).collect()
    }
}

/// Everything that an entry links to or shows.
fn uses(entry: &Entry) -> impl Iterator<Item = &super::Link> {
    entry.links.iter().chain(&entry.cover)
}

fn may_see(audience: Audience, entry: &Entry) -> bool {
    audience == Audience::Writer || entry.visibility != Visibility::Private
}
