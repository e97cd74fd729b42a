//! `check --fix`: what has one plain answer is mended in the files, and nothing else is touched.

use std::fs;

use journal::model::{Diagnostic, Digest, Fix, Settings, SourcePath, Step, mended};
use proptest::prelude::*;

use crate::sandbox::Sandbox;

const BROKEN: &str = "\u{feff}---\r\n\
    title: A  # kept\r\n\
    start: '2026/1/5'\r\n\
    due: 2026-12-1\r\n\
    ---\r\n\
    \r\n\
    # Plan   \r\n\
    \r\n\
    - [ ] one 📅 2026-2-1  \r\n\
    - [ ] two 🔁 weekly ⏫ 📅\u{a0}2026-02-01\r\n\
    \t- [x ] three 🔁 every month on the 15\r\n\
    - [ ] 🏁 four [Due:: 2026-02-01]\r\n\
    \r\n\
    Words:\r\n\
    -[ ] five\r\n\
    > -[x] six ✅ 2026-2-1\r\n\
    \r\n\
    ```\r\n\
    - [x ] code 📅 2026-1-5\r\n\
    ```\r\n\
    - [ ] seven %%📅 2026-1-5%% 📅 2026-1-6";

const MENDED: &str = "\u{feff}---\r\n\
    title: A  # kept\r\n\
    start: '2026-01-05'\r\n\
    due: 2026-12-01\r\n\
    ---\r\n\
    \r\n\
    # Plan   \r\n\
    \r\n\
    - [ ] one 📅 2026-02-01  \r\n\
    - [ ] two 🔁 every week ⏫ 📅 2026-02-01\r\n\
    \t- [x] three 🔁 every month on the 15th\r\n\
    - [ ] 🚩 four [due:: 2026-02-01]\r\n\
    \r\n\
    Words:\r\n\
    - [ ] five\r\n\
    > - [x] six ✅ 2026-02-01\r\n\
    \r\n\
    ```\r\n\
    - [x ] code 📅 2026-1-5\r\n\
    ```\r\n\
    - [ ] seven %%📅 2026-1-5%% 📅 2026-01-06";

#[test]
fn every_plain_case_is_mended_and_no_other_byte_changes() {
    let sandbox = Sandbox::on_a_sunday().file("plans/a.md", BROKEN).file("b.md", "fine\r\n- [x ] b");
    let run = sandbox.run("check --fix").exit(0).err("fixed 14 problems in 2 files\n");
    assert_eq!(sandbox.read("plans/a.md"), MENDED, "{run}");
    assert_eq!(sandbox.read("b.md"), "fine\r\n- [x] b");
    assert!(!sandbox.has("site"), "nothing is built");

    let left = sandbox.run("check").stdout;
    let again = sandbox.run("check --fix").exit(0);
    assert_eq!((again.stdout.as_str(), again.stderr.contains("fixed")), (left.as_str(), false), "{again}");
    assert_eq!(sandbox.read("plans/a.md"), MENDED, "once is enough");
}

#[test]
fn nothing_is_written_without_being_asked() {
    let sandbox = Sandbox::on_a_sunday().file("plans/a.md", BROKEN);
    sandbox.run("check").exit(1).out("(`journal check --fix` does it)");
    sandbox.run("build").exit(1);
    assert_eq!(sandbox.read("plans/a.md"), BROKEN);
}

#[test]
fn what_is_left_is_told_in_every_format() {
    for (format, left) in [
        ("json", "\"dead-link\""),
        ("sarif", "\"ruleId\": \"dead-link\""),
        ("github", "title=dead-link"),
        ("text", "warning[dead-link]"),
    ] {
        let sandbox = Sandbox::on_a_sunday().file("a.md", "- [ ] a 📅 2026-1-5\n\n[[nowhere]]\n");
        let run = sandbox.run(&format!("check --fix --format {format}")).exit(0).out(left);
        assert!(!run.stdout.contains("2026-1-5"), "{run}");
        assert_eq!(sandbox.read("a.md"), "- [ ] a 📅 2026-01-05\n\n[[nowhere]]\n");
        let run = run.err("fixed 1 problem in 1 file\n");
        if format == "json" {
            assert_eq!((&run.json()["fixed"], &run.json()["warnings"]), (&1.into(), &1.into()));
        }
    }
}

