//! Typed readers: each takes one value out of the tree, or says where it stands, what was expected and how to mend
//! it, and lets the rest go on. Nothing (`null`) is unset without complaint; callers that mind ask first.

use std::ops::Range;

use super::{Content, Node, Pair, listed, nearest};
use crate::model::{Amount, Code, Date, Diagnostic, Fix, NotADate, Severity, Time, parse_date};
use crate::parse::source::Source;

/// A key, a value and the file they stand in.
#[derive(Clone, Copy)]
pub(crate) struct Field<'a> {
    /// The file.
    pub(crate) source: &'a Source<'a>,
    /// The key as written.
    pub(crate) name: &'a str,
    /// Where the key stands.
    place: (usize, usize),
    /// The value.
    pub(crate) node: &'a Node,
}

impl<'a> Field<'a> {
    pub(crate) fn new(source: &'a Source<'a>, pair: &'a Pair) -> Self {
        Self { source, name: &pair.key, place: (pair.place.start, pair.place.end), node: &pair.value }
    }

    /// Where the key stands.
    pub(crate) fn key_range(&self) -> Range<usize> {
        self.place.0..self.place.1
    }

    /// Where the value stands; the key, when there is no value to point at.
    pub(crate) fn range(&self) -> Range<usize> {
        if self.node.range.is_empty() { self.key_range() } else { self.node.range.clone() }
    }

    /// The same key with another value: an item of its list.
    pub(crate) fn item(&self, node: &'a Node) -> Self {
        Self { node, ..*self }
    }

    /// This, unless nothing was written.
    pub(crate) fn if_said(&self) -> Option<&Self> {
        (!self.node.is_null()).then_some(self)
    }

    /// The items of a list; a single value is a list of one, and nothing a list of none.
    pub(crate) fn items(&self) -> Vec<Self> {
        match &self.node.content {
            Content::Null => Vec::new(),
            Content::List(items) => items.iter().map(|node| self.item(node)).collect(),
            _ => vec![*self],
        }
    }

    /// A diagnostic: `name` and then `problem`, and what was written in its place. `problem` reads on from the name:
    /// `is not a date`.
    pub(crate) fn problem(&self, code: Code, problem: &str, help: impl Into<String>) -> Diagnostic {
        let name = self.name;
        let message = match &self.node.content {
            Content::Null => format!("`{name}` is empty"),
            Content::List(_) => format!("`{name}` {problem} but a list"),
            Content::Map(_) => format!("`{name}` {problem} but keys with values"),
            _ => format!("`{name}` {problem}: `{}`", shown(&self.written().unwrap_or_default())),
        };
        self.source.diagnostic(code, Severity::Error, self.range(), message).help(help)
    }

    /// The value as written, if it is one: `1.10` stays `1.10`.
    pub(crate) fn written(&self) -> Option<String> {
        let raw = || self.source.text.get(self.node.range.clone()).filter(|_| self.node.exact).map(str::trim);
        match &self.node.content {
            Content::Text(text) => Some(text.clone()),
            Content::Bool(value) => Some(raw().map_or_else(|| value.to_string(), str::to_owned)),
            Content::Integer(value) => Some(raw().map_or_else(|| value.to_string(), str::to_owned)),
            Content::Float(value) => Some(raw().map_or_else(|| value.to_string(), str::to_owned)),
            Content::Null | Content::List(_) | Content::Map(_) => None,
        }
    }

