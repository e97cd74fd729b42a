//! The page of all plans: what a person may want to see in the morning, the nearest first.

use super::bar;
use super::parts::{Desk, INDENT, Naming, TEXT};
use super::text::{Line, Tone, cut, hanging, two_sided};
use super::words::quiet;
use unicode_width::UnicodeWidthStr;

use crate::language::{DateStyle, capitalised};
use crate::site::status::{CheckpointStatus, PlanStatus, Status, StepStatus};

/// What is shown at the most, unless all is asked for.
const PLANS: usize = 12;
const NEXT: usize = 7;
const CHECKPOINTS: usize = 5;
const PASSED: usize = 2;
const STUCK: usize = 6;
const PRACTICE: usize = 6;
const RESTING: usize = 8;
const IDEAS: usize = 8;

/// All of it, in lines.
pub(super) fn lines(status: &Status, desk: &Desk<'_>) -> Vec<Line> {
    if status.plans.is_empty() {
        return [top(status, desk), beginning(desk)].concat();
    }
    let parts = [
        [top(status, desk), lately(status, desk)].concat(),
        under_way(status, desk),
        next(status, desk),
        checkpoints(status, desk),
        stuck(status, desk),
        practice(status, desk),
        capacity(status, desk),
        resting(status, desk),
    ];
    joined(parts)
}

/// Parts with an empty line between; those without lines are left out.
pub(super) fn joined(parts: impl IntoIterator<Item = Vec<Line>>) -> Vec<Line> {
    let mut lines = Vec::new();
    for part in parts.into_iter().filter(|part| !part.is_empty()) {
        if !lines.is_empty() {
            lines.push(Line::default());
        }
        lines.extend(part);
    }
    lines
}

/// The journal, the day, and how things stand.
fn top(status: &Status, desk: &Desk<'_>) -> Vec<Line> {
    let mut lines = headline(&status.title, desk);
    lines.push(Line::default());
    let none = desk.words.say("no_plans_yet");
    let sentence = if status.plans.is_empty() { &none } else { &status.sentence };
    lines.extend(hanging(Line::default(), Tone::Plain, sentence, usize::MAX, desk.screen));
    lines
}

/// A title, and the day.
pub(super) fn headline(title: &str, desk: &Desk<'_>) -> Vec<Line> {
    let today = desk.words.language.date(desk.words.today, DateStyle::Weekday, None);
    two_sided(0, (Tone::Strong, title), Line::of(Tone::Quiet, &capitalised(&today)), desk.screen)
}

/// What to do in a journal without plans.
fn beginning(desk: &Desk<'_>) -> Vec<Line> {
    let (words, screen) = (desk.words, desk.screen);
    let say = |name: &str| hanging(Line::default(), Tone::Plain, &words.say(name), usize::MAX, screen);
    let step = Line::indented(INDENT).with(Tone::Plain, "- [ ] ").with(Tone::Plain, &words.say("begin_example"));
    let empty = || vec![Line::default()];
    [empty(), say("begin_with_a_plan"), empty(), vec![step], empty(), say("look_here_again")].concat()
}

/// What the last days were like; silent about days with nothing in them.
fn lately(status: &Status, desk: &Desk<'_>) -> Vec<Line> {
    let count = |name, number: u32| (number > 0).then(|| desk.words.count(name, number as usize));
    let steps = count("steps_done", status.last_seven_days.steps);
    let reflections = count("count_reflections", status.last_seven_days.reflections);
    let happened: Vec<String> = steps.into_iter().chain(reflections).collect();
    if happened.is_empty() {
        return Vec::new();
    }
    let words = desk.words.fill("last_seven_days", &[("list", &desk.words.language.list(&happened))]);
    hanging(Line::default(), Tone::Quiet, &words, usize::MAX, desk.screen)
}

fn of_status<'a>(status: &'a Status, wanted: &str) -> Vec<&'a PlanStatus> {
    status.plans.iter().filter(|plan| plan.card.status == wanted).collect()
}

