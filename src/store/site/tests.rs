//! The promises about an output folder, each as a story.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::AtomicUsize;

use tempfile::TempDir;

use super::*;
use crate::model::SourcePath;
use crate::store::RESERVED;

/// A journal with an output folder `site`.
struct Place {
    temp: TempDir,
}

impl Place {
    fn new() -> Self {
        Self { temp: TempDir::new().expect("a folder") }
    }

    fn path(&self, path: &str) -> PathBuf {
        self.temp.path().join(path)
    }

    /// A file, with the folders that it needs.
    fn file(self, path: &str, text: &str) -> Self {
        let path = self.path(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, text).expect("a file");
        self
    }

    fn open(&self, foreign: Foreign) -> Result<Site, Error> {
        Site::open(self.temp.path(), &self.path("site"), foreign, || {})
    }

    fn write(&self, files: &[(&str, &str)]) -> Result<Report, Error> {
        Ok(self.open(Foreign::Refuse)?.write(&outputs(files), &Kept::default())?.report)
    }

    fn force(&self, files: &[(&str, &str)]) -> Result<Report, Error> {
        Ok(self.open(Foreign::TakeOver)?.write(&outputs(files), &Kept::default())?.report)
    }

    /// All files of the output folder with their text, our own left out.
    fn files(&self) -> Vec<(String, String)> {
        let site = self.path("site");
        let mut files: Vec<_> = WalkDir::new(&site)
            .into_iter()
            .filter_map(Result::ok)
            .filter(|item| !item.file_type().is_dir())
            .map(|item| (item.path().strip_prefix(&site).expect("inside").to_string_lossy().into_owned(), item))
            .filter(|(path, _)| !path.starts_with(".journal-manifest"))
            .map(|(path, item)| (path, fs::read_to_string(item.path()).expect("text")))
            .collect();
        files.sort();
        files
    }

    #[track_caller]
    fn holds(&self, files: &[(&str, &str)]) {
        let mut expected: Vec<_> = files.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect();
        expected.sort();
        assert_eq!(self.files(), expected);
    }
}

fn out(path: &str) -> OutPath {
    OutPath::new(path).expect("a path")
}

fn bytes(text: &str) -> Output {
    Output { fingerprint: Digest::of_bytes(text.as_bytes()), content: Content::Bytes(Arc::from(text.as_bytes())) }
}

fn outputs(files: &[(&str, &str)]) -> BTreeMap<OutPath, Output> {
    files.iter().map(|(path, text)| (out(path), bytes(text))).collect()
}

fn report(written: usize, unchanged: usize, removed: usize) -> Report {
    Report { written, unchanged, removed }
}

#[test]
fn only_what_differs_is_written_and_what_left_the_plan_is_removed() {
    let place = Place::new();
    let first = [("index.html", "home"), ("plans/a.html", "a"), ("tags/x/y.html", "y")];
    assert_eq!(place.write(&first).expect("written"), report(3, 0, 0));
    place.holds(&first);
    assert_eq!(place.write(&first).expect("written"), report(0, 3, 0));
    let second = [("index.html", "home"), ("plans/a.html", "b"), ("new/b.html", "b")];
    assert_eq!(place.write(&second).expect("written"), report(2, 1, 1));
    place.holds(&second);
    assert!(!place.path("site/tags").exists(), "folders that are empty for it are gone");
    let manifest = fs::read_to_string(place.path("site/.journal-manifest")).expect("a manifest");
    assert_eq!(manifest, "journal manifest 1\nindex.html\nnew/b.html\nplans/a.html\n");
}

#[test]
fn a_file_that_was_changed_by_hand_is_mended() {
    let place = Place::new();
    place.write(&[("a.html", "right")]).expect("written");
    let place = place.file("site/a.html", "wrong");
    assert_eq!(place.write(&[("a.html", "right")]).expect("written"), report(1, 0, 0));
    place.holds(&[("a.html", "right")]);
}