    /// Text without white space round it; empty text is unset. Numbers are text here, as written.
    pub(crate) fn text(&self, out: &mut Vec<Diagnostic>) -> Option<String> {
        let written = self.written();
        if written.is_none() {
            let help = "write plain text, in quotes if it has `: `, `#` or `[`";
            self.unfit(out, Code::BadValue, "is not text", help);
        }
        written.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty())
    }

    /// The texts of a list, or one.
    pub(crate) fn texts(&self, out: &mut Vec<Diagnostic>) -> Vec<String> {
        self.items().iter().filter_map(|item| item.text(out)).collect()
    }

    /// `true` or `false`, also `yes`, `no`, `on`, `off`.
    pub(crate) fn yes_or_no(&self, out: &mut Vec<Diagnostic>) -> Option<bool> {
        let value = self.as_bool();
        if value.is_none() {
            self.unfit(out, Code::BadValue, "is neither `true` nor `false`", "write `true` or `false`");
        }
        value
    }

    /// The same, without complaint.
    pub(crate) fn as_bool(&self) -> Option<bool> {
        match &self.node.content {
            Content::Bool(value) => Some(*value),
            Content::Text(text) => match text.trim().to_ascii_lowercase().as_str() {
                "true" | "yes" | "on" | "y" => Some(true),
                "false" | "no" | "off" | "n" => Some(false),
                _ => None,
            },
            _ => None,
        }
    }

    /// A whole number.
    pub(crate) fn integer(&self, out: &mut Vec<Diagnostic>) -> Option<i64> {
        let value = match &self.node.content {
            Content::Integer(value) => Some(*value),
            Content::Float(_) | Content::Text(_) => self.number().and_then(whole),
            _ => None,
        };
        if value.is_none() {
            self.unfit(out, Code::BadValue, "is not a whole number", "write a whole number, such as `10`");
        }
        value
    }

    /// An amount of anything.
    pub(crate) fn amount(&self, out: &mut Vec<Diagnostic>) -> Option<Amount> {
        let value = self.number().and_then(Amount::from_f64);
        if value.is_none() {
            self.unfit(out, Code::BadValue, "is not a number", "write a plain number, such as `80000` or `8.5`");
        }
        value
    }

    /// The value as a number, without complaint; `_` between digits is let through.
    #[expect(clippy::cast_precision_loss, reason = "what people measure is far below 2^53")]
    pub(crate) fn number(&self) -> Option<f64> {
        let number = match &self.node.content {
            Content::Integer(value) => *value as f64,
            Content::Float(value) => *value,
            Content::Text(text) => text.trim().replace('_', "").parse().ok()?,
            _ => return None,
        };
        number.is_finite().then_some(number)
    }

    /// A day, and the time of it where one is written; a zone is not reckoned with, the day is the one written.
    pub(crate) fn moment(&self, out: &mut Vec<Diagnostic>) -> Option<(Date, Option<Time>)> {
        let form = "write it as YYYY-MM-DD";
        let Some(text) = self.written() else {
            self.unfit(out, Code::BadDate, "is not a date", form);
            return None;
        };
        match moment(text.trim()) {
            Ok(moment) => Some(moment),
            Err(why) => {
                let help = match &why {
                    NotADate::Form { nearest: Some(date) } => format!("{form}: `{date}`"),
                    NotADate::Form { nearest: None } => format!("{form}, a time may follow: `2026-03-01T18:30`"),
                    NotADate::NoSuchDay { why } => format!("{form}; {why}"),
                };
                let fix = match why {
                    NotADate::Form { nearest: Some(date) } => self.fix(text.trim(), &date.to_string()),
                    _ => None,
                };
                out.push(self.problem(Code::BadDate, "is not a date", help).fix(fix));
                None
            }
        }
    }

    /// The change of the value to another, which needs no quotes where the old one needed none; none unless the value
    /// is written as plainly as it is read.
    fn fix(&self, written: &str, replacement: &str) -> Option<Fix> {
        let range = self.node.range.clone();
        let raw = self.source.text.get(range.clone()).filter(|_| self.node.exact)?;
        let inner = ['"', '\''].iter().find_map(|quote| raw.strip_prefix(*quote)?.strip_suffix(*quote));
        let inner = inner.unwrap_or(raw);
        let start = range.start + (raw.len() - inner.len()) / 2 + (inner.len() - inner.trim_start().len());
        (inner.trim() == written).then(|| self.source.fix(start..start + written.len(), replacement))?
    }

    /// A day; a time behind it says nothing more.
    pub(crate) fn day(&self, out: &mut Vec<Diagnostic>) -> Option<Date> {
        self.moment(out).map(|(day, _)| day)
    }

    /// One of these words, without regard to case; `-` and spaces are as good as `_`.
    pub(crate) fn word<T: Copy>(&self, words: &[(T, &str)], out: &mut Vec<Diagnostic>) -> Option<T> {
        let written = self.written().map(|text| text.trim().to_lowercase().replace(['-', ' '], "_"));
        let found = words.iter().find(|(_, word)| Some(*word) == written.as_deref()).map(|(value, _)| *value);
        if found.is_none() {
            let known = || words.iter().map(|(_, word)| *word);
            let near = written.and_then(|written| nearest(&written, known(), 2));
            let guess = near.map_or(String::new(), |near| format!("did you mean `{near}`? "));
            self.unfit(out, Code::BadValue, "has no such value", &format!("{guess}it can be {}", listed(known())));
        }
        found
    }

    /// Hours, or a text such as `6h`, `1h 30m` or `90 min`, in minutes; at most a week's.
    pub(crate) fn minutes(&self, out: &mut Vec<Diagnostic>) -> Option<u32> {
        let minutes = self.number().map(|hours| hours * 60.0).or_else(|| duration(&self.written()?));
        let minutes =
            minutes.and_then(|minutes| whole(minutes.round())).and_then(|minutes| u32::try_from(minutes).ok());
        let fitting = minutes.filter(|minutes| *minutes <= 7 * 24 * 60);
        if fitting.is_none() {
            self.unfit(out, Code::BadValue, "is not hours a week", "write hours, such as `6`, `6h` or `1h 30m`");
        }
        fitting
    }

    /// The keys of a map.
    pub(crate) fn map(&self, out: &mut Vec<Diagnostic>) -> Option<Vec<Self>> {
        let Content::Map(pairs) = &self.node.content else {
            self.unfit(out, Code::BadValue, "is not keys with values", "write `key: value` lines below it");
            return None;
        };
        Some(pairs.iter().map(|pair| Self::new(self.source, pair)).collect())
    }

    /// The diagnostic for a key that is none of `known`.
    pub(crate) fn unknown(&self, severity: Severity, known: &[&str]) -> Diagnostic {
        let help = nearest(self.name, known.iter().copied(), 2).map_or_else(
            || format!("the keys here are {}", listed(known.iter().copied()).replace(" or ", " and ")),
            |near| format!("did you mean `{near}`?"),
        );
        let message = format!("`{}` is not a key that is known here", shown(self.name));
        self.source.diagnostic(Code::UnknownKey, severity, self.key_range(), message).help(help)
    }

    /// Complains, unless there is nothing to complain about.
    fn unfit(&self, out: &mut Vec<Diagnostic>, code: Code, problem: &str, help: &str) {
        if !self.node.is_null() {
            out.push(self.problem(code, problem, help));
        }
    }
}

