//! The example's site in a real browser: at every width, in light and dark, on paper, with the keyboard, without
//! scripts, and under a policy that forbids everything but the site's own files.

pub mod chromium;
mod search;
mod server;

use std::collections::BTreeSet;

use serde_json::json;

use self::chromium::Browser;
use self::server::Server;
use crate::example::example;
use crate::outside::{ignored, npm_package};
use crate::sandbox::Sandbox;
use crate::site::is_page;

/// A phone, a tablet upright, a desk: CSS pixels.
const SIZES: [(u32, u32); 3] = [(360, 740), (768, 1024), (1280, 800)];
const PHONE: (u32, u32) = SIZES[0];
const DESK: (u32, u32) = SIZES[2];

/// The width of A4 between the stylesheet's margins.
const PAPER: (u32, u32) = (673, 990);

/// The path of the example's `base_url`: its `404.html` names it.
const BELOW: &str = "/daybook/";

/// What runs in the page: functions of JavaScript, each told in its file.
const WIDE: &str = include_str!("wide.js");
const TYPEFACES: &str = include_str!("typefaces.js");
const AXE: &str = include_str!("axe.js");
const REACH: &str = include_str!("reach.js");
const FOCUS: &str = include_str!("focus.js");
const UNPRINTED: &str = include_str!("unprinted.js");

/// Everything of WCAG 2.2 A and AA that axe-core can judge, and what it counts as good practice.
const EVERY_RULE: &str =
    r#"{type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]}"#;
/// The rules whose answer depends on the colours.
const COLOUR_RULES: &str = r#"{type: "rule", values: ["color-contrast", "link-in-text-block"]}"#;

/// The example, built.
struct Example {
    sandbox: Sandbox,
    pages: Vec<String>,
    /// Pages that only lead to another.
    redirects: Vec<String>,
}

impl Example {
    fn built() -> Self {
        let sandbox = example();
        sandbox.run("build --today 2026-11-22").exit(0);
        let files = sandbox.files("site").into_iter().filter(|(path, _)| is_page(path));
        let (redirects, pages): (Vec<_>, Vec<_>) =
            files.partition(|(_, bytes)| String::from_utf8_lossy(bytes).contains("http-equiv=\"refresh\""));
        let paths = |files: Vec<(String, Vec<u8>)>| files.into_iter().map(|(path, _)| path).collect();
        Self { sandbox, pages: paths(pages), redirects: paths(redirects) }
    }

    fn served(&self) -> Server {
        Server::start(&self.sandbox.path("site"), BELOW)
    }
}

/// Opens every page and looks at it; what is wrong with it, and what the browser complained about.
fn each(
    browser: &mut Browser,
    root: &str,
    pages: &[String],
    look: impl Fn(&mut Browser) -> Vec<String>,
) -> Vec<String> {
    let mut faults = Vec::new();
    for page in pages {
        browser.open(&format!("{root}{page}"));
        let found = look(browser).into_iter().chain(browser.complaints(root));
        faults.extend(found.map(|fault| format!("{page}: {fault}")));
    }
    faults
}

/// What sticks out of the window at every size, in light and dark.
fn overflow(browser: &mut Browser) -> Vec<String> {
    let mut faults = Vec::new();
    for scheme in ["light", "dark"] {
        browser.media("screen", scheme);
        for (width, height) in SIZES {
            browser.size(width, height);
            assert_eq!(browser.run("innerWidth"), width, "the window has its size");
            let wide = browser.list(WIDE, "");
            faults.extend(wide.into_iter().map(|fault| format!("at {width} in {scheme}: {fault}")));
        }
    }
    faults
}

/// The typefaces that a page wanted and did not get.
fn typefaces(browser: &mut Browser) -> Vec<String> {
    browser.list(TYPEFACES, "")
}

