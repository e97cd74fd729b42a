//! `journal status`: where the plans stand, in the terminal.
//!
//! The figures and sentences are those of the site; what is here lays them out. `text` is lines and their widths,
//! `bar` a plan's bar, `words` what is said beside it; `parts` are rows and headings, `page` all plans, `plan` one.

mod bar;
mod page;
mod parts;
mod plan;
mod text;
mod words;

use super::args::Status as Args;
use super::find;
use super::session::{Session, Show};
use super::terminal::Terminal;
use super::{Failure, Outcome};
use crate::pipeline;
use crate::site::status::Status;
use parts::Desk;
use words::Words;

pub(super) fn run(args: &Args, session: &Session, terminal: &Terminal) -> Result<Outcome, Failure> {
    let understood = session.understood()?;
    let wanted = args.plan.join(" ");
    let plan = match wanted.trim() {
        "" => None,
        name => Some(find::plan(understood.published.entries(), name)?.path.as_str().to_owned()),
    };
    let (mut status, diagnostics) = pipeline::status(&understood, &session.inputs);
    if let Some(path) = &plan {
        status = status.only(path);
    }
    if args.json {
        terminal.print(&json(&status))?;
    } else {
        let screen = terminal.screen();
        let words = Words { language: &understood.language, today: status.generated_for, signs: screen.signs };
        let desk = Desk { words, screen, all: args.all };
        let lines = match (&plan, status.plans.as_slice()) {
            (None, _) => page::lines(&status, &desk),
            (Some(_), [plan]) => plan::lines(plan, &desk),
            // It has no address; that is among the problems.
            (Some(_), _) => Vec::new(),
        };
        terminal.print(&text::written(&lines, screen))?;
    }
    Ok(Session::report(diagnostics, Show::Errors, terminal))
}

fn json(status: &Status) -> String {
    serde_json::to_string_pretty(status).expect("plain values have a JSON form") + "\n"
}
