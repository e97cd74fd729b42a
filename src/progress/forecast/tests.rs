//! Forecasts against a slow and plain re-computation, and against what must hold of every plan.

use proptest::prelude::*;

use super::super::arbitrary::{any_date, any_plan};
use super::super::story::{Story, day};
use super::super::{metrics, progress, schedule};
use super::*;
use crate::model::{Amount, Settings, Target, TargetKind};

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
    let expected = expected.map(|(low, high, reach)| (day(low), day(high), reach));
    assert_eq!(of(&story.0, day(today)).map(|found| (found.low, found.high, found.reach)), expected);
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
    check(&Story::plan("- [-] a\n- [-] b"), "2026-03-29", &Err(Refusal::NothingLeft));
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
fn plain(left: u32, counts: &[u32]) -> [u32; 7] {
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
    RANKS.map(|rank| all[rank as usize - 1])
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn the_fast_way_draws_what_the_plain_way_draws(left in 1u32..150, counts in prop::collection::vec(0u32..5, 4..=12)) {
        prop_assert_eq!(percentiles(left, &counts), plain(left, &counts));
    }
}

proptest! {
    #[test]
    fn a_range_begins_today_or_later_and_ends_within_two_years(plan in any_plan(), today in any_date()) {
        if let Ok(Forecast { low, high, fan, .. }) = of(&plan, today) {
            prop_assert!(today <= low && high <= add_days(today, TWO_YEARS));
            prop_assert!(fan.is_sorted() && fan[0] == low && fan[6] == high);
        }
    }
}

/// A target of 100 words, with this much written in each week from 5 January 2026 on, seen from the last week's end.
fn target(plan: Story, gains: &[i64]) -> Option<Forecast> {
    let mut plan = plan.0;
    let (from, amount) = (Amount(0), Amount(100 * Amount::ONE));
    plan.plan.targets = vec![Target { metric: "words".into(), amount, from, kind: TargetKind::Total }];
    let monday = |week: usize| add_days(day("2026-01-05"), 7 * i32::try_from(week).expect("few weeks"));
    let written = gains.iter().enumerate();
    let reflections: Vec<Entry> =
        written.map(|(week, gain)| Story::reflection(&monday(week).to_string()).measured("words", *gain).0).collect();
    let reflections: Vec<&Entry> = reflections.iter().collect();
    let today = add_days(monday(gains.len()), -1);
    let metric = metrics(&plan, &reflections, today).remove(0);
    let progress = progress(&plan, &Settings::default());
    target_forecast(&plan, &metric, &schedule(&plan, progress.plan, today), today)
}

#[test]
fn a_target_is_foreseen_at_the_pace_of_its_weeks() {
    let steady = target(Story::plan("").from("2026-01-05"), &[10; 6]).expect("a pace");
    assert_eq!((steady.low, steady.high), (day("2026-03-15"), day("2026-03-15")));
    let cut = target(Story::plan("").from("2026-01-05"), &[10, 10, 10, 10, 10, -20, 10]).expect("a pace");
    assert!(cut.low > steady.high, "what was lost is not forgotten: {cut:?}");
}

#[test]
fn a_target_without_a_pace_is_not_foreseen() {
    let plan = || Story::plan("").from("2026-01-05");
    assert_eq!(target(plan(), &[10; 4]), None, "too few measured");
    assert_eq!(target(plan(), &[30; 6]), None, "it is reached");
    assert_eq!(target(plan(), &[5, 5, 5, 5, -25]), None, "nothing is gained in all");
    assert_eq!(target(plan().status(Status::Paused), &[10; 6]), None);
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