/// Says every fault on a line of its own.
#[track_caller]
fn none(faults: &[String]) {
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn served_below_a_path_every_page_fits_and_keeps_to_a_strict_content_policy() {
    let Some(mut browser) = Browser::start("served_below_a_path_every_page_fits_and_keeps_to_a_strict_content_policy")
    else {
        return;
    };
    let example = Example::built();
    let server = example.served();
    let mut faults = each(&mut browser, &server.url(), &example.pages, |tab| [overflow(tab), typefaces(tab)].concat());
    faults.extend(server.missing().into_iter().map(|path| format!("{path} is not there")));
    none(&faults);
}

#[test]
fn from_the_disk_every_page_is_whole_and_asks_for_nothing_else() {
    let Some(mut browser) = Browser::start("from_the_disk_every_page_is_whole_and_asks_for_nothing_else") else {
        return;
    };
    let example = Example::built();
    let root = format!("file://{}/", example.sandbox.path("site").display());
    // A host alone shows `404.html`: it names the site's root in full.
    let pages: Vec<String> = example.pages.iter().filter(|page| *page != "404.html").cloned().collect();
    let mut faults = each(&mut browser, &root, &pages, typefaces);
    // From the disk, Chromium refuses to fetch a typeface ahead of need, and then fetches it for the stylesheet; and it
    // refuses a manifest, which is for sites that are installed.
    faults.retain(|fault| !fault.contains(".woff2") && !fault.contains("manifest.webmanifest"));
    none(&faults);
}

#[test]
fn an_old_address_leads_on_and_an_unknown_one_to_a_whole_page() {
    let Some(mut browser) = Browser::start("an_old_address_leads_on_and_an_unknown_one_to_a_whole_page") else {
        return;
    };
    let example = Example::built();
    let server = example.served();
    assert!(!example.redirects.is_empty(), "the example has an alias");
    for page in &example.redirects {
        let from = format!("{}{page}", server.url());
        browser.go_to(&from);
        browser.until(|event| {
            event["method"] == "Page.frameNavigated" && event["params"]["frame"]["url"].as_str() != Some(&from)
        });
        browser.complaints("");
        assert_eq!(server.missing(), BTreeSet::new(), "{page} leads to a page");
    }
    browser.open(&format!("{}plans/2019/no-such-plan", server.url()));
    assert_eq!(browser.run("getComputedStyle(document.body).borderTopStyle"), "solid", "it has the stylesheet");
    let missing: Vec<String> = server.missing().into_iter().collect();
    assert_eq!(missing, ["/daybook/plans/2019/no-such-plan"]);
    let home = browser.run("document.querySelector('main a').href");
    browser.open(home.as_str().expect("an address"));
    assert_eq!(server.missing(), BTreeSet::new(), "its links lead back");
}

/// Every page, judged by axe-core at one size: in light by all rules, in dark and on paper by those about colours.
fn judge(test: &str, (width, height): (u32, u32)) {
    let Some(mut browser) = Browser::start(test) else { return };
    let axe = match npm_package("axe-core", "4.14.1") {
        Ok(folder) => std::fs::read_to_string(folder.join("axe.min.js")).expect("axe-core is text"),
        Err(why) => return ignored(test, &why),
    };
    let example = Example::built();
    let server = example.served();
    browser.call("Page.addScriptToEvaluateOnNewDocument", &json!({"source": axe}));
    browser.size(width, height);
    let mut faults = Vec::new();
    for page in &example.pages {
        browser.media("screen", "light");
        browser.open(&format!("{}{page}", server.url()));
        for (medium, scheme, rules) in
            [("screen", "light", EVERY_RULE), ("screen", "dark", COLOUR_RULES), ("print", "dark", COLOUR_RULES)]
        {
            browser.media(medium, scheme);
            let found = browser.list(AXE, rules);
            faults.extend(found.into_iter().map(|fault| format!("{page}, {medium}, {scheme}: {fault}")));
        }
        browser.complaints("");
    }
    none(&faults);
}

#[test]
fn on_a_phone_axe_finds_nothing_wrong_with_any_page() {
    judge("on_a_phone_axe_finds_nothing_wrong_with_any_page", PHONE);
}

#[test]
fn on_a_desk_axe_finds_nothing_wrong_with_any_page() {
    judge("on_a_desk_axe_finds_nothing_wrong_with_any_page", DESK);
}

/// Goes through a page with the Tab key, and says what is out of reach or shows no focus.
fn tabbed(browser: &mut Browser, page: &str) -> Vec<String> {
    let mut faults = Vec::new();
    let count = browser.run(&format!("({REACH})()")).as_u64().expect("a number");
    // Regions that scroll are stops, too: a few more than was counted.
    for _ in 0..count + 20 {
        for kind in ["rawKeyDown", "keyUp"] {
            let key = json!({"type": kind, "key": "Tab", "code": "Tab", "windowsVirtualKeyCode": 9});
            browser.call("Input.dispatchKeyEvent", &key);
        }
        match browser.run(&format!("({FOCUS})()")).as_str() {
            Some("left") => break,
            Some("") | None => {}
            Some(fault) => faults.push(format!("{page}: {fault}")),
        }
    }
    let left = browser.list("() => [...window.reach].map((one) => one.outerHTML.slice(0, 120))", "");
    faults.extend(left.into_iter().map(|one| format!("{page}: the keyboard does not reach {one}")));
    faults
}

#[test]
fn the_keyboard_reaches_every_link_and_control_and_shows_where_it_is() {
    let Some(mut browser) = Browser::start("the_keyboard_reaches_every_link_and_control_and_shows_where_it_is") else {
        return;
    };
    let example = Example::built();
    let server = example.served();
    let kinds = ["index.html", "plans/index.html", "plans/publish-my-novel.html", "reflections/index.html"];
    let more = ["reflections/2026/2026-11-22-sunday.html", "guide/markdown.html", "tags/index.html", "404.html"];
    let mut faults = Vec::new();
    for (width, height) in [PHONE, DESK] {
        browser.size(width, height);
        for page in kinds.into_iter().chain(more).filter(|page| example.pages.iter().any(|path| path == page)) {
            browser.open(&format!("{}{page}", server.url()));
            faults.extend(tabbed(&mut browser, page));
            browser.complaints("");
        }
    }
    none(&faults);
}

#[test]
fn without_scripts_no_line_of_text_is_missing() {
    let Some(mut browser) = Browser::start("without_scripts_no_line_of_text_is_missing") else { return };
    let example = Example::built();
    let server = example.served();
    let mut faults = Vec::new();
    // What the search page says without scripts is looked at where its answers are.
    for page in example.pages.iter().filter(|page| *page != "search.html") {
        let mut lines = ["with", "without"].map(|scripts| {
            browser.call("Emulation.setScriptExecutionDisabled", &json!({"value": scripts == "without"}));
            browser.open(&format!("{}{page}", server.url()));
            browser.complaints("");
            let text = browser.run("document.body.innerText");
            let lines = text.as_str().expect("text").lines().map(|line| line.trim().to_owned());
            lines.filter(|line| !line.is_empty()).collect::<BTreeSet<_>>()
        });
        let [with, without] = &mut lines;
        assert!(!without.is_empty(), "{page} has text");
        faults.extend(with.difference(without).map(|line| format!("{page}: {line}")));
    }
    none(&faults);
}

#[test]
fn on_paper_nothing_is_hidden_or_cut_off() {
    let Some(mut browser) = Browser::start("on_paper_nothing_is_hidden_or_cut_off") else { return };
    let example = Example::built();
    let server = example.served();
    browser.size(PAPER.0, PAPER.1);
    browser.media("print", "light");
    let faults =
        each(&mut browser, &server.url(), &example.pages, |tab| [tab.list(WIDE, ""), tab.list(UNPRINTED, "")].concat());
    none(&faults);
}
