//! Where plans stand: pure functions of entries, settings and `today`.
//!
//! No I/O, no clock and no floating number: the same journal on the same day gives the same figures on every
//! machine. What the figures mean is decided here and nowhere else; pages, feeds, badges and `journal status` show
//! them.

pub mod checkpoints;
pub mod forecast;
pub mod pauses;
pub mod schedule;
pub mod tally;
mod tree;

#[cfg(test)]
mod arbitrary;
#[cfg(test)]
mod story;

pub use checkpoints::{Anchor, Checkpoint, CheckpointState, checkpoints};
pub use forecast::{Forecast, Reach, Refusal, forecast};
pub use pauses::Pauses;
pub use schedule::{Line, Schedule, ScheduleState, schedule};
pub use tally::{Counted, Progress, StepProgress, Tally, progress};

/// The place in a list as the model writes it.
fn index(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
}
