//! Where front matter begins and ends, to the byte.
//!
//! `gray_matter` splits; but it does not see a fence behind a byte order mark, turns CRLF into LF, trims the body and
//! takes an unclosed fence as text without a word, and it tells no offsets. So [`locate`] finds the same fences in the
//! bytes of the file, and `gray_matter` is asked for the block between them. A property test holds the two together.

use std::ops::Range;

use gray_matter::Matter;
use gray_matter::engine::Engine;

/// How the block is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Format {
    /// Between `---` lines.
    Yaml,
    /// Between `+++` lines.
    Toml,
    /// Between `;;;` lines, or an object at the very top.
    Json,
}

/// What is at the top of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Top {
    /// No front matter: the body begins at this byte.
    Body(usize),
    /// A block of front matter.
    Block {
        /// How it is written.
        format: Format,
        /// Its bytes, without the fences.
        block: Range<usize>,
        /// The first byte of the body.
        body: usize,
    },
    /// A fence that is never closed.
    Unclosed {
        /// The bytes of the fence.
        fence: Range<usize>,
    },
}

/// Only splits: the block is parsed once, by the one parser of its language.
struct Unparsed;

impl Engine for Unparsed {
    fn parse(_content: &str) -> gray_matter::Result<gray_matter::Pod> {
        Ok(gray_matter::Pod::Null)
    }
}

/// Finds the front matter of a file.
pub(super) fn locate(text: &str) -> Top {
    let start = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let rest = &text[start..];
    let first_line = rest.split('\n').next().unwrap_or_default();
    let format = match first_line.trim_end() {
        "---" => Format::Yaml,
        "+++" => Format::Toml,
        ";;;" => Format::Json,
        _ if rest.starts_with('{') => return json_object(text, start),
        _ => return Top::Body(start),
    };
    let fence = first_line.trim_end();
    let Some(newline) = rest.find('\n') else { return Top::Body(start) };
    let block_start = start + newline + 1;
    let mut line_start = block_start;
    for line in text[block_start..].split_inclusive('\n') {
        if line.trim_end() == fence {
            let block = block_start..line_start;
            let body = line_start + line.len();
            if gray_matter_agrees(&text[start..body], fence, &text[block.clone()]) {
                return Top::Block { format, block, body };
            }
            return Top::Body(start);
        }
        line_start += line.len();
    }
    if is_front_matter_like(text[block_start..].lines().next().unwrap_or_default(), format) {
        Top::Unclosed { fence: start..start + fence.len() }
    } else {
        // A rule at the top of a text.
        Top::Body(start)
    }
}

/// Whether `gray_matter` finds the same block.
fn gray_matter_agrees(head: &str, fence: &str, block: &str) -> bool {
    let mut matter: Matter<Unparsed> = Matter::new();
    fence.clone_into(&mut matter.delimiter);
    let lines: Vec<&str> = block.lines().collect();
    matter.parse::<gray_matter::Pod>(head).is_ok_and(|found| found.matter == lines.join("\n").trim())
}

/// `key: value`, `key = value` or `"key":` on the line behind a fence: it was meant to be closed.
fn is_front_matter_like(line: &str, format: Format) -> bool {
    let separator = if format == Format::Toml { '=' } else { ':' };
    let Some((key, rest)) = line.split_once(separator) else { return format != Format::Yaml };
    let word = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '"' | '\'' | ' ');
    !key.trim().is_empty()
        && key.chars().all(word)
        && (rest.is_empty() || rest.starts_with([' ', '\r', '\t']) || separator == '=')
}

/// An object at the very top, as Hugo has it: to the brace that closes it, followed by the end of its line.
fn json_object(text: &str, start: usize) -> Top {
    let mut values = serde_json::Deserializer::from_str(&text[start..]).into_iter::<serde_json::Value>();
    match values.next() {
        Some(Ok(serde_json::Value::Object(_))) => {
            let end = start + values.byte_offset();
            let line_end = text[end..].find('\n').map_or(text.len(), |at| end + at + 1);
            if text[end..line_end].trim().is_empty() {
                Top::Block { format: Format::Json, block: start..end, body: line_end }
            } else {
                Top::Body(start)
            }
        }
        _ => Top::Body(start),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Result<(&str, &str), Option<&str>>) {
        let found = match locate(text) {
            Top::Block { block, body, .. } => Ok((text[block].to_owned(), text[body..].to_owned())),
            Top::Body(body) => Err(Some(text[body..].to_owned())),
            Top::Unclosed { .. } => Err(None),
        };
        let expected = expected.map(|(a, b)| (a.to_owned(), b.to_owned())).map_err(|body| body.map(str::to_owned));
        assert_eq!(found, expected, "{text:?}");
    }

    #[test]
    fn fences_are_found_to_the_byte() {
        check("---\na: 1\n---\n\nbody\n", Ok(("a: 1\n", "\nbody\n")));
        check("\u{feff}---\r\na: 1\r\n---\r\nbody", Ok(("a: 1\r\n", "body")));
        check("---  \na: 1\n--- \n", Ok(("a: 1\n", "")));
        check("---\n---\nbody", Ok(("", "body")));
        check("---\na: 1\n---", Ok(("a: 1\n", "")));
        check("+++\na = 1\n+++\nbody", Ok(("a = 1\n", "body")));
        check(";;;\n{\"a\": 1}\n;;;\nbody", Ok(("{\"a\": 1}\n", "body")));
        check("{\"a\": {\"b\": \"}\"}}\nbody", Ok(("{\"a\": {\"b\": \"}\"}}", "body")));
    }

    #[test]
    fn what_only_looks_like_a_fence_is_text() {
        for text in [
            "----\na: 1\n----\n",
            "--- yaml\na: 1\n---\n",
            "\n---\na: 1\n---\n",
            "---",
            "{braces} in prose",
            "text\n---\n",
        ] {
            check(text, Err(Some(text)));
        }
        check("---\n\nA rule, and text.\n", Err(Some("---\n\nA rule, and text.\n")));
    }

    #[test]
    fn an_unclosed_fence_is_told() {
        check("---\ntitle: a\nbody\n", Err(None));
        check("+++\ntitle = \"a\"\n", Err(None));
    }

    proptest! {
        #[test]
        fn gray_matter_finds_the_same_block(lines in prop::collection::vec("(---|--- |a: b|  x|\r|)", 0..8), end in "\n?") {
            let text = format!("---\n{}{end}", lines.join("\n"));
            if let Top::Block { block, body, .. } = locate(&text) {
                prop_assert!(gray_matter_agrees(&text[..body], "---", &text[block]));
            }
        }

        #[test]
        fn any_text_has_a_top(text in "\\PC*") {
            locate(&text);
        }
    }
}
