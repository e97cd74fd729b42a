//! How one thing changed, commit by commit.

use serde::{Deserialize, Serialize};

use crate::model::Date;

/// A commit, for one follower: its place in the order in which commits were followed, and its day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Moment {
    /// Its place; what stands at the same place is the same commit.
    pub(super) at: u32,
    /// The author's day, if it tells one.
    pub(super) day: Option<Date>,
}

/// What something became, and when.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Turn<T> {
    pub(super) when: Moment,
    pub(super) what: T,
}

/// All that something was, oldest first; what it is comes last. Never empty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Turns<T>(Vec<Turn<T>>);

impl<T: Copy + PartialEq> Turns<T> {
    /// It begins.
    pub(super) fn new(when: Moment, what: T) -> Self {
        Self(vec![Turn { when, what }])
    }

    /// What it was, oldest first.
    pub(super) fn iter(&self) -> impl ExactSizeIterator<Item = &Turn<T>> {
        self.0.iter()
    }

    /// What it is, and since when.
    pub(super) fn last(&self) -> &Turn<T> {
        self.0.last().expect("it began")
    }

    /// When it began.
    pub(super) fn first(&self) -> &Turn<T> {
        &self.0[0]
    }

    /// It is `what` from now on, if it was not already.
    pub(super) fn becomes(&mut self, when: Moment, what: T) {
        if self.last().what != what {
            self.0.push(Turn { when, what });
        }
    }

    /// It happened again.
    pub(super) fn happens(&mut self, when: Moment, what: T) {
        self.0.push(Turn { when, what });
    }

    /// The tale of a thing that is `what` after a merge, by those of the branches, the first branch's first.
    ///
    /// Where one branch changed nothing, its tale is the beginning of the other's, which is then the whole truth. Where
    /// each changed something, the branches that agree with the merge are believed, and of those the one on which it
    /// has stood longest.
    pub(super) fn joined(tales: &[&Self], what: T) -> Self {
        let mut best = tales[0];
        for tale in &tales[1..] {
            let (a, b) = (best.last(), tale.last());
            let longer = tale.0.len() > best.0.len() && tale.0.starts_with(&best.0);
            let apart = !longer && !best.0.starts_with(&tale.0);
            let older = |one: Moment, other: Moment| (one.day, one.at) < (other.day, other.at);
            let better = match (a.what == what, b.what == what) {
                (true, true) => older(b.when, a.when),
                (agrees, other) => !agrees && other,
            };
            if longer || (apart && better) {
                best = tale;
            }
        }
        best.clone()
    }
}
