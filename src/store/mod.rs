//! The disk: what is read from the journal's folder, what is written to the output folder, what is kept between
//! builds. The only floor with a file system; all above and below it is told what is there as data.
//!
//! - [`read_settings`], then [`read()`]: the folder becomes the parts of [`Inputs`](crate::pipeline::Inputs).
//! - [`history()`]: what git knows of it.
//! - [`Reader`]: the same folder again and again, where only what may have changed is looked at.
//! - [`Site`]: the output folder, held against other builds; [`Site::write`] makes it what was planned.
//! - [`rewrite`]: the one way in which a file that a person wrote is changed; [`mend()`] makes fixes with it.
//! - [`create()`]: the one way in which a new file comes to be among a person's own.
//! - [`publish`]: the site as a commit on a branch, without a work tree.
//! - [`cache`]: what `.journal/` remembers, all of it safe to lose.
#![expect(clippy::disallowed_methods, reason = "this is the floor where files are read and written")]

use std::path::{Component, Path, PathBuf};

mod begin;
pub mod cache;
mod create;
mod discover;
mod disk;
mod edit;
mod error;
mod git;
mod history;
mod ignores;
mod lock;
mod manifest;
mod mend;
mod place;
pub mod publish;
mod read;
mod reader;
mod recalled;
mod repository;
mod site;
mod survey;
mod text;
mod theme;

pub use begin::{Created, create_in_repository, holds_entries, ignore_in_git, make_journal_folder};
pub use create::create;
pub use edit::rewrite;
pub use error::Error;
pub use history::{Mark, history};
pub use mend::mend;
pub use place::output_folder;
pub use read::{Options, check_journal, open_file, read, read_settings, real_folder};
pub use reader::{Difference, Reader};
pub use recalled::Recalled;
pub use repository::way_to;
pub use site::{Foreign, Kept, Report, Site, Written, previous};
pub use theme::has_template;

/// Files that are copied to the site's root.
const STATIC: &str = "static";
/// Templates that go before the built-in ones.
const TEMPLATES: &str = "templates";
/// Where the files of a theme are that are no templates, below `templates/`.
const THEME: &str = "theme/";
/// What is kept between builds.
const CACHE: &str = ".journal";
/// How the names of our own files in an output folder begin.
const RESERVED: &str = ".journal-";

/// `path` without `.` and `..`, by its words alone.
fn plain(path: &Path) -> PathBuf {
    let mut plain = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir if matches!(plain.components().next_back(), Some(Component::Normal(_))) => {
                plain.pop();
            }
            Component::Prefix(_) | Component::RootDir | Component::ParentDir | Component::Normal(_) => plain.push(part),
        }
    }
    plain
}

/// Where `path` really is, as far as it exists already.
fn real(path: &Path) -> PathBuf {
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let known = path.ancestors().find_map(|start| Some((start, start.canonicalize().ok()?)));
    match known {
        Some((start, real)) => plain(&real.join(path.strip_prefix(start).unwrap_or(Path::new("")))),
        None => plain(&path),
    }
}
