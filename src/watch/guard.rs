//! Who may ask, and for what.
//!
//! A server on this machine can be reached by every page that a browser on it shows. Such a page may send requests, but
//! not choose their `Host`, `Origin` and `Sec-Fetch-*` headers; so these tell it from a page of the preview. `Host` is
//! looked at for the sake of names that lead here though they are someone else's (DNS rebinding).

use std::net::{IpAddr, SocketAddr};

use axum::http::header::{HOST, HeaderMap, ORIGIN};
use axum::http::{Method, Request};

/// Where the token of a page stands.
const TOKEN: &str = "x-journal-token";

/// Which requests are answered.
#[derive(Debug)]
pub(super) struct Guard {
    /// What a `Host` may be, small letters.
    hosts: Vec<String>,
    /// Whether every address of the machine is answered at: any address may be asked for then, but no name.
    is_everywhere: bool,
    port: u16,
    /// Whether only this machine is answered.
    pub(super) is_here: bool,
    /// Whether pages may change the journal.
    pub(super) may_edit: bool,
}

/// Why a request is not answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Refused {
    /// It asks for another host.
    Host,
    /// It comes from a page of another site.
    Origin,
    /// It does not have the token of a page.
    Token,
    /// Pages can't change the journal here.
    Edit,
}

impl Refused {
    /// What the page is told.
    pub(super) fn words(self) -> &'static str {
        match self {
            Self::Host => "this host is not the address of the preview",
            Self::Origin => "only pages of the preview itself are answered",
            Self::Token => "this page is of another run of the preview; reload it",
            Self::Edit => "others can see this preview, so its pages change nothing; start it with --allow-edit",
        }
    }
}

impl Guard {
    /// For a server that was asked to be at `host` and is at `here`.
    pub(super) fn new(host: &str, here: SocketAddr, allow_edit: bool) -> Self {
        let port = here.port();
        let host = host.to_ascii_lowercase();
        let address = here.ip();
        let mut names = vec![if host.contains(':') { format!("[{host}]") } else { host }, in_host(address)];
        if address.is_loopback() || address.is_unspecified() {
            names.extend(["localhost", "127.0.0.1", "[::1]"].map(str::to_owned));
        }
        // Browsers leave the usual port out.
        let with_port = |name: &String| [Some(format!("{name}:{port}")), (port == 80).then(|| name.clone())];
        let hosts = names.iter().flat_map(with_port).flatten().collect();
        let may_edit = address.is_loopback() || allow_edit;
        Self { hosts, is_everywhere: address.is_unspecified(), port, is_here: address.is_loopback(), may_edit }
    }

    /// Whether a request may be looked at, whatever it is for.
    pub(super) fn check<B>(&self, request: &Request<B>) -> Result<(), Refused> {
        let headers = request.headers();
        let mut hosts = headers.get_all(HOST).iter();
        let (Some(host), None) = (hosts.next(), hosts.next()) else { return Err(Refused::Host) };
        let is_ours = |host: &str| self.is_ours(host);
        // `GET http://elsewhere/` asks for another host than the header says.
        let asked = request.uri().authority().is_none_or(|authority| is_ours(authority.as_str()));
        if !asked || !host.to_str().is_ok_and(is_ours) {
            return Err(Refused::Host);
        }
        if let Some(origin) = headers.get(ORIGIN) {
            let host = origin.to_str().ok().and_then(|origin| origin.strip_prefix("http://"));
            if !host.is_some_and(is_ours) {
                return Err(Refused::Origin);
            }
        }
        if is_from_here(headers, request.method()) { Ok(()) } else { Err(Refused::Origin) }
    }

    /// Whether a request may change the journal; `token` is that of this run.
    pub(super) fn check_edit(&self, headers: &HeaderMap, token: &str) -> Result<(), Refused> {
        if !self.may_edit {
            return Err(Refused::Edit);
        }
        let given = headers.get(TOKEN).map(axum::http::HeaderValue::as_bytes);
        if given.is_some_and(|given| is_equal(given, token.as_bytes())) { Ok(()) } else { Err(Refused::Token) }
    }

    /// The port that is answered at.
    pub(super) fn port(&self) -> u16 {
        self.port
    }

    fn is_ours(&self, host: &str) -> bool {
        let host = host.to_ascii_lowercase();
        if self.hosts.contains(&host) {
            return true;
        }
        let address = host.parse::<SocketAddr>().ok().filter(|address| address.port() == self.port);
        self.is_everywhere && address.is_some()
    }
}

/// Whether a browser says that the request is of a page of the preview, or of the person. A link that leads here from
/// elsewhere may be followed; what it opens is shown to the person only.
fn is_from_here(headers: &HeaderMap, method: &Method) -> bool {
    let said = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    match said("sec-fetch-site") {
        None | Some("same-origin" | "none") => true,
        Some(_) => {
            let reads = matches!(*method, Method::GET | Method::HEAD);
            reads && said("sec-fetch-mode") == Some("navigate") && said("sec-fetch-dest") == Some("document")
        }
    }
}

