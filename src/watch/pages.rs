//! Pages as answers: which file an address means, and what only the preview has, put in beside it.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::Arc;

use axum::extract::{Request, State as Extract};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use percent_encoding::percent_decode_str;
use serde_json::{Map, Value, json};

use super::files;
use super::served::Served;
use super::{Message, Shared, State};
use crate::model::{OutPath, SourcePath, line_of, percent_encoded};
use crate::pipeline::{Draft, Made};
use crate::render::ShownStep;

/// What is shown for an address that is not there.
const NOT_FOUND: &str = "404.html";

/// What an address means.
#[derive(Debug, PartialEq, Eq)]
enum Meaning {
    /// This file.
    File(String),
    /// A folder, whose address ends in `/`.
    Folder(String),
    /// Nothing.
    Nothing,
}

/// What the path of an address means, where `has` says which files there are: `x.html` is also `x`, and a folder its
/// `index.html`. An address is looked up and never joined to a folder of the disk.
fn meaning(path: &str, has: impl Fn(&str) -> bool) -> Meaning {
    let Ok(path) = percent_decode_str(path).decode_utf8() else { return Meaning::Nothing };
    let Some(path) = path.strip_prefix('/') else { return Meaning::Nothing };
    if path.is_empty() || path.ends_with('/') {
        let index = format!("{path}index.html");
        return if has(&index) { Meaning::File(index) } else { Meaning::Nothing };
    }
    if has(path) {
        return Meaning::File(path.to_owned());
    }
    let page = format!("{path}.html");
    if has(&page) {
        return Meaning::File(page);
    }
    if has(&format!("{path}/index.html")) { Meaning::Folder(format!("{path}/")) } else { Meaning::Nothing }
}

/// Answers with the page or file at an address.
pub(super) async fn answer(Extract(shared): Extract<Arc<Shared>>, request: Request) -> Response {
    let (parts, _) = request.into_parts();
    if !matches!(parts.method, Method::GET | Method::HEAD) {
        return (StatusCode::METHOD_NOT_ALLOWED, [(header::ALLOW, "GET, HEAD")]).into_response();
    }
    let public = wants_public(&parts.headers, &shared);
    if public {
        bring_public(&shared).await;
    }
    // A page is made now, from the state of now, while others are answered and the next draft is made.
    let made = tokio::task::spawn_blocking(move || made(&shared, &parts, public)).await;
    made.unwrap_or_else(|_| StatusCode::INTERNAL_SERVER_ERROR.into_response())
}

fn made(shared: &Shared, parts: &Parts, public: bool) -> Response {
    let state = shared.state().clone();
    if state.number == 0 {
        return not_yet(shared, &state);
    }
    let served = if public { &state.public } else { &state.writer };
    match meaning(parts.uri.path(), |out| served.has(out)) {
        Meaning::File(out) => answer_file(shared, &state, served, &out, StatusCode::OK, &parts.headers),
        Meaning::Folder(folder) => {
            let query = parts.uri.query().map(|query| format!("?{query}")).unwrap_or_default();
            redirect(&format!("/{}{query}", encoded(&folder)))
        }
        Meaning::Nothing => answer_file(shared, &state, served, NOT_FOUND, StatusCode::NOT_FOUND, &HeaderMap::new()),
    }
}

fn redirect(to: &str) -> Response {
    let Ok(to) = HeaderValue::from_str(to) else { return StatusCode::NOT_FOUND.into_response() };
    (StatusCode::TEMPORARY_REDIRECT, [(header::LOCATION, to)]).into_response()
}

fn encoded(path: &str) -> String {
    path.split('/').map(percent_encoded).collect::<Vec<_>>().join("/")
}

fn answer_file(
    shared: &Shared,
    state: &State,
    served: &Served,
    out: &str,
    status: StatusCode,
    headers: &HeaderMap,
) -> Response {
    match served.file(out) {
        Ok(Some(Made::Bytes(bytes))) if is_page(out) => {
            let island = island(shared, state, served, out, &bytes);
            let html = with_preview(&bytes, &shared.token, &island, status == StatusCode::NOT_FOUND);
            (status, [(header::CONTENT_TYPE, "text/html; charset=utf-8")], html).into_response()
        }
        Ok(Some(made)) => files::answer(shared, out, &made, headers),
        Ok(None) => (status, "nothing is at this address\n").into_response(),
        // A draft whose templates fail is not answered from; see `live`.
        Err(failure) => (StatusCode::INTERNAL_SERVER_ERROR, format!("{failure}\n")).into_response(),
    }
}

fn is_page(out: &str) -> bool {
    OutPath::new(out).is_some_and(|out| out.extension() == "html")
}

