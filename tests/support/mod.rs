//! What tests and measurements in browsers stand on: a host for the site and three browsers.
//!
//! Deliberately absent: sleeping. Whoever waits names the state that is waited for.

#![allow(dead_code, missing_docs, clippy::unwrap_used, clippy::expect_used)]

pub mod browser;
pub mod host;
pub mod page;
pub mod probe;
pub mod tiny;

use std::path::PathBuf;

/// The project's folder.
pub fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The finished site, which `make build` writes.
pub fn dist() -> PathBuf {
    let dist = root().join("dist");
    assert!(dist.join("index.html").exists(), "there is no finished site in dist/; run `make build` first");
    dist
}
