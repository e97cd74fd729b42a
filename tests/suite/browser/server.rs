//! The site as a host would serve it: below a path, with a policy that forbids all but the site's own files.

use std::collections::BTreeSet;
use std::io::{BufRead as _, BufReader, Write as _};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::{fs, io, thread};

/// The strictest policy that the built-in templates promise to work under: nothing inline, nothing from elsewhere.
const POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; script-src 'self'; manifest-src 'self'; \
                      media-src 'self'; base-uri 'none'; form-action 'self'";

/// A folder, served on the loopback interface for as long as this lives.
pub struct Server {
    address: SocketAddr,
    below: &'static str,
    missing: Arc<Mutex<BTreeSet<String>>>,
    ended: Arc<AtomicBool>,
}

impl Server {
    /// Serves a folder below a path, such as `/daybook/`.
    #[must_use]
    pub fn start(folder: &Path, below: &'static str) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let address = listener.local_addr().expect("it is bound");
        let (missing, ended) = (Arc::new(Mutex::new(BTreeSet::new())), Arc::new(AtomicBool::new(false)));
        let (folder, unknown, end) = (folder.to_owned(), Arc::clone(&missing), Arc::clone(&ended));
        thread::spawn(move || {
            for stream in listener.incoming() {
                if end.load(Ordering::SeqCst) {
                    break;
                }
                let Ok(stream) = stream else { continue };
                let (folder, unknown) = (folder.clone(), Arc::clone(&unknown));
                // A browser opens connections ahead of need: one that says nothing must not hold up the others.
                thread::spawn(move || drop(answer(stream, &folder, below, &unknown)));
            }
        });
        Self { address, below, missing, ended }
    }

    /// The address of the folder, with a slash at its end.
    #[must_use]
    pub fn url(&self) -> String {
        format!("http://{}{}", self.address, self.below)
    }

    /// What was asked for since the last call and is not there.
    #[must_use]
    pub fn missing(&self) -> BTreeSet<String> {
        std::mem::take(&mut *self.missing.lock().expect("nobody panics with it"))
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.ended.store(true, Ordering::SeqCst);
        drop(TcpStream::connect(self.address));
    }
}

/// Answers one request and closes.
fn answer(stream: TcpStream, folder: &Path, below: &str, unknown: &Mutex<BTreeSet<String>>) -> io::Result<()> {
    let mut reader = BufReader::new(stream);
    let mut request = String::new();
    reader.read_line(&mut request)?;
    let mut header = String::new();
    while reader.read_line(&mut header)? > 2 {
        header.clear();
    }
    let Some(asked) = request.split_whitespace().nth(1) else { return Ok(()) };
    let path = asked.split(['?', '#']).next().unwrap_or_default();
    let (status, file) = if let Some(file) = path.strip_prefix(below).and_then(|path| file(folder, path)) {
        ("200 OK", file)
    } else {
        unknown.lock().expect("nobody panics with it").insert(path.to_owned());
        ("404 Not Found", folder.join("404.html"))
    };
    let body = fs::read(&file)?;
    let mut stream = reader.into_inner();
    write!(
        stream,
        "HTTP/1.1 {status}\r\nContent-Type: {}\r\nContent-Length: {}\r\nContent-Security-Policy: {POLICY}\r\n\
         X-Content-Type-Options: nosniff\r\nCache-Control: max-age=3600\r\nConnection: close\r\n\r\n",
        media_type(&file),
        body.len()
    )?;
    stream.write_all(&body)?;
    stream.flush()
}

/// The file that a path names; a folder's is its index.
fn file(folder: &Path, path: &str) -> Option<PathBuf> {
    if path.split('/').any(|part| part == "..") {
        return None;
    }
    let file = folder.join(path);
    let file = if file.is_dir() { file.join("index.html") } else { file };
    file.is_file().then_some(file)
}

fn media_type(file: &Path) -> &'static str {
    match file.extension().and_then(|ending| ending.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("css") => "text/css",
        Some("js" | "mjs") => "text/javascript",
        Some("json") => "application/json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("woff2") => "font/woff2",
        Some("xml") => "application/xml",
        Some("wasm") => "application/wasm",
        _ => "text/plain; charset=utf-8",
    }
}