#[test]
fn a_folder_of_others_is_refused_and_named() {
    let place = Place::new().file("site/thesis.txt", "years of work").file("site/b/c.txt", "more").file("j/a.md", "");
    assert!(matches!(
        Site::open(&place.path("j"), &place.path("site"), Foreign::Refuse, || {}),
        Err(Error::Foreign { .. })
    ));
    let error = place.write(&[("a.html", "a")]).expect_err("refused");
    assert!(matches!(&error, Error::Foreign { paths, count: 2, .. } if paths == &["b", "thesis.txt"]), "{error}");
    place.holds(&[("b/c.txt", "more"), ("thesis.txt", "years of work")]);
    place.force(&[("a.html", "a")]).expect("written");
    place.holds(&[("a.html", "a"), ("b/c.txt", "more"), ("thesis.txt", "years of work")]);
    place.write(&[]).expect("written");
    place.holds(&[("b/c.txt", "more"), ("thesis.txt", "years of work")]);
}

#[test]
fn a_foreign_file_in_the_way_is_refused_and_with_force_taken_over() {
    let place = Place::new();
    place.write(&[("a.html", "a")]).expect("written");
    let place = place.file("site/b.html", "mine").file("site/folder", "mine too").file("site/other", "stays");
    let planned = [("a.html", "changed"), ("b.html", "b"), ("folder/c.html", "c")];
    let error = place.write(&planned).expect_err("refused");
    assert!(matches!(&error, Error::Foreign { paths, .. } if paths == &["b.html", "folder"]), "{error}");
    place.holds(&[("a.html", "a"), ("b.html", "mine"), ("folder", "mine too"), ("other", "stays")]);
    assert_eq!(place.force(&planned).expect("written"), report(3, 0, 0));
    place.holds(&[("a.html", "changed"), ("b.html", "b"), ("folder/c.html", "c"), ("other", "stays")]);
}

#[test]
fn files_become_folders_and_folders_files() {
    let place = Place::new();
    place.write(&[("a", "file"), ("b/c/d", "deep"), ("b/e", "e")]).expect("written");
    let swapped = [("a/x/y", "deep"), ("b", "file")];
    assert_eq!(place.write(&swapped).expect("written"), report(2, 0, 3));
    place.holds(&swapped);
    let place = place.file("site/a/mine", "foreign");
    let error = place.force(&[("a", "file")]).expect_err("foreign content stays even with force");
    assert!(matches!(&error, Error::FolderInTheWay { paths, .. } if paths == &["a/mine"]), "{error}");
}

#[test]
fn a_path_may_change_its_case() {
    let place = Place::new();
    place.write(&[("About.html", "a")]).expect("written");
    place.write(&[("about.html", "a")]).expect("written");
    place.holds(&[("about.html", "a")]);
}

#[cfg(unix)]
#[test]
fn nothing_is_written_or_removed_through_a_link() {
    let place = Place::new().file("elsewhere/b.html", "precious");
    place.write(&[("a/b.html", "b")]).expect("written");
    fs::remove_dir_all(place.path("site/a")).expect("removed");
    std::os::unix::fs::symlink(place.path("elsewhere"), place.path("site/a")).expect("a link");
    let error = place.write(&[("a/b.html", "c")]).expect_err("refused");
    assert!(matches!(&error, Error::Foreign { paths, .. } if paths == &["a"]), "{error}");
    place.write(&[("other.html", "o")]).expect("written");
    assert_eq!(fs::read_to_string(place.path("elsewhere/b.html")).expect("text"), "precious");
    place.force(&[("a/b.html", "c")]).expect("written");
    assert_eq!(fs::read_to_string(place.path("elsewhere/b.html")).expect("text"), "precious");
    place.holds(&[("a/b.html", "c")]);
}

#[test]
fn a_manifest_names_nothing_outside() {
    let place = Place::new().file("precious.txt", "precious").file("site/keep.txt", "keep");
    let lines = "journal manifest 1\n../precious.txt\n/etc/passwd\n\nold.html\n";
    let place = place.file("site/.journal-manifest", lines).file("site/old.html", "old");
    place.write(&[("a.html", "a")]).expect("written");
    place.holds(&[("a.html", "a"), ("keep.txt", "keep")]);
    assert!(place.path("precious.txt").exists());
    let place = place.file("site/.journal-manifest", "journal manifest 9\n");
    assert!(matches!(place.write(&[]), Err(Error::BadManifest { .. })));
}

