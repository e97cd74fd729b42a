//! Who helps with what: everyone named in plans, with what waits for them.
//!
//! `@ana-lima` in a step and `Ana Lima (editor)` in a plan's `people:` are one person: names are compared as addresses
//! would have them, without what is said of them. A first name alone is not guessed to be anybody's.

use std::collections::{BTreeMap, HashMap};

use serde::Serialize;

use super::index::Index;
use super::page::{Page, View};
use super::views::{LinkView, StepView};
use super::{Head, PlanCards};
use crate::language::capitalised;
use crate::model::{Date, Digest, State, Status, percent_encoded, slug};

/// The most open steps that are listed of one person.
const MOST_STEPS: usize = 12;
/// The most that are listed on the whole page; those of whom it says most come first.
const MOST_STEPS_IN_ALL: usize = 300;
/// The most plans that are named with one person.
const MOST_PLANS: usize = 12;
/// The most people of whom more than the name is told.
const MOST_PEOPLE: usize = 200;
/// What stands between a name and a note on it, where there are no parentheses.
const BEFORE_NOTE: [&str; 4] = [": ", " - ", " – ", " — "];

/// `people.html`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct PeopleView {
    /// The day: what is overdue depends on it.
    pub today: Date,
    /// Those who are waited for first, then by name.
    pub people: Vec<Person>,
    /// The names of the others, where there are too many.
    pub others: Vec<String>,
}

/// Someone who is named in a plan.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Person {
    /// As it is first written.
    pub name: String,
    /// Unique on the page.
    pub anchor: String,
    /// The plans that name them, those under way first.
    pub plans: Vec<LinkView>,
    /// Plans beyond those.
    pub more_plans: usize,
    /// Open steps of active plans: those that wait for them first, then by their due date.
    pub steps: Vec<StepView>,
    /// Open steps beyond those.
    pub more: usize,
    /// Steps done with them.
    pub done: usize,
}

/// By what a name is told from others: never empty.
pub(crate) fn key(written: &str) -> String {
    let written = written.trim().trim_start_matches('@');
    let ends = BEFORE_NOTE.iter().chain(&["("]).filter_map(|mark| written.find(mark)).filter(|end| *end > 0);
    let bare = ends.min().map_or(written, |end| &written[..end]);
    match slug(&bare.replace('_', "-")) {
        key if key.is_empty() => Digest::of_bytes(bare.as_bytes()).short(),
        // Places of that kind are the theme's own.
        key if key.starts_with("j-") => format!("h-{key}"),
        key => key,
    }
}

/// Where each person stands on the page of people, by their key; empty where there is no such page.
#[derive(Debug, Default)]
pub(crate) struct Places(HashMap<String, String>);

impl Places {
    /// A person, and where they stand; there is nowhere to go to one who is not there.
    pub(crate) fn link(&self, name: &str) -> LinkView {
        LinkView { title: name.to_owned(), url: self.0.get(&key(name)).cloned().unwrap_or_default() }
    }
}

/// One person while they are gathered.
#[derive(Debug, Default)]
struct Named {
    /// As first written.
    name: String,
    plans: Vec<usize>,
    /// Open steps of active plans, by plan and place.
    open: Vec<(Rank, usize, u32)>,
    waits: bool,
    done: usize,
}

/// The order of open steps: what waits first, then by the day it is due, what has none last.
type Rank = (bool, bool, Option<Date>);

