//! Charts of plans with nothing, one and much in them, told in Markdown.

use super::axis::{Axis, HEIGHT, Scale, WIDTH, label, too_near};
use super::bar::Bar;
use super::views::{BurnUpView, PlanBarView, StretchView};
use super::*;
use crate::model::{Amount, Audience, Digest, SourcePath, add_days, days_between, parse_date};

fn english() -> Language {
    Language::new("en", None).0
}

fn day(text: &str) -> Date {
    parse_date(text).expect("a date")
}

fn entry(path: &str, text: &str) -> Entry {
    let path = SourcePath::new(path).expect("a path");
    let parsed = crate::parse::parse(&path, text, &Settings::default(), Digest::default());
    let faces = parsed.document.entry.expect("an entry");
    Entry::clone(faces.face(Audience::Writer))
}

/// A plan with this front matter and this body, and reflections about it: their days and front matter.
struct Story {
    plan: Entry,
    reflections: Vec<Entry>,
    today: Date,
}

impl Story {
    fn new(front_matter: &str, body: &str) -> Self {
        let plan = entry("plans/story.md", &format!("---\n{front_matter}\n---\n\n{body}"));
        Self { plan, reflections: Vec::new(), today: day("2026-11-22") }
    }

    fn written(mut self, date: &str, front_matter: &str) -> Self {
        let path = format!("reflections/{date}.md");
        self.reflections.push(entry(&path, &format!("---\n{front_matter}\n---\n\nWords.")));
        self
    }

    fn standing(&self) -> Standing {
        let reflections: Vec<&Entry> = self.reflections.iter().collect();
        progress::standing(&self.plan, &reflections, &Settings::default(), self.today, &|_| false)
    }

    fn charts(&self) -> PlanCharts {
        of_plan(&english(), &self.plan, &self.standing(), &Settings::default(), self.today)
    }

    #[track_caller]
    fn bar(&self) -> PlanBarView {
        self.charts().bar.expect("a bar")
    }

    #[track_caller]
    fn burn_up(&self) -> BurnUpView {
        self.charts().burn_up.expect("a burn-up")
    }
}

/// That many steps: done ones a week apart, the last a week before 22 November 2026, then open ones.
fn steps(done: i32, open: usize) -> String {
    let line = |ago: i32| format!("- [x] a ✅ {}\n", add_days(day("2026-11-22"), -7 * ago));
    (1..=done).rev().map(line).collect::<String>() + &"- [ ] b\n".repeat(open)
}

/// Every place of a stretch is on the chart.
#[track_caller]
fn inside(stretches: &[StretchView]) {
    for stretch in stretches {
        assert!((0..=WIDTH).contains(&stretch.x) && stretch.width > 0, "{stretch:?}");
        assert!(stretch.x + stretch.width <= WIDTH + 20, "{stretch:?}");
    }
}

#[test]
fn a_plan_with_nothing_has_no_chart() {
    let charts = Story::new("title: Nothing", "").charts();
    assert_eq!((charts.bar, charts.burn_up), (None, None));
    assert!(charts.targets.is_empty() && charts.practices.is_empty());
    let dated = Story::new("start: 2026-11-01\ndue: 2027-01-01", "").charts();
    assert!(dated.bar.is_some_and(|bar| bar.caption.contains("no steps yet")));
    assert_eq!(dated.burn_up, None);
}

#[test]
fn one_step_is_a_bar_and_a_stair_without_a_guess() {
    let story = Story::new("start: 2026-11-17\ndue: 2027-03-01", "- [ ] a");
    let (bar, burn_up) = (story.bar(), story.burn_up());
    assert!(bar.bar.solid.is_empty() && bar.bar.guess.is_none());
    assert_eq!(burn_up.fan, None);
    assert_eq!(burn_up.done, format!("M0 {HEIGHT}H{}V{HEIGHT}", burn_up.done_label.x));
    assert_eq!(burn_up.scope_label.map(|label| label.text).as_deref(), Some("1 in scope"));
    let done = Story::new("title: Done today", "- [x] a ✅ 2026-11-22");
    assert_eq!(done.bar().bar.solid.len(), 1, "what was done on one day can be seen");
}

