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

/// What lines and bars are drawn with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Signs {
    /// Where the terminal shows UTF-8.
    Unicode,
    /// Elsewhere. What the journal itself says is written as it is.
    Ascii,
}

/// What a result is laid out for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Screen {
    /// Columns, 40 to 100.
    pub(crate) width: usize,
    /// What can be drawn.
    pub(crate) signs: Signs,
    /// Whether there are colours.
    pub(crate) colour: bool,
}

/// Columns where nobody says how many there are.
const USUAL_WIDTH: usize = 80;
/// The longest line that is read with ease, and the shortest that holds anything.
const WIDTHS: (usize, usize) = (40, 100);

/// Where words go.
pub(crate) struct Terminal {
    /// How much is said.
    pub(crate) verbosity: Verbosity,
    /// Whether a terminal may be given colours.
    colour: bool,
    interactive: bool,
}

impl Terminal {
    /// Colours only on a terminal, and never with a non-empty `NO_COLOR` (<https://no-color.org>).
    pub(crate) fn new(verbosity: Verbosity) -> Self {
        let colour = variable("NO_COLOR").is_none() && !is_dumb();
        Self { verbosity, colour, interactive: io::stderr().is_terminal() }
    }

    /// Whether messages may have colour.
    pub(crate) fn has_colour(&self) -> bool {
        self.colour && self.interactive
    }

    /// Whether results may have colour.
    pub(crate) fn has_colour_on_results(&self) -> bool {
        self.colour && io::stdout().is_terminal()
    }

    /// What results are laid out for: the terminal that shows them, or eighty columns where they go elsewhere. `COLUMNS`
    /// goes before both.
    pub(crate) fn screen(&self) -> Screen {
        let wanted = variable("COLUMNS").and_then(|columns| columns.trim().parse().ok()).filter(|width| *width > 0);
        let shown = || {
            let stdout = io::stdout();
            let size = if stdout.is_terminal() { terminal_size::terminal_size_of(stdout) } else { None };
            size.map(|(width, _)| usize::from(width.0)).filter(|width| *width > 0)
        };
        let width = wanted.or_else(shown).unwrap_or(USUAL_WIDTH).clamp(WIDTHS.0, WIDTHS.1);
        let signs = if shows_utf_8() { Signs::Unicode } else { Signs::Ascii };
        Screen { width, signs, colour: self.has_colour_on_results() }
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

/// A variable of the environment; an empty one says nothing.
fn variable(name: &str) -> Option<String> {
    std::env::var_os(name).map(|value| value.to_string_lossy().into_owned()).filter(|value| !value.is_empty())
}

fn is_dumb() -> bool {
    variable("TERM").is_some_and(|term| term == "dumb")
}

/// Whether the locale is one of UTF-8: the first of these variables that is set decides (POSIX, *Environment
/// Variables*). Windows sets none of them, and its terminals show it.
fn shows_utf_8() -> bool {
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().find_map(variable);
    let is_utf_8 = |locale: String| {
        let locale = locale.to_ascii_lowercase();
        locale.contains("utf-8") || locale.contains("utf8")
    };
    !is_dumb() && locale.map_or(cfg!(windows), is_utf_8)
}
