//! The journal's folder as data. Files are read in parallel; a file that can't be used is a diagnostic and is left
//! out, and one that vanished since it was found was never there.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use xxhash_rust::xxh3::Xxh3;

use super::discover::{Discovered, discover};
use super::text::text;
use super::{Error, STATIC, TEMPLATES, THEME};
use crate::model::{Code, Diagnostic, Digest, OutPath, Settings, Severity, SourcePath, settings};
use crate::pipeline::{Asset, BinaryFile, Sources, TextFile};

/// The largest text that is read, in bytes. Nobody writes 16 MiB of prose into one file; a database dump that ends in
/// `.md` must not take the memory of the machine.
const LARGEST_TEXT: u64 = 16 << 20;

/// What else has a say in what is read.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// The output folder, if it is another than the settings name.
    pub output: Option<PathBuf>,
}

/// The text of `journal.yaml`; none if there is no such file.
///
/// # Errors
/// If it is there and can't be read, or is not UTF-8: nothing can be built then.
pub fn read_settings(root: &Path) -> Result<Option<TextFile>, Error> {
    let path = root.join(settings::FILE);
    let bytes = match fs::read(&path) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(Error::io("read", &path)(error)),
    };
    let digest = Digest::of_bytes(&bytes);
    let text =
        text(bytes).map_err(|bad| Error::NotUtf8 { path, offset: bad.offset, line: bad.line, column: bad.column })?;
    Ok(Some(TextFile { text: text.into(), digest }))
}

/// Where a folder really is: absolute, links resolved.
///
/// # Errors
/// If it is not there.
pub fn real_folder(folder: &Path) -> Result<PathBuf, Error> {
    folder.canonicalize().map_err(Error::io("find", folder))
}

/// That the folder `root` is there and can be listed.
///
/// # Errors
/// If it is not, or can't.
pub fn check_journal(root: &Path) -> Result<(), Error> {
    fs::read_dir(root).map(|_| ()).map_err(Error::io("list", root))
}

/// Everything else that the folder `root` holds.
///
/// # Errors
/// If the folder itself can't be found or listed; all other failures are diagnostics.
pub fn read(root: &Path, settings: &Settings, options: &Options) -> Result<Sources, Error> {
    let found = discover(root, settings, &outputs(settings, options))?;
    Ok(read_found(root, found, &Sources::default(), |_| false))
}

/// The folders that may lie in a journal and hold a site.
pub(super) fn outputs(settings: &Settings, options: &Options) -> Vec<PathBuf> {
    [Some(PathBuf::from(&settings.output)), options.output.clone()].into_iter().flatten().collect()
}

/// What the files that were found hold. One that `previous` has and that is `unchanged` is not opened.
pub(super) fn read_found(
    root: &Path,
    found: Discovered,
    previous: &Sources,
    unchanged: impl Fn(&SourcePath) -> bool + Sync,
) -> Sources {
    let mut diagnostics = found.diagnostics;

    let entries = in_parallel(found.entries, &mut diagnostics, |path| match previous.entries.get(path) {
        Some(known) if unchanged(path) => Ok(Some(known.clone())),
        _ => text_file(root, path),
    });
    let (theme, templates) = found.templates.into_iter().partition(|path| below(path, TEMPLATES).starts_with(THEME));
    let theme = in_parallel(theme, &mut diagnostics, |path| match previous.theme.get(below(path, TEMPLATES)) {
        Some(known) if unchanged(path) => Ok(Some(known.clone())),
        _ => data_file(root, path),
    });
    let templates =
        in_parallel(templates, &mut diagnostics, |path| match previous.templates.get(below(path, TEMPLATES)) {
            Some(known) if unchanged(path) => Ok(Some(known.clone())),
            _ => text_file(root, path),
        });
    let assets = in_parallel(found.assets, &mut diagnostics, |path| match previous.assets.get(path) {
        Some(known) if unchanged(path) => Ok(Some(known.clone())),
        _ => asset(root, path),
    });
    let statics =
        in_parallel(found.statics, &mut diagnostics, |path| match previous.statics.get(below(path, STATIC)) {
            Some(known) if unchanged(path) => Ok(Some(known.clone())),
            _ => asset(root, path),
        });

    diagnostics.sort();
    Sources {
        entries,
        assets,
        statics: statics
            .into_values()
            .filter_map(|file| Some((OutPath::new(below(&file.source, STATIC))?, file)))
            .collect(),
        templates: templates.into_iter().map(|(path, file)| (below(&path, TEMPLATES).to_owned(), file)).collect(),
        theme: theme.into_iter().map(|(path, file)| (below(&path, TEMPLATES).to_owned(), file)).collect(),
        diagnostics,
    }
}

/// A file of the journal `root`, opened to be copied, and how many bytes it has.
///
/// # Errors
/// If it can't be opened, is no file, or a link leads out of the journal by now.
pub fn open_file(root: &Path, path: &SourcePath) -> Result<(File, u64), Error> {
    let named = root.join(path.as_str());
    let real = named.canonicalize().map_err(Error::io("find", &named))?;
    if !real.starts_with(root.canonicalize().map_err(Error::io("find", root))?) {
        return Err(Error::Outside { path: named });
    }
    let file = File::open(real).map_err(Error::io("read", &named))?;
    let found = file.metadata().map_err(Error::io("read", &named))?;
    if found.is_file() { Ok((file, found.len())) } else { Err(Error::Outside { path: named }) }
}