impl Index<'_> {
    /// Everyone who is named in a listed plan, in the order of the page, with their keys.
    fn everyone(&self, cards: &PlanCards) -> Vec<(String, Named)> {
        let mut people: BTreeMap<String, Named> = BTreeMap::new();
        let is_active = |plan: usize| self.entry(plan).plan.status == Status::Active;
        // A plan writes a name as a name; a step has it as one word.
        for name in self.plans.iter().flat_map(|plan| &self.entry(*plan).plan.people) {
            let person = people.entry(key(name)).or_default();
            if person.name.is_empty() {
                person.name = capitalised(name);
            }
        }
        for &plan in &self.plans {
            for name in cards.people(plan) {
                let person = people.entry(key(&name)).or_default();
                if person.name.is_empty() {
                    person.name = name;
                }
                person.plans.push(plan);
            }
            self.add_steps(plan, is_active(plan), cards, &mut people);
        }
        let mut people: Vec<(String, Named)> = people.into_iter().collect();
        for (_, person) in &mut people {
            person.plans.sort_by_key(|plan| !is_active(*plan));
            person.open.sort_unstable();
        }
        people.sort_by_cached_key(|(_, person)| (!person.waits, person.open.is_empty(), person.name.to_lowercase()));
        people
    }

    fn add_steps(&self, plan: usize, is_active: bool, cards: &PlanCards, people: &mut BTreeMap<String, Named>) {
        let steps = (0..).zip(&self.entry(plan).steps.items).zip(cards.states(plan));
        for ((at, step), state) in steps.filter(|((_, step), _)| !step.fields.people.is_empty()) {
            let mut keys: Vec<String> = step.fields.people.iter().map(|name| key(name)).collect();
            keys.sort_unstable();
            keys.dedup();
            for key in keys {
                let Some(person) = people.get_mut(&key) else { continue };
                match state {
                    State::Done => person.done += 1,
                    State::Cancelled | State::Note => {}
                    _ if is_active => {
                        let waits = state == State::Waiting;
                        person.waits |= waits;
                        person.open.push(((!waits, step.fields.due.is_none(), step.fields.due), plan, at));
                    }
                    _ => {}
                }
            }
        }
    }

    /// Whether there is a page of people: where they are to be shown, somebody is named, and no entry has its place.
    pub(crate) fn has_people_page(&self) -> bool {
        let names_somebody = |plan: &usize| {
            let entry = self.entry(*plan);
            !entry.plan.people.is_empty() || entry.steps.items.iter().any(|step| !step.fields.people.is_empty())
        };
        self.settings.theme.shows("people")
            && !self.addresses.is_taken(&self.addresses.made("people"))
            && self.plans.iter().any(names_somebody)
    }

    /// The page of people, if there is one, and where they stand there.
    pub(crate) fn people_page(&self, cards: &PlanCards) -> (Option<Page>, Places) {
        if !self.has_people_page() {
            return (None, Places::default());
        }
        let mut people = self.everyone(cards);
        let description = self.language.count("people_of_journal", people.len(), &[]);
        let others = people.split_off(people.len().min(MOST_PEOPLE));
        let url = self.made_url("people");
        let place = |(key, _): &(String, Named)| (key.clone(), format!("{url}#{}", percent_encoded(key)));
        let places = Places(people.iter().map(place).collect());
        let mut left = MOST_STEPS_IN_ALL;
        let mut told = Vec::with_capacity(people.len());
        for (anchor, person) in people {
            let person = self.person(anchor, person, left.min(MOST_STEPS), cards);
            left -= person.steps.len();
            told.push(person);
        }
        let others = others.into_iter().map(|(_, person)| person.name).collect();
        let view = PeopleView { today: self.today, people: told, others };
        let head = Head::new(self.language.say("people_page_title", &[]), description, "plans");
        (Some(self.made_page(self.addresses.made("people"), head, View::People(Box::new(view)))), places)
    }

    fn person(&self, anchor: String, person: Named, most: usize, cards: &PlanCards) -> Person {
        let open = person.open.iter().take(most);
        Person {
            name: person.name,
            anchor,
            more_plans: person.plans.len().saturating_sub(MOST_PLANS),
            plans: person.plans.iter().take(MOST_PLANS).map(|&plan| self.link(plan)).collect(),
            steps: open.filter_map(|(_, plan, at)| cards.steps(self, *plan, &[*at]).pop()).collect(),
            more: person.open.len().saturating_sub(most),
            done: person.done,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_written_otherwise_are_one_person() {
        for same in
            ["Ana Lima", "@ana-lima", "ANA_LIMA", "ana lima (editor)", "Ana  Lima: reads", "Ana Lima – far (away)"]
        {
            assert_eq!(key(same), "ana-lima", "{same}");
        }
        assert_ne!(key("Ana"), key("Ana Lima"));
        assert_eq!(key("Jean-Luc"), "jean-luc");
        assert_eq!(key("Άννα"), "άννα");
    }

    #[test]
    fn everybody_has_a_key_that_is_nobody_else_s() {
        assert_ne!(key("🦊"), key("🦉"));
        assert!(!key("🦊").is_empty() && !key("").is_empty());
        assert_eq!(key("(someone)"), "someone");
        assert_eq!(key("J main"), "h-j-main", "the theme's own places stay its own");
    }
}
