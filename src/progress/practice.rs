//! Practice: the small step that is done again and again, and how firm it has become.
//!
//! A strength and a run of days are both told, for a run forgets everything at the first missed day and a habit does
//! not.

use super::schedule::Schedule;
use crate::model::{Date, Entry, Every, Practiced, Status, Weekday, add_days};

/// The longest time that is looked at, in days: ten years.
const LONGEST: i32 = 3653;
/// Full strength, in the fine steps in which it is reckoned.
const FULL: u32 = 1_000_000;

/// What is known of one time in which a practice was meant to be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Mark {
    /// It was done.
    Done,
    /// A reflection says that it was not.
    Missed,
    /// The plan was held, all the time.
    Skipped,
    /// No reflection says.
    Unrecorded,
}

/// A practice over its time.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct PracticeRecord {
    /// What.
    pub what: String,
    /// How often it is meant to be done.
    pub every: Every,
    /// Each day (or week, or month, by its first day) in which it was meant to be done, oldest first. The one that
    /// is not over is among them only if it is done already.
    pub marks: Vec<(Date, Mark)>,
    /// How many of them are [`Mark::Done`].
    pub done: u32,
    /// How many are [`Mark::Missed`].
    pub missed: u32,
    /// How many are [`Mark::Skipped`].
    pub skipped: u32,
    /// How many are [`Mark::Unrecorded`].
    pub unrecorded: u32,
    /// How firm the practice is, 0 to 100.
    pub strength: u8,
    /// How many times in a row it has been done up to now; skipped ones do not break the row.
    pub streak: u32,
}

/// Every practice of a plan, in the order it is written.
///
/// Its time goes from the schedule's start (without one, from the first reflection that speaks of practice) to
/// today, at most ten years; for a plan that is not active, to the last such reflection. `practiced: true` means all
/// of the plan's practices; a list means those it names (case aside), and not the others. A weekday's practice is
/// asked for from Monday to Friday; a week begins on `week_start`.
///
/// Strength is exponential smoothing, as in Loop Habit Tracker: each time it is done, the strength goes a part of the
/// way to 100; each time it is missed or nothing is said, the same part of the way to 0; skipped ones leave it. The
/// part halves the way in 13 days, 5 weeks or 3 months, so one missed day costs a firm habit 5 points and never all.
#[must_use]
pub fn practices(
    plan: &Entry,
    reflections: &[&Entry],
    schedule: &Schedule,
    week_start: Weekday,
    today: Date,
) -> Vec<PracticeRecord> {
    let said: Vec<(Date, &Practiced)> = reflections
        .iter()
        .map(|reflection| (reflection.date, &reflection.reflection.practiced))
        .filter(|(_, practiced)| **practiced != Practiced::Unrecorded)
        .filter_map(|(date, practiced)| date.filter(|date| *date <= today).map(|date| (date, practiced)))
        .collect();
    let first = schedule.start.or_else(|| said.iter().map(|(date, _)| *date).min());
    let last = match plan.plan.status {
        Status::Active => Some(today),
        _ => said.iter().map(|(date, _)| *date).max(),
    };
    let (first, last) = first.zip(last).unwrap_or((Date::MAX, Date::MIN));
    let first = first.max(add_days(last, -LONGEST));
    let record = |practice: &crate::model::Practice| {
        let days = days(&practice.what, &said, schedule, (first, last));
        record(practice, marks(practice.every, &days, week_start, today))
    };
    plan.plan.practices.iter().map(record).collect()
}

