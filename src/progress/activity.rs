//! What happened on which day, in a whole journal.

use std::collections::BTreeMap;

use super::practice::week_of;
use super::tree::Tree;
use crate::model::{Date, Entry, Kind, Month, State, Weekday};

/// What happened in a day, a week or a month.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct Happened {
    /// Leaf steps done, practice (recurring steps) among them.
    pub steps: u32,
    /// Reflections written.
    pub reflections: u32,
    /// The sum of the moods that were written.
    pub mood_sum: u32,
    /// How many moods were written. The mean mood is `mood_sum / moods`; with none there is no mood, and that is not
    /// an even one.
    pub moods: u32,
}

impl Happened {
    fn plus(self, other: Self) -> Self {
        Self {
            steps: self.steps.saturating_add(other.steps),
            reflections: self.reflections.saturating_add(other.reflections),
            mood_sum: self.mood_sum.saturating_add(other.mood_sum),
            moods: self.moods.saturating_add(other.moods),
        }
    }

    /// The mean mood in tenths, 10 to 50, to the nearest.
    #[must_use]
    pub fn mood_tenths(self) -> Option<u32> {
        (self.moods > 0).then(|| (self.mood_sum.saturating_mul(20) + self.moods) / (self.moods * 2))
    }
}

/// What happened, by day. Days on which nothing did are not in it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Activity {
    /// Each day, oldest first.
    pub days: BTreeMap<Date, Happened>,
}

/// What happened in these entries up to `today`. A done step counts on the day its own line names, in any kind of
/// entry; parents do not, so that a day does not count the same work twice.
pub fn activity<'a>(entries: impl IntoIterator<Item = &'a Entry>, today: Date) -> Activity {
    let mut days: BTreeMap<Date, Happened> = BTreeMap::new();
    for entry in entries {
        let tree = Tree::of(&entry.steps);
        for (at, step) in entry.steps.items.iter().enumerate() {
            if let Some(day) = step.fields.done.filter(|_| step.state == State::Done && tree.is_leaf(at)) {
                days.entry(day).or_default().steps += 1;
            }
        }
        if let Some(date) = entry.date.filter(|_| entry.kind == Kind::Reflection) {
            let day = days.entry(date).or_default();
            day.reflections += 1;
            if let Some(mood) = entry.reflection.mood {
                day.mood_sum += u32::from(mood);
                day.moods += 1;
            }
        }
    }
    days.retain(|day, _| *day <= today);
    Activity { days }
}

impl Activity {
    /// The same by week, each named by its first day.
    #[must_use]
    pub fn weeks(&self, week_start: Weekday) -> BTreeMap<Date, Happened> {
        self.by(|day| week_of(day, week_start))
    }

    /// The same by month.
    #[must_use]
    pub fn months(&self) -> BTreeMap<Month, Happened> {
        self.by(Month::of)
    }

    fn by<K: Ord>(&self, key: impl Fn(Date) -> K) -> BTreeMap<K, Happened> {
        let mut sums: BTreeMap<K, Happened> = BTreeMap::new();
        for (day, happened) in &self.days {
            let sum = sums.entry(key(*day)).or_default();
            *sum = sum.plus(*happened);
        }
        sums
    }
}

#[cfg(test)]
mod tests {
    use super::super::story::{Story, day};
    use super::*;

    #[test]
    fn days_weeks_and_months_agree() {
        let plan = Story::plan(
            "- [x] p ✅ 2026-02-28\n  - [x] a ✅ 2026-02-28\n  - [ ] b ✅ 2026-02-28\n- [x] run 🔁 daily ✅ 2026-03-01\n\
             - [x] 🚩 c ✅ 2026-03-01\n- [x] later ✅ 2026-12-01\n- [x] some time",
        )
        .0;
        let reflections = [
            Story::reflection("2026-02-28").mood(2).0,
            Story::reflection("2026-02-28").mood(5).0,
            Story::reflection("2026-03-02").0,
        ];
        let activity = activity(reflections.iter().chain([&plan]), day("2026-03-02"));
        let both = Happened { steps: 1, reflections: 2, mood_sum: 7, moods: 2 };
        let run = Happened { steps: 1, ..Happened::default() };
        let silent = Happened { reflections: 1, ..Happened::default() };
        assert_eq!(both.mood_tenths(), Some(35));
        assert_eq!(silent.mood_tenths(), None);
        let days = [(day("2026-02-28"), both), (day("2026-03-01"), run), (day("2026-03-02"), silent)];
        assert_eq!(activity.days, BTreeMap::from(days));
        let weeks = [(day("2026-02-23"), both.plus(run)), (day("2026-03-02"), silent)];
        assert_eq!(activity.weeks(Weekday::Monday), BTreeMap::from(weeks));
        let weeks = [(day("2026-02-22"), both), (day("2026-03-01"), run.plus(silent))];
        assert_eq!(activity.weeks(Weekday::Sunday), BTreeMap::from(weeks));
        let months = activity.months();
        assert_eq!(months.values().copied().collect::<Vec<_>>(), [both, run.plus(silent)]);
    }
}
