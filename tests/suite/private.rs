//! Private text leaves no trace in a public build: a canary in every place it could hide, looked for in every byte of
//! every output.

use crate::sandbox::Sandbox;

/// Words that are in private text only.
const CANARIES: [&str; 12] = [
    "canarytitle",
    "canarybody",
    "canarytag",
    "canarystep",
    "canarycallout",
    "canarycomment",
    "canaryhtml",
    "canarydraft",
    "canaryalias",
    "canaryslug",
    "canaryheading",
    "canaryfield",
];

fn journal() -> Sandbox {
    Sandbox::on_a_sunday()
        .file(
            "reflections/2026-03-01-canaryslug.md",
            "---\ntitle: canarytitle\nvisibility: private\ntags: [canarytag]\nmood: 1\nplan: novel\ncanaryfield: 1\n\
             aliases: [canaryalias]\nmetrics: {words: 98765}\n---\n# canaryheading\n\ncanarybody ![](../images/secret.png) [[novel]]\n\n- [x] canarystep ✅ 2026-03-01\n",
        )
        .file("reflections/2026-03-02-open.md", "---\nmood: 4\nplan: novel\n---\nSee [[2026-03-01-canaryslug|what I wrote]] and ![x](../images/shared.png).\n\n> [!private] canarycallout\n> canarybody #canarytag ![](../images/secret.png)\n> - [x] canarystep\n\nAnd %%canarycomment%% on. <!-- canaryhtml -->\n")
        .file("drafts/canarydraft.md", "---\ndraft: true\n---\ncanarybody ![](../images/shared.png)\n")
        .file("plans/novel.md", "# Novel\n\n- [ ] One\n- [x] Two ✅ 2026-03-02\n\n%%\n- [x] canarystep\n%%\n\n> [!PRIVATE]-\n> canarybody\nlazy canarybody\n\nEnd.\n")
        .file("images/secret.png", "canarybody in a picture")
        .file("images/shared.png", "shared")
}

fn traces(sandbox: &Sandbox, folder: &str) -> Vec<String> {
    let mut traces = Vec::new();
    for (path, bytes) in sandbox.files(folder) {
        let text = format!("{path}\n{}", String::from_utf8_lossy(&bytes)).to_lowercase();
        for canary in CANARIES.iter().filter(|canary| text.contains(**canary)) {
            traces.push(format!("{canary} in {path}"));
        }
    }
    traces
}

#[test]
fn nothing_private_is_in_what_other_programs_and_hosts_are_given() {
    let journal = || {
        journal()
            .file(
                "plans/canaryslug.md",
                "---\ntitle: canarytitle\nvisibility: private\nwhy: canarybody\nuntil: 2026-12-01\n---\n\
                 - [ ] canarystep 📅 2026-12-01\n- [x] canarystep ✅ 2026-11-20\n- [x] 🚩 canaryheading ✅ 2026-11-21\n",
            )
            .file(
                "plans/boat.md",
                "- [ ] Paint %%canarycomment%% it 📅 2026-12-01\n- [x] Sand <!-- canaryhtml --> it ✅ 2026-11-19\n\n\
                 > [!private]\n> - [ ] canarystep 📅 2026-12-02\n> - [x] 🚩 canarycallout ✅ 2026-11-18\n",
            )
    };
    let (with, without) = (journal(), journal());
    without.remove("plans/canaryslug.md");
    let address = "build --base-url https://example.org/";
    for sandbox in [&with, &without] {
        sandbox.run(address).exit(0);
        for file in ["feed.xml", "feed.json", "calendar.ics", "badges/boat.svg", "cards/boat.png", "plans/boat.xml"] {
            assert!(sandbox.has(&format!("site/{file}")), "{file}");
        }
        assert_eq!(traces(sandbox, "site"), Vec::<String>::new());
    }
    // The words on a card are drawn, so they are not found by looking for them: nothing at all may be other.
    assert!(with.files("site") == without.files("site"), "a private plan changes no byte");
    let run = with.run(&format!("{address} --private")).exit(0);
    for file in ["feed.xml", "feed.json", "calendar.ics", "badges/canaryslug.svg"] {
        assert!(with.read(&format!("site/{file}")).contains("canary"), "{file} is for the writer\n{run}");
    }
    assert!(with.read("site/calendar.ics").contains("canarystep (private)"), "and marked");
    assert!(with.read("site/feed.xml").contains("(private)</title>"), "and marked");
    with.run(address).exit(0);
    assert_eq!(traces(&with, "site"), Vec::<String>::new());
}

