//! What the search page shows of entries that were found, and what its answers can be narrowed to.

use std::collections::BTreeMap;
use std::hash::{Hash, Hasher};
use std::sync::Arc;

use serde::Serialize;

use super::numbers::Numbered;
use crate::language::DateStyle;
use crate::model::{Entry, FEELINGS, Kind, State, Visibility};
use crate::site::index::Index;

/// How many numbers share a file: an answer shows ten entries, and they rarely stand side by side.
const BLOCK: u32 = 4;

/// What is shown of entries with neighbouring numbers.
#[derive(Debug, Clone, Hash)]
pub struct FoundBlock {
    /// The numbers from four times this on.
    pub number: u32,
    /// The entries, by their numbers.
    pub entries: Vec<Found>,
}

/// What is shown of an entry that was found. Its text is not here but named by the entry's digest.
#[derive(Debug, Clone)]
pub struct Found {
    /// Its number.
    pub number: u32,
    /// Its page, relative to the site's root.
    pub url: String,
    /// What it is and of which day, in words.
    pub about: Vec<String>,
    /// 1 to 5, where moods are shown.
    pub mood: Option<u8>,
    /// Whose title and text it is.
    pub entry: Arc<Entry>,
}

impl Hash for Found {
    fn hash<H: Hasher>(&self, state: &mut H) {
        let Self { number, url, about, mood, entry } = self;
        (number, url, about, mood, entry.digest).hash(state);
    }
}

/// One thing that answers can be narrowed to, with who has it.
#[derive(Debug, Clone, Hash)]
pub struct Filter {
    /// `kind`, `plan`, `tag`, `mood`, `year`, `state`.
    pub name: &'static str,
    /// The message that it is called by.
    pub title: &'static str,
    /// Values, as in the page's address, and the numbers of those who have them.
    pub values: BTreeMap<String, Vec<u32>>,
}

/// A value to narrow answers to, and how it is called.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Choice {
    /// As in the page's address.
    pub value: String,
    /// In words.
    pub title: String,
}

/// The search page.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct SearchView {
    /// How many entries can be found.
    pub entries: usize,
    /// What answers can be narrowed to; a list with fewer than two is empty.
    pub choices: Vec<Choices>,
}

/// One list to choose from.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct Choices {
    /// `kind`, `plan`, `tag`, `mood`, `year`, `state`.
    pub name: &'static str,
    /// In words.
    pub title: String,
    /// The choices, and no more than a list can show: the most used.
    pub list: Vec<Choice>,
}

/// How many choices a list has.
const MOST: usize = 200;

