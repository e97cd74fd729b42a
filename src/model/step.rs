//! Steps: the list items with a box, what their lines say, and how they stand under each other.
//!
//! Steps are kept flat, in document order, with the index of what they stand under: a tree of any depth then costs
//! no recursion. What a box *counts as* is decided in `progress`, never here.

use serde::{Deserialize, Serialize};

use super::{Date, Spot};

/// What a box means. The characters are those of the table in the users' guide; `statuses:` may add to them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// `[ ]`, and every character without a meaning.
    Open,
    /// `[/]`: begun.
    Doing,
    /// `[x]`, `[X]`.
    Done,
    /// `[-]`: left out of the count.
    Cancelled,
    /// `[>]`: put off.
    Deferred,
    /// `[<]`: has its day.
    Scheduled,
    /// `[?]`: needs help or an answer.
    Waiting,
    /// `[h]`.
    OnHold,
    /// `[i]` and other marks for remarks: no step at all.
    Note,
}

impl State {
    /// Every state with its name in `journal.json`, settings and messages.
    pub const ALL: [(Self, &'static str); 9] = [
        (Self::Open, "open"),
        (Self::Doing, "doing"),
        (Self::Done, "done"),
        (Self::Cancelled, "cancelled"),
        (Self::Deferred, "deferred"),
        (Self::Scheduled, "scheduled"),
        (Self::Waiting, "waiting"),
        (Self::OnHold, "on_hold"),
        (Self::Note, "note"),
    ];

    /// The name of the state.
    #[must_use]
    pub fn name(self) -> &'static str {
        Self::ALL.iter().find(|(state, _)| *state == self).map_or("open", |(_, name)| name)
    }

    /// The state of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, known)| *known == name).map(|(state, _)| *state)
    }

    /// The character in a box that usually means it.
    #[must_use]
    pub fn symbol(self) -> &'static str {
        match self {
            Self::Open => " ",
            Self::Doing => "/",
            Self::Done => "x",
            Self::Cancelled => "-",
            Self::Deferred => ">",
            Self::Scheduled => "<",
            Self::Waiting => "?",
            Self::OnHold => "h",
            Self::Note => "n",
        }
    }

    /// Whether nothing is left to do: done or cancelled.
    #[must_use]
    pub fn is_settled(self) -> bool {
        matches!(self, Self::Done | Self::Cancelled)
    }
}

/// How much a step matters, as Obsidian Tasks has it. No priority lies between `Medium` and `Low`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Priority {
    /// 🔺
    Highest,
    /// ⏫
    High,
    /// 🔼
    Medium,
    /// 🔽
    Low,
    /// ⏬
    Lowest,
}

impl Priority {
    /// The name of the priority.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Highest => "highest",
            Self::High => "high",
            Self::Medium => "medium",
            Self::Low => "low",
            Self::Lowest => "lowest",
        }
    }
}

/// What the fields of a line say, in whichever of the three spellings.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Fields {
    /// `✅`, `[completion:: …]`, `done:`.
    pub done: Option<Date>,
    /// `❌`, `[cancelled:: …]`.
    pub cancelled: Option<Date>,
    /// `📅`, `[due:: …]`, `due:`.
    pub due: Option<Date>,
    /// `⏳`, `[scheduled:: …]`.
    pub scheduled: Option<Date>,
    /// `🛫`, `[start:: …]`.
    pub start: Option<Date>,
    /// `➕`, `[created:: …]`.
    pub created: Option<Date>,
    /// `🔺` to `⏬`, `[priority:: …]`, `pri:A`.
    pub priority: Option<Priority>,
    /// `🔁`, `[repeat:: …]`: the rule as written. A step with one is practice and not counted.
    pub recurrence: Option<String>,
    /// `🏁`, `[onCompletion:: …]`: read and kept, never acted on.
    pub on_completion: Option<String>,
    /// `🆔`, `[id:: …]`.
    pub id: Option<String>,
    /// `⛔`, `[dependsOn:: …]`: ids of steps that must be done first.
    pub depends_on: Vec<String>,
    /// `⏱ 2h`, `[estimate:: 1h 30m]`, `est:2h`, in minutes.
    pub estimate_minutes: Option<u32>,
    /// `#tag`, without the `#`, in order, each once (compared without case).
    pub tags: Vec<String>,
    /// `@name`, without the `@`, in order, each once.
    pub people: Vec<String>,
    /// `^id` at the very end.
    pub block_id: Option<String>,
}

/// What a step or group stands under.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Parent {
    /// The step with this index.
    Step(u32),
    /// The group with this index.
    Group(u32),
}

/// A list item with a box.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Step {
    /// What the box means.
    pub state: State,
    /// The character in the box, as written.
    pub symbol: String,
    /// `[!]` or `[*]`: open, and important.
    pub important: bool,
    /// The line of the file, from 1.
    pub line: u32,
    /// The line after the box, without the fields that were read; tags and people stay.
    pub text: String,
    /// The same as it reads on a page: without Markdown's marks.
    pub plain: String,
    /// What the fields say.
    pub fields: Fields,
    /// The line begins with `🚩` (or `🏁`), is tagged as a checkpoint or stands under a heading for checkpoints.
    pub checkpoint: bool,
    /// What it stands under, the nearest step or group.
    pub parent: Option<Parent>,
    /// The heading it stands under: an index into [`super::Entry::outline`].
    pub section: Option<u32>,
    /// The list it is an item of; items of one list have one number.
    pub list: u32,
}

/// A plain list item with steps below it: seen through when counting, shown as a heading of its steps.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Group {
    /// Its text, plain.
    pub text: String,
    /// What it stands under.
    pub parent: Option<Parent>,
    /// The heading it stands under.
    pub section: Option<u32>,
}

/// All steps of an entry, in document order: a step comes after what it stands under.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Steps {
    /// The steps, notes and checkpoints among them.
    pub items: Vec<Step>,
    /// The groups between them.
    pub groups: Vec<Group>,
}

impl Steps {
    /// The nearest step above, groups seen through.
    #[must_use]
    pub fn step_above(&self, parent: Option<Parent>) -> Option<usize> {
        let mut parent = parent;
        loop {
            match parent? {
                Parent::Step(index) => return Some(index as usize),
                Parent::Group(index) => parent = self.groups.get(index as usize)?.parent,
            }
        }
    }
}

/// A heading that is a checkpoint: `Checkpoint: First draft`, or `🚩 First draft`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Gate {
    /// The heading, an index into [`super::Entry::outline`].
    pub section: u32,
    /// What is to be reached.
    pub title: String,
    /// Its own box, if it has one.
    pub state: Option<State>,
    /// What its fields say.
    pub fields: Fields,
}

/// A checkpoint declared in front matter.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct DeclaredCheckpoint {
    /// What is to be reached.
    pub title: String,
    /// When it is meant to be.
    pub due: Option<Date>,
    /// `done: 2026-05-01`, `done: true`, or not.
    pub done: Done,
    /// How one will know.
    pub measure: Option<String>,
    /// How it felt.
    pub feeling: Option<String>,
    /// Where it is written.
    pub spot: Spot,
}

/// Whether, and since when, something is done.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Done {
    /// Not done.
    #[default]
    No,
    /// Done, the day unknown.
    Yes,
    /// Done on a day.
    On(Date),
}
