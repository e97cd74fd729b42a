//! What the chart templates see: places on a chart, and the same figures as text.
//!
//! Places across a chart (`x`, `width`) are hundredths of a percent of its width, so that a chart of any width holds
//! the same text; the filter `share` writes them. Places down (`y`) are tenths of a pixel; the filter `tenths` writes
//! them. Paths are in a box 10,000 wide, and as high as the plot is in tenths of a pixel.

use std::sync::Arc;

use serde::Serialize;

use super::super::views::{LinkView, PlanCard, TodayView};

/// A mark on an axis of time. Its words are cut in three: a narrow chart shows only the middle one.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct TickView {
    /// Where it stands.
    pub x: i32,
    /// What a narrow chart leaves out before `short`: the century of a year.
    pub before: String,
    /// The first letter of a month, or the last two digits of a year.
    pub short: String,
    /// What a narrow chart leaves out after `short`: the rest of a month's name.
    pub after: String,
}

/// A part of a chart's width.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
pub struct StretchView {
    /// Where it begins.
    pub x: i32,
    /// How wide it is.
    pub width: i32,
}

/// Words at a place across a chart.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct LabelView {
    /// Where.
    pub x: i32,
    /// `start`, `middle` or `end`: which part of the words stands there.
    pub anchor: &'static str,
    /// The words.
    pub text: String,
}

/// A level on an axis of amounts.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct LevelView {
    /// Where it stands.
    pub y: i32,
    /// Its amount, as text.
    pub text: String,
}

/// A checkpoint on a chart.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct MarkView {
    /// Where it stands across.
    pub x: i32,
    /// Where it stands down, on a chart with amounts.
    pub y: i32,
    /// `met`, `partly`, `dropped` or `next`.
    pub state: &'static str,
    /// Its place in the plan's list of checkpoints, from 1.
    pub number: usize,
    /// Which lane it is in, from 0, where several stand in one place.
    pub lane: usize,
    /// Where a narrow chart moves it, if others are near: `hi` or `lo`, else empty.
    pub place: &'static str,
}

/// A chart's figures as a table. All cells are text; the first of each row names it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct TableView {
    /// The names of the columns.
    pub head: Vec<String>,
    /// The rows.
    pub rows: Vec<Vec<String>>,
    /// Whether all columns but the first hold numbers.
    pub numeric: bool,
}

/// A plan as a bar in time.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct BarView {
    /// What the plan takes, pauses left out.
    pub outline: Vec<StretchView>,
    /// As far as the work has got, pauses left out.
    pub solid: Vec<StretchView>,
    /// When it was paused.
    pub paused: Vec<StretchView>,
    /// From today to the day on which a paused plan is looked at again.
    pub waiting: Option<StretchView>,
    /// The likely finish.
    pub guess: Option<StretchView>,
    /// Whether the likely finish goes on beyond the chart.
    pub guess_beyond: bool,
    /// Without a due date: what lies ahead, with no end.
    pub open: Option<StretchView>,
    /// The day it is due.
    pub due: Option<i32>,
    /// Where it pivoted.
    pub pivoted: Option<i32>,
    /// Its checkpoints that have a day.
    pub checkpoints: Vec<MarkView>,
    /// Whether there are so many checkpoints that they are ticks, and only the next is a diamond.
    pub dense: bool,
}

/// A plan in time: its bar on an axis of its own.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct PlanBarView {
    /// What it shows, in a sentence that stands above it.
    pub caption: String,
    /// All of it in words.
    pub description: String,
    /// The axis.
    pub ticks: Vec<TickView>,
    /// The bar.
    pub bar: BarView,
    /// How many lanes its checkpoints need, at least 1.
    pub lanes: usize,
    /// Today.
    pub today: Option<LabelView>,
    /// `started 5 Jan`.
    pub started: LabelView,
    /// `due 30 Apr`.
    pub due: Option<LabelView>,
    /// Whether the words of `due` need a row of their own above those of `today`.
    pub two_rows: bool,
    /// The next checkpoint, in words, where there are too many for numbers.
    pub next: Option<String>,
    /// The same as a table.
    pub table: TableView,
}

/// Steps done against steps in scope.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct BurnUpView {
    /// What it shows, in a sentence that stands above it.
    pub caption: String,
    /// All of it in words.
    pub description: String,
    /// The axis of time.
    pub ticks: Vec<TickView>,
    /// The axis of steps.
    pub levels: Vec<LevelView>,
    /// When the plan was paused.
    pub paused: Vec<StretchView>,
    /// The path of the steps in scope.
    pub scope: String,
    /// The path of the steps done.
    pub done: String,
    /// The path of the plan's own line.
    pub line: Option<String>,
    /// The path of seven rays to when it may be finished.
    pub fan: Option<String>,
    /// Today.
    pub today: Option<LabelView>,
    /// `due 30 Apr`.
    pub due: Option<LabelView>,
    /// Whether the words of `due` need a row of their own above those of `today`.
    pub two_rows: bool,
    /// `40 done`.
    pub done_label: LabelView,
    /// How high that is.
    pub done_y: i32,
    /// `64 in scope`; none where it would meet `done_label`, which then says both: `63 of 64 done`.
    pub scope_label: Option<LabelView>,
    /// How high that is.
    pub scope_y: i32,
    /// The same as a table.
    pub table: TableView,
}