fn under_way(status: &Status, desk: &Desk<'_>) -> Vec<Line> {
    let mut plans = of_status(status, "active");
    plans.sort_by_key(|plan| plan.by_need());
    let sum = |of: fn(&PlanStatus) -> u32| plans.iter().map(|plan| of(plan) as usize).sum::<usize>();
    let (done, total) = (sum(|plan| plan.card.progress.done), sum(|plan| plan.card.progress.total));
    let numbers = plans.iter().map(|plan| desk.words.tally(plan.card.progress).width()).max().unwrap_or(0);
    let (shown, more) = desk.shown(&plans, PLANS);
    let has_bar = shown.iter().any(|plan| plan.card.progress.total > 0);
    let key = has_bar.then(|| bar::key(desk.words));
    let blocks = shown.iter().map(|plan| plan_lines(plan, numbers, desk));
    let blocks = blocks.chain([more, key].map(|line| line.into_iter().collect()));
    let lines =
        blocks.filter(|block| !block.is_empty()).flat_map(|block| [vec![Line::default()], block].concat()).collect();
    let plans = desk.words.count("count_plans", plans.len());
    let words = [("plans", plans.into()), ("done", done.into()), ("total", total.into())];
    let amount = desk.words.language.say("plans_done_of", &words);
    desk.section("under_way", &amount, lines)
}

/// A plan with its bar and its dates.
fn plan_lines(plan: &PlanStatus, numbers: usize, desk: &Desk<'_>) -> Vec<Line> {
    let title = desk.words.named(plan);
    let state = Line::of(Tone::Plain, &plan.card.schedule.words);
    let mut lines = two_sided(INDENT, (Tone::Strong, &title), state, desk.screen);
    lines.extend(desk.bar(plan, numbers));
    let planned = plan.card.schedule.planned.filter(|_| plan.card.progress.total > 0);
    let planned = planned.map(|planned| desk.words.count("planned_by_now", planned as usize));
    let targets = plan.targets.iter().map(|target| desk.words.target(target));
    let ended = |fact: String| desk.words.language.sentence(&fact);
    let said = planned.into_iter().chain(targets).map(ended).chain([desk.words.finish(&plan.card)]);
    let said: Vec<String> = said.collect();
    lines.extend(hanging(Line::indented(INDENT), Tone::Quiet, &said.join(" "), usize::MAX, desk.screen));
    if let Some(note) = &plan.status_note {
        lines.extend(hanging(Line::indented(INDENT), Tone::Quiet, note, TEXT, desk.screen));
    }
    lines
}

fn next(status: &Status, desk: &Desk<'_>) -> Vec<Line> {
    let lines = desk.listed(&status.next, NEXT, |step| desk.step(step, Naming::Plan));
    if lines.is_empty() && status.plans.iter().any(|plan| plan.card.status == "active") {
        let words = desk.words.say("nothing_waits");
        let nothing = hanging(Line::indented(INDENT), Tone::Quiet, &words, TEXT, desk.screen);
        return desk.section("next_steps_title", "", nothing);
    }
    desk.section("next_steps_title", "", lines)
}

/// Overdue ones and those due soon, or the next one if none is; and the last that were met.
fn checkpoints(status: &Status, desk: &Desk<'_>) -> Vec<Line> {
    let is_near = |one: &&CheckpointStatus| matches!(one.state, "overdue" | "soon");
    let mut near: Vec<&CheckpointStatus> = status.checkpoints_near.iter().filter(is_near).collect();
    if !near.iter().any(|one| one.state == "soon") {
        near.extend(status.checkpoints_near.iter().find(|one| one.state == "upcoming"));
    }
    let mut lines = desk.listed(&near, CHECKPOINTS, |one| desk.checkpoint(one, Naming::Plan));
    let passed = status.checkpoints_passed.iter().take(if desk.all { usize::MAX } else { PASSED });
    lines.extend(passed.flat_map(|one| desk.checkpoint(one, Naming::Plan)));
    desk.section("checkpoints_title", "", lines)
}

fn stuck(status: &Status, desk: &Desk<'_>) -> Vec<Line> {
    // A step that names somebody and does not wait is under way with them.
    let help = status.help.iter().filter(|step| step.people.is_empty()).collect();
    let steps = [status.waiting.iter().collect(), status.blocked.iter().collect(), help];
    desk.section("stuck_title", "", desk.stuck(steps, STUCK, Naming::Plan))
}

