//! The shape of `journal.json`, schema 1: names stay as they are within a schema, absent values are null.
//!
//! It holds what lists may name: an unlisted entry is in it for the writer only, a private one likewise.

use std::collections::BTreeMap;

use serde::Serialize;

use super::cards::mood_word;
use super::index::Index;
use super::plans::PlanCards;
use super::views::{AmountView, TallyView};
use crate::model::{Audience, Date, Kind, Steps, Visibility};

/// Everything that a journal holds, as data.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct Export {
    schema: u8,
    generated_for: Date,
    title: String,
    plans: Vec<PlanExport>,
    reflections: Vec<ReflectionExport>,
    pages: Vec<PageExport>,
    tags: Vec<TagExport>,
}

/// One plan.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct PlanExport {
    /// Its file.
    pub path: String,
    url: String,
    title: String,
    status: &'static str,
    /// `public`, `unlisted`, `private`.
    pub visibility: &'static str,
    start: Option<Date>,
    due: Option<Date>,
    tags: Vec<String>,
    progress: Progress,
    schedule: Schedule,
    forecast: Option<Forecast>,
    forecast_reason: Option<String>,
    checkpoints: Vec<Checkpoint>,
    steps: Vec<StepExport>,
}

#[derive(Debug, Clone, Hash, Serialize)]
struct Progress {
    done: u32,
    total: u32,
    cancelled: u32,
}

#[derive(Debug, Clone, Hash, Serialize)]
struct Schedule {
    state: &'static str,
    days: Option<i32>,
    expected: Option<Share>,
}

/// A share of one in thousandths, written as a decimal.
#[derive(Debug, Clone, Hash)]
struct Share(u32);

impl Serialize for Share {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_f64(f64::from(self.0) / 1000.0)
    }
}

#[derive(Debug, Clone, Hash, Serialize)]
struct Forecast {
    low: Option<Date>,
    high: Option<Date>,
}

#[derive(Debug, Clone, Hash, Serialize)]
struct Checkpoint {
    title: String,
    state: &'static str,
    due: Option<Date>,
    done: Option<Date>,
}

#[derive(Debug, Clone, Hash, Serialize)]
struct StepExport {
    text: String,
    state: &'static str,
    symbol: String,
    line: u32,
    done: Option<Date>,
    due: Option<Date>,
    start: Option<Date>,
    scheduled: Option<Date>,
    created: Option<Date>,
    cancelled: Option<Date>,
    priority: Option<&'static str>,
    recurrence: Option<String>,
    id: Option<String>,
    blocked_by: Vec<String>,
    tags: Vec<String>,
    people: Vec<String>,
    estimate_minutes: Option<u32>,
    children: Vec<StepExport>,
}

#[derive(Debug, Clone, Hash, Serialize)]
struct ReflectionExport {
    path: String,
    url: String,
    title: String,
    date: Option<Date>,
    mood: Option<u8>,
    mood_word: Option<&'static str>,
    energy: Option<u8>,
    plans: Vec<String>,
    metrics: BTreeMap<String, AmountView>,
    tags: Vec<String>,
}

#[derive(Debug, Clone, Hash, Serialize)]
struct PageExport {
    path: String,
    url: String,
    title: String,
    tags: Vec<String>,
}

#[derive(Debug, Clone, Hash, Serialize)]
struct TagExport {
    name: String,
    url: String,
    count: usize,
}

impl Export {
    pub(crate) fn of(index: &Index<'_>, cards: &PlanCards) -> Self {
        Self {
            schema: 1,
            generated_for: index.today,
            title: index.settings.title.clone(),
            plans: index.exported(Kind::Plan).into_iter().filter_map(|plan| index.plan_export(plan, cards)).collect(),
            reflections: index
                .exported(Kind::Reflection)
                .into_iter()
                .map(|entry| index.reflection_export(entry))
                .collect(),
            pages: index.exported(Kind::Page).into_iter().map(|entry| index.page_export(entry)).collect(),
            tags: index
                .tags
                .keys()
                .filter_map(|stem| index.tag_view(stem))
                .map(|tag| TagExport { name: tag.name.to_string(), url: tag.url.to_string(), count: tag.count })
                .collect(),
        }
    }

    /// The bytes of `journal.json`.
    #[must_use]
    pub fn to_json(&self) -> Vec<u8> {
        let title = serde_json::Value::from(self.title.as_str());
        let Self { schema, generated_for, .. } = self;
        let head = format!("{{\"schema\": {schema},\n\"generated_for\": \"{generated_for}\",\n\"title\": {title},\n");
        let mut json = head.into_bytes();
        list(&mut json, "plans", &self.plans, "],\n");
        list(&mut json, "reflections", &self.reflections, "],\n");
        list(&mut json, "pages", &self.pages, "],\n");
        list(&mut json, "tags", &self.tags, "]}\n");
        json
    }
}

