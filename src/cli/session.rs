//! A journal on disk, read for one command: where it is, what is in it, and how problems are told.

use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use super::args::View;
use super::report;
use super::terminal::{Terminal, Verbosity};
use super::{Failure, Outcome};
use crate::model::{Audience, Date, Diagnostic, Severity, settings};
use crate::pipeline::{self, Bodies, Build, Inputs, Planned, Sources, Understood, Work};
use crate::store::{
    self,
    cache::{Cache, Documents},
};

/// A journal, read.
pub(super) struct Session {
    pub(super) root: PathBuf,
    pub(super) inputs: Inputs,
    pub(super) cache: Cache,
    documents: OnceLock<Arc<Documents>>,
    /// The output folder.
    pub(super) output: PathBuf,
}

/// What a command that ends before rendering works on.
pub(super) struct Planning {
    pub(super) understood: Understood,
    pub(super) planned: Planned,
    /// What is wrong in the journal.
    pub(super) diagnostics: Vec<Diagnostic>,
}

/// Which problems are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Show {
    /// All of them.
    All,
    /// Errors only: the command's result is not about problems.
    Errors,
}

impl Session {
    /// For a command that promises to change no file of the journal's folder, not even what is kept between runs.
    pub(super) fn look(root: PathBuf, view: &View, base_url: Option<String>) -> Result<Self, Failure> {
        let cache = Cache::new(&root, &tool_key()).read_only();
        Self::read(root, view, None, base_url, cache)
    }

    /// What git tells is kept for the next time.
    pub(super) fn open(
        root: PathBuf,
        view: &View,
        output: Option<&Path>,
        base_url: Option<String>,
    ) -> Result<Self, Failure> {
        let cache = Cache::new(&root, &tool_key());
        Self::read(root, view, output, base_url, cache)
    }

    fn read(
        root: PathBuf,
        view: &View,
        output: Option<&Path>,
        base_url: Option<String>,
        cache: Cache,
    ) -> Result<Self, Failure> {
        let settings_file = store::read_settings(&root)?;
        let mut inputs = Inputs {
            settings: settings_file,
            sources: Sources::default(),
            today: this_day(),
            today_override: today_override(view.today)?,
            audience: if view.private { Audience::Writer } else { Audience::Public },
            base_url,
            history: None,
        };
        let settings = pipeline::settings(&inputs)?;
        let output = store::output_folder(&root, &settings, output);
        let options = store::Options { output: Some(output.clone()) };
        inputs.sources = store::read(&root, &settings, &options)?;
        inputs.history = store::history(&root, &settings, inputs.audience, &cache).map(Arc::new);
        Ok(Self { root, inputs, cache, documents: OnceLock::new(), output })
    }

    /// A build that knows only what was parsed before.
    pub(super) fn remembered(&self) -> Build {
        Build { documents: Arc::new(store::Recalled(self.documents())), ..Build::empty() }
    }

    /// What was parsed before; read when it is first asked for.
    pub(super) fn documents(&self) -> Arc<Documents> {
        Arc::clone(self.documents.get_or_init(|| Arc::new(self.cache.documents())))
    }

    /// What the journal says, without a site.
    pub(super) fn understood(&self) -> Result<Understood, Failure> {
        Ok(pipeline::understand(&*self.remembered().documents, &self.inputs, Bodies::Dropped, &Work::default())?)
    }

    /// The site, planned and not rendered.
    pub(super) fn plan(&self) -> Result<Planning, Failure> {
        let understood = self.understood()?;
        let renderer = pipeline::renderer(&self.inputs, &understood.language)?;
        let planned = pipeline::plan(&understood, &self.inputs, &renderer);
        let mut diagnostics = pipeline::problems(&understood, &self.inputs);
        diagnostics.extend_from_slice(&planned.found);
        Ok(Planning { understood, planned, diagnostics })
    }

