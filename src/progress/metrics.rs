//! Tangible goals: how far a measured amount has come.

use crate::model::{Amount, Date, Entry, Target, TargetKind};

/// A target, and what the reflections measured of it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Metric {
    /// The name of what is measured.
    pub metric: String,
    /// Where it began.
    pub from: Amount,
    /// What is to be reached.
    pub amount: Amount,
    /// Where it is.
    pub current: Amount,
    /// How far from `from` to `amount` it has come, in thousandths, 0 to 1000; 1000 only when it has been reached.
    pub share: u16,
    /// Whether it has been reached.
    pub reached: bool,
    /// Each day on which it was measured and the value it had at the end of it, oldest first.
    pub points: Vec<(Date, Amount)>,
}

/// Every target of a plan, in the order it is written.
///
/// `total` adds up what was measured, beginning with `from`; `latest` is the last value, and `from` until there is
/// one. A name is compared without case. Measurements after `today` are not made yet; one in a reflection without a
/// date counts and makes no point.
#[must_use]
pub fn metrics(plan: &Entry, reflections: &[&Entry], today: Date) -> Vec<Metric> {
    plan.plan.targets.iter().map(|target| metric(target, reflections, today)).collect()
}

fn metric(target: &Target, reflections: &[&Entry], today: Date) -> Metric {
    let name = target.metric.to_lowercase();
    let mut current = target.from;
    let mut points: Vec<(Date, Amount)> = Vec::new();
    for reflection in reflections.iter().filter(|reflection| reflection.date.is_none_or(|date| date <= today)) {
        let measured = reflection.reflection.metrics.iter().filter(|(metric, _)| metric.to_lowercase() == name);
        for (_, value) in measured {
            current = match target.kind {
                TargetKind::Total => Amount(current.0.saturating_add(value.0)),
                TargetKind::Latest => *value,
            };
            match (reflection.date, points.last_mut()) {
                (Some(date), Some((last, point))) if *last == date => *point = current,
                (Some(date), _) => points.push((date, current)),
                (None, _) => {}
            }
        }
    }
    let (share, reached) = way(target.from, current, target.amount);
    Metric { metric: target.metric.clone(), from: target.from, amount: target.amount, current, share, reached, points }
}

/// How far `current` has come from `from` to `to`, in thousandths, and whether it is there. A way down (a weight, a
/// debt) is a way too; a way of no length is walked from the beginning.
fn way(from: Amount, current: Amount, to: Amount) -> (u16, bool) {
    let (mut gone, mut whole) = (i128::from(current.0) - i128::from(from.0), i128::from(to.0) - i128::from(from.0));
    if whole < 0 {
        (gone, whole) = (-gone, -whole);
    }
    if gone >= whole {
        return (1000, true);
    }
    let share = (gone.max(0) * 1000 / whole).clamp(0, 999);
    (u16::try_from(share).unwrap_or(999), false)
}

/// How much of `metric` a text speaks of: the first number that stands before its name, as in *First 15,000 words*,
/// or is written together with it, as in *18km*. Commas between digits are left out; the name is compared without
/// case.
#[must_use]
pub fn amount_of(metric: &str, text: &str) -> Option<Amount> {
    let name = metric.to_lowercase();
    let text = text.to_lowercase();
    let mut before = "";
    for word in text.split_whitespace() {
        let bare = word.trim_matches(|sign: char| !sign.is_alphanumeric());
        let number = if bare == name { Some(before) } else { bare.strip_suffix(name.as_str()) };
        if let Some(amount) = number.and_then(amount) {
            return Some(amount);
        }
        before = bare;
    }
    None
}

/// `15,000` or `21.1` as an amount.
fn amount(number: &str) -> Option<Amount> {
    let (whole, part) = number.split_once('.').unwrap_or((number, ""));
    let digits: String = whole.chars().filter(|sign| *sign != ',').collect();
    let plain = |text: &str| text.bytes().all(|sign| sign.is_ascii_digit());
    if digits.is_empty() || !plain(&digits) || !plain(part) || part.len() > 6 {
        return None;
    }
    let millionths: i64 = format!("{part:0<6}").parse().ok()?;
    digits.parse::<i64>().ok()?.checked_mul(Amount::ONE)?.checked_add(millionths).map(Amount)
}

#[cfg(test)]
mod tests {
    use super::super::story::{Story, day};
    use super::*;

    fn of(kind: TargetKind, from: i64, amount: i64, measured: &[(&str, i64)]) -> Metric {
        let mut plan = Story::plan("").0;
        let whole = |n: i64| Amount(n * Amount::ONE);
        plan.plan.targets = vec![Target { metric: "words".into(), amount: whole(amount), from: whole(from), kind }];
        let reflections: Vec<Entry> = measured
            .iter()
            .map(|(date, n)| Story::reflection(date).measured("Words", *n).measured("km", 1).0)
            .collect();
        metrics(&plan, &reflections.iter().collect::<Vec<_>>(), day("2026-03-01")).remove(0)
    }

    #[track_caller]
    fn check(metric: &Metric, current: i64, share: u16, points: &[(&str, i64)]) {
        let points: Vec<_> = points.iter().map(|(date, n)| (day(date), Amount(n * Amount::ONE))).collect();
        assert_eq!((metric.current.0 / Amount::ONE, metric.share, &metric.points), (current, share, &points));
        assert_eq!(metric.reached, share == 1000);
    }

    #[test]
    fn a_total_adds_up() {
        let measured = [("2026-01-01", 100), ("2026-01-02", 50), ("2026-01-02", -30), ("2026-04-01", 999)];
        check(&of(TargetKind::Total, 10, 1010, &measured), 130, 120, &[("2026-01-01", 110), ("2026-01-02", 130)]);
        check(&of(TargetKind::Total, 0, 100, &[("2026-01-01", 120)]), 120, 1000, &[("2026-01-01", 120)]);
        check(&of(TargetKind::Total, 0, 100, &[]), 0, 0, &[]);
    }

    #[test]
    fn the_latest_may_go_down_to_its_target() {
        let measured = [("2026-01-01", 79), ("2026-02-01", 76)];
        check(&of(TargetKind::Latest, 80, 70, &measured), 76, 400, &[("2026-01-01", 79), ("2026-02-01", 76)]);
        check(&of(TargetKind::Latest, 80, 70, &[("2026-01-01", 85)]), 85, 0, &[("2026-01-01", 85)]);
    }

    #[test]
    fn a_text_may_name_an_amount() {
        let words = |text: &str| amount_of("Words", text).map(|amount| amount.0);
        let whole = |number: i64| Some(number * Amount::ONE);
        assert_eq!(words("First 15,000 words"), whole(15_000));
        assert_eq!(words("Half-way, (35000 WORDS)"), whole(35_000));
        assert_eq!(amount_of("km", "The 21.1km run").map(|amount| amount.0), Some(21_100_000));
        for none in ["Many words", "words: 12", "", "12", "words", "1.2.3 words", "99999999999999999999 words"] {
            assert_eq!(words(none), None, "{none}");
        }
    }

    #[test]
    fn a_share_is_whole_only_when_all_is_there() {
        check(&of(TargetKind::Total, 0, 100_000, &[("2026-01-01", 99_999)]), 99_999, 999, &[("2026-01-01", 99_999)]);
        check(&of(TargetKind::Total, 5, 5, &[]), 5, 1000, &[]);
        let far = way(Amount(i64::MIN), Amount(0), Amount(i64::MAX));
        assert_eq!(far, (500, false));
    }
}
