//! What templates see: one struct per template, and the small faces of entries that other pages may see.
//!
//! A page is fingerprinted over its view, and a template is given its view and nothing else: `Hash` and `Serialize`
//! are derived over the same fields, so no template can show what the fingerprint does not cover. Addresses (`url`)
//! are relative to the site's root and percent-encoded; a template writes `{{ page.root }}{{ x.url }}`. Dates are
//! `YYYY-MM-DD` or null. The listing in the users' guide is generated from these types by `journal context`.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Serialize;

use super::charts::views::{HalfYearView, MoodsView, PlanCharts};
use super::social::SocialView;
use crate::model::{Amount, Date, Digest, Value};

/// What every page knows of the site.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct SiteView {
    /// The name of the site.
    pub title: String,
    /// One sentence about it.
    pub description: String,
    /// Who writes.
    pub author: String,
    /// A BCP 47 tag, for `lang`.
    pub language: String,
    /// `ltr` or `rtl`: how that language is written.
    pub direction: &'static str,
    /// Where the site will be, ending in `/`; empty if that is not known.
    pub base_url: String,
    /// The home page.
    pub home: String,
    /// The links at the top of each page.
    pub nav: Vec<NavView>,
    /// The stylesheet.
    pub stylesheet: String,
    /// The typeface to load first; empty with the reader's own fonts.
    pub font: String,
    /// The icon.
    pub icon: String,
    /// The same for the first page of a telephone.
    pub touch_icon: String,
    /// What a telephone asks for; empty where `base_url` is not known.
    pub manifest: String,
    /// The journal's own stylesheet, after the theme's; empty if it has none.
    pub own_stylesheet: String,
    /// The search page; empty where there is none.
    pub search: String,
    /// The script of the search page; empty where there is none.
    pub search_script: String,
    /// How the search page looks, beside what all pages have; empty where there is none.
    pub search_stylesheet: String,
    /// The script by which `/` goes to the search page; empty where there is none.
    pub keys_script: String,
    /// What can be subscribed to: the site's feeds and its calendar.
    pub alternates: Vec<AlternateView>,
    /// Which parts of pages are shown, by the name behind `show_` in the settings.
    pub show: BTreeMap<String, bool>,
    /// Whether this build is for the writer: private text is in it.
    pub private: bool,
}

/// A link at the top of each page.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct NavView {
    /// `home`, `plans`, `timeline`, `reflections`, `tags`, or `page`.
    pub section: &'static str,
    /// Its words.
    pub title: String,
    /// Where it leads.
    pub url: String,
}

/// What every page knows of itself.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct PageView {
    /// Its title.
    pub title: String,
    /// One or two sentences for search engines and link previews.
    pub description: String,
    /// Its address.
    pub url: String,
    /// Its full address, if `base_url` is known.
    pub canonical: Option<String>,
    /// What leads from this page to the site's root: empty, or `../` once or more.
    pub root: String,
    /// Which link of `site.nav` it belongs to; `""` for none.
    pub section: &'static str,
    /// Whether search engines are asked to leave it out.
    pub noindex: bool,
    /// What can be subscribed to on this page alone: a plan's feed and calendar.
    pub alternates: Vec<AlternateView>,
    /// What it tells of itself to other hosts, if `base_url` is known.
    pub social: Option<SocialView>,
}

/// The same in another format, to be subscribed to.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct AlternateView {
    /// Its media type: `application/atom+xml`, `application/feed+json`, `text/calendar`.
    pub kind: &'static str,
    /// What it is called.
    pub title: String,
    /// Where it is.
    pub url: String,
}

/// Something with a name and an address.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct LinkView {
    /// Its name.
    pub title: String,
    /// Its address.
    pub url: String,
}

/// A tag.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct TagView {
    /// Without `#`.
    pub name: Arc<str>,
    /// Its page.
    pub url: Arc<str>,
    /// How many entries have it.
    pub count: usize,
}

/// A count of steps.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
pub struct TallyView {
    /// Steps done.
    pub done: u32,
    /// Steps that count.
    pub total: u32,
    /// Steps left out.
    pub cancelled: u32,
    /// 0 to 100: 100 only when all is done, 0 only when nothing is.
    pub percent: u8,
}

