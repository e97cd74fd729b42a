//! The names of keys: ours, and what other tools call the same.

use crate::model::Settings;

/// A key that has a meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Known {
    /// One of ours.
    Ours(&'static str),
    /// Another tool's name for this one of ours.
    Foreign(&'static str),
}

impl Known {
    /// Our name for it.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Ours(key) | Self::Foreign(key) => key,
        }
    }
}

/// Keys that say who may see an entry.
pub(super) const VISIBILITY: [&str; 4] = ["visibility", "draft", "publish", "private"];

/// All of ours.
pub(super) const OURS: [&str; 41] = [
    "type",
    "title",
    "date",
    "updated",
    "tags",
    "summary",
    "visibility",
    "draft",
    "publish",
    "private",
    "aliases",
    "slug",
    "permalink",
    "template",
    "cover",
    "weight",
    "status",
    "status_note",
    "until",
    "pivoted_to",
    "start",
    "due",
    "why",
    "target",
    "practice",
    "checkpoints",
    "held",
    "capacity",
    "people",
    "count_cancelled",
    "weigh_by",
    "plan",
    "plans",
    "mood",
    "energy",
    "confidence",
    "metrics",
    "checkpoint",
    "practiced",
    "targets",
    "practices",
];

/// What other tools call them: Hugo, Zola, Jekyll, Obsidian and its plugins, Logseq, Dendron.
const FOREIGN: [(&str, &str); 33] = [
    ("created", "date"),
    ("created_at", "date"),
    ("created_date", "date"),
    ("creation_date", "date"),
    ("date_created", "date"),
    ("published_at", "date"),
    ("modified", "updated"),
    ("modified_at", "updated"),
    ("last_modified", "updated"),
    ("lastmod", "updated"),
    ("updated_at", "updated"),
    ("updated_date", "updated"),
    ("deadline", "due"),
    ("due_date", "due"),
    ("end_date", "due"),
    ("start_date", "start"),
    ("labels", "tags"),
    ("keywords", "tags"),
    ("tag", "tags"),
    ("categories", "tags"),
    ("topics", "tags"),
    ("description", "summary"),
    ("excerpt", "summary"),
    ("abstract", "summary"),
    ("published", "publish"),
    ("dg_publish", "publish"),
    ("alias", "aliases"),
    ("image", "cover"),
    ("banner", "cover"),
    ("thumbnail", "cover"),
    ("order", "weight"),
    ("nav_order", "weight"),
    ("goal", "why"),
];

/// What a key means: as the settings say, else exactly, else without case and with `-` or a space for `_`.
pub(super) fn known(key: &str, settings: &Settings) -> Option<Known> {
    let ours = |name: &str| OURS.iter().find(|known| **known == name).copied();
    if let Some(mapped) = settings.fields.get(key) {
        return ours(mapped).map(Known::Foreign);
    }
    let folded = key.trim().to_lowercase().replace(['-', ' '], "_");
    let foreign = || FOREIGN.iter().find(|(name, _)| *name == folded).map(|(_, ours)| Known::Foreign(ours));
    ours(&folded).map(Known::Ours).or_else(foreign)
}

/// The key of ours that was probably meant: one letter off, or two changed places. Short words are near to too much.
pub(super) fn mistyped(key: &str) -> Option<&'static str> {
    let folded = key.trim().to_lowercase().replace(['-', ' '], "_");
    if folded.chars().count() < 4 {
        return None;
    }
    // `daft` and `drafts` are words of their own, but whoever writes them in front matter means the one thing.
    OURS.iter().copied().filter(|ours| ours.len() >= 4).find(|ours| strsim::damerau_levenshtein(ours, &folded) == 1)
}

/// Whether it is one of ours.
pub(in crate::parse) fn is_key(name: &str) -> bool {
    OURS.contains(&name)
}
