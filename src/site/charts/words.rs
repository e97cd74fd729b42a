//! How charts say days and amounts. Years are written wherever they could be in doubt: a chart has no sentence around
//! it.

use crate::language::{DateStyle, Language};
use crate::model::{Amount, Date};

/// `5 January 2026`.
pub(super) fn date(language: &Language, day: Date) -> String {
    language.date(day, DateStyle::Long, None)
}

/// `5 Jan`, beside an axis that says the year.
pub(super) fn short(language: &Language, day: Date) -> String {
    language.date(day, DateStyle::Short, Some(day.year()))
}

/// A message about one day, with its year.
pub(super) fn on(language: &Language, name: &str, day: Date) -> String {
    language.say(name, &[("day", date(language, day).into())])
}

/// A message about the days from one to another, with their years.
pub(super) fn between(language: &Language, name: &str, from: Date, to: Date) -> String {
    language.say(name, &[("from", date(language, from).into()), ("to", date(language, to).into())])
}

/// `9 to 29 August 2026`, `9 August to 5 September 2026`; both ends are in it.
pub(super) fn span(language: &Language, from: Date, to: Date) -> String {
    let year = || ("year", to.year().to_string().into());
    match (from.year() == to.year(), from.month() == to.month()) {
        _ if from == to => date(language, to),
        (true, true) => {
            let month = language.month_name(to.month()).into();
            language
                .say("span_of_month", &[("from", from.day().into()), ("to", to.day().into()), ("month", month), year()])
        }
        (true, false) => {
            let [from, to] = [from, to].map(|day| language.date(day, DateStyle::Long, Some(day.year())).into());
            language.say("span_of_year", &[("from", from), ("to", to), year()])
        }
        (false, _) => between(language, "range", from, to),
    }
}

/// `63,400` or `18.2`.
pub(super) fn amount(language: &Language, amount: Amount) -> String {
    language.number(&amount.to_string())
}

/// A number with marks between thousands.
pub(super) fn number(language: &Language, number: u32) -> String {
    language.number(&number.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_and_amounts_are_whole() {
        let english = Language::new("en", None).0;
        let day = |month, day| Date::constant(2026, month, day);
        let span = |from, to| span(&english, from, to);
        assert_eq!(span(day(8, 9), day(8, 29)), "9 to 29 August 2026");
        assert_eq!(span(day(8, 9), day(9, 5)), "9 August to 5 September 2026");
        assert_eq!(span(Date::constant(2025, 12, 31), day(1, 1)), "31 December 2025 to 1 January 2026");
        assert_eq!(span(day(8, 9), day(8, 9)), "9 August 2026");
        assert_eq!(short(&english, day(8, 9)), "9 Aug");
        let amounts = [63_400 * Amount::ONE, 18_200_000, -1_000_001, 0];
        let amounts = amounts.map(|millionths| amount(&english, Amount(millionths)));
        assert_eq!(amounts, ["63,400", "18.2", "-1.000001", "0"]);
        assert_eq!(number(&english, 1200), "1,200");
    }
}
