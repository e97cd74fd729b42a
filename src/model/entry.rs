//! An entry: a plan, a reflection or a page, with all that its file says, complete when it exists.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::settings::{CountCancelled, WeighBy};
use super::{
    Amount, Date, DeclaredCheckpoint, Digest, Gate, Heading, Link, Past, SourcePath, Spot, Steps, Terms, Time, Value,
};

/// What an entry is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// A goal with steps and checkpoints.
    Plan,
    /// A dated entry: what happened, how it feels, what next.
    Reflection,
    /// Anything else.
    Page,
}

impl Kind {
    /// The word for it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Plan => "plan",
            Self::Reflection => "reflection",
            Self::Page => "page",
        }
    }

    /// The kind of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        [Self::Plan, Self::Reflection, Self::Page].into_iter().find(|kind| kind.name() == name)
    }
}

/// Who may see an entry.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Visibility {
    /// Everybody.
    #[default]
    Public,
    /// Who has the address: the page is made, and no list names it.
    Unlisted,
    /// Nobody: no trace in a public build.
    Private,
}

impl Visibility {
    /// The word for it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Public => "public",
            Self::Unlisted => "unlisted",
            Self::Private => "private",
        }
    }
}

/// What the writer says of a plan.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// Not begun, perhaps never.
    Idea,
    /// Under way.
    #[default]
    Active,
    /// At rest, to be looked at again.
    Paused,
    /// Finished.
    Done,
    /// Let go.
    Dropped,
    /// Became another plan.
    Pivoted,
}

impl Status {
    /// Every status, with its word.
    pub const ALL: [(Self, &'static str); 6] = [
        (Self::Idea, "idea"),
        (Self::Active, "active"),
        (Self::Paused, "paused"),
        (Self::Done, "done"),
        (Self::Dropped, "dropped"),
        (Self::Pivoted, "pivoted"),
    ];

    /// The word for it.
    #[must_use]
    pub fn name(self) -> &'static str {
        Self::ALL.iter().find(|(status, _)| *status == self).map_or("active", |(_, name)| name)
    }
}

/// The name of another entry as written in front matter: a slug, a path, a title or a wikilink.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Named {
    /// The name, without brackets, text and heading.
    pub name: String,
    /// Where it is written.
    pub spot: Spot,
}

/// How the values of one metric make one figure.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum TargetKind {
    /// The sum of what was measured.
    #[default]
    Total,
    /// The last that was measured.
    Latest,
}

/// A tangible goal: an amount of something to reach.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Target {
    /// The name of the metric, as in the reflections' `metrics`.
    pub metric: String,
    /// What is to be reached.
    pub amount: Amount,
    /// Where it began.
    pub from: Amount,
    /// How values add up.
    pub kind: TargetKind,
}

/// How often a practice is meant to be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Every {
    /// Each day.
    Day,
    /// Monday to Friday.
    Weekday,
    /// Once in each week.
    Week,
    /// Once in each month.
    Month,
}

/// The small daily step.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Practice {
    /// How often.
    pub every: Every,
    /// What.
    pub what: String,
}

/// A stretch of days in which a plan waits; both ends count.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Pause {
    /// The first day.
    pub from: Date,
    /// The last day; none while it lasts.
    pub to: Option<Date>,
    /// The reason, if one is given.
    pub why: Option<String>,
}

/// What only a plan has.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Plan {
    /// What the writer says of it.
    pub status: Status,
    /// In the writer's words.
    pub status_note: Option<String>,
    /// Paused: when to look again.
    pub until: Option<Date>,
    /// Pivoted: what it became.
    pub pivoted_to: Option<Named>,
    /// The first day.
    pub start: Option<Date>,
    /// The day it is meant to be finished.
    pub due: Option<Date>,
    /// The decision behind it.
    pub why: Option<String>,
    /// What is to be reached.
    pub targets: Vec<Target>,
    /// What is done again and again.
    pub practices: Vec<Practice>,
    /// Checkpoints declared in front matter.
    pub checkpoints: Vec<DeclaredCheckpoint>,
    /// When it waited, oldest first.
    pub held: Vec<Pause>,
    /// Minutes a week there are for it.
    pub capacity_minutes: Option<u32>,
    /// Who helps, who cheers one on.
    pub people: Vec<String>,
    /// How cancelled steps count here, if not as in the settings.
    pub count_cancelled: Option<CountCancelled>,
    /// How steps weigh here, if not as in the settings.
    pub weigh_by: Option<WeighBy>,
}

