//! The words of a body without its markup, heading by heading: what search looks through and quotes from.

use super::{Body, Piece};

/// The text under one heading, plain.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Passage {
    /// The heading it stands under: an index into [`super::Entry::outline`]. None for what stands before the first.
    pub heading: Option<u32>,
    /// Its words, with one space between any two.
    pub text: String,
}

impl Body {
    /// The text of the body, cut at its headings, whose own words are left to the outline. A passage without words
    /// is there only if it has a heading.
    #[must_use]
    pub fn passages(&self) -> Vec<Passage> {
        let mut passages = Vec::new();
        let mut now = Passage::default();
        let mut in_heading = false;
        // Whether the last stretch of HTML ended within a tag: an anchor or an address is put in there.
        let mut in_tag = false;
        for piece in &self.pieces {
            match piece {
                Piece::Html(html) => {
                    let html = if in_tag { &html[end_of_tag(html).unwrap_or(html.len())..] } else { html };
                    let kept = now.text.len();
                    in_tag = push_text(&mut now.text, html) == Ended::InTag;
                    if in_heading {
                        now.text.truncate(kept);
                    }
                }
                Piece::HeadingStart(heading) => {
                    passages
                        .push(std::mem::replace(&mut now, Passage { heading: Some(*heading), ..Passage::default() }));
                    in_heading = true;
                }
                Piece::HeadingEnd(_) => in_heading = false,
                Piece::StepStart(_) | Piece::StepTextEnd(_) | Piece::GroupStart(_) | Piece::GroupTextEnd(_) => {
                    push_words(&mut now.text, " ");
                }
                // What is said instead of an embed may name what this audience may not know of.
                Piece::Embed { .. }
                | Piece::Id(_)
                | Piece::Fragment(_)
                | Piece::LinkStart(_)
                | Piece::LinkEnd(_)
                | Piece::Attribute { .. }
                // The theme's own words, and not the writer's.
                | Piece::Said(..) => {}
            }
        }
        passages.push(now);
        for passage in &mut passages {
            passage.text.truncate(passage.text.trim_end().len());
        }
        passages.retain(|passage| passage.heading.is_some() || !passage.text.is_empty());
        passages
    }
}

/// Elements within a line of text: around them there is no space that is not written.
const INLINE: [&str; 31] = [
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd", "mark",
    "mi", "mn", "mo", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr",
];

/// Elements whose content is no text of the entry.
const SILENT: [&str; 4] = ["annotation", "script", "style", "template"];

/// Where a stretch of HTML ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ended {
    InText,
    InTag,
}

/// Appends the text of a stretch of finished HTML.
fn push_text(text: &mut String, html: &str) -> Ended {
    let mut rest = html;
    while let Some(at) = memchr::memchr2(b'<', b'&', rest.as_bytes()) {
        push_words(text, &rest[..at]);
        rest = &rest[at..];
        if rest.starts_with('&') {
            rest = push_entity(text, rest);
        } else if let Some(behind) = push_tag(text, rest) {
            rest = behind;
        } else {
            return Ended::InTag;
        }
    }
    push_words(text, rest);
    Ended::InText
}

/// Appends what a tag means for the text; what follows the tag, unless it does not end here.
fn push_tag<'a>(text: &mut String, html: &'a str) -> Option<&'a str> {
    if let Some(comment) = html.strip_prefix("<!--") {
        return Some(comment.split_once("-->").map_or("", |(_, rest)| rest));
    }
    let name = html[1..].trim_start_matches('/');
    let name = &name[..name.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(name.len())];
    let is = |known: &&str| known.eq_ignore_ascii_case(name);
    if !INLINE.iter().any(&is) {
        push_words(text, " ");
    }
    let rest = &html[end_of_tag(html)?..];
    if SILENT.iter().any(is) && !html.starts_with("</") {
        let closed = rest.split_once(format!("</{name}").as_str());
        return Some(closed.and_then(|(_, rest)| Some(&rest[end_of_tag(rest)?..])).unwrap_or_default());
    }
    Some(rest)
}

