//! Which entries have which stem.

use std::collections::BTreeMap;
use std::hash::{Hash, Hasher};
use std::ops::Range;
use std::sync::Arc;

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use super::cut::{Leaf, Line, cut};
use super::numbers::Numbered;
use crate::model::{Digest, Term};

/// The words that begin alike, of all entries. They are put together when their files are made.
#[derive(Debug, Clone)]
pub struct Words {
    /// How they begin.
    pub lead: u32,
    /// Stands for all of them.
    digest: Digest,
    numbered: Arc<[Numbered]>,
    members: Arc<[Member]>,
}

/// An entry that has such words: where it stands in the list of the numbered, and where they stand in its terms.
#[derive(Debug, Clone)]
struct Member {
    place: u32,
    range: Range<u32>,
}

impl Hash for Words {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (self.lead, self.digest).hash(state);
    }
}

/// The words of all entries, by how they begin.
pub(super) fn words(numbered: &Arc<[Numbered]>) -> Vec<Words> {
    let groups: Vec<Vec<(u32, Range<u32>, Digest)>> = numbered
        .par_iter()
        .map(|one| {
            let groups = one.entry.terms.groups();
            groups.map(|group| (group.lead, group.range.clone(), Digest::of(&(one.number, group.lines)))).collect()
        })
        .collect();
    let mut by_lead: BTreeMap<u32, (Vec<Member>, Vec<Digest>)> = BTreeMap::new();
    for (place, groups) in (0..).zip(groups) {
        for (lead, range, digest) in groups {
            let (members, digests) = by_lead.entry(lead).or_default();
            members.push(Member { place, range });
            digests.push(digest);
        }
    }
    let words = by_lead.into_iter().map(|(lead, (members, digests))| Words {
        lead,
        digest: Digest::of(&digests),
        numbered: Arc::clone(numbered),
        members: members.into(),
    });
    words.collect()
}

/// What is known of a stem.
#[derive(Default)]
struct Known<'a> {
    forms: Vec<&'a str>,
    /// Numbers of entries, ascending, with weights.
    entries: Vec<(u32, u8)>,
    /// Stems to go on to.
    others: Vec<&'a str>,
}

impl Words {
    /// The words in files.
    pub(super) fn leaves(&self) -> Vec<Leaf> {
        let mut known: FxHashMap<&str, Known<'_>> = FxHashMap::default();
        for member in &*self.members {
            let Numbered { number, entry, .. } = &self.numbered[member.place as usize];
            for term in entry.terms.at(&member.range) {
                let known = known.entry(term.key()).or_default();
                match term {
                    Term::Weighed { weight, forms, .. } => {
                        known.entries.push((*number, weight));
                        for form in forms.split(' ') {
                            push_new(&mut known.forms, form);
                        }
                    }
                    Term::Led { stem, .. } => push_new(&mut known.others, stem),
                }
            }
        }
        let mut known: Vec<(&str, Known<'_>)> = known.into_iter().collect();
        known.sort_unstable_by_key(|(key, _)| *key);
        let lines: Vec<Line> = known.into_iter().map(|(key, known)| line(key, known)).collect();
        cut(&lines)
    }
}

fn push_new<'a>(list: &mut Vec<&'a str>, one: &'a str) {
    if !list.contains(&one) {
        list.push(one);
    }
}

/// `walk walked walking!` and the entries; then a stem for each to go on to, with a space before it. A form that is the
/// key itself is left empty.
fn line(key: &str, mut known: Known<'_>) -> Line {
    known.forms.sort_unstable();
    known.others.sort_unstable();
    let mut text = String::from(key);
    for form in known.forms {
        text.push(' ');
        text.push_str(if form == key { "" } else { form });
    }
    text.push('!');
    push_entries(&mut text, &known.entries);
    for stem in known.others {
        text.push(' ');
        text.push_str(stem);
    }
    Line { key: key.to_owned(), text }
}

/// The digits of a number are five bits each, the lowest first: a character from here on for the last of them,
const LAST_DIGIT: u8 = b']';
/// and one from here on for those before it. None of them has a meaning in JSON.
const DIGIT: u8 = b'(';

/// Appends numbers with weights: each as the distance to the one before it and the weight below that, in as few digits
/// as it takes. A word that most entries have takes a character for each.
pub fn push_entries(text: &mut String, entries: &[(u32, u8)]) {
    let mut next = 0;
    for &(number, weight) in entries {
        let mut left = (u64::from(number - next) << 3) | u64::from(weight);
        next = number + 1;
        loop {
            let [five, ..] = (left & 31).to_le_bytes();
            left >>= 5;
            if left == 0 {
                text.push(char::from(LAST_DIGIT + five));
                break;
            }
            text.push(char::from(DIGIT + five));
        }
    }
}
