//! For code scanning: SARIF 2.1.0 (<https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html>).
//!
//! The crates that model the format leave the values that matter most (version, level, unit of columns) untyped, so
//! the few objects that are needed are written out here, and a test holds them against the official schema.

use serde_json::{Value, json};

use crate::model::{Code, Diagnostic, Fix, Place, Severity, percent_encoded};

/// Paths are relative to this: the root of what is under version control.
const ROOT: &str = "%SRCROOT%";

/// One log with one run. `prefix` leads from the repository's root to the journal and is empty or ends in `/`.
pub(crate) fn sarif(diagnostics: &[Diagnostic], prefix: &str) -> String {
    let results: Vec<Value> = diagnostics.iter().map(|diagnostic| result(diagnostic, prefix)).collect();
    let log = json!({
        "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": {
                "driver": {
                    "name": env!("CARGO_PKG_NAME"),
                    "semanticVersion": env!("CARGO_PKG_VERSION"),
                    "shortDescription": { "text": concat!(env!("CARGO_PKG_DESCRIPTION"), ".") },
                    "rules": Code::ALL.iter().map(|code| rule(*code)).collect::<Vec<_>>(),
                },
            },
            // What is counted in a line are characters, whatever their width and encoding.
            "columnKind": "unicodeCodePoints",
            "originalUriBaseIds": {
                ROOT: { "description": { "text": "The root of the repository, else the folder that was checked." } },
            },
            "results": results,
        }],
    });
    serde_json::to_string_pretty(&log).expect("plain values have a JSON form") + "\n"
}

fn rule(code: Code) -> Value {
    json!({
        "id": code.name(),
        "shortDescription": { "text": code.meaning() },
        "help": { "text": code.mend() },
        "defaultConfiguration": { "level": level(code.severity()) },
    })
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    }
}

fn result(diagnostic: &Diagnostic, prefix: &str) -> Value {
    let artifact = json!({
        "uri": percent_encoded(&format!("{prefix}{}", diagnostic.path)),
        "uriBaseId": ROOT,
    });
    let help = diagnostic.help.as_ref();
    let text = help.map_or_else(|| diagnostic.message.clone(), |help| format!("{}\n{help}", diagnostic.message));
    let mut location = json!({ "artifactLocation": artifact });
    if let Some(Place { line, column, length, .. }) = &diagnostic.place {
        location["region"] = region(*line, *column, *length);
    }
    let mut result = json!({
        "ruleId": diagnostic.code.name(),
        "ruleIndex": Code::ALL.iter().position(|code| *code == diagnostic.code),
        "level": level(diagnostic.severity),
        "message": { "text": text },
        "locations": [{ "physicalLocation": location }],
    });
    if let Some(Fix { line, column, length, replacement }) = &diagnostic.fix {
        let mut fix = json!({
            "artifactChanges": [{
                "artifactLocation": artifact,
                "replacements": [{
                    "deletedRegion": region(*line, *column, *length),
                    "insertedContent": { "text": replacement },
                }],
            }],
        });
        if let Some(help) = help {
            fix["description"] = json!({ "text": help });
        }
        result["fixes"] = json!([fix]);
    }
    result
}

/// The end is the column behind the last character.
fn region(line: u32, column: u32, length: u32) -> Value {
    json!({ "startLine": line, "startColumn": column, "endColumn": column.saturating_add(length) })
}

#[cfg(test)]
mod tests {
    use super::super::samples::{bad_date, short_date};
    use super::*;

    fn run(diagnostics: &[Diagnostic], prefix: &str) -> Value {
        let log: Value = serde_json::from_str(&sarif(diagnostics, prefix)).expect("JSON");
        log["runs"][0].clone()
    }

    #[test]
    fn a_result_points_at_its_rule_and_its_place() {
        let run = run(&[bad_date()], "märz/");
        let result = &run["results"][0];
        let index = usize::try_from(result["ruleIndex"].as_u64().expect("an index")).expect("small");
        let rule = &run["tool"]["driver"]["rules"][index];
        assert_eq!((&rule["id"], &result["ruleId"]), (&"bad-date".into(), &"bad-date".into()));
        let place = &result["locations"][0]["physicalLocation"];
        assert_eq!(place["artifactLocation"], json!({ "uri": "m%C3%A4rz/plans/novel.md", "uriBaseId": "%SRCROOT%" }));
        assert_eq!(place["region"], json!({ "startLine": 4, "startColumn": 6, "endColumn": 16 }));
    }

    #[test]
    fn a_fix_says_what_goes_and_what_comes() {
        let fix = &run(&[short_date()], "")["results"][0]["fixes"][0];
        let replacement = &fix["artifactChanges"][0]["replacements"][0];
        assert_eq!(replacement["deletedRegion"], json!({ "startLine": 7, "startColumn": 11, "endColumn": 19 }));
        assert_eq!(replacement["insertedContent"]["text"], "2026-01-05");
        let whole_file = Diagnostic { place: None, ..bad_date() };
        let result = &run(&[whole_file], "")["results"][0];
        assert!(result.get("fixes").is_none() && result["locations"][0]["physicalLocation"].get("region").is_none());
    }
}
