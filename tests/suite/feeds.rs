//! What the site gives to other programs, read with parsers that know nothing of this one: feeds.

use std::collections::BTreeSet;

use feed_rs::model::{Entry, Feed};

use crate::sandbox::Sandbox;

const HERE: &str = "https://example.org/book/";

fn journal() -> Sandbox {
    Sandbox::new()
        .file(
            "journal.yaml",
            "title: Day book & more\nauthor: Ana Ruiz\nemail: ana@example.org\nlanguage: en\n\
             base_url: https://example.org/book\ntoday: 2026-11-22\n",
        )
        .file(
            "plans/novel.md",
            "---\ntitle: A <Novel>\nwhy: To be read.\n---\n- [x] Write ✅ 2026-11-02\n- [x] Cut ✅ 2026-11-02\n\
             - [x] 🚩 Half ✅ 2026-11-05\n- [ ] Send 📅 2026-12-01\n",
        )
        .file("plans/boat.md", "---\ntitle: The boat\nstatus: done\n---\n- [x] Paint @len ✅ 2026-11-07\n")
        .file(
            "reflections/2026-11-01-first.md",
            "---\nplan: novel\ntags: [début]\n---\nSee [[novel]], [below](#end) and ![x](../pic.png).[^1]\n\n\
             - [ ] tomorrow 📅 2026-11-30\n\n## End\n\n[^1]: A note.\n",
        )
        .file(
            "reflections/2026-11-21-second.md",
            "---\nupdated: 2026-11-22\n---\nA \u{b}bell \u{1}and ]]> <i>more</i>.\n",
        )
        .file("pic.png", "a picture")
}

fn parsed(bytes: impl AsRef<[u8]>) -> Feed {
    feed_rs::parser::parse(bytes.as_ref()).expect("a feed")
}

fn titles(feed: &Feed) -> Vec<&str> {
    feed.entries.iter().map(|entry| entry.title.as_ref().map_or("", |title| &title.content)).collect()
}

fn content(entry: &Entry) -> &str {
    entry.content.as_ref().and_then(|content| content.body.as_deref()).unwrap_or_default()
}

#[test]
fn both_feeds_tell_what_happened_newest_first() {
    let sandbox = journal();
    sandbox.run("build").exit(0);
    let atom = parsed(sandbox.read("site/feed.xml"));
    let expected =
        ["Second", "Finished: The boat", "Done: Paint", "Checkpoint met: Half", "Two steps done: A <Novel>", "First"];
    assert_eq!(titles(&atom), expected);
    assert_eq!(atom.title.as_ref().map(|title| title.content.as_str()), Some("Day book & more"));
    assert_eq!(atom.authors[0].email.as_deref(), Some("ana@example.org"));
    assert!(
        atom.links.iter().any(|link| link.rel.as_deref() == Some("self") && link.href == format!("{HERE}feed.xml"))
    );
    let json = parsed(sandbox.read("site/feed.json"));
    assert_eq!(titles(&json), expected);
    for (one, other) in atom.entries.iter().zip(&json.entries) {
        assert_eq!((&one.id, one.published, content(one)), (&other.id, other.published, content(other)));
    }
}

#[test]
fn every_address_in_a_feed_is_a_full_one() {
    let sandbox = journal();
    sandbox.run("build").exit(0);
    for feed in ["site/feed.xml", "site/feed.json", "site/plans/novel.xml"] {
        let feed = parsed(sandbox.read(feed));
        for entry in &feed.entries {
            assert!(entry.links.iter().all(|link| link.href.starts_with(HERE)), "{entry:?}");
            for name in ["href", "src"] {
                for address in content(entry).split(&format!(" {name}=\"")).skip(1) {
                    assert!(address.starts_with(HERE), "{address}");
                }
            }
        }
    }
    let first = parsed(sandbox.read("site/feed.xml")).entries.pop().expect("an entry");
    for address in ["plans/novel.html\"", "reflections/2026-11-01-first.html#end\"", "pic.png\""] {
        assert!(content(&first).contains(&format!("\"{HERE}{address}")), "{address} in {}", content(&first));
    }
}

#[test]
fn a_json_feed_has_what_its_format_asks_for() {
    let sandbox = journal();
    sandbox.run("build").exit(0);
    let feed: serde_json::Value = serde_json::from_str(&sandbox.read("site/feed.json")).expect("JSON");
    assert_eq!(feed["version"], "https://jsonfeed.org/version/1.1");
    assert_eq!(feed["feed_url"], format!("{HERE}feed.json"));
    assert_eq!(feed["home_page_url"], HERE);
    assert_eq!(feed["authors"][0]["name"], "Ana Ruiz");
    let items = feed["items"].as_array().expect("items");
    let ids: BTreeSet<&str> = items.iter().filter_map(|item| item["id"].as_str()).collect();
    assert_eq!(ids.len(), items.len(), "each has an id of its own");
    for item in items {
        assert!(item["content_html"].is_string() && item["url"].is_string(), "{item}");
        let date = item["date_published"].as_str().expect("a date");
        assert!(date.parse::<jiff::Timestamp>().is_ok(), "{date} is a moment of RFC 3339");
    }
    assert_eq!(items[0]["date_modified"], "2026-11-22T10:00:00Z");
    assert_eq!(items.last().expect("one")["tags"][0], "début");
}

#[test]
fn what_xml_can_t_hold_is_left_out() {
    let sandbox = journal();
    sandbox.run("build").exit(0);
    let feed = parsed(sandbox.read("site/feed.xml"));
    assert!(content(&feed.entries[0]).contains("A bell and ]]&gt; <i>more</i>."), "{}", content(&feed.entries[0]));
}

