//! What the items of a feed say in full, as HTML in which every address is full; and `feed.json`.

use std::fmt::Write as _;

use serde::Serialize;

use super::body::{Bodies, body_html_abroad, escaped};
use super::{Site, data};
use crate::language::Language;
use crate::site::feeds::{Feed, FeedItem};

/// The address of the version of the format that `feed.json` follows.
const VERSION: &str = "https://jsonfeed.org/version/1.1";

/// The text of each item.
pub(super) fn texts(feed: &Feed, site: &Site, bodies: &Bodies<'_>) -> Vec<String> {
    let root = &site.view.base_url;
    let texts = feed.view.items.iter().zip(&feed.bodies).map(|(item, body)| match body {
        Some(body) => body_html_abroad(body, root, &item.url, &site.language, bodies),
        None => told(item, root, &site.language),
    });
    texts.collect()
}

/// An item that has no text of its own: its paragraphs, and the steps of a day.
fn told(item: &FeedItem, root: &str, language: &Language) -> String {
    let mut html = String::new();
    for line in item.summary.lines().filter(|line| !line.trim().is_empty()) {
        let _ = write!(html, "<p>{}</p>", escaped(line));
    }
    if item.steps.is_empty() {
        return html;
    }
    html.push_str("<ul>");
    for step in &item.steps {
        let _ = write!(html, "<li><a href=\"{}\">{}</a>", escaped(&format!("{root}{}", step.url)), escaped(&step.text));
        if item.plans.len() > 1 {
            let _ = write!(html, ", {}", escaped(&step.plan.title));
        }
        html.push_str("</li>");
    }
    if item.more_steps > 0 {
        let _ = write!(html, "<li>{}</li>", language.say_html("and_more", &[("count", item.more_steps.into())]));
    }
    html.push_str("</ul>");
    html
}

/// JSON Feed 1.1; what is optional there and not known here is left out.
#[derive(Serialize)]
struct JsonFeed<'a> {
    version: &'static str,
    title: &'a str,
    home_page_url: &'a str,
    feed_url: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    description: &'a str,
    language: &'a str,
    authors: [Author<'a>; 1],
    items: Vec<Item<'a>>,
}

#[derive(Serialize)]
struct Author<'a> {
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
}

#[derive(Serialize)]
struct Item<'a> {
    id: &'a str,
    url: &'a str,
    title: &'a str,
    content_html: String,
    #[serde(skip_serializing_if = "str::is_empty")]
    summary: &'a str,
    date_published: &'a str,
    date_modified: &'a str,
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    tags: &'a [String],
}

/// The bytes of `feed.json`.
pub(super) fn json(feed: &Feed, site: &Site, bodies: &Bodies<'_>) -> Vec<u8> {
    let view = &feed.view;
    let items = view.items.iter().zip(texts(feed, site, bodies)).map(|(item, content_html)| Item {
        id: &item.id,
        url: &item.url,
        title: &item.title,
        content_html,
        summary: &item.summary,
        date_published: &item.published,
        date_modified: &item.updated,
        tags: &item.tags,
    });
    let url = (!view.email.is_empty()).then(|| format!("mailto:{}", view.email));
    let feed = JsonFeed {
        version: VERSION,
        title: &view.title,
        home_page_url: &view.home,
        feed_url: &view.url,
        description: &view.subtitle,
        language: &view.language,
        authors: [Author { name: &view.author, url }],
        items: items.collect(),
    };
    data::json(&feed)
}
