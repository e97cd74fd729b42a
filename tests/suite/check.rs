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

#[test]
fn an_unknown_setting_is_told_with_its_place_and_the_key_that_was_meant() {
    let expected = "\
error[unknown-key]: `pemalinks` is not a key that is known here
 --> journal.yaml:2:1
  |
2 | pemalinks: clean
  | ^^^^^^^^^
  |
  = help: did you mean `permalinks`?
";
    let sandbox = Sandbox::new().file("journal.yaml", "title: T\npemalinks: clean\nweek_start: someday\n");
    let run = sandbox.run("check").exit(1).out(expected).out("journal.yaml:3:13");
    assert!(!sandbox.has("site"), "{run}");
}

#[test]
fn a_dead_link_is_told_with_its_place_and_the_name_that_was_meant() {
    let expected = "\
warning[dead-link]: `plans/novle` leads nowhere
 --> a.md:3:5
  |
3 | See [[plans/novle|it]] and [x](plans/novel.md).
  |     ^^^^^^^^^^^^^^^^^^
";
    let run = Sandbox::new()
        .file("plans/novel.md", "- [ ] a\n")
        .file("a.md", "# A\n\nSee [[plans/novle|it]] and [x](plans/novel.md).\n")
        .run("check")
        .exit(0)
        .out(expected);
    assert!(run.stdout.contains("did you mean") && run.stdout.contains("novel`?"), "{run}");
}

#[test]
fn a_caret_stands_under_its_word_behind_wide_letters() {
    let run = Sandbox::new().file("a.md", "Über 日本 é [[nix]]\n").run("check").exit(0);
    let run = run.out("a.md:1:11");
    let mut lines = run.stdout.lines().skip_while(|line| !line.starts_with("1 |"));
    let (text, carets) = (lines.next().expect("the line"), lines.next().expect("the carets"));
    // Each of the two wide letters takes two places on a terminal.
    let before = text.split("[[").next().expect("text").chars().count() + 2;
    assert_eq!(carets.find('^'), Some(before), "{run}");
    assert_eq!(carets.matches('^').count(), "[[nix]]".len(), "{run}");
}

#[test]
fn json_has_every_fact_of_a_problem() {
    let sandbox =
        Sandbox::new().file("plans/a.md", "---\ndue: soon\n---\n- [ ] a\n").file("b.md", b"ok\n\xff".as_slice());
    let run = sandbox.run("check --format json").exit(1);
    let json = run.json();
    let problems = json["diagnostics"].as_array().expect("a list");
    assert_eq!(problems.len(), 2, "{run}");
    assert_eq!((&problems[0]["path"], &problems[0]["code"]), (&"b.md".into(), &"not-utf-8".into()));
    let date = &problems[1];
    assert_eq!((&date["code"], &date["severity"]), (&"bad-date".into(), &"error".into()));
    assert_eq!(
        (&date["path"], &date["line"], &date["column"], &date["length"]),
        (&"plans/a.md".into(), &2.into(), &6.into(), &4.into())
    );
    assert_eq!(date["text"], "due: soon");
    assert!(date["message"].as_str().is_some_and(|message| message.contains("`soon`")), "{run}");
    assert!(date["help"].as_str().is_some_and(|help| help.contains("YYYY-MM-DD")), "{run}");
    assert_eq!((&json["errors"], &json["warnings"], &json["notes"]), (&2.into(), &0.into(), &0.into()));
    assert_eq!(run.stderr, "", "a program reads this");
}

#[test]
fn strict_is_told_in_json_too() {
    let json = Sandbox::new().file("a.md", "[[nowhere]]\n").run("check --strict --format json").exit(1).json();
    assert_eq!((&json["diagnostics"][0]["severity"], &json["errors"]), (&"error".into(), &1.into()));
}

#[test]
fn nothing_wrong_is_said_in_one_line() {
    let run = Sandbox::new().file("a.md", "Words.\n").file("plans/b.md", "- [ ] a\n").run("check").exit(0);
    assert_eq!((run.stdout.as_str(), run.stderr.as_str()), ("", "no problems in 2 entries\n"));
}

#[test]
fn check_and_build_tell_the_same_problems() {
    let sandbox = Sandbox::new()
        .file("a.md", "---\nmood: 9\ndate: 2026-02-30\n---\n[[nowhere]] %%open\n")
        .file("plans/b.md", "- [x] p\n  - [ ] c 📅 soon\n")
        .file("plans/c.md", "---\nslug: b\n---\n- [y] odd\n");
    let check = sandbox.run("check").exit(1);
    let build = sandbox.run("build").exit(1);
    for problem in check.stdout.split("\n\n").filter(|problem| !problem.trim().is_empty()) {
        assert!(build.stderr.contains(problem), "build does not tell\n{problem}\n{build}");
    }
    assert!(check.stdout.matches(" --> ").count() + check.stdout.matches("\n--> ").count() >= 6, "{check}");
}

