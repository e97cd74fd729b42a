//! Syntax errors in words that help: what YAML makes of common slips is rarely what a writer would look for.

use std::ops::Range;

use super::Written;
use super::meaning::{Fault, TOO_MUCH};
use crate::model::{Code, Diagnostic, Severity};
use crate::parse::source::Source;

/// The fault as a diagnostic about the file.
pub(super) fn diagnostic(source: &Source<'_>, block: &Range<usize>, fault: &Fault, place: Written) -> Diagnostic {
    let text = &source.text[block.clone()];
    let at = block.start + fault.at.unwrap_or(text.len() - text.trim_start().len()).min(text.len());
    // The end of the block is the fence; what is wrong stands before it.
    let at = if at == block.end { block.start + text.trim_end().len().saturating_sub(1) } else { at };
    let at = (block.start..=at).rev().find(|at| source.text.is_char_boundary(*at)).unwrap_or(block.start);
    let line = source.line_range(source.line_at(at));
    let written = &source.text[line.clone()];
    let word = source.text[at..line.end.max(at)].split([' ', ',', ']', '}']).next().unwrap_or_default();
    let error = |range: Range<usize>, code: Code, message: String, help: String| {
        source.diagnostic(code, Severity::Error, range, message).help(help)
    };
    let here = at..at + word.len().max(1);
    let bad = place.code();
    let has = |part: &str| fault.message.contains(part);

    if has("duplicate key") {
        return error(
            here,
            Code::DuplicateKey,
            format!("`{}` is there twice", word.trim()),
            "keep one of them; several values are a list".into(),
        );
    }
    if has(TOO_MUCH) || has("repetition limit") {
        return error(here, bad, TOO_MUCH.into(), "write the values out".into());
    }
    if has("recursion limit") {
        return error(here, bad, "values are nested too deeply".into(), "write fewer levels".into());
    }
    if has("cannot start any token") {
        return match source.text[at..].chars().next() {
            Some('\t') => error(
                at..at + 1,
                bad,
                "a tab can't indent a line of YAML".into(),
                "indent with spaces, two for each level".into(),
            ),
            Some(c) => error(
                here,
                bad,
                format!("`{c}` is reserved in YAML: quote it"),
                format!("write `\"{}\"`", word.replace('"', "\\\"")),
            ),
            None => error(here, bad, "the value is missing".into(), "write it behind the colon".into()),
        };
    }
    if has("mapping values are not allowed") {
        if let Some((key, value)) = written.split_once(':').filter(|(_, value)| value.contains(": ")) {
            let value = value.trim();
            let start = line.end - written.trim_end().len() + written.find(value).unwrap_or(0);
            let start = start.min(at);
            let start = if source.text.is_char_boundary(start) { start } else { at };
            return error(
                start..line.end,
                bad,
                format!("a value with a colon needs quotes: `{value}`"),
                format!("write `{}: \"{}\"`", key.trim_start(), value.replace('\\', "\\\\").replace('"', "\\\"")),
            );
        }
        return error(
            here,
            bad,
            "a key stands where none can be".into(),
            "indent keys of one level alike, and quote values that go on over several lines".into(),
        );
    }
    if has("unexpected end of stream") {
        let opened = fault.context_line.map_or(line, |number| {
            let number = source.line_at(block.start) as usize + number - 1;
            source.line_range(u32::try_from(number).unwrap_or(u32::MAX))
        });
        return error(opened, bad, "a quote is opened and never closed".into(), "close it on the same line".into());
    }
    if written.contains("[[") {
        return error(
            line,
            bad,
            "these wikilinks can't be read without quotes".into(),
            "write each as `\"[[name]]\"`; several are a list: `[\"[[one]]\", \"[[other]]\"]`".into(),
        );
    }
    error(
        here,
        bad,
        format!("{} can't be read: {}", place.name(), fault.message),
        "write one `key: value` to a line, and quote values with special characters".into(),
    )
}
