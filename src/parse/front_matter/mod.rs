//! Known front-matter keys become fields of an entry.
//!
//! A key of ours whose value does not fit is an error, and unset. A foreign key (`created`, `labels`) is somebody
//! else's: it is understood where it fits and kept in `extra` where it does not, without a word. Who may see an entry
//! is never guessed: what can't be understood there leaves the entry out.

mod address;
mod keys;
mod names;
mod plan;
mod reflection;
mod visibility;

use std::collections::BTreeMap;
use std::ops::Range;

use super::fields::{self, Field, Written};
use super::source::Source;
use super::split::{Split, split};
use crate::model::{
    Address, Code, Date, Diagnostic, Kind, Link, Named, Plan, Reflection, Settings, Severity, Time, Value, Visibility,
};

pub(crate) use keys::OWN;
pub(crate) use plan::{COUNT_CANCELLED, WEIGH_BY};
pub(crate) use visibility::VISIBILITIES;

use keys::{Claim, Key};

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
    /// The cover of an entry that is left out, as far as it is known: what only it shows stays private.
    pub(crate) withheld: Option<Link>,
    /// What is wrong with it.
    pub(crate) diagnostics: Vec<Diagnostic>,
}

/// Reads the front matter of a file.
pub(crate) fn read(source: &Source<'_>, settings: &Settings) -> Head {
    let mut out = Vec::new();
    let (block, body) = match split(source) {
        Ok(Split { block, body }) => (block, body),
        Err((body, problem)) => {
            return Head { front_matter: None, body, withheld: None, diagnostics: vec![problem] };
        }
    };
    let Some((format, block)) = block else {
        return Head { front_matter: Some(FrontMatter::default()), body, withheld: None, diagnostics: out };
    };
    let Some(pairs) = fields::keys(source, format, block, Written::InFrontMatter, &mut out) else {
        return Head { front_matter: None, body, withheld: None, diagnostics: out };
    };
    let claims = keys::claims(source, &pairs, settings);
    let visibility = visibility::read(&claims, &mut out);
    let mut front_matter = understood(source, &claims, &mut out);
    out.sort();
    match visibility {
        Ok(visibility) => {
            front_matter.visibility = visibility;
            Head { front_matter: Some(front_matter), body, withheld: None, diagnostics: out }
        }
        Err(visibility::Unclear) => Head { front_matter: None, body, withheld: front_matter.cover, diagnostics: out },
    }
}

/// Words for kinds.
pub(crate) const KINDS: [(Kind, &str); 3] =
    [(Kind::Plan, "plan"), (Kind::Reflection, "reflection"), (Kind::Page, "page")];

/// Everything but the visibility.
fn understood(source: &Source<'_>, claims: &[Claim<'_>], out: &mut Vec<Diagnostic>) -> FrontMatter {
    let mut front = FrontMatter::default();
    let mut taken: BTreeMap<Key, Range<usize>> = BTreeMap::new();
    // Claims on one key come best first, so that ours goes before a foreign one wherever they stand.
    let mut best_first: Vec<&Claim<'_>> = claims.iter().collect();
    best_first.sort_by_key(|claim| claim.rank);
    for claim in best_first {
        let Claim { field, rank, .. } = claim;
        match claim.key {
            Some(key) if key.is_about_visibility() && !claim.is_a_date() => {}
            Some(key) if !key.is_about_visibility() && (!taken.contains_key(&key) || key == Key::Plans) => {
                // Nothing written leaves the place to the next claim.
                if field.node.is_null() {
                    continue;
                }
                if rank.is_foreign() && !fits(key, field) {
                    keep(&mut front, field);
                    continue;
                }
                taken.insert(key, field.range());
                take(key, field, &mut front, out);
            }
            Some(_) if claim.repeated => {}
            Some(_) => keep(&mut front, field),
            None => {
                keep(&mut front, field);
                out.extend(keys::probably_meant(field));
            }
        }
    }
    if let (Some(start), Some(due), Some(range)) = (front.plan.start, front.plan.due, taken.remove(&Key::Due))
        && due < start
    {
        let message = format!("`due` is `{due}`, before the start on `{start}`");
        let warning = source.diagnostic(Code::DueBeforeStart, Severity::Warning, range, message);
        out.push(warning.help("let `due` be the later of the two"));
    }
    front
}

fn keep(front: &mut FrontMatter, field: &Field<'_>) {
    front.extra.entry(field.name.to_owned()).or_insert_with(|| field.node.value());
}

/// Whether the value can be read as that of `key`, without a word.
fn fits(key: Key, field: &Field<'_>) -> bool {
    let mut problems = Vec::new();
    take(key, field, &mut FrontMatter::default(), &mut problems);
    problems.is_empty()
}

/// Reads one key.
fn take(key: Key, field: &Field<'_>, front: &mut FrontMatter, out: &mut Vec<Diagnostic>) {
    match key {
        Key::Type => front.kind = field.word(&KINDS, out),
        Key::Title => front.title = field.text(out),
        Key::Date => {
            if let Some((date, time)) = field.moment(out) {
                (front.date, front.time) = (Some(date), time);
            }
        }
        Key::Updated => front.updated = field.day(out),
        Key::Tags => front.tags = names::tags(field, out),
        Key::Summary => front.summary = field.text(out),
        Key::Aliases => front.aliases = address::aliases(field, out),
        // Where both are written, all of the address goes before its last part.
        Key::Slug if matches!(front.address, Some(Address::Permalink(_))) => {
            address::slug(field, out);
        }
        Key::Slug => front.address = address::slug(field, out),
        Key::Permalink => front.address = address::permalink(field, out).or(front.address.take()),
        Key::Template => front.template = address::template(field, out),
        Key::Cover => match address::cover(field, out) {
            Some(address::Cover::Here(link)) => front.cover = Some(link),
            Some(address::Cover::Elsewhere(url)) => {
                front.extra.insert("cover".into(), Value::Text(url));
            }
            None => {}
        },
        Key::Weight => front.weight = field.integer(out).unwrap_or(0),
        _ => {
            plan::take(key, field, &mut front.plan, out);
            reflection::take(key, field, &mut front.reflection, out);
        }
    }
}

#[cfg(test)]
mod tests;
