//! Feeds: what happened, newest first, for programs that ask again and again.
//!
//! Reflections, checkpoints met, plans finished, and the steps of each day. A feed is read away from its site, so every
//! address in it is full, and it is made only where the site's own address is known. Nothing in it depends on the day
//! of the build: a journal in which nothing happens has the same feed tomorrow.

use std::cmp::Reverse;
use std::hash::Hash;
use std::sync::Arc;

use rayon::prelude::*;
use serde::{Serialize, Serializer};

use super::beside::Beside;
use super::bodies::BodyPlan;
use super::index::Index;
use super::made::Head;
use super::names::{name_of, urn};
use super::page::{Page, View};
use super::plans::{PlanCards, dated_done};
use super::views::{LinkView, StepView};
use crate::model::{Date, Status, Time, Visibility};

/// The most items of a feed: programs ask often, and keep what they have seen.
const MOST_ITEMS: usize = 50;
/// The most steps that the item of one day names.
const MOST_STEPS: usize = 50;

/// The day of a feed without items, which has to have one.
const BEFORE_ALL: Date = Date::constant(1970, 1, 1);

/// `feed.xml`: the feed of the site, and that of each plan.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct FeedView {
    /// A name that holds.
    pub id: String,
    /// What it is the feed of.
    pub title: String,
    /// One sentence about that.
    pub subtitle: String,
    /// The language of its words.
    pub language: String,
    /// Its own full address.
    pub url: String,
    /// The full address of the page it belongs to.
    pub home: String,
    /// Who writes; the site's title, if nobody is named.
    pub author: String,
    /// The writer's address; may be empty.
    pub email: String,
    /// When its newest item changed, in the form of RFC 3339.
    pub updated: String,
    /// Newest first, at most 50.
    pub items: Vec<FeedItem>,
}

/// Something that happened.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct FeedItem {
    /// A name that holds.
    pub id: String,
    /// `reflection`, `checkpoint`, `plan`, `steps`.
    pub kind: &'static str,
    /// What happened.
    pub title: String,
    /// The full address where more is said of it.
    pub url: String,
    /// Its day, in the form of RFC 3339.
    pub published: String,
    /// When it was last changed, in the form of RFC 3339.
    pub updated: String,
    /// What it says in short, a paragraph a line; may be empty.
    pub summary: String,
    /// Its tags.
    pub tags: Vec<String>,
    /// The plans it is about.
    pub plans: Vec<LinkView>,
    /// The steps of that day.
    pub steps: Vec<StepView>,
    /// How many more there were.
    pub more_steps: usize,
    /// Whether only the writer sees it.
    pub private: bool,
}

/// A feed and the texts of its items.
#[derive(Debug, Clone, Hash)]
pub struct Feed {
    /// What a template is given.
    pub view: FeedView,
    /// For each item, the entry's whole text, where the feed carries it.
    pub bodies: Vec<Option<Arc<BodyPlan>>>,
}

impl Feed {
    /// The same at another address.
    pub(crate) fn at(&self, url: String) -> Self {
        Self { view: FeedView { url, ..self.view.clone() }, bodies: self.bodies.clone() }
    }
}

impl Serialize for Feed {
    /// As its view: texts are handed to templates when they are finished, as `body` is on other pages.
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        self.view.serialize(to)
    }
}

/// What a feed tells of, by index.
#[derive(Debug)]
enum What {
    /// The plan is finished.
    Finished(usize),
    /// A checkpoint, by its plan and its place there.
    Checkpoint(usize, usize),
    Reflection(usize),
    /// The steps of one day, by plan and place there.
    Steps(Vec<(usize, u32)>),
}

#[derive(Debug)]
struct Happened {
    date: Date,
    time: Option<Time>,
    what: What,
}

impl Happened {
    fn on(date: Date, what: What) -> Self {
        Self { date, time: None, what }
    }

    /// Of one day, what weighs most comes first.
    fn rank(&self) -> u8 {
        match self.what {
            What::Finished(_) => 0,
            What::Checkpoint(..) => 1,
            What::Reflection(_) => 2,
            What::Steps(_) => 3,
        }
    }
}

/// Which feed an item stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Of {
    Site,
    Plan(usize),
}

