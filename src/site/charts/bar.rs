//! A plan as a bar in time: what it takes as an outline, what is done as solid, pauses as a thin line.
//!
//! The solid part ends where the plan's line passed what is done, so its end against the red line of today *is* ahead
//! or behind. First the days, then their places on an axis: a plan's own page and the timeline draw the same bar.

use super::axis::Axis;
use super::burn_up::farthest;
use super::views::{BarView, MarkView, StretchView};
use crate::model::{Date, Entry, State, Status, add_days, days_between};
use crate::progress::{Checkpoint, CheckpointState, Reach, Standing};

/// More checkpoints than this are ticks.
const MOST_DIAMONDS: usize = 16;
/// Diamonds nearer to each other than this would cover each other on any chart.
const OVER: i32 = 170;
/// Diamonds nearer to each other than this crowd a narrow chart.
const CROWDED: i32 = 600;
/// The most lanes of diamonds.
const LANES: usize = 3;

/// The days of a bar. Ends (`to`, …) are the first day that is not in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Bar {
    pub(super) from: Date,
    /// Where its outline ends.
    pub(super) to: Date,
    /// As far as the work has got: what is done was planned for the time up to here.
    pub(super) reached: Date,
    /// Pauses that are over, oldest first.
    pub(super) pauses: Vec<(Date, Date)>,
    /// The pause that is not over: its first day, and the day up to which it is known to last.
    pub(super) waits: Option<(Date, Date)>,
    /// Whether its first day is written; else it is that after the last step.
    pub(super) waits_since: bool,
    /// The day on which it is looked at again.
    pub(super) until: Option<Date>,
    /// The likely finish.
    pub(super) guess: Option<(Date, Date)>,
    /// Whether the likely finish goes on beyond what is foreseen.
    pub(super) guess_beyond: bool,
    /// The day it is due, where that still says something.
    pub(super) due: Option<Date>,
    /// Whether it became another plan.
    pub(super) pivoted: bool,
    /// Checkpoints with a day: the day, the state, and the place in the list.
    pub(super) marks: Vec<(Date, &'static str, usize)>,
}

impl Bar {
    /// The bar of a plan; none for one without a day to begin. `today` is none where a page stays as it is from day to
    /// day.
    pub(super) fn of(plan: &Entry, standing: &Standing, today: Option<Date>) -> Option<Self> {
        let status = plan.plan.status;
        let due = standing.schedule.due;
        let from = standing.schedule.start.or_else(|| today.filter(|today| due.is_some_and(|due| due > *today)))?;
        let rested = last_settled(plan).map(|day| add_days(day, 1));
        // A plan that was given up ran until that day, whatever was done last.
        let turned = plan.plan.status != Status::Done;
        let ended = plan.past.since(status).filter(|_| turned).map(|day| add_days(day, 1));
        let over = standing.schedule.pauses.ended();
        let still = standing.schedule.pauses.iter().find_map(|(from, to)| to.is_none().then_some(from));
        let (under_way, waiting) = match status {
            Status::Active | Status::Idea => (true, still),
            Status::Paused => (true, still.or(rested).or(Some(from))),
            Status::Done | Status::Dropped | Status::Pivoted => (false, None),
        };
        let to = match waiting {
            Some(waiting) => waiting,
            None if under_way => due.or(today.map(|today| add_days(today, 1))).or(rested).unwrap_or(from),
            None => ended.or(rested).or(due).unwrap_or(from),
        };
        let to = to.max(from);
        let (done, total) = standing.progress.plan.share();
        let by_line = due.filter(|due| *due > from && total > 0).map(|due| {
            // As if a pause that is not over had not begun: a plan that waits stands where it was left.
            let days = u128::from(done) * u128::from(over.active_days(from, due));
            over.day_after(from, u32::try_from(days.div_ceil(u128::from(total))).unwrap_or(u32::MAX))
        });
        let reached = match status {
            Status::Done => to,
            _ => by_line.or(rested).unwrap_or(from).clamp(from, to),
        };
        let pauses = over.iter().filter_map(|(first, last)| Some((first.max(from), add_days(last?, 1).min(to))));
        let until = plan.plan.until.filter(|_| waiting.is_some());
        let forecast = standing.forecast.as_ref().ok().filter(|_| status == Status::Active);
        Some(Self {
            from,
            to,
            reached,
            pauses: pauses.filter(|(first, end)| first < end).collect(),
            waits: waiting.map(|waiting| (waiting.max(from), today.or(until).or(due).unwrap_or(waiting).max(from))),
            waits_since: still.is_some(),
            until,
            guess: forecast.map(|forecast| (forecast.low, forecast.high)),
            guess_beyond: forecast.is_some_and(|forecast| forecast.reach != Reach::Within),
            due: due.filter(|due| if under_way { waiting.is_none() } else { *due < to }),
            pivoted: status == Status::Pivoted,
            marks: marks(&standing.checkpoints),
        })
    }

