//! Reflections by month, tags, and everything else that is a list.
//!
//! Lists are cut by the calendar, so that a new entry moves no page but that of its own month; a list is never longer
//! than a page can show.

use std::collections::BTreeMap;

use super::addresses::tag_stem;
use super::index::Index;
use super::page::{Page, View};
use super::views::{
    CountedLink, LinkView, MonthSection, MonthView, MoodCount, ReflectionsView, TagPageView, TagView, TagsView,
    YearView,
};
use super::{Head, PlanCards};
use crate::language::capitalised;
use crate::model::{Kind, Month};
use crate::progress::Activity;

/// The most entries that a tag's page lists; more are cut by year.
const MOST_PER_TAG: usize = 100;

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

    fn month_section(&self, month: Month, reflections: &[usize]) -> MonthSection {
        MonthSection {
            month: self.month_link(month, reflections.len()),
            reflections: reflections.iter().rev().map(|&index| self.reflection_card(index)).collect(),
            moods: self.moods(reflections),
        }
    }

    /// The index of reflections and a page for each month.
    pub(crate) fn reflection_pages(&self, activity: &Activity) -> Vec<Page> {
        let (months, undated) = self.months();
        let happened = activity.months();
        let mut pages = Vec::new();
        let ordered: Vec<(&Month, &Vec<usize>)> = months.iter().collect();
        for (at, (month, reflections)) in ordered.iter().enumerate() {
            let neighbour = |at: Option<usize>| {
                at.and_then(|at| ordered.get(at)).map(|(month, list)| self.month_link(**month, list.len()))
            };
            let view = MonthView {
                section: self.month_section(**month, reflections),
                steps: happened.get(*month).map_or(0, |happened| happened.steps),
                previous: neighbour(at.checked_sub(1)),
                next: neighbour(Some(at + 1)),
            };
            let name = self.language.month(**month);
            let title = capitalised(&name);
            let description = self.language.count("reflections_of", reflections.len(), &[("month", (&name).into())]);
            let head = Head::new(title, description, "reflections");
            pages.push(self.made_page(self.addresses.month(**month), head, View::Month(Box::new(view))));
        }

        let mut years: Vec<YearView> = Vec::new();
        for (month, reflections) in months.iter().rev() {
            let link = self.month_link(*month, reflections.len());
            match years.last_mut().filter(|year| year.year == month.year) {
                Some(year) => {
                    year.count += link.count;
                    year.months.push(link);
                }
                None => years.push(YearView { year: month.year, count: link.count, months: vec![link] }),
            }
        }
        let mut newest = Vec::new();
        let mut shown = 0;
        for (month, reflections) in months.iter().rev() {
            if !newest.is_empty() && shown + reflections.len() > 60 {
                break;
            }
            shown += reflections.len();
            newest.push(self.month_section(*month, reflections));
        }
        let view = ReflectionsView {
            sentence: self.list_of_reflections(months.keys().next().copied()),
            total: self.reflections.len(),
            years,
            months: newest,
            undated: undated.iter().take(200).map(|&index| self.reflection_card(index)).collect(),
            moods: self.mood_counts(),
            tags: self.tags_of_reflections(),
            plans: self.plans_by_reflections(),
        };
        let head = Head::new(self.language.say("reflections_title", &[]), view.sentence.clone(), "reflections");
        pages.push(self.made_page(self.addresses.made("reflections/index"), head, View::Reflections(Box::new(view))));
        pages
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

    /// The index of tags and a page for each.
    pub(crate) fn tag_pages(&self, cards: &PlanCards) -> Vec<Page> {
        let mut pages = Vec::new();
        let mut all: Vec<TagView> = Vec::new();
        for (stem, tag) in &self.tags {
            let Some(view) = self.tag_view(stem) else { continue };
            all.push(view.clone());
            let below: Vec<TagView> = self
                .tags
                .range(format!("{stem}/")..format!("{stem}0"))
                .filter_map(|(stem, _)| self.tag_view(stem))
                .collect();
            let of_kind = |kind: Kind| tag.entries.iter().copied().filter(move |&index| self.entry(index).kind == kind);
            let mut reflections: Vec<usize> = of_kind(Kind::Reflection).collect();
            reflections.sort_by_key(|&index| {
                let entry = self.entry(index);
                std::cmp::Reverse((entry.date, entry.time, index))
            });
            let by_year = self.by_year(&reflections);
            let cut = reflections.len() > MOST_PER_TAG && by_year.len() > 1;
            let years: Vec<CountedLink> = if cut {
                by_year
                    .iter()
                    .map(|(year, list)| {
                        let url = self.addresses.url(&self.addresses.tag(&tag.name, Some(*year)));
                        CountedLink { title: year.to_string(), url, count: list.len() }
                    })
                    .collect()
            } else {
                Vec::new()
            };
            let page = |year: Option<i16>, list: &[usize]| {
                let first = year.is_none();
                let view = TagPageView {
                    tag: view.clone(),
                    below: if first { below.clone() } else { Vec::new() },
                    plans: if first {
                        of_kind(Kind::Plan).filter_map(|index| cards.get(index)).take(MOST_PER_TAG).collect()
                    } else {
                        Vec::new()
                    },
                    reflections: list.iter().map(|&index| self.reflection_card(index)).collect(),
                    pages: if first { of_kind(Kind::Page).map(|index| self.link(index)).collect() } else { Vec::new() },
                    year,
                    years: years.clone(),
                };
                let name = year.map_or_else(
                    || format!("#{}", tag.name),
                    |year| {
                        let words = [("tag", (&tag.name).into()), ("year", year.to_string().into())];
                        self.language.say("tag_of_year", &words)
                    },
                );
                let description =
                    self.language.count("entries_with_tag", tag.entries.len(), &[("tag", (&tag.name).into())]);
                let out = self.addresses.tag(&tag.name, year);
                self.made_page(out, Head::new(name, description, "tags"), View::Tag(Box::new(view)))
            };
            if cut {
                let newest = by_year.first().map_or(&[] as &[usize], |(_, list)| list);
                pages.push(page(None, &newest[..newest.len().min(MOST_PER_TAG)]));
                pages.extend(by_year.iter().map(|(year, list)| page(Some(*year), list)));
            } else {
                pages.push(page(None, &reflections));
            }
        }
        all.sort_by_key(|tag| tag_stem(&tag.name));
        let head =
            Head::new(self.language.say("tags_title", &[]), self.language.count("count_tags", all.len(), &[]), "tags");
        pages.push(self.made_page(
            self.addresses.made("tags/index"),
            head,
            View::Tags(Box::new(TagsView { tags: all })),
        ));
        pages
    }

    /// Entries by the year of their date, newest first; those without one are with the last.
    fn by_year(&self, newest_first: &[usize]) -> Vec<(i16, Vec<usize>)> {
        let mut years: Vec<(i16, Vec<usize>)> = Vec::new();
        for &index in newest_first {
            let year = self.entry(index).date.map(jiff::civil::Date::year);
            match (years.last_mut(), year) {
                (Some((known, list)), year) if year.is_none_or(|year| year == *known) => list.push(index),
                (_, Some(year)) => years.push((year, vec![index])),
                (_, None) => years.push((0, vec![index])),
            }
        }
        years
    }
}
