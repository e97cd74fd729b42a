//! `journal check`: every problem, without writing anything.

use super::args::{Check, CheckFormat, View};
use super::session::Session;
use super::terminal::Terminal;
use super::{Failure, Outcome, report};
use crate::model::Diagnostic;
use crate::pipeline;

pub(super) fn run(args: &Check, root: std::path::PathBuf, terminal: &Terminal) -> Result<Outcome, Failure> {
    let (mut diagnostics, entries) = problems(args, root)?;
    if args.strict {
        diagnostics = report::strict(diagnostics);
    }
    let counts = report::Counts::of(&diagnostics);
    match args.format {
        CheckFormat::Json => terminal.print(&report::json(&diagnostics))?,
        CheckFormat::Text => {
            terminal.print(&report::text(&diagnostics, terminal.has_colour_on_results()))?;
            let found = if counts == report::Counts::default() { "no problems".to_owned() } else { counts.words() };
            terminal.note(&format!("{found} in {entries} {}", if entries == 1 { "entry" } else { "entries" }));
        }
    }
    Ok(if counts.errors > 0 { Outcome::Problems } else { Outcome::Fine })
}

/// All problems, those of the settings among them, and how many entries were looked at. Private entries are looked at,
/// too: what is checked leaves no trace anywhere.
fn problems(args: &Check, root: std::path::PathBuf) -> Result<(Vec<Diagnostic>, usize), Failure> {
    let view = View { private: true, today: args.source.view.today };
    let session = match Session::open(root, &view, None, None) {
        Err(Failure::Pipeline(pipeline::Failure::Settings(problems))) => return Ok((problems, 0)),
        session => session?,
    };
    Ok((session.problems()?, session.inputs.entries.len()))
}
