//! Charts of a built site: what is drawn is said in words and stands in a table, and both agree with `journal.json`.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use serde_json::Value;

use crate::example::example;
use crate::sandbox::Sandbox;
use crate::site::is_page;

/// What stands between two texts, for each place where the first is.
fn each<'a>(html: &'a str, from: &'a str, to: &'a str) -> impl Iterator<Item = &'a str> {
    html.split(from).skip(1).filter_map(move |rest| rest.split(to).next())
}

fn first<'a>(html: &'a str, from: &str, to: &str) -> Option<&'a str> {
    html.split_once(from)?.1.split(to).next()
}

/// The text of a piece of HTML.
fn text(html: &str) -> String {
    let parts = html
        .split('<')
        .enumerate()
        .map(|(at, part)| if at == 0 { part } else { part.split_once('>').map_or("", |(_, text)| text) });
    parts.collect::<String>().trim().to_owned()
}

/// The cells of a table's rows.
fn rows(table: &str) -> Vec<Vec<String>> {
    let body = first(table, "<tbody>", "</tbody>").unwrap_or_default();
    let cells = |row: &str| {
        let row = row.replace("</th>", "</td>");
        row.split_terminator("</td>").map(text).collect()
    };
    each(body, "<tr>", "</tr>").map(cells).collect()
}

fn pages(sandbox: &Sandbox) -> Vec<(String, String)> {
    let pages = sandbox.files("site").into_iter().filter(|(path, _)| is_page(path));
    pages.map(|(path, bytes)| (path, String::from_utf8(bytes).expect("pages are text"))).collect()
}

/// The example, built once: these tests only read it.
static BUILT: LazyLock<Sandbox> = LazyLock::new(|| {
    let sandbox = example();
    sandbox.run("build").exit(0);
    sandbox
});

fn number(text: &str) -> u64 {
    text.replace(',', "").parse().unwrap_or_else(|_| panic!("`{text}` is no number"))
}

#[test]
fn every_drawing_has_words_or_is_hidden_and_fits_a_strict_policy() {
    let mut charts = 0;
    for (path, html) in pages(&BUILT) {
        // Data in a page is no program: nothing runs it.
        let running = html.replace("<script type=\"application/ld+json\">", "").replace("<script src=", "");
        for never in [" style=", "<style", "<script", " onload="] {
            assert!(!running.contains(never), "{path} has {never}");
        }
        let ids: Vec<&str> = each(&html, " id=\"", "\"").collect();
        let unique: BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(ids.len(), unique.len(), "{path} has an id twice");
        // Whatever stands inside another drawing belongs to it.
        for svg in html
            .split("<svg ")
            .skip(1)
            .filter(|svg| svg.split('>').next().is_some_and(|tag| tag.contains("class=\"ch\"")))
        {
            let tag = svg.split('>').next().unwrap_or_default();
            if tag.contains("aria-hidden=\"true\"") {
                continue;
            }
            assert!(tag.contains("role=\"img\""), "{path}: <svg {tag}>");
            let labels = first(tag, "aria-labelledby=\"", "\"").expect("it names its words");
            let words: Vec<String> = labels
                .split(' ')
                .map(|id| {
                    let said =
                        first(svg, &format!(" id=\"{id}\">"), "</").unwrap_or_else(|| panic!("{path} has no {id}"));
                    text(said)
                })
                .collect();
            assert!(words.len() == 2 && words.iter().all(|said| !said.is_empty()), "{path}: {words:?}");
            let shapes = ["NaN", "inf", "d=\"M\"", "%%"];
            assert!(
                !shapes.iter().any(|wrong| svg.split("</svg>").next().is_some_and(|svg| svg.contains(wrong))),
                "{path}"
            );
            charts += 1;
        }
    }
    assert!(charts > 20, "{charts} charts");
}

#[test]
fn every_figure_has_its_table() {
    let mut tables = 0;
    for (path, html) in pages(&BUILT) {
        for figure in each(&html, "<figure", "</figure>").filter(|figure| figure.contains("class=\"ch\"")) {
            let table = first(figure, "<table>", "</table>").unwrap_or_else(|| panic!("{path}: no table in {figure}"));
            assert!(!rows(table).is_empty() && table.contains("scope=\"row\""), "{path}");
            tables += 1;
        }
        for run in each(&html, "<p class=\"spark\">", "</p>") {
            let counts = first(run, "</svg> <span>", "</span>").expect("moods in words");
            let said = text(first(run, "<desc", "</desc>").and_then(|desc| desc.split_once('>')).expect("words").1);
            let sum: u64 = counts.split(", ").map(|part| number(part.split(' ').next().unwrap_or_default())).sum();
            assert_eq!(sum, said.split(", ").count() as u64, "{path}: {counts} of {said}");
        }
    }
    assert!(tables > 8, "{tables} tables");
}

