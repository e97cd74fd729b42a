//! `journal done`: a step is ticked in its file.

use std::fmt::Write as _;
use std::io::{self, BufRead, IsTerminal};

use super::args::Done as Args;
use super::find::{self, Found};
use super::session::Session;
use super::terminal::Terminal;
use super::{Failure, Outcome, report};
use crate::model::{Conflict, Edit, Entry, SourcePath, State, line_of};
use crate::parse::{self, Change, Changed, Missed, Refusal, Return};
use crate::pipeline::Understood;
use crate::progress;
use crate::store::{self, cache::Cache};

/// Of many steps that match, so many are listed.
const MOST_LISTED: usize = 20;

pub(super) fn run(args: &Args, session: &Session, terminal: &Terminal) -> Result<Outcome, Failure> {
    let words = args.step.join(" ");
    if args.undo && words.trim().is_empty() {
        return take_back(session, terminal);
    }
    let understood = session.understood()?;
    let entries = understood.published.entries();
    let among: Vec<&Entry> = match &args.plan {
        Some(name) => vec![find::plan(entries, name)?],
        None => entries.iter().map(|entry| &**entry).collect(),
    };
    let state = match (args.undo, args.cancel) {
        (true, _) => State::Open,
        (_, true) => State::Cancelled,
        _ => State::Done,
    };
    let fits = |settled: bool| settled == args.undo;
    let found = find::steps(among.iter().copied(), &words, |step| fits(step.state.is_settled()));
    let Some(step) = (match found.as_slice() {
        [] => return nothing_found(&among, &words, args, terminal),
        [one] => Some(*one),
        several => which(several, &words, terminal)?,
    }) else {
        return Ok(Outcome::Fine);
    };

    let text = session.inputs.sources.entries.get(&step.entry.path).map_or("", |file| &file.text);
    let asked = Change {
        line: step.step.line,
        expected: line_of(text, step.step.line).map(str::to_owned),
        state,
        today: understood.today,
        missed: if args.skip_missed { Missed::Skipped } else { Missed::Kept },
    };
    let mut history = session.cache.changes();
    let last = if args.undo { last_change(&history, &step) } else { None };
    let reverted = last.map(|index| history.remove(index)).map(|(path, edit)| revert(session, &path, &edit));
    let changed = match reverted {
        Some(Ok(changed)) => changed,
        // Without a memory that fits, the box is opened like any other.
        None | Some(Err(Failure::Refused(_))) => make(session, &understood, &step.entry.path, &asked)?,
        Some(Err(failure)) => return Err(failure),
    };
    if !args.undo {
        history.push((step.entry.path.clone(), changed.edit.clone()));
    }
    remember(&session.cache, &history, terminal);
    tell(&step.entry.path, &changed, terminal)?;
    tell_standing(&understood, &step, &changed, terminal);
    Ok(Outcome::Fine)
}

fn nothing_found(among: &[&Entry], words: &str, args: &Args, terminal: &Terminal) -> Result<Outcome, Failure> {
    let otherwise = find::steps(among.iter().copied(), words, |_| true);
    if let [step, ..] = otherwise.as_slice() {
        let state = step.step.state.name().replace('_', " ");
        let since = step.step.fields.done.filter(|_| step.step.state == State::Done);
        let since = since.map(|day| format!(", since {day}")).unwrap_or_default();
        terminal.note(&format!("nothing to do: `{}` is {state}{since} ({})", step.step.plain, step.place()));
        return Ok(Outcome::Fine);
    }
    let place = if args.plan.is_some() { " in that plan" } else { "" };
    Err(Failure::Usage(format!("no step{place} has the words `{words}`; fewer words, or parts of them, may find it")))
}

/// Asks which of several steps is meant, where somebody can answer; none if nobody wants any.
fn which<'a>(found: &[Found<'a>], words: &str, terminal: &Terminal) -> Result<Option<Found<'a>>, Failure> {
    let mut list = String::new();
    let width = found.iter().take(MOST_LISTED).map(|step| step.place().chars().count()).max().unwrap_or(0);
    let asks = io::stdin().is_terminal() && terminal.is_interactive();
    for (number, step) in (1..).zip(found.iter().take(MOST_LISTED)) {
        let number = if asks { format!("{number:>3}") } else { " ".to_owned() };
        let _ = writeln!(list, "{number} {:width$}  {}", step.place(), step.step.plain);
    }
    if found.len() > MOST_LISTED {
        let _ = writeln!(list, "  and {} more", found.len() - MOST_LISTED);
    }
    let many = report::count(found.len(), "step matches", "steps match");
    if !asks {
        let message =
            format!("{many} `{words}`; say more words, `--plan`, or one of these places:\n{}", list.trim_end());
        return Err(Failure::Usage(message));
    }
    terminal.say(&format!("{many} `{words}`:\n{list}Which one? Its number, or nothing for none:"));
    let mut answer = String::new();
    io::stdin().lock().read_line(&mut answer).map_err(Failure::Terminal)?;
    match answer.trim() {
        "" => Ok(None),
        answer => {
            let chosen = answer.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
            let chosen = chosen.and_then(|index| found.get(index)).copied();
            chosen.map(Some).ok_or_else(|| Failure::Usage(format!("`{answer}` is not one of the numbers")))
        }
    }
}

