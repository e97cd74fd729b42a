//! Where the plans of a journal stand on one day, without a page: what `journal status` shows, and the shape of its
//! JSON.
//!
//! The figures and words are those of the front page and of the plans' pages; `gather` puts them together. Names stay
//! as they are within a schema, absent values are null, dates are `YYYY-MM-DD`. What is only for the page in the
//! terminal is not in the JSON.

mod gather;

use std::sync::Arc;

use serde::Serialize;

use super::export::PlanExport;
use super::home::by_need;
use super::plans::moved;
use super::views::{CheckpointView, PauseView, PlanCard, PracticeView, StepView, TallyView, TargetView};
use crate::model::Date;
use crate::progress::Load;

pub use gather::status;

/// How all plans stand.
#[derive(Debug, Clone, Serialize)]
pub struct Status {
    /// The version of this shape.
    pub schema: u8,
    /// The day it is reckoned for.
    pub generated_for: Date,
    /// The name of the journal.
    pub title: String,
    /// How things stand, in a sentence or three.
    pub sentence: String,
    /// What was done and written in the last seven days, today among them.
    pub last_seven_days: Happened,
    /// Every plan that has an address, by path.
    pub plans: Vec<PlanStatus>,
    /// The next small steps of plans under way: one for each plan first, and what is overdue or due before the rest.
    pub next: Vec<StepStatus>,
    /// Checkpoints of plans under way that are to come, those nearest to today first, whether before or after it.
    pub checkpoints_near: Vec<CheckpointStatus>,
    /// Checkpoints of all plans that were met, or met in part, in the last 60 days, newest first.
    pub checkpoints_passed: Vec<CheckpointStatus>,
    /// Steps of plans under way that wait for an answer.
    pub waiting: Vec<StepStatus>,
    /// Steps of plans under way that wait for other steps.
    pub blocked: Vec<StepStatus>,
    /// Other steps of plans under way that want help: they name somebody, or are tagged `#help`.
    pub help: Vec<StepStatus>,
    /// The work due in the coming weeks, of all plans under way together, against the hours of the settings.
    pub capacity: Option<Capacity>,
}

impl Status {
    /// The same, of one plan only.
    #[must_use]
    pub fn only(mut self, path: &str) -> Self {
        self.plans.retain(|plan| plan.export.path == path);
        for steps in [&mut self.next, &mut self.waiting, &mut self.blocked, &mut self.help] {
            steps.retain(|step| step.plan == path);
        }
        for checkpoints in [&mut self.checkpoints_near, &mut self.checkpoints_passed] {
            checkpoints.retain(|checkpoint| checkpoint.plan == path);
        }
        self
    }
}

/// How one plan stands: what `journal.json` has of it, and more.
#[derive(Debug, Clone, Serialize)]
pub struct PlanStatus {
    /// As in `journal.json`.
    #[serde(flatten)]
    pub export: PlanExport,
    /// Where it stands, in a sentence or two.
    pub sentence: String,
    /// The decision behind it.
    pub why: Option<String>,
    /// What the writer says of its status.
    pub status_note: Option<String>,
    /// Paused: when to look again.
    pub until: Option<Date>,
    /// Pivoted: the title of what it became.
    pub pivoted_to: Option<String>,
    /// Tangible goals.
    pub targets: Vec<TargetView>,
    /// The first open step of each section.
    pub next: Vec<StepStatus>,
    /// Its checkpoints that are overdue or due within 14 days.
    pub checkpoints_near: Vec<CheckpointStatus>,
    /// Steps that wait for an answer.
    pub waiting: Vec<StepStatus>,
    /// Steps that wait for other steps.
    pub blocked: Vec<StepStatus>,
    /// Other steps that want help.
    pub help: Vec<StepStatus>,
    /// Small daily steps, and how they go.
    pub practice: Vec<PracticeView>,
    /// Recurring steps that are open.
    pub recurring: Vec<StepStatus>,
    /// The work due in the coming weeks against the hours that the plan says it has.
    pub capacity: Option<Capacity>,
    /// Days since the last done step, or the last reflection on it.
    pub quiet_days: Option<u32>,
    /// Steps done in each of the last twelve weeks, the oldest first; the last is the one that today lies in.
    pub weeks: Vec<WeekDone>,
    /// The steps done last, newest first; at most five.
    pub done_lately: Vec<StepStatus>,
    /// The latest reflections on it, newest first; at most six.
    pub reflections: Vec<ReflectionStatus>,
    /// What other pages see of it.
    #[serde(skip)]
    pub card: Arc<PlanCard>,
    /// All its checkpoints, in order.
    #[serde(skip)]
    pub checkpoints: Vec<CheckpointStatus>,
    /// How many of them are behind it, in words.
    #[serde(skip)]
    pub passed: String,
    /// The estimates of its open steps, in words.
    #[serde(skip)]
    pub work_left: Option<String>,
    /// Who is named in it.
    #[serde(skip)]
    pub people: Vec<String>,
    /// When it waited.
    #[serde(skip)]
    pub held: Vec<PauseView>,
    /// The titles of the plans that became it.
    #[serde(skip)]
    pub came_from: Vec<String>,
}