fn practice(status: &Status, desk: &Desk<'_>) -> Vec<Line> {
    let plans = of_status(status, "active");
    let rows: Vec<Vec<Line>> = plans.iter().flat_map(|plan| practice_rows(plan, Naming::Plan, desk)).collect();
    desk.section("practice_title", "", desk.listed(&rows, PRACTICE, Clone::clone))
}

/// The practices of a plan, and its recurring steps that are due within a week or have no date.
pub(super) fn practice_rows(plan: &PlanStatus, naming: Naming, desk: &Desk<'_>) -> Vec<Vec<Line>> {
    let practices = plan.practice.iter().map(|practice| {
        let name = (naming == Naming::Plan).then(|| quiet(desk.name(&plan.card.title)));
        let known = name.into_iter().chain([quiet(practice.words.clone())]).collect();
        desk.row("", Tone::Plain, &practice.what, known, None)
    });
    let soon = crate::model::add_days(desk.words.today, 7);
    let is_soon = |step: &&StepStatus| desk.all || step.due.is_none_or(|due| due < soon);
    let recurring = plan.recurring.iter().filter(is_soon).map(|step| desk.step(step, naming));
    practices.chain(recurring).collect()
}

fn capacity(status: &Status, desk: &Desk<'_>) -> Vec<Line> {
    let lines = status.capacity.as_ref().map(|capacity| desk.capacity(capacity)).unwrap_or_default();
    desk.section("capacity_title", "", lines)
}

/// Plans that rest, a line each, what moved last first; then those that are only an idea.
fn resting(status: &Status, desk: &Desk<'_>) -> Vec<Line> {
    let rests = |plan: &&PlanStatus| matches!(plan.card.status, "paused" | "pivoted" | "done" | "dropped");
    let mut plans: Vec<&PlanStatus> = status.plans.iter().filter(rests).collect();
    plans.sort_by_key(|plan| std::cmp::Reverse(plan.moved()));
    let widest = |text: &dyn Fn(&PlanStatus) -> String| plans.iter().map(|plan| text(plan).width()).max().unwrap_or(0);
    let columns = [widest(&|plan| desk.words.say(plan.card.status)), widest(&|plan| desk.words.named(plan))];
    let lines = desk.listed(&plans, RESTING, |plan| rest(plan, columns, desk));
    let ideas = of_status(status, "idea");
    let mut titles: Vec<String> = ideas.iter().map(|plan| desk.words.named(plan)).collect();
    let more = titles.len().saturating_sub(if desk.all { usize::MAX } else { IDEAS });
    titles.truncate(titles.len() - more);
    if more > 0 {
        titles.push(desk.words.count("more", more));
    }
    let mut ideas = Vec::new();
    if !titles.is_empty() {
        let text = desk.words.fill("only_ideas", &[("list", &desk.words.row(titles))]);
        ideas = hanging(Line::indented(INDENT), Tone::Plain, &text, usize::MAX, desk.screen);
    }
    desk.section("resting_title", "", joined([lines, ideas]))
}

/// A plan that rests, in one line: how, which, and why. In a narrow terminal the reason has its own line.
fn rest(plan: &PlanStatus, columns: [usize; 2], desk: &Desk<'_>) -> Vec<Line> {
    let (screen, words) = (desk.screen, desk.words);
    let status = words.say(plan.card.status);
    let gap = " ".repeat(columns[0].saturating_sub(status.width()) + 2);
    let begin = Line::indented(INDENT).with(Tone::Quiet, &format!("{status}{gap}"));
    let room = screen.width.saturating_sub(begin.width());
    let rest = words.rest(&plan.card);
    if !desk.is_wide() {
        let mut lines = vec![begin.with(Tone::Plain, &cut(&words.named(plan), room, screen.signs))];
        let indent = Line::indented(2 * INDENT);
        let room = screen.width.saturating_sub(indent.width());
        if !rest.is_empty() {
            lines.push(indent.with(Tone::Quiet, &cut(&rest, room, screen.signs)));
        }
        return lines;
    }
    let column = columns[1].min(room / 2);
    let title = cut(&words.named(plan), column, screen.signs);
    let gap = " ".repeat(column.saturating_sub(title.width()) + 2);
    let line = begin.with(Tone::Plain, &title).with(Tone::Plain, &gap);
    let room = screen.width.saturating_sub(line.width());
    vec![line.with(Tone::Quiet, &cut(&rest, room, screen.signs))]
}
