//! When a plan may be finished, at the pace it has had: a range, or the reason why there is none.
//!
//! The future is drawn from the past: each draw lays weeks as they were end to end until nothing is left, and the
//! range holds the middle eight in ten of 4,000 draws. The seed is fixed, so the same journal gives the same range.
//! What a target measures is foreseen in the same way, from what was gained in each week.
//!
//! Draws are cheap, for a journal may have a thousand plans: weeks are drawn three at a time from a table of their
//! sums, single weeks are looked at only for the draws that end where a percentile lies, and nobody waits for the
//! slowest tenth.

use super::metrics::Metric;
use super::pauses::Pauses;
use super::schedule::Schedule;
use super::tally::{Progress, done_days};
use crate::model::{Date, Entry, Status, add_days};

/// How often the future is drawn.
const DRAWS: u32 = 4000;
/// Weeks of the past to draw from, at most.
const LOOK_BACK: u32 = 12;
/// Weeks of the past below which there is no pace.
const FEWEST_WEEKS: u32 = 4;
/// Steps done on known days below which there is no pace.
const FEWEST_DONE: usize = 5;
/// Two years, in days: beyond, a day says nothing.
const TWO_YEARS: i32 = 731;
/// Rounds of nine weeks after which a draw is beyond two years.
const ROUNDS: u32 = 12;
/// Stands for more days than a draw goes.
const BEYOND: u32 = ROUNDS * 63 + 1;
/// Where in the draws, in order, the days of a fan lie: by nearest rank, from a tenth to nine tenths in even steps.
const RANKS: [u32; 7] = [400, 933, 1467, 2000, 2533, 3067, 3600];
/// What is left of a target, in the small parts in which its weeks are reckoned.
const PARTS: u32 = 10_000;
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
    /// The days by which a tenth to nine tenths of the draws are finished, in even steps: the first is `low`, the
    /// last `high`.
    pub fan: [Date; 7],
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
    /// Its name, in snake case.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::NotActive => "not_active",
            Self::NothingLeft => "nothing_left",
            Self::FewerThanFiveDone => "fewer_than_five_done",
            Self::FewerThanFourWeeks => "fewer_than_four_weeks",
            Self::NoneInTwelveWeeks => "none_in_twelve_weeks",
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
    if left == 0 && progress.plan.total + progress.plan.cancelled > 0 {
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
    Ok(range(left, &counts, pauses, today, last_named_day(plan, progress)))
}

/// When a target may be reached, seen from `today`, at the pace of the plan's last twelve active weeks; weeks, draws
/// and the two years are those of [`forecast`].
///
/// A week's gain is how far the value came towards the target in it. A week in which it went back takes what it lost
/// from the weeks before, for what was lost had been gained. None for a plan that is not active, a target that has
/// been reached, fewer than five days of measuring, fewer than four weeks, or nothing gained in all of them.
#[must_use]
pub fn target_forecast(plan: &Entry, metric: &Metric, schedule: &Schedule, today: Date) -> Option<Forecast> {
    let pauses = &schedule.pauses;
    let active = plan.plan.status == Status::Active && !pauses.lasts_from(today);
    if !active || metric.reached || metric.points.len() < FEWEST_DONE {
        return None;
    }
    let first = metric.points[0].0;
    let begun = schedule.start.map_or(first, |start| start.min(first));
    let tomorrow = add_days(today, 1);
    let weeks = (pauses.active_days(begun, tomorrow) / 7).min(LOOK_BACK);
    if weeks < FEWEST_WEEKS {
        return None;
    }
    let towards = if metric.amount.0 < metric.from.0 { -1 } else { 1 };
    let mut gains = vec![0_i128; weeks as usize];
    let mut before = metric.from.0;
    for (day, value) in &metric.points {
        let gain = (i128::from(value.0) - i128::from(before)) * towards;
        before = value.0;
        let ago = pauses.active_days(add_days(*day, 1), tomorrow) / 7;
        if let Some(week) = gains.get_mut(ago as usize) {
            *week += gain;
        }
    }
    let mut lost = 0;
    for gain in &mut gains {
        let kept = *gain + lost;
        (lost, *gain) = (kept.min(0), kept.max(0));
    }
    let left = ((i128::from(metric.amount.0) - i128::from(metric.current.0)) * towards).max(1);
    let parts = |gain: i128| u32::try_from((gain * i128::from(PARTS) * 2 + left) / (left * 2)).unwrap_or(u32::MAX);
    let counts: Vec<u32> = gains.into_iter().map(|gain| parts(gain).min(PARTS)).collect();
    (lost == 0 && counts.iter().any(|count| *count > 0)).then(|| range(PARTS, &counts, pauses, today, None))
}

