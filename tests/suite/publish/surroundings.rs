//! Repositories in every state, and settings of git that must not reach the site.

use super::repository::Repository;

/// Publishes from `folder`, and that nothing but the branch changed there.
#[track_caller]
fn publishes(repository: &Repository, folder: &str) {
    let before = repository.untouched(folder, "gh-pages");
    // A question that writes nothing down.
    let status = || repository.git(folder, "--no-optional-locks status --porcelain");
    let status_before = status();
    repository.run(folder, "publish --yes").exit(0).err("published: ");
    assert_eq!(repository.untouched(folder, "gh-pages"), before);
    assert_eq!(status(), status_before);
    assert!(repository.tree(folder, "gh-pages").contains_key("plans/boat.html"));
    assert_eq!(repository.at(folder, "refs/stash"), "");
}

#[test]
fn a_dirty_tree_and_a_staged_index_stay_as_they_are() {
    let Some(repository) = Repository::new("a_dirty_tree_and_a_staged_index_stay_as_they_are") else { return };
    repository.sandbox.write("journal/plans/oars.md", "# Oars\n\n- [ ] Find them\n");
    repository.git("journal", "add plans/oars.md");
    repository.sandbox.write("journal/plans/oars.md", "# Oars\n\n- [x] Find them\n");
    repository.sandbox.write("journal/plans/new.md", "# New\n\n- [ ] One\n");
    repository.sandbox.remove("journal/picture.bin");
    publishes(&repository, "journal");
    // The site is that of the folder, not of a commit.
    assert!(repository.tree("journal", "gh-pages").contains_key("plans/new.html"));
    assert!(!repository.sandbox.has("journal/site"), "nor is there an output folder that was not there before");
}

#[test]
fn a_detached_head_stays_where_it_is() {
    let Some(repository) = Repository::new("a_detached_head_stays_where_it_is") else { return };
    repository.git("journal", "checkout --quiet --detach");
    publishes(&repository, "journal");
}

#[test]
fn a_repository_without_a_commit_can_publish() {
    let Some(repository) = Repository::empty("a_repository_without_a_commit_can_publish") else { return };
    publishes(&repository, "journal");
    assert_eq!(repository.git("remote.git", "for-each-ref --format=%(refname)"), "refs/heads/gh-pages");
}

#[test]
fn an_unfinished_merge_is_not_disturbed() {
    let Some(repository) = Repository::new("an_unfinished_merge_is_not_disturbed") else { return };
    repository.git("journal", "checkout --quiet -b side");
    repository.sandbox.write("journal/notes.txt", "one\n");
    repository.git("journal", "add .");
    repository.git("journal", "commit --quiet -m side");
    repository.git("journal", "checkout --quiet main");
    repository.git("journal", "merge --quiet --no-ff --no-commit side");
    publishes(&repository, "journal");
    assert!(repository.sandbox.has("journal/.git/MERGE_HEAD"));
}

#[test]
fn a_linked_work_tree_publishes_like_any_other() {
    let Some(repository) = Repository::new("a_linked_work_tree_publishes_like_any_other") else { return };
    repository.git("journal", "worktree add --quiet ../linked -b side");
    publishes(&repository, "linked");
    assert_eq!(repository.at("journal", "gh-pages"), repository.at("remote.git", "gh-pages"));
}

#[test]
fn a_journal_below_the_top_of_its_repository_is_all_there_is_on_the_branch() {
    let Some(repository) = Repository::new("a_journal_below_the_top_of_its_repository_is_all_there_is_on_the_branch")
    else {
        return;
    };
    repository.sandbox.write("journal/docs/day book/journal.yaml", "today: 2026-11-22\n");
    repository.sandbox.write("journal/docs/day book/plans/kite.md", "# Kite\n\n- [ ] Paper\n");
    let before = repository.untouched("journal", "gh-pages");
    repository.run("journal/docs/day book", "publish --yes").exit(0);
    assert_eq!(repository.untouched("journal", "gh-pages"), before);
    let tree = repository.tree("remote.git", "gh-pages");
    assert!(tree.contains_key("plans/kite.html") && !tree.contains_key("plans/boat.html"));
}

#[test]
fn submodules_are_neither_looked_into_nor_pushed() {
    let Some(repository) = Repository::new("submodules_are_neither_looked_into_nor_pushed") else { return };
    // A journal that is one.
    repository.git("", "init --quiet -b main above");
    repository.git("above", "submodule --quiet add ../remote.git notes");
    repository.git("above", "commit --quiet -m notes");
    publishes(&repository, "above/notes");
    assert_eq!(repository.at("above", "gh-pages"), "");
    assert_ne!(repository.at("remote.git", "gh-pages"), "");

    // A journal that has one, with a commit that nobody has pushed, where git was told to push it along.
    repository.git("", "init --quiet --bare -b main pictures.git");
    repository.git("", "clone --quiet pictures.git pictures");
    repository.sandbox.write("pictures/a.txt", "one\n");
    for step in ["add .", "commit --quiet -m one", "push --quiet origin main"] {
        repository.git("pictures", step);
    }
    repository.git("journal", "submodule --quiet add ../pictures.git pictures");
    repository.git("journal", "commit --quiet -m pictures");
    repository.git("journal", "config push.recurseSubmodules on-demand");
    repository.sandbox.write("journal/pictures/a.txt", "two\n");
    repository.git("journal/pictures", "commit --quiet -am two");
    let there = repository.at("pictures.git", "main");
    publishes(&repository, "journal");
    assert_eq!(repository.at("pictures.git", "main"), there);
}

