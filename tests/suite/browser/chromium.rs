//! A real browser, told what to do over its own debugging protocol.
//!
//! The protocol is JSON over a WebSocket, and these tests need seven of its methods: `tungstenite` carries them, for
//! seconds of compiling. `headless_chrome`, which knows all of the protocol, took 170 seconds of CPU (tungstenite with
//! everything below it: 26); `puppeteer-core` wants a newer node than Debian stable has.

use std::collections::BTreeMap;
use std::io::{self, BufRead as _, BufReader};
use std::net::TcpStream;
use std::os::unix::fs::MetadataExt as _;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::Duration;
use std::{env, fs, thread};

use serde_json::{Value, json};
use tempfile::TempDir;
use tungstenite::{Message, WebSocket};

use crate::outside::{ignored, program};

/// How long one answer of the browser may take before the test is given up: far more than any does.
const PATIENCE: Duration = Duration::from_secs(90);

/// A browser with one open tab, and all that the tab reported.
pub struct Browser {
    process: Child,
    socket: WebSocket<TcpStream>,
    /// The tab's session on the browser's connection.
    session: Option<String>,
    calls: u64,
    events: Vec<Value>,
    _profile: TempDir,
}

impl Browser {
    /// A browser with a profile of its own; nothing where none is installed, and then it is said.
    #[must_use]
    pub fn start(test: &str) -> Option<Self> {
        let named = env::var_os("CHROMIUM").map(PathBuf::from);
        let Some(chromium) = named.or_else(|| program(&["chromium", "chromium-browser", "google-chrome"])) else {
            ignored(test, "no Chromium on the PATH or in the variable CHROMIUM");
            return None;
        };
        let profile = TempDir::new().expect("a temporary folder");
        let mut command = Command::new(chromium);
        command
            .args(["--headless", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run"])
            .args(["--disable-background-networking", "--disable-component-update", "--disable-sync"])
            .args(["--remote-debugging-port=0", "about:blank"])
            .arg(format!("--user-data-dir={}", profile.path().display()))
            .stdout(Stdio::null())
            .stderr(Stdio::piped());
        // Its sandbox refuses to start for root, as whom containers run.
        if fs::metadata("/proc/self").is_ok_and(|process| process.uid() == 0) {
            command.arg("--no-sandbox");
        }
        let mut process = command.spawn().expect("the browser starts");
        let mut said = BufReader::new(process.stderr.take().expect("it is piped"));
        let mut heard = String::new();
        let address = loop {
            let mut line = String::new();
            if said.read_line(&mut line).expect("it writes text") == 0 {
                drop(process.kill());
                panic!("the browser ended before it listened\n{heard}");
            }
            if let Some(address) = line.strip_prefix("DevTools listening on ") {
                break address.trim().to_owned();
            }
            heard.push_str(&line);
        };
        // What it goes on to say has to be read, or it would wait for that at some point.
        thread::spawn(move || io::copy(&mut said, &mut io::sink()));
        let host = address.trim_start_matches("ws://").split('/').next().expect("an address has a host");
        let stream = TcpStream::connect(host).expect("it listens");
        stream.set_read_timeout(Some(PATIENCE)).expect("it is not zero");
        let (socket, _) = tungstenite::client(address, stream).expect("it speaks WebSocket");
        let mut browser = Self { process, socket, session: None, calls: 0, events: Vec::new(), _profile: profile };
        browser.open_tab();
        Some(browser)
    }

    fn open_tab(&mut self) {
        let tab = self.call("Target.createTarget", &json!({"url": "about:blank"}));
        let session =
            self.call("Target.attachToTarget", &json!({"targetId": tab["targetId"], "flatten": true}))["sessionId"]
                .as_str()
                .map(str::to_owned);
        self.session = session;
        for domain in ["Page", "Runtime", "Log", "Network"] {
            self.call(&format!("{domain}.enable"), &json!({}));
        }
        self.call("Page.setLifecycleEventsEnabled", &json!({"enabled": true}));
    }

    /// One method of the protocol, and its result.
    #[track_caller]
    pub fn call(&mut self, method: &str, parameters: &Value) -> Value {
        self.calls += 1;
        let id = self.calls;
        let mut message = json!({"id": id, "method": method, "params": parameters});
        if let Some(session) = &self.session {
            message["sessionId"] = json!(session);
        }
        self.socket.send(Message::text(message.to_string())).expect("the browser is there");
        loop {
            let mut message = self.heard();
            if message["id"] == id {
                assert!(message["error"].is_null(), "{method}: {}", message["error"]);
                return message["result"].take();
            }
            self.events.push(message);
        }
    }

    #[track_caller]
    fn heard(&mut self) -> Value {
        loop {
            if let Message::Text(text) = self.socket.read().expect("the browser answers") {
                return serde_json::from_str(&text).expect("the protocol is JSON");
            }
        }
    }

    /// Goes to an address, until all that its page names is there. The page may lead on to another.
    #[track_caller]
    pub fn go_to(&mut self, url: &str) {
        let at = self.call("Page.navigate", &json!({"url": url}));
        assert!(at["errorText"].is_null(), "{url}: {at}");
        let loader = at["loaderId"].clone();
        self.until(|event| {
            event["method"] == "Page.lifecycleEvent"
                && event["params"]["name"] == "load"
                && event["params"]["loaderId"] == loader
        });
    }

    /// The same, and what its typefaces are fetched for is laid out.
    #[track_caller]
    pub fn open(&mut self, url: &str) {
        self.go_to(url);
        // A typeface is fetched when something is first laid out in it, and a busy machine loads a page before that.
        self.run("document.documentElement.offsetHeight, document.fonts.ready.then(() => null)");
    }

    /// Waits for an event that came since the last [`Browser::complaints`], or is still to come.
    #[track_caller]
    pub fn until(&mut self, is: impl Fn(&Value) -> bool) {
        if self.events.iter().any(&is) {
            return;
        }
        loop {
            let event = self.heard();
            let found = is(&event);
            self.events.push(event);
            if found {
                return;
            }
        }
    }

    /// The value of an expression in the page; a promise's when it is kept.
    #[track_caller]
    pub fn run(&mut self, expression: &str) -> Value {
        let parameters = json!({"expression": expression, "awaitPromise": true, "returnByValue": true});
        let mut result = self.call("Runtime.evaluate", &parameters);
        assert!(result["exceptionDetails"].is_null(), "{}", result["exceptionDetails"]);
        result["result"]["value"].take()
    }

    /// The strings that a function in the page returns.
    #[track_caller]
    pub fn list(&mut self, function: &str, argument: &str) -> Vec<String> {
        let list = self.run(&format!("({function})({argument})"));
        list.as_array().expect("a list").iter().filter_map(Value::as_str).map(str::to_owned).collect()
    }

    /// The window's size in CSS pixels.
    pub fn size(&mut self, width: u32, height: u32) {
        let parameters = json!({"width": width, "height": height, "deviceScaleFactor": 1, "mobile": false});
        self.call("Emulation.setDeviceMetricsOverride", &parameters);
    }

    /// `screen` or `print`, `light` or `dark`.
    pub fn media(&mut self, medium: &str, scheme: &str) {
        let features = json!([{"name": "prefers-color-scheme", "value": scheme}]);
        self.call("Emulation.setEmulatedMedia", &json!({"media": medium, "features": features}));
    }

    /// What the browser complained about since the last call: messages on the console (a breach of the content policy
    /// is one), requests that failed, and requests beyond `root`, the address of the site.
    pub fn complaints(&mut self, root: &str) -> Vec<String> {
        let events = std::mem::take(&mut self.events);
        let asked: BTreeMap<&str, &str> = events
            .iter()
            .filter(|event| event["method"] == "Network.requestWillBeSent")
            .filter_map(|event| {
                Some((event["params"]["requestId"].as_str()?, event["params"]["request"]["url"].as_str()?))
            })
            .collect();
        events.iter().filter_map(|event| complaint(event, root, &asked)).collect()
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // What it started ends with it.
        drop(self.process.kill());
        drop(self.process.wait());
    }
}

/// What an event complains about; `asked` has the addresses of requests by their ids.
fn complaint(event: &Value, root: &str, asked: &BTreeMap<&str, &str>) -> Option<String> {
    let said = &event["params"];
    match event["method"].as_str()? {
        "Runtime.exceptionThrown" => Some(format!("exception: {}", said["exceptionDetails"])),
        "Runtime.consoleAPICalled" if ["error", "warning", "assert"].contains(&said["type"].as_str()?) => {
            Some(format!("console: {}", said["args"]))
        }
        "Log.entryAdded" if ["error", "warning"].contains(&said["entry"]["level"].as_str()?) => {
            Some(format!("console: {} ({})", said["entry"]["text"].as_str()?, said["entry"]["url"]))
        }
        "Network.requestWillBeSent" => {
            let url = said["request"]["url"].as_str()?;
            (!url.starts_with(root) && !url.starts_with("data:")).then(|| format!("asks for {url}"))
        }
        "Network.responseReceived" if said["response"]["status"].as_u64()? >= 400 => {
            Some(format!("{} for {}", said["response"]["status"], said["response"]["url"]))
        }
        "Network.loadingFailed" if said["canceled"] != true => {
            let url = asked.get(said["requestId"].as_str()?).copied().unwrap_or("something");
            Some(format!("{url} failed: {}", said["errorText"]))
        }
        _ => None,
    }
}
