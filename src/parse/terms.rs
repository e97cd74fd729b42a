//! The words of an entry for search: cut, folded, brought to their stems, counted and weighed.
//!
//! The script of the search page cuts and folds a query by the same rules (`templates/theme/search.js`); it does not
//! stem, which is why a stem keeps the words that led to it.

use std::cell::RefCell;
use std::cmp::Reverse;
use std::collections::BTreeMap;

use rustc_hash::FxHashMap;
use snowball_stemmers_rs::{Algorithm, Stemmer};
use unicode_normalization::UnicodeNormalization;

use crate::model::{Heading, Passage, Term, Terms, WEIGHTS};

/// The longest word that is kept whole, in characters. What is longer is code or an address.
const LONGEST: usize = 32;

/// How much a word counts for each place where it stands, against 1 in the text.
const IN_TITLE: f32 = 6.0;
const IN_HEADING: f32 = 3.0;
const IN_TAG: f32 = 3.0;

/// The constants of BM25: how soon further occurrences add nothing (1.2 as usual), and how much of a text's length is
/// made up for (less than the usual 0.75: an entry that says more is not the worse for it).
const SATURATION: f32 = 1.2;
const LENGTH_SHARE: f32 = 0.5;
/// The length that is neither long nor short, in words. BM25 takes the mean of all texts; a fixed one keeps the weights
/// of an entry out of what other entries say.
const USUAL_LENGTH: f32 = 250.0;

/// What search looks through.
#[derive(Debug, Clone, Copy)]
pub(super) struct Searched<'a> {
    pub(super) title: &'a str,
    pub(super) tags: &'a [String],
    pub(super) outline: &'a [Heading],
    pub(super) passages: &'a [Passage],
}

/// The terms of an entry in a language, by the language's tag. Languages without a known way to stems keep their words.
pub(super) fn terms(searched: Searched<'_>, language: &str) -> Terms {
    let Searched { title, tags, outline, passages } = searched;
    let mut words: FxHashMap<&str, f32> = FxHashMap::default();
    let mut length: f32 = 0.0;
    let headings = outline.iter().map(|heading| (heading.text.as_str(), IN_HEADING));
    let texts = passages.iter().map(|passage| (passage.text.as_str(), 1.0));
    let tags = tags.iter().map(|tag| (tag.as_str(), IN_TAG));
    for (text, worth) in texts.chain(headings).chain(tags).chain([(title, IN_TITLE)]) {
        for word in runs(text) {
            *words.entry(word).or_default() += worth;
            length += 1.0;
        }
    }
    let stemming = Stemming::of(language);
    let mut stems: BTreeMap<String, (f32, Vec<String>)> = BTreeMap::new();
    let mut words: Vec<(&str, f32)> = words.into_iter().collect();
    words.sort_unstable_by_key(|(word, _)| *word);
    for (word, worth) in words {
        stemming.each(word, |form, stem| {
            let (sum, forms) = stems.entry(stem.to_owned()).or_default();
            *sum += worth;
            if !forms.iter().any(|known| known == form) {
                forms.push(form.to_owned());
            }
        });
    }
    weighed(&stems, length)
}

/// The terms of stems with what their words are worth and the words themselves.
fn weighed(stems: &BTreeMap<String, (f32, Vec<String>)>, length: f32) -> Terms {
    let make_up = SATURATION * (1.0 - LENGTH_SHARE + LENGTH_SHARE * length / USUAL_LENGTH);
    let weight = |sum: f32| {
        let share = sum / (sum + make_up) * f32::from(WEIGHTS);
        (0..WEIGHTS).rev().find(|&weight| share >= f32::from(weight)).unwrap_or_default()
    };
    let joined: Vec<(&str, u8, String)> =
        stems.iter().map(|(stem, (sum, forms))| (stem.as_str(), weight(*sum), forms.join(" "))).collect();
    let mut terms: Vec<Term<'_>> =
        joined.iter().map(|(stem, weight, forms)| Term::Weighed { stem, weight: *weight, forms }).collect();
    terms.extend(stems.iter().flat_map(|(stem, (_, forms))| {
        let elsewhere = forms.iter().filter(move |form| !stem.starts_with(head(form)));
        elsewhere.map(move |form| Term::Led { form, stem })
    }));
    // A word that is a stem as well is found as one; the way to the other stem comes behind it.
    terms.sort_by_key(|term| (term.key(), Reverse(matches!(term, Term::Weighed { .. }))));
    Terms::new(terms)
}

