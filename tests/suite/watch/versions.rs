//! What git tells while it goes on: commits, other commits checked out.

use super::{Preview, wait_for};
use crate::history::repository::Repository;

#[test]
fn another_commit_is_another_past() {
    let Some(repository) = Repository::new("another_commit_is_another_past") else { return };
    repository.journal.write("journal.yaml", "today: 2026-06-01\n");
    repository.journal.write(".gitignore", "site/\n");
    repository.save("2026-01-01", "plans/a.md", "- [ ] One\n- [ ] Two\n");
    let preview = Preview::of(&repository.journal);
    let first_is_done = |day: Option<&str>| {
        let steps = || preview.get("/journal.json").json()["plans"][0]["steps"][0]["done"].clone();
        wait_for(&format!("done on {day:?}"), || steps().as_str() == day);
    };
    first_is_done(None);
    repository.journal.write("plans/a.md", "- [x] One\n- [ ] Two\n");
    first_is_done(Some("2026-06-01"));
    // Nothing in the folder is other than before; with the next save it is seen that the commit is.
    repository.commit("2026-02-01");
    repository.save("2026-02-02", "about.md", "Me.\n");
    first_is_done(Some("2026-02-01"));
    repository.git(&["checkout", "-q", "HEAD~2"]);
    first_is_done(None);
    repository.git(&["checkout", "-q", "main"]);
    first_is_done(Some("2026-02-01"));
    repository.journal.write("journal.yaml", "today: 2026-06-01\ngit: false\n");
    first_is_done(None);
}
