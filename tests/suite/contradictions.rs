//! What can't all be true: between steps, between a plan and its steps, between files, and against the day.

use crate::sandbox::Sandbox;

/// The codes, files and lines of what `check` tells on 2026-11-22, problems of whole files at line 0.
#[track_caller]
fn told(files: &[(&str, &str)]) -> Vec<(String, String, u64)> {
    let sandbox = Sandbox::on_a_sunday();
    for (path, text) in files {
        sandbox.write(path, text);
    }
    let json = sandbox.run("check --format json").json();
    let text = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
    json["diagnostics"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|problem| (text(&problem["code"]), text(&problem["path"]), problem["line"].as_u64().unwrap_or(0)))
        .collect()
}

#[track_caller]
fn check(files: &[(&str, &str)], expected: &[(&str, &str, u64)]) {
    let told = told(files);
    let found: Vec<_> = told.iter().map(|(code, path, line)| (code.as_str(), path.as_str(), *line)).collect();
    assert_eq!(found, expected, "{files:?}");
}

#[test]
fn a_box_and_its_date_say_the_same() {
    check(&[("plans/a.md", "- [ ] a ❌ 2026-01-01\n")], &[("cancelled-date-on-open-step", "plans/a.md", 1)]);
    check(&[("plans/a.md", "- [x] a ❌ 2026-01-01\n")], &[("cancelled-date-on-open-step", "plans/a.md", 1)]);
    check(&[("plans/a.md", "- [-] a ❌ 2026-01-01\n- [i] b ❌ 2026-01-01\n")], &[]);
}

#[test]
fn nothing_is_done_tomorrow() {
    check(
        &[(
            "plans/a.md",
            "---\ncheckpoints:\n  - {title: A, done: 2026-11-23}\n  - {title: B, done: 2026-11-22}\n---\n\
             - [x] a ✅ 2026-11-23\n- [-] b ❌ 2027-01-01\n- [x] c ✅ 2026-11-22\n\n## 🚩 C ✅ 2026-12-01\n",
        )],
        &[
            ("done-in-future", "plans/a.md", 3),
            ("done-in-future", "plans/a.md", 6),
            ("done-in-future", "plans/a.md", 7),
            ("done-in-future", "plans/a.md", 10),
        ],
    );
    // In an entry that is no plan, too; and today is an argument.
    let sandbox = Sandbox::on_a_sunday().file("a.md", "---\ntype: page\n---\n- [x] a ✅ 2026-11-22\n");
    sandbox.run("check --strict").exit(0);
    sandbox.run("check --strict --today 2026-11-21").exit(1).out("done-in-future").out("after today, 2026-11-21");
}

#[test]
fn a_plan_that_is_done_has_no_open_steps() {
    let plan = |status: &str| format!("---\nstatus: {status}\n---\n- [x] a\n- [ ] b\n- [x] c\n  - [/] d\n- [ ] e\n");
    check(
        &[("plans/a.md", &plan("done"))],
        &[("done-with-open-steps", "plans/a.md", 5), ("parent-done-child-open", "plans/a.md", 6)],
    );
    for (status, line) in [("active", 6), ("paused\nstatus_note: tired", 7), ("dropped\nstatus_note: enough", 7)] {
        check(&[("plans/a.md", &plan(status))], &[("parent-done-child-open", "plans/a.md", line)]);
    }
    // What counts for nothing is not open.
    let text = "---\nstatus: done\n---\n- [x] a\n- [ ] run 🔁 every day\n- [i] b\n- [-] c\n- [ ] 🚩 d\n";
    check(&[("plans/a.md", text)], &[]);
    let sandbox = Sandbox::on_a_sunday().file("plans/a.md", plan("done"));
    sandbox.run("check").exit(0).out("the plan is done, but this step and another are open");
}

#[test]
fn a_checkpoint_lies_inside_its_plan() {
    let plan = "---\ndue: 2026-12-01\ncheckpoints:\n  - {title: A, due: 2026-12-02}\n  - {title: B, due: 2026-12-01}\n---\n\
                - [ ] 🚩 C 📅 2026-12-24\n- [x] 🚩 D 📅 2026-12-24\n\n## 🚩 E 📅 2027-01-01\n\n- [ ] f 📅 2027-01-01\n";
    check(
        &[("plans/a.md", plan)],
        &[
            ("due-after-plan", "plans/a.md", 4),
            ("due-after-plan", "plans/a.md", 7),
            ("due-after-plan", "plans/a.md", 10),
        ],
    );
    check(&[("plans/a.md", &plan.replacen("---\n", "---\nstatus: dropped\n", 1))], &[]);
    check(&[("plans/a.md", &plan.replacen("due: 2026-12-01\n", "", 1))], &[]);
}

