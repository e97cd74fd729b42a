//! `journal init`: a folder becomes a journal, and nothing that is there is touched.

use serde_yaml::Value;

use crate::sandbox::Sandbox;

/// All files but those of the cache.
fn files(sandbox: &Sandbox) -> Vec<(String, Vec<u8>)> {
    sandbox.files(".").into_iter().filter(|(path, _)| !path.starts_with(".journal/")).collect()
}

fn names(sandbox: &Sandbox) -> Vec<String> {
    files(sandbox).into_iter().map(|(path, _)| path).collect()
}

#[test]
fn a_new_journal_builds_at_once_and_without_a_word() {
    let sandbox = Sandbox::new();
    let run = sandbox.run_with("init my-journal", &[("JOURNAL_TODAY", "2026-12-20")]).exit(0);
    let made = [
        "journal.yaml",
        "plans/keep-a-journal-for-four-weeks.md",
        "reflections/2026/2026-12-20-the-first-page.md",
        "about.md",
        ".gitignore",
    ];
    assert_eq!(run.stdout.lines().collect::<Vec<_>>(), made, "{run}");
    let run = run.err("next:\n  cd my-journal\n  journal watch --open");
    assert_eq!(run.stderr.lines().count(), 3, "{run}");

    for day in ["2026-12-20", "2026-12-23"] {
        let run = sandbox.run_in("my-journal", &format!("check --strict -v --today {day}")).exit(0);
        assert!(!run.stderr.contains("note:"), "{run}");
    }
    let run = sandbox.run_in("my-journal", "build --strict --today 2026-12-20").exit(0);
    assert_eq!(run.stderr.lines().count(), 1, "{run}");
    let json = sandbox.run_in("my-journal", "export --today 2026-12-20").exit(0).json();
    let plan = &json["plans"][0];
    assert_eq!((plan["start"].as_str(), plan["due"].as_str()), (Some("2026-12-20"), Some("2027-01-17")));
    assert_eq!(plan["progress"]["done"], 1);
    assert_eq!(json["reflections"][0]["plans"][0], "plans/keep-a-journal-for-four-weeks.md");
    assert!(sandbox.read("my-journal/site/index.html").contains("My journal"));
    let page = sandbox.read("my-journal/site/reflections/2026/2026-12-20-the-first-page.html");
    assert!(!page.contains("never reaches the site"), "the private callout is left out");
}

#[test]
fn the_same_command_again_changes_nothing() {
    let sandbox = Sandbox::new();
    sandbox.run("init").exit(0);
    sandbox.remove("about.md");
    let before = files(&sandbox);
    let run = sandbox.run("init").exit(0).err("a journal already");
    assert_eq!(run.stdout, "");
    assert_eq!(files(&sandbox), before);
}

#[test]
fn what_is_there_stays_byte_for_byte() {
    let kept = [
        ("plans/notes.txt", "mine"),
        ("README.md", "# A repository\n"),
        (".gitignore", "*.bak\r\n!keep.bak"),
        (".github/workflows/journal.yml", "name: mine\n"),
        (".github/workflows/other.yml", "name: other\n"),
    ];
    let sandbox = kept.iter().fold(Sandbox::new(), |sandbox, (path, text)| sandbox.file(path, text));
    let run = sandbox.run("init --github --gitlab").exit(0);
    let run = run.err("journal.yml is there already and stays as it is").out("about.md\n").out(".gitlab-ci.yml\n");
    assert!(!run.stdout.contains("journal.yml"), "{run}");
    for (path, text) in kept {
        let expected = if path == ".gitignore" { format!("{text}\r\n/site/\r\n") } else { text.to_owned() };
        assert_eq!(sandbox.read(path), expected, "{path}");
    }
}

#[test]
fn a_vault_gets_settings_only() {
    let sandbox = Sandbox::new()
        .file(".obsidian/app.json", "{}")
        .file("Daily/2026-11-20.md", "It rained.\n")
        .file("Goals/Boat.md", "- [ ] Sand it\n");
    sandbox.run("init").exit(0).err("so no entries were added");
    let expected = [".gitignore", ".obsidian/app.json", "Daily/2026-11-20.md", "Goals/Boat.md", "journal.yaml"];
    assert_eq!(names(&sandbox), expected);
    sandbox.run("build --strict").exit(0);
}

#[test]
fn a_line_is_only_added_where_git_would_not_leave_the_site_out() {
    for (above, own, output, added) in [
        ("", "site\n", "site", false),
        ("", "/site/", "site", false),
        ("", "site/*\n", "site", true),
        ("", "site/\n!site/\n", "site", true),
        ("site/\n", "", "site", false),
        ("build/\n", "", "build/out", false),
        ("", "", "build/out", true),
        ("/site/\n", "", "site", true),
    ] {
        let sandbox = Sandbox::new().file(".git/HEAD", "").file(".gitignore", above);
        sandbox.write("notes/journal.yaml", format!("output: {output}\n"));
        sandbox.write("notes/.gitignore", own);
        sandbox.run("init notes").exit(0);
        let found = sandbox.read("notes/.gitignore");
        let line = format!("/{output}/\n");
        assert_eq!(found != own, added, "{above:?} {own:?}: {found:?}");
        assert!(!added || (found.starts_with(own) && found.ends_with(&line)), "{found:?}");
        assert_eq!(sandbox.read(".gitignore"), above);
    }
}

