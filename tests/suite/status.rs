//! `journal status`: where the plans stand, as the terminal shows it and as data.

use serde_json::{Value, json};

use crate::sandbox::{Run, Sandbox};

const GARDEN: &str = "---
title: A vegetable garden behind the house
start: 2026-09-01
due: 2027-01-31
why: To eat something in August that I have grown.
target: {metric: beds, amount: 4}
practice: {every: day, what: Look at it}
capacity: 2
people: [Ines]
---

## The ground

- [x] Find out where the sun is at noon ✅ 2026-11-18
- [/] Dig the first bed, and take out the stones that were a wall once ⏱ 4h 📅 2026-11-21
- [ ] Water 🔁 every 3 days 📅 2026-11-22
- [ ] 🚩 One bed ready to plant 📅 2026-11-25

> [!private]
> - [?] Ask @ines for the compost she owes me

## Planting

- [ ] Peas, against the fence ⛔ bed 📅 2026-11-26
- [ ] Order seeds 🆔 bed ⏱ 30m 📅 2026-11-24
- [-] Melons ❌ 2026-10-10
";

/// A journal with a plan of every kind.
fn journal() -> Sandbox {
    Sandbox::new()
        .file("journal.yaml", "title: Day book\ntoday: 2026-11-22\ncapacity: 3\n")
        .file("plans/garden.md", GARDEN)
        .file("plans/secret.md", "---\nvisibility: private\ntitle: Leave\n---\n- [ ] Ask for my papers\n")
        .file(
            "plans/novel.md",
            "---\ntitle: Publish my novel\nstatus: paused\nuntil: 2026-11-01\nheld: [{from: 2026-10-11}]\nstatus_note: The garden first.\n---\n- [x] a\n- [ ] b\n",
        )
        .file("plans/run.md", "---\ntitle: Run\nstatus: pivoted\npivoted_to: walk\n---\n- [x] a\n")
        .file("plans/walk.md", "---\ntitle: Walk\nstatus: done\n---\n- [x] a ✅ 2026-06-21\n")
        .file("plans/sing.md", "---\ntitle: Sing\nstatus: idea\n---\n")
        .file("reflections/2026-11-20-stones.md", "---\nplan: garden\nmood: good\npracticed: true\nmetrics: {beds: 1}\n---\nStones.\n")
}

/// The page in so many columns, where UTF-8 is shown.
#[track_caller]
fn page(sandbox: &Sandbox, arguments: &str, width: usize) -> Run {
    sandbox.run_with(arguments, &[("COLUMNS", &width.to_string()), ("LC_ALL", "C.UTF-8")])
}

#[test]
fn all_plans_are_shown_in_eighty_columns() {
    let run = page(&journal(), "status", 80).exit(0);
    let expected = "\
Day book                                                 Sunday 22 November 2026

A vegetable garden behind the house is 51 days behind its plan. The next
checkpoint is on Wednesday.
In the last seven days: 1 step done and 1 reflection.

Under way                                             2 plans, 1 of 6 steps done

  A vegetable garden behind the house                             51 days behind
  ━━━━━━━━━━━━━━────────────────────────────╂───────────────────────────  1 of 5
  3 planned by now. 1 of 4 beds. Due 31 January 2027. Too early to guess: fewer
  than five steps have a done date.

  Leave (private)                                                     Just begun
  ──────────────────────────────────────────────────────────────────────  0 of 1
  No due date. Too early to guess: fewer than five steps have a done date.

  ━ done  ─ open  ╂ planned by now

Next small steps
  [/] Dig the first bed, and take out the stones that were a wall once
      A vegetable garden behind the house: begun, was due Sat 21 Nov, 4 h
  [ ] Ask for my papers
      Leave: private
  [ ] Order seeds
      A vegetable garden behind the house: due Tue 24 Nov, 30 min

Checkpoints
  [ ] One bed ready to plant
      A vegetable garden behind the house: Wed 25 Nov, in 3 days

Waiting, blocked, needs help
  [?] Ask @ines for the compost she owes me
      A vegetable garden behind the house: waiting on Ines, private
  [ ] Peas, against the fence
      A vegetable garden behind the house: due Thu 26 Nov,
      waits for “Order seeds”

Practice
  Look at it
      A vegetable garden behind the house,
      every day: 1 time, 81 not written down
  [ ] Water
      A vegetable garden behind the house: due today, every 3 days

Capacity
  This week  4 h of 3 h in 1 step: 1 h more than there is
  Next week  2 h 45 min of 3 h in 2 steps

Paused, pivoted, done
  Paused   Publish my novel  Since 11 October, look again since 1 Nov. The gard…
  Done     Walk              On 21 June. 1 of 1 step done.
  Pivoted  Run               Became Walk. 1 of 1 step done.

  Only an idea yet: Sing
";
    assert_eq!(run.stdout, expected);
    assert_eq!(run.stderr, "");
}

