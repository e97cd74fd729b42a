//! A page's view and a template become bytes.
//!
//! The only floor that knows the template engine. A renderer is made once from the built-in theme and the user's
//! files over it; after that it is a pure function, shared between threads. A user's file wins over the built-in one
//! of its name, file by file and component by component, and can still reach it: `{% extends "journal/plan.html" %}`.

mod badge;
mod body;
mod calendar;
mod data;
mod error;
mod feed;
mod filters;
mod letters;
mod page;
mod paint;
mod search;
mod social_card;
mod templates;

#[cfg(test)]
mod samples;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Serialize;
use tera::{Context, Tera, Value};

pub use body::{ShownStep, body_html, steps_shown};
pub use data::data;
pub use error::Error;
pub use page::{Site, texts};
pub use search::bundle;
pub use templates::builtins;

use crate::language::Language;
use crate::model::Digest;
use crate::site::views::{PageView, SiteView};

/// What a page is likely to need beside its body, so that its buffer grows once at most.
const CHROME: usize = 8 * 1024;

/// What is finished HTML before a template is filled.
#[derive(Debug, Clone, Copy, Default)]
pub struct Text<'a> {
    /// The entry's own text.
    pub body: Option<&'a str>,
    /// The texts of a list's items.
    pub texts: &'a [String],
}

/// Templates, ready to be filled.
pub struct Renderer {
    tera: Tera,
    digests: BTreeMap<String, Digest>,
    theme: BTreeMap<String, Arc<[u8]>>,
    /// Messages that need nothing filled in.
    words: Value,
    language: Arc<Language>,
}

impl Renderer {
    /// Reads the built-in templates and `user_templates` over them, and likewise the files of the theme that are none
    /// (both by path below `templates/`).
    ///
    /// # Errors
    /// A template that cannot be read, or names a filter, component or template that there is not.
    pub fn new(
        user_templates: &BTreeMap<String, Arc<str>>,
        user_theme: &BTreeMap<String, Arc<[u8]>>,
        language: &Arc<Language>,
    ) -> Result<Self, Error> {
        let built_in =
            templates::TEMPLATES.iter().map(|(name, text)| (format!("{}{name}", templates::BUILT_IN), *text));
        let user = user_templates.iter().map(|(name, text)| (name.clone(), &**text));
        let sources: BTreeMap<String, &str> = built_in.chain(user).collect();

        let mut tera = Tera::new();
        filters::register(&mut tera, language);
        let failed = |error: tera::Error| Error::from_tera("", &error);
        tera.set_fallback_prefixes([templates::BUILT_IN]).map_err(failed)?;
        tera.add_raw_templates(&sources).map_err(failed)?;
        let words: BTreeMap<&str, String> = language.fixed().collect();
        Ok(Self {
            tera,
            digests: templates::digests(&sources),
            theme: templates::theme_files(user_theme),
            words: Value::from_serializable(&words),
            language: Arc::clone(language),
        })
    }

    /// The digest of a template, of everything it reaches and of the words it can say. A name that there is not has none to change.
    #[must_use]
    pub fn digest(&self, template: &str) -> Digest {
        let own = self.digests.get(template);
        let built_in = || self.digests.get(&format!("{}{template}", templates::BUILT_IN));
        Digest::of(&(own.or_else(built_in).copied().unwrap_or_default(), self.language.digest()))
    }

    /// Whether there is a template of that name.
    #[must_use]
    pub fn knows(&self, template: &str) -> bool {
        self.tera.contains_template(template)
    }

    /// One page: the template, filled with what the page sees. `body` stands as it is; `texts` are escaped where they
    /// are put into XML, as anything else.
    ///
    /// # Errors
    /// There is no such template, or it asks for something that its view does not have.
    pub fn render(
        &self,
        template: &str,
        site: &Value,
        page: &PageView,
        view: &impl Serialize,
        text: &Text<'_>,
    ) -> Result<Vec<u8>, Error> {
        let failed = |error: tera::Error| Error::from_tera(template, &error);
        let mut context = Context::new();
        context.insert_value("site", site.clone());
        context.insert_value("page", Value::try_from_serializable(page).map_err(failed)?);
        context.insert_value("view", Value::try_from_serializable(view).map_err(failed)?);
        context.insert_value("words", self.words.clone());
        context.insert_value("body", Value::safe_string(text.body.unwrap_or_default()));
        context.insert("texts", &text.texts);
        let long = text.body.map_or(0, str::len) + text.texts.iter().map(String::len).sum::<usize>();
        let mut bytes = Vec::with_capacity(CHROME + long);
        self.tera.render_to(template, &context, &mut bytes).map_err(failed)?;
        Ok(bytes)
    }

    /// The theme's files that are not templates (stylesheet, icon, typefaces), by path below `theme/`.
    pub fn theme_files(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.theme.iter().map(|(path, bytes)| (path.as_str(), &**bytes))
    }
}

/// What every page knows of the site, as [`Renderer::render`] takes it: made once, shared by all pages.
#[must_use]
pub fn site_value(site: &SiteView) -> Value {
    Value::from_serializable(site)
}
