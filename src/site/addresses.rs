//! Where everything is in the site: one address for each entry, alias and made page, and no two the same.

use std::collections::BTreeMap;

use crate::model::settings::Permalinks;
use crate::model::{
    Address, Code, Diagnostic, Digest, Entry, Month, OutPath, Published, Severity, SourcePath, percent_encoded, slug,
};

/// The most reflections that one page lists of a month, and of those without a date.
pub(crate) const MOST_PER_PAGE: usize = 200;

/// Addresses of entries, by their index in [`Published::entries`].
#[derive(Debug)]
pub(crate) struct Addresses {
    permalinks: Permalinks,
    entries: Vec<Option<OutPath>>,
    /// Their addresses, as links have them.
    urls: Vec<Option<String>>,
    /// What is at an address, by the address in lower case: some disks see no difference.
    taken: BTreeMap<String, SourcePath>,
}

impl Addresses {
    /// Gives each entry its address; the first by path keeps one that two want.
    pub(crate) fn of(published: &Published, permalinks: Permalinks, diagnostics: &mut Vec<Diagnostic>) -> Self {
        let mut addresses = Self { permalinks, entries: Vec::new(), urls: Vec::new(), taken: BTreeMap::new() };
        for entry in published.entries() {
            let out = out_path(entry, permalinks);
            let kept = addresses.take(&out, &entry.path, diagnostics).then_some(out);
            addresses.urls.push(kept.as_ref().map(|out| url(out, permalinks)));
            addresses.entries.push(kept);
        }
        addresses
    }

    /// Whether `path` may have the address `out`. If not, the diagnostic says who has it.
    pub(crate) fn take(&mut self, out: &OutPath, path: &SourcePath, diagnostics: &mut Vec<Diagnostic>) -> bool {
        let key = out.as_str().to_lowercase();
        if let Some(owner) = self.taken.get(&key) {
            let message = format!("`{out}` is the address of `{owner}` already");
            diagnostics.push(
                Diagnostic::of_file(Code::AddressTaken, Severity::Error, path, message)
                    .help("give one of the two another `slug:` or `permalink:`, or another file name"),
            );
            return false;
        }
        // A file can't be a folder as well: neither may one be in the way of the other.
        let above = key.match_indices('/').find_map(|(at, _)| self.taken.get_key_value(&key[..at]));
        let folder = format!("{key}/");
        let below = self.taken.range(folder.clone()..).next().filter(|(other, _)| other.starts_with(&folder));
        if let Some((other, owner)) = above.or(below) {
            let message = format!("`{out}` and `{other}`, the address of `{owner}`, can't both be there");
            diagnostics.push(
                Diagnostic::of_file(Code::AddressTaken, Severity::Error, path, message)
                    .help("one would have to be a file and a folder at once; give one of the two another address"),
            );
            return false;
        }
        if key.split('/').any(|part| part.starts_with(".journal-")) {
            let message = format!("`{out}` can't be an address: the program keeps its own files under such names");
            diagnostics.push(
                Diagnostic::of_file(Code::BadAddress, Severity::Error, path, message)
                    .help("give it another `permalink:`, `slug:` or name"),
            );
            return false;
        }
        self.taken.insert(key, path.clone());
        true
    }

    /// Whether an entry or file has this address.
    pub(crate) fn is_taken(&self, out: &OutPath) -> bool {
        let key = out.as_str().to_lowercase();
        let folder = format!("{key}/");
        self.taken.contains_key(&key)
            || key.match_indices('/').any(|(at, _)| self.taken.contains_key(&key[..at]))
            || self.taken.range(folder.clone()..).next().is_some_and(|(other, _)| other.starts_with(&folder))
    }

    /// The file an entry is written to; none for one whose address another has.
    pub(crate) fn out(&self, index: usize) -> Option<&OutPath> {
        self.entries.get(index)?.as_ref()
    }

    /// An entry's address, relative to the site's root and encoded.
    pub(crate) fn url_of(&self, index: usize) -> Option<String> {
        self.urls.get(index)?.clone()
    }

    /// The address of a file of the site.
    pub(crate) fn url(&self, out: &OutPath) -> String {
        url(out, self.permalinks)
    }