#[test]
fn nothing_private_is_in_any_file_of_a_public_build() {
    let sandbox = journal();
    sandbox.run("build").exit(0);
    assert_eq!(traces(&sandbox, "site"), Vec::<String>::new());
    assert!(!sandbox.has("site/images/secret.png"), "only private text uses it");
    assert!(sandbox.has("site/images/shared.png"), "public text uses it, too");
    let page = sandbox.read("site/reflections/2026-03-02-open.html");
    assert!(page.contains("See what I wrote and"), "a link to it becomes its plain text: {page}");
    let run = sandbox.run("export").exit(0);
    assert!(!CANARIES.iter().any(|canary| run.stdout.contains(canary)), "{run}");
    assert_eq!(run.json()["plans"][0]["progress"]["total"], 2, "private steps are not counted");
    assert_eq!(run.json()["reflections"].as_array().map(Vec::len), Some(1));
}

#[test]
fn a_private_build_shows_it_all_and_the_next_public_one_takes_it_away() {
    let sandbox = journal();
    sandbox.run("build --private").exit(0);
    let found = traces(&sandbox, "site");
    for canary in ["canarytitle", "canarybody", "canarycallout", "canarycomment", "canarydraft"] {
        assert!(found.iter().any(|trace| trace.starts_with(canary)), "{canary} is not in {found:?}");
    }
    let page = sandbox.read("site/reflections/2026-03-01-canaryslug.html");
    assert!(page.to_lowercase().contains("private"), "it is marked");
    sandbox.run("build").exit(0);
    assert_eq!(traces(&sandbox, "site"), Vec::<String>::new());
}

#[test]
fn an_entry_whose_visibility_is_unclear_is_left_out_and_named() {
    for front in [
        "visibility: secret",
        "visibility:",
        "draft: perhaps",
        "visibilty: private",
        "publish: [1]",
        "Visibility: nobody",
    ] {
        let sandbox = Sandbox::on_a_sunday()
            .file("a.md", format!("---\n{front}\n---\ncanarybody ![](pic.png)\n"))
            .file("pic.png", "canarybody")
            .file("b.md", "Fine, see [[a]].\n");
        let run = sandbox.run("build").exit(1).err("a.md:2");
        assert_eq!(traces(&sandbox, "site"), Vec::<String>::new(), "{front}\n{run}");
        assert!(sandbox.has("site/b.html"), "the others are built");
    }
}

#[test]
fn an_unclosed_comment_hides_the_rest() {
    let sandbox = Sandbox::on_a_sunday().file("a.md", "Open.\n\n%% canarybody\n\ncanarystep\n");
    sandbox.run("build").exit(0).err("unclosed-comment");
    assert_eq!(traces(&sandbox, "site"), Vec::<String>::new());
}

#[test]
fn an_unlisted_entry_has_a_page_that_nothing_names() {
    let sandbox = Sandbox::on_a_sunday()
        .file("reflections/2026-03-01-quiet.md", "---\nvisibility: unlisted\ntags: [hush]\nmood: 2\n---\nQuietword.\n")
        .file("reflections/2026-03-02-loud.md", "Loud.\n");
    sandbox.run("build --base-url https://example.org/").exit(0);
    assert!(sandbox.read("site/reflections/2026-03-01-quiet.html").contains("noindex"));
    for (path, bytes) in sandbox.files("site") {
        let text = String::from_utf8_lossy(&bytes).to_lowercase();
        let own = path == "reflections/2026-03-01-quiet.html" || path.starts_with(".journal");
        assert!(own || !(text.contains("2026-03-01-quiet") || text.contains("hush")), "{path}");
    }
}

#[test]
fn comments_in_front_matter_and_notes_of_private_text_leave_no_trace_nor_their_length() {
    let journal = |comment: &str| {
        let sandbox = Sandbox::on_a_sunday()
            .file(
                "plans/a.md",
                format!(
                    "---\nwhy: \"Because %%{comment}%% of it\"\nstatus_note: 'a <!-- {comment} --> b'\n---\n\
                     # Plan %%{comment}%% one\n\n- [ ] call %%{comment}%% mum\n\nText <!-- {comment} --> here.\n\n\
                     > [!private] {comment} [^1]\n\n[^1]: canarybody {comment}\n"
                ),
            )
            .file("b.md", "![[s#canaryheading]] and ![[s]]\n")
            .file("s.md", "---\nvisibility: private\n---\n# canaryheading\n");
        sandbox.run("build").exit(0);
        assert_eq!(traces(&sandbox, "site"), Vec::<String>::new());
        sandbox.files("site")
    };
    assert!(journal("canarycomment") == journal("canarycomment and a good deal more"), "its length is no trace either");
}
