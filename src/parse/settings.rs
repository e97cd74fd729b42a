//! `journal.yaml` becomes [`Settings`]: strict, for it is the program's own file, and all that is wrong with it is
//! told at once.

use std::collections::BTreeMap;
use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use super::fields::{self, Content, Field, Node, Reader, near, one_of};
use super::front_matter::is_key;
use super::source::Source;
use super::split::Format;
use crate::model::settings::{CountCancelled, Fonts, Html, Permalinks, Theme, WeighBy};
use crate::model::{Code, Diagnostic, Kind, Settings, Severity, SourcePath, State, Visibility, Weekday};

/// Every key, in the order of the users' guide.
pub(crate) const KEYS: [&str; 27] = [
    "title",
    "description",
    "author",
    "email",
    "language",
    "base_url",
    "output",
    "today",
    "week_start",
    "kinds",
    "ignore",
    "fields",
    "statuses",
    "checkpoint_headings",
    "visibility",
    "html",
    "theme",
    "capacity",
    "editor",
    "feeds",
    "search",
    "math",
    "highlight",
    "permalinks",
    "git",
    "count_cancelled",
    "weigh_by",
];

/// Reads `journal.yaml`.
///
/// # Errors
/// Everything that is wrong with it, in order of place: a journal with broken settings is not built.
pub fn settings(path: &SourcePath, text: &str) -> Result<Settings, Vec<Diagnostic>> {
    let source = Source::new(path, text);
    let start = if text.starts_with('\u{feff}') { 3 } else { 0 };
    let fields = fields::parse(&source, start..text.len(), Format::Yaml).map_err(|problem| vec![problem])?;
    let mut reader = Reader::new(&source);
    let mut settings = Settings::default();
    for field in &fields {
        read(&mut reader, &mut settings, field);
    }
    let mut problems = reader.diagnostics;
    problems.sort();
    if problems.is_empty() { Ok(settings) } else { Err(problems) }
}

fn read(reader: &mut Reader<'_, '_>, settings: &mut Settings, field: &Field) {
    let (key, node) = (field.key.as_str(), &field.value);
    // A key without a value has its default.
    if node.is_null() && KEYS.contains(&key) {
        return;
    }
    match key {
        "title" => set(&mut settings.title, reader.text(key, node)),
        "description" => set(&mut settings.description, reader.text(key, node)),
        "author" => set(&mut settings.author, reader.text(key, node)),
        "email" => set(&mut settings.email, reader.text(key, node)),
        "editor" => set(&mut settings.editor, reader.text(key, node)),
        "language" => set(&mut settings.language, language(reader, node)),
        "base_url" => set(&mut settings.base_url, base_url(reader, node)),
        "output" => set(&mut settings.output, output(reader, node)),
        "today" => settings.today = reader.date(key, node),
        "week_start" => set(&mut settings.week_start, reader.choice(key, node, &WEEKDAYS)),
        "kinds" => {
            let kinds = [Kind::Plan, Kind::Reflection, Kind::Page].map(|kind| (kind.name(), kind));
            settings.kinds = map(reader, field, |reader, field| {
                Some((field.key.clone(), reader.choice(&field.key, &field.value, &kinds)?))
            });
        }
        "ignore" => settings.ignore = globs(reader, node),
        "fields" => {
            settings.fields = map(reader, field, |reader, field| {
                let ours = reader.text(&field.key, &field.value)?;
                if is_key(&ours) {
                    return Some((field.key.clone(), ours));
                }
                reader.wrong(
                    &field.key,
                    &field.value,
                    "a front-matter key known here",
                    "write one of our keys, such as `date` or `tags`",
                );
                None
            });
        }
        "statuses" => settings.statuses = map(reader, field, status),
        "checkpoint_headings" => {
            settings.checkpoint_headings = reader.texts(key, node).into_iter().map(|(text, _)| text).collect();
        }
        "visibility" => {
            let choices = [Visibility::Public, Visibility::Unlisted, Visibility::Private].map(|v| (v.name(), v));
            set(&mut settings.visibility, reader.choice(key, node, &choices));
        }
        "html" => {
            let choices = [("allow", Html::Allow), ("sanitize", Html::Sanitize), ("escape", Html::Escape)];
            set(&mut settings.html, reader.choice(key, node, &choices));
        }
        "theme" => settings.theme = theme(reader, field),
        "capacity" => settings.capacity_minutes = reader.hours(key, node),
        "feeds" => set(&mut settings.feeds, reader.flag(key, node)),
        "search" => set(&mut settings.search, reader.flag(key, node)),
        "math" => set(&mut settings.math, reader.flag(key, node)),
        "highlight" => set(&mut settings.highlight, reader.flag(key, node)),
        "git" => set(&mut settings.git, reader.flag(key, node)),
        "permalinks" => {
            let choices = [("html", Permalinks::Html), ("clean", Permalinks::Clean), ("folder", Permalinks::Folder)];
            set(&mut settings.permalinks, reader.choice(key, node, &choices));
        }
        "count_cancelled" => {
            let choices = [("excluded", CountCancelled::Excluded), ("settled", CountCancelled::Settled)];
            set(&mut settings.count_cancelled, reader.choice(key, node, &choices));
        }
        "weigh_by" => {
            let choices = [("count", WeighBy::Count), ("estimate", WeighBy::Estimate)];
            set(&mut settings.weigh_by, reader.choice(key, node, &choices));
        }
        _ => unknown(reader, key, &field.at, "`journal.yaml`", &KEYS),
    }
}

