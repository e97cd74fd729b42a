//! What was read is built, put where it is answered from, and told.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;

use super::super::live::{Change, Live};
use super::super::{Built, News};
use super::{Rounds, Told};
use crate::history::History;
use crate::model::{Audience, Diagnostic, Severity, SourcePath};
use crate::pipeline::{self, TextFile, Work};

impl Rounds<'_> {
    /// Builds, and shows what was built.
    pub(super) fn build(&mut self, changed: BTreeSet<SourcePath>, began: Instant) {
        if self.folder.is_some() {
            return self.build_folder(changed, began);
        }
        let work = Work::default();
        self.swap_sources();
        let result = self.live.rebuild(&self.inputs, &work);
        let problems = match &result {
            Ok(_) => self.live.diagnostics().to_vec(),
            Err(failure) => failure.problems(&self.inputs),
        };
        self.swap_sources();
        match result {
            Ok(change) => {
                let files = self.show(change, &changed, &problems, began);
                let count = |number: &AtomicUsize| number.load(Ordering::Relaxed);
                let is_first = !std::mem::replace(&mut self.has_built, true);
                let changed = if is_first { Vec::new() } else { changed.into_iter().collect() };
                let (parsed, rendered) = (count(&work.parsed), count(&work.rendered));
                (self.tell)(News::Built(&Built {
                    is_first,
                    changed,
                    files,
                    parsed,
                    rendered,
                    elapsed: began.elapsed(),
                }));
                self.tell_problems(problems, Told::Problems);
            }
            Err(_) => self.tell_problems(problems, Told::Broken),
        }
    }

    /// Puts what was built where it is answered from, then says so. Returns how many files are other than before.
    fn show(
        &mut self,
        change: Option<Change>,
        changed: &BTreeSet<SourcePath>,
        problems: &[Diagnostic],
        began: Instant,
    ) -> usize {
        let (Some(shared), Some(change)) = (&self.shared, change) else { return 0 };
        let mut state = shared.state_mut();
        let renamed = change.before.as_ref().map(|before| renamed(before.texts(), change.now.texts(), changed));
        let difference = state.writer.apply(&change, &renamed.unwrap_or_default(), problems);
        state.public_is_current = false;
        if difference.files.is_empty() && state.number > 0 {
            return 0;
        }
        state.number += 1;
        let number = state.number;
        drop(state);
        shared.hub.update(number, &difference, began.elapsed());
        difference.files.len()
    }

    /// Makes the site as the public will see it, if it is not of these inputs already.
    pub(super) fn show_public(&mut self) {
        let Some(shared) = self.shared.clone() else { return };
        if shared.state().public_is_current || self.reader.is_none() {
            return;
        }
        let history = self.known_to_the_public();
        let mut live = self.public.take().unwrap_or_else(|| Live::new(self.live.remembered()));
        self.swap_sources();
        let audience = std::mem::replace(&mut self.inputs.audience, Audience::Public);
        let history = std::mem::replace(&mut self.inputs.history, history);
        let result = live.rebuild(&self.inputs, &Work::default());
        self.inputs.audience = audience;
        self.inputs.history = history;
        self.swap_sources();
        self.public = Some(live);
        // Where it can't be built, neither can the other, and there it is told.
        if let Ok(change) = result {
            let mut state = shared.state_mut();
            if let Some(change) = change {
                state.public.apply(&change, &BTreeMap::new(), &[]);
            }
            state.public_is_current = true;
        }
    }

    /// What the journal's versions tell the public; git is asked when that is first wanted.
    fn known_to_the_public(&self) -> Option<Arc<History>> {
        let ask = || self.history(&pipeline::settings(&self.inputs).ok()?, Audience::Public);
        self.public_history.get_or_init(ask).clone()
    }

    /// The same into the output folder.
    fn build_folder(&mut self, changed: BTreeSet<SourcePath>, began: Instant) {
        let Some(mut folder) = self.folder.take() else { return };
        self.swap_sources();
        let result = folder.write(&self.inputs);
        let broken = result.as_ref().err().and_then(|error| error.problems(&self.inputs));
        self.swap_sources();
        self.folder = Some(folder);
        match result {
            Ok((mut built, problems)) => {
                built.is_first = !std::mem::replace(&mut self.has_built, true);
                built.changed = if built.is_first { Vec::new() } else { changed.into_iter().collect() };
                built.elapsed = began.elapsed();
                (self.tell)(News::Built(&built));
                self.tell_problems(problems, Told::Problems);
            }
            Err(error) => match broken {
                Some(problems) => self.tell_problems(problems, Told::Broken),
                None => (self.tell)(News::Note(error.to_string())),
            },
        }
    }

    /// Tells what is wrong, if that is not what was told last.
    pub(super) fn tell_problems(&mut self, problems: Vec<Diagnostic>, how: Told) {
        if let Some(shared) = &self.shared {
            let errors: Vec<Diagnostic> =
                problems.iter().filter(|problem| problem.severity == Severity::Error).cloned().collect();
            let before = std::mem::replace(&mut shared.state_mut().errors, errors.clone());
            if errors != before {
                shared.hub.problems(&errors);
            }
        }
        let told = (how, problems);
        if told == self.told {
            return;
        }
        match how {
            Told::Problems => (self.tell)(News::Problems(&told.1)),
            Told::Broken => (self.tell)(News::Broken(&told.1)),
        }
        self.told = told;
    }

    /// What was read becomes what is built from, and the other way round: it is there once.
    fn swap_sources(&mut self) {
        if let Some(reader) = &mut self.reader {
            std::mem::swap(&mut self.inputs.sources, &mut reader.sources);
        }
    }
}

/// Files that have another path now: one that is gone and one that is new, with the same text, and no third.
fn renamed(
    before: &BTreeMap<SourcePath, TextFile>,
    now: &BTreeMap<SourcePath, TextFile>,
    changed: &BTreeSet<SourcePath>,
) -> BTreeMap<SourcePath, SourcePath> {
    let mut gone: BTreeMap<&str, Vec<&SourcePath>> = BTreeMap::new();
    let mut come: BTreeMap<&str, Vec<&SourcePath>> = BTreeMap::new();
    for path in changed {
        match (before.get(path), now.get(path)) {
            (Some(file), None) => gone.entry(&file.text).or_default().push(path),
            (None, Some(file)) => come.entry(&file.text).or_default().push(path),
            _ => {}
        }
    }
    let pair = |(text, from): (&str, Vec<&SourcePath>)| match (from.as_slice(), come.get(text)?.as_slice()) {
        ([from], [to]) => Some(((*from).clone(), (*to).clone())),
        _ => None,
    };
    gone.into_iter().filter_map(pair).collect()
}
