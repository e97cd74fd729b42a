//! The live preview: the folder is listened to, built again after each save, and shown in a browser.
//!
//! Two threads. One (`rounds`) hears what changed, reads it and drafts the site, by the same
//! [`Draft`](crate::pipeline::Draft) that a build writes; the other (`server`) answers from the last draft that could be
//! made, and makes a page when it is asked for. What only the preview has (a script, a token, who wrote what) is put into its answers and is
//! never part of a build.
//!
//! - `events`: what the system says, as paths to look at. `rounds`: one settled burst of saves, one build.
//! - `live`, `served`: the draft, and what is answered from it.
//! - `server`, `guard`, `pages`, `files`, `stream`: connections, who may ask, what is answered.
//! - `open`: a file is opened in the editor.
//! - `tick`, `reflection`: what a page may change in the journal, each through the one way of `store`.
//! - `folder`: the output folder instead of a server.
#![expect(clippy::disallowed_methods, reason = "this floor lives in time: it knows when today ends")]

mod events;
mod files;
mod folder;
mod guard;
mod live;
mod open;
mod pages;
mod reflection;
mod rounds;
mod served;
mod server;
mod stream;
mod tick;

use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::mpsc::{self, Sender};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock};
use std::time::Duration;

use crate::model::{Audience, Date, Diagnostic, SourcePath};
use crate::store;
use served::Served;

/// What is to be shown, and where.
#[derive(Debug)]
pub struct Options {
    /// The journal's folder.
    pub root: PathBuf,
    /// `--today` or `JOURNAL_TODAY`.
    pub today: Option<Date>,
    /// Stands for the running tool, for what it remembers.
    pub tool_key: String,
    /// Where the site goes.
    pub target: Target,
}

/// Where the site goes.
#[derive(Debug)]
pub enum Target {
    /// To whoever asks at an address.
    Server(Address),
    /// Into the output folder, for this audience.
    Folder(Audience),
}

/// Where to answer.
#[derive(Debug)]
pub struct Address {
    /// A name or address of this machine.
    pub host: String,
    /// The port, if one was asked for; else the first free one from [`FIRST_PORT`] on.
    pub port: Option<u16>,
    /// Whether pages may change the journal though others than this machine can see them.
    pub allow_edit: bool,
}

/// Where the preview is when nothing else is asked for.
pub const FIRST_PORT: u16 = 4848;

