//! From words to a rule: a recursive descent that never goes back further than one list item.

use super::names::{month, weekday};
use super::tokens::{Kind, Token, tokens};
use super::{Anchor, Dialect, End, MONDAY_TO_FRIDAY, On, OnWeekday, Rule, Unit, Unread, ordinal};
use crate::model::{Date, Weekday};

/// Reads a recurrence rule, to its end.
///
/// # Errors
/// [`Unread`] says how far it is one, and what was perhaps meant.
pub(crate) fn rule(text: &str) -> Result<Rule, Unread> {
    let lower = text.to_ascii_lowercase();
    let mut tokens = tokens(&lower);
    let anchor = match tokens.as_slice() {
        [.., when, done] if when.kind == Kind::Word("when") && done.kind == Kind::Word("done") => Anchor::Done,
        _ => Anchor::Planned,
    };
    if anchor == Anchor::Done {
        tokens.truncate(tokens.len() - 2);
    }
    if let [Token { kind: Kind::Word(adverb), .. }] = tokens.as_slice() {
        return Err(Unread::NoRule { meant: meant_by(adverb, anchor) });
    }
    let mut parser = Parser { tokens: &tokens, at: 0, dialect: Dialect::Tasks, bare_ordinal: None, meant: Vec::new() };
    let Some((interval, unit, on)) = parser.every() else { return Err(Unread::NoRule { meant: parser.meant }) };
    let end = parser.end();
    // A number that letters follow at once is none.
    let stands_apart = |number: &Token<'_>| !lower[number.end..].starts_with(|c: char| c.is_ascii_alphanumeric());
    match (parser.tokens.get(parser.at), parser.bare_ordinal.filter(stands_apart)) {
        (None, _) => Ok(Rule { interval, unit, on, end, anchor, dialect: parser.dialect }),
        (Some(_), Some(number)) => {
            let Token { kind: Kind::Number(n), start, end } = number else {
                return Err(Unread::NoRule { meant: Vec::new() });
            };
            let day = i8::try_from(n).map_or_else(|_| n.to_string(), ordinal);
            Err(Unread::Ordinal { number: start..end, day })
        }
        (Some(token), None) => Err(Unread::Words { from: token.start }),
    }
}

/// The rule that an adverb alone is short for.
fn meant_by(adverb: &str, anchor: Anchor) -> Vec<String> {
    let (interval, unit) = match adverb {
        "hourly" => (1, Unit::Hour),
        "daily" => (1, Unit::Day),
        "weekly" => (1, Unit::Week),
        "biweekly" | "fortnightly" => (2, Unit::Week),
        "monthly" => (1, Unit::Month),
        "quarterly" => (3, Unit::Month),
        "yearly" | "annually" => (1, Unit::Year),
        _ => return Vec::new(),
    };
    let rule = Rule { interval, unit, on: On::default(), end: End::Never, anchor, dialect: Dialect::Tasks };
    vec![rule.to_string()]
}

struct Parser<'a> {
    tokens: &'a [Token<'a>],
    at: usize,
    dialect: Dialect,
    /// A number where `15th` was expected.
    bare_ordinal: Option<Token<'a>>,
    /// What was perhaps meant, when there is no rule.
    meant: Vec<String>,
}

