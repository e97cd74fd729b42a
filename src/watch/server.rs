//! The answering thread: connections, each with its limits, and what is asked for on them.

use std::io;
use std::net::{TcpListener, ToSocketAddrs};
use std::sync::Arc;
use std::sync::mpsc::Sender;
use std::thread::JoinHandle;
use std::time::Duration;

use axum::body::{Body, to_bytes};
use axum::extract::{Request, State as Extract};
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use serde::de::DeserializeOwned;
use tokio::sync::{Notify, Semaphore};

use super::tick::{Reply, apart, refusal};
use super::{Address, Error, FIRST_PORT, Message, Shared, open, pages, reflection, stream, tick};

/// How many ports are tried when none was asked for.
const PORTS: u16 = 100;
/// How long a request may take to be said.
const PATIENCE: Duration = Duration::from_secs(10);
/// The largest body of a request, in bytes.
const LARGEST_BODY: usize = 64 << 10;
/// How many connections there may be at once, and how many open files are left for all else.
const MOST_CONNECTIONS: usize = 900;
const OTHER_FILES: usize = 96;

/// What every answer says: it is nobody's but this page's, and is kept nowhere.
const EVERY_ANSWER: [(HeaderName, &str); 5] = [
    (header::CACHE_CONTROL, "no-store"),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::X_FRAME_OPTIONS, "SAMEORIGIN"),
    (header::REFERRER_POLICY, "same-origin"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
];

/// Takes the address that was asked for, or the first free port.
pub(super) fn bind(address: &Address) -> Result<TcpListener, Error> {
    let at = |port: u16| {
        let addresses: Vec<_> = (address.host.as_str(), port).to_socket_addrs()?.collect();
        TcpListener::bind(addresses.as_slice())
    };
    let taken = |port: u16| move |cause| Error::Taken { address: format!("{}:{port}", address.host), cause };
    if let Some(port) = address.port {
        return at(port).map_err(taken(port));
    }
    for port in FIRST_PORT..FIRST_PORT + PORTS {
        match at(port) {
            Err(error) if error.kind() == io::ErrorKind::AddrInUse => {}
            result => return result.map_err(taken(port)),
        }
    }
    at(0).map_err(taken(FIRST_PORT))
}

/// The answering thread, while it runs.
pub(super) struct Running {
    stop: Arc<Notify>,
    thread: JoinHandle<()>,
}

impl Running {
    /// Ends it.
    pub(super) fn now(self) {
        self.stop.notify_one();
        let _ = self.thread.join();
    }
}

/// Begins to answer, if there is something to answer with, and to listen to signals: Ctrl-C ends the preview.
pub(super) fn start(serving: Option<(TcpListener, Arc<Shared>)>, sender: Sender<Message>) -> Result<Running, Error> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let stop = Arc::new(Notify::new());
    let stopped = Arc::clone(&stop);
    let work = async move {
        let signals = tokio::spawn(until_signal(sender));
        match serving {
            Some((listener, shared)) => {
                let hub = Arc::clone(&shared);
                tokio::select! {
                    () = serve(listener, shared) => {}
                    () = stopped.notified() => {}
                }
                hub.hub.close();
            }
            None => stopped.notified().await,
        }
        signals.abort();
    };
    let thread = std::thread::Builder::new().name("preview".into()).spawn(move || {
        runtime.block_on(work);
        // A change that is being written is written to its end.
        runtime.shutdown_timeout(PATIENCE);
    })?;
    Ok(Running { stop, thread })
}

/// Tells the building thread to end when the person or the system says so.
async fn until_signal(sender: Sender<Message>) {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        let Ok(mut terminate) = signal(SignalKind::terminate()) else { return };
        tokio::select! {
            _ = tokio::signal::ctrl_c() => {}
            _ = terminate.recv() => {}
        }
    }
    #[cfg(not(unix))]
    {
        let _ = tokio::signal::ctrl_c().await;
    }
    let _ = sender.send(Message::Quit);
}

/// Answers until the end.
async fn serve(listener: TcpListener, shared: Arc<Shared>) {
    let Ok(listener) = listener.set_nonblocking(true).and_then(|()| tokio::net::TcpListener::from_std(listener)) else {
        return;
    };
    let app = router(&shared);
    let slots = Arc::new(Semaphore::new(connections()));
    let hub = Arc::clone(&shared);
    tokio::spawn(async move {
        loop {
            tokio::time::sleep(stream::STILL_HERE).await;
            hub.hub.still_here();
        }
    });
    loop {
        let Ok(slot) = Arc::clone(&slots).acquire_owned().await else { return };
        let Ok((connection, _)) = listener.accept().await else {
            // No file is left to open; when one is, it goes on.
            tokio::time::sleep(Duration::from_millis(50)).await;
            continue;
        };
        // An answer is many small pieces; held together they would come tens of milliseconds late.
        let _ = connection.set_nodelay(true);
        let service = TowerToHyperService::new(app.clone());
        tokio::spawn(async move {
            let mut http = hyper::server::conn::http1::Builder::new();
            http.timer(TokioTimer::new()).header_read_timeout(PATIENCE).max_buf_size(LARGEST_BODY);
            // Who is cut off knows it.
            let _ = http.serve_connection(TokioIo::new(connection), service).await;
            drop(slot);
        });
    }
}