/// What happened, for whoever started it.
#[derive(Debug)]
pub enum News<'a> {
    /// The site can be seen.
    Serving {
        /// Its address, ending in `/`.
        url: String,
        /// Others than this machine can see it.
        is_open: bool,
    },
    /// A build was made.
    Built(&'a Built),
    /// What is wrong in the journal, when that is other than before; nothing when all is well again.
    Problems(&'a [Diagnostic]),
    /// There was no build; why, as problems. The last good site stays.
    Broken(&'a [Diagnostic]),
    /// Something about the world: the folder is gone, say.
    Note(String),
}

/// A build, in figures.
#[derive(Debug, Default)]
pub struct Built {
    /// The first of this run.
    pub is_first: bool,
    /// Which files of the journal changed; none for the first build, and where only the day is another.
    pub changed: Vec<SourcePath>,
    /// Files of the site that are other than before.
    pub files: usize,
    /// Entries parsed.
    pub parsed: usize,
    /// Pages rendered.
    pub rendered: usize,
    /// From the first word of a change to the last page that can be seen.
    pub elapsed: Duration,
}

/// Why there is no preview.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The address can't be had.
    #[error("can't answer at {address}: {cause}")]
    Taken {
        /// The address.
        address: String,
        /// What the system said.
        cause: std::io::Error,
    },
    /// The system refuses what every server needs.
    #[error("could not start the preview")]
    System(#[from] std::io::Error),
    /// The disk.
    #[error(transparent)]
    Store(#[from] store::Error),
}

/// What the building thread is told.
enum Message {
    /// Something may have changed.
    Event(notify::Result<notify::Event>),
    /// This file was changed from a page.
    Touched(SourcePath),
    /// Someone wants the site as the public will see it.
    Public(tokio::sync::oneshot::Sender<()>),
    /// The end.
    Quit,
}

/// What both threads know.
struct Shared {
    root: PathBuf,
    /// By which a page of this preview is known; another for each run.
    token: String,
    /// Stands for this run, so that a page knows that it is of another.
    session: String,
    guard: guard::Guard,
    state: RwLock<State>,
    hub: stream::Hub,
    cache: store::cache::Cache,
    /// Changes that were made from a page, so that they can be taken back.
    changes: Mutex<tick::Changes>,
    to_rounds: Sender<Message>,
}

/// What is shown.
#[derive(Clone, Default)]
struct State {
    /// How many builds there were; 0 before the first.
    number: u64,
    /// Everything, private entries marked.
    writer: Served,
    /// The same as the public will see it, made when it is asked for.
    public: Served,
    /// Whether `public` is of the same inputs as `writer`.
    public_is_current: bool,
    /// What is wrong, errors only.
    errors: Vec<Diagnostic>,
}

impl Shared {
    fn state(&self) -> std::sync::RwLockReadGuard<'_, State> {
        self.state.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn state_mut(&self) -> std::sync::RwLockWriteGuard<'_, State> {
        self.state.write().unwrap_or_else(PoisonError::into_inner)
    }

    fn tell_rounds(&self, message: Message) {
        // When the other thread has ended, so will this one.
        let _ = self.to_rounds.send(message);
    }
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Shows the journal until it is told to stop by a signal.
///
/// # Errors
/// When it can't begin. What goes wrong later is told, and mended when the cause is.
pub fn run(options: &Options, tell: &mut dyn FnMut(News<'_>)) -> Result<(), Error> {
    let (sender, messages) = mpsc::channel();
    // What the system says names files as they really are.
    let root = store::real_folder(&options.root)?;
    let cache = store::cache::Cache::new(&root, &options.tool_key);
    let (shared, stop) = match &options.target {
        Target::Server(address) => {
            let listener = server::bind(address)?;
            let here = listener.local_addr()?;
            let shared = Arc::new(Shared {
                root: root.clone(),
                token: secret()?,
                session: secret()?,
                guard: guard::Guard::new(&address.host, here, address.allow_edit),
                state: RwLock::default(),
                hub: stream::Hub::default(),
                cache: cache.clone(),
                changes: Mutex::default(),
                to_rounds: sender.clone(),
            });
            let stop = server::start(Some((listener, Arc::clone(&shared))), sender.clone())?;
            let is_open = !here.ip().is_loopback();
            tell(News::Serving { url: url(&address.host, here), is_open });
            (Some(shared), stop)
        }
        Target::Folder(_) => (None, server::start(None, sender.clone())?),
    };
    let audience = match &options.target {
        Target::Server(_) => Audience::Writer,
        Target::Folder(audience) => *audience,
    };
    let ground = rounds::Ground { root, today: options.today, audience, cache };
    rounds::Rounds::new(ground, shared, sender, tell).run(&messages);
    stop.now();
    Ok(())
}

/// 128 bits that nobody can guess, in hexadecimal.
fn secret() -> Result<String, Error> {
    let bits = getrandom::u64().and_then(|one| Ok((one, getrandom::u64()?))).map_err(std::io::Error::other)?;
    Ok(format!("{:016x}{:016x}", bits.0, bits.1))
}

/// The address to go to. One that means every address of the machine is reached as this machine.
fn url(host: &str, here: SocketAddr) -> String {
    let port = here.port();
    match here {
        _ if here.ip().is_unspecified() => format!("http://localhost:{port}/"),
        SocketAddr::V6(_) if host.contains(':') => format!("http://[{host}]:{port}/"),
        _ => format!("http://{host}:{port}/"),
    }
}
