//! Files of the site that no template makes: data in a format of its own.

use std::collections::BTreeMap;
use std::hash::Hash;
use std::sync::Arc;

use super::Theme;
use super::badges::Badge;
use super::beside::Beside;
use super::calendar::Calendar;
use super::export::Export;
use super::feeds::Feed;
use super::index::Index;
use super::manifest::Manifest;
use super::plans::PlanCards;
use super::search::{Filter, FoundBlock, SearchIndex};
use super::social_cards::SocialCard;
use crate::model::OutPath;

/// A file before it is written in its format.
#[derive(Debug, Clone, Hash)]
pub struct DataFile {
    /// Where it goes.
    pub out: OutPath,
    /// What is in it.
    pub data: Data,
}

impl DataFile {
    /// A file at a fixed place below the root.
    pub(super) fn new(out: &str, data: Data) -> Option<Self> {
        Some(Self { out: OutPath::new(out)?, data })
    }
}

/// What such a file holds: one variant for each format.
#[derive(Debug, Clone, Hash)]
pub enum Data {
    /// `journal.json`.
    Journal(Arc<Export>),
    /// `feed.json`.
    Feed(Box<Feed>),
    /// `calendar.ics`, and the calendar of each plan.
    Calendar(Calendar),
    /// `badges/<plan>.svg`.
    Badge(Badge),
    /// `cards/<plan>.png`.
    SocialCard(SocialCard),
    /// `manifest.webmanifest`.
    Manifest(Box<Manifest>),
    /// `search/index.js`.
    SearchIndex(SearchIndex),
    /// `search/tag.js` and the like.
    Filter(Filter),
    /// `search/0.js`: what is shown of entries that were found.
    Found(Arc<FoundBlock>),
}

impl Data {
    /// Whether it is a part of the search index.
    #[must_use]
    pub fn is_of_search(&self) -> bool {
        matches!(self, Self::SearchIndex(_) | Self::Filter(_) | Self::Found(_))
    }
}

impl Index<'_> {
    /// All files of this kind.
    pub(crate) fn data_files(
        &self,
        export: &Arc<Export>,
        feed: Option<Feed>,
        cards: &PlanCards,
        beside: &BTreeMap<usize, Beside>,
        theme: &Theme,
    ) -> Vec<DataFile> {
        let journal = DataFile::new("journal.json", Data::Journal(Arc::clone(export)));
        let feed = feed.and_then(|feed| {
            let feed = feed.at(self.full("feed.json")?);
            Some(DataFile { out: self.free("feed.json")?, data: Data::Feed(Box::new(feed)) })
        });
        let settings = self.settings;
        let accent = &settings.theme.accent;
        let badges = beside.iter().filter_map(|(&plan, beside)| {
            let badge = Badge::of(self.language, plan, cards, accent)?;
            Some(DataFile { out: beside.badge.clone()?, data: Data::Badge(badge) })
        });
        let social_cards = beside.iter().filter_map(|(&plan, beside)| {
            let card = SocialCard::of(self.language, plan, cards, &settings.title, accent)?;
            Some(DataFile { out: beside.social_card.clone()?, data: Data::SocialCard(card) })
        });
        let mut files: Vec<DataFile> = journal.into_iter().chain(feed).chain(self.manifest(theme)).collect();
        files.extend(self.calendars(cards, beside));
        files.extend(badges.chain(social_cards));
        files
    }
}
