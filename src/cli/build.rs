//! `journal build`: the site.

use std::path::Path;
use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::args::Build as Args;
use super::session::{Session, Show};
use super::terminal::{Terminal, Verbosity};
use super::{Failure, Outcome, report};
use crate::model::Severity;
use crate::pipeline::{self, Build, Work};
use crate::store::cache::Outputs;
use crate::store::{self, Foreign, Written};

pub(super) fn run(args: &Args, session: &Session, terminal: &Terminal) -> Result<Outcome, Failure> {
    let started = Instant::now();
    let work = Work::default();
    let foreign = if args.force { Foreign::TakeOver } else { Foreign::Refuse };
    let waiting = || terminal.say("another build of this journal is under way; waiting for it to end");
    let mut site = store::Site::open(&session.root, &session.output, foreign, waiting)?;
    let stored = session.cache.outputs(site.folder());
    let kept = site.kept(stored.as_ref());
    let previous = store::previous(stored.as_ref(), &kept, session.remembered().documents);
    let build = with_bar(session.inputs.sources.entries.len(), &work, terminal, || {
        pipeline::build(&previous, &session.inputs, &work)
    })?;
    let written = site.write(&build.outputs, &kept)?;
    remember(session, site.folder(), &build, &written, terminal);
    let written = written.report;

    let strict = |diagnostics| if args.strict { report::strict(diagnostics) } else { diagnostics };
    let diagnostics = strict(build.diagnostics);
    let problems = diagnostics.iter().any(|problem| problem.severity == Severity::Error);
    let outcome = Session::report(diagnostics, Show::All, terminal);
    let pages = build.outputs.len();
    terminal.note(&format!(
        "{} built into {} in {}{}",
        report::count(pages, "file", "files"),
        Session::shown(&session.output),
        seconds(started.elapsed()),
        if problems { ", with problems" } else { "" },
    ));
    if terminal.verbosity == Verbosity::Verbose {
        let count = |number: &std::sync::atomic::AtomicUsize| number.load(Ordering::Relaxed);
        terminal.say(&format!(
            "parsed {}, planned {}, rendered {}, indexed {}, written {}, removed {}",
            count(&work.parsed),
            count(&work.planned),
            count(&work.rendered),
            count(&work.indexed),
            written.written,
            written.removed,
        ));
    }
    Ok(outcome)
}

/// Keeps what saves work next time. A journal on a read-only disk is built all the same.
fn remember(session: &Session, folder: &Path, build: &Build, written: &Written, terminal: &Terminal) {
    let outputs = Outputs::new(build.inputs, build.diagnostics.clone(), written.files.clone());
    let mut saved = session.cache.save_outputs(folder, &outputs);
    if let Some(parsed) = &build.parsed {
        let documents = parsed.iter().map(|(path, (digest, document))| (path, *digest, &**document));
        saved = saved.and(session.cache.save_documents(&session.documents(), documents));
    }
    if let Err(error) = saved {
        terminal.note(&format!("note: nothing is remembered for the next build: {error}"));
    }
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
        building.join().unwrap_or_else(|payload| std::panic::resume_unwind(payload))
    })
}
