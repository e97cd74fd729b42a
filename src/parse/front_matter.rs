//! Known front-matter keys become fields of an entry.
//!
//! Ours come first; what other tools call the same is understood too, and what has no meaning here is kept. A value of
//! ours that can't be read is an error and unset; another tool's is kept and nobody is bothered. The exception is who
//! may see the entry: what can't be understood there leaves the entry out.

mod keys;
mod plan;
mod reflection;

use std::collections::BTreeMap;

use super::fields::{self, Content, Field, Node, Reader, as_flag, extra};
use super::source::Source;
use super::split::{self, Top};
use crate::model::{
    Address, Code, Date, Diagnostic, Kind, Link, Named, Naming, Plan, Purpose, Reflection, Settings, Severity, Time,
    Value, Visibility,
};
pub(super) use keys::is_key;
use keys::{Known, known};

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
pub(crate) fn read(source: &Source<'_>, settings: &Settings) -> Head {
    let (format, block, body) = match split::locate(source.text) {
        Top::Body(body) => {
            return Head { front_matter: Some(FrontMatter::default()), body, diagnostics: Vec::new() };
        }
        Top::Unclosed { fence } => {
            let mark = &source.text[fence.clone()];
            let message = format!("the front matter that begins with `{mark}` is never closed");
            let help = format!("write a line `{mark}` behind its last key");
            let problem =
                source.diagnostic(Code::UnclosedFrontMatter, Severity::Error, fence.clone(), message).help(help);
            return Head { front_matter: None, body: fence.end, diagnostics: vec![problem] };
        }
        Top::Block { format, block, body } => (format, block, body),
    };
    let fields = match fields::parse(source, block, format) {
        Ok(fields) => fields,
        Err(problem) => return Head { front_matter: None, body, diagnostics: vec![problem] },
    };
    let mut reading = Reading { reader: Reader::new(source), found: FrontMatter::default(), hidden: false };
    reading.fields(&fields, settings);
    let Reading { reader, found, hidden } = reading;
    Head { front_matter: (!hidden).then_some(found), body, diagnostics: reader.diagnostics }
}

struct Reading<'a, 's> {
    reader: Reader<'a, 's>,
    found: FrontMatter,
    /// Who may see the entry can't be understood.
    hidden: bool,
}

impl Reading<'_, '_> {
    fn fields(&mut self, fields: &[Field], settings: &Settings) {
        // A key of ours goes before what other tools call the same, wherever it stands.
        let mut ours: Vec<&'static str> = Vec::new();
        let mut foreign = Vec::new();
        for field in fields {
            match known(&field.key, settings) {
                Some(Known::Ours(key)) => {
                    ours.push(key);
                    self.ours(key, field);
                }
                Some(Known::Foreign(key)) => foreign.push((key, field)),
                None => self.unknown(field),
            }
        }
        for (key, field) in foreign {
            if matches!(key, "draft" | "publish" | "private") || !ours.contains(&key) {
                ours.push(key);
                self.foreign(key, field);
            }
        }
        let Plan { start, due, .. } = &self.found.plan;
        if let (Some(start), Some(due)) = (start, due)
            && due < start
        {
            let at = fields.iter().find(|field| known(&field.key, settings).is_some_and(|key| key.name() == "due"));
            let at = at.map_or(0..1, |field| field.value.range.clone());
            let message = format!("the plan is due on {due}, before it starts on {start}");
            self.reader.problem(
                Code::DueBeforeStart,
                Severity::Warning,
                &at,
                message,
                "give it a later `due` or an earlier `start`",
            );
        }
    }

    /// A key that has no meaning here is kept; one that is nearly ours was probably meant to be.
    fn unknown(&mut self, field: &Field) {
        if let Some(near) = keys::mistyped(&field.key) {
            let message = format!("`{}` is not a key known here", field.key);
            let help = format!("did you mean `{near}`?");
            if keys::VISIBILITY.contains(&near) {
                self.hidden = true;
                let message = format!("{message}, so it is not clear who may see this entry; it is left out");
                self.reader.problem(Code::BadVisibility, Severity::Error, &field.at, message, &help);
            } else {
                self.reader.problem(Code::UnknownKey, Severity::Warning, &field.at, message, &help);
            }
        }
        self.found.extra.insert(field.key.clone(), extra(&field.value));
    }

