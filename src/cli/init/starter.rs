//! What a new journal holds: settings with their defaults, a plan, a reflection, a page about it.

use std::path::Path;

use jiff::ToSpan as _;

use crate::model::{Date, readable};

const SETTINGS: &str = include_str!("starter/journal.yaml");
const PLAN: &str = include_str!("starter/plan.md");
const REFLECTION: &str = include_str!("starter/reflection.md");
const ABOUT: &str = include_str!("starter/about.md");

/// The name of the site: that of its folder, made readable.
pub(super) fn title(folder: &Path) -> String {
    let name = folder.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    let name = readable(name);
    if name.is_empty() || name.contains(char::is_control) { "Journal".into() } else { name }
}

/// `journal.yaml`.
pub(super) fn settings(title: &str) -> String {
    let plain =
        title.chars().all(|c| c.is_alphabetic() || c == ' ') && !title.starts_with(' ') && !title.ends_with(' ');
    let means_something_else = ["true", "false", "yes", "no", "on", "off", "null", "y", "n"];
    let title = if plain && !means_something_else.contains(&title.to_lowercase().as_str()) {
        title.to_owned()
    } else {
        // What is a string in JSON is the same one in YAML.
        serde_json::Value::from(title).to_string()
    };
    SETTINGS.replace("{{title}}", &title)
}

/// The entries of a journal that begins on `today`: paths and texts.
pub(super) fn entries(today: Date) -> [(String, String); 3] {
    let reflection = format!("reflections/{:04}/{today}-the-first-page.md", today.year());
    [
        ("plans/keep-a-journal-for-four-weeks.md".into(), dated(PLAN, today)),
        (reflection, dated(REFLECTION, today)),
        ("about.md".into(), dated(ABOUT, today)),
    ]
}

/// `text` with the day that is N days after `today` for each `{{N}}`.
fn dated(text: &str, today: Date) -> String {
    let mut parts = text.split("{{");
    let mut dated = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (days, rest) = part.split_once("}}").unwrap_or(("0", part));
        let days: i64 = days.parse().unwrap_or_default();
        let day = today.saturating_add(days.days());
        dated.push_str(&day.to_string());
        dated.push_str(rest);
    }
    dated
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Settings, SourcePath};
    use crate::parse;

    fn read(text: &str) -> Settings {
        parse::settings(&SourcePath::new("journal.yaml").expect("a path"), text).expect("good settings")
    }

    #[test]
    fn what_the_comments_of_the_settings_say_is_the_default() {
        let text = settings("Journal");
        assert_eq!(read(&text), Settings::default());
        let uncommented: Vec<&str> = text
            .lines()
            .map(|line| line.strip_prefix('#').filter(|rest| rest.starts_with(char::is_alphabetic)).unwrap_or(line))
            .collect();
        assert!(uncommented.iter().filter(|line| line.contains(": ")).count() > 5, "{uncommented:?}");
        assert_eq!(read(&uncommented.join("\n")), Settings::default());
    }

    #[test]
    fn any_name_of_a_folder_is_a_title() {
        for (name, title) in [
            ("my-journal", "My journal"),
            ("no", "No"),
            ("2026", "2026"),
            ("a: \"b\" # c", "A: \"b\" # c"),
            ("Über uns", "Über uns"),
            ("", "Journal"),
        ] {
            let found = super::title(Path::new(name));
            assert_eq!(found, title);
            assert_eq!(read(&settings(&found)).title, title);
        }
    }

    #[test]
    fn days_are_counted_from_today() {
        let today = jiff::civil::date(2026, 12, 30);
        assert_eq!(dated("a {{0}} b {{3}}", today), "a 2026-12-30 b 2027-01-02");
    }
}
