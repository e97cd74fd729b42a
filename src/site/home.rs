//! The front page and the index of plans.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::charts;
use super::charts::views::HalfYearView;
use super::index::Index;
use super::made::Head;
use super::page::{Page, View};
use super::people;
use super::plans::{PlanCards, tally_view};
use super::views::{
    CheckpointView, HomeView, LinkView, MonthActivity, PersonView, PlanCard, PlanGroup, PlansView, StepView, TallyView,
    TodayView,
};
use crate::language::{Language, capitalised};
use crate::model::{Date, Month, Status, days_between};
use crate::progress::{self, Activity, Tally};

/// What a front page shows at the most; the rest is a link away.
const PLANS: usize = 12;
const NEXT: usize = 5;
const CHECKPOINTS: usize = 4;
const RESTING: usize = 6;
const RECENT: usize = 4;
const MOODS: usize = 12;
const HELP: usize = 3;
const PEOPLE: usize = 12;
const PLANS_OF_PERSON: usize = 4;
/// The order in which lists of plans have what their writers say of them.
const ORDER: [Status; 6] =
    [Status::Active, Status::Idea, Status::Paused, Status::Pivoted, Status::Done, Status::Dropped];
/// Plans on one page of their index.
const PLANS_PER_PAGE: usize = 100;

impl Index<'_> {
    pub(crate) fn home_page(&self, cards: &PlanCards, activity: &Activity, on_this_day: Option<LinkView>) -> Page {
        let out = self.addresses.made("index");
        let own =
            self.published.entries().iter().position(|entry| entry.path.as_str().eq_ignore_ascii_case("index.md"));
        let own = own.filter(|index| self.addresses.out(*index) == Some(&out));
        let mut active = cards.of_status(self, Status::Active);
        active.sort_by_key(|card| by_need(card));
        let all = cards.all_checkpoints();
        let (ahead, passed) = near_today(all, |checkpoint| checkpoint, self.today);
        let (resting, year) = (cards.resting(self), self.year(activity));
        let view = HomeView {
            today: today(self.today),
            sentence: self.sentence(&active, &ahead, cards.count(Status::Paused)),
            plans_total: active.len(),
            progress: total(&active),
            next: one_for_each_plan(cards.next(self), |step| step).into_iter().take(NEXT).collect(),
            checkpoints: ahead.into_iter().take(CHECKPOINTS).collect(),
            passed: passed.into_iter().take(CHECKPOINTS - 1).collect(),
            resting_total: resting.len(),
            resting: resting.into_iter().take(RESTING).collect(),
            ideas: cards
                .of_status(self, Status::Idea)
                .into_iter()
                .take(RESTING)
                .map(|card| LinkView { title: card.title.clone(), url: card.url.clone() })
                .collect(),
            recent: self
                .newest_reflections(RECENT)
                .into_iter()
                .rev()
                .map(|index| self.reflection_card(index))
                .collect(),
            reflections_total: self.reflections.len(),
            help: cards.help(self).into_iter().take(HELP).collect(),
            people: self.people(cards),
            year_steps: year.iter().map(|month| month.steps).sum(),
            year_reflections: year.iter().map(|month| month.reflections).sum(),
            year,
            days: if charts::wanted(self.settings) { self.days(activity) } else { Vec::new() },
            moods: self.moods(&self.newest_reflections(MOODS)),
            on_this_day,
            pages: self
                .pages
                .iter()
                .filter(|&&index| self.is_top_page(index))
                .take(12)
                .map(|&index| self.link(index))
                .collect(),
            plans_url: self.made_url("plans/index"),
            reflections_url: self.made_url("reflections/index"),
            intro: own.is_some(),
            plans: active.into_iter().take(PLANS).collect(),
        };
        let description = if self.settings.description.is_empty() {
            view.sentence.clone()
        } else {
            self.settings.description.clone()
        };
        let social = self.social_of_home(&description);
        let head = Head { social, ..Head::new(self.settings.title.clone(), description, "home") };
        let body = own.map(|index| self.body_plan(index, cards, &mut Vec::new()));
        Page { body, ..self.made_page(out, head, View::Home(Box::new(view))) }
    }

    /// The newest reflections that have a date, oldest first.
    fn newest_reflections(&self, most: usize) -> Vec<usize> {
        let dated = self.reflections.iter().rev().copied().filter(|&index| self.entry(index).date.is_some());
        let mut newest: Vec<usize> = dated.take(most).collect();
        newest.reverse();
        newest
    }

    /// What happened on which day, in all that lists may name.
    pub(crate) fn activity(&self) -> Activity {
        let listed = self.plans.iter().chain(&self.reflections).chain(&self.pages);
        progress::activity(listed.map(|&index| &**self.entry(index)), self.today)
    }

    /// This year day by day, in two halves.
    fn days(&self, activity: &Activity) -> Vec<HalfYearView> {
        let moods = self.reflections.iter().filter_map(|&index| {
            let entry = self.entry(index);
            Some((entry.date?, entry.reflection.mood?))
        });
        charts::year(self.language, &activity.days, &moods.collect::<Vec<_>>(), self.settings.week_start, self.today)
    }

    /// Who helps with which plans under way, by name.
    fn people(&self, cards: &PlanCards) -> Vec<PersonView> {
        if !self.settings.theme.shows("people") {
            return Vec::new();
        }
        let mut people: BTreeMap<String, PersonView> = BTreeMap::new();
        for &plan in self.plans.iter().filter(|plan| self.entry(**plan).plan.status == Status::Active) {
            for name in cards.people(plan) {
                let person = people.entry(people::key(&name)).or_insert_with(|| {
                    let LinkView { title: name, url } = cards.places.link(&name);
                    PersonView { name, url, plans: Vec::new(), more_plans: 0 }
                });
                if person.plans.len() < PLANS_OF_PERSON {
                    person.plans.push(self.link(plan));
                } else {
                    person.more_plans += 1;
                }
            }
        }
        people.into_values().take(PEOPLE).collect()
    }

    /// This year by month, up to this one.
    fn year(&self, activity: &Activity) -> Vec<MonthActivity> {
        let happened = activity.months();
        (1..=self.today.month())
            .map(|month| {
                let key = Month { year: self.today.year(), month };
                let happened = happened.get(&key).copied().unwrap_or_default();
                MonthActivity {
                    month,
                    steps: happened.steps,
                    reflections: happened.reflections,
                    mood: happened.mood_tenths(),
                }
            })
            .collect()
    }

    /// How many plans there are of each status, in a sentence.
    pub(crate) fn plans_sentence(&self, cards: &PlanCards) -> String {
        plans_sentence(self.language, &ORDER.map(|status| (status, cards.count(status))))
    }

    /// The index of plans: by what the writer says of them, a hundred to a page.
    pub(crate) fn plan_pages(&self, cards: &PlanCards) -> Vec<Page> {
        let all: Vec<Arc<PlanCard>> = ORDER.iter().flat_map(|status| cards.of_status(self, *status)).collect();
        let sentence = self.plans_sentence(cards);
        let count = all.len().div_ceil(PLANS_PER_PAGE).max(1);
        let stem = |number: usize| if number == 1 { "plans/index".to_owned() } else { format!("plans/index-{number}") };
        let pages: Vec<LinkView> = (1..=count)
            .map(|number| LinkView { title: number.to_string(), url: self.made_url(&stem(number)) })
            .collect();
        (1..=count)
            .map(|number| {
                let on_page = all.iter().skip((number - 1) * PLANS_PER_PAGE).take(PLANS_PER_PAGE);
                let mut groups: Vec<PlanGroup> = Vec::new();
                for card in on_page {
                    match groups.last_mut().filter(|group| group.status == card.status) {
                        Some(group) => group.plans.push(card.clone()),
                        None => groups.push(PlanGroup { status: card.status, plans: vec![card.clone()] }),
                    }
                }
                let pages = if count > 1 { pages.clone() } else { Vec::new() };
                let view = PlansView { sentence: sentence.clone(), groups, number, pages, today: self.today };
                let title = self.numbered("plans_title", number);
                self.made_page(
                    self.addresses.made(&stem(number)),
                    Head::new(title, sentence.clone(), "plans"),
                    View::Plans(Box::new(view)),
                )
            })
            .collect()
    }
}

