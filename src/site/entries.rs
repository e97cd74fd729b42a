//! The page of each entry.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;

use super::beside::Beside;
use super::index::Index;
use super::made::Head;
use super::page::{Page, View};
use super::plans::PlanCards;
use super::views::{AmountView, CheckpointLink, LinkView, MetricView, PlainView, ReflectionView, StepView};
use crate::model::{Date, Diagnostic, Entry, Kind, Month, Visibility, Weekday, add_days};

/// The longest description for search engines, in characters.
const LONGEST_DESCRIPTION: usize = 200;

impl Index<'_> {
    /// A page for every entry that has an address.
    pub(crate) fn entry_pages(
        &self,
        cards: &PlanCards,
        beside: &BTreeMap<usize, Beside>,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Vec<Page> {
        let order = Order::of(self, cards);
        let made: Vec<(Page, Vec<Diagnostic>)> = (0..self.published.entries().len())
            .into_par_iter()
            .filter_map(|index| {
                let mut problems = Vec::new();
                let page = self.entry_page(index, cards, beside, &order, &mut problems)?;
                Some((page, problems))
            })
            .collect();
        let mut pages = Vec::with_capacity(made.len());
        for (page, problems) in made {
            diagnostics.extend(problems);
            pages.push(page);
        }
        pages
    }

    fn entry_page(
        &self,
        index: usize,
        cards: &PlanCards,
        beside: &BTreeMap<usize, Beside>,
        order: &Order,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Option<Page> {
        let out = self.addresses.out(index)?;
        // The journal's own index is its front page.
        if out.as_str() == "index.html" {
            return None;
        }
        let entry = self.entry(index);
        let (section, view) = match entry.kind {
            Kind::Plan => ("plans", View::Plan(Box::new(self.plan_view(index, cards)?))),
            Kind::Reflection => ("reflections", View::Reflection(Box::new(self.reflection_view(index, cards, order)))),
            Kind::Page => ("page", View::Plain(Box::new(self.plain_view(index, order)))),
        };
        let description = description(entry);
        let head = Head {
            title: entry.title.clone(),
            social: self.social(index, &description, cards, beside.get(&index)),
            description,
            section,
            noindex: entry.visibility != Visibility::Public,
            alternates: beside.get(&index).map(|beside| beside.alternates(&entry.title)).unwrap_or_default(),
        };
        Some(Page {
            out: out.clone(),
            template: entry.template.as_ref().map_or(view.template(), |named| &named.name).to_owned(),
            head: self.page_view(out, head),
            view,
            body: Some(self.body_plan(index, cards, diagnostics)),
        })
    }

    fn reflection_view(&self, index: usize, cards: &PlanCards, order: &Order) -> ReflectionView {
        let entry = self.entry(index);
        let reflection = &entry.reflection;
        let week = entry.date.map(|date| week_of(date, self.settings.week_start));
        let place = order.reflection[index];
        let neighbour =
            |at: Option<usize>| at.and_then(|at| self.reflections.get(at)).map(|&other| self.reflection_card(other));
        ReflectionView {
            entry: self.entry_view(index),
            mood: reflection.mood,
            mood_word: reflection.mood.map(|mood| self.mood_word(mood)),
            energy: reflection.energy,
            confidence: reflection.confidence,
            plans: self.plan_links(index),
            checkpoint: reflection.checkpoint.as_ref().map(|named| {
                let found = self.plans_of[index].iter().find_map(|&plan| cards.checkpoint_named(plan, &named.name));
                CheckpointLink {
                    title: found.as_ref().map_or_else(|| named.name.clone(), |found| found.title.clone()),
                    url: found.as_ref().map(|found| found.url.clone()),
                    state: found.as_ref().map(|found| found.state),
                }
            }),
            metrics: reflection
                .metrics
                .iter()
                .map(|(metric, amount)| MetricView { metric: metric.clone(), amount: AmountView(*amount) })
                .collect(),
            done_that_week: week.and_then(|week| order.done.get(&week).cloned()).unwrap_or_default(),
            week,
            previous: place.and_then(|place| neighbour(place.checked_sub(1))),
            next: place.and_then(|place| neighbour(Some(place + 1))),
            month: place.and(entry.date).map(|date| {
                let month = Month::of(date);
                LinkView { title: self.language.month(month), url: self.addresses.url(&self.addresses.month(month, 1)) }
            }),
        }
    }

    fn plain_view(&self, index: usize, order: &Order) -> PlainView {
        let entry = self.entry(index);
        let folder = entry.path.folder();
        let stands_for_folder = entry.path.stem().eq_ignore_ascii_case("index");
        let siblings = order.pages_in(folder);
        let at = siblings.iter().position(|&other| other == index);
        let link_at = |at: Option<usize>| at.and_then(|at| siblings.get(at)).map(|&other| self.link(other));
        let up = if stands_for_folder {
            parent(folder).and_then(|folder| order.index_of(folder))
        } else {
            order.index_of(folder)
        };
        let inside = if stands_for_folder { siblings } else { &[] };
        PlainView {
            entry: self.entry_view(index),
            children: inside.iter().take(MOST_CHILDREN).map(|&page| self.link(page)).collect(),
            more_children: inside.len().saturating_sub(MOST_CHILDREN),
            up: up.filter(|up| *up != index).map(|up| self.link(up)),
            previous: link_at(at.and_then(|at| at.checked_sub(1))),
            next: link_at(at.map(|at| at + 1)),
        }
    }
}

/// The most pages that the page of their folder lists.
const MOST_CHILDREN: usize = 300;

/// The folder above; none at the top.
fn parent(folder: &str) -> Option<&str> {
    (!folder.is_empty()).then(|| folder.rsplit_once('/').map_or("", |(above, _)| above))
}

/// Where entries stand in lists, looked up once.
struct Order {
    /// For each entry, its place in [`Index::reflections`].
    reflection: Vec<Option<usize>>,
    /// Listed pages by folder, without those that stand for it.
    pages: BTreeMap<String, Vec<usize>>,
    /// Pages that stand for a folder.
    indexes: BTreeMap<String, usize>,
    /// What was done in each week that has a reflection.
    done: BTreeMap<(Date, Date), Arc<[StepView]>>,
}

impl Order {
    fn of(index: &Index<'_>, cards: &PlanCards) -> Self {
        let dates = index.reflections.iter().filter_map(|&reflection| index.entry(reflection).date);
        let weeks: BTreeSet<(Date, Date)> = dates.map(|date| week_of(date, index.settings.week_start)).collect();
        let done = |week: (Date, Date)| (week, cards.done_between(index, week.0, week.1).into());
        let mut order = Self {
            done: weeks.into_par_iter().map(done).collect(),
            reflection: vec![None; index.published.entries().len()],
            pages: BTreeMap::new(),
            indexes: BTreeMap::new(),
        };
        for (place, &reflection) in index.reflections.iter().enumerate() {
            order.reflection[reflection] = Some(place);
        }
        for &page in &index.pages {
            let path = &index.entry(page).path;
            let folder = path.folder().to_owned();
            if path.stem().eq_ignore_ascii_case("index") {
                order.indexes.insert(folder, page);
            } else {
                order.pages.entry(folder).or_default().push(page);
            }
        }
        order
    }

    fn pages_in(&self, folder: &str) -> &[usize] {
        self.pages.get(folder).map_or(&[], Vec::as_slice)
    }

    fn index_of(&self, folder: &str) -> Option<usize> {
        self.indexes.get(folder).copied().filter(|_| !folder.is_empty())
    }
}

/// The first and last day of the week that `date` is in.
pub(crate) fn week_of(date: Date, first: Weekday) -> (Date, Date) {
    let since = i32::from(date.weekday().since(first));
    let start = add_days(date, -since);
    (start, add_days(start, 6))
}

fn description(entry: &Entry) -> String {
    let text = entry.plan.why.as_deref().filter(|_| entry.kind == Kind::Plan).unwrap_or(&entry.summary);
    if text.chars().count() <= LONGEST_DESCRIPTION {
        return text.to_owned();
    }
    let cut: String = text.chars().take(LONGEST_DESCRIPTION).collect();
    format!("{}…", cut.rsplit_once(' ').map_or(cut.as_str(), |(words, _)| words))
}
