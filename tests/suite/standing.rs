//! What is said of a plan is said once, and is true: on its page, in lists, on the front page.

use crate::sandbox::Sandbox;

/// What the page of `plans/a.md` shows, as words.
#[track_caller]
fn page(front: &str, body: &str) -> String {
    let sandbox = Sandbox::on_a_sunday()
        .file("plans/a.md", format!("---\ntitle: Alpha\n{front}---\n{body}\n"))
        .file("plans/b.md", "---\ntitle: Beta\n---\n- [ ] b\n");
    sandbox.run("build").exit(0);
    words(&sandbox.read("site/plans/a.html"))
}

/// The text of a page, without its tags, its spaces put together.
fn words(html: &str) -> String {
    let main = html.split("<main").nth(1).unwrap_or(html);
    let text: String = main.split('<').map(|part| part.split_once('>').map_or(part, |(_, text)| text)).collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[track_caller]
fn once(page: &str, sentence: &str) {
    assert_eq!(page.matches(sentence).count(), 1, "`{sentence}` in\n{page}");
}

#[test]
fn a_plan_that_pivoted_to_itself_is_warned_of_and_became_nothing() {
    let sandbox =
        Sandbox::on_a_sunday().file("plans/a.md", "---\nstatus: pivoted\npivoted_to: a\n---\n# Alpha\n- [ ] a\n");
    let run = sandbox.run("check").exit(0);
    let run = run.out("warning[bad-value]: `pivoted_to` names this plan itself: `a`").out("plans/a.md:3:13");
    assert_eq!(run.stdout.matches("warning[").count(), 1, "{run}");
    sandbox.run("build").exit(0);
    let page = words(&sandbox.read("site/plans/a.html"));
    once(&page, "It became something else.");
    assert!(!page.contains("Came from") && !page.contains("became Alpha"), "{page}");
}

#[test]
fn what_a_plan_became_is_said_once() {
    let page = page("status: pivoted\npivoted_to: b\nstatus_note: Enough of it.\n", "- [x] a");
    once(&page, "It became Beta.");
    once(&page, "Enough of it.");
}

#[test]
fn a_paused_plan_says_once_when_to_look_again() {
    let held = "status: paused\nheld: [{from: 2026-03-01}]\n";
    let later = page(&format!("{held}until: 2026-12-24\n"), "- [x] a");
    once(&later, "Paused since 1 March, to be looked at again on 24 December.");
    once(&later, "looked at again");
    let today = page(&format!("{held}until: 2026-11-22\n"), "- [x] a");
    once(&today, "Paused since 1 March, to be looked at again today.");
    let over = page(&format!("{held}until: 2026-06-01\n"), "- [x] a");
    once(&over, "Paused since 1 March; it was to be looked at again on 1 June.");
    once(&over, "looked at again");
    once(&over, "To look again since");
}

#[test]
fn lists_say_of_a_day_that_is_over_that_it_was() {
    let sandbox = Sandbox::on_a_sunday().file("plans/a.md", "---\nstatus: paused\nuntil: 2026-06-01\n---\n- [x] a\n");
    sandbox.run("build").exit(0);
    once(&words(&sandbox.read("site/index.html")), "It was to be looked at again on 1 June.");
    once(&words(&sandbox.read("site/plans/index.html")), "look again since 1 Jun");
    once(&words(&sandbox.read("site/timeline.html")), "look again since 1 Jun");
}

#[test]
fn a_dropped_checkpoint_is_not_passed() {
    let checkpoints = "- [x] one\n- [/] two\n- [-] three\n- [ ] four";
    once(&page("", &format!("# Checkpoints\n{checkpoints}")), "2 of 3 passed, 1 dropped");
    once(&page("", "# Checkpoints\n- [x] one\n- [ ] two"), "1 of 2 passed");
    once(&page("", "# Checkpoints\n- [-] one"), "1 dropped");
    assert!(!page("", "# Checkpoints\n- [-] one").contains("passed"));
    let sandbox = Sandbox::on_a_sunday().file("plans/a.md", format!("# Alpha\n## Checkpoints\n{checkpoints}"));
    sandbox.run("build").exit(0);
    once(&words(&sandbox.read("site/timeline.html")), "2 of 3");
}

#[test]
fn a_plan_whose_steps_were_all_cancelled_has_steps() {
    for (body, sentence) in
        [("- [-] a", "Its one step was cancelled."), ("- [-] a\n- [-] b", "All two steps were cancelled.")]
    {
        let page = page("start: 2026-01-01\ndue: 2026-12-31\n", body);
        once(&page, sentence);
        for wrong in ["no steps yet", "No steps yet", "keeps its pace", "On track", "Too early"] {
            assert!(!page.contains(wrong), "`{wrong}` in\n{page}");
        }
    }
    let sandbox = Sandbox::on_a_sunday().file("plans/a.md", "- [-] a\n");
    sandbox.run("build").exit(0);
    once(&words(&sandbox.read("site/plans/index.html")), "all steps cancelled");
    assert!(page("", "Words.").contains("It has no steps yet."));
}