#[test]
fn a_narrow_terminal_is_enough() {
    let expected = "\
Day book         Sunday 22 November 2026

A vegetable garden behind the house is
51 days behind its plan. The next
checkpoint is on Wednesday.
In the last seven days: 1 step done and
1 reflection.

Under way     2 plans, 1 of 6 steps done

  A vegetable garden behind the house
  51 days behind
  ━━━━━━────────────╂───────────  1 of 5
  3 planned by now. 1 of 4 beds. Due 31
  January 2027. Too early to guess:
  fewer than five steps have a done
  date.

  Leave (private)             Just begun
  ──────────────────────────────  0 of 1
  No due date. Too early to guess: fewer
  than five steps have a done date.

  ━ done  ─ open  ╂ planned by now

Next small steps
  [/] Dig the first bed, and take out
      the stones that were a wall once
      A vegetable garden behind the ho…:
      begun, was due Sat 21 Nov, 4 h
  [ ] Ask for my papers
      Leave: private
  [ ] Order seeds
      A vegetable garden behind the ho…:
      due Tue 24 Nov, 30 min

Checkpoints
  [ ] One bed ready to plant
      A vegetable garden behind the ho…:
      Wed 25 Nov, in 3 days

Waiting, blocked, needs help
  [?] Ask @ines for the compost she owes
      me
      A vegetable garden behind the ho…:
      waiting on Ines, private
  [ ] Peas, against the fence
      A vegetable garden behind the ho…:
      due Thu 26 Nov,
      waits for “Order seeds”

Practice
  Look at it
      A vegetable garden behind the ho…,
      every day: 1 time, 81 not written
      down
  [ ] Water
      A vegetable garden behind the ho…:
      due today, every 3 days

Capacity
  This week
    4 h of 3 h in 1 step: 1 h more than
    there is
  Next week
    2 h 45 min of 3 h in 2 steps

Paused, pivoted, done
  Paused   Publish my novel
    Since 11 October, look again since…
  Done     Walk
    On 21 June. 1 of 1 step done.
  Pivoted  Run
    Became Walk. 1 of 1 step done.

  Only an idea yet: Sing
";
    assert_eq!(page(&journal(), "status", 40).exit(0).stdout, expected);
}

