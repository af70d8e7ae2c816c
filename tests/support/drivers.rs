//! Three browsers behind WebDriver, each with a driver and a profile of its own.

use std::io::{self, BufRead, BufReader};
use std::net::TcpListener;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use serde_json::{Map, Value, json};
use tempfile::TempDir;
use thirtyfour::WebDriver;
use thirtyfour::common::capabilities::desiredcapabilities::Capabilities;

use super::browser::{Engine, Habits};

/// A running browser with its driver.
pub struct Running {
    pub driver: WebDriver,
    _driver_process: Process,
    _display: Option<Process>,
    _profile: Option<TempDir>,
}

/// A process that ends when it is dropped.
struct Process(Child);

impl Drop for Process {
    fn drop(&mut self) {
        let _ = Command::new("kill").arg(self.0.id().to_string()).status();
        let _ = self.0.wait();
    }
}

const CHROMIUM: [&str; 11] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--force-device-scale-factor=1",
    "--window-size=1280,900",
];

impl Running {
    /// Starts a browser; without a profile it has one that goes with it.
    pub async fn start(engine: Engine, habits: Habits, profile: Option<&Path>) -> Self {
        // Firefox's driver makes a profile by itself.
        let own = (engine == Engine::Chromium && profile.is_none()).then(|| TempDir::new().unwrap());
        let profile = profile.or(own.as_ref().map(TempDir::path));
        let display = (engine == Engine::WebKit).then(display);
        let (process, port) = driver(engine, display.as_ref().map(|(_, number)| number.as_str()));
        answering(port, "the driver").await;
        let capabilities = capabilities(engine, habits, profile);
        let driver = WebDriver::new(format!("http://127.0.0.1:{port}"), capabilities).await.unwrap();
        driver.set_script_timeout(Duration::from_secs(60)).await.unwrap();
        Self { driver, _driver_process: process, _display: display.map(|(process, _)| process), _profile: own }
    }

    /// Ends the browser with its profile.
    pub async fn end(self) {
        // Firefox can take five seconds to quit, and nothing of its profile is kept.
        if let Some(process) = self.driver.capabilities().get("moz:processID") {
            let _ = Command::new("kill").args(["-KILL", &process.to_string()]).status();
        }
        let _ = self.driver.quit().await;
    }
}

/// Starts a driver, and tells the port on which it listens. Two of them let the system pick one and say which, so that
/// nobody else can have it.
fn driver(engine: Engine, display: Option<&str>) -> (Process, u16) {
    let (mut command, port) = match engine {
        Engine::Chromium => (program("chromedriver", &["--port=0"]), None),
        Engine::Firefox => (program("geckodriver", &["--port=0", "--websocket-port=0"]), None),
        Engine::WebKit => {
            let port = free_port();
            (program("WebKitWebDriver", &[&format!("--port={port}")]), Some(port))
        }
    };
    if let Some(display) = display {
        command.env("DISPLAY", format!(":{display}"));
    }
    let mut child = command
        .spawn()
        .unwrap_or_else(|error| panic!("the driver of {engine:?} cannot be started: {error}; run `make setup-test`"));
    let mut said = BufReader::new(child.stdout.take().unwrap());
    let port = port.unwrap_or_else(|| announced(&mut said));
    // The browser writes there too, and would wait for ever if nobody read on.
    std::thread::spawn(move || io::copy(&mut said, &mut io::sink()));
    (Process(child), port)
}

/// The port that a driver says it listens on.
fn announced(said: &mut impl BufRead) -> u16 {
    let mut lines = said.lines().map(Result::unwrap);
    let line = lines.find(|line| line.contains("started successfully on port") || line.contains("Listening on"));
    let line = line.expect("a driver says on which port it listens");
    line.trim_end_matches('.').rsplit([' ', ':']).next().unwrap().parse().unwrap_or_else(|_| panic!("no port: {line}"))
}