/// Before the first build that could be made there is no page but this.
fn not_yet(shared: &Shared, state: &State) -> Response {
    let mut told = String::new();
    for error in &state.errors {
        let place = error.place.as_ref().map(|place| format!(":{}:{}", place.line, place.column)).unwrap_or_default();
        let _ = writeln!(told, "{}{place}: {}", error.path, error.message);
    }
    let told = told.replace('&', "&amp;").replace('<', "&lt;");
    let title = if told.is_empty() { "The site is being built" } else { "The site can’t be built yet" };
    let html = format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>{title}</title>\n</head>\n\
         <body>\n<main>\n<h1>{title}</h1>\n<pre>{told}</pre>\n</main>\n</body>\n</html>\n"
    );
    let island = json!({ "session": shared.session, "build": state.number, "page": "" });
    let html = with_preview(html.as_bytes(), &shared.token, &island, false);
    (StatusCode::SERVICE_UNAVAILABLE, [(header::CONTENT_TYPE, "text/html; charset=utf-8")], html).into_response()
}

/// The page with the preview's own lines at the end of its head. An address that is not there can be at any depth, so
/// its links begin at the top.
fn with_preview(html: &[u8], token: &str, island: &Value, from_top: bool) -> Vec<u8> {
    let at = memchr::memmem::find(html, b"</head>").unwrap_or(0);
    // In a script, `<` could begin its end.
    let island = island.to_string().replace('<', "\\u003c");
    let base = if from_top { "<base href=\"/\">\n" } else { "" };
    let lines = format!(
        "{base}<meta name=\"journal-token\" content=\"{token}\">\n\
         <script type=\"application/json\" id=\"journal-preview\">{island}</script>\n\
         <script src=\"/__journal/preview.js\" defer></script>\n"
    );
    [&html[..at], lines.as_bytes(), &html[at..]].concat()
}

/// What the script of a page has to know: which page this is, of which build, and which line of which file each step on
/// it is. `steps` go by their anchor on the page, `links` by the address of a link that leads to a step.
fn island(shared: &Shared, state: &State, served: &Served, out: &str, html: &[u8]) -> Value {
    let draft = served.draft();
    let mut pages = Pages { draft: draft.as_deref(), known: BTreeMap::new() };
    let steps: Map<String, Value> = pages.steps(out).clone().into_iter().collect();
    let links: Map<String, Value> = links_to_steps(html)
        .into_iter()
        .filter_map(|link| {
            let (page, anchor) = link.split_once('#')?;
            let Meaning::File(page) = meaning(&absolute(page, out), |out| served.has(out)) else {
                return None;
            };
            let step = pages.steps(&page).get(anchor)?.clone();
            Some((link, step))
        })
        .collect();
    let source = draft.as_ref().and_then(|draft| draft.source(out)).map(SourcePath::as_str);
    json!({
        "session": shared.session,
        "build": state.number,
        "page": out,
        "path": source,
        "audience": if std::ptr::eq(served, &raw const state.public) { "public" } else { "writer" },
        "edits": shared.guard.may_edit,
        "outdated": served.is_outdated(out),
        "steps": steps,
        "links": links,
    })
}

/// The steps of pages, each page looked at once.
struct Pages<'a> {
    draft: Option<&'a Draft>,
    known: BTreeMap<String, BTreeMap<String, Value>>,
}

impl Pages<'_> {
    /// The steps of a page by their anchors.
    fn steps(&mut self, out: &str) -> &BTreeMap<String, Value> {
        let draft = self.draft;
        let steps = || draft.map(|draft| draft.steps(out)).unwrap_or_default();
        let told = |ShownStep { anchor, path, line, state }: ShownStep| {
            let text = line_of(&draft?.texts().get(&path)?.text, line)?;
            Some((anchor, json!({ "path": path.as_str(), "line": line, "text": text, "state": state.name() })))
        };
        self.known.entry(out.to_owned()).or_insert_with(|| steps().into_iter().filter_map(told).collect())
    }
}

/// The addresses of links to steps of other pages, as the HTML has them.
fn links_to_steps(html: &[u8]) -> Vec<String> {
    let links = memchr::memmem::find_iter(html, b"#step-").filter_map(|at| {
        let start = memchr::memrchr(b'"', &html[..at])? + 1;
        let end = at + memchr::memchr(b'"', &html[at..])?;
        let is_link = start < at && html[..start].ends_with(b"href=\"");
        let link = std::str::from_utf8(&html[start..end]).ok()?;
        is_link.then(|| link.replace("&amp;", "&"))
    });
    links.collect()
}

