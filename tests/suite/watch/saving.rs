//! Every way in which editors and people save, move and delete.

use std::fs;
use std::process::Command;

use super::{Preview, journal, wait_for};
use crate::sandbox::Sandbox;

/// Saves `about.md` in some way so that it holds `text`, and waits until the page shows it.
fn shows(preview: &Preview, save: impl Fn(&str), text: &str) {
    let mut events = preview.listen();
    save(text);
    wait_for(text, || {
        events.until_page("about.html");
        preview.get("/about.html").page().contains(text)
    });
}

#[test]
fn however_an_editor_saves_the_page_is_there_once_it_is_said_to_be() {
    let sandbox = journal();
    let preview = Preview::of(&sandbox);
    let path = sandbox.path("about.md");
    let write = |text: &str| fs::write(&path, format!("# About\n\n{text}\n")).expect("a file");
    shows(&preview, write, "written over");
    shows(
        &preview,
        |text| {
            // As VS Code does: emptied, and written a moment later.
            let mut file = fs::File::create(&path).expect("a file");
            std::thread::sleep(std::time::Duration::from_millis(2));
            std::io::Write::write_all(&mut file, format!("# About\n\n{text}\n").as_bytes()).expect("a file");
        },
        "emptied first",
    );
    shows(
        &preview,
        |text| {
            // As vim and most others do.
            sandbox.write("4913", "");
            sandbox.remove("4913");
            sandbox.write(".about.md.swp", "swap");
            sandbox.write("about.md.new", format!("# About\n\n{text}\n"));
            fs::rename(&path, sandbox.path("about.md~")).expect("a backup");
            fs::rename(sandbox.path("about.md.new"), &path).expect("a file");
            sandbox.remove("about.md~");
        },
        "renamed over",
    );
    if cfg!(unix) {
        write("seven words that sed is to find");
        shows(
            &preview,
            |text| {
                let change = format!("s/^[a-z].*/{text}/");
                let done = Command::new("sed").args(["-i", &change]).arg(&path).status().expect("there is a sed");
                assert!(done.success());
            },
            "changed in place",
        );
    }
}

#[test]
fn folders_that_come_and_go_take_their_pages_with_them() {
    let sandbox = journal();
    let preview = Preview::of(&sandbox);
    let mut events = preview.listen();
    let status = |page: &str| preview.get(page).status;

    // A folder with a file in it at once, some folders deep.
    sandbox.write("new/deep/er/n.md", "# N\n\nWords.\n");
    events.until_page("new/deep/er/n.html");
    // The folder is listened to from now on.
    sandbox.write("new/deep/er/n.md", "# N\n\nOther words.\n");
    events.until_page("new/deep/er/n.html");
    assert!(preview.get("/new/deep/er/n.html").page().contains("Other words"));

    // Moved within, out, and back in; below its new name it is still listened to.
    fs::rename(sandbox.path("new"), sandbox.path("newer")).expect("moved");
    let update = events.until_page("newer/deep/er/n.html");
    assert_eq!(update["moved"]["new/deep/er/n.html"], "newer/deep/er/n.html");
    assert_eq!((status("/new/deep/er/n.html"), status("/newer/deep/er/n.html")), (404, 200));
    sandbox.write("newer/deep/er/n.md", "# N\n\nThird words.\n");
    events.until_page("newer/deep/er/n.html");
    let outside = Sandbox::new();
    fs::rename(sandbox.path("newer"), outside.path("newer")).expect("moved");
    events.until_page("newer/deep/er/n.html");
    assert_eq!(status("/newer/deep/er/n.html"), 404);
    outside.write("newer/more.md", "# More\n");
    fs::rename(outside.path("newer"), sandbox.path("newer")).expect("moved");
    events.until_page("newer/more.html");
    assert_eq!((status("/newer/more.html"), status("/newer/deep/er/n.html")), (200, 200));

    fs::remove_dir_all(sandbox.path("newer")).expect("it is there");
    wait_for("nothing of it", || status("/newer/more.html") == 404 && status("/newer/deep/er/n.html") == 404);
}

#[test]
fn a_name_in_other_letters_is_another_name() {
    let sandbox = journal();
    let preview = Preview::of(&sandbox);
    let mut events = preview.listen();
    sandbox.write("images/a.txt", "one");
    events.until("update");
    fs::rename(sandbox.path("images/a.txt"), sandbox.path("images/A.txt")).expect("moved");
    wait_for("the other name", || preview.get("/images/A.txt").status == 200);
    wait_for("no old name", || preview.get("/images/a.txt").status == 404);
    fs::rename(sandbox.path("about.md"), sandbox.path("About.md")).expect("moved");
    sandbox.write("About.md", "# About\n\nStill me.\n");
    wait_for("the same page", || preview.get("/about.html").page().contains("Still me"));
}

