//! The small faces of entries: all that other pages may see of them.
//!
//! A card never holds a body, so typing prose in one entry leaves the pages that list it alone.

use std::cmp::Reverse;
use std::sync::Arc;

use super::answers::asset_url;
use super::charts;
use super::charts::views::MoodsView;
use super::index::Index;
use super::views::{BacklinkView, EntryView, ExtraView, HeadingView, LinkView, MonthLink, ReflectionCard, TagView};
use crate::language::Language;
use crate::model::{Entry, FEELINGS, LinkTarget, Month, Visibility};

/// The most entries that a page names of those that name it.
const MOST_BACKLINKS: usize = 100;

/// The word for a mood, 1 to 5, as entries and `journal.json` have it.
pub(crate) fn mood_word(mood: u8) -> &'static str {
    FEELINGS[usize::from(mood.clamp(1, 5) - 1)].1
}

/// The same in the language of the site.
pub(crate) fn mood_name(language: &Language, mood: u8) -> String {
    language.say(&format!("mood_{}", mood.clamp(1, 5)), &[])
}

impl Index<'_> {
    /// The word for a mood, 1 to 5, in the language of the site.
    pub(crate) fn mood_word(&self, mood: u8) -> String {
        mood_name(self.language, mood)
    }

    /// An entry's name and address. Entries without an address are in no list, so they are never asked for.
    pub(crate) fn link(&self, index: usize) -> LinkView {
        LinkView { title: self.entry(index).title.clone(), url: self.addresses.url_of(index).unwrap_or_default() }
    }

    /// The plans an entry is about.
    pub(crate) fn plan_links(&self, index: usize) -> Vec<LinkView> {
        self.plans_of[index].iter().map(|&plan| self.link(plan)).collect()
    }

    /// The face of a reflection: made once, for its neighbours, its month, its plans and its tags.
    pub(crate) fn reflection_card(&self, index: usize) -> Arc<ReflectionCard> {
        Arc::clone(self.reflection_cards[index].get_or_init(|| Arc::new(self.new_reflection_card(index))))
    }

    fn new_reflection_card(&self, index: usize) -> ReflectionCard {
        let entry = self.entry(index);
        let LinkView { title, url } = self.link(index);
        ReflectionCard {
            title,
            url,
            date: entry.date,
            mood: entry.reflection.mood,
            mood_word: entry.reflection.mood.map(|mood| self.mood_word(mood)),
            plans: self.plan_links(index),
            tags: self.tag_names(entry),
            summary: entry.summary.clone(),
            private: entry.visibility == Visibility::Private,
        }
    }

    /// The run of moods of some reflections, oldest first; none where moods or charts are not wanted.
    pub(crate) fn moods(&self, reflections: &[usize]) -> Option<MoodsView> {
        if !charts::wanted(self.settings) || !self.settings.theme.shows("mood") {
            return None;
        }
        let moods: Vec<u8> = reflections.iter().filter_map(|&index| self.entry(index).reflection.mood).collect();
        charts::moods(self.language, &moods)
    }

    /// An entry's tags with their pages. The count is left at 0: how many others share a tag changes often, and a
    /// card is on many pages.
    pub(crate) fn tag_names(&self, entry: &Entry) -> Vec<TagView> {
        // An unlisted entry's own tags may have no page.
        entry.tags.iter().filter_map(|tag| self.tag_views.get(tag).cloned()).collect()
    }

    /// A tag with its count.
    pub(crate) fn tag_view(&self, stem: &str) -> Option<TagView> {
        let tag = self.tags.get(stem)?;
        let url = self.addresses.url(&self.addresses.tag(&tag.name, None));
        Some(TagView { name: tag.name.as_str().into(), url: url.into(), count: tag.entries.len() })
    }

    pub(crate) fn month_link(&self, month: Month, count: usize) -> MonthLink {
        let url = self.addresses.url(&self.addresses.month(month, 1));
        MonthLink { year: month.year, month: month.month, url, count }
    }

    /// What every entry's own page shows.
    pub(crate) fn entry_view(&self, index: usize) -> EntryView {
        let entry = self.entry(index);
        EntryView {
            title: entry.title.clone(),
            kind: entry.kind.name(),
            visibility: entry.visibility.name(),
            date: entry.date,
            time: entry.time.map(|time| time.strftime("%H:%M").to_string()),
            updated: entry.updated,
            summary: entry.summary.clone(),
            path: entry.path.as_str().to_owned(),
            words: entry.words,
            tags: self.tag_names(entry),
            outline: entry
                .outline
                .iter()
                .map(|heading| HeadingView { level: heading.level, id: heading.id.clone(), text: heading.text.clone() })
                .collect(),
            backlinks: self.backlinks_of(index),
            more_backlinks: self.backlinks[index].len().saturating_sub(MOST_BACKLINKS),
            cover: self.cover(index),
            extra: entry.extra.iter().map(|(key, value)| (key.clone(), ExtraView(value.clone()))).collect(),
        }
    }

    fn backlinks_of(&self, index: usize) -> Vec<BacklinkView> {
        let mut others = self.backlinks[index].clone();
        // Newest first; what has no day comes last.
        others.sort_by_cached_key(|&other| (Reverse(self.entry(other).date), self.link(other)));
        others.truncate(MOST_BACKLINKS);
        let view = |other: usize| {
            let entry = self.entry(other);
            BacklinkView {
                kind: entry.kind.name(),
                link: self.link(other),
                date: entry.date,
                mood: entry.reflection.mood,
            }
        };
        others.into_iter().map(view).collect()
    }

    /// The address of the picture in front matter.
    pub(crate) fn cover(&self, index: usize) -> Option<String> {
        let entry = self.entry(index);
        entry.cover.as_ref()?;
        match self.targets[index].last()? {
            LinkTarget::Asset(path) if self.published.shows_asset(path) => Some(asset_url(path)),
            _ => None,
        }
    }
}
