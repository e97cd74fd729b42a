//! Typed readers: each takes a value, says what is wrong with it and how to mend it, and goes on.

use std::ops::Range;

use super::super::source::Source;
use super::{Content, Node};
use crate::model::{Amount, Code, Date, Diagnostic, NotADate, Severity, Spot, Time, Value, parse_date};

/// Reads values of one file and collects what is wrong with them.
pub(in crate::parse) struct Reader<'a, 's> {
    pub(in crate::parse) source: &'a Source<'s>,
    pub(in crate::parse) diagnostics: Vec<Diagnostic>,
}

impl<'a, 's> Reader<'a, 's> {
    pub(in crate::parse) fn new(source: &'a Source<'s>) -> Self {
        Self { source, diagnostics: Vec::new() }
    }

    pub(in crate::parse) fn problem(
        &mut self,
        code: Code,
        severity: Severity,
        at: &Range<usize>,
        message: String,
        help: &str,
    ) {
        self.diagnostics.push(self.source.diagnostic(code, severity, at.clone(), message).help(help));
    }

    /// `key` is not what it must be.
    pub(in crate::parse) fn wrong(&mut self, key: &str, node: &Node, expected: &str, help: &str) {
        let written = self.written(node);
        let message = format!("`{key}` is not {expected}: {written}");
        self.problem(Code::BadValue, Severity::Error, &node.range, message, help);
    }

    pub(in crate::parse) fn spot(&self, node: &Node) -> Spot {
        self.source.spot(node.range.clone())
    }

    /// What the person wrote, as a message shows it.
    fn written(&self, node: &Node) -> String {
        match &node.content {
            Content::Text(text) if text.chars().count() <= 60 => format!("`{}`", text.replace('\n', " ")),
            Content::Bool(_) | Content::Integer(_) | Content::Float(_) => {
                format!("`{}`", self.source.text.get(node.range.clone()).unwrap_or_default().trim())
            }
            _ => format!("there is {}", node.kind()),
        }
    }

    /// Text; numbers and switches are taken as they are written.
    pub(in crate::parse) fn text(&mut self, key: &str, node: &Node) -> Option<String> {
        let text = self.as_text(node);
        if text.is_none() {
            self.wrong(key, node, "text", "write one line of text, in quotes if it has a colon or brackets");
        }
        text.map(|text| text.trim().to_owned())
    }

    /// The text of a scalar.
    pub(in crate::parse) fn as_text(&self, node: &Node) -> Option<String> {
        match &node.content {
            Content::Text(text) => Some(text.clone()),
            Content::Integer(_) | Content::Float(_) | Content::Bool(_) => {
                self.source.text.get(node.range.clone()).map(|text| text.trim().trim_matches(['"', '\'']).to_owned())
            }
            _ => None,
        }
    }

    /// A list of texts, or one text.
    pub(in crate::parse) fn texts(&mut self, key: &str, node: &Node) -> Vec<(String, Range<usize>)> {
        let items = match &node.content {
            Content::List(items) => items.as_slice(),
            _ => std::slice::from_ref(node),
        };
        let mut texts = Vec::new();
        for item in items.iter().filter(|item| !item.is_null()) {
            if let Some(text) = self.text(key, item) {
                texts.push((text, item.range.clone()));
            }
        }
        texts
    }

    /// A list of words: a list, or a text with spaces or commas.
    pub(in crate::parse) fn words(&mut self, key: &str, node: &Node) -> Vec<String> {
        let split = matches!(node.content, Content::Text(_));
        let texts = self.texts(key, node);
        let words = texts.iter().flat_map(|(text, _)| {
            if split { text.split([' ', ',', '\t', '\n']).collect::<Vec<_>>() } else { vec![text.as_str()] }
        });
        words.map(|word| word.trim().trim_start_matches('#').to_owned()).filter(|word| !word.is_empty()).collect()
    }

    pub(in crate::parse) fn flag(&mut self, key: &str, node: &Node) -> Option<bool> {
        let flag = as_flag(node);
        if flag.is_none() {
            self.wrong(key, node, "true or false", "write `true` or `false`");
        }
        flag
    }