impl Index<'_> {
    /// Entries of a kind that the audience may see in lists: the writer sees unlisted ones, too. Reflections oldest
    /// first, others by path.
    fn exported(&self, kind: Kind) -> Vec<usize> {
        let writer = self.published.audience() == Audience::Writer;
        let entries = self.published.entries();
        let mut found: Vec<usize> = (0..entries.len())
            .filter(|&index| entries[index].kind == kind && self.addresses.out(index).is_some())
            .filter(|&index| writer || entries[index].visibility == Visibility::Public)
            .collect();
        if kind == Kind::Reflection {
            found
                .sort_by_key(|&index| (entries[index].date.is_none(), entries[index].date, entries[index].time, index));
        }
        found
    }

    pub(crate) fn plan_export(&self, index: usize, cards: &PlanCards) -> Option<PlanExport> {
        let entry = self.entry(index);
        let card = cards.get(index)?;
        let TallyView { done, total, cancelled, .. } = card.progress;
        let forecast = &card.forecast;
        let known = forecast.low.is_some() || forecast.high.is_some();
        Some(PlanExport {
            path: entry.path.as_str().to_owned(),
            url: card.url.clone(),
            title: card.title.clone(),
            status: card.status,
            visibility: entry.visibility.name(),
            start: card.start,
            due: card.due,
            tags: entry.tags.clone(),
            progress: Progress { done, total, cancelled },
            schedule: Schedule {
                state: card.schedule.state,
                days: card.schedule.days,
                expected: card.schedule.expected.map(Share),
            },
            forecast: known.then_some(Forecast { low: forecast.low, high: forecast.high }),
            forecast_reason: (!known || forecast.high.is_none()).then(|| forecast.words.clone()),
            checkpoints: cards
                .checkpoints(index)
                .iter()
                .map(|checkpoint| Checkpoint {
                    title: checkpoint.title.clone(),
                    state: checkpoint.state,
                    due: checkpoint.due,
                    done: checkpoint.done,
                })
                .collect(),
            steps: steps(&entry.steps),
        })
    }

    fn reflection_export(&self, index: usize) -> ReflectionExport {
        let entry = self.entry(index);
        let reflection = &entry.reflection;
        let listed =
            |plan: &&usize| self.published.audience() == Audience::Writer || self.plans.binary_search(plan).is_ok();
        ReflectionExport {
            path: entry.path.as_str().to_owned(),
            url: self.addresses.url_of(index).unwrap_or_default(),
            title: entry.title.clone(),
            date: entry.date,
            mood: reflection.mood,
            mood_word: reflection.mood.map(mood_word),
            energy: reflection.energy,
            plans: self.plans_of[index]
                .iter()
                .filter(listed)
                .map(|&plan| self.entry(plan).path.as_str().to_owned())
                .collect(),
            metrics: reflection.metrics.iter().map(|(name, amount)| (name.clone(), AmountView(*amount))).collect(),
            tags: entry.tags.clone(),
        }
    }

    fn page_export(&self, index: usize) -> PageExport {
        let entry = self.entry(index);
        PageExport {
            path: entry.path.as_str().to_owned(),
            url: self.addresses.url_of(index).unwrap_or_default(),
            title: entry.title.clone(),
            tags: entry.tags.clone(),
        }
    }
}

/// A list with a line for each entry: an edit changes one line, and the depth of steps costs no indentation.
fn list<T: Serialize>(json: &mut Vec<u8>, name: &str, items: &[T], end: &str) {
    json.extend_from_slice(format!("\"{name}\": [").as_bytes());
    for (at, item) in items.iter().enumerate() {
        json.extend_from_slice(if at == 0 { b"\n" } else { b",\n" });
        serde_json::to_writer(&mut *json, item).expect("plain values have a JSON form");
    }
    json.extend_from_slice(end.as_bytes());
}

/// The steps as a tree, groups seen through. Built from the end: a step comes after what it stands under, so when its
/// turn comes its own children are complete.
fn steps(steps: &Steps) -> Vec<StepExport> {
    let mut children: Vec<Vec<StepExport>> = steps.items.iter().map(|_| Vec::new()).collect();
    let mut top = Vec::new();
    for (index, step) in steps.items.iter().enumerate().rev() {
        let mut below = std::mem::take(&mut children[index]);
        below.reverse();
        let fields = step.fields.clone();
        let export = StepExport {
            text: step.text.clone(),
            state: step.state.name(),
            symbol: step.symbol.clone(),
            line: step.line,
            done: fields.done,
            due: fields.due,
            start: fields.start,
            scheduled: fields.scheduled,
            created: fields.created,
            cancelled: fields.cancelled,
            priority: fields.priority.map(crate::model::Priority::name),
            recurrence: fields.recurrence,
            id: fields.id,
            blocked_by: fields.depends_on,
            tags: fields.tags,
            people: fields.people,
            estimate_minutes: fields.estimate_minutes,
            children: below,
        };
        match steps.step_above(step.parent) {
            Some(parent) => children[parent].push(export),
            None => top.push(export),
        }
    }
    top.reverse();
    top
}
