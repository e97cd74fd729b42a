//! The words of the site in the language of the journal: messages with plurals, numbers, dates.
//!
//! Messages are in Fluent's syntax (<https://projectfluent.org>), a file for each language under
//! `templates/languages/`. English is below everything, the language's own words over it, and the journal's own file
//! over those, message by message: a translation may be unfinished, a site is never without words.

mod dates;
mod numbers;

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::fmt;
use std::ops::Range;
use std::sync::Arc;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use fluent_syntax::ast;
use unic_langid::LanguageIdentifier;

use crate::model::Digest;

use dates::Calendar;
pub use dates::DateStyle;

/// A language that is built in.
#[derive(Debug, Clone, Copy)]
pub struct BuiltIn {
    /// Its tag.
    pub tag: &'static str,
    /// The path of its file below `templates/`.
    pub path: &'static str,
    /// Its words.
    pub text: &'static str,
}

macro_rules! languages {
    ($($tag:literal),*) => {
        /// The languages that are built in. What is missing in others is said in the first.
        pub const BUILT_IN: &[BuiltIn] = &[$(BuiltIn {
            tag: $tag,
            path: concat!("languages/", $tag, ".ftl"),
            text: include_str!(concat!("../../templates/languages/", $tag, ".ftl")),
        }),*];
    };
}
languages!["en", "ar", "de", "es", "fr", "ja", "pt"];

/// Words in one language.
pub struct Language {
    tag: String,
    digest: Digest,
    built_in: bool,
    right_to_left: bool,
    /// The names of all messages, in order.
    names: Vec<String>,
    calendar: Calendar,
    plain: FluentBundle<Arc<FluentResource>>,
    /// The same, with what the messages themselves say escaped for HTML.
    html: FluentBundle<Arc<FluentResource>>,
}

/// Something wrong in a file of words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The bytes of the file that are not understood.
    pub range: Range<usize>,
    /// What is wrong with them.
    pub message: String,
}

/// What a message is filled with.
#[derive(Debug, Clone, PartialEq)]
pub enum Word<'a> {
    /// A number, which also chooses the plural.
    Number(i64),
    /// A text.
    Text(Cow<'a, str>),
}

macro_rules! numbers {
    ($($number:ty)*) => {$(
        impl From<$number> for Word<'_> {
            fn from(number: $number) -> Self {
                Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
            }
        }
    )*};
}
numbers!(u8 u16 u32 usize i8 i32 i64);

impl<'a> From<&'a str> for Word<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl<'a> From<&'a String> for Word<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Word<'_> {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

impl fmt::Debug for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Language").field("tag", &self.tag).finish_non_exhaustive()
    }
}

impl Language {
    /// The words of the language with this BCP 47 tag, `own` over them: the journal's own file for it, by the most
    /// special tag that it has one for. What can't be read in it is told and left out.
    #[must_use]
    pub fn new(tag: &str, own: Option<&str>) -> (Self, Vec<Fault>) {
        let identifier: LanguageIdentifier = tag.parse().unwrap_or_default();
        let built_in = BUILT_IN.iter().find(|known| known.tag == identifier.language.as_str());
        let mut faults = Vec::new();
        let mut resources = vec![resource(BUILT_IN[0].text, &mut Vec::new())];
        resources.extend(built_in.map(|known| resource(known.text, &mut Vec::new())));
        resources.extend(own.map(|text| resource(text, &mut faults)));
        // Plurals are those of the language that the words are in.
        let of_words = if built_in.is_some() || own.is_some() { identifier } else { LanguageIdentifier::default() };
        let plain = bundle(&of_words, &resources);
        let mut html = bundle(&of_words, &resources);
        html.set_transform(Some(escaped));
        let mut language = Self {
            tag: tag.to_owned(),
            digest: Digest::of(&(tag, built_in.map(|known| known.text), own)),
            built_in: built_in.is_some() || own.is_some(),
            right_to_left: false,
            names: names(&resources),
            calendar: Calendar::default(),
            plain,
            html,
        };
        language.right_to_left = language.say("direction", &[]) == "rtl";
        let group = numbers::grouping(&language.say("group_mark", &[]));
        for bundle in [&mut language.plain, &mut language.html] {
            bundle.set_formatter(Some(group));
            // What has to stand apart is told below: a message within a message is no foreign name.
            bundle.set_use_isolating(false);
        }
        language.calendar = Calendar::of(|name| language.say(name, &[]));
        (language, faults)
    }

    /// The tag that the journal names.
    #[must_use]
    pub fn tag(&self) -> &str {
        &self.tag
    }

    /// Stands for all its words.
    #[must_use]
    pub fn digest(&self) -> Digest {
        self.digest
    }

    /// Every message that needs nothing filled in, with what it says, by name.
    pub fn fixed(&self) -> impl Iterator<Item = (&str, String)> {
        self.names.iter().filter_map(|name| {
            let mut errors = Vec::new();
            let pattern = self.plain.get_message(name)?.value()?;
            let text = self.plain.format_pattern(pattern, None, &mut errors).into_owned();
            errors.is_empty().then_some((name.as_str(), text))
        })
    }