    /// Another tool's key: read quietly, and kept where its value does not fit.
    fn foreign(&mut self, key: &'static str, field: &Field) {
        if keys::VISIBILITY.contains(&key) {
            self.ours(key, field);
            return;
        }
        let before = self.reader.diagnostics.len();
        self.ours(key, field);
        if self.reader.diagnostics.len() > before {
            self.reader.diagnostics.truncate(before);
            self.found.extra.insert(field.key.clone(), extra(&field.value));
        }
    }

    fn ours(&mut self, key: &'static str, field: &Field) {
        let node = &field.value;
        match key {
            "visibility" | "draft" | "publish" | "private" => return self.visibility(key, field),
            // A key without a value says nothing.
            _ if node.is_null() => return,
            "slug" | "permalink" => {
                let address = if key == "slug" { self.slug(node) } else { self.permalink(node) };
                // All of an address says more than its last part.
                if address.is_some() && !matches!(self.found.address, Some(Address::Permalink(_))) {
                    self.found.address = address;
                }
                return;
            }
            "cover" => return self.cover(field),
            _ => {}
        }
        let reader = &mut self.reader;
        let found = &mut self.found;
        match key {
            "type" => {
                found.kind = reader.choice(
                    key,
                    node,
                    &[Kind::Plan, Kind::Reflection, Kind::Page].map(|kind| (kind.name(), kind)),
                )
            }
            "title" => found.title = reader.text(key, node).filter(|title| !title.is_empty()),
            "date" => {
                (found.date, found.time) =
                    reader.moment(key, node).map_or((None, None), |(date, time)| (Some(date), time))
            }
            "updated" => found.updated = reader.date(key, node),
            "tags" => {
                for tag in reader.words(key, node) {
                    if !found.tags.iter().any(|known| known.to_lowercase() == tag.to_lowercase()) {
                        found.tags.push(tag);
                    }
                }
            }
            "summary" => {
                found.summary = reader.text(key, node).map(|text| text.split_whitespace().collect::<Vec<_>>().join(" "))
            }
            "aliases" => found.aliases = named(reader, key, node),
            "template" => found.template = template(reader, node),
            "weight" => found.weight = reader.integer(key, node).unwrap_or_default(),
            _ => {
                if !plan::read(reader, &mut found.plan, key, node) {
                    reflection::read(reader, &mut found.reflection, key, node);
                }
            }
        }
    }

    /// Who may see the entry: the strictest of what is said, and nobody where it can't be understood.
    fn visibility(&mut self, key: &'static str, field: &Field) {
        let said = match key {
            "visibility" => {
                let text = self.reader.as_text(&field.value).map(|text| text.trim().to_lowercase());
                [Visibility::Public, Visibility::Unlisted, Visibility::Private]
                    .into_iter()
                    .find(|visibility| text.as_deref() == Some(visibility.name()))
            }
            "publish" => as_flag(&field.value).map(|flag| if flag { Visibility::Public } else { Visibility::Private }),
            _ => as_flag(&field.value).map(|flag| if flag { Visibility::Private } else { Visibility::Public }),
        };
        let Some(said) = said else {
            self.hidden = true;
            let message = format!(
                "`{}` can't be understood, so it is not clear who may see this entry; it is left out",
                field.key
            );
            let help =
                if key == "visibility" { "write `public`, `unlisted` or `private`" } else { "write `true` or `false`" };
            let at = if field.value.is_null() { &field.at } else { &field.value.range };
            self.reader.problem(Code::BadVisibility, Severity::Error, at, message, help);
            return;
        };
        // `draft: false` takes nothing away, and says nothing where the settings say private.
        if said == Visibility::Public && key != "visibility" && key != "publish" {
            return;
        }
        self.found.visibility = Some(self.found.visibility.map_or(said, |known| known.max(said)));
    }