/// An address as it stands in a `Host`.
fn in_host(address: IpAddr) -> String {
    match address {
        IpAddr::V4(address) => address.to_string(),
        IpAddr::V6(address) => format!("[{address}]"),
    }
}

/// Compared whole, so that the time it takes tells nothing.
fn is_equal(one: &[u8], other: &[u8]) -> bool {
    one.len() == other.len() && one.iter().zip(other).fold(0, |all, (a, b)| all | (a ^ b)) == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn guard(host: &str, here: &str, allow_edit: bool) -> Guard {
        Guard::new(host, here.parse().expect("an address"), allow_edit)
    }

    fn request(headers: &[(&str, &str)]) -> Request<()> {
        let builder =
            headers.iter().fold(Request::builder().uri("/"), |builder, (name, value)| builder.header(*name, *value));
        builder.body(()).expect("a request")
    }

    #[test]
    fn only_its_own_address_is_a_host() {
        let local = guard("127.0.0.1", "127.0.0.1:4848", false);
        for good in ["127.0.0.1:4848", "localhost:4848", "LOCALHOST:4848", "[::1]:4848"] {
            assert_eq!(local.check(&request(&[("host", good)])), Ok(()), "{good}");
        }
        for bad in
            ["evil.example:4848", "127.0.0.1", "127.0.0.1:80", "localhost.evil.example:4848", "10.0.0.1:4848", ""]
        {
            assert_eq!(local.check(&request(&[("host", bad)])), Err(Refused::Host), "{bad}");
        }
        assert_eq!(local.check(&request(&[])), Err(Refused::Host));
        let twice = request(&[("host", "localhost:4848"), ("host", "evil.example:4848")]);
        assert_eq!(local.check(&twice), Err(Refused::Host));
        let elsewhere = Request::builder().uri("http://evil.example/").header("host", "localhost:4848").body(());
        assert_eq!(local.check(&elsewhere.expect("a request")), Err(Refused::Host));
    }

    #[test]
    fn where_every_address_is_answered_no_foreign_name_is() {
        let open = guard("0.0.0.0", "0.0.0.0:80", false);
        for good in ["192.168.1.7:80", "localhost", "127.0.0.1", "[fe80::1]:80"] {
            assert_eq!(open.check(&request(&[("host", good)])), Ok(()), "{good}");
        }
        assert_eq!(open.check(&request(&[("host", "evil.example:80")])), Err(Refused::Host));
        let named = guard("desk.local", "192.168.1.7:4848", false);
        assert_eq!(named.check(&request(&[("host", "desk.local:4848")])), Ok(()));
        assert_eq!(named.check(&request(&[("host", "192.168.1.7:4848")])), Ok(()));
        assert_eq!(named.check(&request(&[("host", "localhost:4848")])), Err(Refused::Host));
    }

    #[test]
    fn pages_of_other_sites_are_not_answered() {
        let local = guard("127.0.0.1", "127.0.0.1:4848", false);
        let with = |more: &[(&str, &str)]| local.check(&request(&[&[("host", "localhost:4848")], more].concat()));
        assert_eq!(with(&[("origin", "http://localhost:4848")]), Ok(()));
        for bad in ["https://localhost:4848", "http://evil.example", "null", "http://localhost:3000"] {
            assert_eq!(with(&[("origin", bad)]), Err(Refused::Origin), "{bad}");
        }
        assert_eq!(with(&[("sec-fetch-site", "same-origin")]), Ok(()));
        assert_eq!(with(&[("sec-fetch-site", "cross-site"), ("sec-fetch-mode", "no-cors")]), Err(Refused::Origin));
        let link = [("sec-fetch-site", "cross-site"), ("sec-fetch-mode", "navigate")];
        assert_eq!(with(&[&link[..], &[("sec-fetch-dest", "document")]].concat()), Ok(()));
        assert_eq!(with(&[&link[..], &[("sec-fetch-dest", "iframe")]].concat()), Err(Refused::Origin));
    }

    #[test]
    fn only_a_page_of_this_run_changes_anything_and_only_here() {
        let headers = |token: &str| request(&[(TOKEN, token)]).into_parts().0.headers;
        let local = guard("127.0.0.1", "127.0.0.1:4848", false);
        assert_eq!(local.check_edit(&headers("abc"), "abc"), Ok(()));
        assert_eq!(local.check_edit(&headers("abd"), "abc"), Err(Refused::Token));
        assert_eq!(local.check_edit(&headers(""), "abc"), Err(Refused::Token));
        assert_eq!(local.check_edit(&HeaderMap::new(), "abc"), Err(Refused::Token));
        assert_eq!(guard("0.0.0.0", "0.0.0.0:4848", false).check_edit(&headers("abc"), "abc"), Err(Refused::Edit));
        assert_eq!(guard("0.0.0.0", "0.0.0.0:4848", true).check_edit(&headers("abc"), "abc"), Ok(()));
    }
}
