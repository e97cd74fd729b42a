//! What the files of a folder become: kinds, addresses, front matter, what is left out, assets.

use serde_json::Value;

use crate::sandbox::{Run, Sandbox};

/// The paths of the entries of each kind, as `journal export` tells them.
fn paths(run: &Run, kind: &str) -> Vec<String> {
    let list = run.json()[kind].as_array().cloned().unwrap_or_default();
    list.iter().map(|entry| entry["path"].as_str().unwrap_or_default().to_owned()).collect()
}

fn entry(run: &Run, kind: &str, path: &str) -> Value {
    let list = run.json()[kind].as_array().cloned().unwrap_or_default();
    list.into_iter().find(|entry| entry["path"] == path).unwrap_or_else(|| panic!("no {path} in {kind}\n{run}"))
}

#[test]
fn the_kind_comes_from_type_then_folder_then_date_then_steps() {
    let sandbox = Sandbox::on_a_sunday()
        .file("plans/a.md", "Prose only.\n")
        .file("plans/typed.md", "---\ntype: page\n---\n- [ ] step\n")
        .file("reflections/2026/b.md", "- [ ] step\n")
        .file("notes/2026-03-01 walk.md", "- [ ] step\n")
        .file("notes/dated.md", "---\ndate: 2026-03-02\n---\n- [ ] step\n")
        .file("notes/todo.md", "- [ ] step\n")
        .file("notes/prose.md", "Only words.\n")
        .file("plans/reflections/near.md", "The nearest folder speaks.\n")
        .file("in code.md", "```\n- [ ] no step\n```\n");
    let run = sandbox.run("export").exit(0);
    assert_eq!(paths(&run, "plans"), ["notes/todo.md", "plans/a.md"]);
    let mut reflections = paths(&run, "reflections");
    reflections.sort();
    assert_eq!(
        reflections,
        ["notes/2026-03-01 walk.md", "notes/dated.md", "plans/reflections/near.md", "reflections/2026/b.md"]
    );
    assert_eq!(paths(&run, "pages"), ["in code.md", "notes/prose.md", "plans/typed.md"]);
}

#[test]
fn an_index_in_plans_is_no_plan_and_remarks_are_no_steps() {
    let sandbox = Sandbox::on_a_sunday()
        .file("plans/index.md", "# All of them\n")
        .file("plans/2026-01-01-b.md", "Dated.\n")
        .file("remarks.md", "- [i] x\n");
    let run = sandbox.run("export").exit(0);
    assert_eq!(paths(&run, "plans"), ["plans/2026-01-01-b.md"]);
    assert_eq!(paths(&run, "pages"), ["plans/index.md", "remarks.md"]);
}

#[test]
fn kinds_in_the_settings_name_folders_of_your_own() {
    let sandbox = Sandbox::new()
        .file("journal.yaml", "today: 2026-11-22\nkinds:\n  Projekte: plan\n  Tagebuch: reflection\n")
        .file("Projekte/a.md", "Words.\n")
        .file("Tagebuch/b.md", "Words.\n");
    let run = sandbox.run("export").exit(0);
    assert_eq!(paths(&run, "plans"), ["Projekte/a.md"]);
    assert_eq!(paths(&run, "reflections"), ["Tagebuch/b.md"]);
}

#[test]
fn a_date_in_the_name_is_the_date_and_not_in_the_title() {
    let sandbox = Sandbox::on_a_sunday().file("reflections/2026-03-01-first-week.md", "It began.\n");
    let run = sandbox.run("export").exit(0);
    let reflection = entry(&run, "reflections", "reflections/2026-03-01-first-week.md");
    assert_eq!(reflection["date"], "2026-03-01");
    assert_eq!(reflection["title"], "First week");
}

#[test]
fn a_title_is_the_front_matter_s_else_the_first_heading_else_the_name() {
    let sandbox = Sandbox::on_a_sunday()
        .file("a.md", "---\ntitle: From front matter\n---\n# From heading\n")
        .file("b.md", "Words first.\n\n# From *heading*\n")
        .file("my_long-name.md", "No heading.\n");
    let run = sandbox.run("export").exit(0);
    assert_eq!(entry(&run, "pages", "a.md")["title"], "From front matter");
    assert_eq!(entry(&run, "pages", "b.md")["title"], "From heading");
    assert_eq!(entry(&run, "pages", "my_long-name.md")["title"], "My long name");
}

