//! Whatever is in a folder, the answer is a page or a message, in bounded time, and nothing is written outside.

use crate::sandbox::Sandbox;

#[track_caller]
fn survives(sandbox: &Sandbox) -> crate::sandbox::Run {
    let began = std::time::Instant::now();
    let run = sandbox.run("build");
    assert!(!run.stderr.contains("panicked"), "{run}");
    // Generous: it is about seconds against for ever.
    assert!(began.elapsed().as_secs() < 120, "{:?}\n{run}", began.elapsed());
    run
}

#[test]
fn addresses_that_climb_out_write_nothing_outside() {
    let sandbox = Sandbox::new().file(
        "in/a.md",
        "---\nslug: ../../up\npermalink: /../../up.html\naliases: [../../up, '..\\up', /../up/]\ntemplate: ../../x\n---\nx\n",
    );
    let sandbox_files = sandbox.files(".").len();
    let run = sandbox.run("-C in build").exit(1).err("bad-address");
    let outside: Vec<String> =
        sandbox.files(".").into_iter().map(|(path, _)| path).filter(|path| !path.starts_with("in/")).collect();
    assert_eq!((sandbox_files, outside), (1, Vec::<String>::new()), "{run}");
}

#[test]
fn bombs_and_deep_nesting_end_in_time() {
    let bomb = "---\na: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\n\
                d: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c]\ne: &e [*d,*d,*d,*d,*d,*d,*d,*d,*d]\nf: [*e,*e,*e,*e,*e,*e,*e,*e,*e]\n---\n";
    let lists: Vec<String> = (0..1000).map(|depth| format!("{}- [ ] s\n", "  ".repeat(depth))).collect();
    let sandbox = Sandbox::new()
        .file("bomb.md", bomb)
        .file("brackets.md", format!("---\na: {}\n---\n", "[".repeat(60_000)))
        .file("quotes.md", format!("{} x\n", ">".repeat(50_000)))
        .file("links.md", format!("{}x\n", "[".repeat(50_000)))
        .file("lists.md", lists.concat())
        .file("stars.md", format!("{}a\n", "*_".repeat(20_000)))
        .file("fine.md", "fine\n");
    survives(&sandbox).exit(1).err("bomb.md").err("brackets.md");
    for page in ["quotes", "links", "lists", "stars", "fine"] {
        assert!(sandbox.has(&format!("site/{page}.html")), "{page}");
    }
}

#[test]
fn bytes_that_are_no_text_are_told_with_their_place() {
    let sandbox = Sandbox::new()
        .file("bad.md", b"abc\n\xff\xfe\n".as_slice())
        .file("nul.md", b"a\0b\n\n- [ ] c\0d\n".as_slice())
        .file("big.md", vec![b'x'; 17 << 20]);
    survives(&sandbox).exit(1).err("byte 4 (line 2, column 1)").err("big.md");
    let nul = |path: &str| sandbox.files("site").iter().any(|(name, bytes)| name == path && bytes.contains(&0));
    assert!(!nul("nul.html") && !nul("index.html"), "a page holds no NUL");
}

#[cfg(unix)]
#[test]
fn names_that_are_no_paths_and_links_that_lead_out_are_left_out() {
    let sandbox = Sandbox::new().file("a\nb.md", "x\n").file("ok.md", "x\n").file("folder.md/in.md", "x\n");
    let outside = tempfile::NamedTempFile::new().expect("a file");
    std::fs::write(outside.path(), "outsideword").expect("it can be written");
    std::os::unix::fs::symlink(outside.path(), sandbox.path("out.md")).expect("a link");
    std::os::unix::fs::symlink(".", sandbox.path("loop")).expect("a link");
    survives(&sandbox).exit(1).err("bad-name").err("link-outside");
    let leaked = sandbox.files("site").iter().any(|(_, bytes)| String::from_utf8_lossy(bytes).contains("outsideword"));
    assert!(!leaked && sandbox.has("site/ok.html"));
}

#[test]
fn what_people_write_never_runs() {
    let evil = "<script>alert(1)</script><img src=x onerror=alert(1)>";
    let sandbox = Sandbox::new()
        .file("journal.yaml", format!("title: '{evil}'\nauthor: '{evil}'\n"))
        .file(
            "plans/a.md",
            format!(
                "---\ntitle: '{evil}'\nwhy: '{evil}'\nstatus: paused\nstatus_note: '{evil}'\npeople: ['{evil}']\n\
                 target: {{metric: '{evil}', amount: 3}}\ntags: ['{evil}']\n---\n{evil}\n\n- [ ] {evil} [x](javascript:alert(1))\n\n\
                 ```{evil}\n{evil}\n```\n\n<a href=\"javascript:alert(1)\" onclick=\"alert(1)\">x</a> <iframe src=x></iframe>\n"
            ),
        )
        .file("reflections/2026-01-01.md", format!("---\nplan: a\nmetrics: {{'{evil}': 1}}\n---\n{evil}\n"));
    survives(&sandbox).exit(0);
    for (path, bytes) in sandbox.files("site").into_iter().filter(|(path, _)| crate::site::is_page(path)) {
        let html = String::from_utf8_lossy(&bytes).into_owned();
        // The theme's own scripts are files of the theme.
        let html = html.replace("<script src=\"theme/", "").replace("<script src=\"../theme/", "");
        let html = html.replace("<script src=\"../../theme/", "");
        for tag in ["<script", "<iframe", "href=\"javascript:"] {
            assert!(!html.contains(tag), "{path} has {tag}");
        }
        for part in html.split('<').skip(1) {
            let tag = part.split('>').next().unwrap_or_default();
            let outside_quotes: String = tag.split('"').step_by(2).collect();
            assert!(!outside_quotes.contains(" onerror") && !outside_quotes.contains(" onclick"), "{path}: <{tag}>");
        }
    }
}
