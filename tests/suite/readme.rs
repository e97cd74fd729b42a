//! README is true: its example builds, its commands exist, its picture is there.

use crate::sandbox::Sandbox;

const README: &str = include_str!("../../README.md");

/// The code blocks of a language, in order.
fn blocks(language: &str) -> Vec<String> {
    let fence = format!("```{language}\n");
    README
        .split(&fence)
        .skip(1)
        .filter_map(|rest| rest.split("\n```").next())
        .map(|block| format!("{block}\n"))
        .collect()
}

#[test]
fn it_opens_with_the_two_commands() {
    let first = blocks("sh").into_iter().next().expect("a block of commands");
    assert_eq!(first, "cargo test\ncargo run --release -- build example-journal\n");
    assert!(README.find("```sh").is_some_and(|at| at < 40), "they come right behind the title");
}

#[test]
fn the_five_minute_journal_builds_as_it_says() {
    let markdown = blocks("markdown");
    let [plan, reflection] = markdown.as_slice() else { panic!("a plan and a reflection: {markdown:?}") };
    let sandbox = Sandbox::new().file("plans/garden.md", plan).file("reflections/2026-03-08-stones.md", reflection);
    sandbox.run("check --strict --today 2026-03-15").exit(0);
    sandbox.run("build --today 2026-03-15").exit(0);
    let run = sandbox.run("export --today 2026-03-15").exit(0);
    let garden = &run.json()["plans"][0];
    assert_eq!((garden["progress"]["done"].as_u64(), garden["progress"]["total"].as_u64()), (Some(1), Some(4)));
    assert_eq!(garden["progress"]["cancelled"], 1);
    assert_eq!(garden["checkpoints"][0]["title"], "One bed ready to plant");
    let page = sandbox.read("site/reflections/2026-03-08-stones.html");
    assert!(page.contains("I have started a wall") && !page.contains("more than my work"), "{page}");
}

#[test]
fn every_command_and_option_it_names_exists() {
    let sandbox = Sandbox::new();
    for line in README.lines().filter_map(|line| line.strip_prefix("| `journal ")) {
        let (usage, meaning) = line.split_once('`').expect("the usage is in backticks");
        let command = usage.split(' ').next().expect("a command");
        let help = sandbox.run(&format!("{command} --help")).exit(0).stdout;
        for option in meaning.split('`').filter(|part| part.starts_with('-')) {
            let option = option.split(' ').next().expect("an option");
            assert!(help.contains(option), "`journal {command}` has no `{option}`:\n{help}");
        }
    }
}

#[test]
fn its_picture_is_there() {
    let picture = README.split("](").filter_map(|part| part.split(')').next()).find(|path| path.ends_with(".png"));
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(picture.expect("a picture"));
    assert!(path.metadata().is_ok_and(|file| file.len() > 1000), "{}", path.display());
}