impl<'a> Parser<'a> {
    fn peek(&self) -> Option<Kind<'a>> {
        self.tokens.get(self.at).map(|token| token.kind)
    }

    fn word(&self) -> Option<&'a str> {
        match self.peek()? {
            Kind::Word(word) => Some(word),
            _ => None,
        }
    }

    fn accept(&mut self, words: &[&str]) -> bool {
        let accepted = self.word().is_some_and(|word| words.contains(&word));
        self.at += usize::from(accepted);
        accepted
    }

    fn accept_comma(&mut self) -> bool {
        let accepted = self.peek() == Some(Kind::Comma);
        self.at += usize::from(accepted);
        accepted
    }

    fn number(&mut self) -> Option<u32> {
        let Kind::Number(number) = self.peek()? else { return None };
        self.at += 1;
        Some(number)
    }

    /// Reads what `read` reads, or nothing.
    fn attempt<T>(&mut self, read: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        let before = self.at;
        let read = read(self);
        if read.is_none() {
            self.at = before;
        }
        read
    }

    fn every(&mut self) -> Option<(u32, Unit, On)> {
        if !self.accept(&["every"]) {
            return None;
        }
        if let Some(rule) = self.attempt(Self::ordinal_rule) {
            self.dialect = Dialect::Ours;
            return Some(rule);
        }
        let interval = self.number().or_else(|| self.number_word()).unwrap_or(1);
        let (times, unit, on) = self.unit()?;
        let interval = interval.checked_mul(times).filter(|interval| *interval > 0)?;
        Some((interval, unit, on))
    }

    /// `other`, `two`: Obsidian Tasks has digits only.
    fn number_word(&mut self) -> Option<u32> {
        let number = match self.word()? {
            "other" | "two" => 2,
            "three" => 3,
            "four" => 4,
            "five" => 5,
            "six" => 6,
            "seven" => 7,
            "eight" => 8,
            "nine" => 9,
            "ten" => 10,
            _ => return None,
        };
        self.at += 1;
        self.dialect = Dialect::Ours;
        Some(number)
    }

    /// `every second week`, `every last Friday`, `every 15th`: not of Obsidian Tasks.
    fn ordinal_rule(&mut self) -> Option<(u32, Unit, On)> {
        let nth = self.nth()?;
        if let Some(day) = self.weekday() {
            if nth == 2 {
                // Half of the world means every other one, half the second of the month.
                let on = |nth| On { weekdays: vec![OnWeekday { nth, day }], ..On::default() };
                self.meant = [(2, Unit::Week, on(None)), (1, Unit::Month, on(Some(2)))]
                    .map(|(interval, unit, on)| {
                        let (end, anchor, dialect) = (End::Never, Anchor::Planned, Dialect::Tasks);
                        Rule { interval, unit, on, end, anchor, dialect }.to_string()
                    })
                    .into();
                return None;
            }
            let weekdays = vec![OnWeekday { nth: Some(nth), day }];
            return Some((1, Unit::Month, On { weekdays, ..On::default() }));
        }
        let interval = u32::try_from(nth).ok().filter(|n| *n > 1);
        if let (Some(interval), Some((times, unit, on))) = (interval, self.attempt(Self::unit)) {
            return Some((interval.checked_mul(times)?, unit, on));
        }
        let mut days = vec![nth];
        while let Some(next) =
            self.attempt(|parser| (parser.accept_comma() || parser.accept(&["and"])).then(|| parser.nth()).flatten())
        {
            days.push(next);
        }
        let is_over = self.peek().is_none_or(|kind| matches!(kind, Kind::Word("until" | "for")));
        is_over.then(|| (1, Unit::Month, On { days, ..On::default() }))
    }

    /// The unit with its days, and how many of it the word means: a quarter is three months.
    fn unit(&mut self) -> Option<(u32, Unit, On)> {
        let none = On::default();
        let word = self.word()?;
        if let Some(day) = weekday(word) {
            return Some((1, Unit::Week, self.weekday_list(day)));
        }
        if let Some(month) = month(word) {
            return Some((1, Unit::Year, self.month_list(month)));
        }
        self.at += 1;
        Some(match word {
            "minute" | "minutes" => (1, Unit::Minute, none),
            "hour" | "hours" => (1, Unit::Hour, none),
            "day" | "days" => {
                self.hours();
                (1, Unit::Day, none)
            }
            "weekday" | "weekdays" => (1, Unit::Week, self.these(&MONDAY_TO_FRIDAY)),
            "workday" | "workdays" => {
                self.dialect = Dialect::Ours;
                (1, Unit::Week, self.these(&MONDAY_TO_FRIDAY))
            }
            "weekend" | "weekends" => {
                self.dialect = Dialect::Ours;
                (1, Unit::Week, self.these(&[Weekday::Saturday, Weekday::Sunday]))
            }
            "week" | "weeks" => {
                let on = self.on();
                self.hours();
                (1, Unit::Week, on)
            }
            "fortnight" | "fortnights" => {
                self.dialect = Dialect::Ours;
                (2, Unit::Week, self.on())
            }
            "month" | "months" => (1, Unit::Month, self.on()),
            "quarter" | "quarters" => {
                self.dialect = Dialect::Ours;
                (3, Unit::Month, self.on())
            }
            "year" | "years" => (1, Unit::Year, self.on()),
            _ => return None,
        })
    }

    fn these(&mut self, days: &[Weekday]) -> On {
        self.hours();
        On { weekdays: days.iter().map(|day| OnWeekday { nth: None, day: *day }).collect(), ..On::default() }
    }

    /// `every Monday, Thursday [at 9] [on the 13th]`
    fn weekday_list(&mut self, first: Weekday) -> On {
        self.at += 1;
        let mut days = vec![first];
        while let Some(day) = self.attempt(|parser| parser.accept_comma().then(|| parser.weekday()).flatten()) {
            days.push(day);
        }
        let mut on = self.these(&days);
        let month_days = |parser: &mut Self| {
            parser.accept(&["on"]);
            parser.accept(&["the"]);
            parser.nth()
        };
        if let Some(day) = self.attempt(month_days) {
            on.days.push(day);
            while let Some(day) = self.attempt(|parser| parser.accept_comma().then(|| parser.nth()).flatten()) {
                on.days.push(day);
            }
        }
        on
    }

    /// `every January, July [on the 15th]`
    fn month_list(&mut self, first: i8) -> On {
        self.at += 1;
        let mut months = vec![first];
        let next = |parser: &mut Self| {
            let month = parser.accept_comma().then(|| parser.word().and_then(month)).flatten()?;
            parser.at += 1;
            Some(month)
        };
        while let Some(month) = self.attempt(next) {
            months.push(month);
        }
        let mut on = self.on();
        months.append(&mut on.months);
        on.months = months;
        on
    }

    /// `on the 1st and the 15th`, `in January, July`, or nothing.
    fn on(&mut self) -> On {
        let mut on = On::default();
        let first = |parser: &mut Self| {
            (parser.accept(&["on", "in"])).then_some(())?;
            parser.accept(&["the"]);
            parser.item(&mut on)
        };
        if self.attempt(first).is_none() {
            return on;
        }
        let next = |parser: &mut Self, on: &mut On| {
            let before = parser.at;
            while parser.accept_comma() || parser.accept(&["and", "or", "on", "in", "the"]) {}
            (parser.at > before).then(|| parser.item(on)).flatten()
        };
        while self.attempt(|parser| next(parser, &mut on)).is_some() {}
        on
    }

    /// One day, weekday, month or week.
    fn item(&mut self, on: &mut On) -> Option<()> {
        if let Some(nth) = self.nth() {
            if let Some(day) = self.weekday() {
                on.weekdays.push(OnWeekday { nth: Some(nth), day });
            } else {
                self.accept(&["day", "days"]);
                on.days.push(nth);
            }
            return Some(());
        }
        if let Some(day) = self.weekday() {
            on.weekdays.push(OnWeekday { nth: None, day });
            return Some(());
        }
        if let Some(Kind::Number(1..=31)) = self.peek() {
            self.bare_ordinal = self.tokens.get(self.at).copied();
            return None;
        }
        let word = self.word()?;
        self.at += 1;
        match (word, month(word)) {
            (_, Some(month)) => on.months.push(month),
            ("weekday" | "weekdays", _) => on.weekdays.append(&mut self.these(&MONDAY_TO_FRIDAY).weekdays),
            ("week", _) => on.weeks.push(i8::try_from(self.number()?).ok().filter(|week| (1..=53).contains(week))?),
            _ => return None,
        }
        Some(())
    }

    /// `first`, `15th`, `last`, `2nd last`.
    fn nth(&mut self) -> Option<i8> {
        let nth = match self.peek()? {
            Kind::Word("last") => -1,
            Kind::Word("first") => 1,
            Kind::Word("second") => 2,
            Kind::Word("third") => 3,
            Kind::Nth(n @ 1..=31) => i8::try_from(n).ok()?,
            _ => return None,
        };
        self.at += 1;
        Some(if nth > 0 && self.accept(&["last"]) { -nth } else { nth })
    }

    fn weekday(&mut self) -> Option<Weekday> {
        let day = self.word().and_then(weekday)?;
        self.at += 1;
        Some(day)
    }

    /// `at 9, 17`: of no use for days, so it is read and forgotten.
    fn hours(&mut self) {
        let hour = |parser: &mut Self| parser.number().filter(|hour| *hour < 24);
        let first = |parser: &mut Self| parser.accept(&["at"]).then(|| hour(parser)).flatten();
        if self.attempt(first).is_some() {
            while self.attempt(|parser| parser.accept_comma().then(|| hour(parser)).flatten()).is_some() {}
        }
    }

    fn end(&mut self) -> End {
        let end = self.attempt(|parser| {
            if parser.accept(&["until"]) {
                return parser.date().map(End::Until);
            }
            let times = parser.accept(&["for"]).then(|| parser.number()).flatten().filter(|times| *times > 0)?;
            parser.accept(&["time", "times"]);
            Some(End::Times(times))
        });
        end.unwrap_or(End::Never)
    }

    /// `January 1, 2027`, `1 January 2027`, `2027-01-01`.
    fn date(&mut self) -> Option<Date> {
        if let Some(Kind::Date(date)) = self.peek() {
            self.at += 1;
            self.dialect = Dialect::Ours;
            return Some(date);
        }
        let (month, day) = if let Some(month) = self.month_name() {
            (month, self.day_number()?)
        } else {
            let day = self.day_number()?;
            (self.month_name()?, day)
        };
        self.accept_comma();
        let year = i16::try_from(self.number()?).ok().filter(|year| (1000..=9999).contains(year))?;
        Date::new(year, month, day).ok()
    }

    fn month_name(&mut self) -> Option<i8> {
        let month = self.word().and_then(month)?;
        self.at += 1;
        Some(month)
    }

    fn day_number(&mut self) -> Option<i8> {
        let (Kind::Number(day) | Kind::Nth(day)) = self.peek()? else { return None };
        self.at += 1;
        i8::try_from(day).ok()
    }
}