/// How many connections there may be: the files that a program may have open are also those of the journal.
fn connections() -> usize {
    #[cfg(unix)]
    let files = rustix::process::getrlimit(rustix::process::Resource::Nofile).current;
    #[cfg(not(unix))]
    let files = None;
    let files = files.map_or(MOST_CONNECTIONS, |files: u64| usize::try_from(files).unwrap_or(usize::MAX));
    files.saturating_sub(OTHER_FILES).clamp(16, MOST_CONNECTIONS)
}

fn router(shared: &Arc<Shared>) -> Router {
    Router::new()
        .route("/__journal/events", get(events))
        .route("/__journal/preview.js", get(script))
        .route("/__journal/preview.css", get(style))
        .route("/__journal/audience", get(pages::audience))
        .route("/__journal/step", post(step))
        .route("/__journal/undo", post(undo))
        .route("/__journal/reflection", post(reflect))
        .route("/__journal/open", post(opened))
        .fallback(pages::answer)
        .layer(middleware::from_fn_with_state(Arc::clone(shared), guarded))
        .with_state(Arc::clone(shared))
}

/// Turns away who may not ask, and says with every answer whose it is.
async fn guarded(Extract(shared): Extract<Arc<Shared>>, request: Request, next: Next) -> Response {
    let mut response = match shared.guard.check(&request) {
        Ok(()) => next.run(request).await,
        Err(refused) => (StatusCode::FORBIDDEN, format!("{}\n", refused.words())).into_response(),
    };
    for (name, value) in EVERY_ANSWER {
        response.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    response
}

async fn events(Extract(shared): Extract<Arc<Shared>>) -> Response {
    stream::answer(&shared)
}

async fn script() -> Response {
    ([(header::CONTENT_TYPE, "text/javascript; charset=utf-8")], include_str!("preview.js")).into_response()
}

async fn style() -> Response {
    ([(header::CONTENT_TYPE, "text/css; charset=utf-8")], include_str!("preview.css")).into_response()
}

async fn step(Extract(shared): Extract<Arc<Shared>>, request: Request) -> Response {
    changed(shared, request, tick::step).await
}

async fn undo(Extract(shared): Extract<Arc<Shared>>, request: Request) -> Response {
    changed(shared, request, tick::undo).await
}

async fn opened(Extract(shared): Extract<Arc<Shared>>, request: Request) -> Response {
    changed(shared, request, open::open).await
}

async fn reflect(Extract(shared): Extract<Arc<Shared>>, request: Request) -> Response {
    changed(shared, request, reflection::write).await
}

/// What a page asks to be changed, if it may ask and can be understood.
async fn changed<T: DeserializeOwned + Send + 'static>(
    shared: Arc<Shared>,
    request: Request,
    work: fn(&Shared, &T) -> Reply,
) -> Response {
    if let Err(refused) = shared.guard.check_edit(request.headers(), &shared.token) {
        return reply(refusal(StatusCode::FORBIDDEN, refused.words()));
    }
    match asked(request).await {
        Ok(asked) => reply(apart(shared, asked, work).await),
        Err(refused) => reply(refused),
    }
}

fn reply((status, value): Reply) -> Response {
    (status, Json(value)).into_response()
}

/// What the body of a request says.
async fn asked<T: DeserializeOwned>(request: Request<Body>) -> Result<T, Reply> {
    let kind = request.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    if kind.split(';').next().map(str::trim) != Some("application/json") {
        return Err(refusal(StatusCode::UNSUPPORTED_MEDIA_TYPE, "send JSON"));
    }
    let too_large =
        || refusal(StatusCode::PAYLOAD_TOO_LARGE, format!("more than {} KB can't be sent", LARGEST_BODY >> 10));
    let length = request.headers().get(header::CONTENT_LENGTH).and_then(|length| length.to_str().ok()?.parse().ok());
    if length.is_some_and(|length: usize| length > LARGEST_BODY) {
        return Err(too_large());
    }
    let read = tokio::time::timeout(PATIENCE, to_bytes(request.into_body(), LARGEST_BODY)).await;
    let bytes = match read {
        Ok(Ok(bytes)) => bytes,
        Ok(Err(_)) => return Err(too_large()),
        Err(_) => return Err(refusal(StatusCode::REQUEST_TIMEOUT, "the request did not come to its end")),
    };
    serde_json::from_slice(&bytes).map_err(|error| refusal(StatusCode::BAD_REQUEST, format!("not understood: {error}")))
}
