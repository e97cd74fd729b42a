//! The building thread: a burst of saves settles, what may have changed is read, the site is built and shown.

mod building;

use std::cell::OnceCell;
use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender};
use std::time::{Duration, Instant, SystemTime};

use super::events::{Dirty, Watch};
use super::folder::Folder;
use super::live::Live;
use super::{Message, News, Shared};
use crate::history::History;
use crate::model::{Audience, Code, Date, Diagnostic, Settings, Severity, SourcePath, settings};
use crate::pipeline::{self, Inputs, Sources, TextFile};
use crate::store::{self, Difference, Reader, cache::Cache};

/// How long nothing must happen before what was saved is read. A file that is emptied and then written makes two
/// events, a millisecond apart; a person sees nothing of this.
const QUIET: Duration = Duration::from_millis(12);
/// A burst that does not end is read in between.
const LONGEST_BURST: Duration = Duration::from_millis(400);
/// How often a folder that is gone is looked for.
const LOOKING: Duration = Duration::from_millis(500);

/// What is built, and for whom.
pub(super) struct Ground {
    /// Where the journal really is.
    pub(super) root: PathBuf,
    /// The day to reckon for, if it is fixed.
    pub(super) today: Option<Date>,
    pub(super) audience: Audience,
    pub(super) cache: Cache,
}

/// How problems are told: with a build, or because there is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Told {
    Problems,
    Broken,
}

/// One build after the other.
pub(super) struct Rounds<'a> {
    root: PathBuf,
    inputs: Inputs,
    reader: Option<Reader>,
    watch: Watch,
    live: Live,
    public: Option<Live>,
    /// Whether there was a first round.
    has_begun: bool,
    /// Whether there was a build already.
    has_built: bool,
    /// What was told last, and how.
    told: (Told, Vec<Diagnostic>),
    /// Why nothing can be read, if nothing can.
    lost: Option<String>,
    /// The commit that `inputs.history` is of, and what the public may know of it, where that was asked for.
    mark: Option<store::Mark>,
    public_history: OnceCell<Option<Arc<History>>>,
    cache: Cache,
    /// When the whole folder is looked through next, and how long that took last time.
    next_scan: Instant,
    shared: Option<Arc<Shared>>,
    folder: Option<Folder>,
    tell: &'a mut dyn FnMut(News<'_>),
}

