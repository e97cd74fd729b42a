//! Plans as pages show them: where each stands, in figures and in words.

use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;

use rayon::prelude::*;

use super::bodies::StepLook;
use super::charts;
use super::index::{Index, at};
use super::people::{self, Places};
use super::standing::{
    forecast_view, passed_words, plan_sentence, practice_view, schedule_view, target_view, work_left,
};
use super::views::{CheckpointView, LinkView, PauseView, PlanCard, PlanView, StepView, TallyView};
use crate::language::capitalised;
use crate::model::{
    Code, Date, Diagnostic, Entry, Kind, Pause, State, Status, Step, Visibility, days_between, readable,
};
use crate::progress::{self, Anchor, Checkpoint, CheckpointState, Standing, Tally};

/// The most steps that a list beside a plan's text has: all of them stand in the text.
const MOST_IN_MARGIN: usize = 12;

/// How the steps, groups and sections of a plan look in its text.
#[derive(Debug, Clone)]
pub(crate) struct Looks {
    pub(crate) steps: Vec<StepLook>,
    pub(crate) groups: Vec<Option<TallyView>>,
    pub(crate) sections: Vec<Option<TallyView>>,
}

/// Where every plan stands, by its index.
#[derive(Debug)]
pub(crate) struct PlanCards {
    plans: BTreeMap<usize, Placed>,
    /// Every dated done step of listed plans: its day, its plan, its place there; oldest first.
    done: Vec<(Date, usize, usize)>,
    /// For each plan, the listed plans that became it.
    came_from: BTreeMap<usize, Vec<usize>>,
    /// Where people stand on the page of people, once that is made.
    pub(crate) places: Places,
}

/// One plan, and all that is known of it.
#[derive(Debug)]
pub(crate) struct Placed {
    pub(crate) card: Arc<PlanCard>,
    pub(crate) standing: Standing,
    pub(crate) checkpoints: Vec<CheckpointView>,
    looks: Looks,
    pub(crate) people: Vec<String>,
    listed: bool,
}

impl PlanCards {
    pub(crate) fn of(index: &Index<'_>, diagnostics: &mut Vec<Diagnostic>) -> Self {
        let entries = index.published.entries();
        // Ids that hold steps of other plans: those of steps that are not settled.
        let open: HashSet<&str> = entries
            .iter()
            .flat_map(|entry| &entry.steps.items)
            .filter(|step| !step.state.is_settled() && step.state != State::Note)
            .filter_map(|step| step.fields.id.as_deref())
            .collect();
        let plans: Vec<usize> = (0..entries.len())
            .filter(|&plan| entries[plan].kind == Kind::Plan && index.addresses.out(plan).is_some())
            .collect();
        let placed: Vec<(usize, Option<usize>, Placed, Vec<Diagnostic>)> = plans
            .par_iter()
            .map(|&plan| {
                let mut problems = Vec::new();
                let about: Vec<&Entry> = index
                    .about
                    .get(&plan)
                    .into_iter()
                    .flatten()
                    .map(|&reflection| &**index.entry(reflection))
                    .collect();
                let is_open = |id: &str| open.contains(id);
                let standing = progress::standing(index.entry(plan), &about, index.settings, index.today, &is_open);
                let became = index.became(plan, &mut problems);
                let card = index.plan_card(plan, &standing, became);
                let checkpoints = index.checkpoint_views(plan, &standing);
                let looks = looks(index.entry(plan), &standing, index.today);
                let people = people(index.entry(plan));
                let listed = index.plans.binary_search(&plan).is_ok();
                (plan, became, Placed { card: Arc::new(card), standing, checkpoints, looks, people, listed }, problems)
            })
            .collect();
        let mut cards =
            Self { plans: BTreeMap::new(), done: Vec::new(), came_from: BTreeMap::new(), places: Places::default() };
        for (plan, became, placed, problems) in placed {
            diagnostics.extend(problems);
            if let Some(became) = became.filter(|_| placed.listed) {
                cards.came_from.entry(became).or_default().push(plan);
            }
            if placed.listed {
                cards.done.extend(dated_done(index.entry(plan)).map(|(date, at)| (date, plan, at)));
            }
            cards.plans.insert(plan, placed);
        }
        cards.done.sort_unstable();
        cards
    }

