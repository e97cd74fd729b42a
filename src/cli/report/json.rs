//! For programs: one object, with every fact of every problem.

use serde_json::{Value, json};

use super::Counts;
use crate::model::Diagnostic;

/// One object with all of them, and how many a run with `--fix` has mended before.
pub(crate) fn json(diagnostics: &[Diagnostic], fixed: usize) -> String {
    let objects: Vec<Value> = diagnostics.iter().map(object).collect();
    let Counts { errors, warnings, notes } = Counts::of(diagnostics);
    let report = json!({
        "diagnostics": objects,
        "errors": errors,
        "warnings": warnings,
        "notes": notes,
        "fixed": fixed,
    });
    serde_json::to_string_pretty(&report).expect("plain values have a JSON form") + "\n"
}

/// One problem; the live preview sends the same.
fn object(diagnostic: &Diagnostic) -> Value {
    let place = diagnostic.place.as_ref();
    let fix = diagnostic.fix.as_ref().map(|fix| {
        json!({
            "line": fix.line,
            "column": fix.column,
            "length": fix.length,
            "replacement": fix.replacement,
        })
    });
    json!({
        "code": diagnostic.code.name(),
        "severity": diagnostic.severity.word(),
        "path": diagnostic.path,
        "line": place.map(|place| place.line),
        "column": place.map(|place| place.column),
        "length": place.map(|place| place.length),
        "text": place.map(|place| &place.text),
        "message": diagnostic.message,
        "help": diagnostic.help,
        "fix": fix,
    })
}

#[cfg(test)]
mod tests {
    use super::super::samples::{bad_date, short_date};
    use super::*;

    #[test]
    fn json_has_the_same_facts() {
        let value: Value = serde_json::from_str(&json(&[bad_date(), short_date()], 3)).expect("JSON");
        let first = &value["diagnostics"][0];
        assert_eq!(
            (first["code"].as_str(), first["line"].as_u64(), first["column"].as_u64()),
            (Some("bad-date"), Some(4), Some(6))
        );
        assert_eq!(first["fix"], Value::Null);
        assert_eq!(
            value["diagnostics"][1]["fix"],
            json!({"line": 7, "column": 11, "length": 8, "replacement": "2026-01-05"})
        );
        assert_eq!((&value["errors"], &value["warnings"], &value["fixed"]), (&1.into(), &1.into(), &3.into()));
    }
}
