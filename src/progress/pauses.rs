//! The clock of a plan: which days count.
//!
//! A pause stops the clock and the plan's line waits, so "days" in schedule and forecast are active days. The pauses
//! are put in order and merged once; a question then costs one walk over them.

use crate::model::{Date, Pause, add_days, days_between};

/// The days on which a plan waits: ranges with both ends in them, in order, none touching the next.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Pauses {
    ranges: Vec<(Date, Date)>,
}

impl Pauses {
    /// The pauses of a plan. Overlapping ones become one; one without an end lasts; one that ends before it begins
    /// is none.
    #[must_use]
    pub fn of(held: &[Pause]) -> Self {
        let mut all: Vec<(Date, Date)> = held
            .iter()
            .map(|pause| (pause.from, pause.to.unwrap_or(Date::MAX)))
            .filter(|(from, to)| from <= to)
            .collect();
        all.sort_unstable();
        let mut ranges: Vec<(Date, Date)> = Vec::with_capacity(all.len());
        for (from, to) in all {
            match ranges.last_mut() {
                Some((_, last)) if from <= add_days(*last, 1) => *last = to.max(*last),
                _ => ranges.push((from, to)),
            }
        }
        Self { ranges }
    }

    /// The pauses, merged and in order; both ends of each are in it, and `None` is no end.
    pub fn iter(&self) -> impl Iterator<Item = (Date, Option<Date>)> {
        self.ranges.iter().map(|(from, to)| (*from, Some(*to).filter(|to| *to < Date::MAX)))
    }

    /// Those that have an end: how things would go on if the last were over.
    #[must_use]
    pub fn ended(&self) -> Self {
        Self { ranges: self.ranges.iter().filter(|(_, to)| *to < Date::MAX).copied().collect() }
    }

    /// Whether the plan waits on that day.
    #[must_use]
    pub fn contains(&self, day: Date) -> bool {
        let next = self.ranges.partition_point(|(from, _)| *from <= day);
        next.checked_sub(1).is_some_and(|last| self.ranges[last].1 >= day)
    }

    /// Whether the plan waits on that day and ever after.
    #[must_use]
    pub fn lasts_from(&self, day: Date) -> bool {
        self.ranges.last().is_some_and(|(from, to)| *from <= day && *to == Date::MAX)
    }

    /// Active days from `from` up to, and without, `to`; 0 when `to` is not later.
    #[must_use]
    pub fn active_days(&self, from: Date, to: Date) -> u32 {
        let paused = |(first, last): &(Date, Date)| {
            let end = if *last < to { add_days(*last, 1) } else { to };
            days_between((*first).max(from), end).max(0)
        };
        let waiting: i32 = self.ranges.iter().map(paused).sum();
        u32::try_from(days_between(from, to) - waiting).unwrap_or(0)
    }

    /// The first day with `count` active days from `from` up to it: `from` itself for 0. The last day of the
    /// calendar if there is no such day.
    #[must_use]
    pub fn day_after(&self, from: Date, count: u32) -> Date {
        let (mut day, mut left) = (from, i32::try_from(count).unwrap_or(i32::MAX));
        for (first, last) in self.ranges.iter().filter(|(_, last)| *last >= from) {
            let gap = days_between(day, *first).max(0);
            if left <= gap {
                break;
            }
            left -= gap;
            day = add_days(*last, 1);
        }
        add_days(day, left.min(days_between(day, Date::MAX)))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn pauses(held: &[(i32, Option<i32>)]) -> Pauses {
        let pause = |(from, to): &(i32, Option<i32>)| Pause { from: day(*from), to: to.map(day), why: None };
        Pauses::of(&held.iter().map(pause).collect::<Vec<_>>())
    }

    fn day(n: i32) -> Date {
        add_days(Date::constant(2024, 2, 20), n)
    }

    #[test]
    fn pauses_merge_and_reversed_ones_are_none() {
        let merged: Vec<_> =
            pauses(&[(10, Some(12)), (1, Some(3)), (4, Some(4)), (2, Some(3)), (9, Some(7))]).iter().collect();
        assert_eq!(merged, [(day(1), Some(day(4))), (day(10), Some(day(12)))]);
        assert_eq!(pauses(&[(5, None), (8, Some(9))]).iter().collect::<Vec<_>>(), [(day(5), None)]);
    }

    #[test]
    fn a_pause_without_end_stops_the_clock_for_good() {
        let pauses = pauses(&[(5, None)]);
        assert_eq!(pauses.active_days(day(0), Date::MAX), 5);
        assert_eq!(pauses.day_after(day(0), 5), day(5));
        assert_eq!(pauses.day_after(day(0), 6), Date::MAX);
        assert!(pauses.lasts_from(day(5)) && !pauses.lasts_from(day(4)));
        assert_eq!(pauses.ended(), Pauses::default());
    }

    proptest! {
        #[test]
        fn active_days_are_those_that_no_pause_holds(
            held in prop::collection::vec((0i32..60, prop::option::of(0i32..60)), 0..6),
            from in -5i32..70,
            length in 0i32..70,
        ) {
            let pauses = pauses(&held);
            let counted = (from..from + length).filter(|n| !pauses.contains(day(*n))).count();
            let active = pauses.active_days(day(from), day(from + length));
            prop_assert_eq!(active as usize, counted);
            let back = pauses.day_after(day(from), active);
            prop_assert!(back <= day(from + length));
            prop_assert_eq!(pauses.active_days(day(from), back), active);
        }

        #[test]
        fn no_date_is_too_far(from in any::<(i16, i16)>(), count in any::<u32>()) {
            let far = |n: i16| add_days(Date::constant(2026, 1, 1), i32::from(n) * 89);
            let pauses = pauses(&[(3, None)]);
            let _ = pauses.active_days(far(from.0), far(from.1));
            let _ = pauses.day_after(far(from.0), count);
            let _ = pauses.day_after(Date::MIN, count);
            let _ = pauses.active_days(Date::MIN, Date::MAX);
        }
    }
}