#[test]
fn addresses_are_slugs_of_paths() {
    let sandbox = Sandbox::on_a_sunday()
        .file("plans/Publish my novel.md", "- [ ] a\n")
        .file("Über Größe/Ça va!.md", "Words.\n")
        .file("日本/計画.md", "Words.\n")
        .file("deep/er/and/deeper.markdown", "Words.\n");
    let run = sandbox.run("export").exit(0);
    assert_eq!(entry(&run, "plans", "plans/Publish my novel.md")["url"], "plans/publish-my-novel.html");
    assert_eq!(entry(&run, "pages", "deep/er/and/deeper.markdown")["url"], "deep/er/and/deeper.html");
    sandbox.run("build").exit(0);
    assert!(sandbox.has("site/plans/publish-my-novel.html"));
    for page in sandbox.run("export").json()["pages"].as_array().expect("a list") {
        let url = page["url"].as_str().expect("text");
        assert!(!url.contains(' ') && !url.contains('!'), "{url}");
        let file: String = percent_encoding::percent_decode_str(url).decode_utf8().expect("UTF-8").into_owned();
        assert!(sandbox.has(&format!("site/{file}")), "{url}");
    }
}

#[test]
fn a_slug_is_the_last_part_and_a_permalink_all_of_it() {
    let sandbox = Sandbox::on_a_sunday()
        .file("plans/a.md", "---\nslug: Book One\n---\n- [ ] a\n")
        .file("plans/b.md", "---\npermalink: /books/two/\n---\n- [ ] b\n")
        .file("plans/c.md", "---\npermalink: books/three.html\n---\n- [ ] c\n")
        .file("plans/d.md", "---\npermalink: books/four\n---\n- [ ] d\n");
    let run = sandbox.run("export").exit(0);
    assert_eq!(entry(&run, "plans", "plans/a.md")["url"], "plans/book-one.html");
    assert_eq!(entry(&run, "plans", "plans/b.md")["url"], "books/two/index.html");
    assert_eq!(entry(&run, "plans", "plans/c.md")["url"], "books/three.html");
    assert_eq!(entry(&run, "plans", "plans/d.md")["url"], "books/four.html");
    sandbox.run("build").exit(0);
    for file in ["plans/book-one.html", "books/two/index.html", "books/three.html", "books/four.html"] {
        assert!(sandbox.has(&format!("site/{file}")), "{file}");
    }
}

#[test]
fn an_index_takes_the_place_of_the_made_page() {
    let sandbox = Sandbox::on_a_sunday()
        .file("plans/index.md", "---\ntype: page\n---\n# My own list\n\nOwnwords.\n")
        .file("index.md", "# Hello\n\nHomewords.\n")
        .file("guide/index.md", "# Guide\n\nGuidewords.\n")
        .file("plans/a.md", "- [ ] a\n");
    sandbox.run("build").exit(0);
    assert!(sandbox.read("site/plans/index.html").contains("Ownwords"));
    assert!(sandbox.read("site/index.html").contains("Homewords"));
    assert!(sandbox.read("site/guide/index.html").contains("Guidewords"));
}

#[test]
fn permalinks_can_be_files_or_clean_or_folders() {
    let journal = |permalinks: &str| {
        let sandbox = Sandbox::new()
            .file("journal.yaml", format!("today: 2026-11-22\npermalinks: {permalinks}\n"))
            .file("plans/a.md", "- [ ] a\n\nSee [[b]].\n")
            .file("notes/b.md", "Words.\n");
        sandbox.run("build").exit(0);
        sandbox
    };
    let html = journal("html");
    assert!(html.read("site/plans/a.html").contains("href=\"../notes/b.html\""));
    let clean = journal("clean");
    assert!(clean.read("site/plans/a.html").contains("href=\"../notes/b\""));
    let folder = journal("folder");
    assert!(folder.read("site/plans/a/index.html").contains("href=\"../../notes/b/\""));
    assert!(folder.has("site/notes/b/index.html") && !folder.has("site/notes/b.html"));
    assert!(folder.has("site/404.html"), "hosts look for it under this name");
}

