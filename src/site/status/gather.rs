//! What the cards of plans know, put together for one day.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{
    Capacity, CheckpointStatus, Happened, PlanStatus, ReflectionStatus, Status, StepStatus, WaitsFor, WeekDone,
};
use crate::language::Language;
use crate::model::{
    Date, Diagnostic, Entry, OutPath, Published, Settings, SourcePath, State, Status as Written, Visibility, add_days,
};
use crate::progress::{self, Anchor, Standing};
use crate::site::Ground;
use crate::site::home::{by_need, near_today, one_for_each_plan};
use crate::site::index::Index;
use crate::site::plans::{Placed, PlanCards, pause_view, tally_view};
use crate::site::standing::{passed_words, plan_sentence, practice_view, work_left};
use crate::site::views::{CheckpointView, PlanCard};

/// Weeks of the past that are shown.
const WEEKS: i32 = 12;
/// Steps done last that are shown.
const DONE: usize = 5;
/// Reflections on a plan that are shown.
const REFLECTIONS: usize = 6;

/// Where the plans stand on `today`, and what is wrong with links, addresses and names.
#[must_use]
pub fn status<'a>(
    published: &Published,
    settings: &Settings,
    language: &Language,
    today: Date,
    assets: impl Iterator<Item = &'a SourcePath>,
    statics: impl Iterator<Item = (&'a OutPath, &'a SourcePath)>,
) -> (Status, Vec<Diagnostic>) {
    let mut diagnostics = Vec::new();
    let Ground { index, .. } = Ground::of(published, settings, language, today, assets, statics, &mut diagnostics);
    let cards = PlanCards::of(&index, &mut diagnostics);
    (Gathering { index: &index, cards: &cards, ids: ids(published.entries()) }.status(), diagnostics)
}

/// What open steps with an id say, by id: the first of each.
fn ids(entries: &[std::sync::Arc<Entry>]) -> BTreeMap<&str, String> {
    let mut ids = BTreeMap::new();
    for step in entries.iter().flat_map(|entry| &entry.steps.items).filter(|step| !step.state.is_settled()) {
        if let Some(id) = step.fields.id.as_deref() {
            ids.entry(id).or_insert_with(|| Index::step_text(step));
        }
    }
    ids
}

/// What is looked at while the plans are gathered.
struct Gathering<'a> {
    index: &'a Index<'a>,
    cards: &'a PlanCards,
    ids: BTreeMap<&'a str, String>,
}

