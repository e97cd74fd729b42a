//! The previous build is a cache and nothing else: after any edit, an incremental build and one from nothing agree
//! byte for byte, and only what changed is done.

use proptest::prelude::*;

use crate::sandbox::{Sandbox, files};

/// The work that `-v` tells of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Work {
    parsed: usize,
    rendered: usize,
    indexed: usize,
    written: usize,
    removed: usize,
}

const NONE: Work = Work { parsed: 0, rendered: 0, indexed: 0, written: 0, removed: 0 };

fn work(sandbox: &Sandbox, arguments: &str) -> Work {
    let run = sandbox.run(&format!("build -v {arguments}"));
    let line = run.stderr.lines().find(|line| line.starts_with("parsed ")).unwrap_or_else(|| panic!("{run}"));
    let of = |name: &str| -> usize {
        let counted = line.split(", ").find_map(|part| part.strip_prefix(name)?.trim().parse().ok());
        counted.unwrap_or_else(|| panic!("{line}"))
    };
    let (parsed, rendered, indexed) = (of("parsed"), of("rendered"), of("indexed"));
    Work { parsed, rendered, indexed, written: of("written"), removed: of("removed") }
}

fn small() -> Sandbox {
    Sandbox::on_a_sunday()
        .file("plans/novel.md", "# Novel\n\n- [ ] One\n- [ ] Two\n")
        .file("reflections/2026-03-01-a.md", "---\nplan: novel\nmood: 3\ntags: [x]\n---\nFirst.\n\nMore of it.\n")
        .file("reflections/2026-03-09-b.md", "---\nplan: novel\n---\nSecond, see [[2026-03-01-a]].\n")
        .file("reflections/2026-05-09-c.md", "Third.\n")
        .file("about.md", "---\ntitle: About\n---\nMe.\n\nAnd more.\n")
}

#[test]
fn a_second_build_of_the_same_does_nothing() {
    let sandbox = small();
    let first = work(&sandbox, "");
    assert!(first.parsed == 5 && first.rendered > 8 && first.indexed > 8 && first.written > 16, "{first:?}");
    assert_eq!(work(&sandbox, ""), NONE);
}

#[test]
fn an_edit_of_prose_renders_one_page() {
    let sandbox = small();
    work(&sandbox, "");
    sandbox.write("about.md", "---\ntitle: About\n---\nMe.\n\nAnd something else.\n");
    let Work { parsed, rendered, indexed, written, removed } = work(&sandbox, "");
    assert_eq!((parsed, rendered, removed), (1, 1, 0));
    // One word is gone and two are new: files of their beginnings and ends, the entry's own, and the first.
    assert!((4..=12).contains(&indexed) && written <= 1 + indexed, "{indexed} {written}");
}

#[test]
fn a_template_renders_only_what_uses_it() {
    let sandbox = small();
    work(&sandbox, "");
    let own = sandbox.run("theme show tag.html").exit(0).stdout;
    sandbox.write("templates/tag.html", own.replacen("{% endblock", "<!-- mine -->{% endblock", 1));
    assert_eq!(work(&sandbox, ""), Work { rendered: 1, written: 1, ..NONE });
}

#[test]
fn a_deleted_cache_changes_no_byte() {
    let sandbox = small();
    work(&sandbox, "");
    let before = sandbox.files("site");
    std::fs::remove_dir_all(sandbox.path(".journal")).expect("it is there");
    let again = work(&sandbox, "");
    assert_eq!((again.written, again.removed), (0, 0));
    assert_eq!(sandbox.files("site"), before);
}

#[test]
fn a_damaged_output_is_mended() {
    let sandbox = small();
    work(&sandbox, "");
    let before = sandbox.files("site");
    sandbox.write("site/about.html", "torn");
    sandbox.remove("site/plans/novel.html");
    work(&sandbox, "");
    assert_eq!(sandbox.files("site"), before);
}

#[test]
fn the_same_bytes_at_any_thread_count_and_in_any_place() {
    let variants: [&[(&str, &str)]; 3] = [
        &[("RAYON_NUM_THREADS", "1"), ("TZ", "Pacific/Kiritimati"), ("LC_ALL", "C")],
        &[("RAYON_NUM_THREADS", "2"), ("TZ", "America/Los_Angeles"), ("LC_ALL", "de_DE.UTF-8")],
        &[("RAYON_NUM_THREADS", "7"), ("TZ", "UTC"), ("LANG", "ja_JP.UTF-8")],
    ];
    let sites: Vec<_> = variants
        .iter()
        .map(|environment| {
            let sandbox = small();
            sandbox.run_with("build", environment).exit(0);
            sandbox.files("site")
        })
        .collect();
    assert_eq!(sites[0], sites[1]);
    assert_eq!(sites[0], sites[2]);
}

/// The paths at which two sites differ.
fn different(one: &[(String, Vec<u8>)], other: &[(String, Vec<u8>)]) -> Vec<String> {
    let only = |a: &[(String, Vec<u8>)], b: &[(String, Vec<u8>)]| -> Vec<String> {
        a.iter().filter(|file| !b.contains(file) && file.0 != ".journal-lock").map(|(path, _)| path.clone()).collect()
    };
    let mut paths = only(one, other);
    paths.extend(only(other, one));
    paths.sort();
    paths.dedup();
    paths
}

