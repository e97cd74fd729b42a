//! Which key means what: ours, those of other tools, and those that `fields:` maps to ours.

use std::collections::HashSet;

use crate::model::{Code, Diagnostic, Settings, Severity};
use crate::parse::fields::{Field, Pair, nearest};
use crate::parse::source::Source;

macro_rules! keys {
    ($($name:literal => $key:ident,)+) => {
        /// Our keys, as they are written.
        pub(crate) const OWN: &[&str] = &[$($name),+];

        fn own(name: &str) -> Option<Key> {
            match name {
                $($name => Some(Key::$key),)+
                _ => None,
            }
        }
    };
}

/// What a key is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Key {
    Aliases,
    Capacity,
    Checkpoint,
    Checkpoints,
    Confidence,
    CountCancelled,
    Cover,
    Date,
    Draft,
    Due,
    Energy,
    Held,
    Metrics,
    Mood,
    People,
    Permalink,
    PivotedTo,
    Plans,
    Practice,
    Practiced,
    Private,
    Publish,
    Slug,
    Start,
    Status,
    StatusNote,
    Summary,
    Tags,
    Target,
    Template,
    Title,
    Type,
    Unlisted,
    Until,
    Updated,
    Visibility,
    WeighBy,
    Weight,
    Why,
}

keys! {
    "title" => Title,
    "type" => Type,
    "date" => Date,
    "updated" => Updated,
    "tags" => Tags,
    "summary" => Summary,
    "visibility" => Visibility,
    "draft" => Draft,
    "publish" => Publish,
    "published" => Publish,
    "private" => Private,
    "public" => Publish,
    "unlisted" => Unlisted,
    "aliases" => Aliases,
    "slug" => Slug,
    "permalink" => Permalink,
    "template" => Template,
    "cover" => Cover,
    "weight" => Weight,
    "status" => Status,
    "status_note" => StatusNote,
    "until" => Until,
    "pivoted_to" => PivotedTo,
    "start" => Start,
    "due" => Due,
    "why" => Why,
    "target" => Target,
    "targets" => Target,
    "practice" => Practice,
    "practices" => Practice,
    "checkpoints" => Checkpoints,
    "held" => Held,
    "capacity" => Capacity,
    "people" => People,
    "count_cancelled" => CountCancelled,
    "weigh_by" => WeighBy,
    "plan" => Plans,
    "plans" => Plans,
    "mood" => Mood,
    "energy" => Energy,
    "confidence" => Confidence,
    "metrics" => Metrics,
    "checkpoint" => Checkpoint,
    "practiced" => Practiced,
}

/// A key in small letters, its words joined as ours are: `Due-Date` and `due date` are `due_date`.
fn folded(name: &str) -> String {
    name.trim().to_lowercase().replace(['-', ' '], "_")
}

/// Keys of Obsidian, Hugo, Zola, Jekyll and others that say what one of ours says.
fn foreign(name: &str) -> Option<Key> {
    Some(match name {
        "created" | "created_at" | "created_date" | "creation_date" | "date_created" | "published_at" => Key::Date,
        "modified" | "modified_at" | "last_modified" | "lastmod" | "updated_at" | "updated_date" => Key::Updated,
        "deadline" | "due_date" | "end_date" => Key::Due,
        "start_date" => Key::Start,
        "labels" | "keywords" | "tag" | "categories" => Key::Tags,
        "description" | "excerpt" => Key::Summary,
        "alias" => Key::Aliases,
        "image" | "banner" | "thumbnail" => Key::Cover,
        "nav_order" => Key::Weight,
        _ => return None,
    })
}

impl Key {
    /// Whether it says who may see the entry.
    pub(super) fn is_about_visibility(self) -> bool {
        matches!(self, Self::Visibility | Self::Draft | Self::Publish | Self::Private | Self::Unlisted)
    }
}