#[test]
fn a_plan_has_a_feed_of_its_own_and_its_page_names_it() {
    let sandbox = journal();
    sandbox.run("build").exit(0);
    let feed = parsed(sandbox.read("site/plans/novel.xml"));
    assert_eq!(titles(&feed), ["Checkpoint met: Half", "Two steps done", "First"]);
    let page = sandbox.read("site/plans/novel.html");
    for (kind, address) in
        [("atom+xml", "../feed.xml"), ("feed+json", "../feed.json"), ("atom+xml", "../plans/novel.xml")]
    {
        let link = page.lines().find(|line| line.contains("rel=\"alternate\"") && line.contains(address));
        assert!(link.is_some_and(|link| link.contains(kind)), "{address}: {page}");
    }
    assert!(!sandbox.read("site/plans/boat.html").contains("novel.xml"));
}

#[test]
fn a_day_on_which_nothing_happens_changes_no_feed() {
    let sandbox = journal();
    let feeds = |sandbox: &Sandbox| {
        ["feed.xml", "feed.json", "plans/novel.xml"].map(|feed| sandbox.read(&format!("site/{feed}")))
    };
    sandbox.run("build").exit(0);
    let before = feeds(&sandbox);
    assert!(before[0].contains("\n<updated>2026-11-22T10:00:00Z</updated>\n<author>"), "{}", before[0]);
    sandbox.run("build --today 2027-03-01").exit(0);
    assert_eq!(feeds(&sandbox), before);
}

#[test]
fn ids_hold_when_words_and_lines_move_and_the_site_is_served_otherwise() {
    let sandbox = journal();
    let ids = |arguments: &str| -> Vec<String> {
        sandbox.run(&format!("build {arguments}")).exit(0);
        parsed(sandbox.read("site/feed.xml")).entries.into_iter().map(|entry| entry.id).collect()
    };
    let before = ids("");
    let plan = sandbox.read("plans/novel.md");
    sandbox.write("plans/novel.md", plan.replace("---\n- [x] Write", "---\nMore words.\n\n- [x] Write"));
    sandbox.write("reflections/2026-11-01-first.md", "---\nplan: novel\ntitle: Another title\n---\nOther words.\n");
    assert_eq!(ids(""), before);
    assert_eq!(ids("--base-url http://example.org/book"), before, "with or without encryption");
    assert_ne!(ids("--base-url https://example.org/other"), before, "another journal may have the same files");
}

#[test]
fn a_feed_ends_after_fifty_items() {
    let sandbox = journal();
    for day in 1..=60 {
        let date = jiff::civil::date(2026, 1, 1).saturating_add(jiff::Span::new().days(day));
        sandbox.write(&format!("reflections/{date}-x.md"), format!("---\nplan: novel\n---\nDay {day}.\n"));
    }
    sandbox.run("build").exit(0);
    for feed in ["feed.xml", "feed.json", "plans/novel.xml"] {
        let feed = parsed(sandbox.read(&format!("site/{feed}")));
        assert_eq!(feed.entries.len(), 50);
        let days: Vec<_> = feed.entries.iter().map(|entry| entry.published).collect();
        assert!(days.is_sorted_by(|one, next| one >= next), "{days:?}");
    }
}

#[test]
fn without_an_address_or_a_wish_there_is_no_feed() {
    for settings in ["today: 2026-11-22\n", "today: 2026-11-22\nbase_url: https://example.org/\nfeeds: false\n"] {
        let sandbox = journal();
        sandbox.write("journal.yaml", settings);
        sandbox.run("build").exit(0);
        for feed in ["feed.xml", "feed.json", "plans/novel.xml"] {
            assert!(!sandbox.has(&format!("site/{feed}")), "{settings}: {feed}");
        }
        assert!(!sandbox.read("site/plans/novel.html").contains("atom+xml"), "{settings}");
    }
}

#[test]
fn an_empty_journal_has_an_empty_feed() {
    let sandbox =
        Sandbox::new().file("journal.yaml", "base_url: https://example.org/\n").file("plans/a.md", "- [ ] a\n");
    sandbox.run("build").exit(0);
    for feed in ["feed.xml", "plans/a.xml"] {
        let feed = parsed(sandbox.read(&format!("site/{feed}")));
        assert_eq!(feed.entries.len(), 0);
        assert_eq!(feed.updated.map(|moment| moment.timestamp()), Some(36_000), "no day of its own");
    }
}

#[test]
fn a_file_of_the_journal_s_own_stands_where_a_feed_would() {
    let sandbox = journal().file("static/feed.xml", "mine").file("feed.md", "---\ntype: plan\n---\n- [ ] a\n");
    sandbox.run("build").exit(0);
    assert_eq!(sandbox.read("site/feed.xml"), "mine");
    assert!(!sandbox.read("site/index.html").contains("\"feed.xml\""));
    let page = sandbox.read("site/feed.html");
    let own = page.split("href=\"feed-").nth(1).and_then(|rest| rest.split('"').next()).expect("a feed of its own");
    assert!(sandbox.has(&format!("site/feed-{own}")), "{own}");
}

#[test]
fn a_template_of_one_s_own_makes_the_feeds() {
    let sandbox = journal()
        .file("templates/feed.xml", "<own>{{ view.title }}: {{ view.items | length }}, {{ texts[0] }}</own>\n");
    sandbox.run("build").exit(0);
    assert!(sandbox.read("site/plans/boat.xml").starts_with("<own>The boat · Day book &amp; more: 2, "));
    let context = sandbox.run("context feed.xml").exit(0).json();
    assert_eq!(context["view"]["items"].as_array().map(Vec::len), context["texts"].as_array().map(Vec::len));
}
