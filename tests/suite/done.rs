//! `journal done`: one line of one file changes, and nothing a person wrote is ever lost.

use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use crate::sandbox::Sandbox;

const NOVEL: &str = "---\r\ntitle: Novel\r\n---\r\n\r\n- [ ] Write the outline 📅 2026-11-20\r\n- [/] Call Ana ^c1\r\n- [x] Buy paper ✅ 2026-11-01\r\n- [ ] Swim 🔁 every week 📅 2026-11-20";

fn journal() -> Sandbox {
    Sandbox::on_a_sunday()
        .file("plans/novel.md", NOVEL)
        .file("plans/run.md", "- [ ] Write down times\n- [ ] Buy shoes [due:: 2026-12-01]\n")
        .file("secret.md", "---\nvisibility: private\ntitle: Secret\n---\n- [ ] Ask for a rise\n")
}

#[test]
fn a_step_is_ticked_and_every_other_byte_stays() {
    let journal = journal();
    let run = journal.run("done outline").exit(0);
    assert_eq!(run.stdout, "plans/novel.md:5\n- [x] Write the outline 📅 2026-11-20 ✅ 2026-11-22\n");
    assert_eq!(run.stderr, "Novel: 2 of 3 steps done\n");
    let expected =
        NOVEL.replace("[ ] Write the outline 📅 2026-11-20", "[x] Write the outline 📅 2026-11-20 ✅ 2026-11-22");
    assert_eq!(journal.read("plans/novel.md"), expected);
    journal.run("done --undo").exit(0);
    assert_eq!(journal.read("plans/novel.md"), NOVEL);
    let run = journal.run("done --undo").exit(2);
    assert!(run.stderr.contains("nothing is remembered to undo"), "{}", run.stderr);
}

#[test]
fn undo_restores_what_the_step_was_before() {
    let journal = journal();
    journal.run("done ^c1 --today 2026-11-30").exit(0);
    assert!(journal.read("plans/novel.md").contains("- [x] Call Ana ✅ 2026-11-30 ^c1\r\n"));
    journal.run("done swim").exit(0);
    let swum = "- [ ] Swim 🔁 every week 📅 2026-11-27\r\n- [x] Swim 🔁 every week 📅 2026-11-20 ✅ 2026-11-22";
    assert!(journal.read("plans/novel.md").ends_with(swum));
    journal.run("done --undo call ana").exit(0);
    journal.run("done --undo swim").exit(0);
    assert_eq!(journal.read("plans/novel.md"), NOVEL);
    // What was ticked by hand is opened.
    journal.run("done --undo paper").exit(0);
    assert!(journal.read("plans/novel.md").contains("- [ ] Buy paper\r\n"));
}

#[test]
fn a_line_that_changed_since_is_opened_and_not_thrown_back() {
    let journal = journal();
    journal.run("done outline").exit(0);
    let text = journal.read("plans/novel.md").replace("Write the outline", "Write the whole outline");
    journal.write("plans/novel.md", text);
    journal.run("done --undo whole").exit(0);
    assert!(journal.read("plans/novel.md").contains("- [ ] Write the whole outline 📅 2026-11-20\r\n"));
    journal.run("done outline").exit(0);
    journal.write("plans/novel.md", "- [ ] all new\n");
    let run = journal.run("done --undo").exit(1);
    assert!(
        run.stderr.contains("plans/novel.md:5: the line is not there any more; nothing was changed"),
        "{}",
        run.stderr
    );
    assert_eq!(journal.read("plans/novel.md"), "- [ ] all new\n");
}

#[test]
fn a_step_is_cancelled_in_the_spelling_of_its_line() {
    let journal = journal();
    let run = journal.run("done shoes --cancel").exit(0);
    assert!(run.stdout.ends_with("- [-] Buy shoes [due:: 2026-12-01] [cancelled:: 2026-11-22]\n"), "{}", run.stdout);
}

#[test]
fn missed_days_are_skipped_when_asked() {
    let journal = journal();
    let run = journal.run("done swim --skip-missed --today 2026-12-10").exit(0);
    assert!(run.stdout.contains("- [ ] Swim 🔁 every week 📅 2026-12-11\n"), "{}", run.stdout);
}

