//! Files of the site as answers: their kind, and the part of them that was asked for.

use std::io::{Read, Seek, SeekFrom};
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use axum::body::{Body, Bytes};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use futures_core::Stream;

use super::Shared;
use crate::pipeline::Made;
use crate::store;

/// How much of a file is read at a time, in bytes.
const PIECE: usize = 64 << 10;

/// What a file is, by its ending.
pub(super) fn kind(path: &str) -> String {
    let kind = mime_guess::from_path(path).first_or_octet_stream();
    let text = kind.type_() == "text" || matches!(kind.subtype().as_str(), "json" | "javascript" | "xml");
    if text { format!("{kind}; charset=utf-8") } else { kind.to_string() }
}

/// A part of a file, in bytes: from the first to the one after the last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    All,
    Range(u64, u64),
    /// It has no such part.
    Outside,
}

/// The part that is asked for of a file with `size` bytes (RFC 9110, 14.1.2). Who asks for several at once gets all, as
/// may be done.
fn part(headers: &HeaderMap, size: u64) -> Part {
    let asked = headers.get(header::RANGE).and_then(|value| value.to_str().ok());
    let Some((first, last)) = asked.and_then(|asked| asked.strip_prefix("bytes=")?.trim().split_once('-')) else {
        return Part::All;
    };
    match (first.parse::<u64>(), last.parse::<u64>()) {
        (Ok(first), Ok(last)) if first > last => Part::All,
        (Ok(first), _) if first >= size => Part::Outside,
        (Ok(first), Ok(last)) => Part::Range(first, (last + 1).min(size)),
        (Ok(first), Err(_)) if last.is_empty() => Part::Range(first, size),
        (Err(_), Ok(0)) if first.is_empty() => Part::Outside,
        (Err(_), Ok(last)) if first.is_empty() => Part::Range(size.saturating_sub(last), size),
        _ => Part::All,
    }
}

/// Answers with a file, or the part of it that is asked for.
pub(super) fn answer(shared: &Shared, path: &str, file: &Made, headers: &HeaderMap) -> Response {
    match file {
        Made::Bytes(bytes) => {
            let size = bytes.len() as u64;
            let whole = Bytes::from_owner(Arc::clone(bytes));
            let at = |number: u64| usize::try_from(number).unwrap_or(usize::MAX);
            answer_part(path, size, part(headers, size), |from, to| Body::from(whole.slice(at(from)..at(to))))
        }
        Made::Copy(source) => match store::open_file(&shared.root, source) {
            Ok((mut file, size)) => {
                let part = part(headers, size);
                let start = if let Part::Range(from, _) = part { from } else { 0 };
                if file.seek(SeekFrom::Start(start)).is_err() {
                    return gone();
                }
                answer_part(path, size, part, |from, to| Body::from_stream(Pieces { file, left: to - from }))
            }
            Err(_) => gone(),
        },
    }
}

/// A file of the journal that went away since the last build; the next will know.
fn gone() -> Response {
    (StatusCode::NOT_FOUND, "this file can't be read any more\n").into_response()
}

fn answer_part(path: &str, size: u64, part: Part, body: impl FnOnce(u64, u64) -> Body) -> Response {
    let (status, from, to) = match part {
        Part::All => (StatusCode::OK, 0, size),
        Part::Range(from, to) => (StatusCode::PARTIAL_CONTENT, from, to),
        Part::Outside => (StatusCode::RANGE_NOT_SATISFIABLE, 0, 0),
    };
    let range = match part {
        Part::All => None,
        Part::Range(from, to) => Some(format!("bytes {from}-{}/{size}", to - 1)),
        Part::Outside => Some(format!("bytes */{size}")),
    };
    let mut response = (status, body(from, to)).into_response();
    let headers = response.headers_mut();
    if let Ok(kind) = HeaderValue::from_str(&kind(path)) {
        headers.insert(header::CONTENT_TYPE, kind);
    }
    headers.insert(header::CONTENT_LENGTH, (to - from).into());
    headers.insert(header::ACCEPT_RANGES, HeaderValue::from_static("bytes"));
    if let Some(range) = range.and_then(|range| HeaderValue::from_str(&range).ok()) {
        headers.insert(header::CONTENT_RANGE, range);
    }
    response
}

/// A file, piece by piece: a film is never in memory as a whole.
struct Pieces<R> {
    file: R,
    left: u64,
}

impl<R: Read + Unpin> Stream for Pieces<R> {
    type Item = std::io::Result<Bytes>;

    fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let length = usize::try_from(self.left).map_or(PIECE, |left| left.min(PIECE));
        if length == 0 {
            return Poll::Ready(None);
        }
        let mut piece = vec![0; length];
        Poll::Ready(Some(match self.file.read(&mut piece) {
            // A file that has become shorter can't be answered to the end that was said.
            Ok(0) => Err(std::io::ErrorKind::UnexpectedEof.into()),
            Ok(count) => {
                self.left -= count as u64;
                piece.truncate(count);
                Ok(piece.into())
            }
            Err(error) => Err(error),
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_is_what_was_asked_for() {
        let asked = |range: &'static str| {
            let mut headers = HeaderMap::new();
            headers.insert(header::RANGE, HeaderValue::from_static(range));
            part(&headers, 100)
        };
        for (range, expected) in [
            ("bytes=0-", Part::Range(0, 100)),
            ("bytes=10-19", Part::Range(10, 20)),
            ("bytes=90-200", Part::Range(90, 100)),
            ("bytes=-10", Part::Range(90, 100)),
            ("bytes=-1000", Part::Range(0, 100)),
            ("bytes=100-", Part::Outside),
            ("bytes=-0", Part::Outside),
            ("bytes=5-4", Part::All),
            ("bytes=0-1,5-6", Part::All),
            ("bytes=a-b", Part::All),
            ("lines=1-2", Part::All),
        ] {
            assert_eq!(asked(range), expected, "{range}");
        }
        assert_eq!(part(&HeaderMap::new(), 100), Part::All);
    }

    #[test]
    fn text_is_said_to_be_utf_8() {
        assert_eq!(kind("a/b.html"), "text/html; charset=utf-8");
        assert_eq!(kind("a.js"), "text/javascript; charset=utf-8");
        assert_eq!(kind("journal.json"), "application/json; charset=utf-8");
        assert_eq!(kind("a.svg"), "image/svg+xml");
        assert_eq!(kind("no-ending"), "application/octet-stream");
    }
}
