//! A number for every entry that can be found.

use std::sync::Arc;

use crate::model::Entry;
use crate::site::index::Index;

/// The number of the first entry without a day. Those with one are counted from 0, oldest first, so that today's entry
/// comes behind all others and moves none of them, however many pages and plans there are.
const FIRST_UNDATED: u32 = 1 << 20;

/// An entry that can be found.
#[derive(Debug, Clone)]
pub(super) struct Numbered {
    /// Unique, and ascending in the list.
    pub(super) number: u32,
    /// Which one of all entries it is.
    pub(super) index: usize,
    pub(super) entry: Arc<Entry>,
}

impl Index<'_> {
    /// The entries that lists may name, each with its number, ascending.
    pub(super) fn searched(&self) -> Vec<Numbered> {
        let listed = self.plans.iter().chain(&self.reflections).chain(&self.pages);
        let mut listed: Vec<usize> = listed.copied().collect();
        let day = |index: usize| {
            let entry = self.entry(index);
            (entry.date.is_none(), entry.date, entry.time, index)
        };
        listed.sort_by_key(|&index| day(index));
        let dated = listed.iter().filter(|&&index| self.entry(index).date.is_some()).count();
        let base = FIRST_UNDATED.max(u32::try_from(dated).unwrap_or(u32::MAX));
        let numbers = (0..base).take(dated).chain(base..);
        let numbered = listed.into_iter().zip(numbers);
        numbered.map(|(index, number)| Numbered { number, index, entry: Arc::clone(self.entry(index)) }).collect()
    }
}
