//! How long a site takes: from nothing, with nothing changed, and with one entry edited, each through the pipeline and
//! the disk as `journal build` does it, over 1,000 and 10,000 generated entries.
//!
//! `cargo bench` prints the median of some rounds; `cargo bench -- --test` runs each once over 100 entries, to see that
//! it runs. `JOURNAL_BENCH_ENTRIES=50000` names another size.

#![allow(unreachable_pub, reason = "what modules of one program share has to be public in them")]
#![expect(clippy::print_stdout, reason = "a bench's result is its output")]
#![expect(clippy::disallowed_methods, reason = "a bench makes its journal on the disk")]

mod corpus;

use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

fn main() {
    let smoke = std::env::args().any(|argument| argument == "--test");
    let sizes: Vec<usize> = match std::env::var("JOURNAL_BENCH_ENTRIES").ok().and_then(|size| size.parse().ok()) {
        _ if smoke => vec![100],
        Some(size) => vec![size],
        None => vec![1_000, 10_000],
    };
    let rounds = if smoke { 1 } else { 5 };
    println!("{:>8}  {:>12}  {:>12}  {:>12}", "entries", "full", "unchanged", "one edit");
    for size in sizes {
        let folder = tempfile::tempdir().expect("a folder");
        let journal = folder.path().join("journal");
        std::fs::create_dir_all(&journal).expect("a folder");
        corpus::write(&journal, size, 7);
        let (mut full, mut unchanged, mut edited) = (Vec::new(), Vec::new(), Vec::new());
        for round in 0..rounds {
            let site = folder.path().join(format!("site-{round}"));
            let _ = std::fs::remove_dir_all(journal.join(".journal"));
            full.push(build(&journal, &site));
            unchanged.push(build(&journal, &site));
            let edit = journal.join("plans/plan-0.md");
            let text = std::fs::read_to_string(&edit).expect("it was written");
            std::fs::write(&edit, format!("{text}\nOne more word, {round}.\n")).expect("it can be");
            edited.push(build(&journal, &site));
        }
        println!("{size:>8}  {:>12.1?}  {:>12.1?}  {:>12.1?}", median(full), median(unchanged), median(edited));
    }
}

/// One build as a process of its own: what a person waits for.
fn build(journal: &Path, site: &Path) -> Duration {
    let began = Instant::now();
    let status = Command::new(env!("CARGO_BIN_EXE_journal"))
        .args(["-q", "build"])
        .arg(journal)
        .arg("-o")
        .arg(site)
        .status()
        .expect("the program starts");
    let took = began.elapsed();
    assert!(status.success(), "the generated journal has no problems");
    took
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}
