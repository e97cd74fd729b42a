//! Workflows that build the journal and publish it, for the services that run them.

/// Who runs a workflow.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Service {
    GitHub,
    GitLab,
    Forgejo,
}

impl Service {
    /// Where the service looks for it, from the top of the repository.
    pub(super) fn path(self) -> &'static str {
        match self {
            Self::GitHub => ".github/workflows/journal.yml",
            Self::GitLab => ".gitlab-ci.yml",
            Self::Forgejo => ".forgejo/workflows/journal.yml",
        }
    }

    /// Its name.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::GitHub => "GitHub",
            Self::GitLab => "GitLab",
            Self::Forgejo => "Forgejo",
        }
    }

    /// The workflow of a journal to which `way` leads from the top of the repository: `a/b/`, or empty.
    pub(super) fn text(self, way: &str) -> String {
        let text = match self {
            Self::GitHub => include_str!("workflows/github.yml"),
            Self::GitLab => include_str!("workflows/gitlab.yml"),
            Self::Forgejo => include_str!("workflows/forgejo.yml"),
        };
        let way = if way.is_empty() { "." } else { way.trim_end_matches('/') };
        // In single quotes everything is itself in YAML, but for the quote, which is doubled.
        text.replace("{{journal}}", &format!("'{}'", way.replace('\'', "''")))
    }
}