    pub(crate) fn get(&self, plan: usize) -> Option<Arc<PlanCard>> {
        self.card(plan).cloned()
    }

    pub(crate) fn checkpoints(&self, plan: usize) -> &[CheckpointView] {
        self.plans.get(&plan).map_or(&[], |placed| &placed.checkpoints)
    }

    /// Every dated done step of listed plans: its day, its plan, its place there; oldest first.
    pub(crate) fn done(&self) -> &[(Date, usize, usize)] {
        &self.done
    }

    /// The card of a plan, where it is enough to look at it.
    pub(crate) fn card(&self, plan: usize) -> Option<&Arc<PlanCard>> {
        self.plans.get(&plan).map(|placed| &placed.card)
    }

    /// What each step of a plan shows as.
    pub(crate) fn states(&self, plan: usize) -> impl Iterator<Item = State> {
        let steps = self.plans.get(&plan).map_or(&[] as &[_], |placed| &placed.standing.progress.steps);
        steps.iter().map(|step| step.shows_as)
    }

    /// Steps of a plan by their place in it, named away from its text.
    pub(crate) fn steps(&self, index: &Index<'_>, plan: usize, steps: &[u32]) -> Vec<StepView> {
        self.plans.get(&plan).map_or_else(Vec::new, |placed| index.step_views(plan, &placed.standing, steps))
    }

    /// The checkpoint of that title, without case.
    pub(crate) fn checkpoint_named(&self, plan: usize, title: &str) -> Option<&CheckpointView> {
        let wanted = title.trim().to_lowercase();
        self.plans.get(&plan)?.checkpoints.iter().find(|checkpoint| checkpoint.title.to_lowercase() == wanted)
    }

    /// Every plan that has an address, unlisted ones among them, in the order of paths.
    pub(crate) fn all(&self) -> impl Iterator<Item = (usize, &Placed)> {
        self.plans.iter().map(|(plan, placed)| (*plan, placed))
    }

    fn listed(&self) -> impl Iterator<Item = (usize, &Placed)> {
        self.plans.iter().filter(|(_, placed)| placed.listed).map(|(plan, placed)| (*plan, placed))
    }

    /// Listed plans of a status, those that began last first.
    pub(crate) fn of_status(&self, index: &Index<'_>, status: Status) -> Vec<Arc<PlanCard>> {
        let mut cards: Vec<Arc<PlanCard>> = self
            .listed()
            .filter(|(plan, _)| index.entry(*plan).plan.status == status)
            .map(|(_, placed)| placed.card.clone())
            .collect();
        cards.sort_by_key(|card| (std::cmp::Reverse(card.start), card.title.clone(), card.url.clone()));
        cards
    }

    pub(crate) fn count(&self, status: Status) -> usize {
        self.listed().filter(|(_, placed)| placed.card.status == status.name()).count()
    }

    /// Listed plans at rest: paused, pivoted, done or dropped; what moved last comes first.
    pub(crate) fn resting(&self, index: &Index<'_>) -> Vec<Arc<PlanCard>> {
        let mut cards: Vec<Arc<PlanCard>> = [Status::Paused, Status::Pivoted, Status::Done, Status::Dropped]
            .into_iter()
            .flat_map(|status| self.of_status(index, status))
            .collect();
        cards.sort_by_key(|card| std::cmp::Reverse(moved(card)));
        cards
    }

    /// Every checkpoint of a listed plan, with its plan's status.
    pub(crate) fn all_checkpoints(&self) -> Vec<(&'static str, CheckpointView)> {
        self.listed()
            .flat_map(|(_, placed)| {
                placed.checkpoints.iter().map(|checkpoint| (placed.card.status, checkpoint.clone()))
            })
            .collect()
    }

    /// The cards of listed plans with their checkpoints, where it is enough to look at them.
    pub(crate) fn listed_cards(&self) -> impl Iterator<Item = (&Arc<PlanCard>, &[CheckpointView])> {
        self.listed().map(|(_, placed)| (&placed.card, placed.checkpoints.as_slice()))
    }

    fn active_steps(&self, index: &Index<'_>, of: impl Fn(&Standing) -> &[u32]) -> Vec<StepView> {
        self.listed()
            .filter(|(plan, _)| index.entry(*plan).plan.status == Status::Active)
            .flat_map(|(plan, placed)| index.step_views(plan, &placed.standing, of(&placed.standing)))
            .collect()
    }

