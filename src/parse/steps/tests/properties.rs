//! What holds for every line.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::super::recurrence::rule;
use super::super::{Item, read_gate, read_item};

/// Lines of the pieces that the grammar is made of, in any order, and of anything else.
fn line() -> impl Strategy<Value = String> {
    const PIECES: &[&str] = &[
        "📅",
        "⏳",
        "✅",
        "➕",
        "🔁",
        "🏁",
        "🚩",
        "🆔",
        "⛔",
        "⏱",
        "🔺",
        "⏬",
        "\u{fe0f}",
        "2026-01-05",
        "2026-02-30",
        "2026-1-5",
        "T10:00",
        " 10:00",
        "every week",
        "when done",
        "on the 15",
        "delete",
        "[due:: ",
        "(start::",
        "[estimate:: 2h",
        "]",
        ")",
        "(",
        "[",
        "due:",
        "est:",
        "pri:A",
        "2h",
        "1.5",
        "#tag",
        "#12",
        "@ana",
        "^id",
        "^i_d",
        "`",
        "``",
        "](",
        "[[",
        "]]",
        "<b",
        ">",
        "http://e/",
        "\\",
        ",",
        ".",
        " ",
        " ",
        " ",
        "\t",
        "\u{a0}",
        "\u{2007}",
        "a",
        "é",
        "👩‍🚀",
        "::",
        "\r",
        "word",
    ];
    let piece = prop_oneof![9 => prop::sample::select(PIECES).prop_map(str::to_owned), 1 => any::<char>().prop_map(String::from)];
    let body = prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat().replace('\n', " "));
    let head = prop::sample::select(
        &["- [ ] ", "- [x] ", "1. [?] ", "* [💥]\t", "- [ ]", "- [ ] 🏁 ", "- [ ] 🚩", "- ", ""][..],
    );
    (head, body).prop_map(|(head, body)| format!("{head}{body}"))
}

fn without_space(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_text_is_lost(line in line()) {
        let Item::Step(step) = read_item(&line, &BTreeMap::new()) else { return Ok(()) };
        let mut visible = String::new();
        let mut at = step.box_range.start;
        for hidden in &step.hidden {
            prop_assert!(hidden.start >= at && hidden.end > hidden.start, "sorted and apart: {:?}", step.hidden);
            // Slicing panics where a range does not lie between characters.
            visible.push_str(&line[at..hidden.start]);
            at = hidden.end;
        }
        visible.push_str(&line[at..]);
        prop_assert_eq!(without_space(&visible), without_space(&step.text));
        prop_assert_eq!(step.text.trim(), &step.text);
        for remark in &step.remarks {
            prop_assert!(line.get(remark.range.clone()).is_some_and(|text| !text.is_empty()), "{remark:?}");
        }
        prop_assert!(step.remarks.is_sorted_by_key(|remark| remark.range.start));
    }

    #[test]
    fn a_line_is_read_the_same_twice(line in line()) {
        prop_assert_eq!(read_item(&line, &BTreeMap::new()), read_item(&line, &BTreeMap::new()));
    }

    #[test]
    fn what_ends_a_line_does_not_disturb_it(line in line()) {
        let Item::Step(step) = read_item(&line, &BTreeMap::new()) else { return Ok(()) };
        for ending in ["  ", "\r", " \t"] {
            let Item::Step(ended) = read_item(&format!("{line}{ending}"), &BTreeMap::new()) else {
                return Err(TestCaseError::fail("the box is gone"));
            };
            prop_assert_eq!(&ended.fields, &step.fields);
            prop_assert_eq!(&ended.text, &step.text);
        }
    }

    #[test]
    fn nothing_panics(text in any::<String>(), line in line()) {
        for text in [text, line] {
            let _ = read_item(&text, &BTreeMap::new());
            let _ = read_item(&format!("- [ ] {text}"), &BTreeMap::new());
            let _ = read_gate(&text, &BTreeMap::new());
            let _ = read_gate(&format!("🚩 {text}"), &BTreeMap::new());
            let _ = rule(&text);
        }
    }

    #[test]
    fn a_rule_written_out_is_the_same_rule(words in prop::collection::vec(prop::sample::select(&[
        "every", "other", "2", "3rd", "week", "days", "month", "year", "weekday", "Friday", "last", "on", "the", "15th", "and", ",",
        "January", "until", "1", "2027", "for", "times", "when", "done", "weekend", "quarter", "second",
    ][..]), 0..8)) {
        let text = format!("every {}", words.join(" "));
        let Ok(read) = rule(&text) else { return Ok(()) };
        let written = read.to_string();
        let again = rule(&written).map_err(|why| TestCaseError::fail(format!("{text}: {written}: {why:?}")))?;
        prop_assert!(!again.is_ours(), "{}", written);
        prop_assert_eq!(again.to_string(), written);
    }
}

/// Lines that a careless reader would walk again for every bracket.
#[test]
fn a_hostile_line_is_read_in_time() {
    for piece in
        ["](", "[[", "`", "`` ` ", "<a", "[due::", "(due:: x", "📅", "🆔 a ", "#a ", "^", "://", "a://", "🔁 every "]
    {
        let line = format!("- [ ] {}", piece.repeat(100_000 / piece.len()));
        assert!(matches!(read_item(&line, &BTreeMap::new()), Item::Step(_)));
    }
}
