//! What the search page shows of entries that were found, and what its answers can be narrowed to.

use std::collections::BTreeMap;
use std::hash::{Hash, Hasher};
use std::sync::Arc;

use serde::Serialize;

use super::numbers::Numbered;
use crate::language::DateStyle;
use crate::model::{Entry, Kind, State, Visibility};
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
    pub(super) fn found(&self, numbered: &[Numbered]) -> Vec<FoundBlock> {
        let blocks = numbered.chunk_by(|a, b| a.number / BLOCK == b.number / BLOCK).map(|block| FoundBlock {
            number: block[0].number / BLOCK,
            entries: block.iter().filter_map(|one| self.found_entry(one)).collect(),
        });
        blocks.collect()
    }

    fn found_entry(&self, one: &Numbered) -> Option<Found> {
        let entry = &one.entry;
        let kind = self.language.say(kind_word(entry.kind), &[]);
        let day = entry.date.map(|date| self.language.date(date, DateStyle::Long, None));
        let private = (entry.visibility == Visibility::Private).then(|| self.language.say("private", &[]));
        let mood = entry.reflection.mood.filter(|_| self.settings.theme.shows("mood"));
        let plans = self.plans_of[one.index].iter().map(|plan| self.entry(*plan).title.clone());
        let about = [Some(kind), day, private].into_iter().flatten().chain(plans);
        Some(Found {
            number: one.number,
            url: self.addresses.url_of(one.index)?,
            about: about.chain(mood.map(|mood| self.mood_word(mood))).collect(),
            mood,
            entry: Arc::clone(entry),
        })
    }

    /// Who can be found by what.
    pub(super) fn filters(&self, numbered: &[Numbered]) -> Vec<Filter> {
        let of = |name: &'static str| {
            let mut values: BTreeMap<String, Vec<u32>> = BTreeMap::new();
            for one in numbered {
                for value in self.values(name, one) {
                    let numbers = values.entry(value).or_default();
                    if numbers.last() != Some(&one.number) {
                        numbers.push(one.number);
                    }
                }
            }
            Filter { name, values }
        };
        FILTERS.map(|(name, _)| of(name)).into_iter().filter(|filter| !filter.values.is_empty()).collect()
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
    pub(super) fn search_view(&self, numbered: &[Numbered]) -> SearchView {
        let choices = FILTERS.map(|(name, title)| {
            let mut counts: BTreeMap<String, usize> = BTreeMap::new();
            for value in numbered.iter().flat_map(|one| self.values(name, one)) {
                *counts.entry(value).or_default() += 1;
            }
            let mut values: Vec<(String, usize)> = counts.into_iter().collect();
            values.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
            values.truncate(MOST);
            let mut list: Vec<Choice> =
                values.into_iter().map(|(value, _)| Choice { title: self.choice_title(name, &value), value }).collect();
            match name {
                "year" => list.sort_by(|a, b| b.value.cmp(&a.value)),
                "kind" | "mood" | "state" => list.sort_by_key(|choice| place(name, &choice.value)),
                _ => list.sort_by_key(|choice| choice.title.to_lowercase()),
            }
            if list.len() < 2 {
                list.clear();
            }
            Choices { name, title: self.language.say(title, &[]), list }
        });
        SearchView {
            entries: numbered.len(),
            choices: choices.into_iter().filter(|choice| !choice.list.is_empty()).collect(),
        }
    }

    fn choice_title(&self, name: &str, value: &str) -> String {
        match name {
            "kind" => Kind::named(value).map(|kind| self.language.say(kind_word(kind), &[])),
            "plan" => {
                let plan = self.plans.iter().find(|&&plan| self.addresses.url_of(plan).as_deref() == Some(value));
                plan.map(|&plan| self.entry(plan).title.clone())
            }
            "mood" => value.parse().ok().map(|mood| self.mood_word(mood)),
            "state" => State::named(value).map(|state| self.language.say(state_word(state), &[])),
            _ => None,
        }
        .unwrap_or_else(|| value.to_owned())
    }
}

/// What answers can be narrowed to, and how each is called.
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
