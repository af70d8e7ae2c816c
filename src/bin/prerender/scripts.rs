//! The scripts that are no islands, as hosts get them.
//!
//! Deliberately absent: what is in them, which is in `public/`, and making them smaller: what they weigh is little.

use std::path::Path;
use std::{env, fs};

use backgrounder::site;

use super::{Outcome, read};

/// Whether this build is for readers.
pub fn is_release() -> bool {
    env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release")
}

/// Our script for hosts: as a module, with its types, and as a classic script.
pub fn for_hosts() -> Outcome<[(&'static str, Vec<u8>); 3]> {
    let module = read(Path::new("public/embed.js"))?;
    Ok([
        ("embed.js", site::classic(&module).into_bytes()),
        ("embed.d.mts", fs::read("public/embed.d.mts")?),
        ("embed.mjs", module.into_bytes()),
    ])
}
