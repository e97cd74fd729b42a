//! Names of other entries, and tags: what front matter of several tools writes in several ways.

use crate::model::{Diagnostic, Named};
use crate::parse::fields::{Content, Field, Node};

/// Takes the name in brackets, `[[name#heading|text]]`, as its name and heading.
pub(super) fn wikilink(text: &str) -> Option<(&str, Option<&str>)> {
    let inner = text.trim().trim_start_matches('!').strip_prefix("[[")?.strip_suffix("]]")?;
    let name = inner.split('|').next().unwrap_or_default();
    let (name, heading) = name.split_once('#').map_or((name, None), |(name, heading)| (name, Some(heading.trim())));
    Some((name.trim(), heading.filter(|heading| !heading.is_empty())))
}

/// The text of a wikilink that was left unquoted: to YAML, `[[novel]]` is a list in a list.
pub(super) fn unquoted_wikilink(field: &Field<'_>) -> Option<String> {
    let Content::List(outer) = &field.node.content else { return None };
    let [Node { content: Content::List(inner), .. }] = outer.as_slice() else { return None };
    let raw = field.source.text.get(field.node.range.clone()).filter(|_| field.node.exact);
    if let Some(raw) = raw.filter(|raw| raw.starts_with("[[") && raw.ends_with("]]")) {
        return Some(raw.to_owned());
    }
    let names: Option<Vec<String>> = inner.iter().map(|node| field.item(node).written()).collect();
    Some(format!("[[{}]]", names?.join(", ")))
}

/// A text or a wikilink, which may be left unquoted.
pub(super) fn text_or_wikilink(field: &Field<'_>, out: &mut Vec<Diagnostic>) -> Option<String> {
    unquoted_wikilink(field).or_else(|| field.text(out))
}

/// The items of a list of names; an unquoted wikilink is one name, not a list.
pub(super) fn items<'a>(field: &Field<'a>) -> Vec<Field<'a>> {
    if unquoted_wikilink(field).is_some() { vec![*field] } else { field.items() }
}

/// The name of an entry: a slug, a path or title as written, or what a wikilink names; without `.md`.
pub(super) fn named(field: &Field<'_>, out: &mut Vec<Diagnostic>) -> Option<Named> {
    let text = text_or_wikilink(field, out)?;
    let name = wikilink(&text).map_or(text.as_str(), |(name, _)| name);
    let name = match name.len().checked_sub(3).and_then(|end| name.split_at_checked(end)) {
        Some((stem, ending)) if ending.eq_ignore_ascii_case(".md") && !stem.is_empty() => stem,
        _ => name,
    };
    Some(Named { name: name.to_owned(), spot: field.source.spot(field.range()) }).filter(|named| !named.name.is_empty())
}

/// Tags: a list, or a text with spaces or commas; without `#`, each once, compared without case.
pub(super) fn tags(field: &Field<'_>, out: &mut Vec<Diagnostic>) -> Vec<String> {
    let written: Vec<String> = match &field.node.content {
        Content::List(_) => field.texts(out),
        _ => field
            .text(out)
            .map_or_else(Vec::new, |text| text.split([' ', ',', '\t', '\n']).map(str::to_owned).collect()),
    };
    let mut tags: Vec<String> = Vec::with_capacity(written.len());
    for tag in written.iter().map(|tag| tag.trim().trim_start_matches('#').trim()).filter(|tag| !tag.is_empty()) {
        if !tags.iter().any(|known| known.to_lowercase() == tag.to_lowercase()) {
            tags.push(tag.to_owned());
        }
    }
    tags
}

/// People: a list, or a text with commas; without `@` and brackets.
pub(super) fn people(field: &Field<'_>, out: &mut Vec<Diagnostic>) -> Vec<String> {
    let texts: Vec<String> = items(field).iter().filter_map(|item| text_or_wikilink(item, out)).collect();
    let split = |text: &String| match wikilink(text) {
        Some((name, _)) => vec![name.to_owned()],
        None if matches!(field.node.content, Content::List(_)) => vec![text.clone()],
        None => text.split(',').map(str::to_owned).collect(),
    };
    let mut people: Vec<String> = Vec::new();
    for person in texts.iter().flat_map(split) {
        let person = person.trim().trim_start_matches('@').to_owned();
        if !person.is_empty() && !people.contains(&person) {
            people.push(person);
        }
    }
    people
}