/// Where a tag ends: behind its `>`, which a quoted value may hold, too.
fn end_of_tag(html: &str) -> Option<usize> {
    let mut quote = None;
    for (at, byte) in html.bytes().enumerate() {
        match (quote, byte) {
            (None, b'>') => return Some(at + 1),
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), byte) if byte == open => quote = None,
            _ => {}
        }
    }
    None
}

/// Appends the character that an entity stands for; what follows it. An unknown one is text.
fn push_entity<'a>(text: &mut String, html: &'a str) -> &'a str {
    let known = html[1..].split_once(';').filter(|(name, _)| name.len() <= 8).and_then(|(name, rest)| {
        let character = match name {
            "amp" => '&',
            "lt" => '<',
            "gt" => '>',
            "quot" => '"',
            "apos" => '\'',
            "nbsp" => ' ',
            _ => {
                let digits = name.strip_prefix('#')?;
                let code = match digits.strip_prefix(['x', 'X']) {
                    Some(digits) => u32::from_str_radix(digits, 16),
                    None => digits.parse(),
                };
                char::from_u32(code.ok()?)?
            }
        };
        Some((character, rest))
    });
    if let Some((character, rest)) = known {
        push_words(text, character.encode_utf8(&mut [0; 4]));
        return rest;
    }
    push_words(text, "&");
    &html[1..]
}

/// Appends text, with one space for any white space.
fn push_words(text: &mut String, words: &str) {
    let starts_apart = words.starts_with(char::is_whitespace);
    for (at, word) in words.split_whitespace().enumerate() {
        if (at > 0 || starts_apart) && !text.is_empty() && !text.ends_with(' ') {
            text.push(' ');
        }
        text.push_str(word);
    }
    if words.ends_with(char::is_whitespace) && !text.is_empty() && !text.ends_with(' ') {
        text.push(' ');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(pieces: Vec<Piece>) -> Vec<(Option<u32>, String)> {
        Body { pieces }.passages().into_iter().map(|passage| (passage.heading, passage.text)).collect()
    }

    fn html(html: &str) -> String {
        texts(vec![Piece::Html(html.to_owned())]).into_iter().map(|(_, text)| text).collect()
    }

    #[test]
    fn markup_goes_and_words_stay_apart() {
        assert_eq!(
            html("<p>One <em>w</em>ord &amp; a<br>break</p>\n<p title=\"a > b\">two</p>"),
            "One word & a break two"
        );
        assert_eq!(html("<td>a</td><td>b</td><!-- no --> &#x2014; &nope; &#39;"), "a b — &nope; '");
    }

    #[test]
    fn what_nobody_reads_is_no_text() {
        assert_eq!(html("a<script>let b = \"<p>\";</script><style>p{}</style><math><mi>x</mi></math>c"), "a x c");
        assert_eq!(html("a <script>never ends"), "a");
        assert_eq!(html("a <p never ends"), "a");
    }

    #[test]
    fn a_tag_may_be_cut_where_an_address_is_put_in() {
        let attribute = Piece::Attribute { name: "src", link: 0 };
        let pieces = vec![Piece::Html("a <img".to_owned()), attribute, Piece::Html(" alt=\"x > y\"> b".to_owned())];
        assert_eq!(texts(pieces), [(None, "a b".to_owned())]);
    }

    #[test]
    fn a_passage_begins_at_each_heading() {
        let pieces = vec![
            Piece::Html("<p>before</p>".to_owned()),
            Piece::HeadingStart(0),
            Piece::Html("<a>Title</a>".to_owned()),
            Piece::HeadingEnd(0),
            Piece::StepStart(0),
            Piece::Html("step".to_owned()),
            Piece::StepTextEnd(0),
            Piece::Html("</li>".to_owned()),
            Piece::HeadingStart(1),
            Piece::HeadingEnd(1),
        ];
        let expected = [(None, "before"), (Some(0), "step"), (Some(1), "")];
        assert_eq!(texts(pieces), expected.map(|(heading, text)| (heading, text.to_owned())));
    }
}
