//! Recurrence rules: `every 2 weeks on Friday`, `every month on the last`, `every day when done`.
//!
//! The grammar is that of rrule's natural language as Obsidian Tasks uses it, with `every other`, `every weekend`,
//! `every quarter` and ordinals without their ending understood, too. A rule must be read to its last word: rrule stops
//! at the first word it does not know, and Tasks then deletes the rest from the file.

/// The unit of a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unit {
    Day,
    Week,
    Month,
    Year,
}

/// A place in a month: the 15th is 15, the last -1, the second last -2.
pub(crate) type Nth = i8;

/// When a rule stops.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum End {
    /// `for 5 times`.
    Times(u32),
    /// `until 2026-12-31`, as written.
    Until(String),
}

/// A rule, understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Rule {
    /// Every so many units, at least 1.
    pub(crate) every: u32,
    pub(crate) unit: Unit,
    /// Days of the week, Monday 0, each perhaps the nth of its month.
    pub(crate) weekdays: Vec<(u8, Option<Nth>)>,
    /// Days of the month.
    pub(crate) month_days: Vec<Nth>,
    /// Months, January 1.
    pub(crate) months: Vec<u8>,
    /// Counted from the day it was done, not from its date.
    pub(crate) when_done: bool,
    pub(crate) end: Option<End>,
}

/// Why a text is no rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Unread {
    /// The words that could not be read, if some could.
    pub(crate) rest: Option<String>,
    /// The rule that was probably meant.
    pub(crate) fix: Option<String>,
}

const WEEKDAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
const MONTHS: [&str; 12] = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
];

/// Reads a rule to its end.
pub(crate) fn rule(text: &str) -> Result<Rule, Unread> {
    let lower = text.trim().to_lowercase();
    let (body, when_done) = match lower.strip_suffix("when done") {
        Some(body) => (body.trim_end(), true),
        None => (lower.as_str(), false),
    };
    let adverb = |word: &str| match word {
        "daily" => Some("every day"),
        "weekly" => Some("every week"),
        "biweekly" | "fortnightly" => Some("every 2 weeks"),
        "monthly" => Some("every month"),
        "quarterly" => Some("every 3 months"),
        "yearly" | "annually" => Some("every year"),
        _ => None,
    };
    if let Some(fix) = adverb(body) {
        let fix = if when_done { format!("{fix} when done") } else { fix.to_owned() };
        return Err(Unread { rest: None, fix: Some(fix) });
    }
    let spaced = body.replace(',', " , ");
    let words: Vec<&str> = spaced.split_whitespace().map(|word| word.trim_end_matches('!')).filter(|w| !w.is_empty()).collect();
    let mut reading = Reading { words: &words, at: 0 };
    let Some(mut rule) = reading.head() else {
        return Err(Unread { rest: None, fix: None });
    };
    reading.tail(&mut rule);
    if reading.at < words.len() {
        let rest = words[reading.at..].join(" ").replace(" , ", ", ");
        return Err(Unread { fix: ordinal_fix(body, &rest), rest: Some(rest) });
    }
    rule.when_done = when_done;
    Ok(rule)
}

/// `on the 15` was meant as `on the 15th`.
fn ordinal_fix(body: &str, rest: &str) -> Option<String> {
    let number: u32 = rest.strip_prefix("on the ").or_else(|| rest.strip_prefix("on "))?.parse().ok().filter(|n| (1..=31).contains(n))?;
    let ending = match (number % 10, number) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    Some(format!("{} on the {number}{ending}", body.strip_suffix(rest)?.trim_end()))
}

struct Reading<'w> {
    words: &'w [&'w str],
    at: usize,
}

