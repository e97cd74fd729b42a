//! The words of an entry as search knows them: folded, brought to their stems, each once, with a weight.

use std::fmt::Write as _;
use std::ops::Range;

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::Digest;

/// How many weights there are: 0 is a word that stands once in a long text, the last one a word of the title.
pub const WEIGHTS: u8 = 8;

/// How many classes of words there are by how they end.
pub const ENDINGS: usize = 16;

/// The class of a word by its last character, below [`ENDINGS`]; none for words too short for a mistake in them to be
/// told from another word.
#[must_use]
pub fn ending(word: &str) -> Option<usize> {
    let last = word.chars().nth(3).and(word.chars().next_back())?;
    Some(u32::from(last) as usize % ENDINGS)
}

/// What is said of one stem.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Term<'a> {
    /// The entry has it.
    Weighed {
        /// The stem, folded. It has no spaces.
        stem: &'a str,
        /// How much the entry is about it: below [`WEIGHTS`].
        weight: u8,
        /// The words that were written, folded, with a space between any two.
        forms: &'a str,
    },
    /// A word that does not begin as its stem does: what looks for the word has to go on to the stem.
    Led {
        /// The word, folded.
        form: &'a str,
        /// Its stem.
        stem: &'a str,
    },
}

impl<'a> Term<'a> {
    /// The word by which the term is found.
    #[must_use]
    pub fn key(self) -> &'a str {
        match self {
            Self::Weighed { stem, .. } => stem,
            Self::Led { form, .. } => form,
        }
    }
}

/// The terms of an entry, sorted by their keys.
///
/// One text, a term a line, because there are millions of terms: `3write writing wrote`, `>mice mouse`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Terms {
    /// Shared by all copies of an entry: it is most of it.
    lines: Arc<str>,
    /// For each class of words by their ends, a sum that stands for the words in it; 0 if there are none.
    endings: [u128; ENDINGS],
}

impl Terms {
    /// Terms that are sorted by their keys.
    #[must_use]
    pub fn new<'a>(terms: impl IntoIterator<Item = Term<'a>>) -> Self {
        let mut text = String::new();
        let mut endings = [0_u128; ENDINGS];
        for term in terms {
            if let Term::Weighed { forms, .. } = term {
                for form in forms.split(' ') {
                    if let Some(class) = ending(form) {
                        // In whichever order the words come, the sum is the same.
                        endings[class] = endings[class].wrapping_add(Digest::of_bytes(form.as_bytes()).0);
                    }
                }
            }
            // Writing to a string can't fail.
            let _ = match term {
                Term::Weighed { stem, weight, forms } => writeln!(text, "{}{stem} {forms}", weight.min(WEIGHTS - 1)),
                Term::Led { form, stem } => writeln!(text, ">{form} {stem}"),
            };
        }
        Self { lines: text.into(), endings }
    }

    /// The terms, sorted by their keys.
    pub fn iter(&self) -> impl Iterator<Item = Term<'_>> {
        terms_of(&self.lines)
    }

    /// The terms of a group, by its range.
    pub fn at(&self, range: &Range<u32>) -> impl Iterator<Item = Term<'_>> {
        terms_of(self.lines.get(range.start as usize..range.end as usize).unwrap_or_default())
    }

    /// For each class of words by their ends, what stands for the words of the entry in it; 0 if there are none.
    #[must_use]
    pub fn endings(&self) -> &[u128; ENDINGS] {
        &self.endings
    }

    /// The terms, those together whose keys begin alike (see [`lead`]).
    pub fn groups(&self) -> impl Iterator<Item = Group<'_>> {
        let mut start = 0;
        std::iter::from_fn(move || {
            let lead = lead_of_line(&self.lines[start..])?;
            let mut end = start;
            while lead_of_line(&self.lines[end..]) == Some(lead) {
                let rest = &self.lines.as_bytes()[end..];
                end += memchr::memchr(b'\n', rest).map_or(rest.len(), |at| at + 1);
            }
            let range = u32::try_from(start).ok()?..u32::try_from(end).ok()?;
            let lines = &self.lines[start..end];
            start = end;
            Some(Group { lead, range, lines })
        })
    }
}

/// Terms whose keys begin alike.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group<'a> {
    /// How they begin.
    pub lead: u32,
    /// Where they stand, for [`Terms::at`].
    pub range: Range<u32>,
    /// All that is said, in one text: the same text, the same terms.
    pub lines: &'a str,
}

fn terms_of(lines: &str) -> impl Iterator<Item = Term<'_>> {
    lines.split_terminator('\n').filter_map(|line| {
        let (head, tail) = line.get(1..)?.split_once(' ')?;
        Some(match line.as_bytes()[0] {
            b'>' => Term::Led { form: head, stem: tail },
            digit => Term::Weighed { stem: head, weight: digit.wrapping_sub(b'0'), forms: tail },
        })
    })
}

fn lead_of_line(lines: &str) -> Option<u32> {
    lines.chars().nth(1).map(lead)
}

/// What words have in common that begin with this character: the character, or, where a script has thousands of them,
/// 64 neighbours together.
#[must_use]
pub fn lead(first: char) -> u32 {
    let code = u32::from(first);
    if code < 0x800 { code } else { code & !0x3f }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn terms_come_back_in_groups() {
        let written = [
            Term::Weighed { stem: "apple", weight: 7, forms: "apple apples" },
            Term::Led { form: "mice", stem: "mouse" },
            Term::Weighed { stem: "mouse", weight: 9, forms: "mouse" },
            Term::Weighed { stem: "猫犬", weight: 0, forms: "猫犬" },
        ];
        let terms = Terms::new(written);
        let mut read = written;
        read[2] = Term::Weighed { stem: "mouse", weight: 7, forms: "mouse" };
        assert_eq!(terms.iter().collect::<Vec<_>>(), read);
        let groups: Vec<(u32, usize)> =
            terms.groups().map(|group| (group.lead, terms.at(&group.range).count())).collect();
        assert_eq!(groups, [(u32::from(b'a'), 1), (u32::from(b'm'), 2), (0x7300, 1)]);
        assert_eq!(Terms::default().groups().count(), 0);
        let ends = |words: &str| *Terms::new([Term::Weighed { stem: "a", weight: 0, forms: words }]).endings();
        assert_eq!(ends("late gate cat"), ends("gate late"), "short words and the order are nothing to it");
        assert_ne!(ends("late gate"), ends("late hate"));
    }
}
