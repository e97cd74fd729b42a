//! Which step of a version is which of the versions before.
//!
//! From what is sure to what is likely: the same id; the same text in the same place; the same text elsewhere in the
//! file; the same text in another file that the same commit changed; the same words otherwise written; and a text that
//! is alike, between the same neighbours or under the same heading. Of several with the same text, those whose box did
//! not change come first, in order: a new one above them changes nothing.

use std::collections::{BTreeMap, BTreeSet};

use super::version::Item;

/// A step of an earlier version: several views of one step, from several branches, have the same number.
#[derive(Debug, Clone, Copy)]
pub(super) struct Earlier<'a> {
    /// Stands for the step, in every version of it.
    pub(super) number: u32,
    pub(super) item: &'a Item,
}

/// How much two texts must have in common to be one that was reworded: twice what is in both, of what is in either.
const ALIKE: (usize, usize) = (1, 2);
/// More steps than this that are new or gone in one file in one commit are not compared one by one.
const MOST_COMPARED: usize = 200;

/// One file's part of a commit: the steps it had and those it has.
pub(super) struct Matching<'a> {
    before: Vec<Earlier<'a>>,
    after: &'a [Item],
    /// For each of `after`: which of the earlier ones it is.
    found: Vec<Option<u32>>,
}

impl<'a> Matching<'a> {
    pub(super) fn new(before: Vec<Earlier<'a>>, after: &'a [Item]) -> Self {
        Self { before, after, found: vec![None; after.len()] }
    }

    /// For each step of the version: the number of the one that it was.
    pub(super) fn found(&self) -> &[Option<u32>] {
        &self.found
    }

    /// The steps of the file that are the same for sure.
    pub(super) fn same(&mut self, taken: &mut BTreeSet<u32>) {
        self.untouched(taken);
        let Self { before, after, found } = self;
        if found.iter().all(Option::is_some) {
            return;
        }
        pair(before, after, found, taken, |item| item.id.as_deref());
        pair(before, after, found, taken, |item| Some((item.kind, item.place, &item.text, item.state)));
        pair(before, after, found, taken, |item| Some((item.kind, item.place, &item.text)));
        pair(before, after, found, taken, |item| Some((item.kind, &item.text, item.state)));
        pair(before, after, found, taken, |item| Some((item.kind, &item.text)));
    }

    /// The lines above and below all that changed: in most commits these are all but one.
    fn untouched(&mut self, taken: &mut BTreeSet<u32>) {
        let same = |earlier: &&Earlier<'_>, item: &Item| *earlier.item == *item;
        let above = self.before.iter().zip(self.after).take_while(|(earlier, item)| same(earlier, item)).count();
        for (earlier, found) in self.before.iter().zip(&mut self.found).take(above) {
            *found = taken.insert(earlier.number).then_some(earlier.number);
        }
        let left = self.before.iter().skip(above).rev().zip(self.after.iter().skip(above).rev());
        let below = left.take_while(|(earlier, item)| same(earlier, item)).count();
        for (earlier, found) in self.before.iter().rev().zip(self.found.iter_mut().rev()).take(below) {
            *found = taken.insert(earlier.number).then_some(earlier.number);
        }
    }

