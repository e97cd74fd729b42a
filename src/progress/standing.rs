//! Where one plan stands: everything together.

use std::collections::BTreeSet;

use super::{Checkpoint, Forecast, Progress, Refusal, Schedule, checkpoints, forecast, progress, schedule};
use crate::model::{Amount, Date, Entry, Every, Settings, State, TargetKind, days_between};

/// Everything that is known of where a plan stands.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Standing {
    pub progress: Progress,
    pub checkpoints: Vec<Checkpoint>,
    pub schedule: Schedule,
    pub forecast: Result<Forecast, Refusal>,
    pub next: Vec<u32>,
    pub blocked: Vec<u32>,
    pub needs_help: Vec<u32>,
    pub quiet_days: Option<i32>,
    pub metrics: Vec<Metric>,
    pub practices: Vec<PracticeStanding>,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Metric {
    pub metric: String,
    pub current: Amount,
    pub amount: Amount,
    pub from: Amount,
}

impl Metric {
    #[must_use]
    pub fn percent(&self) -> u8 {
        let (done, total) = (i128::from(self.current.0 - self.from.0), i128::from(self.amount.0 - self.from.0));
        if total == 0 { return 0; }
        u8::try_from((done * 100 / total).clamp(0, 100)).unwrap_or(0)
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct PracticeStanding {
    pub what: String,
    pub every: Every,
    pub done: u32,
    pub missed: u32,
    pub unrecorded: u32,
    pub skipped: u32,
    pub strength: u32,
    pub streak: u32,
}

#[must_use]
pub fn open_ids<'a>(entries: impl Iterator<Item = &'a Entry>, _settings: &Settings) -> BTreeSet<String> {
    entries.flat_map(|entry| &entry.steps.items).filter(|step| !step.state.is_settled()).filter_map(|step| step.fields.id.clone()).collect()
}

#[must_use]
pub fn standing(plan: &Entry, reflections: &[&Entry], settings: &Settings, today: Date, open: &BTreeSet<String>) -> Standing {
    let progress = progress(plan, settings);
    let schedule = schedule(plan, progress.plan, today);
    let checkpoints = checkpoints(plan, &progress, reflections, today);
    let forecast = forecast(plan, &progress, &schedule, today);
    let (mut next, mut blocked, mut help) = (Vec::new(), Vec::new(), Vec::new());
    let mut sections = BTreeSet::new();
    for (at, step) in plan.steps.items.iter().enumerate() {
        let Some(counts) = progress.steps.get(at).filter(|counts| counts.is_open_leaf()) else { continue };
        let _ = counts;
        let index = u32::try_from(at).unwrap_or(u32::MAX);
        let waits = step.fields.depends_on.iter().any(|id| open.contains(id)) || step.fields.start.is_some_and(|start| start > today);
        if waits { blocked.push(index); continue; }
        if step.state == State::Waiting || !step.fields.people.is_empty() || step.fields.tags.iter().any(|t| t == "help") { help.push(index); }
        if sections.insert(step.section) { next.push(index); }
    }
    let last = plan.steps.items.iter().filter_map(|step| step.fields.done).chain(reflections.iter().filter_map(|r| r.date)).filter(|d| *d <= today).max();
    let metrics = plan.plan.targets.iter().map(|target| {
        let values = reflections.iter().filter_map(|r| r.reflection.metrics.get(&target.metric));
        let current = match target.kind {
            TargetKind::Total => Amount(target.from.0 + values.map(|a| a.0).sum::<i64>()),
            TargetKind::Latest => values.last().copied().unwrap_or(target.from),
        };
        Metric { metric: target.metric.clone(), current, amount: target.amount, from: target.from }
    }).collect();
    Standing { progress, checkpoints, schedule, forecast, next, blocked, needs_help: help, quiet_days: last.map(|d| days_between(d, today)), metrics, practices: Vec::new() }
}

#[must_use]
pub fn duration(minutes: u32) -> String {
    match (minutes / 60, minutes % 60) {
        (0, minutes) => format!("{minutes} min"),
        (hours, 0) => format!("{hours} h"),
        (hours, minutes) => format!("{hours} h {minutes} min"),
    }
}
