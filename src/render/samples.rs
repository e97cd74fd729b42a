//! Views as a real journal would have them, and the same pages with too little in them: what the templates are
//! tried on. The figures are those of the design.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::model::{Amount, Date, parse_date};
use crate::site::search::{Choice, Choices, SearchView};
use crate::site::social::{ImageView, LinkedData, Node, SocialView, Work};
use crate::site::views::*;

pub(super) fn date(text: &str) -> Date {
    parse_date(text).unwrap()
}

fn some(text: &str) -> Option<Date> {
    (!text.is_empty()).then(|| date(text))
}

pub(super) fn link(title: &str, url: &str) -> LinkView {
    LinkView { title: title.into(), url: url.into() }
}

fn amount(number: i64) -> AmountView {
    AmountView(Amount(number * Amount::ONE))
}

pub(super) fn site(private: bool) -> SiteView {
    let nav = [
        ("home", "Today", "index.html"),
        ("plans", "Plans", "plans/index.html"),
        ("reflections", "Reflections", "reflections/index.html"),
        ("page", "About", "about.html"),
    ];
    SiteView {
        direction: "ltr",
        title: "By small steps".into(),
        description: "Plans and reflections: a novel, a change of career, a half marathon.".into(),
        author: "Nora Whitlock".into(),
        language: "en".into(),
        base_url: "https://example.org/".into(),
        home: "index.html".into(),
        nav: nav.map(|(section, title, url)| NavView { section, title: title.into(), url: url.into() }).into(),
        stylesheet: "theme/journal.css".into(),
        font: "theme/fonts/brygada-1918-latin-wght-normal.woff2".into(),
        icon: "theme/icon.svg".into(),
        touch_icon: "theme/icon-180.png".into(),
        manifest: "manifest.webmanifest".into(),
        own_stylesheet: "theme/custom.css".into(),
        search: "search.html".into(),
        search_script: "theme/search.js".into(),
        search_stylesheet: "theme/search.css".into(),
        keys_script: "theme/keys.js".into(),
        alternates: vec![alternate("application/atom+xml", "feed.xml"), alternate("text/calendar", "calendar.ics")],
        show: ["backlinks", "charts", "energy", "mood", "people", "tags"].map(|part| (part.to_owned(), true)).into(),
        private,
    }
}

pub(super) fn page(title: &str, url: &str, section: &'static str) -> PageView {
    PageView {
        title: title.into(),
        description: "What this page is about.".into(),
        url: url.into(),
        canonical: Some(format!("https://example.org/{url}")),
        root: "../".repeat(url.matches('/').count()),
        section,
        noindex: false,
        alternates: Vec::new(),
        social: Some(SocialView {
            kind: "article",
            image: Some(ImageView {
                url: "https://example.org/cards/novel.png".into(),
                alt: "32 of 54 steps done".into(),
                width: Some(1200),
                height: Some(630),
            }),
            published: some("2026-11-15"),
            updated: some("2026-11-16"),
            data: Some(LinkedData {
                context: "https://schema.org",
                graph: vec![Node::BlogPosting(Work { name: title.into(), ..Work::default() })],
            }),
        }),
    }
}

fn alternate(kind: &'static str, url: &str) -> AlternateView {
    AlternateView { kind, title: "By small steps".into(), url: url.into() }
}

fn tally(done: u32, total: u32, cancelled: u32) -> TallyView {
    let percent = u8::try_from(done * 100 / total.max(1)).unwrap();
    TallyView { done, total, cancelled, percent }
}

/// Each behind a pointer of its own, as views share them.
pub(super) fn shared<T, const N: usize>(all: [T; N]) -> Vec<Arc<T>> {
    all.map(Arc::new).into()
}

pub(super) fn tag(name: &str) -> TagView {
    TagView { name: name.into(), url: format!("tags/{name}.html").into(), count: 12 }
}