impl PlanStatus {
    /// The order of plans under way: the furthest behind first, then what is due first.
    #[must_use]
    pub fn by_need(&self) -> impl Ord + use<> {
        by_need(&self.card)
    }

    /// The order of plans that rest, the latest last: when it began to, as far as that is known.
    #[must_use]
    pub fn moved(&self) -> impl Ord + use<> {
        moved(&self.card)
    }
}

/// A step, named away from its file.
#[derive(Debug, Clone, Serialize)]
pub struct StepStatus {
    /// The path of its plan.
    pub plan: String,
    /// The line it stands in, from 1.
    pub line: u32,
    /// Its text, as `journal.json` has it.
    pub text: String,
    /// The same as it reads, without Markdown's marks and without the names and tags at its end.
    pub plain: String,
    /// `open`, `doing`, `waiting` …: as its own box says, or what stands above it.
    pub state: &'static str,
    /// The character for that state: the one in its box, if its own box says so.
    pub symbol: String,
    /// The heading it stands under, if that is not the plan's own title.
    pub section: Option<String>,
    /// When it is due.
    pub due: Option<Date>,
    /// When it was done.
    pub done: Option<Date>,
    /// Whether it was due before today, and is open.
    pub overdue: bool,
    /// How long it takes.
    pub estimate_minutes: Option<u32>,
    /// How often it comes back, as written.
    pub recurrence: Option<String>,
    /// Who is named in it, without `@`.
    pub people: Vec<String>,
    /// The open steps that it waits for.
    pub waits_for: Vec<WaitsFor>,
    /// Whether only the writer sees it.
    pub private: bool,
    /// The steps under that heading.
    #[serde(skip)]
    pub section_progress: Option<TallyView>,
    /// As pages show it.
    #[serde(skip)]
    pub view: StepView,
}

/// What a step waits for.
#[derive(Debug, Clone, Serialize)]
pub struct WaitsFor {
    /// The id.
    pub id: String,
    /// The text of the step that has it, if one does.
    pub plain: Option<String>,
}

/// A checkpoint, named away from its file.
#[derive(Debug, Clone, Serialize)]
pub struct CheckpointStatus {
    /// The path of its plan.
    pub plan: String,
    /// What is to be reached.
    pub title: String,
    /// `met`, `partly`, `dropped`, `overdue`, `soon`, `upcoming`.
    pub state: &'static str,
    /// When it is meant to be.
    pub due: Option<Date>,
    /// When it was reached.
    pub done: Option<Date>,
    /// How one will know.
    pub measure: Option<String>,
    /// Whether only the writer sees it.
    pub private: bool,
    /// As pages show it.
    #[serde(skip)]
    pub view: CheckpointView,
}

/// What happened in some days.
#[derive(Debug, Clone, Copy, Default, Serialize)]
pub struct Happened {
    /// Steps done.
    pub steps: u32,
    /// Reflections written.
    pub reflections: u32,
}

/// The steps done in a week.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct WeekDone {
    /// Its first day.
    pub first: Date,
    /// Steps done in it.
    pub steps: u32,
}

/// A reflection on a plan.
#[derive(Debug, Clone, Serialize)]
pub struct ReflectionStatus {
    /// Its file.
    pub path: String,
    /// Its title.
    pub title: String,
    /// Its day.
    pub date: Option<Date>,
    /// 1 to 5.
    pub mood: Option<u8>,
    /// `heavy`, `low`, `even`, `good`, `bright`.
    pub mood_word: Option<String>,
    /// Whether only the writer sees it.
    pub private: bool,
}

/// The work of the coming weeks, against the time there is.
#[derive(Debug, Clone, Serialize)]
pub struct Capacity {
    /// Minutes a week there are.
    pub minutes_a_week: u32,
    /// Eight weeks, from the one that today lies in.
    pub weeks: Vec<WeekLoad>,
}

/// The work due in one week. What is overdue is due now.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct WeekLoad {
    /// Its first day.
    pub first: Date,
    /// Steps due in it.
    pub steps: u32,
    /// Minutes they are estimated to take.
    pub minutes: u64,
    /// How many of them nobody has an idea of.
    pub unestimated: u32,
}

impl Capacity {
    /// None where nobody said how much time there is.
    fn of(load: &Load) -> Option<Self> {
        let week = |week: &crate::progress::WeekLoad| WeekLoad {
            first: week.first,
            steps: week.steps,
            minutes: week.minutes,
            unestimated: week.unestimated,
        };
        Some(Self { minutes_a_week: load.capacity?, weeks: load.weeks.iter().map(week).collect() })
    }
}
