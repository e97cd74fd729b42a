//! The keys of plans.

use super::super::fields::{Content, Field, Node, Reader};
use super::named;
use crate::model::settings::{CountCancelled, WeighBy};
use crate::model::{Amount, DeclaredCheckpoint, Done, Every, Pause, Plan, Practice, Status, Target, TargetKind};

/// Reads `key` if it is one of a plan's.
pub(super) fn read(reader: &mut Reader<'_, '_>, plan: &mut Plan, key: &str, node: &Node) -> bool {
    match key {
        "status" => {
            let known: Vec<(&str, Status)> = Status::ALL.iter().map(|(status, name)| (*name, *status)).collect();
            plan.status = reader.choice(key, node, &known).unwrap_or_default();
        }
        "status_note" => plan.status_note = reader.text(key, node),
        "until" => plan.until = reader.date(key, node),
        "pivoted_to" => plan.pivoted_to = named(reader, key, node).into_iter().next(),
        "start" => plan.start = reader.date(key, node),
        "due" => plan.due = reader.date(key, node),
        "why" => plan.why = reader.text(key, node),
        "target" | "targets" => plan.targets = items(node).iter().filter_map(|item| target(reader, item)).collect(),
        "practice" | "practices" => {
            plan.practices = items(node).iter().filter_map(|item| practice(reader, item)).collect();
        }
        "checkpoints" => plan.checkpoints = items(node).iter().filter_map(|item| checkpoint(reader, item)).collect(),
        "held" => {
            plan.held = items(node).iter().filter_map(|item| pause(reader, item)).collect();
            plan.held.sort_by_key(|pause| pause.from);
        }
        "capacity" => plan.capacity_minutes = reader.hours(key, node),
        "people" => {
            let people = reader.texts(key, node);
            let split = matches!(node.content, Content::Text(_));
            plan.people = people
                .iter()
                .flat_map(|(text, _)| if split { text.split(',').collect::<Vec<_>>() } else { vec![text.as_str()] })
                .map(|name| name.trim().trim_start_matches('@').to_owned())
                .filter(|name| !name.is_empty())
                .collect();
        }
        "count_cancelled" => {
            let choices = [("excluded", CountCancelled::Excluded), ("settled", CountCancelled::Settled)];
            plan.count_cancelled = reader.choice(key, node, &choices);
        }
        "weigh_by" => {
            plan.weigh_by = reader.choice(key, node, &[("count", WeighBy::Count), ("estimate", WeighBy::Estimate)]);
        }
        _ => return false,
    }
    true
}

/// The items of a list; one alone is a list of one.
fn items(node: &Node) -> &[Node] {
    match &node.content {
        Content::List(items) => items,
        _ => std::slice::from_ref(node),
    }
}

fn fields(node: &Node) -> &[Field] {
    match &node.content {
        Content::Map(fields) => fields,
        _ => &[],
    }
}

fn unknown(reader: &mut Reader<'_, '_>, of: &str, field: &Field, known: &[&str]) {
    let help = match super::super::fields::near(&field.key, known.iter().copied()) {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!("it can have {}", super::super::fields::one_of(known)),
    };
    let message = format!("`{}` is not a key of {of}", field.key);
    reader.problem(crate::model::Code::UnknownKey, crate::model::Severity::Warning, &field.at, message, &help);
}

fn target(reader: &mut Reader<'_, '_>, node: &Node) -> Option<Target> {
    let (mut metric, mut amount, mut from, mut kind) = (None, None, Amount::default(), TargetKind::Total);
    for field in fields(node) {
        let value = &field.value;
        match field.key.as_str() {
            "metric" | "name" => metric = reader.text("metric", value),
            "amount" => amount = reader.amount("amount", value),
            "from" => from = reader.amount("from", value).unwrap_or_default(),
            "kind" => {
                let choices = [("total", TargetKind::Total), ("latest", TargetKind::Latest)];
                kind = reader.choice("kind", value, &choices).unwrap_or_default();
            }
            _ => unknown(reader, "a target", field, &["metric", "amount", "from", "kind"]),
        }
    }
    match (metric, amount) {
        (Some(metric), Some(amount)) => Some(Target { metric, amount, from, kind }),
        (None, None) if fields(node).is_empty() => {
            reader.wrong("target", node, "a goal with an amount", "write {metric: words, amount: 80000}");
            None
        }
        (metric, _) => {
            let missing = if metric.is_none() { "metric" } else { "amount" };
            let already = reader.diagnostics.iter().any(|problem| problem.message.contains(&format!("`{missing}`")));
            if !already {
                let help = "write {metric: words, amount: 80000}";
                reader.wrong("target", node, &format!("complete without `{missing}`"), help);
            }
            None
        }
    }
}

