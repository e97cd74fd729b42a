//! A planned page becomes bytes, and the theme's files get their names.

use tera::Value;

use super::body::{Bodies, body_html};
use super::{Error, Renderer, site_value};
use crate::model::settings::Fonts;
use crate::model::{Digest, OutPath, Settings};
use crate::site::Page;
use crate::site::views::SiteView;

/// What every page knows of the site, in both forms: made once, shared by all pages.
pub struct Site {
    /// As it was planned.
    pub view: SiteView,
    /// Stands for it.
    pub digest: Digest,
    value: Value,
}

impl Site {
    /// Both forms of a view.
    #[must_use]
    pub fn new(view: SiteView) -> Self {
        Self { digest: Digest::of(&view), value: site_value(&view), view }
    }
}

impl Renderer {
    /// The bytes of a page.
    ///
    /// # Errors
    /// When its template is broken.
    pub fn page(&self, page: &Page, site: &Site, bodies: &Bodies<'_>) -> Result<Vec<u8>, Error> {
        let body = page.body.as_ref().map(|body| body_html(body, &page.head.root, &self.language, bodies));
        self.render(&page.template, &site.value, &page.head, &page.view, body.as_deref())
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
