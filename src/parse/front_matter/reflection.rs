//! Keys of a reflection. They are read in any entry: which kind it is, is decided later.

use super::keys::Key;
use super::names;
use crate::model::{Code, Diagnostic, FEELINGS, Named, Practiced, Reflection};
use crate::parse::fields::{Content, Field};

/// Reads one key into the reflection; others are left alone.
pub(super) fn take(key: Key, field: &Field<'_>, reflection: &mut Reflection, out: &mut Vec<Diagnostic>) {
    match key {
        Key::Plans => {
            for plan in names::items(field).iter().filter_map(|item| names::named(item, out)) {
                if !reflection.plans.iter().any(|known| known.name == plan.name) {
                    reflection.plans.push(plan);
                }
            }
        }
        Key::Mood => reflection.mood = feeling(field, out),
        Key::Energy => reflection.energy = feeling(field, out),
        Key::Confidence => reflection.confidence = feeling(field, out),
        Key::Metrics => {
            for metric in field.map(out).unwrap_or_default() {
                if let Some(amount) = metric.if_said().and_then(|metric| metric.amount(out)) {
                    reflection.metrics.entry(metric.name.to_owned()).or_insert(amount);
                }
            }
        }
        Key::Checkpoint => reflection.checkpoint = checkpoint(field, out),
        Key::Practiced => reflection.practiced = practiced(field, out),
        _ => {}
    }
}

fn feeling(field: &Field<'_>, out: &mut Vec<Diagnostic>) -> Option<u8> {
    // Whole numbers only: between two words there is none to show.
    match field.number().map(|_| field.integer(&mut Vec::new())) {
        Some(Some(level)) if (1..=5).contains(&level) => u8::try_from(level).ok(),
        Some(_) => {
            let help = "write 1 to 5, or `heavy`, `low`, `even`, `good` or `bright`";
            out.push(field.problem(Code::BadValue, "is not a number from 1 to 5", help));
            None
        }
        None => field.word(&FEELINGS, out),
    }
}

/// The title of a checkpoint; in a wikilink the heading is what it is called.
fn checkpoint(field: &Field<'_>, out: &mut Vec<Diagnostic>) -> Option<Named> {
    let text = names::text_or_wikilink(field, out)?;
    let name = names::wikilink(&text).map_or(text.as_str(), |(name, heading)| heading.unwrap_or(name));
    Some(Named { name: name.to_owned(), spot: field.source.spot(field.range()) }).filter(|named| !named.name.is_empty())
}

fn practiced(field: &Field<'_>, out: &mut Vec<Diagnostic>) -> Practiced {
    match (field.as_bool(), &field.node.content) {
        (Some(true), _) => Practiced::All,
        (Some(false), _) => Practiced::No,
        (None, Content::List(_) | Content::Text(_)) => {
            let names = field.texts(out);
            if names.is_empty() { Practiced::Unrecorded } else { Practiced::Some(names) }
        }
        (None, _) => {
            let help = "write `true`, `false` or the names of the practices";
            out.push(field.problem(Code::BadValue, "is neither `true` nor a name", help));
            Practiced::Unrecorded
        }
    }
}
