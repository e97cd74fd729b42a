//! What this day of the calendar was in earlier years.
//!
//! The 29th of February is looked back on, in years that have none, on the 28th.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Serialize;

use super::index::Index;
use super::page::{Page, View};
use super::views::{CheckpointView, LinkView, PlanCard, ReflectionCard, StepView};
use super::{Head, PlanCards};
use crate::language::{DateStyle, capitalised};
use crate::model::{Date, Status, days_between};

/// How many days before and after are looked at where the day itself was nothing.
const NEAR: i32 = 3;
/// The most days that are told of.
const MOST_DAYS: usize = 40;
/// The most of each sort that is told of one day.
const MOST_OF_A_SORT: usize = 8;

/// `on-this-day.html`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct OnThisDayView {
    /// The day.
    pub today: Date,
    /// Whether these are the days around it, because there is nothing of the day itself.
    pub near: bool,
    /// The days, newest first.
    pub days: Vec<ThatDay>,
    /// Days before those.
    pub more_days: usize,
}

/// A day of an earlier year.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct ThatDay {
    /// The day.
    pub date: Date,
    /// How long ago, in words.
    pub ago: String,
    /// What was written.
    pub reflections: Vec<Arc<ReflectionCard>>,
    /// Checkpoints that were met, or partly met.
    pub checkpoints: Vec<CheckpointView>,
    /// Plans that were finished.
    pub finished: Vec<Arc<PlanCard>>,
    /// Steps that were done.
    pub steps: Vec<StepView>,
    /// How many more of all these there were.
    pub more: usize,
}

/// A day of the past, seen from an anniversary of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Then {
    /// How many years lie between, 1 or more.
    years: i16,
    /// Days from the anniversary to today: 0 is this very day.
    off: i32,
}

/// A day, seen from the anniversary of it that is nearest to today; none for a day to come. In a year that has no 29th of
/// February, its anniversary is the 28th.
fn then(day: Date, today: Date) -> Option<Then> {
    if day > today {
        return None;
    }
    // In the first days of January, the last of December are near, and the other way round.
    (today.year().saturating_sub(1)..=today.year().saturating_add(1))
        .filter(|year| *year > day.year())
        .filter_map(|year| {
            let anniversary = Date::new(year, day.month(), day.day()).or_else(|_| Date::new(year, day.month(), 28));
            Some(Then { years: year - day.year(), off: days_between(anniversary.ok()?, today) })
        })
        .min_by_key(|then| then.off.abs())
}

/// What there was on a day. Reflections by index, steps by their plan and place.
#[derive(Debug, Default)]
struct Found<'a> {
    reflections: Vec<usize>,
    checkpoints: Vec<&'a CheckpointView>,
    finished: Vec<&'a Arc<PlanCard>>,
    steps: Vec<(usize, usize)>,
}

impl Index<'_> {
    /// Days of earlier years on which something was, within so many days of an anniversary: newest first, and how many
    /// there are before those.
    fn looked_back_on(&self, cards: &PlanCards, days: i32) -> (Vec<ThatDay>, usize) {
        let is_near = |date: &Date| then(*date, self.today).is_some_and(|then| then.off.abs() <= days);
        let mut found: BTreeMap<Date, Found<'_>> = BTreeMap::new();
        for &index in &self.reflections {
            if let Some(date) = self.entry(index).date.filter(is_near) {
                found.entry(date).or_default().reflections.push(index);
            }
        }
        for (card, checkpoints) in cards.listed_cards() {
            for checkpoint in checkpoints.iter().filter(|one| matches!(one.state, "met" | "partly")) {
                if let Some(date) = checkpoint.done.filter(is_near) {
                    found.entry(date).or_default().checkpoints.push(checkpoint);
                }
            }
            if let Some(date) = card.last_done.filter(|date| card.status == Status::Done.name() && is_near(date)) {
                found.entry(date).or_default().finished.push(card);
            }
        }
        for (date, plan, step) in cards.done().iter().filter(|(date, _, _)| is_near(date)) {
            found.entry(*date).or_default().steps.push((*plan, *step));
        }
        let told = found.iter().rev().take(MOST_DAYS).map(|(date, found)| self.that_day(*date, found, cards));
        (told.collect(), found.len().saturating_sub(MOST_DAYS))
    }

    fn that_day(&self, date: Date, found: &Found<'_>, cards: &PlanCards) -> ThatDay {
        let years = then(date, self.today).map_or(0, |then| then.years);
        let Found { reflections, checkpoints, finished, steps } = found;
        let counts = [reflections.len(), checkpoints.len(), finished.len(), steps.len()];
        let step = |(plan, at): &(usize, usize)| cards.steps(self, *plan, &[u32::try_from(*at).ok()?]).pop();
        ThatDay {
            date,
            ago: self.language.count("years_ago", usize::try_from(years).unwrap_or_default(), &[]),
            reflections: reflections.iter().take(MOST_OF_A_SORT).map(|&index| self.reflection_card(index)).collect(),
            checkpoints: checkpoints.iter().take(MOST_OF_A_SORT).copied().cloned().collect(),
            finished: finished.iter().take(MOST_OF_A_SORT).copied().cloned().collect(),
            steps: steps.iter().take(MOST_OF_A_SORT).filter_map(step).collect(),
            more: counts.iter().map(|count| count.saturating_sub(MOST_OF_A_SORT)).sum(),
        }
    }

    /// The page, and what the front page says of it if this day was something.
    pub(crate) fn on_this_day(&self, cards: &PlanCards) -> (Page, Option<LinkView>) {
        let (mut days, mut more_days) = self.looked_back_on(cards, 0);
        let first = days.first().map(|day| {
            let reflection = day.reflections.first().map(|one| &one.title);
            let what = reflection
                .or_else(|| day.checkpoints.first().map(|one| &one.title))
                .or_else(|| day.finished.first().map(|one| &one.title))
                .or_else(|| day.steps.first().map(|one| &one.text));
            let what = what.map_or("", String::as_str);
            LinkView {
                title: self.language.say("on_this_day_was", &[("ago", (&day.ago).into()), ("what", what.into())]),
                url: self.made_url("on-this-day"),
            }
        });
        let near = days.is_empty();
        if near {
            (days, more_days) = self.looked_back_on(cards, NEAR);
        }
        let view = OnThisDayView { today: self.today, near: near && !days.is_empty(), days, more_days };
        let day = self.language.date(self.today, DateStyle::Long, Some(self.today.year()));
        let title = capitalised(&self.language.say("on_this_day_title", &[("day", (&day).into())]));
        let head = Head { noindex: true, ..Head::new(title, "", "reflections") };
        (self.made_page(self.addresses.made("on-this-day"), head, View::OnThisDay(Box::new(view))), first)
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
    }

    #[test]
    fn the_first_and_the_last_day_there_is_are_days_like_others() {
        check("0001-01-01", "9999-12-31", Some((9998, 364)));
        check("9999-12-31", "9999-12-31", None);
    }
}