    /// Whether it has an end: without a due date, what lies ahead has none.
    fn is_open(&self) -> bool {
        self.due.is_none() && self.guess.is_some()
    }

    /// The first and the last day that its chart has to hold, today among them.
    pub(super) fn days(&self, today: Option<Date>) -> (Date, Date) {
        let marks = self.marks.iter().map(|(day, ..)| *day);
        let days = marks.chain([self.to]).chain(self.due).chain(self.until).chain(self.waits.map(|(_, to)| to));
        let (first, last) =
            days.chain(today).fold((self.from, self.from), |(first, last), day| (first.min(day), last.max(day)));
        let most = add_days(last, farthest(days_between(first, last), self.due));
        (first, self.guess.map_or(last, |(_, high)| last.max(high.min(most))))
    }

    /// Its places on an axis.
    pub(super) fn view(&self, axis: Axis) -> BarView {
        let open = self.is_open().then(|| axis.stretch(self.reached, self.guess.map_or(self.to, |(_, high)| high)));
        let outline = if self.is_open() { Vec::new() } else { self.without_pauses(axis, self.to) };
        let waits = self.waits.and_then(|(from, to)| axis.stretch(from, to));
        let pauses = self.pauses.iter().filter_map(|(from, to)| axis.stretch(*from, *to));
        // What can't be foreseen runs out over the edge.
        let end = axis.end();
        let guess = self.guess.map(|(low, high)| (low, if self.guess_beyond { end } else { add_days(high, 1) }));
        BarView {
            outline,
            solid: self.without_pauses(axis, self.reached),
            paused: pauses.chain(waits).collect(),
            waiting: self.until.zip(self.waits).and_then(|(until, (_, now))| axis.stretch(now, until)),
            guess: guess.and_then(|(low, high)| axis.stretch(low, high)),
            guess_beyond: guess.is_some_and(|(_, high)| high > end || self.guess_beyond),
            open: open.flatten(),
            due: self.due.filter(|due| axis.holds(*due)).map(|due| axis.x(due)),
            pivoted: self.pivoted.then(|| axis.x(self.to)),
            checkpoints: self.checkpoints(axis),
            dense: self.marks.len() > MOST_DIAMONDS,
        }
    }

    /// The time from the beginning to `end`, pauses that are over left out.
    fn without_pauses(&self, axis: Axis, end: Date) -> Vec<StretchView> {
        let mut stretches = Vec::with_capacity(self.pauses.len() + 1);
        let mut from = self.from;
        for (paused, resumed) in self.pauses.iter().filter(|(paused, _)| *paused < end) {
            stretches.extend(axis.stretch(from, *paused));
            from = *resumed;
        }
        stretches.extend(axis.stretch(from, end));
        stretches
    }

    /// Diamonds side by side, in lanes where several stand in one place.
    fn checkpoints(&self, axis: Axis) -> Vec<MarkView> {
        let mut lanes: [Option<usize>; LANES] = [None; LANES];
        let mut views: Vec<MarkView> = Vec::with_capacity(self.marks.len());
        for (at, (day, state, number)) in self.marks.iter().enumerate() {
            let x = axis.x(*day);
            let free = |last: &Option<usize>| last.is_none_or(|last: usize| x - views[last].x >= OVER);
            let lane =
                if self.marks.len() > MOST_DIAMONDS { 0 } else { lanes.iter().position(free).unwrap_or(LANES - 1) };
            let near = lanes[lane].filter(|last| x - views[*last].x < CROWDED);
            let place = match near.map(|last| &mut views[last].place) {
                None => "",
                Some(&mut "lo") => "hi",
                Some(before) => {
                    *before = "hi";
                    "lo"
                }
            };
            lanes[lane] = Some(at);
            views.push(MarkView { x, y: 0, state, number: *number, lane, place });
        }
        views
    }
}

/// Checkpoints that have a day, by that day: when they were reached, else when they are due.
fn marks(checkpoints: &[Checkpoint]) -> Vec<(Date, &'static str, usize)> {
    let mut marks: Vec<_> = checkpoints
        .iter()
        .enumerate()
        .filter_map(|(at, checkpoint)| {
            let day = checkpoint.done.or(checkpoint.due)?;
            Some((day, mark(checkpoint.state), at + 1))
        })
        .collect();
    marks.sort_by_key(|(day, _, number)| (*day, *number));
    marks
}

/// The sign of a checkpoint on a chart.
pub(super) fn mark(state: CheckpointState) -> &'static str {
    match state {
        CheckpointState::Met => "met",
        CheckpointState::Partly => "partly",
        CheckpointState::Dropped => "dropped",
        CheckpointState::Overdue | CheckpointState::Soon | CheckpointState::Upcoming => "next",
    }
}

/// The last day on which a step was done or cancelled.
pub(super) fn last_settled(plan: &Entry) -> Option<Date> {
    let days = plan.steps.items.iter().filter_map(|step| match step.state {
        State::Done => step.fields.done,
        State::Cancelled => step.fields.cancelled,
        _ => None,
    });
    days.max()
}
