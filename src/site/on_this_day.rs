//! What this day of the calendar held in other years: reflections, checkpoints met, steps done.

use std::collections::BTreeMap;

use serde::Serialize;

use super::index::Index;
use super::page::{Page, View};
use super::plans::PlanCards;
use super::views::{CheckpointView, LinkView, ReflectionCard, StepView};
use super::{Head, SHOWN_YEARS};
use crate::language::capitalised;
use crate::model::{Date, days_between};

/// How many days before or after count as near, where the day itself holds nothing.
const NEAR_DAYS: i32 = 3;
/// The most of each sort that is shown of one year.
const MOST_OF_A_SORT: usize = 8;
/// How many reflections the front page names.
const ON_FRONT_PAGE: usize = 3;

/// `on-this-day.html`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct OnThisDayView {
    /// The day it is made for.
    pub today: Date,
    /// What there was, in a sentence.
    pub sentence: String,
    /// Whether all of it is of this very day; else it is of the days around it.
    pub exact: bool,
    /// Whether something of a 29 February is among it, in a year that has none.
    pub leap_day: bool,
    /// The years, newest first.
    pub years: Vec<YearAgoView>,
    /// Years that are not shown.
    pub more_years: usize,
    /// All reflections.
    pub reflections: LinkView,
}

/// A day of another year.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct YearAgoView {
    /// `2 years ago`.
    pub title: String,
    /// Reflections, oldest first.
    pub reflections: Vec<ReflectionCard>,
    /// Checkpoints met, or met in part.
    pub checkpoints: Vec<CheckpointView>,
    /// Steps done.
    pub steps: Vec<StepView>,
    /// How many more of all these there were.
    pub more: usize,
}

/// On the front page.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize)]
pub struct OnThisDayLinks {
    /// Reflections of this day in other years, newest first.
    pub reflections: Vec<YearAgoLink>,
    /// The page of all of them.
    pub url: String,
}

/// A reflection of another year.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct YearAgoLink {
    /// `2 years ago`.
    pub when: String,
    /// The reflection.
    pub link: LinkView,
}

/// A day of the past, seen from a later year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Then {
    /// How many years ago, 1 or more.
    years: i16,
    /// Days from its anniversary to today: 0 is this very day.
    off: i32,
}

/// Where a day lies against the nearest of its anniversaries; none for days of the last twelve months that have not
/// come round yet, and for days to come. In a year without a 29 February its anniversary is the 28th.
fn then(day: Date, today: Date) -> Option<Then> {
    if day > today {
        return None;
    }
    // On the first days of January, the last of December are near.
    (today.year().saturating_sub(1)..=today.year().saturating_add(1))
        .filter(|year| *year > day.year())
        .filter_map(|year| {
            let anniversary = Date::new(year, day.month(), day.day()).or_else(|_| Date::new(year, day.month(), 28));
            Some(Then { years: year - day.year(), off: days_between(anniversary.ok()?, today) })
        })
        .min_by_key(|then| then.off.abs())
}

/// Whether a 29 February is shown on another day.
fn is_moved(day: Date, today: Date) -> bool {
    (day.month(), day.day()) == (2, 29) && !today.in_leap_year()
}

/// What there was in one year. Reflections by index, steps by their plan and place.
#[derive(Debug, Default)]
struct Found {
    reflections: Vec<usize>,
    checkpoints: Vec<CheckpointView>,
    steps: Vec<(usize, usize)>,
}

impl Found {
    fn counts(&self) -> [usize; 3] {
        [self.reflections.len(), self.checkpoints.len(), self.steps.len()]
    }
}

