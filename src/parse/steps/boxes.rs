//! The box: what is one, and what the character in it means.

use std::collections::BTreeMap;
use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use super::Remark;
use crate::model::{Code, Severity, State};

/// What a list item begins with.
pub(super) enum Shape<'a> {
    /// A box: its bytes with brackets, and the character in it.
    Box { range: Range<usize>, symbol: &'a str },
    /// Something else, perhaps with a remark.
    Plain(Option<Remark>),
}

/// Looks for a box behind the list marker: `[`, one character, `]`, then a blank or the end of the line.
pub(super) fn shape(line: &str) -> Shape<'_> {
    let after_marker = match line.as_bytes().first() {
        Some(b'-' | b'*' | b'+') => 1,
        Some(b'0'..=b'9') => {
            let digits = line.bytes().take_while(u8::is_ascii_digit).count();
            match line.as_bytes().get(digits) {
                Some(b'.' | b')') => digits + 1,
                _ => return Shape::Plain(None),
            }
        }
        _ => return Shape::Plain(None),
    };
    let rest = &line[after_marker..];
    let blank = rest.len() - rest.trim_start_matches([' ', '\t']).len();
    let start = after_marker + blank;
    let Some(inner) = line[start..].strip_prefix('[').filter(|_| (1..=4).contains(&blank)) else {
        return Shape::Plain(None);
    };
    let Some(close) = inner.find(']') else { return Shape::Plain(None) };
    let symbol = &inner[..close];
    let range = start..start + close + 2;
    let behind = line[range.end..].chars().next();
    let remark = |message: String, help: &str| {
        Shape::Plain(Some(Remark {
            code: Code::BadBox,
            severity: Severity::Note,
            range: range.clone(),
            message,
            help: Some(help.to_owned()),
        }))
    };
    if symbol.graphemes(true).count() != 1 {
        return match symbol {
            symbol if !symbol.is_empty() && symbol.chars().all(|c| c == ' ') => {
                remark("a box with more than one space is no step".to_owned(), "write `[ ]` with one space")
            }
            _ => Shape::Plain(None),
        };
    }
    match behind {
        None => Shape::Box { range, symbol },
        Some(c) if c.is_whitespace() => Shape::Box { range, symbol },
        // `[x](address)` is a link, `[x]: address` a definition, `[x][y]` a reference.
        Some('(' | ':' | '[') => Shape::Plain(None),
        Some(_) => remark(format!("`[{symbol}]` with no space behind it is no step"), "write a space behind the box"),
    }
}

/// What the character means, and whether the step is important.
pub(super) fn meaning(
    symbol: &str,
    statuses: &BTreeMap<String, State>,
    range: &Range<usize>,
    remarks: &mut Vec<Remark>,
) -> (State, bool) {
    if let Some(state) = statuses.get(symbol) {
        return (*state, false);
    }
    let state = match symbol {
        " " | "\t" => State::Open,
        "x" | "X" => State::Done,
        "/" => State::Doing,
        "-" => State::Cancelled,
        ">" => State::Deferred,
        "<" => State::Scheduled,
        "?" => State::Waiting,
        "h" => State::OnHold,
        "!" | "*" => return (State::Open, true),
        "i" | "I" | "n" | "N" | "l" | "b" | "\"" | "p" | "c" | "S" | "u" | "d" | "f" | "k" | "w" => State::Note,
        _ if symbol.len() == 1 && symbol.bytes().all(|b| b.is_ascii_digit()) => State::Note,
        _ => {
            remarks.push(Remark {
                code: Code::UnknownStatus,
                severity: Severity::Warning,
                range: range.clone(),
                message: format!("`[{}]` has no meaning yet; the step counts as open", symbol.escape_debug()),
                help: Some("write a box that is known, or give this one a meaning with `statuses:` in journal.yaml".to_owned()),
            });
            State::Open
        }
    };
    (state, false)
}
