//! What can be typed. The doc comments are the help; completions and the manual come from the same definition.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::model::{Date, parse_date};

/// Turn a folder of Markdown plans and reflections into a progress site
///
/// A plan breaks a big goal into small steps with checkpoints; a reflection is a dated entry: what happened, how it
/// feels, what next. Write both in any editor, then build the site.
#[derive(Debug, Parser)]
#[command(name = "journal", version, max_term_width = 100, arg_required_else_help = true)]
pub(crate) struct Cli {
    /// The journal's folder [default: the nearest folder upwards with a journal.yaml, else this one]
    #[arg(short = 'C', value_name = "DIR", global = true)]
    pub(crate) directory: Option<PathBuf>,

    /// Say nothing but problems
    #[arg(short, long, global = true, conflicts_with = "verbose")]
    pub(crate) quiet: bool,

    /// Say how much work was done
    #[arg(short, long, global = true)]
    pub(crate) verbose: bool,

    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Begin a journal
    ///
    /// Makes settings, a plan, a reflection and a page to begin with, and has git leave the site out. Nothing that is
    /// there is touched. A folder that holds Markdown, such as an Obsidian vault, gets settings only: it is read as it is.
    Init(Init),

    /// Make the site
    ///
    /// Only pages whose content changed are made again. Problems in the journal are shown all at once; the exit status
    /// is 0 when there is none, 1 when there is an error, and 2 for wrong usage.
    Build(Build),

    /// Show the site in a browser while you write
    ///
    /// Builds the site in memory, serves it on this machine, and shows every save at once. Private entries are shown, too,
    /// and marked. Errors are shown over the last good page until they are mended. Ctrl-C ends it.
    Watch(Watch),

    /// Show every problem
    ///
    /// Nothing is written, but with --fix. Entries, settings and templates are looked at, private ones too. The exit
    /// status is 1 when there is an error, and with --strict when there is a warning.
    Check(Check),

    /// Tick a step in its file, and add the date
    ///
    /// Exactly one line of the file changes: the box, and the done date in the spelling that the line uses already. A
    /// recurring step gets its next line above. When several steps match, you are asked which, or they are listed.
    Done(Done),

    /// Show where the plans stand
    ///
    /// All plans under way with their steps, the next small steps, checkpoints near today, what waits, and the plans that
    /// rest; or one plan at length. The terminal is the writer's own: private entries and private steps are shown, and
    /// marked `private`. Nothing is written.
    Status(Status),

    /// Print everything the journal holds as JSON
    ///
    /// The same as journal.json in the site: plans with their steps, checkpoints and progress, reflections, pages, tags.
    Export(Export),

    /// Build the site and commit it to a branch
    ///
    /// The branch is made if need be, and pushed. Nothing else changes: not the work tree, not the index, not the branch
    /// you are on, not the output folder. What becomes public that was not before is shown first, and you are asked.
    /// Private entries and private text are never part of it, and with an error in the journal nothing is published.
    Publish(Publish),

    /// Print what a page's template is given, for theme authors
    Context(Context),

    /// List the built-in templates, or copy some to change them
    Theme(Theme),
}

/// Which journal, and for which day.
#[derive(Debug, Args)]
pub(crate) struct Source {
    /// The journal's folder
    #[arg(value_name = "DIR")]
    pub(crate) journal: Option<PathBuf>,

    #[command(flatten)]
    pub(crate) view: View,
}

/// For which day, and for whom.
#[derive(Debug, Args)]
pub(crate) struct View {
    /// The day to reckon for, YYYY-MM-DD [default: `JOURNAL_TODAY`, else `today` in journal.yaml, else this day]
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub(crate) today: Option<Date>,