/// What is known of each day of a time.
fn days(
    what: &str,
    said: &[(Date, &Practiced)],
    schedule: &Schedule,
    (first, last): (Date, Date),
) -> Vec<(Date, Mark)> {
    let what = what.to_lowercase();
    let mut told: Vec<(Date, Mark)> = said
        .iter()
        .map(|(date, practiced)| {
            let done = match practiced {
                Practiced::All => true,
                Practiced::Some(names) => names.iter().any(|name| name.to_lowercase() == what),
                Practiced::No | Practiced::Unrecorded => false,
            };
            (*date, if done { Mark::Done } else { Mark::Missed })
        })
        .collect();
    // Of several reflections of a day, one that says "done" is enough.
    told.sort_unstable();
    told.dedup_by_key(|(date, _)| *date);
    let mut told = told.into_iter().skip_while(|(date, _)| *date < first).peekable();
    let mut days = Vec::new();
    let mut day = first;
    while day <= last {
        let mark = match told.next_if(|(date, _)| *date == day) {
            Some((_, Mark::Done)) => Mark::Done,
            _ if schedule.pauses.contains(day) => Mark::Skipped,
            Some((_, mark)) => mark,
            None => Mark::Unrecorded,
        };
        days.push((day, mark));
        if day == Date::MAX {
            break;
        }
        day = add_days(day, 1);
    }
    days
}

/// Days put together as the practice asks: the best that is known of any of them. What is not over is left out unless
/// it is done.
fn marks(every: Every, days: &[(Date, Mark)], week_start: Weekday, today: Date) -> Vec<(Date, Mark)> {
    let beginning = |day: Date| match every {
        Every::Day | Every::Weekday => day,
        Every::Week => week_of(day, week_start),
        Every::Month => day.first_of_month(),
    };
    let asked = |day: Date| every != Every::Weekday || !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
    let days = days.iter().filter(|(day, _)| asked(*day)).copied().collect::<Vec<_>>();
    let current = beginning(today);
    days.chunk_by(|(one, _), (two, _)| beginning(*one) == beginning(*two))
        .map(|days| (beginning(days[0].0), best(days)))
        .filter(|(begun, mark)| *begun != current || *mark == Mark::Done)
        .collect()
}

fn best(days: &[(Date, Mark)]) -> Mark {
    let all = |wanted: Mark| days.iter().all(|(_, mark)| *mark == wanted);
    let any = |wanted: Mark| days.iter().any(|(_, mark)| *mark == wanted);
    if any(Mark::Done) {
        Mark::Done
    } else if all(Mark::Skipped) {
        Mark::Skipped
    } else if any(Mark::Missed) {
        Mark::Missed
    } else {
        Mark::Unrecorded
    }
}

/// The first day of the week that `day` lies in.
pub(super) fn week_of(day: Date, week_start: Weekday) -> Date {
    add_days(day, -i32::from(day.weekday().since(week_start)))
}

fn record(practice: &crate::model::Practice, marks: Vec<(Date, Mark)>) -> PracticeRecord {
    let count = |wanted: Mark| super::index(marks.iter().filter(|(_, mark)| *mark == wanted).count());
    let told = marks.iter().rev().filter(|(_, mark)| *mark != Mark::Skipped);
    let streak = super::index(told.take_while(|(_, mark)| *mark == Mark::Done).count());
    // 1 - 2^(-1/n) for n of 13, 5 and 3, in millionths.
    let part = match practice.every {
        Every::Day | Every::Weekday => 51_922,
        Every::Week => 129_449,
        Every::Month => 206_299,
    };
    let strength = marks.iter().fold(0, |strength, (_, mark)| match mark {
        Mark::Done => strength + share(FULL - strength, part),
        Mark::Missed | Mark::Unrecorded => strength - share(strength, part),
        Mark::Skipped => strength,
    });
    PracticeRecord {
        what: practice.what.clone(),
        every: practice.every,
        done: count(Mark::Done),
        missed: count(Mark::Missed),
        skipped: count(Mark::Skipped),
        unrecorded: count(Mark::Unrecorded),
        strength: u8::try_from((strength + FULL / 200) / (FULL / 100)).unwrap_or(100),
        streak,
        marks,
    }
}

/// That many millionths of `of`.
fn share(of: u32, millionths: u32) -> u32 {
    u32::try_from(u64::from(of) * u64::from(millionths) / 1_000_000).unwrap_or(of)
}

#[cfg(test)]
mod tests {
    use super::super::schedule;
    use super::super::story::{Story, day};
    use super::*;
    use crate::model::Practice;

