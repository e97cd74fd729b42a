//! Programs that some tests need and the project does not ship: where one is, and what is said where it is missing.

use std::env;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

/// Says that a test is left out, and why. Where `CI` is set nothing may be missing, and the test fails.
///
/// # Panics
///
/// When `CI` is set.
#[track_caller]
pub fn left_out(test: &str, why: &str) {
    assert!(env::var_os("CI").is_none(), "{test} can't be left out here: {why}");
    // Past the capture of the test runner, which shows nothing of a test that passes.
    let _ = writeln!(std::io::stderr(), "ignored: {test}: {why}");
}

/// The first of these programs on the `PATH`.
#[must_use]
pub fn program(names: &[&str]) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    let folders: Vec<PathBuf> = env::split_paths(&path).collect();
    names.iter().flat_map(|name| folders.iter().map(move |folder| folder.join(name))).find(|file| file.is_file())
}

/// The file of a package of `tests/npm/`, fetched once for each lock file; or why there is none.
///
/// # Errors
///
/// Without npm, or when npm can't fetch what the lock file names.
pub fn npm(file: &str) -> Result<PathBuf, String> {
    static FOLDER: OnceLock<Result<PathBuf, String>> = OnceLock::new();
    let folder = FOLDER.get_or_init(|| fetched(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/npm"))).clone()?;
    let file = folder.join("node_modules").join(file);
    if file.is_file() { Ok(file) } else { Err(format!("{} is not in its package", file.display())) }
}

/// A folder with the packages that a lock file names, below `target/`. It is filled under another name and then named,
/// so that a fetch that was cut off is never taken for a whole one.
fn fetched(from: &Path) -> Result<PathBuf, String> {
    let npm = program(&["npm"]).ok_or("npm is not on the PATH")?;
    let lock = std::fs::read(from.join("package-lock.json")).map_err(|error| error.to_string())?;
    let target = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let folder = target.join(format!("npm-{:016x}", xxhash_rust::xxh3::xxh3_64(&lock)));
    if folder.is_dir() {
        return Ok(folder);
    }
    let filling = tempfile::tempdir_in(target).map_err(|error| error.to_string())?;
    for name in ["package.json", "package-lock.json"] {
        std::fs::copy(from.join(name), filling.path().join(name)).map_err(|error| error.to_string())?;
    }
    let run = Command::new(npm)
        .args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"])
        .current_dir(filling.path())
        .output()
        .map_err(|error| error.to_string())?;
    if !run.status.success() {
        return Err(format!("npm could not fetch its packages: {}", String::from_utf8_lossy(&run.stderr).trim()));
    }
    let filled = filling.keep();
    // Another run of the tests may have been first: what it fetched is the same.
    if std::fs::rename(&filled, &folder).is_err() {
        let _ = std::fs::remove_dir_all(&filled);
    }
    Ok(folder)
}