/// `path` relative to the top folder `part` that it is in.
fn below<'a>(path: &'a SourcePath, part: &str) -> &'a str {
    path.as_str().strip_prefix(part).map_or(path.as_str(), |rest| rest.trim_start_matches('/'))
}

/// What one file holds; none if it is no longer there, a diagnostic if it can't be used.
type Reading<T> = Result<Option<T>, Diagnostic>;

fn in_parallel<T: Send>(
    paths: Vec<SourcePath>,
    diagnostics: &mut Vec<Diagnostic>,
    reading: impl Fn(&SourcePath) -> Reading<T> + Sync,
) -> BTreeMap<SourcePath, T> {
    let read: Vec<_> = paths.into_par_iter().map(|path| (reading(&path), path)).collect();
    let mut files = BTreeMap::new();
    for (result, path) in read {
        match result {
            Ok(Some(file)) => {
                files.insert(path, file);
            }
            Ok(None) => {}
            Err(diagnostic) => diagnostics.push(diagnostic),
        }
    }
    files
}

fn text_file(root: &Path, path: &SourcePath) -> Reading<TextFile> {
    let Some(bytes) = bytes_of(root, path)? else { return Ok(None) };
    let digest = Digest::of_bytes(&bytes);
    match text(bytes) {
        Ok(text) => Ok(Some(TextFile { text: text.into(), digest })),
        Err(bad) => Err(bad.diagnostic(path)),
    }
}

fn data_file(root: &Path, path: &SourcePath) -> Reading<BinaryFile> {
    let bytes = bytes_of(root, path)?;
    Ok(bytes.map(|bytes| BinaryFile { digest: Digest::of_bytes(&bytes), bytes: bytes.into() }))
}

fn bytes_of(root: &Path, path: &SourcePath) -> Reading<Vec<u8>> {
    let read = || {
        let file = File::open(root.join(path.as_str()))?;
        let size = file.metadata()?.len();
        if size > LARGEST_TEXT {
            return Ok((size, Vec::new()));
        }
        let mut bytes = Vec::with_capacity(usize::try_from(size).unwrap_or(0) + 1);
        // One byte more than allowed tells a file that grows while it is read.
        file.take(LARGEST_TEXT + 1).read_to_end(&mut bytes)?;
        Ok((size.max(bytes.len() as u64), bytes))
    };
    let Some((size, bytes)) = present(path, read())? else { return Ok(None) };
    if size > LARGEST_TEXT {
        let message = format!("the file has {} MiB; an entry may have {}", size >> 20, LARGEST_TEXT >> 20);
        let diagnostic = Diagnostic::of_file(Code::TooLarge, Severity::Error, path, message);
        return Err(diagnostic.help("split it, or name it in `ignore`"));
    }
    Ok(Some(bytes))
}

fn asset(root: &Path, path: &SourcePath) -> Reading<Asset> {
    let read = File::open(root.join(path.as_str())).and_then(digest_of);
    Ok(present(path, read)?.map(|(digest, size)| Asset { source: path.clone(), digest, size }))
}

