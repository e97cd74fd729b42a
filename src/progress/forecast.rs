//! When a plan may be finished, at the pace it has had: a range, or the reason why there is none.
//!
//! The future is drawn from the past: each draw lays weeks as they were end to end until nothing is left, and the
//! range holds the middle eight in ten of 4,000 draws. The seed is fixed, so the same journal gives the same range.
//!
//! Draws are cheap, for a journal may have a thousand plans: three weeks are drawn at once from a table of their
//! sums, and only the last three are looked at one by one. Percentiles are read off a count of days, unsorted.

use super::schedule::Schedule;
use super::tally::{Progress, done_days};
use crate::model::{Date, Entry, Status, add_days};

/// How often the future is drawn.
const DRAWS: usize = 4000;
/// Weeks of the past to draw from, at most.
const LOOK_BACK: u32 = 12;
/// Weeks of the past below which there is no pace.
const FEWEST_WEEKS: u32 = 4;
/// Steps done on known days below which there is no pace.
const FEWEST_DONE: usize = 5;
/// Two years, in days: beyond, a day says nothing.
const TWO_YEARS: i32 = 731;
/// Three-week draws that go beyond two years.
const MOST_TRIPLES: usize = 36;
/// Days in that time.
const MOST_DAYS: usize = MOST_TRIPLES * 21;
/// Where every forecast's random numbers begin.
const SEED: u64 = 0x006a_6f75_726e_616c;

/// The days between which a plan is likely to be finished.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Forecast {
    /// One draw in ten is finished by then.
    pub low: Date,
    /// Nine draws in ten are.
    pub high: Date,
    /// How much of the range lies within two years; days beyond are given as two years from today.
    pub reach: Reach,
}

/// How much of a forecast lies within two years from today.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Reach {
    /// All of it.
    Within,
    /// Only its beginning.
    HighBeyond,
    /// Nothing: "more than two years at this pace".
    BeyondTwoYears,
}

/// Why there is no forecast.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Refusal {
    /// Its status is another than `active`, or it is held with no end in sight.
    NotActive,
    /// There are steps, and none is open.
    NothingLeft,
    /// Fewer than five steps have a day on which they were done.
    FewerThanFiveDone,
    /// The plan has been active for fewer than four weeks.
    FewerThanFourWeeks,
    /// The last twelve active weeks have no done step.
    NoneInTwelveWeeks,
}

impl Refusal {
    /// Why, in one sentence.
    #[must_use]
    pub fn sentence(self) -> &'static str {
        match self {
            Self::NotActive => "The plan is not active, so there is no pace to go on with.",
            Self::NothingLeft => "No step is left to do.",
            Self::FewerThanFiveDone => "Too early to guess: fewer than five steps have a done date.",
            Self::FewerThanFourWeeks => "Too early to guess: the plan has been active for less than four weeks.",
            Self::NoneInTwelveWeeks => "No pace to guess from: no step was done in the last twelve active weeks.",
        }
    }
}

/// When the plan is likely to be finished, seen from `today`.
///
/// An active week is seven active days; the last ends today, the next to last begins where it begins, and so on,
/// pauses taken out, back to the plan's start or its first done step, whichever was earlier. The last twelve whole
/// ones are drawn from, those without a done step among them, for they belong to the pace. Steps count one each,
/// also where the tally weighs them. A draw ends in the week in which nothing is left, on the day by which that
/// week's part is done when it goes evenly. Days are active days, so pauses that are known to come are waited for.
///
/// Neither end is before the last day that an open step names (due, scheduled or start): a race on 6 December is not
/// run in November.
///
/// # Errors
/// [`Refusal`] when the past says too little.
pub fn forecast(plan: &Entry, progress: &Progress, schedule: &Schedule, today: Date) -> Result<Forecast, Refusal> {
    let pauses = &schedule.pauses;
    if plan.plan.status != Status::Active || pauses.lasts_from(today) {
        return Err(Refusal::NotActive);
    }
    let left = progress.plan.open();
    if left == 0 && progress.plan.total > 0 {
        return Err(Refusal::NothingLeft);
    }
    let done = done_days(plan, progress, today);
    if done.len() < FEWEST_DONE || left == 0 {
        return Err(Refusal::FewerThanFiveDone);
    }
    let begun = schedule.start.map_or(done[0], |start| start.min(done[0]));
    let tomorrow = add_days(today, 1);
    let weeks = (pauses.active_days(begun, tomorrow) / 7).min(LOOK_BACK);
    if weeks < FEWEST_WEEKS {
        return Err(Refusal::FewerThanFourWeeks);
    }
    let mut counts = vec![0u32; weeks as usize];
    for day in done.iter().rev() {
        let ago = pauses.active_days(add_days(*day, 1), tomorrow) / 7;
        match counts.get_mut(ago as usize) {
            Some(count) => *count += 1,
            None => break,
        }
    }
    if counts.iter().all(|count| *count == 0) {
        return Err(Refusal::NoneInTwelveWeeks);
    }
    let (low, high) = middle_eighty(left, &counts);
    let last_named = last_named_day(plan, progress);
    let horizon = add_days(today, TWO_YEARS);
    let finish = |days: u32| add_days(pauses.day_after(tomorrow, days), -1).max(last_named.unwrap_or(today)).max(today);
    let (low, high) = (finish(low), finish(high));
    let reach = if low > horizon {
        Reach::BeyondTwoYears
    } else if high > horizon {
        Reach::HighBeyond
    } else {
        Reach::Within
    };
    Ok(Forecast { low: low.min(horizon), high: high.min(horizon), reach })
}