    /// Everything that is wrong with the journal, sorted: private entries are looked at, too, and every page is
    /// rendered, for a template may fail on one of them only.
    pub(super) fn problems(&self) -> Result<Vec<Diagnostic>, Failure> {
        let build = pipeline::build(&self.remembered(), &self.inputs, &Work::default())?;
        Ok(build.diagnostics)
    }

    /// Tells problems, and whether there are any that matter.
    pub(super) fn report(mut diagnostics: Vec<Diagnostic>, show: Show, terminal: &Terminal) -> Outcome {
        diagnostics.sort();
        let shown = |problem: &Diagnostic| match problem.severity {
            Severity::Error => true,
            Severity::Warning => show == Show::All,
            Severity::Note => show == Show::All && terminal.verbosity == Verbosity::Verbose,
        };
        let errors = diagnostics.iter().any(|problem| problem.severity == Severity::Error);
        diagnostics.retain(|problem| {
            shown(problem) && (terminal.verbosity > Verbosity::Quiet || problem.severity < Severity::Note)
        });
        if !diagnostics.is_empty() {
            terminal.say(report::text(&diagnostics, terminal.has_colour()).trim_end());
            terminal.note(&format!("\n{}", report::Counts::of(&diagnostics).words()));
        }
        if errors { Outcome::Problems } else { Outcome::Fine }
    }

    /// A folder as a person would write it from here.
    pub(super) fn shown(folder: &Path) -> String {
        let here = std::path::absolute(".").ok();
        let short = here.and_then(|here| folder.strip_prefix(here).ok().map(Path::to_owned));
        short.filter(|path| !path.as_os_str().is_empty()).unwrap_or_else(|| folder.to_owned()).display().to_string()
    }
}

/// The journal's folder: the one that was named, else the nearest upwards with a `journal.yaml`, else this one.
pub(super) fn root(chosen: Option<&Path>, argument: Option<&Path>) -> Result<PathBuf, Failure> {
    let named = match (chosen, argument) {
        (Some(folder), Some(below)) => Some(folder.join(below)),
        (Some(folder), None) | (None, Some(folder)) => Some(folder.to_owned()),
        (None, None) => None,
    };
    if let Some(folder) = named {
        return if folder.is_dir() {
            Ok(folder)
        } else {
            Err(Failure::Usage(format!("there is no folder `{}`", folder.display())))
        };
    }
    let here = std::path::absolute(".").map_err(Failure::Terminal)?;
    let found = here.ancestors().find(|folder| folder.join(settings::FILE).is_file());
    Ok(found.map_or_else(|| here.clone(), Path::to_owned))
}

/// The day that everything is to be reckoned for, whatever the settings say: `--today`, else `JOURNAL_TODAY`.
pub(super) fn today_override(chosen: Option<Date>) -> Result<Option<Date>, Failure> {
    chosen.map_or_else(today_in_environment, |day| Ok(Some(day)))
}

/// `JOURNAL_TODAY`; an empty one says nothing.
#[expect(clippy::disallowed_methods, reason = "the environment enters here")]
fn today_in_environment() -> Result<Option<Date>, Failure> {
    let text = std::env::var("JOURNAL_TODAY").unwrap_or_default();
    if text.is_empty() {
        return Ok(None);
    }
    let wrong = |_| Failure::Usage(format!("`JOURNAL_TODAY` is not a day: `{text}`; write it as YYYY-MM-DD"));
    crate::model::parse_date(&text).map(Some).map_err(wrong)
}

/// This day, where the person is.
#[expect(clippy::disallowed_methods, reason = "the clock is read here and nowhere else")]
pub(super) fn this_day() -> Date {
    jiff::Zoned::now().date()
}

/// Stands for this very program: while it is being developed, its version is not enough.
pub(super) fn tool_key() -> String {
    let program = std::env::current_exe().ok().and_then(|path| path.metadata().ok());
    let changed = program.as_ref().and_then(|file| file.modified().ok());
    let changed = changed.and_then(|time| time.duration_since(std::time::UNIX_EPOCH).ok());
    format!("{} {:?} {:?}", pipeline::TOOL, program.map(|file| file.len()), changed)
}
