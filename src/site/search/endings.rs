//! Words by their ends. A word whose first letters were mistyped is looked for by its last ones.

use std::hash::{Hash, Hasher};
use std::sync::{Arc, OnceLock};

use rayon::prelude::*;
use rustc_hash::FxHashSet;

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
    vocabulary: Arc<Vocabulary>,
}

/// The words of all entries, each once: gathered when the first class of them is made.
#[derive(Debug)]
struct Vocabulary {
    numbered: Arc<[Numbered]>,
    words: OnceLock<Vec<Box<str>>>,
}

impl Vocabulary {
    /// The words that have a class, sorted.
    fn words(&self) -> &[Box<str>] {
        self.words.get_or_init(|| {
            let words: FxHashSet<&str> = self
                .numbered
                .par_iter()
                .fold(FxHashSet::default, |mut words, one| {
                    words.extend(forms(one).filter(|form| ending(form).is_some()));
                    words
                })
                .reduce(FxHashSet::default, |some, others| {
                    let (mut all, few) = if some.len() < others.len() { (others, some) } else { (some, others) };
                    all.extend(few);
                    all
                });
            let mut words: Vec<Box<str>> = words.into_iter().map(Box::from).collect();
            words.sort_unstable();
            words
        })
    }
}

/// The words of an entry, folded.
fn forms(one: &Numbered) -> impl Iterator<Item = &str> {
    let weighed = one.entry.terms.iter().filter_map(|term| match term {
        Term::Weighed { forms, .. } => Some(forms.split(' ')),
        // It is a form of its stem, too.
        Term::Led { .. } => None,
    });
    weighed.flatten()
}

impl Hash for Endings {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (self.class, self.digest).hash(state);
    }
}

/// The words of all entries, by their ends.
pub(super) fn endings(numbered: &Arc<[Numbered]>) -> Vec<Endings> {
    let vocabulary = Arc::new(Vocabulary { numbered: Arc::clone(numbered), words: OnceLock::new() });
    let classes = (0..u8::try_from(ENDINGS).unwrap_or(u8::MAX)).into_par_iter().filter_map(|class| {
        let sums = numbered.iter().map(|one| one.entry.terms.endings()[usize::from(class)]);
        let sums: Vec<u128> = sums.filter(|sum| *sum != 0).collect();
        let endings = || Endings { class, digest: Digest::of(&sums), vocabulary: Arc::clone(&vocabulary) };
        (!sums.is_empty()).then(endings)
    });
    classes.collect()
}

impl Endings {
    /// The words in files, each word backwards.
    pub(super) fn leaves(&self) -> Vec<Leaf> {
        let words = self.vocabulary.words().iter().filter(|word| ending(word) == Some(usize::from(self.class)));
        let mut lines: Vec<Line> = words
            .map(|word| {
                let key: String = word.chars().rev().collect();
                Line { text: key.clone(), key }
            })
            .collect();
        lines.sort_unstable_by(|a, b| a.key.cmp(&b.key));
        cut(&lines)
    }
}