#[test]
fn a_fix_is_told_before_it_is_made() {
    let json = Sandbox::on_a_sunday().file("a.md", "- [ ] é 📅 2026-1-5\n").run("check --format json").exit(0).json();
    let fix = serde_json::json!({ "line": 1, "column": 11, "length": 8, "replacement": "2026-01-05" });
    assert_eq!(json["diagnostics"][0]["fix"], fix);
}

#[test]
fn settings_are_mended_too() {
    let sandbox = Sandbox::new().file("journal.yaml", "title: T\ntoday: 2026/11/22\n").file("a.md", "- [x ] a\n");
    sandbox.run("check --fix").exit(0).err("fixed 2 problems in 2 files");
    assert_eq!(sandbox.read("journal.yaml"), "title: T\ntoday: 2026-11-22\n");
    assert_eq!(sandbox.read("a.md"), "- [x] a\n");
}

#[test]
fn what_has_no_plain_answer_stays() {
    let text = "---\nmod: good\ndate: 5.1.2026\n---\n\
                - [ ] a 📅 2026-1-5 📅 2026-02-02\n- [ ] b 🔁 every second Friday\n- [ ] c 📅 2026-01-05 ⏱ 2h\n\
                - [ab] d\n- [] e\n- [x](f)\n- [y] g\n- [ ] h ^my_block\n\n      -[ ] i\n\nj %%c%% -[ ] k\n";
    let sandbox = Sandbox::on_a_sunday().file("a.md", text).file("journal.yaml", "titel: T\n");
    for _ in 0..2 {
        let run = sandbox.run("check --fix");
        assert!(!run.stderr.contains("fixed"), "{run}");
        assert_eq!((sandbox.read("a.md").as_str(), sandbox.read("journal.yaml").as_str()), (text, "titel: T\n"));
        sandbox.write("journal.yaml", "titel: T\n");
    }
    sandbox.remove("journal.yaml");
    sandbox.run("check --fix");
    assert_eq!(sandbox.read("a.md"), text);
}

#[test]
fn front_matter_behind_a_comment_is_left_alone() {
    let text = "---\ntitle: A\ndue: %%or so%% 2026-1-5\nstart: 2026-1-4\n---\n";
    let sandbox = Sandbox::on_a_sunday().file("a.md", text);
    sandbox.run("check --fix");
    assert_eq!(sandbox.read("a.md"), text.replace("2026-1-4", "2026-01-04"));
}

#[cfg(unix)]
#[test]
fn a_file_that_can_not_be_changed_is_named_and_the_others_are_mended() {
    use std::os::unix::fs::{PermissionsExt, symlink};

    let sandbox =
        Sandbox::on_a_sunday().file("a.md", "- [x ] a\n").file("b.md", "- [x ] b\n").file("c.md", "- [x ] c\n");
    let rights = |mode| fs::set_permissions(sandbox.path("a.md"), fs::Permissions::from_mode(mode)).expect("rights");
    rights(0o444);
    fs::set_permissions(sandbox.path("b.md"), fs::Permissions::from_mode(0o640)).expect("rights");
    symlink("c.md", sandbox.path("d.md")).expect("a link");
    let run = sandbox.run("check --fix").exit(1).err("a.md` is read-only").err("fixed 2 problems in 2 files");
    let run = run.out("a.md:1:3");
    assert!(!run.stdout.contains("b.md") && !run.stderr.contains("d.md"), "{run}");
    assert_eq!((sandbox.read("a.md").as_str(), sandbox.read("b.md").as_str()), ("- [x ] a\n", "- [x] b\n"));
    assert_eq!(fs::metadata(sandbox.path("b.md")).expect("a file").permissions().mode() & 0o777, 0o640);
    assert_eq!(sandbox.read("c.md"), "- [x] c\n");
    assert!(fs::symlink_metadata(sandbox.path("d.md")).expect("a link").is_symlink());
    assert_eq!(sandbox.files(".").iter().filter(|(name, _)| name.contains("tmp")).count(), 0);
    rights(0o644);
    sandbox.run("check --fix").exit(0).err("fixed 1 problem in 1 file");
}

