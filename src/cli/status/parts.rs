//! What both pages have: headings, plans' bars, steps and checkpoints in rows.

use std::collections::BTreeSet;

use unicode_width::UnicodeWidthStr;

use super::bar::bar;
use super::text::{Line, Tone, cut, facts, hanging, two_sided};
use super::words::{Fact, Words, checkpoint_mark, mark, quiet};
use crate::cli::terminal::Screen;
use crate::model::Date;
use crate::site::status::{Capacity, CheckpointStatus, PlanStatus, StepStatus};
use crate::site::views::TallyView;

/// Columns before what stands under a heading.
pub(super) const INDENT: usize = 2;
/// Columns before what stands under a row: a box is as wide.
pub(super) const UNDER: usize = INDENT + 4;
/// The longest name of a plan beside something of it.
const NAME: usize = 40;
/// The longest name of a fact that has one beside it.
const LABEL: usize = 24;
/// Lines of a text of the journal that are shown at the most.
pub(super) const TEXT: usize = 3;

/// What every part of a page is made with.
#[derive(Clone, Copy)]
pub(super) struct Desk<'a> {
    pub(super) words: Words<'a>,
    pub(super) screen: Screen,
    /// Whether nothing is cut short.
    pub(super) all: bool,
}

/// Whether rows name the plan they are of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Naming {
    /// They are of several.
    Plan,
    /// They are all of one.
    Nothing,
}

/// A row that begins with its day.
pub(super) struct Dated {
    pub(super) day: Option<Date>,
    /// A mark or a word behind the day.
    pub(super) word: String,
    pub(super) text: String,
}

impl Naming {
    fn of(self, title: &str) -> Option<&str> {
        (self == Self::Plan).then_some(title)
    }
}