#[test]
fn two_entries_with_one_address_are_an_error_that_names_both_and_the_first_keeps_it() {
    let sandbox = Sandbox::on_a_sunday()
        .file("plans/a.md", "---\nslug: same\n---\n# First\n\nFirstwords.\n")
        .file("plans/b.md", "---\npermalink: plans/Same.html\n---\n# Second\n\nSecondwords.\n")
        .file("plans/c.md", "# Third\n");
    sandbox.run("build").exit(1).err("address-taken").err("`plans/a.md`").err("--> plans/b.md");
    assert!(sandbox.read("site/plans/same.html").contains("Firstwords"));
    assert!(sandbox.has("site/plans/c.html"));
    for (path, bytes) in sandbox.files("site") {
        assert!(!String::from_utf8_lossy(&bytes).contains("Secondwords"), "{path}");
    }
}

#[test]
fn front_matter_is_yaml_or_toml_or_json() {
    let sandbox = Sandbox::on_a_sunday()
        .file("plans/a.md", "---\ntitle: Same\ntags: [one, two]\ndue: 2026-12-24\nstatus: paused\n---\n- [ ] a\n")
        .file("plans/b.md", "+++\ntitle = \"Same\"\ntags = [\"one\", \"two\"]\ndue = 2026-12-24\nstatus = \"paused\"\n+++\n- [ ] a\n")
        .file("plans/c.md", "{\n  \"title\": \"Same\",\n  \"tags\": [\"one\", \"two\"],\n  \"due\": \"2026-12-24\",\n  \"status\": \"paused\"\n}\n- [ ] a\n");
    let run = sandbox.run("export").exit(0);
    for path in ["plans/a.md", "plans/b.md", "plans/c.md"] {
        let plan = entry(&run, "plans", path);
        assert_eq!(plan["title"], "Same", "{path}");
        assert_eq!(plan["tags"], serde_json::json!(["one", "two"]), "{path}");
        assert_eq!(plan["due"], "2026-12-24", "{path}");
        assert_eq!(plan["status"], "paused", "{path}");
        assert_eq!(plan["steps"][0]["text"], "a", "{path}");
    }
}

#[test]
fn keys_of_other_tools_are_understood() {
    let sandbox = Sandbox::on_a_sunday()
        .file("plans/a.md", "---\ndeadline: 2026-12-24\nstart-date: 2026-01-01\nkeywords: x, y\n---\n- [ ] a\n")
        .file("b.md", "---\ncreated: 2026-02-03T10:00:00Z\nlabels: [z]\n---\nWords.\n")
        .file("c.md", "---\npublish: false\n---\nHidden.\n")
        .file("d.md", "---\nmyown: 1\n---\nWords.\n");
    let run = sandbox.run("export").exit(0);
    let plan = entry(&run, "plans", "plans/a.md");
    assert_eq!((&plan["due"], &plan["start"]), (&"2026-12-24".into(), &"2026-01-01".into()));
    assert_eq!(plan["tags"], serde_json::json!(["x", "y"]));
    assert_eq!(entry(&run, "reflections", "b.md")["date"], "2026-02-03");
    assert_eq!(entry(&run, "reflections", "b.md")["tags"], serde_json::json!(["z"]));
    assert_eq!(paths(&run, "pages"), ["d.md"], "what is not to be published is private");
}

#[test]
fn fields_in_the_settings_map_foreign_keys() {
    let sandbox = Sandbox::new()
        .file("journal.yaml", "today: 2026-11-22\nfields:\n  geschrieben_am: date\n  Stichworte: tags\n")
        .file("a.md", "---\ngeschrieben_am: 2026-03-01\nStichworte: [x]\n---\nWords.\n");
    let run = sandbox.run("export").exit(0);
    assert_eq!(entry(&run, "reflections", "a.md")["date"], "2026-03-01");
    assert_eq!(entry(&run, "reflections", "a.md")["tags"], serde_json::json!(["x"]));
}

#[test]
fn what_is_hidden_or_ignored_is_not_read() {
    let sandbox = Sandbox::new()
        .file("journal.yaml", "today: 2026-11-22\nignore: [scratch/, '*.bak.md']\n")
        .file(".gitignore", "secret.md\n/top/\n!kept.md\n")
        .file("notes/.gitignore", "*.tmp.md\n!good.tmp.md\n")
        .file("kept.md", "Words.\n")
        .file("notes/secret.md", "leakword\n")
        .file("notes/a.tmp.md", "leakword\n")
        .file("notes/good.tmp.md", "Words.\n")
        .file("top/a.md", "leakword\n")
        .file("notes/top/a.md", "Words.\n")
        .file("scratch/a.md", "leakword\n")
        .file("notes/x.bak.md", "leakword\n")
        .file(".hidden.md", "leakword\n")
        .file(".obsidian/a.md", "leakword\n")
        .file("_drafts/a.md", "leakword\n")
        .file("_a.md", "leakword\n")
        .file("node_modules/x/README.md", "leakword\n")
        .file("notes/node_modules/x.png", "leakword")
        .file("notes/.secret.png", "leakword")
        .file("scratch/a.png", "leakword");
    let run = sandbox.run("export").exit(0);
    assert_eq!(paths(&run, "pages"), ["kept.md", "notes/good.tmp.md", "notes/top/a.md"]);
    sandbox.run("build").exit(0);
    for (path, bytes) in sandbox.files("site") {
        assert!(!String::from_utf8_lossy(&bytes).contains("leakword"), "{path}");
    }
}

