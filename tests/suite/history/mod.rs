//! What git tells of a journal's past.

mod oracle;
mod private;
#[cfg(unix)]
mod reading;
pub mod repository;

use serde_json::Value;

use crate::sandbox::{Run, Sandbox};
use repository::Repository;

/// The steps of the first plan: text, created, done and cancelled.
fn steps(run: &Run) -> Vec<[String; 4]> {
    let json = run.json();
    let of = |step: &Value| ["text", "created", "done", "cancelled"].map(|key| step[key].as_str().unwrap_or("").into());
    json["plans"][0]["steps"].as_array().expect("steps").iter().map(of).collect()
}

#[track_caller]
fn check(journal: &Sandbox, expected: &[[&str; 4]]) {
    let run = journal.run("export --today 2026-06-01").exit(0);
    assert_eq!(steps(&run), expected, "{run}");
}

/// A plan that grew, was ticked, renamed, paused and given another day.
fn grown(test: &str) -> Option<Repository> {
    let repository = Repository::new(test)?;
    repository.journal.write("journal.yaml", "title: J\n");
    let head = "---\nstart: 2026-01-01\ndue: 2026-09-01\n---\n# Boat\n\n";
    repository.save("2026-01-01", "plans/b.md", &format!("{head}- [ ] Plan it\n- [ ] Buy wood\n- [ ] Paint\n"));
    repository.save("2026-02-01", "plans/b.md", &format!("{head}- [x] Plan it\n- [ ] Buy wood\n- [ ] Paint\n"));
    repository.git(&["mv", "plans/b.md", "plans/boat.md"]);
    repository.commit("2026-02-02");
    let head = head.replace("due: 2026-09-01", "due: 2026-12-01\nstatus: paused");
    repository.save("2026-03-01", "plans/boat.md", &format!("{head}- [ ] Buy wood\n- [x] Plan it\n- [-] Paint\n"));
    let head = head.replace("status: paused", "status: active");
    let last = format!("{head}- [ ] Buy dry wood\n- [x] Plan it\n- [-] Paint\n- [x] Sail ✅ 2026-03-20\n");
    repository.save("2026-04-01", "plans/boat.md", &last);
    Some(repository)
}

const GROWN: [[&str; 4]; 4] = [
    ["Buy dry wood", "2026-01-01", "", ""],
    ["Plan it", "2026-01-01", "2026-02-01", ""],
    ["Paint", "2026-01-01", "", "2026-03-01"],
    // Its own day goes before that of the commit, and it was there before it was done.
    ["Sail", "", "2026-03-20", ""],
];

#[test]
fn what_was_done_needs_no_date() {
    let Some(Repository { journal, .. }) = grown("what_was_done_needs_no_date") else { return };
    check(&journal, &GROWN);
    journal.run("status boat --today 2026-06-01").exit(0).out("1 March to 31 March").out("Sun 1 Feb").out("Plan it");
    journal.run("build --today 2026-06-01").exit(0);
    let page = journal.read("site/plans/boat.html");
    // One of three was cancelled, and one came.
    for words in ["Scope was 3 steps on 1 January 2026 and has been 3 since", "Due, until 1 March 2026", "Changed"] {
        assert!(page.contains(words), "{words}\n{page}");
    }
}

#[test]
fn a_change_that_is_not_committed_is_of_today() {
    let Some(Repository { journal, .. }) = grown("a_change_that_is_not_committed_is_of_today") else { return };
    let text = journal.read("plans/boat.md").replace("- [ ] Buy dry", "- [x] Buy dry").replace("- [-] Paint\n", "");
    journal.remove("plans/boat.md");
    journal.write("plans/big boat.md", format!("{text}- [ ] Sell\n"));
    check(
        &journal,
        &[["Buy dry wood", "2026-01-01", "2026-06-01", ""], GROWN[1], GROWN[3], ["Sell", "2026-06-01", "", ""]],
    );
}

#[test]
fn nothing_is_asked_where_nothing_is_wanted_or_known() {
    let test = "nothing_is_asked_where_nothing_is_wanted_or_known";
    let Some(Repository { journal, .. }) = grown(test) else { return };
    let without =
        [["Buy dry wood", "", "", ""], ["Plan it", "", "", ""], ["Paint", "", "", ""], ["Sail", "", "2026-03-20", ""]];
    journal.write("journal.yaml", "title: J\ngit: false\n");
    check(&journal, &without);
    // No repository, an empty one, and no git.
    let plan = journal.read("plans/boat.md");
    check(&Sandbox::new().file("plans/boat.md", &plan), &without);
    let Some(empty) = Repository::new(test) else { return };
    empty.journal.write("plans/boat.md", &plan);
    check(&empty.journal, &without);
    journal.write("journal.yaml", "title: J\n");
    let run = journal.run_with("export --today 2026-06-01", &[("PATH", "")]).exit(0);
    assert_eq!((steps(&run), run.stderr.as_str()), (without.map(|step| step.map(String::from)).to_vec(), ""));
}

