//! Nothing gets out to whom it is not for, nothing is written for whom it is not, and nobody brings it down.

use std::io::{Read, Write};
use std::net::TcpStream;

use serde_json::json;

use super::{Preview, journal};

#[test]
fn no_address_leads_out_of_the_site() {
    let sandbox = journal().file("notes.md", "# N\n").file("_drafts/hidden.txt", "canary");
    sandbox.write(".env", "canary");
    let preview = Preview::of(&sandbox);
    let name = sandbox.root().file_name().expect("a name").to_string_lossy().into_owned();
    for path in [
        "/../../../../etc/passwd",
        "/..%2f..%2f..%2fetc/passwd",
        "/%2e%2e/%2e%2e/etc/passwd",
        "/%252e%252e/etc/passwd",
        "/..\\..\\etc\\passwd",
        "/..%5c..%5cetc%5cpasswd",
        "//etc/passwd",
        "/plans/../journal.yaml",
        "/plans/..%2fjournal.yaml",
        "/journal.yaml",
        "/about.md",
        "/.env",
        "/_drafts/hidden.txt",
        "/.journal/.gitignore",
        "/static/../.env",
        "/about.html%00.png",
        "/about.html/../.env",
        "file:///etc/passwd",
        "/%",
        "/%zz",
        "/\u{fffd}",
        &format!("/../{name}/.env"),
    ] {
        let answer = preview.raw(format!("GET {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", preview.host));
        let text = String::from_utf8_lossy(&answer.body).into_owned();
        assert!(matches!(answer.status, 400 | 403 | 404), "{path}: {} {text}", answer.status);
        assert!(!text.contains("canary") && !text.contains("root:") && !text.contains("today:"), "{path}: {text}");
    }
    assert_eq!(preview.get("/about.html").status, 200);
}

#[test]
fn only_its_own_pages_on_its_own_address_are_answered() {
    let sandbox = journal();
    let preview = Preview::of(&sandbox);
    let port = preview.host.rsplit(':').next().expect("a port").to_owned();
    let get = |path: &str, headers: &[(&str, &str)]| preview.request("GET", path, headers, "").status;
    for path in ["/", "/journal.json", "/__journal/events", "/__journal/preview.js"] {
        for host in ["evil.example", "evil.example:4848", "127.0.0.1", "127.0.0.1:1", &format!("evil.example:{port}")] {
            assert_eq!(get(path, &[("Host", host)]), 403, "{path} {host}");
        }
        for origin in ["http://evil.example", "null", "http://localhost:1", &format!("https://localhost:{port}")] {
            assert_eq!(get(path, &[("Origin", origin)]), 403, "{path} {origin}");
        }
        assert_eq!(get(path, &[("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Mode", "no-cors")]), 403, "{path}");
    }
    assert_eq!(get("/", &[("Host", &format!("localhost:{port}"))]), 200);
    assert_eq!(preview.raw("GET / HTTP/1.1\r\nConnection: close\r\n\r\n").status, 403);
    assert_eq!(preview.raw("GET / HTTP/1.0\r\n\r\n").status, 403);
    let two = format!("GET / HTTP/1.1\r\nHost: {}\r\nHost: evil.example\r\nConnection: close\r\n\r\n", preview.host);
    assert!(matches!(preview.raw(two).status, 400 | 403));
    let absolute = format!("GET http://evil.example/ HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", preview.host);
    assert_eq!(preview.raw(absolute).status, 403);
}

#[test]
fn only_a_page_with_the_token_changes_anything() {
    let sandbox = journal();
    let preview = Preview::of(&sandbox);
    let token = preview.token();
    let before = sandbox.read("plans/novel.md");
    let step = json!({"path": "plans/novel.md", "line": 3, "text": "- [ ] One", "state": "done"}).to_string();
    let own = format!("http://{}", preview.host);
    let json = ("Content-Type", "application/json");
    let post = |headers: &[(&str, &str)]| preview.request("POST", "/__journal/step", headers, &step).status;
    assert_eq!(post(&[json]), 403);
    assert_eq!(post(&[json, ("X-Journal-Token", "")]), 403);
    assert_eq!(post(&[json, ("X-Journal-Token", &token[1..])]), 403);
    assert_eq!(post(&[json, ("X-Journal-Token", &token.replace(|c: char| c.is_ascii_digit(), "x"))]), 403);
    assert_eq!(post(&[json, ("X-Journal-Token", &token), ("Origin", "http://evil.example")]), 403);
    assert_eq!(post(&[json, ("X-Journal-Token", &token), ("Host", "evil.example")]), 403);
    assert_eq!(post(&[json, ("X-Journal-Token", &token), ("Sec-Fetch-Site", "same-site")]), 403);
    assert_eq!(post(&[("Content-Type", "text/plain"), ("X-Journal-Token", &token)]), 415);
    assert_eq!(preview.request("GET", "/__journal/step", &[("X-Journal-Token", &token)], "").status, 405);
    for path in ["/__journal/reflection", "/__journal/undo"] {
        assert_eq!(preview.request("POST", path, &[json], "{}").status, 403, "{path}");
    }
    assert_eq!(sandbox.read("plans/novel.md"), before);
    assert!(!sandbox.has("reflections/2026"));
    assert_eq!(post(&[json, ("X-Journal-Token", &token), ("Origin", &own)]), 200);
}

