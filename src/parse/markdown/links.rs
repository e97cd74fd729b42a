//! Links and images: which of them lead into the journal, and which away from it.

use std::borrow::Cow;
use std::ops::Range;

use percent_encoding::percent_decode_str;
use pulldown_cmark::LinkType;

use crate::model::{Link, Naming, Piece, Purpose, Spot};

use super::inline::Inline;
use super::reader::Reader;

/// Where something leads.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Destination {
    /// Into the journal: a path or nothing, and a fragment.
    Journal { target: String, fragment: Option<String> },
    /// To an address of its own.
    Away(String),
    /// An image that is its own address.
    Data(String),
    /// To something that would run.
    Refused,
}

/// The image that is open.
#[derive(Debug)]
pub(super) struct OpenImage {
    wiki: bool,
    destination: Destination,
    title: String,
    /// What it shows, so far.
    pub(super) alt: String,
    /// The text of a wiki embed as written, if it has one.
    named: bool,
    range: Range<usize>,
    /// Images inside its description.
    depth: u32,
    hidden: bool,
}

/// Pictures that browsers show.
const PICTURES: [&str; 10] = ["apng", "avif", "bmp", "gif", "ico", "jpeg", "jpg", "png", "svg", "webp"];

/// Whether a link leads to a picture.
pub(super) fn is_image(link: &Link) -> bool {
    let ending = link.target.rsplit_once('.').map_or("", |(_, ending)| ending);
    PICTURES.iter().any(|picture| ending.eq_ignore_ascii_case(picture))
}

/// Where an address in Markdown or HTML leads.
pub(super) fn destination(address: &str) -> Destination {
    // Browsers pass over these wherever they stand.
    let plain: Cow<'_, str> = if address.contains(|c: char| c.is_control()) {
        address.chars().filter(|c| !c.is_control()).collect::<String>().into()
    } else {
        address.into()
    };
    let address = plain.trim();
    if address.starts_with("//")
        || address.starts_with("\\\\")
        || address.starts_with("/\\")
        || address.starts_with("\\/")
    {
        return Destination::Away(address.replace('\\', "/"));
    }
    if let Some(scheme) = scheme(address) {
        return match scheme.to_ascii_lowercase().as_str() {
            "data" if is_picture_data(address) => Destination::Data(address.to_owned()),
            "javascript" | "vbscript" | "data" | "blob" => Destination::Refused,
            _ => Destination::Away(address.to_owned()),
        };
    }
    let (path, fragment) = address.split_once('#').map_or((address, None), |(path, fragment)| (path, Some(fragment)));
    let path = path.split('?').next().unwrap_or_default();
    let fragment = fragment.filter(|fragment| !fragment.is_empty()).map(decoded);
    Destination::Journal { target: decoded(path), fragment }
}

/// What stands before the colon of an absolute address.
fn scheme(address: &str) -> Option<&str> {
    let (scheme, _) = address.split_once(':')?;
    let mut bytes = scheme.bytes();
    let valid = bytes.next().is_some_and(|byte| byte.is_ascii_alphabetic())
        && bytes.all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.'));
    valid.then_some(scheme)
}

/// Whether a `data:` address is a picture that can't run anything.
fn is_picture_data(address: &str) -> bool {
    let kind = address.get(5..).unwrap_or_default().to_ascii_lowercase();
    ["image/png", "image/jpeg", "image/gif", "image/webp", "image/avif"].iter().any(|picture| kind.starts_with(picture))
}

fn decoded(text: &str) -> String {
    percent_decode_str(text).decode_utf8().map_or_else(|_| text.to_owned(), Cow::into_owned)
}

/// What a wikilink names: a target, and what follows `#`.
fn wiki(address: &str) -> (String, Option<String>) {
    // In a table the bar is written `\|`.
    let address = address.strip_suffix('\\').unwrap_or(address);
    let (target, fragment) = address.split_once('#').map_or((address, None), |(t, fragment)| (t, Some(fragment)));
    let fragment = fragment.map(str::trim).filter(|fragment| !fragment.is_empty()).map(str::to_owned);
    (target.trim().to_owned(), fragment)
}

/// What is shown for a wikilink that has no text: the last part of its name, and the heading.
fn wiki_text(target: &str, fragment: Option<&str>) -> String {
    let name = target.rsplit('/').next().unwrap_or_default();
    let name = name.strip_suffix(".md").unwrap_or(name);
    let heading = fragment.map(|fragment| fragment.trim_start_matches('^').replace('#', " > "));
    match heading {
        Some(heading) if name.is_empty() => heading,
        Some(heading) => format!("{name} > {heading}"),
        None => name.to_owned(),
    }
}

