//! What is read and what is left out, as folders of a few files.

use tempfile::TempDir;

use super::*;

struct Folder {
    temp: TempDir,
}

impl Folder {
    fn new(files: &[&str]) -> Self {
        let folder = Self { temp: TempDir::new().expect("a folder") };
        for file in files {
            folder.file(file, "");
        }
        folder
    }

    fn path(&self, path: &str) -> PathBuf {
        self.temp.path().join(path)
    }

    fn file(&self, path: &str, text: &str) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, text).expect("a file");
    }

    #[cfg(unix)]
    fn link(&self, path: &str, target: &str) {
        std::os::unix::fs::symlink(target, self.path(path)).expect("a link");
    }

    fn discover(&self) -> Discovered {
        self.discover_with(&Settings::default(), &[])
    }

    fn discover_with(&self, settings: &Settings, outputs: &[PathBuf]) -> Discovered {
        discover(self.temp.path(), settings, outputs).expect("a folder")
    }
}

fn texts(paths: &[SourcePath]) -> Vec<&str> {
    paths.iter().map(SourcePath::as_str).collect()
}

fn problems(found: &Discovered) -> Vec<(&str, &str)> {
    found.diagnostics.iter().map(|problem| (problem.code.name(), problem.path.as_str())).collect()
}

#[test]
fn each_file_is_what_its_place_and_ending_say() {
    let found = Folder::new(&[
        "journal.yaml",
        "README.md",
        "LICENSE",
        "plans/a.MD",
        "plans/b.markdown",
        "plans/journal.yaml",
        "images/desk.jpg",
        "static/.well-known/x",
        "static/_redirects",
        "static/.DS_Store",
        "static/css/a.css",
        "static/.journal-manifest",
        "templates/plan.html",
        "templates/parts/_macros.html",
        "templates/.hidden",
        "deep/static/x.css",
        "deep/templates/y.md",
    ])
    .discover();
    assert_eq!(texts(&found.entries), ["README.md", "deep/templates/y.md", "plans/a.MD", "plans/b.markdown"]);
    assert_eq!(texts(&found.assets), ["LICENSE", "deep/static/x.css", "images/desk.jpg", "plans/journal.yaml"]);
    assert_eq!(texts(&found.statics), ["static/.well-known/x", "static/_redirects", "static/css/a.css"]);
    assert_eq!(texts(&found.templates), ["templates/parts/_macros.html", "templates/plan.html"]);
    assert_eq!(problems(&found), []);
}

#[test]
fn what_is_not_meant_to_be_read_is_left_out() {
    let folder = Folder::new(&["kept.md"]);
    for file in [
        ".env",
        ".obsidian/app.json",
        "_drafts/a.md",
        "_b.md",
        "node_modules/x/y.md",
        "plans/node_modules/z.md",
        ".git/config",
        ".journal/documents",
        "a.md~",
        "#a.md#",
        ".#a.md",
        "4913",
        "plans/4913",
    ] {
        folder.file(file, "");
        let found = folder.discover();
        assert_eq!((texts(&found.entries), found.assets.len()), (vec!["kept.md"], 0), "{file}");
    }
}

#[test]
fn git_and_the_settings_leave_out() {
    for (rules, settings, file, read) in [
        ("drafts/", "", "drafts/a.md", false),
        ("drafts/", "", "plans/drafts/a.md", false),
        ("/drafts/", "", "plans/drafts/a.md", true),
        ("*.log\n!keep.log", "", "keep.log", true),
        ("*.log\n!keep.log", "", "other.log", false),
        ("# a comment\n\n[", "", "a.md", true),
        ("\u{feff}a.md", "", "a.md", false),
        ("", "plans/secret*", "plans/secret plan.md", false),
        ("", "plans/secret*", "secret.md", true),
        ("", "**/*.psd", "images/deep/x.psd", false),
        ("", "old", "old/a.md", false),
        ("drafts", "!drafts", "drafts/a.md", true),
        ("", "!.env", ".env", false),
    ] {
        let folder = Folder::new(&[file]);
        folder.file(".gitignore", rules);
        let ignore = Some(settings).filter(|glob| !glob.is_empty()).map(str::to_owned).into_iter().collect();
        let found = folder.discover_with(&Settings { ignore, ..Settings::default() }, &[]);
        assert_eq!(found.entries.len() + found.assets.len() == 1, read, "{rules:?} {settings:?} {file}");
    }
}

