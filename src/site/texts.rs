//! The same plan where nothing but running text is another: that is what is typed most of the time, and none of the
//! thousands of other pages has to be looked at for it.
//!
//! What holds an entry for the sake of its text holds it in a [`BodyPlan`] or in the search; all else of an entry is
//! copied into views, and is the same by what [`Entry::differs_only_in_text`] says.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::bodies::{Answer, BodyPlan, Embedded};
use super::data::{Data, DataFile};
use super::feeds::Feed;
use super::page::{Page, View};
use super::views::EntryView;
use crate::model::{Entry, SourcePath};

/// Entries by their paths, each in the place of one that it differs from only in text.
pub type Texts = BTreeMap<SourcePath, Arc<Entry>>;

impl BodyPlan {
    /// Whether it shows one of these entries.
    fn shows(&self, texts: &Texts) -> bool {
        let embeds = |answer: &Answer| matches!(answer, Answer::Embed(embedded) if embedded.body.shows(texts));
        texts.contains_key(&self.entry.path) || self.answers.iter().any(embeds)
    }

    fn with_texts(&self, texts: &Texts) -> Self {
        let answer = |answer: &Answer| match answer {
            Answer::Embed(embedded) => {
                let body = embedded.body.with_texts(texts);
                Answer::Embed(Box::new(Embedded { body, ..(**embedded).clone() }))
            }
            other => other.clone(),
        };
        Self {
            entry: Arc::clone(texts.get(&self.entry.path).unwrap_or(&self.entry)),
            answers: self.answers.iter().map(answer).collect(),
            ..self.clone()
        }
    }
}

fn body(old: &Arc<BodyPlan>, texts: &Texts) -> Arc<BodyPlan> {
    if old.shows(texts) { Arc::new(old.with_texts(texts)) } else { Arc::clone(old) }
}

impl Feed {
    fn shows(&self, texts: &Texts) -> bool {
        self.bodies.iter().flatten().any(|body| body.shows(texts))
    }

    fn with_texts(&self, texts: &Texts) -> Self {
        let bodies = self.bodies.iter().map(|old| old.as_ref().map(|old| body(old, texts))).collect();
        Self { view: self.view.clone(), bodies }
    }
}

impl Page {
    /// Whether it shows the text of one of these entries.
    #[must_use]
    pub fn shows(&self, texts: &Texts) -> bool {
        let in_view = match &self.view {
            View::Booklet(booklet) => booklet.bodies.iter().any(|body| body.shows(texts)),
            View::Feed(feed) => feed.shows(texts),
            _ => false,
        };
        in_view || self.body.as_ref().is_some_and(|body| body.shows(texts))
    }

    /// The same with these entries in the place of those of their paths.
    #[must_use]
    pub fn with_texts(&self, texts: &Texts) -> Self {
        let mut page = self.clone();
        page.body = page.body.map(|old| body(&old, texts));
        let own = page.body.as_ref().and_then(|body| texts.get(&body.entry.path));
        let count = |view: &mut EntryView| view.words = own.map_or(view.words, |entry| entry.words);
        match &mut page.view {
            View::Booklet(booklet) => {
                for old in &mut booklet.bodies {
                    *old = body(old, texts);
                }
            }
            View::Feed(feed) => **feed = feed.with_texts(texts),
            View::Plan(view) => count(&mut view.entry),
            View::Reflection(view) => count(&mut view.entry),
            View::Plain(view) => count(&mut view.entry),
            _ => {}
        }
        page
    }
}

impl DataFile {
    /// Whether it has the text of one of these entries.
    #[must_use]
    pub fn shows(&self, texts: &Texts) -> bool {
        matches!(&self.data, Data::Feed(feed) if feed.shows(texts))
    }

    /// The same with these entries in the place of those of their paths.
    #[must_use]
    pub fn with_texts(&self, texts: &Texts) -> Self {
        let data = match &self.data {
            Data::Feed(feed) => Data::Feed(Box::new(feed.with_texts(texts))),
            other => other.clone(),
        };
        Self { out: self.out.clone(), data }
    }
}