#[test]
fn the_bar_ends_where_the_work_has_got_to() {
    let held = "start: 2026-01-05\ndue: 2027-04-30\nheld: [{from: 2026-08-09, to: 2026-08-29}]";
    let story = Story::new(held, &("- [x] a\n".repeat(40) + &"- [ ] b\n".repeat(24)));
    let bar = story.bar();
    assert!(bar.caption.starts_with("The work has got to where 9 November 2026 was planned."), "{}", bar.caption);
    assert!(bar.description.contains("Paused 9 to 29 August 2026."), "{}", bar.description);
    assert_eq!((bar.bar.outline.len(), bar.bar.solid.len(), bar.bar.paused.len()), (2, 2, 1));
    let end = |stretch: &StretchView| stretch.x + stretch.width;
    assert_eq!(end(&bar.bar.solid[0]), bar.bar.paused[0].x);
    assert_eq!(end(&bar.bar.paused[0]), bar.bar.solid[1].x);
    assert!(bar.today.as_ref().is_some_and(|today| today.x > end(&bar.bar.solid[1])), "it is behind");
    assert_eq!(bar.bar.due, Some(end(&bar.bar.outline[1])));
    let rows: Vec<&str> = bar.table.rows.iter().map(|row| row[0].as_str()).collect();
    assert_eq!(rows, ["Start", "Due", "The work has got to", "Today", "Paused"]);
}

#[test]
fn a_plan_without_a_due_date_has_an_open_end() {
    let story = Story::new("start: 2026-08-01", &steps(12, 9));
    let bar = story.bar();
    assert!(bar.bar.outline.is_empty() && bar.due.is_none() && bar.bar.due.is_none());
    let (open, guess) = (bar.bar.open.expect("an open end"), bar.bar.guess.expect("a guess"));
    assert!(bar.today.is_some_and(|today| (open.x..open.x + open.width).contains(&today.x)));
    assert!(guess.x > open.x && !bar.bar.guess_beyond);
    assert_eq!(story.burn_up().line, None);
}

#[test]
fn overdue_by_years_is_drawn_as_long_as_it_is() {
    let story = Story::new("start: 2014-01-01\ndue: 2016-11-22", "- [x] a ✅ 2015-03-01\n- [ ] b");
    let bar = story.bar();
    let (due, today) = (bar.due.expect("it was due"), bar.today.expect("today"));
    assert_eq!(due.text, "was due 22 Nov");
    let years = |x: i32| x * 13 / WIDTH;
    assert_eq!((years(due.x), years(today.x)), (2, 12), "nothing is compressed");
    assert!(bar.ticks.len() <= 13 && bar.ticks.iter().all(|tick| tick.after.is_empty()), "{:?}", bar.ticks);
}

#[test]
fn any_year_can_be_drawn() {
    let story = Story::new("start: 0001-01-01\ndue: 9999-12-31", "- [x] a ✅ 0001-02-02\n- [ ] b");
    let charts = story.charts();
    let bar = charts.bar.expect("a bar").bar;
    inside(&[bar.outline, bar.solid].concat());
    assert!(charts.burn_up.is_some_and(|burn_up| burn_up.table.rows.len() < 2100));
}

#[test]
fn a_likely_finish_off_the_chart_runs_out_over_its_edge() {
    let slow = Story::new("start: 2026-08-01\ndue: 2026-12-20", &steps(9, 60));
    let bar = slow.bar();
    assert!(bar.bar.guess_beyond && bar.bar.guess.is_none());
    assert!(bar.description.contains("Likely finish: "), "{}", bar.description);
    let fan = slow.burn_up().fan.expect("a fan");
    assert_eq!(fan.matches('M').count(), 7);
    assert_eq!(fan.matches(&format!("L{WIDTH} ")).count(), 7, "every ray is cut at the edge: {fan}");
    let never = Story::new("start: 2026-08-01\ndue: 2026-12-20", &steps(9, 900));
    assert!(never.bar().description.contains("more than two years"));
    assert!(never.bar().bar.guess_beyond);
}

#[test]
fn a_plan_at_rest_does_not_know_what_day_it_is() {
    let paused = "status: paused\nstart: 2026-01-01\ndue: 2026-12-31\nuntil: 2027-03-01\nheld: [{from: 2026-10-01}]";
    let pivoted = "status: pivoted\nstart: 2026-01-01\ndue: 2026-12-31";
    let done = "status: done\nstart: 2026-01-01\ndue: 2026-12-31";
    for front_matter in [paused, pivoted, done] {
        let mut story = Story::new(front_matter, "- [x] a ✅ 2026-02-01\n- [x] b ✅ 2026-05-01\n- [-] c ❌ 2026-06-01")
            .written("2026-04-01", "mood: 3\nmetrics: {words: 5}");
        let before = story.charts();
        story.today = day("2026-12-25");
        assert_eq!(story.charts(), before, "{front_matter}");
        assert!(before.burn_up.is_some_and(|burn_up| burn_up.today.is_none()));
    }
    let bar = Story::new(paused, "- [x] a ✅ 2026-02-01\n- [ ] b").bar();
    assert!(bar.caption.starts_with("It has been paused since 1 October 2026."));
    assert!(bar.bar.paused.iter().all(|paused| paused.x >= bar.bar.outline[0].x + bar.bar.outline[0].width));
    let pivoted = Story::new(pivoted, "- [x] a ✅ 2026-02-01\n- [-] c ❌ 2026-06-01").bar();
    assert_eq!(pivoted.caption, "It ran until 1 June 2026.");
    assert_eq!(pivoted.bar.pivoted, pivoted.bar.outline.last().map(|part| part.x + part.width));
}

