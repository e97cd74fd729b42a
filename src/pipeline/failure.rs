//! Why there is no build, and how that is told as a problem of the journal.

use std::fmt;

use super::Inputs;
use crate::model::{Code, Diagnostic, Severity, Spot};
use crate::parse::place_of;
use crate::render;

/// Why there is no build.
#[derive(Debug)]
pub enum Failure {
    /// `journal.yaml` is broken; what is wrong with it.
    Settings(Vec<Diagnostic>),
    /// A template is broken.
    Template(render::Error),
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Settings(_) => f.write_str("`journal.yaml` is broken"),
            Self::Template(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for Failure {}

impl From<render::Error> for Failure {
    fn from(error: render::Error) -> Self {
        Self::Template(error)
    }
}

impl Failure {
    /// The same as problems, with the lines that they are about; `inputs` are those that could not be built.
    #[must_use]
    pub fn problems(&self, inputs: &Inputs) -> Vec<Diagnostic> {
        match self {
            Self::Settings(problems) => problems.clone(),
            Self::Template(error) => vec![bad_template(error, inputs)],
        }
    }
}

fn bad_template(error: &render::Error, inputs: &Inputs) -> Diagnostic {
    let own = inputs.sources.templates.get(error.template());
    let number = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    let spot = error.place().map(|(line, column)| Spot { line: number(line), column: number(column), length: 1 });
    Diagnostic {
        code: Code::BadTemplate,
        severity: Severity::Error,
        path: own.map_or_else(|| "templates".into(), |_| format!("templates/{}", error.template())),
        place: own.and_then(|file| Some(place_of(&file.text, spot?))),
        // What is wrong with a template of the program's own, one of the journal's made it so.
        message: if own.is_some() { error.message() } else { error.to_string() },
        help: Some("`journal context` prints what a page's template is given".into()),
        fix: None,
    }
}
