//! Who helps with what.

use crate::sandbox::Sandbox;

fn journal() -> Sandbox {
    Sandbox::on_a_sunday()
        .file(
            "plans/novel.md",
            "---\ntitle: The novel\npeople: [Ana Lima (editor), Ben]\n---\n- [ ] Ask for pages @ana-lima 📅 2026-12-01\n\
             - [?] A letter @Ana-Lima\n- [x] Lunch @ana-lima @ben\n- [-] A trip @ben\n",
        )
        .file("plans/boat.md", "---\ntitle: The boat\nstatus: paused\n---\n- [ ] Sand it @ben\n- [x] Buy it @ben @cleo\n")
        .file("plans/secret.md", "---\nvisibility: private\n---\n- [ ] Tell @dora\n")
        .file("plans/quiet.md", "---\nvisibility: unlisted\n---\n- [ ] Tell @emil\n")
}

/// The part of the page that is about a person.
fn about<'a>(page: &'a str, anchor: &str) -> &'a str {
    let (_, rest) = page.split_once(&format!(" id=\"{anchor}\"")).unwrap_or_else(|| panic!("{anchor} in {page}"));
    rest.split("</section>").next().unwrap_or_default()
}

#[test]
fn everyone_has_what_waits_for_them_and_what_was_done_with_them() {
    let sandbox = journal();
    sandbox.run("build").exit(0);
    let page = sandbox.read("site/people.html");
    let ana = about(&page, "ana-lima");
    assert!(ana.contains("Ana Lima (editor)") && ana.contains("1 step done") && ana.contains("The novel"), "{ana}");
    let (letter, pages) = (ana.find("A letter").expect("a step"), ana.find("Ask for pages").expect("a step"));
    assert!(letter < pages, "what waits comes first: {ana}");
    assert!(ana.contains("href=\"plans/novel.html#step-5\""), "{ana}");
    let ben = about(&page, "ben");
    assert!(ben.contains("2 steps done") && ben.contains("The boat") && !ben.contains("Sand it"), "{ben}");
    assert!(!ben.contains("A trip"), "{ben}");
    assert!(
        page.find("ana-lima").expect("there") < page.find("id=\"ben\"").expect("there"),
        "who is waited for is first"
    );
    for hidden in ["dora", "Dora", "emil", "Emil"] {
        assert!(!page.contains(hidden), "{hidden}");
    }
    assert!(sandbox.read("site/plans/novel.html").contains("href=\"../people.html#ana-lima\""));
    assert!(sandbox.read("site/index.html").contains("href=\"people.html#ben\""));
}

#[test]
fn without_people_there_is_no_page_of_them() {
    let sandbox = journal().file("journal.yaml", "today: 2026-11-22\ntheme: {show_people: false}\n");
    sandbox.run("build").exit(0);
    assert!(!sandbox.has("site/people.html"));
    for page in ["site/index.html", "site/plans/novel.html"] {
        assert!(!sandbox.read(page).contains("people.html"), "{page}");
    }
    let nobody = Sandbox::on_a_sunday().file("plans/a.md", "- [ ] Alone\n");
    nobody.run("build").exit(0);
    assert!(!nobody.has("site/people.html"));
}

#[test]
fn a_crowd_is_bounded() {
    let steps: Vec<String> = (0..500).map(|number| format!("- [ ] Step {number} @all @one-{number}\n")).collect();
    let sandbox = Sandbox::on_a_sunday().file("plans/a.md", steps.concat());
    sandbox.run("build").exit(0);
    let page = sandbox.read("site/people.html");
    assert!(page.contains("and 488 more") && page.matches("<section").count() == 200, "{}", page.len());
    assert!(page.contains("One 499"), "the others are named");
}