/// One thing that happens to a journal.
#[derive(Debug, Clone)]
enum Edit {
    Write(usize, String),
    Remove(usize),
    Rename(usize, usize),
    Settings(String),
    Template(bool),
    Today(u8),
}

const PATHS: [&str; 8] = [
    "plans/novel.md",
    "plans/index.md",
    "reflections/2026-03-01-a.md",
    "reflections/2026-03-02-b.md",
    "reflections/2026-04-02-c.md",
    "about.md",
    "guide/index.md",
    "images/a.md",
];

fn text() -> impl Strategy<Value = String> {
    let line = prop_oneof![
        Just("- [ ] step 📅 2026-12-01".to_owned()),
        Just("- [x] done ✅ 2026-11-01".to_owned()),
        Just("  - [-] below".to_owned()),
        Just("- [x] 🚩 check ✅ 2026-10-01".to_owned()),
        Just("# A heading".to_owned()),
        Just("## Checkpoints".to_owned()),
        Just("See [[novel]], [[about]] and ![[2026-03-01-a]].".to_owned()),
        Just("Some %%hidden%% words #tag".to_owned()),
        Just("> [!private]".to_owned()),
        Just("> secret #other".to_owned()),
        Just(String::new()),
        "[a-z ]{0,20}",
    ];
    let front = prop_oneof![
        Just(String::new()),
        Just("---\nvisibility: private\n---\n".to_owned()),
        Just("---\nplan: novel\nmood: good\ntags: [x, y/z]\n---\n".to_owned()),
        Just("---\ntitle: Same\naliases: [other]\n---\n".to_owned()),
        Just("---\nstatus: paused\nuntil: 2026-12-24\n---\n".to_owned()),
        Just("---\nslug: [\n---\n".to_owned()),
        Just("---\nslug: novel\n---\n".to_owned()),
    ];
    (front, prop::collection::vec(line, 0..8)).prop_map(|(front, lines)| format!("{front}{}\n", lines.join("\n")))
}

fn edit() -> impl Strategy<Value = Edit> {
    let path = 0..PATHS.len();
    prop_oneof![
        5 => (path.clone(), text()).prop_map(|(path, text)| Edit::Write(path, text)),
        2 => path.clone().prop_map(Edit::Remove),
        2 => (path.clone(), path).prop_map(|(from, to)| Edit::Rename(from, to)),
        1 => prop_oneof![
            Just("today: 2026-11-22\n".to_owned()),
            Just("today: 2026-11-22\npermalinks: folder\n".to_owned()),
            Just("today: 2026-11-22\nbase_url: https://example.org/\ntheme: {accent: teal}\n".to_owned()),
            Just("today: 2026-11-22\nbase_url: https://example.org/x\ncount_cancelled: settled\n".to_owned()),
        ].prop_map(Edit::Settings),
        1 => any::<bool>().prop_map(Edit::Template),
        1 => (1..29_u8).prop_map(Edit::Today),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 6, ..ProptestConfig::default() })]

    #[test]
    fn incremental_equals_clean(edits in prop::collection::vec(edit(), 1..14)) {
        let sandbox = small();
        let tag = sandbox.run("theme show tag.html").stdout;
        let mut arguments = String::new();
        sandbox.run("build");
        for edit in edits {
            match edit {
                Edit::Write(path, text) => sandbox.write(PATHS[path], text),
                Edit::Remove(path) if sandbox.has(PATHS[path]) => sandbox.remove(PATHS[path]),
                Edit::Remove(_) => {}
                Edit::Rename(from, to) => if sandbox.has(PATHS[from]) {
                    let text = sandbox.read(PATHS[from]);
                    sandbox.remove(PATHS[from]);
                    sandbox.write(PATHS[to], text);
                },
                Edit::Settings(text) => sandbox.write("journal.yaml", text),
                Edit::Template(true) => sandbox.write("templates/tag.html", tag.replacen("{% endblock", "<!-- mine -->{% endblock", 1)),
                Edit::Template(false) => sandbox.write("templates/tag.html", &tag),
                Edit::Today(day) => arguments = format!("--today 2026-11-{day:02}"),
            }
            let incremental = sandbox.run(&format!("build {arguments}"));
            let clean = tempfile::TempDir::new().expect("a folder");
            let cached = sandbox.path(".journal");
            let aside = sandbox.path(".journal-aside");
            std::fs::rename(&cached, &aside).expect("it is there");
            let full = sandbox.run(&format!("build {arguments} -o {}", clean.path().join("site").display()));
            let _ = std::fs::remove_dir_all(&cached);
            std::fs::rename(&aside, &cached).expect("it comes back");
            prop_assert_eq!(&incremental.stdout, &full.stdout);
            prop_assert_eq!(different(&sandbox.files("site"), &files(&clean.path().join("site"))), Vec::<String>::new());
        }
    }
}
