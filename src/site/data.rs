//! Files of the site that no template makes: data in a format of its own.

use std::hash::Hash;
use std::sync::Arc;

use super::badges::Badge;
use super::calendar::Calendar;
use super::export::Export;
use super::feeds::Feed;
use super::manifest::Manifest;
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
}
