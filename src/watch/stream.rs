//! `GET /__journal/events`: what happened, for every page that listens (Server-Sent Events).

use std::pin::Pin;
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll};
use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use futures_core::Stream;
use serde_json::{Value, json};
use tokio::sync::mpsc::{self, Receiver, Sender};

use super::served::Difference;
use super::{Shared, locked};
use crate::model::{Diagnostic, OutPath, Told};

/// How many pages may listen at once.
const MOST: usize = 600;
/// A page that is so many events behind has gone to sleep; it hears what it missed when it asks anew.
const BEHIND: usize = 64;
/// How often those that hear nothing are told that there is nothing, so that nobody between takes the line for dead.
pub(super) const STILL_HERE: Duration = Duration::from_secs(15);

/// Everyone who listens.
#[derive(Debug, Default)]
pub(super) struct Hub {
    listeners: Mutex<Vec<Sender<Bytes>>>,
}

impl Hub {
    /// The pages can be asked for by now.
    pub(super) fn update(&self, build: u64, difference: &Difference, elapsed: Duration) {
        let pages: Vec<&str> = difference.files.iter().map(OutPath::as_str).collect();
        let moved = difference.moved.iter().map(|(from, to)| (from.as_str().to_owned(), to.as_str().into()));
        let moved = Value::Object(moved.collect());
        let millis = u64::try_from(elapsed.as_millis()).unwrap_or(u64::MAX);
        self.send(&event("update", &json!({ "build": build, "pages": pages, "ms": millis, "moved": moved })));
    }

    /// What is wrong is this now.
    pub(super) fn problems(&self, errors: &[Diagnostic]) {
        self.send(&problems(errors));
    }

    /// Nothing happened.
    pub(super) fn still_here(&self) {
        self.send(&Bytes::from_static(b": still here\n\n"));
    }

    /// Nobody hears anything from now on.
    pub(super) fn close(&self) {
        locked(&self.listeners).clear();
    }

    fn send(&self, bytes: &Bytes) {
        locked(&self.listeners).retain(|listener| listener.try_send(bytes.clone()).is_ok());
    }

    /// One more who listens; none if there are too many.
    fn listen(&self) -> Option<(Sender<Bytes>, Receiver<Bytes>)> {
        let (sender, receiver) = mpsc::channel(BEHIND);
        let mut listeners = locked(&self.listeners);
        listeners.retain(|listener| !listener.is_closed());
        if listeners.len() >= MOST {
            return None;
        }
        listeners.push(sender.clone());
        Some((sender, receiver))
    }
}

fn event(name: &str, data: &Value) -> Bytes {
    // JSON has no line ends of its own, so it is one line of data.
    format!("event: {name}\ndata: {data}\n\n").into()
}

fn problems(errors: &[Diagnostic]) -> Bytes {
    if errors.is_empty() {
        return event("solved", &json!({}));
    }
    let errors: Vec<Told<'_>> = errors.iter().map(Told::from).collect();
    event("problem", &json!({ "diagnostics": errors }))
}

/// Answers with everything that happens from now on.
pub(super) fn answer(shared: &Arc<Shared>) -> Response {
    let Some((sender, receiver)) = shared.hub.listen() else {
        return (StatusCode::SERVICE_UNAVAILABLE, "too many pages listen already\n").into_response();
    };
    // Between the two an update may be said twice, and none is missed.
    let state = shared.state();
    let hello = json!({ "build": state.number, "session": shared.session });
    let _ = sender.try_send(event("hello", &hello));
    if !state.errors.is_empty() {
        let _ = sender.try_send(problems(&state.errors));
    }
    drop(state);
    let headers = [(header::CONTENT_TYPE, "text/event-stream"), (header::CACHE_CONTROL, "no-store")];
    (headers, Body::from_stream(Listening(receiver))).into_response()
}

/// One who listens.
struct Listening(Receiver<Bytes>);

impl Stream for Listening {
    type Item = Result<Bytes, std::convert::Infallible>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.0.poll_recv(context).map(|bytes| bytes.map(Ok))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_does_not_listen_any_more_is_forgotten() {
        let hub = Hub::default();
        let (_, mut first) = hub.listen().expect("room");
        let (_, second) = hub.listen().expect("room");
        drop(second);
        for _ in 0..=BEHIND {
            hub.still_here();
        }
        assert_eq!(locked(&hub.listeners).len(), 0, "one went, the other fell behind");
        assert_eq!(first.try_recv().ok(), Some(Bytes::from_static(b": still here\n\n")));
    }

    #[test]
    fn there_is_an_end_to_who_may_listen() {
        let hub = Hub::default();
        let all: Vec<_> = std::iter::from_fn(|| hub.listen()).collect();
        assert_eq!(all.len(), MOST);
        drop(all);
        assert!(hub.listen().is_some());
    }
}