#[test]
fn a_burn_up_ends_where_journal_json_says() {
    let sandbox = &*BUILT;
    let json = sandbox.run("export").exit(0).json();
    let mut compared = 0;
    for plan in json["plans"].as_array().expect("plans") {
        let html = sandbox.read(&format!("site/{}", plan["url"].as_str().expect("an address")));
        let Some(chart) = first(&html, "aria-labelledby=\"j-burn-t", "</figure>") else { continue };
        let rows = rows(first(chart, "<table>", "</table>").expect("a table"));
        let last = rows.last().expect("a row");
        let said =
            [&plan["progress"]["done"], &plan["progress"]["total"]].map(|count| count.as_u64().expect("a count"));
        assert_eq!([number(&last[1]), number(&last[2])], said, "{}", plan["title"]);
        let [done, total] = said;
        let apart = chart.contains(&format!(">{done} done<")) && chart.contains(&format!(">{total} in scope<"));
        assert!(apart || chart.contains(&format!(">{done} of {total} done<")), "{}", plan["title"]);
        compared += 1;
    }
    assert!(compared > 3, "{compared} plans");
}

#[test]
fn a_target_ends_where_the_reflections_of_journal_json_do() {
    let sandbox = &*BUILT;
    let json = sandbox.run("export").exit(0).json();
    let html = sandbox.read("site/plans/publish-my-novel.html");
    let measured: i64 = json["reflections"]
        .as_array()
        .expect("reflections")
        .iter()
        .filter_map(|reflection| reflection["metrics"]["words"].as_i64())
        .sum();
    let chart = first(&html, "aria-labelledby=\"j-target-1-t", "</figure>").expect("a chart of the words");
    let rows = rows(first(chart, "<table>", "</table>").expect("a table"));
    let begun = 2600;
    assert_eq!(number(&rows.last().expect("a row")[1]), u64::try_from(begun + measured).expect("written words"));
}

/// Done leaf steps with a day in this year, checkpoints apart.
fn done_steps(steps: &[Value], checkpoints: &BTreeSet<&str>, year: &str) -> u64 {
    let done = |step: &Value| {
        let below = step["children"].as_array().expect("children");
        let steps_below = below.iter().any(|child| child["state"] != "note");
        let text = step["text"].as_str().expect("a text").trim_start_matches('🚩').trim();
        let day = step["done"].as_str().is_some_and(|day| day.starts_with(year));
        let own = !steps_below && step["state"] == "done" && day && !checkpoints.contains(text);
        u64::from(own) + done_steps(below, checkpoints, year)
    };
    steps.iter().map(done).sum()
}

#[test]
fn the_year_counts_what_journal_json_has() {
    let sandbox = &*BUILT;
    let json = sandbox.run("export").exit(0).json();
    let html = sandbox.read("site/index.html");
    let section = first(&html, "aria-labelledby=\"j-year\"", "</section>").expect("the year");
    let rows = rows(first(section, "<table class=\"year\">", "</table>").expect("a table"));
    let sum = |column: usize| rows.iter().map(|row| number(&row[column])).sum::<u64>();
    let steps: u64 = json["plans"]
        .as_array()
        .expect("plans")
        .iter()
        .map(|plan| {
            let titles = plan["checkpoints"].as_array().expect("checkpoints");
            let titles = titles.iter().filter_map(|checkpoint| checkpoint["title"].as_str()).collect();
            done_steps(plan["steps"].as_array().expect("steps"), &titles, "2026")
        })
        .sum();
    assert_eq!(sum(1), steps);
    let written = json["reflections"].as_array().expect("reflections");
    let of_year = written.iter().filter(|one| one["date"].as_str().is_some_and(|date| date.starts_with("2026")));
    assert_eq!(sum(3), of_year.count() as u64);
    // The two halves say the same as the table.
    let described: Vec<&str> =
        each(section, "<desc", " done and").filter_map(|said| said.split_once('>')).map(|(_, said)| said).collect();
    assert_eq!(described.iter().map(|said| number(said.split(' ').next().unwrap_or_default())).sum::<u64>(), steps);
}

