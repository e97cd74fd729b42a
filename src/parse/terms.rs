//! The words of an entry for search: cut, folded, brought to their stems, counted and weighed.
//!
//! The script of the search page cuts and folds a query by the same rules (`templates/theme/search.js`); it does not
//! stem, which is why a stem keeps the words that led to it.

use std::cell::RefCell;
use std::ops::Range;

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
    KNOWN.with_borrow_mut(|known| {
        known.prepare(language);
        let mut found: Vec<(u32, f32)> = Vec::with_capacity(words.len());
        #[expect(clippy::iter_over_hash_type, reason = "what is found is sorted below")]
        for (word, worth) in words {
            known.each(word, |known| found.push((known, worth)));
        }
        weighed(found, length, &known.words)
    })
}

/// The terms of words with what each is worth. A word that is there in several spellings is there several times.
fn weighed(found: Vec<(u32, f32)>, length: f32, words: &[Known]) -> Terms {
    let mut found: Vec<(&Known, f32)> = found.into_iter().map(|(at, worth)| (&words[at as usize], worth)).collect();
    found.sort_unstable_by(|(a, x), (b, y)| (&a.stem, &a.form).cmp(&(&b.stem, &b.form)).then(x.total_cmp(y)));
    let make_up = SATURATION * (1.0 - LENGTH_SHARE + LENGTH_SHARE * length / USUAL_LENGTH);
    let weight = |sum: f32| {
        let share = sum / (sum + make_up) * f32::from(WEIGHTS);
        (0..WEIGHTS).rev().find(|&weight| share >= f32::from(weight)).unwrap_or_default()
    };
    // All forms of all stems, one after the other; and where those of each stem are.
    let mut forms = String::with_capacity(found.len() * 8);
    let mut stems: Vec<(&str, u8, Range<usize>)> = Vec::with_capacity(found.len());
    let mut led: Vec<Term<'_>> = Vec::new();
    for of_stem in found.chunk_by(|(a, _), (b, _)| a.stem == b.stem) {
        let start = forms.len();
        for of_form in of_stem.chunk_by(|(a, _), (b, _)| a.form == b.form) {
            let (known, _) = of_form[0];
            if forms.len() > start {
                forms.push(' ');
            }
            forms.push_str(&known.form);
            if !known.stem.starts_with(head(&known.form)) {
                led.push(Term::Led { form: &known.form, stem: &known.stem });
            }
        }
        let sum = of_stem.iter().map(|(_, worth)| worth).sum();
        stems.push((&of_stem[0].0.stem, weight(sum), start..forms.len()));
    }
    let stems = stems.into_iter().map(|(stem, weight, at)| Term::Weighed { stem, weight, forms: &forms[at] });
    if led.is_empty() {
        return Terms::new(stems);
    }
    let mut terms: Vec<Term<'_>> = stems.chain(led).collect();
    // A word that is a stem as well is found as one; the way to the other stem comes behind it.
    terms.sort_by_key(|term| (term.key(), matches!(term, Term::Led { .. })));
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

/// A word that was met before.
#[derive(Debug)]
struct Known {
    /// As it is compared.
    form: Box<str>,
    /// Its stem, likewise.
    stem: Box<str>,
}

/// The words that were met before: a journal has few different ones, and each in hundreds of entries.
#[derive(Default)]
struct Vocabulary {
    /// Of which language.
    language: String,
    algorithm: Option<Algorithm>,
    /// Where in `words` a word is, as it is written.
    places: FxHashMap<Box<str>, u32>,
    words: Vec<Known>,
}

thread_local! {
    static KNOWN: RefCell<Vocabulary> = RefCell::default();
}

/// How many words are remembered.
const REMEMBERED: usize = 100_000;

impl Vocabulary {
    /// Gets ready for an entry in a language.
    fn prepare(&mut self, language: &str) {
        if self.language != language || self.words.len() > REMEMBERED {
            let tag = language.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
            let algorithm = ALGORITHMS.iter().find(|(known, _)| *known == tag).map(|(_, algorithm)| *algorithm);
            *self = Self { language: language.to_owned(), algorithm, ..Self::default() };
        }
    }

    /// Calls back with where each word is that a stretch of letters holds.
    fn each(&mut self, run: &str, mut found: impl FnMut(u32)) {
        if run.is_ascii() || !run.contains(is_unspaced) {
            return self.word(run).into_iter().for_each(found);
        }
        let mut rest = run;
        while let Some(first) = rest.chars().next() {
            let unspaced = is_unspaced(first);
            let end = rest.find(|c| is_unspaced(c) != unspaced).unwrap_or(rest.len());
            let (part, behind) = rest.split_at(end);
            rest = behind;
            if unspaced {
                pairs(part, |pair| found(self.place(pair, |_, pair| (pair.to_owned(), pair.to_owned()))));
            } else {
                self.word(part).into_iter().for_each(&mut found);
            }
        }
    }

    /// Where a word is; none for a letter alone, which is what is left of an apostrophe.
    fn word(&mut self, word: &str) -> Option<u32> {
        let end = if word.len() > LONGEST {
            word.char_indices().nth(LONGEST).map_or(word.len(), |(at, _)| at)
        } else {
            word.len()
        };
        let word = &word[..end];
        word.chars().nth(1)?;
        Some(self.place(word, Self::stemmed))
    }

    fn place(&mut self, word: &str, understood: impl Fn(&Self, &str) -> (String, String)) -> u32 {
        if let Some(place) = self.places.get(word) {
            return *place;
        }
        let (form, stem) = understood(self, word);
        let place = u32::try_from(self.words.len()).unwrap_or(u32::MAX);
        self.words.push(Known { form: form.into(), stem: stem.into() });
        self.places.insert(word.into(), place);
        place
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
fn pairs(run: &str, mut found: impl FnMut(&str)) {
    let run = folded(run);
    let starts: Vec<usize> = run.char_indices().map(|(at, _)| at).chain([run.len()]).collect();
    if starts.len() == 2 {
        return found(&run);
    }
    for pair in starts.windows(3) {
        found(&run[pair[0]..pair[2]]);
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
