//! What every page knows of itself and of the site, and the pages that are no entry's and no list: not found, aliases,
//! and what search engines ask for.

use std::collections::BTreeMap;

use super::Theme;
use super::addresses::root_of;
use super::index::{Index, at};
use super::page::{Page, View};
use super::social::SocialView;
use super::views::{
    AlternateView, LinkView, NavView, NotFoundView, PageView, RedirectView, RobotsView, SiteView, SitemapUrl,
    SitemapView,
};
use crate::model::settings::Fonts;
use crate::model::{Audience, Code, Diagnostic, OutPath, Visibility};

/// What a page says of itself in its head.
#[derive(Debug)]
pub(crate) struct Head {
    pub(crate) title: String,
    pub(crate) description: String,
    pub(crate) section: &'static str,
    pub(crate) noindex: bool,
    pub(crate) alternates: Vec<AlternateView>,
    pub(crate) social: Option<SocialView>,
}

impl Head {
    pub(crate) fn new(title: impl Into<String>, description: impl Into<String>, section: &'static str) -> Self {
        let (title, description) = (title.into(), description.into());
        Self { title, description, section, noindex: false, alternates: Vec::new(), social: None }
    }
}

impl Index<'_> {
    pub(crate) fn page_view(&self, out: &OutPath, head: Head) -> PageView {
        let Head { title, description, section, noindex, alternates, social } = head;
        let url = self.addresses.url(out);
        // What only the writer should see is not for search engines, wherever it is put.
        let noindex = noindex || self.published.audience() == Audience::Writer;
        let social = social.or_else(|| self.social_of_made());
        PageView {
            title,
            description,
            canonical: self.full(&url),
            root: root_of(out),
            url,
            section,
            alternates,
            social: social.map(|social| SocialView { data: social.data.filter(|_| !noindex), ..social }),
            noindex,
        }
    }

    pub(crate) fn made_page(&self, out: OutPath, head: Head, view: View) -> Page {
        Page { head: self.page_view(&out, head), out, template: view.template().to_owned(), view, body: None }
    }

    /// An address with the site's own before it, if that is known.
    pub(crate) fn full(&self, url: &str) -> Option<String> {
        let base = &self.settings.base_url;
        let url = url.strip_prefix("./").unwrap_or(url);
        // A folder's own page is known by the folder.
        let folder = url.strip_suffix("index.html").filter(|folder| folder.is_empty() || folder.ends_with('/'));
        (!base.is_empty()).then(|| format!("{base}{}", folder.unwrap_or(url)))
    }

    /// The title of a page in a row of them: `Plans`, `Plans, page 2`.
    pub(crate) fn numbered(&self, title: &str, number: usize) -> String {
        let title = self.language.say(title, &[]);
        match number {
            1 => title,
            _ => self.language.say("page_number", &[("title", title.into()), ("number", number.into())]),
        }
    }

    pub(crate) fn made_url(&self, stem: &str) -> String {
        self.addresses.url(&self.addresses.made(stem))
    }

    pub(crate) fn site_view(&self, theme: &Theme) -> SiteView {
        let settings = self.settings;
        let made = |section: &'static str, title: &str, stem: &str| NavView {
            section,
            title: self.language.say(title, &[]),
            url: self.made_url(stem),
        };
        let mut nav = vec![made("home", "today_title", "index")];
        if !self.plans.is_empty() {
            nav.push(made("plans", "plans_title", "plans/index"));
            nav.push(made("timeline", "timeline_title", "timeline"));
        }
        nav.push(made("reflections", "reflections_title", "reflections/index"));
        // A page that has been given a weight wants to be found.
        let weighted = self.pages.iter().filter(|&&index| self.is_top_page(index) && self.entry(index).weight != 0);
        nav.extend(weighted.take(4).map(|&index| {
            let LinkView { title, url } = self.link(index);
            NavView { section: "page", title, url }
        }));
        SiteView {
            title: settings.title.clone(),
            description: settings.description.clone(),
            author: settings.author.clone(),
            language: settings.language.clone(),
            direction: if self.language.is_right_to_left() { "rtl" } else { "ltr" },
            base_url: settings.base_url.clone(),
            home: self.made_url("index"),
            nav,
            stylesheet: theme.stylesheet.clone(),
            font: if settings.theme.fonts == Fonts::Bundled { theme.font.clone() } else { String::new() },
            icon: theme.icon.clone(),
            touch_icon: theme.touch_icon.clone(),
            manifest: self.manifest_url().unwrap_or_default().to_owned(),
            alternates: self.site_alternates(),
            own_stylesheet: theme.own_stylesheet.clone(),
            search: if settings.search { self.made_url("search") } else { String::new() },
            search_script: theme.search.clone(),
            search_stylesheet: theme.search_stylesheet.clone(),
            keys_script: theme.keys.clone(),
            show: settings.theme.show.clone(),
            private: self.published.audience() == Audience::Writer,
        }
    }

    /// A page at the top of the journal, or one that stands for a folder there.
    pub(crate) fn is_top_page(&self, index: usize) -> bool {
        let path = &self.entry(index).path;
        let depth = path.as_str().matches('/').count();
        let is_index = path.stem().eq_ignore_ascii_case("index");
        (depth == 0 && !is_index)
            || (depth == 1 && is_index && !matches!(path.folder(), "plans" | "reflections" | "tags"))
    }

    /// Redirects, the page for addresses that are not there, and what search engines ask for.
    pub(crate) fn other_pages(&self, pages: &BTreeMap<OutPath, Page>, diagnostics: &mut Vec<Diagnostic>) -> Vec<Page> {
        let mut made = self.redirects(pages, diagnostics);
        made.push(self.not_found());
        let urls = Self::sitemap_urls(pages);
        let sitemap = OutPath::new("sitemap.xml").expect("a plain name");
        let robots = OutPath::new("robots.txt").expect("a plain name");
        let base = &self.settings.base_url;
        let address = (!base.is_empty()).then(|| format!("{base}sitemap.xml"));
        made.push(self.made_page(sitemap, Head::new("", "", ""), View::Sitemap(Box::new(SitemapView { urls }))));
        made.push(self.made_page(
            robots,
            Head::new("", "", ""),
            View::Robots(Box::new(RobotsView { sitemap: address })),
        ));
        made
    }

    fn redirects(&self, pages: &BTreeMap<OutPath, Page>, diagnostics: &mut Vec<Diagnostic>) -> Vec<Page> {
        let mut redirects: BTreeMap<OutPath, Page> = BTreeMap::new();
        for (index, entry) in self.published.entries().iter().enumerate() {
            let Some(target) = self.addresses.url_of(index) else { continue };
            for alias in &entry.aliases {
                let Some(out) = self.addresses.alias_out(&alias.name) else {
                    let message = format!("`{}` can't be an address", alias.name);
                    let help = "write a name, or a path without `..`, such as old/place.html";
                    diagnostics.push(at(entry, alias.spot, Code::BadAddress, message).help(help));
                    continue;
                };
                if self.addresses.out(index) == Some(&out) {
                    continue;
                }
                // An alias that is only another name for links is not in anybody's way.
                if pages.contains_key(&out) || redirects.contains_key(&out) || self.addresses.is_taken(&out) {
                    let message = format!("the alias `{}` would be `{out}`, which is taken", alias.name);
                    let help = "links by that name still work; only the redirect page is left out";
                    diagnostics.push(at(entry, alias.spot, Code::AddressTaken, message).help(help));
                    continue;
                }
                let link = LinkView { title: entry.title.clone(), url: target.clone() };
                let head = Head { noindex: true, ..Head::new(entry.title.clone(), "", "") };
                let mut page = self.made_page(out, head, View::Redirect(Box::new(RedirectView { target: link })));
                page.head.canonical = self.full(&target);
                redirects.insert(page.out.clone(), page);
            }
        }
        redirects.into_values().collect()
    }

    fn not_found(&self) -> Page {
        let out = OutPath::new("404.html").expect("a plain name");
        let links =
            [("today_title", "index"), ("plans_title", "plans/index"), ("reflections_title", "reflections/index")];
        let links =
            links.map(|(title, stem)| LinkView { title: self.language.say(title, &[]), url: self.made_url(stem) });
        let head = Head { noindex: true, ..Head::new(self.language.say("nothing_here_title", &[]), "", "") };
        let mut page = self.made_page(out, head, View::NotFound(Box::new(NotFoundView { links: links.into() })));
        // A host shows this page at any depth, so its links must name the site's root themselves.
        let host = self.settings.base_url.split_once("://").map(|(_, rest)| rest);
        if let Some((_, path)) = host.and_then(|host| host.split_once('/')) {
            page.head.root = format!("/{path}");
        }
        page
    }

    /// What may be found: pages that lists may name, and not the copies of others.
    fn sitemap_urls(pages: &BTreeMap<OutPath, Page>) -> Vec<SitemapUrl> {
        let mut urls: Vec<SitemapUrl> = pages
            .values()
            .filter(|page| !page.head.noindex)
            .map(|page| SitemapUrl {
                url: page.head.canonical.clone().unwrap_or_else(|| page.head.url.clone()),
                updated: page.body.as_ref().and_then(|body| {
                    let listed = body.entry.visibility == Visibility::Public;
                    body.entry.updated.or(body.entry.date).filter(|_| listed)
                }),
            })
            .collect();
        urls.sort();
        urls
    }
}
