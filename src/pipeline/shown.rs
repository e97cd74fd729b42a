//! What the pages of a build show of whose text: for a preview, in which steps can be ticked where they are shown.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Page, Understood, shared};
use crate::model::{Audience, Body, Date, Digest, Entry, OutPath, Settings, SourcePath};
use crate::parse;
use crate::render::{self, ShownStep};
use crate::site::bodies::BodyPlan;

/// The texts on the pages of a build, and what they were understood with.
pub struct Shown {
    /// The settings.
    pub settings: Settings,
    /// The day everything was reckoned for.
    pub today: Date,
    audience: Audience,
    pages: BTreeMap<OutPath, Arc<BodyPlan>>,
}

impl Shown {
    pub(super) fn of(pages: &[Page], understood: &Understood) -> Self {
        let texts = pages.iter().filter_map(|page| Some((page.out.clone(), Arc::clone(page.body.as_ref()?))));
        Self {
            settings: understood.settings.clone(),
            today: understood.today,
            audience: understood.published.audience(),
            pages: texts.collect(),
        }
    }

    /// The entry that a page is made of; none for pages that are made of many.
    #[must_use]
    pub fn source(&self, page: &str) -> Option<&SourcePath> {
        self.pages.get(page).map(|text| &text.entry.path)
    }

    /// Every page that is made of one entry, with it.
    pub fn sources(&self) -> impl Iterator<Item = (&OutPath, &SourcePath)> {
        self.pages.iter().map(|(out, text)| (out, &text.entry.path))
    }

    /// The steps in the text of a page, those of embedded entries too. `texts` has the entries that were built.
    #[must_use]
    pub fn steps(&self, page: &str, texts: &(dyn Fn(&SourcePath) -> Option<Arc<str>> + Sync)) -> Vec<ShownStep> {
        let Some(plan) = self.pages.get(page) else { return Vec::new() };
        let bodies = |entry: &Entry| -> Arc<Body> {
            let Some(text) = texts(&entry.path) else { return Arc::default() };
            let bodies = parse::parse(&entry.path, &text, &self.settings, Digest::default()).bodies;
            Arc::clone(shared(bodies).face(self.audience))
        };
        render::steps_shown(plan, &bodies)
    }
}