/// Which practices were done that day.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Practiced {
    /// Nothing is said.
    #[default]
    Unrecorded,
    /// `practiced: false`: not done, and said so.
    No,
    /// All of the plan's.
    All,
    /// Those of these names.
    Some(Vec<String>),
}

/// How a mood, an energy or a confidence is called, from 1 to 5.
pub const FEELINGS: [(u8, &str); 5] = [(1, "heavy"), (2, "low"), (3, "even"), (4, "good"), (5, "bright")];

/// What only a reflection has.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Reflection {
    /// The plans it is about.
    pub plans: Vec<Named>,
    /// 1 (heavy) to 5 (bright).
    pub mood: Option<u8>,
    /// 1 to 5.
    pub energy: Option<u8>,
    /// 1 to 5.
    pub confidence: Option<u8>,
    /// What was measured that day.
    pub metrics: BTreeMap<String, Amount>,
    /// The title of the checkpoint it looks back on.
    pub checkpoint: Option<Named>,
    /// Which practices were done.
    pub practiced: Practiced,
}

/// What front matter says of the address, before collisions are looked at.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Address {
    /// From the path.
    Path,
    /// The folder from the path, this as the last part.
    Slug(String),
    /// All of it, without `/` at its start; may end in `.html`, or in `/` for a folder.
    Permalink(String),
}

/// A file of the journal, understood. Everything in it was found in one face of the file: the whole of it, or what
/// a public site may know.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// The file.
    pub path: SourcePath,
    /// Stands for everything that was read to make this entry and its body.
    pub digest: Digest,
    /// What it is.
    pub kind: Kind,
    /// Who may see it.
    pub visibility: Visibility,
    /// Front matter's `title`, else the first heading of level 1, else the file's name, made readable.
    pub title: String,
    /// What is said of its address.
    pub address: Address,
    /// Its day: front matter's, else that in the file's name.
    pub date: Option<Date>,
    /// The time of that day, as written.
    pub time: Option<Time>,
    /// When it was last changed, if the writer says so.
    pub updated: Option<Date>,
    /// Front matter's and the body's, without `#`, in order, each once (compared without case).
    pub tags: Vec<String>,
    /// Front matter's, else the first paragraph, plain text.
    pub summary: String,
    /// Other names, each a redirect page.
    pub aliases: Vec<Named>,
    /// The template to use instead of that of its kind.
    pub template: Option<Named>,
    /// Its picture.
    pub cover: Option<Link>,
    /// Its place among pages, lowest first.
    pub weight: i64,
    /// Front matter's keys without a meaning here.
    pub extra: BTreeMap<String, Value>,
    /// What a plan has; empty for other kinds.
    pub plan: Plan,
    /// What a reflection has; empty for other kinds.
    pub reflection: Reflection,
    /// Headings.
    pub outline: Vec<Heading>,
    /// Steps, in any kind of entry.
    pub steps: Steps,
    /// Headings that are checkpoints.
    pub gates: Vec<Gate>,
    /// Links into the journal.
    pub links: Vec<Link>,
    /// Block ids (`^id`) that links may name.
    pub blocks: Vec<String>,
    /// Words in the body.
    pub words: u32,
    /// The words that search finds it by; none where the settings want no search.
    pub terms: Terms,
    /// What its earlier versions tell; empty until they are asked.
    pub past: Past,
}

impl Entry {
    /// Whether `other` is the same but for its running text: all that pages of other entries could show of it, and all
    /// that is reckoned from it, is the same.
    #[must_use]
    pub fn differs_only_in_text(&self, other: &Self) -> bool {
        // Where a heading or link is written matters to who mends it, and is shown nowhere.
        let bare = |entry: &Self| Self {
            digest: Digest::default(),
            words: 0,
            terms: Terms::default(),
            outline: entry.outline.iter().map(|heading| Heading { line: 0, ..heading.clone() }).collect(),
            links: entry.links.iter().map(|link| Link { spot: Spot::default(), ..link.clone() }).collect(),
            ..entry.clone()
        };
        bare(self) == bare(other)
    }
}