/// An unreadable value leaves the default; the problem has been told.
fn set<T>(slot: &mut T, value: Option<T>) {
    if let Some(value) = value {
        *slot = value;
    }
}

fn unknown(reader: &mut Reader<'_, '_>, key: &str, at: &Range<usize>, of: &str, known: &[&str]) {
    let message = format!("`{key}` is not a key of {of}");
    let help = match near(key, known.iter().copied()) {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!("it can have {}", one_of(known)),
    };
    reader.problem(Code::UnknownKey, Severity::Error, at, message, &help);
}

const WEEKDAYS: [(&str, Weekday); 14] = [
    ("monday", Weekday::Monday),
    ("tuesday", Weekday::Tuesday),
    ("wednesday", Weekday::Wednesday),
    ("thursday", Weekday::Thursday),
    ("friday", Weekday::Friday),
    ("saturday", Weekday::Saturday),
    ("sunday", Weekday::Sunday),
    ("mon", Weekday::Monday),
    ("tue", Weekday::Tuesday),
    ("wed", Weekday::Wednesday),
    ("thu", Weekday::Thursday),
    ("fri", Weekday::Friday),
    ("sat", Weekday::Saturday),
    ("sun", Weekday::Sunday),
];

fn map<T>(
    reader: &mut Reader<'_, '_>,
    field: &Field,
    mut read: impl FnMut(&mut Reader<'_, '_>, &Field) -> Option<(String, T)>,
) -> BTreeMap<String, T> {
    let Content::Map(fields) = &field.value.content else {
        reader.wrong(
            &field.key,
            &field.value,
            "a map of keys",
            "write one `key: value` on each line below it, indented",
        );
        return BTreeMap::new();
    };
    fields.iter().filter_map(|field| read(reader, field)).collect()
}

fn status(reader: &mut Reader<'_, '_>, field: &Field) -> Option<(String, State)> {
    if field.key.graphemes(true).count() != 1 {
        let message = format!("`{}` is not one character", field.key);
        reader.problem(
            Code::BadValue,
            Severity::Error,
            &field.at,
            message,
            "write the character that stands in the box, in quotes",
        );
        return None;
    }
    let states: Vec<(&str, State)> = State::ALL.iter().map(|(state, name)| (*name, *state)).collect();
    Some((field.key.clone(), reader.choice(&field.key, &field.value, &states)?))
}

fn globs(reader: &mut Reader<'_, '_>, node: &Node) -> Vec<String> {
    let mut globs = Vec::new();
    for (text, range) in reader.texts("ignore", node) {
        match ignore::gitignore::GitignoreBuilder::new("").add_line(None, &text) {
            Ok(_) => globs.push(text),
            Err(error) => {
                let message = format!("`{text}` is not a pattern: {error}");
                reader.problem(
                    Code::BadValue,
                    Severity::Error,
                    &range,
                    message,
                    "write it as in a .gitignore file: drafts/, *.bak",
                );
            }
        }
    }
    globs
}

fn language(reader: &mut Reader<'_, '_>, node: &Node) -> Option<String> {
    let text = reader.text("language", node)?;
    let subtag = |part: &str| (1..=8).contains(&part.len()) && part.chars().all(|c| c.is_ascii_alphanumeric());
    let first = text.split('-').next().unwrap_or_default();
    if text.split('-').all(subtag) && first.len() >= 2 && first.chars().all(|c| c.is_ascii_alphabetic()) {
        return Some(text);
    }
    reader.wrong("language", node, "a language tag", "write a tag such as en, de or pt-BR");
    None
}

fn base_url(reader: &mut Reader<'_, '_>, node: &Node) -> Option<String> {
    let text = reader.text("base_url", node)?;
    if text.is_empty() {
        return Some(text);
    }
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://")).unwrap_or_default();
    let plain = !text.contains(|c: char| c.is_whitespace() || c.is_control() || "?#\"'<>\\".contains(c));
    if plain && !rest.split('/').next().unwrap_or_default().is_empty() {
        return Some(format!("{}/", text.trim_end_matches('/')));
    }
    reader.wrong("base_url", node, "a full address", "write it with its scheme: https://example.org/journal/");
    None
}

/// The output folder must be one of its own: what is in it is replaced.
fn output(reader: &mut Reader<'_, '_>, node: &Node) -> Option<String> {
    let text = reader.text("output", node)?;
    let trimmed = text.trim_start_matches("./").trim_end_matches('/');
    if SourcePath::new(trimmed).is_some()
        && !matches!(trimmed.split('/').next(), Some(".journal" | ".git" | "templates" | "static"))
    {
        return Some(trimmed.to_owned());
    }
    reader.wrong("output", node, "a folder inside the journal", "write a name such as site; `-o` takes any folder");
    None
}