impl<'a> Rounds<'a> {
    /// Nothing is read yet. What is built goes to `shared`, or without it into the output folder.
    pub(super) fn new(
        ground: Ground,
        shared: Option<Arc<Shared>>,
        sender: Sender<Message>,
        tell: &'a mut dyn FnMut(News<'_>),
    ) -> Self {
        let Ground { root, today: today_override, audience, cache } = ground;
        let documents = Arc::new(store::Recalled(Arc::new(cache.documents())));
        let folder = if shared.is_none() { Some(Folder::new(&root, cache.clone())) } else { None };
        Self {
            watch: Watch::new(&root, sender),
            root,
            inputs: Inputs {
                settings: None,
                sources: Sources::default(),
                today: today(),
                today_override,
                audience,
                base_url: None,
                history: None,
            },
            reader: None,
            live: Live::new(documents),
            public: None,
            has_begun: false,
            has_built: false,
            told: (Told::Problems, Vec::new()),
            lost: None,
            mark: None,
            public_history: OnceCell::new(),
            cache,
            next_scan: Instant::now(),
            shared,
            folder,
            tell,
        }
    }

    /// Builds until it is told to quit.
    pub(super) fn run(mut self, messages: &Receiver<Message>) {
        self.round(Dirty { all: true, ..Dirty::default() }, Instant::now());
        while let Some((dirty, began)) = self.next(messages) {
            self.round(dirty, began);
        }
    }

    /// Waits until something may have changed and has settled; none at the end.
    fn next(&mut self, messages: &Receiver<Message>) -> Option<(Dirty, Instant)> {
        loop {
            let mut dirty = Dirty::default();
            let mut waiting = Vec::new();
            let patience = self.next_scan.saturating_duration_since(Instant::now()).min(until_tomorrow());
            match messages.recv_timeout(patience) {
                Ok(message) => self.take(message, &mut dirty, &mut waiting)?,
                Err(RecvTimeoutError::Timeout) => dirty.all = true,
                Err(RecvTimeoutError::Disconnected) => return None,
            }
            let began = Instant::now();
            while !dirty.is_empty() && began.elapsed() < LONGEST_BURST {
                match messages.recv_timeout(QUIET) {
                    Ok(message) => self.take(message, &mut dirty, &mut waiting)?,
                    Err(_) => break,
                }
            }
            if !waiting.is_empty() {
                if !dirty.is_empty() {
                    self.round(std::mem::take(&mut dirty), began);
                }
                self.show_public();
                for waiting in waiting {
                    let _ = waiting.send(());
                }
            }
            if today() != self.inputs.today {
                dirty.all = true;
            }
            if !dirty.is_empty() {
                return Some((dirty, began));
            }
        }
    }

    /// Takes up one message; none if it is the last.
    fn take(
        &mut self,
        message: Message,
        dirty: &mut Dirty,
        waiting: &mut Vec<tokio::sync::oneshot::Sender<()>>,
    ) -> Option<()> {
        match message {
            Message::Event(Ok(event)) => dirty.add(&event, &self.root),
            Message::Event(Err(error)) => {
                self.watch.give_up(&error);
                dirty.all = true;
            }
            Message::Touched(path) => _ = dirty.paths.insert(path.as_str().to_owned()),
            Message::Public(reply) => waiting.push(reply),
            Message::Quit => return None,
        }
        Some(())
    }

    /// Reads what may have changed, and shows what comes of it.
    fn round(&mut self, dirty: Dirty, began: Instant) {
        let scanning = Instant::now();
        let is_scan = dirty.all;
        let was_lost = self.lost.is_some();
        let day = std::mem::replace(&mut self.inputs.today, today());
        let read = self.read(dirty);
        let cost = scanning.elapsed();
        match read {
            Ok(difference) => {
                if self.lost.take().is_some() {
                    (self.tell)(News::Note("the journal can be read again".into()));
                }
                let is_other = self.look_back(&difference.files);
                if was_lost || !self.has_begun || is_other || !difference.is_empty() || day != self.inputs.today {
                    self.has_begun = true;
                    self.build(difference.files, began);
                }
            }
            Err(error) => self.lose(&error),
        }
        if is_scan {
            self.next_scan = Instant::now() + self.pause_after(cost);
        }
    }

    /// Asks git again where another commit is checked out, or the settings are others. Whether that was so.
    fn look_back(&mut self, changed: &BTreeSet<SourcePath>) -> bool {
        let mark = store::Mark::of(&self.root);
        if self.mark.as_ref() == Some(&mark) && !changed.iter().any(|path| *path == settings::path()) {
            return false;
        }
        // While the settings can't be understood, what is known stays.
        let Ok(settings) = pipeline::settings(&self.inputs) else { return false };
        self.mark = Some(mark);
        self.public_history = OnceCell::new();
        let before = self.inputs.history.take().map(|history| history.digest());
        self.inputs.history = self.history(&settings, self.inputs.audience);
        before != self.inputs.history.as_ref().map(|history| history.digest())
    }

    fn history(&self, settings: &Settings, audience: Audience) -> Option<Arc<History>> {
        store::history(&self.root, settings, audience, &self.cache).map(Arc::new)
    }

    /// How long until the whole folder is looked through again, when that takes this long: so that it is a thousandth
    /// of the time where the system tells of changes, for it may miss one, and a twentieth where it does not.
    fn pause_after(&self, cost: Duration) -> Duration {
        let (share, least, most) = if self.lost.is_some() {
            (1, LOOKING, LOOKING)
        } else if self.watch.deaf.is_some() {
            (20, Duration::from_millis(200), Duration::from_secs(5))
        } else {
            (1000, Duration::from_secs(10), Duration::from_mins(5))
        };
        (cost * share).clamp(least, most)
    }

    /// The folder can't be read: what was there last stays, until it is back.
    fn lose(&mut self, error: &store::Error) {
        let cause = std::error::Error::source(error).map(|cause| format!(": {cause}")).unwrap_or_default();
        let why = format!("{error}{cause}");
        self.next_scan = Instant::now() + LOOKING;
        if self.lost.as_ref() == Some(&why) {
            return;
        }
        let problem = Diagnostic {
            code: Code::Unreadable,
            severity: Severity::Error,
            path: ".".into(),
            place: None,
            message: why.clone(),
            help: Some("the site stays as it was; it is built again when the journal can be read".into()),
            fix: None,
        };
        self.lost = Some(why);
        self.tell_problems(vec![problem], Told::Broken);
    }

    /// Reads what may have changed, and says which files did. While there are no settings that can be understood, nothing
    /// is read but they.
    fn read(&mut self, mut dirty: Dirty) -> Result<Difference, store::Error> {
        let now = SystemTime::now();
        let mut difference = Difference::default();
        if dirty.all || dirty.paths.contains(settings::FILE) {
            store::check_journal(&self.root)?;
            let file = store::read_settings(&self.root)?;
            let digest = |file: &Option<TextFile>| file.as_ref().map(|file| file.digest);
            if digest(&file) != digest(&self.inputs.settings) {
                difference.files.insert(settings::path());
                self.inputs.settings = file;
            }
        }
        if dirty.all_is_new || self.lost.is_some() {
            // What was listened to may be another folder by now.
            self.watch.start();
        }
        let settings = pipeline::settings(&self.inputs);
        match (&mut self.reader, settings) {
            (Some(reader), Ok(settings)) => dirty.all |= reader.go_by(&settings),
            // They are broken now: the folder is read as it was.
            (Some(_), Err(_)) => {}
            (None, Ok(settings)) => {
                let reader = Reader::open(&self.root, &settings, &store::Options::default(), now)?;
                difference.files.extend(reader.sources.entries.keys().cloned());
                self.reader = Some(reader);
                // It was read just now.
                dirty = Dirty::default();
            }
            (None, Err(_)) => {
                self.watch.follow(&BTreeSet::from([String::new()]));
                return Ok(difference);
            }
        }
        let Some(reader) = &mut self.reader else { return Ok(difference) };
        if dirty.all {
            difference.extend(reader.rescan(now)?);
        } else {
            self.watch.forget(&dirty.paths);
            difference.extend(reader.update(&dirty.paths, now)?);
        }
        let was_deaf = self.watch.deaf.is_some();
        loop {
            // What was saved in a folder before it was listened to was not heard.
            let new = self.watch.follow(reader.folders());
            if new.is_empty() {
                break;
            }
            difference.extend(reader.update(&new, now)?);
        }
        if let Some(why) = self.watch.deaf.as_ref().filter(|_| !was_deaf || !self.has_begun) {
            (self.tell)(News::Note(format!("{why}; the folder is looked through again and again instead")));
        }
        Ok(difference)
    }
}

/// How long this day lasts still.
fn until_tomorrow() -> Duration {
    let now = jiff::Zoned::now();
    let tomorrow = now.tomorrow().and_then(|tomorrow| tomorrow.start_of_day());
    // Where the calendar ends, so does everything else.
    tomorrow.map_or(Duration::MAX, |tomorrow| now.duration_until(&tomorrow).unsigned_abs())
}

/// This day, where the person is.
fn today() -> Date {
    jiff::Zoned::now().date()
}
