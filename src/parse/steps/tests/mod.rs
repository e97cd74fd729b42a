//! Whole lines through the front door: the table of vectors, what vectors don't say, and properties of any line.

mod properties;
mod vectors;

use std::collections::BTreeMap;

use super::{Fields, Item, Remark, read_gate, read_item};

/// What a line says, on one line: state, text, fields, remarks; parts that are empty are left out.
fn told(line: &str) -> String {
    match read_item(line, &BTreeMap::new()) {
        Item::Plain(remark) => format!("no step{}", remarks(remark.as_slice())),
        Item::Step(step) => {
            let important = if step.important { " important" } else { "" };
            let checkpoint = if step.checkpoint { " checkpoint" } else { "" };
            let fields = fields(&step.fields);
            format!("{}{important}{checkpoint}; “{}”{fields}{}", step.state.name(), step.text, remarks(&step.remarks))
        }
    }
}

fn fields(fields: &Fields) -> String {
    let Fields {
        done,
        cancelled,
        due,
        scheduled,
        start,
        created,
        priority,
        recurrence,
        on_completion,
        id,
        depends_on,
        estimate_minutes,
        tags,
        people,
        block_id,
    } = fields;
    let date = |date: &Option<crate::model::Date>| date.map(|date| date.to_string());
    let list = |words: &[String]| (!words.is_empty()).then(|| words.join(","));
    let all = [
        ("priority", priority.map(|priority| priority.name().to_owned())),
        ("created", date(created)),
        ("start", date(start)),
        ("scheduled", date(scheduled)),
        ("due", date(due)),
        ("cancelled", date(cancelled)),
        ("done", date(done)),
        ("rule", recurrence.clone()),
        ("then", on_completion.clone()),
        ("id", id.clone()),
        ("after", list(depends_on)),
        ("minutes", estimate_minutes.map(|minutes| minutes.to_string())),
        ("tags", list(tags)),
        ("people", list(people)),
        ("block", block_id.clone()),
    ];
    let told = all.into_iter().filter_map(|(name, value)| Some(["; ", name, "=", &value?].concat()));
    told.collect()
}

fn remarks(remarks: &[Remark]) -> String {
    remarks.iter().flat_map(|remark| ["; ", remark.severity.word(), " ", remark.code.name()]).collect()
}

#[track_caller]
fn check(line: &str, expected: &str) {
    assert_eq!(told(line), expected, "{line}");
}

/// What is left of a line when everything hidden is taken out.
fn shown(line: &str) -> String {
    let Item::Step(step) = read_item(line, &BTreeMap::new()) else { return line.to_owned() };
    let mut shown = line.to_owned();
    for range in step.hidden.iter().rev() {
        shown.replace_range(range.clone(), "");
    }
    shown
}

#[test]
fn checkpoints_have_a_flag_or_a_tag() {
    check("- [ ] 🚩 First draft 📅 2026-05-01", "open checkpoint; “First draft”; due=2026-05-01");
    check("- [ ] 🚩\u{fe0f} First draft", "open checkpoint; “First draft”");
    check("- [x] First draft #Milestone", "done checkpoint; “First draft #Milestone”; tags=Milestone");
    check("- [ ] 🏁 First draft", "open checkpoint; “First draft”; warning wrong-flag");
    check("- [ ] 🏁 Launch 📅 2026-05-01", "open checkpoint; “Launch”; due=2026-05-01; warning wrong-flag");
    check("- [ ] 🏁 delete", "open; “”; then=delete");
    check("- [ ] run to the 🏁 and back", "open; “run to the 🏁 and back”");
    check("- [ ] wave the 🚩", "open; “wave the 🚩”");
}

#[test]
fn estimates_are_ours_and_hide_what_is_before_them() {
    check("- [ ] a ⏱ 2h 📅 2026-01-05", "open; “a”; due=2026-01-05; minutes=120");
    check("- [ ] a ⏱\u{fe0f} 1h 30m", "open; “a”; minutes=90");
    check("- [ ] a est:1.5h b", "open; “a b”; minutes=90");
    check("- [ ] a 📅 2026-01-05 ⏱ 2h", "open; “a”; due=2026-01-05; minutes=120; note field-not-trailing");
    check("- [ ] a 📅 2026-01-05 @ana", "open; “a @ana”; due=2026-01-05; people=ana; note field-not-trailing");
    check("- [ ] a ⏱ 2d", "open; “a ⏱ 2d”; warning bad-value");
    check("- [ ] a est:2d", "open; “a est:2d”; warning bad-value");
    check("- [ ] a ⏱", "open; “a ⏱”; warning empty-field");
    check("- [ ] a [estimate:: long]", "open; “a [estimate:: long]”; warning bad-value");
}