impl Reader<'_> {
    /// Where a range of the body is. Links come in order, so on a line of many the columns are counted on from the last.
    fn spot(&mut self, range: &Range<usize>) -> Spot {
        let range = self.in_file(range);
        let count = |range: Range<usize>| {
            let text = self.source.text.get(range).unwrap_or_default();
            (!text.contains('\n')).then(|| u32::try_from(text.chars().count()).unwrap_or(u32::MAX))
        };
        let (last_at, last) = self.last_spot;
        let on = (last_at <= range.start && last.line > 0).then(|| count(last_at..range.start)).flatten();
        let spot = match (on, count(range.clone())) {
            (Some(columns), Some(length)) => {
                Spot { line: last.line, column: last.column.saturating_add(columns), length: length.max(1) }
            }
            _ => self.source.spot(range.clone()),
        };
        self.last_spot = (range.start, spot);
        spot
    }

    /// Notes a link and tells its number.
    pub(super) fn note_link(
        &mut self,
        naming: Naming,
        purpose: Purpose,
        (target, fragment): (String, Option<String>),
        range: &Range<usize>,
    ) -> u32 {
        let spot = self.spot(range);
        self.found.links.push(Link { naming, purpose, target, fragment, spot });
        u32::try_from(self.found.links.len() - 1).unwrap_or(u32::MAX)
    }

    pub(super) fn link(&mut self, kind: LinkType, address: &str, title: &str, range: &Range<usize>) {
        if self.is_hidden(range) || !self.shows_tags() || self.is_in_link() {
            self.push_inline(Inline::Silent);
            return;
        }
        if let LinkType::WikiLink { has_pothole } = kind {
            let (target, fragment) = wiki(address);
            let text = wiki_text(&target, fragment.as_deref());
            let link = self.note_link(Naming::Wiki, Purpose::Reference, (target, fragment), range);
            self.out.piece(Piece::LinkStart(link));
            if has_pothole && !self.is_empty_text(range) {
                self.push_inline(Inline::Link(link));
                return;
            }
            // Its own text is the address; what is shown is the name.
            self.shown(&text);
            self.out.piece(Piece::LinkEnd(link));
            self.push_inline(Inline::Muted);
            return;
        }
        let destination = match kind {
            LinkType::Email => Destination::Away(format!("mailto:{address}")),
            _ => destination(address),
        };
        match destination {
            Destination::Journal { target, fragment } => {
                let link = self.note_link(Naming::Path, Purpose::Reference, (target, fragment), range);
                self.out.piece(Piece::LinkStart(link));
                self.push_inline(Inline::Link(link));
            }
            Destination::Away(address) => {
                self.open_anchor(&address, title);
                self.push_inline(Inline::Anchor);
            }
            Destination::Data(_) | Destination::Refused => self.push_inline(Inline::Silent),
        }
    }

    /// Whether a wikilink ends `|]]`.
    fn is_empty_text(&self, range: &Range<usize>) -> bool {
        self.text.get(range.clone()).is_some_and(|text| text.trim_end_matches(']').trim_end().ends_with('|'))
    }

    pub(super) fn open_anchor(&mut self, address: &str, title: &str) {
        self.out.html("<a href=\"");
        self.out.address(address);
        if !title.is_empty() {
            self.out.html("\" title=\"");
            self.out.text(title);
        }
        self.out.html("\">");
    }

    pub(super) fn image(&mut self, kind: LinkType, address: &str, title: &str, range: Range<usize>) {
        if let Some(image) = &mut self.image {
            image.depth += 1;
            return;
        }
        let wiki_kind = match kind {
            LinkType::WikiLink { has_pothole } => Some(has_pothole),
            _ => None,
        };
        let destination = match wiki_kind {
            Some(_) => {
                let (target, fragment) = wiki(address);
                Destination::Journal { target, fragment }
            }
            None => destination(address),
        };
        self.image = Some(OpenImage {
            wiki: wiki_kind.is_some(),
            destination,
            title: title.to_owned(),
            alt: String::new(),
            named: wiki_kind.unwrap_or(true),
            hidden: self.muted > 0 || self.is_hidden(&range),
            range,
            depth: 0,
        });
    }

    pub(super) fn end_image(&mut self) {
        if let Some(image) = &mut self.image
            && image.depth > 0
        {
            image.depth -= 1;
            return;
        }
        let Some(image) = self.image.take().filter(|image| !image.hidden) else { return };
        let alt: String = image.alt.chars().filter(|c| !c.is_control()).collect();
        let alt = if image.named { alt } else { String::new() };
        let (alt, size) = with_size(alt.trim(), image.wiki);
        match image.destination {
            Destination::Journal { target, fragment } => {
                let text = if image.wiki && alt.is_empty() { wiki_text(&target, fragment.as_deref()) } else { alt };
                let naming = if image.wiki { Naming::Wiki } else { Naming::Path };
                let link = self.note_link(naming, Purpose::Embed, (target, fragment), &image.range);
                self.out.piece(Piece::Embed { link, text, size });
                if let Some(leaf) = &mut self.leaf {
                    leaf.caption = Some(image.title).filter(|title| !title.is_empty());
                }
            }
            // Nothing is asked of another site: what it would show is linked to.
            Destination::Away(address) => {
                let text = if alt.is_empty() { address.as_str() } else { alt.as_str() };
                let linked = !self.is_in_link() && self.shows_tags();
                if linked {
                    self.open_anchor(&address, &image.title);
                }
                self.shown(text);
                self.out.html(if linked { "</a>" } else { "" });
            }
            Destination::Data(address) => {
                self.out.html("<img src=\"");
                self.out.address(&address);
                self.out.html("\" alt=\"");
                self.out.text(&alt);
                self.out.html("\">");
            }
            Destination::Refused => self.shown(&alt),
        }
    }
}

