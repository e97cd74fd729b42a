//! `journal.yaml`, understood: plain values, each with its default.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Date, Kind, SourcePath, State, Visibility, Weekday};

/// The file they are in, at the journal's top.
pub const FILE: &str = "journal.yaml";

/// The path of [`FILE`].
///
/// # Panics
/// Never: the name is a plain one.
#[must_use]
pub fn path() -> SourcePath {
    SourcePath::new(FILE).expect("a plain name")
}

/// What happens to raw HTML in Markdown.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Html {
    /// It stands as written.
    Allow,
    /// What can run or frame something is taken out.
    #[default]
    Sanitize,
    /// It is shown as text.
    Escape,
}

/// How addresses look.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Permalinks {
    /// `plans/novel.html`: opens from disk.
    #[default]
    Html,
    /// The same files, links without `.html`.
    Clean,
    /// `plans/novel/index.html`.
    Folder,
}

/// What a cancelled step counts as.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum CountCancelled {
    /// It leaves the total.
    #[default]
    Excluded,
    /// It is settled, so it counts as done.
    Settled,
}

/// What a step weighs.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum WeighBy {
    /// Each step the same.
    #[default]
    Count,
    /// Its estimate; without one, the plan's median estimate.
    Estimate,
}

/// Which typefaces the site uses.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Fonts {
    /// Those that come with the theme.
    #[default]
    Bundled,
    /// The reader's own.
    System,
}

/// How the site looks.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Theme {
    /// A CSS colour for what was done and for links; empty for the theme's own.
    pub accent: String,
    /// Typefaces.
    pub fonts: Fonts,
    /// Parts of pages that can be left out, by the name behind `show_`.
    pub show: BTreeMap<String, bool>,
}

impl Theme {
    /// Whether a part of pages is shown, by the name behind `show_`.
    #[must_use]
    pub fn shows(&self, part: &str) -> bool {
        self.show.get(part).copied().unwrap_or(true)
    }
}

impl Theme {
    /// The parts of pages that can be left out.
    pub const PARTS: [&'static str; 8] =
        ["backlinks", "booklets", "cards", "charts", "energy", "mood", "people", "tags"];
}

impl Default for Theme {
    fn default() -> Self {
        let show = Self::PARTS.iter().map(|part| ((*part).to_owned(), true)).collect();
        Self { accent: String::new(), fonts: Fonts::default(), show }
    }
}

/// What the person wants, from `journal.yaml`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of its own in the user's file")]
pub struct Settings {
    /// The name of the site.
    pub title: String,
    /// One sentence about it.
    pub description: String,
    /// Who writes.
    pub author: String,
    /// The writer's address, for feeds.
    pub email: String,
    /// A BCP 47 tag.
    pub language: String,
    /// Where the site will be, ending in `/`; empty if that is not known.
    pub base_url: String,
    /// The output folder, relative to the journal, as written.
    pub output: String,
    /// The day everything is reckoned for, if fixed.
    pub today: Option<Date>,
    /// The first day of a week.
    #[serde(with = "weekday")]
    pub week_start: Weekday,
    /// Names of folders, and the kind of what is in them.
    pub kinds: BTreeMap<String, Kind>,
    /// Globs of what is not read.
    pub ignore: Vec<String>,
    /// Foreign front-matter keys, and which of ours they mean.
    pub fields: BTreeMap<String, String>,
    /// Characters in boxes, and what they mean beside the built-in ones.
    pub statuses: BTreeMap<String, State>,
    /// Headings under which every step is a checkpoint.
    pub checkpoint_headings: Vec<String>,
    /// Who may see an entry that does not say.
    pub visibility: Visibility,
    /// What happens to raw HTML.
    pub html: Html,
    /// How the site looks.
    pub theme: Theme,
    /// Minutes a week there are for all plans.
    pub capacity_minutes: Option<u32>,
    /// The editor that the preview opens.
    pub editor: String,
    /// Whether feeds and calendars are made.
    pub feeds: bool,
    /// Whether search is made.
    pub search: bool,
    /// Whether `$…$` is a formula.
    pub math: bool,
    /// Whether code is highlighted.
    pub highlight: bool,
    /// How addresses look.
    pub permalinks: Permalinks,
    /// Whether git is asked for dates.
    pub git: bool,
    /// What a cancelled step counts as.
    pub count_cancelled: CountCancelled,
    /// What a step weighs.
    pub weigh_by: WeighBy,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            title: "Journal".into(),
            description: String::new(),
            author: String::new(),
            email: String::new(),
            language: "en".into(),
            base_url: String::new(),
            output: "site".into(),
            today: None,
            week_start: Weekday::Monday,
            kinds: [("plans".into(), Kind::Plan), ("reflections".into(), Kind::Reflection)].into(),
            ignore: Vec::new(),
            fields: BTreeMap::new(),
            statuses: BTreeMap::new(),
            checkpoint_headings: vec!["Checkpoints".into(), "Milestones".into()],
            visibility: Visibility::Public,
            html: Html::default(),
            theme: Theme::default(),
            capacity_minutes: None,
            editor: String::new(),
            feeds: true,
            search: true,
            math: true,
            highlight: true,
            permalinks: Permalinks::default(),
            git: true,
            count_cancelled: CountCancelled::default(),
            weigh_by: WeighBy::default(),
        }
    }
}

mod weekday {
    //! jiff's weekday has no serde form of its own; Monday is 1.

    use super::Weekday;

    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for a reference")]
    pub(super) fn serialize<S: serde::Serializer>(day: &Weekday, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_i8(day.to_monday_one_offset())
    }

    pub(super) fn deserialize<'de, D: serde::Deserializer<'de>>(from: D) -> Result<Weekday, D::Error> {
        let offset = <i8 as serde::Deserialize>::deserialize(from)?;
        Weekday::from_monday_one_offset(offset).map_err(serde::de::Error::custom)
    }
}
