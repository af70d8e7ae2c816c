//! Three browsers behind WebDriver, each with a driver and a profile of its own.

use std::io::{self, BufRead, BufReader};
use std::net::TcpListener;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use tempfile::TempDir;
use thirtyfour::WebDriver;

use super::browser::{Engine, Habits};
use super::capabilities::capabilities;

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
    // WebKitGTK's sandbox does not work for root, as whom CI may run.
    command.env("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1");
    command.env("MOZ_HEADLESS", "1");
    // The screen that Firefox believes in; no window is larger.
    command.env("MOZ_HEADLESS_WIDTH", "1920").env("MOZ_HEADLESS_HEIGHT", "1200");
    command
}

pub fn free_port() -> u16 {
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
