//! The live preview in a real browser: what one was doing goes on while the page changes under it.

use serde_json::{Value, json};

use super::{Preview, journal, wait_for};
use crate::browser::chromium::Browser;
use crate::example::example;
use crate::outside::{ignored, npm_package};
use crate::sandbox::Sandbox;

/// Waits in the page until an expression is true; fails in the end.
#[track_caller]
fn until(browser: &mut Browser, what: &str) {
    let waits = format!(
        "new Promise((done) => {{ const began = performance.now(); const look = () => {{ let is = false; \
         try {{ is = {what}; }} catch {{}} \
         if (is || performance.now() - began > 40000) done(Boolean(is)); else setTimeout(look, 15); }}; look(); }})"
    );
    assert_eq!(
        browser.run(&waits),
        true,
        "never came: {what}\n{}",
        browser.run("document.body.innerText.slice(0, 3000)")
    );
}

fn opened(browser: &mut Browser, preview: &Preview, page: &str) {
    browser.open(&format!("http://{}/{page}", preview.host));
    until(browser, "document.getElementById('journal-bar').innerText.includes('Connected')");
}

/// A plan that is longer than the window.
fn long() -> Sandbox {
    let steps: Vec<String> = (0..120).map(|number| format!("- [ ] Step number {number}\n")).collect();
    let details = "<details id=\"more\"><summary>More</summary>\n\nHidden words.\n\n</details>\n\n<video id=\"film\" controls></video>\n\n";
    journal()
        .file("plans/long.md", format!("# Long\n\n{details}{}", steps.concat()))
        .file("journal.yaml", "today: 2026-11-22\neditor: vscode\n")
}

#[test]
fn scroll_focus_and_open_details_stay_and_the_same_elements_with_them() {
    let Some(mut browser) = Browser::start("scroll_focus_and_open_details_stay_and_the_same_elements_with_them") else {
        return;
    };
    let sandbox = long();
    let preview = Preview::of(&sandbox);
    browser.size(900, 700);
    opened(&mut browser, &preview, "plans/long.html");
    browser.run(
        "(() => { document.getElementById('more').open = true; window.film = document.getElementById('film'); \
         window.step = document.querySelector('[id^=\"step-\"]:nth-of-type(80)'); \
         step.querySelector('input').focus({ preventScroll: true }); step.scrollIntoView({ block: 'center' }); \
         window.place = step.getBoundingClientRect().top; window.first = document.querySelector('main'); })()",
    );
    let text = sandbox.read("plans/long.md");
    // Something above grows, the text itself changes, and a step goes.
    let text =
        text.replace("# Long\n", "# Long\n\nA new paragraph.\n\nAnd another.\n").replace("- [ ] Step number 3\n", "");
    sandbox.write("plans/long.md", text.replace("Step number 90", "Another step"));
    until(&mut browser, "document.querySelector('main').innerText.includes('Another step')");
    assert_eq!(browser.run("document.getElementById('more').open"), true);
    assert_eq!(browser.run("window.film === document.getElementById('film')"), true, "what plays goes on");
    assert_eq!(browser.run("window.first === document.querySelector('main')"), true);
    assert_eq!(browser.run("document.activeElement.type"), "checkbox", "the focus stays on a box");
    assert_eq!(browser.run("document.activeElement.closest('li').innerText.includes('Step number')"), true);
    let moved = browser.run("Math.abs(step.getBoundingClientRect().top - place)").as_f64().expect("a number");
    assert!(moved < 60.0, "what was read stays where it was: {moved} pixels");
    let problems: Vec<String> = browser.complaints(&format!("http://{}/", preview.host));
    assert_eq!(problems, Vec::<String>::new());
}

#[test]
fn an_error_lies_over_the_last_good_page_and_goes_when_it_is_mended() {
    let Some(mut browser) = Browser::start("an_error_lies_over_the_last_good_page_and_goes_when_it_is_mended") else {
        return;
    };
    let sandbox = journal();
    let preview = Preview::of(&sandbox);
    opened(&mut browser, &preview, "plans/novel.html");
    let good = sandbox.read("plans/novel.md");
    sandbox.write("plans/novel.md", format!("---\ndue: 2026-11-31\nstatus: nope\n---\n{good}"));
    until(&mut browser, "!document.querySelector('.jp-errors').hidden");
    let said = browser.run("document.querySelector('.jp-errors').innerText");
    let said = said.as_str().expect("text");
    assert!(said.contains("plans/novel.md:2:") && said.contains('^') && said.contains("2026-11-31"), "{said}");
    assert_eq!(browser.run("document.querySelector('main').innerText.includes('One')"), true, "the page is below it");
    browser.run("document.querySelector('.jp-errors > p:last-child button').click()");
    assert_eq!(browser.run("document.querySelector('.jp-errors').hidden"), true, "one may look at the page");
    sandbox.write("plans/novel.md", &good);
    until(&mut browser, "document.getElementById('journal-bar').innerText.includes('Connected')");
    assert_eq!(browser.run("document.querySelector('.jp-errors').hidden"), true);
}

