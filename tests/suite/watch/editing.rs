//! What a page may change in the journal: a step's line, and a new reflection.

use serde_json::{Value, json};

use super::{Preview, journal};
use crate::sandbox::Sandbox;

fn step(path: &str, line: u32, text: &str, state: &str) -> Value {
    json!({"path": path, "line": line, "text": text, "state": state})
}

/// Every file of the journal itself.
fn sources(sandbox: &Sandbox) -> Vec<(String, Vec<u8>)> {
    sandbox.files(".").into_iter().filter(|(path, _)| !path.starts_with(".journal")).collect()
}

#[test]
fn a_tick_reaches_its_line_and_nothing_else_and_can_be_taken_back() {
    let sandbox = journal();
    sandbox.write("plans/novel.md", "\u{feff}# Novel\r\n\r\n- [ ] One  \r\n- [ ] Two\r\n\r\nEnd without a line end");
    let preview = Preview::of(&sandbox);
    let mut events = preview.listen();
    let before = sources(&sandbox);
    let done = preview.post("/__journal/step", &step("plans/novel.md", 4, "- [ ] Two", "done"));
    assert_eq!(done.status, 200, "{}", done.json());
    let text = "\u{feff}# Novel\r\n\r\n- [ ] One  \r\n- [x] Two ✅ 2026-11-22\r\n\r\nEnd without a line end";
    assert_eq!(sandbox.read("plans/novel.md"), text);
    assert_eq!((&done.json()["line"], &done.json()["text"]), (&json!(4), &json!("- [x] Two ✅ 2026-11-22")));
    let others = |files: &[(String, Vec<u8>)]| -> Vec<_> {
        files.iter().filter(|(path, _)| path != "plans/novel.md").cloned().collect()
    };
    assert_eq!(others(&sources(&sandbox)), others(&before));
    events.until_page("plans/novel.html");
    assert_eq!(preview.get("/plans/novel.html").island()["steps"]["step-4"]["state"], "done");

    let undo = json!({"undo": done.json()["undo"]});
    assert_eq!(preview.post("/__journal/undo", &undo).status, 200);
    assert_eq!(sources(&sandbox), before);
    assert_eq!(preview.post("/__journal/undo", &undo).status, 404);
    events.until_page("plans/novel.html");
}

#[test]
fn a_recurring_step_comes_back_above() {
    let sandbox = journal();
    let preview = Preview::of(&sandbox);
    let line = "- [ ] Two 🔁 every day 📅 2026-11-22";
    let done = preview.post("/__journal/step", &step("plans/novel.md", 4, line, "done")).json();
    assert_eq!((&done["line"], &done["next"]), (&json!(5), &json!("- [ ] Two 🔁 every day 📅 2026-11-23")));
    assert!(sandbox.read("plans/novel.md").contains("- [ ] Two 🔁 every day 📅 2026-11-23\n- [x] Two"));
    // The terminal can take it back as well.
    sandbox.run("done --undo").exit(0);
    assert_eq!(sandbox.read("plans/novel.md").lines().nth(3), Some(line));
}

#[test]
fn a_line_that_is_another_by_now_stays_and_the_page_is_told() {
    let sandbox = journal();
    let preview = Preview::of(&sandbox);
    sandbox.write("plans/novel.md", "# Novel\n\n- [ ] One, but other\n- [ ] Two\n");
    let before = sources(&sandbox);
    let conflict = preview.post("/__journal/step", &step("plans/novel.md", 3, "- [ ] One", "done"));
    assert_eq!((conflict.status, &conflict.json()["found"]), (409, &json!("- [ ] One, but other")));
    let gone = preview.post("/__journal/step", &step("plans/novel.md", 30, "- [ ] One", "done"));
    assert_eq!((gone.status, &gone.json()["found"]), (409, &Value::Null));
    // An undo whose line was changed meanwhile is one, too.
    let done = preview.post("/__journal/step", &step("plans/novel.md", 4, "- [ ] Two", "done")).json();
    sandbox.write("plans/novel.md", "# Novel\n\n- [ ] One, but other\n- [x] Two, written over\n");
    assert_eq!(preview.post("/__journal/undo", &json!({"undo": done["undo"]})).status, 409);
    sandbox.write("plans/novel.md", "# Novel\n\n- [ ] One, but other\n- [ ] Two\n");
    assert_eq!(sources(&sandbox), before);
}

