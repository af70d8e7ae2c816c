//! The finished site, file by file, without a browser.
//!
//! Deliberately absent: what a reader sees, which the journeys look at.

#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used)]

#[path = "../support/mod.rs"]
mod support;

mod comments;
mod growth;
mod html;
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

/// Every page of the finished site.
fn pages() -> Vec<(String, String)> {
    let pages: Vec<_> = files()
        .into_iter()
        .filter(|(name, _)| name.ends_with(".html"))
        .map(|(name, path)| (name, std::fs::read_to_string(path).unwrap()))
        .collect();
    assert!(pages.len() >= 2, "the flagship's page and its copy at the root");
    pages
}
