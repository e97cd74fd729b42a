//! Where a journal lies in what is under version control.

use std::path::Path;

/// The nearest folder upwards that holds a repository, this one included.
pub(super) fn repository_of(folder: &Path) -> Option<&Path> {
    folder.ancestors().find(|folder| folder.join(".git").exists())
}

/// The way from the root of the repository to the journal `root`, with `/` between its parts and at its end; empty
/// where the two are one. Without a repository it leads from `here`, if the journal is in there.
#[must_use]
pub fn way_to(root: &Path, here: &Path) -> String {
    let (root, here) = (super::real(root), super::real(here));
    let base = repository_of(&root).unwrap_or(&here);
    let way = root.strip_prefix(base).unwrap_or(Path::new(""));
    way.components().flat_map(|part| [part.as_os_str().to_string_lossy(), "/".into()]).collect()
}

#[cfg(test)]
mod tests {
    use std::fs;

    use tempfile::TempDir;

    use super::*;

    #[test]
    fn the_way_leads_from_the_repository_else_from_here() {
        let folder = TempDir::new().expect("a folder");
        let (top, journal) = (folder.path(), folder.path().join("docs/my journal"));
        fs::create_dir_all(&journal).expect("a folder");
        assert_eq!(way_to(&journal, top), "docs/my journal/");
        assert_eq!(way_to(&journal, &journal), "");
        assert_eq!(way_to(&top.join("docs/../docs/my journal/."), &top.join("docs")), "my journal/");
        assert_eq!(way_to(top, &journal), "", "the journal is around the folder one is in");
        fs::create_dir(top.join(".git")).expect("a folder");
        assert_eq!(way_to(&journal, &journal), "docs/my journal/");
        assert_eq!(way_to(top, &journal), "");
    }
}