    /// The address of an alias: a name becomes a slug at the root, a path stays one.
    pub(crate) fn alias_out(&self, alias: &str) -> Option<OutPath> {
        let parts: Vec<String> =
            alias.trim_end_matches(".html").split('/').map(slug).filter(|s| !s.is_empty()).collect();
        if parts.is_empty() || alias.split('/').any(|part| part == "..") {
            return None;
        }
        let stem = parts.join("/");
        OutPath::new(&if alias.ends_with('/') {
            format!("{stem}/index.html")
        } else {
            page_file(&stem, self.permalinks)
        })
    }

    /// A page made by the program, as `plans/index` or `tags/writing`.
    pub(crate) fn made(&self, stem: &str) -> OutPath {
        OutPath::new(&page_file(stem, self.permalinks)).expect("made of fixed names and slugs")
    }

    /// A page of a month, the first or one after it.
    pub(crate) fn month(&self, month: Month, number: usize) -> OutPath {
        let number = if number > 1 { format!("-{number}") } else { String::new() };
        self.made(&format!("reflections/{:04}/{:02}{number}", month.year.max(0), month.month))
    }

    /// The page of a year of reflections.
    pub(crate) fn year(&self, year: i16) -> OutPath {
        self.made(&format!("reflections/{:04}", year.max(0)))
    }

    /// The booklet of a month.
    pub(crate) fn booklet(&self, month: Month) -> OutPath {
        self.made(&format!("reflections/{:04}/{:02}-booklet", month.year.max(0), month.month))
    }

    /// The page of a tag, all of it or one year.
    pub(crate) fn tag(&self, tag: &str, year: Option<i16>) -> OutPath {
        let stem = tag_stem(tag);
        self.made(&year.map_or_else(|| format!("tags/{stem}"), |year| format!("tags/{stem}/{year}")))
    }
}

/// The part of an address that stands for a tag; tags that differ in case only have one page.
pub(crate) fn tag_stem(tag: &str) -> String {
    let parts: Vec<String> = tag.split('/').map(slug).filter(|part| !part.is_empty()).collect();
    match parts.join("/") {
        stem if stem.is_empty() => Digest::of_bytes(tag.to_lowercase().as_bytes()).short(),
        // A tag `index` would take the place of the list of tags.
        stem if stem == "index" => "index-1".to_owned(),
        stem => stem,
    }
}

fn url(out: &OutPath, permalinks: Permalinks) -> String {
    let path = out.as_str();
    let shown = match permalinks {
        Permalinks::Html => path,
        Permalinks::Clean | Permalinks::Folder => match path.strip_suffix("index.html") {
            Some("") => "./",
            Some(folder) if folder.ends_with('/') => folder,
            _ if permalinks == Permalinks::Clean => path.strip_suffix(".html").unwrap_or(path),
            _ => path,
        },
    };
    percent_encoded(shown)
}

fn page_file(stem: &str, permalinks: Permalinks) -> String {
    let own_folder = permalinks == Permalinks::Folder && stem != "index" && !stem.ends_with("/index") && stem != "404";
    if own_folder { format!("{stem}/index.html") } else { format!("{stem}.html") }
}

/// Where an entry wants to be.
fn out_path(entry: &Entry, permalinks: Permalinks) -> OutPath {
    let part = |name: &str| match slug(name) {
        slug if slug.is_empty() => Digest::of_bytes(name.as_bytes()).short(),
        slug => slug,
    };
    let in_folder = |last: &str| {
        let mut parts: Vec<String> = entry.path.folder().split('/').filter(|p| !p.is_empty()).map(part).collect();
        parts.push(part(last));
        page_file(&parts.join("/"), permalinks)
    };
    let wanted = match &entry.address {
        Address::Path => in_folder(entry.path.stem()),
        Address::Slug(last) => in_folder(last),
        Address::Permalink(path) => {
            let ending = path.rsplit_once('.').map(|(_, ending)| ending.to_lowercase());
            match ending.as_deref() {
                Some("html" | "htm") => path.clone(),
                _ if path.ends_with('/') => format!("{path}index.html"),
                _ => page_file(path, permalinks),
            }
        }
    };
    OutPath::new(&wanted).unwrap_or_else(|| OutPath::new(&in_folder(entry.path.stem())).expect("slugs are plain names"))
}

/// What leads from a file of the site to its root.
pub(crate) fn root_of(out: &OutPath) -> String {
    "../".repeat(out.as_str().matches('/').count())
}
