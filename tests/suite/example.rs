//! The example is the first thing that anybody builds.

use std::path::Path;

use crate::sandbox::Sandbox;
use crate::site::broken;

/// A copy of the example, so that building it leaves the checkout alone.
#[must_use]
pub fn example() -> Sandbox {
    let sandbox = Sandbox::new();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("example-journal");
    for (path, bytes) in crate::sandbox::files(&root) {
        if !path.starts_with("site/") && !path.starts_with(".journal/") {
            sandbox.write(&path, bytes);
        }
    }
    assert!(sandbox.has("journal.yaml"), "the example is there");
    sandbox
}

#[test]
fn it_builds_without_a_diagnostic() {
    let run = example().run("build").exit(0);
    assert_eq!(run.stderr.lines().count(), 1, "one line at the end and nothing else\n{run}");
    example().run("check --strict").exit(0).out("");
}

#[test]
fn every_link_in_it_leads_somewhere_and_nothing_is_fetched_from_elsewhere() {
    for settings in ["", "permalinks: folder\n"] {
        let sandbox = example();
        let own = sandbox.read("journal.yaml");
        sandbox.write("journal.yaml", format!("{own}\n{settings}"));
        sandbox.run("build").exit(0);
        assert_eq!(broken(&sandbox.files("site")), Vec::<String>::new());
    }
}

#[test]
fn it_has_plans_of_every_outcome_and_a_year_of_reflections() {
    let run = example().run("export").exit(0);
    let json = run.json();
    let plans = json["plans"].as_array().expect("plans");
    for status in ["active", "paused", "pivoted", "done"] {
        assert!(plans.iter().any(|plan| plan["status"] == status), "no plan is {status}");
    }
    assert!(json["reflections"].as_array().is_some_and(|list| list.len() >= 25));
}

#[test]
fn its_settings_page_names_every_key_with_a_value_that_is_one() {
    let guide = example().read("guide/settings.md");
    let blocks = guide.split("```yaml\n").skip(1).filter_map(|rest| rest.split("\n```").next());
    let yaml = blocks.max_by_key(|block| block.len()).expect("a block of settings");
    Sandbox::new().file("journal.yaml", yaml).file("a.md", "x").run("check").exit(0);
    for key in [
        "title",
        "description",
        "author",
        "email",
        "language",
        "base_url",
        "output",
        "today",
        "week_start",
        "kinds",
        "ignore",
        "fields",
        "statuses",
        "checkpoint_headings",
        "visibility",
        "html",
        "theme",
        "capacity",
        "editor",
        "feeds",
        "search",
        "math",
        "highlight",
        "permalinks",
        "git",
        "count_cancelled",
        "weigh_by",
    ] {
        assert!(yaml.lines().any(|line| line.trim_start_matches(['#', ' ']).starts_with(&format!("{key}:"))), "{key}");
    }
}
