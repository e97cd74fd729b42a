//! The words of an entry as search knows them: folded, brought to their stems, each once, with a weight.

use std::fmt::Write as _;

use serde::{Deserialize, Serialize};

/// How many weights there are: 0 is a word that stands once in a long text, the last one a word of the title.
pub const WEIGHTS: u8 = 8;

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
pub struct Terms(Box<str>);

impl Terms {
    /// Terms that are sorted by their keys.
    #[must_use]
    pub fn new<'a>(terms: impl IntoIterator<Item = Term<'a>>) -> Self {
        let mut text = String::new();
        for term in terms {
            // Writing to a string can't fail.
            let _ = match term {
                Term::Weighed { stem, weight, forms } => writeln!(text, "{}{stem} {forms}", weight.min(WEIGHTS - 1)),
                Term::Led { form, stem } => writeln!(text, ">{form} {stem}"),
            };
        }
        Self(text.into())
    }

    /// The terms, sorted by their keys.
    pub fn iter(&self) -> impl Iterator<Item = Term<'_>> {
        self.groups().flat_map(|group| group.iter())
    }

    /// The terms, those together whose keys begin alike (see [`lead`]).
    pub fn groups(&self) -> impl Iterator<Item = Group<'_>> {
        let mut rest = &*self.0;
        std::iter::from_fn(move || {
            let lead = lead_of_line(rest)?;
            let mut end = 0;
            while lead_of_line(&rest[end..]) == Some(lead) {
                end += memchr::memchr(b'\n', &rest.as_bytes()[end..]).map_or(rest.len() - end, |at| at + 1);
            }
            let (lines, others) = rest.split_at(end);
            rest = others;
            Some(Group { lead, lines })
        })
    }
}

/// Terms whose keys begin alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Group<'a> {
    /// How they begin.
    pub lead: u32,
    lines: &'a str,
}

impl<'a> Group<'a> {
    /// The terms, sorted by their keys.
    pub fn iter(self) -> impl Iterator<Item = Term<'a>> {
        self.lines.split_terminator('\n').filter_map(|line| {
            let (head, tail) = line.get(1..)?.split_once(' ')?;
            Some(match line.as_bytes()[0] {
                b'>' => Term::Led { form: head, stem: tail },
                digit => Term::Weighed { stem: head, weight: digit.wrapping_sub(b'0'), forms: tail },
            })
        })
    }
}

fn lead_of_line(line: &str) -> Option<u32> {
    line.chars().nth(1).map(lead)
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
        let groups: Vec<(u32, usize)> = terms.groups().map(|group| (group.lead, group.iter().count())).collect();
        assert_eq!(groups, [(u32::from(b'a'), 1), (u32::from(b'm'), 2), (0x7300, 1)]);
        assert_eq!(Terms::default().groups().count(), 0);
    }
}
