//! Who helps with what: everybody who is named in a plan or in a step, and what waits for them.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};

use serde::Serialize;

use super::index::Index;
use super::page::{Page, View};
use super::plans::PlanCards;
use super::views::{CountedLink, LinkView, StepView};
use super::{Head, home};
use crate::language::capitalised;
use crate::model::{Date, Digest, State, Status, readable, slug};

/// The most people that the page shows.
const MOST_PEOPLE: usize = 100;
/// The most steps, and the most plans, that it shows of one of them.
const MOST_STEPS: usize = 8;
const MOST_PLANS: usize = 8;
/// What stands between a name and a note on it, where there are no brackets.
const BEFORE_NOTE: [&str; 5] = [": ", " - ", " – ", " — ", ", "];

/// `people.html`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct PeopleView {
    /// The day it is made for.
    pub today: Date,
    /// How many there are, and how much waits for them, in a sentence or two.
    pub sentence: String,
    /// Those whom something waits for first, then those with open steps, then all others, each by name.
    pub people: Vec<HelperView>,
    /// How many are not shown.
    pub more: usize,
}

/// Someone, and what they help with.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct HelperView {
    /// As it is written, without `@` and without a note.
    pub name: String,
    /// Its place on the page.
    pub id: String,
    /// The plans they are named in, those under way first.
    pub plans: Vec<HelpedPlan>,
    /// How many plans are not shown.
    pub more_plans: usize,
    /// Open steps of plans under way that name them: those that wait for them first, then by the day they are due.
    pub steps: Vec<StepView>,
    /// How many steps are not shown.
    pub more_steps: usize,
    /// The same by plan, those with the most first.
    pub more_steps_in: Vec<CountedLink>,
    /// Whether that names every plan with such steps.
    pub in_all: bool,
    /// Steps done with them, in all plans.
    pub done: usize,
}

/// A plan that somebody is named in.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct HelpedPlan {
    /// The plan.
    pub link: LinkView,
    /// `active`, `paused`, …
    pub status: &'static str,
    /// What the plan says of them behind their name: `editor`; or empty.
    pub note: String,
}

/// A name as it is written in front matter, in its parts.
#[derive(Debug, PartialEq, Eq)]
struct Written<'a> {
    name: &'a str,
    note: &'a str,
}

/// `Ana Lima (editor)`, `Ana Lima: editor`: the name, and what is said of her.
fn parts(written: &str) -> Written<'_> {
    let written = written.trim().trim_start_matches('@').trim();
    let bracketed = written.strip_suffix(')').and_then(|rest| rest.split_once('('));
    let (name, note) = bracketed
        .or_else(|| {
            let cut = |mark: &&str| written.find(*mark).map(|at| (at, mark.len()));
            let (at, length) = BEFORE_NOTE.iter().filter_map(cut).min()?;
            Some((&written[..at], &written[at + length..]))
        })
        .unwrap_or((written, ""));
    match name.trim() {
        "" => Written { name: written, note: "" },
        name => Written { name, note: note.trim() },
    }
}

/// Who it is, without what is said of them.
pub(crate) fn name_of(written: &str) -> &str {
    parts(written).name
}

/// What stands for a person: names that differ in case, in `@`, in the marks between their words or in a note are one.
pub(crate) fn key(written: &str) -> String {
    let Written { name, .. } = parts(written);
    match slug(&name.replace('_', "-")) {
        key if key.is_empty() => Digest::of_bytes(name.as_bytes()).short(),
        key => key,
    }
}

fn anchor(key: &str) -> String {
    format!("person-{key}")
}

/// Where each person who is on the page stands there, by key; empty where there is no such page.
#[derive(Debug, Default)]
pub(crate) struct Places(HashMap<String, String>);

impl Places {
    /// A name and where it leads; the address is empty for one who is not on the page.
    pub(crate) fn link(&self, written: &str) -> LinkView {
        LinkView { title: written.to_owned(), url: self.0.get(&key(written)).cloned().unwrap_or_default() }
    }

