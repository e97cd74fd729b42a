//! Plans and reflections for tests, written as a person would write them.
//!
//! A small reader of the usual lines, apart from the real parser: what is tested here is what steps mean, not how
//! they are spelled.

use super::{Progress, progress};
use crate::model::{
    Address, Amount, Date, DeclaredCheckpoint, Digest, Done, Entry, Gate, Group, Heading, Kind, Named, Parent, Pause,
    Practiced, Settings, SourcePath, Spot, State, Status, Step, Steps, parse_date,
};

/// The day `text` names.
pub(super) fn day(text: &str) -> Date {
    parse_date(text).expect("a date")
}

fn entry(kind: Kind) -> Entry {
    Entry {
        path: SourcePath::new("story.md").expect("a path"),
        digest: Digest::default(),
        kind,
        visibility: crate::model::Visibility::Public,
        title: "Story".into(),
        address: Address::Path,
        date: None,
        time: None,
        updated: None,
        tags: Vec::new(),
        summary: String::new(),
        aliases: Vec::new(),
        template: None,
        cover: None,
        weight: 0,
        extra: std::collections::BTreeMap::default(),
        plan: crate::model::Plan::default(),
        reflection: crate::model::Reflection::default(),
        outline: Vec::new(),
        steps: Steps::default(),
        gates: Vec::new(),
        links: Vec::new(),
        blocks: Vec::new(),
        words: 0,
        terms: crate::model::Terms::default(),
        past: crate::model::Past::default(),
    }
}

/// A plan or reflection, step by step.
pub(super) struct Story(pub(super) Entry);

impl Story {
    /// A plan with this body: `# headings`, `- [x] steps` (two spaces a level), `- groups`. An empty line ends the
    /// lists.
    pub(super) fn plan(body: &str) -> Self {
        let mut entry = entry(Kind::Plan);
        let mut above: Vec<(usize, Parent, u32)> = Vec::new();
        let (mut lists, mut section) = (0, None);
        let mut open_lists: Vec<(usize, u32)> = Vec::new();
        for (number, line) in (1..).zip(body.lines()) {
            let text = line.trim_start();
            let depth = line.len() - text.len();
            if text.is_empty() || text.starts_with('#') {
                above.clear();
                open_lists.clear();
            }
            if let Some((hashes, title)) = text.split_once(' ').filter(|(hashes, _)| hashes.starts_with('#')) {
                section = Some(super::index(entry.outline.len()));
                heading(&mut entry, hashes.len(), title, number);
            }
            let Some(item) = text.strip_prefix("- ") else { continue };
            while above.pop_if(|(outer, ..)| *outer >= depth).is_some() {}
            while open_lists.pop_if(|(outer, _)| *outer > depth).is_some() {}
            if open_lists.last().is_none_or(|(outer, _)| *outer < depth) {
                lists += 1;
                open_lists.push((depth, lists));
            }
            let parent = above.last().map(|(_, parent, _)| *parent);
            let list = open_lists.last().map_or(0, |(_, list)| *list);
            let step = item.strip_prefix('[').and_then(|rest| rest.split_once("] "));
            if let Some((symbol, text)) = step {
                above.push((depth, Parent::Step(super::index(entry.steps.items.len())), list));
                entry.steps.items.push(Step { parent, section, list, line: number, ..self::step(symbol, text) });
            } else {
                above.push((depth, Parent::Group(super::index(entry.steps.groups.len())), list));
                entry.steps.groups.push(Group { text: item.into(), parent, section });
            }
        }
        Self(entry)
    }

    /// A reflection of that day.
    pub(super) fn reflection(date: &str) -> Self {
        let mut entry = entry(Kind::Reflection);
        entry.date = Some(day(date));
        Self(entry)
    }

    pub(super) fn from(mut self, start: &str) -> Self {
        self.0.plan.start = Some(day(start));
        self
    }

    pub(super) fn due(mut self, due: &str) -> Self {
        self.0.plan.due = Some(day(due));
        self
    }

