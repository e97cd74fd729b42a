//! An entry's text on a page: the answers to its own links, how its steps look, and what it embeds.
//!
//! The text itself is not here but named by its entry's digest: a plan of 10,000 pages holds no bodies.

use std::hash::{Hash, Hasher};
use std::sync::Arc;

use super::views::TallyView;
use crate::model::{Date, Entry, Link, Parent, State};

/// All that the text of an entry shows on one page.
#[derive(Debug, Clone)]
pub struct BodyPlan {
    /// Whose text it is.
    pub entry: Arc<Entry>,
    /// An answer for each of [`Entry::links`].
    pub answers: Vec<Answer>,
    /// How each of its steps looks.
    pub steps: Vec<StepLook>,
    /// The count of each of its groups.
    pub groups: Vec<Option<TallyView>>,
    /// The count under each of its headings, where there are steps.
    pub sections: Vec<Option<TallyView>>,
    /// The year that dates need not name.
    pub year: i16,
}

impl Hash for BodyPlan {
    /// The entry's digest stands for its text.
    fn hash<H: Hasher>(&self, state: &mut H) {
        let Self { entry, answers, steps, groups, sections, year } = self;
        (entry.digest, answers, steps, groups, sections, year).hash(state);
    }
}

impl BodyPlan {
    /// The same without what changes from day to day though nobody writes anything: that a date is past or near, and
    /// which year need not be named.
    #[must_use]
    pub(crate) fn timeless(self, year: i16) -> Self {
        let checkpoint = |state| if matches!(state, "overdue" | "soon") { "upcoming" } else { state };
        let steps = self.steps.into_iter().map(|step| StepLook {
            overdue: false,
            checkpoint: step.checkpoint.map(checkpoint),
            ..step
        });
        let answers = self.answers.into_iter().map(|answer| match answer {
            Answer::Embed(embedded) => {
                Answer::Embed(Box::new(Embedded { body: embedded.body.timeless(year), ..*embedded }))
            }
            other => other,
        });
        Self { steps: steps.collect(), answers: answers.collect(), year, ..self }
    }
}

/// What a link in a text became.
#[derive(Debug, Clone, Hash)]
pub enum Answer {
    /// It leads here, relative to the site's root, encoded, with its fragment.
    To(String),
    /// It leads nowhere that may be shown: its text stands alone.
    Plain,
    /// It would show what may not be shown: nothing stands there.
    Nothing,
    /// A picture, sound or other file is shown.
    Media(String),
    /// Another entry, or a part of it, is shown.
    Embed(Box<Embedded>),
}

/// An entry shown inside another.
#[derive(Debug, Clone, Hash)]
pub struct Embedded {
    /// Its title.
    pub title: String,
    /// Its own page.
    pub url: String,
    /// Only this section of it: an index into its outline.
    pub section: Option<u32>,
    /// Its text.
    pub body: BodyPlan,
}

/// How a step looks in the text.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct StepLook {
    /// What it shows as: a parent all of whose steps are done shows as done.
    pub state: State,
    /// For checkpoints, how they stand.
    pub checkpoint: Option<&'static str>,
    /// Important.
    pub important: bool,
    /// The line, for its anchor.
    pub line: u32,
    /// For a step with steps below it: their count.
    pub tally: Option<TallyView>,
    /// When it was done or cancelled.
    pub settled: Option<Date>,
    /// When it is due, while it is open.
    pub due: Option<Date>,
    /// When it is to begin, while it is open and has no due date.
    pub from: Option<Date>,
    /// Due before today.
    pub overdue: bool,
    /// In minutes, while it is open.
    pub estimate_minutes: Option<u32>,
    /// Who helps.
    pub people: Vec<String>,
    /// The rule of a practice.
    pub recurrence: Option<String>,
    /// It has no parent step: it stands in its section or group.
    pub top: bool,
}

impl StepLook {
    /// How a step looks that nothing more is known of, as in a page or reflection.
    pub(crate) fn plain(step: &crate::model::Step, state: State, today: Date) -> Self {
        let fields = &step.fields;
        let open = !state.is_settled() && state != State::Note;
        let due = fields.due.filter(|_| open);
        Self {
            state,
            checkpoint: None,
            important: step.important,
            line: step.line,
            tally: None,
            settled: match state {
                State::Done => fields.done,
                State::Cancelled => fields.cancelled,
                _ => None,
            },
            due,
            from: fields.start.or(fields.scheduled).filter(|_| open && due.is_none()),
            overdue: due.is_some_and(|due| due < today),
            estimate_minutes: fields.estimate_minutes.filter(|_| open),
            people: fields.people.clone(),
            recurrence: fields.recurrence.clone(),
            top: !matches!(step.parent, Some(Parent::Step(_))),
        }
    }
}

/// The index of the heading that a fragment names: by its anchor, or by its text as Obsidian has it, where
/// `#Chapter#Scene` means the last of them.
pub(crate) fn section_named(entry: &Entry, fragment: &str) -> Option<usize> {
    let last = fragment.rsplit('#').next().unwrap_or(fragment).trim();
    let slug = crate::model::slug(last);
    let by_id = |heading: &crate::model::Heading| heading.id == last || heading.id == slug;
    let by_text = |heading: &crate::model::Heading| heading.text.trim().eq_ignore_ascii_case(last);
    entry.outline.iter().position(by_id).or_else(|| entry.outline.iter().position(by_text))
}

/// What a fragment becomes in the address: `""` for none; `None` when the entry has no such place.
pub(crate) fn anchor_of(entry: &Entry, link: &Link) -> Option<String> {
    let Some(fragment) = link.fragment.as_deref().filter(|fragment| !fragment.is_empty()) else {
        return Some(String::new());
    };
    if let Some(block) = fragment.strip_prefix('^') {
        let known = entry.blocks.iter().find(|known| known.eq_ignore_ascii_case(block))?;
        return Some(format!("#{}", crate::model::percent_encoded(&format!("^{known}"))));
    }
    let section = section_named(entry, fragment);
    // The title's own heading stands at the top of the page and has no other place.
    if section.is_none() && crate::model::slug(fragment) == crate::model::slug(&entry.title) {
        return Some(String::new());
    }
    section.map(|index| format!("#{}", crate::model::percent_encoded(&entry.outline[index].id)))
}
