//! Charts: how far a plan has come in time, its steps, its targets and practices, a year of days, all plans.
//!
//! Days and figures become places here, in whole numbers; the templates of `charts.html` draw them. Each chart says
//! its figures a second time in words, for who can't see it, and a third time as a table: no figure is in a picture
//! alone. One file a chart: [`views`] is what the templates see.

mod axis;
mod bar;
mod burn_up;
mod moods;
mod path;
mod plan_bar;
mod practice;
mod target;
mod timeline;
pub mod views;
mod words;
mod year;

#[cfg(test)]
mod tests;

pub(super) use moods::moods;
pub(super) use year::year;

use crate::language::Language;
use crate::model::{Date, Entry, Settings, Status};
use crate::progress::{self, Standing};
use views::PlanCharts;

/// Whether charts are wanted.
pub(super) fn wanted(settings: &Settings) -> bool {
    settings.theme.shows("charts")
}

/// The charts of a plan's own page. Those of a plan at rest stay as they are from day to day.
pub(super) fn of_plan(
    language: &Language,
    plan: &Entry,
    standing: &Standing,
    settings: &Settings,
    today: Date,
) -> PlanCharts {
    let moving = Some(today).filter(|_| plan.plan.status == Status::Active);
    let counts = progress::burn_up(plan, &standing.progress, settings, today);
    PlanCharts {
        bar: plan_bar::plan_bar(language, plan, standing, moving),
        burn_up: burn_up::burn_up(language, plan, standing, &counts, moving),
        targets: standing
            .metrics
            .iter()
            .filter_map(|metric| target::target(language, plan, standing, metric, moving))
            .collect(),
        practices: standing
            .practices
            .iter()
            .map(|record| practice::practice(language, record, settings.week_start))
            .collect(),
    }
}
