//! Links: what names lead to, embeds, backlinks, and that every address of a built site is one.

use crate::sandbox::{Run, Sandbox};
use crate::site::broken;

/// A journal with something of every kind to link to.
fn journal() -> Sandbox {
    Sandbox::on_a_sunday()
        .file(
            "plans/Publish my novel.md",
            "---\ntitle: My great book\naliases: [The Book]\n---\nWhy.\n\n## First draft\n\n- [ ] Chapter one ^ch1\n\n## Second *draft*\n\nA paragraph. ^para\n",
        )
        .file("reflections/2026/2026-03-01-week.md", "# A week\n\nIt went well.\n")
        .file("notes/deep/er/note.md", "# A note\n\nNotewords.\n")
        .file("images/desk.jpg", "picture")
        .file("files/plan.pdf", "pdf")
}

/// The page that a body becomes, in a folder two deep.
#[track_caller]
fn page(sandbox: &Sandbox, body: &str) -> (String, Run) {
    sandbox.write("x/y/here.md", format!("# Here\n\n{body}\n"));
    let run = sandbox.run("build").exit(0);
    let html = sandbox.read("site/x/y/here.html");
    assert_eq!(broken(&sandbox.files("site")), Vec::<String>::new(), "{body}");
    (html, run)
}

#[test]
fn a_wikilink_finds_an_entry_by_name_path_title_and_alias() {
    let sandbox = journal();
    for name in [
        "Publish my novel",
        "publish my novel",
        "Publish my novel.md",
        "plans/Publish my novel",
        "/plans/Publish my novel.md",
        "My great book",
        "The Book",
        "publish-my-novel",
    ] {
        let (html, run) = page(&sandbox, &format!("[[{name}]] and [[{name}|said so]]."));
        assert!(html.contains("<a href=\"../../plans/publish-my-novel.html\">said so</a>"), "{name}\n{run}{html}");
        assert!(!run.stderr.contains("warning"), "{run}");
    }
}

#[test]
fn a_wikilink_finds_a_heading_and_a_block() {
    let sandbox = journal();
    for (link, url) in [
        ("[[The Book#First draft]]", "../../plans/publish-my-novel.html#first-draft"),
        ("[[The Book#first draft|x]]", "../../plans/publish-my-novel.html#first-draft"),
        ("[[The Book#Second draft]]", "../../plans/publish-my-novel.html#second-draft"),
        ("[[The Book#^para]]", "../../plans/publish-my-novel.html#^para"),
        ("[[The Book#^ch1]]", "../../plans/publish-my-novel.html#^ch1"),
        ("[[The Book#^CH1]]", "../../plans/publish-my-novel.html#^ch1"),
        ("[[#Down here]]\n\n## Down here", "#down-here"),
    ] {
        let (html, run) = page(&sandbox, link);
        let found = html.contains(&format!("href=\"{url}\""))
            || html.contains(&format!("href=\"{}\"", url.replace('^', "%5E")));
        assert!(found, "{link} should lead to {url}\n{run}{html}");
        assert!(!run.stderr.contains("warning"), "{run}");
    }
}

#[test]
fn the_text_of_a_link_can_hold_marks_and_never_tags() {
    let (html, _) = page(&journal(), "[[The Book|a *b* & <c>]]");
    assert!(
        html.contains("../../plans/publish-my-novel.html") && html.contains("&amp;") && !html.contains("<c>"),
        "{html}"
    );
}