#[test]
fn own_names_are_not_planned() {
    let place = Place::new();
    for path in [".journal-manifest", "a/.journal-tmp-1", "a\nb"] {
        assert!(matches!(place.write(&[(path, "x")]), Err(Error::ReservedPath { .. })), "{path}");
    }
}

#[test]
fn a_site_has_its_place() {
    let place = Place::new().file("journal/plans/a.md", "a").file("journal/static/x.css", "x");
    let root = place.path("journal");
    let open = |output: &str| Site::open(&root, &root.join(output), Foreign::TakeOver, || {}).map(|_| ());
    assert!(matches!(open("."), Err(Error::OutputAroundJournal { .. })));
    assert!(matches!(open(".."), Err(Error::OutputAroundJournal { .. })));
    assert!(matches!(open("static/site"), Err(Error::OutputInSources { folder: "static", .. })));
    assert!(matches!(open(".journal"), Err(Error::OutputInSources { folder: ".journal", .. })));
    assert!(matches!(open("plans"), Err(Error::OutputHoldsEntries { entry, .. }) if entry == "a.md"));
    assert!(open("public/site").is_ok());
    assert!(open("../beside").is_ok());
}

#[test]
fn assets_are_copied_and_compared() {
    let large = "x".repeat(200_000);
    let place = Place::new().file("images/desk.jpg", &large);
    let copy = |fingerprint| Output {
        fingerprint: Digest(fingerprint),
        content: Content::Copy(SourcePath::new("images/desk.jpg").expect("a path")),
    };
    let plan = BTreeMap::from([(out("images/desk.jpg"), copy(1))]);
    let mut site = place.open(Foreign::Refuse).expect("open");
    let written = site.write(&plan, &Kept::default()).expect("written");
    assert_eq!(written.files[&out("images/desk.jpg")].content, Digest::of_bytes(large.as_bytes()));
    assert_eq!(site.write(&plan, &Kept::default()).expect("written").report, report(0, 1, 0));
    drop(site);
    let place = place.file("images/desk.jpg", &format!("{}y", &large[1..]));
    let plan = BTreeMap::from([(out("images/desk.jpg"), copy(2))]);
    let mut site = place.open(Foreign::Refuse).expect("open");
    assert_eq!(site.write(&plan, &Kept::default()).expect("written").report, report(1, 0, 0));
}

#[test]
fn what_is_kept_is_not_even_read_and_what_was_touched_is_not_kept() {
    let place = Place::new();
    let plan = outputs(&[("a.html", "a"), ("b.html", "b"), ("c.html", "c")]);
    let mut site = place.open(Foreign::Refuse).expect("open");
    let written = site.write(&plan, &Kept::default()).expect("written");
    let stored = Outputs::new(Digest(1), Vec::new(), written.files);
    let kept = site.kept(Some(&stored));
    assert!(kept.whole);
    assert_eq!(kept.files, stored.files);

    let place = place.file("site/b.html", "changed by hand");
    fs::remove_file(place.path("site/c.html")).expect("removed");
    let kept = site.kept(Some(&stored));
    assert!(!kept.whole);
    assert_eq!(kept.files.keys().map(OutPath::as_str).collect::<Vec<_>>(), ["a.html"]);

    let as_stored = |path: &str| (out(path), Output { content: Content::Stored, ..plan[&out(path)].clone() });
    let mut mixed = plan.clone();
    mixed.extend([as_stored("a.html")]);
    assert_eq!(site.write(&mixed, &kept).expect("written").report, report(2, 1, 0));
    mixed.extend([as_stored("b.html")]);
    assert!(matches!(site.write(&mixed, &kept), Err(Error::NotKept { path }) if path == out("b.html")));
    place.holds(&[("a.html", "a"), ("b.html", "b"), ("c.html", "c")]);
}

