//! The scripts that are no islands, as readers and hosts get them.
//!
//! Deliberately absent: what is in them, which is in `public/`.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};
use std::{env, fs};

use backgrounder::site;

use super::{Outcome, read};

const UGLIFY: &str = "node_modules/uglify-js/bin/uglifyjs";

/// Whether this build is for readers.
pub fn is_release() -> bool {
    env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release")
}

/// A script of ours, by its path.
pub fn own(path: &str, kind: Kind) -> Outcome<Vec<u8>> {
    script(&read(Path::new(path))?, kind)
}

/// A script of ours; in a release build minified.
fn script(text: &str, kind: Kind) -> Outcome<Vec<u8>> {
    if is_release() { minified(text, kind) } else { Ok(text.as_bytes().to_vec()) }
}

/// Our script for hosts: as a module, with its types, and as a classic script.
pub fn for_hosts() -> Outcome<[(&'static str, Vec<u8>); 3]> {
    let module = read(Path::new("public/embed.js"))?;
    Ok([
        ("embed.mjs", script(&module, Kind::Module)?),
        ("embed.js", script(&site::classic(&module), Kind::Classic)?),
        ("embed.d.mts", fs::read("public/embed.d.mts")?),
    ])
}

/// Whether a script is a module, whose names nobody else sees.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Module,
    Classic,
}

/// A script without its comments, and with short names where nobody else sees them.
pub fn minified(text: &str, kind: Kind) -> Outcome<Vec<u8>> {
    let started = Command::new("node")
        .arg(UGLIFY)
        .args((kind == Kind::Module).then_some("--module"))
        .args(["--compress", "--mangle"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn();
    let mut process =
        started.map_err(|error| format!("node cannot be started: {error}; `make setup` brings what is missing"))?;
    // The minifier reads all before it writes anything; a pipe that it has closed shows in how it ends.
    let _ = process.stdin.take().map(|mut input| input.write_all(text.as_bytes()));
    let output = process.wait_with_output()?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        return Err(format!("{UGLIFY} failed: {said}; `make setup` brings what is missing").into());
    }
    Ok(output.stdout)
}
