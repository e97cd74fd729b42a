//! What holds of every plan as a whole.

use proptest::prelude::*;

use super::arbitrary::{any_date, any_plan};
use super::story::{Story, day};
use super::*;
use crate::model::{Every, Parent, Practice, Practiced, Weekday};

#[test]
fn an_empty_plan_stands_somewhere() {
    let plan = Story::plan("").0;
    let standing = standing(&plan, &[], &Settings::default(), day("2026-03-01"), &|_| true);
    assert_eq!(standing.schedule.state, ScheduleState::Unscheduled);
    assert_eq!(standing.forecast, Err(Refusal::FewerThanFiveDone));
    assert_eq!(standing.attention, Attention::default());
}

#[test]
fn five_thousand_steps_in_one_another_are_no_trouble() {
    let mut plan = Story::plan(&"- [ ] a 🆔 x ⛔ y\n".repeat(5000)).0;
    for at in 1..5000 {
        plan.steps.items[at].parent = Some(Parent::Step(index(at - 1)));
    }
    let standing = standing(&plan, &[], &Settings::default(), day("2026-03-01"), &|_| false);
    assert_eq!((standing.progress.plan.total, standing.attention.next), (1, vec![4999]));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn every_plan_stands_somewhere(
        mut plan in any_plan(),
        today in any_date(),
        dates in prop::collection::vec(any_date(), 0..4),
        every in prop::sample::select(vec![Every::Day, Every::Weekday, Every::Week, Every::Month]),
    ) {
        plan.plan.practices = vec![Practice { every, what: "Write".into() }];
        let mut dates = dates;
        dates.sort_unstable();
        let reflections: Vec<Entry> = dates
            .into_iter()
            .map(|date| {
                let mut reflection = Story::reflection("2026-01-01").practiced(Practiced::All).mood(3).0;
                reflection.date = Some(date);
                reflection
            })
            .collect();
        let about: Vec<&Entry> = reflections.iter().collect();
        let settings = Settings { week_start: Weekday::Sunday, ..Settings::default() };
        let standing = standing(&plan, &about, &settings, today, &|id| id == "3");
        for next in &standing.attention.next {
            prop_assert!(standing.progress.steps[*next as usize].is_open_leaf());
        }
        prop_assert!(standing.practices.iter().all(|practice| practice.strength <= 100));
        let _ = activity(about.into_iter().chain([&plan]), today).weeks(Weekday::Monday);
    }
}