#[test]
fn the_timeline_has_every_plan_and_a_pivot_above_what_it_became() {
    let sandbox = &*BUILT;
    let json = sandbox.run("export").exit(0).json();
    let html = sandbox.read("site/timeline.html");
    let rows = rows(first(&html, "id=\"j-words\"", "</section>").expect("the table"));
    let plans = json["plans"].as_array().expect("plans");
    assert_eq!(rows.len(), plans.len());
    for plan in plans {
        let title = plan["title"].as_str().expect("a title");
        let row = rows.iter().find(|row| row[0] == title.replace('\'', "&#39;") || row[0] == title);
        let row = row.unwrap_or_else(|| panic!("{title} is not in {rows:?}"));
        assert_eq!(row[2], format!("{} of {}", plan["progress"]["done"], plan["progress"]["total"]));
        let all = plan["checkpoints"].as_array().expect("checkpoints");
        let of = |states: &[&str]| all.iter().filter(|one| states.iter().any(|state| one["state"] == *state)).count();
        let kept = all.len() - of(&["dropped"]);
        let said = if kept == 0 { String::new() } else { format!("{} of {kept}", of(&["met", "partly"])) };
        assert_eq!(row[6], said, "{title}");
    }
    let drawn: Vec<&str> = each(&html, "<h3>", "</h3>").collect();
    let place = |name: &str| drawn.iter().position(|title| title.contains(name)).expect("it is drawn");
    assert_eq!(place("Tolbridge") + 1, place("Walk the cut"));
    for page in ["index.html", "plans/index.html", "about.html"] {
        assert!(sandbox.read(&format!("site/{page}")).contains("timeline.html\""), "{page} leads to it");
    }
}

fn journal(theme: &str) -> Sandbox {
    Sandbox::new()
        .file("journal.yaml", format!("today: 2026-11-22\n{theme}"))
        .file(
            "plans/novel.md",
            "---\nstart: 2026-10-01\ndue: 2026-12-31\n---\n# Novel\n\n- [x] One ✅ 2026-11-01\n- [ ] Two\n",
        )
        .file(
            "plans/boat.md",
            "---\nstatus: paused\nstart: 2026-05-01\ndue: 2026-12-31\n---\n- [x] One ✅ 2026-06-01\n- [ ] Two\n",
        )
        .file("reflections/2026-11-03-a.md", "---\nplan: novel\nmood: 4\n---\nWords.\n")
}

#[test]
fn charts_and_moods_can_be_left_out() {
    let drawn = |sandbox: &Sandbox| pages(sandbox).iter().filter(|(_, html)| html.contains("class=\"ch\"")).count();
    let sandbox = journal("theme: {show_charts: false}\n");
    sandbox.run("build").exit(0);
    assert_eq!(drawn(&sandbox), 0);
    assert!(sandbox.read("site/index.html").contains("<table class=\"year\">"), "the figures stay");
    assert!(sandbox.read("site/timeline.html").contains("1 of 2"));
    let sandbox = journal("theme: {show_mood: false}\n");
    sandbox.run("build").exit(0);
    assert!(drawn(&sandbox) > 3);
    for (path, html) in pages(&sandbox) {
        assert!(!html.contains("mood-dot") && !html.contains("class=\"spark\""), "{path}");
    }
}

#[test]
fn a_plan_at_rest_is_not_drawn_anew_each_day() {
    let sandbox = journal("");
    let pages = || ["novel", "boat"].map(|plan| sandbox.read(&format!("site/plans/{plan}.html")));
    sandbox.run("build").exit(0);
    let [novel, boat] = pages();
    sandbox.run("build --today 2026-11-23").exit(0);
    assert_ne!(pages()[0], novel);
    assert_eq!(pages()[1], boat);
}

#[test]
fn a_journal_without_plans_has_no_timeline() {
    let sandbox = Sandbox::on_a_sunday().file("reflections/2026-11-03-a.md", "Words.\n");
    sandbox.run("build").exit(0);
    assert!(!sandbox.has("site/timeline.html"));
    assert!(!sandbox.read("site/index.html").contains("timeline.html"));
}

#[test]
fn more_plans_than_a_page_can_draw_are_cut() {
    let mut sandbox = Sandbox::on_a_sunday();
    for at in 0..51 {
        sandbox =
            sandbox.file(&format!("plans/p{at}.md"), format!("---\nstart: 2026-01-{:02}\n---\n- [ ] a\n", at % 28 + 1));
    }
    sandbox.run("build").exit(0);
    let [one, two] = ["timeline", "timeline-2"].map(|page| sandbox.read(&format!("site/{page}.html")));
    assert_eq!([&one, &two].map(|html| html.matches("j-row-").count() / 4), [50, 1]);
    assert!(one.contains("href=\"timeline-2.html\""));
}
