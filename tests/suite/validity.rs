//! Every page is valid HTML by the Nu checker, and no link in it is broken: the example's, as the public and as the
//! writer sees it, and those of a generated journal of a thousand entries.

use std::process::Command;

use serde_json::Value;

use crate::corpus;
use crate::example::example;
use crate::outside::{ignored, npm_package, program};
use crate::sandbox::Sandbox;
use crate::site::{broken, is_page};

/// Warnings of the checker that are not heeded, each with its reason.
const ALLOWED: [(&str, &str); 1] =
    [("Article lacks heading.", "what is said of an entry stands between its `h1` and the text of its `article`")];

fn generated() -> Sandbox {
    let sandbox = Sandbox::new();
    corpus::write(sandbox.root(), 1_000, 7);
    sandbox.run("build").exit(0);
    sandbox
}

#[test]
fn every_page_is_valid_html() {
    let test = "every_page_is_valid_html";
    let Some(java) = program(&["java"]) else { return ignored(test, "java is not on the PATH") };
    let checker = match npm_package("vnu-jar", "26.9.27") {
        Ok(folder) => folder.join("build/dist/vnu.jar"),
        Err(why) => return ignored(test, &why),
    };
    let (example, generated) = (example(), generated());
    example.run("build").exit(0);
    example.run("build --private -o own").exit(0);
    let output = Command::new(java)
        // It runs out of its own stack on deep pages, and is done before a better compilation would pay.
        .args(["-Xss8m", "-XX:TieredStopAtLevel=1", "-jar"])
        .arg(checker)
        .args(["--skip-non-html", "--format", "json", "--stdout"])
        .args([example.path("site"), example.path("own"), generated.path("site")])
        .output()
        .expect("java starts");
    let said: Value = serde_json::from_slice(&output.stdout)
        .unwrap_or_else(|error| panic!("{error}: {}", String::from_utf8_lossy(&output.stderr)));
    let messages = said["messages"].as_array().expect("a list of messages");
    let faults: Vec<String> = messages
        .iter()
        .filter(|message| {
            let said = message["message"].as_str().unwrap_or_default();
            message["type"] == "error" || !ALLOWED.iter().any(|(allowed, _)| said.starts_with(allowed))
        })
        .map(|fault| format!("{}:{}: {}: {}", fault["url"], fault["lastLine"], fault["message"], fault["extract"]))
        .collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn no_link_of_a_thousand_entries_is_broken() {
    let files = generated().files("site");
    assert!(files.iter().any(|(path, _)| path == "plans/plan-99.html"), "it is the whole journal");
    assert_eq!(broken(&files), Vec::<String>::new());
}

#[test]
fn no_page_of_a_thousand_entries_is_more_than_a_person_would_wait_for() {
    let files = generated().files("site");
    let pages = || files.iter().filter(|(path, _)| is_page(path) && !path.ends_with("-booklet.html"));
    let large: Vec<(&String, usize)> =
        pages().map(|(path, bytes)| (path, bytes.len())).filter(|(_, length)| *length > 200_000).collect();
    assert_eq!(large, [], "booklets aside, which are for paper");
    let home = pages().find(|(path, _)| path == "index.html").expect("a front page");
    assert!(home.1.len() < 150_000, "{} bytes", home.1.len());
    let of = |ending: &str, beginning: &str| -> usize {
        let mine = files.iter().filter(|(path, _)| path.starts_with(beginning) && path.ends_with(ending));
        mine.map(|(_, bytes)| bytes.len()).sum()
    };
    let (rules, scripts, typefaces) = (of(".css", "theme/"), of(".js", "theme/"), of(".woff2", "theme/"));
    assert!((1..30_000).contains(&of(".css", "theme/journal-")), "{rules}");
    assert!((1..10_240).contains(&scripts) && (1..150_000).contains(&typefaces), "{scripts} {typefaces}");
}
