//! Every built-in template with real views and with empty ones, and what a user's own files change.

use std::sync::LazyLock;

use super::*;
use crate::site::views::*;

static BUILT_IN: LazyLock<Renderer> = LazyLock::new(|| with(&[]).unwrap());

fn with(files: &[(&str, &str)]) -> Result<Renderer, Error> {
    let (theme, templates): (Vec<_>, Vec<_>) = files.iter().partition(|(name, _)| name.starts_with(templates::THEME));
    let templates =
        templates.into_iter().map(|(name, text)| ((*name).to_owned(), Arc::from(text.to_owned()))).collect();
    let theme = theme.into_iter().map(|(name, text)| ((*name).to_owned(), Arc::from(text.as_bytes()))).collect();
    Renderer::new(&templates, &theme, &Arc::new(Language::new("en", None).0))
}

#[track_caller]
fn html(template: &str, page: &PageView, view: &impl Serialize, body: Option<&str>) -> String {
    let bytes = BUILT_IN.render(template, &site_value(&samples::site(false)), page, view, &Text { body, texts: &[] });
    String::from_utf8(bytes.unwrap_or_else(|error| panic!("{error}"))).unwrap()
}

/// Every page with its name, template, view and body: what is looked at, and what is checked.
fn pages() -> Vec<(&'static str, String)> {
    let page = samples::page;
    let body = include_str!("samples.html");
    vec![
        (
            "index.html",
            html("home.html", &page("By small steps", "index.html", "home"), &samples::home(), Some("<p>Hello.</p>")),
        ),
        ("empty.html", html("home.html", &page("By small steps", "empty.html", "home"), &samples::empty_home(), None)),
        (
            "plans/publish-my-novel.html",
            html(
                "plan.html",
                &page("Publish The Salt Road", "plans/publish-my-novel.html", "plans"),
                &samples::plan_view(),
                Some(body),
            ),
        ),
        (
            "plans/no-steps.html",
            html("plan.html", &page("No steps yet", "plans/no-steps.html", "plans"), &samples::bare_plan(), None),
        ),
        (
            "plans/portuguese.html",
            html(
                "plan.html",
                &page("Portuguese", "plans/portuguese.html", "plans"),
                &PlanView { plan: samples::portuguese().into(), today: None, ..samples::bare_plan() },
                None,
            ),
        ),
        (
            "plans/index.html",
            html("plans.html", &page("Plans", "plans/index.html", "plans"), &samples::plans_view(), None),
        ),
        (
            "reflections/2026-11-15.html",
            html(
                "reflection.html",
                &page("Sixty thousand", "reflections/2026-11-15.html", "reflections"),
                &samples::reflection_view(),
                Some(body),
            ),
        ),
        (
            "reflections/line.html",
            html(
                "reflection.html",
                &page("A line", "reflections/line.html", "reflections"),
                &samples::bare_reflection(),
                Some("<p>A line.</p>"),
            ),
        ),
        (
            "reflections/index.html",
            html(
                "reflections.html",
                &page("Reflections", "reflections/index.html", "reflections"),
                &samples::reflections_view(),
                None,
            ),
        ),
        (
            "reflections/2026-11.html",
            html(
                "month.html",
                &page("November 2026", "reflections/2026-11.html", "reflections"),
                &samples::month_view(),
                None,
            ),
        ),
        (
            "reflections/2026.html",
            html(
                "year.html",
                &page("Reflections of 2026", "reflections/2026.html", "reflections"),
                &samples::year_view(),
                None,
            ),
        ),
        ("search.html", html("search.html", &page("Search", "search.html", "search"), &samples::search_view(), None)),
        ("about.html", html("page.html", &page("About", "about.html", "page"), &samples::plain_view(), Some(body))),
        (
            "tags/index.html",
            html(
                "tags.html",
                &page("Tags", "tags/index.html", "tags"),
                &TagsView { tags: ["rest", "body", "writing/poems"].map(samples::tag).into(), more: 7 },
                None,
            ),
        ),
        (
            "tags/writing.html",
            html("tag.html", &page("#writing, 2026", "tags/writing.html", "tags"), &samples::tag_view(), None),
        ),
        (
            "404.html",
            html(
                "404.html",
                &page("Not found", "404.html", ""),
                &NotFoundView { links: vec![samples::link("Today", "index.html")] },
                None,
            ),
        ),
        (
            "old.html",
            html(
                "redirect.html",
                &page("Moved", "old.html", ""),
                &RedirectView { target: samples::link("About", "about.html") },
                None,
            ),
        ),
    ]
}

