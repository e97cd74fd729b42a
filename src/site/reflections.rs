//! Reflections in lists: all of them by month, a page for each month and each year.
//!
//! Lists are cut by the calendar, so that a new entry moves no page but those of its own month and year; a list is never
//! longer than a page can show.

use std::collections::BTreeMap;

use super::addresses::MOST_PER_PAGE;
use super::index::Index;
use super::page::{Page, View};
use super::views::{
    CountedLink, LinkView, MonthLink, MonthSection, MonthView, MoodCount, ReflectionsView, TagView, YearMonth,
    YearPageView, YearView,
};
use super::{Head, PlanCards};
use crate::language::capitalised;
use crate::model::{Kind, Month};
use crate::progress::{Activity, Happened};

/// The most titles of one month on the page of its year.
const MOST_TITLES: usize = 8;
/// The most that the index shows of the newest months.
const MOST_OF_NEWEST: usize = 60;

impl Index<'_> {
    /// Listed reflections by month, oldest first; those without a date apart.
    pub(crate) fn months(&self) -> (BTreeMap<Month, Vec<usize>>, Vec<usize>) {
        let mut months: BTreeMap<Month, Vec<usize>> = BTreeMap::new();
        let mut undated = Vec::new();
        for &index in &self.reflections {
            match self.entry(index).date {
                Some(date) => months.entry(Month::of(date)).or_default().push(index),
                None => undated.push(index),
            }
        }
        (months, undated)
    }

    /// A month with its newest reflections, as many as `most`, after the newest `before` of them.
    fn month_section(&self, month: Month, reflections: &[usize], before: usize, most: usize) -> MonthSection {
        let shown = reflections.iter().rev().skip(before).take(most);
        MonthSection {
            month: self.month_link(month, reflections.len()),
            reflections: shown.map(|&index| self.reflection_card(index)).collect(),
            more: reflections.len().saturating_sub(before + most),
            moods: self.moods(reflections),
        }
    }

    /// The index of reflections, and pages for each month and year of them.
    pub(crate) fn reflection_pages(&self, cards: &PlanCards, activity: &Activity) -> Vec<Page> {
        let (months, undated) = self.months();
        let happened = activity.months();
        let mut pages = Vec::new();
        let ordered: Vec<(&Month, &Vec<usize>)> = months.iter().collect();
        for (at, (month, reflections)) in ordered.iter().enumerate() {
            let neighbour = |at: Option<usize>| {
                at.and_then(|at| ordered.get(at)).map(|(month, list)| self.month_link(**month, list.len()))
            };
            let name = self.language.month(**month);
            let description = self.language.count("reflections_of", reflections.len(), &[("month", (&name).into())]);
            let count = reflections.len().div_ceil(MOST_PER_PAGE);
            let link = |number: usize| LinkView {
                title: number.to_string(),
                url: self.addresses.url(&self.addresses.month(**month, number)),
            };
            for number in 1..=count {
                let view = MonthView {
                    section: self.month_section(**month, reflections, (number - 1) * MOST_PER_PAGE, MOST_PER_PAGE),
                    number,
                    pages: if count > 1 { (1..=count).map(link).collect() } else { Vec::new() },
                    steps: happened.get(*month).map_or(0, |happened| happened.steps),
                    previous: neighbour(at.checked_sub(1)),
                    next: neighbour(Some(at + 1)),
                    year: self.year_link(month.year),
                    booklet: self.settings.theme.shows("booklets").then(|| self.booklet_url(**month)),
                };
                let head = Head::new(self.page_title(capitalised(&name), number), description.clone(), "reflections");
                let out = self.addresses.month(**month, number);
                pages.push(self.made_page(out, head, View::Month(Box::new(view))));
            }
        }

        let years = self.years(&months);
        pages.extend(self.year_pages(&years, &months, &happened));
        if self.settings.theme.shows("booklets") {
            pages.extend(self.booklets(&months, cards));
        }
        let mut newest = Vec::new();
        let mut shown = 0;
        for (month, reflections) in months.iter().rev() {
            if !newest.is_empty() && shown + reflections.len() > MOST_OF_NEWEST {
                break;
            }
            shown += reflections.len();
            newest.push(self.month_section(*month, reflections, 0, MOST_OF_NEWEST));
        }
        let view = ReflectionsView {
            sentence: self.list_of_reflections(months.keys().next().copied()),
            total: self.reflections.len(),
            on_this_day_url: self.made_url("on-this-day"),
            years,
            months: newest,
            undated: undated.iter().take(MOST_PER_PAGE).map(|&index| self.reflection_card(index)).collect(),
            more_undated: undated.len().saturating_sub(MOST_PER_PAGE),
            moods: self.mood_counts(),
            tags: self.tags_of_reflections(),
            plans: self.plans_by_reflections(),
        };
        let head = Head::new(self.language.say("reflections_title", &[]), view.sentence.clone(), "reflections");
        pages.push(self.made_page(self.addresses.made("reflections/index"), head, View::Reflections(Box::new(view))));
        pages
    }

    /// The years with their months, both newest first.
    fn years(&self, months: &BTreeMap<Month, Vec<usize>>) -> Vec<YearView> {
        let mut years: Vec<YearView> = Vec::new();
        for (month, reflections) in months.iter().rev() {
            let link = self.month_link(*month, reflections.len());
            if let Some(year) = years.last_mut().filter(|year| year.year == month.year) {
                year.count += link.count;
                year.months.push(link);
            } else {
                let url = self.year_link(month.year).url;
                years.push(YearView { year: month.year, url, count: link.count, months: vec![link] });
            }
        }
        years
    }

    fn year_link(&self, year: i16) -> LinkView {
        let url = self.addresses.url(&self.addresses.year(year));
        LinkView { title: year.to_string(), url }
    }

    /// A page for each year: what there was in its months.
    fn year_pages(
        &self,
        years: &[YearView],
        months: &BTreeMap<Month, Vec<usize>>,
        happened: &BTreeMap<Month, Happened>,
    ) -> Vec<Page> {
        let page = |(at, year): (usize, &YearView)| {
            let month = |link: &MonthLink| {
                let month = Month { year: link.year, month: link.month };
                let reflections = months.get(&month).map_or(&[] as &[usize], Vec::as_slice);
                YearMonth {
                    month: link.clone(),
                    steps: happened.get(&month).map_or(0, |happened| happened.steps),
                    moods: self.moods(reflections),
                    titles: reflections.iter().take(MOST_TITLES).map(|&index| self.link(index)).collect(),
                }
            };
            let neighbour = |at: Option<usize>| Some(self.year_link(years.get(at?)?.year));
            let view = YearPageView {
                year: year.year,
                count: year.count,
                steps: year.months.iter().map(month).map(|month| month.steps).sum(),
                months: year.months.iter().rev().map(month).collect(),
                previous: neighbour(Some(at + 1)),
                next: neighbour(at.checked_sub(1)),
            };
            let name = year.year.to_string();
            let title = self.language.say("reflections_of_year", &[("year", (&name).into())]);
            let description = self.language.count("reflections_of", year.count, &[("month", (&name).into())]);
            let head = Head::new(title, description, "reflections");
            self.made_page(self.addresses.year(year.year), head, View::Year(Box::new(view)))
        };
        years.iter().enumerate().map(page).collect()
    }

    /// `Two reflections since March.`
    fn list_of_reflections(&self, first: Option<Month>) -> String {
        let language = self.language;
        match (self.reflections.len(), first) {
            (0, _) => language.say("no_reflections_yet", &[]),
            (count, None) => language.count("some_reflections", count, &[]),
            (count, Some(first)) => {
                let month = if first.year == self.today.year() {
                    language.month_name(first.month).to_owned()
                } else {
                    language.month(first)
                };
                language.count("some_reflections_since", count, &[("month", month.into())])
            }
        }
    }

    fn mood_counts(&self) -> Vec<MoodCount> {
        let moods: Vec<u8> = self.reflections.iter().filter_map(|&index| self.entry(index).reflection.mood).collect();
        let count = |mood: u8| moods.iter().copied().filter(|&other| other == mood).count();
        (1..=5).map(|mood| MoodCount { mood, word: self.mood_word(mood), count: count(mood) }).collect()
    }

    fn tags_of_reflections(&self) -> Vec<TagView> {
        let mut tags: Vec<TagView> = self
            .tags
            .iter()
            .filter_map(|(stem, tag)| {
                let count = tag.entries.iter().filter(|&&index| self.entry(index).kind == Kind::Reflection).count();
                self.tag_view(stem).filter(|_| count > 0).map(|view| TagView { count, ..view })
            })
            .collect();
        tags.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.name.cmp(&b.name)));
        tags.truncate(40);
        tags
    }

    fn plans_by_reflections(&self) -> Vec<CountedLink> {
        let listed = |plan: &usize| self.plans.binary_search(plan).is_ok();
        let mut plans: Vec<CountedLink> = self
            .about
            .iter()
            .filter(|(plan, _)| listed(plan))
            .map(|(&plan, about)| {
                let LinkView { title, url } = self.link(plan);
                CountedLink { title, url, count: about.len() }
            })
            .collect();
        plans.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.title.cmp(&b.title)));
        plans.truncate(20);
        plans
    }
}
