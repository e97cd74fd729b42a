//! The live preview, as the real program that answers on real sockets.
//!
//! Nothing here says how long anything takes: what is waited for may take as long as [`LONG`], and the tests count what
//! is said and done.

mod answers;
mod browser;
mod editing;
mod errors;
mod guard;
mod random;
mod saving;
mod starting;
mod versions;

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::sandbox::Sandbox;

/// After which a thing that did not happen is taken never to happen.
const LONG: Duration = Duration::from_mins(1);

/// The program, previewing a journal until this goes.
struct Preview {
    child: Child,
    /// `127.0.0.1:1234`.
    host: String,
    stderr: Arc<Mutex<String>>,
}

/// What was answered.
struct Answer {
    status: u16,
    /// As they came, in small letters.
    head: String,
    body: Vec<u8>,
}

impl Answer {
    /// The body as text, without what only the preview has.
    fn page(&self) -> String {
        without_preview(&String::from_utf8_lossy(&self.body))
    }

    fn header(&self, name: &str) -> Option<&str> {
        self.head.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(": "))
    }

    fn json(&self) -> Value {
        let text = String::from_utf8_lossy(&self.body);
        serde_json::from_str(&text).unwrap_or_else(|error| panic!("{error}: {} {text}", self.status))
    }

    /// What the page's script is told.
    fn island(&self) -> Value {
        let html = String::from_utf8_lossy(&self.body).into_owned();
        let (_, rest) = html.split_once("id=\"journal-preview\">").expect("a page of the preview");
        let (island, _) = rest.split_once("</script>").expect("it ends");
        serde_json::from_str(island).expect("JSON")
    }
}

/// A page without the lines that the preview puts in.
fn without_preview(html: &str) -> String {
    let end = "preview.js\" defer></script>\n";
    let lines = html.find("<meta name=\"journal-token\"").zip(html.find(end));
    lines.map_or_else(|| html.to_owned(), |(start, at)| format!("{}{}", &html[..start], &html[at + end.len()..]))
}

impl Preview {
    /// On a port of its own.
    #[track_caller]
    fn of(sandbox: &Sandbox) -> Self {
        Self::with(sandbox, "--port 0")
    }

    #[track_caller]
    fn with(sandbox: &Sandbox, arguments: &str) -> Self {
        Self::started(sandbox.command("", &format!("watch {arguments}")))
    }

    #[track_caller]
    fn started(mut command: Command) -> Self {
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the program starts");
        let stderr = Arc::new(Mutex::new(String::new()));
        let (mut said, heard) = (child.stderr.take().expect("a pipe"), Arc::clone(&stderr));
        thread::spawn(move || {
            let mut bytes = [0; 4096];
            while let Ok(count @ 1..) = said.read(&mut bytes) {
                heard.lock().expect("no panic").push_str(&String::from_utf8_lossy(&bytes[..count]));
            }
        });
        let mut address = String::new();
        BufReader::new(child.stdout.take().expect("a pipe")).read_line(&mut address).expect("the address");
        let host = address.trim().trim_start_matches("http://").trim_end_matches('/').to_owned();
        let preview = Self { child, host, stderr };
        assert!(!preview.host.is_empty(), "it says where it is: {}", preview.said());
        wait_for("the first build", || preview.get("/").status != 503 || preview.said().contains("error"));
        preview
    }

    /// What it said in the terminal.
    fn said(&self) -> String {
        self.stderr.lock().expect("no panic").clone()
    }

    fn connect(&self) -> TcpStream {
        let port = self.host.rsplit(':').next().expect("a port");
        let stream = TcpStream::connect(format!("127.0.0.1:{port}")).expect("it answers");
        stream.set_read_timeout(Some(LONG)).expect("a time");
        stream
    }

    /// Sends these bytes and reads to the end.
    fn raw(&self, request: impl AsRef<[u8]>) -> Answer {
        let mut stream = self.connect();
        stream.write_all(request.as_ref()).expect("it listens");
        let mut bytes = Vec::new();
        // A server that turns away before everything was said may cut the line.
        let _ = stream.read_to_end(&mut bytes);
        answer(&bytes)
    }

    fn request(&self, method: &str, path: &str, headers: &[(&str, &str)], body: &str) -> Answer {
        let mut lines = vec![format!("{method} {path} HTTP/1.1"), "Connection: close".to_owned()];
        if headers.iter().all(|(name, _)| !name.eq_ignore_ascii_case("host")) {
            lines.push(format!("Host: {}", self.host));
        }
        lines.extend(headers.iter().map(|(name, value)| format!("{name}: {value}")));
        if !body.is_empty() {
            lines.push(format!("Content-Length: {}", body.len()));
        }
        self.raw(format!("{}\r\n\r\n{body}", lines.join("\r\n")))
    }