#[test]
fn lines_of_a_wide_terminal_are_no_longer_than_a_hundred() {
    let expected = "\
Day book                                                                     Sunday 22 November 2026

A vegetable garden behind the house is 51 days behind its plan. The next checkpoint is on Wednesday.
In the last seven days: 1 step done and 1 reflection.

Under way                                                                 2 plans, 1 of 6 steps done

  A vegetable garden behind the house                                                 51 days behind
  ━━━━━━━━━━━━━━━━━━────────────────────────────────────╂───────────────────────────────────  1 of 5
  3 planned by now. 1 of 4 beds. Due 31 January 2027. Too early to guess: fewer than five steps have
  a done date.

  Leave (private)                                                                         Just begun
  ──────────────────────────────────────────────────────────────────────────────────────────  0 of 1
  No due date. Too early to guess: fewer than five steps have a done date.

  ━ done  ─ open  ╂ planned by now

Next small steps
  [/] Dig the first bed, and take out the stones that were a wall once
      A vegetable garden behind the house: begun, was due Sat 21 Nov, 4 h
  [ ] Ask for my papers
      Leave: private
  [ ] Order seeds
      A vegetable garden behind the house: due Tue 24 Nov, 30 min

Checkpoints
  [ ] One bed ready to plant
      A vegetable garden behind the house: Wed 25 Nov, in 3 days

Waiting, blocked, needs help
  [?] Ask @ines for the compost she owes me
      A vegetable garden behind the house: waiting on Ines, private
  [ ] Peas, against the fence
      A vegetable garden behind the house: due Thu 26 Nov, waits for “Order seeds”

Practice
  Look at it
      A vegetable garden behind the house, every day: 1 time, 81 not written down
  [ ] Water
      A vegetable garden behind the house: due today, every 3 days

Capacity
  This week  4 h of 3 h in 1 step: 1 h more than there is
  Next week  2 h 45 min of 3 h in 2 steps

Paused, pivoted, done
  Paused   Publish my novel  Since 11 October, look again since 1 Nov. The garden first. 1 of 2 ste…
  Done     Walk              On 21 June. 1 of 1 step done.
  Pivoted  Run               Became Walk. 1 of 1 step done.

  Only an idea yet: Sing
";
    assert_eq!(page(&journal(), "status", 120).exit(0).stdout, expected);
    assert_eq!(page(&journal(), "status", 100).stdout, expected);
}

#[test]
fn one_plan_is_shown_at_length_and_in_plain_letters_where_there_are_no_others() {
    let run = journal().run_with("status garden", &[("LC_ALL", "C")]).exit(0);
    let expected = "\
A vegetable garden behind the house                      Sunday 22 November 2026
plans/garden.md

One of five steps is done. It is 51 days behind its plan. The next checkpoint is
in 3 days.

  ==============----------------------------|---------------------------  1 of 5
  = done  - open  | planned by now

  Why             To eat something in August that I have grown.
  Dates           1 September to 31 January 2027
  Planned by now  3 steps
  Likely finish   Too early to guess: fewer than five steps have a done date.
  Target          1 of 4 beds
  Work left       about 4 h 30 min in 2 steps
  With            Ines
  Last sign       2 days ago

Checkpoints                                                        0 of 1 passed
  [ ] One bed ready to plant
      Wed 25 Nov, in 3 days

Next small steps
  The ground                                                              1 of 3
  [/] Dig the first bed, and take out the stones that were a wall once
      begun, was due Sat 21 Nov, 4 h
  Planting                                                                0 of 2
  [ ] Order seeds
      due Tue 24 Nov, 30 min

Waiting, blocked, needs help
  [?] Ask @ines for the compost she owes me
      waiting on Ines, private
  [ ] Peas, against the fence
      due Thu 26 Nov, waits for \"Order seeds\"

Practice
  Look at it
      every day: 1 time, 81 not written down
  [ ] Water
      due today, every 3 days

Capacity
  This week  4 h of 2 h in 1 step: 2 h more than there is
  Next week  2 h 45 min of 2 h in 2 steps: 45 min more than there is

Lately
  Steps done in each of the last twelve weeks, this one last: 0 0 0 0 0 0 0 0 0
  0 0 1
  Wed 18 Nov  [x]  Find out where the sun is at noon

Reflections
  Fri 20 Nov  good  Stones
";
    assert_eq!(run.stdout, expected);
    assert!(run.stdout.is_ascii());
    let dumb = journal().run_with("status garden", &[("LC_ALL", "C.UTF-8"), ("TERM", "dumb")]);
    assert_eq!(dumb.stdout, expected);
}

#[test]
fn eighty_columns_are_usual() {
    let usual = page(&journal(), "status", 80).stdout;
    for columns in ["", "0", "-1", "many"] {
        let run = journal().run_with("status", &[("COLUMNS", columns), ("LC_ALL", "C.UTF-8")]);
        assert_eq!(run.stdout, usual, "COLUMNS={columns}");
    }
}

#[test]
fn what_is_private_is_shown_and_marked_unless_it_is_left_out() {
    let all = page(&journal(), "status", 100).stdout;
    for line in ["  Leave (private)  ", "Leave: private\n", "waiting on Ines, private\n"] {
        assert!(all.contains(line), "`{line}` in\n{all}");
    }
    let public = page(&journal(), "status --public", 100).exit(0).stdout;
    for word in ["Leave", "papers", "compost", "private"] {
        assert!(!public.contains(word), "`{word}` in\n{public}");
    }
    page(&journal(), "status leave", 80).exit(0).out("Leave (private)");
    page(&journal(), "status leave --public", 80).exit(2).err("there is no plan `leave`");
}