/// The last day that an open leaf names.
fn last_named_day(plan: &Entry, progress: &Progress) -> Option<Date> {
    let open = plan.steps.items.iter().zip(&progress.steps).filter(|(_, progress)| progress.is_open_leaf());
    open.flat_map(|(step, _)| [step.fields.due, step.fields.scheduled, step.fields.start]).flatten().max()
}

/// Active days after which a tenth, and nine tenths, of the draws have nothing left; by nearest rank, the 400th and
/// the 3,600th of 4,000 in order.
fn middle_eighty(left: u32, counts: &[u32]) -> (u32, u32) {
    let most = counts.iter().copied().max().unwrap_or(0);
    let furthest = u32::try_from(MOST_DAYS + 1).unwrap_or(u32::MAX);
    if u64::from(most) * (MOST_TRIPLES as u64) * 3 < u64::from(left) {
        return (furthest, furthest);
    }
    let weeks = Weeks::of(counts);
    let mut random = SplitMix64(SEED);
    let mut finished = vec![0usize; MOST_DAYS + 2];
    for _ in 0..DRAWS {
        finished[weeks.draw(left, &mut random)] += 1;
    }
    let rank = |rank: usize| {
        let mut sum = 0;
        let day = finished.iter().position(|draws| {
            sum += draws;
            sum >= rank
        });
        day.and_then(|day| u32::try_from(day).ok()).unwrap_or(furthest)
    };
    (rank(DRAWS / 10), rank(DRAWS * 9 / 10))
}

/// The weeks to draw from, with the sum of every three of them.
struct Weeks<'a> {
    counts: &'a [u32],
    sums: Vec<u32>,
}

impl<'a> Weeks<'a> {
    fn of(counts: &'a [u32]) -> Self {
        let pairs: Vec<u32> = counts.iter().flat_map(|a| counts.iter().map(move |b| a + b)).collect();
        let sums = pairs.iter().flat_map(|pair| counts.iter().map(move |c| pair + c)).collect();
        Self { counts, sums }
    }

    /// Active days until `left` steps are done; one more than [`MOST_DAYS`] when that is not enough.
    fn draw(&self, mut left: u32, random: &mut SplitMix64) -> usize {
        for triples in 0..MOST_TRIPLES {
            let drawn = random.below(self.sums.len());
            let sum = self.sums[drawn];
            if sum < left {
                left -= sum;
                continue;
            }
            return triples * 21 + self.days_in(drawn, left);
        }
        MOST_DAYS + 1
    }

    /// Days of the three weeks of `drawn` until `left` steps are done.
    fn days_in(&self, drawn: usize, mut left: u32) -> usize {
        let many = self.counts.len();
        let mut days = 0;
        for week in [drawn / (many * many), drawn / many % many, drawn % many] {
            let count = self.counts[week];
            if count >= left {
                return days + (left as usize * 7).div_ceil(count.max(1) as usize);
            }
            left -= count;
            days += 7;
        }
        days
    }
}

/// `SplitMix64`, the generator that seeds Java's streams and xoshiro (Steele, Lea and Flood, "Fast splittable
/// pseudorandom number generators", 2014): a counter, and a mixing of it. Written out, because a forecast must not
/// change with the version of a library.
struct SplitMix64(u64);

impl SplitMix64 {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number below `end`, from the upper half of the next one. For an `end` of at most 12³ the chances differ by
    /// less than one in a million.
    fn below(&mut self, end: usize) -> usize {
        let scaled = (self.next() >> 32) * end as u64;
        (scaled >> 32) as usize
    }
}

#[cfg(test)]
mod tests;
