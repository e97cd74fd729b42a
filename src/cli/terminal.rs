//! The two streams, their colours, and how much is said.
//!
//! Results go to standard output, messages to standard error. A reader that goes away (`journal export | head`) ends
//! the program quietly.

use std::io::{self, IsTerminal, Write};

/// How much is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Verbosity {
    /// Problems only.
    Quiet,
    /// Problems, and a line at the end.
    Normal,
    /// The work that was done, too.
    Verbose,
}

/// Where words go.
pub(crate) struct Terminal {
    /// How much is said.
    pub(crate) verbosity: Verbosity,
    colour: bool,
    interactive: bool,
}

impl Terminal {
    /// Colours only on a terminal, and never with a non-empty `NO_COLOR` (<https://no-color.org>).
    pub(crate) fn new(verbosity: Verbosity) -> Self {
        #[expect(clippy::disallowed_methods, reason = "the environment enters here")]
        let no_colour = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty())
            || std::env::var("TERM").is_ok_and(|term| term == "dumb");
        let interactive = io::stderr().is_terminal();
        Self { verbosity, colour: interactive && !no_colour, interactive }
    }

    /// Whether messages may have colour.
    pub(crate) fn has_colour(&self) -> bool {
        self.colour
    }

    /// Whether results may have colour.
    pub(crate) fn has_colour_on_results(&self) -> bool {
        self.colour && io::stdout().is_terminal()
    }

    /// Whether a person is watching the messages.
    pub(crate) fn is_interactive(&self) -> bool {
        self.interactive
    }

    /// A result, for the next program in the pipe. A closed pipe is no failure.
    ///
    /// # Errors
    /// When standard output can't be written to, a full disk say.
    #[expect(clippy::unused_self, reason = "who may print has a terminal")]
    pub(crate) fn print(&self, text: &str) -> io::Result<()> {
        let mut stdout = io::stdout().lock();
        match stdout.write_all(text.as_bytes()).and_then(|()| stdout.flush()) {
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
            result => result,
        }
    }

    /// A message. One that can't be written is lost: there is nobody to tell.
    #[expect(clippy::unused_self, reason = "who may speak has a terminal")]
    pub(crate) fn say(&self, text: &str) {
        let mut stderr = io::stderr().lock();
        let _ = stderr.write_all(text.as_bytes()).and_then(|()| stderr.write_all(b"\n"));
    }

    /// A message that is left out with `-q`.
    pub(crate) fn note(&self, text: &str) {
        if self.verbosity >= Verbosity::Normal {
            self.say(text);
        }
    }
}