/// Where a plan is against its own line.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct ScheduleView {
    /// `on_track`, `ahead`, `behind`, `overdue`, `unscheduled`, `not_started`, `complete`, or the plan's status.
    pub state: &'static str,
    /// The same in words: `13 days behind`.
    pub words: String,
    /// How far past its date a plan is that is overdue: `three months past its date`; else empty.
    pub past: String,
    /// Active days ahead; negative is behind.
    pub days: Option<i32>,
    /// The share of its active days that is gone, in thousandths.
    pub expected: Option<u32>,
    /// How many steps were to be done by now.
    pub planned: Option<u32>,
    /// That as a share of all, in hundredths of a percent: where the mark stands on a bar.
    pub planned_share: Option<u32>,
    /// The mark to draw: `ahead`, `on`, `behind`, `paused`, `pivoted`, `done`, or `""`.
    pub mark: &'static str,
}

/// When it is likely to be finished.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct ForecastView {
    /// One in ten is earlier.
    pub low: Option<Date>,
    /// One in ten is later.
    pub high: Option<Date>,
    /// The same in words: `26 March to 30 May`, `more than two years`, or why there is none.
    pub words: String,
}

/// A tangible goal and how far it is.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct TargetView {
    /// The name of the metric.
    pub metric: String,
    /// Where it stands.
    pub current: AmountView,
    /// What is to be reached.
    pub amount: AmountView,
    /// Where it began.
    pub from: AmountView,
    /// 0 to 100.
    pub percent: u8,
}

/// An amount, to show and to reckon with.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct AmountView(pub Amount);

impl Serialize for AmountView {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        if self.0.0 % Amount::ONE == 0 {
            to.serialize_i64(self.0.0 / Amount::ONE)
        } else {
            to.serialize_f64(self.0.as_f64())
        }
    }
}

/// A step, where it is named away from its plan's text.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct StepView {
    /// Its text, without fields.
    pub text: String,
    /// `open`, `doing`, `done`, `cancelled`, `deferred`, `scheduled`, `waiting`, `on_hold`.
    pub state: &'static str,
    /// The id of the mark to draw.
    pub mark: &'static str,
    /// Where it stands in its plan's page.
    pub url: String,
    /// Its plan.
    pub plan: LinkView,
    /// When it is due.
    pub due: Option<Date>,
    /// When it was done.
    pub done: Option<Date>,
    /// Due before today, and open.
    pub overdue: bool,
    /// How long it takes, in words: `1 h 30 min`.
    pub estimate: Option<String>,
    /// Who helps, without `@`.
    pub people: Vec<String>,
}

/// A checkpoint.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct CheckpointView {
    /// What is to be reached.
    pub title: String,
    /// `met`, `partly`, `dropped`, `overdue`, `soon`, `upcoming`.
    pub state: &'static str,
    /// The id of the mark to draw.
    pub mark: &'static str,
    /// When it is meant to be.
    pub due: Option<Date>,
    /// When it was reached.
    pub done: Option<Date>,
    /// `in 6 days`, `3 days ago`, `today`; for those to come.
    pub when: Option<String>,
    /// How one will know.
    pub measure: Option<String>,
    /// How it felt.
    pub feeling: Option<String>,
    /// The steps it gates.
    pub gates: Option<TallyView>,
    /// Its plan.
    pub plan: LinkView,
    /// Where it stands in its plan's page.
    pub url: String,
    /// The reflections that look back on it.
    pub reflections: Vec<Arc<ReflectionCard>>,
}

/// A small daily step and how it goes.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct PracticeView {
    /// What.
    pub what: String,
    /// `day`, `weekday`, `week`, `month`.
    pub every: &'static str,
    /// Times done.
    pub done: u32,
    /// Times it was said not to be done.
    pub missed: u32,
    /// Times nothing was said.
    pub unrecorded: u32,
    /// Times in a pause.
    pub skipped: u32,
    /// 0 to 100.
    pub strength: u32,
    /// How many times in a row, up to now.
    pub streak: u32,
    /// How often, and how it went, in words: `every day: 132 times, 3 not`.
    pub words: String,
}

/// A stretch in which a plan waited.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct PauseView {
    /// The first day.
    pub from: Date,
    /// The last day.
    pub to: Option<Date>,
    /// The reason.
    pub why: Option<String>,
}

