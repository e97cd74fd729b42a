//! Social cards: what other hosts show beside a link to a plan.
//!
//! Other hosts keep a card for weeks, so it says nothing that is true for a day only (`13 days behind`), and is drawn
//! again only when its figures change: the mark of what was planned moves by whole steps.

use super::plans::PlanCards;
use super::views::PlanCard;

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
    /// Where the plan stands: `behind its plan`; may be empty.
    pub standing: &'static str,
    /// A CSS colour for what was done; empty for the theme's own.
    pub accent: String,
}

impl SocialCard {
    /// In pixels, as the hosts that show cards ask for.
    pub const WIDTH: u32 = 1200;
    /// In pixels.
    pub const HEIGHT: u32 = 630;

    pub(crate) fn of(plan: usize, cards: &PlanCards, site: &str, accent: &str) -> Option<Self> {
        let card = cards.card(plan)?;
        Some(Self {
            site: site.to_owned(),
            title: card.title.clone(),
            has_steps: card.progress.total > 0,
            percent: card.progress.percent,
            planned_share: card.schedule.planned_share,
            figures: figures(card),
            standing: standing(card.schedule.state),
            accent: accent.to_owned(),
        })
    }
}

/// The figures of a plan in words.
pub(crate) fn figures(card: &PlanCard) -> String {
    match (card.progress.done, card.progress.total) {
        (_, 0) => "No steps yet".to_owned(),
        (0, 1) => "One step, open".to_owned(),
        (done, total) => format!("{done} of {total} {} done", if total == 1 { "step" } else { "steps" }),
    }
}

fn standing(state: &str) -> &'static str {
    match state {
        "on_track" => "on track",
        "ahead" => "ahead of its plan",
        "behind" => "behind its plan",
        "overdue" => "past its date",
        "not_started" => "not begun",
        "complete" => "all steps done",
        "idea" => "an idea",
        "paused" => "paused",
        "done" => "done",
        "dropped" => "dropped",
        "pivoted" => "became another plan",
        _ => "",
    }
}
