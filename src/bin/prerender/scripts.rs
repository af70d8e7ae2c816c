//! The scripts that are no islands, as hosts get them.
//!
//! Deliberately absent: what is in them, which is in `public/`, and how they are made small.

use std::path::Path;
use std::{env, fs};

use backgrounder::site::{self, ScriptKind};

use super::{Outcome, read};

/// Whether this build is for readers.
pub fn is_release() -> bool {
    env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release")
}

/// A script of `public/`. For readers it is made small.
pub fn script(path: &str, kind: ScriptKind) -> Outcome<Vec<u8>> {
    small(path, &read(Path::new(path))?, kind)
}

/// A script as it is built: made small for readers.
pub fn small(name: &str, text: &str, kind: ScriptKind) -> Outcome<Vec<u8>> {
    let small = if is_release() { site::minified(name, text, kind)? } else { text.to_owned() };
    Ok(small.into_bytes())
}

/// Our script for hosts: as a module, with its types, and as a classic script.
pub fn for_hosts() -> Outcome<[(&'static str, Vec<u8>); 3]> {
    const MODULE: &str = "public/embed.js";
    let module = read(Path::new(MODULE))?;
    Ok([
        ("embed.js", small(MODULE, &site::classic(&module), ScriptKind::Classic)?),
        ("embed.d.mts", fs::read("public/embed.d.mts")?),
        ("embed.mjs", small(MODULE, &module, ScriptKind::Module)?),
    ])
}
