use std::sync::atomic::{AtomicBool, Ordering};

use tempfile::TempDir;

use super::*;

fn journal(files: &[(&str, &str)]) -> TempDir {
    let folder = TempDir::new().expect("a folder");
    for (path, text) in files {
        fs::write(folder.path().join(path), text).expect("a file");
    }
    folder
}

fn source(path: &str) -> SourcePath {
    SourcePath::new(path).expect("a path")
}

fn append(root: &Path, path: &str, more: &str) -> Result<(), Error> {
    rewrite(root, &source(path), |bytes| Ok([bytes, more.as_bytes()].concat()))
}

/// What is in a folder beside the cache.
fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<_> = fs::read_dir(folder)
        .expect("a folder")
        .map(|item| item.expect("an item").file_name().to_string_lossy().into_owned())
        .collect();
    names.retain(|name| name != ".journal");
    names.sort();
    names
}

#[test]
fn a_file_is_replaced_and_nothing_is_left_beside_it() {
    let folder = journal(&[("a.md", "a")]);
    append(folder.path(), "a.md", "b").expect("written");
    assert_eq!(fs::read_to_string(folder.path().join("a.md")).expect("readable"), "ab");
    assert_eq!(names(folder.path()), ["a.md"]);
    assert!(matches!(append(folder.path(), "b.md", "b"), Err(Error::Io { action: "find", .. })));
}

#[test]
fn what_stays_the_same_is_not_written() {
    let folder = journal(&[("a.md", "a")]);
    let before = fs::metadata(folder.path().join("a.md")).and_then(|file| file.modified()).expect("a time");
    append(folder.path(), "a.md", "").expect("nothing to do");
    let after = fs::metadata(folder.path().join("a.md")).and_then(|file| file.modified()).expect("a time");
    assert_eq!(before, after);
}

#[test]
fn a_refusal_leaves_the_file_as_it_is() {
    let folder = journal(&[("a.md", "a")]);
    let refused = rewrite(folder.path(), &source("a.md"), |_| Err(Error::Outside { path: "why".into() }));
    assert!(matches!(refused, Err(Error::Outside { .. })));
    assert_eq!(names(folder.path()), ["a.md"]);
}

#[cfg(unix)]
#[test]
fn rights_and_links_stay_and_read_only_is_heeded() {
    use std::os::unix::fs::{PermissionsExt, symlink};

    let folder = journal(&[("a.md", "a"), ("locked.md", "a")]);
    let at = |name: &str| folder.path().join(name);
    fs::set_permissions(at("a.md"), fs::Permissions::from_mode(0o640)).expect("rights");
    fs::set_permissions(at("locked.md"), fs::Permissions::from_mode(0o444)).expect("rights");
    symlink("a.md", at("link.md")).expect("a link");
    append(folder.path(), "link.md", "b").expect("written");
    assert!(fs::symlink_metadata(at("link.md")).expect("there").is_symlink());
    assert_eq!(fs::read_to_string(at("a.md")).expect("readable"), "ab");
    assert_eq!(fs::metadata(at("a.md")).expect("there").permissions().mode() & 0o777, 0o640);
    assert!(matches!(append(folder.path(), "locked.md", "b"), Err(Error::ReadOnly { .. })));

    let outside = journal(&[("b.md", "b")]);
    symlink(outside.path().join("b.md"), at("out.md")).expect("a link");
    assert!(matches!(append(folder.path(), "out.md", "b"), Err(Error::Outside { .. })));
}

#[test]
fn of_several_that_change_a_file_at_once_none_loses_its_change() {
    let folder = journal(&[("a.md", "")]);
    std::thread::scope(|scope| {
        for _ in 0..12 {
            scope.spawn(|| append(folder.path(), "a.md", "tick\n").expect("its turn comes"));
        }
    });
    let text = fs::read_to_string(folder.path().join("a.md")).expect("readable");
    assert_eq!(text, "tick\n".repeat(12));
}

/// An editor saves a numbered version again and again while steps are ticked. Each version is whole, so the file must
/// end as the last one, or as the last one and ticks.
#[test]
fn what_someone_else_saves_meanwhile_is_never_lost() {
    for by_rename in [true, false] {
        let folder = journal(&[("a.md", "version 0\n")]);
        let file = folder.path().join("a.md");
        let over = AtomicBool::new(false);
        let last = 60;
        std::thread::scope(|scope| {
            scope.spawn(|| {
                for version in 1..=last {
                    let text = format!("version {version}\n");
                    if by_rename {
                        let beside = folder.path().join("a.md~");
                        fs::write(&beside, &text).and_then(|()| fs::rename(&beside, &file)).expect("saved");
                    } else {
                        fs::write(&file, &text).expect("saved");
                    }
                    std::thread::sleep(Duration::from_millis(7));
                }
                over.store(true, Ordering::Release);
            });
            while !over.load(Ordering::Acquire) {
                match append(folder.path(), "a.md", "tick\n") {
                    Ok(()) | Err(Error::Contested { .. }) => {}
                    Err(error) => panic!("{error}"),
                }
            }
        });
        let text = fs::read_to_string(&file).expect("readable");
        let (version, ticks) = text.split_once('\n').expect("a line");
        assert_eq!(version, format!("version {last}"), "by rename: {by_rename}");
        assert!(ticks.lines().all(|line| line == "tick"), "{text}");
        assert_eq!(names(folder.path()), ["a.md"]);
    }
}

/// Someone who only adds lines loses none of them, however they and the ticks fall together.
#[test]
fn no_line_that_is_added_meanwhile_is_lost() {
    let folder = journal(&[("a.md", "first\n")]);
    let file = folder.path().join("a.md");
    let over = AtomicBool::new(false);
    let lines = 120;
    let mut ticks = 0;
    std::thread::scope(|scope| {
        scope.spawn(|| {
            for number in 0..lines {
                let mut open = File::options().append(true).open(&file).expect("open");
                writeln!(open, "line {number}").expect("added");
                drop(open);
                std::thread::sleep(Duration::from_millis(3));
            }
            over.store(true, Ordering::Release);
        });
        while !over.load(Ordering::Acquire) {
            match append(folder.path(), "a.md", "tick\n") {
                Ok(()) => ticks += 1,
                Err(Error::Contested { .. }) => {}
                Err(error) => panic!("{error}"),
            }
        }
    });
    let text = fs::read_to_string(&file).expect("readable");
    let mut added: Vec<&str> = text.lines().filter(|line| line.starts_with("line")).collect();
    let mut expected: Vec<String> = (0..lines).map(|number| format!("line {number}")).collect();
    // Two that were added at one moment may change places.
    added.sort_unstable();
    expected.sort_unstable();
    assert_eq!(added, expected);
    assert_eq!(text.lines().filter(|line| *line == "tick").count(), ticks);
    assert!(ticks > 0);
}