/// A plan under way, with all that a plan can have.
pub(super) fn novel() -> PlanCard {
    PlanCard {
        title: "Publish The Salt Road".into(),
        url: "plans/publish-my-novel.html".into(),
        status: "active",
        status_note: None,
        why: Some("To finish one long thing, and put it in Maren’s hands while she can still read it.".into()),
        start: some("2026-01-05"),
        due: some("2027-04-30"),
        until: None,
        until_passed: false,
        paused_since: None,
        pivoted_to: None,
        last_done: some("2026-11-19"),
        progress: tally(40, 64, 6),
        schedule: schedule("behind", "13 days behind", Some((42, 6536)), "behind"),
        forecast: forecast("2027-03-26", "2027-05-30", "26 March to 30 May"),
        targets: vec![TargetView {
            metric: "words".into(),
            current: amount(63_400),
            amount: amount(80_000),
            from: amount(0),
            percent: 79,
        }],
        tags: vec![tag("writing")],
        private: false,
    }
}

fn schedule(state: &'static str, words: &str, planned: Option<(u32, u32)>, mark: &'static str) -> ScheduleView {
    ScheduleView {
        past: String::new(),
        state,
        words: words.into(),
        days: planned.map(|_| -13),
        expected: planned.map(|(_, share)| share / 10),
        planned: planned.map(|(count, _)| count),
        planned_share: planned.map(|(_, share)| share),
        mark,
    }
}

fn forecast(low: &str, high: &str, words: &str) -> ForecastView {
    ForecastView { low: some(low), high: some(high), words: words.into() }
}

fn plan(title: &str, url: &str, done: u32, total: u32) -> PlanCard {
    PlanCard {
        title: title.into(),
        url: format!("plans/{url}.html"),
        progress: tally(done, total, 0),
        targets: Vec::new(),
        ..novel()
    }
}

pub(super) fn career() -> PlanCard {
    PlanCard {
        why: Some("To be paid for listening carefully to people.".into()),
        due: some("2027-01-31"),
        schedule: schedule("ahead", "7 days ahead", Some((27, 7287)), "ahead"),
        forecast: forecast("2027-01-03", "2027-01-31", "3 January to 31 January"),
        private: true,
        ..plan("Change career to UX research", "ux-research", 28, 37)
    }
}

pub(super) fn run() -> PlanCard {
    PlanCard {
        why: None,
        due: some("2026-12-06"),
        schedule: schedule("on_track", "on track", Some((38, 9472)), "on"),
        forecast: forecast("2026-12-06", "2026-12-13", "6 to 13 December"),
        targets: vec![TargetView {
            metric: "longest run".into(),
            current: AmountView(Amount(Amount::ONE * 182 / 10)),
            amount: AmountView(Amount(Amount::ONE * 211 / 10)),
            from: amount(5),
            percent: 86,
        }],
        ..plan("Run a half marathon", "half-marathon", 38, 40)
    }
}

/// A plan with a title and nothing else.
pub(super) fn bare() -> PlanCard {
    PlanCard {
        why: None,
        start: None,
        due: None,
        last_done: None,
        schedule: schedule("unscheduled", "just begun", None, ""),
        forecast: forecast("", "", "Too early to guess: fewer than five steps have a done date."),
        tags: Vec::new(),
        ..plan("No steps yet", "no-steps", 0, 0)
    }
}

pub(super) fn overdue() -> PlanCard {
    PlanCard {
        due: some("2025-11-22"),
        schedule: schedule("overdue", "a year past its date", Some((20, 10_000)), "behind"),
        forecast: forecast("", "", "No pace to guess from: no step was done in the last twelve active weeks."),
        ..plan("A year past its date, and with a name that is long enough to need two lines", "late", 12, 20)
    }
}

fn resting(title: &str, url: &str, status: &'static str, note: &str, done: u32, total: u32) -> PlanCard {
    PlanCard {
        status,
        status_note: Some(note.into()),
        schedule: schedule(status, status, None, if status == "dropped" { "" } else { status }),
        forecast: forecast("", "", ""),
        ..plan(title, url, done, total)
    }
}

pub(super) fn portuguese() -> PlanCard {
    let note = "On purpose, until the race is run.";
    PlanCard {
        paused_since: some("2026-09-14"),
        until: some("2026-12-14"),
        ..resting("Learn enough Portuguese for Lisbon", "portuguese", "paused", note, 13, 30)
    }
}

pub(super) fn designer() -> PlanCard {
    PlanCard {
        pivoted_to: Some(link("Change career to UX research", "plans/ux-research.html")),
        progress: tally(11, 18, 6),
        ..resting(
            "Become a UX designer",
            "ux-designer",
            "pivoted",
            "“I liked the interviews more than the screens.”",
            11,
            18,
        )
    }
}

