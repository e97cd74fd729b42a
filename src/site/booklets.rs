//! A month of reflections with all of their texts, one after the other: to be printed and kept.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Serialize;

use super::bodies::BodyPlan;
use super::index::Index;
use super::page::{Page, View};
use super::views::{LinkView, MonthLink, ReflectionCard};
use super::{Head, PlanCards};
use crate::language::capitalised;
use crate::model::Month;

/// `booklet.html`. The texts of its items are given beside it.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct BookletView {
    /// The month.
    pub month: MonthLink,
    /// Its reflections, oldest first.
    pub items: Vec<Arc<ReflectionCard>>,
    /// The plans they are about, by title.
    pub plans: Vec<LinkView>,
    /// The text of each item.
    #[serde(skip)]
    pub bodies: Vec<Arc<BodyPlan>>,
}

impl Index<'_> {
    pub(crate) fn booklet_url(&self, month: Month) -> String {
        self.addresses.url(&self.addresses.booklet(month))
    }

    /// A booklet for each month.
    pub(crate) fn booklets(&self, months: &BTreeMap<Month, Vec<usize>>, cards: &PlanCards) -> Vec<Page> {
        months.iter().map(|(month, reflections)| self.booklet(*month, reflections, cards)).collect()
    }

    fn booklet(&self, month: Month, reflections: &[usize], cards: &PlanCards) -> Page {
        let items: Vec<Arc<ReflectionCard>> = reflections.iter().map(|&index| self.reflection_card(index)).collect();
        let plans: BTreeMap<String, LinkView> =
            items.iter().flat_map(|item| &item.plans).map(|plan| (plan.title.clone(), plan.clone())).collect();
        let view = BookletView {
            month: self.month_link(month, reflections.len()),
            items,
            plans: plans.into_values().collect(),
            bodies: reflections.iter().map(|&index| self.timeless_body(index, cards)).collect(),
        };
        // It says once more what other pages say.
        let head = Head { noindex: true, ..Head::new(capitalised(&self.language.month(month)), "", "reflections") };
        self.made_page(self.addresses.booklet(month), head, View::Booklet(Box::new(view)))
    }
}
