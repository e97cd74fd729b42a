//! Tags and people in what is text: `#work`, `@ana`. They stay in the text.

use std::collections::BTreeSet;

use super::reading::Reading;

/// Finds tags and people outside code, addresses, links and fields.
pub(super) fn read(reading: &mut Reading<'_>) {
    let line = reading.line;
    let mut cuts = reading.cuts.clone();
    cuts.sort_by_key(|cut| cut.start);
    // Each word once, whatever its capitals; the first spelling stays.
    let mut seen = BTreeSet::new();
    let (mut opaque, mut cut) = (reading.opaque.as_slice(), cuts.as_slice());
    for at in memchr::memchr2_iter(b'#', b'@', &line.as_bytes()[reading.start..]) {
        let at = reading.start + at;
        while let [first, rest @ ..] = opaque
            && first.end <= at
        {
            opaque = rest;
        }
        while let [first, rest @ ..] = cut
            && first.end <= at
        {
            cut = rest;
        }
        let next = opaque.first().into_iter().chain(cut.first()).map(|range| range.start).min().unwrap_or(line.len());
        if next <= at {
            continue;
        }
        let before = line[reading.start..at].chars().next_back();
        let text = &line[at..next];
        if let Some(tag) = tag(before, text) {
            if seen.insert((b'#', tag.to_lowercase())) {
                reading.fields.tags.push(tag.to_owned());
            }
        } else if let Some(person) = person(before, text)
            && seen.insert((b'@', person.to_lowercase()))
        {
            reading.fields.people.push(person.to_owned());
        }
    }
}

/// The tag that `text` begins with, without `#`, as Obsidian sees it. `before` is the character before it.
pub(crate) fn tag(before: Option<char>, text: &str) -> Option<&str> {
    if before.is_some_and(|c| !c.is_whitespace()) {
        return None;
    }
    let name = text.strip_prefix('#')?;
    let name = &name[..name.find(ends_tag).unwrap_or(name.len())];
    // A number is an issue or a rank, no tag.
    name.contains(|c: char| !c.is_ascii_digit()).then_some(name)
}

/// Obsidian takes every character into a tag but white space and punctuation, with `-`, `_` and `/` let through.
fn ends_tag(c: char) -> bool {
    let lets_through = matches!(c, '-' | '_' | '/');
    c.is_whitespace()
        || (c.is_ascii_punctuation() && !lets_through)
        || c.is_control()
        || matches!(c, '\u{2000}'..='\u{206f}' | '\u{2e00}'..='\u{2e7f}')
}

/// The person that `text` begins with, without `@`.
fn person(before: Option<char>, text: &str) -> Option<&str> {
    if before.is_some_and(|c| !c.is_whitespace() && c != '(') {
        return None;
    }
    let name = text.strip_prefix('@')?;
    let end = name.find(|c: char| !c.is_alphanumeric() && !matches!(c, '_' | '-')).unwrap_or(name.len());
    // `@ana@example.org` is an address.
    let is_address = name[end..].starts_with('@');
    let name = &name[..end];
    (!is_address && name.contains(char::is_alphanumeric)).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_those_of_obsidian() {
        let check = |text: &str, expected: Option<&str>| assert_eq!(tag(Some(' '), text), expected, "{text}");
        check("#t/with/depth x", Some("t/with/depth"));
        check("#y1-2_3.", Some("y1-2_3"));
        check("#écrire, #b", Some("écrire"));
        check("#🌱 x", Some("🌱"));
        check("#1234", None);
        check("#12.34", None);
        check("# x", None);
        assert_eq!(tag(Some('a'), "#b"), None);
        assert_eq!(tag(None, "#b"), Some("b"));
    }

    #[test]
    fn people_are_no_addresses() {
        let check = |text: &str, expected: Option<&str>| assert_eq!(person(Some('('), text), expected, "{text}");
        check("@ana)", Some("ana"));
        check("@Zoë_b-c, d", Some("Zoë_b-c"));
        check("@ana@example.org", None);
        check("@ home", None);
        check("@-", None);
        assert_eq!(person(Some('e'), "@ana"), None);
    }
}
