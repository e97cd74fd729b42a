//! git's plumbing: commands that read and write objects and refs, and nothing that a person works with. No hook runs.

use std::ffi::OsStr;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

use super::error::{Error, said};
use crate::store::git::git;
use crate::store::repository::repository_of;

/// Where new objects go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Objects {
    /// Into the repository.
    Kept,
    /// Nowhere: they are made to be counted and are gone at the end.
    Dropped,
}

/// A repository, for plumbing.
pub(super) struct Plumbing {
    root: PathBuf,
    /// Where objects go that are dropped, and where those of the repository are found.
    aside: Option<(TempDir, String)>,
}

impl Plumbing {
    /// The repository that the journal `root` is in.
    pub(super) fn open(root: &Path, objects: Objects) -> Result<Self, Error> {
        let mut plumbing = Self { root: root.to_owned(), aside: None };
        let found = plumbing.run(["rev-parse", "--path-format=absolute", "--git-path", "objects"])?;
        if !found.status.success() {
            let real = crate::store::real(root);
            return Err(if repository_of(&real).is_none() {
                Error::NoRepository { root: root.to_owned() }
            } else {
                Error::Git { doing: "open the repository".into(), said: said(&found.stderr) }
            });
        }
        if objects == Objects::Dropped {
            let folder = TempDir::new().map_err(|cause| Error::Run { command: "fast-import".into(), cause })?;
            plumbing.aside = Some((folder, quoted(first_line(&found.stdout))));
        }
        Ok(plumbing)
    }

    /// git, ready for its arguments.
    pub(super) fn git(&self) -> Command {
        let mut git = git(&self.root);
        git.args(["--no-replace-objects", "-c", "core.hooksPath=/dev/null", "-c", "i18n.commitEncoding=UTF-8"]);
        // A name guessed from the machine's would be published.
        git.args(["-c", "user.useConfigOnly=true"]);
        if let Some((folder, alternate)) = &self.aside {
            git.env("GIT_OBJECT_DIRECTORY", folder.path()).env("GIT_ALTERNATE_OBJECT_DIRECTORIES", alternate);
        }
        git
    }

    /// What a command gives, whatever its status.
    pub(super) fn run<S: AsRef<OsStr>>(&self, arguments: impl IntoIterator<Item = S>) -> Result<Output, Error> {
        finished(self.git().args(arguments), None)
    }

    /// What a command writes, which must succeed; `doing` is what it is for, as a verb.
    pub(super) fn output<S: AsRef<OsStr>>(
        &self,
        doing: &str,
        arguments: impl IntoIterator<Item = S>,
    ) -> Result<Vec<u8>, Error> {
        succeeded(doing, self.run(arguments)?)
    }

    /// The same with something to read.
    pub(super) fn fed<S: AsRef<OsStr>>(
        &self,
        doing: &str,
        arguments: impl IntoIterator<Item = S>,
        input: &[u8],
    ) -> Result<Vec<u8>, Error> {
        succeeded(doing, finished(self.git().args(arguments), Some(input))?)
    }

    /// The first line of what a command writes; none if it fails or there is none.
    pub(super) fn line<S: AsRef<OsStr>>(
        &self,
        arguments: impl IntoIterator<Item = S>,
    ) -> Result<Option<String>, Error> {
        let output = self.run(arguments)?;
        let line = first_line(&output.stdout);
        Ok(Some(line.to_owned()).filter(|line| output.status.success() && !line.is_empty()))
    }
}

/// Runs a command to its end, with `input` to read.
pub(super) fn finished(command: &mut Command, input: Option<&[u8]>) -> Result<Output, Error> {
    let input = input.unwrap_or_default();
    written(command, |to| to.write_all(input))
}

/// Runs a command to its end; `write` gives it what it reads, while what it says is read.
pub(super) fn written(
    command: &mut Command,
    write: impl FnOnce(&mut dyn std::io::Write) -> std::io::Result<()>,
) -> Result<Output, Error> {
    let name = name_of(command);
    let failed = |cause: std::io::Error| match cause.kind() {
        std::io::ErrorKind::NotFound => Error::NoGit,
        _ => Error::Run { command: name.clone(), cause },
    };
    let mut child =
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().map_err(failed)?;
    let to = child.stdin.take();
    std::thread::scope(|scope| {
        let reading = scope.spawn(move || child.wait_with_output());
        let sent = to.map_or(Ok(()), |to| {
            let mut to = std::io::BufWriter::new(to);
            write(&mut to).and_then(|()| to.flush())
        });
        let output = reading.join().unwrap_or_else(|payload| std::panic::resume_unwind(payload));
        let output = output.map_err(|cause| Error::Run { command: name.clone(), cause })?;
        match sent {
            // A command that ended early says itself why.
            Err(cause) if cause.kind() != std::io::ErrorKind::BrokenPipe => Err(Error::Run { command: name, cause }),
            _ => Ok(output),
        }
    })
}

pub(super) fn succeeded(doing: &str, output: Output) -> Result<Vec<u8>, Error> {
    if output.status.success() {
        Ok(output.stdout)
    } else {
        Err(Error::Git { doing: doing.to_owned(), said: said(&output.stderr) })
    }
}

/// The subcommand, for messages.
fn name_of(command: &Command) -> String {
    let mut arguments = command.get_args().filter_map(OsStr::to_str);
    while let Some(argument) = arguments.next() {
        match argument {
            "-C" | "-c" => drop(arguments.next()),
            option if option.starts_with('-') => {}
            name => return name.to_owned(),
        }
    }
    String::new()
}

pub(super) fn first_line(bytes: &[u8]) -> &str {
    let line = bytes.split(|byte| *byte == b'\n').next().unwrap_or_default();
    std::str::from_utf8(line).unwrap_or_default()
}

/// A path as git reads it in a list of paths, whatever signs are in it.
fn quoted(path: &str) -> String {
    format!("\"{}\"", path.replace('\\', "\\\\").replace('"', "\\\""))
}