    /// The record of one practice on 1 March 2026, a Sunday, with these words in reflections.
    fn of(every: Every, mut story: Story, said: &[(&str, Practiced)]) -> PracticeRecord {
        story.0.plan.practices = vec![Practice { every, what: "Write".into() }];
        let reflections: Vec<Entry> =
            said.iter().map(|(date, practiced)| Story::reflection(date).practiced(practiced.clone()).0).collect();
        let today = day("2026-03-01");
        let schedule = schedule(&story.0, story.progress().plan, today);
        let reflections: Vec<&Entry> = reflections.iter().collect();
        practices(&story.0, &reflections, &schedule, Weekday::Monday, today).remove(0)
    }

    fn named(name: &str) -> Practiced {
        Practiced::Some(vec![name.into()])
    }

    /// Done, missed, skipped, unrecorded; and the streak.
    #[track_caller]
    fn check(record: &PracticeRecord, counts: [u32; 4], streak: u32) {
        assert_eq!([record.done, record.missed, record.skipped, record.unrecorded], counts, "{record:?}");
        assert_eq!(record.streak, streak, "{record:?}");
    }

    #[test]
    fn every_day_has_its_mark() {
        let story = Story::plan("").from("2026-02-20").held("2026-02-23", "2026-02-24");
        let said = [
            ("2026-02-20", Practiced::All),
            ("2026-02-21", Practiced::No),
            ("2026-02-22", named("write")),
            ("2026-02-24", Practiced::All),
            ("2026-02-25", named("Write")),
            ("2026-02-26", named("Read")),
            ("2026-02-26", Practiced::All),
            ("2026-02-28", Practiced::All),
            ("2026-04-01", Practiced::All),
        ];
        check(&of(Every::Day, story, &said), [6, 1, 1, 1], 1);
    }

    #[test]
    fn today_breaks_no_row_before_it_is_over() {
        let said = [("2026-02-27", Practiced::All), ("2026-02-28", Practiced::All)];
        check(&of(Every::Day, Story::plan(""), &said), [2, 0, 0, 0], 2);
        let said = [&said[..], &[("2026-03-01", Practiced::All)]].concat();
        check(&of(Every::Day, Story::plan(""), &said), [3, 0, 0, 0], 3);
    }

    #[test]
    fn weekdays_weeks_and_months_are_asked_for_once() {
        let story = || Story::plan("").from("2026-01-15");
        let said = [("2026-02-20", Practiced::All), ("2026-02-21", Practiced::No), ("2026-02-26", Practiced::All)];
        check(&of(Every::Weekday, story(), &said), [2, 0, 0, 30], 0);
        check(&of(Every::Week, story(), &said), [2, 0, 0, 5], 2);
        check(&of(Every::Month, story(), &said), [1, 0, 0, 1], 1);
        assert_eq!(of(Every::Week, story(), &said).marks[0].0, day("2026-01-12"));
    }

    #[test]
    fn strength_rises_with_each_day_and_falls_gently() {
        let strength = |done: i32, missed: i32| {
            let first = add_days(day("2026-03-01"), -(done + missed));
            let said: Vec<_> = (0..done).map(|n| (add_days(first, n).to_string(), Practiced::All)).collect();
            let said: Vec<_> = said.iter().map(|(date, practiced)| (date.as_str(), practiced.clone())).collect();
            of(Every::Day, Story::plan(""), &said).strength
        };
        assert_eq!([1, 13, 26, 60, 400].map(|done| strength(done, 0)), [5, 50, 75, 96, 100]);
        assert_eq!([1, 2, 13].map(|missed| strength(400, missed)), [95, 90, 50]);
    }

    #[test]
    fn nothing_is_known_of_a_practice_without_words_or_dates() {
        check(&of(Every::Day, Story::plan(""), &[]), [0, 0, 0, 0], 0);
        check(&of(Every::Day, Story::plan("").from("2027-01-01"), &[]), [0, 0, 0, 0], 0);
        check(&of(Every::Day, Story::plan("").from("0001-01-01"), &[]), [0, 0, 0, 3653], 0);
        let finished = Story::plan("").from("2026-01-01").status(Status::Done);
        check(&of(Every::Day, finished, &[("2026-01-03", Practiced::All)]), [1, 0, 0, 2], 1);
    }
}
