//! What `check` prints for other programs: SARIF that is SARIF, and commands that GitHub Actions understands.

use std::path::PathBuf;
use std::process::Command;

use journal::model::Code;
use serde_json::Value;
use serde_sarif::sarif::Sarif;

use crate::sandbox::Sandbox;

/// A journal with a problem of each severity, some in odd places.
fn journal() -> Sandbox {
    Sandbox::on_a_sunday()
        .file("plans/märz 50%,a: b#c?.md", "---\ndue: 2026-13-01\n---\n- [ ] é 📅 2026-1-5\n- [x ] b\n")
        .file("reflections/2026-02-30-x.md", "[[nowhere]]\n")
        .file("bad.md", b"ok\n\xff".as_slice())
}

/// What cargo prints.
fn cargo(arguments: &[&str]) -> String {
    let mut command = Command::new(env!("CARGO"));
    let output = command.args(arguments).current_dir(env!("CARGO_MANIFEST_DIR")).output().expect("cargo runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("text")
}

/// The official schema, as the crate brings it that models the format.
fn schema() -> Value {
    // Only what was needed here was downloaded.
    let version = cargo(&["-vV"]);
    let host = version.lines().find_map(|line| line.strip_prefix("host: ")).expect("cargo tells where it runs");
    let metadata = cargo(&["metadata", "--format-version", "1", "--offline", "--filter-platform", host]);
    let metadata: Value = serde_json::from_str(&metadata).expect("JSON");
    let packages = metadata["packages"].as_array().expect("a list of packages");
    let package = packages.iter().find(|package| package["name"] == "serde-sarif").expect("a dependency of the tests");
    let manifest = PathBuf::from(package["manifest_path"].as_str().expect("a path"));
    let schema = manifest.with_file_name("src").join("schema.json");
    let schema = std::fs::read_to_string(schema).expect("the schema is there");
    // A bracket too many, in the pattern of languages: no regular expression to a strict reader.
    serde_json::from_str(&schema.replace("[a-zA-Z]{2}]?$", "[a-zA-Z]{2}$")).expect("JSON")
}

#[test]
fn sarif_is_valid_by_the_official_schema() {
    let validator = jsonschema::validator_for(&schema()).expect("a schema");
    for (sandbox, arguments) in [
        (journal(), ""),
        (journal(), "--strict"),
        (Sandbox::new().file("a.md", "fine\n"), ""),
        (Sandbox::new().file("journal.yaml", "titel: x\n"), ""),
        (Sandbox::new().file("a.md", "x").file("templates/page.html", "{% if %}"), ""),
    ] {
        let run = sandbox.run(&format!("check --format sarif {arguments}"));
        let wrong: Vec<String> =
            validator.iter_errors(&run.json()).map(|error| format!("{}: {error}", error.instance_path())).collect();
        assert!(wrong.is_empty(), "{}\n{run}", wrong.join("\n"));
    }
    // The validator is no yes-man.
    let mut log = journal().run("check --format sarif").json();
    log["runs"][0]["results"][0]["level"] = "grave".into();
    assert!(!validator.is_valid(&log));
}

#[test]
fn sarif_has_every_problem_with_its_rule_place_and_fix() {
    let sandbox = journal();
    let json = sandbox.run("check --format json").exit(1).json();
    let problems = json["diagnostics"].as_array().expect("a list");
    let run = sandbox.run("check --format sarif").exit(1);
    assert_eq!(run.stderr, "", "a program reads this");
    let log: Sarif = serde_json::from_str(&run.stdout).expect("what others take for SARIF");
    let [run] = log.runs.as_slice() else { panic!("one run") };
    let rules = run.tool.driver.rules.as_ref().expect("rules");
    assert_eq!(
        rules.iter().map(|rule| rule.id.as_str()).collect::<Vec<_>>(),
        Code::ALL.iter().map(|code| code.name()).collect::<Vec<_>>()
    );
    assert_eq!(run.column_kind, Some("unicodeCodePoints".into()));
    let results = run.results.as_ref().expect("results");
    assert_eq!(results.len(), problems.len());
    for (result, problem) in results.iter().zip(problems) {
        let code = problem["code"].as_str().expect("a code");
        let index = usize::try_from(result.rule_index.expect("an index")).expect("an index");
        assert_eq!((result.rule_id.as_deref(), rules[index].id.as_str()), (Some(code), code));
        assert_eq!(serde_json::to_value(result.level).expect("a word"), problem["severity"]);
        let message = result.message.text.as_deref().expect("a message");
        assert!(message.starts_with(problem["message"].as_str().expect("a message")), "{message}");
        let location = result.locations.as_ref().and_then(|list| list[0].physical_location.as_ref()).expect("a place");
        let artifact = location.artifact_location.as_ref().expect("a file");
        assert_eq!(artifact.uri_base_id.as_deref(), Some("%SRCROOT%"));
        let uri = artifact.uri.as_deref().expect("an address");
        assert_eq!(
            percent_encoding::percent_decode_str(uri).decode_utf8_lossy(),
            problem["path"].as_str().expect("a path")
        );
        assert!(uri.is_ascii() && !uri.contains([' ', '#', '?', ':']), "{uri}");
        let region = location.region.as_ref();
        assert_eq!(region.and_then(|region| region.start_line), problem["line"].as_i64());
        assert_eq!(region.and_then(|region| region.start_column), problem["column"].as_i64());
        let end = problem["column"].as_i64().zip(problem["length"].as_i64()).map(|(column, length)| column + length);
        assert_eq!(region.and_then(|region| region.end_column), end);
        let replacement = result.fixes.as_ref().map(|fixes| &fixes[0].artifact_changes[0].replacements[0]);
        let inserted = replacement.and_then(|replacement| replacement.inserted_content.as_ref()?.text.as_deref());
        assert_eq!(inserted, problem["fix"]["replacement"].as_str());
        let deleted = replacement.and_then(|replacement| replacement.deleted_region.start_column);
        assert_eq!(deleted, problem["fix"]["column"].as_i64());
    }
    assert!(results.iter().any(|result| result.fixes.is_some()), "one of them can be mended");
}

#[test]
fn sarif_tells_notes_one_by_one() {
    let text = "- [ ]a\n".repeat(60);
    let sandbox = Sandbox::new().file("a.md", &text);
    let log = sandbox.run("check --format sarif").exit(0).json();
    assert_eq!(log["runs"][0]["results"].as_array().map(Vec::len), Some(60));
    assert_eq!(sandbox.run("check --format github").exit(0).stdout.lines().count(), 60);
    assert_eq!(sandbox.run("check --format json").exit(0).json()["notes"], 60);
    let run = sandbox.run("check").exit(0).out("note[bad-box]: and 40 more of this kind in a.md\n");
    assert_eq!(run.stdout.matches("--> a.md").count(), 20, "{run}");
    assert!(run.stderr.contains("60 notes in 1 entry"), "{run}");
}

#[test]
fn github_is_told_in_commands() {
    let run = journal().run("check --format github").exit(1);
    let lines: Vec<&str> = run.stdout.lines().collect();
    assert_eq!(lines.len(), 6, "{run}");
    assert_eq!(run.stderr, "", "a program reads this");
    let file = "plans/märz 50%25%2Ca%3A b#c?.md";
    for (start, end) in [
        ("::error file=bad.md,line=2,col=1,endColumn=2,title=not-utf-8::", "Windows-1252"),
        (
            &format!(
                "::error file={file},line=2,col=6,endColumn=16,title=bad-date::`due` is not a date: `2026-13-01`%0Ahelp: "
            ),
            "12",
        ),
        (&format!("::warning file={file},line=4,col=11,endColumn=19,title=bad-date::"), "`2026-01-05`"),
        (&format!("::notice file={file},line=5,col=3,endColumn=7,title=bad-box::"), "box"),
        ("::warning file=reflections/2026-02-30-x.md,title=bad-date::", "no date"),
        ("::warning file=reflections/2026-02-30-x.md,line=1,col=1,endColumn=12,title=dead-link::", "out"),
    ] {
        assert!(lines.iter().any(|line| line.starts_with(start) && line.ends_with(end)), "{start}…{end}\n{run}");
    }
    journal().run("check --format github --strict").exit(1).out("::error file=reflections/2026-02-30-x.md,title=");
    let none = Sandbox::new().file("a.md", "fine\n").run("check --format github").exit(0);
    assert_eq!(none.stdout, "");
}

#[test]
fn paths_lead_from_the_root_of_the_repository() {
    let sandbox = Sandbox::new().file("docs/märz/a.md", "[[nowhere]]\n").file("docs/märz/journal.yaml", "");
    let file = |folder: &str, arguments: &str| {
        let run = sandbox.run_in(folder, arguments).exit(0);
        let (_, rest) = run.stdout.split_once("file=").expect("a command");
        rest.split(',').next().unwrap_or_default().to_owned()
    };
    // Without a repository, from where one is.
    assert_eq!(file("docs", "check --format github märz"), "märz/a.md");
    assert_eq!(file("docs/märz", "check --format github"), "a.md");
    std::fs::create_dir(sandbox.path(".git")).expect("a folder");
    assert_eq!(file("docs", "check --format github märz"), "docs/märz/a.md");
    assert_eq!(file("docs/märz", "-C ../märz check --format github"), "docs/märz/a.md");
    assert_eq!(file("", "check --format github docs/märz"), "docs/märz/a.md");
    let log = sandbox.run_in("docs/märz", "check --format sarif").exit(0).json();
    let place = &log["runs"][0]["results"][0]["locations"][0]["physicalLocation"];
    assert_eq!(place["artifactLocation"]["uri"], "docs/m%C3%A4rz/a.md");
}