    fn get(&self, path: &str) -> Answer {
        self.request("GET", path, &[], "")
    }

    /// By which a page of this preview is known.
    fn token(&self) -> String {
        let html = String::from_utf8_lossy(&self.get("/").body).into_owned();
        let (_, rest) = html.split_once("journal-token\" content=\"").expect("a page of the preview");
        rest.split('"').next().expect("it ends").to_owned()
    }

    /// As a page of the preview asks.
    fn post(&self, path: &str, body: &Value) -> Answer {
        let (token, origin) = (self.token(), format!("http://{}", self.host));
        let headers = [("X-Journal-Token", &*token), ("Origin", &*origin), ("Content-Type", "application/json")];
        self.request("POST", path, &headers, &body.to_string())
    }

    /// Listens to what happens from now on; `hello` was said already.
    fn listen(&self) -> Events {
        let mut stream = self.connect();
        let request = format!("GET /__journal/events HTTP/1.1\r\nHost: {}\r\n\r\n", self.host);
        stream.write_all(request.as_bytes()).expect("it listens");
        let mut events = Events { lines: BufReader::new(stream), hello: Value::Null };
        events.hello = events.until("hello");
        events
    }

    /// Waits for the end, and says how it ended.
    fn ended(mut self) -> Option<i32> {
        let began = Instant::now();
        loop {
            if let Some(status) = self.child.try_wait().expect("it can be asked") {
                return status.code();
            }
            assert!(began.elapsed() < LONG, "it does not end: {}", self.said());
            thread::sleep(Duration::from_millis(10));
        }
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn answer(bytes: &[u8]) -> Answer {
    let at = bytes.windows(4).position(|window| window == b"\r\n\r\n").unwrap_or(bytes.len());
    let head = String::from_utf8_lossy(&bytes[..at]).to_lowercase();
    let status = head.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap_or(0);
    let body = bytes.get(at + 4..).unwrap_or_default().to_vec();
    let body = if head.contains("transfer-encoding: chunked") { unchunked(&body) } else { body };
    Answer { status, head, body }
}

fn unchunked(mut bytes: &[u8]) -> Vec<u8> {
    let mut body = Vec::new();
    while let Some(at) = bytes.windows(2).position(|window| window == b"\r\n") {
        let size = usize::from_str_radix(&String::from_utf8_lossy(&bytes[..at]), 16).expect("a size");
        body.extend_from_slice(&bytes[at + 2..at + 2 + size]);
        bytes = &bytes[at + 4 + size..];
    }
    body
}

/// What is said to a page that listens.
struct Events {
    lines: BufReader<TcpStream>,
    hello: Value,
}

impl Events {
    /// The next event.
    #[track_caller]
    fn next(&mut self) -> (String, Value) {
        let mut name = String::new();
        let mut line = String::new();
        loop {
            line.clear();
            let count = self.lines.read_line(&mut line).unwrap_or_else(|error| panic!("nothing more is said: {error}"));
            assert!(count > 0, "the line was cut");
            if let Some(event) = line.strip_prefix("event: ") {
                event.trim().clone_into(&mut name);
            }
            if let Some(data) = line.strip_prefix("data: ") {
                return (name, serde_json::from_str(data).expect("JSON"));
            }
        }
    }

    /// The next event of that name.
    #[track_caller]
    fn until(&mut self, name: &str) -> Value {
        loop {
            let (found, data) = self.next();
            if found == name {
                return data;
            }
        }
    }

    /// Waits until a page is said to be other than before.
    #[track_caller]
    fn until_page(&mut self, page: &str) -> Value {
        loop {
            let update = self.until("update");
            if update["pages"].as_array().expect("a list").contains(&json!(page)) {
                return update;
            }
        }
    }
}

/// Waits until something is so.
#[track_caller]
fn wait_for(what: &str, mut is_so: impl FnMut() -> bool) {
    let began = Instant::now();
    while !is_so() {
        assert!(began.elapsed() < LONG, "never came: {what}");
        thread::sleep(Duration::from_millis(5));
    }
}

/// A small journal of every kind.
fn journal() -> Sandbox {
    Sandbox::on_a_sunday()
        .file("plans/novel.md", "# Novel\n\n- [ ] One\n- [ ] Two 🔁 every day 📅 2026-11-22\n- [x] Three\n")
        .file("reflections/2026-11-01-a.md", "---\nplan: novel\nmood: 3\n---\nFirst words.\n")
        .file("about.md", "# About\n\nMe.\n")
        .file("secret.md", "---\nvisibility: private\n---\n# Secret\n\nWords for me.\n")
}
