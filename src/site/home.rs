//! The front page and the index of plans.

use super::index::Index;
use super::made::Head;
use super::page::{Page, View};
use super::plans::{PlanCards, tally_view};
use super::views::{
    CheckpointView, HomeView, LinkView, MonthActivity, PersonView, PlanCard, PlanGroup, PlansView, StepView, TallyView,
    TodayView,
};
use super::words::{capitalised, day, distance, spelled};
use crate::model::{Date, Month, Status, days_between};
use crate::progress::Tally;

/// What a front page shows at the most; the rest is a link away.
const PLANS: usize = 12;
const NEXT: usize = 5;
const CHECKPOINTS: usize = 4;
const RESTING: usize = 6;
const RECENT: usize = 4;
const HELP: usize = 3;
const PEOPLE: usize = 12;
/// Plans on one page of their index.
const PLANS_PER_PAGE: usize = 100;

impl Index<'_> {
    pub(crate) fn home_page(&self, cards: &PlanCards) -> Page {
        let out = self.addresses.made("index");
        let own =
            self.published.entries().iter().position(|entry| entry.path.as_str().eq_ignore_ascii_case("index.md"));
        let own = own.filter(|index| self.addresses.out(*index) == Some(&out));
        let mut active = cards.of_status(self, Status::Active);
        // The furthest behind first, then what is due first.
        active.sort_by_key(|card| {
            (card.schedule.days.unwrap_or(0).min(0), card.due.is_none(), card.due, card.title.clone())
        });
        let (ahead, passed) = self.checkpoints(cards);
        let (resting, year) = (cards.resting(self), self.year(cards));
        let view = HomeView {
            today: today(self.today),
            sentence: sentence(&active, &ahead, cards.count(Status::Paused), self.today),
            plans_total: active.len(),
            progress: total(&active),
            next: next_steps(cards.next(self), NEXT),
            checkpoints: ahead.into_iter().take(CHECKPOINTS).collect(),
            passed: passed.into_iter().take(CHECKPOINTS - 1).collect(),
            resting_total: resting.len(),
            resting: resting.into_iter().take(RESTING).collect(),
            ideas: cards
                .of_status(self, Status::Idea)
                .into_iter()
                .take(RESTING)
                .map(|card| LinkView { title: card.title, url: card.url })
                .collect(),
            recent: self.newest_reflections().take(RECENT).map(|index| self.reflection_card(index)).collect(),
            reflections_total: self.reflections.len(),
            help: cards.help(self).into_iter().take(HELP).collect(),
            people: self.people(cards),
            year_steps: year.iter().map(|month| month.steps).sum(),
            year_reflections: year.iter().map(|month| month.reflections).sum(),
            year,
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

    fn newest_reflections(&self) -> impl Iterator<Item = usize> {
        self.reflections.iter().rev().copied().filter(|&index| self.entry(index).date.is_some())
    }

    /// Checkpoints of active plans to come, soonest first, and those of all plans met or dropped of late.
    fn checkpoints(&self, cards: &PlanCards) -> (Vec<CheckpointView>, Vec<CheckpointView>) {
        let all = cards.all_checkpoints(self);
        let mut ahead: Vec<CheckpointView> = all
            .iter()
            .filter(|(status, checkpoint)| {
                *status == Status::Active && checkpoint.done.is_none() && checkpoint.due.is_some()
            })
            .filter(|(_, checkpoint)| matches!(checkpoint.state, "soon" | "upcoming" | "overdue"))
            .map(|(_, checkpoint)| checkpoint.clone())
            .collect();
        // Those near today, wherever they lie: what was due years ago is no news.
        ahead.sort_by_key(|checkpoint| {
            let far = checkpoint.due.map(|due| days_between(self.today, due));
            (far.map(i32::unsigned_abs), far, checkpoint.title.clone())
        });
        let late = |date: Date| (0..=60).contains(&days_between(date, self.today));
        let mut passed: Vec<CheckpointView> = all
            .into_iter()
            .map(|(_, checkpoint)| checkpoint)
            .filter(|checkpoint| matches!(checkpoint.state, "met" | "partly") && checkpoint.done.is_some_and(late))
            .collect();
        passed.sort_by_key(|checkpoint| (std::cmp::Reverse(checkpoint.done), checkpoint.title.clone()));
        (ahead, passed)
    }

    /// Who helps with which plans under way, by name.
    fn people(&self, cards: &PlanCards) -> Vec<PersonView> {
        if !self.settings.theme.show.get("people").copied().unwrap_or(true) {
            return Vec::new();
        }
        let mut people: std::collections::BTreeMap<String, PersonView> = std::collections::BTreeMap::new();
        for &plan in &self.plans {
            let entry = self.entry(plan);
            if entry.plan.status != Status::Active {
                continue;
            }
            for name in cards.people(plan) {
                let person = people
                    .entry(name.to_lowercase())
                    .or_insert_with(|| PersonView { name: crate::model::readable(&name), plans: Vec::new() });
                let link = self.link(plan);
                if !person.plans.contains(&link) {
                    person.plans.push(link);
                }
            }
        }
        people.into_values().take(PEOPLE).collect()
    }

    /// This year by month, up to this one.
    fn year(&self, cards: &PlanCards) -> Vec<MonthActivity> {
        let steps = cards.done_by_month();
        let (reflections, _) = self.months();
        (1..=self.today.month())
            .map(|month| {
                let key = Month { year: self.today.year(), month };
                let written = reflections.get(&key).map_or(&[] as &[usize], Vec::as_slice);
                let moods: Vec<u32> =
                    written.iter().filter_map(|&index| self.entry(index).reflection.mood).map(u32::from).collect();
                let count = u32::try_from(moods.len()).unwrap_or(u32::MAX);
                MonthActivity {
                    month,
                    steps: steps.get(&key).copied().unwrap_or_default(),
                    reflections: u32::try_from(written.len()).unwrap_or(u32::MAX),
                    // Rounded to the nearest tenth.
                    mood: (count > 0).then(|| (moods.iter().sum::<u32>() * 20 + count) / (2 * count)),
                }
            })
            .collect()
    }

    /// The index of plans: by what the writer says of them, a hundred to a page.
    pub(crate) fn plan_pages(&self, cards: &PlanCards) -> Vec<Page> {
        let order = [Status::Active, Status::Idea, Status::Paused, Status::Pivoted, Status::Done, Status::Dropped];
        let all: Vec<PlanCard> = order.iter().flat_map(|status| cards.of_status(self, *status)).collect();
        let sentence = plans_sentence(&order.map(|status| (status, cards.count(status))));
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
                let title = if number == 1 { "Plans".to_owned() } else { format!("Plans, page {number}") };
                self.made_page(
                    self.addresses.made(&stem(number)),
                    Head::new(title, sentence.clone(), "plans"),
                    View::Plans(Box::new(view)),
                )
            })
            .collect()
    }
}

