//! Merge conflicts left in a file are named, and what has two meanings is not shown.

use crate::sandbox::Sandbox;

#[test]
fn an_entry_with_a_conflict_is_left_out_and_its_lines_are_named() {
    let text = "---\nstart: 2026-03-01\n---\n\n# Boat\n\n<<<<<<< HEAD\n- [x] Sand the hull ✅ 2026-11-20\n=======\n- [ ] Sand the hull and the deck\n>>>>>>> laptop\n\n![](deck.jpg)\n";
    let sandbox = Sandbox::on_a_sunday()
        .file("plans/boat.md", text)
        .file("plans/oars.md", "# Oars\n\n- [ ] Find them\n")
        .file("plans/deck.jpg", "picture");
    let run = sandbox.run("build").exit(1).err("merge-conflict").err("lines 7, 9 and 11").err("plans/boat.md:7:1");
    assert_eq!(run.stderr.matches("error[").count(), 1, "what follows from it is not told besides\n{run}");
    assert!(sandbox.has("site/plans/oars.html"));
    assert!(!sandbox.has("site/plans/boat.html") && !sandbox.has("site/plans/deck.jpg"));
    let json = sandbox.run("check --format json").exit(1).json();
    assert_eq!(json["diagnostics"][0]["line"], 7);

    // In code it is an example, and both sides taken together are a file again.
    sandbox.write("plans/boat.md", "# Boat\n\n```\n<<<<<<< HEAD\n=======\n>>>>>>> laptop\n```\n\n- [ ] Sand it\n");
    sandbox.run("check --strict").exit(0);
}

#[test]
fn a_conflict_in_front_matter_is_one_problem_and_never_decides_who_may_read() {
    let text =
        "---\n<<<<<<< HEAD\nvisibility: private\n=======\nvisibility: public\n>>>>>>> laptop\n---\n\nThe deck.\n";
    let sandbox = Sandbox::on_a_sunday().file("deck.md", text).file("other.md", "x\n");
    let run = sandbox.run("build").exit(1).err("lines 2, 4 and 6");
    assert_eq!(run.stderr.matches("error[").count(), 1, "{run}");
    for arguments in ["build", "build --private -o all"] {
        sandbox.run(arguments).exit(1);
    }
    assert!(!sandbox.has("site/deck.html") && !sandbox.has("all/deck.html"));
}

#[test]
fn a_conflict_in_the_settings_stops_the_build_and_the_last_site_stays() {
    let sandbox = Sandbox::on_a_sunday().file("a.md", "x\n");
    sandbox.run("build").exit(0);
    let before = sandbox.files("site");
    sandbox.write("journal.yaml", "title: A\n<<<<<<< HEAD\nlanguage: de\n=======\nlanguage: fr\n>>>>>>> laptop\n");
    let run = sandbox.run("build").exit(1).err("merge-conflict").err("journal.yaml:2:1").err("lines 2, 4 and 6");
    assert_eq!(run.stderr.matches("error[").count(), 1, "{run}");
    assert!(sandbox.files("site") == before);
}
