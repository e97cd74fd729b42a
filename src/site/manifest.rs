//! `manifest.webmanifest`: what a telephone that puts the site beside its programs asks for.

use serde::Serialize;

use super::Theme;
use super::data::{Data, DataFile};
use super::index::Index;

/// Where it is.
const ADDRESS: &str = "manifest.webmanifest";

/// A web application manifest; addresses are relative to it, that is to the site's root.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Manifest {
    name: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    description: String,
    lang: String,
    start_url: String,
    scope: &'static str,
    display: &'static str,
    background_color: &'static str,
    theme_color: &'static str,
    icons: Vec<Icon>,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
struct Icon {
    src: String,
    sizes: &'static str,
    #[serde(rename = "type")]
    kind: &'static str,
}

impl Index<'_> {
    /// Where the manifest is, if there is one: only where the site's address is known, for a browser that opens a page
    /// from a disk complains of it.
    pub(crate) fn manifest_url(&self) -> Option<&'static str> {
        (!self.settings.base_url.is_empty()).then(|| self.free(ADDRESS)).flatten().map(|_| ADDRESS)
    }

    pub(crate) fn manifest(&self, theme: &Theme) -> Option<DataFile> {
        let settings = self.settings;
        let icons = [
            (&theme.icon, "any", "image/svg+xml"),
            (&theme.touch_icon, "180x180", "image/png"),
            (&theme.large_icon, "512x512", "image/png"),
        ];
        let icons = icons.into_iter().filter(|(src, ..)| !src.is_empty());
        let manifest = Manifest {
            name: settings.title.clone(),
            description: settings.description.clone(),
            lang: settings.language.clone(),
            start_url: self.made_url("index"),
            scope: "./",
            // It has links and no buttons of its own, so those of the browser stay.
            display: "minimal-ui",
            background_color: "#f5f7f3",
            theme_color: "#f5f7f3",
            icons: icons.map(|(src, sizes, kind)| Icon { src: src.clone(), sizes, kind }).collect(),
        };
        DataFile::new(self.manifest_url()?, Data::Manifest(Box::new(manifest)))
    }
}
