//! What more than one page asks for: where links lead, who names whom, which reflections are about which plan.
//!
//! Made whole for each build: it is plain code over small values, and there is nothing to invalidate.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, OnceLock};

use rayon::prelude::*;

use super::addresses::{Addresses, MOST_PER_PAGE, tag_stem};
use super::bodies::anchor_of;
use super::dependencies;
use super::views::{ReflectionCard, TagView};
use crate::language::Language;
use crate::model::{
    Code, Date, Diagnostic, Entry, Kind, LinkTarget, Named, Place, Published, Settings, Severity, Spot, Visibility,
};

/// A tag and who has it.
#[derive(Debug)]
pub(crate) struct Tag {
    /// As the first entry by path writes it.
    pub(crate) name: String,
    /// Entries, by index, in the order of paths.
    pub(crate) entries: Vec<usize>,
}

/// Everything that is looked up.
#[derive(Debug)]
pub(crate) struct Index<'a> {
    pub(crate) published: &'a Published,
    pub(crate) settings: &'a Settings,
    pub(crate) language: &'a Language,
    pub(crate) today: Date,
    pub(crate) addresses: Addresses,
    /// For each entry, what each of its links leads to.
    pub(crate) targets: Vec<Vec<LinkTarget>>,
    /// For each entry, who names it, in the order of paths.
    pub(crate) backlinks: Vec<Vec<usize>>,
    /// Plans that lists name, in the order of paths.
    pub(crate) plans: Vec<usize>,
    /// Reflections that lists name, oldest first, those without a date last.
    pub(crate) reflections: Vec<usize>,
    /// Pages that lists name, by weight, then title.
    pub(crate) pages: Vec<usize>,
    /// For each plan, the listed reflections about it, oldest first.
    pub(crate) about: BTreeMap<usize, Vec<usize>>,
    /// For each entry, the plans it says it is about.
    pub(crate) plans_of: Vec<Vec<usize>>,
    /// Tags of listed entries, by the part of the address that stands for them.
    pub(crate) tags: BTreeMap<String, Tag>,
    /// Each tag with its page, by the tag as it is written, without a count: asked for on every card.
    pub(crate) tag_views: HashMap<String, TagView>,
    /// For each reflection that was asked for, its face.
    pub(crate) reflection_cards: Vec<OnceLock<Arc<ReflectionCard>>>,
}

impl<'a> Index<'a> {
    pub(crate) fn of(
        published: &'a Published,
        settings: &'a Settings,
        language: &'a Language,
        today: Date,
        addresses: Addresses,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Self {
        let entries = published.entries();
        let targets: Vec<Vec<LinkTarget>> = entries.par_iter().map(|entry| targets_of(published, entry)).collect();
        let mut index = Self {
            published,
            settings,
            language,
            today,
            addresses,
            targets,
            backlinks: vec![Vec::new(); entries.len()],
            plans: Vec::new(),
            reflections: Vec::new(),
            pages: Vec::new(),
            about: BTreeMap::new(),
            plans_of: vec![Vec::new(); entries.len()],
            tags: BTreeMap::new(),
            tag_views: HashMap::new(),
            reflection_cards: vec![OnceLock::new(); entries.len()],
        };
        index.list();
        index.name_plans(diagnostics);
        index.name_backlinks();
        index.report_dead_links(diagnostics);
        dependencies::report(published, diagnostics);
        index
    }

    pub(crate) fn entry(&self, index: usize) -> &'a Arc<Entry> {
        &self.published.entries()[index]
    }

    /// Whether lists, tags, feeds and counts may name it.
    fn is_listed(&self, index: usize) -> bool {
        self.entry(index).visibility != Visibility::Unlisted && self.addresses.out(index).is_some()
    }

