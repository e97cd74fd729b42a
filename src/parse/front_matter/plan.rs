//! Keys of a plan. They are read in any entry: which kind it is, is decided later.

use super::keys::Key;
use super::names;
use crate::model::settings::{CountCancelled, WeighBy};
use crate::model::{
    Amount, Code, DeclaredCheckpoint, Diagnostic, Done, Every, Pause, Plan, Practice, Severity, Status, Target,
    TargetKind,
};
use crate::parse::fields::{Content, Field};

/// Words for how cancelled steps count.
pub(crate) const COUNT_CANCELLED: [(CountCancelled, &str); 2] =
    [(CountCancelled::Excluded, "excluded"), (CountCancelled::Settled, "settled")];

/// Words for what a step weighs.
pub(crate) const WEIGH_BY: [(WeighBy, &str); 2] = [(WeighBy::Count, "count"), (WeighBy::Estimate, "estimate")];

/// Words for how often; the first four are shown in messages.
const EVERY: [(Every, &str); 4] =
    [(Every::Day, "day"), (Every::Weekday, "weekday"), (Every::Week, "week"), (Every::Month, "month")];

/// Reads one key into the plan; others are left alone.
pub(super) fn take(key: Key, field: &Field<'_>, plan: &mut Plan, out: &mut Vec<Diagnostic>) {
    match key {
        Key::Status => plan.status = field.word(&Status::ALL, out).unwrap_or_default(),
        Key::StatusNote => plan.status_note = field.text(out),
        Key::Until => plan.until = field.day(out),
        Key::PivotedTo => plan.pivoted_to = names::named(field, out),
        Key::Start => plan.start = field.day(out),
        Key::Due => plan.due = field.day(out),
        Key::Why => plan.why = field.text(out),
        Key::Target => plan.targets = field.items().iter().filter_map(|item| target(item, out)).collect(),
        Key::Practice => plan.practices = field.items().iter().filter_map(|item| practice(item, out)).collect(),
        Key::Checkpoints => plan.checkpoints = field.items().iter().filter_map(|item| checkpoint(item, out)).collect(),
        Key::Held => {
            plan.held = field.items().iter().filter_map(|item| pause(item, out)).collect();
            plan.held.sort_by_key(|pause| pause.from);
        }
        Key::Capacity => plan.capacity_minutes = field.minutes(out),
        Key::People => plan.people = names::people(field, out),
        Key::CountCancelled => plan.count_cancelled = field.word(&COUNT_CANCELLED, out),
        Key::WeighBy => plan.weigh_by = field.word(&WEIGH_BY, out),
        _ => {}
    }
}

/// What is below an item, each key once; unknown keys are named, for nothing else would ever show them.
fn parts<'a>(item: &Field<'a>, known: &[&str], out: &mut Vec<Diagnostic>) -> Option<Vec<Field<'a>>> {
    let fields = item.map(out)?;
    out.extend(
        fields.iter().filter(|field| !known.contains(&field.name)).map(|field| field.unknown(Severity::Warning, known)),
    );
    Some(fields)
}

/// The first part of that name that says something.
fn part<'a>(parts: &[Field<'a>], name: &str) -> Option<Field<'a>> {
    parts.iter().find(|part| part.name == name).copied().filter(|part| !part.node.is_null())
}

fn missing(item: &Field<'_>, name: &str, help: &str) -> Diagnostic {
    let message = format!("`{}` has no `{name}` here", item.name);
    item.source.diagnostic(Code::BadValue, Severity::Error, item.range(), message).help(help)
}

