//! Search: an index of every word, cut into files so small that a query reads a few of them.
//!
//! - `numbers`: every entry that can be found gets a number. An edit moves none; a new day's entry moves none before it.
//! - `words`: which entries have which stem. All that begin alike (see [`lead`](crate::model::lead)) are made together
//!   and only if one of them changed; `cut` makes files of them.
//! - `endings`: words by their ends, for those whose beginning was mistyped.
//! - `found`: what the page shows of an entry that was found, and what its answers can be narrowed to.
//!
//! The files are scripts that hand one value to a function of the page's own script: so the search works from the disk
//! too, where a page may not fetch data. What is in them is told in [`crate::render`], which writes them.

mod cut;
mod endings;
mod found;
mod numbers;
#[cfg(test)]
mod tests;
mod words;

use std::sync::Arc;

use super::data::{Data, DataFile};
use super::index::Index;
use super::made::Head;
use super::page::{Page, View};
use crate::model::Digest;

pub use cut::Leaf;
pub use endings::Endings;
pub use found::{Choice, Choices, Filter, Found, FoundBlock, SearchView};
pub use words::{Words, push_entries};

use numbers::Numbered;

/// The folder of the index, below the site's root.
pub const FOLDER: &str = "search/";

/// Files that are made together, because what they share is not made twice. All of them begin with the same path, and
/// no other file does.
#[derive(Debug, Clone, Hash)]
pub enum Bundle {
    /// Words that begin alike.
    Words(Words),
    /// Words that end alike.
    Endings(Endings),
}

impl Bundle {
    /// How the paths of its files begin.
    #[must_use]
    pub fn under(&self) -> String {
        match self {
            Self::Words(words) => format!("{FOLDER}word-{:05x}", words.lead),
            Self::Endings(endings) => format!("{FOLDER}end-{:x}", endings.class),
        }
    }

    /// Its words in files, the first of them named [`Bundle::under`] alone.
    #[must_use]
    pub fn leaves(&self) -> Vec<Leaf> {
        match self {
            Self::Words(words) => words.leaves(),
            Self::Endings(endings) => endings.leaves(),
        }
    }
}

/// What the page's script is told first.
#[derive(Debug, Clone, Hash)]
pub struct SearchIndex {
    /// Stands for the words of the index and what is told of entries: what is asked for names it, so that no old file is
    /// taken for a new one.
    pub version: Digest,
    /// How many entries can be found.
    pub entries: usize,
    /// The names of the bundles: others need not be asked for.
    pub bundles: Vec<String>,
}

/// The search of a site.
#[derive(Debug, Default)]
pub(crate) struct Search {
    pub(crate) page: Option<Page>,
    pub(crate) data: Vec<DataFile>,
    pub(crate) bundles: Vec<Bundle>,
}

impl Index<'_> {
    /// The search, unless the settings want none.
    pub(crate) fn search(&self) -> Search {
        if !self.settings.search {
            return Search::default();
        }
        let numbered: Arc<[Numbered]> = self.searched().into();
        let (words, (endings, (found, filters))) = rayon::join(
            || words::words(&numbered),
            || {
                let found = || rayon::join(|| self.found(&numbered), || self.filters(&numbered));
                rayon::join(|| endings::endings(&numbered), found)
            },
        );
        // Not of the entries' digests: those know what the public may not.
        let entries = found.iter().flat_map(|block| &block.entries);
        let told = entries.map(|one| (one.number, &one.url, &one.entry.title, &one.about));
        let told = Digest::of(&told.collect::<Vec<_>>());
        let page = self.search_page(numbered.len(), &filters);
        let found = found.into_iter().map(|block| (format!("entries-{}", block.number), Data::Found(block)));
        let filters = filters.into_iter().map(|filter| (format!("by-{}", filter.name), Data::Filter(filter)));
        let mut data: Vec<(String, Data)> = found.chain(filters).collect();
        let bundles: Vec<Bundle> =
            words.into_iter().map(Bundle::Words).chain(endings.into_iter().map(Bundle::Endings)).collect();
        let index = SearchIndex {
            version: Digest::of(&(&bundles, told)),
            entries: numbered.len(),
            bundles: bundles
                .iter()
                .filter_map(|bundle| Some(bundle.under().strip_prefix(FOLDER)?.to_owned()))
                .collect(),
        };
        data.push(("index".to_owned(), Data::SearchIndex(index)));
        let data = data.into_iter().filter_map(|(name, data)| DataFile::new(&format!("{FOLDER}{name}.js"), data));
        Search { page: Some(page), data: data.collect(), bundles }
    }

    fn search_page(&self, entries: usize, filters: &[Filter]) -> Page {
        let out = self.addresses.made("search");
        let title = self.language.say("search_title", &[]);
        let head = Head { noindex: true, ..Head::new(title, "", "search") };
        self.made_page(out, head, View::Search(Box::new(self.search_view(entries, filters))))
    }
}