/// How good a claim of a key is to mean one of ours; the best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Rank {
    /// Ours, as written.
    Own,
    /// Ours, but for large and small letters and how its words are joined.
    OwnLoosely,
    /// Mapped by `fields:`.
    Mapped,
    /// Another tool's.
    Foreign,
    /// Nobody's.
    Unknown,
}

impl Rank {
    /// Whether a value that does not fit is somebody else's business.
    pub(super) fn is_foreign(self) -> bool {
        matches!(self, Self::Mapped | Self::Foreign)
    }
}

/// A key of the file, and what it may mean.
pub(super) struct Claim<'a> {
    /// What it is about, if that is known.
    pub(super) key: Option<Key>,
    /// How sure that is.
    pub(super) rank: Rank,
    /// The same key was there before, as was reported.
    pub(super) repeated: bool,
    /// Its value.
    pub(super) field: Field<'a>,
}

impl Claim<'_> {
    /// `published: 2026-03-01`, as web clippers write it, tells a day and nothing of who may see the entry.
    pub(super) fn is_a_date(&self) -> bool {
        self.key == Some(Key::Publish) && self.field.moment(&mut Vec::new()).is_some()
    }
}

/// What each key may mean, in the order of the file.
pub(super) fn claims<'a>(source: &'a Source<'a>, pairs: &'a [Pair], settings: &Settings) -> Vec<Claim<'a>> {
    let mut seen = HashSet::new();
    let claim = |pair: &'a Pair| {
        let (key, rank) = meaning(&pair.key, settings);
        Claim { key, rank, repeated: !seen.insert(&pair.key), field: Field::new(source, pair) }
    };
    pairs.iter().map(claim).collect()
}

fn meaning(name: &str, settings: &Settings) -> (Option<Key>, Rank) {
    let small = folded(name);
    let mapped = || {
        let exact = settings.fields.get(name);
        let loose = || settings.fields.iter().find(|(foreign, _)| folded(foreign) == small).map(|(_, own)| own);
        exact.or_else(loose).and_then(|key| own(key))
    };
    if let Some(key) = own(name) {
        (Some(key), Rank::Own)
    } else if let Some(key) = own(&small) {
        (Some(key), Rank::OwnLoosely)
    } else if let Some(key) = mapped() {
        (Some(key), Rank::Mapped)
    } else if let Some(key) = foreign(&small) {
        (Some(key), Rank::Foreign)
    } else {
        (None, Rank::Unknown)
    }
}

/// Words one letter away from a key of ours that are meant as they are.
const OTHER_WORDS: &[&str] = &[
    "craft",
    "drafts",
    "drift",
    "graft",
    "moods",
    "open",
    "plant",
    "plane",
    "publisher",
    "state",
    "tale",
    "tile",
    "weights",
];

/// An unknown key that is one slip away from the one that is returned. Short keys are near to too much.
pub(super) fn near_key(name: &str) -> Option<&'static str> {
    let known = OTHER_WORDS.contains(&name.to_lowercase().as_str());
    if known || name.chars().count() < 4 { None } else { nearest(name, OWN.iter().copied(), 1) }
}

/// A warning about a key that is kept in `extra`, but is one slip away from one of ours. What is near to a key about
/// visibility is not for here: it leaves the entry out.
pub(super) fn probably_meant(field: &Field<'_>) -> Option<Diagnostic> {
    let near = near_key(field.name).filter(|near| own(near).is_some_and(|key| !key.is_about_visibility()))?;
    let message = format!("`{}` has no meaning of its own", field.name);
    let warning = field.source.diagnostic(Code::UnknownKey, Severity::Warning, field.key_range(), message);
    Some(warning.help(format!("did you mean `{near}`?")))
}

/// The key about visibility that an unknown key was probably meant to be.
pub(super) fn nearly_visibility(field: &Field<'_>) -> Option<&'static str> {
    let near = near_key(field.name).filter(|near| own(near).is_some_and(Key::is_about_visibility));
    // Nothing else is like this word, so two slips are still it.
    near.or_else(|| nearest(field.name, ["visibility"], 2))
}
