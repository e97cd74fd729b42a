//! A file as of one commit, with all that its earlier versions told.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::matching::is_reworded;
use super::turns::{Moment, Turns};
use super::version::{Item, Version};
use crate::model::{Date, Digest, State, Status};

/// A step, followed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Followed {
    /// Stands for it, in every version and file that it was in.
    pub(super) number: u32,
    /// As it is now.
    pub(super) item: Item,
    /// What its box was; it appeared with the first.
    pub(super) states: Turns<State>,
    /// When its words became others. The first is when it appeared.
    pub(super) wordings: Turns<()>,
    /// Whether it counted, since it is in this file.
    pub(super) counts: Turns<bool>,
}

impl Followed {
    fn new(number: u32, item: Item, when: Moment) -> Self {
        let (states, counts) = (Turns::new(when, item.state), Turns::new(when, item.counts));
        Self { number, item, states, wordings: Turns::new(when, ()), counts }
    }

    /// The same step as `item`, by those views of it that its branches have.
    fn goes_on(views: &[&Self], at_home: bool, item: Item, when: Moment) -> Self {
        let states: Vec<&Turns<State>> = views.iter().map(|view| &view.states).collect();
        let mut states = Turns::joined(&states, item.state);
        states.becomes(when, item.state);
        let wordings: Vec<&Turns<()>> = views.iter().map(|view| &view.wordings).collect();
        let mut wordings = Turns::joined(&wordings, ());
        if views.iter().all(|view| is_reworded(&view.item, &item)) {
            wordings.happens(when, ());
        }
        let counts = if at_home {
            let counts: Vec<&Turns<bool>> = views.iter().map(|view| &view.counts).collect();
            let mut counts = Turns::joined(&counts, item.counts);
            counts.becomes(when, item.counts);
            counts
        } else {
            Turns::new(when, item.counts)
        };
        Self { number: views[0].number, item, states, wordings, counts }
    }
}

/// The stretches of time in which a step counted that is gone from a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Gone {
    pub(super) number: u32,
    pub(super) when: Moment,
    pub(super) counts: Turns<bool>,
}

/// A file, followed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct File {
    /// Stands for it under every name that it had.
    pub(super) number: u32,
    /// Stands for the bytes of its text.
    pub(super) raw: Digest,
    /// Stands for what its audience may see of them.
    pub(super) seen: Digest,
    /// Whether it is private as a whole.
    pub(super) hidden: bool,
    /// Its first version.
    pub(super) born: Moment,
    /// Its last version that is other than the one before.
    pub(super) changed: Moment,
    pub(super) status: Turns<Status>,
    pub(super) due: Turns<Option<Date>>,
    pub(super) start: Turns<Option<Date>>,
    pub(super) items: Vec<Followed>,
    pub(super) gone: Vec<Gone>,
}

/// What a new version of a file is made from.
pub(super) struct Next<'a> {
    /// The file as its branches had it; empty for a new one.
    pub(super) before: &'a [Arc<File>],
    /// Every view of a step that may be in it, by its number.
    pub(super) views: &'a BTreeMap<u32, Vec<&'a Followed>>,
    pub(super) raw: Digest,
    pub(super) version: &'a Version,
    /// For each of its steps: which one it was.
    pub(super) found: &'a [Option<u32>],
    pub(super) when: Moment,
    pub(super) is_merge: bool,
}

