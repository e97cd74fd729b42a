//! `POST /__journal/reflection`: a few words become a new entry. Nothing that exists is touched.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use axum::http::StatusCode;
use serde::Deserialize;
use serde_json::{Number, Value, json};

use super::tick::{Reply, refusal};
use super::{Message, Shared};
use crate::model::{Date, FEELINGS, SourcePath};
use crate::store;

/// So many reflections a day have a name of their own.
const MOST_A_DAY: u32 = 99;

/// What a page asks for.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct Reflection {
    text: String,
    /// 1 to 5, or a word for it.
    mood: Option<Value>,
    /// The plans it is about.
    plan: Plans,
    metrics: BTreeMap<String, Number>,
}

/// One plan or several.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Plans {
    One(String),
    Several(Vec<String>),
}

impl Default for Plans {
    fn default() -> Self {
        Self::Several(Vec::new())
    }
}

impl Plans {
    fn names(&self) -> Vec<&str> {
        let all = match self {
            Self::One(name) => std::slice::from_ref(name),
            Self::Several(names) => names,
        };
        all.iter().map(|name| name.trim()).filter(|name| !name.is_empty()).collect()
    }
}

/// Writes the entry, under the first name of the day that is free.
pub(super) fn write(shared: &Shared, asked: &Reflection) -> Reply {
    let Some(shown) = shared.state().writer.draft() else {
        return refusal(StatusCode::CONFLICT, "nothing is built yet");
    };
    let entry = match entry(asked, shown.today()) {
        Ok(entry) => entry,
        Err(why) => return refusal(StatusCode::BAD_REQUEST, why),
    };
    for number in 1..=MOST_A_DAY {
        let path = path(shown.today(), number);
        match store::create(&shared.root, &path, entry.as_bytes()) {
            Ok(true) => {
                shared.tell_rounds(Message::Touched(path.clone()));
                return (StatusCode::CREATED, json!({ "path": path.as_str() }));
            }
            Ok(false) => {}
            Err(error) => return refusal(StatusCode::CONFLICT, format!("{error}; nothing was written")),
        }
    }
    refusal(StatusCode::CONFLICT, "there are too many reflections of this day; nothing was written")
}

fn path(day: Date, number: u32) -> SourcePath {
    let more = if number > 1 { format!("-{number}") } else { String::new() };
    SourcePath::new(&format!("reflections/{}/{day}{more}.md", day.year())).expect("a date makes a plain name")
}

/// The whole entry; or why it can't be one. A JSON string is also one of YAML.
fn entry(asked: &Reflection, day: Date) -> Result<String, &'static str> {
    let text = asked.text.replace("\r\n", "\n");
    let text = text.trim();
    let mut entry = format!("---\ntype: reflection\ndate: {day}\n");
    let mut says_something = !text.is_empty();
    match &asked.mood {
        None | Some(Value::Null) => {}
        Some(Value::Number(number)) if number.as_u64().is_some_and(|number| (1..=5).contains(&number)) => {
            let _ = writeln!(entry, "mood: {number}");
            says_something = true;
        }
        Some(Value::String(word)) if FEELINGS.iter().any(|(_, known)| known == word) => {
            let _ = writeln!(entry, "mood: {word}");
            says_something = true;
        }
        Some(_) => return Err("`mood` is 1 to 5, or `heavy`, `low`, `even`, `good` or `bright`"),
    }
    let plans = asked.plan.names();
    if !plans.is_empty() {
        let _ = writeln!(entry, "plan: {}", json!(plans));
    }
    if !asked.metrics.is_empty() {
        let _ = writeln!(entry, "metrics:");
        for (name, amount) in &asked.metrics {
            let _ = writeln!(entry, "  {}: {amount}", json!(name));
        }
        says_something = true;
    }
    if !says_something {
        return Err("write a few words, a mood or a figure");
    }
    entry.push_str("---\n");
    if !text.is_empty() {
        let _ = write!(entry, "\n{text}\n");
    }
    Ok(entry)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Digest, Kind, Settings};
    use crate::parse;

    fn asked(json: &Value) -> Reflection {
        serde_json::from_value(json.clone()).expect("a request")
    }

    fn day() -> Date {
        crate::model::parse_date("2026-11-22").expect("a day")
    }

    #[test]
    fn what_is_said_is_what_is_read() {
        let said = json!({
            "text": "# No: \"title\"\r\n\r\n--- Words ---\n", "mood": "good", "plan": ["the: novel", "[[x]]"],
            "metrics": { "words": 1200, "a: b": 1.5 },
        });
        let text = entry(&asked(&said), day()).expect("an entry");
        let parsed = parse::parse(&path(day(), 2), &text, &Settings::default(), Digest::default()).document;
        assert_eq!(parsed.diagnostics, []);
        let entry = parsed.entry.expect("an entry").writer;
        assert_eq!((entry.kind, entry.reflection.mood), (Kind::Reflection, Some(4)));
        let plans: Vec<&str> = entry.reflection.plans.iter().map(|plan| plan.name.as_str()).collect();
        assert_eq!(plans, ["the: novel", "x"]);
        assert_eq!(entry.reflection.metrics.keys().collect::<Vec<_>>(), ["a: b", "words"]);
        assert!(text.ends_with("---\n\n# No: \"title\"\n\n--- Words ---\n"), "{text}");
    }

    #[test]
    fn nothing_is_no_entry() {
        for said in [json!({}), json!({"text": " \n"}), json!({"plan": "novel"}), json!({"text": "x", "mood": 6})] {
            assert!(entry(&asked(&said), day()).is_err(), "{said}");
        }
        assert!(serde_json::from_value::<Reflection>(json!({"text": "x", "file": "/etc/passwd"})).is_err());
    }
}