impl Index<'_> {
    /// What is shown of the entries, in files of [`BLOCK`] numbers each.
    pub(super) fn found(&self, numbered: &[Numbered]) -> Vec<Arc<FoundBlock>> {
        let words = self.words();
        let blocks = numbered.chunk_by(|a, b| a.number / BLOCK == b.number / BLOCK).map(|block| FoundBlock {
            number: block[0].number / BLOCK,
            entries: block.iter().filter_map(|one| self.found_entry(one, &words)).collect(),
        });
        blocks.map(Arc::new).collect()
    }

    fn words(&self) -> Words {
        let say = |name| self.language.say(name, &[]);
        Words {
            kinds: [Kind::Plan, Kind::Reflection, Kind::Page].map(|kind| (kind, say(kind_word(kind)))),
            private: say("private"),
            moods: FEELINGS.map(|(mood, _)| (mood, self.mood_word(mood))),
        }
    }

    fn found_entry(&self, one: &Numbered, words: &Words) -> Option<Found> {
        let entry = &one.entry;
        let day = entry.date.map(|date| self.language.date(date, DateStyle::Long, None));
        let private = (entry.visibility == Visibility::Private).then(|| words.private.clone());
        let mood = entry.reflection.mood.filter(|_| self.settings.theme.shows("mood"));
        let plans = self.plans_of[one.index].iter().map(|plan| self.entry(*plan).title.clone());
        let about = [word_of(&words.kinds, &entry.kind), day, private].into_iter().flatten().chain(plans);
        Some(Found {
            number: one.number,
            url: self.addresses.url_of(one.index)?,
            about: about.chain(mood.and_then(|mood| word_of(&words.moods, &mood))).collect(),
            mood,
            entry: Arc::clone(entry),
        })
    }

    /// Who can be found by what.
    pub(super) fn filters(&self, numbered: &[Numbered]) -> Vec<Filter> {
        let of = |(name, title)| {
            let mut values: BTreeMap<String, Vec<u32>> = BTreeMap::new();
            for one in numbered {
                for value in self.values(name, one) {
                    let numbers = values.entry(value).or_default();
                    if numbers.last() != Some(&one.number) {
                        numbers.push(one.number);
                    }
                }
            }
            Filter { name, title, values }
        };
        FILTERS.map(of).into_iter().filter(|filter| !filter.values.is_empty()).collect()
    }

    /// What an entry can be found by.
    fn values(&self, name: &str, one: &Numbered) -> Vec<String> {
        let entry = &one.entry;
        match name {
            "kind" => vec![entry.kind.name().to_owned()],
            "plan" => {
                let itself = (entry.kind == Kind::Plan).then_some(one.index);
                let plans = self.plans_of[one.index].iter().copied().chain(itself);
                plans.filter_map(|plan| self.addresses.url_of(plan)).collect()
            }
            "tag" => entry.tags.iter().map(|tag| tag.to_lowercase()).collect(),
            "mood" if self.settings.theme.shows("mood") => {
                entry.reflection.mood.iter().map(ToString::to_string).collect()
            }
            "year" => entry.date.iter().map(|date| date.year().to_string()).collect(),
            "state" => {
                let mut states: Vec<State> = entry.steps.items.iter().map(|step| step.state).collect();
                states.sort_unstable();
                states.dedup();
                states.retain(|state| *state != State::Note);
                states.into_iter().map(|state| state.name().to_owned()).collect()
            }
            _ => Vec::new(),
        }
    }

    /// The page: what there is to choose from.
    pub(super) fn search_view(&self, entries: usize, filters: &[Filter]) -> SearchView {
        let plans = self.plans.iter().filter_map(|&plan| Some((self.addresses.url_of(plan)?, plan))).collect();
        let choices = filters.iter().map(|filter| {
            let mut values: Vec<(&String, usize)> =
                filter.values.iter().map(|(value, numbers)| (value, numbers.len())).collect();
            values.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
            values.truncate(MOST);
            let choice =
                |value: &String| Choice { title: self.choice_title(filter.name, value, &plans), value: value.clone() };
            let mut list: Vec<Choice> = values.into_iter().map(|(value, _)| choice(value)).collect();
            match filter.name {
                "year" => list.sort_by(|a, b| b.value.cmp(&a.value)),
                "kind" | "mood" | "state" => list.sort_by_key(|choice| place(filter.name, &choice.value)),
                _ => list.sort_by_key(|choice| choice.title.to_lowercase()),
            }
            if list.len() < 2 {
                list.clear();
            }
            Choices { name: filter.name, title: self.language.say(filter.title, &[]), list }
        });
        SearchView { entries, choices: choices.filter(|choice| !choice.list.is_empty()).collect() }
    }

    fn choice_title(&self, name: &str, value: &str, plans: &BTreeMap<String, usize>) -> String {
        match name {
            "kind" => Kind::named(value).map(|kind| self.language.say(kind_word(kind), &[])),
            "plan" => plans.get(value).map(|&plan| self.entry(plan).title.clone()),
            "mood" => value.parse().ok().map(|mood| self.mood_word(mood)),
            "state" => State::named(value).map(|state| self.language.say(state_word(state), &[])),
            _ => None,
        }
        .unwrap_or_else(|| value.to_owned())
    }
}

/// What is said of many entries, in the language of the site.
struct Words {
    kinds: [(Kind, String); 3],
    private: String,
    moods: [(u8, String); 5],
}

fn word_of<T: PartialEq>(words: &[(T, String)], one: &T) -> Option<String> {
    words.iter().find(|(known, _)| known == one).map(|(_, word)| word.clone())
}

/// What answers can be narrowed to, and the message by which each is called.
const FILTERS: [(&str, &str); 6] = [
    ("kind", "search_kind"),
    ("plan", "search_plan"),
    ("tag", "search_tag"),
    ("mood", "search_mood"),
    ("year", "search_year"),
    ("state", "search_state"),
];

/// Where a value stands among those of its kind.
fn place(name: &str, value: &str) -> usize {
    match name {
        "kind" => Kind::named(value).map(|kind| kind as usize),
        "state" => State::ALL.iter().position(|(_, known)| *known == value),
        // The brightest first.
        _ => value.parse().ok().map(|mood: usize| 10 - mood.min(10)),
    }
    .unwrap_or_default()
}

fn kind_word(kind: Kind) -> &'static str {
    match kind {
        Kind::Plan => "kind_plan",
        Kind::Reflection => "kind_reflection",
        Kind::Page => "kind_page",
    }
}

fn state_word(state: State) -> &'static str {
    match state {
        State::Open => "step_open",
        State::Doing => "step_doing",
        State::Done => "step_done",
        State::Cancelled => "step_cancelled",
        State::Deferred => "step_deferred",
        State::Scheduled => "step_scheduled",
        State::Waiting => "step_waiting",
        State::OnHold => "step_on_hold",
        State::Note => "step_note",
    }
}
