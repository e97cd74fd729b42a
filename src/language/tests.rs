use std::collections::{BTreeMap, BTreeSet};

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

/// What a message is filled with, by its name.
type Arguments<'a> = BTreeMap<&'a str, BTreeSet<&'a str>>;

fn arguments(text: &str) -> Arguments<'_> {
    let resource = fluent_syntax::parser::parse(text).unwrap_or_else(|(_, errors)| panic!("{errors:?}"));
    let mut all = Arguments::new();
    for entry in resource.body {
        if let ast::Entry::Message(message) = entry {
            let mut found = BTreeSet::new();
            of_pattern(message.value.as_ref().expect("a message says something"), &mut found);
            assert!(all.insert(message.id.name, found).is_none(), "`{}` is there twice", message.id.name);
        }
    }
    all
}

fn of_pattern<'a>(pattern: &ast::Pattern<&'a str>, found: &mut BTreeSet<&'a str>) {
    for element in &pattern.elements {
        let ast::PatternElement::Placeable { expression } = element else { continue };
        let inline = match expression {
            ast::Expression::Inline(inline) => inline,
            ast::Expression::Select { selector, variants } => {
                for variant in variants {
                    of_pattern(&variant.value, found);
                }
                selector
            }
        };
        if let ast::InlineExpression::VariableReference { id } = inline {
            found.insert(id.name);
        }
    }
}

/// A count that comes as a number and as a word: a language takes the one that it needs.
const COUNT: [&str; 3] = ["count", "number", "Number"];

#[test]
fn every_language_has_the_messages_of_english_and_fills_them_with_the_same() {
    let english = arguments(BUILT_IN[0].text);
    let without_count = |arguments: &BTreeSet<&str>| -> BTreeSet<String> {
        arguments.iter().filter(|name| !COUNT.contains(name)).map(|name| (*name).to_owned()).collect()
    };
    let counts = |arguments: &BTreeSet<&str>| COUNT.iter().any(|name| arguments.contains(name));
    for other in &BUILT_IN[1..] {
        let words = arguments(other.text);
        let not_in = |one: &Arguments<'_>, other: &Arguments<'_>| -> Vec<String> {
            one.keys().filter(|name| !other.contains_key(*name)).map(|name| (*name).to_owned()).collect()
        };
        let apart = [not_in(&english, &words), not_in(&words, &english)];
        assert!(apart.iter().all(Vec::is_empty), "{} lacks, and has too many: {apart:?}", other.tag);
        for (name, filled) in &words {
            let of_english = &english[name];
            assert_eq!(without_count(filled), without_count(of_english), "{} in {}", name, other.tag);
            assert_eq!(counts(filled), counts(of_english), "{} in {}", name, other.tag);
        }
    }
}

#[test]
fn a_languages_plurals_and_marks_are_its_own() {
    let said = |tag: &str, name: &str, count: usize| Language::new(tag, None).0.count(name, count, &[]);
    assert_eq!(said("de-AT", "steps_done", 12345), "12.345 Schritte erledigt");
    assert_eq!(said("de", "is_behind", 1), "Der Plan liegt einen Tag zurück.");
    // Nothing is one in French.
    assert_eq!(said("fr", "steps_done", 0), "0 étape faite");
    assert_eq!(said("fr-CA", "steps_done", 12345), "12\u{202f}345 étapes faites");
    assert_eq!(said("es", "steps_done", 2), "2 pasos dados");
    let day = |tag: &str, day: i8| {
        let date = Date::constant(2026, 11, day);
        Language::new(tag, None).0.date(date, DateStyle::Weekday, None)
    };
    assert_eq!(day("de", 1), "Sonntag, 1. November 2026");
    assert_eq!([1, 2].map(|date| day("fr", date)), ["dimanche 1er novembre 2026", "lundi 2 novembre 2026"]);
    assert_eq!(day("es-MX", 1), "domingo 1 de noviembre de 2026");
    assert_eq!(Language::new("de", None).0.number("80000.5"), "80.000,5");
}

#[test]
fn plurals_of_many_kinds_and_of_one() {
    let arabic = Language::new("ar", None).0;
    let steps = [0, 1, 2, 3, 11, 100].map(|count| arabic.count("count_steps", count, &[]));
    assert_eq!(steps, ["لا خطوات", "خطوة واحدة", "خطوتان", "3 خطوات", "11 خطوة", "100 خطوة"]);
    assert_eq!([2, 5, 13].map(|days| arabic.distance(days)), ["بعد يومين", "بعد 5 أيام", "بعد 13 يومًا"]);
    let japanese = Language::new("ja", None).0;
    assert_eq!(
        [0, 1, 1200].map(|count| japanese.count("count_steps", count, &[])),
        ["0ステップ", "1ステップ", "1,200ステップ"]
    );
    let portuguese = Language::new("pt-BR", None).0;
    assert_eq!(
        [1, 2, 1200].map(|count| portuguese.count("count_steps", count, &[])),
        ["1 passo", "2 passos", "1.200 passos"]
    );
    let sunday = Date::constant(2026, 11, 22);
    let day = |language: &Language| language.date(sunday, DateStyle::Weekday, None);
    assert_eq!(
        [&arabic, &japanese, &portuguese].map(day),
        ["الأحد 22 نوفمبر 2026", "2026年11月22日（日曜日）", "domingo, 22 de novembro de 2026"]
    );
    assert_eq!(japanese.month(Month { year: 2026, month: 11 }), "2026年11月");
    assert_eq!(portuguese.number("80000.5"), "80.000,5");
}

#[test]
fn only_a_name_that_is_written_the_other_way_is_kept_apart() {
    let arabic = Language::new("ar", None).0;
    let said = |plan: &str| arabic.say("plan_keeps_pace", &[("plan", plan.into())]);
    assert_eq!(said("Novel"), "\u{2068}Novel\u{2069}: تسير على وتيرتها.");
    for plan in ["رواية", "30", "30 نوفمبر", "\u{2068}Novel\u{2069} رواية"] {
        assert_eq!(said(plan), format!("{plan}: تسير على وتيرتها."));
    }
    let linked = arabic.say_html("plan_keeps_pace", &[("plan", "<a href=\"x\">رواية</a>".into())]);
    assert_eq!(linked, "<a href=\"x\">رواية</a>: تسير على وتيرتها.");
    assert!(begins_from_left("<b>1 Novel</b>") && begins_from_left("日記") && !begins_from_left("1 < 2"));
    assert_eq!(
        Language::new("pt", None).0.say("plan_keeps_pace", &[("plan", "رواية".into())]),
        "رواية segue no ritmo."
    );
}

#[test]
fn a_sentence_ends_with_one_stop() {
    let german = Language::new("de", None).0;
    let day = german.date(Date::constant(2026, 11, 28), DateStyle::Short, Some(2026));
    assert_eq!([day.as_str(), "So ist es"].map(|fact| german.sentence(fact)), ["28. Nov.", "So ist es."]);
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
