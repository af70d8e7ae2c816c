//! A real Isso on loopback, with a database of its own.
//!
//! Deliberately absent: its pages for moderators. What they do is done in the database.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::sync::Mutex;

use serde_json::{Value, json};
use tempfile::TempDir;

use super::drivers::answering;
use super::small_site::THREAD;

/// How Isso is set up.
#[derive(Debug, Clone, Default)]
pub struct IssoConfig {
    /// The origins whose pages may ask it.
    pub host: Vec<String>,
    /// Nobody but its writer sees a comment before a moderator has let it through.
    pub moderation: bool,
    /// How many comments a minute it takes from one address, where it counts them.
    pub guard: Option<u32>,
    /// It takes comments with a name only.
    pub names: bool,
}

/// A running Isso; it ends when it is dropped.
pub struct Isso {
    port: u16,
    folder: TempDir,
    process: Mutex<Option<Child>>,
}

/// An address of the sort that documents use: likes and limits go by address, and the browser's is another.
const ELSEWHERE: &str = "203.0.113.7";

/// The address of the browsers.
pub const HERE: &str = "127.0.0.1";

/// Prints the answer of a database to a statement as JSON.
const ASK: &str = "import json, sqlite3, sys
with sqlite3.connect(sys.argv[1], timeout=20) as base: print(json.dumps(base.execute(sys.argv[2]).fetchall()))";

impl Isso {
    /// Starts it on the port that was kept for it.
    pub async fn start(config: IssoConfig, place: TcpListener) -> Self {
        let port = place.local_addr().unwrap().port();
        let folder = tempfile::tempdir().unwrap();
        let isso = Self { port, folder, process: Mutex::new(None) };
        std::fs::write(isso.file("isso.cfg"), isso.settings(&config)).unwrap();
        drop(place);
        isso.restart().await;
        isso
    }

    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    pub fn port(&self) -> u16 {
        self.port
    }

    /// Kills it, whatever it is doing.
    pub fn stop(&self) {
        if let Some(mut process) = self.process.lock().unwrap().take() {
            let _ = process.kill();
            let _ = process.wait();
        }
    }

    /// Starts it again, with the port and the database that it had, and waits until it answers.
    pub async fn restart(&self) {
        self.stop();
        let process = Command::new("isso")
            .arg("-c")
            .arg(self.file("isso.cfg"))
            .arg("run")
            .env_remove("ISSO_SETTINGS")
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap_or_else(|error| panic!("Isso cannot be started: {error}; run `make setup-test`"));
        *self.process.lock().unwrap() = Some(process);
        answering(self.port, "Isso").await;
    }

    /// The comments that everybody sees, oldest first, each answer behind what it answers.
    pub fn comments(&self) -> Vec<Value> {
        let list = self.ask(&format!("GET /?uri={}&plain=1", THREAD.replace('/', "%2F")), HERE, &Value::Null);
        let threads = list["replies"].as_array().unwrap().iter();
        threads.flat_map(|root| std::iter::once(root).chain(root["replies"].as_array().unwrap())).cloned().collect()
    }

    /// What those comments say.
    pub fn texts(&self) -> Vec<String> {
        self.comments().iter().map(|comment| comment["text"].as_str().unwrap().to_owned()).collect()
    }

    /// Somebody at another address posts a comment; its number.
    pub fn says(&self, author: &str, text: &str) -> u64 {
        self.says_from(ELSEWHERE, author, text)
    }

    /// Somebody at this address posts a comment; its number.
    pub fn says_from(&self, address: &str, author: &str, text: &str) -> u64 {
        let request = format!("POST /new?uri={}", THREAD.replace('/', "%2F"));
        let comment = self.ask(&request, address, &json!({"author": author, "text": text, "title": "A small story"}));
        comment["id"].as_u64().unwrap()
    }

    /// How many comments the database has, seen or not, also while Isso is away.
    pub fn rows(&self) -> usize {
        self.database("select id from comments").as_array().unwrap().len()
    }

    /// What a moderator does.
    pub fn let_all_through(&self) {
        self.database("update comments set mode = 1 where mode = 2");
    }

    fn database(&self, statement: &str) -> Value {
        let output = Command::new("python3").args(["-c", ASK]).arg(self.file("comments.db")).arg(statement).output();
        let output = output.expect("python3 is not there; run `make setup-test`");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        serde_json::from_slice(&output.stdout).unwrap()
    }

    /// Asks over a connection of its own, as somebody at this address.
    fn ask(&self, request: &str, address: &str, body: &Value) -> Value {
        let body = if body.is_null() { String::new() } else { body.to_string() };
        let length = body.len();
        let mut line = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        let head = format!("{request} HTTP/1.0\r\nHost: 127.0.0.1:{}\r\nX-Forwarded-For: {address}\r\n", self.port);
        let head = format!("{head}Content-Type: application/json\r\nContent-Length: {length}\r\n\r\n{body}");
        line.write_all(head.as_bytes()).unwrap();
        let mut answer = String::new();
        line.read_to_string(&mut answer).unwrap();
        let (_, said) = answer.split_once("\r\n\r\n").unwrap_or_else(|| panic!("{request}: {answer}"));
        serde_json::from_str(said).unwrap_or_else(|error| panic!("{request}: {error}: {answer}"))
    }

    fn settings(&self, config: &IssoConfig) -> String {
        let hosts: String = config.host.iter().map(|origin| format!("    {origin}/\n")).collect();
        format!(
            "[general]\ndbpath = {}\nhost =\n{hosts}\n[server]\nlisten = {}\n\n[moderation]\nenabled = {}\n\n[guard]\nenabled = {}\nratelimit = {}\ndirect-reply = 1000\nreply-to-self = true\nrequire-author = {}\n",
            self.file("comments.db").display(),
            self.url(),
            config.moderation,
            config.guard.is_some() || config.names,
            config.guard.unwrap_or(1000),
            config.names,
        )
    }

    fn file(&self, name: &str) -> std::path::PathBuf {
        self.folder.path().join(name)
    }
}

impl Drop for Isso {
    fn drop(&mut self) {
        self.stop();
    }
}
