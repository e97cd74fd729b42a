//! What is said of a plan, a step, a checkpoint in the terminal: the words of the site, in the language of the journal,
//! in rows instead of marks and links. Facts come with their tone.

use super::text::Tone;
use crate::cli::terminal::Signs;
use crate::language::{DateStyle, Language, Word, capitalised};
use crate::model::{Amount, Date, readable};
use crate::site::status::{CheckpointStatus, PlanStatus, StepStatus, WeekLoad};
use crate::site::views::{AmountView, PlanCard, TallyView, TargetView};

/// Words for one day.
#[derive(Clone, Copy)]
pub(super) struct Words<'a> {
    pub(super) language: &'a Language,
    pub(super) today: Date,
    pub(super) signs: Signs,
}

/// A fact and its tone.
pub(super) type Fact = (Tone, String);

/// A fact that goes with something.
pub(super) fn quiet(text: impl Into<String>) -> Fact {
    (Tone::Quiet, text.into())
}

impl Words<'_> {
    /// A message of the journal's language.
    pub(super) fn say(self, name: &str) -> String {
        self.language.say(name, &[])
    }

    /// The same, filled with texts.
    pub(super) fn fill(self, name: &str, texts: &[(&str, &str)]) -> String {
        let words: Vec<(&str, Word<'_>)> = texts.iter().map(|(name, text)| (*name, (*text).into())).collect();
        self.language.say(name, &words)
    }

    /// The same, with a number in it.
    pub(super) fn count(self, name: &str, count: usize) -> String {
        self.language.count(name, count, &[])
    }

    /// `one, two, three`
    pub(super) fn row(self, facts: impl IntoIterator<Item = String>) -> String {
        let join = |one: String, two: String| self.fill("list_more", &[("one", &one), ("two", &two)]);
        facts.into_iter().reduce(join).unwrap_or_default()
    }

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

    pub(super) fn number(self, number: usize) -> String {
        self.language.number(&number.to_string())
    }

    /// `40 of 64`
    pub(super) fn tally(self, tally: TallyView) -> String {
        let [done, total] = [tally.done, tally.total].map(|count| self.number(count as usize));
        self.fill("tally", &[("done", &done), ("total", &total)])
    }

    fn quoted(self, text: &str) -> String {
        match self.signs {
            Signs::Unicode => self.fill("quoted", &[("text", text)]),
            Signs::Ascii => format!("\"{text}\""),
        }
    }

    /// `61,230 of 70,000 words, from 2,600`
    pub(super) fn target(self, target: &TargetView) -> String {
        let amount = |AmountView(amount): &AmountView| self.language.number(&amount.to_string());
        let (current, goal) = (amount(&target.current), amount(&target.amount));
        let said = self.fill("target_of", &[("current", &current), ("amount", &goal), ("metric", &target.metric)]);
        if target.from.0 == Amount::default() {
            return said;
        }
        self.fill("target_from", &[("target", &said), ("amount", &amount(&target.from))])
    }

    /// When a plan is likely to be finished, or why nobody can say, and when it is due.
    pub(super) fn finish(self, card: &PlanCard) -> String {
        let due = match card.due {
            None => self.say("no_due_date"),
            Some(due) if card.schedule.state == "overdue" => self.fill("was_due", &[("day", &self.day(due))]),
            Some(due) => self.fill("due", &[("day", &self.day(due))]),
        };
        let words = &card.forecast.words;
        if card.forecast.low.is_some() {
            return self.fill("likely_finish_due", &[("range", words), ("due", &due)]);
        }
        let due = self.language.sentence(&capitalised(&due));
        format!("{due} {words}").trim_end().to_owned()
    }

    /// What a plan that rests leaves behind: since when, what it became, when to look again, its reason, what it kept.
    pub(super) fn rest(self, card: &PlanCard) -> String {
        let since = match (card.status, card.paused_since, card.last_done) {
            ("paused", Some(since), _) => Some(self.fill("since_day", &[("day", &self.day(since))])),
            ("done", _, Some(last)) => Some(self.fill("on_day", &[("day", &self.day(last))])),
            _ => None,
        };
        let name = if card.until_passed { "look_again_since" } else { "look_again" };
        let again = card.until.filter(|_| card.status == "paused");
        let again = again.map(|until| self.fill(name, &[("day", &self.short(until))]));
        let when = capitalised(&self.row(since.into_iter().chain(again)));
        let when = (!when.is_empty()).then(|| self.language.sentence(&when));
        let became = card.pivoted_to.as_ref().map(|to| self.fill("became_plan", &[("plan", &to.title)]));
        let TallyView { done, total, .. } = card.progress;
        let steps =
            (total > 0).then(|| self.language.say("steps_kept", &[("done", done.into()), ("total", total.into())]));
        let parts = [when, became, card.status_note.clone(), steps];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
    }

    /// What is known of a step beside its text.
    pub(super) fn of_step(self, step: &StepStatus) -> Vec<Fact> {
        let people = self.language.list(&step.people.iter().map(|name| readable(name)).collect::<Vec<_>>());
        let stands = match step.state {
            "waiting" if people.is_empty() => Some((Tone::Help, self.say("stands_waiting"))),
            "waiting" => Some((Tone::Help, self.fill("waiting_on", &[("people", &people)]))),
            "open" | "done" => None,
            state => Some(quiet(self.say(&format!("stands_{state}")))),
        };
        let when = match (step.done, step.due) {
            (Some(done), _) => Some(self.near(done)),
            (None, Some(due)) if due == self.today => Some(self.say("due_today")),
            (None, Some(due)) => {
                Some(self.fill(if step.overdue { "was_due" } else { "due" }, &[("day", &self.near(due))]))
            }
            (None, None) => None,
        };
        let waits_for = step.waits_for.iter().map(|other| {
            let step = other.plain.as_ref().map_or_else(|| format!("`{}`", other.id), |text| self.quoted(text));
            self.fill("waits_for", &[("step", &step)])
        });
        let with =
            (step.state != "waiting" && !people.is_empty()).then(|| self.fill("with_people", &[("people", &people)]));
        let estimate = step.estimate_minutes.map(|minutes| self.language.duration(minutes));
        let private = step.private.then(|| self.say("private"));
        let others = [when, step.recurrence.clone(), estimate, with].into_iter().flatten();
        stands.into_iter().chain(others.chain(waits_for).chain(private).map(quiet)).collect()
    }

    /// When a checkpoint is, or was, and what is known of it.
    pub(super) fn of_checkpoint(self, checkpoint: &CheckpointStatus) -> Vec<Fact> {
        let settled = match checkpoint.state {
            "met" => Some("is_met"),
            "partly" => Some("is_partly_met"),
            "dropped" => Some("is_dropped"),
            _ => None,
        };
        let planned = |day: String| self.fill("planned_for", &[("day", &day)]);
        let facts = match (settled, checkpoint.due) {
            (Some(name), due) => {
                let settled = self.say(name);
                let settled = checkpoint.done.map_or(settled.clone(), |done| {
                    self.fill("settled_on", &[("settled", &settled), ("day", &self.short(done))])
                });
                let due = due.filter(|due| Some(*due) != checkpoint.done);
                [Some(settled), due.map(|due| planned(self.short(due)))]
            }
            (None, None) => [Some(self.say("no_date_yet")), None],
            (None, Some(due)) => {
                let day = self.near(due);
                let day = if checkpoint.state == "overdue" { planned(day) } else { day };
                [Some(day), checkpoint.view.when.clone()]
            }
        };
        let private = checkpoint.private.then(|| self.say("private"));
        facts.into_iter().flatten().chain(private).map(quiet).collect()
    }

    /// What is due in a week, against the minutes there are.
    pub(super) fn load(self, week: &WeekLoad, capacity: u32) -> String {
        let duration = |minutes: u64| self.language.duration(u32::try_from(minutes).unwrap_or(u32::MAX));
        let load = match week.steps {
            0 => self.say("load_nothing"),
            steps => {
                let times = [("time", week.minutes), ("capacity", capacity.into())];
                let times = times.map(|(name, minutes)| (name, duration(minutes).into()));
                self.language.count("load_of", steps as usize, &times)
            }
        };
        let unestimated = (week.unestimated > 0).then(|| self.count("load_unestimated", week.unestimated as usize));
        let load = self.row([load].into_iter().chain(unestimated));
        match week.minutes.checked_sub(capacity.into()) {
            None | Some(0) => load,
            Some(over) => self.fill("load_over", &[("load", &load), ("over", &duration(over))]),
        }
    }

    /// `This week`, `Next week`, `From 7 December`
    pub(super) fn week(self, first: Date, index: usize) -> String {
        match index {
            0 => self.say("this_week"),
            1 => self.say("next_week"),
            _ => self.fill("week_from", &[("day", &self.short(first))]),
        }
    }

    /// A plan's title, and who may see it if that is not everybody.
    pub(super) fn named(self, plan: &PlanStatus) -> String {
        let title = plan.card.title.as_str();
        match plan.export.visibility {
            "private" => self.fill("private_title", &[("title", title)]),
            "unlisted" => self.fill("unlisted_title", &[("title", title)]),
            _ => title.to_owned(),
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