#[test]
fn a_second_build_tells_the_same_problems_again() {
    let sandbox = Sandbox::on_a_sunday().file("a.md", "---\nmood: 9\n---\n[[nowhere]]\n");
    let told = |run: crate::sandbox::Run| {
        run.stderr.lines().filter(|line| !line.contains(" built into ")).map(str::to_owned).collect::<Vec<_>>()
    };
    let first = told(sandbox.run("build").exit(1));
    let second = told(sandbox.run("build").exit(1));
    assert!(first.iter().any(|line| line.contains("dead-link")));
    assert_eq!(first, second);
}

#[test]
fn check_writes_nothing_at_all() {
    let sandbox = Sandbox::on_a_sunday().file("a.md", "[[nowhere]]\n").file("plans/b.md", "- [ ] a\n");
    let before = sandbox.files(".");
    sandbox.run("check").exit(0);
    sandbox.run("check --strict --format json").exit(1);
    sandbox.run("export").exit(0);
    assert_eq!(sandbox.files("."), before);
}

#[test]
fn a_template_that_breaks_is_told_with_its_line_and_what_it_does_not_know() {
    let template = "{% extends \"base.html\" %}\n{% block main %}\n<p>{{ view.titel }}</p>\n{% endblock %}\n";
    let sandbox = Sandbox::on_a_sunday().file("a.md", "Words.\n").file("templates/page.html", template);
    sandbox.write("b.md", "[[nowhere]]\n");
    sandbox.run("check").exit(1).out("templates/page.html:3").out("titel").out("b.md:1:1");
    sandbox.run("build").exit(1).err("templates/page.html:3").err("titel");
    assert!(!sandbox.has("site/index.html"));
    sandbox.write("templates/page.html", template.replace("{{ view.titel }}", "{{ view.title"));
    sandbox.run("build").exit(1).err("templates/page.html:3");
}

#[test]
fn settings_that_are_no_yaml_leave_the_last_site() {
    let sandbox = Sandbox::on_a_sunday().file("a.md", "First.\n");
    sandbox.run("build").exit(0);
    let before = sandbox.files("site");
    for settings in [
        "title: [\n",
        "- a list\n",
        "title: a\ntitle: b\n",
        "today: 2026-02-30\n",
        "permalinks: pretty\n",
        "output: ../..\n",
    ] {
        sandbox.write("journal.yaml", settings);
        sandbox.write("a.md", "Second.\n");
        let run = sandbox.run("build").exit(1).err("journal.yaml:");
        assert_eq!(sandbox.files("site"), before, "{settings}\n{run}");
        sandbox.run("export").exit(1);
    }
}

#[test]
fn an_entry_that_can_not_be_read_is_named_and_nothing_of_it_is_shown() {
    for text in [
        "---\ntitle: \"open\n---\nhiddenword\n",
        "---\ntitle: x\n\nhiddenword\n",
        "+++\ntitle = \n+++\nhiddenword\n",
        "---\nvisibility: sometimes\n---\nhiddenword\n",
    ] {
        let sandbox = Sandbox::on_a_sunday().file("a.md", text).file("b.md", "Fine, see [[a]].\n");
        let run = sandbox.run("build").exit(1).err("a.md:");
        assert!(sandbox.has("site/b.html") && !sandbox.has("site/a.html"), "{text}\n{run}");
        for (path, bytes) in sandbox.files("site") {
            assert!(!String::from_utf8_lossy(&bytes).contains("hiddenword"), "{path}");
        }
    }
}

#[test]
fn a_wrong_value_is_unset_and_the_entry_is_built() {
    let sandbox = Sandbox::on_a_sunday().file(
        "plans/a.md",
        "---\ntitle: Kept\ndue: 2026-13-01\nstatus: asleep\nweight: heavy\n---\n- [ ] a 📅 2026-02-30\n",
    );
    let run = sandbox.run("build").exit(1);
    let run = run.err("plans/a.md:3:6").err("plans/a.md:4:9").err("plans/a.md:5:9").err("plans/a.md:7:");
    assert!(sandbox.read("site/plans/a.html").contains("Kept"), "{run}");
    let plan = sandbox.run("export").json()["plans"][0].clone();
    assert_eq!((&plan["due"], &plan["status"]), (&serde_json::Value::Null, &"active".into()));
    assert!(
        plan["steps"][0]["text"].as_str().is_some_and(|text| text.contains("2026-02-30")),
        "nothing is lost: {plan}"
    );
}

/// The codes and lines of what `check` tells of a plan.
#[track_caller]
fn told(plan: &str) -> Vec<(String, u64)> {
    let run = Sandbox::on_a_sunday().file("plans/a.md", plan).run("check --format json");
    let json = run.json();
    let problems = json["diagnostics"].as_array().expect("a list");
    problems
        .iter()
        .map(|problem| {
            (problem["code"].as_str().unwrap_or_default().to_owned(), problem["line"].as_u64().unwrap_or_default())
        })
        .collect()
}