    /// Whether nobody is there.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// One person while they are gathered. Steps by plan and place.
#[derive(Debug, Default)]
struct Helper {
    name: String,
    plans: Vec<(usize, String)>,
    waiting: usize,
    open: Vec<(Rank, usize, u32)>,
    done: usize,
}

/// The order of open steps: those that wait first, then by the day they are due, those without one last.
type Rank = (bool, bool, Option<Date>);

impl Helper {
    fn named(&mut self, plan: usize, note: &str) {
        match self.plans.iter_mut().find(|(known, _)| *known == plan) {
            Some((_, known)) if known.is_empty() => note.clone_into(known),
            Some(_) => {}
            None => self.plans.push((plan, note.to_owned())),
        }
    }

    fn rank(&self) -> (bool, bool, String) {
        (self.waiting == 0, self.open.is_empty(), self.name.to_lowercase())
    }
}

impl Index<'_> {
    /// Everybody whom listed plans name, in the order of the page, with their keys.
    fn helpers(&self, cards: &PlanCards) -> Vec<(String, Helper)> {
        let mut helpers: BTreeMap<String, Helper> = BTreeMap::new();
        let mut helper = |written: &str, name: String, plan: usize| -> Option<String> {
            let key = key(written);
            let helper = helpers.entry(key.clone()).or_default();
            if helper.name.is_empty() {
                helper.name = name;
            }
            helper.named(plan, parts(written).note);
            Some(key)
        };
        let mut in_steps: Vec<(String, usize, u32)> = Vec::new();
        // A name in front matter is written as a name; one in a step is a word.
        for &plan in &self.plans {
            for written in &self.entry(plan).plan.people {
                helper(written, capitalised(parts(written).name), plan);
            }
        }
        for &plan in &self.plans {
            for (at, step) in (0..).zip(&self.entry(plan).steps.items) {
                let mut keys: Vec<String> =
                    step.fields.people.iter().filter_map(|word| helper(word, readable(word), plan)).collect();
                keys.sort_unstable();
                keys.dedup();
                in_steps.extend(keys.into_iter().map(|key| (key, plan, at)));
            }
        }
        for (key, plan, at) in in_steps {
            let Some(helper) = helpers.get_mut(&key) else { continue };
            let step = &self.entry(plan).steps.items[at as usize];
            let state = cards.state(plan, at).unwrap_or(step.state);
            if state == State::Done {
                helper.done += 1;
            } else if !state.is_settled() && state != State::Note && self.entry(plan).plan.status == Status::Active {
                let waits = state == State::Waiting;
                helper.waiting += usize::from(waits);
                helper.open.push(((!waits, step.fields.due.is_none(), step.fields.due), plan, at));
            }
        }
        let mut helpers: Vec<(String, Helper)> = helpers.into_iter().collect();
        for (_, helper) in &mut helpers {
            helper.open.sort_unstable();
        }
        helpers.sort_by_cached_key(|(key, helper)| (helper.rank(), key.clone()));
        helpers
    }

    /// Whether there is a page of people: where somebody is named, it is wanted, and no entry has its address.
    pub(super) fn has_people_page(&self) -> bool {
        let named = |plan: &usize| {
            let entry = self.entry(*plan);
            !entry.plan.people.is_empty() || entry.steps.items.iter().any(|step| !step.fields.people.is_empty())
        };
        self.settings.theme.shows("people")
            && !self.addresses.is_taken(&self.addresses.made("people"))
            && self.plans.iter().any(named)
    }

