//! What is said of a plan, a step, a checkpoint in the terminal: the words of the site's pages, in rows instead of
//! marks and links. Facts come with their tone.

use super::text::Tone;
use crate::language::{DateStyle, Language};
use crate::model::{Amount, Date, readable};
use crate::site::status::{CheckpointStatus, StepStatus, WeekLoad};
use crate::site::views::{AmountView, PlanCard, TargetView};

/// Words for one day.
#[derive(Clone, Copy)]
pub(super) struct Words<'a> {
    pub(super) language: &'a Language,
    pub(super) today: Date,
}

/// A fact and its tone.
pub(super) type Fact = (Tone, String);

/// A fact that goes with something.
pub(super) fn quiet(text: impl Into<String>) -> Fact {
    (Tone::Quiet, text.into())
}

/// The first letter made large.
pub(super) fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

impl Words<'_> {
    /// `22 November`, with the year where it is not this one.
    pub(super) fn day(self, date: Date) -> String {
        self.language.day(date, self.today)
    }

    /// `22 Nov`
    pub(super) fn short(self, date: Date) -> String {
        self.language.date(date, DateStyle::Short, Some(self.today.year()))
    }

    /// `Sun 22 Nov`
    pub(super) fn near(self, date: Date) -> String {
        self.language.date(date, DateStyle::Near, Some(self.today.year()))
    }

    /// `1 step`, `1,204 steps`
    pub(super) fn count(self, number: usize, one: &str, many: &str) -> String {
        format!("{} {}", self.number(number), if number == 1 { one } else { many })
    }

    pub(super) fn number(self, number: usize) -> String {
        self.language.number(&number.to_string())
    }

    /// `61,230 of 70,000 words, from 2,600`
    pub(super) fn target(self, target: &TargetView) -> String {
        let amount = |AmountView(amount): &AmountView| self.language.number(&amount.to_string());
        let from = (target.from.0 != Amount::default()).then(|| format!(", from {}", amount(&target.from)));
        let TargetView { metric, current, amount: goal, .. } = target;
        format!("{} of {} {metric}{}", amount(current), amount(goal), from.unwrap_or_default())
    }

    /// How a plan stands: `13 days behind`, `Paused since 14 September`.
    pub(super) fn state(self, card: &PlanCard) -> String {
        match (card.status, card.paused_since, card.last_done) {
            ("paused", Some(since), _) => format!("Paused since {}", self.day(since)),
            ("done", _, Some(last)) => format!("Done on {}", self.day(last)),
            _ => card.schedule.words.clone(),
        }
    }

    /// When a plan is likely to be finished, or why nobody can say, and when it is due.
    pub(super) fn finish(self, card: &PlanCard) -> String {
        let due = match card.due {
            None => "no due date".to_owned(),
            Some(due) if card.schedule.state == "overdue" => format!("was due {}", self.day(due)),
            Some(due) => format!("due {}", self.day(due)),
        };
        let words = &card.forecast.words;
        match card.forecast.low {
            Some(_) => format!("Likely finish {words}, {due}."),
            None if words.is_empty() => format!("{}.", capitalised(&due)),
            None => format!("{}. {words}", capitalised(&due)),
        }
    }

    /// What a plan that rests leaves behind: what it became, its reason, what it kept, when to look again.
    pub(super) fn rest(self, card: &PlanCard) -> String {
        let became = card.pivoted_to.as_ref().map(|to| format!("Became {}.", to.title));
        let steps = (card.progress.total > 0).then(|| {
            let done = self.number(card.progress.done as usize);
            format!("{done} of {} done.", self.count(card.progress.total as usize, "step", "steps"))
        });
        let again = card.until.filter(|_| card.status == "paused").map(|until| {
            let to = if card.until_passed { "It was to" } else { "To" };
            format!("{to} be looked at again on {}.", self.day(until))
        });
        let parts = [became, again, card.status_note.clone(), steps];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
    }

    /// What is known of a step beside its text.
    pub(super) fn of_step(self, step: &StepStatus) -> Vec<Fact> {
        let people = step.people.iter().map(|name| readable(name)).collect::<Vec<_>>();
        let with = self.language.list(&people);
        let stands = match step.state {
            "waiting" if people.is_empty() => Some((Tone::Help, "waiting".to_owned())),
            "waiting" => Some((Tone::Help, format!("waiting on {with}"))),
            "doing" => Some(quiet("begun")),
            "open" | "done" => None,
            state => Some(quiet(state.replace('_', " "))),
        };
        let when = match (step.done, step.due) {
            (Some(done), _) => Some(self.near(done)),
            (None, Some(due)) if due == self.today => Some("due today".to_owned()),
            (None, Some(due)) if step.overdue => Some(format!("was due {}", self.near(due))),
            (None, Some(due)) => Some(format!("due {}", self.near(due))),
            (None, None) => None,
        };
        let waits_for = step.waits_for.iter().map(|other| match &other.plain {
            Some(text) => format!("waits for “{text}”"),
            None => format!("waits for `{}`", other.id),
        });
        let with = (step.state != "waiting" && !people.is_empty()).then(|| format!("with {with}"));
        let estimate = step.estimate_minutes.map(|minutes| self.language.duration(minutes));
        let private = step.private.then(|| "private".to_owned());
        let others = [when, step.recurrence.clone(), estimate, with].into_iter().flatten();
        stands.into_iter().chain(others.chain(waits_for).chain(private).map(quiet)).collect()
    }

    /// When a checkpoint is, or was, and what is known of it.
    pub(super) fn of_checkpoint(self, checkpoint: &CheckpointStatus) -> Vec<Fact> {
        let settled = match checkpoint.state {
            "met" => Some("met"),
            "partly" => Some("partly met"),
            "dropped" => Some("dropped"),
            _ => None,
        };
        let when = match (settled, checkpoint.due) {
            (Some(word), due) => {
                let done = checkpoint.done.map(|done| format!(" {}", self.short(done))).unwrap_or_default();
                let planned = due.filter(|due| Some(*due) != checkpoint.done);
                let planned = planned.map(|due| format!(", planned for {}", self.short(due))).unwrap_or_default();
                format!("{word}{done}{planned}")
            }
            (None, None) => "no date yet".to_owned(),
            (None, Some(due)) => {
                let planned = if checkpoint.state == "overdue" { "planned for " } else { "" };
                let when = checkpoint.view.when.as_ref().map(|when| format!(", {when}")).unwrap_or_default();
                format!("{planned}{}{when}", self.near(due))
            }
        };
        let private = checkpoint.private.then(|| quiet("private"));
        [quiet(when)].into_iter().chain(private).collect()
    }

    /// What is due in a week, against the minutes there are.
    pub(super) fn load(self, week: &WeekLoad, capacity: u32) -> String {
        let duration = |minutes: u64| self.language.duration(u32::try_from(minutes).unwrap_or(u32::MAX));
        let steps = match week.steps {
            0 => "nothing is due".to_owned(),
            steps => {
                let steps = self.count(steps as usize, "step", "steps");
                format!("{} of {} in {steps}", duration(week.minutes), duration(capacity.into()))
            }
        };
        let unestimated = match week.unestimated {
            0 => String::new(),
            count => format!(", {} without an estimate", self.number(count as usize)),
        };
        let over = week.minutes.checked_sub(capacity.into()).filter(|over| *over > 0);
        let over = over.map(|over| format!(": {} more than there is", duration(over))).unwrap_or_default();
        format!("{steps}{unestimated}{over}")
    }

    /// `This week`, `Next week`, `From 7 December`
    pub(super) fn week(self, first: Date, index: usize) -> String {
        match index {
            0 => "This week".to_owned(),
            1 => "Next week".to_owned(),
            _ => format!("From {}", self.short(first)),
        }
    }
}

/// A box as in the file.
pub(super) fn mark(symbol: &str) -> String {
    format!("[{symbol}] ")
}

/// The box of a checkpoint.
pub(super) fn checkpoint_mark(state: &str) -> &'static str {
    match state {
        "met" => "[x] ",
        "partly" => "[/] ",
        "dropped" => "[-] ",
        _ => "[ ] ",
    }
}
