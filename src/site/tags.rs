//! The index of tags, and a page for each of them. One that has too many entries for a page is cut by year, so that a new
//! entry moves no page but those of its own tags and year.

use super::addresses::tag_stem;
use super::index::Index;
use super::page::{Page, View};
use super::views::{CountedLink, TagPageView, TagView, TagsView};
use super::{Head, PlanCards};
use crate::model::Kind;

/// The most entries that a tag's page lists; more are cut by year.
const MOST_PER_TAG: usize = 100;

impl Index<'_> {
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
