//! Words by their ends. A word whose first letters were mistyped is looked for by its last ones.

use std::collections::BTreeSet;
use std::hash::{Hash, Hasher};
use std::sync::Arc;

use rayon::prelude::*;

use super::cut::{Leaf, Line, cut};
use super::numbers::Numbered;
use crate::model::{Digest, ENDINGS, Term, ending};

/// The words whose last letters are of one class, of all entries.
#[derive(Debug, Clone)]
pub struct Endings {
    /// Below [`ENDINGS`]; see [`ending`].
    pub class: u8,
    /// Stands for all of them.
    digest: Digest,
    numbered: Arc<[Numbered]>,
}

impl Hash for Endings {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (self.class, self.digest).hash(state);
    }
}

/// The words of all entries, by their ends.
pub(super) fn endings(numbered: &Arc<[Numbered]>) -> Vec<Endings> {
    let classes = (0..u8::try_from(ENDINGS).unwrap_or(u8::MAX)).into_par_iter().filter_map(|class| {
        let sums = numbered.iter().map(|one| one.entry.terms.endings()[usize::from(class)]);
        let sums: Vec<u128> = sums.filter(|sum| *sum != 0).collect();
        let endings = || Endings { class, digest: Digest::of(&sums), numbered: Arc::clone(numbered) };
        (!sums.is_empty()).then(endings)
    });
    classes.collect()
}

impl Endings {
    /// The words in files, each word backwards.
    pub(super) fn leaves(&self) -> Vec<Leaf> {
        let mut words: BTreeSet<&str> = BTreeSet::new();
        for one in &*self.numbered {
            for term in one.entry.terms.iter() {
                if let Term::Weighed { forms, .. } = term {
                    words.extend(forms.split(' ').filter(|form| ending(form) == Some(usize::from(self.class))));
                }
            }
        }
        let mut lines: Vec<Line> = words
            .into_iter()
            .map(|word| {
                let key: String = word.chars().rev().collect();
                Line { text: key.clone(), key }
            })
            .collect();
        lines.sort_unstable_by(|a, b| a.key.cmp(&b.key));
        cut(&lines)
    }
}
