//! The users' guide lists every code of a problem as the program knows it, and nothing else.

use journal::model::Code;

const PAGE: &str = include_str!("../../example-journal/guide/problems.md");

#[test]
fn the_guide_lists_every_code_with_its_meaning_and_remedy() {
    let (_, table) = PAGE.split_once("| --- | --- | --- | --- |\n").expect("a table of four columns");
    let rows: Vec<&str> = table.lines().take_while(|line| line.starts_with('|')).collect();
    let row = |code: &Code| {
        format!("| `{}` | {} | {} | {} |", code.name(), code.severity().word(), code.meaning(), code.mend())
    };
    let expected: Vec<String> = Code::ALL.iter().map(row).collect();
    assert_eq!(rows, expected);
}

#[test]
fn its_example_of_a_problem_is_what_the_program_prints() {
    let line = "- [ ] Order a soil test 📅 2026-3-7";
    let plan = format!("---\na: 1\nb: 2\nc: 3\nd: 4\ne: 5\nf: 6\n---\n{line}\n");
    let run = crate::sandbox::Sandbox::new().file("plans/plant-an-orchard.md", plan).run("check").exit(0);
    let shown = PAGE.split("```\n").find(|block| block.starts_with("warning[")).expect("an example");
    assert!(run.stdout.starts_with(shown), "{run}\n{shown}");
}