#[test]
fn settings_templates_and_assets_are_saved_like_anything_else() {
    let sandbox = journal().file("pic.png", "one").file("drafts/d.md", "# D\n").file("show.md", "![p](pic.png)\n");
    let preview = Preview::of(&sandbox);
    let mut events = preview.listen();
    sandbox.write("pic.png", "other bytes");
    events.until_page("pic.png");
    assert_eq!(preview.get("/pic.png").body, b"other bytes");

    assert_eq!(preview.get("/drafts/d.html").status, 200);
    sandbox.write("journal.yaml", "today: 2026-11-22\ntitle: Another title\nignore: [drafts/]\n");
    events.until_page("about.html");
    assert!(preview.get("/about.html").page().contains("Another title"));
    assert_eq!(preview.get("/drafts/d.html").status, 404);
    sandbox.write("journal.yaml", "today: 2026-11-22\n");
    events.until_page("drafts/d.html");

    let template = sandbox.run("theme show page.html").stdout;
    sandbox.write("templates/page.html", template.replacen("{% endblock", "<!-- mine -->{% endblock", 1));
    events.until_page("about.html");
    assert!(preview.get("/about.html").page().contains("<!-- mine -->"));
    sandbox.remove("templates/page.html");
    events.until_page("about.html");
    assert!(!preview.get("/about.html").page().contains("<!-- mine -->"));
}

#[test]
fn what_git_leaves_out_can_change_at_any_time() {
    let sandbox = journal().file("notes/n.md", "# N\n");
    let preview = Preview::of(&sandbox);
    let mut events = preview.listen();
    sandbox.write(".gitignore", "notes/\n");
    events.until_page("notes/n.html");
    assert_eq!(preview.get("/notes/n.html").status, 404);
    sandbox.write("notes/other.md", "# O\n");
    sandbox.remove(".gitignore");
    events.until_page("notes/other.html");
    assert_eq!(preview.get("/notes/n.html").status, 200);
}

#[test]
fn a_burst_of_saves_settles_into_few_builds() {
    let sandbox = journal();
    let preview = Preview::of(&sandbox);
    let mut events = preview.listen();
    let before = events.hello["build"].as_u64().expect("a number");
    for number in 0..300 {
        sandbox.write(&format!("many/{number}.md"), format!("# N {number}\n"));
    }
    wait_for("all of them", || {
        (0..300).step_by(23).all(|number| preview.get(&format!("/many/{number}")).status == 200)
    });
    sandbox.write("about.md", "# About\n\nThe last.\n");
    let after = events.until_page("about.html")["build"].as_u64().expect("a number");
    assert!(after - before < 100, "{} builds for 300 files", after - before);
}

#[test]
fn what_is_read_only_for_the_build_does_not_wake_it() {
    let sandbox = journal();
    let preview = Preview::of(&sandbox);
    let mut events = preview.listen();
    let before = events.hello["build"].as_u64().expect("a number");
    for _ in 0..3 {
        fs::read(sandbox.path("about.md")).expect("a file");
        sandbox.write("notes.md~", "a backup");
        sandbox.write("site/x.html", "a build's own");
        sandbox.write("about.md", "# About\n\nMe.\n");
    }
    sandbox.write("plans/novel.md", "# Novel\n\n- [ ] Another\n");
    let after = events.until_page("plans/novel.html")["build"].as_u64().expect("a number");
    assert_eq!(after, before + 1, "{}", preview.said());
}

/// Where the system will not listen, as on some network file systems and in small containers.
#[cfg(target_os = "linux")]
#[test]
fn what_the_system_does_not_tell_of_is_found_by_looking() {
    for (limit, advice) in [("inotify_instances", "max_user_instances"), ("inotify_watches", "max_user_watches")] {
        let sandbox = journal();
        // In a name space of its own, where it may set its own limits.
        let script =
            format!("echo 2 > /proc/sys/user/max_{limit} && echo 0 > /proc/sys/user/max_{limit} && exec \"$@\"");
        let wrapped = |command: Command| {
            let mut wrapper = Command::new("unshare");
            wrapper.args(["--user", "--map-root-user", "sh", "-c", &script, "sh"]);
            wrapper.arg(command.get_program()).args(command.get_args()).current_dir(sandbox.root());
            wrapper
        };
        let can = wrapped(Command::new("true")).output();
        if !can.is_ok_and(|output| output.status.success()) {
            let test = "what_the_system_does_not_tell_of_is_found_by_looking";
            crate::outside::ignored(test, "no name space of one's own can be had here");
            return;
        }
        let preview = Preview::started(wrapped(sandbox.command("", "watch --port 0")));
        wait_for(advice, || preview.said().contains(advice));
        let mut events = preview.listen();
        for text in ["Found once", "Found twice", "Found three"] {
            sandbox.write("about.md", format!("# About\n\n{text}.\n"));
            events.until_page("about.html");
            assert!(preview.get("/about.html").page().contains(text));
        }
        sandbox.write("new/deep/n.md", "# N\n");
        events.until_page("new/deep/n.html");
        sandbox.remove("about.md");
        events.until_page("about.html");
        assert_eq!(preview.get("/about.html").status, 404);
    }
}