#[test]
fn nothing_is_written() {
    let journal = journal();
    let before = journal.files(".");
    page(&journal, "status", 80).exit(0);
    page(&journal, "status --json", 80).exit(0);
    assert!(before == journal.files("."), "a file was written");
}

/// The keys that `journal.json` has of a plan.
fn exported(plan: &Value, of: &Value) -> Value {
    let keys = of.as_object().expect("an object").keys();
    keys.map(|key| (key.clone(), plan[key].clone())).collect::<serde_json::Map<_, _>>().into()
}

#[test]
fn the_json_has_what_export_has_and_more() {
    let journal = journal();
    let export = journal.run("export --private").json();
    let status = journal.run("status --json").exit(0).json();
    assert_eq!((&status["schema"], &status["generated_for"]), (&json!(1), &json!("2026-11-22")));
    let plans = status["plans"].as_array().expect("plans");
    let known = export["plans"].as_array().expect("plans");
    assert_eq!(plans.len(), known.len());
    for (plan, known) in plans.iter().zip(known) {
        assert_eq!(exported(plan, known), *known);
    }
    let garden = plans.iter().find(|plan| plan["path"] == "plans/garden.md").expect("the garden");
    assert_eq!(
        garden["sentence"],
        "One of five steps is done. It is 51 days behind its plan. The next checkpoint is in 3 days."
    );
    assert_eq!(garden["quiet_days"], 2);
    assert_eq!(garden["practice"][0]["done"], 1);
    assert_eq!(garden["capacity"]["minutes_a_week"], 120);
    assert_eq!(
        garden["capacity"]["weeks"][1],
        json!({"first": "2026-11-23", "steps": 2, "minutes": 165, "unestimated": 0})
    );
    assert_eq!(garden["until"], Value::Null);
    let blocked = &status["blocked"][0];
    assert_eq!((&blocked["plan"], &blocked["line"]), (&json!("plans/garden.md"), &json!(24)));
    assert_eq!(blocked["waits_for"], json!([{"id": "bed", "plain": "Order seeds"}]));
    let waiting = &status["waiting"][0];
    assert_eq!(
        (&waiting["symbol"], &waiting["people"], &waiting["private"]),
        (&json!("?"), &json!(["ines"]), &json!(true))
    );
    assert_eq!(status["checkpoints_near"][0]["state"], "soon");
    assert_eq!(status["capacity"]["minutes_a_week"], 180);
    assert_eq!(status["next"].as_array().map(Vec::len), Some(3));
}

#[test]
fn the_json_of_one_plan_has_nothing_of_others() {
    let run = journal().run("status walk --json").exit(0);
    let status = run.json();
    assert_eq!(status["plans"].as_array().map(Vec::len), Some(1));
    assert_eq!(status["plans"][0]["title"], "Walk");
    for list in ["next", "waiting", "blocked", "help", "checkpoints_near", "checkpoints_passed"] {
        assert_eq!(status[list], json!([]), "{list}");
    }
    let public = journal().run("status --json --public");
    assert!(!public.stdout.contains("papers") && !public.stdout.contains("compost"), "{public}");
}

#[test]
fn a_plan_is_named_by_its_file_its_title_or_a_part_of_it() {
    let sandbox =
        journal().file("plans/x.md", "---\ntitle: Émile’s boat\nslug: the-boat\naliases: [dinghy]\n---\n- [ ] a\n");
    for name in ["plans/x.md", "plans/x", "x", "emile", "the-boat", "DINGHY", "boat"] {
        page(&sandbox, &format!("status {name}"), 80).exit(0).out("Émile’s boat");
    }
    let several = page(&sandbox, "status plans/", 80).exit(2).err("several plans match `plans/`");
    let several = several.err("\n  plans/garden.md  A vegetable garden behind the house\n");
    assert_eq!(several.stdout, "");
    page(&sandbox, "status vegetible", 80).exit(2).err("did you mean `A vegetable garden behind the house`?");
    let none = page(&sandbox, "status something else", 80).exit(2).err("there is no plan `something else`\n");
    assert!(!none.stderr.contains("did you mean"), "{none}");
    page(&sandbox, "status --json something else", 80).exit(2);
}

