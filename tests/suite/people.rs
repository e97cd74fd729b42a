//! Who helps with what: one page, a place on it for each person.

use crate::sandbox::Sandbox;
use crate::site::broken;

const PAGE: &str = "site/people.html";

/// What the page says of one person.
#[track_caller]
fn of<'a>(html: &'a str, id: &str) -> &'a str {
    let start = format!("aria-labelledby=\"person-{id}\"");
    let (_, rest) = html.split_once(&start).unwrap_or_else(|| panic!("no {id} in {html}"));
    rest.split_once("</section>").expect("an end").0
}

/// Where each text stands, which has to be in that order.
#[track_caller]
fn in_order(html: &str, texts: &[&str]) {
    let places: Vec<usize> =
        texts.iter().map(|text| html.find(text).unwrap_or_else(|| panic!("no {text} in {html}"))).collect();
    assert!(places.is_sorted(), "{texts:?} stand at {places:?}");
}

fn journal() -> Sandbox {
    Sandbox::on_a_sunday()
        .file(
            "plans/novel.md",
            "---\ntitle: Novel\npeople: [\"Ana Lima (editor)\", Ben]\n---\n\
             - [ ] Send her a chapter 📅 2026-12-01 @ana-lima\n- [ ] Talk it over @ANA-LIMA\n\
             - [?] Her opinion of the end @Ana-Lima\n- [x] Asked her ✅ 2026-11-01 @ana-lima\n\
             - [-] Ask someone else @ana-lima\n",
        )
        .file("plans/boat.md", "---\ntitle: Boat\nstatus: paused\npeople: [Ben]\n---\n- [ ] Caulk it @ben\n")
}

#[test]
fn each_person_has_a_place_with_plans_open_steps_and_what_was_done() {
    let sandbox = journal();
    sandbox.run("build --strict").exit(0);
    let html = sandbox.read(PAGE);
    let ana = of(&html, "ana-lima");
    in_order(
        ana,
        &["Ana Lima", "1 step done", "Novel</a> (editor)", "Her opinion", "Send her a chapter", "Talk it over"],
    );
    assert!(
        ana.contains("href=\"plans/novel.html#step-7\"") && ana.contains("<time datetime=\"2026-12-01\">"),
        "{ana}"
    );
    for gone in ["Asked her", "someone else"] {
        assert!(!ana.contains(gone), "{gone}");
    }
    let ben = of(&html, "ben");
    assert!(ben.contains("Boat</a> (paused)") && !ben.contains("Caulk it"), "what rests asks nobody: {ben}");
    in_order(&html, &["Two people are in this with me. One step waits for someone.", "Ana Lima</h2>", "Ben</h2>"]);
    assert_eq!(html.matches("<h2").count(), 2, "names written otherwise are one person");
}

#[test]
fn plans_and_the_front_page_lead_to_it() {
    let sandbox = journal().file("about.md", "[They](people.html) help.\n");
    sandbox.run("build --strict").exit(0);
    let plan = sandbox.read("site/plans/novel.html");
    assert!(plan.contains("<a href=\"../people.html#person-ana-lima\">Ana Lima (editor)</a>"), "{plan}");
    let home = sandbox.read("site/index.html");
    assert!(home.contains("href=\"people.html#person-ben\"") && home.contains("href=\"people.html\""), "{home}");
    assert_eq!(broken(&sandbox.files("site")), Vec::<String>::new());
}

#[test]
fn without_anybody_or_where_people_are_not_wanted_there_is_no_page() {
    let nobody = Sandbox::on_a_sunday().file("plans/novel.md", "- [ ] Write\n");
    nobody.run("build").exit(0);
    let unwanted = journal().file("journal.yaml", "today: 2026-11-22\ntheme: {show_people: false}\n");
    unwanted.run("build").exit(0);
    for sandbox in [nobody, unwanted] {
        assert!(!sandbox.has(PAGE));
        for (path, bytes) in sandbox.files("site") {
            let text = String::from_utf8_lossy(&bytes);
            assert!(!path.ends_with(".html") || !text.contains("people.html"), "{path} leads to it");
        }
    }
}

#[test]
fn an_entry_in_its_place_stays_and_nothing_leads_to_places_that_are_not_there() {
    let sandbox = journal().file("people.md", "---\ntitle: My people\n---\nText of mine.\n");
    sandbox.run("build --strict").exit(0);
    assert!(sandbox.read(PAGE).contains("Text of mine."));
    assert_eq!(broken(&sandbox.files("site")), Vec::<String>::new());
}

#[test]
fn nobody_is_named_who_is_only_in_what_is_private_or_unlisted() {
    let hidden = |visibility: &str, name: &str| {
        format!("---\nvisibility: {visibility}\npeople: [{name}]\n---\n- [ ] Tell {name} all of it @{name}\n")
    };
    let sandbox = journal()
        .file("plans/secret.md", hidden("private", "Zoe"))
        .file("plans/link.md", hidden("unlisted", "Yara"))
        .file("plans/open.md", "- [ ] Meet\n%%- [ ] Meet @xaver%%\n");
    sandbox.run("build").exit(0);
    let html = sandbox.read(PAGE);
    for name in ["zoe", "yara", "xaver"] {
        assert!(!html.to_lowercase().contains(name), "{name}");
    }
    assert_eq!(broken(&sandbox.files("site")), Vec::<String>::new(), "an unlisted plan names her without a link");
    sandbox.run("build --private -o own").exit(0);
    let own = sandbox.read("own/people.html").to_lowercase();
    assert!(own.contains("zoe") && !own.contains("yara"), "{own}");
}

#[test]
fn hundreds_of_people_and_thousands_of_steps_are_counted_and_not_all_shown() {
    let sandbox = Sandbox::on_a_sunday();
    for plan in 0..20 {
        let mut text = format!("---\ntitle: Plan {plan}\n---\n");
        text.extend((0..100).map(|step| format!("- [ ] Step {step} of {plan} @ana\n")));
        text.extend((0..20).map(|number| format!("- [ ] Talk @guest-{}\n", plan * 20 + number)));
        sandbox.write(&format!("plans/plan-{plan}.md"), text);
    }
    sandbox.run("build").exit(0);
    let html = sandbox.read(PAGE);
    assert!(html.contains("401 people are in this with me."), "all are counted");
    let people = html.matches("<h2").count();
    assert!(people < 401 && html.contains(&format!("and {} more", 401 - people)), "{people}");
    let ana = of(&html, "ana");
    let (shown, plans) = (ana.matches("class=\"row\"").count(), ana.matches("Plan ").count());
    assert!(shown < 20 && plans < 60, "{shown} steps, {plans} plans: {ana}");
    assert!(ana.contains(&format!("{} more steps: ", 2000 - shown)) || ana.contains("1,992 more steps: "), "{ana}");
    assert!(ana.contains("plans/plan-0.html\">Plan 0</a> 92"), "{ana}");
    assert!(html.len() < 150_000, "{} bytes", html.len());
    assert_eq!(broken(&sandbox.files("site")), Vec::<String>::new());
}
