//! The site that is being shown, drafted and not made: pages are made when they are asked for. There is one way to a
//! site, here as everywhere: [`Draft`] from the inputs, for which the draft before is a cache.

use std::sync::Arc;

use crate::model::Diagnostic;
use crate::parse;
use crate::pipeline::{Bodies, Documents, Draft, Failure, Inputs, Recall, Work};

/// The last draft that could be made.
pub(super) struct Live {
    draft: Option<Arc<Draft>>,
    /// What was parsed before the first.
    remembered: Arc<dyn Recall>,
}

/// A draft, and the one before it.
pub(super) struct Change {
    pub(super) before: Option<Arc<Draft>>,
    pub(super) now: Arc<Draft>,
}

impl Live {
    /// Before the first draft; what is `remembered` is not parsed again.
    pub(super) fn new(remembered: Arc<dyn Recall>) -> Self {
        Self { draft: None, remembered }
    }

    /// Drafts the site of `inputs`; none if they are those of the last one.
    ///
    /// # Errors
    /// When the settings or a template are broken; then the last draft stays.
    pub(super) fn rebuild(&mut self, inputs: &Inputs, work: &Work) -> Result<Option<Change>, Failure> {
        let now = match &self.draft {
            Some(draft) => draft.next(inputs, work)?,
            None => Some(Draft::new(&*self.remembered, inputs, Bodies::Dropped, work)?),
        };
        let Some(now) = now else { return Ok(None) };
        // The program's own templates fail on no page; one of the journal's may fail on any, and then this draft is
        // not to be seen.
        if !inputs.sources.templates.is_empty() {
            now.tried(self.draft.as_deref(), work)?;
        }
        let now = Arc::new(now);
        let before = self.draft.replace(Arc::clone(&now));
        if before.is_none() {
            parse::forget_syntaxes();
        }
        // From now on the draft knows it.
        self.remembered = Arc::new(Documents::new());
        Ok(Some(Change { before, now }))
    }

    /// What is wrong in the journal, sorted.
    pub(super) fn diagnostics(&self) -> &[Diagnostic] {
        self.draft.as_ref().map_or(&[], |draft| draft.diagnostics())
    }

    /// What was parsed for the last draft.
    pub(super) fn remembered(&self) -> Arc<dyn Recall> {
        match &self.draft {
            Some(draft) => Arc::clone(draft) as Arc<dyn Recall>,
            None => Arc::clone(&self.remembered),
        }
    }
}