#[test]
fn a_relative_link_to_a_file_leads_to_its_page() {
    let sandbox = journal();
    for (link, url) in [
        ("[x](../../plans/Publish%20my%20novel.md)", "../../plans/publish-my-novel.html"),
        ("[x](<../../plans/Publish my novel.md>)", "../../plans/publish-my-novel.html"),
        ("[x](../../plans/Publish%20my%20novel.md#first-draft)", "../../plans/publish-my-novel.html#first-draft"),
        ("[x](/notes/deep/er/note.md)", "../../notes/deep/er/note.html"),
        ("[x][ref]\n\n[ref]: ../../notes/deep/er/note.md", "../../notes/deep/er/note.html"),
        ("[x](here.md)", "../../x/y/here.html"),
        ("[x](../../files/plan.pdf)", "../../files/plan.pdf"),
        ("[[plan.pdf]]", "../../files/plan.pdf"),
        ("[x](https://example.org/a.md)", "https://example.org/a.md"),
        ("[x](mailto:a@example.org)", "mailto:a@example.org"),
    ] {
        let (html, run) = page(&sandbox, link);
        assert!(html.contains(&format!("href=\"{url}\"")), "{link} should lead to {url}\n{run}{html}");
        assert!(!run.stderr.contains("warning"), "{run}");
    }
}

#[test]
fn a_link_to_a_page_that_is_made_leads_there() {
    let (html, run) = page(&journal(), "[all](/plans/) and [home](../../index.html)\n");
    assert!(
        html.contains("href=\"../../plans/index.html\"") && html.contains("href=\"../../index.html\""),
        "{run}{html}"
    );
}

#[test]
fn a_link_to_a_further_page_of_a_month_leads_there_while_there_is_one() {
    let sandbox = (1..=201).fold(journal(), |sandbox, number| {
        sandbox.file(&format!("reflections/2026-11-02-{number}.md"), "Some words.\n")
    });
    let (html, run) = page(&sandbox, "[two](/reflections/2026/11-2.html) [three](/reflections/2026/11-3.html)");
    assert!(html.contains("<a href=\"../../reflections/2026/11-2.html\">two</a> three"), "{html}");
    assert!(
        run.stderr.contains("1 warning") && run.stderr.contains("`/reflections/2026/11-3.html` leads nowhere"),
        "{run}"
    );
}

#[test]
fn links_from_pages_at_the_top_need_no_way_up() {
    let sandbox = journal().file("top.md", "[[The Book]] ![[desk.jpg]]\n");
    sandbox.run("build").exit(0);
    let html = sandbox.read("site/top.html");
    assert!(
        html.contains("href=\"plans/publish-my-novel.html\"") && html.contains("src=\"images/desk.jpg\""),
        "{html}"
    );
}

#[test]
fn the_nearest_of_two_files_of_one_name_is_meant() {
    let sandbox = Sandbox::on_a_sunday()
        .file("a/note.md", "In a.\n")
        .file("b/note.md", "In b.\n")
        .file("b/from.md", "[[note]]\n")
        .file("c/from.md", "[[b/note]]\n");
    sandbox.run("build").exit(0);
    assert!(sandbox.read("site/b/from.html").contains("href=\"../b/note.html\""));
    assert!(sandbox.read("site/c/from.html").contains("href=\"../b/note.html\""));
}

#[test]
fn a_picture_is_shown_with_its_text_and_size() {
    let sandbox = journal();
    for (embed, parts) in [
        ("![[desk.jpg]]", ["src=\"../../images/desk.jpg\"", "alt="]),
        ("![[desk.jpg|The desk]]", ["src=\"../../images/desk.jpg\"", "alt=\"The desk\""]),
        ("![[desk.jpg|300]]", ["src=\"../../images/desk.jpg\"", "width=\"300\""]),
        ("![The desk](../../images/desk.jpg)", ["src=\"../../images/desk.jpg\"", "alt=\"The desk\""]),
        ("![The desk](../../images/desk.jpg \"At dawn\")", ["alt=\"The desk\"", "<figcaption>At dawn</figcaption>"]),
    ] {
        let (html, run) = page(&sandbox, embed);
        for part in parts {
            assert!(html.contains(part), "{embed} has no {part}\n{run}{html}");
        }
    }
    assert_eq!(sandbox.read("site/images/desk.jpg"), "picture");
}