#[test]
fn after_a_killed_build_only_bytes_are_trusted() {
    let place = Place::new();
    let mut site = place.open(Foreign::Refuse).expect("open");
    let written = site.write(&outputs(&[("a.html", "a"), ("b.html", "b")]), &Kept::default()).expect("written");
    drop(site);
    let stored = Outputs::new(Digest(1), Vec::new(), written.files);
    let place = place.file("site/.journal-unfinished", "").file("site/b.html", "B");
    let site = place.open(Foreign::Refuse).expect("open");
    let kept = site.kept(Some(&stored));
    assert!(!kept.whole);
    assert_eq!(kept.files.keys().map(OutPath::as_str).collect::<Vec<_>>(), ["a.html"]);
}

/// Builds `old`, then `new` killed after each possible number of changes: every file is old or new, and the next
/// build makes all as planned.
fn survives_every_death(old: &[(&str, &str)], new: &[(&str, &str)]) {
    for changes in 0.. {
        let place = Place::new();
        place.write(old).expect("written");
        let place = place.file("site/foreign.txt", "mine");
        let mut site = place.open(Foreign::Refuse).expect("open");
        site.disk.dies_after = Some(AtomicUsize::new(changes));
        let survived = site.write(&outputs(new), &Kept::default()).is_ok();
        drop(site);
        for (path, text) in place.files() {
            let known = |files: &[(&str, &str)]| files.contains(&(path.as_str(), text.as_str()));
            let own = path.rsplit('/').next().is_some_and(|name| name.starts_with(RESERVED));
            assert!(own || known(old) || known(new) || path == "foreign.txt", "{changes}: {path} is torn: {text}");
        }
        place.write(new).expect("the next build repairs");
        let mut expected = new.to_vec();
        expected.push(("foreign.txt", "mine"));
        place.holds(&expected);
        if survived {
            return;
        }
    }
}

#[test]
fn a_build_killed_at_any_moment_is_repaired_by_the_next() {
    survives_every_death(
        &[("same", "same"), ("changed", "old"), ("gone/deep/x", "x"), ("file", "file"), ("folder/a", "a")],
        &[("same", "same"), ("changed", "new"), ("new/deep/y", "y"), ("file/b", "b"), ("folder", "folder")],
    );
}

#[test]
fn a_build_of_many_files_killed_at_any_moment_is_repaired_by_the_next() {
    let names: Vec<String> = (0..MANY + 3).map(|i| format!("f{}/{i}", i % 3)).collect();
    let old: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), "the old text")).collect();
    let new: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), "new")).collect();
    survives_every_death(&old, &new);
}

#[cfg(unix)]
#[test]
fn many_files_at_once_leave_hard_links_and_rights_alone() {
    use std::os::unix::fs::PermissionsExt;

    let place = Place::new();
    let names: Vec<String> = (0..3 * MANY).map(|i| format!("{i}.html")).collect();
    let with = |text: &str| {
        let texts: Vec<(String, String)> =
            names.iter().map(|name| (name.clone(), format!("{text} of {name}"))).collect();
        texts.iter().map(|(name, text)| (out(name), bytes(text))).collect::<BTreeMap<_, _>>()
    };
    let mut site = place.open(Foreign::Refuse).expect("open");
    site.write(&with("a long old text"), &Kept::default()).expect("written");
    fs::hard_link(place.path("site/7.html"), place.path("snapshot")).expect("a hard link");
    fs::set_permissions(place.path("site/8.html"), fs::Permissions::from_mode(0o600)).expect("rights");
    let written = site.write(&with("new"), &Kept::default()).expect("written");
    assert_eq!(written.report, report(names.len(), 0, 0));
    assert_eq!(fs::read_to_string(place.path("snapshot")).expect("text"), "a long old text of 7.html");
    let expected: Vec<_> = names.iter().map(|name| (name.as_str(), format!("new of {name}"))).collect();
    place.holds(&expected.iter().map(|(name, text)| (*name, text.as_str())).collect::<Vec<_>>());
    let modes: BTreeSet<u32> = names
        .iter()
        .filter(|name| *name != "8.html")
        .map(|name| fs::metadata(place.path("site").join(name)).expect("a file").permissions().mode())
        .collect();
    assert_eq!(modes.len(), 1);
    assert!(site.kept(Some(&Outputs::new(Digest(1), Vec::new(), written.files))).whole);
}