    pub(in crate::parse) fn integer(&mut self, key: &str, node: &Node) -> Option<i64> {
        let number = match &node.content {
            Content::Integer(number) => Some(*number),
            Content::Text(text) => text.trim().parse().ok(),
            _ => None,
        };
        if number.is_none() {
            self.wrong(key, node, "a whole number", "write digits only");
        }
        number
    }

    pub(in crate::parse) fn amount(&mut self, key: &str, node: &Node) -> Option<Amount> {
        let number = as_number(node).and_then(Amount::from_f64);
        if number.is_none() {
            self.wrong(key, node, "a number", "write digits, with a point before decimals: 8.25");
        }
        number
    }

    pub(in crate::parse) fn date(&mut self, key: &str, node: &Node) -> Option<Date> {
        self.moment(key, node).map(|(date, _)| date)
    }

    /// `YYYY-MM-DD`, perhaps with a time: RFC 3339, or with a space for the `T` and without a zone.
    pub(in crate::parse) fn moment(&mut self, key: &str, node: &Node) -> Option<(Date, Option<Time>)> {
        let text = self.as_text(node).unwrap_or_default();
        match moment(text.trim()) {
            Ok(moment) => Some(moment),
            Err(problem) => {
                let written = self.written(node);
                let (message, help) = match problem {
                    NotADate::NoSuchDay { why } => (format!("`{key}` is not a day that exists: {written}"), why),
                    NotADate::Form { nearest: Some(date) } => {
                        (format!("`{key}` is not a date: {written}"), format!("write it as {date}"))
                    }
                    NotADate::Form { nearest: None } => {
                        (format!("`{key}` is not a date: {written}"), "write it as YYYY-MM-DD".to_owned())
                    }
                };
                self.problem(Code::BadDate, Severity::Error, &node.range, message, &help);
                None
            }
        }
    }

    /// One of some words, with the near one named.
    pub(in crate::parse) fn choice<T: Copy>(&mut self, key: &str, node: &Node, choices: &[(&str, T)]) -> Option<T> {
        let text = self.as_text(node).unwrap_or_default().trim().to_lowercase();
        if let Some((_, value)) = choices.iter().find(|(name, _)| *name == text) {
            return Some(*value);
        }
        let names: Vec<&str> = choices.iter().map(|(name, _)| *name).collect();
        let near = super::near(&text, names.iter().copied()).map(|near| format!("did you mean `{near}`? "));
        let help = format!("{}it can be {}", near.unwrap_or_default(), one_of(&names));
        self.wrong(key, node, "a word known here", &help);
        None
    }

    /// Hours: a number of them, `6h`, `1h 30m`. In minutes.
    pub(in crate::parse) fn hours(&mut self, key: &str, node: &Node) -> Option<u32> {
        let minutes = match &node.content {
            Content::Text(text) => duration(text),
            _ => as_number(node).and_then(|hours| minutes_of(hours * 60.0)),
        };
        if minutes.is_none() {
            self.wrong(key, node, "a number of hours", "write `6`, `6h` or `1h 30m`");
        }
        minutes
    }
}

/// `a`, `b` or `c`.
pub(in crate::parse) fn one_of(names: &[&str]) -> String {
    match names {
        [] => String::new(),
        [one] => format!("`{one}`"),
        [rest @ .., last] => format!("`{}` or `{last}`", rest.join("`, `")),
    }
}

pub(in crate::parse) fn as_flag(node: &Node) -> Option<bool> {
    match &node.content {
        Content::Bool(flag) => Some(*flag),
        Content::Text(text) => match text.trim().to_lowercase().as_str() {
            "true" | "yes" | "on" => Some(true),
            "false" | "no" | "off" => Some(false),
            _ => None,
        },
        Content::Integer(1) => Some(true),
        Content::Integer(0) => Some(false),
        _ => None,
    }
}

