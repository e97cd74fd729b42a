//! Where the files of a plan are that stand beside its page: its feed, its calendar, its badge and its social card.
//!
//! Their addresses follow from the page's own (`plans/novel.html`: `plans/novel.xml`, `plans/novel.ics`,
//! `badges/novel.svg`, `cards/novel.png`), so that they can be written down before they are made.

use std::collections::{BTreeMap, BTreeSet};

use super::index::Index;
use super::views::AlternateView;
use crate::model::{Digest, OutPath, percent_encoded};

const ATOM: &str = "application/atom+xml";
const JSON_FEED: &str = "application/feed+json";
const CALENDAR: &str = "text/calendar";

/// Addresses at the root that belong to the site as a whole.
const OF_THE_SITE: [&str; 3] = ["calendar", "feed", "sitemap"];

/// Where a plan's files are; none where something of the journal's own stands.
#[derive(Debug, Clone, Default)]
pub(crate) struct Beside {
    /// Its feed; only where the site's address is known, for a feed is read away from it.
    pub(crate) feed: Option<OutPath>,
    /// Its calendar.
    pub(crate) calendar: Option<OutPath>,
    /// Its badge.
    pub(crate) badge: Option<OutPath>,
    /// Its social card; only where the site's address is known, for only other hosts ask for it.
    pub(crate) social_card: Option<OutPath>,
}

impl Beside {
    /// What of it can be subscribed to, for the plan of that title.
    pub(crate) fn alternates(&self, title: &str) -> Vec<AlternateView> {
        let found = [(ATOM, &self.feed), (CALENDAR, &self.calendar)];
        found.into_iter().filter_map(|(kind, out)| Some(alternate(kind, title, out.as_ref()?))).collect()
    }
}

fn alternate(kind: &'static str, title: &str, out: &OutPath) -> AlternateView {
    AlternateView { kind, title: title.to_owned(), url: percent_encoded(out.as_str()) }
}

impl Index<'_> {
    /// What of the whole site can be subscribed to.
    pub(crate) fn site_alternates(&self) -> Vec<AlternateView> {
        let settings = self.settings;
        let found = [
            (ATOM, "feed.xml", self.has_feeds()),
            (JSON_FEED, "feed.json", self.has_feeds()),
            (CALENDAR, "calendar.ics", settings.feeds),
        ];
        let wanted = found.into_iter().filter(|(.., made)| *made);
        wanted.filter_map(|(kind, path, _)| Some(alternate(kind, &settings.title, &self.free(path)?))).collect()
    }

    /// The files of every listed plan.
    pub(crate) fn beside_plans(&self) -> BTreeMap<usize, Beside> {
        let mut taken: BTreeSet<String> = OF_THE_SITE.map(str::to_owned).into();
        let mut all = BTreeMap::new();
        for &plan in &self.plans {
            let Some(out) = self.addresses.out(plan) else { continue };
            let stem = stem(out);
            let short = stem.strip_prefix("plans/").unwrap_or(stem);
            // Of two that would have one badge, the second by path is told by its path.
            let mark = if taken.insert(short.to_lowercase()) {
                String::new()
            } else {
                format!("-{}", Digest::of_bytes(self.entry(plan).path.as_str().as_bytes()).short())
            };
            let subscribed = |path: String| self.free(&path).filter(|_| self.settings.feeds);
            let known = !self.settings.base_url.is_empty();
            let shows_cards = self.settings.theme.shows("cards");
            all.insert(
                plan,
                Beside {
                    feed: subscribed(format!("{stem}{mark}.xml")).filter(|_| known),
                    calendar: subscribed(format!("{stem}{mark}.ics")),
                    badge: self.free(&format!("badges/{short}{mark}.svg")),
                    social_card: self.free(&format!("cards/{short}{mark}.png")).filter(|_| known && shows_cards),
                },
            );
        }
        all
    }

    /// A place in the site, if nothing of the journal's own stands there.
    pub(crate) fn free(&self, path: &str) -> Option<OutPath> {
        OutPath::new(path).filter(|out| !self.addresses.is_taken(out))
    }
}

/// The address of a page without what makes it one: `plans/novel` for `plans/novel.html` and `plans/novel/index.html`.
fn stem(out: &OutPath) -> &str {
    let path = out.as_str();
    let path = path.strip_suffix(".html").or_else(|| path.strip_suffix(".htm")).unwrap_or(path);
    path.strip_suffix("/index").unwrap_or(path)
}
