//! For GitHub Actions: workflow commands that become annotations at their lines.
//!
//! The form is that of <https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands>; how
//! values are escaped is told by the runner's own toolkit (`packages/core/src/command.ts` in actions/toolkit).

use std::fmt::Write;

use crate::model::{Diagnostic, Severity};

/// A command for each, on a line of its own. `prefix` leads from the repository's root to the journal and is empty or
/// ends in `/`.
pub(crate) fn github(diagnostics: &[Diagnostic], prefix: &str) -> String {
    diagnostics.iter().map(|diagnostic| command(diagnostic, prefix)).collect()
}

fn command(diagnostic: &Diagnostic, prefix: &str) -> String {
    let name = match diagnostic.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "notice",
    };
    let mut command = format!("::{name} file={}", property(&format!("{prefix}{}", diagnostic.path)));
    if let Some(place) = &diagnostic.place {
        let end = place.column.saturating_add(place.length);
        let _ = write!(command, ",line={},col={},endColumn={end}", place.line, place.column);
    }
    let help = diagnostic.help.as_ref().map_or(String::new(), |help| format!("\nhelp: {help}"));
    let message = message(&format!("{}{help}", diagnostic.message));
    let _ = writeln!(command, ",title={}::{message}", property(diagnostic.code.name()));
    command
}

fn message(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    message(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::super::samples::{bad_date, short_date};
    use super::*;

    #[test]
    fn a_problem_is_one_command_on_one_line() {
        assert_eq!(
            github(&[short_date()], "sub/"),
            "::warning file=sub/plans/novel.md,line=7,col=11,endColumn=19,title=bad-date::\
             `2026-1-5` is not a date%0Ahelp: write `2026-01-05`\n"
        );
    }

    #[test]
    fn nothing_in_a_name_or_message_ends_a_command() {
        let problem = Diagnostic {
            path: "50% a,b: c\r\n::error::.md".into(),
            place: None,
            message: "100%, really: yes\r\n::stop".into(),
            help: None,
            ..bad_date()
        };
        assert_eq!(
            github(&[problem], ""),
            "::error file=50%25 a%2Cb%3A c%0D%0A%3A%3Aerror%3A%3A.md,title=bad-date::100%25, really: yes%0D%0A::stop\n"
        );
    }
}
