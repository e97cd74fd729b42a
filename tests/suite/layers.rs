//! The floors of `src/lib.rs` hold: a module imports floors below it and never above.

use std::path::Path;

/// What each floor may import, from the ground.
const FLOORS: [(&str, &[&str]); 11] = [
    ("model", &[]),
    ("language", &["model"]),
    ("parse", &["model"]),
    ("progress", &["model"]),
    ("history", &["model", "parse", "progress"]),
    ("site", &["model", "language", "progress"]),
    ("render", &["model", "language", "site"]),
    ("pipeline", &["model", "language", "parse", "history", "site", "render"]),
    ("store", &["model", "history", "pipeline"]),
    ("watch", &["model", "parse", "history", "render", "pipeline", "store"]),
    ("cli", &["model", "language", "parse", "progress", "history", "site", "render", "pipeline", "store", "watch"]),
];

/// The source files below `src/`, with their text up to their tests.
fn sources() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    crate::sandbox::files(&root)
        .into_iter()
        .filter(|(path, _)| path.ends_with(".rs") && !path.contains("tests") && !path.ends_with("samples.rs"))
        .map(|(path, bytes)| {
            let text = String::from_utf8(bytes).expect("source is UTF-8");
            let code = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default().to_owned();
            (path, code)
        })
        .collect()
}

fn code_lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines().map(str::trim).filter(|line| !line.starts_with("//"))
}

#[test]
fn no_floor_imports_one_above_it() {
    let mut wrong = Vec::new();
    for (path, text) in sources() {
        let floor = path.split(['/', '.']).next().unwrap_or_default();
        let Some((_, below)) = FLOORS.iter().find(|(name, _)| *name == floor) else { continue };
        for line in code_lines(&text) {
            for (other, _) in FLOORS.iter().filter(|(other, _)| *other != floor && !below.contains(other)) {
                if line.contains(&format!("crate::{other}::")) || line.contains(&format!("crate::{{{other}")) {
                    wrong.push(format!("{path}: {line}"));
                }
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn only_store_touches_the_disk() {
    let elsewhere: Vec<String> = sources()
        .into_iter()
        .filter(|(path, text)| !path.starts_with("store/") && code_lines(text).any(|line| line.contains("std::fs")))
        .map(|(path, _)| path)
        .collect();
    assert_eq!(elsewhere, Vec::<String>::new());
}

#[test]
fn nothing_is_left_for_later() {
    let marks = ["TODO", "FIXME", "XXX", "todo!(", "unimplemented!(", "dbg!("];
    for (path, text) in sources() {
        assert!(!marks.iter().any(|mark| text.contains(mark)), "{path}");
        assert!(text.starts_with("//!"), "{path} does not say why it is there");
    }
}
