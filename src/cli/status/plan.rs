//! The page of one plan: all that is known of where it stands.

use super::bar;
use super::page::{headline, joined, named, practice_rows};
use super::parts::{Desk, INDENT, Naming, TEXT, UNDER};
use super::text::{Line, Tone, hanging, two_sided};
use super::words::mark;
use crate::site::status::{PlanStatus, StepStatus};

/// What is shown at the most, unless all is asked for.
const CHECKPOINTS: usize = 16;
const SECTIONS: usize = 12;
const STUCK: usize = 12;

/// All of it, in lines.
pub(super) fn lines(plan: &PlanStatus, desk: &Desk<'_>) -> Vec<Line> {
    let practice: Vec<Line> = practice_rows(plan, Naming::Nothing, desk).concat();
    let capacity = plan.capacity.as_ref().map(|capacity| desk.capacity(capacity)).unwrap_or_default();
    let steps = [&plan.waiting, &plan.blocked, &plan.help].map(|steps| steps.iter().collect());
    let checkpoints = desk.listed(&plan.checkpoints, CHECKPOINTS, |one| {
        let mut lines = desk.checkpoint(one, Naming::Nothing);
        let said = [one.view.measure.as_deref(), one.view.feeling.as_deref()].into_iter().flatten();
        lines.extend(said.flat_map(|text| hanging(Line::indented(UNDER), Tone::Quiet, text, TEXT, desk.screen)));
        lines
    });
    joined([
        top(plan, desk),
        facts(plan, desk),
        desk.section("Checkpoints", &plan.passed, checkpoints),
        desk.section("Next small steps", "", next(plan, desk)),
        desk.section("Waiting, blocked, help wanted", "", desk.stuck(steps, STUCK, Naming::Nothing)),
        desk.section("Practice", "", practice),
        desk.section("Capacity", "", capacity),
        desk.section("Lately", "", lately(plan, desk)),
        desk.section("Reflections", "", reflections(plan, desk)),
    ])
}

/// The plan, how it stands in a sentence, and its bar.
fn top(plan: &PlanStatus, desk: &Desk<'_>) -> Vec<Line> {
    let mut lines = headline(&named(plan), desk);
    lines.push(Line::of(Tone::Quiet, &plan.export.path));
    lines.push(Line::default());
    lines.extend(hanging(Line::default(), Tone::Plain, &plan.sentence, usize::MAX, desk.screen));
    if let Some(note) = &plan.status_note {
        lines.extend(hanging(Line::default(), Tone::Plain, note, usize::MAX, desk.screen));
    }
    if plan.card.schedule.state == "overdue" {
        let words = "A new date, a pause, a pivot, or an end: any of these is an answer.";
        lines.extend(hanging(Line::default(), Tone::Quiet, words, usize::MAX, desk.screen));
    }
    if plan.card.progress.total > 0 {
        lines.push(Line::default());
        lines.extend(desk.bar(plan, desk.numbers(plan).len()));
        lines.push(bar::key(desk.screen.signs));
    }
    lines
}

/// What stands in the plan's front matter, and what is reckoned from it.
fn facts(plan: &PlanStatus, desk: &Desk<'_>) -> Vec<Line> {
    let (words, card) = (desk.words, &plan.card);
    let active = card.status == "active";
    let dates = match (card.start, card.due) {
        (Some(start), Some(due)) => Some(format!("{} to {}", words.day(start), words.day(due))),
        (Some(start), None) => Some(format!("from {}, no due date", words.day(start))),
        (None, Some(due)) => Some(format!("due {}", words.day(due))),
        (None, None) => None,
    };
    let planned = card.schedule.planned.filter(|_| card.progress.total > 0);
    let quiet_days = plan.quiet_days.filter(|_| active).map(|days| match days {
        0 => "today".to_owned(),
        1 => "yesterday".to_owned(),
        days => format!("{} days ago", words.number(days as usize)),
    });
    let held = plan.held.iter().map(|pause| {
        let to = pause.to.map_or("and still".to_owned(), |to| format!("to {}", words.day(to)));
        let why = pause.why.as_ref().map(|why| format!(": {why}")).unwrap_or_default();
        ("Paused", Some(format!("{} {to}{why}", words.day(pause.from))))
    });
    let list = |names: &[String]| (!names.is_empty()).then(|| words.language.list(names));
    let before = [
        ("Why", plan.why.clone()),
        ("Dates", dates),
        ("Planned by now", planned.map(|planned| words.count(planned as usize, "step", "steps"))),
        ("Likely finish", Some(card.forecast.words.clone()).filter(|words| active && !words.is_empty())),
    ];
    let targets = plan.targets.iter().map(|target| ("Target", Some(words.target(target))));
    let after = [
        ("Work left", plan.work_left.clone()),
        ("With", list(&plan.people)),
        ("Came from", list(&plan.came_from)),
        ("Last sign", quiet_days),
    ];
    let known = before.into_iter().chain(targets).chain(held).chain(after);
    known.filter_map(|(label, text)| Some(desk.labelled(label, &text?))).flatten().collect()
}

/// The first open step of each section, in the order of the plan, under the section's name.
fn next(plan: &PlanStatus, desk: &Desk<'_>) -> Vec<Line> {
    let mut steps: Vec<&StepStatus> = plan.next.iter().collect();
    steps.sort_by_key(|step| step.line);
    desk.listed(&steps, SECTIONS, |step| {
        let tally = step.section_progress.filter(|tally| tally.total > 0);
        let tally = tally.map(|tally| {
            format!("{} of {}", desk.words.number(tally.done as usize), desk.words.number(tally.total as usize))
        });
        let tally = Line::of(Tone::Quiet, &tally.unwrap_or_default());
        let section = step.section.as_deref();
        let mut lines =
            section.map_or_else(Vec::new, |section| two_sided(INDENT, (Tone::Quiet, section), tally, desk.screen));
        lines.extend(desk.step(step, Naming::Nothing));
        lines
    })
}

/// Steps by week, and those done last.
fn lately(plan: &PlanStatus, desk: &Desk<'_>) -> Vec<Line> {
    if plan.done_lately.is_empty() {
        return Vec::new();
    }
    let weeks: Vec<String> = plan.weeks.iter().map(|week| desk.words.number(week.steps as usize)).collect();
    let words = format!("Steps done in each of the last twelve weeks, this one last: {}", weeks.join(" "));
    let mut lines = hanging(Line::indented(INDENT), Tone::Plain, &words, TEXT, desk.screen);
    let done = plan.done_lately.iter().map(|step| {
        let private = if step.private { " (private)" } else { "" };
        (step.done, mark(&step.symbol).trim_end().to_owned(), format!("{}{private}", step.plain))
    });
    lines.extend(desk.dated(&done.collect::<Vec<_>>()));
    lines
}

/// What was written about the plan, and in which mood.
fn reflections(plan: &PlanStatus, desk: &Desk<'_>) -> Vec<Line> {
    let rows = plan.reflections.iter().map(|one| {
        let private = if one.private { " (private)" } else { "" };
        (one.date, one.mood_word.clone().unwrap_or_default(), format!("{}{private}", one.title))
    });
    desk.dated(&rows.collect::<Vec<_>>())
}
