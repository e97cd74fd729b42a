//! For programs: one object, with every fact of every problem.

use serde_json::json;

use super::Counts;
use crate::model::{Diagnostic, Told};

/// One object with all of them, and how many a run with `--fix` has mended before.
pub(crate) fn json(diagnostics: &[Diagnostic], fixed: usize) -> String {
    let objects: Vec<Told<'_>> = diagnostics.iter().map(Told::from).collect();
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

#[cfg(test)]
mod tests {
    use serde_json::Value;

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
