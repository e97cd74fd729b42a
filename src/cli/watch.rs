//! `journal watch`: the live preview, told in the terminal.

use std::path::PathBuf;

use super::args::Watch as Args;
use super::session::{self, Session, Show};
use super::terminal::{Terminal, Verbosity};
use super::{Failure, Outcome, report};
use crate::model::Audience;
use crate::watch::{self, Address, Built, FIRST_PORT, News, Options, Target};

pub(super) fn run(args: &Args, root: PathBuf, terminal: &Terminal) -> Result<Outcome, Failure> {
    let target = if args.no_serve {
        Target::Folder(if args.private { Audience::Writer } else { Audience::Public })
    } else {
        Target::Server(Address { host: args.host.clone(), port: args.port, allow_edit: args.allow_edit })
    };
    let today = session::today_override(args.today)?;
    let options = Options { root, today, tool_key: session::tool_key(), target };
    watch::run(&options, &mut |news| tell(&news, args, terminal))?;
    Ok(Outcome::Fine)
}

fn tell(news: &News<'_>, args: &Args, terminal: &Terminal) {
    match news {
        News::Serving { url, is_open } => {
            // Whoever reads the address and goes away has it.
            let _ = terminal.print(&format!("{url}\n"));
            if args.port.is_none() && !url.ends_with(&format!(":{FIRST_PORT}/")) {
                terminal.note(&format!("port {FIRST_PORT} is taken, so it is another"));
            }
            if *is_open {
                terminal.say("others can see this preview, and all private entries in it");
            }
            terminal.note("shown while you write; Ctrl-C ends it");
            if args.open
                && let Err(error) = open::that_detached(url)
            {
                terminal.say(&format!("could not open the browser: {error}"));
            }
        }
        News::Built(built) => terminal.note(&line(built, terminal.verbosity)),
        News::Problems([]) => terminal.note("no problems any more"),
        News::Problems(problems) => _ = Session::report(problems.to_vec(), Show::All, terminal),
        News::Broken(problems) => {
            _ = Session::report(problems.to_vec(), Show::Errors, terminal);
            terminal.note("the last good site stays as it is");
        }
        News::Note(words) => terminal.say(words),
    }
}

/// `14:02:07  plans/novel.md: 3 files in 12 ms`, and with `-v` how much work that was.
fn line(built: &Built, verbosity: Verbosity) -> String {
    let Built { is_first, changed, files, parsed, rendered, elapsed } = built;
    let what = match changed.as_slice() {
        [] if *is_first => "built".to_owned(),
        [] => "a new day".to_owned(),
        [one] => one.as_str().to_owned(),
        [one, more @ ..] => format!("{one} and {} more", more.len()),
    };
    let files = report::count(*files, "file", "files");
    let work = if verbosity == Verbosity::Verbose {
        format!(" (parsed {parsed}, rendered {rendered})")
    } else {
        String::new()
    };
    let what = report::one_line(&what);
    format!("{}  {what}: {files} in {} ms{work}", clock(), elapsed.as_millis())
}

/// The time of day, for whoever looks back at what happened.
#[expect(clippy::disallowed_methods, reason = "the clock enters in cli")]
fn clock() -> String {
    let time = jiff::Zoned::now().time();
    format!("{:02}:{:02}:{:02}", time.hour(), time.minute(), time.second())
}

impl From<watch::Error> for Failure {
    fn from(error: watch::Error) -> Self {
        match error {
            watch::Error::Taken { .. } => {
                Self::Usage(format!("{error}; choose another with `--port`, or leave it out for the next free one"))
            }
            watch::Error::Store(error) => Self::Store(error),
            watch::Error::System(cause) => Self::Preview(cause),
        }
    }
}