impl Next<'_> {
    /// The file as of this version. `number` gives new numbers.
    pub(super) fn file(&self, number: &mut impl FnMut() -> u32) -> File {
        let Self { before, version, when, .. } = *self;
        let home: BTreeSet<u32> =
            before.iter().flat_map(|file| file.items.iter().map(|followed| followed.number)).collect();
        let own = if before.is_empty() { number() } else { before[0].number };
        let items: Vec<Followed> = version
            .items
            .iter()
            .zip(self.found)
            .map(|(item, found)| match found.and_then(|found| self.views.get(&found)) {
                Some(views) => Followed::goes_on(views, home.contains(&views[0].number), item.clone(), when),
                None => Followed::new(number(), item.clone(), when),
            })
            .collect();
        let mut file = File {
            number: own,
            raw: self.raw,
            seen: version.seen,
            hidden: version.hidden,
            born: when,
            changed: when,
            status: Turns::new(when, version.status),
            due: Turns::new(when, version.due),
            start: Turns::new(when, version.start),
            gone: self.gone(&items),
            items,
        };
        let Some(first) = before.first() else { return file };
        file.born = before.iter().map(|file| file.born).min_by_key(|born| (born.day, born.at)).unwrap_or(when);
        if first.hidden && !version.hidden {
            // What the plan was while nobody could see it, is nobody's business.
            return file;
        }
        file.status = turned(before, |file| &file.status, version.status, when);
        file.due = turned(before, |file| &file.due, version.due, when);
        file.start = turned(before, |file| &file.start, version.start, when);
        if self.is_merge {
            // What two branches wrote is not written again by putting it together.
            let same = before.iter().find(|file| file.raw == self.raw).map(|file| file.changed);
            let last = before.iter().map(|file| file.changed).max_by_key(|changed| (changed.day, changed.at));
            file.changed = same.or(last).unwrap_or(when);
        } else if first.seen == version.seen {
            file.changed = first.changed;
        }
        file
    }

    /// What was in the file and is no longer, with what was gone before.
    fn gone(&self, items: &[Followed]) -> Vec<Gone> {
        let here: BTreeSet<u32> = items.iter().map(|followed| followed.number).collect();
        let mut gone: Vec<Gone> = Vec::new();
        for file in self.before {
            for one in &file.gone {
                let known = gone.iter().any(|known| (known.number, known.when.at) == (one.number, one.when.at));
                if !(known || self.is_merge && here.contains(&one.number)) {
                    gone.push(one.clone());
                }
            }
        }
        let before: BTreeSet<u32> = gone.iter().map(|one| one.number).collect();
        let mut left = BTreeSet::new();
        for file in self.before.iter().filter(|file| !file.hidden) {
            for followed in &file.items {
                let Followed { number, counts, .. } = followed;
                let counted = counts.iter().any(|turn| turn.what);
                let known = here.contains(number) || (self.is_merge && before.contains(number));
                if counted && !known && left.insert(*number) {
                    gone.push(Gone { number: *number, when: self.when, counts: counts.clone() });
                }
            }
        }
        gone
    }
}

/// How one thing went on.
fn turned<T: Copy + PartialEq>(
    before: &[Arc<File>],
    of: impl Fn(&File) -> &Turns<T>,
    what: T,
    when: Moment,
) -> Turns<T> {
    let tales: Vec<&Turns<T>> = before.iter().map(|file| of(file)).collect();
    let mut turns = Turns::joined(&tales, what);
    turns.becomes(when, what);
    turns
}

impl File {
    /// The file where several branches have the same text of it, each with a tale of its own.
    pub(super) fn joined(files: &[Arc<Self>]) -> Arc<Self> {
        let first = &files[0];
        if files.iter().all(|file| Arc::ptr_eq(file, first)) {
            return Arc::clone(first);
        }
        let same = |file: &&Arc<Self>| file.items.len() == first.items.len();
        let files: Vec<&Arc<Self>> = files.iter().filter(same).collect();
        let mut joined = Self::clone(first);
        let day = |moment: &Moment| (moment.day, moment.at);
        joined.born = files.iter().map(|file| file.born).min_by_key(day).unwrap_or(first.born);
        joined.changed = files.iter().map(|file| file.changed).min_by_key(day).unwrap_or(first.changed);
        joined.status = tale(&files, |file| &file.status);
        joined.due = tale(&files, |file| &file.due);
        joined.start = tale(&files, |file| &file.start);
        for (at, followed) in joined.items.iter_mut().enumerate() {
            followed.states = tale(&files, |file| &file.items[at].states);
            followed.counts = tale(&files, |file| &file.items[at].counts);
            followed.wordings = tale(&files, |file| &file.items[at].wordings);
        }
        Arc::new(joined)
    }
}

fn tale<T: Copy + PartialEq>(files: &[&Arc<File>], of: impl Fn(&File) -> &Turns<T>) -> Turns<T> {
    let tales: Vec<&Turns<T>> = files.iter().map(|file| of(file)).collect();
    Turns::joined(&tales, tales[0].last().what)
}