#[test]
fn a_picture_of_another_host_is_linked_and_not_fetched() {
    let (html, _) = page(&journal(), "![x](https://example.org/x.png)");
    assert!(html.contains("href=\"https://example.org/x.png\"") && !html.contains("src=\"https:"), "{html}");
}

#[test]
fn an_embedded_entry_is_shown_whole_or_by_section() {
    let sandbox = journal()
        .file("parts.md", "Introword.\n\n## One\n\nOneword.\n\n### Below\n\nBelowword.\n\n## Two\n\nTwoword.\n");
    let (html, _) = page(&sandbox, "![[parts]]");
    for word in ["Introword", "Oneword", "Belowword", "Twoword"] {
        assert!(html.contains(word), "{word}\n{html}");
    }
    let (html, _) = page(&sandbox, "![[parts#One]]");
    assert!(html.contains("Oneword") && html.contains("Belowword"), "{html}");
    assert!(!html.contains("Introword") && !html.contains("Twoword"), "{html}");
}

#[test]
fn links_inside_an_embed_lead_on_from_where_it_is_shown() {
    let sandbox =
        journal().file("notes/a.md", "See [x](deep/er/note.md) and ![](../images/desk.jpg).\n\n## Far\n\n[[#Far]]\n");
    let (html, _) = page(&sandbox, "![[notes/a]]");
    assert!(
        html.contains("href=\"../../notes/deep/er/note.html\"") && html.contains("src=\"../../images/desk.jpg\""),
        "{html}"
    );
}

#[test]
fn ids_are_unique_on_a_page_with_embeds() {
    let sandbox = journal();
    sandbox.write("notes/same.md", "## Same\n\n- [ ] step\n\nText.[^1]\n\n[^1]: Note.\n");
    let (html, _) = page(&sandbox, "## Same\n\n- [ ] step\n\nText.[^1]\n\n[^1]: Note.\n\n![[same]]\n\n![[same]]\n");
    let mut ids: Vec<&str> = html.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    let all = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), all, "{html}");
}

#[test]
fn an_embed_between_words_leaves_the_page_well_formed() {
    let (html, _) = page(&journal(), "Before ![[note]] after.\n\n- item ![[note]]\n");
    let mut rest = html.as_str();
    while let Some(start) = rest.find("<p>") {
        let paragraph = rest[start..].split("</p>").next().unwrap_or_default();
        assert!(
            !paragraph.contains("<section") && !paragraph.contains("<div"),
            "a block inside a paragraph: {paragraph}"
        );
        rest = &rest[start + 3..];
    }
}

#[test]
fn circular_embeds_are_told_and_end() {
    let sandbox = Sandbox::on_a_sunday()
        .file("a.md", "Aword ![[b]]\n")
        .file("b.md", "Bword ![[a]]\n")
        .file("self.md", "Selfword ![[self]]\n");
    let run = sandbox.run("build").exit(0).err("embed-too-deep").err("--> self.md:1:10");
    let html = sandbox.read("site/a.html");
    assert!(html.contains("Aword") && html.contains("Bword") && html.len() < 100_000, "{run}");
    assert_eq!(broken(&sandbox.files("site")), Vec::<String>::new());
}

#[test]
fn embeds_that_multiply_are_bounded() {
    let mut sandbox = Sandbox::on_a_sunday();
    for level in 0..12 {
        let next = format!("![[level{}]]\n\n", level + 1).repeat(10);
        sandbox = sandbox.file(&format!("level{level}.md"), format!("Word.\n\n{next}"));
    }
    let sandbox = sandbox.file("level12.md", "End.\n");
    let began = std::time::Instant::now();
    sandbox.run("build").exit(0).err("embed-too-deep");
    assert!(began.elapsed().as_secs() < 20, "{:?}", began.elapsed());
    assert!(sandbox.read("site/level0.html").len() < 1_000_000);
}

