//! The site as objects of git: its bytes as they are, for no filter, attribute or line-ending setting of a person is asked.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use super::error::Error;
use super::plumbing::{Plumbing, succeeded, written};
use crate::model::OutPath;
use crate::pipeline::{Content, Output};

/// The name of an object: hexadecimal digits, as many as the repository's hash has.
pub(super) type Id = String;

/// Writes the bytes of a site into the repository. Returns each file's name in git, by path.
pub(super) fn blobs(
    git: &Plumbing,
    root: &Path,
    outputs: &BTreeMap<OutPath, Output>,
) -> Result<BTreeMap<String, Id>, Error> {
    let unread = Cell::new(None);
    let mut command = git.git();
    command.args(["fast-import", "--quiet", "--done"]);
    let output = written(&mut command, |to| {
        for (index, (_, output)) in outputs.iter().enumerate() {
            let number = index + 1;
            let bytes = match bytes(root, output) {
                Ok(bytes) => bytes,
                Err(error) => {
                    // Without the last word of the stream, git keeps nothing of it.
                    unread.set(Some(error));
                    return Ok(());
                }
            };
            write!(to, "blob\nmark :{number}\ndata {}\n", bytes.len())?;
            to.write_all(&bytes)?;
            write!(to, "\nget-mark :{number}\n")?;
        }
        to.write_all(b"done\n")
    })?;
    if let Some(error) = unread.into_inner() {
        return Err(error);
    }
    let ids = succeeded("write the site into the repository", output)?;
    let ids = String::from_utf8_lossy(&ids).into_owned();
    Ok(outputs.keys().map(|out| out.as_str().to_owned()).zip(ids.lines().map(str::to_owned)).collect())
}

fn bytes<'a>(root: &Path, output: &'a Output) -> Result<std::borrow::Cow<'a, [u8]>, Error> {
    let path = match &output.content {
        Content::Bytes(bytes) => return Ok(bytes[..].into()),
        Content::Copy(source) => root.join(source.as_str()),
        // Nothing is stored of a build that was made from nothing.
        Content::Stored => root.to_owned(),
    };
    fs::read(&path).map(Into::into).map_err(|cause| Error::Unread { path, cause })
}

/// Writes the folders of a site, given its files, and returns the one at the top.
pub(super) fn tree(git: &Plumbing, files: &BTreeMap<String, Id>) -> Result<Id, Error> {
    let mut folders = folders(files)?;
    // The deepest first, for a folder is written with the names of those in it.
    let deepest = folders.keys().map(|folder| depth(folder)).max().unwrap_or(0);
    for level in (0..=deepest).rev() {
        let now: Vec<String> = folders.keys().filter(|folder| depth(folder) == level).cloned().collect();
        let listed: Vec<&str> = now.iter().filter_map(|folder| folders.get(folder).map(String::as_str)).collect();
        let ids =
            git.fed("write the folders of the site", ["mktree", "-z", "--batch"], listed.join("\0").as_bytes())?;
        let ids = String::from_utf8_lossy(&ids).into_owned();
        for (folder, id) in now.iter().zip(ids.lines()) {
            if folder.is_empty() {
                return Ok(id.to_owned());
            }
            let (above, name) = folder.rsplit_once('/').unwrap_or(("", folder));
            let _ = write!(folders.entry(above.to_owned()).or_default(), "040000 tree {id}\t{name}\0");
        }
    }
    Err(Error::Git { doing: "write the folders of the site".into(), said: "  it named no folder".into() })
}

/// The lines of `git mktree` for the files of each folder, those above them among them; `""` is the top.
fn folders(files: &BTreeMap<String, Id>) -> Result<BTreeMap<String, String>, Error> {
    let mut folders = BTreeMap::from([(String::new(), String::new())]);
    for (path, id) in files {
        let unfit = |why| Error::Unfit { path: path.clone(), why };
        if path.split('/').any(|part| part.eq_ignore_ascii_case(".git")) {
            return Err(unfit("git keeps its own files under that name"));
        }
        for (end, _) in path.match_indices('/') {
            if files.contains_key(&path[..end]) {
                return Err(unfit("a file has the name of its folder"));
            }
            folders.entry(path[..end].to_owned()).or_default();
        }
        let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
        let _ = write!(folders.entry(folder.to_owned()).or_default(), "100644 blob {id}\t{name}\0");
    }
    Ok(folders)
}

/// How many folders are above what is in `folder`.
fn depth(folder: &str) -> usize {
    if folder.is_empty() { 0 } else { folder.matches('/').count() + 1 }
}

/// What a commit holds: the name of each file in git, by path. Links and submodules are none.
pub(super) fn files(git: &Plumbing, commit: &str) -> Result<BTreeMap<String, Id>, Error> {
    let listed = git.output("read the branch", ["ls-tree", "-r", "-z", "--full-tree", commit])?;
    let file = |entry: &[u8]| {
        let entry = std::str::from_utf8(entry).ok()?;
        let (meta, path) = entry.split_once('\t')?;
        let mut meta = meta.split(' ');
        let is_file = meta.next()?.starts_with("100") && meta.next()? == "blob";
        is_file.then(|| Some((path.to_owned(), meta.next()?.to_owned())))?
    };
    Ok(listed.split(|byte| *byte == 0).filter_map(file).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn listed(paths: &[&str]) -> Result<BTreeMap<String, String>, Error> {
        folders(&paths.iter().map(|path| ((*path).to_owned(), "1".to_owned())).collect())
    }

    #[test]
    fn every_folder_is_listed_with_its_files() {
        let found = listed(&["a/b/c.html", "index.html"]).expect("a site");
        assert_eq!(found.keys().map(String::as_str).collect::<Vec<_>>(), ["", "a", "a/b"]);
        assert_eq!(found["a/b"], "100644 blob 1\tc.html\0");
        assert_eq!(found["a"], "");
        assert_eq!(["", "a", "a/b"].map(depth), [0, 1, 2]);
    }

    #[test]
    fn what_git_could_not_check_out_is_refused() {
        for paths in [["a", "a/b"], ["x/.Git/config", "y"]] {
            assert!(matches!(listed(&paths), Err(Error::Unfit { .. })), "{paths:?}");
        }
    }
}