/// The remembered change that made a step what it is.
fn last_change(history: &[(SourcePath, Edit)], step: &Found<'_>) -> Option<usize> {
    history.iter().rposition(|(path, edit)| {
        let last = edit.line + u32::try_from(edit.after.len()).unwrap_or(1) - 1;
        *path == step.entry.path && last == step.step.line
    })
}

fn make(session: &Session, understood: &Understood, path: &SourcePath, asked: &Change) -> Result<Changed, Failure> {
    let mut made = None;
    store::rewrite(&session.root, path, |bytes| {
        let text = text_of(path, bytes)?;
        let changed =
            parse::change(path, text, &understood.settings, asked).map_err(|why| refused(path, asked.line, &why))?;
        let bytes = changed.text.clone().into_bytes();
        made = Some(changed);
        Ok::<_, Failure>(bytes)
    })?;
    made.ok_or_else(|| refused(path, asked.line, &Refusal::NoStep))
}

/// Makes the lines of a file what they were before a change.
fn revert(session: &Session, path: &SourcePath, edit: &Edit) -> Result<Changed, Failure> {
    let inverse = edit.inverse();
    let mut made = None;
    store::rewrite(&session.root, path, |bytes| {
        let text = text_of(path, bytes)?;
        let text =
            inverse.apply(text).map_err(|Conflict { line, found }| refused(path, line, &Refusal::Moved(found)))?;
        let bytes = text.clone().into_bytes();
        made = Some(text);
        Ok::<_, Failure>(bytes)
    })?;
    Ok(Changed { text: made.unwrap_or_default(), edit: inverse, comes_back: Return::No })
}

/// `--undo` without a step.
fn take_back(session: &Session, terminal: &Terminal) -> Result<Outcome, Failure> {
    let mut history = session.cache.changes();
    let Some((path, edit)) = history.pop() else {
        return Err(Failure::Usage("nothing is remembered to undo; name the step: `journal done --undo STEP`".into()));
    };
    let changed = revert(session, &path, &edit)?;
    remember(&session.cache, &history, terminal);
    tell(&path, &changed, terminal)?;
    Ok(Outcome::Fine)
}

fn text_of<'a>(path: &SourcePath, bytes: &'a [u8]) -> Result<&'a str, Failure> {
    std::str::from_utf8(bytes).map_err(|_| Failure::Refused(format!("`{path}` is not UTF-8")))
}

fn refused(path: &SourcePath, line: u32, why: &Refusal) -> Failure {
    Failure::Refused(format!("{path}:{line}: {why}; nothing was changed"))
}

/// A change that can't be remembered is made all the same.
fn remember(cache: &Cache, history: &[(SourcePath, Edit)], terminal: &Terminal) {
    if let Err(error) = cache.save_changes(history) {
        terminal.note(&format!("note: this change can't be undone by itself: {error}"));
    }
}

/// The lines as they are now.
fn tell(path: &SourcePath, changed: &Changed, terminal: &Terminal) -> Result<(), Failure> {
    let lines: Vec<&str> = changed.edit.after.iter().map(|line| line.trim()).collect();
    terminal.print(&format!("{path}:{}\n{}\n", changed.edit.line, report::visible(&lines.join("\n"))))?;
    match changed.comes_back {
        Return::No | Return::Above => {}
        Return::Ended => terminal.note("its rule has ended, so it does not come back"),
        Return::Unclear => terminal.note("one of its dates can't be read, so no next step was written"),
    }
    Ok(())
}

/// How far the plan is now.
fn tell_standing(understood: &Understood, step: &Found<'_>, changed: &Changed, terminal: &Terminal) {
    let parsed = parse::parse(&step.entry.path, &changed.text, &understood.settings, crate::model::Digest::default());
    let Some(entry) = parsed.document.entry.map(|faces| faces.writer) else { return };
    let tally = progress::progress(&entry, &understood.settings).plan;
    if tally.total > 0 {
        let steps = report::count(tally.total as usize, "step", "steps");
        terminal.note(&format!("{}: {} of {steps} done", entry.title, tally.done));
    }
}