pub(super) fn rent() -> PlanCard {
    PlanCard {
        last_done: some("2026-06-30"),
        ..resting("Save three months’ rent", "rent", "done", "Eleven days before it was due.", 12, 12)
    }
}

pub(super) fn dropped() -> PlanCard {
    resting("A podcast", "podcast", "dropped", "It was never mine.", 1, 9)
}

fn step(text: &str, state: &'static str, mark: &'static str, due: &str, estimate: &str, people: &[&str]) -> StepView {
    StepView {
        text: text.into(),
        state,
        mark,
        url: "plans/publish-my-novel.html#step-41".into(),
        plan: link("Publish The Salt Road", "plans/publish-my-novel.html"),
        due: some(due),
        done: None,
        overdue: due < "2026-11-22" && !due.is_empty(),
        estimate: (!estimate.is_empty()).then(|| estimate.into()),
        people: people.iter().map(|name| (*name).into()).collect(),
    }
}

pub(super) fn steps() -> Vec<StepView> {
    vec![
        step("The ferry scene, first 300 words", "doing", "s-doing", "2026-11-23", "25 min", &[]),
        step("Send Northgate the two case-study links", "open", "s-open", "2026-11-20", "10 min", &[]),
        step("Rehearse the diary-study story once more", "open", "s-open", "2026-11-24", "45 min", &["Priya"]),
        step("Price for a sample edit", "waiting", "s-waiting", "2026-11-25", "", &["Rosa"]),
        step("A <b>step</b> & nothing else", "deferred", "s-deferred", "", "", &[]),
    ]
}

pub(super) fn reflection_card(title: &str, day: &str, mood: u8, word: &'static str) -> ReflectionCard {
    ReflectionCard {
        title: title.into(),
        url: format!("reflections/{day}.html"),
        date: some(day),
        mood: (mood > 0).then_some(mood),
        mood_word: (mood > 0).then(|| word.to_owned()),
        plans: vec![link("UX research", "plans/ux-research.html")],
        tags: vec![tag("people"), tag("doubt")],
        summary: "Priya stopped me in the middle of the polished story and asked what actually happened.".into(),
        private: false,
    }
}

pub(super) fn reflections() -> Vec<Arc<ReflectionCard>> {
    shared([
        reflection_card("Rehearsing the true version", "2026-11-21", 3, "even"),
        ReflectionCard {
            private: true,
            ..reflection_card("Northgate said yes to a second round", "2026-11-18", 5, "bright")
        },
        reflection_card("Sixty thousand, and the ferry will not come", "2026-11-15", 4, "good"),
        ReflectionCard {
            plans: Vec::new(),
            tags: Vec::new(),
            summary: String::new(),
            ..reflection_card("A day without a mood", "2026-11-14", 0, "")
        },
        reflection_card("Eight applications, not ten", "2026-10-11", 2, "low"),
        reflection_card("Not writing", "2026-08-16", 1, "heavy"),
    ])
}

fn checkpoint(title: &str, state: &'static str, mark: &'static str, due: &str, done: &str) -> CheckpointView {
    let settled = matches!(state, "met" | "partly" | "dropped");
    CheckpointView {
        title: title.into(),
        state,
        mark,
        due: some(due),
        done: some(done),
        when: (!settled && !due.is_empty()).then(|| "in 6 days".into()),
        measure: Some(if settled { "61,750 words, a week late" } else { "where he stops listening" }.into()),
        feeling: settled.then(|| "“Light, and spent. Both true.”".into()),
        gates: (!settled).then(|| tally(4, 8, 0)),
        plan: link("Publish The Salt Road", "plans/publish-my-novel.html"),
        url: "plans/publish-my-novel.html#step-60".into(),
        reflections: if settled { vec![reflections().remove(2)] } else { Vec::new() },
    }
}

