//! Sites of others that a generator makes of Markdown: MkDocs and Hugo, as they are when nothing is asked of them.
//!
//! Deliberately absent: our own pages, which the text embeds.

use std::path::{Path, PathBuf};
use std::process::Command;

use axum::Router;
use tempfile::TempDir;
use tokio::net::TcpListener;
use tower_http::services::ServeDir;

use super::root;

/// Says where set-up has put the hosts that are written in Python.
const PYTHON: &str = "BACKGROUNDER_PYTHON_HOSTS";

/// A program of those hosts.
pub fn python_host(program: &str) -> Command {
    let programs = PathBuf::from(std::env::var(PYTHON).expect("make says where they are; use `make journeys`"));
    Command::new(programs.join(program))
}

/// A running site that was generated; it stops when it is dropped.
pub struct Generated {
    /// Its first page.
    pub address: String,
    task: tokio::task::JoinHandle<()>,
    _folder: TempDir,
}

impl Drop for Generated {
    fn drop(&mut self) {
        self.task.abort();
    }
}

impl Generated {
    /// MkDocs makes a page of this text.
    pub async fn by_mkdocs(markdown: &str) -> Self {
        let folder = copied("mkdocs");
        write(&folder.path().join("docs/index.md"), markdown);
        succeeds(python_host("mkdocs").args(["build", "--quiet", "--site-dir", "made"]).current_dir(folder.path()));
        Self::serving(folder).await
    }

    /// Hugo makes a page of this text, with this shortcode.
    pub async fn by_hugo(markdown: &str, shortcode: (&str, &str)) -> Self {
        let folder = copied("hugo");
        write(&folder.path().join("content/_index.md"), &format!("---\ntitle: A page\n---\n\n{markdown}"));
        write(&folder.path().join("layouts/shortcodes").join(shortcode.0), shortcode.1);
        succeeds(Command::new("hugo").args(["--quiet", "--destination", "made"]).current_dir(folder.path()));
        Self::serving(folder).await
    }

    async fn serving(folder: TempDir) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = format!("http://{}/", listener.local_addr().unwrap());
        let app = Router::new().fallback_service(ServeDir::new(folder.path().join("made")));
        let task = tokio::spawn(async move { axum::serve(listener, app).await.unwrap() });
        Self { address, task, _folder: folder }
    }
}

/// A copy of the settings of a host.
fn copied(host: &str) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    super::sites::copy(&root().join("tests/hosts").join(host), folder.path());
    folder
}

fn write(path: &Path, text: &str) {
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(path, text).unwrap();
}

fn succeeds(command: &mut Command) {
    let output = command.output().unwrap_or_else(|error| panic!("{command:?}: {error}; run `make setup-test`"));
    let said = [output.stdout, output.stderr].concat();
    assert!(output.status.success(), "{command:?}: {}", String::from_utf8_lossy(&said));
}
