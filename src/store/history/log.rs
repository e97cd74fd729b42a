//! What `git log --raw -z` prints, understood.

use std::collections::BTreeSet;

use crate::history::{Change, Commit, Name};
use crate::model::{SourcePath, parse_date};
use crate::store::discover::is_markdown;

/// How a commit begins: a character that no name has, its name, its parents, the author's day.
pub(super) const FORMAT: &str = "--format=format:%x01%H%x00%P%x00%ad%x00";

/// The commits that were printed, in order. Paths below `way` are told from there; what can't be the path of an entry is
/// left out.
pub(super) fn commits(printed: &[u8], way: &str, boundary: &BTreeSet<Name>) -> Vec<Commit> {
    let mut commits: Vec<Commit> = Vec::new();
    let mut parts = printed.split(|byte| *byte == 0).map(|part| part.strip_prefix(b"\n").unwrap_or(part));
    while let Some(part) = parts.next() {
        if let Some(name) = part.strip_prefix(b"\x01") {
            let name: Name = String::from_utf8_lossy(name).into();
            let parents = String::from_utf8_lossy(parts.next().unwrap_or_default()).into_owned();
            let day = parse_date(&String::from_utf8_lossy(parts.next().unwrap_or_default())).ok();
            commits.push(Commit {
                day: day.filter(|_| !boundary.contains(&name)),
                name,
                parents: parents.split_whitespace().map(Name::from).collect(),
                changes: Vec::new(),
            });
        } else if let Some(change) = part.strip_prefix(b":") {
            let mut words = change.split(|byte| *byte == b' ');
            let (mode, blob, status) = (words.nth(1), words.nth(1), words.next());
            let (Some(mode), Some(blob), Some(status)) = (mode, blob, status) else { continue };
            let path = |part: Option<&[u8]>| {
                let below = std::str::from_utf8(part?).ok()?.strip_prefix(way)?;
                SourcePath::new(below).filter(is_markdown)
            };
            let two = matches!(status.first(), Some(b'R' | b'C'));
            let first = path(parts.next());
            let second = if two { path(parts.next()) } else { None };
            // A file of its own kind: no link, no repository.
            let is_file = mode.starts_with(b"100");
            let blob = is_file.then(|| Name::from(String::from_utf8_lossy(blob)));
            let Some(commit) = commits.last_mut() else { continue };
            let mut changed = |path, from, blob| commit.changes.push(Change { path, from, blob });
            match (first, second) {
                (Some(path), None) if !two => changed(path, None, blob),
                (from, Some(path)) => changed(path, from, blob),
                (Some(path), None) => changed(path, None, None),
                (None, None) => {}
            }
        }
    }
    for commit in &mut commits {
        commit.changes.sort_by(|one, other| one.path.cmp(&other.path));
    }
    commits
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_git_prints_is_understood() {
        let printed = b"\x01aa\0\x002026-03-01\0\n:000000 100644 00 b1 A\0j/a.md\0:000000 120000 00 b2 A\0j/l.md\0\0\
            \x01bb\0aa\x002026-03-02\0\n:100644 100644 b1 b1 R100\0j/a.md\0j/b.md\0:100644 000000 b2 00 D\0j/l.md\0\0\
            \x01cc\0bb aa\x00never\0\n:100644 100644 b1 b3 M\0j/\xff.md\0:100644 100755 b1 b4 M\0j/b.md\0\0\
            \x01dd\0cc\x002026-03-03\0";
        let path = |text: &str| SourcePath::new(text).expect("a path");
        let changed = |name: &str, from: Option<&str>, blob: Option<&str>| Change {
            path: path(name),
            from: from.map(path),
            blob: blob.map(Name::from),
        };
        let commit = |name: &str, parents: &[&str], day: Option<&str>, changes: Vec<Change>| Commit {
            name: name.into(),
            parents: parents.iter().map(|parent| Name::from(*parent)).collect(),
            day: day.and_then(|day| parse_date(day).ok()),
            changes,
        };
        let expected = [
            commit("aa", &[], None, vec![changed("a.md", None, Some("b1")), changed("l.md", None, None)]),
            commit(
                "bb",
                &["aa"],
                Some("2026-03-02"),
                vec![changed("b.md", Some("a.md"), Some("b1")), changed("l.md", None, None)],
            ),
            commit("cc", &["bb", "aa"], None, vec![changed("b.md", None, Some("b4"))]),
            commit("dd", &["cc"], Some("2026-03-03"), Vec::new()),
        ];
        assert_eq!(commits(printed, "j/", &BTreeSet::from([Name::from("aa")])), expected);
    }
}
