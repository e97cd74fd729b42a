//! The files of the search index: scripts that hand one value to `journalSearch`, a function of the page's script.
//!
//! `journalSearch("word-00061", "ant ants !](^\n…")`: the name of the file, and what it holds.
//! - `word-…`: a line for each stem, `stem form form!entries other`. A form that is the stem is left empty. Entries are
//!   digits (see [`push_entries`]); what follows them are stems to go on to. Where there is too much for one file, the
//!   first of the bundle lists the others, as `["from", "name"]` pairs in order.
//! - `end-…`: the same with words backwards, and nothing else in a line.
//! - `by-tag` and its like: `{"garden": "entries"}`.
//! - `entries-…`: `[[number, url, title, [about], mood, [[anchor, heading, text]]]]`.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::json;

use super::body::Bodies;
use crate::model::{Entry, OutPath, Passage};
use crate::site::search::{Bundle, FOLDER, Filter, Found, FoundBlock, SearchIndex, push_entries};

/// The longest text that is quoted from, in bytes. What is found behind it is quoted by its beginning.
const LONGEST_TEXT: usize = 6_000;

/// The files of a bundle.
#[must_use]
pub fn bundle(bundle: &Bundle) -> Vec<(OutPath, Vec<u8>)> {
    let under = bundle.under();
    let name = under.strip_prefix(FOLDER).unwrap_or(&under);
    let leaves = bundle.leaves();
    if let [only] = leaves.as_slice() {
        return file(name, &only.text).into_iter().collect();
    }
    let named = |leaf: &str| format!("{name}-{leaf}");
    let list: Vec<(&str, String)> = leaves.iter().map(|leaf| (leaf.from.as_str(), named(&leaf.name))).collect();
    let parts = leaves.iter().filter_map(|leaf| file(&named(&leaf.name), &leaf.text));
    file(name, &list).into_iter().chain(parts).collect()
}

fn file(name: &str, value: &impl Serialize) -> Option<(OutPath, Vec<u8>)> {
    Some((OutPath::new(&format!("{FOLDER}{name}.js"))?, script(name, value)))
}

fn script(name: &str, value: &impl Serialize) -> Vec<u8> {
    let mut script = format!("journalSearch({},", json!(name)).into_bytes();
    serde_json::to_writer(&mut script, value).expect("plain values have a JSON form");
    script.extend_from_slice(b")\n");
    script
}

/// What the page asks for first.
pub(super) fn index(index: &SearchIndex) -> Vec<u8> {
    let SearchIndex { version, entries, bundles } = index;
    script("index", &json!({ "version": version.short(), "entries": entries, "names": bundles.join(" ") }))
}

/// What answers can be narrowed to.
pub(super) fn filter(filter: &Filter) -> Vec<u8> {
    let values = filter.values.iter().map(|(value, numbers)| {
        let entries: Vec<(u32, u8)> = numbers.iter().map(|&number| (number, 0)).collect();
        let mut text = String::new();
        push_entries(&mut text, &entries);
        (value, text)
    });
    script(&format!("by-{}", filter.name), &values.collect::<BTreeMap<_, _>>())
}

/// What is shown of entries that were found.
pub(super) fn found(block: &FoundBlock, bodies: &Bodies<'_>) -> Vec<u8> {
    let passages: Vec<Vec<Passage>> = block.entries.iter().map(|found| bodies(&found.entry).passages()).collect();
    let entries = block.entries.iter().zip(&passages).map(|(found, passages)| {
        let Found { number, url, about, mood, entry } = found;
        (number, url, &entry.title, about, mood, quotable(passages, entry))
    });
    script(&format!("entries-{}", block.number), &entries.collect::<Vec<_>>())
}

/// The anchor, heading and text of each passage that is quoted from.
fn quotable<'a>(passages: &'a [Passage], entry: &'a Entry) -> Vec<(&'a str, &'a str, &'a str)> {
    let mut left = LONGEST_TEXT;
    let mut quotable = Vec::with_capacity(passages.len());
    for passage in passages {
        let heading = passage.heading.and_then(|heading| entry.outline.get(heading as usize));
        let (anchor, title) = heading.map_or(("", ""), |heading| (heading.id.as_str(), heading.text.as_str()));
        let text = beginning(&passage.text, left);
        left -= text.len();
        quotable.push((anchor, title, text));
        if left == 0 {
            break;
        }
    }
    quotable
}

/// At most so many bytes of a text.
fn beginning(text: &str, most: usize) -> &str {
    &text[..text.floor_char_boundary(most)]
}