#[test]
fn assets_are_copied_where_they_are_and_static_to_the_root() {
    let sandbox = Sandbox::on_a_sunday()
        .file("images/My desk.JPG", [0xff, 0xd8, 0, 1])
        .file("notes/data.csv", "a,b\n")
        .file("static/CNAME", "example.org\n")
        .file("static/.well-known/security.txt", "Contact\n")
        .file("static/docs/readme.md", "As it is: [[x]].\n")
        .file("a.md", "![](<images/My desk.JPG>)\n");
    sandbox.run("build").exit(0);
    assert_eq!(std::fs::read(sandbox.path("site/images/My desk.JPG")).expect("copied"), [0xff, 0xd8, 0, 1]);
    assert!(sandbox.read("site/a.html").contains("src=\"images/My%20desk.JPG\""));
    assert_eq!(sandbox.read("site/notes/data.csv"), "a,b\n");
    assert_eq!(sandbox.read("site/CNAME"), "example.org\n");
    assert_eq!(sandbox.read("site/.well-known/security.txt"), "Contact\n");
    assert_eq!(sandbox.read("site/docs/readme.md"), "As it is: [[x]].\n");
    assert!(!sandbox.has("site/static") && !sandbox.has("site/journal.yaml") && !sandbox.has("site/templates"));
}

#[test]
fn aliases_make_pages_that_lead_on() {
    let sandbox = Sandbox::on_a_sunday()
        .file("plans/novel.md", "---\naliases: [Old name, /2019/novel/, blog/novel.html]\n---\n# Novel\n");
    sandbox.run("build").exit(0);
    for (file, url) in [
        ("old-name.html", "plans/novel.html"),
        ("2019/novel/index.html", "../../plans/novel.html"),
        ("blog/novel.html", "../plans/novel.html"),
    ] {
        let page = sandbox.read(&format!("site/{file}"));
        assert!(page.contains(&format!("url={url}")) && page.contains(&format!("href=\"{url}\"")), "{file}: {page}");
    }
}

#[test]
fn an_alias_never_takes_the_place_of_a_page() {
    let sandbox = Sandbox::on_a_sunday().file("a.md", "---\naliases: [b]\n---\nFirst.\n").file("b.md", "Ownwords.\n");
    let run = sandbox.run("build");
    assert!(sandbox.read("site/b.html").contains("Ownwords"), "{run}");
}

#[test]
fn a_byte_order_mark_and_windows_line_ends_are_no_trouble() {
    let text =
        "---\ntitle: Same\ntags: [x]\n---\n# Heading\n\n- [x] One 📅 2026-12-01\n  - [ ] Two\n\n```\ncode\n```\n";
    let sandbox = Sandbox::on_a_sunday()
        .file("plans/a.md", text)
        .file("plans/b.md", text.replace('\n', "\r\n"))
        .file("plans/c.md", format!("\u{feff}{}", text.replace('\n', "\r\n")));
    let run = sandbox.run("export").exit(0);
    let mut first = entry(&run, "plans", "plans/a.md");
    for path in ["plans/b.md", "plans/c.md"] {
        let mut other = entry(&run, "plans", path);
        for plan in [&mut first, &mut other] {
            plan["path"] = Value::Null;
            plan["url"] = Value::Null;
        }
        assert_eq!(first, other, "{path}");
    }
    sandbox.run("build").exit(0);
    let own_address =
        |name: &str| sandbox.read(&format!("site/plans/{name}.html")).replace(&format!("/{name}."), "/x.");
    assert_eq!(own_address("b"), own_address("c"));
    assert!(!sandbox.read("site/plans/b.html").contains('\r'));
}