    fn list(&mut self) {
        for index in 0..self.published.entries().len() {
            if !self.is_listed(index) {
                continue;
            }
            let entry = self.entry(index);
            match entry.kind {
                Kind::Plan => self.plans.push(index),
                Kind::Reflection => self.reflections.push(index),
                Kind::Page => self.pages.push(index),
            }
            for tag in &entry.tags {
                if !self.tag_views.contains_key(tag) {
                    let url = self.addresses.url(&self.addresses.tag(tag, None)).into();
                    self.tag_views.insert(tag.clone(), TagView { name: tag.as_str().into(), url, count: 0 });
                }
                let found =
                    self.tags.entry(tag_stem(tag)).or_insert_with(|| Tag { name: tag.clone(), entries: Vec::new() });
                if found.entries.last() != Some(&index) {
                    found.entries.push(index);
                }
            }
        }
        let entries = self.published.entries();
        self.reflections.sort_by_key(|&index| {
            let entry = &entries[index];
            (entry.date.is_none(), entry.date, entry.time, index)
        });
        self.pages.sort_by(|&a, &b| {
            let key = |index: usize| (entries[index].weight, entries[index].title.to_lowercase(), index);
            key(a).cmp(&key(b))
        });
    }

    /// Which plans reflections are about.
    fn name_plans(&mut self, diagnostics: &mut Vec<Diagnostic>) {
        for (index, entry) in self.published.entries().iter().enumerate() {
            for named in &entry.reflection.plans {
                let Some(plan) = self.plan_named(entry, named, diagnostics) else { continue };
                if !self.plans_of[index].contains(&plan) {
                    self.plans_of[index].push(plan);
                }
            }
        }
        for &index in &self.reflections {
            for &plan in &self.plans_of[index] {
                self.about.entry(plan).or_default().push(index);
            }
        }
    }

    /// The plan of that name, if this audience may see one.
    pub(crate) fn plan_named(&self, from: &Entry, named: &Named, diagnostics: &mut Vec<Diagnostic>) -> Option<usize> {
        let known = self.published.names();
        let problem = match known.named(&from.path, &named.name) {
            LinkTarget::Entry(index) if self.entry(index).kind == Kind::Plan => {
                return (self.entry(index).visibility != Visibility::Unlisted
                    || from.visibility == Visibility::Unlisted)
                    .then_some(index)
                    .filter(|index| self.addresses.out(*index).is_some());
            }
            LinkTarget::Withheld => return None,
            LinkTarget::Entry(index) => format!("`{}` is a {}, not a plan", named.name, self.entry(index).kind.name()),
            LinkTarget::Asset(_) | LinkTarget::Nowhere => format!("there is no plan `{}`", named.name),
        };
        let help = known.near(&named.name).map_or_else(
            || "write the plan's file name without its ending, its path, or its title".to_owned(),
            |near| format!("did you mean `{near}`?"),
        );
        diagnostics.push(at(from, named.spot, Code::UnknownPlan, problem).help(help));
        None
    }

    fn name_backlinks(&mut self) {
        for (index, targets) in self.targets.iter().enumerate() {
            if !self.is_listed(index) {
                continue;
            }
            let plans = self.plans_of[index].iter().copied();
            let linked = targets.iter().filter_map(|target| match target {
                LinkTarget::Entry(other) => Some(*other),
                _ => None,
            });
            // A reflection about a plan is listed there as one; only what links say is a mention.
            let about: Vec<usize> = plans.collect();
            for other in linked.filter(|other| *other != index && !about.contains(other)) {
                if self.backlinks[other].last() != Some(&index) {
                    self.backlinks[other].push(index);
                }
            }
        }
    }

    fn report_dead_links(&self, diagnostics: &mut Vec<Diagnostic>) {
        // Looking for a near name looks at all names, so only the first problems are given one.
        const NEAR_NAMES: usize = 50;
        let mut looked = 0;
        for (index, targets) in self.targets.iter().enumerate() {
            let entry = self.entry(index);
            for (link, target) in entry.links.iter().chain(&entry.cover).zip(targets) {
                match target {
                    LinkTarget::Nowhere if !self.is_made(entry, &link.target) => {
                        let near = (looked < NEAR_NAMES).then(|| self.published.names().near(&link.target)).flatten();
                        looked += 1;
                        let help = near.map_or_else(
                            || "write the name of an entry or file of this journal, or take the link out".to_owned(),
                            |near| format!("did you mean `{near}`?"),
                        );
                        let message = format!("`{}` leads nowhere", link.target);
                        diagnostics.push(at(entry, link.spot, Code::DeadLink, message).help(help));
                    }
                    LinkTarget::Entry(other) if anchor_of(self.entry(*other), link).is_none() => {
                        let other = self.entry(*other);
                        let fragment = link.fragment.as_deref().unwrap_or_default();
                        let message = format!("`{}` has no heading or block `{fragment}`", other.path);
                        let help = "the link leads to the top of its page; name a heading as it is written there";
                        diagnostics.push(at(entry, link.spot, Code::DeadLink, message).help(help));
                    }
                    _ => {}
                }
            }
        }
    }