/// All that other pages may see of a plan.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct PlanCard {
    /// Its title.
    pub title: String,
    /// Its page.
    pub url: String,
    /// `idea`, `active`, `paused`, `done`, `dropped`, `pivoted`.
    pub status: &'static str,
    /// In the writer's words.
    pub status_note: Option<String>,
    /// The decision behind it.
    pub why: Option<String>,
    /// The first day.
    pub start: Option<Date>,
    /// The day it is meant to be finished.
    pub due: Option<Date>,
    /// Paused: when to look again.
    pub until: Option<Date>,
    /// Whether that day is over.
    pub until_passed: bool,
    /// Paused: since when, if known.
    pub paused_since: Option<Date>,
    /// What it became.
    pub pivoted_to: Option<LinkView>,
    /// The day of the last step done.
    pub last_done: Option<Date>,
    /// Steps.
    pub progress: TallyView,
    /// Where it is against its line.
    pub schedule: ScheduleView,
    /// When it is likely to be finished.
    pub forecast: ForecastView,
    /// Tangible goals.
    pub targets: Vec<TargetView>,
    /// Tags.
    pub tags: Vec<TagView>,
    /// Whether only the writer sees it.
    pub private: bool,
}

/// All that other pages may see of a reflection, or of any entry in a list.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct ReflectionCard {
    /// Its title.
    pub title: String,
    /// Its page.
    pub url: String,
    /// Its day.
    pub date: Option<Date>,
    /// 1 to 5.
    pub mood: Option<u8>,
    /// `heavy`, `low`, `even`, `good`, `bright`.
    pub mood_word: Option<String>,
    /// The plans it is about.
    pub plans: Vec<LinkView>,
    /// Tags.
    pub tags: Vec<TagView>,
    /// Its first words.
    pub summary: String,
    /// Whether only the writer sees it.
    pub private: bool,
}

/// What stands in a page's margin about where it is named.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct BacklinkView {
    /// `plan`, `reflection`, `page`.
    pub kind: &'static str,
    /// The entry that names this one.
    pub link: LinkView,
    /// Its day.
    pub date: Option<Date>,
    /// 1 to 5.
    pub mood: Option<u8>,
}

/// A heading, for a table of contents.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct HeadingView {
    /// 1 to 6.
    pub level: u8,
    /// Its anchor.
    pub id: String,
    /// Its text.
    pub text: String,
}

/// What all three kinds of entries have on their own page. The template gets the finished body as `body` beside it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct EntryView {
    /// Its title.
    pub title: String,
    /// `plan`, `reflection`, `page`.
    pub kind: &'static str,
    /// `public`, `unlisted`, `private`.
    pub visibility: &'static str,
    /// Its day.
    pub date: Option<Date>,
    /// `HH:MM`, if a time was written.
    pub time: Option<String>,
    /// When it was last changed, if the writer says so.
    pub updated: Option<Date>,
    /// Its first words.
    pub summary: String,
    /// Its file.
    pub path: String,
    /// Words in its body.
    pub words: u32,
    /// Tags.
    pub tags: Vec<TagView>,
    /// Headings.
    pub outline: Vec<HeadingView>,
    /// Who names it, newest first.
    pub backlinks: Vec<BacklinkView>,
    /// How many more there are.
    pub more_backlinks: usize,
    /// The address of its picture.
    pub cover: Option<String>,
    /// Front matter's keys without a meaning here.
    pub extra: BTreeMap<String, ExtraView>,
}

/// A front-matter value without a meaning here.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct ExtraView(pub Value);

impl Serialize for ExtraView {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        plain(&self.0, to)
    }
}

fn plain<S: serde::Serializer>(value: &Value, to: S) -> Result<S::Ok, S::Error> {
    struct Plain<'a>(&'a Value);
    impl Serialize for Plain<'_> {
        fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
            plain(self.0, to)
        }
    }
    match value {
        Value::Null => to.serialize_none(),
        Value::Bool(flag) => to.serialize_bool(*flag),
        Value::Integer(number) => to.serialize_i64(*number),
        Value::Float(bits) => to.serialize_f64(f64::from_bits(*bits)),
        Value::Text(text) => to.serialize_str(text),
        Value::List(list) => to.collect_seq(list.iter().map(Plain)),
        Value::Map(map) => to.collect_map(map.iter().map(|(key, value)| (key, Plain(value)))),
    }
}

