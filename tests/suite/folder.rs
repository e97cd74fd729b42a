//! From a folder of files to entries and addresses.

use crate::sandbox::Sandbox;

fn kinds(sandbox: &Sandbox) -> Vec<(String, String)> {
    let run = sandbox.run("export").exit(0);
    let json = run.json();
    ["plans", "reflections", "pages"]
        .iter()
        .flat_map(|kind| {
            let list = json[*kind].as_array().cloned().unwrap_or_default();
            list.into_iter().map(|entry| (entry["path"].as_str().unwrap_or("").to_owned(), (*kind).to_owned()))
        })
        .collect()
}

#[test]
fn the_kind_of_an_entry_is_its_own_word_its_folder_its_date_or_its_steps() {
    let sandbox = Sandbox::new()
        .file("plans/a.md", "no steps\n")
        .file("plans/index.md", "# All of them\n")
        .file("plans/2026-01-01-b.md", "dated\n")
        .file("plans/reflections/c.md", "the nearest folder\n")
        .file("2026-01-02.md", "dated\n")
        .file("todo.md", "- [ ] x\n")
        .file("remarks.md", "- [i] x\n")
        .file("page.md", "---\ntype: page\n---\n- [ ] x\n")
        .file("made.md", "---\ncreated: 2026-01-01\n---\nx\n");
    let mut found = kinds(&sandbox);
    found.sort();
    let found: Vec<(&str, &str)> = found.iter().map(|(path, kind)| (path.as_str(), kind.as_str())).collect();
    assert_eq!(
        found,
        [
            ("2026-01-02.md", "reflections"),
            ("made.md", "reflections"),
            ("page.md", "pages"),
            ("plans/2026-01-01-b.md", "plans"),
            ("plans/a.md", "plans"),
            ("plans/index.md", "pages"),
            ("plans/reflections/c.md", "reflections"),
            ("remarks.md", "pages"),
            ("todo.md", "plans"),
        ]
    );
}

#[test]
fn addresses_come_from_paths_slugs_and_permalinks() {
    let sandbox = Sandbox::new()
        .file("plans/Publish my novel.md", "- [ ] x\n")
        .file("Märzstraße.md", "x\n")
        .file("a.md", "---\nslug: other\n---\nx\n")
        .file("b.md", "---\npermalink: /deep/er/place.html\n---\nx\n")
        .file("plans/index.md", "# Mine\n");
    sandbox.run("build").exit(0);
    for path in ["plans/publish-my-novel.html", "märzstraße.html", "other.html", "deep/er/place.html"] {
        assert!(sandbox.has(&format!("site/{path}")), "{path}");
    }
    assert!(sandbox.read("site/plans/index.html").contains("Mine"), "it replaces the made page");
    let folders = Sandbox::new().file("journal.yaml", "permalinks: folder\n").file("plans/a.md", "- [ ] x\n");
    folders.run("build").exit(0);
    assert!(folders.has("site/plans/a/index.html"));
}

#[test]
fn two_entries_with_one_address_are_named_and_the_first_keeps_it() {
    let sandbox =
        Sandbox::new().file("a.md", "---\nslug: same\n---\nfirst\n").file("b.md", "---\nslug: same\n---\nsecond\n");
    sandbox.run("build").exit(1).err("`same.html` is the address of `a.md` already").err("--> b.md");
    assert!(sandbox.read("site/same.html").contains("first"));
}

#[test]
fn front_matter_is_read_in_yaml_toml_and_json() {
    let sandbox = Sandbox::new()
        .file("reflections/a.md", "---\ntitle: \"Y: one\"\nmood: bright\ndate: 2026-01-01\ntags: a, b\n---\nx\n")
        .file("reflections/b.md", "+++\ntitle = \"T\"\nmood = 2\ndate = 2026-01-02\ntags = [\"a\"]\n+++\nx\n")
        .file("reflections/c.md", "{\"title\": \"J\", \"mood\": \"3\", \"date\": \"2026-01-03T10:00:00Z\"}\nx\n")
        .file(
            "reflections/d.md",
            "\u{feff}---\r\ntitle: B\r\nCreated: 2026-01-04\r\nlabels: [c]\r\nunknown: {x: 1}\r\n---\r\nx\r\n",
        );
    let run = sandbox.run("export").exit(0);
    let json = run.json();
    let found: Vec<String> = json["reflections"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|entry| format!("{} {} {} {}", entry["title"], entry["date"], entry["mood"], entry["tags"]))
        .collect();
    assert_eq!(
        found,
        [
            r#""Y: one" "2026-01-01" 5 ["a","b"]"#,
            r#""T" "2026-01-02" 2 ["a"]"#,
            r#""J" "2026-01-03" 3 []"#,
            r#""B" "2026-01-04" null ["c"]"#,
        ]
    );
}

#[test]
fn ignored_files_are_not_read_and_other_files_are_copied() {
    let sandbox = Sandbox::new()
        .file("journal.yaml", "ignore: [drafts/, '*.bak']\n")
        .file(".gitignore", "later.md\n")
        .file("a.md", "x\n")
        .file(".hidden/b.md", "x\n")
        .file("_c.md", "x\n")
        .file("node_modules/d.md", "x\n")
        .file("drafts/e.md", "x\n")
        .file("later.md", "x\n")
        .file("old.bak", "x")
        .file("img/desk.jpg", "picture")
        .file("static/.well-known/x.txt", "known")
        .file("static/CNAME", "example.org");
    std::fs::create_dir(sandbox.path(".git")).expect("a folder");
    assert_eq!(kinds(&sandbox), [("a.md".to_owned(), "pages".to_owned())]);
    sandbox.run("build").exit(0);
    for path in ["img/desk.jpg", ".well-known/x.txt", "CNAME"] {
        assert!(sandbox.has(&format!("site/{path}")), "{path}");
    }
    assert!(!sandbox.has("site/old.bak"));
}

#[test]
fn an_alias_is_a_page_that_leads_on() {
    let sandbox = Sandbox::new().file("a.md", "---\naliases: [Old name, /was/here.html]\n---\nx\n");
    sandbox.run("build").exit(0);
    assert!(sandbox.read("site/old-name.html").contains("a.html"));
    assert!(sandbox.read("site/was/here.html").contains("../a.html"));
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
