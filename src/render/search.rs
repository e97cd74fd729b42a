//! The files of the search index: scripts that hand one value to `journalSearch`, a function of the page's script.
//!
//! `journalSearch("word-00061", "ant ants !](^\n…")`: the name of the file, and what it holds.
//! - `word-…`: a line for each stem, `stem form form!entries other`. A form that is the stem is left empty. Entries are
//!   digits (see [`push_entries`]); what follows them are stems to go on to. Where there is too much for one file, the
//!   first of the bundle lists the others, as `["from", "name"]` pairs in order.
//! - `end-…`: the same with words backwards, and nothing else in a line.
//! - `by-tag` and its like: `{"garden": "entries"}`.
//! - `entries-…`: `[[number, url, title, [about], mood, [[anchor, heading, text]]]]`.

use serde_json::{Value, json};

use super::body::Bodies;
use crate::model::OutPath;
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
        return file(name, &json!(only.text)).into_iter().collect();
    }
    let named = |leaf: &str| format!("{name}-{leaf}");
    let list: Vec<Value> = leaves.iter().map(|leaf| json!([leaf.from, named(&leaf.name)])).collect();
    let parts = leaves.iter().filter_map(|leaf| file(&named(&leaf.name), &json!(leaf.text)));
    file(name, &json!(list)).into_iter().chain(parts).collect()
}

fn file(name: &str, value: &Value) -> Option<(OutPath, Vec<u8>)> {
    Some((OutPath::new(&format!("{FOLDER}{name}.js"))?, script(name, value)))
}

fn script(name: &str, value: &Value) -> Vec<u8> {
    format!("journalSearch({},{value})\n", json!(name)).into_bytes()
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
        (value.clone(), Value::from(text))
    });
    script(&format!("by-{}", filter.name), &Value::Object(values.collect()))
}

/// What is shown of entries that were found.
pub(super) fn found(block: &FoundBlock, bodies: &Bodies<'_>) -> Vec<u8> {
    let entries: Vec<Value> = block.entries.iter().map(|found| entry(found, bodies)).collect();
    script(&format!("entries-{}", block.number), &json!(entries))
}

fn entry(found: &Found, bodies: &Bodies<'_>) -> Value {
    let Found { number, url, about, mood, entry } = found;
    let mut left = LONGEST_TEXT;
    let mut passages = Vec::new();
    for passage in bodies(entry).passages() {
        let heading = passage.heading.and_then(|heading| entry.outline.get(heading as usize));
        let text = beginning(&passage.text, left);
        left -= text.len();
        let (anchor, title) = heading.map_or(("", ""), |heading| (&heading.id, &heading.text));
        passages.push(json!([anchor, title, text]));
        if left == 0 {
            break;
        }
    }
    json!([number, url, entry.title, about, mood, passages])
}

/// At most so many bytes of a text.
fn beginning(text: &str, most: usize) -> &str {
    &text[..text.floor_char_boundary(most)]
}