/// `plan.html`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct PlanView {
    /// What every entry has.
    pub entry: EntryView,
    /// The day it is reckoned for; none for a plan that rests, whose page then stays as it is from day to day.
    pub today: Option<Date>,
    /// What other pages see of it, too.
    pub plan: Arc<PlanCard>,
    /// Where it stands, in a sentence.
    pub sentence: String,
    /// Its checkpoints, in order.
    pub checkpoints: Vec<CheckpointView>,
    /// How many of them are behind it, in words: `3 of 5 passed, 1 dropped`; empty without checkpoints.
    pub passed: String,
    /// The next small steps.
    pub next: Vec<StepView>,
    /// Steps that need help.
    pub help: Vec<StepView>,
    /// How many more there are.
    pub more_help: usize,
    /// Steps that wait for other steps, or for their day.
    pub blocked: Vec<StepView>,
    /// How many more there are.
    pub more_blocked: usize,
    /// Who helps, who cheers one on, and where the page of people tells of them.
    pub people: Vec<LinkView>,
    /// Small daily steps.
    pub practices: Vec<PracticeView>,
    /// When it waited.
    pub held: Vec<PauseView>,
    /// The plans that became this one.
    pub came_from: Vec<LinkView>,
    /// Days since the last step done or reflection on it.
    pub quiet_days: Option<u32>,
    /// Minutes of work left, in words, if every open step has an estimate or some have.
    pub work_left: Option<String>,
    /// The latest reflections on it, newest first.
    pub reflections: Vec<Arc<ReflectionCard>>,
    /// How many there are.
    pub reflections_total: usize,
    /// The run of their moods.
    pub moods: Option<MoodsView>,
    /// Its charts, if they are wanted.
    pub charts: Option<PlanCharts>,
}

/// `reflection.html`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct ReflectionView {
    /// What every entry has.
    pub entry: EntryView,
    /// 1 to 5.
    pub mood: Option<u8>,
    /// `heavy`, `low`, `even`, `good`, `bright`.
    pub mood_word: Option<String>,
    /// 1 to 5.
    pub energy: Option<u8>,
    /// 1 to 5.
    pub confidence: Option<u8>,
    /// The plans it is about.
    pub plans: Vec<LinkView>,
    /// The checkpoint it looks back on.
    pub checkpoint: Option<CheckpointLink>,
    /// What was measured.
    pub metrics: Vec<MetricView>,
    /// Steps done in the same week, in all plans, oldest first.
    pub done_that_week: Arc<[StepView]>,
    /// The days of that week, first and last.
    pub week: Option<(Date, Date)>,
    /// The one before, by date.
    pub previous: Option<Arc<ReflectionCard>>,
    /// The one after.
    pub next: Option<Arc<ReflectionCard>>,
    /// The month it is listed in.
    pub month: Option<LinkView>,
}

/// A checkpoint, named from a reflection.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct CheckpointLink {
    /// Its title.
    pub title: String,
    /// Where it stands in its plan's page, if it is there.
    pub url: Option<String>,
    /// `met`, `partly`, … if it is there.
    pub state: Option<&'static str>,
}

/// Something measured.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct MetricView {
    /// Of what.
    pub metric: String,
    /// How much.
    pub amount: AmountView,
}

/// `page.html`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct PlainView {
    /// What every entry has.
    pub entry: EntryView,
    /// For a page that stands for its folder: the pages in it, by weight and title.
    pub children: Vec<LinkView>,
    /// How many more there are.
    pub more_children: usize,
    /// The page of the folder it is in.
    pub up: Option<LinkView>,
    /// The one before it in its folder.
    pub previous: Option<LinkView>,
    /// The one after it.
    pub next: Option<LinkView>,
}

/// A day of the calendar, as a page's dateline needs it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct TodayView {
    /// The day.
    pub date: Date,
    /// The ISO week's number.
    pub week: i8,
    /// The day of the year, from 1.
    pub day_of_year: i16,
    /// 365 or 366.
    pub days_in_year: i16,
}