    /// The next steps of active plans.
    pub(crate) fn next(&self, index: &Index<'_>) -> Vec<StepView> {
        self.active_steps(index, |standing| &standing.attention.next)
    }

    /// Steps of active plans that need help.
    pub(crate) fn help(&self, index: &Index<'_>) -> Vec<StepView> {
        self.active_steps(index, |standing| &standing.attention.needs_help)
            .into_iter()
            .filter(|step| step.state == State::Waiting.name() || step.people.is_empty())
            .collect()
    }

    /// Who is named in a plan: in its front matter, then in its steps.
    pub(crate) fn people(&self, plan: usize) -> Vec<String> {
        self.plans.get(&plan).map(|placed| placed.people.clone()).unwrap_or_default()
    }

    /// Where a plan stands.
    pub(crate) fn standing(&self, plan: usize) -> Option<&Standing> {
        self.plans.get(&plan).map(|placed| &placed.standing)
    }

    /// What each listed plan that pivoted became.
    pub(crate) fn became(&self) -> BTreeMap<usize, usize> {
        let became = self.came_from.iter().flat_map(|(other, plans)| plans.iter().map(|plan| (*plan, *other)));
        became.collect()
    }

    /// Steps done from `first` to `last`, both included, oldest first; at most twelve, as a margin can show.
    pub(crate) fn done_between(&self, index: &Index<'_>, first: Date, last: Date) -> Vec<StepView> {
        let from = self.done.partition_point(|(date, _, _)| *date < first);
        self.done[from..]
            .iter()
            .take_while(|(date, _, _)| *date <= last)
            .take(12)
            .filter_map(|(_, plan, step)| self.steps(index, *plan, &[u32::try_from(*step).ok()?]).pop())
            .collect()
    }

    /// How the text of a plan looks; none for other entries.
    pub(crate) fn looks(&self, plan: usize) -> Option<&Looks> {
        self.plans.get(&plan).map(|placed| &placed.looks)
    }

    /// The listed plans that became that one.
    pub(crate) fn came_from(&self, plan: usize) -> &[usize] {
        self.came_from.get(&plan).map_or(&[], Vec::as_slice)
    }

    fn placed(&self, plan: usize) -> Option<&Placed> {
        self.plans.get(&plan)
    }
}

/// The dated done steps of a plan, by their place in it, in document order.
pub(crate) fn dated_done(plan: &Entry) -> impl Iterator<Item = (Date, usize)> {
    let steps = plan.steps.items.iter().enumerate();
    let done = steps.filter(|(_, step)| step.state == State::Done && !step.checkpoint);
    done.filter_map(|(at, step)| step.fields.done.map(|date| (date, at)))
}

/// The order of plans that rest, the latest last: when it began to, as far as that is known.
pub(crate) fn moved(card: &PlanCard) -> impl Ord + use<> {
    (card.paused_since.or(card.last_done).or(card.due), card.start)
}

/// A tally where there is something to count.
fn counted(tally: Tally) -> Option<TallyView> {
    (tally.total + tally.cancelled > 0).then(|| tally_view(tally))
}

pub(crate) fn tally_view(tally: Tally) -> TallyView {
    TallyView { done: tally.done, total: tally.total, cancelled: tally.cancelled, percent: tally.percent() }
}

