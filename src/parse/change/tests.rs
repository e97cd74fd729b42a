use proptest::prelude::*;

use super::*;
use crate::model::parse_date;

const TABLE: &str = include_str!("../../../tests/vectors/toggles.md");

fn today() -> Date {
    parse_date("2026-03-10").expect("a day")
}

fn path() -> SourcePath {
    SourcePath::new("plans/a.md").expect("a path")
}

fn asked(line: u32, state: State) -> Change {
    Change { line, expected: None, state, today: today(), missed: Missed::Kept }
}

fn changed(text: &str, asked: &Change) -> Result<Changed, Refusal> {
    change(&path(), text, &Settings::default(), asked)
}

/// A text with its line `line` given a state.
#[track_caller]
fn check(text: &str, line: u32, state: State, expected: &str) {
    match changed(text, &asked(line, state)) {
        Ok(changed) => assert_eq!(changed.text, expected, "{text}"),
        Err(refusal) => panic!("{text}: {refusal}"),
    }
}

#[track_caller]
fn refuses(text: &str, line: u32, state: State, expected: &Refusal) {
    assert_eq!(changed(text, &asked(line, state)).as_ref(), Err(expected), "{text}");
}

fn code(cell: &str) -> String {
    cell.split("<br>").map(|line| line.trim().trim_matches('`')).collect::<Vec<_>>().join("\n")
}

#[test]
fn steps_are_toggled_as_the_table_says() {
    let rows: Vec<Vec<&str>> = TABLE
        .lines()
        .filter(|line| line.starts_with("| `"))
        .map(|line| line.trim_matches('|').split(" | ").map(str::trim).collect())
        .collect();
    assert_eq!(rows.len(), 22);
    for row in rows {
        let [before, tasks, ours] = row.as_slice() else { panic!("{row:?}") };
        let before = code(before);
        let settled = before.contains("[x]") || before.contains("[-]");
        let state = if settled { State::Open } else { State::Done };
        let expected = if *ours == "same" { code(tasks) } else { code(ours) };
        check(&before, 1, state, &expected);
    }
}

#[test]
fn dates_are_written_as_the_line_or_its_neighbours_write_them() {
    let done = |text, expected| check(text, 1, State::Done, expected);
    done("- [ ] a due:2026-04-01", "- [x] a due:2026-04-01 done:2026-03-10");
    done("- [ ] a  [due:: 2026-04-01]", "- [x] a  [due:: 2026-04-01]  [completion:: 2026-03-10]");
    done("- [ ] a [due:: 2026-04-01] ⏫", "- [x] a [due:: 2026-04-01] ⏫ ✅ 2026-03-10");
    done("- [ ] a\n- [ ] b [due:: 2026-04-01]", "- [x] a [completion:: 2026-03-10]\n- [ ] b [due:: 2026-04-01]");
    check(
        "- [x] a (completion:: 2026-03-01)\n- [ ] b\n- [ ] c 📅 2026-04-01",
        2,
        State::Cancelled,
        "- [x] a (completion:: 2026-03-01)\n- [-] b (cancelled:: 2026-03-10)\n- [ ] c 📅 2026-04-01",
    );
}

#[test]
fn what_ends_a_line_stays_at_its_end() {
    let done = |text, expected| check(text, 1, State::Done, expected);
    done("- [ ] a  \r\n  b", "- [x] a ✅ 2026-03-10  \r\n  b");
    done("- [ ] a\\\n  b", "- [x] a ✅ 2026-03-10\\\n  b");
    done("- [ ] a ^x-1  ", "- [x] a ✅ 2026-03-10 ^x-1  ");
    done("- [ ]", "- [x] ✅ 2026-03-10");
    done("\u{feff}- [ ] a", "\u{feff}- [x] a ✅ 2026-03-10");
    done("> > 12) [/] a\r\n", "> > 12) [x] a ✅ 2026-03-10\r\n");
    done("- - [ ] a", "- - [x] a ✅ 2026-03-10");
}

