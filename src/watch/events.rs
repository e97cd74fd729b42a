//! What the system says of the journal's folder, as a set of paths to look at.
//!
//! An event says that a path may have changed and nothing more: events get lost, come twice and out of order, and no
//! two editors save alike. Reading files makes events, too; those are dropped, or reading would go on for ever.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::Sender;

use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher, WatcherKind};

use super::Message;

/// Paths that may have changed.
#[derive(Debug, Default)]
pub(super) struct Dirty {
    /// Relative to the journal.
    pub(super) paths: BTreeSet<String>,
    /// Anything may have changed.
    pub(super) all: bool,
    /// Events were lost, or the journal's folder itself is another: what is listened to may not be what is there.
    pub(super) all_is_new: bool,
}

impl Dirty {
    pub(super) fn is_empty(&self) -> bool {
        self.paths.is_empty() && !self.all
    }

    /// Takes up what an event names, below the journal `root`.
    pub(super) fn add(&mut self, event: &Event, root: &Path) {
        if event.need_rescan() {
            (self.all, self.all_is_new) = (true, true);
        }
        if matches!(event.kind, EventKind::Access(_)) {
            return;
        }
        for path in &event.paths {
            match relative(path, root) {
                Some(path) if path.is_empty() => (self.all, self.all_is_new) = (true, true),
                Some(path) if is_noise(&path) => {}
                Some(path) => _ = self.paths.insert(path),
                None => {}
            }
        }
    }
}

/// `path` below `root` with `/` between its parts; where a part is not UTF-8, the folder that it is in.
fn relative(path: &Path, root: &Path) -> Option<String> {
    let mut text = String::new();
    for part in path.strip_prefix(root).ok()?.components() {
        let Some(part) = part.as_os_str().to_str() else { break };
        if !text.is_empty() {
            text.push('/');
        }
        text.push_str(part);
    }
    Some(text)
}

/// Whether a path is of no journal whatever its rules say: what an editor or git keeps for itself.
fn is_noise(path: &str) -> bool {
    let of_git_or_ours = path.split('/').any(|part| matches!(part, ".git" | ".journal"));
    let name = path.rsplit('/').next().unwrap_or(path);
    of_git_or_ours
        || name.ends_with('~')
        || name.starts_with(".#")
        || name.rsplit_once('.').is_some_and(|(_, ending)| ending == "swp")
        || name == "4913"
}

/// The system's word about the folders of a journal.
pub(super) struct Watch {
    root: PathBuf,
    sender: Sender<Message>,
    watcher: Option<RecommendedWatcher>,
    /// Folders that are listened to, relative to the journal.
    followed: BTreeSet<String>,
    /// Why it can't be relied on, if it can't: then the folder is looked through again and again.
    pub(super) deaf: Option<String>,
}

impl Watch {
    /// Listens to nothing yet. `root` is where the journal really is.
    pub(super) fn new(root: &Path, sender: Sender<Message>) -> Self {
        let mut watch = Self { root: root.to_owned(), sender, watcher: None, followed: BTreeSet::new(), deaf: None };
        watch.start();
        watch
    }

    /// Begins anew, as is needed when the folder itself was another for a while.
    pub(super) fn start(&mut self) {
        let sender = self.sender.clone();
        let tell = move |event| {
            let _ = sender.send(Message::Event(event));
        };
        self.followed.clear();
        self.deaf = None;
        match notify::recommended_watcher(tell) {
            Ok(watcher) => self.watcher = Some(watcher),
            Err(error) => self.give_up(&error),
        }
    }