    /// The page of people, and where each of them stands on it.
    pub(crate) fn people_page(&self, cards: &PlanCards) -> (Option<Page>, Places) {
        if !self.has_people_page() {
            return (None, Places::default());
        }
        let helpers = self.helpers(cards);
        let url = self.made_url("people");
        let place = |(key, _): &(String, Helper)| {
            (key.clone(), format!("{url}#{}", crate::model::percent_encoded(&anchor(key))))
        };
        let places = Places(helpers.iter().take(MOST_PEOPLE).map(place).collect());
        let view = PeopleView {
            today: self.today,
            sentence: self.people_sentence(&helpers),
            people: helpers
                .iter()
                .take(MOST_PEOPLE)
                .map(|(key, helper)| self.helper_view(key, helper, cards))
                .collect(),
            more: helpers.len().saturating_sub(MOST_PEOPLE),
        };
        let head = Head::new(self.language.say("people_title", &[]), view.sentence.clone(), "plans");
        (Some(self.made_page(self.addresses.made("people"), head, View::People(Box::new(view)))), places)
    }

    fn helper_view(&self, key: &str, helper: &Helper, cards: &PlanCards) -> HelperView {
        let mut plans: Vec<&(usize, String)> = helper.plans.iter().collect();
        plans.sort_by_key(|(plan, _)| home::place_of(self.entry(*plan).plan.status));
        let shown = helper.open.iter().take(MOST_STEPS);
        let more_in = self.counted_by_plan(helper.open.iter().skip(MOST_STEPS).map(|(_, plan, _)| *plan));
        HelperView {
            name: helper.name.clone(),
            id: anchor(key),
            more_plans: plans.len().saturating_sub(MOST_PLANS),
            plans: plans
                .into_iter()
                .take(MOST_PLANS)
                .map(|(plan, note)| HelpedPlan {
                    link: self.link(*plan),
                    status: self.entry(*plan).plan.status.name(),
                    note: note.clone(),
                })
                .collect(),
            steps: shown.filter_map(|(_, plan, at)| cards.steps(self, *plan, &[*at]).pop()).collect(),
            more_steps: helper.open.len().saturating_sub(MOST_STEPS),
            in_all: more_in.len() <= MOST_PLANS,
            more_steps_in: more_in.into_iter().take(MOST_PLANS).collect(),
            done: helper.done,
        }
    }

    /// Steps, each named by its plan: how many there are in which, most first.
    fn counted_by_plan(&self, plans: impl Iterator<Item = usize>) -> Vec<CountedLink> {
        let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
        for plan in plans {
            *counts.entry(plan).or_default() += 1;
        }
        let mut counts: Vec<(usize, usize)> = counts.into_iter().collect();
        counts.sort_by_key(|(plan, count)| (Reverse(*count), *plan));
        let link = |(plan, count): (usize, usize)| {
            let LinkView { title, url } = self.link(plan);
            CountedLink { title, url, count }
        };
        counts.into_iter().map(link).collect()
    }

    /// `Three people are in this with me. Two steps wait for someone.`
    fn people_sentence(&self, helpers: &[(String, Helper)]) -> String {
        let language = self.language;
        let waiting: usize = helpers.iter().map(|(_, helper)| helper.waiting).sum();
        let mut sentences = vec![language.count("people_are_here", helpers.len(), &[])];
        if waiting > 0 {
            sentences.push(language.count("steps_wait_for_people", waiting, &[]));
        }
        sentences.join(" ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(written: &str, name: &str, note: &str) {
        assert_eq!(parts(written), Written { name, note }, "{written}");
    }

    #[test]
    fn a_note_is_not_part_of_a_name() {
        check("Ana Lima (editor)", "Ana Lima", "editor");
        check("@ana: reads first", "ana", "reads first");
        check("Ana – my sister, far away", "Ana", "my sister, far away");
        check("Jean-Luc", "Jean-Luc", "");
        check(" (someone) ", "(someone)", "");
        check("", "", "");
    }

    #[test]
    fn names_written_otherwise_are_one_person() {
        for same in ["Ana Lima", "@ana-lima", "ANA_LIMA", "ana lima (editor)", "Ana  Lima: reads"] {
            assert_eq!(key(same), "ana-lima", "{same}");
        }
        assert_ne!(key("Ana"), key("Ana Lima"));
        assert_ne!(key("🦊"), key("🦉"), "a name without letters is one, too");
        assert_eq!(key("Άννα"), "άννα");
    }
}
