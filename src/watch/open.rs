//! `POST /__journal/open`: a file of the journal is opened in the editor, at a line.
//!
//! Editors that a browser can hand an address to are given one. Any other is a command of the person's own, from
//! `editor:` in the settings: it is run without a shell, and only for a page on this machine.

use std::path::Path;
use std::process::{Command, Stdio};

use axum::http::StatusCode;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Deserialize;
use serde_json::json;

use super::Shared;
use super::tick::{Reply, refusal};
use crate::model::{SourcePath, settings};

/// What a page asks for.
#[derive(Debug, Deserialize)]
pub(super) struct Open {
    path: String,
    line: Option<u32>,
    column: Option<u32>,
}

/// Editors that have addresses, by what `editor:` calls them.
const ADDRESSES: [(&str, &str); 5] = [
    ("vscode", "vscode://file{path}:{line}:{column}"),
    ("vscodium", "vscodium://file{path}:{line}:{column}"),
    ("cursor", "cursor://file{path}:{line}:{column}"),
    ("zed", "zed://file{path}:{line}:{column}"),
    ("idea", "idea://open?file={path}&line={line}&column={column}"),
];

/// What stays as it is in the path of an address.
const IN_PATH: &AsciiSet = &NON_ALPHANUMERIC.remove(b'/').remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// What becomes of a file at a place.
#[derive(Debug, PartialEq, Eq)]
enum Opening {
    /// The browser goes to this address.
    Address(String),
    /// This is run: a program and its arguments.
    Program(Vec<String>),
}

fn opening(editor: &str, file: &Path, line: u32, column: u32) -> Option<Opening> {
    let file = file.to_string_lossy();
    let filled = |template: &str, path: &str| {
        let numbers = template.replace("{line}", &line.to_string()).replace("{column}", &column.to_string());
        // Last, for a path may hold braces of its own.
        numbers.replace("{path}", path)
    };
    if let Some((_, address)) = ADDRESSES.iter().find(|(name, _)| *name == editor) {
        let path = utf8_percent_encode(&file, IN_PATH).to_string();
        return Some(Opening::Address(filled(address, &path)));
    }
    let mut words: Vec<String> = editor.split_whitespace().map(|word| filled(word, &file)).collect();
    if words.is_empty() {
        return None;
    }
    if !editor.contains("{path}") {
        words.push(file.into_owned());
    }
    Some(Opening::Program(words))
}

/// Opens a file of the journal.
pub(super) fn open(shared: &Shared, asked: &Open) -> Reply {
    if !shared.guard.is_here {
        return refusal(StatusCode::FORBIDDEN, "a file is opened only on the machine that it is on");
    }
    let known = |path: &SourcePath| {
        let settings = path.as_str() == settings::FILE || path.as_str().starts_with("templates/");
        settings || shared.state().writer.draft().is_some_and(|draft| draft.texts().contains_key(path))
    };
    let Some(path) = SourcePath::new(&asked.path).filter(known) else {
        return refusal(StatusCode::NOT_FOUND, "there is no such file in the journal");
    };
    let editor = shared.state().writer.draft().map(|draft| draft.settings().editor.clone()).unwrap_or_default();
    let file = shared.root.join(path.as_str());
    match opening(&editor, &file, asked.line.unwrap_or(1), asked.column.unwrap_or(1)) {
        None => {
            let names: Vec<&str> = ADDRESSES.iter().map(|(name, _)| *name).collect();
            let help = format!(
                "say `editor:` in journal.yaml: {}, or a command such as `gvim +{{line}} {{path}}`",
                names.join(", ")
            );
            refusal(StatusCode::CONFLICT, help)
        }
        Some(Opening::Address(url)) => (StatusCode::OK, json!({ "url": url })),
        Some(Opening::Program(words)) => run(&words),
    }
}

fn run(words: &[String]) -> Reply {
    let mut command = Command::new(&words[0]);
    command.args(&words[1..]).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    match command.spawn() {
        Ok(mut editor) => {
            // Somebody has to hear that it ended.
            std::thread::spawn(move || drop(editor.wait()));
            (StatusCode::OK, json!({ "url": null }))
        }
        Err(error) => refusal(StatusCode::CONFLICT, format!("`{}` can't be started: {error}", words[0])),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_editor_is_an_address_or_a_command() {
        let open = |editor: &str| opening(editor, Path::new("/my journal/{line}#1.md"), 12, 3);
        let address = "vscode://file/my%20journal/%7Bline%7D%231.md:12:3";
        assert_eq!(open("vscode"), Some(Opening::Address(address.to_owned())));
        let words = |words: &[&str]| Some(Opening::Program(words.iter().map(|word| (*word).to_owned()).collect()));
        assert_eq!(open("gvim +{line} {path}"), words(&["gvim", "+12", "/my journal/{line}#1.md"]));
        assert_eq!(open("subl"), words(&["subl", "/my journal/{line}#1.md"]));
        assert_eq!(open("e {path}; rm"), words(&["e", "/my journal/{line}#1.md;", "rm"]), "there is no shell");
        assert_eq!(open("  "), None);
    }
}