impl Gathering<'_> {
    fn status(&self) -> Status {
        let index = self.index;
        let plans: Vec<PlanStatus> =
            self.cards.all().filter_map(|(plan, placed)| self.plan_status(plan, placed)).collect();
        let active = || plans.iter().filter(|plan| plan.card.status == Written::Active.name());
        let steps = |of: fn(&PlanStatus) -> &[StepStatus]| active().flat_map(of).cloned().collect::<Vec<_>>();
        let checkpoints = plans.iter().flat_map(|plan| plan.checkpoints.iter().map(move |one| (plan.card.status, one)));
        let (near, of_late) = near_today(checkpoints.collect(), |one| &one.view, index.today);
        let mut under_way: Vec<Arc<PlanCard>> = active().map(|plan| plan.card.clone()).collect();
        under_way.sort_by_key(|card| by_need(card));
        let ahead: Vec<CheckpointView> = near.iter().map(|one| one.view.clone()).collect();
        let paused = plans.iter().filter(|plan| plan.card.status == Written::Paused.name()).count();
        let loads = self.cards.all().filter(|(plan, _)| index.entry(*plan).plan.status == Written::Active);
        let load = progress::load_together(
            loads.map(|(_, placed)| &placed.standing.load),
            index.settings.capacity_minutes,
            index.settings.week_start,
            index.today,
        );
        Status {
            schema: 1,
            generated_for: index.today,
            title: index.settings.title.clone(),
            sentence: index.sentence(&under_way, &ahead, paused),
            last_seven_days: self.last_seven_days(),
            next: one_for_each_plan(steps(|plan| &plan.next), |step| &step.view),
            checkpoints_near: near.into_iter().cloned().collect(),
            checkpoints_passed: of_late.into_iter().cloned().collect(),
            waiting: steps(|plan| &plan.waiting),
            blocked: steps(|plan| &plan.blocked),
            help: steps(|plan| &plan.help),
            capacity: Capacity::of(&load),
            plans,
        }
    }

    fn last_seven_days(&self) -> Happened {
        let week = add_days(self.index.today, -6)..=self.index.today;
        let days = self.index.activity().days;
        days.range(week).fold(Happened::default(), |sum, (_, day)| Happened {
            steps: sum.steps.saturating_add(day.steps),
            reflections: sum.reflections.saturating_add(day.reflections),
        })
    }

    fn plan_status(&self, plan: usize, placed: &Placed) -> Option<PlanStatus> {
        let Self { index, cards, .. } = self;
        let (entry, standing, card) = (index.entry(plan), &placed.standing, &placed.card);
        let attention = &standing.attention;
        let steps = |steps: &[u32]| self.steps(plan, standing, steps);
        let (waiting, help): (Vec<_>, Vec<_>) =
            steps(&attention.needs_help).into_iter().partition(|step| step.state == State::Waiting.name());
        let blocked: Vec<u32> = attention.blocked.iter().map(|blocked| blocked.step).collect();
        let checkpoints = self.checkpoints(plan, placed);
        let is_near = |one: &&CheckpointStatus| matches!(one.state, "overdue" | "soon");
        Some(PlanStatus {
            export: index.plan_export(plan, cards)?,
            sentence: plan_sentence(index.language, card, &placed.checkpoints, index.today),
            why: card.why.clone(),
            status_note: card.status_note.clone(),
            until: card.until,
            pivoted_to: card.pivoted_to.as_ref().map(|other| other.title.clone()),
            targets: card.targets.clone(),
            next: steps(&attention.next),
            checkpoints_near: checkpoints.iter().filter(is_near).cloned().collect(),
            waiting,
            blocked: steps(&blocked),
            help,
            practice: standing.practices.iter().map(|practice| practice_view(index.language, practice)).collect(),
            recurring: steps(&recurring(entry, standing)),
            capacity: Capacity::of(&standing.load),
            quiet_days: attention.quiet_days,
            weeks: self.weeks(entry),
            done_lately: steps(&done_lately(entry, standing, index.today)),
            reflections: self.reflections(plan),
            card: card.clone(),
            passed: passed_words(index.language, &placed.checkpoints),
            checkpoints,
            work_left: work_left(index.language, entry, standing),
            people: placed.people.clone(),
            held: entry.plan.held.iter().map(pause_view).collect(),
            came_from: cards.came_from(plan).iter().map(|&other| index.entry(other).title.clone()).collect(),
        })
    }

    fn steps(&self, plan: usize, standing: &Standing, steps: &[u32]) -> Vec<StepStatus> {
        let entry = self.index.entry(plan);
        let views = self.index.step_views(plan, standing, steps);
        let known = steps.iter().filter_map(|&at| Some((at, entry.steps.items.get(at as usize)?)));
        known
            .zip(views)
            .map(|((at, step), view)| {
                let shown = standing.progress.steps.get(at as usize).map_or(step.state, |progress| progress.shows_as);
                let symbol = if shown == step.state { step.symbol.clone() } else { shown.symbol().to_owned() };
                let section = step.section.and_then(|section| {
                    let heading = entry.outline.get(section as usize)?;
                    (heading.text != entry.title).then_some((section, heading.text.clone()))
                });
                let tally = section.as_ref().and_then(|(at, _)| standing.progress.sections.get(*at as usize));
                let blocked = standing.attention.blocked.iter().find(|blocked| blocked.step == at);
                let waits_for = |id: &String| WaitsFor { id: id.clone(), plain: self.ids.get(id.as_str()).cloned() };
                StepStatus {
                    plan: entry.path.as_str().to_owned(),
                    line: step.line,
                    text: step.text.clone(),
                    plain: view.text.clone(),
                    state: shown.name(),
                    symbol,
                    section_progress: tally.map(|tally| tally_view(*tally)),
                    section: section.map(|(_, text)| text),
                    due: step.fields.due,
                    done: step.fields.done,
                    overdue: view.overdue,
                    estimate_minutes: step.fields.estimate_minutes,
                    recurrence: step.fields.recurrence.clone(),
                    people: step.fields.people.clone(),
                    waits_for: blocked.map_or_else(Vec::new, |blocked| blocked.by.iter().map(waits_for).collect()),
                    private: self.is_private(plan, |public| {
                        public.steps.items.binary_search_by_key(&step.line, |step| step.line).is_ok()
                    }),
                    view,
                }
            })
            .collect()
    }

    fn checkpoints(&self, plan: usize, placed: &Placed) -> Vec<CheckpointStatus> {
        let entry = self.index.entry(plan);
        let all = placed.standing.checkpoints.iter().zip(&placed.checkpoints);
        all.map(|(checkpoint, view)| CheckpointStatus {
            plan: entry.path.as_str().to_owned(),
            title: view.title.clone(),
            state: view.state,
            due: view.due,
            done: view.done,
            measure: view.measure.clone(),
            private: self.is_private(plan, |public| match checkpoint.anchor {
                Anchor::Step(at) => entry
                    .steps
                    .items
                    .get(at as usize)
                    .is_some_and(|step| public.steps.items.iter().any(|known| known.line == step.line)),
                Anchor::Section(_) => public.gates.iter().any(|gate| gate.title == checkpoint.title),
                Anchor::FrontMatter(_) => true,
            }),
            view: view.clone(),
        })
        .collect()
    }

    /// Whether the world sees nothing of a part of a plan; `shows` says whether what it sees of the plan has it.
    fn is_private(&self, plan: usize, shows: impl Fn(&Entry) -> bool) -> bool {
        self.index.entry(plan).visibility == Visibility::Private
            || self.index.published.public_face(plan).is_some_and(|public| !shows(public))
    }

    fn weeks(&self, plan: &Entry) -> Vec<WeekDone> {
        let (settings, today) = (self.index.settings, self.index.today);
        let (this_week, _) = crate::site::entries::week_of(today, settings.week_start);
        let done = progress::activity([plan], today).weeks(settings.week_start);
        (1 - WEEKS..=0)
            .map(|week| add_days(this_week, week * 7))
            .map(|first| WeekDone { first, steps: done.get(&first).map_or(0, |week| week.steps) })
            .collect()
    }

    fn reflections(&self, plan: usize) -> Vec<ReflectionStatus> {
        let about = self.index.about.get(&plan).map_or(&[] as &[usize], Vec::as_slice);
        let latest = about.iter().rev().filter(|&&at| {
            let date = self.index.entry(at).date;
            date.is_some_and(|date| date <= self.index.today)
        });
        latest
            .take(REFLECTIONS)
            .map(|&at| {
                let card = self.index.reflection_card(at);
                ReflectionStatus {
                    path: self.index.entry(at).path.as_str().to_owned(),
                    title: card.title.clone(),
                    date: card.date,
                    mood: card.mood,
                    mood_word: card.mood_word.clone(),
                    private: card.private,
                }
            })
            .collect()
    }
}

/// Open recurring steps, in document order.
fn recurring(entry: &Entry, standing: &Standing) -> Vec<u32> {
    let steps = entry.steps.items.iter().zip(&standing.progress.steps).zip(0_u32..);
    let open = steps.filter(|((step, progress), _)| {
        step.fields.recurrence.is_some()
            && !step.checkpoint
            && step.state != State::Note
            && !progress.shows_as.is_settled()
    });
    open.map(|(_, at)| at).collect()
}

/// The small steps done last, newest first.
fn done_lately(entry: &Entry, standing: &Standing, today: Date) -> Vec<u32> {
    let steps = entry.steps.items.iter().zip(&standing.progress.steps).zip(0_u32..);
    let mut done: Vec<(Date, u32)> = steps
        .filter(|((step, progress), _)| step.state == State::Done && !step.checkpoint && progress.below.is_none())
        .filter_map(|((step, _), at)| Some((step.fields.done.filter(|date| *date <= today)?, at)))
        .collect();
    done.sort_unstable_by(|one, other| other.cmp(one));
    done.into_iter().take(DONE).map(|(_, at)| at).collect()
}