#[test]
fn other_states_take_dates_away() {
    check("- [x] a ✅ 2026-01-01 #t", 1, State::Doing, "- [/] a #t");
    check("- [x] ✅ 2026-01-01 a", 1, State::Open, "- [ ] a");
    check("- [x] a ✅ 2026-01-01", 1, State::Cancelled, "- [-] a ❌ 2026-03-10");
    check("- [-] a ❌ 2026-01-01 ^b", 1, State::Done, "- [x] a ✅ 2026-03-10 ^b");
    check("- [ ] a ✅ 2026-01-01", 1, State::Done, "- [x] a ✅ 2026-03-10");
}

#[test]
fn a_step_comes_back_above_the_one_that_is_done() {
    let done = |text: &str, expected: &str, comes_back| {
        let changed = changed(text, &asked(1, State::Done)).unwrap_or_else(|refusal| panic!("{text}: {refusal}"));
        assert_eq!((changed.text.as_str(), changed.comes_back), (expected, comes_back), "{text}");
    };
    done(
        "  - [/] run 🔁 every day ➕ 2026-01-01 📅 2026-03-09\r\n\r\nend",
        "  - [ ] run 🔁 every day 📅 2026-03-10\r\n  - [x] run 🔁 every day ➕ 2026-01-01 📅 2026-03-09 ✅ 2026-03-10\r\n\r\nend",
        Return::Above,
    );
    done(
        "- [ ] a 🔁 every week for 3 times 📅 2026-03-01",
        "- [ ] a 🔁 every week for 2 times 📅 2026-03-08\n- [x] a 🔁 every week for 3 times 📅 2026-03-01 ✅ 2026-03-10",
        Return::Above,
    );
    done(
        "- [ ] a 🔁 every week for 1 time 📅 2026-03-01",
        "- [x] a 🔁 every week for 1 time 📅 2026-03-01 ✅ 2026-03-10",
        Return::Ended,
    );
    done("- [ ] a 🔁 every day 📅 2026-02-30", "- [x] a 🔁 every day 📅 2026-02-30 ✅ 2026-03-10", Return::Unclear);
}

#[test]
fn missed_days_can_be_skipped() {
    let asked = Change { missed: Missed::Skipped, ..asked(1, State::Done) };
    let changed = changed("- [ ] a 🔁 every day 📅 2026-03-01", &asked).expect("changed");
    assert_eq!(changed.edit.after[0], "- [ ] a 🔁 every day 📅 2026-03-11");
}

#[test]
fn what_is_no_step_or_another_line_is_left_alone() {
    refuses("- [ ] a", 2, State::Done, &Refusal::NoStep);
    refuses("- [ ] a", 0, State::Done, &Refusal::NoStep);
    refuses("- a", 1, State::Done, &Refusal::NoStep);
    refuses("- [i] a", 1, State::Done, &Refusal::NoStep);
    refuses("```\n- [ ] a\n```", 2, State::Done, &Refusal::NoStep);
    refuses("---\ntitle: [\n---\n- [ ] a", 4, State::Done, &Refusal::NoStep);
    refuses("- [?] a", 1, State::Waiting, &Refusal::Already(State::Waiting));
    refuses("- [ ] a\r- [ ] b\r", 1, State::Done, &Refusal::Entangled);
    // What is added would be in the comment.
    refuses("- [ ] a <!-- b\n  c -->", 1, State::Done, &Refusal::Entangled);
    let expecting = |expected: &str| Change { expected: Some(expected.to_owned()), ..asked(1, State::Done) };
    assert!(changed("\u{feff}- [ ] a\r\n", &expecting("- [ ] a")).is_ok());
    assert_eq!(changed("- [ ] b", &expecting("- [ ] a")), Err(Refusal::Moved(Some("- [ ] b".into()))));
    assert_eq!(changed("", &Change { line: 7, ..expecting("- [ ] a") }), Err(Refusal::Moved(None)));
}

