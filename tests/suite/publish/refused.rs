//! When a site is not published: it is said why, and nothing is half done.

use super::repository::Repository;
use crate::outside;
use crate::sandbox::Sandbox;

#[test]
fn a_push_that_the_remote_declines_leaves_nothing_behind() {
    let Some(repository) = Repository::new("a_push_that_the_remote_declines_leaves_nothing_behind") else { return };
    let hook = "remote.git/hooks/pre-receive";
    repository.hook(hook, "echo not on a Sunday >&2; exit 1");
    let run = repository.publish("--yes").exit(1).err("`origin` did not take the branch `gh-pages`");
    run.err("not on a Sunday").err("nothing changed here");
    assert_eq!((repository.at("journal", "gh-pages"), repository.at("remote.git", "gh-pages")), <_>::default());

    repository.sandbox.remove(hook);
    repository.publish("--yes").exit(0);
    let first = repository.at("journal", "gh-pages");
    repository.hook(hook, "exit 1");
    repository.sandbox.write("journal/plans/oars.md", "# Oars\n\n- [ ] Find them\n");
    let before = repository.untouched("journal", "none");
    repository.publish("--yes").exit(1).err("did not take");
    assert_eq!(repository.untouched("journal", "none"), before, "no ref is anywhere else");
    assert_eq!(repository.at("remote.git", "gh-pages"), first);

    repository.sandbox.remove(hook);
    repository.publish("--yes").exit(0);
    let tip = repository.at("remote.git", "gh-pages");
    assert_eq!(repository.git("journal", "rev-list --parents -1 gh-pages"), format!("{tip} {first}"));
}

#[test]
fn a_remote_that_is_ahead_is_built_on_and_never_overwritten() {
    let Some(repository) = Repository::new("a_remote_that_is_ahead_is_built_on_and_never_overwritten") else { return };
    repository.publish("--yes").exit(0);
    repository.git("", "clone --quiet remote.git other");
    repository.sandbox.write("other/plans/oars.md", "# Oars\n\n- [ ] Find them\n");
    repository.run("other", "publish --yes").exit(0);
    let theirs = repository.at("remote.git", "gh-pages");
    assert_ne!(theirs, repository.at("journal", "gh-pages"));

    repository.sandbox.write("journal/plans/sail.md", "# Sail\n\n- [ ] Sew it\n");
    let tracking = repository.at("journal", "refs/remotes/origin/main");
    let run = repository.publish("--yes").exit(0);
    assert_eq!(run.stdout, "plans/sail.md  plans/sail.html\n");
    let ours = repository.at("journal", "gh-pages");
    assert_eq!(repository.at("remote.git", "gh-pages"), ours);
    assert_eq!(repository.git("journal", "rev-list --parents -1 gh-pages"), format!("{ours} {theirs}"));
    assert_eq!(repository.at("journal", "refs/remotes/origin/main"), tracking);
    assert!(!repository.sandbox.has("journal/.git/FETCH_HEAD"));
}

#[test]
fn a_remote_that_moves_while_it_is_pushed_to_wins() {
    let Some(repository) = Repository::new("a_remote_that_moves_while_it_is_pushed_to_wins") else { return };
    repository.publish("--yes").exit(0);
    let first = repository.at("journal", "gh-pages");
    // Somebody else is quicker: git has asked the remote, and has not sent its own yet.
    let hook = "journal/.git/hooks/pre-push";
    repository.hook(
        hook,
        "cd \"$(git rev-parse --show-toplevel)/../remote.git\" && unset GIT_DIR\n\
         tree=$(git rev-parse gh-pages^{tree})\n\
         git update-ref refs/heads/gh-pages \"$(git commit-tree \"$tree\" -p gh-pages -m quicker)\"",
    );
    repository.sandbox.write("journal/plans/oars.md", "# Oars\n\n- [ ] Find them\n");
    let run = repository.publish("--yes").exit(1);
    assert_eq!(repository.git("remote.git", "log -1 --format=%s gh-pages"), "quicker", "{run}");
    assert_eq!(repository.at("journal", "gh-pages"), first);
    assert!(run.stderr.contains("moved on at `origin`") || run.stderr.contains("did not take"), "{run}");

    repository.sandbox.remove(hook);
    let theirs = repository.at("remote.git", "gh-pages");
    repository.publish("--yes").exit(0);
    let ours = repository.at("remote.git", "gh-pages");
    assert_eq!(repository.git("journal", "rev-list --parents -1 gh-pages"), format!("{ours} {theirs}"));
}

#[test]
fn two_histories_of_the_branch_are_not_mixed() {
    let Some(repository) = Repository::new("two_histories_of_the_branch_are_not_mixed") else { return };
    repository.git("", "clone --quiet remote.git other");
    repository.publish("--yes --no-push").exit(0);
    repository.run("other", "publish --yes --message theirs").exit(0);
    let before = repository.untouched("journal", "none");
    repository.publish("--yes").exit(1).err("the other way round").err("git branch -D gh-pages");
    assert_eq!(repository.untouched("journal", "none"), before);
    repository.git("journal", "branch --quiet -D gh-pages");
    repository.publish("--yes").exit(0).err("nothing to publish");
}

#[test]
fn a_branch_that_is_checked_out_is_left_alone() {
    let Some(repository) = Repository::new("a_branch_that_is_checked_out_is_left_alone") else { return };
    repository.publish("--yes").exit(0);
    let first = repository.at("journal", "gh-pages");
    repository.git("journal", "worktree add --quiet ../pages gh-pages");
    repository.sandbox.write("journal/plans/oars.md", "# Oars\n\n- [ ] Find them\n");
    repository.publish("--yes").exit(1).err("is checked out in").err("pages`").err("--branch");
    assert_eq!((repository.at("journal", "gh-pages"), repository.at("remote.git", "gh-pages")), (first.clone(), first));
    repository.publish("--yes --branch main").exit(1).err("is checked out in");
    repository.publish("--yes --branch other").exit(0);
    assert_eq!(repository.git("pages", "status --porcelain"), "");
}