impl Reading<'_> {
    fn peek(&self) -> &str {
        self.words.get(self.at).copied().unwrap_or("")
    }

    fn accept(&mut self, words: &[&str]) -> bool {
        let found = words.contains(&self.peek());
        self.at += usize::from(found);
        found
    }

    /// `every`, perhaps a number, and a unit, weekdays or months.
    fn head(&mut self) -> Option<Rule> {
        if !self.accept(&["every"]) {
            return None;
        }
        let mut rule = Rule {
            every: 1,
            unit: Unit::Week,
            weekdays: Vec::new(),
            month_days: Vec::new(),
            months: Vec::new(),
            when_done: false,
            end: None,
        };
        if self.accept(&["other"]) {
            rule.every = 2;
        } else if let Ok(number) = self.peek().parse::<u32>() {
            rule.every = number.clamp(1, 1000);
            self.at += 1;
        }
        let all = |days: std::ops::Range<u8>| days.map(|day| (day, None)).collect();
        match self.peek() {
            "day" | "days" => rule.unit = Unit::Day,
            "week" | "weeks" => {}
            "weekday" | "weekdays" => rule.weekdays = all(0..5),
            "weekend" | "weekends" => rule.weekdays = all(5..7),
            "month" | "months" => rule.unit = Unit::Month,
            "quarter" | "quarters" => {
                rule.unit = Unit::Month;
                rule.every = rule.every.saturating_mul(3);
            }
            "year" | "years" => rule.unit = Unit::Year,
            word => {
                if weekday(word).is_some() {
                    self.weekdays(&mut rule);
                    return Some(rule);
                }
                month(word)?;
                rule.unit = Unit::Year;
                self.months(&mut rule);
                return Some(rule);
            }
        }
        self.at += 1;
        Some(rule)
    }

    fn weekdays(&mut self, rule: &mut Rule) {
        while let Some(day) = weekday(self.peek()) {
            rule.weekdays.push((day, None));
            self.at += 1;
            self.comma(|word| weekday(word).is_some());
        }
    }

    fn months(&mut self, rule: &mut Rule) {
        while let Some(found) = month(self.peek()) {
            rule.months.push(found);
            self.at += 1;
            self.comma(|word| month(word).is_some());
        }
    }

    /// Reads over `,`, `and`, `or` when what follows is more of the same.
    fn comma(&mut self, more: impl Fn(&str) -> bool) {
        let mut at = self.at;
        while matches!(self.words.get(at).copied(), Some("," | "and" | "or" | "on" | "the")) {
            at += 1;
        }
        if at > self.at && self.words.get(at).is_some_and(|word| more(word)) {
            self.at = at;
        }
    }

    /// `on …` or `in …`, then `until …` or `for … times`. What can't be read is left.
    fn tail(&mut self, rule: &mut Rule) {
        let start = self.at;
        if self.accept(&["on", "in"]) && !self.items(rule) {
            self.at = start;
            return;
        }
        if self.peek() == "until" && self.words.len() > self.at + 1 {
            rule.end = Some(End::Until(self.words[self.at + 1..].join(" ")));
            self.at = self.words.len();
        } else if self.peek() == "for"
            && let Some(Ok(times)) = self.words.get(self.at + 1).map(|word| word.parse())
        {
            rule.end = Some(End::Times(times));
            self.at += 2;
            self.accept(&["times", "time"]);
        }
    }

    /// One item or more behind `on`; whether there was one.
    fn items(&mut self, rule: &mut Rule) -> bool {
        let mut any = false;
        loop {
            let start = self.at;
            while matches!(self.peek(), "the" | "," | "and" | "or" | "on") {
                self.at += 1;
            }
            if !self.item(rule) {
                self.at = start;
                return any;
            }
            any = true;
        }
    }

    fn item(&mut self, rule: &mut Rule) -> bool {
        if let Some(nth) = self.nth() {
            match weekday(self.peek()) {
                Some(day) => {
                    rule.weekdays.push((day, Some(nth)));
                    self.at += 1;
                }
                None => {
                    rule.month_days.push(nth);
                    self.accept(&["day", "days"]);
                }
            }
            return true;
        }
        if let Some(day) = weekday(self.peek()) {
            rule.weekdays.push((day, None));
        } else if let Some(found) = month(self.peek()) {
            rule.months.push(found);
        } else if matches!(self.peek(), "weekday" | "weekdays") {
            rule.weekdays.extend((0..5).map(|day| (day, None)));
        } else {
            return false;
        }
        self.at += 1;
        true
    }

    /// `15th`, `last`, `first`, `second last`.
    fn nth(&mut self) -> Option<Nth> {
        let word = self.peek();
        let nth = match word {
            "last" => -1,
            "first" => 1,
            "second" => 2,
            "third" => 3,
            _ => {
                let digits = word.trim_end_matches(|c: char| !c.is_ascii_digit());
                let ending = &word[digits.len()..];
                let number = digits.parse::<i8>().ok().filter(|n| (1..=31).contains(n))?;
                matches!(ending, "st" | "nd" | "rd" | "th" | ".").then_some(number)?
            }
        };
        self.at += 1;
        Some(if nth > 0 && self.accept(&["last"]) { -nth } else { nth })
    }
}

fn weekday(word: &str) -> Option<u8> {
    let word = word.strip_suffix('s').filter(|w| w.ends_with("day")).unwrap_or(word);
    named(word, &WEEKDAYS, 2)
}

fn month(word: &str) -> Option<u8> {
    named(word, &MONTHS, 3).map(|at| at + 1)
}

/// The place of a name, written whole or as its beginning.
fn named(word: &str, names: &[&str], shortest: usize) -> Option<u8> {
    let is_it = |name: &&str| **name == *word || (word.len() >= shortest && word.len() <= 5 && name.starts_with(word));
    names.iter().position(|name| is_it(&name)).and_then(|at| u8::try_from(at).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_are_read_to_their_end() {
        for text in [
            "every day", "every 3 days when done", "every week on Tuesday, Friday", "every weekday", "every other week",
            "every weekend", "every quarter", "every Sunday", "every month on the last", "every month on the 31st",
            "every month on the 2nd last Friday", "every January on the 15th", "every 2 weeks for 5 times",
            "every year until 31 December 2027", "every 2 weeks", "Every Day", "every mon, wed and fri", "every month on the 1st and 15th",
        ] {
            assert!(rule(text).is_ok(), "{text}: {:?}", rule(text));
        }
        assert_eq!(rule("every weekend").map(|rule| rule.weekdays), Ok(vec![(5, None), (6, None)]));
        assert_eq!(rule("every other month on the second last").map(|rule| (rule.every, rule.month_days)), Ok((2, vec![-2])));
    }

    #[test]
    fn what_is_left_over_is_told() {
        let unread = |text: &str| rule(text).expect_err("not a rule");
        assert_eq!(unread("weekly").fix.as_deref(), Some("every week"));
        assert_eq!(unread("every week then call mom").rest.as_deref(), Some("then call mom"));
        assert_eq!(unread("every month on the 15").fix.as_deref(), Some("every month on the 15th"));
        assert_eq!(unread("sometimes"), Unread { rest: None, fix: None });
    }
}
