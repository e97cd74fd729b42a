//! The `git` program, asked questions that change nothing.
//!
//! A repository may come from anywhere: its settings must not make git run another program, and nothing of the
//! surroundings (a hook runs with the variables of its own repository) may turn the question to another repository.

use std::collections::BTreeSet;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;

use super::log::{FORMAT, commits};
use super::{Place, small};
use crate::history::{Commit, Name};
use crate::store::git::git;

/// Why git has no answer.
#[derive(Debug)]
pub(super) enum Failed {
    /// There is no git.
    NoGit,
    /// What it said, on one line.
    Said(String),
}

/// Settings that a repository may have and that must not be followed here.
const SETTINGS: [&str; 6] = [
    "core.fsmonitor=false",
    "core.hooksPath=/dev/null",
    "log.showRoot=true",
    "log.showSignature=false",
    "log.mailmap=false",
    "protocol.allow=never",
];

/// What the environment may say of how git is to understand what it is asked, beside what
/// [`git()`](crate::store::git::git) takes away.
const VARIABLES: [&str; 10] = [
    "GIT_CONFIG",
    "GIT_CONFIG_COUNT",
    "GIT_CONFIG_PARAMETERS",
    "GIT_DIFF_OPTS",
    "GIT_EXTERNAL_DIFF",
    "GIT_GLOB_PATHSPECS",
    "GIT_ICASE_PATHSPECS",
    "GIT_LITERAL_PATHSPECS",
    "GIT_NAMESPACE",
    "GIT_NOGLOB_PATHSPECS",
];

/// The most of a commit that is looked at, in bytes.
const LARGEST_COMMIT: usize = 1 << 20;

/// The program, for one folder.
pub(super) struct Git<'a> {
    folder: &'a Path,
}

impl<'a> Git<'a> {
    pub(super) fn new(folder: &'a Path) -> Self {
        Self { folder }
    }

    fn command(&self) -> Command {
        let mut command = git(self.folder);
        command.args(["--no-pager", "--no-replace-objects"]);
        for setting in SETTINGS {
            command.args(["-c", setting]);
        }
        for variable in VARIABLES {
            command.env_remove(variable);
        }
        command.env("LC_ALL", "C").env("GIT_NO_LAZY_FETCH", "1").env("GIT_TERMINAL_PROMPT", "0");
        command.stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }

    /// What it prints, or what it says went wrong.
    fn answer(&self, arguments: impl FnOnce(&mut Command)) -> Result<Vec<u8>, Failed> {
        let mut command = self.command();
        arguments(&mut command);
        let output = command.output().map_err(|error| cause(&error))?;
        if output.status.success() { Ok(output.stdout) } else { Err(said(&output.stderr)) }
    }

    /// Where the folder is in its repository; none if it is in none, or nothing is committed yet.
    pub(super) fn place(&self) -> Result<Option<Place>, Failed> {
        let answer = self.answer(|git| {
            git.args(["rev-parse", "--git-path", "shallow", "--show-prefix", "HEAD^{commit}"]);
        });
        let answer = match answer {
            Ok(answer) => String::from_utf8(answer).map_err(|_| Failed::Said("the way to it is not UTF-8".into()))?,
            Err(Failed::Said(why)) if why.contains("not a git repository") || why.contains("HEAD^{commit}") => {
                return Ok(None);
            }
            Err(failed) => return Err(failed),
        };
        let mut lines = answer.lines();
        let (Some(shallow), Some(way), Some(head), None) = (lines.next(), lines.next(), lines.next(), lines.next())
        else {
            return Err(Failed::Said("the way to it has a line break".into()));
        };
        let boundary = small(&self.folder.join(shallow)).unwrap_or_default();
        let boundary = self.with_parents(&boundary.lines().map(Name::from).collect())?;
        Ok(Some(Place { head: head.into(), way: way.to_owned(), boundary }))
    }

    /// Those of the commits that were made from others. The very first may be where a shallow clone begins, too.
    fn with_parents(&self, names: &BTreeSet<Name>) -> Result<BTreeSet<Name>, Failed> {
        let commits = self.objects(&names.iter().collect(), LARGEST_COMMIT)?;
        let has_parents = |commit: &[u8]| {
            let mut head = commit.split(|byte| *byte == b'\n').take_while(|line| !line.is_empty());
            head.any(|line| line.starts_with(b"parent "))
        };
        Ok(commits.into_iter().filter(|(_, commit)| has_parents(commit)).map(|(name, _)| name).collect())
    }

