//! What the built site promises as a whole: every link leads somewhere, and nothing is asked of another host.

use std::collections::{BTreeMap, BTreeSet};

/// The value of every attribute of that name in a page.
fn attributes<'a>(html: &'a str, name: &str) -> Vec<&'a str> {
    let start = format!(" {name}=\"");
    html.split(start.as_str()).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

fn decoded(url: &str) -> String {
    let bytes = url.as_bytes();
    let mut out = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let code = (bytes[at] == b'%').then(|| url.get(at + 1..at + 3)).flatten();
        if let Some(byte) = code.and_then(|code| u8::from_str_radix(code, 16).ok()) {
            out.push(byte);
            at += 3;
        } else {
            out.push(bytes[at]);
            at += 1;
        }
    }
    String::from_utf8_lossy(&out).replace("&amp;", "&")
}

/// Whether a file of a site is a page.
#[must_use]
pub fn is_page(path: &str) -> bool {
    path.rsplit_once('.').is_some_and(|(_, ending)| ending == "html")
}

/// Every link of a site that leads nowhere, and everything that would be fetched from another host. `404.html` is left
/// out: a host shows it at any address, so it names the site's root in full.
#[must_use]
pub fn broken(files: &[(String, Vec<u8>)]) -> Vec<String> {
    let pages: BTreeMap<&str, String> = files
        .iter()
        .filter(|(path, _)| is_page(path) && path != "404.html")
        .map(|(path, bytes)| (path.as_str(), String::from_utf8_lossy(bytes).into_owned()))
        .collect();
    let paths: BTreeSet<&str> = files.iter().map(|(path, _)| path.as_str()).collect();
    let ids: BTreeMap<&str, BTreeSet<String>> =
        pages.iter().map(|(path, html)| (*path, attributes(html, "id").into_iter().map(decoded).collect())).collect();
    let mut broken = Vec::new();
    for (path, html) in &pages {
        for source in ["src", "poster"].iter().flat_map(|name| attributes(html, name)) {
            if source.contains("//") {
                broken.push(format!("{path} fetches {source}"));
            }
        }
        let links = ["href", "src", "poster"].iter().flat_map(|name| attributes(html, name));
        for link in links.filter(|link| !link.contains("://") && !link.starts_with("mailto:")) {
            let (target, fragment) =
                link.split_once('#').map_or((link, None), |(target, id)| (target, Some(decoded(id))));
            let mut parts: Vec<&str> = path.split('/').collect();
            parts.pop();
            let target = decoded(target);
            if target.starts_with('/') {
                broken.push(format!("{path} links to {link}, which is not relative"));
                continue;
            }
            for part in target.split('/') {
                match part {
                    "" | "." => {}
                    ".." => drop(parts.pop()),
                    part => parts.push(part),
                }
            }
            let mut joined = if target.is_empty() { (*path).to_owned() } else { parts.join("/") };
            if target.ends_with('/') || joined.is_empty() {
                let index = format!("{joined}/index.html");
                index.trim_start_matches('/').clone_into(&mut joined);
            }
            if !paths.contains(joined.as_str()) {
                broken.push(format!("{path} links to {link}, which is not there"));
            } else if let Some(fragment) = fragment.filter(|fragment| !fragment.is_empty())
                && !ids.get(joined.as_str()).is_some_and(|ids| ids.contains(&fragment))
            {
                broken.push(format!("{path} links to {link}, which has no such place"));
            }
        }
    }
    broken
}