/// The beginning of a word by which its stem is looked for: all but the last three characters, and three at least.
fn head(word: &str) -> &str {
    let count = word.chars().count().saturating_sub(3).max(3);
    &word[..word.char_indices().nth(count).map_or(word.len(), |(at, _)| at)]
}

/// The stretches of letters and digits of a text, with the marks that belong to them.
fn runs(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !is_of_word(c)).filter(|run| !run.is_empty())
}

/// Letters, digits, and marks over letters that are written on their own.
fn is_of_word(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '\u{300}'..='\u{36f}')
}

/// Whether a character is of a script that puts no space between words: Thai, Lao, Burmese, Khmer, Chinese, Japanese.
fn is_unspaced(c: char) -> bool {
    matches!(c,
        '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{3005}' | '\u{3040}'..='\u{30ff}'
        | '\u{31f0}'..='\u{31ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// A word as it is compared: without case, accents, and differences of typography.
fn folded(word: &str) -> String {
    if word.is_ascii() {
        return word.to_ascii_lowercase();
    }
    let mark = |c: &char| {
        matches!(c, '\u{300}'..='\u{36f}' | '\u{591}'..='\u{5c7}' | '\u{64b}'..='\u{65f}' | '\u{670}')
            || c.is_whitespace()
    };
    let plain: String = word.to_lowercase().nfkd().filter(|c| !mark(c)).nfc().collect();
    // At the end of a Greek word, sigma looks another way.
    plain.to_lowercase().replace('ς', "σ")
}

/// How the words of a language come to their stems.
struct Stemming {
    algorithm: Option<Algorithm>,
}

thread_local! {
    /// Stems that were found before: a journal has few different words. By algorithm, as the settings may change.
    static KNOWN: RefCell<(Option<Algorithm>, FxHashMap<String, (String, String)>)> = RefCell::default();
}

/// How many stems are remembered.
const REMEMBERED: usize = 100_000;

impl Stemming {
    fn of(language: &str) -> Self {
        let language = language.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
        let algorithm = ALGORITHMS.iter().find(|(tag, _)| *tag == language).map(|(_, algorithm)| *algorithm);
        Self { algorithm }
    }

    /// Calls back with each form and stem that a stretch of letters holds.
    fn each(&self, run: &str, mut found: impl FnMut(&str, &str)) {
        if run.is_ascii() || !run.contains(is_unspaced) {
            self.word(run, &mut found);
            return;
        }
        let mut rest = run;
        while let Some(first) = rest.chars().next() {
            let unspaced = is_unspaced(first);
            let end = rest.find(|c| is_unspaced(c) != unspaced).unwrap_or(rest.len());
            let (part, behind) = rest.split_at(end);
            rest = behind;
            if unspaced { pairs(part, &mut found) } else { self.word(part, &mut found) }
        }
    }

    fn word(&self, word: &str, found: &mut impl FnMut(&str, &str)) {
        let end = word.char_indices().nth(LONGEST).map_or(word.len(), |(at, _)| at);
        let word = &word[..end];
        // A letter alone is what is left of an apostrophe.
        if word.chars().nth(1).is_none() {
            return;
        }
        KNOWN.with_borrow_mut(|(algorithm, known)| {
            if *algorithm != self.algorithm || known.len() > REMEMBERED {
                known.clear();
                *algorithm = self.algorithm;
            }
            if let Some((form, stem)) = known.get(word) {
                return found(form, stem);
            }
            let (form, stem) = self.stemmed(word);
            found(&form, &stem);
            known.insert(word.to_owned(), (form, stem));
        });
    }

    /// The form of a word and its stem.
    fn stemmed(&self, word: &str) -> (String, String) {
        let form = folded(word);
        // Stems are known of words as they are spelled, with their accents.
        let lower: String =
            if word.is_ascii() { form.clone() } else { word.nfc().flat_map(char::to_lowercase).collect() };
        let stem = match self.algorithm {
            Some(algorithm) if lower.chars().all(char::is_alphabetic) => {
                folded(&Stemmer::create(algorithm).stem(&lower))
            }
            _ => form.clone(),
        };
        let stem = if stem.is_empty() { form.clone() } else { stem };
        (form, stem)
    }
}

/// The pairs of neighbours in a text without spaces, each its own stem; a character alone is one, too.
fn pairs(run: &str, found: &mut impl FnMut(&str, &str)) {
    let run = folded(run);
    let starts: Vec<usize> = run.char_indices().map(|(at, _)| at).chain([run.len()]).collect();
    if let [start, end] = starts[..] {
        return found(&run[start..end], &run[start..end]);
    }
    for pair in starts.windows(3) {
        let pair = &run[pair[0]..pair[2]];
        found(pair, pair);
    }
}

/// Languages that have a way to stems, by their tags.
const ALGORITHMS: [(&str, Algorithm); 34] = [
    ("ar", Algorithm::Arabic),
    ("ca", Algorithm::Catalan),
    ("cs", Algorithm::Czech),
    ("da", Algorithm::Danish),
    ("de", Algorithm::German),
    ("el", Algorithm::Greek),
    ("en", Algorithm::English),
    ("eo", Algorithm::Esperanto),
    ("es", Algorithm::Spanish),
    ("et", Algorithm::Estonian),
    ("eu", Algorithm::Basque),
    ("fi", Algorithm::Finnish),
    ("fr", Algorithm::French),
    ("ga", Algorithm::Irish),
    ("hi", Algorithm::Hindi),
    ("hu", Algorithm::Hungarian),
    ("hy", Algorithm::Armenian),
    ("id", Algorithm::Indonesian),
    ("it", Algorithm::Italian),
    ("lt", Algorithm::Lithuanian),
    ("nb", Algorithm::Norwegian),
    ("ne", Algorithm::Nepali),
    ("nl", Algorithm::Dutch),
    ("nn", Algorithm::Norwegian),
    ("no", Algorithm::Norwegian),
    ("pl", Algorithm::Polish),
    ("pt", Algorithm::Portuguese),
    ("ro", Algorithm::Romanian),
    ("ru", Algorithm::Russian),
    ("sr", Algorithm::Serbian),
    ("sv", Algorithm::Swedish),
    ("ta", Algorithm::Tamil),
    ("tr", Algorithm::Turkish),
    ("uk", Algorithm::Ukrainian),
];

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str, language: &str) -> Vec<String> {
        let passages = [Passage { heading: None, text: text.to_owned() }];
        let searched = Searched { title: "", tags: &[], outline: &[], passages: &passages };
        let terms = terms(searched, language);
        let told = terms.iter().map(|term| match term {
            Term::Weighed { stem, forms, .. } => format!("{stem}: {forms}"),
            Term::Led { form, stem } => format!("{form} > {stem}"),
        });
        told.collect()
    }

    #[test]
    fn words_come_to_their_stems_and_keep_their_forms() {
        assert_eq!(of("Walking, walks. WALKED!", "en"), ["walk: walked walking walks"]);
        assert_eq!(of("Häuser Haus", "de-AT"), ["haus: haus hauser"]);
        assert_eq!(of("Walking walks", "tlh"), ["walking: walking", "walks: walks"]);
    }

    #[test]
    fn case_accents_and_typography_make_no_difference() {
        for word in ["café", "CAFE\u{301}", "ｃａｆé", "Cafe"] {
            assert_eq!(of(word, "en"), ["cafe: cafe"], "{word}");
        }
        assert_eq!(of("ΟΔΟΣ οδος", "tlh"), ["οδοσ: οδοσ"]);
        assert_eq!(of("l’amour a b", "fr"), ["amour: amour"]);
    }

    #[test]
    fn scripts_without_spaces_are_cut_into_pairs() {
        assert_eq!(of("東京都 x2 猫", "ja"), ["x2: x2", "京都: 京都", "東京: 東京", "猫: 猫"]);
        assert_eq!(of("iPhoneを買う", "ja"), ["iphone: iphone", "を買: を買", "買う: 買う"]);
    }

    #[test]
    fn a_word_that_begins_otherwise_leads_to_its_stem() {
        let terms = of("الكتاب والكتاب كتاب بالكتاب", "ar");
        assert!(terms.iter().any(|term| term.contains(" > ")), "{terms:?}");
    }

    #[test]
    fn a_title_weighs_more_than_a_text_and_a_long_text_less() {
        let weight = |title: &str, text: &str| {
            let passages = [Passage { heading: None, text: text.to_owned() }];
            let terms = terms(Searched { title, tags: &[], outline: &[], passages: &passages }, "en");
            let found = terms.iter().find_map(|term| match term {
                Term::Weighed { stem: "garden", weight, .. } => Some(weight),
                _ => None,
            });
            found.expect("it is there")
        };
        let long = format!("garden {}", "word ".repeat(2_000));
        let (title, text, rare) = (weight("garden", "words"), weight("", "a garden here"), weight("", &long));
        assert!(title > text && text > rare, "{title} {text} {rare}");
        assert!(title < WEIGHTS);
    }
}