    /// Show private entries and private text, marked as such
    #[arg(long)]
    pub(crate) private: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Init {
    /// The folder that becomes a journal; made if need be [default: this one]
    #[arg(value_name = "DIR")]
    pub(crate) journal: Option<PathBuf>,

    /// Add a workflow that publishes the site on GitHub Pages, on each push and each morning
    #[arg(long)]
    pub(crate) github: bool,

    /// The same for GitLab Pages
    #[arg(long)]
    pub(crate) gitlab: bool,

    /// The same for Forgejo, such as Codeberg: it commits the site to the branch `pages`
    #[arg(long)]
    pub(crate) forgejo: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Build {
    #[command(flatten)]
    pub(crate) source: Source,

    /// Where the site goes [default: `output` in journal.yaml, else site]
    #[arg(short, long, value_name = "DIR")]
    pub(crate) output: Option<PathBuf>,

    /// Treat warnings as errors
    #[arg(long)]
    pub(crate) strict: bool,

    /// Where the site will be, for full addresses [default: `base_url` in journal.yaml]
    #[arg(long, value_name = "URL", value_parser = base_url)]
    pub(crate) base_url: Option<String>,

    /// Write into a folder that holds other files, too; where they are in the way, replace them
    #[arg(long)]
    pub(crate) force: bool,
}

#[derive(Debug, Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of its own on the command line")]
pub(crate) struct Watch {
    /// The journal's folder
    #[arg(value_name = "DIR")]
    pub(crate) journal: Option<PathBuf>,

    /// The port to answer at [default: 4848, or the next free one]
    #[arg(long, value_name = "PORT")]
    pub(crate) port: Option<u16>,

    /// The name or address of this machine to answer at; others can see the site, private entries too, if it is not this
    /// machine alone
    #[arg(long, value_name = "HOST", default_value = "127.0.0.1")]
    pub(crate) host: String,

    /// Let pages change the journal, though others than this machine can see them
    #[arg(long)]
    pub(crate) allow_edit: bool,

    /// Open the browser
    #[arg(long)]
    pub(crate) open: bool,

    /// Write the output folder after each save, as `journal build` does, and serve nothing
    #[arg(long, conflicts_with_all = ["port", "host", "allow_edit", "open"])]
    pub(crate) no_serve: bool,

    /// With --no-serve: write private entries and private text, too, marked as such
    #[arg(long, requires = "no_serve")]
    pub(crate) private: bool,

    /// The day to reckon for, YYYY-MM-DD [default: `JOURNAL_TODAY`, else `today` in journal.yaml, else this day]
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub(crate) today: Option<Date>,
}

#[derive(Debug, Args)]
pub(crate) struct Check {
    #[command(flatten)]
    pub(crate) source: Source,

    /// Treat warnings as errors
    #[arg(long)]
    pub(crate) strict: bool,

    /// How the problems are written
    #[arg(long, value_enum, default_value_t = CheckFormat::Text)]
    pub(crate) format: CheckFormat,

    /// Mend what has one plain answer, in the files themselves, and show what is left
    ///
    /// Only what a problem names is replaced: a date written `2026-1-5`, a rule such as `🔁 weekly`, a box such as
    /// `[x ]`. Nothing is moved or taken away, and every other byte stays. A file that is read-only, or that changed
    /// since it was read, is left alone.
    #[arg(long)]
    pub(crate) fix: bool,

    /// List what a build would make public instead: files of the journal, and where they show; as text or JSON
    #[arg(long, conflicts_with_all = ["fix", "strict", "private"])]
    pub(crate) public: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum CheckFormat {
    /// With the line and a caret, for people
    Text,
    /// One object, for programs
    Json,
    /// SARIF 2.1.0, for code scanning
    Sarif,
    /// Commands that GitHub Actions shows at the lines of a pull request
    Github,
}

#[derive(Debug, Args)]
pub(crate) struct Done {
    /// Words of the step, its id, or its place as in plans/novel.md:12
    #[arg(value_name = "STEP", required_unless_present = "undo")]
    pub(crate) step: Vec<String>,

    /// Only steps of this plan, by its name or path
    #[arg(long, value_name = "PLAN")]
    pub(crate) plan: Option<String>,

    /// Take the tick back; without STEP, undo the last change that this command made
    #[arg(long, conflicts_with = "cancel")]
    pub(crate) undo: bool,

    /// Cancel the step: it leaves the count
    #[arg(long)]
    pub(crate) cancel: bool,

    /// A recurring step that is late comes back on its first day after today, not on the day after the one it had
    #[arg(long)]
    pub(crate) skip_missed: bool,

    /// The day to write, YYYY-MM-DD [default: `JOURNAL_TODAY`, else `today` in journal.yaml, else this day]
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub(crate) today: Option<Date>,
}

#[derive(Debug, Args)]
pub(crate) struct Status {
    /// One plan at length: its file's name, its path, its title, or a part of one of them
    #[arg(value_name = "PLAN")]
    pub(crate) plan: Vec<String>,

    /// Print one object, for programs
    #[arg(long)]
    pub(crate) json: bool,

    /// Show every plan, step and checkpoint: no list is cut short
    #[arg(long, conflicts_with = "json")]
    pub(crate) all: bool,

    /// Leave out what is private, as the site does
    #[arg(long)]
    pub(crate) public: bool,

    /// The day to reckon for, YYYY-MM-DD [default: `JOURNAL_TODAY`, else `today` in journal.yaml, else this day]
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub(crate) today: Option<Date>,
}

#[derive(Debug, Args)]
pub(crate) struct Export {
    #[command(flatten)]
    pub(crate) source: Source,
}

#[derive(Debug, Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of its own on the command line")]
pub(crate) struct Publish {
    /// The branch to commit to
    #[arg(long, value_name = "BRANCH", default_value = "gh-pages")]
    pub(crate) branch: String,

    /// The remote to push to, by its name or address [default: origin, or the only one]
    #[arg(long, value_name = "REMOTE")]
    pub(crate) remote: Option<String>,

    /// The message of the commit [default: Publish the site of DATE]
    #[arg(short, long, value_name = "TEXT")]
    pub(crate) message: Option<String>,

    /// Show what would become public and how many files would change, and do nothing
    #[arg(long)]
    pub(crate) dry_run: bool,

    /// Commit, but push nothing
    #[arg(long)]
    pub(crate) no_push: bool,

    /// Go on without asking
    #[arg(short, long)]
    pub(crate) yes: bool,

    /// Treat warnings as errors
    #[arg(long)]
    pub(crate) strict: bool,

    /// Where the site will be, for full addresses [default: `base_url` in journal.yaml]
    #[arg(long, value_name = "URL", value_parser = base_url)]
    pub(crate) base_url: Option<String>,

    /// The day to reckon for, YYYY-MM-DD [default: `JOURNAL_TODAY`, else `today` in journal.yaml, else this day]
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub(crate) today: Option<Date>,
}

#[derive(Debug, Args)]
pub(crate) struct Context {
    /// The page, by its address or its file: plans/novel.html, plans/novel.md, index.html
    #[arg(value_name = "PAGE")]
    pub(crate) page: String,

    #[command(flatten)]
    pub(crate) view: View,
}

#[derive(Debug, Args)]
pub(crate) struct Theme {
    #[command(subcommand)]
    pub(crate) action: Option<ThemeAction>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum ThemeAction {
    /// List the built-in templates, and which of them the journal overrides (the default)
    List,

    /// Copy built-in templates into the journal's templates/ folder; what is there already stays
    Copy {
        /// Names as `journal theme list` prints them
        #[arg(value_name = "NAME", required_unless_present = "all")]
        names: Vec<String>,

        /// All of them
        #[arg(long, conflicts_with = "names")]
        all: bool,
    },

    /// Print a built-in template
    Show {
        /// A name as `journal theme list` prints it
        #[arg(value_name = "NAME")]
        name: String,
    },
}

fn day(text: &str) -> Result<Date, String> {
    parse_date(text).map_err(|_| "write a day that exists as YYYY-MM-DD".to_owned())
}

fn base_url(text: &str) -> Result<String, String> {
    crate::parse::normal_url(text).ok_or_else(|| "write a full address such as https://example.org/journal/".to_owned())
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_definition_holds_together() {
        Cli::command().debug_assert();
    }

    #[test]
    fn a_base_url_is_full_and_ends_in_a_slash() {
        assert_eq!(base_url("https://example.org/a").as_deref(), Ok("https://example.org/a/"));
        assert_eq!(base_url("http://localhost:1/").as_deref(), Ok("http://localhost:1/"));
        for bad in ["example.org", "https://", "ftp://x/", "https://x/?a", "javascript:alert(1)"] {
            assert!(base_url(bad).is_err(), "{bad}");
        }
    }
}