impl Index<'_> {
    /// Whether there are feeds: they are wanted, and the site's address is known.
    pub(crate) fn has_feeds(&self) -> bool {
        self.settings.feeds && !self.settings.base_url.is_empty()
    }

    /// The feed of everything, with whole texts.
    pub(crate) fn site_feed(&self, cards: &PlanCards, out: &str) -> Feed {
        let mut happened: Vec<Happened> = self.reflected_newest_first().take(MOST_ITEMS).collect();
        for &plan in &self.plans {
            happened.extend(self.landmarks(plan, cards));
        }
        let days = cards.done().chunk_by(|(one, ..), (other, ..)| one == other).rev().take(MOST_ITEMS);
        happened.extend(days.filter_map(|day| {
            let steps = day.iter().filter_map(|(_, plan, at)| Some((*plan, u32::try_from(*at).ok()?)));
            Some(Happened::on(day.first()?.0, What::Steps(steps.collect())))
        }));
        let subtitle = self.settings.description.clone();
        let home = self.made_url("index");
        self.feed(Of::Site, self.settings.title.clone(), subtitle, &home, out, happened, cards)
    }

    /// The feed of one plan; reflections are told of in it by their first words.
    fn plan_feed(&self, plan: usize, cards: &PlanCards, out: &str) -> Feed {
        let about = self.about.get(&plan).into_iter().flatten().rev();
        let mut happened: Vec<Happened> = about
            .filter_map(|&index| self.reflected(index))
            .take(MOST_ITEMS)
            .chain(self.landmarks(plan, cards))
            .collect();
        let mut done: Vec<(Date, usize)> = dated_done(self.entry(plan)).collect();
        done.sort_unstable_by_key(|(date, at)| (Reverse(*date), *at));
        let days = done.chunk_by(|(one, _), (other, _)| one == other).take(MOST_ITEMS);
        happened.extend(days.filter_map(|day| {
            let steps = day.iter().filter_map(|(_, at)| Some((plan, u32::try_from(*at).ok()?)));
            Some(Happened::on(day.first()?.0, What::Steps(steps.collect())))
        }));
        let LinkView { title, url } = self.link(plan);
        let subtitle = self.entry(plan).plan.why.clone().unwrap_or_default();
        let title = format!("{title} · {}", self.settings.title);
        self.feed(Of::Plan(plan), title, subtitle, &url, out, happened, cards)
    }

    /// `feed.xml` and the feed of each plan, as pages that a template makes.
    pub(crate) fn feed_pages(
        &self,
        site: Option<&Feed>,
        cards: &PlanCards,
        beside: &std::collections::BTreeMap<usize, Beside>,
    ) -> Vec<Page> {
        let page = |path: &str, feed: Feed| {
            let out = self.free(path)?;
            let head = Head { noindex: true, ..Head::new(feed.view.title.clone(), feed.view.subtitle.clone(), "") };
            Some(self.made_page(out, head, View::Feed(Box::new(feed))))
        };
        let plans: Vec<Page> = beside
            .par_iter()
            .filter_map(|(&plan, beside)| {
                let out = beside.feed.as_ref()?;
                page(out.as_str(), self.plan_feed(plan, cards, out.as_str()))
            })
            .collect();
        site.and_then(|feed| page("feed.xml", feed.clone())).into_iter().chain(plans).collect()
    }

    fn reflected_newest_first(&self) -> impl Iterator<Item = Happened> {
        self.reflections.iter().rev().filter_map(|&index| self.reflected(index))
    }

    /// A reflection as something that happened; one without a day is in no feed.
    fn reflected(&self, index: usize) -> Option<Happened> {
        let entry = self.entry(index);
        Some(Happened { date: entry.date?, time: entry.time, what: What::Reflection(index) })
    }

    /// The checkpoints of a plan that were met on a known day, and its end.
    fn landmarks(&self, plan: usize, cards: &PlanCards) -> Vec<Happened> {
        let met = cards.checkpoints(plan).iter().enumerate().filter_map(|(at, checkpoint)| {
            let date = checkpoint.done.filter(|_| matches!(checkpoint.state, "met" | "partly"))?;
            Some(Happened::on(date, What::Checkpoint(plan, at)))
        });
        let entry = self.entry(plan);
        // The writer says that it is done, and its last step or word on which day.
        let ended = cards
            .card(plan)
            .and_then(|card| card.last_done)
            .max(entry.updated)
            .filter(|_| entry.plan.status == Status::Done);
        met.chain(ended.map(|date| Happened::on(date, What::Finished(plan)))).collect()
    }

    #[expect(clippy::too_many_arguments, reason = "each says one thing about one feed")]
    fn feed(
        &self,
        of: Of,
        title: String,
        subtitle: String,
        home: &str,
        out: &str,
        mut happened: Vec<Happened>,
        cards: &PlanCards,
    ) -> Feed {
        happened.sort_by_key(|one| (Reverse(one.date), one.rank(), Reverse(one.time)));
        happened.truncate(MOST_ITEMS);
        let (items, bodies): (Vec<FeedItem>, Vec<Option<Arc<BodyPlan>>>) = happened
            .into_iter()
            .map(|one| {
                let body = match one.what {
                    What::Reflection(index) if of == Of::Site => Some(self.timeless_body(index, cards)),
                    _ => None,
                };
                (self.feed_item(of, &one, cards), body)
            })
            .unzip();
        let settings = self.settings;
        let updated = items.iter().map(|item| item.updated.clone()).max().unwrap_or_else(|| moment(BEFORE_ALL));
        let url = self.full_address(&crate::model::percent_encoded(out));
        let view = FeedView {
            id: self.name(&["feed", out]),
            title,
            subtitle,
            language: settings.language.clone(),
            url,
            home: self.full_address(home),
            author: if settings.author.is_empty() { settings.title.clone() } else { settings.author.clone() },
            email: settings.email.clone(),
            updated,
            items,
        };
        Feed { view, bodies }
    }

    fn feed_item(&self, of: Of, one: &Happened, cards: &PlanCards) -> FeedItem {
        let date = moment(one.date);
        let item = |kind: &'static str, id: &[&str], title: String, url: &str| FeedItem {
            id: self.name(id),
            kind,
            title,
            url: self.full_address(url),
            published: date.clone(),
            updated: date.clone(),
            summary: String::new(),
            tags: Vec::new(),
            plans: Vec::new(),
            steps: Vec::new(),
            more_steps: 0,
            private: false,
        };
        let item = match &one.what {
            What::Reflection(index) => {
                let entry = self.entry(*index);
                let url = self.link(*index).url;
                FeedItem {
                    updated: moment(entry.updated.unwrap_or(one.date).max(one.date)),
                    summary: entry.summary.clone(),
                    tags: entry.tags.clone(),
                    plans: self.plan_links(*index),
                    private: entry.visibility == Visibility::Private,
                    ..item("reflection", &["entry", entry.path.as_str()], entry.title.clone(), &url)
                }
            }
            What::Checkpoint(plan, at) => {
                let all = cards.checkpoints(*plan);
                let checkpoint = &all[*at];
                let same = all[..*at].iter().filter(|other| other.title == checkpoint.title).count().to_string();
                let id = ["checkpoint", self.entry(*plan).path.as_str(), &checkpoint.title, &same];
                let name = if checkpoint.state == "partly" { "feed_checkpoint_partly" } else { "feed_checkpoint_met" };
                let title = self.titled(name, &checkpoint.title);
                let words = [&checkpoint.measure, &checkpoint.feeling];
                FeedItem {
                    summary: words.into_iter().flatten().map(String::as_str).collect::<Vec<_>>().join("\n"),
                    ..self.about_plans(&[*plan], item("checkpoint", &id, title, &checkpoint.url))
                }
            }
            What::Finished(plan) => {
                let entry = self.entry(*plan);
                let LinkView { title, url } = self.link(*plan);
                let item = item("plan", &["finished", entry.path.as_str()], self.titled("feed_finished", &title), &url);
                FeedItem {
                    summary: entry.plan.status_note.clone().unwrap_or_default(),
                    ..self.about_plans(&[*plan], item)
                }
            }
            What::Steps(steps) => {
                let mut plans: Vec<usize> = steps.iter().map(|(plan, _)| *plan).collect();
                plans.dedup();
                let day = one.date.to_string();
                let shown = &steps[..steps.len().min(MOST_STEPS)];
                let (id, url) = match of {
                    Of::Plan(plan) => (vec!["steps", self.entry(plan).path.as_str(), &day], self.link(plan).url),
                    Of::Site if plans.len() == 1 => (vec!["steps", &day], self.link(plans[0]).url),
                    Of::Site => (vec!["steps", &day], self.made_url("plans/index")),
                };
                let named: Vec<StepView> =
                    shown.iter().flat_map(|(plan, at)| cards.steps(self, *plan, &[*at])).collect();
                let title = match named.as_slice() {
                    [step] if steps.len() == 1 => self.titled("feed_step_done", &step.text),
                    _ => self.steps_title(of, steps.len(), &plans),
                };
                FeedItem {
                    more_steps: steps.len() - shown.len(),
                    steps: named,
                    ..self.about_plans(&plans, item("steps", &id, title, &url))
                }
            }
        };
        // A reader of feeds shows titles and little else, so what is only the writer's is marked there.
        if item.private { FeedItem { title: self.titled("private_title", &item.title), ..item } } else { item }
    }

    /// `Two steps done`, with the plans that they are of where that is not plain.
    fn steps_title(&self, of: Of, count: usize, plans: &[usize]) -> String {
        let language = self.language;
        let done = language.count("feed_steps_done", count, &[]);
        match (of, plans) {
            (Of::Plan(_), _) => done,
            (Of::Site, [plan]) => {
                let plan = &self.entry(*plan).title;
                language.say("feed_steps_done_of", &[("steps", done.into()), ("plan", plan.into())])
            }
            (Of::Site, plans) => language.count("feed_steps_done_in", plans.len(), &[("steps", done.into())]),
        }
    }

    /// A message about something with a title.
    pub(crate) fn titled(&self, name: &str, title: &str) -> String {
        self.language.say(name, &[("title", title.into())])
    }

    fn about_plans(&self, plans: &[usize], item: FeedItem) -> FeedItem {
        let private = plans.iter().any(|&plan| self.entry(plan).visibility == Visibility::Private);
        FeedItem { plans: plans.iter().map(|&plan| self.link(plan)).collect(), private, ..item }
    }

    fn name(&self, parts: &[&str]) -> String {
        urn(name_of(&self.settings.base_url, parts))
    }

    fn full_address(&self, url: &str) -> String {
        self.full(url).unwrap_or_else(|| url.to_owned())
    }
}

/// A day as a moment, in the form of RFC 3339. Feeds know no days. At ten in the morning, universal time, it is that
/// very day from Honolulu (UTC−10) to Auckland in summer (UTC+13), that is for nearly everybody.
pub(crate) fn moment(day: Date) -> String {
    format!("{day}T10:00:00Z")
}
