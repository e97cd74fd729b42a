//! However a folder comes to be what it is, reading what changed tells the same as reading it whole.

use proptest::prelude::*;
use tempfile::TempDir;

use super::super::read;
use super::*;

/// Names that mean something in a journal, some of them in each other's way.
const NAMES: [&str; 20] = [
    "a.md",
    "plans/b.md",
    "plans/deep/c.md",
    "plans/deep/pic.png",
    "plans",
    "other/d.md",
    ".hidden/e.md",
    "_drafts/f.md",
    "notes~",
    "site/index.md",
    "static/g.css",
    "static/.well-known/h",
    "static",
    "templates/home.html",
    "templates/theme/x.woff2",
    "Templates/i.md",
    "ignored/j.md",
    ".gitignore",
    "plans/.gitignore",
    "back\\slash.md",
];

#[derive(Debug, Clone)]
enum Happening {
    Write(usize, Vec<u8>),
    Remove(usize),
    Rename(usize, usize),
    #[cfg(unix)]
    Link(usize, usize),
}

fn happening() -> impl Strategy<Value = Happening> {
    let name = || 0..NAMES.len();
    let bytes = prop_oneof![
        Just(b"text".to_vec()),
        Just(b"other text".to_vec()),
        Just(b"ignored/\n*.png\n".to_vec()),
        Just(b"bad \xff".to_vec())
    ];
    prop_oneof![
        4 => (name(), bytes).prop_map(|(at, bytes)| Happening::Write(at, bytes)),
        2 => name().prop_map(Happening::Remove),
        3 => (name(), name()).prop_map(|(from, to)| Happening::Rename(from, to)),
        #[cfg(unix)]
        1 => (name(), name()).prop_map(|(from, to)| Happening::Link(from, to)),
    ]
}

/// Makes it happen, as far as it can, and says at which paths.
fn happen(root: &Path, what: &Happening) -> BTreeSet<String> {
    let before = all_in(root);
    let path = |at: usize| root.join(NAMES[at]);
    let make_room = |at: usize| fs::create_dir_all(path(at).parent().expect("below the root"));
    let remove = |at: usize| {
        let path = path(at);
        if fs::symlink_metadata(&path).is_ok_and(|found| found.is_dir()) {
            let _ = fs::remove_dir_all(path);
        } else {
            let _ = fs::remove_file(path);
        }
    };
    let touched = match what {
        Happening::Write(at, bytes) => {
            let _ = make_room(*at).and_then(|()| fs::write(path(*at), bytes));
            vec![*at]
        }
        Happening::Remove(at) => {
            remove(*at);
            vec![*at]
        }
        Happening::Rename(from, to) => {
            let _ = make_room(*to).and_then(|()| fs::rename(path(*from), path(*to)));
            vec![*from, *to]
        }
        #[cfg(unix)]
        Happening::Link(to, at) => {
            let _ = make_room(*at).and_then(|()| std::os::unix::fs::symlink(path(*to), path(*at)));
            vec![*at]
        }
    };
    // What is written through a link is told of where the file is.
    let real = |at: &usize| {
        let within = path(*at).canonicalize().ok()?.strip_prefix(root.canonicalize().ok()?).ok()?.to_owned();
        Some(first_new(&before, within.to_str()?))
    };
    touched.iter().filter_map(real).chain(touched.iter().map(|at| first_new(&before, NAMES[*at]))).collect()
}

/// The path that an event tells of when a file comes to be there: the first folder on the way that is new, too.
fn first_new(before: &BTreeSet<String>, name: &str) -> String {
    let ends = name.match_indices('/').map(|(at, _)| at).chain([name.len()]);
    let mut ways = ends.map(|end| &name[..end]);
    ways.find(|way| !before.contains(*way)).unwrap_or(name).to_owned()
}

/// Every path in a folder, relative to it.
fn all_in(root: &Path) -> BTreeSet<String> {
    let items = walkdir::WalkDir::new(root).min_depth(1).into_iter().filter_map(Result::ok);
    items.filter_map(|item| Some(item.path().strip_prefix(root).ok()?.to_str()?.to_owned())).collect()
}