/// What was typed, short enough for a message.
pub(crate) fn shown(text: &str) -> String {
    const LONGEST: usize = 60;
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line,
    }
}

/// The number, if it is whole.
#[expect(clippy::cast_possible_truncation, reason = "the range is checked before")]
fn whole(number: f64) -> Option<i64> {
    (number.fract() == 0.0 && number.abs() < 9e15).then_some(number as i64)
}

/// `YYYY-MM-DD`, then perhaps `T` or a space and `hh:mm[:ss[.fff]]`, then perhaps `Z` or an offset.
fn moment(text: &str) -> Result<(Date, Option<Time>), NotADate> {
    let (day, rest) = match text.char_indices().nth(10) {
        Some((end, 'T' | 't' | ' ')) => (&text[..end], Some(text[end + 1..].trim_start())),
        _ => (text, None),
    };
    let day = parse_date(day)?;
    match rest {
        None => Ok((day, None)),
        Some(rest) => time(rest).map(|time| (day, Some(time))).ok_or(NotADate::Form { nearest: None }),
    }
}

fn time(text: &str) -> Option<Time> {
    let clock_end = text.find(['Z', 'z', '+', '-', ' ']).unwrap_or(text.len());
    let (clock, zone) = (&text[..clock_end], text[clock_end..].trim());
    let digits = |part: &str| {
        (part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_digit())).then(|| part.parse::<i8>().ok()).flatten()
    };
    let offset = zone.strip_prefix(['+', '-']).map(|offset| offset.replace(':', ""));
    let zone_fits = match &offset {
        Some(offset) => offset.len() == 4 && offset.bytes().all(|byte| byte.is_ascii_digit()),
        None => zone.is_empty() || zone.eq_ignore_ascii_case("z"),
    };
    let mut parts = clock.splitn(3, ':');
    let (hour, minute) = (digits(parts.next()?)?, digits(parts.next()?)?);
    let second = match parts.next() {
        None => 0,
        Some(seconds) => {
            let (seconds, fraction) = seconds.split_once('.').unwrap_or((seconds, "0"));
            fraction.bytes().all(|byte| byte.is_ascii_digit()).then(|| digits(seconds)).flatten()?
        }
    };
    Time::new(hour, minute, second, 0).ok().filter(|_| zone_fits)
}