#[test]
fn no_setting_of_git_changes_a_byte() {
    let Some(repository) = Repository::new("no_setting_of_git_changes_a_byte") else { return };
    repository.publish("--yes --branch plain").exit(0);
    repository
        .sandbox
        .write("journal/.gitattributes", "* text eol=crlf filter=upper ident working-tree-encoding=UTF-16\n");
    for setting in [
        "core.autocrlf true",
        "core.fileMode false",
        "core.attributesFile .gitattributes",
        "filter.upper.clean false",
        "filter.upper.required true",
        "commit.gpgSign true",
        "gpg.program false",
        "i18n.commitEncoding ISO-8859-1",
        "push.followTags true",
        "push.default nothing",
        "fetch.prune true",
        "diff.renames copies",
        "diff.noprefix true",
        "status.short true",
        "color.ui always",
        "fastimport.unpackLimit 1",
        "core.quotePath true",
    ] {
        repository.git("journal", &format!("config {setting}"));
    }
    repository.git("journal", "-c tag.gpgSign=false tag -a -m tag v1");
    let before = repository.untouched("journal", "gh-pages");
    repository.publish("--yes").exit(0).err("published: ");
    assert_eq!(repository.untouched("journal", "gh-pages"), before);
    let plain = repository.git("remote.git", "rev-parse plain^{tree}");
    assert_eq!(repository.git("remote.git", "rev-parse gh-pages^{tree}"), plain);
    assert_eq!(repository.git("remote.git", "tag"), "", "no tag goes along");
    let commit = repository.git("remote.git", "cat-file commit gh-pages");
    assert!(!commit.contains("gpgsig") && !commit.contains("encoding"), "{commit}");
    repository.git("remote.git", "fsck --strict");
}

#[cfg(unix)]
#[test]
fn a_file_that_can_be_run_is_published_as_a_plain_one() {
    use std::os::unix::fs::PermissionsExt as _;
    let Some(repository) = Repository::new("a_file_that_can_be_run_is_published_as_a_plain_one") else { return };
    let path = repository.sandbox.path("journal/picture.bin");
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o755)).expect("it is ours");
    publishes(&repository, "journal");
}

#[cfg(unix)]
#[test]
fn of_all_hooks_only_that_of_the_push_runs() {
    let Some(repository) = Repository::new("of_all_hooks_only_that_of_the_push_runs") else { return };
    repository.publish("--yes --no-push --branch first").exit(0);
    for name in [
        "pre-commit",
        "prepare-commit-msg",
        "commit-msg",
        "post-commit",
        "post-index-change",
        "post-checkout",
        "pre-push",
    ] {
        repository.hook(&format!("journal/.git/hooks/{name}"), &format!("echo {name} >> \"$HOME/hooks\""));
    }
    // This one is run for the push, too: git remembers where the branch is at the remote.
    repository.hook("journal/.git/hooks/reference-transaction", "grep refs/heads/ >> \"$HOME/hooks\" || true");
    repository.publish("--yes").exit(0);
    assert_eq!(repository.sandbox.read("home/hooks"), "pre-push\n");

    repository.hook("journal/.git/hooks/pre-push", "echo the gate is shut >&2; exit 1");
    repository.sandbox.write("journal/plans/oars.md", "# Oars\n\n- [ ] Find them\n");
    let before = repository.untouched("journal", "none");
    repository.publish("--yes").exit(1).err("the gate is shut");
    assert_eq!(repository.untouched("journal", "none"), before);
}

#[test]
fn inside_a_hook_of_another_repository_the_journals_own_is_meant() {
    let Some(repository) = Repository::new("inside_a_hook_of_another_repository_the_journals_own_is_meant") else {
        return;
    };
    repository.git("", "init --quiet -b main other");
    let at = |path: &str| repository.sandbox.path(path).to_string_lossy().into_owned();
    let (folder, index) = (at("other/.git"), at("other/.git/index"));
    let before = repository.inside("other/.git");
    let told = [("GIT_DIR", folder.as_str()), ("GIT_INDEX_FILE", &index), ("GIT_PREFIX", "plans/")];
    repository.run_with("journal", "publish --yes", &told).exit(0);
    assert_ne!(repository.at("journal", "gh-pages"), "");
    assert!(repository.inside("other/.git") == before);
}

#[test]
fn a_repository_of_longer_names_works_as_well() {
    let Some(repository) = Repository::empty("a_repository_of_longer_names_works_as_well") else { return };
    repository.git("", "init --quiet --bare --object-format=sha256 long.git");
    repository.git("", "init --quiet --object-format=sha256 -b main long");
    repository.sandbox.write("long/journal.yaml", "today: 2026-11-22\n");
    repository.sandbox.write("long/plans/boat.md", "# Boat\n\n- [ ] Oars\n");
    repository.git("long", "remote add origin ../long.git");
    publishes(&repository, "long");
    assert_eq!(repository.at("long.git", "gh-pages").len(), 64);
}