#[test]
fn each_contradiction_has_its_line() {
    for (plan, code, line) in [
        ("Words.\n\n- [x] p\n  - [ ] c\n", "parent-done-child-open", 3),
        ("- [ ] p\n  - [x] a\n  - [x] b\n", "all-children-done", 1),
        ("- [x] fine\n- [ ] a ✅ 2026-01-01\n", "done-date-on-open-step", 2),
        ("- [ ] a 🛫 2026-02-02 📅 2026-02-01\n", "due-before-start", 1),
        ("---\nstart: 2026-02-02\ndue: 2026-02-01\n---\n- [ ] a\n", "due-before-start", 3),
        ("- [ ] a 🆔 x\n- [ ] b ⛔ y\n", "unknown-dependency", 2),
        ("- [ ] a 🆔 x ⛔ y\n- [ ] b 🆔 y ⛔ x\n", "dependency-cycle", 1),
        ("- [ ] a 🆔 x\n- [ ] b 🆔 x\n", "duplicate-id", 2),
        ("- [y] a\n", "unknown-status", 1),
        ("- [ ] a 🏁\n- [ ] 🏁 b\n", "wrong-flag", 2),
    ] {
        assert!(told(plan).contains(&(code.to_owned(), line)), "{code} {:?}\n{plan}", told(plan));
    }
    assert_eq!(told("- [x] p ✅ 2026-01-02\n  - [x] a ✅ 2026-01-01\n- [ ] b 🆔 x\n- [ ] c ⛔ x\n"), []);
}

#[test]
fn a_reflection_on_a_plan_that_is_not_there_is_told() {
    let sandbox = Sandbox::on_a_sunday()
        .file("plans/novel.md", "- [ ] 🚩 Draft\n")
        .file("reflections/2026-01-01.md", "---\nplan: novle\n---\nWords.\n")
        .file("reflections/2026-01-02.md", "---\nplan: novel\ncheckpoint: Drft\n---\nWords.\n");
    let run = sandbox.run("check").exit(0);
    run.out("unknown-plan")
        .out("reflections/2026-01-01.md:2:7")
        .out("`novel`")
        .out("unknown-checkpoint")
        .out("reflections/2026-01-02.md:3:13");
}

#[test]
fn a_problem_in_a_private_entry_is_checked_too() {
    let sandbox = Sandbox::on_a_sunday().file("a.md", "---\nvisibility: private\n---\n[[nowhere]]\n");
    sandbox.run("check").exit(0).out("a.md:4:1");
}

#[test]
fn colour_is_for_terminals_only() {
    let run = Sandbox::new().file("a.md", "[[nowhere]]\n").run("check").exit(0);
    assert!(!run.stdout.contains('\u{1b}') && !run.stderr.contains('\u{1b}'), "{run}");
}

#[test]
fn what_would_be_public_is_listed_and_nothing_else() {
    let sandbox = Sandbox::on_a_sunday()
        .file("plans/novel.md", "![[desk.jpg]]\n")
        .file("diary.md", "---\nvisibility: private\n---\n![[bed.jpg]]\n")
        .file("link.md", "---\nvisibility: unlisted\n---\nWords.\n")
        .file("odd.md", "---\nvisibility: sometimes\n---\nWords.\n")
        .file("images/desk.jpg", "1")
        .file("images/bed.jpg", "2")
        .file("static/robots.txt", "3");
    let run = sandbox
        .run("check --public")
        .exit(1)
        .err("error[bad-visibility]")
        .err("4 files of the journal would be public");
    assert_eq!(
        run.stdout,
        "images/desk.jpg    images/desk.jpg\n\
         link.md            link.html  (unlisted)\n\
         plans/novel.md     plans/novel.html\n\
         static/robots.txt  robots.txt\n"
    );
    let json = sandbox.run("check --public --format json").json();
    let novel = serde_json::json!({ "path": "plans/novel.md", "file": "plans/novel.html", "visibility": "public" });
    assert_eq!((&json["public"][2], &json["public"][0]["visibility"]), (&novel, &serde_json::Value::Null));
    assert!(!sandbox.has("site") && !sandbox.has(".journal"), "nothing is written");

    // It is what a build writes.
    sandbox.run("build").exit(1);
    for line in run.stdout.lines() {
        let file = line.split_whitespace().nth(1).expect("an address");
        assert!(sandbox.has(&format!("site/{file}")), "{file}");
    }
    for arguments in ["--format sarif", "--format github", "--fix", "--strict", "--private"] {
        sandbox.run(&format!("check --public {arguments}")).exit(2);
    }
}
