use super::*;
use crate::model::{Date, Month};

fn english() -> Language {
    Language::new("en", None).0
}

#[test]
fn numbers_and_lengths_read_as_written_by_hand() {
    let english = english();
    let steps = |count: usize| english.say("count_steps", &[("count", count.into())]);
    assert_eq!((steps(1).as_str(), steps(12345).as_str()), ("1 step", "12,345 steps"));
    assert_eq!([0, 12, 1000].map(|number| english.spelled(number)), ["no", "twelve", "1,000"]);
    assert_eq!(["80000", "-1234.5", "0.25"].map(|digits| english.number(digits)), ["80,000", "-1,234.5", "0.25"]);
    assert_eq!([25, 60, 90].map(|minutes| english.duration(minutes)), ["25 min", "1 h", "1 h 30 min"]);
    let names = ["Ana", "Ben", "Chi"].map(str::to_owned);
    assert_eq!([0, 1, 2, 3].map(|some| english.list(&names[..some])), ["", "Ana", "Ana and Ben", "Ana, Ben and Chi"]);
}

#[test]
fn days_read_as_written_by_hand() {
    let english = english();
    let date = Date::constant(2026, 11, 22);
    let written = |style, year| english.date(date, style, year);
    assert_eq!(written(DateStyle::Long, None), "22 November 2026");
    assert_eq!(written(DateStyle::Short, Some(2026)), "22 Nov");
    assert_eq!(written(DateStyle::Weekday, Some(2025)), "Sunday 22 November 2026");
    assert_eq!(written(DateStyle::Near, Some(2026)), "Sun 22 Nov");
    assert_eq!(english.day_in_list(date), "22 Sun");
    assert_eq!(english.month(Month::of(date)), "November 2026");
    let near = [0, 1, -1, 6, 14, -90, 800].map(|days| english.distance(days));
    assert_eq!(near, ["today", "tomorrow", "yesterday", "in 6 days", "in 2 weeks", "3 months ago", "in 2 years"]);
}

#[test]
fn the_journals_own_words_win_one_by_one() {
    let own = "today = aujourd’hui\ngroup_mark = {\"\u{202f}\"}\nwrong =\n";
    let (language, faults) = Language::new("fr-CA", Some(own));
    assert_eq!(language.say("today", &[]), "aujourd’hui");
    assert_eq!(language.say("tomorrow", &[]), Language::new("fr", None).0.say("tomorrow", &[]));
    assert_eq!(language.number("80000"), "80\u{202f}000");
    let [fault] = faults.as_slice() else { panic!("{faults:?}") };
    assert!(own[fault.range.start..].starts_with('\n') || own[..fault.range.end].contains("wrong"), "{fault:?}");
}

#[test]
fn a_language_without_words_speaks_english() {
    let (language, _) = Language::new("tlh", None);
    assert!(!language.is_known());
    assert_eq!(language.say("in_days", &[("count", 1.into())]), "in one day");
}

#[test]
fn words_in_html_are_escaped_once() {
    let (language, _) = Language::new("en", Some("became = \"A\" & <b> became { $plan }"));
    let plan = "<a href=\"x\">P</a>";
    assert_eq!(
        language.say_html("became", &[("plan", plan.into())]),
        "&quot;A&quot; &amp; &lt;b&gt; became <a href=\"x\">P</a>"
    );
    assert_eq!(language.say("no_such_message", &[]), "no_such_message");
}
