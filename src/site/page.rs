//! A page before it is rendered: where it goes, which template makes it, and all that it may see.

use std::hash::{Hash, Hasher};
use std::sync::Arc;

use serde::{Serialize, Serializer};

use super::bodies::BodyPlan;
use super::booklets::BookletView;
use super::charts::views::TimelineView;
use super::feeds::Feed;
use super::on_this_day::OnThisDayView;
use super::people::PeopleView;
use super::search::SearchView;
use super::views::{
    HomeView, MonthView, NotFoundView, PageView, PlainView, PlanView, PlansView, RedirectView, ReflectionView,
    ReflectionsView, RobotsView, SitemapView, TagPageView, TagsView, YearPageView,
};
use crate::model::OutPath;

/// A file of the site that a template makes.
#[derive(Debug, Clone)]
pub struct Page {
    /// Where it goes.
    pub out: OutPath,
    /// The name of its template.
    pub template: String,
    /// What it knows of itself.
    pub head: PageView,
    /// What it shows.
    pub view: View,
    /// The entry's own text, if it has one.
    pub body: Option<Arc<BodyPlan>>,
}

impl Hash for Page {
    /// Over exactly what a template is given.
    fn hash<H: Hasher>(&self, state: &mut H) {
        let Self { out, template, head, view, body } = self;
        (out, template, head, view, body).hash(state);
    }
}

macro_rules! views {
    ($($(#[doc = $doc:literal])+ $variant:ident($view:ty) = $template:literal,)+) => {
        /// What a page shows: one variant for each template.
        #[derive(Debug, Clone, Hash)]
        pub enum View {
            $($(#[doc = $doc])+ $variant(Box<$view>),)+
        }

        impl View {
            /// The template that shows it, unless its entry names another.
            #[must_use]
            pub fn template(&self) -> &'static str {
                match self {
                    $(Self::$variant(_) => $template,)+
                }
            }
        }

        impl Serialize for View {
            fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                match self {
                    $(Self::$variant(view) => view.serialize(to),)+
                }
            }
        }
    };
}

views! {
    /// The front page.
    Home(HomeView) = "home.html",
    /// A plan.
    Plan(PlanView) = "plan.html",
    /// A reflection.
    Reflection(ReflectionView) = "reflection.html",
    /// Any other entry.
    Plain(PlainView) = "page.html",
    /// The plans.
    Plans(PlansView) = "plans.html",
    /// All plans in time.
    Timeline(TimelineView) = "timeline.html",
    /// The reflections.
    Reflections(ReflectionsView) = "reflections.html",
    /// A month of reflections.
    Month(MonthView) = "month.html",
    /// A year of reflections.
    Year(YearPageView) = "year.html",
    /// A month of reflections, for paper.
    Booklet(BookletView) = "booklet.html",
    /// This day in earlier years.
    OnThisDay(OnThisDayView) = "on-this-day.html",
    /// Who helps with what.
    People(PeopleView) = "people.html",
    /// The tags.
    Tags(TagsView) = "tags.html",
    /// What has a tag.
    Tag(TagPageView) = "tag.html",
    /// Where words are looked for.
    Search(SearchView) = "search.html",
    /// What is shown for an address that is not there.
    NotFound(NotFoundView) = "404.html",
    /// An alias.
    Redirect(RedirectView) = "redirect.html",
    /// For search engines.
    Sitemap(SitemapView) = "sitemap.xml",
    /// For search engines.
    Robots(RobotsView) = "robots.txt",
    /// What happened, for programs that ask again and again.
    Feed(Feed) = "feed.xml",
}