#[test]
fn a_journal_without_plans_says_how_to_begin() {
    for sandbox in [Sandbox::new(), Sandbox::new().file("reflections/2026-11-20-a.md", "Words.\n")] {
        let run = page(&sandbox, "status --today 2026-11-22", 80).exit(0);
        let run = run.out("No plans yet. The first one can be small.\n").out("  - [ ] Dig the first bed\n");
        assert_eq!(run.stderr, "");
        assert_eq!(sandbox.run("status --json --today 2026-11-22").exit(0).json()["plans"], json!([]));
    }
}

#[test]
fn errors_in_the_journal_are_told_beside_the_page() {
    let sandbox = journal()
        .file("plans/broken.md", "---\ndue: 2026-13-01\nvisibility: perhaps\n---\n- [ ] a\n")
        .file("about.md", "[[nowhere]]");
    let run = page(&sandbox, "status", 80).exit(1).out("Under way").err("error[bad-date]");
    assert!(run.err("error[bad-visibility]").stderr.matches("dead-link").count() == 0);
    assert_eq!(page(&sandbox, "status --json", 80).exit(1).json()["schema"], 1);
    page(&sandbox.file("journal.yaml", "titel: x\n"), "status", 80).exit(1).err("error[unknown-key]");
}

/// The page of one plan and the page of all, of a journal that has only this one.
#[track_caller]
fn of(front: &str, body: &str) -> String {
    let sandbox = Sandbox::on_a_sunday().file("plans/a.md", format!("---\ntitle: Alpha\n{front}---\n{body}"));
    let pages = ["status", "status alpha"].map(|arguments| page(&sandbox, arguments, 80).exit(0).stdout);
    pages.concat()
}

#[track_caller]
fn has(page: &str, lines: &[&str]) {
    for line in lines {
        assert!(page.contains(line), "`{line}` in\n{page}");
    }
}

#[test]
fn a_plan_of_any_size_has_its_page() {
    has(
        &of("", ""),
        &["  No steps yet. The first one can be small.\n", "It has no steps yet.\n", "Nothing is waiting."],
    );
    has(&of("", "- [-] a\n"), &["  No steps are left: 1 cancelled.\n", "Its one step was cancelled.\n"]);
    let one = of("", "- [ ] a\n");
    has(&one, &[&format!("  {}  0 of 1\n", "─".repeat(70)), "Its one step is open.\n"]);
    has(
        &of("", "- [x] a\n"),
        &[&format!("  {}  1 of 1\n", "━".repeat(70)), "Its one step is done.\n", "All steps done\n"],
    );
    let many = of("", &("- [x] a ✅ 2026-11-01\n".repeat(4_999) + "- [ ] b\n"));
    has(&many, &[&format!("  {}─  4,999 of 5,000\n", "━".repeat(61)), "4,999 of 5,000 steps are done."]);
    assert!(many.lines().count() < 60, "{many}");
}

#[test]
fn a_plan_years_past_its_date_is_told_calmly() {
    let late = of(
        "start: 2021-01-01\ndue: 2022-01-01\n",
        "- [x] a ✅ 2021-02-01\n- [ ] b 📅 2021-03-01\n- [ ] 🚩 c 📅 2021-06-01\n",
    );
    has(
        &late,
        &[
            "Four years past its date\n",
            "Was due 1 January 2022.",
            "was due Mon 1 Mar 2021\n",
            "planned for Tue 1 Jun 2021, 5 years ago\n",
            "A new date, a pause, a pivot, or an end: any of these is an answer.\n",
        ],
    );
}