#[test]
fn a_site_under_version_control_is_not_left_out() {
    let Some(git) = crate::outside::program(&["git"]) else {
        return crate::outside::ignored("a_site_under_version_control_is_not_left_out", "there is no git");
    };
    let sandbox = Sandbox::new().file("journal.yaml", "output: docs\n").file("docs/index.html", "x");
    for arguments in [["init", "--quiet"].as_slice(), &["add", "docs"]] {
        let done = std::process::Command::new(&git).args(arguments).current_dir(sandbox.root()).status();
        assert!(done.expect("git starts").success());
    }
    sandbox.run("init").exit(0);
    assert!(!sandbox.has(".gitignore"));
}

#[test]
fn what_can_not_be_a_journal_is_said() {
    let sandbox = Sandbox::new().file("a.txt", "").file("broken/journal.yaml", "titel: x\n");
    sandbox.run("init a.txt").exit(2).err("`a.txt` is a file");
    let before = files(&sandbox);
    sandbox.run("init broken --github").exit(1).err("journal.yaml:1:1");
    assert_eq!(files(&sandbox), before);
    sandbox.run("-C broken init ../new").exit(0);
    assert!(sandbox.has("new/journal.yaml"));
    sandbox.run("init new/plans/inner").exit(0).err("new` reads this folder, too");
}

/// A workflow, read as the service reads it.
fn workflow(sandbox: &Sandbox, path: &str) -> Value {
    serde_yaml::from_str(&sandbox.read(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// All steps of all jobs.
fn steps(workflow: &Value) -> Vec<&Value> {
    let jobs = workflow["jobs"].as_mapping().expect("jobs").values();
    jobs.flat_map(|job| job["steps"].as_sequence().expect("steps")).collect()
}

#[test]
fn the_workflows_build_on_a_push_and_each_morning_with_the_whole_history_and_few_rights() {
    let sandbox = Sandbox::new().file(".git/HEAD", "");
    sandbox.run("init docs/it's --github --gitlab --forgejo").exit(0);
    for (path, rights) in
        [(".github/workflows/journal.yml", "contents: read\n"), (".forgejo/workflows/journal.yml", "contents: write\n")]
    {
        let workflow = workflow(&sandbox, path);
        // `on` is a word for true in YAML 1.1, and not in the schema that this reader and the services use.
        let on = &workflow["on"];
        assert!(on["push"].is_mapping(), "{path}");
        let cron = on["schedule"][0]["cron"].as_str().expect("a schedule");
        assert_eq!(cron.split(' ').skip(2).collect::<Vec<_>>(), ["*", "*", "*"], "every day: {path}");
        assert_eq!(serde_yaml::to_string(&workflow["permissions"]).expect("a mapping"), rights);
        let steps = steps(&workflow);
        let uses = |step: &Value, part: &str| step["uses"].as_str().is_some_and(|name| name.contains(part));
        let checkout = steps.iter().find(|step| uses(step, "actions/checkout@")).expect("a checkout");
        assert_eq!(checkout["with"]["fetch-depth"], 0, "{path}");
        let runs: Vec<&str> = steps.iter().filter_map(|step| step["run"].as_str()).collect();
        assert!(runs.iter().any(|run| run.contains("--base-url")), "{path}");
        assert!(runs.iter().all(|run| !run.contains("${{")), "what comes from outside is no part of a script: {path}");
    }
    let github = workflow(&sandbox, ".github/workflows/journal.yml");
    assert_eq!(github["env"]["JOURNAL"], "docs/it's");
    let writing: Vec<&str> = github["jobs"]["publish"]["permissions"]
        .as_mapping()
        .expect("rights")
        .iter()
        .filter_map(|(name, right)| name.as_str().filter(|_| right == "write"))
        .collect();
    assert_eq!(writing, ["pages", "id-token"]);
    let building = github["jobs"]["build"]["permissions"].as_mapping().expect("rights");
    assert!(building.values().all(|right| right == "read"), "the job that builds can change nothing");

    let gitlab = workflow(&sandbox, ".gitlab-ci.yml");
    let job = &gitlab["pages"];
    assert_eq!(job["variables"]["GIT_DEPTH"], "0");
    assert_eq!(job["variables"]["JOURNAL"], "docs/it's");
    let rules = job["rules"].as_sequence().expect("rules");
    assert!(rules.iter().any(|rule| rule["if"].as_str().is_some_and(|rule| rule.contains("schedule"))));
    let script = job["script"].as_sequence().expect("a script");
    assert!(script.iter().all(Value::is_string), "a colon did not make a mapping of a command: {script:?}");
    assert!(script.iter().any(|line| line.as_str().is_some_and(|line| line.contains("--base-url"))));
}