fn shown_as_text(sources: &Sources) -> String {
    format!("{sources:#?}")
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, ..ProptestConfig::default() })]

    #[test]
    fn reading_what_changed_tells_the_same_as_reading_it_all(all in prop::collection::vec(happening(), 1..30)) {
        let folder = TempDir::new().expect("a folder");
        fs::create_dir_all(folder.path().join("plans/deep")).expect("a folder");
        let settings = Settings::default();
        let options = Options::default();
        let now = SystemTime::UNIX_EPOCH;
        let mut reader = Reader::open(folder.path(), &settings, &options, now).expect("a folder");
        for what in &all {
            let before = digests(&reader.sources);
            let paths = happen(folder.path(), what);
            let told = shown_as_text(&reader.sources);
            let difference = reader.update(&paths, now).expect("a folder");
            let whole = read(folder.path(), &settings, &options).expect("a folder");
            prop_assert_eq!(shown_as_text(&reader.sources), shown_as_text(&whole), "after {:?} at {:?}", what, paths);
            let after = digests(&reader.sources);
            let differs = |path: &&SourcePath| before.get(*path) != after.get(*path);
            let expected: BTreeSet<&SourcePath> = before.keys().chain(after.keys()).filter(differs).collect();
            prop_assert_eq!(difference.files.iter().collect::<BTreeSet<_>>(), expected);
            prop_assert_eq!(difference.is_empty(), told == shown_as_text(&reader.sources));
            let found = discover(folder.path(), &settings, &outputs(&settings, &options)).expect("a folder");
            let folders: BTreeSet<String> = found.folders.into_iter().collect();
            prop_assert_eq!(reader.folders(), &folders);
        }
    }
}

#[test]
fn a_rescan_opens_only_what_looks_different() {
    let folder = TempDir::new().expect("a folder");
    let file = |name: &str| folder.path().join(name);
    let old = SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000_000);
    let write = |name: &str, text: &str| {
        fs::write(file(name), text).expect("a file");
        fs::File::options().append(true).open(file(name)).and_then(|file| file.set_modified(old)).expect("a time");
    };
    write("a.md", "one");
    write("b.md", "two");
    let later = old + Duration::from_mins(1);
    let mut reader = Reader::open(folder.path(), &Settings::default(), &Options::default(), later).expect("a folder");
    // The same size and the same time in the same file: only opening it would tell.
    write("a.md", "won");
    write("b.md", "three");
    let path = |name: &str| SourcePath::new(name).expect("a path");
    assert_eq!(reader.rescan(later).expect("a folder").files, BTreeSet::from([path("b.md")]));
    assert_eq!(
        reader.update(&BTreeSet::from(["a.md".to_owned()]), later).expect("a folder").files,
        BTreeSet::from([path("a.md")])
    );

    // Changed a moment ago: its time would not tell of another change.
    let mut reader = Reader::open(folder.path(), &Settings::default(), &Options::default(), old).expect("a folder");
    write("a.md", "now");
    assert_eq!(reader.rescan(old).expect("a folder").files, BTreeSet::from([path("a.md")]));
}

#[test]
fn a_journal_that_is_gone_is_an_error_and_forgets_nothing() {
    let folder = TempDir::new().expect("a folder");
    let root = folder.path().join("journal");
    fs::create_dir(&root).expect("a folder");
    fs::write(root.join("a.md"), "text").expect("a file");
    let now = SystemTime::UNIX_EPOCH;
    let mut reader = Reader::open(&root, &Settings::default(), &Options::default(), now).expect("a folder");
    fs::remove_dir_all(&root).expect("it is there");
    assert!(reader.update(&BTreeSet::from(["a.md".to_owned()]), now).is_err());
    assert!(reader.rescan(now).is_err());
    assert_eq!(reader.sources.entries.len(), 1);
}