#[test]
fn a_second_build_waits_for_the_first() {
    let place = Place::new();
    let first = place.open(Foreign::Refuse).expect("open");
    let busy = Site::open_patiently(
        place.temp.path(),
        &place.path("site"),
        Foreign::Refuse,
        Duration::from_millis(100),
        &mut || {},
    );
    assert!(matches!(busy, Err(Error::Busy { .. })));
    let (told, hears) = std::sync::mpsc::channel();
    std::thread::scope(|scope| {
        let second = scope.spawn(|| {
            let told = told;
            let mut site = Site::open(place.temp.path(), &place.path("site"), Foreign::Refuse, || {
                told.send(()).expect("heard");
            })?;
            site.write(&outputs(&[("a.html", "second")]), &Kept::default()).map(|written| written.report)
        });
        hears.recv_timeout(Duration::from_secs(5)).expect("the second says that it waits");
        let mut first = first;
        first.write(&outputs(&[("a.html", "first")]), &Kept::default()).expect("written");
        drop(first);
        assert_eq!(second.join().expect("no panic").expect("written"), report(1, 0, 0));
    });
    place.holds(&[("a.html", "second")]);
}

#[test]
fn two_journals_do_not_meet_in_one_output_folder() {
    let place = Place::new().file("one/a.md", "").file("two/a.md", "");
    let open = |root: &Path| {
        let short = Duration::from_millis(60);
        Site::open_patiently(root, &place.path("out"), Foreign::Refuse, short, &mut || {})
    };
    let first = open(&place.path("one")).expect("open");
    assert!(matches!(open(&place.path("two")), Err(Error::Busy { .. })));
    drop(first);
    assert!(open(&place.path("two")).is_ok());
}

#[test]
fn a_journal_that_can_not_be_written_to_is_built_elsewhere() {
    // What stands where our folder or our lock belongs stops even those who may write everywhere.
    for in_the_way in ["journal/.journal", "journal/.journal/lock/x"] {
        let place = Place::new().file("journal/a.md", "").file(in_the_way, "");
        let open = || {
            let short = Duration::from_millis(60);
            Site::open_patiently(&place.path("journal"), &place.path("site"), Foreign::Refuse, short, &mut || {})
        };
        let mut site = open().expect("open");
        assert!(matches!(open(), Err(Error::Busy { .. })), "the output folder has a lock of its own");
        site.write(&outputs(&[("a.html", "a")]), &Kept::default()).expect("written");
        assert_eq!(fs::read_to_string(place.path("site/a.html")).expect("text"), "a");
    }
}

#[test]
fn a_failing_write_tears_nothing_and_is_named() {
    let place = Place::new();
    place.write(&[("a.html", "old")]).expect("written");
    let mut plan = outputs(&[("a.html", "new")]);
    let gone = SourcePath::new("gone.jpg").expect("a path");
    plan.insert(out("gone.jpg"), Output { fingerprint: Digest(1), content: Content::Copy(gone) });
    let mut site = place.open(Foreign::Refuse).expect("open");
    let error = site.write(&plan, &Kept::default()).expect_err("no such source");
    assert!(matches!(error, Error::Io { action: "read", .. }));
    assert!(site.kept(None).files.is_empty());
    site.write(&outputs(&[("a.html", "new")]), &Kept::default()).expect("written");
    drop(site);
    place.holds(&[("a.html", "new")]);
}

#[test]
fn after_a_failure_among_many_files_the_same_site_can_be_written_again() {
    let place = Place::new();
    let names: Vec<String> = (0..2 * MANY).map(|i| format!("{i:03}.html")).collect();
    let with = |text: &str| names.iter().map(|name| (out(name), bytes(text))).collect::<BTreeMap<_, _>>();
    let mut site = place.open(Foreign::Refuse).expect("open");
    site.write(&with("old"), &Kept::default()).expect("written");
    let mut broken = with("new");
    let gone = SourcePath::new("gone.jpg").expect("a path");
    broken.insert(out("zzz.jpg"), Output { fingerprint: Digest(1), content: Content::Copy(gone) });
    site.write(&broken, &Kept::default()).expect_err("no such source");
    site.write(&with("newest"), &Kept::default()).expect("written");
    place.holds(&names.iter().map(|name| (name.as_str(), "newest")).collect::<Vec<_>>());
}
