//! What front matter says, and what is wrong with it, end to end.

use std::time::{Duration, Instant};

use proptest::prelude::*;

use super::*;
use crate::model::{Amount, Done, Every, Naming, Practiced, Purpose, SourcePath, Status};

fn head(text: &str, settings: &Settings) -> Head {
    let path = SourcePath::new("a.md").expect("a path");
    read(&Source::new(&path, text), settings)
}

/// The front matter of YAML without the fences, which must be without a problem.
#[track_caller]
fn front(yaml: &str) -> FrontMatter {
    let head = head(&format!("---\n{yaml}\n---\nbody\n"), &Settings::default());
    assert_eq!(head.diagnostics, [], "{yaml}");
    head.front_matter.expect("front matter")
}

/// Problems as `severity code line:column message (help)`, and whether the entry is left out.
fn problems(text: &str) -> (Vec<String>, bool) {
    let head = head(text, &Settings::default());
    let told = |problem: Diagnostic| {
        let place = problem.place.expect("a place");
        let (severity, code) = (problem.severity.word(), problem.code.name());
        let help = problem.help.unwrap_or_default();
        format!("{severity} {code} {}:{} {} ({help})", place.line, place.column, problem.message)
    };
    (head.diagnostics.into_iter().map(told).collect(), head.front_matter.is_none())
}

/// One problem of YAML without its fences, and whether it leaves the entry out.
#[track_caller]
fn check(yaml: &str, expected: &str, left_out: bool) {
    let (problems, out) = problems(&format!("---\n{yaml}\n---\n"));
    assert_eq!(problems, [expected], "{yaml}");
    assert_eq!(out, left_out, "{yaml}");
}

fn names(named: &[Named]) -> Vec<&str> {
    named.iter().map(|named| named.name.as_str()).collect()
}

const DAY: Date = Date::constant(2026, 3, 1);

#[test]
fn general_keys_are_read() {
    let f = front("Title: 1.10\ntype: plan\ndate: 2026-03-01 10:05\nupdated: 2026-03-01T10:00:00Z\nweight: -3");
    assert_eq!((f.title.as_deref(), f.kind, f.date, f.updated), (Some("1.10"), Some(Kind::Plan), Some(DAY), Some(DAY)));
    assert_eq!((f.time, f.weight), (Some(Time::constant(10, 5, 0, 0)), -3));
    let f = front("slug: My-Novel\ntemplate: wide/plan.html\naliases: [Old name, /old/path/]\nsummary: s");
    assert_eq!(f.address, Some(Address::Slug("My-Novel".into())));
    assert_eq!(
        (f.template.expect("a template").name.as_str(), names(&f.aliases)),
        ("wide/plan.html", vec!["Old name", "/old/path/"])
    );
    assert_eq!(front("permalink: /A/b.html").address, Some(Address::Permalink("A/b.html".into())));
    assert_eq!(front("permalink: /a/b//").address, Some(Address::Permalink("a/b/".into())));
    for same in ["slug: x\npermalink: a/b", "permalink: a/b\nslug: x"] {
        assert_eq!(front(same).address, Some(Address::Permalink("a/b".into())), "{same}");
    }
}

#[test]
fn nothing_written_is_unset() {
    let f = front("title:\ndate:\ntags:\nstatus: null\nmood: ~\ntarget:\nplan:\nweight:\ndraft:");
    assert_eq!((f.title, f.date, f.tags, f.reflection.mood, f.visibility), (None, None, vec![], None, None));
    assert_eq!(front("").title, None);
    assert_eq!(front("# a comment").title, None);
}

#[test]
fn tags_are_written_in_many_ways() {
    for (yaml, expected) in [
        ("tags: [a, '#b/c', A, 2026, two words]", vec!["a", "b/c", "2026", "two words"]),
        ("tags: a, b #c", vec!["a", "b"]),
        ("tags: 'a #b'", vec!["a", "b"]),
        ("tags:\n  - a\n  - \n  - b", vec!["a", "b"]),
        ("Tags: a", vec!["a"]),
        ("labels: [a]", vec!["a"]),
        ("categories: [a]\ntags: [b]", vec!["b"]),
    ] {
        assert_eq!(front(yaml).tags, expected, "{yaml}");
    }
}