#[test]
fn a_box_ticks_the_step_in_the_file_and_is_taken_back() {
    let Some(mut browser) = Browser::start("a_box_ticks_the_step_in_the_file_and_is_taken_back") else { return };
    let Some(mut other) = Browser::start("a_box_ticks_the_step_in_the_file_and_is_taken_back") else { return };
    let sandbox = journal();
    let preview = Preview::of(&sandbox);
    let before = sandbox.read("plans/novel.md");
    opened(&mut browser, &preview, "plans/novel.html");
    opened(&mut other, &preview, "plans/novel.html");
    let first = "document.querySelector('.read .jp-box, .work .jp-box')";
    assert_eq!(browser.run(&format!("{first}.checked")), false);
    let name = browser.run(&format!("{first}.ariaLabel"));
    assert!(name.as_str().is_some_and(|name| name.contains("One")), "{name}");
    browser.run(&format!("{first}.click()"));
    until(&mut browser, &format!("{first}.checked && !{first}.disabled"));
    wait_for("the tick", || sandbox.read("plans/novel.md").contains("- [x] One ✅ 2026-11-22"));
    until(&mut other, &format!("{first}.checked"));
    until(&mut browser, "document.querySelector('.jp-tools').innerText.includes('Undo')");
    browser.run("[...document.querySelectorAll('.jp-tools button')].find((one) => one.textContent === 'Undo').click()");
    wait_for("the end of the tick", || sandbox.read("plans/novel.md") == before);
    until(&mut other, &format!("!{first}.checked"));

    // The file is saved while the page still shows the old line: nothing is written over it.
    browser.run("window.EventSource = null");
    let conflict = "fetch('/__journal/step', { method: 'POST', headers: { 'Content-Type': 'application/json', \
                    'X-Journal-Token': document.querySelector('meta[name=journal-token]').content }, \
                    body: JSON.stringify({ path: 'plans/novel.md', line: 3, text: '- [ ] Something else', state: 'done' }) })\
                    .then((answer) => answer.status)";
    assert_eq!(browser.run(conflict), 409);
    assert_eq!(sandbox.read("plans/novel.md"), before);
}

#[test]
fn a_line_that_is_another_by_now_is_told_and_left_alone() {
    let Some(mut browser) = Browser::start("a_line_that_is_another_by_now_is_told_and_left_alone") else { return };
    let sandbox = journal();
    let preview = Preview::of(&sandbox);
    opened(&mut browser, &preview, "plans/novel.html");
    // The page is kept from hearing of the save, as one is that is a moment behind.
    let island = browser.run("document.getElementById('journal-preview').textContent");
    let island: Value = serde_json::from_str(island.as_str().expect("text")).expect("JSON");
    let (anchor, step) = island["steps"].as_object().and_then(|steps| steps.iter().next()).expect("a step");
    assert_eq!((step["path"].as_str(), step["text"].as_str()), (Some("plans/novel.md"), Some("- [ ] One")), "{anchor}");
    browser.call(
        "Network.emulateNetworkConditions",
        &json!({"offline": false, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1}),
    );
    browser.run("(() => { const send = window.fetch; window.fetch = (url, options) => options?.method === 'POST' ? \
                 send(url, { ...options, body: options.body.replace('- [ ] One', '- [ ] Was one') }) : send(url, options); })()");
    browser.run("document.querySelector('.jp-box').click()");
    until(&mut browser, "document.getElementById('journal-bar').innerText.includes('Not saved')");
    assert!(sandbox.read("plans/novel.md").contains("- [ ] One\n"));
    assert_eq!(browser.run("document.querySelector('.jp-box').checked"), false, "the box is as the file is");
}

#[test]
fn a_quick_reflection_is_a_new_file_and_is_shown() {
    let Some(mut browser) = Browser::start("a_quick_reflection_is_a_new_file_and_is_shown") else { return };
    let sandbox = journal();
    let preview = Preview::of(&sandbox);
    opened(&mut browser, &preview, "reflections/index.html");
    browser.run(
        "(() => { [...document.querySelectorAll('.jp-tools button')].find((one) => one.textContent === 'Reflect').click(); \
         const form = document.querySelector('.jp-form form'); form.elements.text.value = 'Wrote at the window.'; \
         form.elements.mood.value = 'good'; form.elements.metrics.value = 'words=1200'; form.requestSubmit(); })()",
    );
    until(&mut browser, "document.getElementById('journal-bar').innerText.includes('reflections/2026/2026-11-22.md')");
    let written = sandbox.read("reflections/2026/2026-11-22.md");
    assert!(
        written.contains("mood: good")
            && written.contains("\"words\": 1200")
            && written.ends_with("Wrote at the window.\n"),
        "{written}"
    );
    until(&mut browser, "document.querySelector('main').innerText.includes('2026-11-22')");
}