#[test]
fn words_of_todo_txt_need_a_value_at_once() {
    check("- [ ] a pri:B due:2026-02-01, b", "open; “a, b”; priority=high; due=2026-02-01");
    check(
        "- [ ] due:soon est:some pri:high overdue:2026-01-01 x",
        "open; “due:soon est:some pri:high overdue:2026-01-01 x”",
    );
    check("- [ ] due:2026-02-30", "open; “due:2026-02-30”; error bad-date");
    check("- [ ] due:2026-2-3", "open; “due:2026-2-3”; warning bad-date");
    check("- [ ] pri:F", "open; “pri:F”; warning bad-value");
    check("- [ ] due:2026-02-01T10:00 x", "open; “10:00 x”; due=2026-02-01; note time-ignored");
}

#[test]
fn code_links_and_addresses_are_no_fields() {
    for text in [
        "`📅 2026-01-01` `#a` `@b`",
        "[a](http://e/#b \"📅 2026-01-01\")",
        "https://e.org/#a?due:2026-01-01&@b",
        "<https://e.org/📅 2026-01-01>",
        "[[due:2026-01-01 #a @b]]",
        "me@e.org a#b",
        "see [due:: 2026-01-01](http://e.org)",
    ] {
        check(&format!("- [ ] {text}"), &format!("open; “{text}”"));
    }
    check("- [ ] [due:: 2026-01-01](start:: 2026-01-01)", "open; “”; start=2026-01-01; due=2026-01-01");
    check("- [ ] `a #b 📅 2026-01-01", "open; “`a #b”; due=2026-01-01; tags=b");
}

#[test]
fn the_first_of_two_is_used_and_both_are_told() {
    check(
        "- [ ] a 📅 2026-01-05 b 📅 2026-02-06 c",
        "open; “a b 📅 2026-02-06 c”; due=2026-01-05; note field-not-trailing; warning duplicate-field",
    );
    check(
        "- [ ] a due:2026-01-05 b 📅 2026-02-06",
        "open; “a due:2026-01-05 b”; due=2026-02-06; warning duplicate-field",
    );
    check("- [ ] a [due:: 2026-01-05] 📅 2026-02-06", "open; “a”; due=2026-01-05; warning duplicate-field");
}

#[test]
fn tasks_looks_twenty_times() {
    // A tag before an id is read in one run, an id before a tag takes two.
    let pairs = " #t 🆔 a".repeat(30);
    let told = told(&format!("- [ ] a 📅 2026-01-05{pairs}"));
    assert!(told.contains("due=2026-01-05"), "{told}");
    assert!(told.contains("note field-not-trailing"), "{told}");
}

#[test]
fn what_cannot_be_read_stays_in_the_text() {
    check("- [ ] a [due:: ]", "open; “a [due:: ]”; warning empty-field");
    check("- [ ] a [due:: tomorrow] 📅", "open; “a [due:: tomorrow] 📅”; warning bad-date; warning empty-field");
    check("- [ ] a [due:: 2026-01-05 10:00]", "open; “a”; due=2026-01-05; note time-ignored");
    check("- [ ] a (id:: a b)", "open; “a (id:: a b)”; warning bad-id");
    check("- [ ] a [priority:: urgent]", "open; “a [priority:: urgent]”; warning bad-value");
    check("- [ ] a [priority:: High]", "open; “a”; priority=high");
    check("- [ ] a [mood:: fine] (x:: y)", "open; “a [mood:: fine] (x:: y)”");
    check("- [ ] a \\[due:: 2026-01-05]", "open; “a \\[due:: 2026-01-05]”");
    check("- [ ] a ✅ works and ➕ more", "open; “a ✅ works and ➕ more”; note bad-date; note bad-date");
    check("- [ ] rest 🔁 sometimes 📅 2026-01-05", "open; “rest 🔁 sometimes”; due=2026-01-05; warning bad-recurrence");
    check(
        "- [ ] 🔁 every day, then (x) 📅 2026-01-05",
        "open; “🔁 every day, then (x)”; due=2026-01-05; error bad-recurrence",
    );
    check("- [ ] rest 🔁 every day (x)", "open; “rest (x)”; rule=every day; note field-not-trailing");
}