    pub(super) fn held(mut self, from: &str, to: &str) -> Self {
        let to = Some(to).filter(|to| !to.is_empty()).map(day);
        self.0.plan.held.push(Pause { from: day(from), to, why: None });
        self
    }

    pub(super) fn status(mut self, status: Status) -> Self {
        self.0.plan.status = status;
        self
    }

    pub(super) fn declared(mut self, title: &str, due: Option<&str>, done: Done) -> Self {
        self.0.plan.checkpoints.push(DeclaredCheckpoint {
            title: title.into(),
            due: due.map(day),
            done,
            measure: Some("a measure".into()),
            feeling: None,
            spot: Spot::default(),
        });
        self
    }

    pub(super) fn measured(mut self, metric: &str, amount: i64) -> Self {
        self.0.reflection.metrics.insert(metric.into(), Amount(amount * Amount::ONE));
        self
    }

    pub(super) fn practiced(mut self, practiced: Practiced) -> Self {
        self.0.reflection.practiced = practiced;
        self
    }

    pub(super) fn looks_back_on(mut self, checkpoint: &str) -> Self {
        self.0.reflection.checkpoint = Some(Named { name: checkpoint.into(), spot: Spot::default() });
        self
    }

    pub(super) fn mood(mut self, mood: u8) -> Self {
        self.0.reflection.mood = Some(mood);
        self
    }

    pub(super) fn progress(&self) -> Progress {
        progress(&self.0, &Settings::default())
    }
}

fn heading(entry: &mut Entry, level: usize, title: &str, line: u32) {
    let section = super::index(entry.outline.len());
    let level = u8::try_from(level).expect("a level");
    entry.outline.push(Heading { level, id: title.into(), text: title.into(), line });
    if let Some(title) = title.strip_prefix("Checkpoint: ") {
        let (state, title) = match title.strip_prefix('[').and_then(|rest| rest.split_once("] ")) {
            Some((symbol, title)) => (Some(state(symbol)), title),
            None => (None, title),
        };
        let Step { text, fields, .. } = step(" ", title);
        entry.gates.push(Gate { section, title: text, state, fields });
    }
}

fn state(symbol: &str) -> State {
    match symbol {
        "x" => State::Done,
        "/" => State::Doing,
        "-" => State::Cancelled,
        ">" => State::Deferred,
        "?" => State::Waiting,
        "h" => State::OnHold,
        "i" => State::Note,
        _ => State::Open,
    }
}

/// A step of its own: signs and the word after them are fields, `@name` and `#tag` stay in the text.
pub(super) fn step(symbol: &str, line: &str) -> Step {
    let mut step = Step {
        state: state(symbol),
        symbol: symbol.into(),
        important: false,
        line: 0,
        text: String::new(),
        plain: String::new(),
        fields: crate::model::Fields::default(),
        checkpoint: line.starts_with('🚩'),
        parent: None,
        section: None,
        list: 0,
    };
    let mut text = Vec::new();
    let mut words = line.split(' ');
    while let Some(word) = words.next() {
        let fields = &mut step.fields;
        let mut date = || words.next().map(day);
        match word {
            "✅" => fields.done = date(),
            "📅" => fields.due = date(),
            "⏳" => fields.scheduled = date(),
            "🛫" => fields.start = date(),
            "🔁" => fields.recurrence = words.next().map(Into::into),
            "🆔" => fields.id = words.next().map(Into::into),
            "⛔" => fields.depends_on.extend(words.next().iter().flat_map(|ids| ids.split(',')).map(Into::into)),
            "⏱" => fields.estimate_minutes = words.next().map(|minutes| minutes.parse().expect("minutes")),
            _ => {
                if let Some(name) = word.strip_prefix('@') {
                    fields.people.push(name.into());
                }
                if let Some(tag) = word.strip_prefix('#') {
                    fields.tags.push(tag.into());
                    step.checkpoint |= matches!(tag, "checkpoint" | "milestone");
                }
                text.push(word);
            }
        }
    }
    step.text = text.join(" ");
    step.plain.clone_from(&step.text);
    step
}
