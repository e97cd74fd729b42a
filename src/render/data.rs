//! Data becomes bytes in the format of its file.

use super::body::Bodies;
use super::{Site, badge, calendar, feed};
use crate::site::Data;

/// The bytes of a file.
#[must_use]
pub fn data(data: &Data, site: &Site, bodies: &Bodies<'_>) -> Vec<u8> {
    match data {
        Data::Journal(export) => export.to_json(),
        Data::Feed(feed) => feed::json(feed, &site.view.base_url, bodies),
        Data::Calendar(calendar) => calendar::ics(calendar),
        Data::Badge(badge) => badge::svg(badge),
    }
}
