//! `journal check`: every problem, without writing anything.

use super::args::{Check, CheckFormat};
use super::session::Session;
use super::terminal::Terminal;
use super::{Failure, Outcome, report};

pub(super) fn run(args: &Check, session: &Session, terminal: &Terminal) -> Result<Outcome, Failure> {
    let mut diagnostics = session.problems()?;
    if args.strict {
        diagnostics = report::strict(diagnostics);
    }
    let counts = report::Counts::of(&diagnostics);
    match args.format {
        CheckFormat::Json => terminal.print(&report::json(&diagnostics))?,
        CheckFormat::Text => {
            terminal.print(&report::text(&diagnostics, terminal.has_colour_on_results()))?;
            let entries = session.inputs.entries.len();
            let found = if counts == report::Counts::default() { "no problems".to_owned() } else { counts.words() };
            terminal.note(&format!("{found} in {entries} {}", if entries == 1 { "entry" } else { "entries" }));
        }
    }
    Ok(if counts.errors > 0 { Outcome::Problems } else { Outcome::Fine })
}
