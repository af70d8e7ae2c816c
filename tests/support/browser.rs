//! Three browsers behind WebDriver, each with a driver and a profile of its own.

use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use serde_json::{Map, Value, json};
use tempfile::TempDir;
use thirtyfour::WebDriver;
use thirtyfour::common::capabilities::desiredcapabilities::Capabilities;

/// The engines in which everything has to work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    Chromium,
    Firefox,
    WebKit,
}

/// What a browser is started with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Habits {
    /// The reader has turned JavaScript off. (Not in WebKitGTK, whose driver needs it.)
    pub no_javascript: bool,
    /// The reader's browser leaves frames of other sites no storage. (Chromium and Firefox.)
    pub no_foreign_storage: bool,
}

/// A running browser.
pub struct Browser {
    pub driver: WebDriver,
    pub engine: Engine,
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

impl Browser {
    pub async fn start(engine: Engine, habits: Habits) -> Self {
        let profile = TempDir::new().unwrap();
        // Firefox's driver makes a profile by itself.
        let path = (engine == Engine::Chromium).then(|| profile.path().to_owned());
        Self { _profile: Some(profile), ..Self::start_with(engine, habits, path.as_deref()).await }
    }

    /// Starts a browser with a profile that stays, so that another can be started with it.
    pub async fn start_with(engine: Engine, habits: Habits, profile: Option<&Path>) -> Self {
        let port = free_port();
        let display = (engine == Engine::WebKit).then(display);
        let mut command = match engine {
            Engine::Chromium => driver("chromedriver", &[format!("--port={port}")]),
            Engine::Firefox => driver(
                "geckodriver",
                &[format!("--port={port}"), format!("--websocket-port={}", free_port()), "--log=fatal".into()],
            ),
            Engine::WebKit => driver("WebKitWebDriver", &[format!("--port={port}")]),
        };
        if let Some((_, number)) = &display {
            command.env("DISPLAY", format!(":{number}"));
        }
        let process = Process(command.spawn().unwrap_or_else(|error| {
            panic!("the driver of {engine:?} cannot be started: {error}; run `make setup-test`")
        }));
        answering(port, "the driver").await;
        let capabilities = capabilities(engine, habits, profile);
        let driver = WebDriver::new(format!("http://127.0.0.1:{port}"), capabilities).await.unwrap();
        driver.set_script_timeout(Duration::from_secs(60)).await.unwrap();
        Self { driver, engine, _driver_process: process, _display: display.map(|(process, _)| process), _profile: None }
    }

    /// Ends the browser with its profile.
    pub async fn end(&self) {
        // Firefox can take five seconds to quit, and nothing of its profile is kept.
        if let Some(process) = self.driver.capabilities().get("moz:processID") {
            let _ = Command::new("kill").args(["-KILL", &process.to_string()]).status();
        }
        let _ = self.driver.clone().quit().await;
    }
}

fn driver(program: &str, arguments: &[String]) -> Command {
    let mut command = Command::new(program);
    command.args(arguments).stdout(Stdio::null()).stderr(Stdio::null());
    // WebKitGTK's sandbox does not work for root, as whom CI may run; so does MiniBrowser's network process.
    command.env("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1");
    command.env("MOZ_HEADLESS", "1");
    command
}

fn capabilities(engine: Engine, habits: Habits, profile: Option<&Path>) -> Capabilities {
    let capabilities = match engine {
        Engine::Chromium => {
            let mut arguments: Vec<String> = CHROMIUM.iter().map(|argument| (*argument).to_owned()).collect();
            arguments.extend(profile.map(|path| format!("--user-data-dir={}", path.display())));
            let mut preferences = json!({});
            if habits.no_javascript {
                preferences = json!({"profile.managed_default_content_settings.javascript": 2});
            }
            if habits.no_foreign_storage {
                preferences = json!({"profile.block_third_party_cookies": true, "profile.cookie_controls_mode": 1});
            }
            json!({
                "browserName": "chrome",
                "goog:chromeOptions": {"binary": "/usr/bin/chromium", "args": arguments, "prefs": preferences},
            })
        }
        Engine::Firefox => json!({
            "browserName": "firefox",
            "moz:firefoxOptions": {
                "args": firefox(profile),
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
        }),
        Engine::WebKit => json!({
            "browserName": "MiniBrowser",
            "webkitgtk:browserOptions": {"binary": mini_browser(), "args": ["--automation", "--geometry=1280x900"]},
        }),
    };
    let map: Map<String, Value> = capabilities.as_object().unwrap().clone();
    Capabilities::from(map)
}

fn firefox(profile: Option<&Path>) -> Vec<String> {
    let mut arguments: Vec<String> = ["-headless", "--width=1280", "--height=900"].map(String::from).into();
    if let Some(profile) = profile {
        arguments.extend(["-profile".into(), profile.display().to_string()]);
    }
    arguments
}

/// Kills every process that was started with a profile, as a crash or the end of a battery does.
pub fn kill_all_of(profile: &Path) {
    let killed = Command::new("pkill").args(["-KILL", "-f", &profile.display().to_string()]).status();
    assert!(killed.expect("pkill is not there; run `make setup-test`").success(), "a browser was killed");
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
