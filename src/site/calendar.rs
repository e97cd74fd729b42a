//! Calendars: the days on which something of a plan is due.
//!
//! Open steps and checkpoints to come stand on their due day, a plan under way on its own, and a paused one on the day
//! on which it is to be looked at again. What is settled is not in a calendar: that is what the feeds tell. Nothing
//! depends on the day of the build.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use rayon::prelude::*;

use super::beside::Beside;
use super::data::{Data, DataFile};
use super::index::Index;
use super::names::name_of;
use super::plans::PlanCards;
use crate::model::{Date, OutPath, State, Status, Visibility};

/// The longest line of a calendar's entry, in characters: programs show one.
const LONGEST: usize = 200;

/// `calendar.ics`, and the calendar of each plan.
#[derive(Debug, Clone, Hash)]
pub struct Calendar {
    /// What programs call it.
    pub name: String,
    /// What it holds, by plan.
    pub plans: Vec<Arc<Vec<Occasion>>>,
}

/// Something that has a day: it fills the whole of it and keeps nobody busy.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Occasion {
    /// A name that holds.
    pub uid: String,
    /// Its day.
    pub day: Date,
    /// Since when it is there, as far as the journal says: never later than its day, and not the day of the build.
    pub since: Date,
    /// What is due.
    pub summary: String,
    /// Its plan.
    pub plan: String,
    /// The full address where more is said of it, if the site's own is known.
    pub url: Option<String>,
    /// Whether only the writer sees it.
    pub private: bool,
}

impl Index<'_> {
    /// The calendar of everything, and that of each plan.
    pub(crate) fn calendars(&self, cards: &PlanCards, beside: &BTreeMap<usize, Beside>) -> Vec<DataFile> {
        if !self.settings.feeds {
            return Vec::new();
        }
        let plans: Vec<(usize, Arc<Vec<Occasion>>)> =
            self.plans.par_iter().map(|&plan| (plan, Arc::new(self.occasions(plan, cards)))).collect();
        let file = |out: OutPath, name: String, plans| DataFile { out, data: Data::Calendar(Calendar { name, plans }) };
        let all = plans.iter().map(|(_, occasions)| Arc::clone(occasions)).collect();
        let site = self.free("calendar.ics").map(|out| file(out, one_line(&self.settings.title), all));
        let own = plans.iter().filter_map(|(plan, occasions)| {
            let out = beside.get(plan)?.calendar.clone()?;
            let name = format!("{} · {}", self.entry(*plan).title, self.settings.title);
            Some(file(out, one_line(&name), vec![Arc::clone(occasions)]))
        });
        site.into_iter().chain(own).collect()
    }

    fn occasions(&self, plan: usize, cards: &PlanCards) -> Vec<Occasion> {
        let entry = self.entry(plan);
        let link = self.link(plan);
        let path = entry.path.as_str();
        let private = entry.visibility == Visibility::Private;
        let occasion = |parts: &[&str], day: Date, since: Option<Date>, text: &str, url: &str| Occasion {
            uid: name_of(&self.settings.base_url, parts).to_string(),
            day,
            since: since.or(entry.plan.start).map_or(day, |since| since.min(day)),
            summary: if private { self.titled("private_title", &one_line(text)) } else { one_line(text) },
            plan: one_line(&link.title),
            url: self.full(url),
            private,
        };
        match entry.plan.status {
            Status::Active => {}
            Status::Paused => {
                let title = self.titled("look_again_title", &link.title);
                let again = |day| occasion(&["again", path], day, None, &title, &link.url);
                return entry.plan.until.map(again).into_iter().collect();
            }
            Status::Idea | Status::Done | Status::Dropped | Status::Pivoted => return Vec::new(),
        }
        let mut occasions = Vec::new();
        let mut same = Repeated::default();
        for (step, state) in entry.steps.items.iter().zip(cards.states(plan)) {
            let Some(day) = step.fields.due else { continue };
            if state.is_settled() || state == State::Note || step.checkpoint {
                continue;
            }
            let url = format!("{}#step-{}", link.url, step.line);
            let (kind, known) = step.fields.id.as_deref().map_or(("step", &*step.plain), |id| ("step id", id));
            let parts = [kind, path, known, &same.next((kind, known))];
            occasions.push(occasion(&parts, day, step.fields.created, &step.plain, &url));
        }
        for checkpoint in cards.checkpoints(plan).iter().filter(|checkpoint| checkpoint.when.is_some()) {
            let Some(day) = checkpoint.due else { continue };
            let number = same.next(("checkpoint", &checkpoint.title));
            let title = self.titled("checkpoint_title", &checkpoint.title);
            let parts = ["checkpoint", path, &checkpoint.title, &number];
            occasions.push(occasion(&parts, day, None, &title, &checkpoint.url));
        }
        if let Some(day) = entry.plan.due {
            let title = self.titled("due_title", &link.title);
            occasions.push(occasion(&["due", path], day, None, &title, &link.url));
        }
        // By day, so that a step that moves in its file moves nothing here.
        occasions.sort_by(|one, other| (one.day, &one.uid).cmp(&(other.day, &other.uid)));
        occasions
    }
}

/// How often something was there before, so that two steps of one text are two things.
#[derive(Debug, Default)]
struct Repeated<'a>(HashMap<(&'static str, &'a str), usize>);

impl<'a> Repeated<'a> {
    fn next(&mut self, known: (&'static str, &'a str)) -> String {
        let count = self.0.entry(known).or_default();
        *count += 1;
        count.to_string()
    }
}

/// A text as a calendar can hold it: one line, not too long, without characters that are none.
fn one_line(text: &str) -> String {
    let words: Vec<&str> =
        text.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty()).collect();
    let line = words.join(" ");
    match line.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line,
    }
}
