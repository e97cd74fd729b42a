//! `journal publish`: the site becomes a commit on a branch, and nothing else changes.

mod refused;
mod repository;
mod surroundings;

use repository::{Repository, SECRETS};

#[test]
fn the_first_time_everything_is_shown_and_agreed_to() {
    let Some(repository) = Repository::new("the_first_time_everything_is_shown_and_agreed_to") else { return };
    let before = (repository.untouched("journal", "gh-pages"), repository.inside("journal/.git"));
    let run = repository.publish("").exit(2).err("say `--yes` to go on").err("3 files become public");
    let run = run.out("plans/boat.md").out("reflections/2026-11-20-rain.md").out("picture.bin");
    assert!(!run.stdout.contains("secret"), "{run}");
    assert_eq!((repository.untouched("journal", "gh-pages"), repository.inside("journal/.git")), before);

    repository.publish("--yes").exit(0).err("published: ").err("pushed to `origin`");
    assert_eq!(repository.untouched("journal", "gh-pages"), before.0);
    let tip = repository.at("journal", "gh-pages");
    assert_eq!(tip, repository.at("remote.git", "gh-pages"));
    assert_eq!(repository.git("journal", "rev-list --parents gh-pages"), tip, "a commit without a parent");
    assert_eq!(repository.git("journal", "log -1 --format=%an:%s gh-pages"), "Ines:Publish the site of 2026-11-22");

    // The branch holds the site, byte for byte, and what a host wants beside it.
    repository.run("journal", "build -o ../built").exit(0);
    let mut built: Vec<_> = repository.sandbox.files("built");
    built.retain(|(path, _)| !path.starts_with(".journal-"));
    built.push((".nojekyll".into(), Vec::new()));
    built.sort();
    let published: Vec<_> = repository.tree("remote.git", "gh-pages").into_iter().collect();
    assert_eq!(published.len(), built.len());
    assert!(published == built, "the bytes are those of a build");
}

#[test]
fn again_there_is_one_parent_and_only_what_is_new_is_asked_about() {
    let Some(repository) = Repository::new("again_there_is_one_parent_and_only_what_is_new_is_asked_about") else {
        return;
    };
    repository.publish("--yes").exit(0);
    let first = repository.at("journal", "gh-pages");

    // Nothing changed.
    let before = repository.inside("journal/.git");
    let run = repository.publish("").exit(0).err("nothing to publish: `gh-pages` has this site already");
    assert_eq!(run.stdout, "");
    assert!(repository.inside("journal/.git") == before, "not one object is added");

    // An entry changed: nobody is asked.
    let text = repository.sandbox.read("journal/reflections/2026-11-20-rain.md");
    repository.sandbox.write("journal/reflections/2026-11-20-rain.md", text.replace("kind", "unkind"));
    let run = repository.publish("").exit(0).err("published: ");
    assert_eq!(run.stdout, "");
    let second = repository.at("remote.git", "gh-pages");
    assert_eq!(repository.git("journal", "rev-list --parents -1 gh-pages"), format!("{second} {first}"));

    // A new one: asked about, and only that.
    repository.sandbox.write("journal/plans/oars.md", "# Oars\n\n- [ ] Find them\n");
    let run = repository.publish("").exit(2).err("1 file becomes public");
    assert_eq!(run.stdout, "plans/oars.md  plans/oars.html\n");
    assert_eq!(repository.at("journal", "gh-pages"), second);
    repository.publish("--yes").exit(0);
    assert_eq!(repository.git("remote.git", "rev-list --count gh-pages"), "3");
}

#[test]
fn what_was_unlisted_and_is_public_now_is_asked_about() {
    let Some(repository) = Repository::new("what_was_unlisted_and_is_public_now_is_asked_about") else { return };
    repository.sandbox.write("journal/attic.md", "---\nvisibility: unlisted\n---\n\nDust.\n");
    repository.publish("--yes").exit(0).out("attic.md").out("(unlisted)");
    let run = repository.publish("").exit(0);
    assert_eq!(run.stdout, "");
    repository.sandbox.write("journal/attic.md", "Dust.\n");
    let run = repository.publish("").exit(2);
    assert_eq!(run.stdout, "attic.md  attic.html\n");
}

#[test]
fn no_private_word_is_in_any_object_of_the_branch() {
    let Some(repository) = Repository::new("no_private_word_is_in_any_object_of_the_branch") else { return };
    repository.publish("--yes --message rain").exit(0);
    repository.sandbox.write("journal/plans/oars.md", "# Oars\n\n- [ ] Find them %%gunwale%%\n");
    repository.publish("--yes").exit(0);
    let objects = repository.git("remote.git", "rev-list --objects gh-pages");
    assert!(objects.lines().count() > 20, "{objects}");
    let (ids, paths): (Vec<String>, Vec<&str>) = objects
        .lines()
        .map(|line| line.split_once(' ').unwrap_or((line, "")))
        .map(|(id, path)| (id.to_owned(), path))
        .unzip();
    let mut looked = 0;
    for ((kind, bytes), path) in repository.objects("remote.git", &ids).into_iter().zip(paths) {
        let text = String::from_utf8_lossy(&bytes).to_lowercase();
        looked += usize::from(text.contains("rain"));
        for word in SECRETS.into_iter().chain(["secret"]) {
            assert!(!text.contains(word) && !path.contains(word), "{word} in {kind} {path}");
        }
    }
    assert!(looked > 3, "the words of a public entry are found this way");
}