#[test]
fn of_several_steps_none_is_ticked_unseen() {
    let journal = journal();
    let run = journal.run("done buy").exit(0);
    assert!(run.stdout.starts_with("plans/run.md:2\n"), "what is done does not match: {}", run.stdout);
    let before = journal.files("plans");
    let run = journal.run("done write").exit(2);
    for place in ["plans/novel.md:5", "plans/run.md:1"] {
        assert!(run.stderr.contains(place), "{}", run.stderr);
    }
    let run = journal.run("done nothing like it").exit(2);
    assert!(run.stderr.contains("no step has the words `nothing like it`"), "{}", run.stderr);
    assert_eq!(journal.files("plans"), before);
    journal.run("done write --plan novel").exit(0);
    journal.run("done plans/run.md:1").exit(0);
    let run = journal.run("done write --plan walk").exit(2);
    assert!(run.stderr.contains("there is no plan `walk`"), "{}", run.stderr);
}

#[test]
fn what_is_done_already_is_told() {
    let journal = journal();
    let run = journal.run("done paper").exit(0);
    assert_eq!(run.stderr, "nothing to do: `Buy paper` is done, since 2026-11-01 (plans/novel.md:7)\n");
    assert_eq!((run.stdout.as_str(), journal.read("plans/novel.md").as_str()), ("", NOVEL));
    journal.run("done").exit(2);
    journal.run("done --undo --cancel paper").exit(2);
}

#[test]
fn private_steps_are_the_writers_own_to_tick() {
    let journal = journal();
    journal.run("done rise").exit(0);
    assert!(journal.read("secret.md").ends_with("- [x] Ask for a rise ✅ 2026-11-22\n"));
}

#[cfg(unix)]
#[test]
fn a_read_only_file_is_left_alone() {
    use std::os::unix::fs::PermissionsExt;

    let journal = journal();
    let file = journal.path("plans/novel.md");
    std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o444)).expect("rights");
    let run = journal.run("done outline").exit(1);
    assert!(run.stderr.contains("is read-only"), "{}", run.stderr);
    assert_eq!(journal.read("plans/novel.md"), NOVEL);
}

/// An editor saves again and again, each time with one more line, while steps are ticked. What it saved last is there
/// in the end, whatever became of the ticks.
#[test]
fn ticking_a_file_that_is_being_edited_loses_nothing() {
    let steps = (0..12).map(|number| format!("- [ ] step{number}x\n")).collect::<Vec<_>>().concat();
    let journal = Sandbox::on_a_sunday().file("plans/a.md", &steps);
    let file = journal.path("plans/a.md");
    let over = AtomicBool::new(false);
    let mut told = Vec::new();
    let lines = std::thread::scope(|scope| {
        let editor = scope.spawn(|| {
            let mut lines = 0;
            while !over.load(Ordering::Acquire) {
                // As an editor that reloads what changed on disk, and saves through a file beside it.
                let text = std::fs::read_to_string(&file).expect("the file is there");
                let beside = file.with_extension("md~");
                std::fs::write(&beside, format!("{text}\nline {lines}\n")).expect("saved");
                std::fs::rename(&beside, &file).expect("saved");
                lines += 1;
                std::thread::sleep(Duration::from_millis(11));
            }
            lines
        });
        for number in 0..12 {
            let run = journal.run(&format!("done step{number}x"));
            told.push(run.stderr);
        }
        over.store(true, Ordering::Release);
        editor.join().expect("the editor ends")
    });
    let text = journal.read("plans/a.md");
    for line in 0..lines {
        assert!(text.lines().any(|found| found == format!("line {line}")), "line {line} of {lines} is gone:\n{text}");
    }
    assert_eq!(text.lines().filter(|line| line.starts_with("- [")).count(), 12, "{text}");
    // A refusal says why; it happens when the editor never pauses.
    assert!(
        told.iter().all(|why| why.contains("steps done") || why.contains("changed by another program")),
        "{told:?}"
    );
}