/// The range of days on which nothing is left, never before `earliest`.
fn range(left: u32, counts: &[u32], pauses: &Pauses, today: Date, earliest: Option<Date>) -> Forecast {
    let horizon = add_days(today, TWO_YEARS);
    let tomorrow = add_days(today, 1);
    let finish = |days: u32| add_days(pauses.day_after(tomorrow, days), -1).max(earliest.unwrap_or(today)).max(today);
    let fan = percentiles(left, counts).map(finish);
    let reach = if fan[0] > horizon {
        Reach::BeyondTwoYears
    } else if fan[6] > horizon {
        Reach::HighBeyond
    } else {
        Reach::Within
    };
    let fan = fan.map(|day| day.min(horizon));
    Forecast { low: fan[0], high: fan[6], reach, fan }
}

/// The last day that an open leaf names.
fn last_named_day(plan: &Entry, progress: &Progress) -> Option<Date> {
    let open = plan.steps.items.iter().zip(&progress.steps).filter(|(_, progress)| progress.is_open_leaf());
    open.flat_map(|(step, _)| [step.fields.due, step.fields.scheduled, step.fields.start]).flatten().max()
}

/// Active days after which as many of the draws as [`RANKS`] says have nothing left. [`BEYOND`] where that takes
/// longer than the draws go.
fn percentiles(left: u32, counts: &[u32]) -> [u32; 7] {
    let mut days = [BEYOND; 7];
    let most = counts.iter().copied().max().unwrap_or(0);
    if u64::from(most) * 9 * u64::from(ROUNDS) < u64::from(left) {
        return days;
    }
    let threes = sums_of_three(counts);
    // All draws go nine weeks at a time, side by side. In each round every draw is written both to those that go on
    // and to those that end, and counted in one: a branch that nobody can foretell would cost more than the rest.
    let mut going: Vec<(u32, u32)> = (0..DRAWS).map(|draw| (draw, left)).collect();
    let mut ending = going.clone();
    let mut ended_before = 0;
    for round in 0..ROUNDS {
        let (mut still, mut ended) = (0, 0);
        for at in 0..going.len() {
            let (draw, left) = going[at];
            let [one, two, three] = drawn(threes.len(), draw, round);
            let sum = threes[one] + threes[two] + threes[three];
            ending[ended] = (draw, left);
            going[still] = (draw, left.wrapping_sub(sum));
            ended += usize::from(sum >= left);
            still += usize::from(sum < left);
        }
        going.truncate(still);
        let ended_by_now = DRAWS - super::index(still);
        if RANKS.iter().any(|rank| ended_before < *rank && *rank <= ended_by_now) {
            // How many draws end on each of the round's 63 days.
            let mut on_day = [0; 64];
            for (draw, left) in &ending[..ended] {
                on_day[days_in(round, *left, *draw, counts) as usize] += 1;
            }
            let mut by_day = ended_before;
            for (day, count) in (0..).zip(on_day) {
                let ranks = RANKS.iter().zip(&mut days);
                ranks
                    .filter(|(rank, _)| by_day < **rank && **rank <= by_day + count)
                    .for_each(|(_, found)| *found = round * 63 + day);
                by_day += count;
            }
        }
        // The slowest tenth says nothing more.
        if ended_by_now >= RANKS[6] {
            break;
        }
        ended_before = ended_by_now;
    }
    days
}

/// What is done in each three weeks that can be drawn, the last week turning fastest.
fn sums_of_three(counts: &[u32]) -> Vec<u32> {
    let mut sums = Vec::with_capacity(counts.len().pow(3));
    for one in counts {
        for two in counts {
            sums.extend(counts.iter().map(|three| one + two + three));
        }
    }
    sums
}

/// Days of the nine weeks that are drawn in `round` until `left` steps are done.
fn days_in(round: u32, mut left: u32, draw: u32, counts: &[u32]) -> u32 {
    let many = counts.len();
    let weeks = drawn(many.pow(3), draw, round).map(|three| [three / many / many, three / many % many, three % many]);
    let mut days = 0;
    for count in weeks.as_flattened().iter().map(|week| counts[*week]) {
        if count >= left {
            return days + (left * 7).div_ceil(count.max(1));
        }
        left -= count;
        days += 7;
    }
    days
}

/// Three numbers below `end`, the same in every forecast for one draw and round: each from a third of a random
/// number, 21 bits of it. For an `end` of at most 12³ no number is likelier than another by one part in a thousand.
fn drawn(end: usize, draw: u32, round: u32) -> [usize; 3] {
    let random = split_mix(SEED, u64::from(draw * ROUNDS + round));
    [0, 21, 42].map(|bits| (((random >> bits & 0x1f_ffff) * end as u64) >> 21) as usize)
}

/// The number at `place` (from 0) of `SplitMix64`, the generator that seeds Java's streams and xoshiro (Steele, Lea
/// and Flood, "Fast splittable pseudorandom number generators", 2014): a counter, and a mixing of it. Written out,
/// because a forecast must not change with the version of a library.
fn split_mix(seed: u64, place: u64) -> u64 {
    let z = seed.wrapping_add((place + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15));
    let z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

#[cfg(test)]
mod tests;
