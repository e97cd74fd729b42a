//! Social cards: what other hosts show beside a link to a plan.
//!
//! Other hosts keep a card for weeks, so it says nothing that is true for a day only (`13 days behind`), and is drawn
//! again only when its figures change: the mark of what was planned moves by whole steps.

use super::plans::PlanCards;
use super::views::PlanCard;
use crate::language::Language;

/// `cards/<plan>.png`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct SocialCard {
    /// The name of the site.
    pub site: String,
    /// The plan's title.
    pub title: String,
    /// Whether there are steps, so that there is a bar.
    pub has_steps: bool,
    /// How much of the bar is filled, in percent.
    pub percent: u8,
    /// Where on the bar the plan meant to be, in hundredths of a percent.
    pub planned_share: Option<u32>,
    /// The figures: `40 of 64 steps done`.
    pub figures: String,
    /// The same without a word, where the letters of the language can't be drawn: `40/64`.
    pub numbers: String,
    /// Where the plan stands: `behind its plan`; may be empty.
    pub standing: String,
    /// A CSS colour for what was done; empty for the theme's own.
    pub accent: String,
}

impl SocialCard {
    /// In pixels, as the hosts that show cards ask for.
    pub const WIDTH: u32 = 1200;
    /// In pixels.
    pub const HEIGHT: u32 = 630;

    pub(crate) fn of(language: &Language, plan: usize, cards: &PlanCards, site: &str, accent: &str) -> Option<Self> {
        let card = cards.card(plan)?;
        Some(Self {
            site: site.to_owned(),
            title: card.title.clone(),
            has_steps: card.progress.total > 0,
            percent: card.progress.percent,
            planned_share: card.schedule.planned_share,
            figures: figures(language, card),
            numbers: numbers(card.progress.done, card.progress.total),
            standing: standing(language, card.schedule.state),
            accent: accent.to_owned(),
        })
    }
}

/// The figures of a plan in words.
pub(crate) fn figures(language: &Language, card: &PlanCard) -> String {
    match (card.progress.done, card.progress.total) {
        (_, 0) => language.say("card_no_steps", &[]),
        (0, 1) => language.say("card_one_open", &[]),
        (done, total) => language.say("card_steps", &[("done", done.into()), ("total", total.into())]),
    }
}

/// `40/64`; nothing of nothing.
pub(crate) fn numbers(done: u32, total: u32) -> String {
    if total == 0 { String::new() } else { format!("{done}/{total}") }
}

fn standing(language: &Language, state: &str) -> String {
    let name = format!("card_{state}");
    if language.has(&name) { language.say(&name, &[]) } else { String::new() }
}