/// `1h 30m` in minutes.
fn duration(text: &str) -> Option<f64> {
    let mut rest = text.trim();
    let mut minutes = 0.0;
    while !rest.is_empty() {
        let digits = rest.find(|c: char| !c.is_ascii_digit() && c != '.')?;
        let (number, behind) = rest.split_at(digits);
        let behind = behind.trim_start();
        let unit_end = behind.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(behind.len());
        let (unit, next) = behind.split_at(unit_end);
        let each = match unit.to_ascii_lowercase().as_str() {
            "h" | "hr" | "hrs" | "hour" | "hours" => 60.0,
            "m" | "min" | "mins" | "minute" | "minutes" => 1.0,
            _ => return None,
        };
        minutes += number.parse::<f64>().ok()? * each;
        rest = next.trim_start();
    }
    (!text.trim().is_empty()).then_some(minutes)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn times_are_taken_as_written() {
        let day = Date::constant(2026, 3, 1);
        let at = |hour, minute, second| Ok((day, Some(Time::constant(hour, minute, second, 0))));
        for (text, expected) in [
            ("2026-03-01", Ok((day, None))),
            ("2026-03-01T10:05", at(10, 5, 0)),
            ("2026-03-01 10:05:06", at(10, 5, 6)),
            ("2026-03-01T10:05:06.123Z", at(10, 5, 6)),
            ("2026-03-01T23:05:06+14:00", at(23, 5, 6)),
            ("2026-03-01 10:05:06 -0130", at(10, 5, 6)),
            ("2026-03-01T25:00", Err(NotADate::Form { nearest: None })),
            ("2026-03-01T10", Err(NotADate::Form { nearest: None })),
            ("2026-03-01 soon", Err(NotADate::Form { nearest: None })),
            ("2026-3-1", Err(NotADate::Form { nearest: Some(day) })),
        ] {
            assert_eq!(moment(text), expected, "{text}");
        }
    }

    #[test]
    fn durations_are_hours_and_minutes() {
        for (text, expected) in [
            ("6h", Some(360.0)),
            ("1h 30m", Some(90.0)),
            ("1.5 hours", Some(90.0)),
            ("90min", Some(90.0)),
            ("", None),
            ("6", None),
            ("h", None),
            ("6 days", None),
        ] {
            assert_eq!(duration(text), expected, "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_read_or_refused(text in ".{0,30}") {
            let _ = (moment(&text), duration(&text), shown(&text));
        }

        #[test]
        fn nearly_dates_are_read_or_refused(text in "20[0-9T: Zé+.-]{0,24}") {
            let _ = moment(&text);
        }
    }
}