impl Index<'_> {
    /// What a plan pivoted to: another one.
    fn became(&self, plan: usize, problems: &mut Vec<Diagnostic>) -> Option<usize> {
        let entry = self.entry(plan);
        let named = entry.plan.pivoted_to.as_ref()?;
        let other = self.plan_named(entry, named, problems)?;
        if other == plan {
            let message = format!("`pivoted_to` names this plan itself: `{}`", named.name);
            let help = "name the plan that it became, or take the key out";
            problems.push(at(entry, named.spot, Code::BadValue, message).help(help));
            return None;
        }
        Some(other)
    }

    fn plan_card(&self, plan: usize, standing: &Standing, became: Option<usize>) -> PlanCard {
        let entry = self.entry(plan);
        let LinkView { title, url } = self.link(plan);
        let written = &entry.plan;
        let last_done =
            entry.steps.items.iter().filter(|step| step.state == State::Done).filter_map(|step| step.fields.done).max();
        let paused_since = written.held.iter().filter(|pause| pause.to.is_none()).map(|pause| pause.from).max();
        let tally = standing.progress.plan;
        PlanCard {
            title,
            url,
            status: written.status.name(),
            status_note: written.status_note.clone(),
            why: written.why.clone(),
            start: written.start,
            due: written.due,
            until: written.until,
            until_passed: written.until.is_some_and(|until| until < self.today),
            paused_since: paused_since.filter(|_| written.status == Status::Paused),
            pivoted_to: became.map(|other| self.link(other)),
            last_done,
            progress: tally_view(tally),
            schedule: schedule_view(self.language, &standing.schedule, tally, self.today),
            forecast: forecast_view(self.language, standing, self.today),
            targets: standing.metrics.iter().map(target_view).collect(),
            tags: self.tag_names(entry),
            private: entry.visibility == Visibility::Private,
        }
    }

    fn checkpoint_views(&self, plan: usize, standing: &Standing) -> Vec<CheckpointView> {
        let entry = self.entry(plan);
        let link = self.link(plan);
        let about = self.about.get(&plan).map_or(&[] as &[usize], Vec::as_slice);
        standing
            .checkpoints
            .iter()
            .enumerate()
            .map(|(place, checkpoint)| {
                let anchor = match checkpoint.anchor {
                    Anchor::Step(step) => {
                        entry.steps.items.get(step as usize).map(|step| format!("#step-{}", step.line))
                    }
                    Anchor::Section(section) => entry
                        .outline
                        .get(section as usize)
                        .map(|heading| format!("#{}", crate::model::percent_encoded(&heading.id))),
                    Anchor::FrontMatter(_) => None,
                };
                let Checkpoint { title, state, due, done, measure, feeling, gates, check_ins, anchor: _ } = checkpoint;
                CheckpointView {
                    title: title.clone(),
                    state: state.name(),
                    mark: checkpoint_mark(*state),
                    due: *due,
                    done: *done,
                    when: due
                        .filter(|_| state.is_to_come())
                        .map(|due| self.language.distance(days_between(self.today, due))),
                    measure: measure.clone(),
                    feeling: feeling.clone(),
                    gates: gates.map(tally_view),
                    plan: link.clone(),
                    url: format!("{}{}", link.url, anchor.unwrap_or_else(|| format!("#j-checkpoint-{}", place + 1))),
                    reflections: check_ins
                        .iter()
                        .filter_map(|at| about.get(*at as usize))
                        .map(|&reflection| self.reflection_card(reflection))
                        .collect(),
                }
            })
            .collect()
    }

    /// What a step says, without the names and tags that stand at its end: those are shown beside it.
    pub(crate) fn step_text(step: &Step) -> String {
        let mut text = step.plain.as_str();
        while let Some((rest, word)) = text.rsplit_once(' ') {
            let named = word.strip_prefix('@').is_some_and(|name| step.fields.people.iter().any(|known| known == name));
            let tagged = word.strip_prefix('#').is_some_and(|tag| step.fields.tags.iter().any(|known| known == tag));
            if !named && !tagged {
                break;
            }
            text = rest.trim_end();
        }
        text.to_owned()
    }

    /// Steps of a plan, named away from its text.
    pub(crate) fn step_views(&self, plan: usize, standing: &Standing, steps: &[u32]) -> Vec<StepView> {
        let entry = self.entry(plan);
        let link = self.link(plan);
        steps
            .iter()
            .filter_map(|&at| {
                let step = entry.steps.items.get(at as usize)?;
                let state = standing.progress.steps.get(at as usize).map_or(step.state, |progress| progress.shows_as);
                let due = step.fields.due;
                Some(StepView {
                    text: Self::step_text(step),
                    state: state.name(),
                    mark: step_mark(state),
                    url: format!("{}#step-{}", link.url, step.line),
                    plan: link.clone(),
                    due,
                    done: step.fields.done,
                    overdue: !state.is_settled() && due.is_some_and(|due| due < self.today),
                    estimate: step.fields.estimate_minutes.map(|minutes| self.language.duration(minutes)),
                    people: step.fields.people.iter().map(|name| crate::model::readable(name)).collect(),
                })
            })
            .collect()
    }

    pub(crate) fn plan_view(&self, plan: usize, cards: &PlanCards) -> Option<PlanView> {
        let placed = cards.placed(plan)?;
        let entry = self.entry(plan);
        let about = self.about.get(&plan).map_or(&[] as &[usize], Vec::as_slice);
        let standing = &placed.standing;
        let blocked: Vec<u32> = standing.attention.blocked.iter().map(|blocked| blocked.step).collect();
        Some(PlanView {
            entry: self.entry_view(plan),
            today: (entry.plan.status == Status::Active).then_some(self.today),
            sentence: plan_sentence(self.language, &placed.card, &placed.checkpoints, self.today),
            plan: placed.card.clone(),
            passed: passed_words(self.language, &placed.checkpoints),
            checkpoints: placed.checkpoints.clone(),
            next: self.step_views(plan, standing, &standing.attention.next),
            help: self.step_views(plan, standing, first(&standing.attention.needs_help)),
            more_help: standing.attention.needs_help.len().saturating_sub(MOST_IN_MARGIN),
            blocked: self.step_views(plan, standing, first(&blocked)),
            more_blocked: blocked.len().saturating_sub(MOST_IN_MARGIN),
            people: placed.people.iter().map(|name| cards.places.link(name)).collect(),
            practices: standing.practices.iter().map(|practice| practice_view(self.language, practice)).collect(),
            held: entry.plan.held.iter().map(pause_view).collect(),
            came_from: cards.came_from(plan).iter().map(|&other| self.link(other)).collect(),
            quiet_days: standing.attention.quiet_days,
            work_left: work_left(self.language, entry, standing),
            reflections: about.iter().rev().take(6).map(|&reflection| self.reflection_card(reflection)).collect(),
            reflections_total: about.len(),
            moods: self.moods(about),
            charts: charts::wanted(self.settings)
                .then(|| charts::of_plan(self.language, entry, standing, self.settings, self.today)),
        })
    }
}