    /// Whether there are words in this language; else they are English.
    #[must_use]
    pub fn is_known(&self) -> bool {
        self.built_in
    }

    /// Whether it is written from right to left.
    #[must_use]
    pub fn is_right_to_left(&self) -> bool {
        self.right_to_left
    }

    /// The message `name`, filled with `words`. A message that there is not is its name, so that it is seen.
    #[must_use]
    pub fn say(&self, name: &str, words: &[(&str, Word<'_>)]) -> String {
        self.said(&self.plain, name, words)
    }

    /// The same as HTML: what the message itself says is escaped, and `words` are HTML already.
    #[must_use]
    pub fn say_html(&self, name: &str, words: &[(&str, Word<'_>)]) -> String {
        self.said(&self.html, name, words)
    }

    fn said(&self, bundle: &FluentBundle<Arc<FluentResource>>, name: &str, words: &[(&str, Word<'_>)]) -> String {
        let Some(pattern) = bundle.get_message(name).and_then(|message| message.value()) else {
            return name.to_owned();
        };
        let values = words.iter().map(|(name, word)| {
            let value: FluentValue<'_> = match word {
                Word::Number(number) => (*number).into(),
                // A name that is written the other way must not turn the words around it.
                Word::Text(text) if self.right_to_left && begins_from_left(text) => {
                    format!("{APART}{text}{APART_END}").into()
                }
                Word::Text(text) => text.as_ref().into(),
            };
            (*name, value)
        });
        let arguments: FluentArgs<'_> = values.collect();
        // A placeable that has no value is shown by its name, which is the most that can be done.
        bundle.format_pattern(pattern, Some(&arguments), &mut Vec::new()).into_owned()
    }

    /// Whether there is a message of that name.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        self.plain.has_message(name)
    }

    /// A fact as a sentence of its own. Where it ends in a short name with a stop, that is the sentence's.
    #[must_use]
    pub fn sentence(&self, fact: &str) -> String {
        let mut said = self.say("list_end", &[("list", fact.into())]);
        if said.ends_with("..") {
            said.pop();
        }
        said
    }

    /// Sentences, one behind the other.
    #[must_use]
    pub fn sentences(&self, sentences: &[String]) -> String {
        sentences.join(&self.say("sentence_gap", &[]))
    }

    /// Facts that belong to no sentence: `2 bright, 4 good`.
    #[must_use]
    pub fn facts(&self, facts: &[String]) -> String {
        facts.join(&self.say("separator", &[]))
    }

    /// Names joined as in a sentence: `Ana, Ben and Chi`.
    #[must_use]
    pub fn list(&self, names: &[String]) -> String {
        let Some((last, rest)) = names.split_last() else { return String::new() };
        let join =
            |message: &str, one: String, two: &str| self.say(message, &[("one", one.into()), ("two", two.into())]);
        let Some((first, middle)) = rest.split_first() else { return last.clone() };
        let before = middle.iter().fold(first.clone(), |joined, name| join("list_more", joined, name));
        join("list_two", before, last)
    }
}

/// The messages of a file; what can't be read is left out.
fn resource(text: &str, faults: &mut Vec<Fault>) -> Arc<FluentResource> {
    match FluentResource::try_new(text.to_owned()) {
        Ok(resource) => Arc::new(resource),
        Err((resource, errors)) => {
            faults.extend(
                errors.into_iter().map(|error| Fault { range: error.pos.clone(), message: error.kind.to_string() }),
            );
            Arc::new(resource)
        }
    }
}

fn names(resources: &[Arc<FluentResource>]) -> Vec<String> {
    let entries = resources.iter().flat_map(|resource| resource.entries());
    let names: BTreeSet<&str> = entries
        .filter_map(|entry| match entry {
            ast::Entry::Message(message) => Some(message.id.name),
            _ => None,
        })
        .collect();
    names.into_iter().map(str::to_owned).collect()
}

fn bundle(language: &LanguageIdentifier, resources: &[Arc<FluentResource>]) -> FluentBundle<Arc<FluentResource>> {
    let mut bundle = FluentBundle::new_concurrent(vec![language.clone()]);
    for resource in resources {
        bundle.add_resource_overriding(Arc::clone(resource));
    }
    bundle
}

/// Whether a text, or the text of HTML, begins from left to right. A number does not, nor what is kept apart already.
fn begins_from_left(text: &str) -> bool {
    let mut in_tag = false;
    for c in text.chars() {
        match c {
            '<' => in_tag = true,
            '>' => in_tag = false,
            APART => return false,
            c if !in_tag && c.is_alphabetic() => return !is_from_right(c),
            _ => {}
        }
    }
    false
}

/// Letters of scripts that run from right to left, by their blocks in Unicode.
fn is_from_right(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}' | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

/// FIRST STRONG ISOLATE: what follows has a direction of its own.
const APART: char = '\u{2068}';
/// POP DIRECTIONAL ISOLATE: its end.
const APART_END: char = '\u{2069}';

/// The first letter made large.
#[must_use]
pub fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

fn escaped(text: &str) -> Cow<'_, str> {
    if !text.contains(['&', '<', '>', '"']) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;"))
}

#[cfg(test)]
mod tests;
