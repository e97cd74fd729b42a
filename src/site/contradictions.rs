//! Where what is written of a plan can't all be true: against its steps, its dates, its reflections and the day.

use super::at;
use super::index::Index;
use super::plans::PlanCards;
use crate::model::{Code, Date, Diagnostic, Done, Entry, Kind, Spot, State, Status, Step};
use crate::progress::{Anchor, Standing};

impl Index<'_> {
    /// Tells all of them.
    pub(crate) fn report_contradictions(&self, cards: &PlanCards, diagnostics: &mut Vec<Diagnostic>) {
        for (index, entry) in self.published.entries().iter().enumerate() {
            diagnostics.extend(settled_later(entry, self.today));
            diagnostics.extend(self.unknown_checkpoint(index, cards));
            if let Some(standing) = cards.standing(index) {
                diagnostics.extend(done_with_open_steps(entry, standing));
                diagnostics.extend(checkpoints_after_the_end(entry, standing));
            }
        }
    }

    /// A reflection that looks back on a checkpoint that none of its plans has.
    fn unknown_checkpoint(&self, index: usize, cards: &PlanCards) -> Option<Diagnostic> {
        let entry = self.entry(index);
        let named = entry.reflection.checkpoint.as_ref()?;
        let problem = |message: String| at(entry, named.spot, Code::UnknownCheckpoint, message);
        if entry.reflection.plans.is_empty() && entry.kind == Kind::Reflection {
            let message = format!("the reflection looks back on `{}` and names no plan that could have it", named.name);
            return Some(problem(message).help("name the plan: `plan: my-novel`"));
        }
        let plans = &self.plans_of[index];
        // A plan that can't be found was told already.
        if plans.is_empty() || plans.iter().any(|&plan| cards.checkpoint_named(plan, &named.name).is_some()) {
            return None;
        }
        let titles: Vec<String> =
            plans.iter().flat_map(|&plan| cards.checkpoints(plan)).map(|checkpoint| checkpoint.title.clone()).collect();
        let help = if titles.is_empty() {
            "the plan has none yet".to_owned()
        } else {
            format!("it has `{}`", titles.join("`, `"))
        };
        Some(problem(format!("the plan has no checkpoint `{}`", named.name)).help(help))
    }
}

/// All of a line: where on it something stands, no later stage knows.
fn line(line: u32) -> Spot {
    Spot { line, column: 1, length: u32::MAX }
}

/// What is done or cancelled on a day that is still to come.
fn settled_later(entry: &Entry, today: Date) -> Vec<Diagnostic> {
    let step = |step: &Step| {
        let (word, date) = match step.state {
            State::Done => ("done", step.fields.done?),
            State::Cancelled => ("cancelled", step.fields.cancelled?),
            _ => return None,
        };
        Some((line(step.line), format!("the step was {word} on {date}"), date))
    };
    let steps = entry.steps.items.iter().filter_map(step);
    let gates = entry.gates.iter().filter_map(|gate| {
        let heading = entry.outline.get(gate.section as usize)?;
        let date = gate.fields.done?;
        Some((line(heading.line), format!("the checkpoint was met on {date}"), date))
    });
    let declared = entry.plan.checkpoints.iter().filter_map(|checkpoint| match checkpoint.done {
        Done::On(date) => Some((checkpoint.spot, format!("`{}` was met on {date}", checkpoint.title), date)),
        Done::No | Done::Yes => None,
    });
    let later = steps.chain(gates).chain(declared).filter(|(.., date)| *date > today);
    let problem = |(spot, what, _): (Spot, String, Date)| {
        let message = format!("{what}, which is after today, {today}");
        at(entry, spot, Code::DoneInFuture, message).help("write the day on which it was settled")
    };
    later.map(problem).collect()
}

/// A plan that is done, and is not.
fn done_with_open_steps(entry: &Entry, standing: &Standing) -> Option<Diagnostic> {
    if entry.plan.status != Status::Done {
        return None;
    }
    let mut open = entry.steps.items.iter().zip(&standing.progress.steps).filter(|(_, step)| step.is_open_leaf());
    let (first, _) = open.next()?;
    let message = match open.count() {
        0 => "the plan is done, but this step is open".to_owned(),
        1 => "the plan is done, but this step and another are open".to_owned(),
        more => format!("the plan is done, but this step and {more} others are open"),
    };
    let help = "tick what is done, cancel what is not wanted, or give the plan another status";
    Some(at(entry, line(first.line), Code::DoneWithOpenSteps, message).help(help))
}

/// Checkpoints to come that are due when the whole plan should be finished.
fn checkpoints_after_the_end(entry: &Entry, standing: &Standing) -> Vec<Diagnostic> {
    let is_over = matches!(entry.plan.status, Status::Done | Status::Dropped | Status::Pivoted);
    let Some(end) = entry.plan.due.filter(|_| !is_over) else { return Vec::new() };
    let late = standing.checkpoints.iter().filter(|checkpoint| checkpoint.state.is_to_come());
    let problem = |checkpoint: &crate::progress::Checkpoint| {
        let due = checkpoint.due.filter(|due| *due > end)?;
        let spot = match checkpoint.anchor {
            Anchor::Step(index) => line(entry.steps.items.get(index as usize)?.line),
            Anchor::Section(index) => line(entry.outline.get(index as usize)?.line),
            Anchor::FrontMatter(index) => entry.plan.checkpoints.get(index as usize)?.spot,
        };
        let message = format!("the checkpoint is due on {due}, after the whole plan on {end}");
        Some(at(entry, spot, Code::DueAfterPlan, message).help("move one of the two dates"))
    };
    late.filter_map(problem).collect()
}
