//! `POST /__journal/step` and `/__journal/undo`: a step gets another state in its file, and what was done is taken back.
//!
//! The line is changed by the engine that `journal done` uses, and only while it is the text that the page was made of.

use std::collections::VecDeque;
use std::sync::Arc;

use axum::http::StatusCode;
use serde::Deserialize;
use serde_json::{Value, json};

use super::{Message, Shared, locked};
use crate::model::{Conflict, Edit, SourcePath, State};
use crate::parse::{self, Change, Changed, Missed, Refusal, Return};
use crate::store;

/// How many changes can be taken back.
const MOST_CHANGES: usize = 50;

/// Changes that were made from pages, the newest last.
#[derive(Debug, Default)]
pub(super) struct Changes {
    last: u64,
    made: VecDeque<(u64, SourcePath, Edit)>,
}

impl Changes {
    fn add(&mut self, path: SourcePath, edit: Edit) -> u64 {
        self.last += 1;
        self.made.push_back((self.last, path, edit));
        if self.made.len() > MOST_CHANGES {
            self.made.pop_front();
        }
        self.last
    }
}

/// What a page asks for.
#[derive(Debug, Deserialize)]
pub(super) struct Step {
    path: String,
    line: u32,
    text: String,
    state: String,
}

/// Which change is to be taken back.
#[derive(Debug, Deserialize)]
pub(super) struct Undo {
    undo: u64,
}

/// What a page is told: a status, and words for a person with what else there is to say.
pub(super) type Reply = (StatusCode, Value);

/// Why nothing was changed.
pub(super) fn refusal(status: StatusCode, message: impl Into<String>) -> Reply {
    (status, json!({ "error": message.into() }))
}

/// Why a file stays as it is.
enum Left {
    Refused(Refusal),
    Conflict(Conflict),
    NotText,
    Store(store::Error),
}

impl From<store::Error> for Left {
    fn from(error: store::Error) -> Self {
        Self::Store(error)
    }
}

impl Left {
    fn reply(&self, path: &SourcePath) -> Reply {
        let moved = |found: Option<&str>| {
            let now =
                found.map_or_else(|| "is not there any more".to_owned(), |found| format!("is `{}` now", found.trim()));
            let error = format!("{path} was changed since: the line {now}. Nothing was written");
            (StatusCode::CONFLICT, json!({ "error": error, "found": found }))
        };
        match self {
            Self::Refused(Refusal::Moved(found)) => moved(found.as_deref()),
            Self::Conflict(Conflict { found, .. }) => moved(found.as_deref()),
            Self::Refused(why @ Refusal::NoStep) => refusal(StatusCode::NOT_FOUND, why.to_string()),
            Self::Refused(why @ (Refusal::Already(_) | Refusal::NoSymbol(_))) => {
                refusal(StatusCode::BAD_REQUEST, why.to_string())
            }
            Self::Refused(why @ Refusal::Entangled) => refusal(StatusCode::CONFLICT, why.to_string()),
            Self::NotText => refusal(StatusCode::CONFLICT, format!("{path} is not UTF-8")),
            Self::Store(store::Error::Contested { .. } | store::Error::Changed { .. }) => refusal(
                StatusCode::CONFLICT,
                format!("{path} is being changed by another program; nothing was written"),
            ),
            Self::Store(error) => refusal(StatusCode::CONFLICT, format!("{error}; nothing was written")),
        }
    }
}

/// Gives a step another state.
pub(super) fn step(shared: &Shared, asked: &Step) -> Reply {
    let Some(path) = entry(shared, &asked.path) else {
        return refusal(StatusCode::NOT_FOUND, "there is no such entry in the journal");
    };
    let Some(state) = State::named(&asked.state) else {
        return refusal(StatusCode::BAD_REQUEST, format!("there is no state `{}`", asked.state));
    };
    let Some(shown) = shared.state().writer.draft() else {
        return refusal(StatusCode::CONFLICT, "nothing is built yet");
    };
    let change = Change {
        line: asked.line,
        expected: Some(asked.text.clone()),
        state,
        today: shown.today(),
        missed: Missed::Kept,
    };
    let mut made = None;
    let result = store::rewrite(&shared.root, &path, |bytes| {
        let text = std::str::from_utf8(bytes).map_err(|_| Left::NotText)?;
        let changed = parse::change(&path, text, shown.settings(), &change).map_err(Left::Refused)?;
        let bytes = changed.text.clone().into_bytes();
        made = Some(changed);
        Ok::<_, Left>(bytes)
    });
    match (result, made) {
        (Ok(()), Some(changed)) => told(shared, &path, &changed),
        (Ok(()), None) => Left::Refused(Refusal::NoStep).reply(&path),
        (Err(left), _) => left.reply(&path),
    }
}

/// The change is remembered, and what became of the line is said.
fn told(shared: &Shared, path: &SourcePath, changed: &Changed) -> Reply {
    let edit = &changed.edit;
    shared.tell_rounds(Message::Touched(path.clone()));
    let undo = {
        // One after the other, for each adds to what the last one left.
        let mut made = locked(&shared.changes);
        let mut history = shared.cache.changes();
        history.push((path.clone(), edit.clone()));
        // What can't be remembered can't be taken back in the terminal; here it can.
        let _ = shared.cache.save_changes(&history);
        made.add(path.clone(), edit.clone())
    };
    let line = edit.line + u32::try_from(edit.after.len()).unwrap_or(1) - 1;
    let reply = json!({
        "path": path.as_str(),
        "line": line,
        "text": edit.after.last(),
        "next": (changed.comes_back == Return::Above).then(|| edit.after.first()),
        "undo": undo,
    });
    (StatusCode::OK, reply)
}

/// Makes the lines of a file what they were before a change that was made from a page.
pub(super) fn undo(shared: &Shared, asked: &Undo) -> Reply {
    let mut changes = locked(&shared.changes);
    let Some(at) = changes.made.iter().position(|(number, ..)| *number == asked.undo) else {
        return refusal(StatusCode::NOT_FOUND, "this change can't be taken back any more");
    };
    let (_, path, edit) = changes.made[at].clone();
    let inverse = edit.inverse();
    let result = store::rewrite(&shared.root, &path, |bytes| {
        let text = std::str::from_utf8(bytes).map_err(|_| Left::NotText)?;
        inverse.apply(text).map(String::into_bytes).map_err(Left::Conflict)
    });
    if let Err(left) = result {
        return left.reply(&path);
    }
    changes.made.remove(at);
    let mut history = shared.cache.changes();
    if let Some(at) = history.iter().rposition(|change| *change == (path.clone(), edit.clone())) {
        history.remove(at);
        let _ = shared.cache.save_changes(&history);
    }
    drop(changes);
    shared.tell_rounds(Message::Touched(path.clone()));
    (StatusCode::OK, json!({ "path": path.as_str(), "line": inverse.line, "text": inverse.after.last() }))
}

/// The entry of that path, if the journal has it.
fn entry(shared: &Shared, path: &str) -> Option<SourcePath> {
    let path = SourcePath::new(path)?;
    shared.state().writer.draft()?.texts().contains_key(&path).then_some(path)
}

/// The same for a page's request, on a thread that may wait for the disk.
pub(super) async fn apart<T: Send + 'static>(shared: Arc<Shared>, asked: T, work: fn(&Shared, &T) -> Reply) -> Reply {
    let done = tokio::task::spawn_blocking(move || work(&shared, &asked)).await;
    done.unwrap_or_else(|_| refusal(StatusCode::INTERNAL_SERVER_ERROR, "nothing was written"))
}
