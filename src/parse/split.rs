//! Where front matter begins and ends.
//!
//! `gray_matter` says *whether* a file has front matter and what is in it; [`locate`] says *where*, to the byte, which
//! `gray_matter` does not tell: it drops a byte order mark's front matter without a word, turns CRLF into LF, trims, and
//! takes an unclosed fence for text. A test holds the two together on arbitrary input. What the front matter means is
//! `fields`' business.

use std::ops::Range;

use gray_matter::Matter;
use gray_matter::engine::Engine;

use super::source::Source;
use crate::model::{Code, Diagnostic, Severity};

/// The language that front matter is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Format {
    /// Between `---` lines, and `journal.yaml`.
    Yaml,
    /// Between `+++` lines.
    Toml,
    /// From `{` to its `}` at the very top, or between `;;;` lines.
    Json,
}

/// The front matter of a file and the rest of it.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Split {
    /// What the front matter is written in, and its bytes in the file without the fences.
    pub(crate) block: Option<(Format, Range<usize>)>,
    /// The offset at which the body begins.
    pub(crate) body: usize,
}

/// The lines that open and close front matter.
const FENCES: [(&str, Format); 3] = [("---", Format::Yaml), ("+++", Format::Toml), (";;;", Format::Json)];

/// Finds the front matter of a file.
///
/// # Errors
/// The body, and a diagnostic that says which fence or brace is never closed.
pub(crate) fn split(source: &Source<'_>) -> Result<Split, (usize, Diagnostic)> {
    let text = source.text;
    let start = if text.starts_with('\u{feff}') { 3 } else { 0 };
    let plain = Split { block: None, body: start };
    if text[start..].starts_with('{') {
        return braces(source, start).map(|found| found.unwrap_or(plain));
    }
    for (fence, format) in FENCES {
        match locate(text, start, fence) {
            Located::Nothing => {}
            Located::Found { block, body } => {
                // The last word is gray_matter's: what it takes for no front matter is none, wherever it stands.
                let agreed = matter(&text[start..body], fence).is_some() || text[block.clone()].trim().is_empty();
                return Ok(if agreed { Split { block: Some((format, block)), body } } else { plain });
            }
            Located::Unclosed { opening, rest } if begins_with_a_key(&text[rest..], format) => {
                let problem = source
                    .diagnostic(
                        Code::UnclosedFrontMatter,
                        Severity::Error,
                        opening,
                        format!("front matter is opened with `{fence}` and never closed"),
                    )
                    .help(format!("write `{fence}` on a line of its own behind the last key"));
                return Err((rest, problem));
            }
            // A thematic break, or `+++` for its looks.
            Located::Unclosed { .. } => {}
        }
    }
    Ok(plain)
}

/// What [`locate`] found; ranges and offsets are of the whole text.
#[derive(Debug, PartialEq, Eq)]
enum Located {
    /// The text does not begin with the fence.
    Nothing,
    /// It does, and no line closes it; `rest` is where the second line begins.
    Unclosed { opening: Range<usize>, rest: usize },
    /// What is between the fences, and where the line behind the second one begins.
    Found { block: Range<usize>, body: usize },
}

/// Finds front matter between two lines that are `fence`, the first of them at `start`. White space may follow a
/// fence; anything else makes it another line (`----`, `--- yaml`).
fn locate(text: &str, start: usize, fence: &str) -> Located {
    let is_fence = |line: &str| line.trim_end() == fence;
    let Some((first, rest)) = text[start..].split_once('\n').filter(|(first, _)| is_fence(first)) else {
        return Located::Nothing;
    };
    let block = start + first.len() + 1;
    let mut at = block;
    for line in rest.split_inclusive('\n') {
        if is_fence(line) {
            return Located::Found { block: block..at, body: at + line.len() };
        }
        at += line.len();
    }
    Located::Unclosed { opening: start..start + fence.len(), rest: block }
}

/// An engine that reads nothing: `gray_matter` only splits, the meaning is read once, in `fields`.
struct SplitOnly;

impl Engine for SplitOnly {
    fn parse(_content: &str) -> gray_matter::Result<gray_matter::Pod> {
        Ok(gray_matter::Pod::Null)
    }
}

