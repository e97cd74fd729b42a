//! How charts say days and amounts. Years are written wherever they could be in doubt: a chart has no sentence around
//! it.

use super::super::words::grouped;
use crate::model::{Amount, Date, Month, month_name};

/// `5 January 2026`.
pub(super) fn date(day: Date) -> String {
    format!("{} {} {}", day.day(), month_name(day.month()), day.year())
}

/// `5 Jan`, beside an axis that says the year.
pub(super) fn short(day: Date) -> String {
    format!("{} {}", day.day(), &month_name(day.month())[..3])
}

/// `January 2026`.
pub(super) fn month(month: Month) -> String {
    format!("{} {}", month_name(month.month), month.year)
}

/// `9 to 29 August 2026`, `9 August to 5 September 2026`; both ends are in it.
pub(super) fn span(from: Date, to: Date) -> String {
    let from = match (from.year() == to.year(), from.month() == to.month()) {
        _ if from == to => return date(to),
        (true, true) => from.day().to_string(),
        (true, false) => format!("{} {}", from.day(), month_name(from.month())),
        (false, _) => date(from),
    };
    format!("{from} to {}", date(to))
}

/// `63,400` or `18.2`.
pub(super) fn amount(amount: Amount) -> String {
    let millionths = amount.0.unsigned_abs();
    let one = Amount::ONE.unsigned_abs();
    let sign = if amount.0 < 0 { "-" } else { "" };
    let whole = grouped(usize::try_from(millionths / one).unwrap_or(usize::MAX));
    let part = format!("{:06}", millionths % one);
    match part.trim_end_matches('0') {
        "" => format!("{sign}{whole}"),
        part => format!("{sign}{whole}.{part}"),
    }
}

/// A number with commas between thousands.
pub(super) fn number(number: u32) -> String {
    grouped(number as usize)
}

/// A number with its noun: `1 step`, `2 steps`.
pub(super) fn count(count: u32, one: &str, many: &str) -> String {
    format!("{} {}", number(count), if count == 1 { one } else { many })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_and_amounts_are_whole() {
        let day = |month, day| Date::constant(2026, month, day);
        assert_eq!(span(day(8, 9), day(8, 29)), "9 to 29 August 2026");
        assert_eq!(span(day(8, 9), day(9, 5)), "9 August to 5 September 2026");
        assert_eq!(span(Date::constant(2025, 12, 31), day(1, 1)), "31 December 2025 to 1 January 2026");
        assert_eq!((span(day(8, 9), day(8, 9)), short(day(8, 9))), ("9 August 2026".into(), "9 Aug".into()));
        let amounts = [63_400 * Amount::ONE, 18_200_000, -1_000_001, 0].map(|millionths| amount(Amount(millionths)));
        assert_eq!(amounts, ["63,400", "18.2", "-1.000001", "0"]);
        assert_eq!((count(1, "step", "steps"), count(1200, "step", "steps")), ("1 step".into(), "1,200 steps".into()));
    }
}
