//! The page of one plan: all that is known of where it stands.

use unicode_width::UnicodeWidthStr;

use super::bar;
use super::page::{headline, joined, practice_rows};
use super::parts::{Dated, Desk, INDENT, Naming, TEXT, UNDER};
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
        desk.section("checkpoints_title", &plan.passed, checkpoints),
        desk.section("next_steps_title", "", next(plan, desk)),
        desk.section("stuck_title", "", desk.stuck(steps, STUCK, Naming::Nothing)),
        desk.section("practice_title", "", practice),
        desk.section("capacity_title", "", capacity),
        desk.section("lately_title", "", lately(plan, desk)),
        desk.section("reflections_title", "", reflections(plan, desk)),
    ])
}

/// The plan, how it stands in a sentence, and its bar.
fn top(plan: &PlanStatus, desk: &Desk<'_>) -> Vec<Line> {
    let mut lines = headline(&desk.words.named(plan), desk);
    lines.push(Line::of(Tone::Quiet, &plan.export.path));
    lines.push(Line::default());
    lines.extend(hanging(Line::default(), Tone::Plain, &plan.sentence, usize::MAX, desk.screen));
    if let Some(note) = &plan.status_note {
        lines.extend(hanging(Line::default(), Tone::Plain, note, usize::MAX, desk.screen));
    }
    if plan.card.schedule.state == "overdue" {
        let words = desk.words.say("any_is_an_answer");
        lines.extend(hanging(Line::default(), Tone::Quiet, &words, usize::MAX, desk.screen));
    }
    if plan.card.progress.total > 0 {
        lines.push(Line::default());
        lines.extend(desk.bar(plan, desk.words.tally(plan.card.progress).width()));
        lines.push(bar::key(desk.words));
    }
    lines
}

/// What stands in the plan's front matter, and what is reckoned from it.
fn facts(plan: &PlanStatus, desk: &Desk<'_>) -> Vec<Line> {
    let (words, card) = (desk.words, &plan.card);
    let active = card.status == "active";
    let range = |from: &str, to: &str| words.fill("range", &[("from", from), ("to", to)]);
    let dates = match (card.start, card.due) {
        (Some(start), Some(due)) => Some(range(&words.day(start), &words.day(due))),
        (Some(start), None) => Some(words.fill("from_no_due", &[("day", &words.day(start))])),
        (None, Some(due)) => Some(words.fill("due", &[("day", &words.day(due))])),
        (None, None) => None,
    };
    let planned = card.schedule.planned.filter(|_| card.progress.total > 0);
    let quiet_days = plan.quiet_days.filter(|_| active).and_then(|days| i32::try_from(days).ok());
    let held = plan.held.iter().map(|pause| {
        let from = words.day(pause.from);
        let days = pause.to.map(|to| range(&from, &words.day(to)));
        let days = days.unwrap_or_else(|| words.fill("and_still", &[("day", &from)]));
        let why = pause.why.as_ref().map(|why| words.fill("pause_why", &[("pause", &days), ("why", why)]));
        ("paused", Some(why.unwrap_or(days)))
    });
    let list = |names: &[String]| (!names.is_empty()).then(|| words.language.list(names));
    let before = [
        ("why_label", plan.why.clone()),
        ("dates_label", dates),
        ("planned_label", planned.map(|planned| words.count("count_steps", planned as usize))),
        ("finish_label", Some(card.forecast.words.clone()).filter(|words| active && !words.is_empty())),
    ];
    let targets = plan.targets.iter().map(|target| ("target_label", Some(words.target(target))));
    let after = [
        ("work_left_label", plan.work_left.clone()),
        ("with_label", list(&plan.people)),
        ("came_from_label", list(&plan.came_from)),
        ("last_sign_label", quiet_days.map(|days| words.language.distance(-days))),
    ];
    let known = before.into_iter().chain(targets).chain(held).chain(after);
    let known: Vec<(String, String)> = known.filter_map(|(label, text)| Some((words.say(label), text?))).collect();
    desk.labelled(&known)
}

/// The first open step of each section, in the order of the plan, under the section's name.
fn next(plan: &PlanStatus, desk: &Desk<'_>) -> Vec<Line> {
    let mut steps: Vec<&StepStatus> = plan.next.iter().collect();
    steps.sort_by_key(|step| step.line);
    desk.listed(&steps, SECTIONS, |step| {
        let tally = step.section_progress.filter(|tally| tally.total > 0);
        let tally = tally.map(|tally| desk.words.tally(tally));
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
    let words = desk.words.fill("last_twelve_weeks", &[("list", &weeks.join(" "))]);
    let mut lines = hanging(Line::indented(INDENT), Tone::Plain, &words, TEXT, desk.screen);
    let rows = plan.done_lately.iter().map(|step| Dated {
        day: step.done,
        word: mark(&step.symbol).trim_end().to_owned(),
        text: marked(&step.plain, step.private, desk),
    });
    lines.extend(desk.dated(&rows.collect::<Vec<_>>()));
    lines
}

/// What was written about the plan, and in which mood.
fn reflections(plan: &PlanStatus, desk: &Desk<'_>) -> Vec<Line> {
    let rows = plan.reflections.iter().map(|one| Dated {
        day: one.date,
        word: one.mood_word.clone().unwrap_or_default(),
        text: marked(&one.title, one.private, desk),
    });
    desk.dated(&rows.collect::<Vec<_>>())
}

/// A text, and whether it is private.
fn marked(text: &str, private: bool, desk: &Desk<'_>) -> String {
    if private { desk.words.fill("private_title", &[("title", text)]) } else { text.to_owned() }
}