#[test]
fn a_dry_run_writes_nothing_at_all() {
    let Some(repository) = Repository::new("a_dry_run_writes_nothing_at_all") else { return };
    let everything = || (repository.inside("journal/.git"), repository.inside("remote.git"));
    let before = everything();
    repository.publish("--dry-run").exit(0).out("plans/boat.md").err("nothing was done");
    repository.publish("--dry-run --no-push").exit(0).err("would change on `gh-pages`; nothing was done");
    assert!(everything() == before);

    // Not even what it has to fetch for it stays.
    repository.git("", "clone --quiet remote.git other");
    repository.run("other", "publish --yes").exit(0);
    let before = everything();
    let run = repository.publish("--dry-run").exit(0).err("nothing to publish");
    assert_eq!(run.stdout, "");
    assert!(everything() == before);
}

#[test]
fn what_a_host_put_on_the_branch_stays_and_the_rest_is_the_site() {
    let Some(repository) = Repository::new("what_a_host_put_on_the_branch_stays_and_the_rest_is_the_site") else {
        return;
    };
    repository.git("", "clone --quiet remote.git other");
    repository.git("other", "checkout --quiet --orphan gh-pages");
    repository.git("other", "rm -r --quiet --cached .");
    repository.sandbox.write("other/CNAME", "boats.example.org\n");
    repository.sandbox.write("other/old.html", "an older site");
    repository.git("other", "add CNAME old.html");
    repository.git("other", "commit --quiet -m domain");
    repository.git("other", "push --quiet origin gh-pages");

    repository.publish("--yes").exit(0);
    let tree = repository.tree("remote.git", "gh-pages");
    assert_eq!(tree["CNAME"], b"boats.example.org\n");
    assert_eq!(tree[".nojekyll"], b"");
    assert!(tree.contains_key("index.html") && !tree.contains_key("old.html"));
    assert_eq!(repository.git("remote.git", "rev-list --count gh-pages"), "2");

    // The journal's own word goes before both.
    repository.sandbox.write("journal/static/CNAME", "sea.example.org\n");
    repository.publish("--yes").exit(0);
    assert_eq!(repository.tree("remote.git", "gh-pages")["CNAME"], b"sea.example.org\n");
}

#[test]
fn branch_remote_and_message_can_be_chosen() {
    let Some(repository) = Repository::new("branch_remote_and_message_can_be_chosen") else { return };
    repository.git("", "init --quiet --bare mirror.git");
    repository.git("journal", "remote add mirror ../mirror.git");
    repository.publish("--yes --branch site/public --remote mirror -m Sunday").exit(0).err("pushed to `mirror`");
    assert_eq!(repository.git("mirror.git", "log --format=%s site/public"), "Sunday");
    assert_eq!(repository.at("remote.git", "site/public"), "");
    // An address is a remote, too; and the only remote is the usual one.
    repository.publish("--yes --remote ../mirror.git").exit(0);
    assert_ne!(repository.at("mirror.git", "gh-pages"), "");
    repository.git("journal", "remote remove origin");
    repository.publish("--yes --branch third").exit(0).err("pushed to `mirror`");
}

#[test]
fn what_was_committed_without_a_push_is_pushed_later() {
    let Some(repository) = Repository::new("what_was_committed_without_a_push_is_pushed_later") else { return };
    repository.publish("--yes --no-push").exit(0).err("pushed nowhere");
    let tip = repository.at("journal", "gh-pages");
    assert_eq!(repository.at("remote.git", "gh-pages"), "");
    repository.publish("").exit(0).err("0 files changed").err("pushed to `origin`");
    assert_eq!((repository.at("journal", "gh-pages"), repository.at("remote.git", "gh-pages")), (tip.clone(), tip));
}

#[test]
fn an_edit_changes_few_files_of_the_branch() {
    let Some(repository) = Repository::new("an_edit_changes_few_files_of_the_branch") else { return };
    let example = crate::example::example();
    for (path, bytes) in example.files(".") {
        repository.sandbox.write(&format!("journal/{path}"), bytes);
    }
    repository.publish("--yes").exit(0);
    let path = "journal/reflections/2026/2026-06-07-four-weeks.md";
    let text = repository.sandbox.read(path);
    repository.sandbox.write(path, format!("{text}\nThe window was open.\n"));
    repository.publish("").exit(0);
    let changed = repository.git("journal", "diff-tree -r --name-only --no-commit-id gh-pages");
    let changed: Vec<&str> = changed.lines().collect();
    assert!(changed.contains(&"reflections/2026/2026-06-07-four-weeks.html"), "{changed:?}");
    let all = repository.git("journal", "ls-tree -r --name-only gh-pages").lines().count();
    assert!(changed.len() * 10 < all, "{} of {all}: {changed:?}", changed.len());
    let page = "diff-tree -r --numstat --no-commit-id gh-pages -- reflections/2026/2026-06-07-four-weeks.html";
    let lines: usize =
        repository.git("journal", page).split_whitespace().take(2).map(|n| n.parse::<usize>().expect("a number")).sum();
    assert!(lines < 10, "{lines} lines of the page");
}
