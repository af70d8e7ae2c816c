//! What tests and measurements in browsers stand on: a host for the site and three browsers.
//!
//! Deliberately absent: sleeping. Whoever waits names the state that is waited for.

#![allow(dead_code, missing_docs, clippy::unwrap_used, clippy::expect_used)]

pub mod attack_server;
pub mod attacks;
pub mod browser;
pub mod capabilities;
pub mod commenting;
pub mod current;
pub mod drivers;
pub mod evidence;
pub mod generators;
pub mod harmless;
pub mod honest;
pub mod host;
pub mod host_site;
pub mod hostile;
pub mod isso;
pub mod page;
pub mod probe;
pub mod shared_browsers;
pub mod sites;
pub mod slices;
pub mod small_site;
pub mod tiny;
pub mod wire;
pub mod wordpress;

use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

/// The project's folder.
pub fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Where sites say that they are that are built for tests; whoever serves them puts the real address in its place.
pub const ADDRESS: &str = "http://127.0.0.1:8080/";

/// The finished site, which `make build` writes.
pub fn dist() -> PathBuf {
    let dist = root().join("dist");
    assert!(dist.join("index.html").exists(), "there is no finished site in dist/; run `make build` first");
    dist
}

/// The folders of all stories, which are their addresses.
pub fn slugs() -> Vec<String> {
    let folders = std::fs::read_dir(root().join("stories")).unwrap().map(|entry| entry.unwrap().path());
    let folders = folders.filter(|path| path.is_dir());
    let mut slugs: Vec<String> = folders.map(|path| path.file_name().unwrap().to_str().unwrap().to_owned()).collect();
    slugs.sort();
    slugs
}

/// A command of the project, as somebody gives it who knows nothing of the tests.
pub fn make(command: &str) -> Command {
    let mut make = Command::new("make");
    make.args(["--no-print-directory", command]).current_dir(root());
    // What cargo tells a test of its own build is not for the build that it starts; ring would be compiled anew for it.
    let ours = |name: &String| name.starts_with("CARGO_PKG_") || name.starts_with("CARGO_MANIFEST_");
    for name in std::env::vars().map(|(name, _)| name).filter(ours).chain(["MAKEFLAGS".into(), "MAKELEVEL".into()]) {
        make.env_remove(name);
    }
    make
}

/// A copy of the stories, to be changed; it goes when it is dropped.
pub fn copied_stories() -> TempDir {
    let copy = tempfile::tempdir().unwrap();
    let stories = root().join("stories");
    let within = |folder: &Path, copy: &Path| {
        let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        for file in files.filter(|path| path.is_file()) {
            std::fs::copy(&file, copy.join(file.file_name().unwrap())).unwrap();
        }
    };
    within(&stories, copy.path());
    for slug in slugs() {
        std::fs::create_dir(copy.path().join(&slug)).unwrap();
        within(&stories.join(&slug), &copy.path().join(&slug));
    }
    copy
}

/// The page of every story.
pub fn story_pages() -> Vec<String> {
    slugs().into_iter().map(|slug| format!("/{slug}/")).collect()
}

/// The page of every story, and that of what it rests on.
pub fn reading_pages() -> Vec<String> {
    story_pages().into_iter().flat_map(|page| [page.clone(), format!("{page}sources/")]).collect()
}

/// The page at the root, which is that of the flagship once more, and that of every story.
pub fn addresses() -> Vec<String> {
    ["/".to_owned()].into_iter().chain(story_pages()).collect()
}

/// A free port on loopback, kept for whoever is to listen there, and its address. Kept, because a page names its
/// server before that server can know the page.
pub fn place() -> (TcpListener, String) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    (listener, address)
}
