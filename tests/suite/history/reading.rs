//! How much is asked of git: as little as there is new.

use std::os::unix::fs::PermissionsExt;

use super::grown;
use crate::sandbox::Sandbox;

/// A program that writes down what git is asked, and asks it.
fn scribe(git: &std::path::Path) -> Sandbox {
    let folder = Sandbox::new();
    let asked = folder.path("asked").display().to_string();
    let program = format!("#!/bin/sh\necho \"$@\" >> {asked}\nexec {} \"$@\"\n", git.display());
    folder.write("git", program);
    std::fs::set_permissions(folder.path("git"), std::fs::Permissions::from_mode(0o755)).expect("rights");
    folder
}

#[test]
fn only_new_commits_are_asked_for() {
    let Some(repository) = grown("only_new_commits_are_asked_for") else { return };
    let scribe = scribe(&repository.git);
    let path = scribe.path("").display().to_string();
    let asked = || {
        repository.journal.run_with("status --today 2026-06-01", &[("PATH", &path)]).exit(0);
        let asked = scribe.read("asked");
        scribe.remove("asked");
        let words = ["rev-parse", "merge-base", "log", "cat-file"];
        let first = |line: &str| words.into_iter().find(|word| line.split(' ').any(|part| part == *word));
        let since = |line: &str| line.split(' ').any(|part| part.starts_with('^'));
        asked.lines().map(|line| (first(line).unwrap_or("?"), since(line))).collect::<Vec<_>>()
    };
    let everything = [("rev-parse", false), ("log", false), ("cat-file", false)];
    assert_eq!(asked(), everything);
    assert_eq!(asked(), [("rev-parse", false)]);
    repository.journal.write("plans/boat.md", "- [x] Buy dry wood\n");
    assert_eq!(asked(), [("rev-parse", false)], "what is not committed is none of git's business");
    repository.commit("2026-05-01");
    assert_eq!(asked(), [("rev-parse", false), ("merge-base", false), ("log", true), ("cat-file", false)]);
    // A title has no say in what a version means; a status has.
    repository.journal.write("journal.yaml", "title: Other\n");
    assert_eq!(asked(), [("rev-parse", false)]);
    repository.journal.write("journal.yaml", "statuses: {z: done}\n");
    assert_eq!(asked(), everything);
    repository.journal.write("journal.yaml", "git: false\n");
    repository.journal.run_with("status --today 2026-06-01", &[("PATH", &path)]).exit(0);
    assert!(!scribe.has("asked"));
}
