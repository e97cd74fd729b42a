//! What stands among the words: the checkpoint's flag, the block id, tags and people.

use std::ops::Range;

use super::fields::{Found, VARIATION};
use super::mask::is_gap;
use crate::model::{Code, Severity};

/// The flag at the beginning: `🚩`, or `🏁`, which Obsidian Tasks takes for a field of its own when a word follows it at
/// the end of the line, and deletes. Its bytes.
pub(super) fn flag(line: &str, masked: &str, from: usize, found: &mut Found) -> Option<Range<usize>> {
    let text = masked[from..].trim_start_matches(is_gap);
    let start = masked.len() - text.len();
    let c = text.chars().next().filter(|c| matches!(c, '🚩' | '🏁'))?;
    let mut end = start + c.len_utf8();
    end += line[end..].strip_prefix(VARIATION).map_or(0, |_| VARIATION.len_utf8());
    if c == '🏁' {
        let help = "write 🚩: Obsidian Tasks deletes 🏁 and the word behind it";
        found.remark(Code::WrongFlag, Severity::Warning, &(start..end), "`🏁` is not the flag of a checkpoint".to_owned(), help);
    }
    Some(start..end + (line[end..].len() - line[end..].trim_start_matches(is_gap).len()))
}

/// Takes off ` ^id` at the very end; where the rest of the line ends.
pub(super) fn block_id(line: &str, masked: &str, from: usize, found: &mut Found) -> usize {
    let text = masked[from..].trim_end_matches(is_gap);
    let end = from + text.len();
    let Some(caret) = text.rfind('^') else { return end };
    let at = from + caret;
    let opens = caret == 0 || text[..caret].ends_with(is_gap);
    let id = &text[caret + 1..];
    if !opens || id.is_empty() {
        return end;
    }
    if id.chars().all(|c| c.is_ascii_alphanumeric() || c == '-') {
        found.fields.block_id = Some(id.to_owned());
        let start = super::trailing::with_blank_before(line, at, from);
        found.hidden.push(start..end);
        found.seen.push(start..end);
        return start;
    }
    let range = at..end;
    if id.contains(is_gap) {
        let word = id.split(is_gap).next().unwrap_or_default();
        if !word.is_empty() && word.chars().all(|c| c.is_ascii_alphanumeric() || c == '-') {
            let help = "move it to the end of the line";
            found.remark(Code::BadBlockId, Severity::Note, &(at..at + 1 + word.len()), format!("`^{word}` is text here: a block id is the last thing on its line"), help);
        }
        return end;
    }
    found.remark(Code::BadBlockId, Severity::Warning, &range, format!("`^{id}` is no block id"), "Obsidian takes letters, digits and `-`");
    // What stands before it is still read from the end, as if it were not there.
    found.seen.push(range);
    super::trailing::with_blank_before(line, at, from)
}

/// Tags as Obsidian has them: behind a blank, of letters, digits, `_`, `-`, `/` and signs, not digits alone.
pub(super) fn tags(_line: &str, masked: &str, within: Range<usize>, found: &mut Found) {
    for (at, tag) in marked_words(masked, within, '#', |c| c == '#') {
        let end = tag.find(|c: char| !is_tag_character(c)).unwrap_or(tag.len());
        let tag = tag[..end].trim_end_matches('/');
        let only_digits = tag.chars().all(|c| c.is_ascii_digit() || matches!(c, '/' | '-' | '_'));
        if tag.is_empty() || only_digits || found.is_seen(at) {
            continue;
        }
        if !found.fields.tags.iter().any(|known| known.to_lowercase() == tag.to_lowercase()) {
            found.fields.tags.push(tag.to_owned());
        }
    }
}

fn is_tag_character(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '_' | '-' | '/' | '\u{200d}' | VARIATION) || (!c.is_ascii() && !c.is_whitespace() && !is_punctuation(c))
}

/// Quotation marks, dashes and the like, which end a tag.
fn is_punctuation(c: char) -> bool {
    matches!(c, '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205e}' | '\u{3000}'..='\u{303f}' | '\u{ff00}'..='\u{ff0f}' | '«' | '»' | '¿' | '¡')
}

/// People: `@name` behind a blank or an opening bracket.
pub(super) fn people(_line: &str, masked: &str, within: Range<usize>, found: &mut Found) {
    for (at, name) in marked_words(masked, within, '@', |c| c == '(') {
        let end = name.find(|c: char| !(c.is_alphanumeric() || matches!(c, '_' | '-'))).unwrap_or(name.len());
        let name = name[..end].trim_end_matches('-');
        let starts = name.starts_with(char::is_alphabetic);
        if !starts || found.is_seen(at) {
            continue;
        }
        if !found.fields.people.iter().any(|known| known.to_lowercase() == name.to_lowercase()) {
            found.fields.people.push(name.to_owned());
        }
    }
}

/// What stands behind `mark` where that begins a word, or follows what `also` allows; with its place.
fn marked_words<'m>(
    masked: &'m str,
    within: Range<usize>,
    mark: char,
    also: fn(char) -> bool,
) -> impl Iterator<Item = (usize, &'m str)> {
    let start = within.start;
    masked[within].match_indices(mark).filter_map(move |(at, _)| {
        let at = start + at;
        let opens = masked[..at].chars().next_back().is_none_or(|c| c.is_whitespace() || is_gap(c) || also(c));
        opens.then(|| (at, &masked[at + 1..]))
    })
}
