//! A planned page becomes bytes, and the theme's files get their names.

use std::sync::Arc;

use tera::Value;

use super::body::{Bodies, body_html};
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

    /// The files of the theme as they go into the site. The stylesheet's name holds its digest, so that a browser may
    /// keep it for ever; what the settings change about the look stands at its end.
    #[must_use]
    pub fn theme_outputs(&self, settings: &Settings) -> Vec<(OutPath, Vec<u8>)> {
        let system_fonts = settings.theme.fonts == Fonts::System;
        let mut files = Vec::new();
        for (path, bytes) in self.theme_files() {
            if system_fonts && path.starts_with("fonts/") {
                continue;
            }
            let (name, bytes) = match path.strip_suffix(".css") {
                Some(stem) => {
                    let css = with_settings(bytes, settings);
                    (format!("theme/{stem}-{}.css", Digest::of_bytes(&css).short()), css)
                }
                None => (format!("theme/{path}"), bytes.to_vec()),
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
