//! `journal.json`: every field of the schema, and the day that it is for.

use serde_json::{Value, json};

use crate::sandbox::Sandbox;

/// The keys of an object, sorted.
#[track_caller]
fn keys(value: &Value) -> Vec<&str> {
    let mut keys: Vec<&str> = value.as_object().expect("an object").keys().map(String::as_str).collect();
    keys.sort_unstable();
    keys
}

#[track_caller]
fn has_keys(value: &Value, expected: &[&str]) {
    let found = keys(value);
    for key in expected {
        assert!(found.contains(key), "no `{key}` in {value}");
    }
}

fn step(text: &str) -> Value {
    let sandbox = Sandbox::on_a_sunday().file("plans/a.md", format!("{text}\n"));
    let json = sandbox.run("export").json();
    json["plans"][0]["steps"][0].clone()
}

#[test]
fn every_field_of_the_schema_is_there() {
    let sandbox = Sandbox::on_a_sunday()
        .file(
            "plans/novel.md",
            "---\ntitle: Novel\nstart: 2026-01-01\ndue: 2026-12-31\ntags: [book]\n---\n- [x] One ✅ 2026-02-01\n- [-] Two\n- [ ] 🚩 Half 📅 2026-11-25\n",
        )
        .file("reflections/2026-03-01-a.md", "---\nplan: novel\nmood: good\nenergy: 2\nmetrics: {words: 1200}\ntags: [day]\n---\nWords.\n")
        .file("about.md", "---\ntags: [me]\n---\nMe.\n");
    let json = sandbox.run("export").exit(0).json();
    assert_eq!(json["schema"], 1);
    assert_eq!(json["generated_for"], "2026-11-22");
    has_keys(&json, &["schema", "generated_for", "plans", "reflections", "pages", "tags"]);

    let plan = &json["plans"][0];
    let expected = [
        "path",
        "url",
        "title",
        "status",
        "visibility",
        "start",
        "due",
        "tags",
        "progress",
        "schedule",
        "forecast",
        "forecast_reason",
        "checkpoints",
        "steps",
    ];
    has_keys(plan, &expected);
    assert_eq!(plan["path"], "plans/novel.md");
    assert_eq!(plan["url"], "plans/novel.html");
    assert_eq!(
        (&plan["title"], &plan["status"], &plan["visibility"]),
        (&"Novel".into(), &"active".into(), &"public".into())
    );
    assert_eq!((&plan["start"], &plan["due"]), (&"2026-01-01".into(), &"2026-12-31".into()));
    assert_eq!(plan["tags"], json!(["book"]));
    assert_eq!(plan["progress"], json!({"done": 1, "total": 1, "cancelled": 1}));
    assert_eq!(keys(&plan["schedule"]), ["days", "expected", "state"]);
    assert!(plan["schedule"]["expected"].as_f64().is_some_and(|share| (0.0..=1.0).contains(&share)), "{plan}");
    assert_eq!((&plan["forecast"], plan["forecast_reason"].is_string()), (&Value::Null, true));
    assert_eq!(plan["checkpoints"], json!([{"title": "Half", "state": "soon", "due": "2026-11-25", "done": null}]));

    let reflection = &json["reflections"][0];
    has_keys(reflection, &["path", "url", "title", "date", "mood", "energy", "plans", "metrics", "tags"]);
    assert_eq!(reflection["date"], "2026-03-01");
    assert_eq!((&reflection["mood"], &reflection["energy"]), (&4.into(), &2.into()));
    assert_eq!(reflection["plans"].as_array().map(Vec::len), Some(1));
    assert_eq!(reflection["metrics"]["words"].as_f64(), Some(1200.0));
    assert_eq!(reflection["tags"], json!(["day"]));

    has_keys(&json["pages"][0], &["path", "url", "title"]);
    let tags: Vec<&str> =
        json["tags"].as_array().expect("tags").iter().filter_map(|tag| tag["name"].as_str()).collect();
    assert_eq!(tags, ["book", "day", "me"]);
}

#[test]
fn every_field_of_a_step_is_there() {
    let full = step(
        "- [?] Ask @maria for #help ⏫ 🔁 every week 🆔 ab ⛔ cd,ef ⏱️ 1h30m ➕ 2026-01-01 🛫 2026-01-02 ⏳ 2026-01-03 📅 2026-01-04 ✅ 2026-01-05 ❌ 2026-01-06",
    );
    assert_eq!(full["state"], "waiting");
    assert_eq!((&full["symbol"], &full["line"]), (&"?".into(), &1.into()));
    for (field, day) in [("created", 1), ("start", 2), ("scheduled", 3), ("due", 4), ("done", 5), ("cancelled", 6)] {
        assert_eq!(full[field], format!("2026-01-0{day}"), "{field} of {full}");
    }
    assert_eq!(
        (&full["priority"], &full["recurrence"], &full["id"]),
        (&"high".into(), &"every week".into(), &"ab".into())
    );
    assert_eq!(
        (&full["blocked_by"], &full["tags"], &full["people"]),
        (&json!(["cd", "ef"]), &json!(["help"]), &json!(["maria"]))
    );
    assert!(
        full["text"].as_str().is_some_and(|text| text.contains("Ask @maria for #help") && !text.contains('📅')),
        "{full}"
    );
    assert_eq!(full["children"], json!([]));
}