fn today(date: Date) -> TodayView {
    TodayView {
        date,
        week: date.iso_week_date().week(),
        day_of_year: date.day_of_year(),
        days_in_year: date.days_in_year(),
    }
}

/// The steps of several plans together, each counting one.
fn total(cards: &[PlanCard]) -> TallyView {
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

/// One step for each plan first, then the others; what is overdue or due first before what is not.
fn next_steps(mut steps: Vec<StepView>, most: usize) -> Vec<StepView> {
    steps.sort_by_key(|step| (!step.overdue, step.due.is_none(), step.due));
    let mut seen: Vec<String> = Vec::new();
    let (mut first, mut others) = (Vec::new(), Vec::new());
    for step in steps {
        if seen.contains(&step.plan.url) {
            others.push(step);
        } else {
            seen.push(step.plan.url.clone());
            first.push(step);
        }
    }
    first.extend(others);
    first.truncate(most);
    first
}

/// How things stand: how the plans keep their pace, one named at the most, and the next checkpoint.
fn sentence(active: &[PlanCard], ahead: &[CheckpointView], paused: usize, today: Date) -> String {
    let mut sentences = Vec::new();
    let begun: Vec<&PlanCard> = active.iter().filter(|card| card.schedule.state != "not_started").collect();
    let behind: Vec<&&PlanCard> =
        begun.iter().filter(|card| matches!(card.schedule.state, "behind" | "overdue")).collect();
    let keeping = begun.iter().filter(|card| matches!(card.schedule.state, "on_track" | "ahead" | "complete")).count();
    match (active.len(), paused) {
        (0, 0) => sentences.push("Nothing is under way.".to_owned()),
        (0, 1) => sentences.push("Nothing is under way. One plan is paused.".to_owned()),
        (0, paused) => {
            sentences.push(format!("Nothing is under way. {} plans are paused.", capitalised(&spelled(paused))));
        }
        _ => {
            match keeping {
                0 if behind.is_empty() => sentences.push(match active.len() {
                    1 => "One plan is under way.".to_owned(),
                    many => format!("{} plans are under way.", capitalised(&spelled(many))),
                }),
                0 => {}
                1 if active.len() == 1 => sentences.push(format!("{} keeps its pace.", active[0].title)),
                1 => sentences.push("One plan keeps its pace.".to_owned()),
                many => sentences.push(format!("{} plans keep their pace.", capitalised(&spelled(many)))),
            }
            // At most one is named: the one furthest behind, which is the first.
            if let Some(furthest) = behind.first() {
                let words = match furthest.schedule.state {
                    "overdue" => furthest.schedule.words.to_lowercase(),
                    _ => furthest.schedule.days.map_or_else(String::new, |days| {
                        let days = days.unsigned_abs() as usize;
                        format!(
                            "{} behind its plan",
                            if days == 1 { "one day".to_owned() } else { format!("{} days", spelled(days)) }
                        )
                    }),
                };
                sentences.push(format!("{} is {words}.", furthest.title));
                match behind.len() - 1 {
                    0 => {}
                    1 => sentences.push("One more is behind.".to_owned()),
                    more => sentences.push(format!("{} more are behind.", capitalised(&spelled(more)))),
                }
            }
        }
    }
    let next = ahead.iter().find(|checkpoint| checkpoint.due.is_some_and(|due| due >= today));
    if let Some(due) = next.and_then(|checkpoint| checkpoint.due) {
        let when = match days_between(today, due) {
            days @ 0..=1 => distance(days),
            days @ 2..=6 => {
                let _ = days;
                format!("on {}", due.strftime("%A"))
            }
            _ => format!("on {}", day(due, today)),
        };
        sentences.push(format!("The next checkpoint is {when}."));
    }
    sentences.join(" ")
}

/// `Three plans are under way, two are paused, one is done.`
fn plans_sentence(counts: &[(Status, usize)]) -> String {
    let parts: Vec<String> = counts
        .iter()
        .filter(|(_, count)| *count > 0)
        .enumerate()
        .map(|(at, (status, count))| {
            let what = match status {
                Status::Active => "under way",
                Status::Idea => {
                    if *count == 1 {
                        "an idea"
                    } else {
                        "ideas"
                    }
                }
                other => other.name(),
            };
            let noun = match (at, count) {
                (0, 1) => " plan",
                (0, _) => " plans",
                _ => "",
            };
            format!("{}{noun} {} {what}", spelled(*count), if *count == 1 { "is" } else { "are" })
        })
        .collect();
    if parts.is_empty() {
        "No plans yet. The first one can be small.".to_owned()
    } else {
        format!("{}.", capitalised(&parts.join(", ")))
    }
}
