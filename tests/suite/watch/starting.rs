//! How a preview begins and ends, and the output folder instead of a server.

use std::net::TcpListener;
use std::process::{Command, Stdio};
use std::time::{SystemTime, UNIX_EPOCH};

use super::{Preview, journal, wait_for};
use crate::sandbox::Sandbox;

#[cfg(unix)]
fn signal(preview: &Preview, name: &str) {
    let done = Command::new("kill").args([name, &preview.child.id().to_string()]).status().expect("there is a kill");
    assert!(done.success());
}

#[cfg(unix)]
#[test]
fn ctrl_c_ends_it_cleanly_with_listeners_and_all() {
    for name in ["-INT", "-TERM"] {
        let preview = Preview::of(&journal());
        let _events = preview.listen();
        signal(&preview, name);
        assert_eq!(preview.ended(), Some(0), "{name}");
    }
}

#[test]
fn a_port_that_was_asked_for_and_is_taken_is_wrong_usage() {
    let taken = TcpListener::bind("127.0.0.1:0").expect("a port");
    let port = taken.local_addr().expect("an address").port();
    let run = journal().run(&format!("watch --port {port}")).exit(2);
    assert!(run.stderr.contains(&format!("127.0.0.1:{port}")) && run.stderr.contains("--port"), "{run}");
    journal().run("watch --host no.such.host.invalid").exit(2).err("no.such.host.invalid");
    journal().run("watch no-such-folder").exit(2);
    journal().run("watch --no-serve --port 1").exit(2);
}

#[test]
fn where_no_port_is_asked_for_the_next_free_one_is_taken() {
    let sandbox = journal();
    // Taken by this, or by whatever else runs here.
    let _taken = TcpListener::bind("127.0.0.1:4848");
    let preview = Preview::with(&sandbox, "");
    assert_ne!(preview.host, "127.0.0.1:4848");
    assert_eq!(preview.get("/about.html").status, 200);
    let second = Preview::with(&sandbox, "");
    assert_ne!(second.host, preview.host);
}

#[test]
fn the_output_folder_is_not_touched_by_a_server_and_is_no_source() {
    let sandbox = journal();
    sandbox.run("build").exit(0);
    let before = sandbox.files("site");
    let preview = Preview::of(&sandbox);
    let mut events = preview.listen();
    sandbox.write("about.md", "# Other\n");
    events.until_page("about.html");
    assert_eq!(sandbox.files("site"), before);
}

#[test]
fn each_round_is_a_line_in_the_terminal() {
    let sandbox = journal();
    let preview = Preview::with(&sandbox, "-v --port 0");
    let mut events = preview.listen();
    sandbox.write("about.md", "# About\n\nOther words.\n");
    events.until_page("about.html");
    wait_for("the line", || {
        let said = preview.said();
        said.lines().any(|line| line.contains("  about.md: ") && line.contains(" ms (parsed 1, rendered "))
    });
    let quiet = Preview::with(&sandbox, "-q --port 0");
    sandbox.write("plans/novel.md", "---\ndue: never\n---\n# Novel\n");
    wait_for("the problem", || quiet.said().contains("plans/novel.md:2"));
    assert!(!quiet.said().contains(" ms"), "{}", quiet.said());
}

/// Without a server there is no address to wait for.
struct Writing(std::process::Child);

impl Writing {
    fn with(sandbox: &Sandbox, arguments: &str) -> Self {
        let mut command = sandbox.command("", &format!("watch --no-serve {arguments}"));
        Self(command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("the program starts"))
    }
}

impl Drop for Writing {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn has(sandbox: &Sandbox, path: &str, text: &str) -> bool {
    std::fs::read_to_string(sandbox.path(path)).is_ok_and(|found| found.contains(text))
}

#[test]
fn without_a_server_the_folder_is_what_a_build_writes() {
    let sandbox = journal();
    let mut writing = Writing::with(&sandbox, "");
    wait_for("the first build", || has(&sandbox, "site/about.html", "Me."));
    sandbox.write("about.md", "# About\n\nSomeone else.\n");
    wait_for("the second", || has(&sandbox, "site/about.html", "Someone else."));
    sandbox.write("journal.yaml", "titel: x\n");
    sandbox.write("journal.yaml", "today: 2026-11-22\ntitle: T\n");
    wait_for("the third", || has(&sandbox, "site/about.html", "· T<"));
    assert!(!sandbox.has("site/secret.html"), "the folder is to be published");
    // Other builds are let in between.
    wait_for("a build", || {
        let before = sandbox.files("site");
        sandbox.run("build").exit(0);
        before == sandbox.files("site")
    });
    assert!(writing.0.try_wait().expect("it can be asked").is_none(), "it goes on");
    drop(writing);

    let _private = Writing::with(&sandbox, "--private");
    wait_for("all of it", || has(&sandbox, "site/secret.html", "Words for me"));
}

/// An offset from UTC, as the variable `TZ` takes it (POSIX counts to the west), under which the day ends in so many
/// seconds.
fn a_zone_whose_day_ends_in(seconds: u64) -> String {
    let day = 24 * 60 * 60;
    let now = SystemTime::now().duration_since(UNIX_EPOCH).expect("after 1970").as_secs() % day;
    let east = (2 * day - seconds - now) % day;
    format!("XXX-{:02}:{:02}:{:02}", east / 3600, east / 60 % 60, east % 60)
}

#[test]
fn at_midnight_the_day_moves_on() {
    let sandbox = Sandbox::new().file("plans/novel.md", "# Novel\n\n- [ ] One\n");
    let mut command = sandbox.command("", "watch --port 0");
    command.env("TZ", a_zone_whose_day_ends_in(20));
    let preview = Preview::started(command);
    let day = || preview.get("/journal.json").json()["generated_for"].as_str().expect("a day").to_owned();
    let mut events = preview.listen();
    let first = day();
    let midnight = events.until_page("index.html");
    assert_ne!(day(), first, "{midnight}");
    wait_for("the line", || preview.said().contains("a new day: "));
}