#[test]
fn a_pause_that_nobody_dated_is_not_given_a_day() {
    let bar = Story::new("status: paused", "- [x] a ✅ 2026-02-01\n- [ ] b").bar();
    assert_eq!(bar.caption, "It is paused.");
    assert!(bar.table.rows.iter().all(|row| row[0] != "Paused"));
}

#[test]
fn up_to_sixteen_checkpoints_are_diamonds_and_more_are_ticks() {
    let checkpoints = |count: i32, apart: i32| -> String {
        let line = |at: i32| {
            let sign = if at < count - 4 { "x" } else { " " };
            format!("- [{sign}] 🚩 c{at} 📅 {}\n", add_days(day("2026-01-05"), at * apart))
        };
        (0..count).map(line).collect()
    };
    let bar =
        |count, apart| Story::new("start: 2026-01-01\ndue: 2026-12-31", &(checkpoints(count, apart) + "- [ ] a")).bar();
    let forty = bar(40, 9);
    assert!(forty.bar.dense && forty.lanes == 1 && forty.bar.checkpoints.len() == 40);
    assert_eq!(forty.next.as_deref(), Some("Next: 25 November 2026, checkpoint 37 of 40."));
    assert!(!forty.caption.contains("Numbers"));
    assert_eq!(forty.table.rows.iter().filter(|row| row[1].ends_with("to come")).count(), 4);
    let sixteen = bar(16, 20);
    assert!(!sixteen.bar.dense && sixteen.lanes == 1 && sixteen.next.is_none());
    assert!(sixteen.caption.contains("Numbers are the checkpoints below."));
    let places: Vec<&str> = bar(6, 12).bar.checkpoints.iter().map(|mark| mark.place).collect();
    assert_eq!(places, ["hi", "lo", "hi", "lo", "hi", "lo"], "near ones make room for each other");
    let same = bar(5, 0);
    assert_eq!(same.lanes, 3);
    assert_eq!(same.bar.checkpoints.iter().map(|mark| mark.lane).collect::<Vec<_>>(), [0, 1, 2, 2, 2]);
}

#[test]
fn five_hundred_steps_have_one_vertex_a_day() {
    let line = |at: i32| format!("- [x] a ✅ {}\n", add_days(day("2026-01-01"), at % 100 * 3));
    let story = Story::new("start: 2026-01-01\ndue: 2027-06-30", &((0..500).map(line).collect::<String>() + "- [ ] b"));
    let burn_up = story.burn_up();
    assert_eq!(burn_up.done.matches('V').count(), 100 + 1);
    let last = burn_up.table.rows.last().expect("rows");
    assert_eq!(last[1..], ["500".to_owned(), "501".to_owned()]);
    let ended = Story::new("start: 2026-01-01", "- [x] a ✅ 2026-02-01\n- [x] b ➕ 2026-11-20 ✅ 2026-11-21").burn_up();
    assert_eq!((ended.scope_label, ended.done_label.text.as_str()), (None, "2 of 2 done"), "two labels in one place");
}

#[test]
fn steps_that_name_no_day_are_told_apart() {
    let burn_up = Story::new("start: 2026-01-01", "- [x] a ✅ 2026-02-01\n- [x] b\n- [ ] c").burn_up();
    assert!(
        burn_up.caption.contains("1 done step names no day and is in the last figure only."),
        "{}",
        burn_up.caption
    );
    let last: Vec<&str> = burn_up.table.rows.iter().rev().take(2).map(|row| row[1].as_str()).collect();
    assert_eq!(last, ["2", "1"]);
}