impl Index<'_> {
    /// What there was within so many days of today in other years, by how many years ago, and whether a 29 February is
    /// among it that is shown on another day.
    fn of_other_years(&self, cards: &PlanCards, days: i32) -> (BTreeMap<i16, Found>, bool) {
        let mut years: BTreeMap<i16, Found> = BTreeMap::new();
        let mut leap_day = false;
        let near = |day: Date| then(day, self.today).filter(|then| then.off.abs() <= days);
        for &index in &self.reflections {
            if let Some((day, then)) = self.entry(index).date.and_then(|day| Some((day, near(day)?))) {
                leap_day |= is_moved(day, self.today);
                years.entry(then.years).or_default().reflections.push(index);
            }
        }
        for checkpoint in cards.listed_checkpoints().filter(|known| matches!(known.state, "met" | "partly")) {
            if let Some((day, then)) = checkpoint.done.and_then(|day| Some((day, near(day)?))) {
                leap_day |= is_moved(day, self.today);
                years.entry(then.years).or_default().checkpoints.push(checkpoint.clone());
            }
        }
        for (day, plan, step) in cards.done() {
            if let Some(then) = near(*day) {
                leap_day |= is_moved(*day, self.today);
                years.entry(then.years).or_default().steps.push((*plan, *step));
            }
        }
        for found in years.values_mut() {
            found.checkpoints.sort_by_key(|checkpoint| (checkpoint.done, checkpoint.url.clone()));
        }
        (years, leap_day)
    }

    fn years_ago(&self, years: i16) -> String {
        capitalised(&self.language.count("years_ago", usize::try_from(years).unwrap_or(0), &[]))
    }

    /// `on-this-day.html`.
    pub(crate) fn on_this_day_page(&self, cards: &PlanCards) -> Page {
        let (mut years, mut leap_day) = self.of_other_years(cards, 0);
        let exact = !years.is_empty();
        if !exact {
            (years, leap_day) = self.of_other_years(cards, NEAR_DAYS);
        }
        let view = OnThisDayView {
            today: self.today,
            sentence: self.on_this_day_sentence(&years, exact),
            exact,
            leap_day,
            more_years: years.len().saturating_sub(SHOWN_YEARS),
            years: years.iter().take(SHOWN_YEARS).map(|(years, found)| self.year_ago(*years, found, cards)).collect(),
            reflections: LinkView {
                title: self.language.say("reflections_title", &[]),
                url: self.made_url("reflections/index"),
            },
        };
        // It is another page each day, and says once more what others say.
        let title = self.language.say("on_this_day_title", &[]);
        let head = Head { noindex: true, ..Head::new(title, view.sentence.clone(), "reflections") };
        self.made_page(self.addresses.made("on-this-day"), head, View::OnThisDay(Box::new(view)))
    }

    fn year_ago(&self, years: i16, found: &Found, cards: &PlanCards) -> YearAgoView {
        let steps = found.steps.iter().take(MOST_OF_A_SORT);
        YearAgoView {
            title: self.years_ago(years),
            reflections: found
                .reflections
                .iter()
                .take(MOST_OF_A_SORT)
                .map(|&index| self.reflection_card(index))
                .collect(),
            checkpoints: found.checkpoints.iter().take(MOST_OF_A_SORT).cloned().collect(),
            steps: steps
                .filter_map(|(plan, step)| cards.steps(self, *plan, &[u32::try_from(*step).ok()?]).pop())
                .collect(),
            more: found.counts().iter().map(|count| count.saturating_sub(MOST_OF_A_SORT)).sum(),
        }
    }

    /// `22 November in other years: two reflections and five steps done.`
    fn on_this_day_sentence(&self, years: &BTreeMap<i16, Found>, exact: bool) -> String {
        let language = self.language;
        let day = language.day(self.today, self.today);
        let sum = |sort: usize| years.values().map(|found| found.counts()[sort]).sum::<usize>();
        let names = ["count_reflections", "count_checkpoints_met", "steps_done"];
        let counted = names.iter().enumerate().map(|(sort, name)| (name, sum(sort))).filter(|(_, count)| *count > 0);
        let parts: Vec<String> = counted.map(|(name, count)| language.count(name, count, &[])).collect();
        let words = [("day", day.into()), ("list", language.list(&parts).into())];
        match (parts.is_empty(), exact) {
            (true, _) => language.say("on_this_day_nothing", &words),
            (false, true) => language.say("on_this_day", &words),
            (false, false) => language.count("around_this_day", usize::try_from(NEAR_DAYS).unwrap_or(0), &words),
        }
    }

    /// The newest reflections of this very day in other years.
    pub(crate) fn on_this_day_links(&self) -> OnThisDayLinks {
        let exact = |&index: &usize| {
            let then = then(self.entry(index).date?, self.today).filter(|then| then.off == 0)?;
            Some(YearAgoLink { when: self.years_ago(then.years), link: self.link(index) })
        };
        OnThisDayLinks {
            reflections: self.reflections.iter().rev().filter_map(exact).take(ON_FRONT_PAGE).collect(),
            url: self.made_url("on-this-day"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::parse_date;

    #[track_caller]
    fn check(day: &str, today: &str, expected: Option<(i16, i32)>) {
        let found = then(parse_date(day).unwrap(), parse_date(today).unwrap());
        assert_eq!(found.map(|then| (then.years, then.off)), expected, "{day} seen from {today}");
    }

    #[test]
    fn a_day_is_seen_from_the_nearest_of_its_anniversaries() {
        check("2024-11-22", "2026-11-22", Some((2, 0)));
        check("2024-11-20", "2026-11-22", Some((2, 2)));
        check("2024-11-25", "2026-11-22", Some((2, -3)));
        check("2026-11-22", "2026-11-22", Some((1, -365)));
        check("2026-11-23", "2026-11-22", None);
    }

    #[test]
    fn the_turn_of_a_year_is_no_wall() {
        check("2024-12-31", "2026-01-02", Some((1, 2)));
        check("2025-01-02", "2026-12-31", Some((2, -2)));
        // Two days ago is not another year.
        check("2025-12-31", "2026-01-02", Some((1, -363)));
    }

    #[test]
    fn a_29_february_is_seen_on_the_28th_where_there_is_no_other() {
        check("2024-02-29", "2026-02-28", Some((2, 0)));
        check("2024-02-29", "2026-03-01", Some((2, 1)));
        check("2024-02-29", "2028-02-29", Some((4, 0)));
        check("2024-02-29", "2028-02-28", Some((4, -1)));
        check("2023-02-28", "2024-02-29", Some((1, 1)));
        let day = |text: &str| parse_date(text).unwrap();
        assert!(is_moved(day("2024-02-29"), day("2026-02-28")));
        assert!(!is_moved(day("2024-02-29"), day("2028-02-29")) && !is_moved(day("2024-02-28"), day("2026-02-28")));
    }

    #[test]
    fn the_first_and_the_last_day_there_is_are_days_like_others() {
        check("0001-01-01", "9999-12-31", Some((9998, 364)));
        check("9999-12-31", "9999-12-31", None);
    }
}