#[test]
fn what_is_no_step_or_not_of_the_journal_is_refused() {
    let outside = Sandbox::new().file("o.md", "- [ ] Outside\n");
    let sandbox = journal().file("images/readme.txt", "- [ ] No entry\n").file("_drafts/d.md", "- [ ] Left out\n");
    let preview = Preview::of(&sandbox);
    let before = (sources(&sandbox), outside.files("."));
    let status = |path: &str, line: u32, text: &str, state: &str| {
        preview.post("/__journal/step", &step(path, line, text, state)).status
    };
    assert_eq!(status("about.md", 3, "Me.", "done"), 404);
    assert_eq!(status("plans/none.md", 1, "- [ ] x", "done"), 404);
    assert_eq!(status("../o.md", 1, "- [ ] Outside", "done"), 404);
    assert_eq!(status(&outside.path("o.md").display().to_string(), 1, "- [ ] Outside", "done"), 404);
    assert_eq!(status("images/readme.txt", 1, "- [ ] No entry", "done"), 404);
    assert_eq!(status("_drafts/d.md", 1, "- [ ] Left out", "done"), 404);
    assert_eq!(status("journal.yaml", 1, "today: 2026-11-22", "done"), 404);
    assert_eq!(status("plans/novel.md", 3, "- [ ] One", "finished"), 400);
    assert_eq!(status("plans/novel.md", 5, "- [x] Three", "done"), 400);
    assert_eq!(status("plans/novel.md", 0, "- [ ] One", "done"), 409);
    assert_eq!(preview.post("/__journal/step", &json!({"path": "plans/novel.md"})).status, 400);
    assert_eq!(preview.post("/__journal/step", &json!("x")).status, 400);
    assert_eq!((sources(&sandbox), outside.files(".")), before);
}

#[test]
fn two_pages_that_tick_at_once_lose_no_tick() {
    let sandbox = journal();
    let all: Vec<String> = (0..12).map(|number| format!("- [ ] Step {number}\n")).collect();
    sandbox.write("plans/many.md", format!("# Many\n\n{}", all.concat()));
    let preview = Preview::of(&sandbox);
    std::thread::scope(|scope| {
        for number in 0..12 {
            let preview = &preview;
            scope.spawn(move || {
                let text = format!("- [ ] Step {number}");
                let done = preview.post("/__journal/step", &step("plans/many.md", number + 3, &text, "done"));
                assert_eq!(done.status, 200, "{}", done.json());
            });
        }
    });
    assert_eq!(sandbox.read("plans/many.md").matches("- [x] Step").count(), 12);
}

#[test]
fn a_reflection_is_a_new_entry_and_nothing_else() {
    let sandbox = journal();
    let preview = Preview::of(&sandbox);
    let mut events = preview.listen();
    let before = sources(&sandbox);
    let said = json!({"text": "It went: well.", "mood": "good", "plan": "novel", "metrics": {"words": 250}});
    let written = preview.post("/__journal/reflection", &said);
    assert_eq!((written.status, &written.json()["path"]), (201, &json!("reflections/2026/2026-11-22.md")));
    events.until_page("reflections/2026/2026-11-22.html");
    let exported = sandbox.run("export").exit(0).json();
    let reflection = exported["reflections"].as_array().expect("a list").iter().find(|one| one["date"] == "2026-11-22");
    let reflection = reflection.expect("it is there");
    assert_eq!((&reflection["mood"], &reflection["metrics"]["words"]), (&json!(4), &json!(250)));
    assert_eq!(reflection["plans"][0], exported["plans"][0]["path"], "{reflection}");

    // Never over one that exists.
    let second = preview.post("/__journal/reflection", &json!({"text": "More."}));
    assert_eq!(second.json()["path"], "reflections/2026/2026-11-22-2.md");
    assert!(sandbox.read("reflections/2026/2026-11-22.md").contains("It went: well."));
    let after = sources(&sandbox);
    assert!(before.iter().all(|file| after.contains(file)) && after.len() == before.len() + 2);
    for bad in [json!({}), json!({"text": "x", "mood": 9}), json!({"text": "x", "path": "../x.md"}), json!([])] {
        assert_eq!(preview.post("/__journal/reflection", &bad).status, 400, "{bad}");
    }
    assert_eq!(sources(&sandbox), after);
}

#[cfg(unix)]
#[test]
fn nothing_is_written_through_a_link_out_of_the_journal() {
    let outside = Sandbox::new().file("o.md", "- [ ] Outside\n");
    let sandbox = journal();
    let preview = Preview::of(&sandbox);
    std::fs::rename(sandbox.path("reflections"), sandbox.path("before")).expect("moved");
    std::os::unix::fs::symlink(outside.root(), sandbox.path("reflections")).expect("a link");
    let written = preview.post("/__journal/reflection", &json!({"text": "x"}));
    assert_eq!(written.status, 409, "{}", written.json());
    sandbox.remove("about.md");
    std::os::unix::fs::symlink(outside.path("o.md"), sandbox.path("about.md")).expect("a link");
    let ticked = preview.post("/__journal/step", &step("about.md", 1, "- [ ] Outside", "done"));
    assert!(matches!(ticked.status, 404 | 409), "{}", ticked.status);
    assert_eq!(outside.files("."), [("o.md".to_owned(), b"- [ ] Outside\n".to_vec())]);
}
