//! Another reader's count: how many boxes an independent parser of Markdown finds in other people's task lists.

use std::collections::BTreeSet;
use std::path::Path;

use comrak::nodes::NodeValue;
use comrak::{Arena, Options};
use journal::model::{Digest, Settings, SourcePath};
use proptest::prelude::*;

use crate::outside::{ignored, npm_package};

/// Packages full of task lists, under the MIT licence.
const PACKAGES: [(&str, &str); 2] = [("bmad-method", "4.44.3"), ("bmad-method-test-architecture-enterprise", "1.27.2")];

/// Fewer boxes than this say nothing about how boxes are read.
const LEAST: usize = 2_000;

/// The lines of the boxes that we find.
fn ours(text: &str) -> BTreeSet<usize> {
    let path = SourcePath::new("plans/a.md").expect("a path");
    // What code looks like takes long, and has nothing to do with boxes.
    let settings = Settings { highlight: false, ..Settings::default() };
    let document = journal::parse::parse(&path, text, &settings, Digest::default()).document;
    let entry = document.entry.map(|faces| faces.writer);
    entry.iter().flat_map(|entry| &entry.steps.items).map(|step| step.line as usize).collect()
}

/// The lines of the boxes that comrak finds, with any one character in them.
fn theirs(text: &str) -> BTreeSet<usize> {
    let mut options = Options::default();
    options.extension.tasklist = true;
    options.parse.relaxed_tasklist_matching = true;
    options.extension.table = true;
    options.extension.footnotes = true;
    options.extension.front_matter_delimiter = Some("---".to_owned());
    let arena = Arena::new();
    let root = comrak::parse_document(&arena, text, &options);
    root.descendants()
        .filter(|node| matches!(node.data.borrow().value, NodeValue::TaskItem(_)))
        .map(|node| node.data.borrow().sourcepos.start.line)
        .collect()
}

/// Who finds a box that the other does not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Who {
    We,
    They,
}

/// The rule by which we read a line otherwise than comrak; none if there is no such rule.
fn rule(text: &str, line: usize, who: Who) -> Option<&'static str> {
    let line = text.lines().nth(line - 1)?;
    let (inside, behind) = line.split_once('[').and_then(|(_, rest)| rest.split_once(']')).unwrap_or_default();
    let rules = [
        (
            "white space stands behind a box: comrak looks no further than its first piece of text",
            who == Who::They && behind.starts_with(|c: char| !c.is_whitespace()),
        ),
        ("a box stands on the line of its marker", who == Who::They && !line.contains('[')),
        (
            "in a box, what could begin markup is a character like any other",
            who == Who::We && ["*", "_", "`", "~", "$", "<", "&", "!", "\\"].contains(&inside),
        ),
    ];
    rules.into_iter().find(|(_, holds)| *holds).map(|(name, _)| name)
}

/// What we and they read otherwise, and no rule explains.
fn differences(text: &str) -> Vec<(usize, Who)> {
    let (ours, theirs) = (ours(text), theirs(text));
    let lines = ours.symmetric_difference(&theirs);
    let lines = lines.map(|line| (*line, if ours.contains(line) { Who::We } else { Who::They }));
    lines.filter(|(line, who)| rule(text, *line, *who).is_none()).collect()
}

fn markdown_files(folder: &Path, found: &mut Vec<std::path::PathBuf>) {
    for item in std::fs::read_dir(folder).expect("a folder").flatten() {
        let path = item.path();
        if path.is_dir() {
            markdown_files(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "md") {
            found.push(path);
        }
    }
}

#[test]
fn boxes_are_those_that_another_reader_finds() {
    let name_of_test = "readers::boxes_are_those_that_another_reader_finds";
    let mut boxes = 0;
    let mut wrong = Vec::new();
    for (name, version) in PACKAGES {
        let folder = match npm_package(name, version) {
            Ok(folder) => folder,
            Err(why) => return ignored(name_of_test, &why),
        };
        let mut files = Vec::new();
        markdown_files(&folder, &mut files);
        files.sort();
        for file in files {
            let Ok(text) = std::fs::read_to_string(&file) else { continue };
            boxes += ours(&text).len();
            for (line, who) in differences(&text) {
                let found = text.lines().nth(line - 1).unwrap_or_default();
                wrong.push(format!("{}:{line}: only {who:?} find `{found}`", file.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{} of {boxes} boxes:\n{}", wrong.len(), wrong.join("\n"));
    assert!(boxes >= LEAST, "{boxes} boxes");
}

/// Lists as nobody would write them.
fn lists() -> impl Strategy<Value = String> {
    const INDENTS: &[&str] =
        &["", "", "", "  ", "   ", "    ", "\t", "\t\t", " \t", "> ", ">", "> > ", ">\t", "      "];
    const MARKERS: &[&str] =
        &["- ", "- ", "* ", "+ ", "1. ", "2) ", "-\t", "-   ", "-     ", "", "- - ", "1. - ", "# ", "-"];
    const BOXES: &[&str] = &[
        "[ ] ", "[x] ", "[X] ", "[/] ", "[-] ", "[ ]\t", "[x]", "[  ] ", "[] ", "[xy] ", "[*] ", "[_] ", "[`] ",
        "[x](a) ", "", "**[x]** ",
    ];
    const TEXTS: &[&str] =
        &["a", "a *b* c", "`c` 📅 2026-01-05", "", "[x] b", "| a | b |", "```", "---", "<b>", "<div>", "word:"];
    let line = (
        prop::sample::select(INDENTS),
        prop::sample::select(MARKERS),
        prop::sample::select(BOXES),
        prop::sample::select(TEXTS),
        prop::sample::select(&["\n", "\n", "\n", "\r\n", "\n\n"][..]),
    );
    let line = line.prop_map(|(indent, marker, checkbox, text, end)| format!("{indent}{marker}{checkbox}{text}{end}"));
    prop::collection::vec(line, 1..9).prop_map(|lines| lines.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn boxes_in_odd_lists_are_those_that_another_reader_finds(text in lists()) {
        prop_assert_eq!(differences(&text), [], "{:?}", text);
    }
}