#[test]
fn what_a_step_does_not_say_is_null() {
    let expected = json!({
        "text": "Plain", "state": "open", "symbol": " ", "line": 1, "done": null, "due": null, "start": null,
        "scheduled": null, "created": null, "cancelled": null, "priority": null, "recurrence": null, "id": null,
        "blocked_by": [], "tags": [], "people": [], "estimate_minutes": null, "children": [],
    });
    assert_eq!(step("- [ ] Plain"), expected);
}

#[test]
fn the_three_ways_to_write_a_field_mean_the_same() {
    for line in [
        "- [x] a 📅 2026-05-01 ✅ 2026-05-02",
        "- [x] a [due:: 2026-05-01] [completion:: 2026-05-02]",
        "- [x] a (due:: 2026-05-01) (completion:: 2026-05-02)",
        "- [x] a due:2026-05-01 done:2026-05-02",
        "- [x] a [due:: 2026-05-01] ✅ 2026-05-02",
    ] {
        let step = step(line);
        assert_eq!(
            (&step["text"], &step["due"], &step["done"]),
            (&"a".into(), &"2026-05-01".into(), &"2026-05-02".into()),
            "{line}"
        );
    }
}

#[test]
fn estimates_are_minutes() {
    for (written, minutes) in [("[estimate:: 1h30m]", 90), ("[estimate:: 45m]", 45), ("[estimate:: 2h]", 120)] {
        assert_eq!(step(&format!("- [ ] a {written}"))["estimate_minutes"], minutes, "{written}");
    }
}

#[test]
fn priorities_have_words() {
    for (sign, word) in [("🔺", "highest"), ("⏫", "high"), ("🔼", "medium"), ("🔽", "low"), ("⏬", "lowest")] {
        assert_eq!(step(&format!("- [ ] a {sign}"))["priority"], word, "{sign}");
    }
}

#[test]
fn each_box_has_its_state() {
    for (symbols, state) in [
        (" !*", "open"),
        ("xX", "done"),
        ("/", "doing"),
        ("-", "cancelled"),
        (">", "deferred"),
        ("<", "scheduled"),
        ("?", "waiting"),
        ("h", "on_hold"),
        ("iInNlb\"pcSudfkw0123456789", "note"),
        ("y~", "open"),
    ] {
        for symbol in symbols.chars() {
            let step = step(&format!("- [{symbol}] a"));
            assert_eq!((&step["state"], &step["symbol"]), (&state.into(), &symbol.to_string().into()));
        }
    }
}

#[test]
fn statuses_in_the_settings_change_what_a_box_means() {
    let sandbox = Sandbox::new()
        .file("journal.yaml", "today: 2026-11-22\nstatuses: {y: done, \"!\": waiting}\n")
        .file("plans/a.md", "- [y] a\n- [!] b\n");
    let steps = sandbox.run("export").exit(0).json()["plans"][0]["steps"].clone();
    assert_eq!((&steps[0]["state"], &steps[1]["state"]), (&"done".into(), &"waiting".into()));
}

#[test]
fn steps_are_a_tree_with_their_lines() {
    let text = "---\ntitle: T\n---\n\n- [ ] one\n  - [x] one a\n    - [ ] one a i\n  - group\n    - [ ] in the group\n1. [ ] two\n\n> - [ ] quoted\n";
    let sandbox = Sandbox::on_a_sunday().file("plans/a.md", text);
    let steps = sandbox.run("export").exit(0).json()["plans"][0]["steps"].clone();
    let tree = |step: &Value| {
        (step["text"].as_str().unwrap_or_default().to_owned(), step["line"].as_u64().unwrap_or_default())
    };
    let top: Vec<_> = steps.as_array().expect("steps").iter().map(tree).collect();
    assert_eq!(top, [("one".to_owned(), 5), ("two".to_owned(), 10), ("quoted".to_owned(), 12)]);
    let one: Vec<_> = steps[0]["children"].as_array().expect("steps").iter().map(tree).collect();
    assert_eq!(one, [("one a".to_owned(), 6), ("in the group".to_owned(), 9)], "a group is seen through");
    assert_eq!(tree(&steps[0]["children"][0]["children"][0]), ("one a i".to_owned(), 7));
}

#[test]
fn a_recurring_step_and_a_remark_are_listed_and_not_counted() {
    let sandbox = Sandbox::on_a_sunday().file("plans/a.md", "- [ ] a\n- [ ] b 🔁 every day\n- [i] c\n");
    let plan = sandbox.run("export").exit(0).json()["plans"][0].clone();
    assert_eq!(plan["progress"], json!({"done": 0, "total": 1, "cancelled": 0}));
    assert_eq!(plan["steps"].as_array().map(Vec::len), Some(3));
}