#[expect(clippy::cast_precision_loss, reason = "beyond 2^53 nobody counts single words")]
fn as_number(node: &Node) -> Option<f64> {
    match &node.content {
        Content::Integer(number) => Some(*number as f64),
        Content::Float(number) => Some(*number),
        Content::Text(text) => text.trim().replace([',', '_'], "").parse().ok(),
        _ => None,
    }
    .filter(|number: &f64| number.is_finite())
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the range is checked before")]
fn minutes_of(minutes: f64) -> Option<u32> {
    (0.0..=f64::from(u32::MAX)).contains(&minutes).then(|| minutes.round() as u32)
}

/// `6h`, `1h 30m`, `90 min`, in minutes.
fn duration(text: &str) -> Option<u32> {
    let compact: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    if let Ok(hours) = compact.parse::<f64>() {
        return minutes_of(hours * 60.0);
    }
    let mut rest = compact.to_lowercase();
    let mut total = 0.0;
    while !rest.is_empty() {
        let digits = rest.find(|c: char| !c.is_ascii_digit() && c != '.')?;
        let number: f64 = rest[..digits].parse().ok()?;
        let unit_end = rest[digits..].find(|c: char| c.is_ascii_digit()).map_or(rest.len(), |at| digits + at);
        total += match &rest[digits..unit_end] {
            "h" | "hr" | "hrs" | "hour" | "hours" => number * 60.0,
            "m" | "min" | "mins" | "minute" | "minutes" => number,
            _ => return None,
        };
        rest = rest[unit_end..].to_owned();
    }
    minutes_of(total)
}

/// A date, perhaps with a time. What follows the time is a zone: the day is the one that was written.
fn moment(text: &str) -> Result<(Date, Option<Time>), NotADate> {
    let (day, rest) = match text.get(..10) {
        Some(day) if text.len() > 10 => (day, &text[10..]),
        _ => (text, ""),
    };
    let not_a_date = || NotADate::Form { nearest: parse_date(day).ok() };
    let date = parse_date(day)?;
    if rest.is_empty() {
        return Ok((date, None));
    }
    let clock = rest.strip_prefix(['T', 't', ' ']).ok_or_else(not_a_date)?.trim_start();
    let end = clock.find(|c: char| !c.is_ascii_digit() && !matches!(c, ':' | '.')).unwrap_or(clock.len());
    let (clock, zone) = clock.split_at(end);
    let zone = zone.trim();
    let is_zone = zone.is_empty()
        || zone.eq_ignore_ascii_case("z")
        || (zone.starts_with(['+', '-']) && zone[1..].chars().all(|c| c.is_ascii_digit() || c == ':'));
    let time = clock.parse::<Time>().ok().filter(|_| is_zone && clock.contains(':')).ok_or_else(not_a_date)?;
    Ok((date, Some(time)))
}

/// A value as it is kept for templates.
pub(in crate::parse) fn extra(node: &Node) -> Value {
    match &node.content {
        Content::Null => Value::Null,
        Content::Bool(flag) => Value::Bool(*flag),
        Content::Integer(number) => Value::Integer(*number),
        Content::Float(number) => Value::float(*number),
        Content::Text(text) => Value::Text(text.clone()),
        Content::List(items) => Value::List(items.iter().map(extra).collect()),
        Content::Map(fields) => {
            Value::Map(fields.iter().map(|field| (field.key.clone(), extra(&field.value))).collect())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_are_read_as_written() {
        let day = Date::constant(2026, 3, 1);
        let ten = Some(Time::constant(10, 5, 0, 0));
        for text in [
            "2026-03-01T10:05",
            "2026-03-01 10:05",
            "2026-03-01T10:05:00Z",
            "2026-03-01T10:05:00+02:00",
            "2026-03-01 10:05 -0300",
        ] {
            assert_eq!(moment(text), Ok((day, ten)), "{text}");
        }
        assert_eq!(moment("2026-03-01"), Ok((day, None)));
        for text in ["2026-03-01x", "2026-03-01T", "2026-03-01T25:00", "2026-03-01T10", "2026-03-01T10:00 or so"] {
            assert!(moment(text).is_err(), "{text}");
        }
    }

    #[test]
    fn durations_are_read() {
        for (text, minutes) in [("6h", 360), ("1h 30m", 90), ("90 min", 90), ("1.5", 90), ("0.5h", 30)] {
            assert_eq!(duration(text), Some(minutes), "{text}");
        }
        for text in ["", "h", "3d", "-1", "1h30", "1e99h"] {
            assert!(text.is_empty() || duration(text).is_none(), "{text}");
        }
    }
}
