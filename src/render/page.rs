//! A planned page becomes bytes, and the theme's files get their names.

use std::sync::Arc;

use tera::Value;

use super::body::{Bodies, body_html, body_html_among};
use super::{Error, Renderer, Text, feed, site_value};
use crate::language::Language;
use crate::model::settings::Fonts;
use crate::model::{Digest, OutPath, Settings};
use crate::site::views::SiteView;
use crate::site::{Page, View};

/// What every page knows of the site, in both forms: made once, shared by all pages.
pub struct Site {
    /// As it was planned.
    pub view: SiteView,
    /// Stands for it.
    pub digest: Digest,
    /// Its words.
    pub(super) language: Arc<Language>,
    value: Value,
}

impl Site {
    /// Both forms of a view.
    #[must_use]
    pub fn new(view: SiteView, language: Arc<Language>) -> Self {
        Self { digest: Digest::of(&(&view, language.digest())), value: site_value(&view), language, view }
    }
}

impl Renderer {
    /// The bytes of a page.
    ///
    /// # Errors
    /// When its template is broken.
    pub fn page(&self, page: &Page, site: &Site, bodies: &Bodies<'_>) -> Result<Vec<u8>, Error> {
        let body = page.body.as_ref().map(|body| body_html(body, &page.head.root, &self.language, bodies));
        let texts = texts(page, site, bodies);
        let text = Text { body: body.as_deref(), texts: &texts };
        let bytes = self.render(&page.template, &site.value, &page.head, &page.view, &text)?;
        Ok(if page.out.extension() == "xml" { without_unwritable(bytes) } else { bytes })
    }

    /// The files of the theme as they go into the site. The names of stylesheets and scripts hold their digests, so that
    /// a browser may keep them for ever; what the settings change about the look stands at the end of the stylesheet.
    #[must_use]
    pub fn theme_outputs(&self, settings: &Settings) -> Vec<(OutPath, Vec<u8>)> {
        let system_fonts = settings.theme.fonts == Fonts::System;
        let mut files = Vec::new();
        for (path, bytes) in self.theme_files() {
            if (system_fonts && path.starts_with("fonts/")) || (!settings.search && SEARCH.contains(&path)) {
                continue;
            }
            let bytes = match path.rsplit_once('.') {
                Some(("journal", "css")) => with_settings(bytes, settings),
                Some((_, "js")) => slim(bytes),
                _ => bytes.to_vec(),
            };
            let name = match path.rsplit_once('.') {
                Some((stem, ending @ ("css" | "js"))) => {
                    format!("theme/{stem}-{}.{ending}", Digest::of_bytes(&bytes).short())
                }
                _ => format!("theme/{path}"),
            };
            files.extend(OutPath::new(&name).map(|out| (out, bytes)));
        }
        files
    }
}

/// The finished texts of a page's items, where it has some: those of a feed.
#[must_use]
pub fn texts(page: &Page, site: &Site, bodies: &Bodies<'_>) -> Vec<String> {
    match &page.view {
        View::Feed(feed) => feed::texts(feed, site, bodies),
        View::Booklet(booklet) => {
            let root = &page.head.root;
            let texts = booklet.bodies.iter().enumerate();
            texts.map(|(at, body)| body_html_among(body, root, at, &site.language, bodies)).collect()
        }
        _ => Vec::new(),
    }
}

/// Takes out the characters that XML 1.0 (2.2) has no way to write, wherever they came from: one of them makes the
/// whole file unreadable.
fn without_unwritable(bytes: Vec<u8>) -> Vec<u8> {
    let unwritable =
        |c: char| matches!(c, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}');
    match String::from_utf8(bytes) {
        Ok(text) if text.contains(unwritable) => text.replace(unwritable, "").into_bytes(),
        Ok(text) => text.into_bytes(),
        Err(error) => error.into_bytes(),
    }
}

/// The files of the theme that are for search alone.
const SEARCH: [&str; 3] = ["keys.js", "search.css", "search.js"];

/// A script without what only its reader needs: lines that are comments, and indentation. One with a text over several
/// lines stays as it is.
fn slim(script: &[u8]) -> Vec<u8> {
    let Ok(text) = std::str::from_utf8(script) else { return script.to_vec() };
    let is_text_open = |line: &str| line.matches('`').count() % 2 == 1;
    if text.lines().any(is_text_open) {
        return script.to_vec();
    }
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("//"));
    lines.flat_map(|line| [line.as_bytes(), b"\n"]).flatten().copied().collect()
}

fn with_settings(css: &[u8], settings: &Settings) -> Vec<u8> {
    let mut rules = String::new();
    if !settings.theme.accent.is_empty() {
        rules.extend(["--pen:", &settings.theme.accent, ";"]);
    }
    if settings.theme.fonts == Fonts::System {
        rules.push_str("--serif:ui-serif,Georgia,serif;--sans:system-ui,sans-serif;");
    }
    let mut css = css.to_vec();
    if !rules.is_empty() {
        css.extend_from_slice(format!("\n:root{{{rules}}}\n").as_bytes());
    }
    css
}
