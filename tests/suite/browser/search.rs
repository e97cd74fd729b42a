//! The search page in a real browser: what it finds, how much it loads, and how it is used.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::chromium::Browser;
use super::server::Server;
use crate::corpus;
use crate::sandbox::Sandbox;

/// Waits for the answer; gives what is told of it, and the addresses of what was found, below the site's root.
const ANSWER: &str = r##"new Promise((done) => {
  const told = document.getElementById("j-told");
  const more = document.getElementById("j-more");
  const look = () => {
    if (!told.textContent) return setTimeout(look, 10);
    const links = [...document.querySelectorAll("#j-list .r a")];
    const count = Number(told.textContent.replace(/\D/g, ""));
    if (links.length < count && !more.hidden) more.click();
    if (links.length < count) return setTimeout(look, 10);
    const root = new URL(document.getElementById("j-form").dataset.root || ".", location);
    done({
      told: told.textContent,
      found: links.map((link) => link.href.slice(root.href.length)),
      marks: [...document.querySelectorAll("#j-list mark")].map((mark) => mark.textContent.toLowerCase()),
    });
  };
  setTimeout(look, 120);
})"##;

/// Waits for the first of what was found; gives the bytes of the index that were loaded for it.
const LOADED: &str = r#"new Promise((done) => {
  const look = () => {
    if (!document.querySelector(".found li")) return setTimeout(look, 10);
    const files = performance.getEntriesByType("resource").filter((one) => one.name.includes("/search/"));
    done(files.map((one) => one.decodedBodySize).reduce((sum, one) => sum + one, 0));
  };
  look();
})"#;

/// What a question with its first ten answers may load, in bytes, however large the journal is.
const MOST_LOADED: usize = 150_000;

struct Answer {
    told: String,
    found: Vec<String>,
    marks: BTreeSet<String>,
}

fn asked(browser: &mut Browser, root: &str, query: &str) -> Answer {
    browser.open(&format!("{root}search.html?{query}"));
    let answer = browser.run(ANSWER);
    let list = |name: &str| -> Vec<String> {
        let list = answer[name].as_array().expect("a list");
        list.iter().filter_map(Value::as_str).map(str::to_owned).collect()
    };
    let told = answer["told"].as_str().expect("a text").to_owned();
    Answer { told, found: list("found"), marks: list("marks").into_iter().collect() }
}

fn words() -> Sandbox {
    let sandbox = Sandbox::on_a_sunday()
        .file(
            "plans/novel.md",
            "---\ntitle: The novel\nstart: 2026-01-05\n---\n## Drafts\n\n- [ ] Walk\n- [?] Ask Ann\n",
        )
        .file("reflections/2025-03-01.md", "---\nplan: novel\nmood: 4\ntags: [sea]\n---\nI was walking by the sea.\n")
        .file("reflections/2026-03-01.md", "---\nmood: 2\n---\nA walk, a whale, and the novelist’s café.\n")
        .file("reflections/2026-03-02.md", "Nothing but rain. Novels, novels.\n")
        .file("secret.md", "---\nvisibility: private\n---\nA zebra by the sea.\n")
        .file("quiet.md", "---\nvisibility: unlisted\n---\nA llama by the sea.\n")
        .file("japan.md", "# 日本\n\n東京都に行った。\n");
    sandbox.run("build").exit(0);
    sandbox
}

#[test]
fn words_are_found_however_they_are_written() {
    let Some(mut browser) = Browser::start("words_are_found_however_they_are_written") else { return };
    let sandbox = words();
    let root = format!("file://{}/", sandbox.path("site").display());
    let mut found = |query: &str| asked(&mut browser, &root, query);

    let walks = found("q=walk");
    assert_eq!(walks.told, "Found: 3");
    assert_eq!(walks.marks, ["walk", "walking"].map(str::to_owned).into());
    assert_eq!(found("q=walks").found, walks.found, "a form that nobody wrote");
    assert_eq!(found("q=WALKED").found, walks.found);
    assert_eq!(found("q=wlak").found, walks.found, "two letters exchanged");
    assert_eq!(found("q=cafe").found, ["reflections/2026-03-01.html"], "without its accent");
    assert_eq!(found("q=caf%C3%A9").found, ["reflections/2026-03-01.html"]);
    assert_eq!(found("q=shale").found, ["reflections/2026-03-01.html"], "the first letter is another");
    assert_eq!(found("q=whal").found, ["reflections/2026-03-01.html"], "as far as it is typed");
    assert_eq!(found("q=whael").found, ["reflections/2026-03-01.html"]);
    assert_eq!(found("q=%E6%9D%B1%E4%BA%AC").found, ["japan.html"]);
    assert_eq!(found("q=%E4%BA%AC%E9%83%BD").found, ["japan.html"]);
    assert_eq!(found("q=novel").found[0], "plans/novel.html", "a title says most");
    assert_eq!(found("q=walk+sea").found, ["reflections/2025-03-01.html"]);
    let some = found("q=walk+xyzzy");
    assert_eq!((some.told.as_str(), some.found.len()), ("Nothing has all of these words. Some of them: 3", 3));
    assert_eq!(found("q=xyzzy").told, "Nothing has these words.");
    for private in ["q=zebra", "q=llama"] {
        assert_eq!(found(private).told, "Nothing has these words.", "{private}");
    }
    assert_eq!(found("q=walk&mood=4").found, ["reflections/2025-03-01.html"]);
    assert_eq!(found("kind=plan").found, ["plans/novel.html"]);
    assert_eq!(found("q=walk&year=2026").found, ["reflections/2026-03-01.html"]);
    assert_eq!(found("kind=plan&state=waiting").found, ["plans/novel.html"]);
    // From the disk, a typeface can't be fetched ahead of need.
    let complaints: Vec<String> =
        browser.complaints(&root).into_iter().filter(|said| !said.contains(".woff2")).collect();
    assert_eq!(complaints, Vec::<String>::new());
}