#[test]
fn cuts_leave_one_space_and_touch_nothing_else() {
    let check = |line: &str, expected: &str| assert_eq!(shown(line), expected, "{line}");
    check("- [ ] trailing 📅 2026-01-01 and more", "- trailing and more");
    check("- [ ] dot 📅 2026-01-01.", "- dot.");
    check("- [ ] 📅 2026-01-01 call", "- call");
    check("- [ ] 🚩 📅 2026-01-01 call", "- call");
    check("- [ ] a #b 📅 2026-01-01 #c ⏫  ", "- a #b #c  ");
    check("- [ ] a [due:: 2026-01-01]b", "- a b");
    check("- [ ] a  b 📅 2026-01-01  \r", "- a  b  \r");
    check("- [ ] a 📅 2026-01-01 ^b", "- a");
    check("- [ ]", "- ");
}

#[test]
fn remarks_point_at_what_they_are_about() {
    let check = |line: &str, expected: &[(&str, &str, &str)]| {
        let Item::Step(step) = read_item(line, &BTreeMap::new()) else { panic!("{line}") };
        let found: Vec<_> = step
            .remarks
            .iter()
            .map(|remark| {
                (&line[remark.range.clone()], remark.message.as_str(), remark.help.as_deref().unwrap_or_default())
            })
            .collect();
        assert_eq!(found, expected, "{line}");
    };
    check(
        "- [ ] a 📅 2026-02-30",
        &[(
            "2026-02-30",
            "`2026-02-30` is not a date: February 2026 has 28 days",
            "write a day that exists, as YYYY-MM-DD",
        )],
    );
    check("- [ ] a 📅 2026/1/5", &[("2026/1/5", "`2026/1/5` is not a date", "write `2026-01-05`")]);
    check(
        "- [ ] a 🔁 every week then call",
        &[(
            "then call",
            "unread words in a recurrence rule: `then call` says nothing behind `every week`",
            "Obsidian Tasks would delete these words; move them to the left of `🔁`",
        )],
    );
    check(
        "- [ ] a 📅 2026-01-05 📅 2026-02-06",
        &[("📅 2026-02-06", "`📅 2026-02-06` is not used: `📅 2026-01-05` says it already", "keep one of the two")],
    );
    check(
        "- [ ] a 🔁 every weekend",
        &[(
            "every weekend",
            "Obsidian Tasks does not read `every weekend` as it is meant",
            "write `every week on Saturday, Sunday` for both",
        )],
    );
}

#[test]
fn headings_can_be_checkpoints() {
    let check = |heading: &str, expected: Option<&str>| {
        let gate = read_gate(heading, &BTreeMap::new()).map(|gate| {
            let mut shown = heading.to_owned();
            for range in gate.hidden.iter().rev() {
                shown.replace_range(range.clone(), "");
            }
            let state = gate.state.map_or("-", super::State::name);
            format!("{state}; “{}”; “{shown}”{}{}", gate.title, fields(&gate.fields), remarks(&gate.remarks))
        });
        assert_eq!(gate.as_deref(), expected, "{heading}");
    };
    check("Checkpoint: First draft 📅 2026-05-01", Some("-; “First draft”; “First draft”; due=2026-05-01"));
    check("🚩 First draft", Some("-; “First draft”; “First draft”"));
    check("🚩 First 📅 2026-05-01 draft", Some("-; “First draft”; “First draft”; due=2026-05-01"));
    check("[x] Checkpoint: First draft ✅ 2026-05-02", Some("done; “First draft”; “First draft”; done=2026-05-02"));
    check("[/] checkpoint: 🚩 First", Some("doing; “First”; “First”"));
    check("[💥] 🚩 First", Some("open; “First”; “First”; warning unknown-status"));
    for none in ["Checkpoint", "Checkpoint:", "Checkpoints", "First 🚩", "[x] First", "", "🚩 📅 2026-05-01"] {
        check(none, None);
    }
}