#[test]
fn rules_of_inner_folders_hold_there_alone_and_go_first() {
    let folder = Folder::new(&["a/x.log", "a/b/x.log", "c/x.log", "c/y.txt", "y.txt"]);
    folder.file(".gitignore", "*.log");
    folder.file("a/.gitignore", "!x.log");
    folder.file("a/b/.gitignore", "*");
    folder.file("c/.gitignore", "y.txt");
    assert_eq!(texts(&folder.discover().assets), ["a/x.log", "y.txt"]);
}

#[test]
fn rules_reach_down_from_the_repository_and_no_further() {
    let folder = Folder::new(&["repo/docs/journal/a.md", "repo/docs/journal/b.md", "repo/docs/journal/c.md"]);
    for file in ["d.md", "e.md", "kept.md"] {
        folder.file(&format!("repo/docs/journal/{file}"), "");
    }
    folder.file(".gitignore", "kept.md");
    folder.file("repo/.gitignore", "/docs/journal/a.md\n/b.md\n");
    folder.file("repo/docs/.gitignore", "b.md\n");
    folder.file("repo/.git/info/exclude", "c.md\nd.md\n");
    folder.file("repo/docs/journal/.gitignore", "!d.md\n");
    let journal = folder.path("repo/docs/journal");
    let found = discover(&journal, &Settings::default(), &[]).expect("a folder");
    assert_eq!(texts(&found.entries), ["d.md", "e.md", "kept.md"]);

    // A further work tree has its own folder and shares the excludes.
    folder.file("tree/a.md", "");
    folder.file("tree/c.md", "");
    folder.file("tree/.git", "gitdir: ../repo/.git/worktrees/tree\n");
    folder.file("repo/.git/worktrees/tree/commondir", "../..\n");
    let found = discover(&folder.path("tree"), &Settings::default(), &[]).expect("a folder");
    assert_eq!(texts(&found.entries), ["a.md"]);
}

#[test]
fn a_bad_pattern_in_the_settings_is_named() {
    let settings = Settings { ignore: vec!["a{b".into(), "c.md".into()], ..Settings::default() };
    let found = Folder::new(&["a.md", "c.md"]).discover_with(&settings, &[]);
    assert_eq!(problems(&found), [("bad-value", "journal.yaml")]);
    assert_eq!(texts(&found.entries), ["a.md"]);
}

#[test]
fn output_folders_are_left_out_wherever_they_are() {
    let folder = Folder::new(&["a.md", "site/a.html", "public/x/b.html", "public/y.txt"]);
    let outputs = |output: &str| [PathBuf::from("./site/"), folder.path(output)];
    for (output, assets) in [
        ("public/x", vec!["public/y.txt"]),
        ("public", vec![]),
        ("plans/../public/x/", vec!["public/y.txt"]),
        ("", vec!["public/x/b.html", "public/y.txt"]),
        ("../elsewhere", vec!["public/x/b.html", "public/y.txt"]),
    ] {
        let found = folder.discover_with(&Settings::default(), &outputs(output));
        assert_eq!((texts(&found.entries), texts(&found.assets)), (vec!["a.md"], assets), "{output}");
    }
}

#[cfg(unix)]
#[test]
fn links_inside_are_followed_and_others_named() {
    let folder =
        Folder::new(&["journal/plans/a.md", "journal/plans/deep/b.md", "journal/.git/annex/c", "outside/x.md"]);
    folder.file("journal/site/index.html", "");
    folder.file("journal/_drafts/d.md", "");
    for (name, target) in [
        ("file.md", "plans/a.md"),
        ("folder", "plans"),
        ("draft.md", "_drafts/d.md"),
        ("annexed.jpg", ".git/annex/c"),
        ("plans/deep/loop", ".."),
        ("root", "."),
        ("out", "../outside"),
        ("out.md", "../outside/x.md"),
        ("dangling.md", "nowhere.md"),
        ("circle", "circle"),
        ("made", "site/index.html"),
        ("git", ".git"),
        (".hidden", "../outside"),
        ("site2", "site"),
    ] {
        folder.link(&format!("journal/{name}"), target);
    }
    let found = discover(&folder.path("journal"), &Settings::default(), &[PathBuf::from("site")]).expect("a folder");
    let entries = ["draft.md", "file.md", "folder/a.md", "folder/deep/b.md", "plans/a.md", "plans/deep/b.md"];
    assert_eq!(texts(&found.entries), entries);
    assert_eq!(texts(&found.assets), ["annexed.jpg"]);
    let mut problems = problems(&found);
    problems.sort_unstable();
    let mut left_out = [
        "circle",
        "dangling.md",
        "folder/deep/loop",
        "git",
        "made",
        "out",
        "out.md",
        "plans/deep/loop",
        "root",
        "site2",
    ];
    left_out.sort_unstable();
    assert_eq!(problems, left_out.map(|path| ("link-outside", path)));
}