    /// Listens to these folders, relative to the journal; says which of them it did not listen to before. What happened
    /// in those until now was not heard.
    pub(super) fn follow(&mut self, folders: &BTreeSet<String>) -> BTreeSet<String> {
        // Where one watch takes in everything below it, it is enough.
        let each = RecommendedWatcher::kind() == WatcherKind::Inotify;
        let (wanted, mode) = if each {
            (folders.clone(), RecursiveMode::NonRecursive)
        } else {
            (BTreeSet::from([String::new()]), RecursiveMode::Recursive)
        };
        let new: BTreeSet<String> = wanted.difference(&self.followed).cloned().collect();
        for folder in &new {
            let Some(watcher) = &mut self.watcher else { return BTreeSet::new() };
            match watcher.watch(&self.root.join(folder), mode) {
                Ok(()) => {}
                // It is gone again, and that is told by the folder that it was in.
                Err(error) if is_absence(&error) => {}
                Err(error) => {
                    self.give_up(&error);
                    return BTreeSet::new();
                }
            }
        }
        self.followed = wanted;
        new
    }

    /// Folders at these paths and below may be others than those that are listened to.
    pub(super) fn forget(&mut self, paths: &BTreeSet<String>) {
        let is_below = |folder: &str, path: &str| {
            folder.strip_prefix(path).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        };
        self.followed.retain(|folder| !paths.iter().any(|path| is_below(folder, path)));
    }

    /// The system will not, or not for all folders.
    pub(super) fn give_up(&mut self, error: &notify::Error) {
        let why = match &error.kind {
            notify::ErrorKind::MaxFilesWatch => {
                "the system listens to no more folders (raise fs.inotify.max_user_watches)".to_owned()
            }
            notify::ErrorKind::Io(cause) if cause.raw_os_error() == Some(TOO_MANY_OPEN) => {
                "the system has no listener left (raise fs.inotify.max_user_instances)".to_owned()
            }
            _ => format!("the system does not tell of changes ({error})"),
        };
        self.deaf = Some(why);
        self.watcher = None;
        self.followed.clear();
    }
}

/// `EMFILE`: what `inotify_init` says when the person has too many instances.
const TOO_MANY_OPEN: i32 = 24;

fn is_absence(error: &notify::Error) -> bool {
    match &error.kind {
        notify::ErrorKind::PathNotFound => true,
        notify::ErrorKind::Io(cause) => {
            matches!(
                cause.kind(),
                std::io::ErrorKind::NotFound | std::io::ErrorKind::NotADirectory | std::io::ErrorKind::PermissionDenied
            )
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use notify::event::{AccessKind, CreateKind, Flag};

    use super::*;

    fn dirty(events: &[Event]) -> Dirty {
        let mut dirty = Dirty::default();
        for event in events {
            dirty.add(event, Path::new("/j"));
        }
        dirty
    }

    fn created(path: &str) -> Event {
        Event::new(EventKind::Create(CreateKind::Any)).add_path(path.into())
    }

    #[test]
    fn an_event_names_paths_and_reading_names_none() {
        let read = Event::new(EventKind::Access(AccessKind::Any)).add_path("/j/a.md".into());
        assert!(dirty(&[read]).is_empty());
        let all = [created("/j/plans/a.md"), created("/elsewhere/b.md"), created("/j/.a.md.swp"), created("/j/a.md~")];
        let all = dirty(&all);
        assert_eq!((all.paths, all.all), (BTreeSet::from(["plans/a.md".to_owned()]), false));
        assert!(dirty(&[created("/j/.git/index.lock"), created("/j/plans/.#a.md")]).is_empty());
    }

    #[test]
    fn lost_events_and_the_folder_itself_make_everything_dirty() {
        assert!(dirty(&[Event::new(EventKind::Other).set_flag(Flag::Rescan)]).all);
        assert!(dirty(&[created("/j")]).all);
    }

    #[cfg(unix)]
    #[test]
    fn for_a_name_that_is_no_text_its_folder_is_looked_at() {
        use std::os::unix::ffi::OsStrExt;
        let path = Path::new("/j/plans").join(std::ffi::OsStr::from_bytes(b"\xff.md"));
        assert_eq!(relative(&path, Path::new("/j")).as_deref(), Some("plans"));
    }
}