#[test]
fn the_characters_of_the_journal_are_used() {
    let mut settings = Settings::default();
    settings.statuses.insert("x".into(), State::Cancelled);
    settings.statuses.insert("D".into(), State::Done);
    let changed = |settings: &Settings| change(&path(), "- [ ] a", settings, &asked(1, State::Done));
    assert_eq!(changed(&settings).expect("changed").text, "- [D] a ✅ 2026-03-10");
    settings.statuses.remove("D");
    settings.statuses.insert("X".into(), State::Open);
    assert_eq!(changed(&settings), Err(Refusal::NoSymbol(State::Done)));
}

/// Text that is full of steps, fields and what could be taken for them.
fn text() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        "[a-zäß日]{1,4}",
        Just("📅 2026-03-01".to_owned()),
        Just("✅ 2026-02-01".to_owned()),
        Just("❌ 2026-02-01".to_owned()),
        Just("🔁 every week".to_owned()),
        Just("🔁 every month on the 31st when done".to_owned()),
        Just("[due:: 2026-03-01]".to_owned()),
        Just("(completion:: 2026-02-01)".to_owned()),
        Just("🆔 a1 ⛔ b2".to_owned()),
        Just("due:2026-03-01".to_owned()),
        Just("#tag @ana".to_owned()),
        Just("`code 📅 2026-01-01`".to_owned()),
        Just("%%x%%".to_owned()),
        Just("<!--".to_owned()),
        Just("📅 2026-02-30".to_owned()),
        Just("^b-1".to_owned()),
        Just("\\".to_owned()),
        Just("🚩".to_owned()),
    ];
    let start = prop_oneof![
        Just("- [ ] "),
        Just("- [x] "),
        Just("* [/] "),
        Just("1. [-] "),
        Just("  - [ ] "),
        Just("> - [ ] "),
        Just("- - [ ] "),
        Just("- "),
        Just("# "),
        Just(""),
        Just("\t+ [?] "),
        Just("- [💥] "),
        Just("- [ ]"),
    ];
    let line = (start, proptest::collection::vec(word, 0..5), prop_oneof![Just(""), Just("  ")])
        .prop_map(|(start, words, end)| format!("{start}{}{end}", words.join(" ")));
    let ending = prop_oneof![Just("\n"), Just("\r\n")];
    (proptest::collection::vec(line, 1..8), ending, any::<bool>(), any::<bool>()).prop_map(
        |(lines, ending, closed, mark)| {
            let mark = if mark { "\u{feff}" } else { "" };
            format!("{mark}{}{}", lines.join(ending), if closed { ending } else { "" })
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn one_line_changes_or_two_and_undoing_restores_every_byte(text in text(), state in 0usize..8) {
        let (state, _) = State::ALL[state];
        for line in 1..=text.lines().count() {
            let number = u32::try_from(line).expect("few lines");
            let Ok(changed) = changed(&text, &asked(number, state)) else { continue };
            let (old, new): (Vec<_>, Vec<_>) =
                (text.split_inclusive('\n').collect(), changed.text.split_inclusive('\n').collect());
            let more = new.len() - old.len();
            prop_assert_eq!(more, usize::from(changed.comes_back == Return::Above));
            prop_assert_eq!(&new[..line - 1], &old[..line - 1]);
            prop_assert_eq!(&new[line + more..], &old[line..]);
            prop_assert_eq!(changed.edit.inverse().apply(&changed.text), Ok(text.clone()));
        }
    }

    #[test]
    fn opening_a_step_again_restores_what_it_was(text in text()) {
        for line in 1..=text.lines().count() {
            let number = u32::try_from(line).expect("few lines");
            let Ok(done) = changed(&text, &asked(number, State::Done)) else { continue };
            let before = &done.edit.before[0];
            let was_plain = before.contains("[ ]") && !before.contains('✅') && !before.contains("completion::");
            if done.comes_back == Return::Above || !was_plain {
                continue;
            }
            let opened = changed(&done.text, &asked(number, State::Open));
            prop_assert_eq!(opened.map(|changed| changed.text), Ok(text.clone()));
        }
    }

    #[test]
    fn any_text_and_line_is_safe(text in ".{0,60}", line in 0u32..4) {
        let _ = changed(&text, &asked(line, State::Done));
    }
}
