//! Which pages there are, and exactly what each of them sees.
//!
//! 1. `addresses`: every entry gets its place; two that want the same are a problem of the second.
//! 2. `index`: links are resolved, backlinks and tags gathered, reflections put to their plans; `dependencies` looks at
//!    which steps wait for which.
//! 3. `plans`, `standing`, `cards`: the small faces of entries that other pages may see; `contradictions` tells where
//!    what is written of a plan can't all be true.
//! 4. `entries`, `home`, `reflections`, `booklets`, `on_this_day`, `people`, `tags`, `charts`, `made`: the pages.
//! 5. `feeds`, `calendar`, `badges`, `social`: what other programs and hosts are told; `beside` says where.
//! 6. `export`, `data`: the same as data, and other files that no template makes.
//! 7. `search`: the index of every word.
//! 8. `texts`: the same plan where only running text is another.
//! 9. `status`: where the plans stand, for the terminal, without any page.

mod addresses;
mod answers;
pub mod badges;
mod beside;
pub mod bodies;
pub mod booklets;
pub mod calendar;
mod cards;
pub mod charts;
mod contradictions;
mod data;
mod dependencies;
mod entries;
pub mod export;
pub mod feeds;
mod home;
mod index;
mod made;
pub mod manifest;
mod names;
pub mod on_this_day;
mod page;
pub mod people;
mod plans;
mod reflections;
pub mod search;
pub mod social;
pub mod social_cards;
mod standing;
pub mod status;
mod tags;
pub mod texts;
pub mod views;

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::language::Language;
use crate::model::{Date, Diagnostic, OutPath, Published, Settings, SourcePath};

pub use data::{Data, DataFile};
pub(crate) use index::at;
pub use page::{Page, View};

use addresses::Addresses;
use export::Export;
use index::Index;
use made::Head;
use plans::PlanCards;
use search::Searched;
use views::SiteView;

/// Where the files of the theme are in the site.
#[derive(Debug, Clone, Default)]
pub struct Theme {
    /// The stylesheet.
    pub stylesheet: String,
    /// The typeface to load first.
    pub font: String,
    /// The icon.
    pub icon: String,
    /// The same as a picture of 180 pixels, for the first page of a telephone.
    pub touch_icon: String,
    /// The same as a picture of 512 pixels.
    pub large_icon: String,
    /// The journal's own stylesheet, after the theme's; empty if it has none.
    pub own_stylesheet: String,
    /// The script of the search page.
    pub search: String,
    /// How the search page looks, beside what all pages have.
    pub search_stylesheet: String,
    /// The script that goes to it.
    pub keys: String,
}

impl Theme {
    /// Finds them among the theme's files.
    #[must_use]
    pub fn of(files: &[&OutPath]) -> Self {
        let found = |stem: &str, ending: &str| {
            let is_it = |out: &&&OutPath| out.file_name().starts_with(stem) && out.extension() == ending;
            files.iter().find(is_it).map(|out| crate::model::percent_encoded(out.as_str())).unwrap_or_default()
        };
        // Beside the file of that name a journal may have `custom-print.css` and others, which are its own business.
        let is_own = |out: &&&OutPath| {
            let rest = out.as_str().strip_prefix("theme/custom-").and_then(|rest| rest.strip_suffix(".css"));
            rest.is_some_and(|digest| !digest.contains(['-', '/']))
        };
        let own = files.iter().find(is_own).map(|out| out.as_str().to_owned());
        Self {
            stylesheet: found("journal", "css"),
            font: found("brygada-1918-latin-wght-normal", "woff2"),
            icon: found("icon", "svg"),
            touch_icon: found("icon-180", "png"),
            large_icon: found("icon-512", "png"),
            own_stylesheet: own.unwrap_or_default(),
            search: found("search", "js"),
            search_stylesheet: found("search", "css"),
            keys: found("keys", "js"),
        }
    }
}

