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
use super::texts::Texts;
use crate::model::{Digest, Entry};

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

/// What can be searched: all that the index is made of.
#[derive(Debug, Clone)]
pub struct Searched {
    numbered: Arc<[Numbered]>,
    found: Vec<Arc<FoundBlock>>,
    filters: Arc<[Filter]>,
}

/// The index, before it is written: which files there are and what stands for each.
#[derive(Debug, Clone, Default)]
pub struct SearchFiles {
    /// Files of their own.
    pub data: Vec<DataFile>,
    /// Files that are made together.
    pub bundles: Vec<Bundle>,
}

impl Searched {
    /// The same with the entries of `texts` in the place of those of their paths.
    #[must_use]
    pub(crate) fn with_texts(&self, texts: &Texts) -> Self {
        let newest = |entry: &Arc<Entry>| Arc::clone(texts.get(&entry.path).unwrap_or(entry));
        let block = |block: &FoundBlock| FoundBlock {
            number: block.number,
            entries: block.entries.iter().map(|one| Found { entry: newest(&one.entry), ..one.clone() }).collect(),
        };
        let has_new = |block: &Arc<FoundBlock>| block.entries.iter().any(|one| texts.contains_key(&one.entry.path));
        Self {
            numbered: self.numbered.iter().map(|one| Numbered { entry: newest(&one.entry), ..one.clone() }).collect(),
            found: self
                .found
                .iter()
                .map(|old| if has_new(old) { Arc::new(block(old)) } else { Arc::clone(old) })
                .collect(),
            filters: Arc::clone(&self.filters),
        }
    }

    /// The index of it.
    #[must_use]
    pub fn files(&self) -> SearchFiles {
        let (words, endings) = rayon::join(|| words::words(&self.numbered), || endings::endings(&self.numbered));
        // Not of the entries' digests: those know what the public may not.
        let entries = self.found.iter().flat_map(|block| &block.entries);
        let told = entries.map(|one| (one.number, &one.url, &one.entry.title, &one.about));
        let told = Digest::of(&told.collect::<Vec<_>>());
        let bundles: Vec<Bundle> =
            words.into_iter().map(Bundle::Words).chain(endings.into_iter().map(Bundle::Endings)).collect();
        let names = bundles.iter().filter_map(|bundle| Some(bundle.under().strip_prefix(FOLDER)?.to_owned()));
        let index = SearchIndex {
            version: Digest::of(&(&bundles, told)),
            entries: self.numbered.len(),
            bundles: names.collect(),
        };
        let found =
            self.found.iter().map(|block| (format!("entries-{}", block.number), Data::Found(Arc::clone(block))));
        let filters = self.filters.iter();
        let filters = filters.map(|filter| (format!("by-{}", filter.name), Data::Filter(filter.clone())));
        let files = found.chain(filters).chain([("index".to_owned(), Data::SearchIndex(index))]);
        let data = files.filter_map(|(name, data)| DataFile::new(&format!("{FOLDER}{name}.js"), data)).collect();
        SearchFiles { data, bundles }
    }
}

impl Index<'_> {
    /// What can be searched, and the page for it, unless the settings want none.
    pub(crate) fn search(&self) -> Option<(Page, Searched)> {
        if !self.settings.search {
            return None;
        }
        let numbered: Arc<[Numbered]> = self.searched().into();
        let (found, filters) = rayon::join(|| self.found(&numbered), || self.filters(&numbered));
        let page = self.search_page(numbered.len(), &filters);
        Some((page, Searched { numbered, found, filters: filters.into() }))
    }

    fn search_page(&self, entries: usize, filters: &[Filter]) -> Page {
        let out = self.addresses.made("search");
        let title = self.language.say("search_title", &[]);
        let head = Head { noindex: true, ..Head::new(title, "", "search") };
        self.made_page(out, head, View::Search(Box::new(self.search_view(entries, filters))))
    }
}
