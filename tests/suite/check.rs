//! Problems: where they are, what to write instead, and the exit status.

use crate::sandbox::Sandbox;

#[test]
fn a_problem_has_its_place_a_caret_and_help() {
    let sandbox = Sandbox::new().file("plans/novel.md", "---\ntitle: N\ndue: 2026-13-01\n---\n- [ ] a 📅 2026-1-5\n");
    let run = sandbox.run("check").exit(1);
    let expected = "\
error[bad-date]: `due` is not a date: `2026-13-01`
 --> plans/novel.md:3:6
  |
3 | due: 2026-13-01
  |      ^^^^^^^^^^
  |
  = help: write it as YYYY-MM-DD; months go from 01 to 12
";
    assert!(run.stdout.starts_with(expected), "{run}");
    let run = run.out("plans/novel.md:5:11").out("2026-01-05");
    assert!(!sandbox.has("site") && !sandbox.has(".journal"), "nothing is written\n{run}");
}

#[test]
fn all_problems_are_told_at_once_in_the_order_of_paths() {
    let run = Sandbox::new()
        .file("b.md", "---\nmood: 9\n---\n")
        .file("a.md", "---\ntitle: [\n---\nx\n")
        .file("c.md", "[[nowhere]]\n")
        .run("check --format json")
        .exit(1);
    let json = run.json();
    let found: Vec<(&str, &str)> = json["diagnostics"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|problem| (problem["path"].as_str().unwrap_or(""), problem["code"].as_str().unwrap_or("")))
        .collect();
    assert_eq!(found, [("a.md", "bad-front-matter"), ("b.md", "bad-value"), ("c.md", "dead-link")], "{run}");
    assert_eq!((json["errors"].as_u64(), json["warnings"].as_u64()), (Some(2), Some(1)));
}

#[test]
fn warnings_fail_only_with_strict() {
    let sandbox = Sandbox::new().file("a.md", "[[nowhere]]\n");
    sandbox.run("check").exit(0).out("warning[dead-link]");
    sandbox.run("check --strict").exit(1).out("error[dead-link]");
    sandbox.run("build --strict").exit(1).err("error[dead-link]");
}

#[test]
fn wrong_usage_is_another_exit_status() {
    let sandbox = Sandbox::new();
    for arguments in
        ["bild", "build --today tomorrow", "build nowhere", "check --format xml", "context nothing", "-q -v build"]
    {
        sandbox.run(arguments).exit(2);
    }
    sandbox.run("--help").exit(0).out("Usage");
    sandbox.run("--version").exit(0);
}

#[test]
fn one_bad_file_hides_no_other() {
    let sandbox = Sandbox::new().file("bad.md", "---\ntitle: [\n---\nsecret\n").file("good.md", "fine\n");
    sandbox.run("build").exit(1).err("bad.md:2");
    assert!(sandbox.has("site/good.html") && !sandbox.has("site/bad.html"));
}

#[test]
fn broken_settings_or_templates_leave_the_last_site() {
    let sandbox = Sandbox::new().file("a.md", "first\n");
    sandbox.run("build").exit(0);
    let before = sandbox.files("site");
    for (path, text, message) in [
        ("journal.yaml", "titel: x\n", "did you mean `title`?"),
        (
            "templates/page.html",
            "{% extends \"base.html\" %}{% block main %}{{ view.nothing }}{% endblock %}",
            "templates/page.html:1",
        ),
        ("templates/page.html", "{% if %}", "templates/page.html:1"),
    ] {
        sandbox.write("a.md", "second\n");
        sandbox.write(path, text);
        sandbox.run("build").exit(1).err(message);
        assert_eq!(sandbox.files("site"), before, "{path}");
        sandbox.remove(path);
    }
    sandbox.run("build").exit(0);
    assert!(sandbox.read("site/a.html").contains("second"));
}

#[test]
fn contradictions_of_steps_are_told() {
    let run = Sandbox::new()
        .file(
            "plans/a.md",
            "- [x] p\n  - [ ] c\n- [ ] q\n  - [x] d\n- [ ] e ✅ 2026-01-01\n- [ ] f 🆔 x\n- [ ] g 🆔 x\n",
        )
        .run("check -v")
        .exit(0);
    for code in ["parent-done-child-open", "all-children-done", "done-date-on-open-step", "duplicate-id"] {
        assert!(run.stdout.contains(code), "{code}\n{run}");
    }
}