/// A relative address on a page as one from the top.
fn absolute(link: &str, page: &str) -> String {
    let mut parts: Vec<&str> = page.split('/').collect();
    parts.pop();
    for part in link.split('/') {
        match part {
            "." => {}
            ".." => _ = parts.pop(),
            part => parts.push(part),
        }
    }
    format!("/{}", parts.join("/"))
}

/// `GET /__journal/audience?public` shows the site as the public will see it from now on, `?writer` all of it again; with
/// `&to=plans/x.html`, that page.
pub(super) async fn audience(Extract(shared): Extract<Arc<Shared>>, uri: Uri) -> Response {
    let mut words = uri.query().unwrap_or_default().split('&');
    let value = match words.next() {
        Some("public") => "public; Path=/; SameSite=Strict; HttpOnly",
        Some("writer") => "; Path=/; SameSite=Strict; HttpOnly; Max-Age=0",
        _ => return (StatusCode::BAD_REQUEST, "say `?public` or `?writer`\n").into_response(),
    };
    let to = words.find_map(|word| word.strip_prefix("to="));
    let to = to.and_then(|to| percent_decode_str(to).decode_utf8().ok()).and_then(|to| OutPath::new(&to));
    let to = to.map(|to| encoded(to.as_str())).unwrap_or_default();
    let Ok(cookie) = HeaderValue::from_str(&format!("{}={value}", cookie_name(&shared))) else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    let mut response = redirect(&format!("/{to}"));
    *response.status_mut() = StatusCode::SEE_OTHER;
    response.headers_mut().insert(header::SET_COOKIE, cookie);
    response
}

/// Cookies know no ports: two previews of one machine would share it.
fn cookie_name(shared: &Shared) -> String {
    format!("journal-audience-{}", shared.guard.port())
}

fn wants_public(headers: &HeaderMap, shared: &Shared) -> bool {
    let wanted = format!("{}=public", cookie_name(shared));
    let cookies = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    cookies.flat_map(|cookies| cookies.split(';')).any(|cookie| cookie.trim() == wanted)
}

/// Waits until the public's site is of the newest build.
async fn bring_public(shared: &Shared) {
    if shared.state().public_is_current {
        return;
    }
    let (reply, done) = tokio::sync::oneshot::channel();
    shared.tell_rounds(Message::Public(reply));
    // At the end there is nobody to reply.
    let _ = done.await;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_means_a_file_that_there_is() {
        let has = |out: &str| ["index.html", "a.html", "plans/index.html", "plans/ä b.html", "x.png"].contains(&out);
        let file = |out: &str| Meaning::File(out.to_owned());
        for (path, expected) in [
            ("/", file("index.html")),
            ("/a.html", file("a.html")),
            ("/a", file("a.html")),
            ("/plans/", file("plans/index.html")),
            ("/plans", Meaning::Folder("plans/".to_owned())),
            ("/plans/%C3%A4%20b", file("plans/ä b.html")),
            ("/x.png", file("x.png")),
            ("/a/", Meaning::Nothing),
            ("//a.html", Meaning::Nothing),
            ("/../a.html", Meaning::Nothing),
            ("/%2e%2e/a.html", Meaning::Nothing),
            ("/plans/..%2fa.html", Meaning::Nothing),
            ("/%ff", Meaning::Nothing),
            ("*", Meaning::Nothing),
        ] {
            assert_eq!(meaning(path, has), expected, "{path}");
        }
    }

    #[test]
    fn what_only_the_preview_has_stands_in_the_head() {
        let island = json!({ "x": "</script>" });
        let html = with_preview(b"<head><title>T</title></head><p></head>", "abc", &island, false);
        let html = String::from_utf8(html).expect("text");
        let (head, rest) = html.split_once("</head>").expect("a head");
        assert!(head.contains("<meta name=\"journal-token\" content=\"abc\">") && rest == "<p></head>", "{html}");
        assert!(head.contains(r#"{"x":"\u003c/script>"}"#), "{html}");
    }

    #[test]
    fn links_to_steps_are_found_and_lead_from_their_page() {
        let html = br#"<a href="plans/a.html#step-3">x</a> "y#step-1" <a class="z" href="../b.html?q&amp;r#step-12">"#;
        assert_eq!(links_to_steps(html), ["plans/a.html#step-3", "../b.html?q&r#step-12"]);
        assert_eq!(absolute("../b.html", "tags/x.html"), "/b.html");
        assert_eq!(absolute("", "tags/x.html"), "/tags/");
        assert_eq!(absolute("../../../b.html", "x.html"), "/b.html");
    }
}
