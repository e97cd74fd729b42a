//! The theme that comes with `journal`, the user's files over it, and what each template is made of.
//!
//! A template's digest covers its own text and that of everything it reaches, so that an edit renders anew what uses
//! it and nothing else. Names are read from the source rather than asked of the engine, which does not tell them:
//! taking one too many costs a page, taking one too few would leave a page stale, so what looks like a name is one.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::language;
use crate::model::Digest;

/// Built-in templates can be reached below this even where a user's file has their name, so that a `plan.html` can
/// extend `journal/plan.html` and change one block of it.
pub(super) const BUILT_IN: &str = "journal/";

/// The files of the theme that are not templates stand below this.
pub(super) const THEME: &str = "theme/";

macro_rules! files {
    ($($name:literal),* $(,)?) => { &[$(($name, include_bytes!(concat!("../../templates/", $name)))),*] };
}

macro_rules! texts {
    ($($name:literal),* $(,)?) => { &[$(($name, include_str!(concat!("../../templates/", $name)))),*] };
}

/// Built-in templates by name.
pub(super) const TEMPLATES: &[(&str, &str)] = texts![
    "404.html",
    "base.html",
    "booklet.html",
    "charts.html",
    "feed.xml",
    "home.html",
    "month.html",
    "on-this-day.html",
    "page.html",
    "parts.html",
    "people.html",
    "plan.html",
    "plans.html",
    "redirect.html",
    "reflection.html",
    "reflections.html",
    "robots.txt",
    "search.html",
    "sitemap.xml",
    "social.html",
    "tag.html",
    "tags.html",
    "timeline.html",
    "year.html",
];

/// The built-in theme's other files, by path below `templates/`.
const FILES: &[(&str, &[u8])] = files![
    "theme/fonts/LICENSE-brygada-1918.txt",
    "theme/fonts/LICENSE-source-sans-3.txt",
    "theme/fonts/brygada-1918-latin-wght-italic.woff2",
    "theme/fonts/brygada-1918-latin-wght-normal.woff2",
    "theme/fonts/source-sans-3-latin-wght-normal.woff2",
    "theme/icon-180.png",
    "theme/icon-512.png",
    "theme/icon.svg",
    "theme/journal.css",
    "theme/keys.js",
    "theme/search.css",
    "theme/search.js",
];

/// Every built-in file, by path below `templates/`: what the `theme` command writes out.
pub fn builtins() -> impl Iterator<Item = (&'static str, &'static [u8])> {
    let words = language::BUILT_IN.iter().map(|language| (language.path, language.text));
    let texts = TEMPLATES.iter().copied().chain(words);
    texts.map(|(name, text)| (name, text.as_bytes())).chain(FILES.iter().copied())
}

/// The theme's files that are not templates, by path below `theme/`, the user's before the built-in ones.
pub(super) fn theme_files(user: &BTreeMap<String, Arc<[u8]>>) -> BTreeMap<String, Arc<[u8]>> {
    let built_in = FILES.iter().map(|(path, bytes)| (*path, Arc::from(*bytes)));
    let user = user.iter().map(|(path, bytes)| (path.as_str(), Arc::clone(bytes)));
    built_in.chain(user).filter_map(|(path, bytes)| Some((path.strip_prefix(THEME)?.to_owned(), bytes))).collect()
}

/// The digest of each template with all that it reaches, by its full name.
pub(super) fn digests(sources: &BTreeMap<String, &str>) -> BTreeMap<String, Digest> {
    let names: Vec<&str> = sources.keys().map(String::as_str).collect();
    let mut defined: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for name in &names {
        for component in after_keyword(sources[*name], "component").filter_map(identifier) {
            defined.entry(component).or_default().push(name);
        }
    }
    let direct: BTreeMap<&str, BTreeSet<&str>> =
        names.iter().map(|name| (*name, used(name, sources, &defined))).collect();
    names.iter().map(|name| ((*name).to_owned(), digest(name, sources, &direct))).collect()
}

/// What a template names: the files it extends or includes, and those that define its components.
fn used<'a>(
    name: &str,
    sources: &'a BTreeMap<String, &'a str>,
    defined: &BTreeMap<&str, Vec<&'a str>>,
) -> BTreeSet<&'a str> {
    let source = sources[name];
    let files =
        ["extends", "include"].into_iter().flat_map(|keyword| after_keyword(source, keyword)).filter_map(quoted);
    // A name without a file of the user's leads to the built-in one, and so does a name that gets one later: both are
    // taken where both are there.
    let files = files.flat_map(|file| [file.to_owned(), format!("{BUILT_IN}{file}")]);
    let files = files.filter_map(|file| sources.get_key_value(&file).map(|(key, _)| key.as_str()));
    let components = source.split('<').skip(1).filter_map(|rest| identifier(rest.trim_start()));
    let components = components.filter_map(|component| defined.get(component)).flatten().copied();
    files.chain(components).collect()
}