#[test]
fn cancelled_steps_leave_the_total_or_settle_it() {
    let progress = |settings: &str, front: &str| {
        let sandbox = Sandbox::new()
            .file("journal.yaml", format!("today: 2026-11-22\n{settings}"))
            .file("plans/a.md", format!("{front}- [x] a\n- [-] b\n- [ ] c\n- [x] p\n  - [ ] below a done one\n"));
        sandbox.run("export").exit(0).json()["plans"][0]["progress"].clone()
    };
    assert_eq!(progress("", ""), json!({"done": 2, "total": 3, "cancelled": 1}));
    let settled = progress("count_cancelled: settled\n", "");
    assert_eq!((&settled["done"], &settled["total"]), (&3.into(), &4.into()));
    assert_eq!(progress("", "---\ncount_cancelled: settled\n---\n"), settled, "a plan can say so itself");
}

#[test]
fn where_a_plan_stands_has_a_word() {
    for (front, steps, state) in [
        ("", "- [ ] a\n", "unscheduled"),
        ("start: 2026-12-01\ndue: 2027-12-01\n", "- [ ] a\n", "not_started"),
        ("start: 2026-01-01\ndue: 2026-11-01\n", "- [ ] a\n", "overdue"),
        ("start: 2026-01-01\ndue: 2026-12-31\n", "- [ ] a\n- [ ] b\n", "behind"),
        ("start: 2026-11-01\ndue: 2027-12-31\n", "- [x] a ✅ 2026-11-02\n- [ ] b\n", "ahead"),
        ("start: 2026-11-22\ndue: 2027-12-31\n", "- [ ] a\n", "on_track"),
        ("due: 2026-12-31\n", "- [x] a ✅ 2026-11-02\n", "complete"),
        ("status: paused\ndue: 2026-01-01\n", "- [ ] a\n", "paused"),
        ("status: pivoted\n", "- [ ] a\n", "pivoted"),
    ] {
        let sandbox = Sandbox::on_a_sunday().file("plans/a.md", format!("---\ntitle: T\n{front}---\n{steps}"));
        let plan = sandbox.run("export").exit(0).json()["plans"][0].clone();
        assert_eq!(plan["schedule"]["state"], state, "{front}{plan}");
    }
}

#[test]
fn the_export_is_the_file_in_the_site() {
    let sandbox =
        Sandbox::on_a_sunday().file("plans/a.md", "- [ ] a\n").file("b.md", "---\nvisibility: private\n---\nHidden.\n");
    sandbox.run("build").exit(0);
    assert_eq!(sandbox.run("export").exit(0).stdout, sandbox.read("site/journal.json"));
    sandbox.run("build --private").exit(0);
    assert_eq!(sandbox.run("export --private").exit(0).stdout, sandbox.read("site/journal.json"));
}

#[test]
fn private_entries_are_in_the_private_export_only() {
    let sandbox = Sandbox::on_a_sunday()
        .file("plans/a.md", "---\nvisibility: private\ntitle: Hiddenplan\n---\n- [ ] a\n")
        .file("plans/b.md", "- [ ] b\n\n> [!private]\n> - [ ] hiddenstep\n");
    let open = sandbox.run("export").exit(0);
    assert!(!open.stdout.contains("Hiddenplan") && !open.stdout.contains("hiddenstep"), "{open}");
    let all = sandbox.run("export --private").exit(0);
    assert_eq!(all.json()["plans"][0]["visibility"], "private");
    assert!(all.stdout.contains("hiddenstep"), "{all}");
}

#[test]
fn today_is_that_of_the_command_line_then_of_the_environment_then_of_the_settings() {
    let sandbox = Sandbox::on_a_sunday().file("a.md", "Words.\n");
    let day = |arguments: &str, environment: &[(&str, &str)]| {
        sandbox.run_with(arguments, environment).exit(0).json()["generated_for"].as_str().unwrap_or_default().to_owned()
    };
    let environment = [("JOURNAL_TODAY", "2026-10-10")];
    assert_eq!(day("export", &[]), "2026-11-22");
    assert_eq!(day("export", &environment), "2026-10-10");
    assert_eq!(day("export --today 2026-09-09", &environment), "2026-09-09");
    sandbox.run_with("export", &[("JOURNAL_TODAY", "tomorrow")]).exit(2).err("YYYY-MM-DD");
    sandbox.run("export --today 2026-02-30").exit(2);
}

#[test]
fn problems_do_not_get_into_the_data() {
    let sandbox = Sandbox::on_a_sunday().file("a.md", "---\nmood: 9\n---\n[[nowhere]]\n");
    let run = sandbox.run("export").exit(1).err("a.md:2:7");
    assert_eq!(run.json()["pages"][0]["path"], "a.md");
}
