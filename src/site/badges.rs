//! Badges: how far a plan is, as a small picture for pages elsewhere.

use super::plans::PlanCards;

/// `badges/<plan>.svg`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Badge {
    /// The plan's title.
    pub title: String,
    /// Steps done.
    pub done: u32,
    /// Steps that count.
    pub total: u32,
    /// A CSS colour for what was done; empty for the theme's own.
    pub accent: String,
}

impl Badge {
    pub(crate) fn of(plan: usize, cards: &PlanCards, accent: &str) -> Option<Self> {
        let card = cards.card(plan)?;
        let (done, total) = (card.progress.done, card.progress.total);
        Some(Self { title: card.title.clone(), done, total, accent: accent.to_owned() })
    }
}
