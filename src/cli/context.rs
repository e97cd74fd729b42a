//! `journal context`: what a page's template is given.

use super::session::Session;
use super::terminal::Terminal;
use super::{Failure, Outcome};
use crate::pipeline;

pub(super) fn run(page: &str, session: &Session, terminal: &Terminal) -> Result<Outcome, Failure> {
    let plan = session.plan()?;
    let wanted = page.trim_start_matches("./").trim_start_matches('/');
    let found = plan.planned.pages.iter().find(|candidate| {
        let path = candidate.body.as_ref().map(|body| body.entry.path.as_str());
        candidate.out.as_str() == wanted || candidate.head.url == wanted || path == Some(wanted)
    });
    let Some(found) = found else {
        let near = plan
            .planned
            .pages
            .iter()
            .map(|page| (strsim::damerau_levenshtein(page.out.as_str(), wanted), page.out.as_str()));
        let near = near.min().map(|(_, near)| format!("; did you mean `{near}`?")).unwrap_or_default();
        return Err(Failure::Usage(format!("there is no page `{page}`{near}")));
    };
    let context = pipeline::context(found, &plan.planned, &plan.understood, &session.inputs);
    let text = serde_json::to_string_pretty(&context).expect("views have a JSON form");
    terminal.print(&format!("{text}\n"))?;
    Ok(Outcome::Fine)
}