#[test]
fn foreign_keys_are_understood_and_never_complained_about() {
    let f = front("created: 2026-03-01T08:00\nlastmod: 2026-03-01\ndeadline: 2026-03-01\ndescription: d\nalias: x");
    assert_eq!((f.date, f.updated, f.plan.due, f.summary.as_deref()), (Some(DAY), Some(DAY), Some(DAY), Some("d")));
    assert_eq!(names(&f.aliases), ["x"]);
    assert!(f.extra.is_empty());
    let f = front("date: 2026-03-01\ncreated: 2020-01-01\nmodified: yesterday\nimage: {src: a}\nlayout: post");
    assert_eq!((f.date, f.updated), (Some(DAY), None));
    assert_eq!(f.extra.keys().collect::<Vec<_>>(), ["created", "image", "layout", "modified"]);
    assert_eq!(front("date:\ncreated: 2026-03-01").date, Some(DAY));
    assert_eq!(front("published: 2026-03-01").visibility, None);
    let settings = Settings { fields: [("Datum".into(), "date".into())].into(), ..Settings::default() };
    let head = head("---\ndatum: 2026-03-01\n---\n", &settings);
    assert_eq!(head.front_matter.expect("front matter").date, Some(DAY));
}

#[test]
fn the_strictest_visibility_wins() {
    use Visibility::{Private, Public, Unlisted};
    for (yaml, expected) in [
        ("visibility: Unlisted", Some(Unlisted)),
        ("draft: true\npublish: true", Some(Private)),
        ("publish: yes", Some(Public)),
        ("published: false\nvisibility: public", Some(Private)),
        ("private: true", Some(Private)),
        ("public: false", Some(Private)),
        ("unlisted: true\nvisibility: public", Some(Unlisted)),
        ("draft: false\nprivate: false", None),
        ("Draft: true", Some(Private)),
        ("publisher: Penguin\ncraft: wood", None),
    ] {
        assert_eq!(front(yaml).visibility, expected, "{yaml}");
    }
    // A repeated key is an error, and the strictest still wins.
    let head = head("---\ndraft: false\ndraft: true\n---\n", &Settings::default());
    assert_eq!(head.front_matter.and_then(|front| front.visibility), Some(Private));
}

#[test]
fn visibility_is_never_guessed() {
    for yaml in [
        "visibility:",
        "visibility: privat",
        "visibility: [private]",
        "draft: perhaps",
        "publish: 1",
        "visibilty: private",
        "vsibilty: private",
        "drafft: true",
        "prvate: true",
        "visibility: public\nprivat: true",
    ] {
        let (problems, left_out) = problems(&format!("---\n{yaml}\n---\n"));
        assert!(left_out && problems.len() == 1 && problems[0].contains("bad-visibility"), "{yaml}: {problems:?}");
    }
    check(
        "title: a\nvisibility: privat",
        "error bad-visibility 3:13 `visibility` has no such value: `privat` (did you mean `private`? it can be \
         `public`, `unlisted` or `private`; until then the entry is left out)",
        true,
    );
    let head = head("---\ncover: a.jpg\ndraft: so so\n---\n", &Settings::default());
    assert_eq!(head.withheld.map(|link| link.target), Some("a.jpg".into()));
}

#[test]
fn a_plan_is_read() {
    let p =
        front("status: Paused\nstatus_note: n\nuntil: 2026-03-01\npivoted_to: '[[plans/novel.md|the novel]]'\nwhy: w")
            .plan;
    assert_eq!(
        (p.status, p.until, p.pivoted_to.expect("a plan").name.as_str()),
        (Status::Paused, Some(DAY), "plans/novel")
    );
    let p = front(
        "target: {metric: words, amount: 80_000, from: 0.5}\npractice: Write\ncapacity: 1.5\npeople: '@anna, Bo'",
    )
    .plan;
    assert_eq!((p.targets[0].amount, p.targets[0].from), (Amount(80_000 * Amount::ONE), Amount(Amount::ONE / 2)));
    assert_eq!((p.practices[0].every, p.capacity_minutes), (Every::Day, Some(90)));
    assert_eq!(p.people, ["anna", "Bo"]);
    let p = front("practice:\n- {every: weekly, what: Run}\n- Read\ncount_cancelled: settled").plan;
    assert_eq!((p.practices[0].every, p.practices[1].what.as_str()), (Every::Week, "Read"));
    let p = front(
        "checkpoints:\n- First\n- title: Second\n  due: 2026-03-01\n  done: 2026-03-01\n- {title: T, done: true}",
    )
    .plan;
    assert_eq!((p.checkpoints[0].title.as_str(), p.checkpoints[0].spot.line), ("First", 3));
    assert_eq!(
        (p.checkpoints[1].due, p.checkpoints[1].done, p.checkpoints[2].done),
        (Some(DAY), Done::On(DAY), Done::Yes)
    );
    let p = front("held:\n- {from: 2026-05-01}\n- {from: 2026-03-01, to: 2026-03-01, why: rest}").plan;
    assert_eq!((p.held[0].from, p.held[0].to, p.held[1].to), (DAY, Some(DAY), None));
}

