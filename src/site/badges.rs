//! Badges: how far a plan is, as a small picture for pages elsewhere.

use super::plans::PlanCards;
use super::social_cards::numbers;
use crate::language::Language;

/// `badges/<plan>.svg`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Badge {
    /// The plan's title.
    pub title: String,
    /// What stands beside it: `40/64`, or that there are no steps.
    pub value: String,
    /// All of it, to who does not see it: `Novel: 40 of 64 steps done`.
    pub said: String,
    /// A CSS colour for what was done; empty for the theme's own.
    pub accent: String,
}

impl Badge {
    pub(crate) fn of(language: &Language, plan: usize, cards: &PlanCards, accent: &str) -> Option<Self> {
        let card = cards.card(plan)?;
        let (done, total) = (card.progress.done, card.progress.total);
        let title = ("title", (&card.title).into());
        let (value, said) = if total == 0 {
            (language.say("badge_no_steps", &[]), language.say("badge_says_no_steps", &[title]))
        } else {
            let words = [title, ("done", done.into()), ("total", total.into())];
            (numbers(done, total), language.say("badge_says", &words))
        };
        Some(Self { title: card.title.clone(), value, said, accent: accent.to_owned() })
    }
}