/// A month of the year's activity.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct MonthActivity {
    /// 1 to 12.
    pub month: i8,
    /// Steps done.
    pub steps: u32,
    /// Reflections written.
    pub reflections: u32,
    /// The mean mood in tenths, 10 to 50.
    pub mood: Option<u32>,
}

/// Someone who helps, and with which plans.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct PersonView {
    /// As written.
    pub name: String,
    /// Where the page of people tells of them.
    pub url: String,
    /// The plans under way that name them.
    pub plans: Vec<LinkView>,
    /// Plans beyond those.
    pub more_plans: usize,
}

/// `home.html`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct HomeView {
    /// The day it is made for.
    pub today: TodayView,
    /// How things stand, in a sentence or three.
    pub sentence: String,
    /// Plans under way.
    pub plans: Vec<Arc<PlanCard>>,
    /// How many are under way.
    pub plans_total: usize,
    /// Steps of all plans under way.
    pub progress: TallyView,
    /// The next small steps.
    pub next: Vec<StepView>,
    /// Checkpoints to come, soonest first, those overdue among them.
    pub checkpoints: Vec<CheckpointView>,
    /// Checkpoints met, or met in part, of late, newest first.
    pub passed: Vec<CheckpointView>,
    /// Plans paused, pivoted, done or dropped, latest first.
    pub resting: Vec<Arc<PlanCard>>,
    /// How many there are.
    pub resting_total: usize,
    /// Plans that are only an idea yet.
    pub ideas: Vec<LinkView>,
    /// The newest reflections.
    pub recent: Vec<Arc<ReflectionCard>>,
    /// How many there are.
    pub reflections_total: usize,
    /// Where help is asked for.
    pub help: Vec<StepView>,
    /// Who is in this.
    pub people: Vec<PersonView>,
    /// What this day was in an earlier year, if it was something.
    pub on_this_day: Option<LinkView>,
    /// This year, by month, up to this one.
    pub year: Vec<MonthActivity>,
    /// This year, day by day, in two halves; none if charts are not wanted.
    pub days: Vec<HalfYearView>,
    /// The run of the newest moods.
    pub moods: Option<MoodsView>,
    /// Steps done this year.
    pub year_steps: u32,
    /// Reflections written this year.
    pub year_reflections: u32,
    /// Pages, by weight and title.
    pub pages: Vec<LinkView>,
    /// The plans' index.
    pub plans_url: String,
    /// The reflections' index.
    pub reflections_url: String,
    /// Front page text, if there is an `index.md`.
    pub intro: bool,
}

/// `plans.html`: plans by what the writer says of them.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct PlansView {
    /// The day it is made for.
    pub today: Date,
    /// How many there are, in a sentence.
    pub sentence: String,
    /// In the order active, idea, paused, pivoted, done, dropped; none empty.
    pub groups: Vec<PlanGroup>,
    /// This page's number, from 1.
    pub number: usize,
    /// All pages of this list.
    pub pages: Vec<LinkView>,
}

/// Plans of one status.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct PlanGroup {
    /// The status.
    pub status: &'static str,
    /// The plans.
    pub plans: Vec<Arc<PlanCard>>,
}

/// `reflections.html`: years and months, and the newest.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct ReflectionsView {
    /// How many there are, in a sentence.
    pub sentence: String,
    /// How many there are.
    pub total: usize,
    /// What this day was in earlier years: a page of its own.
    pub on_this_day_url: String,
    /// Years, newest first.
    pub years: Vec<YearView>,
    /// The newest month with its entries, and the one before while there are few.
    pub months: Vec<MonthSection>,
    /// Those without a date.
    pub undated: Vec<Arc<ReflectionCard>>,
    /// How many more of those there are.
    pub more_undated: usize,
    /// How many of each mood: heavy, low, even, good, bright.
    pub moods: Vec<MoodCount>,
    /// Tags of reflections, most used first, at most 40.
    pub tags: Vec<TagView>,
    /// Plans with reflections, most first, at most 20.
    pub plans: Vec<CountedLink>,
}

/// A link with a number.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct CountedLink {
    /// Its name.
    pub title: String,
    /// Its address.
    pub url: String,
    /// How many.
    pub count: usize,
}

