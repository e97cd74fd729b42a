//! What the links of a text became, and what it embeds.

use std::sync::Arc;

use super::bodies::{Answer, BodyPlan, Embedded, StepLook, anchor_of, section_named};
use super::index::{Index, at};
use super::plans::PlanCards;
use crate::model::{Code, Diagnostic, Link, LinkTarget, Purpose, SourcePath, State, percent_encoded};

/// How deep an embed may stand in another.
const DEEPEST_EMBED: usize = 4;
/// How many embeds a page may have in all: each may hold others, and so on.
const MOST_EMBEDS: usize = 60;

/// Where a text is shown: which entries are around it, from the page's own inwards.
#[derive(Debug, Default)]
struct Around {
    entries: Vec<usize>,
    embeds: usize,
}

/// The address of an asset: it keeps its path.
pub(crate) fn asset_url(path: &SourcePath) -> String {
    percent_encoded(path.as_str())
}

impl Index<'_> {
    /// All that the text of an entry shows on its own page.
    pub(crate) fn body_plan(
        &self,
        index: usize,
        cards: &PlanCards,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Arc<BodyPlan> {
        Arc::new(self.body_around(index, cards, &mut Around::default(), diagnostics))
    }

    /// The same away from its page, and the same every day.
    pub(crate) fn timeless_body(&self, index: usize, cards: &PlanCards) -> Arc<BodyPlan> {
        let year = self.entry(index).date.map_or(0, jiff::civil::Date::year);
        // What is wrong with its links is told with its own page.
        Arc::new(self.body_around(index, cards, &mut Around::default(), &mut Vec::new()).timeless(year))
    }

    fn body_around(
        &self,
        index: usize,
        cards: &PlanCards,
        around: &mut Around,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> BodyPlan {
        let entry = self.entry(index);
        around.entries.push(index);
        let answers = entry
            .links
            .iter()
            .zip(&self.targets[index])
            .map(|(link, target)| self.answer(index, link, target, cards, around, diagnostics))
            .collect();
        around.entries.pop();
        let looks = cards.looks(index);
        let plain = |step| StepLook::plain(step, State::Open, self.today);
        BodyPlan {
            entry: Arc::clone(entry),
            answers,
            steps: match looks {
                Some(looks) => looks.steps.clone(),
                None => entry.steps.items.iter().map(|step| StepLook { state: step.state, ..plain(step) }).collect(),
            },
            groups: looks.map_or_else(Vec::new, |looks| looks.groups.clone()),
            sections: looks.map_or_else(Vec::new, |looks| looks.sections.clone()),
            year: self.today.year(),
        }
    }

    fn answer(
        &self,
        from: usize,
        link: &Link,
        target: &LinkTarget,
        cards: &PlanCards,
        around: &mut Around,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Answer {
        match target {
            LinkTarget::Withheld if link.purpose == Purpose::Embed => Answer::Nothing,
            LinkTarget::Withheld => Answer::Plain,
            LinkTarget::Nowhere => self.made_target(self.entry(from), &link.target).map_or(Answer::Plain, Answer::To),
            LinkTarget::Asset(path) if !self.published.shows_asset(path) => Answer::Plain,
            LinkTarget::Asset(path) => match link.purpose {
                Purpose::Embed => Answer::Media(asset_url(path)),
                Purpose::Reference => Answer::To(asset_url(path)),
            },
            LinkTarget::Entry(index) => {
                let Some(url) = self.addresses.url_of(*index) else { return Answer::Plain };
                let fragment = anchor_of(self.entry(*index), link).unwrap_or_default();
                let on_this_page = *index == from && around.entries.len() == 1 && !fragment.is_empty();
                let address = if on_this_page { fragment } else { format!("{url}{fragment}") };
                match link.purpose {
                    Purpose::Reference => Answer::To(address),
                    Purpose::Embed => self.embed(from, *index, link, address, cards, around, diagnostics),
                }
            }
        }
    }

    #[expect(clippy::too_many_arguments, reason = "each says one thing about one embed")]
    fn embed(
        &self,
        from: usize,
        index: usize,
        link: &Link,
        address: String,
        cards: &PlanCards,
        around: &mut Around,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Answer {
        around.embeds += 1;
        let circular = around.entries.contains(&index);
        if circular || around.entries.len() > DEEPEST_EMBED || around.embeds > MOST_EMBEDS {
            let entry = self.entry(from);
            let why = if circular { "embeds what it is itself a part of" } else { "is one embed too many on a page" };
            let message = format!("`{}` {why}", link.target);
            let help = "it is shown as a link";
            diagnostics.push(at(entry, link.spot, Code::EmbedTooDeep, message).help(help));
            return Answer::To(address);
        }
        let target = self.entry(index);
        let section = link
            .fragment
            .as_deref()
            .filter(|fragment| !fragment.starts_with('^'))
            .and_then(|fragment| section_named(target, fragment))
            .and_then(|section| u32::try_from(section).ok());
        let heading = section.and_then(|section| target.outline.get(section as usize));
        let title =
            heading.map_or_else(|| target.title.clone(), |heading| format!("{} › {}", target.title, heading.text));
        let body = self.body_around(index, cards, around, diagnostics);
        Answer::Embed(Box::new(Embedded { title, url: address, section, body }))
    }
}
