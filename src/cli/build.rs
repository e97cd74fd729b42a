//! `journal build`: the site.

use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::args::Build;
use super::session::{Session, Show};
use super::terminal::{Terminal, Verbosity};
use super::{Failure, Outcome, report};
use crate::model::Severity;
use crate::pipeline::{self, Work};
use crate::store;

pub(super) fn run(args: &Build, session: &Session, terminal: &Terminal) -> Result<Outcome, Failure> {
    let started = Instant::now();
    let work = Work::default();
    let site = store::Site::open(&session.root, &session.output, &session.tool)?;
    let previous = site.previous();
    let build = with_bar(session.inputs.entries.len(), &work, terminal, || {
        pipeline::build(&previous, &session.inputs, &work)
    })?;
    let written = site.write(&build, if args.force { store::Foreign::Replace } else { store::Foreign::Refuse })?;

    let strict = |diagnostics| if args.strict { report::strict(diagnostics) } else { diagnostics };
    let diagnostics = strict(build.diagnostics);
    let problems = diagnostics.iter().any(|problem| problem.severity == Severity::Error);
    let outcome = session.report(diagnostics, Show::All, terminal);
    let pages = build.outputs.len();
    terminal.note(&format!(
        "{} built into {} in {}{}",
        super::report::count(pages, "file", "files"),
        session.shown(&session.output),
        seconds(started.elapsed()),
        if problems { ", with problems" } else { "" },
    ));
    if terminal.verbosity == Verbosity::Verbose {
        let count = |number: &std::sync::atomic::AtomicUsize| number.load(Ordering::Relaxed);
        terminal.say(&format!(
            "parsed {}, planned {}, rendered {}, written {}, removed {}",
            count(&work.parsed),
            count(&work.planned),
            count(&work.rendered),
            written.written,
            written.removed,
        ));
    }
    Ok(outcome)
}

fn seconds(elapsed: Duration) -> String {
    match elapsed.as_millis() {
        millis @ 0..1000 => format!("{millis} ms"),
        millis => format!("{}.{} s", millis / 1000, millis % 1000 / 100),
    }
}

/// Runs `build`, and draws a bar beside it when a person is watching and it takes longer than a moment.
fn with_bar<T: Send>(entries: usize, work: &Work, terminal: &Terminal, build: impl FnOnce() -> T + Send) -> T {
    if !terminal.is_interactive() || terminal.verbosity == Verbosity::Quiet {
        return build();
    }
    std::thread::scope(|scope| {
        let building = scope.spawn(build);
        let began = Instant::now();
        let mut bar: Option<ProgressBar> = None;
        while !building.is_finished() {
            std::thread::park_timeout(Duration::from_millis(2));
            if began.elapsed() < Duration::from_secs(1) {
                continue;
            }
            let bar = bar.get_or_insert_with(|| {
                let style = ProgressStyle::with_template("{bar:30} {pos} of {len} {msg}").expect("a fixed template");
                ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr()).with_style(style)
            });
            let (parsed, planned, rendered) = (
                work.parsed.load(Ordering::Relaxed),
                work.planned.load(Ordering::Relaxed),
                work.rendered.load(Ordering::Relaxed),
            );
            let (done, of, what) =
                if planned == 0 { (parsed, entries, "entries read") } else { (rendered, planned, "pages made") };
            bar.set_length(of as u64);
            bar.set_position(done as u64);
            bar.set_message(what);
            std::thread::park_timeout(Duration::from_millis(50));
        }
        if let Some(bar) = bar {
            bar.finish_and_clear();
        }
        match building.join() {
            Ok(built) => built,
            Err(panic) => std::panic::resume_unwind(panic),
        }
    })
}