impl Desk<'_> {
    /// Whether there is room for columns.
    pub(super) fn is_wide(&self) -> bool {
        self.screen.width >= 60
    }

    /// A heading, by the name of its message, and how much is under it, with that; nothing without anything.
    pub(super) fn section(&self, title: &str, amount: &str, lines: Vec<Line>) -> Vec<Line> {
        if lines.is_empty() {
            return lines;
        }
        let amount = Line::of(Tone::Quiet, amount);
        let heading = two_sided(0, (Tone::Strong, &self.words.say(title)), amount, self.screen);
        heading.into_iter().chain(lines).collect()
    }

    /// Those that are shown, and a line that says how many are not.
    pub(super) fn shown<'a, T>(&self, items: &'a [T], most: usize) -> (&'a [T], Option<Line>) {
        if self.all || items.len() <= most {
            return (items, None);
        }
        let (shown, rest) = items.split_at(most);
        let more = self.words.count("and_more_with_all", rest.len());
        (shown, Some(Line::indented(INDENT).with(Tone::Quiet, &more)))
    }

    /// As many as are shown, each in lines, and how many are not.
    pub(super) fn listed<T>(&self, items: &[T], most: usize, lines: impl Fn(&T) -> Vec<Line>) -> Vec<Line> {
        let (shown, more) = self.shown(items, most);
        shown.iter().flat_map(lines).chain(more).collect()
    }

    /// The bar of a plan with its numbers; in words where there is nothing to draw.
    pub(super) fn bar(&self, plan: &PlanStatus, numbers_width: usize) -> Vec<Line> {
        let TallyView { done, total, cancelled, .. } = plan.card.progress;
        if total == 0 {
            let words = match cancelled {
                0 => self.words.say("no_steps_yet"),
                _ => self.words.count("no_steps_left", cancelled as usize),
            };
            return hanging(Line::indented(INDENT), Tone::Plain, &words, TEXT, self.screen);
        }
        let numbers = self.words.tally(plan.card.progress);
        let width = self.screen.width.saturating_sub(INDENT + 2 + numbers_width);
        let bar = bar(done, total, plan.card.schedule.planned_share, width, self.screen.signs);
        let gap = 2 + numbers_width.saturating_sub(numbers.width());
        vec![Line::indented(INDENT).then(bar).with(Tone::Plain, &format!("{}{numbers}", " ".repeat(gap)))]
    }

    /// A step with its mark, and below it what is known of it.
    pub(super) fn step(&self, step: &StepStatus, naming: Naming) -> Vec<Line> {
        self.step_with(step, self.words.of_step(step), naming)
    }

    fn step_with(&self, step: &StepStatus, known: Vec<Fact>, naming: Naming) -> Vec<Line> {
        let tone = if step.state == "waiting" { Tone::Help } else { Tone::Plain };
        self.row(&mark(&step.symbol), tone, &step.plain, known, naming.of(&step.view.plan.title))
    }

    /// Steps that wait for an answer, those that wait for others, and where else help is wanted.
    pub(super) fn stuck(
        &self,
        [waiting, blocked, help]: [Vec<&StepStatus>; 3],
        most: usize,
        naming: Naming,
    ) -> Vec<Line> {
        let mut all: Vec<(&StepStatus, bool)> = waiting.into_iter().chain(blocked).map(|step| (step, false)).collect();
        all.extend(help.into_iter().map(|step| (step, true)));
        let mut seen = BTreeSet::new();
        all.retain(|(step, _)| seen.insert((step.plan.as_str(), step.line)));
        self.listed(&all, most, |(step, wanted)| {
            let help = wanted.then(|| (Tone::Help, self.words.say("needs_help")));
            self.step_with(step, help.into_iter().chain(self.words.of_step(step)).collect(), naming)
        })
    }

    /// A checkpoint with its mark, and below it when it is.
    pub(super) fn checkpoint(&self, checkpoint: &CheckpointStatus, naming: Naming) -> Vec<Line> {
        let known = self.words.of_checkpoint(checkpoint);
        let plan = naming.of(&checkpoint.view.plan.title);
        self.row(checkpoint_mark(checkpoint.state), Tone::Plain, &checkpoint.title, known, plan)
    }

    /// A row: a mark and a text, and facts under the text, the plan's name before them.
    pub(super) fn row(&self, mark: &str, tone: Tone, text: &str, known: Vec<Fact>, plan: Option<&str>) -> Vec<Line> {
        let begin = Line::indented(INDENT).with(tone, mark);
        let mut lines = hanging(begin, Tone::Plain, text, TEXT, self.screen);
        let colon = if known.is_empty() { "" } else { ":" };
        let mut row: Vec<Fact> = plan.map(|plan| quiet(format!("{}{colon}", self.name(plan)))).into_iter().collect();
        row.extend(known);
        lines.extend(facts(UNDER, &row, self.screen));
        lines
    }

    /// The title of a plan, where it stands beside something: on one line.
    pub(super) fn name(&self, title: &str) -> String {
        cut(title, self.screen.width.saturating_sub(UNDER + 1).min(NAME), self.screen.signs)
    }

    /// Rows that begin with their day, in columns: the day, a mark or a word, the text.
    pub(super) fn dated(&self, rows: &[Dated]) -> Vec<Line> {
        let day = |row: &Dated| row.day.map_or_else(String::new, |date| self.words.near(date));
        let first = rows.iter().map(|row| day(row).width()).max().unwrap_or(0);
        let second = rows.iter().map(|row| row.word.width()).max().unwrap_or(0);
        let padded = |text: &str, width: usize| format!("{text}{}", " ".repeat(width.saturating_sub(text.width()) + 2));
        let begin = |row: &Dated| {
            let word = if second > 0 { padded(&row.word, second) } else { String::new() };
            Line::indented(INDENT).with(Tone::Quiet, &padded(&day(row), first)).with(Tone::Quiet, &word)
        };
        rows.iter().flat_map(|row| hanging(begin(row), Tone::Plain, &row.text, TEXT, self.screen)).collect()
    }

    /// Weeks with the work that is due in them: this one, the next, and later ones with more than there is time for.
    pub(super) fn capacity(&self, capacity: &Capacity) -> Vec<Line> {
        let most = capacity.minutes_a_week;
        let weeks = capacity.weeks.iter().enumerate();
        let shown = weeks.filter(|(index, week)| *index < 2 || week.minutes > most.into());
        let rows = shown.map(|(index, week)| (self.words.week(week.first, index), self.words.load(week, most)));
        self.labelled(&rows.collect::<Vec<_>>())
    }

    /// Names and what they say; beside each other where there is room.
    pub(super) fn labelled(&self, rows: &[(String, String)]) -> Vec<Line> {
        let widest = rows.iter().map(|(label, _)| label.width()).max().unwrap_or(0);
        let is_wide = self.is_wide() && widest <= LABEL;
        let row = |(label, text): &(String, String)| {
            if is_wide {
                let gap = " ".repeat(widest - label.width() + 2);
                let begin = Line::indented(INDENT).with(Tone::Quiet, &format!("{label}{gap}"));
                return hanging(begin, Tone::Plain, text, usize::MAX, self.screen);
            }
            let mut lines = hanging(Line::indented(INDENT), Tone::Quiet, label, TEXT, self.screen);
            lines.extend(hanging(Line::indented(2 * INDENT), Tone::Plain, text, usize::MAX, self.screen));
            lines
        };
        rows.iter().flat_map(row).collect()
    }
}