#[test]
fn settings_with_a_byte_order_mark_and_windows_line_ends_are_read() {
    let sandbox =
        Sandbox::new().file("journal.yaml", "\u{feff}title: Mine\r\ntoday: 2026-11-22\r\n").file("a.md", "Words.\n");
    let json = sandbox.run("export").exit(0).json();
    assert_eq!((&json["title"], &json["generated_for"]), (&"Mine".into(), &"2026-11-22".into()));
}

#[test]
fn a_journal_without_settings_builds() {
    let sandbox = Sandbox::new().file("Groceries.md", "- [ ] Milk\n- [x] Bread\n");
    sandbox.run("build --today 2026-11-22").exit(0);
    assert!(sandbox.read("site/groceries.html").contains("Milk"));
    assert_eq!(sandbox.read(".journal/.gitignore").trim(), "*");
}

#[test]
fn the_nearest_folder_upwards_with_settings_is_the_journal() {
    let sandbox = Sandbox::on_a_sunday().file("notes/deep/a.md", "Words.\n");
    sandbox.run_in("notes/deep", "build").exit(0);
    assert!(sandbox.has("site/notes/deep/a.html"));
    let elsewhere = Sandbox::new();
    elsewhere.run(&format!("-C {} check", sandbox.root().display())).exit(0).err("1 entry");
    elsewhere.run(&format!("check {}", sandbox.root().display())).exit(0).err("1 entry");
}

#[cfg(unix)]
#[test]
fn links_inside_the_journal_are_followed_and_those_that_lead_out_are_not() {
    use std::os::unix::fs::symlink;

    let outside = Sandbox::new().file("secret.md", "leakword\n").file("folder/a.md", "leakword\n");
    let sandbox = Sandbox::on_a_sunday().file("notes/a.md", "Words.\n").file("images/x.png", "x");
    symlink(outside.path("secret.md"), sandbox.path("secret.md")).expect("a link");
    symlink(outside.path("folder"), sandbox.path("folder")).expect("a link");
    symlink("notes", sandbox.path("again")).expect("a link");
    symlink("../notes/a.md", sandbox.path("images/b.md")).expect("a link");
    symlink("..", sandbox.path("notes/loop")).expect("a link");
    symlink("nowhere", sandbox.path("dangling.md")).expect("a link");
    let run = sandbox
        .run("build")
        .exit(0)
        .err("--> secret.md")
        .err("--> folder")
        .err("--> dangling.md")
        .err("--> notes/loop");
    assert!(run.stderr.matches("link-outside").count() >= 4, "{run}");
    assert!(sandbox.has("site/again/a.html") && sandbox.has("site/images/b.html"), "{run}");
    assert!(!sandbox.has("site/folder") && !sandbox.has("site/secret.html"));
    for (path, bytes) in sandbox.files("site") {
        assert!(!String::from_utf8_lossy(&bytes).contains("leakword"), "{path}");
    }
}

#[test]
fn foreign_files_in_the_output_folder_are_never_touched() {
    let sandbox = Sandbox::new().file("a.md", "x\n").file("site/mine.txt", "mine");
    sandbox.run("build").exit(1).err("mine.txt");
    sandbox.run("build --force").exit(0);
    assert_eq!(sandbox.read("site/mine.txt"), "mine");
    sandbox.write("b.md", "x\n");
    sandbox.run("build").exit(0);
    sandbox.remove("b.md");
    sandbox.run("build").exit(0);
    assert!(!sandbox.has("site/b.html"), "what is stale is removed");
    assert_eq!(sandbox.read("site/mine.txt"), "mine");
}

#[test]
fn a_link_to_the_title_leads_to_the_top_of_its_page() {
    let sandbox = Sandbox::new().file("a.md", "# Sunday\n\nSee [[#Sunday]].\n").file("b.md", "[[a#Sunday|it]]\n");
    sandbox.run("check --strict").exit(0);
}

#[test]
fn addresses_that_can_not_both_be_there_are_told_and_the_rest_is_built() {
    let sandbox = Sandbox::new()
        .file("a.md", "first\n")
        .file("p.md", "---\npermalink: a.html/x.html\n---\nx\n")
        .file("q.md", "---\npermalink: .journal-manifest\n---\nx\n");
    sandbox.run("check").exit(1);
    sandbox.run("build").exit(1).err("--> p.md").err("q.md");
    assert!(sandbox.has("site/a.html") && sandbox.has("site/index.html"));
}
