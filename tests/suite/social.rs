//! What a site tells other hosts: badges, social cards, Open Graph, JSON-LD, and what a telephone asks for.

use crate::sandbox::Sandbox;

const ADDRESS: &str = "--base-url https://example.org/book/";

fn journal() -> Sandbox {
    Sandbox::on_a_sunday()
        .file(
            "plans/novel.md",
            "---\ntitle: A \"</script><b>Novel\nwhy: To be <read>.\nstart: 2026-01-05\ndue: 2027-04-30\n---\n\
             - [x] Write ✅ 2026-11-02\n- [ ] Cut\n- [ ] Send\n",
        )
        .file("plans/x.md", "---\ntitle: Under plans\n---\n- [ ] a\n")
        .file("x.md", "---\ntitle: At the top\ntype: plan\n---\n- [ ] a\n")
        .file("reflections/2026-11-20.md", "---\ncover: ../pic.png\ntags: [day]\nupdated: 2026-11-21\n---\nWords.\n")
        .file("pic.png", "a picture")
}

/// The value of a `<meta>` of that name or property.
fn meta<'a>(page: &'a str, name: &str) -> Option<&'a str> {
    let line = page.lines().find(|line| line.contains(&format!("=\"{name}\" content=")))?;
    line.split("content=\"").nth(1)?.split('"').next()
}

fn linked_data(page: &str) -> serde_json::Value {
    let block = page.split("<script type=\"application/ld+json\">").nth(1).expect("a block of data");
    serde_json::from_str(block.split("</script>").next().expect("its end")).expect("JSON")
}

#[test]
fn a_plan_s_badge_says_its_figures_to_everybody() {
    let sandbox = journal();
    sandbox.run("build").exit(0);
    let svg = sandbox.read("site/badges/novel.svg");
    let reader = html5gum::Tokenizer::new(svg.as_str());
    let text: String = reader
        .filter_map(|token| match token {
            Ok(html5gum::Token::String(text)) => Some(String::from_utf8_lossy(&text).into_owned()),
            _ => None,
        })
        .collect();
    assert_eq!(text.trim(), "A \"</script><b>Novel: 1 of 3 steps doneA \"</script><b>Novel1/3");
    assert!(svg.contains("role=\"img\"") && svg.contains("aria-label="), "{svg}");
    assert!(!svg.contains("font-face") && !svg.contains("href"), "it asks for nothing: {svg}");
    sandbox.write("plans/novel.md", "- [x] Write\n- [x] Cut\n");
    sandbox.run("build").exit(0);
    assert!(sandbox.read("site/badges/novel.svg").contains(">2/2<"));
}

#[test]
fn two_plans_of_one_name_have_two_badges() {
    let sandbox = journal();
    sandbox.run("build").exit(0);
    let badges = sandbox.files("site/badges");
    assert_eq!(badges.len(), 3);
    assert!(sandbox.read("site/badges/x.svg").contains("Under plans"), "the first by path has the plain name");
    assert!(
        badges
            .iter()
            .any(|(path, bytes)| path.starts_with("x-") && String::from_utf8_lossy(bytes).contains("At the top"))
    );
}

#[test]
fn a_plan_s_card_is_a_picture_of_the_right_size_and_not_blank() {
    let sandbox = journal();
    sandbox.run(&format!("build {ADDRESS}")).exit(0);
    let cards = sandbox.files("site/cards");
    assert_eq!(cards.len(), 3);
    for (path, bytes) in cards {
        let mut reader = png::Decoder::new(std::io::Cursor::new(&bytes)).read_info().expect("a picture");
        assert_eq!((reader.info().width, reader.info().height), (1200, 630), "{path}");
        let mut pixels = vec![0; reader.output_buffer_size().expect("it fits")];
        reader.next_frame(&mut pixels).expect("its pixels");
        let drawn = pixels.iter().filter(|pixel| **pixel != 0).count();
        assert!(drawn > pixels.len() / 100, "{path}: {drawn} of {}", pixels.len());
        assert!(bytes.len() < 64 * 1024, "{path}: {} bytes", bytes.len());
    }
}

#[test]
fn a_card_is_drawn_again_only_when_its_figures_change() {
    let sandbox = journal();
    let card = |arguments: &str| {
        sandbox.run(&format!("build {ADDRESS} {arguments}")).exit(0);
        std::fs::read(sandbox.path("site/cards/novel.png")).expect("a card")
    };
    let rendered = |arguments: &str| -> usize {
        let run = sandbox.run(&format!("build -v {ADDRESS} {arguments}")).exit(0);
        let line = run.stderr.lines().find(|line| line.starts_with("parsed ")).unwrap_or_else(|| panic!("{run}"));
        line.split(", ").find_map(|part| part.strip_prefix("rendered ")?.parse().ok()).expect("a figure")
    };
    let before = card("");
    assert_eq!(card("--today 2026-11-23"), before, "a day is no change");
    card("");
    sandbox.write("about.md", "A page.\n");
    card("");
    sandbox.write("about.md", "A page.\n\nWith more on it.\n");
    assert_eq!(rendered(""), 1, "the page alone");
    let plan = sandbox.read("plans/novel.md");
    sandbox.write("plans/novel.md", plan.replace("- [ ] Cut", "- [x] Cut ✅ 2026-11-20"));
    assert_ne!(card(""), before);
}

