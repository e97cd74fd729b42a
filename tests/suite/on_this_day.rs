//! What this day of the calendar held in other years.

use crate::sandbox::Sandbox;

const PAGE: &str = "site/on-this-day.html";

fn reflection(title: &str) -> String {
    format!("---\ntitle: {title}\n---\nWords.\n")
}

/// The text of an element's first occurrence, from after `start` to before `end`.
#[track_caller]
fn between<'a>(html: &'a str, start: &str, end: &str) -> &'a str {
    let (_, rest) = html.split_once(start).unwrap_or_else(|| panic!("no {start} in {html}"));
    rest.split_once(end).unwrap_or_else(|| panic!("no {end} behind {start}")).0
}

fn sentence(sandbox: &Sandbox) -> String {
    between(&sandbox.read(PAGE), "<h1>", "</h1>").to_owned()
}

#[test]
fn reflections_checkpoints_and_steps_of_this_day_stand_under_their_year() {
    let sandbox = Sandbox::on_a_sunday()
        .file("reflections/2024-11-22.md", reflection("Two back"))
        .file("reflections/2025-11-22.md", reflection("One back"))
        .file("reflections/2025-11-21.md", reflection("The day before"))
        .file("reflections/2026-11-22.md", reflection("This very day"))
        .file(
            "plans/novel.md",
            "- [x] Wrote the end ✅ 2025-11-22\n- [x] Not then ✅ 2025-11-20\n- [x] 🚩 Draft ✅ 2024-11-22\n",
        );
    sandbox.run("build").exit(0);
    let html = sandbox.read(PAGE);
    assert_eq!(sentence(&sandbox), "22 November in other years: 2 reflections, 1 checkpoint met and 1 step done.");
    let one = between(&html, ">One year ago</h2>", "</section>");
    assert!(one.contains("One back") && one.contains("plans/novel.html#step-1\">Wrote the end"), "{one}");
    let two = between(&html, ">2 years ago</h2>", "</section>");
    assert!(two.contains("Two back") && two.contains("plans/novel.html#step-3\">Draft"), "{two}");
    for other in ["The day before", "This very day", "Not then"] {
        assert!(!html.contains(other), "{other}");
    }
}

#[test]
fn where_the_day_holds_nothing_the_days_around_it_are_shown_and_said_to_be() {
    let sandbox = Sandbox::on_a_sunday()
        .file("reflections/2025-11-25.md", reflection("Three after"))
        .file("reflections/2025-11-26.md", reflection("Four after"));
    sandbox.run("build").exit(0);
    assert_eq!(sentence(&sandbox), "Nothing on 22 November in other years. Within three days of it: 1 reflection.");
    let html = sandbox.read(PAGE);
    assert!(html.contains("Three after") && html.contains("2025-11-25") && !html.contains("Four after"), "{html}");
    assert!(!sandbox.read("site/index.html").contains("on-this-day"), "the front page tells of the day itself alone");
}

#[test]
fn without_anything_there_is_one_sentence() {
    let sandbox = Sandbox::on_a_sunday().file("reflections/2026-11-20.md", reflection("Of this year"));
    sandbox.run("build").exit(0);
    let expected = "No other year has something near 22 November yet. What is written today will be here in a year.";
    assert_eq!(sentence(&sandbox), expected);
    assert!(!sandbox.read(PAGE).contains("<section"));
}

#[test]
fn a_29_february_is_shown_with_its_own_date_on_the_28th_of_a_common_year() {
    let sandbox = Sandbox::new().file("reflections/2024-02-29.md", reflection("The leap"));
    let note = "29 February is shown on the 28th";
    let shows = |today: &str| {
        sandbox.run(&format!("build --today {today}")).exit(0);
        let html = sandbox.read(PAGE);
        (html.contains("<time datetime=\"2024-02-29\">"), html.contains(note), html.contains("Nothing on"))
    };
    assert_eq!(shows("2026-02-28"), (true, true, false));
    assert_eq!(shows("2026-03-01"), (true, true, true), "near it");
    assert_eq!(shows("2028-02-29"), (true, false, false));
    assert_eq!(shows("2028-02-28"), (true, false, true));
    assert_eq!(shows("2026-03-05"), (false, false, false));
}

#[test]
fn the_front_page_and_the_list_of_reflections_lead_there() {
    let sandbox = Sandbox::on_a_sunday()
        .file("reflections/2023-11-22.md", reflection("Three back"))
        .file("about.md", "See [this day](on-this-day.html).\n");
    sandbox.run("build --strict").exit(0);
    let home = sandbox.read("site/index.html");
    let part = between(&home, "id=\"j-on-this-day\"", "</section>");
    assert!(part.contains("Three back") && part.contains("3 years ago"), "{part}");
    assert!(part.contains("href=\"on-this-day.html\""), "{part}");
    assert!(sandbox.read("site/reflections/index.html").contains("href=\"../on-this-day.html\""));
    assert!(sandbox.read("site/about.html").contains("href=\"on-this-day.html\""), "an entry can link to it");
}

#[test]
fn what_is_private_or_unlisted_is_not_there() {
    let private = "---\ntitle: Kept to myself\nvisibility: private\n---\nWords.\n";
    let sandbox = Sandbox::on_a_sunday()
        .file("reflections/2024-11-22.md", private)
        .file("reflections/2023-11-22.md", private.replace("private", "unlisted").replace("Kept", "Passed"))
        .file("plans/quiet.md", "---\nvisibility: private\n---\n- [x] A secret step ✅ 2025-11-22\n");
    sandbox.run("build").exit(0);
    let (page, home) = (sandbox.read(PAGE), sandbox.read("site/index.html"));
    for word in ["Kept to myself", "Passed to myself", "secret", "2 years", "One year ago"] {
        assert!(!page.contains(word) && !home.contains(word), "{word}");
    }
    sandbox.run("build --private -o own").exit(0);
    let own = sandbox.read("own/on-this-day.html");
    assert!(own.contains("Kept to myself") && own.contains("A secret step") && !own.contains("Passed"), "{own}");
}

#[test]
fn a_day_of_very_many_years_and_entries_stays_a_page() {
    let sandbox = Sandbox::on_a_sunday();
    for year in 1970..2026 {
        for part in 0..12 {
            sandbox.write(&format!("reflections/{year}-11-22-{part}.md"), reflection(&format!("No {part} of {year}")));
        }
    }
    sandbox.run("build").exit(0);
    let html = sandbox.read(PAGE);
    let (articles, years) = (html.matches("<article").count(), html.matches("<section").count());
    assert!(years < 56 && articles < 12 * years, "{years} years, {articles} reflections");
    assert!(html.contains("and 4 more") && html.contains(&format!("and {} years before these", 56 - years)));
    assert_eq!(sentence(&sandbox), "22 November in other years: 672 reflections.", "all of them are counted");
}
