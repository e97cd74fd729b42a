//! Arguments in, exit code out.

use std::process::ExitCode;

/// A build asks for some ten million small pieces of memory, and a preview gives most of them back.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    journal::cli::run(std::env::args_os())
}
