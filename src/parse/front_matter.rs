//! Known front-matter keys become fields of an entry.

use std::collections::BTreeMap;

use super::source::Source;
use crate::model::{Address, Date, Diagnostic, Kind, Link, Named, Plan, Reflection, Settings, Time, Value, Visibility};

/// What front matter says; everything it does not say is `None` or empty.
#[derive(Debug, Default)]
pub(crate) struct FrontMatter {
    pub(crate) kind: Option<Kind>,
    pub(crate) title: Option<String>,
    pub(crate) date: Option<Date>,
    pub(crate) time: Option<Time>,
    pub(crate) updated: Option<Date>,
    pub(crate) tags: Vec<String>,
    pub(crate) summary: Option<String>,
    pub(crate) visibility: Option<Visibility>,
    pub(crate) aliases: Vec<Named>,
    pub(crate) address: Option<Address>,
    pub(crate) template: Option<Named>,
    pub(crate) cover: Option<Link>,
    pub(crate) weight: i64,
    pub(crate) plan: Plan,
    pub(crate) reflection: Reflection,
    pub(crate) extra: BTreeMap<String, Value>,
}

/// The front matter of a file, and where its body begins.
pub(crate) struct Head {
    /// None when it can't be parsed, or who may see the entry can't be understood: the entry is left out.
    pub(crate) front_matter: Option<FrontMatter>,
    /// The byte offset in the file at which the body begins.
    pub(crate) body: usize,
    /// What is wrong with it.
    pub(crate) diagnostics: Vec<Diagnostic>,
}

/// Reads the front matter of a file.
pub(crate) fn read(_source: &Source<'_>, _settings: &Settings) -> Head {
    unimplemented!()
}