/// A width, and perhaps a height.
type Size = (Option<u32>, Option<u32>);

/// Takes the size off the end of an image's text: `A desk|200x100`, or with a wiki embed `200` alone.
fn with_size(text: &str, wiki: bool) -> (String, Size) {
    let (before, last) = text.rsplit_once('|').map_or(("", text), |(before, last)| (before, last));
    let alone = !text.contains('|');
    let size = if alone && !wiki { None } else { size(last.trim()) };
    size.map_or_else(|| (text.to_owned(), (None, None)), |size| (before.trim().to_owned(), size))
}

fn size(text: &str) -> Option<Size> {
    let (width, height) = text.split_once('x').map_or((text, None), |(width, height)| (width, Some(height)));
    let number = |text: &str| text.parse::<u32>().ok().filter(|_| text.bytes().all(|byte| byte.is_ascii_digit()));
    Some((Some(number(width)?), height.map(number).map_or(Some(None), |height| height.map(Some))?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_lead_into_the_journal_or_away() {
        let journal = |target: &str, fragment: Option<&str>| Destination::Journal {
            target: target.into(),
            fragment: fragment.map(str::to_owned),
        };
        for (address, expected) in [
            ("a%20b.md?x=1#%C3%A4", journal("a b.md", Some("ä"))),
            ("#h", journal("", Some("h"))),
            ("../a.md#", journal("../a.md", None)),
            ("a%ff", journal("a%ff", None)),
            ("https://a.b/c", Destination::Away("https://a.b/c".into())),
            ("//a.b", Destination::Away("//a.b".into())),
            ("/\\a.b", Destination::Away("//a.b".into())),
            ("mailto:a@b", Destination::Away("mailto:a@b".into())),
            (" java\nscript:alert(1)", Destination::Refused),
            ("JAVASCRIPT:alert(1)", Destination::Refused),
            ("\u{1}vbscript:x", Destination::Refused),
            ("data:text/html,x", Destination::Refused),
            ("data:image/png;base64,AA", Destination::Data("data:image/png;base64,AA".into())),
            ("2026: notes.md", journal("2026: notes.md", None)),
        ] {
            assert_eq!(destination(address), expected, "{address}");
        }
    }

    #[test]
    fn sizes_are_taken_off() {
        for (text, wiki, expected) in [
            ("200x100", true, ("", (Some(200), Some(100)))),
            ("200", true, ("", (Some(200), None))),
            ("A desk|200", false, ("A desk", (Some(200), None))),
            ("200", false, ("200", (None, None))),
            ("a|b", true, ("a|b", (None, None))),
            ("a|200x", true, ("a|200x", (None, None))),
            ("99999999999", true, ("99999999999", (None, None))),
        ] {
            let (alt, size) = with_size(text, wiki);
            assert_eq!((alt.as_str(), size), expected, "{text}");
        }
    }
}
