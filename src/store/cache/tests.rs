//! Nothing that a cache file holds, or lacks, may do more than cost time.

use std::collections::BTreeMap;

use proptest::prelude::*;
use tempfile::TempDir;

use super::*;
use crate::model::{Code, Diagnostic, Document, OutPath, Severity, SourcePath};

fn path(text: &str) -> SourcePath {
    SourcePath::new(text).expect("a path")
}

fn document(message: &str) -> Document {
    let problem = Diagnostic::of_file(Code::BadDate, Severity::Error, &path("a.md"), message);
    Document { entry: None, withheld: Vec::new(), diagnostics: vec![problem] }
}

fn outputs() -> Outputs {
    let record = Record { fingerprint: Digest(1), content: Digest(2), size: 3, modified: 4 };
    let files = BTreeMap::from([(OutPath::new("a.html").expect("a path"), record)]);
    Outputs::new(Digest(u128::MAX), document("x").diagnostics, files)
}

fn save(cache: &Cache, previous: &Documents, documents: &[(&str, u128, Document)]) {
    let paths: Vec<_> = documents.iter().map(|(text, ..)| path(text)).collect();
    let documents = documents.iter().zip(&paths).map(|((_, digest, document), path)| (path, Digest(*digest), document));
    cache.save_documents(previous, documents).expect("saved");
}

#[test]
fn what_is_kept_comes_back_for_the_same_tool_and_digest() {
    let temp = TempDir::new().expect("a folder");
    let cache = Cache::new(temp.path(), "tool 1");
    save(&cache, &Documents::default(), &[("b.md", 2, document("b")), ("a.md", 1, document("a"))]);
    let documents = cache.documents();
    assert_eq!(documents.get(&path("a.md"), Digest(1)), Some(document("a")));
    assert_eq!(documents.get(&path("b.md"), Digest(2)), Some(document("b")));
    assert_eq!(documents.get(&path("b.md"), Digest(3)), None);
    assert_eq!(documents.get(&path("c.md"), Digest(1)), None);
    assert_eq!(Cache::new(temp.path(), "tool 2").documents().get(&path("a.md"), Digest(1)), None);

    // What is known is taken over as it is; a wrong document shows that it was not encoded again.
    save(&cache, &documents, &[("a.md", 1, document("not looked at")), ("b.md", 3, document("new"))]);
    let documents = cache.documents();
    assert_eq!(documents.get(&path("a.md"), Digest(1)), Some(document("a")));
    assert_eq!(documents.get(&path("b.md"), Digest(3)), Some(document("new")));
}

#[test]
fn each_output_folder_has_its_own_record() {
    let temp = TempDir::new().expect("a folder");
    let cache = Cache::new(temp.path(), "tool");
    let (one, two) = (temp.path().join("one"), temp.path().join("two"));
    cache.save_outputs(&one, &outputs()).expect("saved");
    assert_eq!(cache.outputs(&one), Some(outputs()));
    assert!(outputs().is_of_this_run());
    assert_eq!(cache.outputs(&two), None);
    assert_eq!(fs::read_to_string(temp.path().join(".journal/.gitignore")).expect("text"), "*\n");
}

#[test]
fn an_unchanged_file_is_not_written_again() {
    let temp = TempDir::new().expect("a folder");
    let cache = Cache::new(temp.path(), "tool");
    let all = [("a.md", 1, document("a"))];
    save(&cache, &Documents::default(), &all);
    cache.save_outputs(temp.path(), &outputs()).expect("saved");
    let times = || {
        let items = fs::read_dir(temp.path().join(CACHE)).expect("a folder").map(|item| item.expect("a file"));
        let mut times: Vec<_> = items
            .map(|item| (item.file_name(), item.metadata().and_then(|file| file.modified()).expect("a time")))
            .collect();
        times.sort();
        times
    };
    let before = times();
    std::thread::sleep(std::time::Duration::from_millis(20));
    save(&cache, &cache.documents(), &all);
    save(&cache, &Documents::default(), &all);
    cache.save_outputs(temp.path(), &outputs()).expect("saved");
    assert_eq!(times(), before);
}

#[test]
fn a_file_cut_off_anywhere_is_as_if_it_were_not_there() {
    let temp = TempDir::new().expect("a folder");
    let cache = Cache::new(temp.path(), "tool");
    save(&cache, &Documents::default(), &[("a.md", 1, document("a"))]);
    cache.save_outputs(temp.path(), &outputs()).expect("saved");
    let folder = temp.path().join(CACHE);
    for item in fs::read_dir(&folder).expect("a folder") {
        let file = item.expect("a file").path();
        let whole = fs::read(&file).expect("bytes");
        for length in 0..whole.len() {
            fs::write(&file, &whole[..length]).expect("written");
            match file.file_name().and_then(|name| name.to_str()) {
                Some("documents") => assert_eq!(cache.documents().get(&path("a.md"), Digest(1)), None, "{length}"),
                Some(".gitignore") => {}
                _ => assert_eq!(cache.outputs(temp.path()), None, "{length}"),
            }
        }
        fs::write(&file, &whole).expect("written");
    }
    assert_eq!(cache.outputs(temp.path()), Some(outputs()));
}

proptest! {
    /// Even with the right checksum: a foreign tool with the same key, or a fault in ours.
    #[test]
    fn nonsense_never_panics(bytes in prop::collection::vec(any::<u8>(), 0..400), small in any::<bool>()) {
        let temp = TempDir::new().expect("a folder");
        let cache = Cache::new(temp.path(), "tool");
        let length = if small { (bytes.len() as u64 / 2).to_le_bytes() } else { u64::MAX.to_le_bytes() };
        cache.write("documents", Kind::Documents, &[&length, &bytes]).expect("written");
        let _ = cache.documents().get(&path("a.md"), Digest(1));
        cache.write("documents", Kind::Documents, &[&bytes]).expect("written");
        let _ = cache.documents().get(&path("a.md"), Digest(1));
    }

    #[test]
    fn a_changed_byte_is_noticed(at in 0usize..200, bit in 0u8..8) {
        let temp = TempDir::new().expect("a folder");
        let cache = Cache::new(temp.path(), "tool");
        cache.save_outputs(temp.path(), &outputs()).expect("saved");
        let items = fs::read_dir(temp.path().join(CACHE)).expect("a folder");
        let file = items.map(|item| item.expect("a file").path()).find(|path| path.to_string_lossy().contains("outputs-"));
        let file = file.expect("a record");
        let mut bytes = fs::read(&file).expect("bytes");
        let at = at % bytes.len();
        bytes[at] ^= 1 << bit;
        fs::write(&file, bytes).expect("written");
        prop_assert_eq!(cache.outputs(temp.path()), None);
    }
}

#[cfg(unix)]
#[test]
fn a_folder_that_can_not_be_written_to_is_an_error_to_be_told_and_no_more() {
    let temp = TempDir::new().expect("a folder");
    // A file where the folder belongs stops even those who may write everywhere.
    fs::write(temp.path().join(CACHE), "").expect("a file");
    let cache = Cache::new(temp.path(), "tool");
    assert!(cache.save_outputs(temp.path(), &outputs()).is_err());
    assert_eq!(cache.outputs(temp.path()), None);
    assert!(cache.documents().get(&path("a.md"), Digest(1)).is_none());
}
