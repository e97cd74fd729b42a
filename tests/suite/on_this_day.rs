//! This day in earlier years.

use crate::sandbox::Sandbox;

fn page(sandbox: &Sandbox, today: &str) -> String {
    sandbox.run(&format!("build --today {today}")).exit(0);
    sandbox.read("site/on-this-day.html")
}

fn journal() -> Sandbox {
    Sandbox::new()
        .file("reflections/2024-11-22.md", "---\ntitle: Two ago\n---\nRain.\n")
        .file("reflections/2025-11-22.md", "---\ntitle: One ago\n---\nSun.\n")
        .file("reflections/2026-11-22.md", "---\ntitle: This one\n---\nNow.\n")
        .file("reflections/2023-11-22.md", "---\ntitle: Hidden\nvisibility: private\n---\nNo.\n")
        .file("reflections/2024-02-29.md", "---\ntitle: Leap\n---\nA day more.\n")
        .file("plans/novel.md", "---\nstatus: done\n---\n- [x] 🚩 The draft ✅ 2025-11-22\n- [x] Sent ✅ 2025-11-22\n")
}

#[test]
fn a_day_looks_back_on_itself_newest_first() {
    let sandbox = journal();
    let page = page(&sandbox, "2026-11-22");
    let (one, two) = (page.find("One ago").expect("there"), page.find("Two ago").expect("there"));
    assert!(one < two && !page.contains("This one") && !page.contains("Hidden"), "{page}");
    assert!(page.contains("one year ago") && page.contains("2 years ago"), "{page}");
    assert!(page.contains("The draft") && page.contains("Finished: "), "{page}");
    assert!(page.contains("<h1>22 November in earlier years</h1>"), "{page}");
    let home = sandbox.read("site/index.html");
    assert!(home.contains("On this day one year ago: One ago") && home.contains("href=\"on-this-day.html\""), "{home}");
}

#[test]
fn a_leap_day_is_looked_back_on_the_day_before_the_month_ends() {
    let sandbox = journal();
    assert!(page(&sandbox, "2027-02-28").contains("Leap"));
    assert!(page(&sandbox, "2028-02-29").contains("Leap"));
    assert!(
        page(&sandbox, "2028-02-28").contains("These are the days around it"),
        "a year with a 29th has its own day"
    );
}

#[test]
fn where_the_day_was_nothing_the_days_around_it_are_told_and_else_a_sentence() {
    let sandbox = journal();
    let near = page(&sandbox, "2026-11-24");
    assert!(near.contains("These are the days around it") && near.contains("One ago"), "{near}");
    assert!(!sandbox.read("site/index.html").contains("on-this-day.html\">On this day"));
    let nothing = page(&sandbox, "2026-06-01");
    assert!(nothing.contains("will be found here in a year") && !nothing.contains("One ago"), "{nothing}");
}
