//! Bytes that should be text: UTF-8, or a word about the first byte that is not.

use crate::model::{Code, Diagnostic, Place, Severity, SourcePath};

/// A line longer than this is no help in a message.
const LONGEST_SHOWN: usize = 500;

/// Why bytes are not text.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct NotText {
    /// The first bad byte, from 0.
    pub(super) offset: usize,
    pub(super) line: u32,
    pub(super) column: u32,
    /// The line, if it is short enough to be shown.
    shown: Option<String>,
    /// Another encoding, if the file begins with its mark.
    encoding: Option<&'static str>,
}

/// The text that `bytes` are.
pub(super) fn text(bytes: Vec<u8>) -> Result<String, NotText> {
    String::from_utf8(bytes).map_err(|error| not_text(error.as_bytes(), error.utf8_error().valid_up_to()))
}

fn not_text(bytes: &[u8], offset: usize) -> NotText {
    let (before, after) = bytes.split_at(offset);
    let start = memchr::memrchr(b'\n', before).map_or(0, |newline| newline + 1);
    let end = offset + memchr::memchr2(b'\n', b'\r', after).unwrap_or(after.len());
    let count = |number: usize| u32::try_from(number + 1).unwrap_or(u32::MAX);
    // What stands before the first bad byte is UTF-8.
    let characters = String::from_utf8_lossy(&before[start..]).chars().count();
    let encoding = match bytes {
        [0xff, 0xfe, ..] => Some("UTF-16 (little endian)"),
        [0xfe, 0xff, ..] => Some("UTF-16 (big endian)"),
        _ => None,
    };
    NotText {
        offset,
        line: count(memchr::memchr_iter(b'\n', before).count()),
        column: count(characters),
        shown: (encoding.is_none() && end - start <= LONGEST_SHOWN)
            .then(|| String::from_utf8_lossy(&bytes[start..end]).into_owned()),
        encoding,
    }
}

impl NotText {
    /// The problem, for a file that is left out.
    pub(super) fn diagnostic(self, path: &SourcePath) -> Diagnostic {
        let (message, help) = if let Some(encoding) = self.encoding {
            (format!("the file is {encoding}, not UTF-8"), "save it as UTF-8 in your editor")
        } else {
            let place = format!("byte {} (line {}, column {})", self.offset, self.line, self.column);
            (
                format!("the file is not UTF-8: {place}"),
                "save it as UTF-8 in your editor; it may be in an older encoding such as Windows-1252",
            )
        };
        let diagnostic = Diagnostic::of_file(Code::NotUtf8, Severity::Error, path, message).help(help);
        match self.shown {
            Some(text) => diagnostic.at(Place { line: self.line, column: self.column, length: 1, text }),
            None => diagnostic,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_bad_byte_is_named() {
        for (bytes, offset, line, column) in [
            (&b"\xff"[..], 0, 1, 1),
            (b"abc\xe4d", 3, 1, 4),
            ("ä\r\nöü".as_bytes().iter().copied().chain([0x80]).collect::<Vec<_>>().leak(), 8, 2, 3),
            (b"cut \xe2\x82", 4, 1, 5),
        ] {
            let bad = text(bytes.to_vec()).expect_err("not text");
            assert_eq!((bad.offset, bad.line, bad.column), (offset, line, column));
        }
    }

    #[test]
    fn utf_16_is_named() {
        let path = SourcePath::new("a.md").expect("a path");
        let bad = text(b"\xff\xfeh\0i\0".to_vec()).expect_err("not text").diagnostic(&path);
        assert_eq!(bad.message, "the file is UTF-16 (little endian), not UTF-8");
        assert_eq!(bad.place, None);
    }

    #[test]
    fn marks_and_zeros_are_text() {
        assert_eq!(text(b"\xef\xbb\xbfa\0b".to_vec()).as_deref(), Ok("\u{feff}a\0b"));
    }
}