#[test]
fn the_keyboard_is_enough_to_search() {
    let Some(mut browser) = Browser::start("the_keyboard_is_enough_to_search") else { return };
    let sandbox = words();
    let server = Server::start(&sandbox.path("site"), "/");
    browser.open(&format!("{}plans/novel.html", server.url()));
    let press = |browser: &mut Browser, key: &str, text: &str| {
        for kind in ["keyDown", "keyUp"] {
            let mut event = json!({"type": kind, "key": key, "code": key});
            if kind == "keyDown" && !text.is_empty() {
                event["text"] = json!(text);
            }
            browser.call("Input.dispatchKeyEvent", &event);
        }
    };
    press(&mut browser, "/", "/");
    let arrived = "new Promise((done) => { const look = () => location.pathname.endsWith(\"search.html\") && \
                   document.readyState === \"complete\" ? done(document.activeElement.id) : setTimeout(look, 10); look(); })";
    // The page goes away below the question, which is then asked again.
    browser.until(|event| event["method"] == "Page.lifecycleEvent" && event["params"]["name"] == "load");
    assert_eq!(browser.run(arrived), "j-q", "the field is ready to be typed in");
    browser.call("Input.insertText", &json!({"text": "walk"}));
    assert_eq!(browser.run(ANSWER)["told"], "Found: 3");
    assert_eq!(browser.run("location.search"), "?q=walk", "the question stands in the address");
    press(&mut browser, "ArrowDown", "");
    press(&mut browser, "ArrowDown", "");
    assert_eq!(browser.run("[...document.querySelectorAll('.r a')].indexOf(document.activeElement)"), 1);
    press(&mut browser, "Escape", "");
    assert_eq!(browser.run("document.activeElement.id"), "j-q");
    assert_eq!(browser.complaints(&server.url()), Vec::<String>::new());
}

#[test]
fn without_scripts_the_search_page_says_where_else_to_go() {
    let Some(mut browser) = Browser::start("without_scripts_the_search_page_says_where_else_to_go") else { return };
    let sandbox = words();
    browser.call("Emulation.setScriptExecutionDisabled", &json!({"value": true}));
    browser.open(&format!("file://{}/search.html", sandbox.path("site").display()));
    let document = browser.call("DOM.getDocument", &json!({"depth": -1}));
    let said = document.to_string();
    assert!(said.contains("a browser has to run a script") && said.contains("reflections/index.html"), "{said}");
}

#[test]
fn a_question_loads_little_of_a_thousand_entries_and_finds_what_a_reader_finds() {
    let Some(mut browser) =
        Browser::start("a_question_loads_little_of_a_thousand_entries_and_finds_what_a_reader_finds")
    else {
        return;
    };
    let sandbox = Sandbox::new();
    corpus::write(sandbox.root(), 1_000, 7);
    sandbox.run("build").exit(0);
    let files = sandbox.files("");
    let entries: Vec<(String, String)> = files
        .iter()
        .filter(|(path, _)| path.ends_with(".md"))
        .map(|(path, bytes)| (path.replace(".md", ".html"), read(&String::from_utf8_lossy(bytes))))
        .collect();
    let all: usize = files.iter().filter(|(path, _)| path.starts_with("site/search/")).map(|(_, b)| b.len()).sum();
    let server = Server::start(&sandbox.path("site"), "/");
    for words in [vec!["garden"], vec!["melody", "kitchen"], vec!["harvest", "ledger", "bridge"]] {
        let query = words.join("+");
        browser.open(&format!("{}search.html?q={query}", server.url()));
        let loaded = usize::try_from(browser.run(LOADED).as_u64().expect("a number")).expect("it fits");
        let answer = asked(&mut browser, &server.url(), &format!("q={query}"));
        let expected: Vec<&String> = entries
            .iter()
            .filter(|(_, text)| {
                let has: BTreeSet<&str> = text.split(|c: char| !c.is_alphanumeric()).collect();
                words.iter().all(|word| has.contains(word))
            })
            .map(|(path, _)| path)
            .collect();
        let found: BTreeSet<&String> = answer.found.iter().collect();
        let missing: Vec<&&String> = expected.iter().filter(|path| !found.contains(**path)).take(5).collect();
        assert!(missing.is_empty() && !expected.is_empty(), "{query}: {missing:?}");
        assert!((1..MOST_LOADED).contains(&loaded) && loaded * 10 < all, "{query}: {loaded} of {all} bytes");
    }
}

/// What a reader sees of an entry: not where its links lead.
fn read(text: &str) -> String {
    let seen = text.lines().filter(|line| !line.contains("https://")).map(str::to_lowercase);
    seen.collect::<Vec<_>>().join("\n")
}