#[test]
fn every_page_is_whole_and_asks_nothing_of_other_hosts() {
    for (name, html) in pages() {
        for need in ["<!doctype html>", "<html lang=\"en\">", "<title>", "<main", "<h1"] {
            assert!(html.contains(need), "{name} has no {need}");
        }
        // A block of data is not run, and scripts are files of the theme: a policy that forbids others lets both stand.
        let html = html.replace("<script type=\"application/ld+json\">", "<data>");
        let html = ["", "../", "../../"]
            .iter()
            .fold(html, |html, root| html.replace(&format!("<script src=\"{root}theme/"), "<data src=\""));
        for never in [" style=", "<style", "<script", "src=\"http", "undefined", "held since", "let go", "turned"] {
            assert!(!html.contains(never), "{name} has {never}");
        }
        assert_eq!(html.matches("<h1").count(), 1, "{name}");
        let outside = html.matches("href=\"http").count();
        assert_eq!(outside, html.matches("rel=\"canonical\" href=\"http").count(), "{name} leads outside");
        headings_step_down_one_at_a_time(name, &html);
        let ids: Vec<&str> = html.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        let each: std::collections::BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(ids.len(), each.len(), "{name} has an id twice: {ids:?}");
    }
}

#[track_caller]
fn headings_step_down_one_at_a_time(name: &str, html: &str) {
    let levels = html.match_indices("<h").filter_map(|(at, _)| html[at + 2..].chars().next()?.to_digit(10));
    let mut before = 0;
    for level in levels {
        assert!(level <= before + 1, "{name}: h{level} after h{before}");
        before = level;
    }
}