/// Everything that is wrong with a text, and its steps.
fn read(text: &str) -> (Vec<Diagnostic>, Vec<Step>) {
    let path = SourcePath::new("plans/a.md").expect("a path");
    let document = journal::parse::parse(&path, text, &Settings::default(), Digest::default()).document;
    let steps = document.entry.map(|faces| faces.writer.steps.items.clone()).unwrap_or_default();
    (document.diagnostics, steps)
}

fn fixes(diagnostics: &[Diagnostic]) -> Vec<Fix> {
    diagnostics.iter().filter_map(|diagnostic| diagnostic.fix.clone()).collect()
}

fn characters(text: &str) -> i64 {
    i64::try_from(text.chars().count()).expect("a short text")
}

/// Files of the pieces that fixes are about, in any order, and of what may stand around them.
fn text() -> impl Strategy<Value = String> {
    const HEADS: &[&str] = &[
        "- [ ] ",
        "- [x] ",
        "- [x ] ",
        "- [  ] ",
        "- [ ]",
        "-[ ] ",
        "-\u{a0}[x] ",
        "1. [-] ",
        "+[ ] ",
        "## 🏁 ",
        "## Checkpoint: ",
        "",
        "> ",
        "%%",
        "```",
        "[x]: http://e",
    ];
    const PIECES: &[&str] = &[
        "📅 2026-1-5",
        "📅 2026-01-05",
        "📅\u{a0}2026-01-05",
        "🛫 2026/01/05",
        "✅ 2026-1-5",
        "❌ 2026.1.5",
        "🔁 weekly",
        "🔁 Monthly when done",
        "🔁 every month on the 15",
        "🏁 ",
        "🏁 delete",
        "[Due:: 2026-01-05]",
        "[due::\u{a0}2026-01-05]",
        "(Start:: 2026-1-5)",
        "[repeat:: daily]",
        "due:2026-1-5",
        "🆔 a",
        "⛔ b",
        "@ana",
        "#tag",
        "⏱ 2h",
        "^id",
        " ",
        " ",
        "word",
        "%%x%%",
        "<!-- y -->",
        "`",
        "*",
        "é",
        "[x]",
        "\u{fe0f}",
        "\t",
    ];
    const INDENTS: &[&str] = &["", "", "  ", "   ", "    ", "\t", "> ", ">> ", "      "];
    let line = (
        prop::sample::select(INDENTS),
        prop::sample::select(HEADS),
        prop::collection::vec((prop::sample::select(PIECES), prop::bool::ANY), 0..5),
    );
    let line = line.prop_map(|(indent, head, pieces)| {
        let spaced = |(piece, space): &(&str, bool)| format!("{piece}{}", if *space { " " } else { "" });
        format!("{indent}{head}{}", pieces.iter().map(spaced).collect::<String>())
    });
    let front = prop::sample::select(
        &[
            "",
            "\u{feff}",
            "---\ndue: 2026-1-5\n---\n",
            "---\nstart: '2026/1/5'\ndue: %%c%% 2026-1-5\n---\n",
            "+++\ndue = \"2026/1/5\"\n+++\n",
            "---\ncheckpoints: [{title: a, due: 2026-1-5}]\n---\n",
        ][..],
    );
    let ending = prop::sample::select(&["\n", "\r\n", "\n\n"][..]);
    (front, prop::collection::vec((line, ending), 0..7)).prop_map(|(front, lines)| {
        let lines: String = lines.into_iter().map(|(line, ending)| line + ending).collect();
        format!("{front}{lines}")
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn fixes_change_what_they_name_and_leave_nothing_to_fix(text in text()) {
        let mut now = text.clone();
        let mut rounds = 0;
        loop {
            let (before, steps) = read(&now);
            let fixes = fixes(&before);
            if fixes.is_empty() {
                break;
            }
            rounds += 1;
            prop_assert!(rounds <= 8, "fixes never end: {text:?}");
            let (after, made) = mended(&now, &fixes);
            prop_assert_eq!(made, fixes.len(), "all are apart: {:?}", fixes);

            // Only what is named changes, and no line ending is among it.
            let (old, new): (Vec<&str>, Vec<&str>) = (now.split('\n').collect(), after.split('\n').collect());
            prop_assert_eq!(old.len(), new.len());
            for (number, (old, new)) in (1..).zip(old.iter().zip(&new)) {
                let here: Vec<&Fix> = fixes.iter().filter(|fix| fix.line == number).collect();
                prop_assert!(!here.is_empty() || old == new);
                prop_assert_eq!(old.ends_with('\r'), new.ends_with('\r'));
            }

            // What was fixed is gone from its place.
            let (left, new_steps) = read(&after);
            let is_on = |problem: &Diagnostic, line: u32| problem.place.as_ref().is_some_and(|place| place.line == line);
            for fixed in before.iter().filter(|problem| problem.fix.is_some()) {
                let place = fixed.place.as_ref().expect("a fix has its place");
                let grown = fixes.iter().filter(|fix| fix.line == place.line && fix.column < place.column);
                let grown: i64 = grown.map(|fix| characters(&fix.replacement) - i64::from(fix.length)).sum();
                let is_there = |other: &Diagnostic| {
                    other.place.as_ref().is_some_and(|other| {
                        other.line == place.line && i64::from(other.column) == i64::from(place.column) + grown
                    })
                };
                let again = left.iter().find(|other| other.code == fixed.code && other.message == fixed.message && is_there(other));
                prop_assert!(again.is_none(), "{fixed:?} is still there: {after:?}");
            }

            // Steps that were there are there, with what they said.
            for step in &steps {
                let Some(new) = new_steps.iter().find(|new| new.line == step.line) else {
                    return Err(TestCaseError::fail(format!("line {} is no step any more: {now:?} {after:?}", step.line)));
                };
                prop_assert_eq!((step.state, &step.symbol, step.checkpoint), (new.state, &new.symbol, new.checkpoint));
                let (old, new) = (&step.fields, &new.fields);
                for (old, new) in [(old.due, new.due), (old.start, new.start), (old.done, new.done), (old.cancelled, new.cancelled)] {
                    prop_assert!(old.is_none() || old == new, "{now:?} {after:?}");
                }
                prop_assert!(old.recurrence.is_none() || old.recurrence == new.recurrence);
                prop_assert!(old.id.is_none() || old.id == new.id);
                prop_assert!(old.depends_on.is_empty() || old.depends_on == new.depends_on);
                prop_assert_eq!((&old.tags, &old.people), (&new.tags, &new.people));
            }

            // Nothing new is wrong, but what can only be seen now: with the fields of a line that is a step at last, and
            // with a date that can be read at last.
            let was_step = |line: u32| steps.iter().any(|step| step.line == line);
            for problem in left.iter().filter(|problem| problem.fix.is_none()) {
                let line = problem.place.as_ref().map_or(0, |place| place.line);
                let known = before.iter().any(|other| other.code == problem.code && is_on(other, line));
                let follows = matches!(problem.code.name(),
                    "done-date-on-open-step" | "cancelled-date-on-open-step" | "field-not-trailing" | "due-before-start"
                    | "parent-done-child-open" | "all-children-done");
                prop_assert!(known || follows || !was_step(line), "{problem:?} is new: {now:?} {after:?}");
            }
            now = after;
        }
    }
}