#[test]
fn ids_are_those_of_the_whole_journal() {
    check(
        &[
            ("plans/a.md", "- [ ] a 🆔 x ⛔ y\n- [ ] b ⛔ z\n"),
            ("plans/b.md", "\n- [ ] c 🆔 y ⛔ x\n"),
            ("plans/c.md", "- [ ] d 🆔 x\n"),
        ],
        &[
            ("dependency-cycle", "plans/a.md", 1),
            ("unknown-dependency", "plans/a.md", 2),
            ("duplicate-id", "plans/c.md", 1),
        ],
    );
}

#[test]
fn a_reflection_names_what_is_there() {
    let novel = ("plans/novel.md", "- [ ] 🚩 First draft\n");
    let reflection = |front: &str| format!("---\n{front}\n---\nWords.\n");
    let on = |front: &str, expected: &[(&str, &str, u64)]| {
        check(&[novel, ("reflections/2026-01-01.md", &reflection(front))], expected);
    };
    let path = "reflections/2026-01-01.md";
    on("plan: novle", &[("unknown-plan", path, 2)]);
    on("plan: [novel, opera]", &[("unknown-plan", path, 2)]);
    on("plan: novel\ncheckpoint: Second draft", &[("unknown-checkpoint", path, 3)]);
    on("checkpoint: First draft", &[("unknown-checkpoint", path, 2)]);
    on("plan: novel\ncheckpoint: first draft", &[]);
    on("plan: opera\ncheckpoint: First draft", &[("unknown-plan", path, 2)]);
    check(
        &[novel, ("plans/b.md", "---\nstatus: pivoted\npivoted_to: opera\n---\n")],
        &[("unknown-plan", "plans/b.md", 3)],
    );
    check(&[novel, ("plans/b.md", "---\nstatus: pivoted\npivoted_to: novel\n---\n")], &[]);
}

#[test]
fn a_link_leads_to_what_is_still_there() {
    let a = ("a.md", "# A\n\n## Kept\n\nWords. ^kept\n\n[[#Gone]]\n");
    let links = "[[a#Kept]] [[a#^kept]] [x](a.md#kept) [y](../a.md)\n[[a#Gone]]\n[[a#^gone]]\n[x](a.md#gone)\n\
                 [x](sub/a.md)\n![x](gone.png)\n[x](../../a.md)\n";
    let links = links.replace("../a.md)", "./a.md)");
    let dead = |line| ("dead-link", "b.md", line);
    check(&[a, ("b.md", &links)], &[("dead-link", "a.md", 7), dead(2), dead(3), dead(4), dead(5), dead(6), dead(7)]);
}

#[test]
fn a_name_with_an_impossible_date_is_told() {
    let path = "reflections/2026-02-30-x.md";
    check(&[(path, "Words.\n")], &[("bad-date", path, 0)]);
    check(&[(path, "---\ndate: 2026-03-01\n---\nWords.\n")], &[("bad-date", path, 0)]);
    check(&[("reflections/2026-02-28-x.md", "Words.\n"), ("2026-02.md", "x\n"), ("märz 2026.md", "x\n")], &[]);
    let run = Sandbox::on_a_sunday().file(path, "Words.\n").run("check").exit(0);
    run.out("warning[bad-date]: the file's name begins with `2026-02-30`").out("February 2026 has 28 days");
}

#[test]
fn broken_settings_are_called_by_their_name() {
    for settings in ["- a\n- list\n", "title: 'open\n", "title: [a\n", "title: \"a\" b\n", "? [a]\n: b\n"] {
        let run = Sandbox::new().file("journal.yaml", settings).file("a.md", "x").run("check").exit(1);
        let run = run.out("error[bad-settings]").out("journal.yaml:");
        assert!(!run.stdout.to_lowercase().contains("front matter"), "{run}");
    }
    let long = format!("title: {}\n", "a".repeat(70_000));
    let run = Sandbox::new().file("journal.yaml", long).run("check").exit(1).out("bad-settings");
    assert!(!run.stdout.contains("body"), "{run}");
    let run = Sandbox::new().file("journal.yaml", b"title: \xff\n").run("check --format json").exit(1);
    assert_eq!(run.json()["diagnostics"][0]["code"], "not-utf-8");
}

#[test]
fn templates_of_obsidian_are_no_entries() {
    let sandbox = Sandbox::on_a_sunday()
        .file("Templates/daily.md", "---\ndate: {{date}}\n---\n[[{{title}}]]\n")
        .file("a.md", "Words.\n");
    let run = sandbox.run("check --strict").exit(0);
    assert_eq!(run.stderr, "no problems in 1 entry\n");
    sandbox.run("build").exit(0);
    assert!(!sandbox.has("site/Templates") && !sandbox.has("site/templates"));
}