#[test]
fn a_journal_at_rest_is_told_with_its_reasons() {
    let paused = "---\nstatus: paused\nuntil: 2027-03-28\nheld: [{from: 2026-10-11}]\nstatus_note: Epoxy will not set.\n---\n- [x] a\n- [ ] b\n";
    let sandbox = Sandbox::on_a_sunday()
        .file("plans/boat.md", paused)
        .file("plans/book.md", "---\nstatus: dropped\nstatus_note: It was never mine.\n---\n- [ ] a\n");
    let run = page(&sandbox, "status", 100).exit(0);
    let run = run.out("Nothing is under way. One plan is paused.\n");
    let run =
        run.out("  Paused   Boat  Since 11 October, look again 28 Mar 2027. Epoxy will not set. 1 of 2 steps done.\n");
    let run = run.out("  Dropped  Book  It was never mine. 0 of 1 step done.\n");
    assert!(!run.stdout.contains("Next small steps") && !run.stdout.contains("Under way\n"), "{run}");
}

#[test]
fn long_lists_are_cut_short_unless_all_is_asked_for() {
    let plans = (1..=14).fold(Sandbox::on_a_sunday(), |sandbox, number| {
        sandbox.file(&format!("plans/p{number:02}.md"), format!("# Plan {number:02}\n- [ ] a\n"))
    });
    let cut =
        page(&plans, "status", 80).exit(0).out("\n  and 2 more, with --all\n").out("\n  and 7 more, with --all\n");
    assert!(!cut.stdout.contains("\n  Plan 13"), "{cut}");
    let all = page(&plans, "status --all", 80).exit(0).out("\n  Plan 14");
    assert!(!all.stdout.contains("with --all"), "{all}");
}

#[test]
fn no_text_of_the_journal_breaks_a_line_or_moves_the_cursor() {
    let long = "pneumonoultramicroscopicsilicovolcanoconiosis ".repeat(9);
    let sandbox = Sandbox::on_a_sunday()
        .file(
            "plans/a.md",
            format!("---\ntitle: \"計画 {long}\"\nstart: 2026-01-01\ndue: 2026-12-01\nwhy: \"\\e[2J\\u0007漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字\"\npeople: [\"{long}\"]\npractice: {{every: day, what: \"{long}\"}}\n---\n## {long}\n- [ ] \u{1b}]0;x\u{7} 👩‍👩‍👧‍👦 {long} @ana\n- [?] \u{202e}back\n- [ ] 🚩 {long} 📅 2026-11-20\n"),
        )
        .file("plans/b.md", format!("---\ntitle: \"{long}\"\nstatus: paused\nstatus_note: \"{long}\"\n---\n"));
    for width in [40, 41, 59, 60, 80, 100] {
        for arguments in ["status", "status --all", "status 計画"] {
            let run = page(&sandbox, arguments, width).exit(0);
            for line in run.stdout.lines() {
                assert!(unicode_width::UnicodeWidthStr::width(line) <= width, "{width}: {line}\n{run}");
                assert!(!line.contains(|c: char| c.is_control() || c == '\u{202e}'), "{line:?}");
                assert!(!line.ends_with(' '), "{line:?}");
            }
        }
    }
}

#[test]
fn the_guide_names_every_field_of_the_json() {
    let guide = include_str!("../../example-journal/guide/terminal.md");
    let status = journal().run("status --json").json();
    let export = journal().run("export --private").json();
    let objects = [
        &status,
        &status["plans"][0],
        &status["next"][0],
        &status["checkpoints_near"][0],
        &status["capacity"],
        &status["capacity"]["weeks"][0],
        &status["last_seven_days"],
    ];
    for (key, _) in objects.iter().flat_map(|object| object.as_object().expect("an object")) {
        let known = export["plans"][0].get(key).is_some() || guide.contains(&format!("`{key}`"));
        assert!(known, "`{key}` is not in the guide");
    }
}

#[test]
fn the_terminal_speaks_the_language_of_the_journal() {
    let sandbox = Sandbox::new()
        .file("journal.yaml", "language: nl\ntoday: 2026-11-22\n")
        .file("templates/languages/nl.ftl", "next_steps_title = What now\nkeeps_pace = All well.\ndue_today = now\n")
        .file("plans/a.md", "- [ ] a 📅 2026-11-22\n");
    page(&sandbox, "status", 80).exit(0).out("What now\n  [ ] a\n      A: now\n").out("Under way");
}