/// What was measured, against what is to be reached.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct TargetChartView {
    /// The name of what is measured.
    pub metric: String,
    /// What it shows, in a sentence that stands above it.
    pub caption: String,
    /// All of it in words.
    pub description: String,
    /// The axis of time.
    pub ticks: Vec<TickView>,
    /// The axis of amounts.
    pub levels: Vec<LevelView>,
    /// When the plan was paused.
    pub paused: Vec<StretchView>,
    /// The path through the points as they were written.
    pub line: String,
    /// Whether a single point is all there is: a line of it can't be seen.
    pub alone: bool,
    /// The path of seven rays to when the target may be reached.
    pub fan: Option<String>,
    /// The target.
    pub target: LevelView,
    /// What checkpoints hoped for.
    pub hopes: Vec<MarkView>,
    /// Today.
    pub today: Option<LabelView>,
    /// Where it stands now.
    pub now: LabelView,
    /// How high that is.
    pub now_y: i32,
    /// The same as a table.
    pub table: TableView,
}

/// How a practice goes.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct PracticeChartView {
    /// What is practised.
    pub what: String,
    /// How it goes, in a sentence that stands above it.
    pub caption: String,
    /// All of it in words.
    pub description: String,
    /// Months, above the columns in which they begin.
    pub ticks: Vec<TickView>,
    /// Weekdays, beside the rows; none where there is one row only.
    pub rows: Vec<LevelView>,
    /// How high the plot is, in tenths of a pixel.
    pub height: i32,
    /// The path of those done.
    pub done: String,
    /// The path of those missed.
    pub missed: String,
    /// The path of those in a pause.
    pub skipped: String,
    /// The path of those not recorded.
    pub unrecorded: String,
    /// The same as a table.
    pub table: TableView,
}

/// Half a year, day by day.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct HalfYearView {
    /// `January to June 2026`.
    pub title: String,
    /// All of it in words.
    pub description: String,
    /// The same about the moods.
    pub moods_description: String,
    /// Months, above the weeks in which they begin.
    pub ticks: Vec<TickView>,
    /// Weekdays, beside every second row.
    pub rows: Vec<LevelView>,
    /// The path of days without steps done.
    pub days: String,
    /// The path of days to come.
    pub ahead: String,
    /// The paths of days with 1, 2, and 3 or more steps done.
    pub steps: [String; 3],
    /// The path of days with a reflection.
    pub reflections: String,
    /// Where today stands among the days: across, and down.
    pub today: Option<(i32, i32)>,
    /// Where it stands among the moods, across.
    pub now: Option<i32>,
    /// The path of moods from even to bright.
    pub above: String,
    /// The path of moods below even.
    pub below: String,
    /// The path of the run of five; empty for fewer than three moods.
    pub thread: String,
}

/// The moods of a few reflections, oldest first.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct MoodsView {
    /// How many there are.
    pub count: usize,
    /// Each of them in words, oldest first.
    pub description: String,
    /// How often each was, the brightest first: `2 bright, 4 good`.
    pub words: String,
    /// The path of those from even to bright.
    pub above: String,
    /// The path of those below even.
    pub below: String,
}

/// The charts of a plan's page.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct PlanCharts {
    /// The plan in time, if it has a day.
    pub bar: Option<PlanBarView>,
    /// Its steps, if it has steps and a day.
    pub burn_up: Option<BurnUpView>,
    /// Its targets of which something was measured.
    pub targets: Vec<TargetChartView>,
    /// Its practices, in their order; none for one of which nothing is known.
    pub practices: Vec<Option<PracticeChartView>>,
}

/// A plan on the timeline.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct TimelineRow {
    /// The plan.
    pub plan: Arc<PlanCard>,
    /// Its bar, if it has a day and charts are wanted.
    pub bar: Option<BarView>,
    /// All of the bar in words.
    pub description: String,
    /// Its pauses, in words.
    pub pauses: String,
    /// Checkpoints met or partly met.
    pub checkpoints_passed: usize,
    /// Its checkpoints, without those dropped.
    pub checkpoints_total: usize,
}

/// `timeline.html`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct TimelineView {
    /// The day it is made for.
    pub today: TodayView,
    /// How many plans there are, in a sentence.
    pub sentence: String,
    /// The axis that all bars share.
    pub ticks: Vec<TickView>,
    /// Where today stands on it.
    pub now: Option<LabelView>,
    /// Plans by their start; one that pivoted stands above what it became.
    pub rows: Vec<TimelineRow>,
    /// This page's number, from 1.
    pub number: usize,
    /// All pages of the timeline; none if there is only one.
    pub pages: Vec<LinkView>,
}
