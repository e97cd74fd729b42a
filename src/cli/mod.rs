//! Words and exit codes: what was typed becomes what it means, and what happened becomes a status.
//!
//! The environment, the clock and the terminal enter here and nowhere else.

mod args;
mod build;
mod check;
mod context;
mod done;
mod export;
mod find;
mod init;
mod public;
mod publish;
mod report;
mod session;
mod status;
mod terminal;
mod theme;
mod watch;

use std::ffi::OsString;
use std::fmt;
use std::io;
use std::process::ExitCode;

use clap::Parser;

use crate::{pipeline, render, store};
use args::{CheckFormat, Cli, Command, View};
use session::Session;
use terminal::{Terminal, Verbosity};

/// How a command ended, when it could do its work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Outcome {
    /// Exit status 0.
    Fine,
    /// There are problems in the journal: 1.
    Problems,
}

/// Why a command could not do its work.
#[derive(Debug)]
enum Failure {
    /// What was typed makes no sense: exit status 2.
    Usage(String),
    /// A file is not what a change was asked for: exit status 1.
    Refused(String),
    /// `journal.yaml` or a template is broken.
    Pipeline(pipeline::Failure),
    /// The disk.
    Store(store::Error),
    /// git, or the remote.
    Publish(store::publish::Error),
    /// The terminal.
    Terminal(io::Error),
    /// What a server needs of the system.
    Preview(io::Error),
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Usage(message) | Self::Refused(message) => f.write_str(message),
            Self::Pipeline(failure) => failure.fmt(f),
            Self::Store(error) => error.fmt(f),
            Self::Publish(error) => error.fmt(f),
            Self::Terminal(_) => f.write_str("could not write to standard output"),
            Self::Preview(_) => f.write_str("could not start the preview"),
        }
    }
}

impl std::error::Error for Failure {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Usage(_) | Self::Refused(_) => None,
            Self::Pipeline(failure) => failure.source(),
            Self::Store(error) => error.source(),
            Self::Publish(error) => error.source(),
            Self::Terminal(error) | Self::Preview(error) => Some(error),
        }
    }
}

impl From<pipeline::Failure> for Failure {
    fn from(failure: pipeline::Failure) -> Self {
        Self::Pipeline(failure)
    }
}

impl From<render::Error> for Failure {
    fn from(error: render::Error) -> Self {
        Self::Pipeline(error.into())
    }
}

impl From<store::Error> for Failure {
    fn from(error: store::Error) -> Self {
        Self::Store(error)
    }
}

impl From<store::publish::Error> for Failure {
    fn from(error: store::publish::Error) -> Self {
        Self::Publish(error)
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::Terminal(error)
    }
}

/// Runs the program with its arguments, the first of which is its own name.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let cli = match Cli::try_parse_from(arguments) {
        Ok(cli) => cli,
        Err(error) => {
            // Help and version are results; everything else is wrong usage.
            let _ = error.print();
            return if error.use_stderr() { ExitCode::from(2) } else { ExitCode::SUCCESS };
        }
    };
    let verbosity = match (cli.quiet, cli.verbose) {
        (true, _) => Verbosity::Quiet,
        (_, true) => Verbosity::Verbose,
        _ => Verbosity::Normal,
    };
    let terminal = Terminal::new(verbosity);
    match command(cli, &terminal) {
        Ok(Outcome::Fine) => ExitCode::SUCCESS,
        Ok(Outcome::Problems) => ExitCode::from(1),
        Err(failure) => {
            tell(&failure, &terminal);
            ExitCode::from(if matches!(failure, Failure::Usage(_)) { 2 } else { 1 })
        }
    }
}

fn command(cli: Cli, terminal: &Terminal) -> Result<Outcome, Failure> {
    let chosen = cli.directory.as_deref();
    match cli.command {
        Command::Init(args) => init::run(&args, chosen, terminal),
        Command::Build(args) => {
            let root = session::root(chosen, args.source.journal.as_deref())?;
            let session = Session::open(root, &args.source.view, args.output.as_deref(), args.base_url.clone())?;
            build::run(&args, &session, terminal)
        }
        Command::Watch(args) => {
            let root = session::root(chosen, args.journal.as_deref())?;
            watch::run(&args, root, terminal)
        }
        Command::Check(args) => {
            let root = session::root(chosen, args.source.journal.as_deref())?;
            if args.public {
                if matches!(args.format, CheckFormat::Sarif | CheckFormat::Github) {
                    return Err(Failure::Usage("what would be public is listed as text or JSON".into()));
                }
                let session = Session::open(root, &args.source.view, None, None)?;
                return public::run(&session, args.format, terminal);
            }
            check::run(&args, &root, terminal)
        }
        Command::Done(args) => {
            let root = session::root(chosen, None)?;
            let session = Session::open(root, &View { today: args.today, private: true }, None, None)?;
            done::run(&args, &session, terminal)
        }
        Command::Status(args) => {
            let root = session::root(chosen, None)?;
            let session = Session::open(root, &View { today: args.today, private: !args.public }, None, None)?;
            status::run(&args, &session, terminal)
        }
        Command::Export(args) => {
            let root = session::root(chosen, args.source.journal.as_deref())?;
            let session = Session::open(root, &args.source.view, None, None)?;
            export::run(&session, terminal)
        }
        Command::Publish(args) => {
            let root = session::root(chosen, None)?;
            let view = View { today: args.today, private: false };
            let session = Session::look(root, &view, args.base_url.clone())?;
            publish::run(&args, &session, terminal)
        }
        Command::Context(args) => {
            let root = session::root(chosen, None)?;
            let session = Session::open(root, &args.view, None, None)?;
            context::run(&args.page, &session, terminal)
        }
        Command::Theme(args) => theme::run(args.action, &session::root(chosen, None)?, terminal),
    }
}

/// A failure and what caused it, a line each; broken settings and templates with their place.
fn tell(failure: &Failure, terminal: &Terminal) {
    match failure {
        Failure::Pipeline(pipeline::Failure::Settings(problems)) => {
            terminal.say(report::text(problems, terminal.has_colour()).trim_end());
            terminal.say("error: the settings are broken, so nothing was built; the last good site stays as it is");
            return;
        }
        Failure::Pipeline(pipeline::Failure::Template(error)) => {
            terminal.say(&format!("error[bad-template]: {error}"));
            terminal.say("error: a template is broken, so nothing was written; the last good site stays as it is");
            return;
        }
        _ => terminal.say(&format!("error: {failure}")),
    }
    let mut cause = std::error::Error::source(failure);
    while let Some(error) = cause {
        terminal.say(&format!("  caused by: {error}"));
        cause = error.source();
    }
}