pub(super) fn today(date: Date) -> TodayView {
    TodayView {
        date,
        week: date.iso_week_date().week(),
        day_of_year: date.day_of_year(),
        days_in_year: date.days_in_year(),
    }
}

/// The steps of several plans together, each counting one.
fn total(cards: &[Arc<PlanCard>]) -> TallyView {
    let sum = |number: fn(&TallyView) -> u32| cards.iter().map(|card| number(&card.progress)).sum::<u32>();
    let (done, total) = (sum(|tally| tally.done), sum(|tally| tally.total));
    tally_view(Tally {
        done,
        total,
        cancelled: sum(|tally| tally.cancelled),
        weight_done: done.into(),
        weight_total: total.into(),
    })
}

/// The order of plans under way: the furthest behind first, then what is due first.
pub(super) fn by_need(card: &PlanCard) -> impl Ord + use<> {
    (card.schedule.days.unwrap_or(0).min(0), card.due.is_none(), card.due, card.title.clone())
}

/// Checkpoints of active plans that are to come, those nearest to today first, and those of all plans met, or met in
/// part, of late, newest first. `view` says what is known of one.
pub(super) fn near_today<T>(
    all: Vec<(&'static str, T)>,
    view: impl Fn(&T) -> &CheckpointView,
    today: Date,
) -> (Vec<T>, Vec<T>) {
    let late = |date: Date| (0..=60).contains(&days_between(date, today));
    let (mut ahead, mut passed) = (Vec::new(), Vec::new());
    for (status, checkpoint) in all {
        let known = view(&checkpoint);
        match known.state {
            "soon" | "upcoming" | "overdue"
                if status == Status::Active.name() && known.done.is_none() && known.due.is_some() =>
            {
                ahead.push(checkpoint);
            }
            "met" | "partly" if known.done.is_some_and(late) => passed.push(checkpoint),
            _ => {}
        }
    }
    // Those near today, wherever they lie: what was due years ago is no news.
    ahead.sort_by_key(|checkpoint| {
        let known = view(checkpoint);
        let far = known.due.map(|due| days_between(today, due));
        (far.map(i32::unsigned_abs), far, known.title.clone())
    });
    passed.sort_by_key(|checkpoint| (std::cmp::Reverse(view(checkpoint).done), view(checkpoint).title.clone()));
    (ahead, passed)
}

/// One step for each plan first, then the others; what is overdue or due first before what is not. `view` says what is
/// known of one.
pub(super) fn one_for_each_plan<T>(mut steps: Vec<T>, view: impl Fn(&T) -> &StepView) -> Vec<T> {
    steps.sort_by_key(|step| {
        let known = view(step);
        (!known.overdue, known.due.is_none(), known.due)
    });
    let mut seen: BTreeSet<String> = BTreeSet::new();
    let (mut first, others): (Vec<T>, Vec<T>) =
        steps.into_iter().partition(|step| seen.insert(view(step).plan.url.clone()));
    first.extend(others);
    first
}

/// `Three under way, two paused, one done.`
fn plans_sentence(language: &Language, counts: &[(Status, usize)]) -> String {
    let name = |status: Status| match status {
        Status::Active => "some_active",
        Status::Idea => "some_ideas",
        Status::Paused => "some_paused",
        Status::Pivoted => "some_pivoted",
        Status::Done => "some_done",
        Status::Dropped => "some_dropped",
    };
    let counted = counts.iter().filter(|(_, count)| *count > 0);
    let parts: Vec<String> = counted.map(|(status, count)| language.count(name(*status), *count, &[])).collect();
    match parts.split_first() {
        None => language.say("no_plans_yet", &[]),
        Some((first, more)) => {
            let join = |joined: String, part: &String| {
                language.say("list_more", &[("one", joined.into()), ("two", part.into())])
            };
            let list = more.iter().fold(capitalised(first), join);
            language.sentence(&list)
        }
    }
}

impl Index<'_> {
    /// How things stand: how the plans keep their pace, one named at the most, and the next checkpoint.
    pub(super) fn sentence(&self, active: &[Arc<PlanCard>], ahead: &[CheckpointView], paused: usize) -> String {
        let language = self.language;
        let mut sentences = Vec::new();
        if active.is_empty() {
            sentences.push(language.say("nothing_under_way", &[]));
            if paused > 0 {
                sentences.push(language.count("plans_are_paused", paused, &[]));
            }
        } else {
            sentences.extend(self.pace(active));
        }
        let next = ahead.iter().find(|checkpoint| checkpoint.due.is_some_and(|due| due >= self.today));
        if let Some(due) = next.and_then(|checkpoint| checkpoint.due) {
            let on = |name: &str, day: &str| language.say(name, &[("day", day.into())]);
            let when = match days_between(self.today, due) {
                days @ 0..=1 => language.distance(days),
                2..=6 => on("on_weekday", language.weekday_name(due)),
                _ => on("on_day", &language.day(due, self.today)),
            };
            sentences.push(language.say("next_checkpoint", &[("when", when.into())]));
        }
        language.sentences(&sentences)
    }

    /// How plans under way keep their pace.
    fn pace(&self, active: &[Arc<PlanCard>]) -> Vec<String> {
        let language = self.language;
        let begun = || active.iter().filter(|card| card.schedule.state != "not_started");
        let behind: Vec<&Arc<PlanCard>> =
            begun().filter(|card| matches!(card.schedule.state, "behind" | "overdue")).collect();
        let keeps = |card: &&Arc<PlanCard>| {
            card.progress.total > 0 && matches!(card.schedule.state, "on_track" | "ahead" | "complete")
        };
        let keeping = begun().filter(keeps).count();
        let mut sentences = Vec::new();
        match keeping {
            0 if behind.is_empty() => sentences.push(language.count("plans_are_under_way", active.len(), &[])),
            0 => {}
            1 if active.len() == 1 => {
                sentences.push(language.say("plan_keeps_pace", &[("plan", (&active[0].title).into())]));
            }
            many => sentences.push(language.count("plans_keep_pace", many, &[])),
        }
        // At most one is named: the one furthest behind, which is the first.
        if let Some((furthest, others)) = behind.split_first() {
            let plan = ("plan", (&furthest.title).into());
            sentences.push(match (furthest.schedule.state, furthest.schedule.days) {
                ("behind", Some(days)) => language.count("plan_is_behind", days.unsigned_abs() as usize, &[plan]),
                _ => language.say("plan_is_past", &[plan, ("past", (&furthest.schedule.past).into())]),
            });
            if !others.is_empty() {
                sentences.push(language.count("more_are_behind", others.len(), &[]));
            }
        }
        sentences
    }
}
