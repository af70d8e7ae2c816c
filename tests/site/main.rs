//! The finished site, file by file, without a browser.
//!
//! Deliberately absent: what a reader sees, which the journeys look at.

#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used)]

#[path = "../support/mod.rs"]
mod support;

mod address;
mod begun;
mod comments;
mod embed;
mod folder;
mod growth;
mod hosting;
mod html;
mod preview;
mod refusal;
mod small;
mod weight;

use std::path::{Path, PathBuf};

/// Every file of the finished site, by its path within it.
fn files() -> Vec<(String, PathBuf)> {
    files_below(&support::dist())
}

fn files_below(folder: &Path) -> Vec<(String, PathBuf)> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(here) = folders.pop() {
        for entry in std::fs::read_dir(here).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                found.push((path.strip_prefix(folder).unwrap().display().to_string(), path));
            }
        }
    }
    found.sort();
    found
}

/// Every document of the finished site.
fn documents() -> Vec<(String, String)> {
    documents_below(&support::dist())
}

fn documents_below(folder: &Path) -> Vec<(String, String)> {
    let documents = files_below(folder).into_iter().filter(|(name, _)| name.ends_with(".html"));
    documents.map(|(name, path)| (name, std::fs::read_to_string(path).unwrap())).collect()
}

/// Every page of a story.
fn pages() -> Vec<(String, String)> {
    let pages: Vec<_> = documents().into_iter().filter(|(name, _)| is_whole(name)).collect();
    assert_eq!(pages.len(), support::addresses().len(), "every story's page, and the flagship's at the root");
    pages
}

/// Every panel that stands alone.
fn panels() -> Vec<(String, String)> {
    let is_panel = |name: &str| name.split("embed/").nth(1).is_some_and(|path| path.matches('/').count() == 1);
    let panels: Vec<_> = documents().into_iter().filter(|(name, _)| is_panel(name)).collect();
    assert_eq!(panels.len(), 6 * support::addresses().len(), "six panels, below the root and below every story");
    panels
}

/// Every choice that an address for those who paste it makes.
fn choices() -> Vec<(String, String)> {
    let is_choice = |name: &str| name.split("embed/").nth(1).is_some_and(|path| path.matches('/').count() == 2);
    documents().into_iter().filter(|(name, _)| is_choice(name)).collect()
}

/// Whether a document is the whole page of a story.
fn is_whole(name: &str) -> bool {
    name.ends_with("index.html") && !name.contains("embed/") && !name.contains("sources/")
}
