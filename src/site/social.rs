//! What a page tells of itself to other hosts: to those that show a link to it, and to search engines.
//!
//! Only where the site's address is known: both need full addresses, and neither comes to a folder on a disk.

use serde::Serialize;

use super::beside::Beside;
use super::index::Index;
use super::plans::PlanCards;
use super::social_cards::{SocialCard, figures};
use super::views::{LinkView, PlanCard};
use crate::language::Language;
use crate::model::{Date, Kind, Month, OutPath, percent_encoded};

/// What a page tells of itself to other hosts.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct SocialView {
    /// The type of Open Graph: `article` for entries with a day, else `website`.
    pub kind: &'static str,
    /// What is shown beside a link to it.
    pub image: Option<ImageView>,
    /// Its day.
    pub published: Option<Date>,
    /// When it was last changed, if the writer says so.
    pub updated: Option<Date>,
    /// The same for search engines, as JSON-LD; none where they are asked to leave it out.
    pub data: Option<LinkedData>,
}

impl ImageView {
    /// The social card of a plan.
    fn card(language: &Language, url: String, plan: &PlanCard) -> Self {
        let figures = figures(language, plan).into();
        let alt = language.say("card_alt", &[("title", (&plan.title).into()), ("figures", figures)]);
        Self { url, alt, width: Some(SocialCard::WIDTH), height: Some(SocialCard::HEIGHT) }
    }
}

/// A picture.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct ImageView {
    /// Its full address.
    pub url: String,
    /// What is on it, for those who do not see it.
    pub alt: String,
    /// In pixels, if known.
    pub width: Option<u32>,
    /// In pixels, if known.
    pub height: Option<u32>,
}

/// JSON-LD: what schema.org has words for.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct LinkedData {
    /// Whose words they are.
    #[serde(rename = "@context")]
    pub context: &'static str,
    /// What is told of.
    #[serde(rename = "@graph")]
    pub graph: Vec<Node>,
}

/// Something that is told of.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[serde(tag = "@type")]
pub enum Node {
    /// The site.
    WebSite(Work),
    /// A plan.
    CreativeWork(Work),
    /// A reflection.
    BlogPosting(Work),
    /// A page.
    WebPage(Work),
    /// The way to it from the front page.
    BreadcrumbList(Way),
}

/// Something that somebody wrote.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Work {
    /// Its full address.
    pub url: String,
    /// Its title.
    pub name: String,
    /// The same, as articles have it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub headline: Option<String>,
    /// One or two sentences about it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub description: String,
    /// A language tag.
    pub in_language: String,
    /// Who wrote it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub author: Option<Author>,
    /// Its day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date_published: Option<Date>,
    /// When it was last changed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date_modified: Option<Date>,
    /// Its tags.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub keywords: Vec<String>,
    /// The full address of its picture.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub image: Option<String>,
    /// What the writer says of a plan: `active`, `done`, …
    #[serde(skip_serializing_if = "Option::is_none")]
    pub creative_work_status: Option<&'static str>,
}

/// Who wrote it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[serde(tag = "@type")]
pub enum Author {
    /// A person.
    Person {
        /// The name.
        name: String,
    },
}

/// The way to a page from the front page.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Way {
    /// The pages on it, this one last.
    pub item_list_element: Vec<Crumb>,
}

/// A page on the way to another.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[serde(tag = "@type", rename = "ListItem")]
pub struct Crumb {
    /// Its place, from 1.
    pub position: usize,
    /// Its title.
    pub name: String,
    /// Its full address.
    pub item: String,
}

const SCHEMA: &str = "https://schema.org";

impl Index<'_> {
    /// What a page that is no entry's tells: only what links to it show.
    pub(crate) fn social_of_made(&self) -> Option<SocialView> {
        let known = !self.settings.base_url.is_empty();
        known.then_some(SocialView { kind: "website", image: None, published: None, updated: None, data: None })
    }

    /// What the front page tells.
    pub(crate) fn social_of_home(&self, description: &str) -> Option<SocialView> {
        let settings = self.settings;
        let work = Work {
            url: self.full(&self.made_url("index"))?,
            name: settings.title.clone(),
            description: description.to_owned(),
            in_language: settings.language.clone(),
            author: self.author(),
            ..Work::default()
        };
        let data = LinkedData { context: SCHEMA, graph: vec![Node::WebSite(work)] };
        Some(SocialView { data: Some(data), ..self.social_of_made()? })
    }

    /// What the page of an entry tells.
    pub(crate) fn social(
        &self,
        index: usize,
        description: &str,
        cards: &PlanCards,
        beside: Option<&Beside>,
    ) -> Option<SocialView> {
        let entry = self.entry(index);
        let url = self.full(&self.link(index).url)?;
        let card = beside.and_then(|beside| beside.social_card.as_ref()).and_then(|out| self.full_of(out));
        let card = card.zip(cards.card(index)).map(|(url, plan)| ImageView::card(self.language, url, plan));
        let cover = self.cover(index).and_then(|cover| self.full(&cover));
        let cover = cover.map(|url| ImageView { url, alt: String::new(), width: None, height: None });
        let image = cover.or(card);
        let published = if entry.kind == Kind::Plan { entry.date.or(entry.plan.start) } else { entry.date };
        let updated = entry.updated.filter(|updated| published.is_none_or(|published| published <= *updated));
        let work = Work {
            url: url.clone(),
            name: entry.title.clone(),
            headline: (entry.kind == Kind::Reflection).then(|| entry.title.clone()),
            description: description.to_owned(),
            in_language: self.settings.language.clone(),
            author: self.author(),
            date_published: published,
            date_modified: updated,
            keywords: entry.tags.clone(),
            image: image.as_ref().map(|image| image.url.clone()),
            creative_work_status: (entry.kind == Kind::Plan).then(|| entry.plan.status.name()),
        };
        let work = match entry.kind {
            Kind::Plan => Node::CreativeWork(work),
            Kind::Reflection => Node::BlogPosting(work),
            Kind::Page => Node::WebPage(work),
        };
        let data = LinkedData { context: SCHEMA, graph: vec![work, Node::BreadcrumbList(self.way(index))] };
        Some(SocialView {
            kind: if entry.kind == Kind::Reflection { "article" } else { "website" },
            image,
            published,
            updated,
            data: Some(data),
        })
    }

    fn author(&self) -> Option<Author> {
        let name = self.settings.author.clone();
        (!name.is_empty()).then_some(Author::Person { name })
    }

    /// The full address of a file, if the site's own is known.
    fn full_of(&self, out: &OutPath) -> Option<String> {
        self.full(&percent_encoded(out.as_str()))
    }

    /// From the front page to an entry, by the lists that name it.
    fn way(&self, index: usize) -> Way {
        let entry = self.entry(index);
        let made = |title: &str, stem: &str| LinkView { title: title.to_owned(), url: self.made_url(stem) };
        let mut links = vec![made(&self.settings.title, "index")];
        match entry.kind {
            Kind::Plan => links.push(made(&self.language.say("plans_title", &[]), "plans/index")),
            Kind::Reflection => {
                links.push(made(&self.language.say("reflections_title", &[]), "reflections/index"));
                links.extend(entry.date.map(Month::of).map(|month| LinkView {
                    title: self.language.month(month),
                    url: self.addresses.url(&self.addresses.month(month)),
                }));
            }
            Kind::Page => {}
        }
        links.push(self.link(index));
        let crumbs = links.into_iter().zip(1..).map(|(link, position)| Crumb {
            position,
            name: link.title,
            item: self.full(&link.url).unwrap_or(link.url),
        });
        Way { item_list_element: crumbs.collect() }
    }
}
