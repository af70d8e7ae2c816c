//! The small story as a finished site, with or without a server for its comments.
//!
//! Deliberately absent: compiling. The islands are those of the finished site.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use backgrounder::reading::Files;
use tempfile::TempDir;

use super::{ADDRESS, dist, root, tiny};

/// The thread of the small story's comments.
pub const THREAD: &str = "/tiny/";

/// What the site names that is built once for all journeys; each puts the address of its own server in its place.
const PLACE: &str = "http://127.0.0.1:9";

/// Where the owner of that site hears of comments that were reported.
pub const CONTACT: &str = "mailto:editors@example.org";

/// Paragraphs that keep the comments far from the top of the page.
const PARAGRAPHS: usize = 200;

/// The site of the small story, whose comments have this server and this contact.
pub fn site_with(server: Option<&str>, contact: Option<&str>) -> TempDir {
    let stories = tempfile::tempdir().unwrap();
    write_story(stories.path(), &story(server, contact));
    built(stories.path())
}

/// The folder of the small story alone, to be changed, and the site that was built of it.
pub fn stories_and_site() -> (TempDir, TempDir) {
    let stories = tempfile::tempdir().unwrap();
    write_story(stories.path(), &story(None, None));
    let site = built(stories.path());
    (stories, site)
}

/// The site of the stories in a folder.
pub fn built(stories: &Path) -> TempDir {
    let site = tempfile::tempdir().unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_prerender"))
        .env("STORIES", stories)
        .env("TRUNK_STAGING_DIR", site.path())
        .env("ISLANDS", islands())
        .env("ADDRESS", ADDRESS)
        .current_dir(root())
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    site
}

/// The same site for the server of one journey. It is built once; from journey to journey only the address differs.
pub fn site_naming(server: &str) -> TempDir {
    static BUILT: OnceLock<Vec<(PathBuf, Vec<u8>)>> = OnceLock::new();
    let built = BUILT.get_or_init(|| files_below(site_with(Some(PLACE), Some(CONTACT)).path()));
    let site = tempfile::tempdir().unwrap();
    for (path, bytes) in built {
        let name = path.display().to_string();
        let target = site.path().join(path);
        fs::create_dir_all(target.parent().unwrap()).unwrap();
        if name.ends_with(".html") || name == "_headers" {
            let text = String::from_utf8(bytes.clone()).unwrap();
            // Pages of choices have no comments, and lead to panels at once.
            let leads_on = text.contains("http-equiv=\"refresh\"");
            assert!(name == "_headers" || leads_on || text.contains(PLACE), "{name} names the server");
            fs::write(target, text.replace(PLACE, server)).unwrap();
        } else if !name.contains(".html.") {
            fs::write(target, bytes).unwrap();
        }
    }
    site
}

fn story(server: Option<&str>, contact: Option<&str>) -> Files {
    let line = |key: &str, value: Option<&str>| value.map(|value| format!("{key} = \"{value}\"\n")).unwrap_or_default();
    let table = format!("[comments]\n{}{}", line("server", server), line("contact", contact));
    let mut files = tiny::replaced("story.toml", "[comments]\n", &table);
    files.get_mut("article.md").unwrap().extend("\nIt went on.[^began]\n".repeat(PARAGRAPHS).bytes());
    files
}

fn write_story(stories: &Path, files: &Files) {
    fs::write(stories.join("site.toml"), "name = \"Small\"\nflagship = \"tiny\"\n").unwrap();
    fs::create_dir(stories.join("tiny")).unwrap();
    for (name, text) in files {
        fs::write(stories.join("tiny").join(name), text).unwrap();
    }
}

/// The islands of the finished site.
pub fn islands() -> PathBuf {
    let folders = fs::read_dir(dist().join("assets")).unwrap().map(|entry| entry.unwrap().path());
    let mut folders = folders.filter(|path| path.is_dir());
    folders.next().expect("the finished site has islands")
}

/// Every file of a site, by its path within it.
pub fn files_below(site: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut found = Vec::new();
    let mut folders = vec![site.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                found.push((path.strip_prefix(site).unwrap().to_owned(), fs::read(&path).unwrap()));
            }
        }
    }
    found
}