/// What `gray_matter` takes for front matter, trimmed; `None` when there is none or it is empty.
fn matter(head: &str, fence: &str) -> Option<String> {
    let mut splitter = Matter::<SplitOnly>::new();
    fence.clone_into(&mut splitter.delimiter);
    let parsed = splitter.parse::<serde::de::IgnoredAny>(head).ok()?;
    (!parsed.matter.is_empty()).then_some(parsed.matter)
}

/// Whether the first line that is no comment looks like front matter rather than prose. To look past comments errs on
/// the safe side: a forgotten fence must not publish what `visibility: private` was to keep.
fn begins_with_a_key(text: &str, format: Format) -> bool {
    let comment = if format == Format::Json { "//" } else { "#" };
    let Some(line) = text.lines().map(str::trim_end).find(|line| !line.starts_with(comment)) else { return false };
    let is_key = |key: &str| {
        let key = key.trim().trim_matches(['"', '\'']);
        !key.is_empty() && key.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | ' '))
    };
    match format {
        Format::Yaml => {
            line.split_once(':').is_some_and(|(key, rest)| is_key(key) && (rest.is_empty() || rest.starts_with(' ')))
        }
        Format::Toml => line.starts_with('[') || line.split_once('=').is_some_and(|(key, _)| is_key(key)),
        Format::Json => line.trim_start().starts_with(['{', '"']),
    }
}

/// JSON front matter without fences, as Hugo has it: an object at the very top. Text that only begins with a brace
/// (`{{ name }}`, `{:.class}`) is none: behind the brace of an object stands a quote, or its end.
fn braces(source: &Source<'_>, start: usize) -> Result<Option<Split>, (usize, Diagnostic)> {
    let text = source.text;
    if !text[start + 1..].trim_start().starts_with(['"', '}']) {
        return Ok(None);
    }
    let Some(end) = closing_brace(&text[start..]).map(|end| start + end) else {
        let problem = source
            .diagnostic(
                Code::UnclosedFrontMatter,
                Severity::Error,
                start..start + 1,
                "front matter is opened with `{` and never closed",
            )
            .help("write `}` behind the last key, and close every quote and bracket before it");
        return Err((start, problem));
    };
    let line_end = memchr::memchr(b'\n', &text.as_bytes()[end..]).map_or(text.len(), |newline| end + newline + 1);
    if text[end..line_end].trim().is_empty() {
        return Ok(Some(Split { block: Some((Format::Json, start..end)), body: line_end }));
    }
    let problem = source
        .diagnostic(
            Code::BadFrontMatter,
            Severity::Error,
            end..line_end,
            format!("text follows the front matter on its last line: `{}`", text[end..line_end].trim()),
        )
        .help("begin the text on a new line");
    Err((end, problem))
}

