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
    /// What the plan's status became after its first version, and when.
    pub statuses: Vec<(Date, Status)>,
    /// The days on which it was due before, oldest first, each with the first day on which that was no longer so.
    pub dues: Vec<(Date, Option<Date>)>,
    /// The same for its first day.
    pub starts: Vec<(Date, Option<Date>)>,
}

impl Past {
    /// Since when the plan has had this status, if it has it, and the day is known.
    #[must_use]
    pub fn since(&self, status: Status) -> Option<Date> {
        self.statuses.last().filter(|(_, last)| *last == status).map(|(day, _)| *day)
    }
}
