//! Where a site may be: not around the journal, not where it is read from, not in a folder of somebody else's files.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use super::discover::is_markdown;
use super::{CACHE, Error, Foreign, RESERVED, STATIC, TEMPLATES};
use crate::model::{Settings, SourcePath};

/// What a folder may hold and still count as empty: what a system, git or a host puts there.
const HARMLESS: [&str; 4] = [".DS_Store", ".git", ".gitignore", ".gitkeep"];

/// The output folder: `chosen` (`-o`) as it is, else that of the settings, which is meant relative to the journal.
#[must_use]
pub fn output_folder(root: &Path, settings: &Settings, chosen: Option<&Path>) -> PathBuf {
    chosen.map_or_else(|| root.join(&settings.output), Path::to_owned)
}

/// That a site in `folder` would neither hold the journal `root` nor be read for it.
pub(super) fn check(root: &Path, folder: &Path) -> Result<(), Error> {
    if root.starts_with(folder) {
        return Err(Error::OutputAroundJournal { output: folder.to_owned() });
    }
    for part in [STATIC, TEMPLATES, CACHE, ".git"] {
        if folder.starts_with(root.join(part)) {
            return Err(Error::OutputInSources { output: folder.to_owned(), folder: part });
        }
    }
    Ok(())
}

/// That a folder without a manifest has nothing in it that could be taken for a part of the site.
pub(super) fn check_unlisted(root: &Path, folder: &Path, foreign: Foreign) -> Result<(), Error> {
    let items = match fs::read_dir(folder) {
        Ok(items) => items,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(Error::io("list", folder)(error)),
    };
    let mut names = Vec::new();
    for item in items {
        let name = item.map_err(Error::io("list", folder))?.file_name().to_string_lossy().into_owned();
        if !HARMLESS.contains(&name.as_str()) && !name.starts_with(RESERVED) {
            names.push(name);
        }
    }
    if folder.starts_with(root)
        && let Some(entry) = first_entry(folder)
    {
        return Err(Error::OutputHoldsEntries { output: folder.to_owned(), entry });
    }
    if names.is_empty() || foreign == Foreign::TakeOver {
        return Ok(());
    }
    Err(Error::foreign(folder, names))
}

/// A Markdown file in `folder`, other than the `README.md` that a published branch may have.
fn first_entry(folder: &Path) -> Option<String> {
    let files = WalkDir::new(folder).follow_links(false).sort_by_file_name().into_iter().filter_map(Result::ok);
    let paths = files.filter(|item| item.file_type().is_file()).filter_map(|item| {
        let within = item.path().strip_prefix(folder).ok()?.to_str()?.replace('\\', "/");
        SourcePath::new(&within)
    });
    let entry = paths.filter(is_markdown).find(|path| path.as_str() != "README.md");
    entry.map(|path| path.as_str().to_owned())
}
