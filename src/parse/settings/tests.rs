//! Settings as written, and every way to get them wrong.

use proptest::prelude::*;

use super::*;
use crate::model::settings::CountCancelled;
use crate::model::{Kind, Visibility};

fn read(text: &str) -> Result<Settings, Vec<Diagnostic>> {
    settings(&SourcePath::new("journal.yaml").expect("a path"), text)
}

/// The problems as `code line:column help`.
fn problems(text: &str) -> Vec<String> {
    let told = |problem: Diagnostic| {
        let place = problem.place.expect("a place");
        let help = problem.help.unwrap_or_default();
        format!("{} {}:{} {} ({help})", problem.code.name(), place.line, place.column, problem.message)
    };
    read(text).err().unwrap_or_default().into_iter().map(told).collect()
}

#[track_caller]
fn check(text: &str, expected: impl FnOnce(&mut Settings)) {
    let mut settings = Settings::default();
    expected(&mut settings);
    assert_eq!(read(text).map_err(|_| problems(text)), Ok(settings), "{text}");
}

#[test]
fn nothing_written_is_all_defaults() {
    for text in ["", "\n", "# nothing\n", "---\n", "\u{feff}", "title:\ntheme:\nkinds:\n"] {
        check(text, |_| {});
    }
}

#[test]
fn every_key_is_read() {
    check("title: My year\r\ndescription: d\nauthor: Ü\nemail: a@b.c\nlanguage: pt-BR", |s| {
        (s.title, s.description, s.author) = ("My year".into(), "d".into(), "Ü".into());
        (s.email, s.language) = ("a@b.c".into(), "pt-BR".into());
    });
    check("base_url: HTTPS://example.org/x\noutput: ./out/public/\ntoday: 2026-03-01\nweek_start: Sun", |s| {
        s.base_url = "https://example.org/x/".into();
        s.output = "out/public".into();
        (s.today, s.week_start) = (Some(crate::model::Date::constant(2026, 3, 1)), Weekday::Sunday);
    });
    check("kinds: {goals: plan}\nignore: ['drafts/**', \"*.tmp\"]\nfields: {kategorie: tags}", |s| {
        s.kinds.insert("goals".into(), Kind::Plan);
        s.ignore = vec!["drafts/**".into(), "*.tmp".into()];
        s.fields.insert("kategorie".into(), "tags".into());
    });
    check("statuses:\n  \"!\": waiting\n  1: on-hold\n  👩‍🚀: done\ncheckpoint_headings: Ziele", |s| {
        s.statuses = [("!".into(), State::Waiting), ("1".into(), State::OnHold), ("👩‍🚀".into(), State::Done)].into();
        s.checkpoint_headings = vec!["Ziele".into()];
    });
    check("visibility: private\nhtml: allow\ncapacity: 1h 30m\neditor: vim\nfeeds: no\nsearch: false", |s| {
        (s.visibility, s.html, s.capacity_minutes) = (Visibility::Private, Html::Allow, Some(90));
        (s.editor, s.feeds, s.search) = ("vim".into(), false, false);
    });
    check("math: off\nhighlight: false\npermalinks: folder\ngit: false\ncount_cancelled: settled", |s| {
        (s.math, s.highlight, s.git) = (false, false, false);
        (s.permalinks, s.count_cancelled) = (Permalinks::Folder, CountCancelled::Settled);
    });
    check("theme:\n  accent: '#2f6f4f'\n  fonts: system\n  show_mood: false\nweigh_by: estimate", |s| {
        s.theme.accent = "#2f6f4f".into();
        s.theme.fonts = Fonts::System;
        s.theme.show.insert("mood".into(), false);
        s.weigh_by = crate::model::settings::WeighBy::Estimate;
    });
}

#[test]
fn every_key_has_its_arm() {
    for key in KEYS {
        let _ = read(&format!("{key}: x"));
    }
}

#[test]
fn all_that_is_wrong_is_told_at_once() {
    assert_eq!(
        problems("titel: x\nlanguage: deutsch!\ntheme:\n  acent: red\n  accent: 'red;}'\ntoday: 2026-02-30"),
        [
            "unknown-key 1:1 `titel` is not a key that is known here (did you mean `title`?)",
            "bad-value 2:11 `language` is not a language: `deutsch!` (write a language tag, such as `en` or `pt-BR`)",
            "unknown-key 4:3 `acent` is not a key that is known here (did you mean `accent`?)",
            "bad-value 5:11 `accent` is not a colour: `red;}` (write a CSS colour: `#2f6f4f`, `teal`, \
             `rgb(47 111 79)` or `oklch(50% 0.1 160)`)",
            "bad-date 6:8 `today` is not a date: `2026-02-30` (write it as YYYY-MM-DD; February 2026 has 28 days)",
        ]
    );
    for bad in [
        "base_url: example.org",
        "base_url: ftp://example.org",
        "base_url: 'https://exa\"mple.org'",
        "base_url: https://example.org/?x",
        "output: .",
        "output: ..",
        "output: ../x",
        "output: /tmp",
        "output: .git",
        "week_start: noday",
        "kinds: {a: [plan]}",
        "kinds: plans",
        "statuses: {ab: done}",
        "statuses: {a: finished}",
        "ignore: '[a'",
        "fields: {x: titel}",
        "fields: {tags: labels}",
        "email: nobody",
        "visibility: everyone",
        "capacity: 200",
        "feeds: perhaps",
        "title: [a]",
        "theme: red",
        "- a",
        "text",
        "a: b: c",
    ] {
        assert_eq!(problems(bad).len(), 1, "{bad}: {:?}", problems(bad));
    }
    assert_eq!(problems("git: true\ngit: false").len(), 1);
}

#[test]
fn a_colour_is_a_colour_and_nothing_else() {
    for colour in
        ["#abc", "#aabbccdd", "teal", "RebeccaPurple", "rgb(1 2 3)", "hsl(10, 20%, 30%)", "oklch(50% 0.1 160)"]
    {
        assert!(is_colour(colour), "{colour}");
    }
    for other in
        ["", "abc", "#ab", "#xyz", "red;", "url(x)", "rgb(1 2 3", "rgb(1 2 3);", "var(--x)", "rgb(1/**/2 3)", "redd"]
    {
        assert!(!is_colour(other), "{other}");
    }
}

proptest! {
    #[test]
    fn any_text_gives_settings_or_problems(text in "([a-z_]{0,6}[:\\[\\]{}, \\-\n'\"#@&*|>!%é]{0,3}){0,12}") {
        if let Err(problems) = read(&text) {
            prop_assert!(!problems.is_empty());
        }
    }

    #[test]
    fn any_value_of_any_key_is_read_or_refused(key in prop::sample::select(KEYS.to_vec()), value in ".{0,20}") {
        let _ = read(&format!("{key}: {value}"));
    }
}
