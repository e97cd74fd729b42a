//! Who helps with what: everyone named in plans, with what waits for them.
//!
//! `@ana-lima` in a step and `Ana Lima (editor)` in a plan's `people:` are one person: names are compared as addresses
//! would have them, without what stands in parentheses. A first name alone is not guessed to be anybody's.

use std::collections::BTreeMap;

use serde::Serialize;

use super::index::Index;
use super::page::{Page, View};
use super::views::{LinkView, StepView};
use super::{Head, PlanCards};
use crate::model::{Date, State, Status, readable, slug};

/// The most open steps that are listed of one person.
const MOST_STEPS: usize = 12;
/// The most people of whom more than the name is told.
const MOST_PEOPLE: usize = 200;

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
    /// The plans that name them, by path.
    pub plans: Vec<LinkView>,
    /// Open steps of active plans: those that wait for them first, then by their due date.
    pub steps: Vec<StepView>,
    /// Open steps beyond those.
    pub more: usize,
    /// Steps done with them.
    pub done: usize,
}

/// By what a name is told from others.
fn key(name: &str) -> String {
    let bare = name.split('(').next().unwrap_or(name);
    slug(bare.trim().trim_start_matches('@'))
}

impl Index<'_> {
    /// Where a person stands on the page of people; none where there is no such page.
    pub(crate) fn person_url(&self, name: &str) -> Option<String> {
        let shown = self.settings.theme.shows("people");
        shown.then(|| format!("{}#{}", self.made_url("people"), crate::model::percent_encoded(&key(name))))
    }

    /// A person, and where they stand on the page of people; there is nowhere to go where there is no such page.
    pub(crate) fn person_link(&self, name: &str) -> LinkView {
        LinkView { title: readable(name), url: self.person_url(name).unwrap_or_default() }
    }

    /// Everyone who is named in a listed plan.
    fn everyone(&self, cards: &PlanCards) -> Vec<Person> {
        let mut people: BTreeMap<String, Person> = BTreeMap::new();
        for &plan in &self.plans {
            let link = self.link(plan);
            for name in cards.people(plan) {
                let anchor = key(&name);
                let person = people.entry(anchor.clone()).or_insert_with(|| Person {
                    name: readable(&name),
                    anchor,
                    plans: Vec::new(),
                    steps: Vec::new(),
                    more: 0,
                    done: 0,
                });
                if !person.plans.contains(&link) {
                    person.plans.push(link.clone());
                }
            }
            self.add_steps(plan, cards, &mut people);
        }
        people.retain(|anchor, _| !anchor.is_empty());
        people.into_values().collect()
    }

    fn add_steps(&self, plan: usize, cards: &PlanCards, people: &mut BTreeMap<String, Person>) {
        let Some(standing) = cards.standing(plan) else { return };
        let entry = self.entry(plan);
        let named = (0..).zip(&entry.steps.items).filter(|(_, step)| !step.fields.people.is_empty());
        for (at, step) in named {
            let state = standing.progress.steps.get(at as usize).map_or(step.state, |progress| progress.shows_as);
            let mut keys: Vec<String> = step.fields.people.iter().map(|name| key(name)).collect();
            keys.sort();
            keys.dedup();
            for key in keys {
                let Some(person) = people.get_mut(&key) else { continue };
                match state {
                    State::Done => person.done += 1,
                    State::Cancelled | State::Note => {}
                    _ if entry.plan.status == Status::Active => {
                        person.steps.extend(self.step_views(plan, standing, &[at]));
                    }
                    _ => {}
                }
            }
        }
    }

    /// The page of people, if there are any and they are to be shown.
    pub(crate) fn people_page(&self, cards: &PlanCards) -> Option<Page> {
        let mut people = if self.settings.theme.shows("people") { self.everyone(cards) } else { Vec::new() };
        if people.is_empty() {
            return None;
        }
        for person in &mut people {
            person.steps.sort_by_key(|step| (step.state != State::Waiting.name(), step.due.is_none(), step.due));
            person.more = person.steps.len().saturating_sub(MOST_STEPS);
            person.steps.truncate(MOST_STEPS);
        }
        let waits = |person: &Person| person.steps.iter().any(|step| step.state == State::Waiting.name());
        people.sort_by_key(|person| (!waits(person), person.steps.is_empty(), person.name.to_lowercase()));
        let description = self.language.count("people_of_journal", people.len(), &[]);
        let others = people.split_off(people.len().min(MOST_PEOPLE));
        let view =
            PeopleView { today: self.today, people, others: others.into_iter().map(|person| person.name).collect() };
        let head = Head::new(self.language.say("people_page_title", &[]), description, "plans");
        Some(self.made_page(self.addresses.made("people"), head, View::People(Box::new(view))))
    }
}