    /// Whether a path is that of a page the program makes, or of an entry, by its address in the site.
    pub(crate) fn is_made(&self, entry: &Entry, target: &str) -> bool {
        self.made_target(entry, target).is_some()
    }

    /// The address of a page of the site that a path names: `/tags/writing.html`, `../plans/`.
    pub(crate) fn made_target(&self, entry: &Entry, target: &str) -> Option<String> {
        let folder = if target.starts_with('/') { "" } else { entry.path.folder() };
        let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
        for part in target.split('/') {
            match part {
                "" | "." => {}
                ".." => drop(parts.pop()?),
                name => parts.push(name),
            }
        }
        let path = parts.join("/").to_lowercase();
        let stem = path.trim_end_matches(".html").trim_end_matches("/index");
        let made = match stem {
            "" | "index" => "index".to_owned(),
            "timeline" | "on-this-day" => stem.to_owned(),
            "people" if self.has_people_page() => stem.to_owned(),
            "search" if self.settings.search => stem.to_owned(),
            "plans" | "reflections" | "tags" => format!("{stem}/index"),
            _ => {
                let tag = stem.strip_prefix("tags/").filter(|tag| self.tags.contains_key(*tag));
                let month = stem.strip_prefix("reflections/").filter(|name| self.has_month(name));
                tag.or(month).map(|_| stem.to_owned())?
            }
        };
        Some(self.addresses.url(&self.addresses.made(&made)))
    }

    /// Whether a month has reflections (`2026/03`), or a year (`2026`), or there is a booklet (`2026/03-booklet`) or a further page
    /// (`2026/03-2`).
    fn has_month(&self, name: &str) -> bool {
        let Some((year, month)) = name.split_once('/') else {
            return year_named(name).is_some_and(|year| self.reflection_dates().any(|date| date.year() == year));
        };
        let (month, page) = match month.split_once('-') {
            Some((month, "booklet")) if self.settings.theme.shows("booklets") => (month, 1),
            Some((month, page)) => (month, page.parse().unwrap_or_default()),
            None => (month, 1),
        };
        let Some(month) = year_named(year).zip(month_named(month)) else { return false };
        let count = self.reflection_dates().filter(|date| (date.year(), date.month()) == month).count();
        (1..=count.div_ceil(MOST_PER_PAGE)).contains(&page)
    }

    fn reflection_dates(&self) -> impl Iterator<Item = Date> {
        self.reflections.iter().filter_map(|&index| self.entry(index).date)
    }
}

/// The year of a page's name; only as such a name is written.
fn year_named(name: &str) -> Option<i16> {
    (name.len() == 4).then(|| name.parse().ok()).flatten()
}

/// The month of a page's name.
fn month_named(name: &str) -> Option<i8> {
    (name.len() == 2).then(|| name.parse().ok()).flatten()
}

fn targets_of(published: &Published, entry: &Entry) -> Vec<LinkTarget> {
    entry.links.iter().chain(&entry.cover).map(|link| published.names().resolve(&entry.path, link)).collect()
}

/// A warning at a spot; the text of the line is put in by who holds it.
pub(crate) fn at(entry: &Entry, spot: Spot, code: Code, message: impl Into<String>) -> Diagnostic {
    let place = Place { line: spot.line, column: spot.column, length: spot.length, text: String::new() };
    Diagnostic::of_file(code, Severity::Warning, &entry.path, message).at(place)
}