#[test]
fn scope_is_honest_about_what_is_not_written() {
    let plain = Story::new("start: 2026-01-01", "- [x] a ✅ 2026-02-01\n- [ ] c").burn_up();
    assert!(plain.description.contains("no other day is written"), "{}", plain.description);
    let grown = Story::new("start: 2026-01-01", "- [x] a ✅ 2026-02-01\n- [ ] c ➕ 2026-03-01").burn_up();
    assert!(grown.description.starts_with("Scope was 1 step on 1 January 2026 and has been 2 since 1 March 2026"));
    assert_eq!(grown.scope.matches('V').count(), 2);
}

#[test]
fn the_plan_s_line_is_flat_in_a_pause() {
    let held = "start: 2026-01-01\ndue: 2027-01-01\nheld: [{from: 2026-03-01, to: 2026-03-31}]";
    let line = Story::new(held, &steps(2, 8)).burn_up().line.expect("a line");
    let heights: Vec<&str> = line.split(['M', 'L']).filter_map(|point| point.split(' ').nth(1)).collect();
    assert_eq!(heights.len(), 4);
    assert_eq!(heights[1], heights[2]);
}

#[test]
fn a_target_is_drawn_through_its_points() {
    let front_matter = "start: 2026-09-01\ntarget: {metric: words, amount: 1000}\ncheckpoints: [{title: \"First 200 words\", due: 2026-10-01}]";
    let empty = Story::new(front_matter, "- [ ] a");
    assert!(empty.charts().targets.is_empty());
    let one =
        Story::new(front_matter, "- [ ] a").written("2026-11-22", "metrics: {words: 50}").charts().targets.remove(0);
    assert_eq!((one.now.text.as_str(), one.fan), ("50", None));
    assert_eq!(one.hopes.iter().map(|hope| (hope.state, hope.number)).collect::<Vec<_>>(), [("next", 1)]);
    let mut many = Story::new(front_matter, "- [ ] a");
    for at in 0..500 {
        let date = add_days(day("2026-11-22"), at - 499).to_string();
        many = many.written(&date, "metrics: {words: 1}");
    }
    let many = many.charts().targets.remove(0);
    assert_eq!(many.line.matches('L').count(), 500);
    assert!(many.table.rows.len() < 24, "month by month");
    assert_eq!(many.table.rows.last().map(|row| row[1].as_str()), Some("500"));
    assert!(many.fan.is_some_and(|fan| fan.matches('M').count() == 7));
}

#[test]
fn a_practice_shows_each_day_by_its_own_sign() {
    let front_matter =
        "start: 2026-11-09\npractice: {every: day, what: Write}\nheld: [{from: 2026-11-11, to: 2026-11-12}]";
    let story = || Story::new(front_matter, "- [ ] a");
    assert_eq!(Story::new("practice: {every: day, what: Write}", "- [ ] a").charts().practices, [None]);
    let chart = story()
        .written("2026-11-09", "practiced: true")
        .written("2026-11-10", "practiced: false")
        .charts()
        .practices
        .remove(0)
        .expect("a chart");
    let count = |path: &str| path.matches('M').count();
    assert_eq!([&chart.done, &chart.missed, &chart.skipped, &chart.unrecorded].map(|path| count(path)), [1, 1, 2, 9]);
    assert_eq!(chart.table.rows.last().expect("all")[1..], ["1", "1", "9", "2"].map(str::to_owned));
    assert_eq!(chart.rows[0].text, "Mon");
    assert!(
        !chart.caption.contains('%') && chart.caption.starts_with("Loose, every day: done 1 time"),
        "{}",
        chart.caption
    );
}

#[test]
fn a_year_has_all_its_days() {
    let today = day("2028-11-22");
    let halves = year(&english(), &std::collections::BTreeMap::new(), &[], crate::model::Weekday::Monday, today);
    let days: usize = halves.iter().map(|half| half.days.matches('M').count() + half.ahead.matches('M').count()).sum();
    assert_eq!(days, 366);
    assert_eq!(
        halves.iter().map(|half| half.title.as_str()).collect::<Vec<_>>(),
        ["January to June 2028", "July to December 2028"]
    );
    assert!(halves[0].today.is_none() && halves[1].today.is_some());
    assert!(halves[0].thread.is_empty() && halves[0].moods_description == "No mood is written.");
}

