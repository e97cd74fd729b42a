//! `journal.yaml` becomes [`Settings`].
//!
//! Strict, unlike front matter: it is this program's own file, so an unknown key is a slip. All that is wrong is told at
//! once. What goes into CSS, addresses or paths is checked here, so that no later stage has to.

use super::conflict::conflicts;
use super::fields::{self, Field, Written, listed, nearest};
use super::front_matter::{COUNT_CANCELLED, KINDS, OWN, VISIBILITIES, WEIGH_BY};
use super::source::Source;
use super::split::Format;
use crate::model::settings::{Fonts, Html, Permalinks, Theme};
use crate::model::{Code, Diagnostic, Settings, Severity, SourcePath, State, Weekday};
use unicode_segmentation::UnicodeSegmentation;

/// Every key there is.
const KEYS: &[&str] = &[
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

const HTML: [(Html, &str); 3] = [(Html::Allow, "allow"), (Html::Sanitize, "sanitize"), (Html::Escape, "escape")];
const PERMALINKS: [(Permalinks, &str); 3] =
    [(Permalinks::Html, "html"), (Permalinks::Clean, "clean"), (Permalinks::Folder, "folder")];
const FONTS: [(Fonts, &str); 2] = [(Fonts::Bundled, "bundled"), (Fonts::System, "system")];
const WEEKDAYS: [(Weekday, &str); 7] = [
    (Weekday::Monday, "monday"),
    (Weekday::Tuesday, "tuesday"),
    (Weekday::Wednesday, "wednesday"),
    (Weekday::Thursday, "thursday"),
    (Weekday::Friday, "friday"),
    (Weekday::Saturday, "saturday"),
    (Weekday::Sunday, "sunday"),
];

/// Reads `journal.yaml`.
///
/// # Errors
/// Everything that is wrong with it, in order of place: a journal with broken settings is not built.
pub fn settings(path: &SourcePath, text: &str) -> Result<Settings, Vec<Diagnostic>> {
    let source = Source::new(path, text);
    let start = if text.starts_with('\u{feff}') { 3 } else { 0 };
    let conflicts = conflicts(&source, text.len());
    if !conflicts.is_empty() {
        return Err(conflicts);
    }
    let mut out = Vec::new();
    let mut settings = Settings::default();
    for pair in
        &fields::keys(&source, Format::Yaml, start..text.len(), Written::InSettings, &mut out).unwrap_or_default()
    {
        let field = Field::new(&source, pair);
        if !KEYS.contains(&field.name) {
            out.push(field.unknown(Severity::Error, KEYS));
        } else if !field.node.is_null() {
            take(&field, &mut settings, &mut out);
        }
    }
    out.sort();
    if out.is_empty() { Ok(settings) } else { Err(out) }
}

/// Reads one key; a value that does not fit leaves the default, and a diagnostic.
fn take(field: &Field<'_>, settings: &mut Settings, out: &mut Vec<Diagnostic>) {
    match field.name {
        "title" => set(&mut settings.title, field.text(out)),
        "description" => set(&mut settings.description, field.text(out)),
        "author" => set(&mut settings.author, field.text(out)),
        "email" => {
            let is_address = |text: &str| {
                let (name, host) = text.split_once('@').unwrap_or_default();
                !name.is_empty() && !host.is_empty() && !text.contains([' ', '<', '>', '"', '\n'])
            };
            set(&mut settings.email, checked(field, is_address, "is not an address", "write `name@example.org`", out));
        }
        "language" => {
            let help = "write a language tag, such as `en` or `pt-BR`";
            set(&mut settings.language, checked(field, is_language, "is not a language", help, out));
        }
        "base_url" => set(&mut settings.base_url, base_url(field, out)),
        "output" => set(&mut settings.output, output(field, out)),
        "today" => settings.today = field.day(out),
        "week_start" => set(&mut settings.week_start, weekday(field, out)),
        "kinds" => {
            for entry in field.map(out).unwrap_or_default() {
                if let Some(kind) = entry.word(&KINDS, out) {
                    settings.kinds.insert(entry.name.to_owned(), kind);
                }
            }
        }
        "ignore" => {
            for item in field.items() {
                settings.ignore.extend(glob(&item, out));
            }
        }
        "fields" => {
            for entry in field.map(out).unwrap_or_default() {
                if let Some(own) = own_key(&entry, out) {
                    settings.fields.insert(entry.name.to_owned(), own);
                }
            }
        }
        "statuses" => {
            for entry in field.map(out).unwrap_or_default() {
                if let Some(state) = status(&entry, out) {
                    settings.statuses.insert(entry.name.to_owned(), state);
                }
            }
        }
        "checkpoint_headings" => settings.checkpoint_headings = field.texts(out),
        "visibility" => set(&mut settings.visibility, field.word(&VISIBILITIES, out)),
        "html" => set(&mut settings.html, field.word(&HTML, out)),
        "theme" => theme(field, &mut settings.theme, out),
        "capacity" => settings.capacity_minutes = field.minutes(out),
        "editor" => set(&mut settings.editor, field.text(out)),
        "feeds" => set(&mut settings.feeds, field.yes_or_no(out)),
        "search" => set(&mut settings.search, field.yes_or_no(out)),
        "math" => set(&mut settings.math, field.yes_or_no(out)),
        "highlight" => set(&mut settings.highlight, field.yes_or_no(out)),
        "permalinks" => set(&mut settings.permalinks, field.word(&PERMALINKS, out)),
        "git" => set(&mut settings.git, field.yes_or_no(out)),
        "count_cancelled" => set(&mut settings.count_cancelled, field.word(&COUNT_CANCELLED, out)),
        "weigh_by" => set(&mut settings.weigh_by, field.word(&WEIGH_BY, out)),
        _ => unreachable!("KEYS names every arm above"),
    }
}

fn set<T>(place: &mut T, value: Option<T>) {
    if let Some(value) = value {
        *place = value;
    }
}

/// A text that passes a test.
fn checked(
    field: &Field<'_>,
    fits: impl Fn(&str) -> bool,
    problem: &str,
    help: &str,
    out: &mut Vec<Diagnostic>,
) -> Option<String> {
    let text = field.text(out)?;
    if fits(&text) {
        return Some(text);
    }
    out.push(field.problem(Code::BadValue, problem, help));
    None
}

/// The form of BCP 47: subtags of letters and digits, the first of them letters.
fn is_language(text: &str) -> bool {
    let mut subtags = text.split('-');
    let first = subtags.next().unwrap_or_default();
    (2..=8).contains(&first.len())
        && first.bytes().all(|byte| byte.is_ascii_alphabetic())
        && subtags.all(|tag| (1..=8).contains(&tag.len()) && tag.bytes().all(|byte| byte.is_ascii_alphanumeric()))
}

/// An absolute address that ends in `/`.
fn base_url(field: &Field<'_>, out: &mut Vec<Diagnostic>) -> Option<String> {
    let is_url = |text: &str| normal_url(text).is_some();
    let help = "write the whole address without `?` and `#`, such as `https://example.org/journal/`";
    checked(field, is_url, "is not the address of a site", help, out).and_then(|text| normal_url(&text))
}

/// An `http` or `https` address, its scheme in small letters and `/` at its end.
pub(crate) fn normal_url(text: &str) -> Option<String> {
    let (scheme, rest) = text.split_once("://")?;
    let scheme = scheme.to_ascii_lowercase();
    let host = rest.split('/').next().unwrap_or_default();
    let host_fits = !host.is_empty()
        && host.chars().all(|c| c.is_alphanumeric() || matches!(c, '.' | '-' | '_' | ':' | '[' | ']'))
        && host.chars().any(char::is_alphanumeric);
    let rest_fits = !rest
        .chars()
        .any(|c| c.is_whitespace() || c.is_control() || matches!(c, '?' | '#' | '"' | '<' | '>' | '\\' | '`'));
    (matches!(scheme.as_str(), "http" | "https") && host_fits && rest_fits)
        .then(|| format!("{scheme}://{}/", rest.trim_end_matches('/')))
}

/// A folder inside the journal that holds nothing of the journal's own.
fn output(field: &Field<'_>, out: &mut Vec<Diagnostic>) -> Option<String> {
    let inside = |text: &str| {
        let text = text.strip_prefix("./").unwrap_or(text).trim_end_matches('/');
        let first = text.split('/').next().unwrap_or_default();
        SourcePath::new(text).is_some()
            && !text.chars().any(|c| c.is_control() || c == ':')
            && ![".git", ".journal", "templates", "static"].contains(&first)
    };
    let help = "write a folder inside the journal that holds nothing else, such as `site` or `out/public`";
    let text = checked(field, inside, "can't be the output folder", help, out)?;
    Some(text.strip_prefix("./").unwrap_or(&text).trim_end_matches('/').to_owned())
}

/// A day of the week; its first three letters are enough.
fn weekday(field: &Field<'_>, out: &mut Vec<Diagnostic>) -> Option<Weekday> {
    let written = field.written().unwrap_or_default().trim().to_lowercase();
    let short = WEEKDAYS.iter().find(|(_, name)| name[..3] == written).map(|(day, _)| *day);
    short.or_else(|| field.word(&WEEKDAYS, out))
}

fn glob(field: &Field<'_>, out: &mut Vec<Diagnostic>) -> Option<String> {
    let is_glob = |text: &str| globset::Glob::new(text).is_ok();
    checked(field, is_glob, "is not a pattern of paths", "write names and `*`, such as `drafts/**` or `*.tmp`", out)
}

/// The key of ours that a foreign key stands for.
fn own_key(field: &Field<'_>, out: &mut Vec<Diagnostic>) -> Option<String> {
    let text = field.text(out)?;
    if OWN.contains(&field.name) && field.name != text {
        out.push(field.problem(
            Code::BadValue,
            "has a meaning of its own and can't be mapped",
            "write the other tool's key before the colon and ours behind it: `labels: tags`",
        ));
        return None;
    }
    if OWN.contains(&text.as_str()) {
        return Some(text);
    }
    let help = nearest(&text, OWN.iter().copied(), 2).map_or_else(
        || "write one of ours behind the colon: `labels: tags`".into(),
        |near| format!("did you mean `{near}`?"),
    );
    out.push(field.problem(Code::BadValue, "is mapped to no key of ours", help));
    None
}

/// What a character in a box means.
fn status(field: &Field<'_>, out: &mut Vec<Diagnostic>) -> Option<State> {
    if field.name.graphemes(true).count() != 1 {
        let message = format!("`{}` is not one character", field.name);
        let help = "write the character that stands in the box, in quotes: `\"!\": waiting`";
        let problem = field.source.diagnostic(Code::BadValue, Severity::Error, field.key_range(), message);
        out.push(problem.help(help));
        return None;
    }
    field.word(&State::ALL, out)
}

fn theme(field: &Field<'_>, theme: &mut Theme, out: &mut Vec<Diagnostic>) {
    let shows: Vec<String> = Theme::PARTS.iter().map(|part| format!("show_{part}")).collect();
    let known: Vec<&str> = ["accent", "fonts"].into_iter().chain(shows.iter().map(String::as_str)).collect();
    for entry in field.map(out).unwrap_or_default() {
        if !known.contains(&entry.name) {
            out.push(entry.unknown(Severity::Error, &known));
        } else if entry.node.is_null() {
            // Nothing written is the default.
        } else if let Some(part) = entry.name.strip_prefix("show_") {
            if let Some(shown) = entry.yes_or_no(out) {
                theme.show.insert(part.to_owned(), shown);
            }
        } else if entry.name == "fonts" {
            set(&mut theme.fonts, entry.word(&FONTS, out));
        } else {
            let help =
                format!("write a CSS colour: {}", listed(["#2f6f4f", "teal", "rgb(47 111 79)", "oklch(50% 0.1 160)"]));
            set(&mut theme.accent, checked(&entry, is_colour, "is not a colour", &help, out));
        }
    }
}

/// Whether a text is a colour in CSS and nothing else: it goes into a style sheet as it is.
fn is_colour(text: &str) -> bool {
    let plain = |text: &str| text.chars().all(|c| c.is_ascii_alphanumeric() || " .,%/+-".contains(c));
    let form = if let Some(digits) = text.strip_prefix('#') {
        digits.bytes().all(|byte| byte.is_ascii_hexdigit())
    } else if let Some((function, rest)) = text.split_once('(') {
        ["rgb", "rgba", "hsl", "hsla", "hwb", "lab", "lch", "oklab", "oklch"].contains(&function)
            && rest.strip_suffix(')').is_some_and(plain)
    } else {
        // The parser would also take digits without `#`, which CSS does not; no colour's name has hex digits alone.
        text.bytes().all(|byte| byte.is_ascii_alphabetic()) && !text.bytes().all(|byte| byte.is_ascii_hexdigit())
    };
    form && csscolorparser::parse(text).is_ok()
}

#[cfg(test)]
mod tests;
