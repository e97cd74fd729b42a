//! No page lists more than it can show: a journal in which everything is in one month, has one tag, names one page and
//! is in one folder, and one of some thousand entries as people write them.

use std::sync::LazyLock;

use crate::corpus;
use crate::sandbox::Sandbox;
use crate::site::{broken, is_page};

/// The most that a page should weigh, in bytes.
const HEAVY: usize = 150_000;

static CROWDED: LazyLock<Sandbox> = LazyLock::new(|| {
    let sandbox = Sandbox::on_a_sunday();
    sandbox.write("journal.yaml", "today: 2026-11-22\ntheme: {show_booklets: false, show_cards: false}\n");
    for number in 0..700 {
        let day = 1 + number % 22;
        let text =
            format!("---\ntitle: R{number}\nplan: p-0\ntags: [same, one-{number}]\n---\nSee [[hub]] and [[p-1]].\n");
        sandbox.write(&format!("reflections/2026-11-{day:02}-{number}.md"), text);
    }
    for number in 0..400 {
        sandbox.write(&format!("notes/n-{number}.md"), format!("---\ntags: [same, two-{number}]\n---\nSee [[hub]].\n"));
        sandbox.write(&format!("reflections/undated-{number}.md"), "Words.\n");
    }
    sandbox.write("notes/index.md", "Notes.\n");
    sandbox.write("hub.md", "Here.\n");
    for number in 0..150 {
        let steps = "- [?] Wait @ana\n".repeat(3);
        sandbox.write(&format!("plans/p-{number}.md"), format!("---\ntags: [same]\ndue: 2026-12-31\n---\n{steps}"));
    }
    let step = |number: u32| {
        format!("- [?] Wait {number}\n- [ ] First {number} 🆔 a{number}\n- [ ] Then {number} ⛔ a{number}\n")
    };
    let steps = (0..60).map(step).collect::<Vec<_>>().concat();
    sandbox.write("plans/steps.md", steps);
    sandbox.run("build").exit(0);
    sandbox
});

/// How often a text stands in a page of it.
fn count(page: &str, text: &str) -> usize {
    CROWDED.read(&format!("site/{page}")).matches(text).count()
}

#[track_caller]
fn says(page: &str, text: &str) {
    let html = CROWDED.read(&format!("site/{page}"));
    assert!(html.contains(text), "{page} does not say {text}");
}

#[test]
fn a_crowded_month_goes_on_on_further_pages_that_hold_all_of_it() {
    let pages: Vec<String> = ["", "-2", "-3", "-4"].map(|number| format!("reflections/2026/11{number}.html")).into();
    let shown: Vec<usize> = pages.iter().map(|page| count(page, "<p class=\"d\">")).collect();
    assert_eq!(shown.iter().sum::<usize>(), 700, "{shown:?}");
    assert!(!CROWDED.has("site/reflections/2026/11-5.html"));
    says(&pages[1], "<h1>November 2026, page 2</h1>");
    says(&pages[3], "aria-current=\"page\">4</a>");
}

#[test]
fn the_index_of_reflections_shows_the_newest_and_says_how_many_more_there_are() {
    let page = "reflections/index.html";
    let shown = count(page, "<p class=\"d\">");
    assert!(shown < 300, "{shown}");
    says(page, "<a href=\"../reflections/2026/11.html\">and 640 more</a>");
    says(page, "and 200 more");
}

#[test]
fn a_tag_a_hub_and_a_folder_say_how_many_more_there_are() {
    // Of its plans, of its reflections, of its pages.
    for more in ["and 50 more", "and 400 more", "and 300 more"] {
        says("tags/same.html", more);
    }
    assert!(count("tags/same.html", "<li") < 520);
    says("tags/index.html", "and 101 more");
    says("hub.html", "and 1,000 more");
    assert_eq!(count("hub.html", "<li class=\"row\">"), 100);
    says("notes/index.html", "and 100 more");
}

#[test]
fn what_waits_in_a_plan_is_cut_beside_its_text_and_whole_within() {
    let page = "plans/steps.html";
    assert_eq!(CROWDED.read(&format!("site/{page}")).matches("and 48 more").count(), 2, "needing help, and blocked");
    assert_eq!(count(page, "id=\"step-"), 180, "the text has every step");
}

#[test]
fn no_page_of_either_journal_is_heavy_and_no_link_is_broken() {
    let generated = Sandbox::new();
    corpus::write(generated.root(), 3_000, 11);
    generated.run("build").exit(0);
    for sandbox in [&*CROWDED, &generated] {
        let files = sandbox.files("site");
        let pages = files.iter().filter(|(path, _)| is_page(path) && !path.ends_with("-booklet.html"));
        let heavy: Vec<(&str, usize)> =
            pages.map(|(path, bytes)| (path.as_str(), bytes.len())).filter(|(_, length)| *length > HEAVY).collect();
        assert_eq!(heavy, []);
        assert_eq!(broken(&files), Vec::<String>::new());
    }
}