#[test]
fn a_shallow_clone_knows_what_it_has_and_says_so() {
    let Some(repository) = grown("a_shallow_clone_knows_what_it_has_and_says_so") else { return };
    let url = format!("file://{}", repository.journal.root().display());
    let clone = |depth: &str| {
        let journal = Sandbox::new();
        let to = journal.path("").display().to_string();
        repository.git(&["clone", "-q", "--depth", depth, &url, &to]);
        journal
    };
    let journal = clone("1");
    check(&journal, &[["Buy dry wood", "", "", ""], ["Plan it", "", "", ""], ["Paint", "", "", ""], GROWN[3]]);
    let run = journal.run("check --format json").exit(0);
    assert_eq!(run.stdout.matches("shallow-history").count(), 1, "{run}");
    let journal = clone("2");
    check(&journal, &[["Buy dry wood", "", "", ""], ["Plan it", "", "", ""], ["Paint", "", "", ""], GROWN[3]]);
    journal.run("status boat --today 2026-06-01").exit(0);
    let journal = clone("5");
    check(&journal, &GROWN);
    assert!(!journal.run("check --format json").exit(0).stdout.contains("shallow-history"));
}

#[test]
fn a_journal_may_lie_deep_in_a_repository_and_in_another_work_tree() {
    let test = "a_journal_may_lie_deep_in_a_repository_and_in_another_work_tree";
    let Some(repository) = Repository::new(test) else { return };
    repository.save("2026-01-01", "docs/my journal/plans/a.md", "- [ ] One\n- [ ] Two\n");
    repository.save("2026-01-03", "src/plans/a.md", "- [x] Two\n");
    repository.save("2026-01-05", "docs/my journal/plans/a.md", "- [x] One\n- [ ] Two\n");
    let expected = [["One", "2026-01-01", "2026-01-05", ""], ["Two", "2026-01-01", "", ""]];
    let export = "export --today 2026-06-01";
    let run = repository.journal.run_in("docs/my journal", export).exit(0);
    assert_eq!(steps(&run), expected);
    let trees = Sandbox::new();
    let tree = trees.path("tree").display().to_string();
    repository.git(&["worktree", "add", "-q", &tree, "HEAD~2"]);
    let run = trees.run_in("tree/docs/my journal", export).exit(0);
    assert_eq!(steps(&run), [["One", "2026-01-01", "", ""], ["Two", "2026-01-01", "", ""]]);
    // What is set for another repository does not lead there.
    let other = repository.journal.path(".git").display().to_string();
    let astray = [("GIT_DIR", other.as_str()), ("GIT_INDEX_FILE", "/nowhere"), ("GIT_LITERAL_PATHSPECS", "1")];
    let plan = Sandbox::new().file("docs/my journal/plans/a.md", "- [x] One\n");
    let run = plan.run_with(&format!("-C docs {export}"), &astray).exit(0);
    assert_eq!(steps(&run), [["One", "", "", ""]]);
}

#[test]
fn a_branch_keeps_its_days_and_where_two_agree_the_first_is_believed() {
    let test = "a_branch_keeps_its_days_and_where_two_agree_the_first_is_believed";
    let Some(repository) = Repository::new(test) else { return };
    let plan = "- [ ] One step\n\n- [ ] Two steps\n\n- [x] Red\n\n- [x] Green\n";
    let tick = |text: &str, what: &str| text.replace(&format!("[ ] {what}"), &format!("[x] {what}"));
    repository.save("2026-01-01", "plans/a.md", plan);
    repository.git(&["checkout", "-q", "-b", "side"]);
    repository.save("2026-02-01", "plans/a.md", &tick(plan, "One"));
    repository.git(&["mv", "plans/a.md", "plans/b.md"]);
    repository.commit("2026-02-02");
    repository.git(&["checkout", "-q", "main"]);
    // Untick and tick again on one side only: since then it stands ticked.
    repository.save("2026-02-10", "plans/a.md", &plan.replace("[x] Red", "[ ] Red"));
    repository.save("2026-02-12", "plans/a.md", &tick(&tick(plan, "One"), "Two"));
    repository.git_on("2026-03-01T12:00:00Z", &["merge", "-q", "-m", "x", "side"]);
    check(
        &repository.journal,
        &[
            ["One step", "2026-01-01", "2026-02-01", ""],
            ["Two steps", "2026-01-01", "2026-02-12", ""],
            ["Red", "2026-01-01", "2026-02-12", ""],
            ["Green", "2026-01-01", "2026-01-01", ""],
        ],
    );
}