/// The offset behind the brace that closes the one `text` begins with.
fn closing_brace(text: &str) -> Option<usize> {
    let (mut depth, mut quoted, mut escaped) = (0_u32, false, false);
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if quoted => escaped = true,
            b'"' => quoted = !quoted,
            b'{' if !quoted => depth += 1,
            b'}' if !quoted => {
                depth -= 1;
                if depth == 0 {
                    return Some(at + 1);
                }
            }
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::model::SourcePath;

    /// The front matter and the body of `text`, or the code and place of the problem.
    /// The block with its format and the body; or the code of the problem with its place.
    type Read<'a> = Result<(Option<(Format, &'a str)>, &'a str), (&'static str, u32, u32)>;

    fn read(text: &str) -> Read<'_> {
        let path = SourcePath::new("a.md").expect("a path");
        match split(&Source::new(&path, text)) {
            Ok(split) => Ok((split.block.map(|(format, range)| (format, &text[range])), &text[split.body..])),
            Err((_, problem)) => {
                let place = problem.place.expect("a place");
                Err((problem.code.name(), place.line, place.column))
            }
        }
    }

    #[track_caller]
    fn check(text: &str, format: Format, block: &str, body: &str) {
        assert_eq!(read(text), Ok((Some((format, block)), body)), "{text:?}");
    }

    #[test]
    fn front_matter_is_found_to_the_byte() {
        use Format::{Json, Toml, Yaml};
        check("---\na: 1\n---\nbody\n", Yaml, "a: 1\n", "body\n");
        check("\u{feff}---\na: 1\n---\nbody", Yaml, "a: 1\n", "body");
        check("---\r\na: 1\r\n---\r\nbody\r\n", Yaml, "a: 1\r\n", "body\r\n");
        check("---  \n\n\na: 1\n\n--- \t\n\n\nbody", Yaml, "\n\na: 1\n\n", "\n\nbody");
        check("---\n---\n", Yaml, "", "");
        check("---\n---", Yaml, "", "");
        check("---\n\n---\nbody", Yaml, "\n", "body");
        check("---\na: 1\n---", Yaml, "a: 1\n", "");
        check("---\na: |\n  ---\n---\n", Yaml, "a: |\n  ---\n", "");
        check("---\na: 1\n---\nb\n\n---\nc", Yaml, "a: 1\n", "b\n\n---\nc");
        check("+++\na = 1\n+++\nbody", Toml, "a = 1\n", "body");
        check(";;;\n\"a\": 1\n;;;\nbody", Json, "\"a\": 1\n", "body");
        check("{\n\"a\": \"}\\\"{\"}\nbody", Json, "{\n\"a\": \"}\\\"{\"}", "body");
        check("{}\r\nbody", Json, "{}", "body");
    }

    #[test]
    fn what_only_looks_like_front_matter_is_text() {
        for text in [
            "",
            "---",
            "text",
            "\n---\na: 1\n---\n",
            "----\na: 1\n----\n",
            "--- yaml\na: 1\n---\n",
            "---\n\nA rule, then text\n",
            "---\nA rule, then text: with a colon\n",
            "---\nhttps://example.org\n",
            "+++\n\nplus\n",
            ";;;\n",
            "{{ name }}\n",
            "{:.class}\ntext",
        ] {
            assert_eq!(read(text), Ok((None, text)), "{text:?}");
        }
        assert_eq!(read("\u{feff}text"), Ok((None, "text")));
    }

    #[test]
    fn front_matter_that_is_never_closed_is_an_error() {
        for text in [
            "---\ntitle: a\n\nbody",
            "\u{feff}---\r\ntitle: a\r\n",
            "---\n# comment\nvisibility: private\nbody",
            "---\n\"my key\":\n",
            "+++\ntitle = \"a\"\n",
            ";;;\n{\"title\": 1}\n",
            "{\"title\": \"}\n",
        ] {
            assert_eq!(read(text), Err(("unclosed-front-matter", 1, 1)), "{text:?}");
        }
        assert_eq!(read("{\"a\": 1} text\n"), Err(("bad-front-matter", 1, 9)));
    }

    /// What `gray_matter` makes of a text: lines end in LF, and empty lines at the beginning are gone.
    fn as_lines(text: &str) -> String {
        text.lines().flat_map(|line| ["\n", line]).collect::<String>()
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(20_000))]

        #[test]
        fn places_agree_with_gray_matter(
            text in proptest::collection::vec(
                prop::sample::select(vec!["---", "--- ", "----", "-", "+++", "\n", "\r\n", "a: 1", " ", "\t", "é", "\u{a0}", "|"]),
                0..14,
            ).prop_map(|parts| parts.concat())
        ) {
            for fence in ["---", "+++"] {
                let expected = matter(&text, fence);
                match locate(&text, 0, fence) {
                    Located::Found { block, body } => {
                        let block = as_lines(&text[block]).trim().to_owned();
                        prop_assert_eq!(expected.unwrap_or_default(), block);
                        let mut splitter = Matter::<SplitOnly>::new();
                        fence.clone_into(&mut splitter.delimiter);
                        let content = splitter.parse::<serde::de::IgnoredAny>(&text).expect("it splits").content;
                        let body = as_lines(&text[body..]);
                        prop_assert_eq!(content, body.trim_start_matches('\n'));
                    }
                    Located::Nothing | Located::Unclosed { .. } => prop_assert_eq!(expected, None),
                }
            }
        }

        #[test]
        fn any_text_is_split_without_a_gap(text in "[-+;{}\": a\n\r\u{feff}é]{0,40}") {
            let path = SourcePath::new("a.md").expect("a path");
            if let Ok(Split { block, body }) = split(&Source::new(&path, &text)) {
                prop_assert!(text.is_char_boundary(body));
                if let Some((_, block)) = block {
                    prop_assert!(block.start <= block.end && block.end <= body);
                }
            }
        }
    }
}