#[test]
fn branches_that_are_none_are_named() {
    let Some(repository) = Repository::new("branches_that_are_none_are_named") else { return };
    for bad in ["a..b", "x.lock", "@{-1}", "a//b"] {
        repository.publish(&format!("--yes --branch {bad}")).exit(1).err(&format!("`{bad}` can't be the name"));
    }
    repository.publish("--yes --branch=-f").exit(1).err("`-f` can't be the name");
    repository.git("journal", "symbolic-ref refs/heads/gh-pages refs/heads/elsewhere");
    repository.publish("--yes").exit(1).err("stands for `refs/heads/elsewhere`");
}

#[test]
fn without_a_name_it_is_said_how_to_set_one() {
    let Some(repository) = Repository::new("without_a_name_it_is_said_how_to_set_one") else { return };
    for known in ["", "[user]\nname = Ines\n", "[user]\nemail = ines@example.org\n"] {
        repository.sandbox.write("home/.gitconfig", known);
        let before = repository.inside("journal/.git");
        let run = repository.publish("--yes").exit(1);
        run.err("git config --global user.name").err("git config --global user.email");
        assert!(repository.inside("journal/.git") == before, "nothing was done");
    }
    let named = [
        ("GIT_AUTHOR_NAME", "A"),
        ("GIT_AUTHOR_EMAIL", "a@b"),
        ("GIT_COMMITTER_NAME", "C"),
        ("GIT_COMMITTER_EMAIL", "c@d"),
    ];
    repository.run_with("journal", "publish --yes", &named).exit(0);
    assert_eq!(repository.git("journal", "log -1 --format=%an:%ce gh-pages"), "A:c@d");
}

#[test]
fn errors_in_the_journal_stop_it() {
    let Some(repository) = Repository::new("errors_in_the_journal_stop_it") else { return };
    repository.sandbox.write("journal/plans/bad.md", "---\nvisibility: perhaps\n---\n\n- [ ] x\n");
    let before = repository.inside("journal/.git");
    for arguments in ["--yes", "--dry-run", "--yes --no-push"] {
        repository.publish(arguments).exit(1).err("bad-visibility").err("so nothing was published");
    }
    repository.sandbox.write("journal/plans/bad.md", "- [ ] x [[nowhere]]\n");
    repository.publish("--yes --strict").exit(1).err("dead-link");
    repository.sandbox.write("journal/journal.yaml", "titel: x\n");
    repository.publish("--yes").exit(1).err("unknown-key");
    assert!(repository.inside("journal/.git") == before);
}

#[test]
fn a_file_that_git_could_not_check_out_is_named() {
    let Some(repository) = Repository::new("a_file_that_git_could_not_check_out_is_named") else { return };
    repository.sandbox.write("journal/odd.md", "---\npermalink: x/.git/config.html\n---\n\nOdd.\n");
    let built = repository.run("journal", "build");
    let run = repository.publish("--yes").exit(1);
    let is_named = run.stderr.contains("can't be a file of a branch") || run.stderr.contains("bad-address");
    assert!(is_named, "{built}\n{run}");
    assert_eq!(repository.at("journal", "gh-pages"), "");
}

#[test]
fn without_a_repository_a_remote_or_git_it_is_said_what_is_missing() {
    let Some(repository) = Repository::new("without_a_repository_a_remote_or_git_it_is_said_what_is_missing") else {
        return;
    };
    let journal = Sandbox::on_a_sunday().file("a.md", "x\n");
    journal.run("publish --yes").exit(1).err("is in no git repository").err("`git init`");
    journal.run_with("publish --yes", &[("PATH", "")]).exit(1).err("`git` can't be found");

    repository.publish("--yes --remote upstream").exit(1).err("no remote `upstream`").err("git remote add upstream");
    repository.git("journal", "remote set-url origin ../gone.git");
    repository.publish("--yes").exit(1).err("could not ask `origin`").err("gone.git");
    repository.git("journal", "remote remove origin");
    repository.publish("--yes").exit(1).err("no remote `origin`").err("--no-push");
    assert_eq!(repository.at("journal", "gh-pages"), "");
    repository.publish("--yes --no-push").exit(0).err("committed: ");
    assert_ne!(repository.at("journal", "gh-pages"), "");
}

#[test]
fn without_git_a_journal_is_built_all_the_same() {
    let journal = Sandbox::on_a_sunday().file("a.md", "x\n");
    journal.run_with("build", &[("PATH", "")]).exit(0);
    journal.run_with("init new", &[("PATH", "")]).exit(0);
    assert!(journal.has("site/a.html") && journal.has("new/.gitignore"));
    if outside::program(&["git"]).is_none() {
        outside::ignored("publish", "there is no git");
    }
}

#[cfg(unix)]
#[test]
fn a_branch_that_somebody_moves_here_meanwhile_stays_theirs() {
    let Some(repository) = Repository::new("a_branch_that_somebody_moves_here_meanwhile_stays_theirs") else { return };
    repository.hook("journal/.git/hooks/pre-push", "git update-ref refs/heads/gh-pages refs/heads/main");
    repository.publish("--yes").exit(1).err("the site is published, but the branch `gh-pages` was moved here");
    assert_eq!(repository.at("journal", "gh-pages"), repository.at("journal", "main"));
    assert!(repository.tree("remote.git", "gh-pages").contains_key("index.html"));
}