    /// Those that came from elsewhere.
    pub(super) fn moved(&mut self, elsewhere: &[Earlier<'_>], taken: &mut BTreeSet<u32>) {
        let Self { after, found, .. } = self;
        if found.iter().any(Option::is_none) {
            pair(elsewhere, after, found, taken, |item| item.id.as_deref());
            pair(elsewhere, after, found, taken, |item| Some((item.kind, &item.text, item.state)));
            pair(elsewhere, after, found, taken, |item| Some((item.kind, &item.text)));
        }
    }

    /// Those that were reworded.
    pub(super) fn reworded(&mut self, taken: &mut BTreeSet<u32>) {
        let Self { before, after, found } = self;
        if found.iter().all(Option::is_some) {
            return;
        }
        pair(before, after, found, taken, |item| Some((item.kind, plain(&item.text))).filter(|(_, t)| !t.is_empty()));
        self.alike(taken);
    }

    /// The likeliest of what is left, the most alike first.
    fn alike(&mut self, taken: &mut BTreeSet<u32>) {
        let new: Vec<usize> = (0..self.after.len()).filter(|at| self.found[*at].is_none()).collect();
        let gone: Vec<usize> = (0..self.before.len()).filter(|at| !taken.contains(&self.before[*at].number)).collect();
        if new.is_empty() || gone.is_empty() || new.len().max(gone.len()) > MOST_COMPARED {
            return;
        }
        let gaps = self.gaps();
        let pairs_of: Vec<Vec<(char, char)>> = gone.iter().map(|at| pairs(&self.before[*at].item.text)).collect();
        let mut likely = Vec::new();
        for at in new {
            let item = &self.after[at];
            let own = pairs(&item.text);
            for (old, theirs) in gone.iter().zip(&pairs_of) {
                let Earlier { item: earlier, .. } = self.before[*old];
                let near = gaps[at].0 <= *old && *old < gaps[at].1;
                let differ = earlier.id.is_some() && item.id.is_some();
                if earlier.kind != item.kind || differ || !(near || earlier.place == item.place) {
                    continue;
                }
                let (common, all) = (2 * common(&own, theirs), own.len() + theirs.len());
                if common * ALIKE.1 >= all * ALIKE.0 && common > 0 {
                    likely.push((std::cmp::Reverse(common * 1000 / all.max(1)), !near, at.abs_diff(*old), at, *old));
                }
            }
        }
        likely.sort_unstable();
        for (.., at, old) in likely {
            let number = self.before[old].number;
            if self.found[at].is_none() && taken.insert(number) {
                self.found[at] = Some(number);
            }
        }
    }

    /// For each step of the version: between which of the earlier ones it stands, by its nearest known neighbours.
    fn gaps(&self) -> Vec<(usize, usize)> {
        let places: BTreeMap<u32, usize> =
            self.before.iter().enumerate().rev().map(|(at, earlier)| (earlier.number, at)).collect();
        let place = |at: usize| self.found[at].and_then(|number| places.get(&number).copied());
        let mut gaps = vec![(0, self.before.len()); self.after.len()];
        let mut low = 0;
        for (at, gap) in gaps.iter_mut().enumerate() {
            low = place(at).map_or(low, |place| place + 1);
            gap.0 = low;
        }
        let mut high = self.before.len();
        for (at, gap) in gaps.iter_mut().enumerate().rev() {
            high = place(at).unwrap_or(high);
            gap.1 = high;
        }
        gaps
    }
}

/// Pairs what has the same key, in order. Two steps with ids of their own that differ are not the same.
fn pair<'k, K: Ord>(
    before: &[Earlier<'k>],
    after: &'k [Item],
    found: &mut [Option<u32>],
    taken: &mut BTreeSet<u32>,
    key: impl Fn(&'k Item) -> Option<K>,
) {
    let mut known: BTreeMap<K, Vec<(u32, Option<&str>)>> = BTreeMap::new();
    for earlier in before.iter().rev().filter(|earlier| !taken.contains(&earlier.number)) {
        if let Some(key) = key(earlier.item) {
            known.entry(key).or_default().push((earlier.number, earlier.item.id.as_deref()));
        }
    }
    if known.is_empty() {
        return;
    }
    for (item, found) in after.iter().zip(found).filter(|(_, found)| found.is_none()) {
        let Some(same) = key(item).and_then(|key| known.get_mut(&key)) else { continue };
        while same.last().is_some_and(|(number, _)| taken.contains(number)) {
            same.pop();
        }
        let agrees = |id: Option<&str>| id.is_none() || item.id.is_none() || id == item.id.as_deref();
        let Some(at) = same.iter().rposition(|(number, id)| agrees(*id) && !taken.contains(number)) else { continue };
        let (number, _) = same.remove(at);
        taken.insert(number);
        *found = Some(number);
    }
}

/// A text without case, marks and spaces.
pub(super) fn plain(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Each two neighbouring characters of a text, sorted: what two texts have in common is told by these in every language.
fn pairs(text: &str) -> Vec<(char, char)> {
    let text: Vec<char> = text.to_lowercase().chars().filter(|c| c.is_alphanumeric() || *c == ' ').collect();
    let mut pairs: Vec<(char, char)> = text.windows(2).map(|two| (two[0], two[1])).collect();
    pairs.sort_unstable();
    pairs
}

/// How many two sorted lists have in common.
fn common<T: Ord>(one: &[T], other: &[T]) -> usize {
    let (mut i, mut j, mut count) = (0, 0, 0);
    while let (Some(a), Some(b)) = (one.get(i), other.get(j)) {
        match a.cmp(b) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => {
                (i, j, count) = (i + 1, j + 1, count + 1);
            }
        }
    }
    count
}

/// Whether the words of two texts differ, as against how they are written.
pub(super) fn is_reworded(before: &Item, after: &Item) -> bool {
    before.text != after.text && plain(&before.text) != plain(&after.text)
}
