//! What the earlier versions of a file tell, and its text does not.

use serde::{Deserialize, Serialize};

use super::{Date, Status};

/// How many steps of a plan counted over time.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Scope {
    /// Steps that counted before the first change.
    pub before: u32,
    /// By how much each day changed their number, oldest first; no change is 0.
    pub changes: Vec<(Date, i32)>,
}

/// What an entry's earlier versions tell. Empty where none are known.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Past {
    /// How many steps counted over time, those among them that are gone; none where no version is known.
    pub scope: Option<Scope>,
    /// What the plan's status became, and when, oldest first: where its first day is known, the first is the status it
    /// began with.
    pub statuses: Vec<(Date, Status)>,
    /// The same for the day it is due.
    pub dues: Vec<(Date, Option<Date>)>,
    /// The same for its first day.
    pub starts: Vec<(Date, Option<Date>)>,
}

impl Past {
    /// Since when the plan has had the status it has, if that is known.
    #[must_use]
    pub fn status_since(&self) -> Option<(Date, Status)> {
        self.statuses.last().copied()
    }
}