#[test]
fn a_thread_needs_three_moods_and_days_say_how_much_was_done() {
    let happened = |steps| progress::Happened { steps, reflections: 1, ..progress::Happened::default() };
    let days = (1..=5).map(|at| (Date::constant(2026, 2, at), happened(at.unsigned_abs().into()))).collect();
    let moods: Vec<(Date, u8)> = (1..=5).map(|at| (Date::constant(2026, 2, at), at.unsigned_abs())).collect();
    let half = |moods: &[(Date, u8)]| {
        year(&english(), &days, moods, crate::model::Weekday::Sunday, day("2026-03-01")).remove(0)
    };
    let full = half(&moods);
    assert_eq!(full.steps.each_ref().map(|path| path.matches('M').count()), [1, 1, 3]);
    assert_eq!(full.reflections.matches('M').count(), 5);
    assert_eq!((full.below.matches('M').count(), full.above.matches('M').count()), (2, 3));
    assert_eq!(full.thread.matches(['M', 'L']).count(), 3);
    assert!(full.description.starts_with("15 steps done and 5 reflections written."), "{}", full.description);
    assert!(full.moods_description.contains("heavy on 1 February 2026, bright on 5 February 2026"));
    assert_eq!(half(&moods[..2]).thread, "");
    assert_eq!(full.rows[0].text, "Sun");
}

#[test]
fn an_axis_holds_its_days_and_names_what_it_has_room_for() {
    let axis = Axis::new(day("2026-01-01"), day("2026-12-31"));
    assert_eq!([day("2025-01-01"), day("2026-01-01"), day("2030-01-01")].map(|day| axis.x(day)), [0, 0, WIDTH]);
    assert_eq!(axis.ticks(&english()).len(), 12);
    assert_eq!((axis.ticks(&english())[0].before.as_str(), axis.ticks(&english())[0].short.as_str()), ("20", "26"));
    assert_eq!((axis.ticks(&english())[1].short.as_str(), axis.ticks(&english())[1].after.as_str()), ("F", "eb"));
    for (years, most) in [(2, 20), (4, 20), (9, 20), (40, 13), (900, 13), (9000, 13)] {
        let to = add_days(day("0900-03-05"), years * 365);
        let ticks = Axis::new(day("0900-03-05"), to).ticks(&english());
        assert!((2..=most).contains(&ticks.len()), "{years} years: {}", ticks.len());
    }
    assert_eq!(Axis::new(day("2026-01-01"), day("2026-01-01")).x(day("2026-01-08")), WIDTH, "a week at least");
    assert_eq!(axis.stretch(day("2024-01-01"), day("2025-01-01")), None);
    assert!(axis.stretch(day("2026-05-01"), day("2026-05-02")).is_some());
}

#[test]
fn words_that_would_meet_need_two_rows() {
    let (today, due) = (label(5_000, "today"), label(6_200, "due 30 Apr"));
    assert!(too_near(Some(&today), Some(&due)) && !too_near(Some(&today), None));
    assert!(!too_near(Some(&today), Some(&label(8_000, "due 30 Apr"))));
    assert_eq!([100, 5_000, 9_900].map(|x| label(x, "today").anchor), ["start", "middle", "end"]);
}

#[test]
fn amounts_are_never_cut_off() {
    let text = |amount: i64, highest: bool| if highest { format!("{amount} steps") } else { amount.to_string() };
    let levels = |amounts: &[i64]| {
        let levels = Scale::of(amounts.iter().copied()).levels(1, &(0..0), text);
        levels.into_iter().map(|level| level.text).collect::<Vec<_>>()
    };
    assert_eq!(levels(&[64]), ["20", "40", "60 steps"]);
    assert_eq!(levels(&[1]), ["1 steps"]);
    assert_eq!(levels(&[0]), Vec::<String>::new());
    assert_eq!(levels(&[-40, 40]), ["-20", "20", "40 steps"]);
    assert!(levels(&[i64::MAX, i64::MIN]).len() < 6);
    assert_eq!(Scale::of([64]).levels(1, &(0..500), text).len(), 2, "none where something else is");
    let scale = Scale::of([100]);
    assert_eq!([0, 110, 1000, -5].map(|amount| scale.y(amount)), [HEIGHT, 0, 0, HEIGHT]);
    assert_eq!(scale.part_y(55 * Amount::ONE, Amount::ONE), HEIGHT / 2);
}

#[test]
fn places_grow_with_days() {
    let bar = Bar::of(
        &Story::new("start: 2026-01-05\ndue: 2027-04-30", &steps(9, 9)).plan,
        &Story::new("start: 2026-01-05\ndue: 2027-04-30", &steps(9, 9)).standing(),
        Some(day("2026-11-22")),
    )
    .expect("a bar");
    let (first, last) = bar.days(Some(day("2026-11-22")));
    let axis = Axis::of_months(first, last);
    let xs: Vec<i32> = (0..days_between(first, last)).map(|at| axis.x(add_days(first, at))).collect();
    assert!(xs.is_sorted());
    let view = bar.view(axis);
    inside(&[view.outline, view.solid, view.paused].concat());
}
