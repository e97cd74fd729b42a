//! A journal in a repository, made with git itself.

use std::path::PathBuf;
use std::process::{Command, Output};

use crate::outside::{ignored, program};
use crate::sandbox::Sandbox;

/// A journal in a folder that is a repository.
pub struct Repository {
    pub journal: Sandbox,
    pub git: PathBuf,
}

impl Repository {
    /// An empty one; none, said by name, where there is no git.
    #[must_use]
    pub fn new(test: &str) -> Option<Self> {
        let Some(git) = program(&["git", "git.exe"]) else {
            ignored(test, "there is no git");
            return None;
        };
        let repository = Self { journal: Sandbox::new(), git };
        repository.git(&["init", "-q", "-b", "main"]);
        Some(repository)
    }

    /// Runs git in the journal, as nobody in particular.
    #[track_caller]
    pub fn git(&self, arguments: &[&str]) -> String {
        self.git_on("2026-11-01T12:00:00+00:00", arguments)
    }

    /// The same on a day of the author's; whoever commits does so months later.
    #[track_caller]
    pub fn git_on(&self, author: &str, arguments: &[&str]) -> String {
        let Output { status, stdout, stderr } = self.command(author, arguments).output().expect("git starts");
        let stderr = String::from_utf8_lossy(&stderr);
        assert!(status.success(), "git {arguments:?}: {stderr}");
        String::from_utf8_lossy(&stdout).trim().to_owned()
    }

    #[must_use]
    fn command(&self, author: &str, arguments: &[&str]) -> Command {
        let mut command = Command::new(&self.git);
        command.args(arguments).current_dir(self.journal.root());
        for variable in ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"] {
            command.env_remove(variable);
        }
        let nobody = ["GIT_AUTHOR_NAME", "GIT_COMMITTER_NAME", "GIT_AUTHOR_EMAIL", "GIT_COMMITTER_EMAIL"];
        command.envs(nobody.map(|name| (name, "a@example.org")));
        command.env("GIT_CONFIG_NOSYSTEM", "1").env("GIT_CONFIG_GLOBAL", "/dev/null").env("GIT_EDITOR", "true");
        command.env("GIT_AUTHOR_DATE", author).env("GIT_COMMITTER_DATE", "2026-11-01T12:00:00+00:00");
        command
    }

    /// Commits everything there is.
    #[track_caller]
    pub fn commit(&self, day: &str) {
        self.git(&["add", "-A"]);
        self.git_on(&format!("{day}T12:00:00+00:00"), &["commit", "-q", "--allow-empty", "-m", "x"]);
    }

    /// Writes a file and commits everything.
    #[track_caller]
    pub fn save(&self, day: &str, path: &str, text: &str) {
        self.journal.write(path, text);
        self.commit(day);
    }
}
