//! Forecasts against a slow and plain re-computation, and against what must hold of every plan.

use proptest::prelude::*;

use super::super::arbitrary::{any_date, any_plan};
use super::super::story::{Story, day};
use super::super::{progress, schedule};
use super::*;
use crate::model::Settings;

fn of(plan: &Entry, today: Date) -> Result<Forecast, Refusal> {
    let progress = progress(plan, &Settings::default());
    forecast(plan, &progress, &schedule(plan, progress.plan, today), today)
}

/// One step done a week from 5 January 2026 on, as long as `done` lasts, and `open` steps left.
fn weekly(done: i32, open: usize) -> Story {
    let line = |week: i32| format!("- [x] a ✅ {}\n", add_days(day("2026-01-05"), week * 7));
    let body: String = (0..done).map(line).collect();
    Story::plan(&(body + &"- [ ] b\n".repeat(open))).from("2026-01-05")
}

#[track_caller]
fn check(story: &Story, today: &str, expected: &Result<(&str, &str, Reach), Refusal>) {
    let expected = expected.map(|(low, high, reach)| Forecast { low: day(low), high: day(high), reach });
    assert_eq!(of(&story.0, day(today)), expected);
}

#[test]
fn an_even_pace_goes_on_evenly() {
    check(&weekly(12, 3), "2026-03-29", &Ok(("2026-04-19", "2026-04-19", Reach::Within)));
    let held = weekly(12, 3).held("2026-04-05", "2026-04-11").held("2026-04-14", "2026-04-14");
    check(&held, "2026-03-29", &Ok(("2026-04-27", "2026-04-27", Reach::Within)));
}

#[test]
fn a_pause_in_the_past_is_no_slow_week() {
    let mut story = weekly(6, 3).held("2026-02-02", "2026-02-15");
    let moved = |date: Date| if date >= day("2026-02-02") { add_days(date, 14) } else { date };
    for step in &mut story.0.steps.items {
        step.fields.done = step.fields.done.map(moved);
    }
    check(&story, "2026-03-01", &Ok(("2026-03-22", "2026-03-22", Reach::Within)));
}

#[test]
fn it_is_never_before_the_last_dated_open_step() {
    let mut story = weekly(12, 3);
    story.0.steps.items[13].fields.due = Some(day("2026-12-06"));
    check(&story, "2026-03-29", &Ok(("2026-12-06", "2026-12-06", Reach::Within)));
    story.0.steps.items[13].fields.scheduled = Some(day("2040-12-06"));
    check(&story, "2026-03-29", &Ok(("2028-03-29", "2028-03-29", Reach::BeyondTwoYears)));
}

#[test]
fn beyond_two_years_is_said_so() {
    check(&weekly(12, 104), "2026-03-29", &Ok(("2028-03-26", "2028-03-26", Reach::Within)));
    check(&weekly(12, 105), "2026-03-29", &Ok(("2028-03-29", "2028-03-29", Reach::BeyondTwoYears)));
    check(&weekly(12, 5000), "2026-03-29", &Ok(("2028-03-29", "2028-03-29", Reach::BeyondTwoYears)));
}

#[test]
fn it_says_why_there_is_none() {
    check(&weekly(12, 3).status(Status::Paused), "2026-03-29", &Err(Refusal::NotActive));
    check(&weekly(12, 3).held("2026-03-29", ""), "2026-03-29", &Err(Refusal::NotActive));
    check(&weekly(12, 0), "2026-03-29", &Err(Refusal::NothingLeft));
    check(&weekly(0, 0), "2026-03-29", &Err(Refusal::FewerThanFiveDone));
    check(&weekly(4, 1), "2026-03-29", &Err(Refusal::FewerThanFiveDone));
    // Steps of the future are not done yet.
    check(&weekly(12, 1), "2026-02-01", &Err(Refusal::FewerThanFiveDone));
    check(
        &Story::plan(&("- [x] a ✅ 2026-03-28\n".repeat(9) + "- [ ] b")),
        "2026-03-29",
        &Err(Refusal::FewerThanFourWeeks),
    );
    check(&weekly(12, 3), "2026-06-15", &Err(Refusal::NoneInTwelveWeeks));
    assert!(of(&weekly(12, 3).0, day("2026-06-14")).is_ok());
}

#[test]
fn splitmix_gives_the_published_numbers() {
    let published = [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423];
    assert_eq!([0, 1, 2].map(|place| split_mix(1_234_567, place)), published);
}

/// Every draw from its first week to its last, every result kept and sorted.
fn plain(left: u32, counts: &[u32]) -> (u32, u32) {
    let many = counts.len();
    let days = |draw: u32| {
        let (mut left, mut days) = (left, 0);
        for round in 0..ROUNDS {
            let three = |drawn| [drawn / many / many, drawn / many % many, drawn % many];
            for week in drawn(many.pow(3), draw, round).map(three).into_iter().flatten() {
                let count = counts[week];
                if count >= left {
                    return days + (1..=7).find(|day| count * day >= left * 7).expect("the week has enough");
                }
                left -= count;
                days += 7;
            }
        }
        BEYOND
    };
    let mut all: Vec<u32> = (0..DRAWS).map(days).collect();
    all.sort_unstable();
    (all[399], all[3599])
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn the_fast_way_draws_what_the_plain_way_draws(left in 1u32..150, counts in prop::collection::vec(0u32..5, 4..=12)) {
        prop_assert_eq!(middle_eighty(left, &counts), plain(left, &counts));
    }
}

proptest! {
    #[test]
    fn a_range_begins_today_or_later_and_ends_within_two_years(plan in any_plan(), today in any_date()) {
        if let Ok(Forecast { low, high, .. }) = of(&plan, today) {
            prop_assert!(today <= low && low <= high && high <= add_days(today, TWO_YEARS));
        }
    }
}

/// `cargo test --release -- --ignored --nocapture a_thousand_forecasts`
#[test]
#[ignore = "a measurement, to be run in release"]
#[expect(clippy::print_stderr, reason = "its result is for whoever measures")]
fn a_thousand_forecasts() {
    for (name, open) in [("twelve weeks", 12), ("half a year", 26), ("two years", 103)] {
        let plan = weekly(12, open).0;
        let mut uneven = plan.clone();
        for (at, step) in uneven.steps.items.iter_mut().enumerate().filter(|(_, step)| step.fields.done.is_some()) {
            step.fields.done = Some(add_days(day("2026-01-05"), [0, 1, 3, 20, 21, 30, 44, 60, 61, 62, 70, 80][at]));
        }
        let begun = std::time::Instant::now();
        let found = (0..1000).filter(|_| of(&uneven, day("2026-03-29")).is_ok()).count();
        eprintln!("{name}: {found} forecasts in {:?}", begun.elapsed());
    }
}