/// A site before it is rendered.
#[derive(Debug)]
pub struct Plan {
    /// What every page knows of the site.
    pub site: SiteView,
    /// What templates make, by address.
    pub pages: Vec<Page>,
    /// What is copied, and from where in the journal.
    pub copies: BTreeMap<OutPath, SourcePath>,
    /// What is data in a format of its own, by address.
    pub data: Vec<DataFile>,
    /// What can be searched; none where the settings want no search.
    pub search: Option<Searched>,
    /// What `journal.json` holds.
    pub export: Arc<Export>,
    /// What is wrong with links, addresses and names.
    pub diagnostics: Vec<Diagnostic>,
}

/// What everything else stands on: addresses, and what is looked up.
struct Ground<'a> {
    index: Index<'a>,
    /// What is copied, and from where in the journal.
    copies: BTreeMap<OutPath, SourcePath>,
}

impl<'a> Ground<'a> {
    fn of<'b>(
        published: &'a Published,
        settings: &'a Settings,
        language: &'a Language,
        today: Date,
        assets: impl Iterator<Item = &'b SourcePath>,
        statics: impl Iterator<Item = (&'b OutPath, &'b SourcePath)>,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Self {
        let mut addresses = Addresses::of(published, settings.permalinks, diagnostics);
        let mut copies = BTreeMap::new();
        let assets = assets.filter(|asset| published.shows_asset(asset)).filter_map(|asset| {
            // An asset keeps its path, so the paths that people know lead to it.
            OutPath::new(asset.as_str()).map(|out| (out, asset))
        });
        for (out, source) in statics.map(|(out, source)| (out.clone(), source)).chain(assets) {
            if addresses.take(&out, source, diagnostics) {
                copies.insert(out, source.clone());
            }
        }
        let index = Index::of(published, settings, language, today, addresses, diagnostics);
        Self { index, copies }
    }
}

/// Plans the site of one audience for one day.
#[must_use]
pub fn plan<'a>(
    published: &Published,
    settings: &Settings,
    language: &Language,
    today: Date,
    theme: &Theme,
    assets: impl Iterator<Item = &'a SourcePath>,
    statics: impl Iterator<Item = (&'a OutPath, &'a SourcePath)>,
) -> Plan {
    let mut diagnostics = Vec::new();
    let Ground { index, copies } = Ground::of(published, settings, language, today, assets, statics, &mut diagnostics);
    let mut cards = PlanCards::of(&index, &mut diagnostics);
    let (people, places) = index.people_page(&cards);
    cards.places = places;
    index.report_contradictions(&cards, &mut diagnostics);
    let beside = index.beside_plans();
    let lists = || {
        let activity = index.activity();
        let (on_this_day, was) = index.on_this_day(&cards);
        let mut lists = vec![index.home_page(&cards, &activity, was), on_this_day];
        lists.extend(index.plan_pages(&cards));
        lists.extend(index.timeline_pages(&cards));
        lists.extend(index.reflection_pages(&cards, &activity));
        lists.extend(index.tag_pages(&cards));
        lists
    };
    let (mut pages, (mut lists, export)) = rayon::join(
        || index.entry_pages(&cards, &beside, &mut diagnostics),
        || rayon::join(lists, || Export::of(&index, &cards)),
    );
    let search = index.search();
    let (search_page, search) = search.unzip();
    lists.extend(search_page.into_iter().chain(people));
    // Where an entry or file stands, or needs a folder, no page is made; the front page shows its own entry itself.
    let free = |page: &Page| page.out.as_str() == "index.html" || !index.addresses.is_taken(&page.out);
    pages.extend(lists.into_iter().filter(free));
    // An entry stands in the place of a made page, and of the alias of another entry.
    let mut pages: BTreeMap<OutPath, Page> = pages.into_iter().fold(BTreeMap::new(), |mut pages, page| {
        pages.entry(page.out.clone()).or_insert(page);
        pages
    });
    for page in index.other_pages(&pages, &mut diagnostics) {
        pages.entry(page.out.clone()).or_insert(page);
    }
    let feed = index.has_feeds().then(|| index.site_feed(&cards, "feed.xml"));
    for page in index.feed_pages(feed.as_ref(), &cards, &beside) {
        pages.entry(page.out.clone()).or_insert(page);
    }
    let export = Arc::new(export);
    let data = index.data_files(&export, feed, &cards, &beside, theme);
    let (site, pages) = (index.site_view(theme), pages.into_values().collect());
    Plan { site, pages, copies, data, search, export, diagnostics }
}