#[test]
fn a_reflection_is_read() {
    let r = front("plan: [[plans/novel|the novel]]\nmood: bright\nenergy: 3.0\nconfidence: 1").reflection;
    assert_eq!((names(&r.plans), r.mood, r.energy, r.confidence), (vec!["plans/novel"], Some(5), Some(3), Some(1)));
    let r = front("plan:\n- [[a, b]]\n- c.md\n- '[[d#e]]'\nplans: [a-b, c]").reflection;
    assert_eq!(names(&r.plans), ["a, b", "c", "d", "a-b"]);
    let r =
        front("metrics: {words: 1200, km: 8.5}\ncheckpoint: '[[novel#First draft]]'\npracticed: [Write]").reflection;
    assert_eq!((r.metrics["km"], r.checkpoint.expect("one").name.as_str()), (Amount(8_500_000), "First draft"));
    assert_eq!(r.practiced, Practiced::Some(vec!["Write".into()]));
    assert_eq!(front("practiced: yes").reflection.practiced, Practiced::All);
    assert_eq!(front("practiced: false").reflection.practiced, Practiced::No);
}

#[test]
fn a_cover_is_a_file_of_the_journal_or_kept_for_templates() {
    for (yaml, naming, target) in [
        ("cover: images/a b.jpg", Naming::Path, "images/a b.jpg"),
        ("cover: '![[a.jpg]]'", Naming::Wiki, "a.jpg"),
        ("cover: [[a.jpg]]", Naming::Wiki, "a.jpg"),
        ("cover: '![alt](a.jpg)'", Naming::Path, "a.jpg"),
        ("banner: a.jpg", Naming::Path, "a.jpg"),
    ] {
        let link = front(yaml).cover.expect("a cover");
        assert_eq!((link.naming, link.purpose, link.target.as_str()), (naming, Purpose::Embed, target), "{yaml}");
    }
    let f = front("cover: https://example.org/a.jpg");
    assert_eq!((f.cover, f.extra["cover"].clone()), (None, Value::Text("https://example.org/a.jpg".into())));
}

#[test]
fn values_that_do_not_fit_are_told_and_unset() {
    check(
        "due: 2026-13-01",
        "error bad-date 2:6 `due` is not a date: `2026-13-01` (write it as YYYY-MM-DD; months go from 01 to 12)",
        false,
    );
    check(
        "a: 1\ndate: 2026-3-1",
        "error bad-date 3:7 `date` is not a date: `2026-3-1` (write it as YYYY-MM-DD: `2026-03-01`)",
        false,
    );
    check(
        "title: [a]",
        "error bad-value 2:8 `title` is not text but a list (write plain text, in quotes if it has `: `, `#` or `[`)",
        false,
    );
    check(
        "status: pasued",
        "error bad-value 2:9 `status` has no such value: `pasued` (did you mean `paused`? it can be `idea`, `active`, `paused`, `done`, `dropped` or `pivoted`)",
        false,
    );
    check(
        "mood: 6",
        "error bad-value 2:7 `mood` is not a number from 1 to 5: `6` (write 1 to 5, or `heavy`, `low`, `even`, `good` or `bright`)",
        false,
    );
    check(
        "slug: ../x",
        "error bad-address 2:7 `slug` can't be the last part of an address: `../x` (for a whole address use `permalink`)",
        false,
    );
    check(
        "permalink: a/../b",
        "error bad-address 2:12 `permalink` can't be an address in the site: `a/../b` (write plain names with `/` between them, such as `plans/my-novel`)",
        false,
    );
    check(
        "target: {metric: words}",
        "error bad-value 2:9 `target` has no `amount` here (write `{metric: words, amount: 80000}`)",
        false,
    );
    check(
        "checkpoints:\n- title: a\n  deu: 2026-03-01",
        "warning unknown-key 4:3 `deu` is not a key that is known here (did you mean `due`?)",
        false,
    );
    check(
        "held: {from: 2026-03-02, to: 2026-03-01}",
        "error due-before-start 2:30 `to` ends a pause before it begins: `2026-03-01` (the pause begins on `2026-03-02`; write a later day than `2026-03-01`, or none while it lasts)",
        false,
    );
    check(
        "start: 2026-03-02\ndue: 2026-03-01",
        "warning due-before-start 3:6 `due` is `2026-03-01`, before the start on `2026-03-02` (let `due` be the later of the two)",
        false,
    );
    check("titel: a", "warning unknown-key 2:1 `titel` has no meaning of its own (did you mean `title`?)", false);
    check(
        "title: a\ntitle: b",
        "error duplicate-key 3:1 `title` is already on line 2 (keep one of them; several values are a list)",
        false,
    );
    let (problems, _) = problems("+++\ndue = 2026-02-28\nmood = \"x\"\nweight = 1.5\n+++\n");
    assert_eq!(problems.len(), 2, "{problems:?}");
    assert!(problems[1].starts_with("error bad-value 4:10 "), "{problems:?}");
}

