//! Numbers as a language writes them.

use fluent_bundle::FluentValue;
use intl_memoizer::concurrent::IntlLangMemoizer;

use super::{Language, Word, capitalised};

/// How a bundle writes the values it is given.
type Formatter = fn(&FluentValue<'_>, &IntlLangMemoizer) -> Option<String>;

/// Writes numbers with `mark` between thousands. A bundle takes a plain function, so there is one for each mark in use.
pub(super) fn grouping(mark: &str) -> Formatter {
    match mark {
        "," => |value, _| number(value, ","),
        "." => |value, _| number(value, "."),
        "\u{202f}" => |value, _| number(value, "\u{202f}"),
        "\u{a0}" | " " => |value, _| number(value, "\u{a0}"),
        "’" => |value, _| number(value, "’"),
        _ => |value, _| number(value, ""),
    }
}

fn number(value: &FluentValue<'_>, mark: &str) -> Option<String> {
    match value {
        FluentValue::Number(number) => Some(grouped(&number.as_string(), mark)),
        _ => None,
    }
}

/// `80000` as `80,000`; what follows a decimal point stays as it is.
fn grouped(number: &str, mark: &str) -> String {
    let (whole, rest) = number.split_at(number.find('.').unwrap_or(number.len()));
    let (sign, digits) = whole.split_at(usize::from(whole.starts_with('-')));
    let mut text = String::with_capacity(number.len() + digits.len());
    text.push_str(sign);
    for (index, digit) in digits.char_indices() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push_str(mark);
        }
        text.push(digit);
    }
    text.push_str(rest);
    text
}

impl Language {
    /// A number written in digits, `1204` or `80000.5`, as the language writes it: `80,000.5`.
    #[must_use]
    pub fn number(&self, digits: &str) -> String {
        let grouped = grouped(digits, &self.say("group_mark", &[]));
        match grouped.rsplit_once('.') {
            Some((whole, decimals)) if digits.contains('.') => {
                format!("{whole}{}{decimals}", self.say("decimal_mark", &[]))
            }
            _ => grouped,
        }
    }

    /// A small number as a word where the language has it so in sentences.
    #[must_use]
    pub fn spelled(&self, number: usize) -> String {
        self.say("number_word", &[("count", number.into())])
    }

    /// A message with a number in it: `$count` is the number, `$number` the number as a word, `$Number` that with a
    /// large letter.
    #[must_use]
    pub fn count(&self, name: &str, count: usize, more: &[(&str, Word<'_>)]) -> String {
        let mut words: Vec<(&str, Word<'_>)> = more.to_vec();
        words.push(("count", count.into()));
        self.say(name, &self.with_spelled(words))
    }

    /// The same words, with the number `$count` as a word beside it, if it is among them.
    #[must_use]
    pub fn with_spelled<'a>(&self, mut words: Vec<(&'a str, Word<'a>)>) -> Vec<(&'a str, Word<'a>)> {
        let count = words.iter().find(|(name, _)| *name == "count");
        if let Some((_, Word::Number(count))) = count {
            let number = self.spelled(usize::try_from(*count).unwrap_or(0));
            words.extend([("Number", capitalised(&number).into()), ("number", number.into())]);
        }
        words
    }

    /// Minutes in words: `25 min`, `1 h 30 min`.
    #[must_use]
    pub fn duration(&self, minutes: u32) -> String {
        let words = [("hours", (minutes / 60).into()), ("minutes", (minutes % 60).into())];
        let message = match (minutes / 60, minutes % 60) {
            (0, _) => "minutes",
            (_, 0) => "hours",
            _ => "hours_minutes",
        };
        self.say(message, &words)
    }
}
