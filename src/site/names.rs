//! Names that hold: what feeds and calendars call a thing by, so that a program that knows it does not take it for
//! another one tomorrow.
//!
//! A name is made of the site's address, if it is known, and of what a person would know the thing by: the entry's
//! file, a step's id or words. Lines, days of the build and the order of files are not in it.

use uuid::Uuid;

use crate::model::Digest;

/// The name of what `parts` lead to, at the site of `base_url` (empty if that is not known).
///
/// A UUID of version 8 (RFC 9562, 5.8) over a digest of the parts. `http` or `https` is no difference.
pub(crate) fn name_of(base_url: &str, parts: &[&str]) -> Uuid {
    let place = base_url.split_once("://").map_or(base_url, |(_, place)| place);
    let mut bytes = Vec::new();
    for part in std::iter::once(&place).chain(parts) {
        // With its length before it, `ab, c` is not `a, bc`.
        bytes.extend_from_slice(&(part.len() as u64).to_le_bytes());
        bytes.extend_from_slice(part.as_bytes());
    }
    Uuid::new_v8(Digest::of_bytes(&bytes).0.to_be_bytes())
}

/// A UUID as Atom and JSON Feed take it for an id.
pub(crate) fn urn(name: Uuid) -> String {
    name.urn().to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_tells_things_apart_and_holds() {
        let name = name_of("https://example.org/a/", &["step", "plans/novel.md", "Write"]);
        assert!(urn(name).starts_with("urn:uuid:") && name.get_version_num() == 8, "{name}");
        assert_eq!(name, name_of("http://example.org/a/", &["step", "plans/novel.md", "Write"]));
        assert_ne!(name, name_of("https://example.org/b/", &["step", "plans/novel.md", "Write"]));
        assert_ne!(name_of("", &["ab", "c"]), name_of("", &["a", "bc"]));
    }
}
