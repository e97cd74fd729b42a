//! Where things are: in the folder ([`SourcePath`]), in the site ([`OutPath`]), and how a name becomes an address
//! ([`slug`]).
//!
//! Both paths are checked once, on the way in, so that no later stage has to ask whether a path climbs out, is
//! absolute or uses the other slash.

use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;

macro_rules! relative_path {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub struct $name(Arc<str>);

        impl $name {
            /// The path, if `text` is one: not empty, and every part a plain name (no `.`, `..`, empty part,
            /// backslash or NUL).
            #[must_use]
            pub fn new(text: &str) -> Option<Self> {
                let plain = |part: &str| !matches!(part, "" | "." | "..") && !part.contains(['\\', '\0']);
                text.split('/').all(plain).then(|| Self(text.into()))
            }

            /// The path as text, `/` between its parts.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }

            /// The folder: all parts but the last, `""` at the top.
            #[must_use]
            pub fn folder(&self) -> &str {
                self.0.rsplit_once('/').map_or("", |(folder, _)| folder)
            }

            /// The last part.
            #[must_use]
            pub fn file_name(&self) -> &str {
                self.0.rsplit_once('/').map_or(&self.0, |(_, name)| name)
            }

            /// The last part without its ending.
            #[must_use]
            pub fn stem(&self) -> &str {
                let name = self.file_name();
                name.rsplit_once('.').filter(|(stem, _)| !stem.is_empty()).map_or(name, |(stem, _)| stem)
            }

            /// What follows the last dot of the last part, lower-cased, `""` when there is none.
            #[must_use]
            pub fn extension(&self) -> String {
                let name = self.file_name();
                name.rsplit_once('.').filter(|(stem, _)| !stem.is_empty()).map_or(String::new(), |(_, e)| e.to_lowercase())
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl std::borrow::Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }
    };
}

relative_path! {
    /// A file of the journal, relative to its folder, parts separated by `/`, UTF-8.
    SourcePath
}
relative_path! {
    /// A file of the site, relative to the output folder, parts separated by `/`, UTF-8.
    OutPath
}

/// The longest slug: a file name may have 255 bytes on the usual file systems, and `.html` and a temporary ending
/// must fit beside it.
const LONGEST_SLUG: usize = 200;

/// One part of an address made from a name: letters and digits of any script kept and lower-cased, everything else
/// one `-`, none at the ends. Empty when the name has neither letter nor digit.
///
/// Names are compared in Unicode's composed form (NFC), for some file systems hand out the decomposed one.
#[must_use]
pub fn slug(name: &str) -> String {
    if name.is_ascii() {
        slug_of(name.chars().map(|c| c.to_ascii_lowercase()), name.len())
    } else {
        slug_of(name.nfc().flat_map(char::to_lowercase), name.len())
    }
}

fn slug_of(characters: impl Iterator<Item = char>, length: usize) -> String {
    let mut slug = String::with_capacity(length);
    let mut gap = false;
    for c in characters {
        // An apostrophe joins: `don’t` is one word.
        if matches!(c, '\'' | '’') {
            continue;
        }
        let combining = unicode_normalization::char::is_combining_mark(c);
        if c.is_alphanumeric() || c == '_' || (combining && !gap && !slug.is_empty()) {
            if gap && !slug.is_empty() {
                slug.push('-');
            }
            gap = false;
            if slug.len() + c.len_utf8() > LONGEST_SLUG {
                break;
            }
            slug.push(c);
        } else {
            gap = true;
        }
    }
    slug
}

/// A name for people from a file's stem: a leading date taken off, `-` and `_` as spaces, first letter large.
#[must_use]
pub fn readable(stem: &str) -> String {
    let rest = match stem.get(..10) {
        Some(date) if super::parse_date(date).is_ok() => stem[10..].trim_start_matches(['-', '_', ' ']),
        _ => stem,
    };
    let text = if rest.is_empty() { stem.to_owned() } else { rest.replace(['-', '_'], " ") };
    let mut chars = text.trim().chars();
    chars.next().map_or_else(|| stem.to_owned(), |first| first.to_uppercase().chain(chars).collect())
}

/// `path` with every byte percent-encoded that can't stand in the path of a URL; `/` stays.
#[must_use]
pub fn percent_encoded(path: &str) -> String {
    let mut url = String::with_capacity(path.len());
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/!$&'()*+,;=@".contains(&byte) {
            url.push(char::from(byte));
        } else {
            url.push('%');
            for nibble in [byte >> 4, byte & 15] {
                url.push(char::from(b"0123456789ABCDEF"[usize::from(nibble)]));
            }
        }
    }
    // A colon in the first part would be read as a scheme; it is encoded above, so the path is always relative.
    url
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_stays_inside() {
        for good in ["a.md", "plans/a b.md", ".hidden/x", "ä/ö.md"] {
            assert!(SourcePath::new(good).is_some(), "{good}");
        }
        for bad in ["", "/etc/passwd", "../a", "a/../b", "a//b", "a/", "./a", "a\\b", "a\0b"] {
            assert!(SourcePath::new(bad).is_none(), "{bad}");
        }
    }

    #[test]
    fn a_path_has_parts() {
        let path = SourcePath::new("plans/2026/My plan.v2.MD").expect("a path");
        assert_eq!((path.folder(), path.file_name(), path.stem()), ("plans/2026", "My plan.v2.MD", "My plan.v2"));
        assert_eq!(path.extension(), "md");
        let hidden = SourcePath::new(".env").expect("a path");
        assert_eq!((hidden.stem(), hidden.extension().as_str(), hidden.folder()), (".env", "", ""));
    }

    #[test]
    fn slugs_keep_letters_of_any_script() {
        for (name, expected) in [
            ("Publish my novel", "publish-my-novel"),
            ("  Märzstraße & Söhne!  ", "märzstraße-söhne"),
            ("a\u{308}pfel", "äpfel"),
            ("日記 2026", "日記-2026"),
            ("../../etc/passwd", "etc-passwd"),
            ("don’t stop", "dont-stop"),
            ("!!!", ""),
        ] {
            assert_eq!(slug(name), expected, "{name}");
        }
        assert!(slug(&"x".repeat(5000)).len() <= LONGEST_SLUG);
    }

    #[test]
    fn names_become_readable() {
        assert_eq!(readable("2026-03-01-first-week"), "First week");
        assert_eq!(readable("2026-03-01"), "2026-03-01");
        assert_eq!(readable("my_novel"), "My novel");
    }

    #[test]
    fn urls_are_encoded() {
        assert_eq!(percent_encoded("plans/märz a?b#c:d%.html"), "plans/m%C3%A4rz%20a%3Fb%23c%3Ad%25.html");
    }
}
