//! Addresses and what is answered at them.

use super::{Preview, journal};

#[test]
fn an_address_means_what_it_means_on_a_host() {
    let sandbox = journal().file("Ä b.txt", "asset").file("static/plain/x.html", "<p>as it is</p>");
    let preview = Preview::of(&sandbox);
    let kind = |path: &str| {
        let answer = preview.get(path);
        (answer.status, answer.header("content-type").unwrap_or_default().to_owned())
    };
    let page = (200, "text/html; charset=utf-8".to_owned());
    for path in ["/", "/index.html", "/about.html", "/about", "/plans/", "/plans/novel", "/about?x=1"] {
        assert_eq!(kind(path), page, "{path}");
    }
    assert_eq!(kind("/journal.json").1, "application/json; charset=utf-8");
    assert_eq!(kind("/%C3%84%20b.txt"), (200, "text/plain; charset=utf-8".to_owned()));
    assert_eq!(preview.get("/plain/x.html").body, b"<p>as it is</p>");
    let folder = preview.get("/plans");
    assert_eq!((folder.status, folder.header("location")), (307, Some("/plans/")));

    let missing = preview.get("/deep/down/nothing.html");
    assert_eq!(missing.status, 404);
    assert!(missing.page().contains("Nothing is at this address"), "{}", missing.page());
    assert!(String::from_utf8_lossy(&missing.body).contains("<base href=\"/\">"), "its links begin at the top");
    let other = preview.request("DELETE", "/about.html", &[], "");
    assert_eq!((other.status, other.header("allow")), (405, Some("get, head")));
}

#[test]
fn an_answer_is_kept_nowhere_and_framed_nowhere_else() {
    let preview = Preview::of(&journal());
    for path in ["/", "/journal.json", "/nothing", "/__journal/preview.js"] {
        let answer = preview.get(path);
        assert_eq!(answer.header("cache-control"), Some("no-store"), "{path}");
        assert_eq!(answer.header("x-frame-options"), Some("sameorigin"), "{path}");
        assert_eq!(answer.header("cross-origin-resource-policy"), Some("same-origin"), "{path}");
    }
}

#[test]
fn the_head_of_an_answer_comes_without_its_body() {
    let sandbox = journal().file("pic.png", "123456");
    let preview = Preview::of(&sandbox);
    for path in ["/about.html", "/pic.png", "/journal.json", "/nothing"] {
        let (head, whole) = (preview.request("HEAD", path, &[], ""), preview.get(path));
        assert_eq!((head.status, head.body.len()), (whole.status, 0), "{path}");
        assert_eq!(head.header("content-length"), whole.header("content-length"), "{path}");
    }
}

#[test]
fn a_part_of_a_film_can_be_asked_for() {
    let film: Vec<u8> = (0..200_000_u32).map(|at| (at % 251) as u8).collect();
    let sandbox = journal().file("film.mp4", &film).file("show.md", "![[film.mp4]]\n");
    let preview = Preview::of(&sandbox);
    let part = |range: &str| preview.request("GET", "/film.mp4", &[("Range", range)], "");
    assert_eq!(preview.get("/film.mp4").body, film);
    assert_eq!(preview.get("/film.mp4").header("accept-ranges"), Some("bytes"));
    for (range, from, to) in [("bytes=0-", 0, 200_000), ("bytes=100-199", 100, 200), ("bytes=-5", 199_995, 200_000)] {
        let answer = part(range);
        assert_eq!((answer.status, &answer.body[..]), (206, &film[from..to]), "{range}");
        assert_eq!(answer.header("content-range"), Some(&*format!("bytes {from}-{}/200000", to - 1)));
        assert_eq!(answer.header("content-type"), Some("video/mp4"));
    }
    let outside = part("bytes=200000-");
    assert_eq!((outside.status, outside.header("content-range")), (416, Some("bytes */200000")));
}

#[test]
fn everything_is_shown_and_marked_and_the_public_view_shows_what_will_be_published() {
    let sandbox = journal();
    let preview = Preview::of(&sandbox);
    assert!(preview.get("/secret.html").page().contains("Words for me"));
    assert!(preview.get("/secret.html").page().contains("Private"));
    assert_eq!(preview.get("/").island()["audience"], "writer");

    let switch = preview.get("/__journal/audience?public&to=about.html");
    assert_eq!((switch.status, switch.header("location")), (303, Some("/about.html")));
    let cookie = switch.header("set-cookie").expect("a cookie").split(';').next().expect("a value").to_owned();
    // Header lines are looked at in small letters here; the name is in small letters anyway.
    let public = |path: &str| preview.request("GET", path, &[("Cookie", &*cookie)], "");
    assert_eq!(public("/secret.html").status, 404);
    assert_eq!(public("/").island()["audience"], "public");
    sandbox.run("build").exit(0);
    for page in ["index.html", "about.html", "journal.json", "plans/novel.html"] {
        assert_eq!(public(&format!("/{page}")).page(), sandbox.read(&format!("site/{page}")), "{page}");
    }
    // It is of the newest save, always.
    let mut events = preview.listen();
    sandbox.write("about.md", "# About\n\nSomeone else.\n");
    events.until_page("about.html");
    assert!(public("/about.html").page().contains("Someone else"));

    let back = preview.get("/__journal/audience?writer");
    assert!(back.header("set-cookie").expect("a cookie").contains("max-age=0"));
    assert_eq!(preview.get("/__journal/audience?public&to=//evil.example").header("location"), Some("/"));
    assert_eq!(preview.get("/__journal/audience?anyone").status, 400);
}

#[test]
fn each_step_on_a_page_is_known_by_its_line() {
    let sandbox = journal()
        .file("both.md", "- [ ] Own <step>\n\n![[novel]]\n\n![[parts#Second]]\n")
        .file("parts.md", "## First\n\n- [ ] Not shown\n\n## Second\n\n- [ ] Shown\n");
    let preview = Preview::of(&sandbox);
    for page in ["/both.html", "/plans/novel.html"] {
        let answer = preview.get(page);
        let island = answer.island();
        let steps = island["steps"].as_object().expect("an object");
        let html = answer.page();
        let shown: Vec<&str> = html.match_indices("step-").filter_map(|(at, _)| id_around(&html, at)).collect();
        let mut told: Vec<&str> = steps.keys().map(String::as_str).collect();
        told.sort_unstable();
        let mut sorted = shown.clone();
        sorted.sort_unstable();
        assert_eq!(told, sorted, "{page}");
        for step in steps.values() {
            let text = sandbox.read(step["path"].as_str().expect("a path"));
            let line = usize::try_from(step["line"].as_u64().expect("a line")).expect("a small one");
            assert_eq!(text.lines().nth(line - 1), step["text"].as_str());
        }
    }
    let steps = &preview.get("/both.html").island()["steps"];
    assert_eq!(steps["step-1"]["text"], "- [ ] Own <step>");
    assert_eq!(steps["e1-step-3"]["path"], "plans/novel.md");
    assert_eq!(steps["e2-step-7"]["text"], "- [ ] Shown");
    let links = &preview.get("/").island()["links"];
    assert_eq!(links["plans/novel.html#step-3"]["line"], 3, "{links}");
}

/// The id that `at` stands in, if it is one.
fn id_around(html: &str, at: usize) -> Option<&str> {
    let start = html[..at].rfind('"')? + 1;
    let end = at + html[at..].find('"')?;
    html[..start].ends_with("id=\"").then(|| &html[start..end])
}
