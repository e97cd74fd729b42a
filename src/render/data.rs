//! Data becomes bytes in the format of its file.

use serde::Serialize;

use super::body::Bodies;
use super::{Site, badge, calendar, feed, search, social_card};
use crate::site::Data;

/// The bytes of a file.
#[must_use]
pub fn data(data: &Data, site: &Site, bodies: &Bodies<'_>) -> Vec<u8> {
    match data {
        Data::Journal(export) => export.to_json(),
        Data::Feed(feed) => feed::json(feed, site, bodies),
        Data::Calendar(calendar) => calendar::ics(calendar),
        Data::Badge(badge) => badge::svg(badge),
        Data::SocialCard(card) => social_card::png(card),
        Data::Manifest(manifest) => json(manifest),
        Data::SearchIndex(index) => search::index(index),
        Data::Filter(filter) => search::filter(filter),
        Data::Found(block) => search::found(block, bodies),
    }
}

/// A value as JSON, one line.
pub(super) fn json(value: &impl Serialize) -> Vec<u8> {
    let mut json = serde_json::to_vec(value).expect("plain values have a JSON form");
    json.push(b'\n');
    json
}
