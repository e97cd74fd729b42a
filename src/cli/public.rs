//! `journal check --public`: which files of the journal a build would show to the world, and where.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::args::CheckFormat;
use super::session::{Planning, Session, Show};
use super::terminal::Terminal;
use super::{Failure, Outcome, report};
use crate::model::{OutPath, SourcePath, Visibility};
use crate::pipeline::{Content, Planned};

/// Where a file of the journal shows, and who can find it; nothing is said of that for files that are no entries.
type Shown<'a> = (&'a OutPath, Option<Visibility>);

pub(super) fn run(session: &Session, format: CheckFormat, terminal: &Terminal) -> Result<Outcome, Failure> {
    let Planning { planned, diagnostics, .. } = session.plan()?;
    let shown = shown(&planned);
    if format == CheckFormat::Json {
        terminal.print(&json(&shown))?;
    } else {
        terminal.print(&text(&shown))?;
        let files = report::count(shown.len(), "file", "files");
        let made = (planned.pages.len() + planned.data.len() + planned.files.len()).saturating_sub(shown.len());
        let made = report::count(made, "file is", "files are");
        terminal.note(&format!("{files} of the journal would be public; {made} made beside them"));
    }
    Ok(Session::report(diagnostics, Show::Errors, terminal))
}

/// The files of the journal that can be seen in the site, by path. One that is copied to two places is there once.
fn shown(planned: &Planned) -> BTreeMap<&SourcePath, Shown<'_>> {
    let copies = planned.files.iter().filter_map(|(out, file)| match &file.content {
        Content::Copy(source) => Some((source, (out, None))),
        Content::Bytes(_) | Content::Stored => None,
    });
    let entries = planned.pages.iter().filter_map(|page| {
        let entry = &page.body.as_ref()?.entry;
        Some((&entry.path, (&page.out, Some(entry.visibility))))
    });
    copies.chain(entries).collect()
}

fn text(shown: &BTreeMap<&SourcePath, Shown<'_>>) -> String {
    let width = shown.keys().map(|path| path.as_str().chars().count()).max().unwrap_or(0);
    let line = |(path, (out, visibility)): (&&SourcePath, &Shown<'_>)| {
        let mark = if *visibility == Some(Visibility::Unlisted) { "  (unlisted)" } else { "" };
        report::visible(&format!("{:width$}  {}{mark}", path.as_str(), out.as_str())) + "\n"
    };
    shown.iter().map(line).collect()
}

fn json(shown: &BTreeMap<&SourcePath, Shown<'_>>) -> String {
    let file = |(path, (out, visibility)): (&&SourcePath, &Shown<'_>)| {
        let visibility = visibility.map(Visibility::name);
        json!({ "path": path.as_str(), "file": out.as_str(), "visibility": visibility })
    };
    let files: Vec<Value> = shown.iter().map(file).collect();
    serde_json::to_string_pretty(&json!({ "public": files })).expect("plain values have a JSON form") + "\n"
}
