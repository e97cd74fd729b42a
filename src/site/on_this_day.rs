//! What this day of the calendar was in earlier years.
//!
//! The 29th of February is looked back on, in years that have none, on the 28th.

use serde::Serialize;

use super::index::Index;
use super::page::{Page, View};
use super::views::{CheckpointView, LinkView, PlanCard, ReflectionCard};
use super::{Head, PlanCards};
use crate::language::{DateStyle, capitalised};
use crate::model::{Date, Status, add_days};

/// How many days before and after are looked at where the day itself was nothing.
const NEAR: i32 = 3;
/// The most days that are told of.
const MOST: usize = 60;

/// `on-this-day.html`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct OnThisDayView {
    /// The day.
    pub today: Date,
    /// Whether these are the days around it, because there is nothing of the day itself.
    pub near: bool,
    /// The days, newest first.
    pub days: Vec<ThatDay>,
}

/// A day of an earlier year.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct ThatDay {
    /// The day.
    pub date: Date,
    /// How long ago, in words.
    pub ago: String,
    /// What was written.
    pub reflections: Vec<ReflectionCard>,
    /// Checkpoints that were met, or partly met.
    pub checkpoints: Vec<CheckpointView>,
    /// Plans that were finished.
    pub finished: Vec<PlanCard>,
}

impl Index<'_> {
    /// Days of earlier years on which something was, newest first, that this day of the calendar looks back on.
    fn looked_back_on(&self, cards: &PlanCards, is_it: impl Fn(Date) -> bool) -> Vec<ThatDay> {
        let checkpoints = cards.all_checkpoints();
        let met =
            |checkpoint: &CheckpointView| checkpoint.done.filter(|_| matches!(checkpoint.state, "met" | "partly"));
        let finished = cards.of_status(self, Status::Done);
        let mut dates: Vec<Date> = self.reflections.iter().filter_map(|&index| self.entry(index).date).collect();
        dates.extend(checkpoints.iter().filter_map(|(_, checkpoint)| met(checkpoint)));
        dates.extend(finished.iter().filter_map(|card| card.last_done));
        dates.retain(|date| date.year() < self.today.year() && is_it(*date));
        dates.sort_unstable_by(|a, b| b.cmp(a));
        dates.dedup();
        dates.truncate(MOST);
        let day = |date: Date| {
            let years = usize::try_from(self.today.year() - date.year()).unwrap_or_default();
            let of_day = |index: &&usize| self.entry(**index).date == Some(date);
            ThatDay {
                date,
                ago: self.language.count("years_ago", years, &[]),
                reflections: self.reflections.iter().filter(of_day).map(|&index| self.reflection_card(index)).collect(),
                checkpoints: checkpoints
                    .iter()
                    .filter(|(_, checkpoint)| met(checkpoint) == Some(date))
                    .map(|(_, checkpoint)| checkpoint.clone())
                    .collect(),
                finished: finished.iter().filter(|card| card.last_done == Some(date)).cloned().collect(),
            }
        };
        dates.into_iter().map(day).collect()
    }

    fn is_this_day(&self, date: Date) -> bool {
        let (day, month) = (self.today.day(), self.today.month());
        let leap = (month, day) == (2, 28) && !self.today.in_leap_year() && (date.month(), date.day()) == (2, 29);
        (date.month(), date.day()) == (month, day) || leap
    }

    /// The page, and what the front page says of it if this day was something.
    pub(crate) fn on_this_day(&self, cards: &PlanCards) -> (Page, Option<LinkView>) {
        let mut days = self.looked_back_on(cards, |date| self.is_this_day(date));
        let url = self.made_url("on-this-day");
        let first = days.first().map(|day| {
            let reflection = day.reflections.first().map(|one| one.title.clone());
            let what = reflection
                .or_else(|| day.checkpoints.first().map(|one| one.title.clone()))
                .or_else(|| day.finished.first().map(|one| one.title.clone()))
                .unwrap_or_default();
            LinkView {
                title: self.language.say("on_this_day_was", &[("ago", (&day.ago).into()), ("what", (&what).into())]),
                url,
            }
        });
        let near = days.is_empty();
        if near {
            let around: Vec<(i8, i8)> =
                (-NEAR..=NEAR).map(|days| add_days(self.today, days)).map(|date| (date.month(), date.day())).collect();
            days = self.looked_back_on(cards, |date| around.contains(&(date.month(), date.day())));
        }
        let view = OnThisDayView { today: self.today, near: near && !days.is_empty(), days };
        let day = self.language.date(self.today, DateStyle::Long, Some(self.today.year()));
        let title = capitalised(&self.language.say("on_this_day_title", &[("day", (&day).into())]));
        let head = Head { noindex: true, ..Head::new(title, "", "reflections") };
        (self.made_page(self.addresses.made("on-this-day"), head, View::OnThisDay(Box::new(view))), first)
    }
}
