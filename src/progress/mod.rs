//! Where plans stand: pure functions of entries, settings and `today`.
//!
//! No I/O, no clock and no floating number: the same journal on the same day gives the same figures on every
//! machine. What the figures mean is decided here and nowhere else; pages, feeds, badges and `journal status` show
//! them.

mod activity;
mod burn_up;
mod capacity;
mod checkpoints;
mod forecast;
mod metrics;
mod next;
mod pauses;
mod practice;
mod schedule;
mod tally;
mod tree;

#[cfg(test)]
mod arbitrary;
#[cfg(test)]
mod story;
#[cfg(test)]
mod tests;

pub use activity::{Activity, Happened, activity};
pub use burn_up::{BurnUp, burn_up};
pub use capacity::{Load, WeekLoad, load, load_together};
pub use checkpoints::{Anchor, Checkpoint, CheckpointState, checkpoints};
pub use forecast::{Forecast, Reach, Refusal, forecast, target_forecast};
pub use metrics::{Metric, amount_of, metrics};
pub use next::{Attention, Blocked, attention};
pub use pauses::Pauses;
pub use practice::{Mark, PracticeRecord, practices};
pub use schedule::{Line, Schedule, ScheduleState, schedule};
pub use tally::{Counted, Progress, StepProgress, Tally, progress};

use crate::model::{Date, Entry, Settings};
use tree::Tree;

/// All that can be said of where one plan stands.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Standing {
    /// What is done, in all its parts.
    pub progress: Progress,
    /// What was and is to be reached.
    pub checkpoints: Vec<Checkpoint>,
    /// Where it is against its dates.
    pub schedule: Schedule,
    /// When it may be finished, or why nobody can say.
    pub forecast: Result<Forecast, Refusal>,
    /// What to do next, what waits, and where help is wanted.
    pub attention: Attention,
    /// How far its targets have come.
    pub metrics: Vec<Metric>,
    /// How its practices go.
    pub practices: Vec<PracticeRecord>,
    /// The work of its coming weeks.
    pub load: Load,
}

/// Where `plan` stands on `today`.
///
/// `reflections` are those about it, oldest first. `open_ids` says of a step's id that no step of the plan has
/// whether a step elsewhere has it and is open.
#[must_use]
pub fn standing(
    plan: &Entry,
    reflections: &[&Entry],
    settings: &Settings,
    today: Date,
    open_ids: &dyn Fn(&str) -> bool,
) -> Standing {
    let tree = Tree::of(&plan.steps);
    let progress = tally::progress_in(plan, &tree, settings);
    let schedule = schedule(plan, progress.plan, today);
    Standing {
        checkpoints: checkpoints(plan, &progress, reflections, today),
        forecast: forecast(plan, &progress, &schedule, today),
        attention: next::attention_in(plan, &tree, &progress, reflections, today, open_ids),
        metrics: metrics(plan, reflections, today),
        practices: practices(plan, reflections, &schedule, settings.week_start, today),
        load: load(plan, &progress, settings.week_start, today),
        progress,
        schedule,
    }
}

/// The place in a list as the model writes it.
fn index(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
}