pub(super) fn checkpoints() -> Vec<CheckpointView> {
    vec![
        checkpoint("The outline stands", "met", "c-met", "2026-02-01", "2026-02-01"),
        checkpoint("Half-way, 40,000 words", "partly", "c-part", "2026-05-01", "2026-05-10"),
        checkpoint("An agent", "dropped", "c-drop", "2026-06-01", ""),
        checkpoint("60,000 words", "met", "c-met", "2026-11-08", "2026-11-15"),
        checkpoint("Tell the group", "overdue", "c-next", "2026-11-19", ""),
        checkpoint("Read act one aloud to Tomás", "soon", "c-next", "2026-11-28", ""),
        CheckpointView {
            measure: None,
            gates: None,
            url: "plans/publish-my-novel.html#j-checkpoints".into(),
            ..checkpoint("Publication day", "upcoming", "c-next", "", "")
        },
    ]
}

pub(super) fn home() -> HomeView {
    let month = |month, steps, reflections, mood| MonthActivity { month, steps, reflections, mood };
    let checkpoints = checkpoints();
    HomeView {
        today: TodayView { date: date("2026-11-22"), week: 47, day_of_year: 326, days_in_year: 365 },
        sentence: "Two plans keep their pace. The Salt Road is thirteen days behind its plan. The next checkpoint is on Thursday.".into(),
        plans: shared([novel(), career(), run(), bare(), overdue()]),
        plans_total: 8,
        progress: tally(106, 141, 6),
        next: steps(),
        checkpoints: checkpoints[4..].to_vec(),
        passed: checkpoints[1..4].to_vec(),
        resting: shared([portuguese(), designer(), rent(), dropped()]),
        resting_total: 9,
        ideas: vec![link("Learn to sail", "plans/sail.html"), link("A garden", "plans/garden.html")],
        recent: reflections()[..4].to_vec(),
        on_this_day: Some(link("On this day two years ago: First", "on-this-day.html")),
        reflections_total: 53,
        help: steps()[3..4].to_vec(),
        people: vec![
            PersonView { name: "Tomás".into(), url: "people.html#tomas".into(), plans: vec![link("The Salt Road", "plans/publish-my-novel.html")], more_plans: 1 },
            PersonView { name: "Ben".into(), url: String::new(), plans: vec![], more_plans: 0 },
        ],
        year: vec![
            month(1, 12, 5, Some(42)),
            month(2, 13, 4, Some(32)),
            month(3, 1, 0, None),
            month(4, 0, 0, None),
            month(5, 28, 12, Some(16)),
        ],
        days: Vec::new(),
        moods: None,
        year_steps: 142,
        year_reflections: 53,
        pages: vec![link("About", "about.html")],
        plans_url: "plans/index.html".into(),
        reflections_url: "reflections/index.html".into(),
        intro: true,
    }
}

/// The front page of a journal in which nothing is written yet.
pub(super) fn empty_home() -> HomeView {
    HomeView {
        sentence: "Nothing is under way.".into(),
        plans: Vec::new(),
        plans_total: 0,
        progress: tally(0, 0, 0),
        next: Vec::new(),
        checkpoints: Vec::new(),
        passed: Vec::new(),
        resting: Vec::new(),
        resting_total: 0,
        ideas: Vec::new(),
        recent: Vec::new(),
        reflections_total: 0,
        help: Vec::new(),
        people: Vec::new(),
        year: Vec::new(),
        year_steps: 0,
        year_reflections: 0,
        pages: Vec::new(),
        intro: false,
        ..home()
    }
}

pub(super) fn entry(title: &str, kind: &'static str) -> EntryView {
    let heading = |level, text: &str| HeadingView { level, id: text.to_lowercase(), text: text.into() };
    EntryView {
        title: title.into(),
        kind,
        visibility: "public",
        date: some("2026-11-15"),
        time: Some("07:40".into()),
        updated: some("2026-11-16"),
        summary: "The counter said 61,750 this morning.".into(),
        path: "reflections/2026-11-15.md".into(),
        words: 412,
        tags: vec![tag("checkpoint"), tag("drafting")],
        outline: ["Decide", "Draft", "Revise", "Readers"].map(|text| heading(2, text)).into(),
        backlinks: (0..15)
            .map(|number| BacklinkView {
                kind: if number == 1 { "page" } else { "reflection" },
                link: link("Rehearsing the true version", "reflections/2026-11-21.html"),
                date: if number == 1 { None } else { some("2026-11-21") },
                mood: (number % 2 == 0).then_some(3),
            })
            .collect(),
        more_backlinks: 4,
        cover: None,
        extra: BTreeMap::new(),
    }
}

