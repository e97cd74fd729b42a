//! Calendars, read with a parser that knows nothing of this program.

use std::collections::{BTreeMap, BTreeSet};

use ical::parser::ical::component::IcalEvent;

use crate::sandbox::Sandbox;

fn journal() -> Sandbox {
    Sandbox::new()
        .file("journal.yaml", "title: Day book, a\\b; c\ntoday: 2026-11-22\n")
        .file(
            "plans/novel.md",
            "---\ntitle: Novel, the\nstart: 2026-01-05\ndue: 2027-04-30\n---\n- [x] Write 📅 2026-11-02 ✅ 2026-11-02\n\
             - [ ] Send; then wait 📅 2026-12-01 ➕ 2026-10-01\n- [-] Melons 📅 2026-12-02\n- [ ] Read aloud 📅 2026-11-01\n\
             - [ ] Read aloud 📅 2026-12-08\n- [ ] Read it 🆔 read 📅 2026-12-09\n- [ ] Words 🔁 every week 📅 2026-11-29\n\
             - [ ] Undated\n- [x] Above\n  - [ ] below 📅 2026-12-03\n- [i] note 📅 2026-12-04\n\
             - [ ] 🚩 Half 📅 2026-12-24\n- [x] 🚩 Third ✅ 2026-10-01 📅 2026-10-01\n- [-] 🚩 Dropped 📅 2026-10-02\n",
        )
        .file("plans/boat.md", "---\ntitle: Boat\nstatus: paused\nuntil: 2027-03-01\n---\n- [ ] Paint 📅 2026-12-01\n")
        .file("plans/old.md", "---\ntitle: Old\nstatus: dropped\n---\n- [ ] Never 📅 2026-12-01\n")
}

fn events(sandbox: &Sandbox, path: &str) -> Vec<IcalEvent> {
    let text = sandbox.read(path);
    assert!(text.lines().count() == text.split("\r\n").count() - 1, "every line ends as the format asks");
    assert!(text.split("\r\n").all(|line| line.len() <= 75), "{text}");
    let mut calendars: Vec<_> = ical::IcalParser::new(text.as_bytes()).map(|one| one.expect("a calendar")).collect();
    assert_eq!(calendars.len(), 1);
    calendars.remove(0).events
}

fn value(event: &IcalEvent, name: &str) -> String {
    let property = event.properties.iter().find(|property| property.name == name);
    property.and_then(|property| property.value.clone()).unwrap_or_default()
}

/// The names of all entries, by what they say.
fn names(sandbox: &Sandbox, arguments: &str) -> BTreeMap<(String, String), String> {
    sandbox.run(&format!("build {arguments}")).exit(0);
    let events = events(sandbox, "site/calendar.ics");
    let names: BTreeSet<String> = events.iter().map(|event| value(event, "UID")).collect();
    assert_eq!(names.len(), events.len(), "no two have one name");
    events.iter().map(|event| ((value(event, "SUMMARY"), value(event, "DTSTART")), value(event, "UID"))).collect()
}

#[test]
fn what_is_open_and_has_a_day_is_in_the_calendar() {
    let sandbox = journal();
    sandbox.run("build").exit(0);
    let all = events(&sandbox, "site/calendar.ics");
    let said: Vec<(String, String)> =
        all.iter().map(|event| (value(event, "DTSTART"), value(event, "SUMMARY"))).collect();
    let expected = [
        ("20270301", "Look again: Boat"),
        ("20261101", "Read aloud"),
        ("20261129", "Words"),
        ("20261201", "Send\\; then wait"),
        ("20261208", "Read aloud"),
        ("20261209", "Read it"),
        ("20261224", "Checkpoint: Half"),
        ("20270430", "Due: Novel\\, the"),
    ];
    assert_eq!(said, expected.map(|(day, text)| (day.to_owned(), text.to_owned())));
    for event in &all {
        let start = event.properties.iter().find(|property| property.name == "DTSTART").expect("a day");
        let date = ("VALUE".to_owned(), vec!["DATE".to_owned()]);
        assert!(start.params.as_ref().is_some_and(|params| params.contains(&date)), "a day, not a moment");
        assert_eq!(value(event, "TRANSP"), "TRANSPARENT", "it keeps nobody busy");
        assert_eq!(value(event, "URL"), "", "its address is not known");
    }
    let send = all.iter().find(|event| value(event, "DTSTART") == "20261201").expect("it is there");
    assert_eq!(value(send, "DTSTAMP"), "20261001T000000Z", "since it was written down");
}

#[test]
fn a_plan_has_a_calendar_of_its_own() {
    let sandbox = journal();
    sandbox.run("build").exit(0);
    assert_eq!(events(&sandbox, "site/plans/novel.ics").len(), 7);
    assert!(sandbox.read("site/calendar.ics").contains("\r\nX-WR-CALNAME:Day book\\, a\\\\b\\; c\r\n"));
    assert_eq!(events(&sandbox, "site/plans/old.ics").len(), 0);
    let page = sandbox.read("site/plans/boat.html");
    assert!(page.contains(r#"type="text/calendar" title="Boat" href="../plans/boat.ics""#), "{page}");
    assert!(page.contains(r#"type="text/calendar" title="Day book, a\b; c" href="../calendar.ics""#), "{page}");
}

#[test]
fn with_an_address_entries_lead_to_their_place() {
    let sandbox = journal();
    sandbox.run("build --base-url https://example.org/book").exit(0);
    let urls: Vec<String> = events(&sandbox, "site/plans/boat.ics").iter().map(|event| value(event, "URL")).collect();
    assert_eq!(urls, ["https://example.org/book/plans/boat.html"]);
}

#[test]
fn names_hold_when_lines_move_and_days_pass() {
    let sandbox = journal();
    let before = names(&sandbox, "");
    let calendar = sandbox.read("site/calendar.ics");
    assert_eq!(names(&sandbox, "--today 2027-02-01"), before);
    assert_eq!(sandbox.read("site/calendar.ics"), calendar, "a day on which nothing happens changes no calendar");
    let plan = sandbox.read("plans/novel.md");
    let moved = plan.replace("- [ ] Send; then wait 📅 2026-12-01 ➕ 2026-10-01\n", "");
    sandbox
        .write("plans/novel.md", format!("{}\nMore words.\n\n- [ ] Send; then wait 📅 2026-12-01\n", moved.trim_end()));
    assert_eq!(names(&sandbox, ""), before);
    sandbox.write("plans/novel.md", plan.replace("Read it 🆔", "Read all of it 🆔"));
    let after = names(&sandbox, "");
    let read = |names: &BTreeMap<(String, String), String>, text: &str| {
        names[&(text.to_owned(), "20261209".to_owned())].clone()
    };
    assert_eq!(read(&after, "Read all of it"), read(&before, "Read it"), "an id goes before the words");
}

#[test]
fn whoever_wants_no_feeds_gets_no_calendars() {
    let sandbox = journal();
    sandbox.write("journal.yaml", "feeds: false\n");
    sandbox.run("build").exit(0);
    assert!(!sandbox.has("site/calendar.ics") && !sandbox.has("site/plans/novel.ics"));
    assert!(!sandbox.read("site/plans/novel.html").contains("text/calendar"));
}
