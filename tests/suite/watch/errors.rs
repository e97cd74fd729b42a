//! What is wrong is told over the last good page, and goes away when it is mended.

use std::fs;

use super::{Preview, journal, wait_for};

#[test]
fn an_entry_with_an_error_keeps_its_last_good_page_until_it_is_mended() {
    let sandbox = journal();
    let preview = Preview::of(&sandbox);
    let mut events = preview.listen();
    let good = preview.get("/about.html").page();
    sandbox.write("about.md", "---\nvisibility: nobody\n---\n# Broken\n");
    let problem = events.until("problem");
    let expected = sandbox.run("check --format json").json();
    assert_eq!(problem["diagnostics"], expected["diagnostics"]);
    let page = preview.get("/about.html");
    assert_eq!((page.status, page.page(), page.island()["outdated"].as_bool()), (200, good, Some(true)));
    // Who comes later hears of it, too.
    let mut late = preview.listen();
    assert_eq!(late.until("problem"), problem);

    sandbox.write("plans/novel.md", "---\ndue: 2026-13-01\n---\n# Novel\n");
    let both = events.until("problem");
    assert_eq!(both["diagnostics"].as_array().map(Vec::len), Some(2));
    sandbox.write("plans/novel.md", "# Novel\n");
    assert_eq!(events.until("problem"), problem);

    sandbox.write("about.md", "# Mended\n");
    let (mut names, mut last) = (Vec::new(), String::new());
    while last != "solved" {
        last = events.next().0;
        names.push(last.clone());
    }
    assert_eq!(names, ["update", "solved"]);
    let page = preview.get("/about.html");
    assert!(page.page().contains("Mended") && page.island()["outdated"] == false);
    wait_for("the terminal says the same", || {
        preview.said().contains("error[bad-visibility]") && preview.said().contains("no problems any more")
    });
}

#[test]
fn a_deleted_entry_with_an_error_leaves_no_page() {
    let sandbox = journal();
    let preview = Preview::of(&sandbox);
    let mut events = preview.listen();
    sandbox.write("about.md", "---\nvisibility: nobody\n---\n");
    events.until("problem");
    assert_eq!(preview.get("/about.html").status, 200);
    sandbox.remove("about.md");
    events.until("solved");
    assert_eq!(preview.get("/about.html").status, 404);
}

#[test]
fn broken_settings_and_templates_leave_the_last_good_site() {
    let sandbox = journal();
    let preview = Preview::of(&sandbox);
    let mut events = preview.listen();
    for (path, text, told) in [
        ("journal.yaml", "titel: x\n", "journal.yaml"),
        ("journal.yaml", "title: [\n", "journal.yaml"),
        ("templates/page.html", "{% extends \"page.html\" %}", "templates/page.html"),
        ("templates/page.html", "{{ no such thing }}", "templates/page.html"),
    ] {
        let good = preview.get("/about.html").page();
        sandbox.write(path, text);
        let problem = events.until("problem");
        assert_eq!(problem["diagnostics"][0]["path"], told, "{text}");
        assert_eq!(preview.get("/about.html").page(), good, "{text}");
        // What is saved meanwhile is not forgotten.
        sandbox.write("later.md", format!("# Later\n\n{}\n", text.len()));
        if path == "journal.yaml" {
            sandbox.write(path, "today: 2026-11-22\n");
        } else {
            sandbox.remove(path);
        }
        events.until("solved");
        wait_for("what was saved meanwhile", || {
            preview.get("/later.html").page().contains(&format!(">{}<", text.len()))
        });
    }
}

#[test]
fn it_can_begin_with_a_journal_that_can_not_be_built() {
    let sandbox = journal();
    sandbox.write("journal.yaml", "titel: x\n");
    let preview = Preview::of(&sandbox);
    let page = preview.get("/about.html");
    assert_eq!(page.status, 503);
    assert!(page.page().contains("journal.yaml:1:1"), "{}", page.page());
    assert_eq!(preview.post("/__journal/reflection", &serde_json::json!({"text": "x"})).status, 409);
    let mut events = preview.listen();
    sandbox.write("journal.yaml", "today: 2026-11-22\n");
    events.until("update");
    assert_eq!(preview.get("/about.html").status, 200);
}

#[test]
fn a_journal_that_goes_away_and_comes_back_is_shown_again() {
    let sandbox = journal().file("j/about.md", "# Inner\n").file("j/journal.yaml", "today: 2026-11-22\n");
    let inner = sandbox.path("j");
    let preview = Preview::with(&sandbox, "j --port 0");
    let mut events = preview.listen();
    fs::rename(&inner, sandbox.path("away")).expect("moved");
    assert_eq!(events.until("problem")["diagnostics"][0]["code"], "unreadable");
    assert!(preview.get("/about.html").page().contains("Inner"));
    fs::rename(sandbox.path("away"), &inner).expect("moved");
    events.until("solved");
    sandbox.write("j/about.md", "# Back again\n");
    events.until_page("about.html");

    fs::remove_dir_all(&inner).expect("it is there");
    events.until("problem");
    sandbox.write("j/journal.yaml", "today: 2026-11-22\n");
    sandbox.write("j/about.md", "# New here\n");
    events.until("solved");
    wait_for("the new one", || preview.get("/about.html").page().contains("New here"));
    sandbox.write("j/about.md", "# Newer here\n");
    wait_for("the newer one", || preview.get("/about.html").page().contains("Newer here"));
}

#[cfg(unix)]
#[test]
fn a_file_that_can_not_be_read_is_named_and_recovers() {
    use std::os::unix::fs::PermissionsExt;
    let sandbox = journal();
    let preview = Preview::of(&sandbox);
    let mut events = preview.listen();
    sandbox.write("about.md", [0x23, 0xff, 0x0a]);
    assert_eq!(events.until("problem")["diagnostics"][0]["code"], "not-utf-8");
    assert_eq!(preview.get("/about.html").status, 200);
    sandbox.write("about.md", "# Text\n");
    events.until("solved");
    let rights =
        |mode: u32| fs::set_permissions(sandbox.path("about.md"), fs::Permissions::from_mode(mode)).expect("rights");
    rights(0o000);
    // Whoever may read everything is told nothing.
    if fs::read(sandbox.path("about.md")).is_err() {
        assert_eq!(events.until("problem")["diagnostics"][0]["code"], "unreadable");
        rights(0o644);
        events.until("solved");
    }
    assert!(preview.get("/about.html").page().contains("Text"));
}