#[test]
fn commits_that_were_made_anew_are_read_anew() {
    let Some(repository) = grown("commits_that_were_made_anew_are_read_anew") else { return };
    check(&repository.journal, &GROWN);
    repository.git_on("2026-04-01T12:00:00Z", &["commit", "-q", "--amend", "--date=2026-04-02T12:00:00Z", "-m", "y"]);
    check(&repository.journal, &GROWN);
    repository.git(&["reset", "-q", "--hard", "HEAD~3"]);
    check(
        &repository.journal,
        &[
            ["Plan it", "2026-01-01", "2026-02-01", ""],
            ["Buy wood", "2026-01-01", "", ""],
            ["Paint", "2026-01-01", "", ""],
        ],
    );
    let damaged = repository.journal.path(".journal/history-public");
    std::fs::write(&damaged, "not what was written").expect("a file");
    check(
        &repository.journal,
        &[
            ["Plan it", "2026-01-01", "2026-02-01", ""],
            ["Buy wood", "2026-01-01", "", ""],
            ["Paint", "2026-01-01", "", ""],
        ],
    );
}

#[test]
fn checkpoints_entries_and_pivots_have_their_days() {
    let Some(repository) = Repository::new("checkpoints_entries_and_pivots_have_their_days") else { return };
    let plan = |status: &str, tick: &str, done: &str| {
        format!(
            "---\nstart: 2026-01-01\nstatus: {status}\ncheckpoints:\n  - {{title: Contract, done: {done}}}\n---\n\
             ## [{tick}] Checkpoint: Draft\n\n- [ ] One\n"
        )
    };
    repository.save("2026-01-01", "plans/a.md", &plan("active", " ", "false"));
    repository.save("2026-01-02", "about.md", "Me.\n");
    repository.save("2026-02-01", "plans/a.md", &plan("active", "x", "true"));
    repository.save("2026-03-01", "plans/a.md", &plan("pivoted", "x", "true"));
    repository.save("2026-03-02", "about.md", "Me, again.\n");
    let json = repository.journal.run("export --today 2026-06-01").exit(0).json();
    let checkpoints = json["plans"][0]["checkpoints"].as_array().expect("checkpoints");
    let done: Vec<&str> = checkpoints.iter().map(|checkpoint| checkpoint["done"].as_str().unwrap_or("")).collect();
    assert_eq!(done, ["2026-02-01", "2026-02-01"]);
    repository.journal.run("build --today 2026-06-01").exit(0);
    let page = repository.journal.read("site/about.html");
    assert!(page.contains("2 January 2026") && page.contains("2 March 2026"), "{page}");
    assert!(repository.journal.read("site/timeline.html").contains("It pivoted on 1 March 2026."));
}

#[test]
fn a_repository_runs_no_program_of_its_own() {
    let Some(repository) = grown("a_repository_runs_no_program_of_its_own") else { return };
    let journal = &repository.journal;
    let trap = journal.path("trap");
    let program = format!("touch {}; cat", trap.display());
    for key in [
        "core.fsmonitor",
        "core.pager",
        "diff.external",
        "diff.md.command",
        "diff.md.textconv",
        "gpg.program",
        "core.sshCommand",
        "core.alternateRefsCommand",
        "alias.log",
    ] {
        repository.git(&["config", key, &program]);
    }
    for (key, value) in [
        ("log.showSignature", "true"),
        ("log.showRoot", "false"),
        ("diff.renames", "false"),
        ("log.date", "raw"),
        ("color.ui", "always"),
        ("diff.relative", "true"),
        ("diff.noPrefix", "true"),
        ("log.diffMerges", "off"),
    ] {
        repository.git(&["config", key, value]);
    }
    journal.write(".git/info/attributes", "*.md diff=md\n");
    check(journal, &GROWN);
    assert!(!trap.exists());
}

#[test]
fn a_damaged_repository_is_told_and_stops_nothing() {
    let Some(repository) = grown("a_damaged_repository_is_told_and_stops_nothing") else { return };
    let journal = &repository.journal;
    std::fs::remove_dir_all(journal.path(".git/objects")).expect("objects");
    std::fs::create_dir(journal.path(".git/objects")).expect("a folder");
    let run = journal.run("build --today 2026-06-01").exit(0);
    assert!(run.stderr.contains("history-unread") || !run.stderr.contains("fatal"), "{run}");
    check(journal, &[["Buy dry wood", "", "", ""], ["Plan it", "", "", ""], ["Paint", "", "", ""], GROWN[3]]);
}