/// As many of these steps as a margin has room for.
fn first(steps: &[u32]) -> &[u32] {
    &steps[..steps.len().min(MOST_IN_MARGIN)]
}

/// How the steps of a plan look in its text.
fn looks(entry: &Entry, standing: &Standing, today: Date) -> Looks {
    let mut steps: Vec<StepLook> = entry
        .steps
        .items
        .iter()
        .zip(&standing.progress.steps)
        .map(|(step, progress)| {
            let tally = progress.below.and_then(counted);
            StepLook { tally, ..StepLook::plain(step, progress.shows_as, today) }
        })
        .collect();
    for checkpoint in &standing.checkpoints {
        if let Anchor::Step(step) = checkpoint.anchor
            && let Some(look) = steps.get_mut(step as usize)
        {
            look.checkpoint = Some(checkpoint.state.name());
            look.due = checkpoint.due.filter(|_| checkpoint.state.is_to_come());
        }
    }
    Looks {
        steps,
        groups: standing.progress.groups.iter().map(|tally| counted(*tally)).collect(),
        sections: standing.progress.sections.iter().map(|tally| counted(*tally)).collect(),
    }
}

/// Who is named in a plan: in its front matter, as it is written there, then in its steps, each once.
fn people(entry: &Entry) -> Vec<String> {
    let mut known: HashSet<String> = HashSet::new();
    let in_plan = entry.plan.people.iter().map(|name| capitalised(name));
    let in_steps = entry.steps.items.iter().flat_map(|step| &step.fields.people).map(|word| readable(word));
    in_plan.chain(in_steps).filter(|name| known.insert(people::key(name))).collect()
}

pub(crate) fn pause_view(pause: &Pause) -> PauseView {
    PauseView { from: pause.from, to: pause.to, why: pause.why.clone() }
}

fn checkpoint_mark(state: CheckpointState) -> &'static str {
    match state {
        CheckpointState::Met => "c-met",
        CheckpointState::Partly => "c-partly",
        CheckpointState::Dropped => "c-dropped",
        CheckpointState::Overdue => "c-overdue",
        CheckpointState::Soon => "c-soon",
        CheckpointState::Upcoming => "c-upcoming",
    }
}

fn step_mark(state: State) -> &'static str {
    match state {
        State::Open => "s-open",
        State::Doing => "s-doing",
        State::Done => "s-done",
        State::Cancelled => "s-cancelled",
        State::Deferred => "s-deferred",
        State::Scheduled => "s-scheduled",
        State::Waiting => "s-waiting",
        State::OnHold => "s-on_hold",
        State::Note => "s-note",
    }
}