/// The digest of all that is left to read, and how much that is, in bounded memory.
pub(super) fn digest_of(mut from: impl Read) -> io::Result<(Digest, u64)> {
    let mut hasher = Xxh3::new();
    let mut buffer = vec![0; 64 << 10];
    let mut size = 0;
    loop {
        match from.read(&mut buffer) {
            Ok(0) => return Ok((Digest(hasher.digest128()), size)),
            Ok(count) => {
                hasher.update(&buffer[..count]);
                size += count as u64;
            }
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
}

fn present<T>(path: &SourcePath, result: io::Result<T>) -> Reading<T> {
    match result {
        Ok(value) => Ok(Some(value)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => {
            let message = format!("could not be read: {error}");
            Err(Diagnostic::of_file(Code::Unreadable, Severity::Error, path, message))
        }
    }
}

#[cfg(test)]
mod tests {
    use tempfile::TempDir;

    use super::*;

    fn folder(files: &[(&str, &[u8])]) -> TempDir {
        let folder = TempDir::new().expect("a folder");
        for (path, bytes) in files {
            let path = folder.path().join(path);
            fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
            fs::write(path, bytes).expect("a file");
        }
        folder
    }

    fn read_all(folder: &TempDir) -> Sources {
        read(folder.path(), &Settings::default(), &Options::default()).expect("a folder")
    }

    #[test]
    fn a_folder_becomes_its_parts() {
        let large = vec![7; 300_000];
        let folder = folder(&[
            ("a.md", b"# A\r\n"),
            ("images/x.bin", &large),
            ("static/css/a.css", b"a"),
            ("templates/parts/head.html", b"<head>"),
            ("templates/theme/fonts/a.woff2", b"wOF2\xff\xfe"),
        ]);
        let sources = read_all(&folder);
        let (path, entry) = sources.entries.first_key_value().expect("an entry");
        assert_eq!((path.as_str(), &*entry.text, entry.digest), ("a.md", "# A\r\n", Digest::of_bytes(b"# A\r\n")));
        let (path, asset) = sources.assets.first_key_value().expect("an asset");
        assert_eq!((path, asset.digest, asset.size), (&asset.source, Digest::of_bytes(&large), 300_000));
        let (path, file) = sources.statics.first_key_value().expect("a static file");
        assert_eq!((path.as_str(), file.source.as_str()), ("css/a.css", "static/css/a.css"));
        assert_eq!(sources.templates.keys().collect::<Vec<_>>(), ["parts/head.html"]);
        assert_eq!(sources.theme.keys().collect::<Vec<_>>(), ["theme/fonts/a.woff2"]);
        assert_eq!(sources.diagnostics, []);
    }

    #[test]
    fn only_what_may_have_changed_is_read_again() {
        let folder =
            folder(&[("a.md", b"a"), ("b.md", b"b"), ("c.jpg", b"c"), ("static/d", b"d"), ("templates/e", b"e")]);
        let before = read_all(&folder);
        for path in ["a.md", "b.md", "c.jpg", "static/d", "templates/e", "new.md"] {
            fs::write(folder.path().join(path), "changed").expect("a file");
        }
        let read = |unchanged: fn(&SourcePath) -> bool| {
            let found = discover(folder.path(), &Settings::default(), &[]).expect("a folder");
            read_found(folder.path(), found, &before, unchanged)
        };
        let after = read(|path| path.as_str() != "b.md");
        let texts: Vec<_> = after.entries.iter().map(|(path, file)| (path.as_str(), &*file.text)).collect();
        assert_eq!(texts, [("a.md", "a"), ("b.md", "changed"), ("new.md", "changed")]);
        assert_eq!((&after.assets, &after.statics), (&before.assets, &before.statics));
        assert_eq!(&*after.templates["e"].text, "e");
        let after = read(|_| false);
        assert_ne!((&after.assets, &after.statics), (&before.assets, &before.statics));
        assert_eq!(&*after.templates["e"].text, "changed");
    }

    #[test]
    fn a_file_that_is_no_text_hides_no_other() {
        let folder = folder(&[("a.md", b"fine"), ("b.md", b"line\nbad \xe4 byte"), ("c.md", b"\xff\xfea\0")]);
        let sources = read_all(&folder);
        assert_eq!(sources.entries.len(), 1);
        let shown: Vec<_> = sources.diagnostics.iter().map(|d| (d.path.as_str(), d.message.as_str())).collect();
        assert_eq!(
            shown,
            [
                ("b.md", "the file is not UTF-8: byte 9 (line 2, column 5)"),
                ("c.md", "the file is UTF-16 (little endian), not UTF-8"),
            ]
        );
        assert_eq!(sources.diagnostics[0].place.as_ref().map(|place| place.text.as_str()), Some("bad \u{fffd} byte"));
    }

    #[test]
    fn a_huge_file_is_left_out_unread() {
        let folder = folder(&[("a.md", b"fine")]);
        let huge = File::create(folder.path().join("huge.md")).expect("a file");
        huge.set_len(1 << 40).expect("a sparse file");
        let sources = read_all(&folder);
        assert_eq!(sources.entries.len(), 1);
        assert_eq!(sources.diagnostics[0].message, "the file has 1048576 MiB; an entry may have 16");
    }

    #[test]
    fn what_vanished_was_never_there() {
        let path = SourcePath::new("gone.md").expect("a path");
        let folder = folder(&[]);
        assert!(matches!(text_file(folder.path(), &path), Ok(None)));
        assert!(matches!(asset(folder.path(), &path), Ok(None)));
    }

    #[test]
    fn settings_are_text_or_an_error() {
        assert!(read_settings(folder(&[]).path()).expect("readable").is_none());
        let good = folder(&[("journal.yaml", b"title: x")]);
        assert_eq!(&*read_settings(good.path()).expect("readable").expect("settings").text, "title: x");
        let bad = folder(&[("journal.yaml", b"title: x\nauthor: \xe4")]);
        assert!(matches!(read_settings(bad.path()), Err(Error::NotUtf8 { offset: 17, line: 2, column: 9, .. })));
        let odd = folder(&[("journal.yaml/x", b"")]);
        assert!(matches!(read_settings(odd.path()), Err(Error::Io { action: "read", .. })));
    }

    #[cfg(unix)]
    #[test]
    fn an_unreadable_file_is_named() {
        use std::os::unix::fs::PermissionsExt;

        let folder = folder(&[("a.md", b"locked"), ("b.md", b"fine")]);
        fs::set_permissions(folder.path().join("a.md"), fs::Permissions::from_mode(0o000)).expect("rights");
        if fs::read(folder.path().join("a.md")).is_err() {
            let sources = read_all(&folder);
            assert_eq!((sources.entries.len(), sources.diagnostics[0].code), (1, Code::Unreadable));
        }
    }
}