#[test]
fn a_page_names_those_that_link_to_it() {
    let sandbox = journal()
        .file("one.md", "# One of them\n\n[[note]] and [[note]]\n")
        .file("two.md", "# Two of them\n\n[x](notes/deep/er/note.md#a-note)\n")
        .file("hidden.md", "---\nvisibility: private\n---\n# Hidden one\n\n[[note]]\n")
        .file("quiet.md", "---\nvisibility: unlisted\n---\n# Quiet one\n\n[[note]]\n");
    sandbox.run("build").exit(0);
    let html = sandbox.read("site/notes/deep/er/note.html");
    assert_eq!(html.matches("href=\"../../../one.html\"").count(), 1, "once, though it links twice\n{html}");
    assert!(
        html.contains("One of them") && html.contains("Two of them") && html.contains("href=\"../../../two.html"),
        "{html}"
    );
    assert!(!html.contains("Hidden one") && !html.contains("Quiet one"), "{html}");
}

#[test]
fn a_dead_link_is_its_text_and_a_warning() {
    let sandbox = journal();
    for (link, text, message) in [
        ("[[Nowehere|some text]]", "some text", "`Nowehere` leads nowhere"),
        ("[some text](missing.md)", "some text", "`missing.md` leads nowhere"),
        ("[[The Book#No such part|some text]]", "some text", "has no heading or block `No such part`"),
        ("[[The Book#^nix|some text]]", "some text", "has no heading or block `^nix`"),
        ("![some text](missing.png)", "some text", "`missing.png` leads nowhere"),
        ("![[missing note]]", "missing note", "`missing note` leads nowhere"),
        ("[some text](../../../../etc/passwd)", "some text", "leads nowhere"),
    ] {
        let (html, run) = page(&sandbox, link);
        assert!(html.contains(text), "{link}\n{html}");
        let run = run.err("warning[dead-link]").err("--> x/y/here.md:3:1");
        assert!(run.stderr.contains(message), "{run}");
    }
    page(&sandbox, "[[Publish my novl]]").1.err("did you mean `publish my novel`?");
}

#[test]
fn nothing_in_code_is_a_link() {
    let (html, run) = page(&journal(), "`[[nowhere]]`\n\n```\n[[nowhere]]\n![[nowhere]]\n```\n");
    assert!(html.matches("[[nowhere]]").count() >= 3, "{html}");
    assert!(!run.stderr.contains("warning"), "{run}");
}

#[test]
fn every_address_of_a_site_is_one_whatever_permalinks_are() {
    for permalinks in ["html", "folder"] {
        let sandbox = Sandbox::new()
            .file("journal.yaml", format!("today: 2026-11-22\npermalinks: {permalinks}\n"))
            .file("plans/Über Größe.md", "---\ntags: [C++, a/b, 日本]\ndue: 2026-12-24\n---\n## Größe!\n\n- [x] 🚩 One ✅ 2026-03-01 #c\n- [ ] Two [[2026-03-01]]\n")
            .file("plans/done.md", "---\nstatus: done\n---\n- [x] a ✅ 2026-01-01\n")
            .file("plans/pivoted.md", "---\nstatus: pivoted\npivoted_to: \"[[done]]\"\n---\n- [ ] a\n")
            .file("reflections/2026-03-01.md", "---\nplan: \"[[Über Größe]]\"\nmood: good\ntags: [a/b]\ncheckpoint: One\n---\nWords about #x/y.[^1]\n\n[^1]: A note.\n")
            .file("reflections/2025-12-31-last.md", "---\ncover: ../images/My desk.jpg\naliases: [/old/path]\n---\n[[Über Größe#Größe!]]\n")
            .file("images/My desk.jpg", "picture")
            .file("über uns.md", "[[plans]] ![[My desk.jpg]] [x](plans/%C3%9Cber%20Gr%C3%B6%C3%9Fe.md#gr%C3%B6%C3%9Fe)\n");
        let run = sandbox.run("build");
        let files = sandbox.files("site");
        assert!(files.len() > 20, "{run}");
        assert_eq!(broken(&files), Vec::<String>::new(), "{permalinks}\n{run}");
    }
}
