//! Plans that nobody would write, for properties that hold of every plan.

use proptest::prelude::*;

use super::story::{Story, step};
use crate::model::{Date, Entry, Group, Heading, Parent, Pause, State, Status, Step, add_days};

/// Days around a leap day, and the ends of the calendar.
pub(super) fn any_date() -> impl Strategy<Value = Date> {
    let near = (-60i32..60).prop_map(|n| add_days(Date::constant(2024, 2, 29), n));
    let far = (-4_000_000i32..2_900_000).prop_map(|n| add_days(Date::constant(2024, 2, 29), n));
    prop_oneof![8 => near, 1 => far, 1 => Just(Date::MIN), 1 => Just(Date::MAX)]
}

/// A parent by its place; most of them come earlier, as the model promises.
fn any_parent(before: usize) -> impl Strategy<Value = Option<Parent>> {
    let before = u32::try_from(before).expect("small");
    let earlier = (0..before.max(1)).prop_map(Parent::Step);
    prop_oneof![
        4 => prop::option::of(earlier),
        2 => (0u32..6).prop_map(|group| Some(Parent::Group(group))),
        1 => (0u32..60).prop_map(|anywhere| Some(Parent::Step(anywhere))),
    ]
}

fn any_step(place: usize) -> impl Strategy<Value = Step> {
    let state = prop::sample::select(State::ALL.map(|(state, _)| state).to_vec());
    let dates = (
        prop::option::of(any_date()),
        prop::option::of(any_date()),
        prop::option::weighted(0.2, any_date()),
        prop::option::weighted(0.2, any_date()),
    );
    let rest = (prop::option::of(0u32..600), any::<bool>(), prop::option::weighted(0.2, 0u8..4), 0u32..4);
    (state, any_parent(place), dates, rest, prop::option::of(0u32..5), 0u8..12).prop_map(
        |(state, parent, (done, due, start, scheduled), (estimate, two, depends, list), section, odd)| {
            let mut step = step(" ", if two { "one" } else { "two" });
            step.fields.done = done;
            step.fields.due = due;
            step.fields.start = start;
            step.fields.scheduled = scheduled;
            step.fields.estimate_minutes = estimate;
            step.fields.id = Some(list.to_string());
            step.fields.depends_on = depends.map(|id| id.to_string()).into_iter().collect();
            step.fields.recurrence = (odd == 0).then(|| "every day".into());
            Step { state, parent, section, list, checkpoint: odd == 1, ..step }
        },
    )
}

/// Any plan.
pub(super) fn any_plan() -> impl Strategy<Value = Entry> {
    let steps = (0usize..40).prop_flat_map(|count| (0..count).map(any_step).collect::<Vec<_>>());
    let group = (any_parent(40), prop::option::of(0u32..5)).prop_map(|(parent, section)| Group {
        text: String::new(),
        parent,
        section,
    });
    let heading = (1u8..=6).prop_map(|level| Heading { level, id: String::new(), text: String::new(), line: 1 });
    let pause = (any_date(), prop::option::of(any_date())).prop_map(|(from, to)| Pause { from, to, why: None });
    let status = prop::sample::select(Status::ALL.map(|(status, _)| status).to_vec());
    (
        steps,
        prop::collection::vec(group, 0..6),
        prop::collection::vec(heading, 0..5),
        prop::collection::vec(pause, 0..4),
        (prop::option::of(any_date()), prop::option::of(any_date())),
        prop_oneof![4 => Just(Status::Active), 1 => status],
    )
        .prop_map(|(steps, groups, outline, held, (start, due), status)| {
            let mut plan = Story::plan("").0;
            plan.steps.items = steps;
            plan.steps.groups = groups;
            plan.outline = outline;
            plan.plan.held = held;
            plan.plan.start = start;
            plan.plan.due = due;
            plan.plan.status = status;
            plan
        })
}