fn practice(reader: &mut Reader<'_, '_>, node: &Node) -> Option<Practice> {
    if let Some(what) = reader.as_text(node) {
        return Some(Practice { every: Every::Day, what: what.trim().to_owned() });
    }
    let (mut every, mut what) = (Every::Day, None);
    for field in fields(node) {
        match field.key.as_str() {
            "what" => what = reader.text("what", &field.value),
            "every" => {
                let choices =
                    [("day", Every::Day), ("weekday", Every::Weekday), ("week", Every::Week), ("month", Every::Month)];
                every = reader.choice("every", &field.value, &choices).unwrap_or(Every::Day);
            }
            _ => unknown(reader, "a practice", field, &["every", "what"]),
        }
    }
    if what.is_none() {
        reader.wrong("practice", node, "a small step", "write {every: day, what: \"Write 10 minutes\"}");
    }
    what.map(|what| Practice { every, what })
}

fn checkpoint(reader: &mut Reader<'_, '_>, node: &Node) -> Option<DeclaredCheckpoint> {
    let spot = reader.spot(node);
    let empty =
        DeclaredCheckpoint { title: String::new(), due: None, done: Done::No, measure: None, feeling: None, spot };
    if let Some(title) = reader.as_text(node) {
        return Some(DeclaredCheckpoint { title: title.trim().to_owned(), ..empty });
    }
    let mut checkpoint = empty;
    for field in fields(node).iter().filter(|field| !field.value.is_null()) {
        let value = &field.value;
        match field.key.as_str() {
            "title" => {
                checkpoint.title = reader.text("title", value).unwrap_or_default();
                checkpoint.spot = reader.spot(value);
            }
            "due" => checkpoint.due = reader.date("due", value),
            "done" => {
                checkpoint.done = match super::as_flag(value) {
                    Some(true) => Done::Yes,
                    Some(false) => Done::No,
                    None => reader.date("done", value).map_or(Done::No, Done::On),
                }
            }
            "measure" => checkpoint.measure = reader.text("measure", value),
            "feeling" => checkpoint.feeling = reader.text("feeling", value),
            _ => unknown(reader, "a checkpoint", field, &["title", "due", "done", "measure", "feeling"]),
        }
    }
    if checkpoint.title.is_empty() {
        reader.wrong("checkpoints", node, "a checkpoint with a title", "write {title: First draft, due: 2026-05-01}");
        return None;
    }
    Some(checkpoint)
}

fn pause(reader: &mut Reader<'_, '_>, node: &Node) -> Option<Pause> {
    let (mut from, mut to, mut why) = (None, None, None);
    for field in fields(node).iter().filter(|field| !field.value.is_null()) {
        let value = &field.value;
        match field.key.as_str() {
            "from" => from = reader.date("from", value),
            "to" => to = reader.date("to", value),
            "why" => why = reader.text("why", value),
            _ => unknown(reader, "a pause", field, &["from", "to", "why"]),
        }
    }
    let Some(from) = from else {
        reader.wrong("held", node, "a pause with its first day", "write {from: 2026-08-01, to: 2026-08-21, why: rest}");
        return None;
    };
    if to.is_some_and(|to| to < from) {
        reader.wrong("held", node, "a pause that ends after it begins", "give `to` a later day than `from`");
        return None;
    }
    Some(Pause { from, to, why })
}