/// An entry of a few words.
pub(super) fn small_entry(title: &str, kind: &'static str) -> EntryView {
    EntryView {
        date: None,
        time: None,
        updated: None,
        summary: String::new(),
        tags: Vec::new(),
        outline: Vec::new(),
        backlinks: Vec::new(),
        more_backlinks: 0,
        ..entry(title, kind)
    }
}

pub(super) fn plan_view() -> PlanView {
    PlanView {
        entry: entry("Publish The Salt Road", "plan"),
        today: some("2026-11-22"),
        plan: Arc::new(novel()),
        sentence: "40 of 64 steps are done, 42 were planned by now: 13 days behind.".into(),
        checkpoints: checkpoints(),
        passed: "3 of 5 passed".into(),
        next: steps(),
        help: steps()[2..4].to_vec(),
        more_help: 2,
        blocked: steps()[4..].to_vec(),
        more_blocked: 2,
        people: vec![link("Tomás", "people.html#tomas"), link("Rosa", "people.html#rosa")],
        practices: vec![PracticeView {
            what: "Write for an hour, half past six to half past seven".into(),
            every: "day",
            done: 34,
            missed: 2,
            unrecorded: 5,
            skipped: 21,
            strength: 80,
            streak: 4,
            words: "every day: 112 times, 9 not".into(),
        }],
        held: vec![PauseView {
            from: date("2026-08-09"),
            to: some("2026-08-29"),
            why: Some("Nothing was wrong with the book.".into()),
        }],
        came_from: vec![link("A story a week", "plans/stories.html")],
        quiet_days: Some(1),
        work_left: Some("about 153 hours".into()),
        reflections: reflections(),
        reflections_total: 18,
        moods: None,
        charts: None,
    }
}

/// A plan with a title and nothing else.
pub(super) fn bare_plan() -> PlanView {
    PlanView {
        entry: small_entry("No steps yet", "plan"),
        plan: Arc::new(bare()),
        sentence: String::new(),
        checkpoints: Vec::new(),
        passed: String::new(),
        next: Vec::new(),
        help: Vec::new(),
        more_help: 0,
        blocked: Vec::new(),
        more_blocked: 0,
        people: Vec::new(),
        practices: Vec::new(),
        held: Vec::new(),
        came_from: Vec::new(),
        quiet_days: None,
        work_left: None,
        reflections: Vec::new(),
        reflections_total: 0,
        ..plan_view()
    }
}

pub(super) fn reflection_view() -> ReflectionView {
    let done = |text: &str, day: &str| StepView { done: some(day), ..step(text, "done", "s-done", "", "", &[]) };
    ReflectionView {
        entry: entry("Sixty thousand, and the ferry will not come", "reflection"),
        mood: Some(4),
        mood_word: Some("good".into()),
        energy: Some(2),
        confidence: Some(4),
        plans: vec![link("Publish The Salt Road", "plans/publish-my-novel.html")],
        checkpoint: Some(CheckpointLink {
            title: "60,000 words".into(),
            url: Some("plans/publish-my-novel.html#step-60".into()),
            state: Some("met"),
        }),
        metrics: vec![MetricView { metric: "words".into(), amount: amount(1420) }],
        done_that_week: [
            done("Hills, six times", "2026-11-10"),
            done("Follow-up note to Northgate", "2026-11-11"),
            done("List every promise the book makes", "2026-11-12"),
        ]
        .into(),
        week: Some((date("2026-11-09"), date("2026-11-15"))),
        previous: Some(Arc::new(reflection_card("Eighteen, slowly", "2026-11-14", 5, "bright"))),
        next: Some(Arc::new(reflection_card("Northgate said yes to a second round", "2026-11-18", 5, "bright"))),
        month: Some(link("November 2026", "reflections/2026-11.html")),
    }
}

/// A reflection of a line, without a date.
pub(super) fn bare_reflection() -> ReflectionView {
    ReflectionView {
        entry: small_entry("A line", "reflection"),
        mood: None,
        mood_word: None,
        energy: None,
        confidence: None,
        plans: Vec::new(),
        checkpoint: None,
        metrics: Vec::new(),
        done_that_week: Arc::default(),
        week: None,
        previous: None,
        next: None,
        month: None,
    }
}

