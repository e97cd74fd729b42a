//! Reflections by year, and the booklet of a month.

use crate::sandbox::Sandbox;

fn journal() -> Sandbox {
    Sandbox::on_a_sunday()
        .file("plans/novel.md", "- [x] Write ✅ 2026-03-02\n- [ ] Cut\n")
        .file("reflections/2024-12-31.md", "Old.\n")
        .file(
            "reflections/2026-03-01.md",
            "---\ntitle: First\nplan: novel\nmood: 4\n---\n## Part\n\nOne[^1], see [[2026-03-02]].\n\n[^1]: A note.\n",
        )
        .file("reflections/2026-03-02.md", "---\ntitle: Second\n---\n## Part\n\nTwo[^1].\n\n[^1]: Another.\n")
        .file("reflections/2026-03-03.md", "---\ntitle: Third\nvisibility: private\n---\nHidden.\n")
        .file("reflections/2026-04-01.md", "---\ntitle: Fourth\nvisibility: unlisted\n---\nBy address.\n")
}

#[test]
fn a_year_has_its_months_and_leads_to_the_years_beside_it() {
    let sandbox = journal();
    sandbox.run("build").exit(0);
    let year = sandbox.read("site/reflections/2026.html");
    assert!(
        year.contains("<h1>Reflections of 2026</h1>") && year.contains("href=\"../reflections/2026/03.html\""),
        "{year}"
    );
    assert!(year.contains(">First</a>") && year.contains("1 step done") && year.contains("2 reflections"), "{year}");
    assert!(!year.contains("Third") && !year.contains("Fourth") && !year.contains("April"), "{year}");
    assert!(year.contains("href=\"../reflections/2024.html\" rel=\"prev\""), "{year}");
    assert!(sandbox.read("site/reflections/2024.html").contains("href=\"../reflections/2026.html\" rel=\"next\""));
    assert!(sandbox.read("site/reflections/2026/03.html").contains("href=\"../../reflections/2026.html\""));
    assert!(sandbox.read("site/reflections/index.html").contains("href=\"../reflections/2026.html\""));
}

#[test]
fn a_booklet_has_all_texts_of_its_month_and_every_id_once() {
    let sandbox = journal();
    sandbox.run("build").exit(0);
    let booklet = sandbox.read("site/reflections/2026/03-booklet.html");
    let (first, second) = (booklet.find("One<").expect("a text"), booklet.find("Two<").expect("a text"));
    assert!(first < second && !booklet.contains("Hidden"), "oldest first: {booklet}");
    assert!(booklet.contains("noindex") && booklet.contains("A note.") && booklet.contains("Another."), "{booklet}");
    let ids: Vec<&str> = booklet.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    for id in &ids {
        assert_eq!(ids.iter().filter(|other| *other == id).count(), 1, "{id}");
    }
    for link in booklet.split("href=\"#").skip(1).filter_map(|rest| rest.split('"').next()) {
        assert!(ids.contains(&link), "#{link} is on the page: {ids:?}");
    }
    assert!(booklet.contains("href=\"../../reflections/2026-03-02.html\""), "links lead on: {booklet}");
    assert!(sandbox.read("site/reflections/2026/03.html").contains("03-booklet.html"));
    assert!(!sandbox.has("site/reflections/2026/04-booklet.html"), "an unlisted entry is in no list");

    sandbox.run("build --private").exit(0);
    let own = sandbox.read("site/reflections/2026/03-booklet.html");
    assert!(own.contains("Hidden") && own.contains("<span class=\"flag\">Private</span>"), "{own}");
}

#[test]
fn without_booklets_nothing_leads_to_one() {
    let sandbox = journal().file("journal.yaml", "today: 2026-11-22\ntheme: {show_booklets: false}\n");
    sandbox.run("build").exit(0);
    assert!(!sandbox.has("site/reflections/2026/03-booklet.html"));
    assert!(!sandbox.read("site/reflections/2026/03.html").contains("booklet"));
}