#[test]
fn the_page_is_as_it_was_without_a_server_and_comes_back_with_it() {
    let Some(mut browser) = Browser::start("the_page_is_as_it_was_without_a_server_and_comes_back_with_it") else {
        return;
    };
    let sandbox = journal();
    let preview = Preview::of(&sandbox);
    let port = preview.host.rsplit(':').next().expect("a port").to_owned();
    opened(&mut browser, &preview, "about.html");
    drop(preview);
    until(&mut browser, "document.getElementById('journal-bar').innerText.includes('Not connected')");
    assert_eq!(browser.run("document.querySelector('main').innerText.includes('Me.')"), true);
    sandbox.write("about.md", "# About\n\nSomebody else.\n");
    let _again = Preview::with(&sandbox, &format!("--port {port}"));
    // Another run of the preview has another token: the page is asked for anew.
    browser.complaints("");
    browser.until(|event| event["method"] == "Page.lifecycleEvent" && event["params"]["name"] == "load");
    until(&mut browser, "document.querySelector('main').innerText.includes('Somebody else.')");
}

/// The part of the page's script that makes one page another.
fn patching() -> &'static str {
    let (_, rest) = include_str!("../../../src/watch/preview.js").split_once("// ---- Patching").expect("it is there");
    let (_, rest) = rest.split_once('\n').expect("a line");
    rest.split_once("// Where one was reading").expect("it ends there").0
}

/// What people do to an entry: write on, begin a paragraph, tick a box, take a line out, turn things round.
fn edits(text: &str) -> Vec<String> {
    let (front, body) = match text.strip_prefix("---\n").and_then(|rest| rest.split_once("\n---\n")) {
        Some((front, body)) => (format!("---\n{front}\n---\n"), body),
        None => (String::new(), text),
    };
    let mut paragraphs: Vec<&str> = body.trim().split("\n\n").collect();
    let without_middle: Vec<&str> =
        paragraphs.iter().enumerate().filter(|(at, _)| *at != paragraphs.len() / 2).map(|(_, one)| *one).collect();
    let without_middle = without_middle.join("\n\n");
    let at = paragraphs.len() / 2;
    let added = [&paragraphs[..at], &["A new paragraph."], &paragraphs[at..]].concat().join("\n\n");
    paragraphs.rotate_left(1);
    let bodies = [
        format!("{body}\nMore words.\n"),
        added,
        without_middle,
        paragraphs.join("\n\n"),
        body.replacen("- [ ]", "- [x]", 1),
        body.replacen(". ", ", and ", 1),
    ];
    bodies.into_iter().filter(|edited| edited != body).map(|body| format!("{front}{body}")).collect()
}

/// Idiomorph is what others patch pages with: after every edit the page has to be the new one, and no fewer of its
/// elements the same than with theirs. `JOURNAL_ALL_EDITS=1` tries every entry of the example, which takes minutes.
#[test]
fn patching_keeps_as_much_of_a_page_as_idiomorph_does() {
    const TEST: &str = "patching_keeps_as_much_of_a_page_as_idiomorph_does";
    let Some(mut browser) = Browser::start(TEST) else { return };
    let idiomorph = match npm_package("idiomorph", "0.7.4") {
        Ok(folder) => std::fs::read_to_string(folder.join("dist/idiomorph.js")).expect("idiomorph is text"),
        Err(why) => return ignored(TEST, &why),
    };
    let sandbox = example();
    let preview = Preview::of(&sandbox);
    let mut events = preview.listen();
    let page = |out: &str| preview.get(&format!("/{out}")).page();
    browser.run(&format!("{idiomorph}; globalThis.Idiomorph = Idiomorph; null"));
    let listed = preview.get("/journal.json").json();
    let kinds = ["plans", "reflections", "pages"].into_iter();
    let all: Vec<(String, String)> = kinds
        .flat_map(|kind| listed[kind].as_array().expect("a list").clone())
        .map(|one| ["path", "url"].map(|key| one[key].as_str().expect("text").to_owned()).into())
        .collect();
    let each = if std::env::var_os("JOURNAL_ALL_EDITS").is_some() { 1 } else { 6 };
    let (mut ours, mut theirs, mut count) = (0, 0, 0);
    for (path, out) in all.iter().step_by(each) {
        let text = sandbox.read(path);
        let before = page(out);
        for edited in edits(&text) {
            sandbox.write(path, &edited);
            events.until_page(out);
            let pages = json!({ "before": before, "after": page(out), "morph": patching() });
            let told = browser.run(&format!("({})({pages})", include_str!("morph.js")));
            assert_eq!(told["ours"]["same"], true, "{path} became another page: {told}\n{edited}");
            ours += told["ours"]["stayed"].as_u64().expect("a number");
            theirs += told["theirs"]["stayed"].as_u64().expect("a number");
            count += 1;
            sandbox.write(path, &text);
            events.until_page(out);
        }
    }
    assert!(
        count > all.len() / each && ours >= theirs,
        "{count} edits: {ours} elements stayed, with idiomorph {theirs}"
    );
}