fn month_link(month: i8, count: usize) -> MonthLink {
    MonthLink { year: 2026, month, url: format!("reflections/2026-{month:02}.html"), count }
}

pub(super) fn month_view() -> MonthView {
    MonthView {
        section: MonthSection {
            month: month_link(11, 6),
            reflections: reflections()[..4].to_vec(),
            more: 2,
            moods: None,
        },
        steps: 13,
        number: 1,
        pages: Vec::new(),
        previous: Some(month_link(10, 5)),
        next: None,
        year: link("2026", "reflections/2026.html"),
        booklet: Some("reflections/2026/11-booklet.html".into()),
    }
}

pub(super) fn year_view() -> YearPageView {
    let month = |number| YearMonth {
        month: month_link(number, 5),
        steps: 13,
        moods: None,
        titles: vec![link("First", "reflections/2026/first.html")],
    };
    YearPageView {
        year: 2026,
        count: 53,
        steps: 130,
        months: (1..=11).map(month).collect(),
        previous: Some(link("2025", "reflections/2025.html")),
        next: None,
    }
}

pub(super) fn search_view() -> SearchView {
    let choice = |value: &str, title: &str| Choice { value: value.into(), title: title.into() };
    let list = vec![choice("plan", "Plan"), choice("reflection", "Reflection")];
    SearchView { entries: 53, choices: vec![Choices { name: "kind", title: "Kind".into(), list }] }
}

pub(super) fn reflections_view() -> ReflectionsView {
    ReflectionsView {
        sentence: "53 reflections since January. The first was about deciding.".into(),
        total: 53,
        on_this_day_url: "on-this-day.html".into(),
        years: vec![
            YearView {
                year: 2026,
                url: "reflections/2026.html".into(),
                count: 53,
                months: (1..=11).rev().map(|month| month_link(month, 5)).collect(),
            },
            YearView { year: 2025, url: "reflections/2025.html".into(), count: 2, months: vec![month_link(12, 2)] },
        ],
        months: vec![month_view().section],
        undated: shared([reflection_card("A line", "", 0, "")]),
        more_undated: 0,
        moods: [(1, "heavy"), (2, "low"), (3, "even"), (4, "good"), (5, "bright")]
            .map(|(mood, word)| MoodCount { mood, word: word.into(), count: 3 + usize::from(mood) })
            .into(),
        tags: vec![tag("checkpoint"), tag("rest"), tag("averyveryverylongtagwithoutanyplacetobreakitatall")],
        plans: vec![CountedLink {
            title: "The Salt Road".into(),
            url: "plans/publish-my-novel.html".into(),
            count: 18,
        }],
    }
}

pub(super) fn plans_view() -> PlansView {
    let group = |status, plans| PlanGroup { status, plans };
    PlansView {
        today: date("2026-11-22"),
        sentence: "Nine plans since January: five under way, one paused, one pivoted, one done, one dropped.".into(),
        groups: vec![
            group("active", shared([novel(), career(), run(), bare(), overdue()])),
            group("idea", shared([PlanCard { status: "idea", ..bare() }])),
            group("paused", shared([portuguese()])),
            group("pivoted", shared([designer()])),
            group("done", shared([rent()])),
            group("dropped", shared([dropped()])),
        ],
        number: 1,
        pages: vec![link("1", "plans/index.html"), link("2", "plans/page-2.html")],
    }
}

pub(super) fn tag_view() -> TagPageView {
    TagPageView {
        tag: tag("writing"),
        below: vec![tag("writing/poems")],
        plans: shared([novel(), designer()]),
        more_plans: 3,
        reflections: reflections(),
        more_reflections: 47,
        pages: vec![link("About", "about.html")],
        more_pages: 2,
        year: Some(2026),
        years: vec![
            CountedLink { title: "2026".into(), url: "tags/writing.html".into(), count: 53 },
            CountedLink { title: "2025".into(), url: "tags/writing-2025.html".into(), count: 2 },
        ],
    }
}

pub(super) fn plain_view() -> PlainView {
    PlainView {
        entry: entry("About", "page"),
        children: vec![link("Colophon", "about/colophon.html")],
        more_children: 9,
        up: Some(link("Notes", "notes/index.html")),
        previous: Some(link("Now", "now.html")),
        next: Some(link("Then", "then.html")),
    }
}