#[test]
fn a_link_to_a_page_can_be_shown() {
    let sandbox = journal();
    sandbox.run(&format!("build {ADDRESS}")).exit(0);
    let plan = sandbox.read("site/plans/novel.html");
    assert_eq!(meta(&plan, "og:url"), Some("https://example.org/book/plans/novel.html"));
    assert_eq!(meta(&plan, "og:image"), Some("https://example.org/book/cards/novel.png"));
    assert_eq!(meta(&plan, "og:description"), Some("To be &lt;read&gt;."));
    assert_eq!(meta(&plan, "twitter:card"), Some("summary_large_image"));
    assert!(meta(&plan, "og:image:alt").is_some_and(|alt| alt.contains("1 of 3 steps done")), "{plan}");
    let reflection = sandbox.read("site/reflections/2026-11-20.html");
    assert_eq!(meta(&reflection, "og:type"), Some("article"));
    assert_eq!(meta(&reflection, "og:image"), Some("https://example.org/book/pic.png"), "the writer's own picture");
    assert_eq!(meta(&reflection, "article:published_time"), Some("2026-11-20"));
    assert_eq!(meta(&sandbox.read("site/index.html"), "og:url"), Some("https://example.org/book/"));
}

#[test]
fn search_engines_are_told_what_a_page_is_and_nothing_ends_the_block() {
    let sandbox = journal();
    sandbox.run(&format!("build {ADDRESS}")).exit(0);
    let page = sandbox.read("site/plans/novel.html");
    let (data, rest) =
        page.split_once("application/ld+json").and_then(|(_, rest)| rest.split_once("</script>")).expect("a block");
    assert!(data.contains("Novel") && !rest.contains("@context"), "{page}");
    assert_eq!(page.matches("<script").count(), page.matches("</script>").count(), "{page}");
    let plan = linked_data(&page);
    assert_eq!(plan["@context"], "https://schema.org");
    assert_eq!(plan["@graph"][0]["@type"], "CreativeWork");
    assert_eq!(plan["@graph"][0]["name"], "A \"</script><b>Novel");
    assert_eq!(plan["@graph"][1]["@type"], "BreadcrumbList");
    let reflection = linked_data(&sandbox.read("site/reflections/2026-11-20.html"));
    assert_eq!(reflection["@graph"][0]["@type"], "BlogPosting");
    assert_eq!(reflection["@graph"][0]["dateModified"], "2026-11-21");
    let way = reflection["@graph"][1]["itemListElement"].as_array().expect("a way");
    for (at, crumb) in way.iter().enumerate() {
        let address = crumb["item"].as_str().and_then(|item| item.strip_prefix("https://example.org/book/"));
        let file = address.map(|path| {
            if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() }
        });
        assert!(file.is_some_and(|file| sandbox.has(&format!("site/{file}"))), "{crumb} leads somewhere");
        assert_eq!(crumb["position"], at + 1);
    }
    assert_eq!(linked_data(&sandbox.read("site/index.html"))["@graph"][0]["@type"], "WebSite");
}

#[test]
fn a_telephone_finds_what_it_asks_for() {
    let sandbox = journal();
    sandbox.run(&format!("build {ADDRESS}")).exit(0);
    let page = sandbox.read("site/plans/novel.html");
    assert!(page.contains(r#"<link rel="manifest" href="../manifest.webmanifest">"#), "{page}");
    assert_eq!(page.matches("<meta name=\"theme-color\"").count(), 2, "light and dark");
    let manifest: serde_json::Value =
        serde_json::from_str(&sandbox.read("site/manifest.webmanifest")).expect("a manifest");
    assert!(sandbox.has(&format!("site/{}", manifest["start_url"].as_str().expect("a page"))));
    for icon in manifest["icons"].as_array().expect("icons") {
        let path = sandbox.path(&format!("site/{}", icon["src"].as_str().expect("an address")));
        let bytes = std::fs::read(path).expect("it is there");
        if icon["type"] == "image/png" {
            let reader = png::Decoder::new(std::io::Cursor::new(bytes)).read_info().expect("a picture");
            let size = format!("{}x{}", reader.info().width, reader.info().height);
            assert_eq!(icon["sizes"], size);
        }
    }
}

#[test]
fn without_an_address_nothing_is_told_to_other_hosts() {
    let sandbox = journal();
    sandbox.run("build").exit(0);
    assert!(!sandbox.has("site/cards") && !sandbox.has("site/manifest.webmanifest"));
    let page = sandbox.read("site/plans/novel.html");
    for tag in ["og:", "twitter:", "ld+json", "rel=\"manifest\""] {
        assert!(!page.contains(tag), "{tag}");
    }
    sandbox.write("journal.yaml", "base_url: https://example.org/\ntheme:\n  show_cards: false\n");
    sandbox.run("build").exit(0);
    assert!(!sandbox.has("site/cards"));
    assert_eq!(meta(&sandbox.read("site/plans/novel.html"), "og:image"), None);
}

#[test]
fn what_search_engines_leave_out_has_no_data_for_them() {
    let sandbox = journal().file("plans/quiet.md", "---\nvisibility: unlisted\n---\n- [ ] a 📅 2026-12-01\n");
    sandbox.run(&format!("build {ADDRESS}")).exit(0);
    let page = sandbox.read("site/plans/quiet.html");
    assert!(page.contains("og:title") && !page.contains("ld+json"), "a link to it can be shown: {page}");
    for file in ["badges/quiet.svg", "cards/quiet.png", "plans/quiet.xml", "plans/quiet.ics"] {
        assert!(!sandbox.has(&format!("site/{file}")), "{file}");
    }
    sandbox.run(&format!("build --private {ADDRESS}")).exit(0);
    assert!(!sandbox.read("site/plans/novel.html").contains("ld+json"));
}