    fn slug(&mut self, node: &Node) -> Option<Address> {
        let text = self.reader.text("slug", node)?;
        let slug = crate::model::slug(&text);
        if slug.is_empty() || text.contains(['/', '\\']) || text.contains("..") {
            self.bad_address("slug", node, "write one part of an address: letters, digits and `-`");
            return None;
        }
        Some(Address::Slug(text))
    }

    fn permalink(&mut self, node: &Node) -> Option<Address> {
        let text = self.reader.text("permalink", node)?;
        let inner = text.trim_start_matches('/');
        let parts: Vec<&str> = inner.trim_end_matches('/').split('/').collect();
        let bad = |part: &&str| -> bool {
            matches!(*part, "" | "." | "..")
                || part.starts_with('.')
                || part.contains(|c: char| c.is_control() || "\\?#:<>\"|*%".contains(c))
        };
        if parts.iter().any(bad) || inner.len() > 200 {
            self.bad_address("permalink", node, "write a path inside the site, such as novel/plan.html");
            return None;
        }
        Some(Address::Permalink(inner.to_owned()))
    }

    fn bad_address(&mut self, key: &str, node: &Node, help: &str) {
        let text = self.reader.as_text(node).unwrap_or_default();
        let message = format!("`{key}` can't be an address inside the site: `{}`", text.escape_debug());
        self.reader.problem(Code::BadAddress, Severity::Error, &node.range, message, help);
    }

    /// A picture of the journal is a link; one of another site is kept for templates that want it.
    fn cover(&mut self, field: &Field) {
        let Some(text) = self.reader.text("cover", &field.value) else { return };
        if text.contains("://") || text.starts_with("//") || text.starts_with("data:") {
            self.found.extra.insert(field.key.clone(), extra(&field.value));
            return;
        }
        let (naming, target) = match bracketed(&text) {
            Some(name) => (Naming::Wiki, name),
            None => (Naming::Path, text),
        };
        let spot = self.reader.spot(&field.value);
        self.found.cover = Some(Link { naming, purpose: Purpose::Embed, target, fragment: None, spot });
    }
}

/// What stands in double brackets: the name, without text and heading.
fn bracketed(text: &str) -> Option<String> {
    let inner = text.trim().trim_start_matches('!').strip_prefix("[[")?.strip_suffix("]]")?;
    Some(inner.split(['|', '#']).next().unwrap_or_default().trim().to_owned())
}

/// Names of entries: text, wikilinks, or a list of them. `plan: [[novel]]` without quotes is a list in a list to YAML,
/// and is understood as the wikilink it was meant to be.
fn named(reader: &mut Reader<'_, '_>, key: &str, node: &Node) -> Vec<Named> {
    fn flat<'n>(node: &'n Node, texts: &mut Vec<&'n Node>) {
        match &node.content {
            Content::List(items) => items.iter().for_each(|item| flat(item, texts)),
            Content::Null => {}
            _ => texts.push(node),
        }
    }
    let mut nodes = Vec::new();
    flat(node, &mut nodes);
    let mut names = Vec::new();
    for node in nodes {
        let Some(text) = reader.text(key, node) else { continue };
        let name = bracketed(&text).unwrap_or_else(|| text.split('|').next().unwrap_or_default().trim().to_owned());
        let name = name.strip_suffix(".md").unwrap_or(&name).to_owned();
        if !name.is_empty() {
            names.push(Named { name, spot: reader.spot(node) });
        }
    }
    names
}

fn template(reader: &mut Reader<'_, '_>, node: &Node) -> Option<Named> {
    let name = reader.text("template", node)?;
    let plain = crate::model::OutPath::new(&name).is_some();
    if !plain {
        reader.wrong(
            "template",
            node,
            "the name of a template",
            "write a file name in `templates/`, such as poem.html",
        );
    }
    plain.then(|| Named { name, spot: reader.spot(node) })
}