/// How often a mood was written down.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct MoodCount {
    /// 1 to 5.
    pub mood: u8,
    /// Its word.
    pub word: String,
    /// How often.
    pub count: usize,
}

/// A year of reflections.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct YearView {
    /// The year.
    pub year: i16,
    /// Its page.
    pub url: String,
    /// How many.
    pub count: usize,
    /// Its months with reflections, newest first.
    pub months: Vec<MonthLink>,
}

/// A month with reflections.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct MonthLink {
    /// The year.
    pub year: i16,
    /// 1 to 12.
    pub month: i8,
    /// Its page.
    pub url: String,
    /// How many.
    pub count: usize,
}

/// A month with its reflections.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct MonthSection {
    /// The month.
    pub month: MonthLink,
    /// Newest first.
    pub reflections: Vec<Arc<ReflectionCard>>,
    /// How many there are after those.
    pub more: usize,
    /// The run of their moods, oldest first.
    pub moods: Option<MoodsView>,
}

/// `month.html`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct MonthView {
    /// The month with its reflections.
    pub section: MonthSection,
    /// This page's number, from 1.
    pub number: usize,
    /// All pages of this month, if there are several.
    pub pages: Vec<LinkView>,
    /// Steps done in it.
    pub steps: u32,
    /// The month before with reflections.
    pub previous: Option<MonthLink>,
    /// The month after with reflections.
    pub next: Option<MonthLink>,
    /// Its year.
    pub year: LinkView,
    /// All of its reflections with their texts, for paper; none where `show_booklets` is off.
    pub booklet: Option<String>,
}

/// `year.html`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct YearPageView {
    /// The year.
    pub year: i16,
    /// Reflections in it.
    pub count: usize,
    /// Steps done in its months with reflections.
    pub steps: u32,
    /// Its months with reflections, the first one first.
    pub months: Vec<YearMonth>,
    /// The year before with reflections.
    pub previous: Option<LinkView>,
    /// The year after with reflections.
    pub next: Option<LinkView>,
}

/// A month on the page of its year.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct YearMonth {
    /// The month.
    pub month: MonthLink,
    /// Steps done in it.
    pub steps: u32,
    /// The run of its moods, oldest first.
    pub moods: Option<MoodsView>,
    /// The first reflections of it.
    pub titles: Vec<LinkView>,
}

/// `tags.html`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct TagsView {
    /// The tags, by name: all, or those used most.
    pub tags: Vec<TagView>,
    /// How many more there are.
    pub more: usize,
}

/// `tag.html`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct TagPageView {
    /// The tag.
    pub tag: TagView,
    /// Tags below it (`writing/poems` below `writing`).
    pub below: Vec<TagView>,
    /// Plans that have it.
    pub plans: Vec<Arc<PlanCard>>,
    /// How many more there are.
    pub more_plans: usize,
    /// Reflections that have it, newest first: all, or of the year shown.
    pub reflections: Vec<Arc<ReflectionCard>>,
    /// How many more there are, of that year if one is shown; 0 where other years have pages of their own.
    pub more_reflections: usize,
    /// Pages that have it.
    pub pages: Vec<LinkView>,
    /// How many more there are.
    pub more_pages: usize,
    /// The year shown, where there are too many for one page.
    pub year: Option<i16>,
    /// The other years' pages.
    pub years: Vec<CountedLink>,
}

/// `404.html`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct NotFoundView {
    /// Where to look instead.
    pub links: Vec<LinkView>,
}

/// `redirect.html`: an alias.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct RedirectView {
    /// Where the entry is now.
    pub target: LinkView,
}

/// `sitemap.xml`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct SitemapView {
    /// Pages that may be found, by address: full ones if `base_url` is known.
    pub urls: Vec<SitemapUrl>,
}

/// A page in the sitemap.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct SitemapUrl {
    /// Its address.
    pub url: String,
    /// When it last changed, if the journal says so.
    pub updated: Option<Date>,
}

/// `robots.txt`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct RobotsView {
    /// The sitemap's full address.
    pub sitemap: Option<String>,
}

/// The digest of what a body depends on beside its entry's text: answers to its links, and how its steps look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct BodyDigest(pub Digest);
