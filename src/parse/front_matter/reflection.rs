//! The keys of reflections.

use super::super::fields::{Content, Node, Reader};
use super::named;
use crate::model::{Practiced, Reflection};

/// The words for 1 to 5.
const LEVELS: [&str; 5] = ["heavy", "low", "even", "good", "bright"];

/// Reads `key` if it is one of a reflection's.
pub(super) fn read(reader: &mut Reader<'_, '_>, reflection: &mut Reflection, key: &str, node: &Node) {
    match key {
        "plan" | "plans" => {
            for name in named(reader, key, node) {
                if !reflection.plans.iter().any(|known| known.name == name.name) {
                    reflection.plans.push(name);
                }
            }
        }
        "mood" => reflection.mood = level(reader, key, node),
        "energy" => reflection.energy = level(reader, key, node),
        "confidence" => reflection.confidence = level(reader, key, node),
        "metrics" => metrics(reader, reflection, node),
        "checkpoint" => reflection.checkpoint = named(reader, key, node).into_iter().next(),
        "practiced" => {
            reflection.practiced = match super::as_flag(node) {
                Some(true) => Practiced::All,
                Some(false) => Practiced::No,
                None => Practiced::Some(reader.texts(key, node).into_iter().map(|(text, _)| text).collect()),
            };
        }
        _ => {}
    }
}

/// 1 to 5, or its word.
fn level(reader: &mut Reader<'_, '_>, key: &str, node: &Node) -> Option<u8> {
    let text = reader.as_text(node).unwrap_or_default().trim().to_lowercase();
    let number = text.strip_suffix(".0").unwrap_or(&text).parse::<u8>().ok().filter(|number| (1..=5).contains(number));
    let word = LEVELS.iter().position(|word| *word == text).and_then(|at| u8::try_from(at + 1).ok());
    if number.or(word).is_none() {
        reader.wrong(key, node, "a level from 1 to 5", "write 1 to 5, or `heavy`, `low`, `even`, `good` or `bright`");
    }
    number.or(word)
}

fn metrics(reader: &mut Reader<'_, '_>, reflection: &mut Reflection, node: &Node) {
    let Content::Map(fields) = &node.content else {
        reader.wrong("metrics", node, "a map of what was measured", "write {words: 1200, km: 8}");
        return;
    };
    for field in fields.iter().filter(|field| !field.value.is_null()) {
        if let Some(amount) = reader.amount(&field.key, &field.value) {
            reflection.metrics.insert(field.key.clone(), amount);
        }
    }
}
