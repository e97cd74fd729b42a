//! `journal publish`: the site goes to a branch, and first it is shown what becomes public with it.

use std::collections::BTreeSet;
use std::io::{self, BufRead, IsTerminal};

use serde_json::Value;

use super::args::Publish as Args;
use super::public::{self, Shown};
use super::session::{Planning, Session, Show};
use super::terminal::Terminal;
use super::{Failure, Outcome, report};
use crate::model::{OutPath, SourcePath, Visibility};
use crate::pipeline::{self, Work};
use crate::store::publish::{Branch, Committed, Objects, Target};

/// Of many files that become public, so many are listed.
const MOST_LISTED: usize = 40;
/// What a site says about itself, for programs.
const DATA: &str = "journal.json";

pub(super) fn run(args: &Args, session: &Session, terminal: &Terminal) -> Result<Outcome, Failure> {
    let Planning { understood, planned, diagnostics } = session.plan()?;
    let diagnostics = if args.strict { report::strict(diagnostics) } else { diagnostics };
    if Session::report(diagnostics, Show::All, terminal) == Outcome::Problems {
        terminal.say("error: there are errors in the journal, so nothing was published");
        return Ok(Outcome::Problems);
    }
    let target = Target {
        branch: &args.branch,
        remote: args.remote.as_deref(),
        push: !args.no_push,
        objects: if args.dry_run { Objects::Dropped } else { Objects::Kept },
    };
    let branch = Branch::open(&session.root, &target)?;

    let listed = listed(&branch)?;
    let shown = public::shown(&planned);
    let new = shown.into_iter().filter(|(path, shown)| is_new(path, shown, &branch, listed.as_ref())).collect();
    tell_new(&new, &args.branch, terminal)?;
    if !new.is_empty() && !args.dry_run && !args.yes && !agreed(terminal)? {
        terminal.note("nothing was published");
        return Ok(Outcome::Fine);
    }

    let build = pipeline::build(&session.remembered(), &session.inputs, &Work::default())?;
    let usual = || format!("Publish the site of {}", understood.today);
    let message = args.message.clone().unwrap_or_else(usual);
    let commit = branch.commit(&build.outputs, &message)?;
    if commit.is_new && !args.dry_run {
        branch.publish(&commit)?;
    }
    terminal.note(&ended(args, &branch, &commit));
    Ok(Outcome::Fine)
}

/// The files of the journal that the site on the branch lists; none if that can't be told.
fn listed(branch: &Branch) -> Result<Option<BTreeSet<String>>, Failure> {
    let Some(data) = branch.file(DATA)? else { return Ok(None) };
    let Ok(data) = serde_json::from_slice::<Value>(&data) else { return Ok(None) };
    let lists = ["plans", "reflections", "pages"].into_iter().map(|name| data[name].as_array());
    let entries = lists.collect::<Option<Vec<_>>>();
    let path = |entry: &Value| entry["path"].as_str().map(str::to_owned);
    Ok(entries.map(|lists| lists.into_iter().flatten().filter_map(path).collect()))
}

/// Whether a file was not public before: it is not in the site on the branch, or nothing there leads to it.
fn is_new(path: &SourcePath, shown: &Shown<'_>, branch: &Branch, listed: Option<&BTreeSet<String>>) -> bool {
    let (out, visibility): (&OutPath, _) = *shown;
    let was_listed = || listed.is_none_or(|listed| listed.contains(path.as_str()));
    !branch.has(out) || (visibility == Some(Visibility::Public) && !was_listed())
}

fn tell_new(new: &public::Files<'_>, branch: &str, terminal: &Terminal) -> Result<(), Failure> {
    if new.is_empty() {
        return Ok(());
    }
    let files = report::count(new.len(), "file becomes", "files become");
    terminal.note(&format!("{files} public that the branch `{branch}` does not show yet:"));
    let few = new.iter().take(MOST_LISTED).map(|(path, shown)| (*path, *shown)).collect();
    terminal.print(&public::text(&few))?;
    if new.len() > MOST_LISTED {
        let more = new.len() - MOST_LISTED;
        terminal.note(&format!("and {more} more; `journal check --public` lists all that is public"));
    }
    Ok(())
}

/// Asks whether to go on.
fn agreed(terminal: &Terminal) -> Result<bool, Failure> {
    if !(io::stdin().is_terminal() && terminal.is_interactive()) {
        let message =
            "nobody can be asked here whether to publish that, so nothing was published; say `--yes` to go on";
        return Err(Failure::Usage(message.into()));
    }
    terminal.say("Publish it? y for yes, anything else for no:");
    let mut answer = String::new();
    io::stdin().lock().read_line(&mut answer).map_err(Failure::Terminal)?;
    Ok(matches!(answer.trim().to_lowercase().as_str(), "y" | "yes"))
}

/// What came of it.
fn ended(args: &Args, branch: &Branch, commit: &Committed) -> String {
    let name = &args.branch;
    if !commit.is_new {
        return format!("nothing to publish: `{name}` has this site already");
    }
    let files = report::count(commit.changed, "file", "files");
    let at = commit.short();
    match (branch.remote(), args.dry_run) {
        (Some(remote), true) => {
            format!("{files} would change on `{name}`, and be pushed to `{remote}`; nothing was done")
        }
        (None, true) => format!("{files} would change on `{name}`; nothing was done"),
        (Some(remote), false) => format!("published: {files} changed on `{name}` ({at}), pushed to `{remote}`"),
        (None, false) => format!("committed: {files} changed on `{name}` ({at}), pushed nowhere"),
    }
}
