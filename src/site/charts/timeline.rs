//! All plans on one axis: rows by start, and a plan that pivoted directly above what it became.

use std::collections::{BTreeMap, BTreeSet};

use super::super::Head;
use super::super::index::Index;
use super::super::page::{Page, View};
use super::super::plans::PlanCards;
use super::super::views::LinkView;
use super::axis::Axis;
use super::bar::Bar;
use super::plan_bar::{description, passed, pauses};
use super::views::{TimelineRow, TimelineView};
use crate::model::add_days;

/// Plans on one page.
const MOST: usize = 50;
/// How far back and how far ahead of today an axis reaches, in days: what lies beyond is cut.
const REACH: (i32, i32) = (30 * 366, 10 * 366);

impl Index<'_> {
    /// The timeline, fifty plans to a page; none for a journal without plans.
    pub(crate) fn timeline_pages(&self, cards: &PlanCards) -> Vec<Page> {
        let sentence = self.plans_sentence(cards);
        let order = self.timeline_order(cards);
        let count = order.len().div_ceil(MOST);
        let stem = |number: usize| if number == 1 { "timeline".to_owned() } else { format!("timeline-{number}") };
        let pages: Vec<LinkView> = (1..=count)
            .map(|number| LinkView { title: number.to_string(), url: self.made_url(&stem(number)) })
            .collect();
        (1..=count)
            .map(|number| {
                let plans = &order[(number - 1) * MOST..order.len().min(number * MOST)];
                let mut view = self.timeline_view(plans, cards);
                view.sentence.clone_from(&sentence);
                view.number = number;
                if count > 1 {
                    view.pages.clone_from(&pages);
                }
                let title = self.numbered("timeline_title", number);
                let head = Head::new(title, sentence.clone(), "timeline");
                self.made_page(self.addresses.made(&stem(number)), head, View::Timeline(Box::new(view)))
            })
            .collect()
    }

    fn timeline_view(&self, plans: &[usize], cards: &PlanCards) -> TimelineView {
        let today = self.today;
        let charts = super::wanted(self.settings);
        let bar = |plan: usize| Bar::of(self.entry(plan), cards.standing(plan)?, Some(today)).filter(|_| charts);
        let bars: Vec<Option<Bar>> = plans.iter().map(|&plan| bar(plan)).collect();
        let (near, far) = (add_days(today, -REACH.0), add_days(today, REACH.1));
        let days = bars.iter().flatten().map(|bar| bar.days(None));
        let (first, last) = days.fold((today, today), |(first, last), (from, to)| (first.min(from), last.max(to)));
        let axis = Axis::of_months(first.max(near), last.min(far));
        let rows = plans.iter().zip(&bars).filter_map(|(&plan, bar)| {
            let standing = cards.standing(plan)?;
            let (checkpoints_passed, checkpoints_total) = passed(standing);
            Some(TimelineRow {
                plan: cards.get(plan)?,
                bar: bar.as_ref().map(|bar| bar.view(axis)),
                description: bar
                    .as_ref()
                    .map(|bar| description(self.language, self.entry(plan), standing, bar, Some(today)))
                    .unwrap_or_default(),
                pauses: bar.as_ref().map(|bar| pauses(self.language, bar)).unwrap_or_default(),
                checkpoints_passed,
                checkpoints_total,
            })
        });
        TimelineView {
            today: super::super::home::today(today),
            sentence: String::new(),
            ticks: axis.ticks(self.language),
            now: axis.label(today, self.language.say("today", &[])),
            rows: rows.collect(),
            number: 1,
            pages: Vec::new(),
        }
    }

    /// Listed plans by their start, those without a day last.
    fn timeline_order(&self, cards: &PlanCards) -> Vec<usize> {
        let start = |plan: usize| cards.standing(plan).and_then(|standing| standing.schedule.start);
        let mut plans = self.plans.clone();
        plans.sort_by_cached_key(|plan| (start(*plan).is_none(), start(*plan), *plan));
        above_what_they_became(&plans, &cards.became())
    }
}

/// The same order, but a plan that became another is directly above it, with all that became it in turn; the whole
/// stands where its first plan stood. Plans that became each other in a circle are taken as they come.
fn above_what_they_became(plans: &[usize], became: &BTreeMap<usize, usize>) -> Vec<usize> {
    let mut sources: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for plan in plans {
        if let Some(other) = became.get(plan) {
            sources.entry(*other).or_default().push(*plan);
        }
    }
    let known: BTreeSet<usize> = plans.iter().copied().collect();
    let mut placed = BTreeSet::new();
    let mut order = Vec::with_capacity(plans.len());
    for plan in plans {
        if placed.contains(plan) {
            continue;
        }
        // The last of the chain that this plan is in.
        let (mut last, mut seen) = (*plan, BTreeSet::new());
        while let Some(next) = became.get(&last).filter(|next| known.contains(next) && seen.insert(last)) {
            last = *next;
        }
        // What came before it, to the first; each is written down after those that became it.
        let mut open = vec![(last, false)];
        while let Some((plan, is_next)) = open.pop() {
            if is_next {
                order.push(plan);
            } else if placed.insert(plan) {
                open.push((plan, true));
                open.extend(sources.get(&plan).into_iter().flatten().rev().map(|source| (*source, false)));
            }
        }
    }
    order
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(plans: &[usize], became: &[(usize, usize)], expected: &[usize]) {
        assert_eq!(above_what_they_became(plans, &became.iter().copied().collect()), expected);
    }

    #[test]
    fn a_plan_that_pivoted_is_directly_above_what_it_became() {
        check(&[1, 2, 3], &[], &[1, 2, 3]);
        check(&[1, 2, 3], &[(1, 3)], &[1, 3, 2]);
        check(&[1, 2, 3, 4], &[(1, 3), (3, 4)], &[1, 3, 4, 2]);
        check(&[1, 2, 3, 4], &[(1, 4), (2, 4)], &[1, 2, 4, 3]);
        check(&[1, 2, 3], &[(3, 1)], &[3, 1, 2]);
    }

    #[test]
    fn a_circle_has_an_end() {
        let all = |plans: &[usize], became: &[(usize, usize)]| {
            let mut order = above_what_they_became(plans, &became.iter().copied().collect());
            order.sort_unstable();
            order
        };
        assert_eq!(all(&[1, 2, 3], &[(1, 2), (2, 1)]), [1, 2, 3]);
        assert_eq!(all(&[1, 2], &[(1, 1), (2, 9)]), [1, 2]);
    }

    #[test]
    fn a_long_chain_costs_no_recursion() {
        let plans: Vec<usize> = (0..500).collect();
        let became: BTreeMap<usize, usize> = (0..499).map(|plan| (plan, plan + 1)).collect();
        assert_eq!(above_what_they_became(&plans, &became), plans);
    }
}
