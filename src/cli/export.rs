//! `journal export`: everything the journal holds, as data.

use super::session::{Session, Show};
use super::terminal::Terminal;
use super::{Failure, Outcome};

pub(super) fn run(session: &Session, terminal: &Terminal) -> Result<Outcome, Failure> {
    let plan = session.plan()?;
    let json = plan.planned.export.to_json();
    terminal.print(&String::from_utf8_lossy(&json))?;
    Ok(Session::report(plan.diagnostics, Show::Errors, terminal))
}