#[test]
fn syntax_errors_say_what_to_write() {
    check("people: @anna", "error bad-front-matter 2:9 `@` is reserved in YAML: quote it (write `\"@anna\"`)", true);
    check(
        "a:\n\tb: 1",
        "error bad-front-matter 3:1 a tab can't indent a line of YAML (indent with spaces, two for each level)",
        true,
    );
    check(
        "title: a: b",
        "error bad-front-matter 2:8 a value with a colon needs quotes: `a: b` (write `title: \"a: b\"`)",
        true,
    );
    check(
        "plan: [[a]], [[b]]",
        "error bad-front-matter 2:1 these wikilinks can't be read without quotes (write each as `\"[[name]]\"`; several are a list: `[\"[[one]]\", \"[[other]]\"]`)",
        true,
    );
    check(
        "x: 1\ntitle: \"a",
        "error bad-front-matter 3:1 a quote is opened and never closed (close it on the same line)",
        true,
    );
    check(
        "just text",
        "error bad-front-matter 2:1 this is not a list of keys and values (write one `key: value` to a line; a rule at the top of a text is written `***`)",
        true,
    );
    for text in
        ["+++\na = 1\na = 2\n+++\n", "+++\na = x\n+++\n", "{\"a\": x}\n", ";;;\n\"a\": 1,\n;;;\n", "---\na: 1\n"]
    {
        let (problems, left_out) = problems(text);
        assert!(left_out && problems.len() == 1, "{text}: {problems:?}");
    }
}

#[test]
fn toml_and_json_say_the_same_as_yaml() {
    for text in [
        "---\ntitle: T\ntags: [a]\ndate: 2026-03-01\n---\nbody",
        "+++\ntitle = \"T\"\ntags = [\"a\"]\ndate = 2026-03-01\n+++\nbody",
        "{\"title\": \"T\",\n\"tags\": [\"a\"], \"date\": \"2026-03-01\"}\nbody",
        ";;;\n\"title\": \"T\",\n\"tags\": [\"a\"], \"date\": \"2026-03-01\"\n;;;\nbody",
    ] {
        let head = head(text, &Settings::default());
        let front = head.front_matter.expect("front matter");
        assert_eq!(
            (front.title.as_deref(), front.tags, front.date),
            (Some("T"), vec!["a".into()], Some(DAY)),
            "{text}"
        );
        assert_eq!(&text[head.body..], "body");
    }
}

#[test]
fn hostile_front_matter_takes_no_time() {
    let bomb = (1..9).fold("a0: &a0 [x]\n".to_owned(), |text, i| {
        format!("{text}a{i}: &a{i} [{}]\n", vec![format!("*a{}", i - 1); 9].join(","))
    });
    for block in [
        "[".repeat(20_000),
        "- ".repeat(20_000),
        "a: {b: ".repeat(9_000),
        "{\"a\":".repeat(9_000),
        bomb,
        "x: y\n".repeat(20_000),
    ] {
        let begin = Instant::now();
        let (problems, left_out) = problems(&format!("---\n{block}\n---\n"));
        assert!(left_out && !problems.is_empty(), "{}", &block[..20]);
        assert!(begin.elapsed() < Duration::from_secs(2), "{}", &block[..20]);
    }
}

proptest! {
    #[test]
    fn any_text_has_a_head(text in "(---|\\+\\+\\+|;;;|\\{)?\n?([a-z]{0,4}[:=\\[\\]{}, \\-\n'\"#@&*|>!%é\t]{0,3}){0,16}(\n---\n)?") {
        let head = head(&text, &Settings::default());
        prop_assert!(text.is_char_boundary(head.body));
        prop_assert!(head.front_matter.is_some() || !head.diagnostics.is_empty());
    }

    #[test]
    fn any_value_of_any_key_is_read_or_told(key in prop::sample::select(OWN.to_vec()), value in ".{0,24}") {
        let _ = head(&format!("---\n{key}: {value}\n---\n"), &Settings::default());
    }
}
