//! Who helps with what.

use crate::sandbox::Sandbox;
use crate::site::broken;

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

#[test]
fn no_link_leads_to_somebody_who_is_not_there() {
    let crowd: Vec<String> = (0..300).map(|number| format!("- [ ] Step {number} @one-{number}\n")).collect();
    let crowded = journal().file("plans/crowd.md", crowd.concat());
    let own = journal().file("people.md", "---\ntitle: My people\n---\nText of mine.\n");
    let hidden = Sandbox::on_a_sunday()
        .file("plans/quiet.md", "---\nvisibility: unlisted\npeople: [Fay]\n---\n- [ ] Tell @emil\n")
        .file("a.md", "Nobody is on [that page](people.html).\n");
    for sandbox in [&crowded, &own, &hidden] {
        sandbox.run("build").exit(0);
        assert_eq!(broken(&sandbox.files("site")), Vec::<String>::new());
    }
    assert!(own.read("site/people.html").contains("Text of mine."), "an entry stays in its place");
    assert!(hidden.read("site/plans/quiet.html").contains("Fay, Emil"), "they are named there");
    hidden.run("check").err("").out("dead-link");
}

#[test]
fn names_written_otherwise_are_one_person_and_a_note_stays_with_the_name() {
    let sandbox = Sandbox::on_a_sunday().file(
        "plans/novel.md",
        "---\npeople: [\"Ana Lima: reads first\", Jean-Luc, 🦊]\n---\n- [ ] Ask @ana_lima\n- [ ] Ask @ANA-LIMA\n",
    );
    sandbox.run("build").exit(0);
    let (page, plan) = (sandbox.read("site/people.html"), sandbox.read("site/plans/novel.html"));
    let ana = about(&page, "ana-lima");
    assert!(ana.contains("Ana Lima: reads first") && ana.matches("Ask").count() == 2, "{ana}");
    assert_eq!(page.matches("<section").count(), 3, "the fox is one of them: {page}");
    assert!(!page.contains("id=\"\""), "everybody has a place");
    let (_, with) = plan.split_once("<dt>With</dt>").expect("who helps");
    let with = with.split("</dd>").next().expect("an end");
    assert_eq!(with.matches("<a ").count(), 3, "each once: {with}");
    assert!(with.contains(">Jean-Luc</a>"), "a name keeps its hyphen: {with}");
}

#[test]
fn one_name_in_very_many_plans_is_counted_and_not_all_shown() {
    let sandbox = Sandbox::on_a_sunday();
    for plan in 0..60 {
        sandbox.write(&format!("plans/plan-{plan}.md"), "- [ ] Step @ana @ben @cem @dee\n".repeat(20));
    }
    sandbox.run("build").exit(0);
    let page = sandbox.read("site/people.html");
    let ana = about(&page, "ana");
    assert!(ana.matches("href=\"plans/").count() < 60, "{ana}");
    assert!(ana.contains("and 48 more") && ana.contains("and 1,188 more"), "plans, then steps: {ana}");
}