fn digest(name: &str, sources: &BTreeMap<String, &str>, direct: &BTreeMap<&str, BTreeSet<&str>>) -> Digest {
    let mut reached = BTreeSet::new();
    let mut open = vec![name];
    while let Some(next) = open.pop() {
        if reached.insert(next) {
            open.extend(direct[next].iter().copied());
        }
    }
    Digest::of(&reached.into_iter().map(|name| (name, sources[name])).collect::<Vec<_>>())
}

/// What follows a keyword at the start of a tag: `{% include …`, `{%- include …`.
fn after_keyword<'a>(source: &'a str, keyword: &'a str) -> impl Iterator<Item = &'a str> {
    source.split("{%").skip(1).filter_map(move |tag| {
        let tag = tag.strip_prefix('-').unwrap_or(tag).trim_start();
        Some(tag.strip_prefix(keyword)?.trim_start())
    })
}

fn quoted(text: &str) -> Option<&str> {
    let quote = text.chars().next().filter(|letter| matches!(letter, '"' | '\'' | '`'))?;
    text[1..].split(quote).next()
}

fn identifier(text: &str) -> Option<&str> {
    let end =
        text.find(|letter: char| !(letter.is_alphanumeric() || matches!(letter, '_' | '.'))).unwrap_or(text.len());
    (end > 0).then(|| &text[..end])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(sources: &[(&str, &'static str)]) -> BTreeMap<String, Digest> {
        digests(&sources.iter().map(|(name, text)| ((*name).to_owned(), *text)).collect())
    }

    #[test]
    fn a_digest_covers_what_a_template_reaches_and_nothing_else() {
        let files = [
            ("journal/base.html", "<html>{% block body %}{% endblock %}"),
            ("journal/parts.html", "{%- component state(plan) -%}x{%- endcomponent -%}"),
            (
                "journal/plan.html",
                "{% extends \"base.html\" %}{% block body %}{{ < state plan={view} /> }}{% endblock %}",
            ),
            ("journal/tags.html", "{% extends 'base.html' %}"),
            ("mine.html", "{%- include `tags.html` -%}"),
            ("robots.txt", "extends base.html"),
        ];
        let before = of(&files);
        let changed = |name: &str| -> Vec<String> {
            let mut files = files;
            files.iter_mut().find(|(known, _)| *known == name).unwrap().1 = "";
            let after = of(&files);
            before.keys().filter(|key| before[*key] != after[*key]).cloned().collect()
        };
        assert_eq!(changed("journal/parts.html"), ["journal/parts.html", "journal/plan.html"]);
        assert_eq!(
            changed("journal/base.html"),
            ["journal/base.html", "journal/plan.html", "journal/tags.html", "mine.html"]
        );
        assert_eq!(changed("robots.txt"), ["robots.txt"]);
    }

    #[test]
    fn a_file_of_the_users_changes_what_is_built_on_the_one_below() {
        let below = [("journal/base.html", "a"), ("journal/plan.html", "{% extends \"base.html\" %}")];
        let over = [below[0], below[1], ("base.html", "b")];
        assert_ne!(of(&below)["journal/plan.html"], of(&over)["journal/plan.html"]);
    }

    #[test]
    fn every_file_of_the_theme_is_built_in() {
        let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("templates");
        let mut on_disk: Vec<String> = walkdir::WalkDir::new(&root)
            .into_iter()
            .map(Result::unwrap)
            .filter(|entry| entry.file_type().is_file())
            .map(|entry| entry.path().strip_prefix(&root).unwrap().to_string_lossy().replace('\\', "/"))
            .collect();
        on_disk.sort();
        let mut built_in: Vec<String> = builtins().map(|(path, _)| path.to_owned()).collect();
        built_in.sort();
        assert_eq!(built_in, on_disk);
    }

    #[test]
    fn the_stylesheet_stays_small() {
        let (_, css) = FILES.iter().find(|(path, _)| *path == "theme/journal.css").unwrap();
        assert!(css.len() < 30 * 1024, "{} bytes", css.len());
    }
}