fn theme(reader: &mut Reader<'_, '_>, field: &Field) -> Theme {
    let mut theme = Theme::default();
    let Content::Map(fields) = &field.value.content else {
        reader.wrong("theme", &field.value, "a map of keys", "write {accent: \"#1f4e8c\", fonts: system}");
        return theme;
    };
    let parts: Vec<String> = Theme::PARTS.iter().map(|part| format!("show_{part}")).collect();
    let known: Vec<&str> = ["accent", "fonts"].into_iter().chain(parts.iter().map(String::as_str)).collect();
    for field in fields {
        let (key, node) = (field.key.as_str(), &field.value);
        match key {
            _ if node.is_null() && known.contains(&key) => {}
            "accent" => set(&mut theme.accent, accent(reader, node)),
            "fonts" => {
                let choices = [("bundled", Fonts::Bundled), ("system", Fonts::System)];
                set(&mut theme.fonts, reader.choice(key, node, &choices));
            }
            _ => match key.strip_prefix("show_").filter(|part| Theme::PARTS.contains(part)) {
                Some(part) => {
                    let shown = reader.flag(key, node).unwrap_or(true);
                    theme.show.insert(part.to_owned(), shown);
                }
                None => unknown(reader, key, &field.at, "`theme`", &known),
            },
        }
    }
    theme
}

/// A colour goes into the stylesheet as it is, so only what can be nothing else is taken.
fn accent(reader: &mut Reader<'_, '_>, node: &Node) -> Option<String> {
    let text = reader.text("accent", node)?;
    let hex = text
        .strip_prefix('#')
        .is_some_and(|digits| matches!(digits.len(), 3 | 4 | 6 | 8) && digits.chars().all(|c| c.is_ascii_hexdigit()));
    let name = !text.is_empty() && text.chars().all(|c| c.is_ascii_lowercase());
    let function = ["rgb(", "hsl(", "oklch(", "lab(", "lch(", "oklab("].iter().any(|start| {
        let inner = text.strip_prefix(start).and_then(|rest| rest.strip_suffix(')'));
        inner.is_some_and(|inner| inner.chars().all(|c| c.is_ascii_digit() || " .,%/deg-".contains(c)))
    });
    if text.is_empty() || hex || name || function {
        return Some(text);
    }
    reader.wrong("accent", node, "a CSS colour", "write a colour such as \"#1f4e8c\" or oklch(0.45 0.1 260)");
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Settings, Vec<String>> {
        let path = SourcePath::new("journal.yaml").expect("a path");
        settings(&path, text).map_err(|problems| {
            let place =
                |problem: &Diagnostic| problem.place.as_ref().map_or((0, 0), |place| (place.line, place.column));
            problems
                .iter()
                .map(|problem| {
                    let (line, column) = place(problem);
                    format!(
                        "{}:{line}:{column} {} | {}",
                        problem.code.name(),
                        problem.message,
                        problem.help.as_deref().unwrap_or("")
                    )
                })
                .collect()
        })
    }

    #[test]
    fn nothing_said_is_all_defaults() {
        for text in ["", "\n# only a remark\n", "title:\n"] {
            assert_eq!(read(text), Ok(Settings::default()), "{text:?}");
        }
    }

    #[test]
    fn every_problem_is_told_with_its_place() {
        let problems = read("titel: x\nhtml: maybe\ntoday: 2026-13-01\nstatuses: {ab: done, \"B\": dine}\ntheme: {accent: \"red;}\", show_moods: true}\n").expect_err("all are wrong");
        let starts: Vec<&str> =
            problems.iter().map(|problem| problem.split(" | ").next().unwrap_or_default()).collect();
        assert_eq!(
            starts,
            [
                "unknown-key:1:1 `titel` is not a key of `journal.yaml`",
                "bad-value:2:7 `html` is not a word known here: `maybe`",
                "bad-date:3:8 `today` is not a day that exists: `2026-13-01`",
                "bad-value:4:12 `ab` is not one character",
                "bad-value:4:27 `B` is not a word known here: `dine`",
                "bad-value:5:17 `accent` is not a CSS colour: `red;}`",
                "unknown-key:5:26 `show_moods` is not a key of `theme`",
            ]
        );
        assert!(
            problems[0].ends_with("did you mean `title`?") && problems[4].contains("did you mean `done`?"),
            "{problems:#?}"
        );
    }

    #[test]
    fn addresses_and_folders_are_held_inside() {
        assert_eq!(
            read("base_url: https://example.org/x").map(|s| s.base_url).as_deref(),
            Ok("https://example.org/x/")
        );
        assert_eq!(read("output: ./public/").map(|s| s.output).as_deref(), Ok("public"));
        for bad in [
            "base_url: example.org",
            "output: ../out",
            "output: /tmp",
            "output: .",
            "output: templates",
            "language: e",
            "ignore: ['[z-a]']",
        ] {
            assert!(read(bad).is_err(), "{bad}");
        }
    }
}