fn target(item: &Field<'_>, out: &mut Vec<Diagnostic>) -> Option<Target> {
    const KINDS: [(TargetKind, &str); 2] = [(TargetKind::Total, "total"), (TargetKind::Latest, "latest")];
    const EXAMPLE: &str = "write `{metric: words, amount: 80000}`";
    if item.node.is_null() {
        return None;
    }
    let parts = parts(item, &["metric", "amount", "from", "kind"], out)?;
    let Some(metric) = part(&parts, "metric") else {
        out.push(missing(item, "metric", EXAMPLE));
        return None;
    };
    let Some(amount) = part(&parts, "amount") else {
        out.push(missing(item, "amount", EXAMPLE));
        return None;
    };
    let from = part(&parts, "from").and_then(|from| from.amount(out)).unwrap_or(Amount(0));
    let kind = part(&parts, "kind").and_then(|kind| kind.word(&KINDS, out)).unwrap_or_default();
    let (metric, amount) = (metric.text(out), amount.amount(out));
    Some(Target { metric: metric?, amount: amount?, from, kind })
}

fn practice(item: &Field<'_>, out: &mut Vec<Diagnostic>) -> Option<Practice> {
    if !matches!(item.node.content, Content::Map(_)) {
        return Some(Practice { every: Every::Day, what: item.text(out)? });
    }
    let parts = parts(item, &["every", "what"], out)?;
    let Some(what) = part(&parts, "what") else {
        out.push(missing(item, "what", "write `{every: day, what: \"Write 10 minutes\"}`"));
        return None;
    };
    let every = part(&parts, "every").map_or(Some(Every::Day), |every| how_often(&every, out));
    Some(Practice { what: what.text(out)?, every: every? })
}

fn how_often(field: &Field<'_>, out: &mut Vec<Diagnostic>) -> Option<Every> {
    match field.written().unwrap_or_default().trim().to_lowercase().as_str() {
        "daily" | "days" => Some(Every::Day),
        "weekdays" | "workday" | "workdays" => Some(Every::Weekday),
        "weekly" => Some(Every::Week),
        "monthly" => Some(Every::Month),
        _ => field.word(&EVERY, out),
    }
}

fn checkpoint(item: &Field<'_>, out: &mut Vec<Diagnostic>) -> Option<DeclaredCheckpoint> {
    let spot = item.source.spot(item.range());
    if !matches!(item.node.content, Content::Map(_)) {
        let title = item.text(out)?;
        return Some(DeclaredCheckpoint { title, due: None, done: Done::No, measure: None, feeling: None, spot });
    }
    let parts = parts(item, &["title", "due", "done", "measure", "feeling"], out)?;
    let due = part(&parts, "due").and_then(|due| due.day(out));
    let done = part(&parts, "done").map_or(Done::No, |done| match done.as_bool() {
        Some(true) => Done::Yes,
        Some(false) => Done::No,
        None => done.day(out).map_or(Done::No, Done::On),
    });
    let measure = part(&parts, "measure").and_then(|measure| measure.text(out));
    let feeling = part(&parts, "feeling").and_then(|feeling| feeling.text(out));
    let Some(title) = part(&parts, "title") else {
        out.push(missing(item, "title", "write `title: First draft`"));
        return None;
    };
    Some(DeclaredCheckpoint { title: title.text(out)?, due, done, measure, feeling, spot })
}

fn pause(item: &Field<'_>, out: &mut Vec<Diagnostic>) -> Option<Pause> {
    if item.node.is_null() {
        return None;
    }
    let parts = parts(item, &["from", "to", "why"], out)?;
    let why = part(&parts, "why").and_then(|why| why.text(out));
    let Some(from) = part(&parts, "from") else {
        out.push(missing(item, "from", "write the first day of the pause: `from: 2026-03-01`"));
        return None;
    };
    let last = part(&parts, "to");
    let (from, to) = (from.day(out), last.map(|last| last.day(out)));
    let from = from?;
    // An end that can't be read is no pause without an end.
    let to = match to {
        Some(to) => Some(to?),
        None => None,
    };
    if let (Some(to), Some(last)) = (to.filter(|to| *to < from), last) {
        let problem = last.problem(Code::DueBeforeStart, "ends a pause before it begins", "");
        out.push(
            problem
                .help(format!("the pause begins on `{from}`; write a later day than `{to}`, or none while it lasts")),
        );
        return None;
    }
    Some(Pause { from, to, why })
}
