//! What a test needs from outside the checkout: other people's files, which may not be copied into it.
//!
//! Where they can't be had, a test says so by name and is over; where `CI` is set it fails, so that nobody takes its
//! silence for success.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Says that a test was not run.
///
/// # Panics
/// When `CI` is set.
#[track_caller]
pub fn ignored(test: &str, why: &str) {
    assert!(std::env::var_os("CI").is_none_or(|ci| ci.is_empty()), "{test} can't be left out where CI is set: {why}");
    // Past the capture of the test runner, which shows nothing of a test that passes.
    let _ = writeln!(std::io::stderr(), "ignored: {test}: {why}");
}

/// The first of these programs on the `PATH`.
pub fn program(names: &[&str]) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    let folders: Vec<PathBuf> = std::env::split_paths(&path).collect();
    names.iter().flat_map(|name| folders.iter().map(move |folder| folder.join(name))).find(|file| file.is_file())
}

/// The files of a package of npm, downloaded once.
///
/// # Errors
/// Why they can't be had.
pub fn npm_package(name: &str, version: &str) -> Result<PathBuf, String> {
    let cache = Path::new(env!("CARGO_TARGET_TMPDIR")).join("npm");
    let folder = cache.join(format!("{}-{version}", name.replace('/', "-")));
    if folder.is_dir() {
        return Ok(folder);
    }
    std::fs::create_dir_all(&cache).map_err(|error| error.to_string())?;
    let draft = tempfile::TempDir::new_in(&cache).map_err(|error| error.to_string())?;
    let package = format!("{name}@{version}");
    let mut npm = Command::new("npm");
    npm.args(["pack", &package, "--silent", "--ignore-scripts", "--fetch-retries=1", "--fetch-timeout=60000"]);
    run(npm.current_dir(draft.path()))?;
    let files = std::fs::read_dir(draft.path()).map_err(|error| error.to_string())?;
    let archive = files.flatten().map(|file| file.file_name()).next().ok_or("npm packed nothing")?;
    run(Command::new("tar").arg("-xzf").arg(archive).current_dir(draft.path()))?;
    // Whole or not at all: a folder that is there is complete.
    let named = std::fs::rename(draft.path().join("package"), &folder);
    // Another test may have been first: what it downloaded is the same.
    if folder.is_dir() { Ok(folder) } else { named.map(|()| folder).map_err(|error| error.to_string()) }
}

fn run(command: &mut Command) -> Result<(), String> {
    let name = command.get_program().to_string_lossy().into_owned();
    let output = command.output().map_err(|error| format!("{name} can't be started: {error}"))?;
    let said = String::from_utf8_lossy(&output.stderr).trim().to_owned();
    if output.status.success() { Ok(()) } else { Err(format!("{name} failed: {said}")) }
}