#[cfg(unix)]
#[test]
fn folders_that_link_to_each_other_end() {
    let folder = Folder::new(&["a/x.md", "b/y.md", "c/z.md"]);
    for (from, to) in [("a", "b"), ("a", "c"), ("b", "a"), ("b", "c"), ("c", "a"), ("c", "b")] {
        folder.link(&format!("{from}/to-{to}"), &format!("../{to}"));
    }
    let found = folder.discover();
    assert!(texts(&found.entries).contains(&"a/to-b/to-c/z.md"));
    assert!(!texts(&found.entries).contains(&"a/to-b/to-a/x.md"));
}

#[cfg(unix)]
#[test]
fn the_output_folder_may_be_a_link_out_of_the_journal() {
    let folder = Folder::new(&["journal/a.md", "www/index.html"]);
    folder.link("journal/site", "../www");
    let found = discover(&folder.path("journal"), &Settings::default(), &[PathBuf::from("site")]).expect("a folder");
    assert_eq!((found.assets.len(), problems(&found)), (0, vec![]));
}

#[cfg(unix)]
#[test]
fn static_may_be_a_link_inside_and_not_one_outside() {
    let folder = Folder::new(&["journal/shared/a.css", "journal/b.md", "outside/x.html"]);
    folder.link("journal/static", "shared");
    folder.link("journal/templates", "../outside");
    let found = discover(&folder.path("journal"), &Settings::default(), &[]).expect("a folder");
    assert_eq!(texts(&found.statics), ["static/a.css"]);
    assert_eq!((texts(&found.templates), problems(&found)), (vec![], vec![("link-outside", "templates")]));
}

#[cfg(target_os = "linux")]
#[test]
fn bad_names_are_named_and_left_out() {
    use std::os::unix::ffi::OsStrExt;

    let folder = Folder::new(&["a.md", "new\nline.md", "back\\slash.md", "bell\u{7}/b.md", ".hidden\n.md"]);
    fs::write(folder.temp.path().join(OsStr::from_bytes(b"caf\xe9.md")), "").expect("a file");
    let found = folder.discover();
    assert_eq!(texts(&found.entries), ["a.md"]);
    let mut problems = problems(&found);
    problems.sort_unstable();
    let names = ["back\\slash.md", "bell\\u{7}", "caf\u{fffd}.md", "new\\nline.md"];
    assert_eq!(problems, names.map(|name| ("bad-name", name)));
}

#[cfg(unix)]
#[test]
fn an_unreadable_folder_hides_nothing_else() {
    use std::os::unix::fs::PermissionsExt;

    let folder = Folder::new(&["a.md", "locked/b.md", "z.md"]);
    let rights = |mode| fs::set_permissions(folder.path("locked"), fs::Permissions::from_mode(mode)).expect("rights");
    rights(0o000);
    let privileged = fs::read_dir(folder.path("locked")).is_ok();
    let found = folder.discover();
    rights(0o755);
    if !privileged {
        assert_eq!(texts(&found.entries), ["a.md", "z.md"]);
        assert_eq!(problems(&found), [("unreadable", "locked")]);
    }
}

#[test]
fn a_folder_that_is_not_there_is_an_error() {
    let missing = Folder::new(&[]).path("missing");
    assert!(matches!(discover(&missing, &Settings::default(), &[]), Err(Error::Io { action: "find", .. })));
}