    /// Whether a commit is among those that another was made from. One that is not there any more is not.
    pub(super) fn is_ancestor(&self, one: &Name, other: &Name) -> Result<bool, Failed> {
        let mut command = self.command();
        command.args(["merge-base", "--is-ancestor", one, other]);
        Ok(command.output().map_err(|error| cause(&error))?.status.success())
    }

    /// Every commit about the journal up to the one that is checked out, those up to `after` left out, in an order in
    /// which parents come before their children.
    pub(super) fn log(&self, place: &Place, after: Option<&Name>) -> Result<Vec<Commit>, Failed> {
        let answer = self.answer(|git| {
            git.args(["log", "--topo-order", "--reverse", "--parents", "--raw", "-z", "--no-abbrev", "-M", "-l400"]);
            git.args(["--diff-merges=first-parent", "--no-ext-diff", "--no-textconv", "--no-relative", "--no-color"]);
            git.args(["--no-notes", "--no-decorate", "--date=short", FORMAT, &*place.head]);
            git.args(after.map(|after| format!("^{after}")));
            // The folder and not the endings of names: git is twice as fast where it need not look at each name.
            git.args(["--", "."]);
        })?;
        Ok(commits(&answer, &place.way, &place.boundary))
    }

    /// What objects hold. Those that are not there, or hold more than `largest` bytes, are left out.
    pub(super) fn objects(&self, names: &BTreeSet<&Name>, largest: usize) -> Result<Vec<(Name, Vec<u8>)>, Failed> {
        if names.is_empty() {
            return Ok(Vec::new());
        }
        let mut command = self.command();
        command.args(["cat-file", "--batch", "--buffer"]).stdin(Stdio::piped()).stderr(Stdio::null());
        let mut child = command.spawn().map_err(|error| cause(&error))?;
        let asked = child.stdin.take();
        let read = std::thread::scope(|scope| {
            scope.spawn(move || {
                let Some(asked) = asked else { return Ok(()) };
                let mut asked = io::BufWriter::new(asked);
                names.iter().try_for_each(|name| writeln!(asked, "{name}"))
            });
            answers(&mut child, largest)
        });
        let ended = child.wait();
        let read = read.map_err(|error| cause(&error))?;
        if ended.map_err(|error| cause(&error))?.success() {
            Ok(read)
        } else {
            Err(Failed::Said("`git cat-file` failed".into()))
        }
    }
}

/// The answers of `git cat-file --batch`: a line with name, type and size, then that many bytes and a line break.
fn answers(child: &mut Child, largest: usize) -> io::Result<Vec<(Name, Vec<u8>)>> {
    let mut read = Vec::new();
    let Some(output) = child.stdout.take() else { return Ok(read) };
    let mut output = BufReader::with_capacity(1 << 16, output);
    let mut line = String::new();
    loop {
        line.clear();
        if output.read_line(&mut line)? == 0 {
            return Ok(read);
        }
        let mut words = line.split_whitespace();
        let (name, _type, size) =
            (words.next(), words.next(), words.next().and_then(|size| size.parse::<usize>().ok()));
        let (Some(name), Some(size)) = (name, size) else { continue };
        if size > largest {
            io::copy(&mut (&mut output).take(size as u64 + 1), &mut io::sink())?;
            continue;
        }
        let mut bytes = vec![0; size + 1];
        output.read_exact(&mut bytes)?;
        bytes.pop();
        read.push((Arc::from(name), bytes));
    }
}

fn cause(error: &io::Error) -> Failed {
    if error.kind() == io::ErrorKind::NotFound { Failed::NoGit } else { Failed::Said(error.to_string()) }
}

/// The first line of what went wrong.
fn said(error: &[u8]) -> Failed {
    let error = String::from_utf8_lossy(error);
    let line = error.lines().find(|line| line.starts_with("fatal:") || line.starts_with("error:"));
    let line = line.or_else(|| error.lines().next()).unwrap_or("it failed without a word");
    Failed::Said(line.trim_start_matches("fatal:").trim_start_matches("error:").trim().to_owned())
}