#[test]
fn a_page_knows_its_place_in_the_site() {
    let pages: BTreeMap<_, _> = pages().into_iter().collect();
    assert!(pages["index.html"].contains(r#"<a href="index.html" aria-current="page">Today</a>"#));
    let reflection = &pages["reflections/2026-11-15.html"];
    assert!(reflection.contains(r#"<a href="../reflections/index.html" aria-current="true">Reflections</a>"#));
    assert!(reflection.contains(r#"<link rel="stylesheet" href="../theme/journal.css">"#));
    assert!(pages["about.html"].contains(r#"<a href="about.html" aria-current="page">About</a>"#));
    assert!(pages["old.html"].contains(r#"content="0; url=about.html""#));
}

#[test]
fn what_is_missing_is_said_or_left_out() {
    let pages: BTreeMap<_, _> = pages().into_iter().collect();
    let empty = &pages["empty.html"];
    assert!(empty.contains("A day with nothing in it is allowed."));
    assert!(empty.contains("One line and a date is a reflection."));
    assert!(!empty.contains("<progress"));
    let bare = &pages["plans/no-steps.html"];
    assert!(bare.contains("No steps yet. The first one can be small."));
    assert!(!bare.contains("<progress"));
    assert!(!pages["reflections/line.html"].contains("<aside"));
}

#[test]
fn the_day_stands_only_where_the_page_is_made_for_it() {
    for (name, html) in pages() {
        let dated =
            ["index.html", "empty.html", "plans/publish-my-novel.html", "plans/no-steps.html", "plans/index.html"];
        assert_eq!(html.contains("What is true here was true on that day"), dated.contains(&name), "{name}");
    }
}

#[test]
fn text_of_the_writers_is_escaped_and_the_body_is_not() {
    let home = &pages()[0].1;
    assert!(home.contains("A &lt;b&gt;step&lt;/b&gt; &amp; nothing else"));
    assert!(home.contains("<p>Hello.</p>"));
}

#[test]
fn a_reflections_page_is_light() {
    let page = samples::page("A line", "reflections/line.html", "reflections");
    // What it tells other hosts is as long as its title and first words.
    let page = PageView { social: None, ..page };
    let mut view = samples::reflection_view();
    view.entry.backlinks.truncate(2);
    let size = html("reflection.html", &page, &view, Some("")).len();
    assert!(size < 5 * 1024, "{size} bytes");
}

#[test]
fn files_beside_pages_are_made_too() {
    let page = samples::page("", "sitemap.xml", "");
    let urls =
        vec![SitemapUrl { url: "https://example.org/a&b.html".into(), updated: Some(samples::date("2026-11-22")) }];
    let sitemap = html("sitemap.xml", &page, &SitemapView { urls }, None);
    assert!(sitemap.contains("<loc>https://example.org/a&amp;b.html</loc><lastmod>2026-11-22</lastmod>"));
    let robots =
        html("robots.txt", &page, &RobotsView { sitemap: Some("https://example.org/sitemap.xml".into()) }, None);
    assert_eq!(robots, "User-agent: *\nAllow: /\nSitemap: https://example.org/sitemap.xml\n\n");
}

#[test]
fn private_parts_are_marked_in_words() {
    let page = samples::page("By small steps", "index.html", "home");
    let site = site_value(&samples::site(true));
    let html = BUILT_IN.render("home.html", &site, &page, &samples::home(), &Text::default()).unwrap();
    let html = String::from_utf8(html).unwrap();
    assert!(html.contains("This copy is for the writer"));
    assert!(html.contains(r#"<span class="flag">Private</span>"#));
}

#[test]
fn a_file_of_the_users_wins_and_can_reach_the_one_below() {
    let renderer = with(&[
        ("page.html", r#"{% extends "journal/page.html" %}{% block foot %}<p>{{ <colophon /> }}</p>{% endblock %}"#),
        ("own.html", "{% component colophon() %}Mine{% endcomponent colophon %}"),
        ("parts/tags.html", "{% component tags(tags) %}Labels{% endcomponent tags %}"),
        ("theme/journal.css", "body{}"),
        ("theme/own.css", "p{}"),
    ])
    .unwrap();
    let page = samples::page("About", "about.html", "page");
    let site = site_value(&samples::site(false));
    let html = String::from_utf8(
        renderer.render("page.html", &site, &page, &samples::plain_view(), &Text::default()).unwrap(),
    )
    .unwrap();
    assert!(html.contains("<p>Mine</p>"));
    assert!(html.contains("Labels"), "one component can be replaced alone");
    assert!(html.contains("<h1>About</h1>"));
    let theme: BTreeMap<&str, &[u8]> = renderer.theme_files().collect();
    assert_eq!(theme["journal.css"], b"body{}");
    assert_eq!(theme["own.css"], b"p{}");
    assert!(theme.contains_key("icon.svg"));
    assert!(renderer.knows("own.html") && !renderer.knows("theme/own.css"));
    let before = &BUILT_IN;
    assert_ne!(renderer.digest("page.html"), before.digest("page.html"));
    assert_eq!(renderer.digest("404.html"), before.digest("404.html"));
    assert_ne!(renderer.digest("reflection.html"), before.digest("reflection.html"), "it shows tags");
}

#[track_caller]
fn check(files: &[(&str, &str)], expected: &str) {
    let page = samples::page("", "x.html", "");
    let site = site_value(&samples::site(false));
    let error = with(files).map_or_else(
        |error| error,
        |renderer| renderer.render("x.html", &site, &page, &(), &Text::default()).unwrap_err(),
    );
    assert_eq!(error.to_string(), expected);
}

#[test]
fn an_error_leads_to_its_place() {
    check(&[("x.html", "a\n  {{ view.no }}")], "templates/x.html:2:11: field `no` is not defined");
    check(
        &[("x.html", "{{ 1 + }}")],
        "templates/x.html:1:8: found `}}` but expected one of: integer, float, string, bool, ident, `-`, `not`, `<`, `{`, `[` or `(`",
    );
    check(&[("x.html", "\n{{ 1 | nope }}")], "templates/x.html:2:8: unknown filter `nope`");
    check(&[("x.html", "{{ <nope /> }}")], "templates/x.html:1:4: unknown component `nope`");
    check(&[("x.html", "{% extends \"no.html\" %}")], "templates/x.html: it extends `no.html`, which there is not");
    check(
        &[("x.html", "{% extends \"x.html\" %}")],
        "templates/x.html: it extends itself (x.html); `journal/x.html` is the one below",
    );
    check(&[("x.html", "{{ \"soon\" | day }}")], "templates/x.html:1:13: `soon` is not a date (YYYY-MM-DD)");
    check(&[], "templates/x.html: there is no template `x.html`");
}

/// Writes the pages where `JOURNAL_SAMPLES` says, to be looked at in a browser:
/// `JOURNAL_SAMPLES=/tmp/samples cargo test --lib samples_to_look_at -- --ignored`.
#[test]
#[ignore = "writes files, for looking at them"]
#[expect(clippy::disallowed_methods, reason = "a test that is run by hand")]
fn samples_to_look_at() {
    let root = std::path::PathBuf::from(std::env::var("JOURNAL_SAMPLES").expect("where to write the pages"));
    let theme = &BUILT_IN;
    let pages = pages().into_iter().map(|(name, html)| (name.to_owned(), html.into_bytes()));
    let files = theme.theme_files().map(|(name, bytes)| (format!("theme/{name}"), bytes.to_vec()));
    for (name, bytes) in pages.chain(files) {
        let path = root.join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, bytes).unwrap();
    }
}
