//! A journal in a folder of its own, and the program run on it: a test reads as a story from top to bottom.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use tempfile::TempDir;

/// A journal that lives as long as the test.
pub struct Sandbox {
    folder: TempDir,
}

impl Sandbox {
    #[must_use]
    pub fn new() -> Self {
        Self { folder: TempDir::new().expect("a temporary folder") }
    }

    /// A journal whose `today` is 2026-11-22.
    #[must_use]
    pub fn on_a_sunday() -> Self {
        Self::new().file("journal.yaml", "today: 2026-11-22\n")
    }

    /// Writes a file, with the folders above it.
    #[must_use]
    pub fn file(self, path: &str, content: impl AsRef<[u8]>) -> Self {
        self.write(path, content);
        self
    }

    /// The same, in the middle of a story.
    pub fn write(&self, path: &str, content: impl AsRef<[u8]>) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().expect("it is in the folder")).expect("a folder");
        fs::write(path, content).expect("a file");
    }

    pub fn remove(&self, path: &str) {
        fs::remove_file(self.path(path)).expect("the file is there");
    }

    #[must_use]
    pub fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    #[must_use]
    pub fn root(&self) -> &Path {
        self.folder.path()
    }

    /// Runs the program in the folder.
    #[track_caller]
    pub fn run(&self, arguments: &str) -> Run {
        self.run_with(arguments, &[])
    }

    /// The same with environment variables.
    #[track_caller]
    pub fn run_with(&self, arguments: &str, environment: &[(&str, &str)]) -> Run {
        self.start("", arguments, environment)
    }

    /// The same in a folder below.
    #[track_caller]
    pub fn run_in(&self, folder: &str, arguments: &str) -> Run {
        self.start(folder, arguments, &[])
    }

    /// The program, ready to run in a folder below.
    #[must_use]
    pub fn command(&self, folder: &str, arguments: &str) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_journal"));
        command.args(arguments.split_whitespace()).current_dir(self.path(folder));
        let locale = ["LC_ALL", "LC_CTYPE", "LANG"];
        let of_git = ["GIT_AUTHOR_NAME", "GIT_AUTHOR_EMAIL", "GIT_COMMITTER_NAME", "GIT_COMMITTER_EMAIL", "EMAIL"];
        let ours = ["JOURNAL_TODAY", "NO_COLOR", "RAYON_NUM_THREADS", "COLUMNS", "TERM"];
        for name in ours.into_iter().chain(locale).chain(of_git) {
            command.env_remove(name);
        }
        command
    }

    /// The same in a folder below, with environment variables.
    #[track_caller]
    pub fn start(&self, folder: &str, arguments: &str, environment: &[(&str, &str)]) -> Run {
        let mut command = self.command(folder, arguments);
        command.envs(environment.iter().copied());
        let Output { status, stdout, stderr } = command.output().expect("the program starts");
        Run {
            arguments: arguments.to_owned(),
            code: status.code(),
            stdout: String::from_utf8_lossy(&stdout).into_owned(),
            stderr: String::from_utf8_lossy(&stderr).into_owned(),
        }
    }

    /// The text of a file below the folder.
    #[track_caller]
    #[must_use]
    pub fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).unwrap_or_else(|error| panic!("{path}: {error}\n{}", self.listing()))
    }

    #[must_use]
    pub fn has(&self, path: &str) -> bool {
        self.path(path).exists()
    }

    /// Every file below a folder with its bytes, by path.
    #[must_use]
    pub fn files(&self, below: &str) -> Vec<(String, Vec<u8>)> {
        files(&self.path(below))
    }

    fn listing(&self) -> String {
        let lines: Vec<String> =
            self.files(".").iter().map(|(path, bytes)| format!("{path} ({} bytes)", bytes.len())).collect();
        lines.join("\n")
    }
}

/// Every file below a folder with its bytes, by path. What goes while it looks is not there.
#[must_use]
pub fn files(root: &Path) -> Vec<(String, Vec<u8>)> {
    let mut found = Vec::new();
    let mut folders = vec![root.to_owned()];
    while let Some(folder) = folders.pop() {
        let Ok(listed) = fs::read_dir(&folder) else { continue };
        for item in listed.flatten() {
            let path = item.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(root).expect("below the folder").to_string_lossy().into_owned();
                match fs::read(&path) {
                    Ok(bytes) => found.push((name, bytes)),
                    Err(error) if error.kind() == ErrorKind::NotFound => {}
                    Err(error) => panic!("{}: {error}", path.display()),
                }
            }
        }
    }
    found.sort();
    found
}

/// What a run of the program gave.
#[derive(Debug)]
pub struct Run {
    arguments: String,
    code: Option<i32>,
    pub stdout: String,
    pub stderr: String,
}

impl Run {
    #[track_caller]
    pub fn exit(self, code: i32) -> Self {
        assert_eq!(self.code, Some(code), "exit status\n{self}");
        self
    }

    #[track_caller]
    pub fn out(self, part: &str) -> Self {
        assert!(self.stdout.contains(part), "standard output has no `{part}`\n{self}");
        self
    }

    #[track_caller]
    pub fn err(self, part: &str) -> Self {
        assert!(self.stderr.contains(part), "standard error has no `{part}`\n{self}");
        self
    }

    /// Standard output as JSON.
    #[track_caller]
    #[must_use]
    pub fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.stdout).unwrap_or_else(|error| panic!("{error}\n{self}"))
    }
}

impl std::fmt::Display for Run {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { arguments, code, stdout, stderr } = self;
        write!(f, "journal {arguments}: {code:?}\n--- stdout\n{stdout}\n--- stderr\n{stderr}")
    }
}
