//! `journal check`: every problem; with `--fix` those that have one plain answer are mended first.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::args::{Check, CheckFormat, View};
use super::session::Session;
use super::terminal::Terminal;
use super::{Failure, Outcome, report, tell};
use crate::model::{Code, Diagnostic, Digest, Fix, Severity, SourcePath, settings};
use crate::pipeline::{self, Inputs};
use crate::store;

/// A fix can uncover another problem with one plain answer: a line that was no step has fields that were not read.
/// Nobody piles up more of them than this.
const MOST_ROUNDS: usize = 8;

pub(super) fn run(args: &Check, root: &Path, terminal: &Terminal) -> Result<Outcome, Failure> {
    let mut found = found(args, root)?;
    let fixed = if args.fix { fix(args, root, &mut found)? } else { Fixed::default() };
    for (_, error) in &fixed.failures {
        tell(error, terminal);
    }
    if fixed.problems > 0 {
        let problems = report::count(fixed.problems, "problem", "problems");
        let files = report::count(fixed.files.len(), "file", "files");
        terminal.note(&format!("fixed {problems} in {files}"));
    }
    let diagnostics = if args.strict { report::strict(found.diagnostics) } else { found.diagnostics };
    let counts = report::Counts::of(&diagnostics);
    let way = || std::path::absolute(".").map(|here| store::way_to(root, &here)).map_err(Failure::Terminal);
    match args.format {
        CheckFormat::Json => terminal.print(&report::json(&diagnostics, fixed.problems))?,
        CheckFormat::Sarif => terminal.print(&report::sarif(&diagnostics, &way()?))?,
        CheckFormat::Github => terminal.print(&report::github(&diagnostics, &way()?))?,
        CheckFormat::Text => {
            terminal.print(&report::text(&diagnostics, terminal.has_colour_on_results()))?;
            let words = if counts == report::Counts::default() { "no problems".to_owned() } else { counts.words() };
            terminal.note(&format!("{words} in {}", report::count(found.entries, "entry", "entries")));
        }
    }
    Ok(if counts.errors > 0 || !fixed.failures.is_empty() { Outcome::Problems } else { Outcome::Fine })
}

/// What is wrong with a journal.
struct Found {
    /// Sorted.
    diagnostics: Vec<Diagnostic>,
    /// How many entries were looked at.
    entries: usize,
    /// What each file held that was looked at.
    digests: BTreeMap<SourcePath, Digest>,
}

/// All problems, those of settings and templates among them. Private entries are looked at, too: what is checked leaves
/// no trace anywhere.
fn found(args: &Check, root: &Path) -> Result<Found, Failure> {
    let settings_path = settings::path();
    // Read before the session does: if it changes in between, its digest fits no fix.
    let settings = match store::read_settings(root) {
        Err(store::Error::NotUtf8 { offset, line, column, .. }) => {
            let message = format!("the file is not UTF-8: byte {offset} (line {line}, column {column})");
            let problem = Diagnostic::of_file(Code::NotUtf8, Severity::Error, &settings_path, message);
            let diagnostics = vec![problem.help("save it as UTF-8 in your editor")];
            return Ok(Found { diagnostics, entries: 0, digests: BTreeMap::new() });
        }
        settings => settings?,
    };
    let mut digests: BTreeMap<SourcePath, Digest> =
        settings.into_iter().map(|file| (settings_path.clone(), file.digest)).collect();
    let view = View { private: true, today: args.source.view.today };
    let session = match Session::open(root.to_owned(), &view, None, None) {
        Err(Failure::Pipeline(pipeline::Failure::Settings(diagnostics))) => {
            return Ok(Found { diagnostics, entries: 0, digests });
        }
        session => session?,
    };
    digests.extend(session.inputs.sources.entries.iter().map(|(path, file)| (path.clone(), file.digest)));
    let diagnostics = match session.problems() {
        Err(Failure::Pipeline(failure @ pipeline::Failure::Template(_))) => {
            beside_template(session.inputs.clone(), &failure)?
        }
        diagnostics => diagnostics?,
    };
    Ok(Found { diagnostics, entries: session.inputs.sources.entries.len(), digests })
}

/// A broken template, and every problem that has nothing to do with templates.
fn beside_template(mut inputs: Inputs, failure: &pipeline::Failure) -> Result<Vec<Diagnostic>, Failure> {
    let problems = failure.problems(&inputs);
    inputs.sources.templates.retain(|name, _| name.starts_with("languages/"));
    inputs.sources.theme.clear();
    let build = pipeline::build(&pipeline::Build::empty(), &inputs, &pipeline::Work::default())?;
    let mut diagnostics = build.diagnostics;
    // That the journal's templates are not there was not its doing.
    diagnostics.retain(|diagnostic| diagnostic.code != Code::UnknownTemplate);
    diagnostics.extend(problems);
    diagnostics.sort();
    Ok(diagnostics)
}

/// What `--fix` did.
#[derive(Default)]
struct Fixed {
    problems: usize,
    files: BTreeSet<SourcePath>,
    /// Files that could not be changed, and why.
    failures: Vec<(SourcePath, Failure)>,
}

/// Makes every fix there is, and looks again at what is left.
fn fix(args: &Check, root: &Path, found: &mut Found) -> Result<Fixed, Failure> {
    let mut fixed = Fixed::default();
    for _ in 0..MOST_ROUNDS {
        let before = fixed.problems;
        for (path, fixes) in fixes(&found.diagnostics) {
            let digest = found.digests.get(&path).filter(|_| fixed.failures.iter().all(|(failed, _)| *failed != path));
            let Some(digest) = digest else { continue };
            match store::mend(root, &path, *digest, &fixes) {
                Ok(0) => {}
                Ok(made) => {
                    fixed.problems += made;
                    fixed.files.insert(path);
                }
                Err(error) => fixed.failures.push((path, error.into())),
            }
        }
        if fixed.problems == before {
            break;
        }
        *found = self::found(args, root)?;
    }
    // A file that two paths lead to was mended through the other.
    let left = fixes(&found.diagnostics);
    fixed.failures.retain(|(path, _)| left.contains_key(path));
    Ok(fixed)
}

/// The fixes of each file.
fn fixes(diagnostics: &[Diagnostic]) -> BTreeMap<SourcePath, Vec<Fix>> {
    let mut fixes: BTreeMap<SourcePath, Vec<Fix>> = BTreeMap::new();
    for diagnostic in diagnostics {
        if let (Some(path), Some(fix)) = (SourcePath::new(&diagnostic.path), &diagnostic.fix) {
            fixes.entry(path).or_default().push(fix.clone());
        }
    }
    fixes
}