#[test]
fn a_preview_that_others_can_see_changes_nothing_unless_it_was_said() {
    let sandbox = journal();
    let step = json!({"path": "plans/novel.md", "line": 3, "text": "- [ ] One", "state": "done"});
    let open = Preview::with(&sandbox, "--host 0.0.0.0 --port 0");
    assert_eq!(open.get("/").island()["edits"], false);
    let refused = open.post("/__journal/step", &step);
    assert_eq!(refused.status, 403);
    assert!(refused.json()["error"].as_str().expect("words").contains("--allow-edit"));
    assert!(open.said().contains("others can see this preview"), "{}", open.said());
    drop(open);
    let open = Preview::with(&sandbox, "--host 0.0.0.0 --port 0 --allow-edit");
    assert_eq!(open.post("/__journal/step", &step).status, 200);
}

#[test]
fn too_much_is_not_read() {
    let sandbox = journal();
    let preview = Preview::of(&sandbox);
    let large = json!({"text": "x".repeat(70_000)});
    assert_eq!(preview.post("/__journal/reflection", &large).status, 413);
    // The same without saying so beforehand.
    let chunk = format!("{:x}\r\n{}\r\n", 10_000, "x".repeat(10_000)).repeat(8);
    let head = format!(
        "POST /__journal/step HTTP/1.1\r\nHost: {}\r\nX-Journal-Token: {}\r\nContent-Type: application/json\r\n\
         Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n",
        preview.host,
        preview.token()
    );
    assert_eq!(preview.raw(format!("{head}{chunk}0\r\n\r\n")).status, 413);
    let header = format!("GET / HTTP/1.1\r\nHost: {}\r\nX: {}\r\n\r\n", preview.host, "x".repeat(200_000));
    assert!(matches!(preview.raw(header).status, 0 | 400 | 431));
    let line = format!("GET /{} HTTP/1.1\r\nHost: {}\r\n\r\n", "x".repeat(100_000), preview.host);
    assert!(matches!(preview.raw(line).status, 0 | 400 | 414 | 431));
    assert_eq!(preview.get("/about.html").status, 200);
}

#[test]
fn nonsense_is_answered_or_cut_off() {
    let preview = Preview::of(&journal());
    let request = format!("GET / HTTP/1.1\r\nHost: {}\r\n", preview.host);
    for bytes in [
        &b"\r\n\r\n\r\n"[..],
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
        b"GET\r\n\r\n",
        b"GET / HTTP/9.9\r\n\r\n",
        b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
        format!("{request}Content-Length: -1\r\n\r\n").as_bytes(),
        format!("{request}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n").as_bytes(),
        format!("{request}Range: bytes=18446744073709551615-18446744073709551616\r\nConnection: close\r\n\r\n")
            .as_bytes(),
    ] {
        let mut stream = preview.connect();
        stream.write_all(bytes).expect("it listens");
        // Nothing more will come, and the other end knows.
        stream.shutdown(std::net::Shutdown::Write).expect("open");
        let _ = stream.read_to_end(&mut Vec::new());
    }
    assert_eq!(preview.get("/about.html").status, 200);
}

#[test]
fn many_who_say_nothing_and_many_who_listen_leave_room_for_others() {
    let sandbox = journal();
    let preview = Preview::of(&sandbox);
    let _half_open: Vec<TcpStream> = (0..300)
        .map(|_| {
            let mut stream = preview.connect();
            stream.write_all(b"GET / HTTP/1.1\r\nHost:").expect("it listens");
            stream
        })
        .collect();
    let mut listening: Vec<_> = (0..500).map(|_| preview.listen()).collect();
    sandbox.write("about.md", "# About\n\nFor all.\n");
    for events in &mut listening {
        events.until_page("about.html");
    }
    assert!(preview.get("/about.html").page().contains("For all"));
    drop(listening);
    sandbox.write("about.md", "# About\n\nFor nobody.\n");
    let mut events = preview.listen();
    while !preview.get("/about.html").page().contains("For nobody") {
        events.until("update");
    }
}
