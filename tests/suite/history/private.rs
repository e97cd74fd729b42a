//! What is private today leaves no trace of its past, and what was private and is gone leaves none either.

use super::repository::Repository;

/// What must be nowhere.
const CANARY: &str = "canary";

/// A journal whose public face is the same on every day, whatever is private in it.
fn told(test: &str, with_private: bool) -> Option<Repository> {
    let repository = Repository::new(test)?;
    let write = |path: &str, public: &str, private: &str| {
        let private = if with_private { private } else { "" };
        repository.journal.write(path, format!("{public}\n{private}"));
    };
    let callout = |text: &str| format!("> [!private]\n> {}\n", text.replace('\n', "\n> "));
    repository.journal.write("journal.yaml", "title: J\n");
    write(
        "plans/a.md",
        "---\nstart: 2026-01-01\n---\n# A\n\n- [ ] One step\n- [ ] Two steps\n",
        &callout("- [ ] canary one\n- [x] Three steps"),
    );
    repository.commit("2026-01-01");
    write(
        "plans/a.md",
        "---\nstart: 2026-01-01\n---\n# A\n\n- [x] One step\n- [ ] Two steps\n",
        &callout("- [x] canary one\n- [x] Three steps"),
    );
    repository.commit("2026-01-10");
    // Nothing public changes.
    write(
        "plans/a.md",
        "---\nstart: 2026-01-01\n---\n# A\n\n- [x] One step\n- [ ] Two steps\n",
        "%%\n- [x] canary two\n%%\n",
    );
    repository.commit("2026-01-20");
    // What was private is public from now on, and no day before that is known of it.
    write(
        "plans/a.md",
        "---\nstart: 2026-01-01\n---\n# A\n\n- [x] One step\n- [ ] Two steps\n- [x] Three steps\n- [ ] canary two of the public\n",
        "",
    );
    repository.commit("2026-02-01");
    write(
        "plans/a.md",
        "---\nstart: 2026-01-01\n---\n# A\n\n- [x] One step\n- [ ] Two steps\n- [x] Three steps\n",
        "<!-- canary -->\n",
    );
    if with_private {
        repository.journal.write("plans/canary.md", "---\nvisibility: private\n---\n- [x] Two steps\n- [x] canary\n");
    }
    repository.commit("2026-03-01");
    // A step moves from a private plan into the public one: there it is new.
    if with_private {
        repository.journal.write("plans/canary.md", "---\nvisibility: private\n---\n- [x] canary\n");
    }
    write(
        "plans/a.md",
        "---\nstart: 2026-01-01\n---\n# A\n\n- [x] One step\n- [x] Two steps\n- [x] Three steps\n- [x] Four\n",
        "",
    );
    repository.commit("2026-04-01");
    Some(repository)
}

#[test]
fn the_past_of_what_is_private_changes_no_byte() {
    let test = "the_past_of_what_is_private_changes_no_byte";
    let (Some(with), Some(without)) = (told(test, true), told(test, false)) else { return };
    for repository in [&with, &without] {
        repository.journal.run("build --today 2026-06-01 --base-url https://example.org/").exit(0);
    }
    let site = with.journal.files("site");
    assert!(site.iter().any(|(path, _)| path == "plans/a.html"));
    for ((path, bytes), (other_path, other)) in site.iter().zip(without.journal.files("site")) {
        assert_eq!((path, bytes == &other), (&other_path, true), "{path} knows of something private");
        assert!(!String::from_utf8_lossy(bytes).contains(CANARY) && !path.contains(CANARY), "{path}");
    }
    assert_eq!(site.len(), without.journal.files("site").len());
    // The writer sees it.
    with.journal.run("build --private --today 2026-06-01").exit(0);
    assert!(with.journal.read("site/plans/canary.html").contains(CANARY));
}

#[test]
fn what_a_plan_was_while_it_was_private_is_not_told() {
    let Some(repository) = Repository::new("what_a_plan_was_while_it_was_private_is_not_told") else { return };
    let plan = |head: &str, steps: &str| format!("---\nstart: 2026-01-01\n{head}\n---\n# A\n\n{steps}");
    repository.save(
        "2026-01-01",
        "plans/a.md",
        &plan("due: 2026-07-07\ndraft: true\nstatus: paused", "- [ ] One\n- [ ] canary\n- [ ] canary b\n"),
    );
    repository.save(
        "2026-02-01",
        "plans/a.md",
        &plan("due: 2026-08-08\ndraft: true\nstatus: active", "- [x] One\n- [ ] canary\n"),
    );
    repository.save("2026-03-01", "plans/a.md", &plan("due: 2026-09-09", "- [x] One\n- [ ] Two\n"));
    repository.save("2026-04-01", "plans/a.md", &plan("due: 2026-10-10", "- [x] One\n- [ ] Two\n"));
    repository.journal.run("build --today 2026-06-01").exit(0);
    let page = repository.journal.read("site/plans/a.html");
    assert!(page.contains("Due, until 1 April 2026") && page.contains("9 September 2026"), "{page}");
    for hidden in ["7 July", "8 August", "1 January to", "Paused", CANARY] {
        assert!(!page.contains(hidden), "{hidden}\n{page}");
    }
    // A step that is public now was done when it was done.
    let json = repository.journal.run("export --today 2026-06-01").exit(0).json();
    assert_eq!(json["plans"][0]["steps"][0]["done"], "2026-02-01");
}