fn program(program: &str, arguments: &[&str]) -> Command {
    let mut command = Command::new(program);
    command.args(arguments).stdout(Stdio::piped()).stderr(Stdio::null());
    // WebKitGTK's sandbox does not work for root, as whom CI may run; so does MiniBrowser's network process.
    command.env("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1");
    command.env("MOZ_HEADLESS", "1");
    // The screen that Firefox believes in; no window is larger.
    command.env("MOZ_HEADLESS_WIDTH", "1920").env("MOZ_HEADLESS_HEIGHT", "1200");
    command
}

fn capabilities(engine: Engine, habits: Habits, profile: Option<&Path>) -> Capabilities {
    let capabilities = match engine {
        Engine::Chromium => chromium(habits, profile),
        Engine::Firefox => firefox(habits, profile),
        Engine::WebKit => json!({
            "browserName": "MiniBrowser",
            "webkitgtk:browserOptions": {"binary": mini_browser(), "args": ["--automation", "--geometry=1280x900"]},
        }),
    };
    let map: Map<String, Value> = capabilities.as_object().unwrap().clone();
    Capabilities::from(map)
}

fn chromium(habits: Habits, profile: Option<&Path>) -> Value {
    let mut arguments: Vec<String> = CHROMIUM.iter().map(|argument| (*argument).to_owned()).collect();
    arguments.extend(profile.map(|path| format!("--user-data-dir={}", path.display())));
    // Frames of other sites have the storage that they have by default: a context of its own counts as incognito, where
    // Chromium would forbid it.
    let mut preferences = json!({"profile.cookie_controls_mode": 0});
    if habits.no_javascript {
        preferences = json!({"profile.managed_default_content_settings.javascript": 2});
    }
    if habits.no_foreign_storage {
        preferences = json!({"profile.block_third_party_cookies": true, "profile.cookie_controls_mode": 1});
    }
    json!({
        "browserName": "chrome",
        "webSocketUrl": true,
        "goog:chromeOptions": {"binary": "/usr/bin/chromium", "args": arguments, "prefs": preferences},
    })
}

fn firefox(habits: Habits, profile: Option<&Path>) -> Value {
    let mut arguments: Vec<String> = ["-headless", "--width=1280", "--height=900"].map(String::from).into();
    if let Some(profile) = profile {
        arguments.extend(["-profile".into(), profile.display().to_string()]);
    }
    json!({
        "browserName": "firefox",
        "webSocketUrl": true,
        "moz:firefoxOptions": {
            "args": arguments,
            "prefs": {
                "javascript.enabled": !habits.no_javascript,
                // 1 forbids it to other sites, 5 keeps it apart for each, which is what Firefox does by itself.
                "network.cookie.cookieBehavior": if habits.no_foreign_storage { 1 } else { 5 },
                "app.update.disabledForTesting": true,
                "datareporting.policy.dataSubmissionEnabled": false,
                "network.captive-portal-service.enabled": false,
                "network.connectivity-service.enabled": false,
                // Neither a process nor a page is made ready for tabs that nobody opens.
                "dom.ipc.processPrelaunch.enabled": false,
                "browser.newtabpage.enabled": false,
            },
        },
    })
}

/// Debian keeps MiniBrowser in a folder that names the machine and the version.
fn mini_browser() -> String {
    let version = Command::new("sh").args(["-c", "ls /usr/lib/*/webkit2gtk-4.1/MiniBrowser"]).output().unwrap();
    let path = String::from_utf8(version.stdout).unwrap().trim().to_owned();
    assert!(!path.is_empty(), "MiniBrowser is not there; run `make setup-test`");
    path
}

fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port()
}

/// A display of its own: Xvfb picks a free number and says which.
fn display() -> (Process, String) {
    let mut child = Command::new("Xvfb")
        .args(["-displayfd", "1", "-screen", "0", "1920x1200x24", "-nolisten", "tcp"])
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("Xvfb is not there; run `make setup-test`");
    let mut number = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut number).unwrap();
    (Process(child), number.trim().to_owned())
}

/// Waits until somebody listens on the port.
pub async fn answering(port: u16, who: &str) {
    for _ in 0..1000 {
        if tokio::net::TcpStream::connect(("127.0.0.1", port)).await.is_ok() {
            return;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    panic!("{who} does not listen on port {port}");
}
