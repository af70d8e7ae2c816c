//! What pages of a finished site load, for whoever writes pages for it anew: the names of the files, and the styles.
//!
//! Deliberately absent: the finished site's pages.

use std::fs;
use std::path::Path;

use crate::page::Assets;
use crate::serving::NotBuilt;
use crate::site::Styles;

/// The files that pages of a finished site load.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finished {
    /// Their names.
    pub assets: Assets,
    /// The texts of the style sheets.
    pub styles: Styles,
}

impl Finished {
    /// Finds them in that folder.
    ///
    /// # Errors
    ///
    /// There is no finished site.
    pub fn within(site: &Path) -> Result<Self, NotBuilt> {
        let found = find(site).and_then(|mut assets| {
            let text = |path: &str| fs::read_to_string(site.join(path)).ok();
            let styles = Styles { first: text(&assets.style)?, later: text(&assets.later)? };
            assets.sheet = styles.first.as_str().into();
            assets.boot_text = text(&assets.boot)?.into();
            Some(Self { assets, styles })
        });
        found.ok_or_else(|| NotBuilt(site.to_owned()))
    }
}

fn find(site: &Path) -> Option<Assets> {
    let mut names = Vec::new();
    for entry in fs::read_dir(site.join("assets")).ok()? {
        names.push(entry.ok()?.file_name().to_string_lossy().into_owned());
    }
    // The names have a sum in them: `boot-1f2e3d4c5b6a7988.js`.
    let named = |stem: &str, ending: &str| {
        let is_it = |name: &&String| {
            let rest = name.strip_prefix(stem).and_then(|rest| rest.strip_prefix('-'));
            rest.and_then(|rest| rest.strip_suffix(ending)).is_some_and(|sum| sum.len() == 16)
        };
        names.iter().find(is_it).map(|name| format!("assets/{name}"))
    };
    let islands = named("islands", "")?;
    Some(Assets {
        style: named("style", ".css")?,
        later: named("later", ".css")?,
        boot: named("boot", ".js")?,
        frame: named("frame", ".js")?,
        frame_later: named("frame-later", ".js")?,
        glue: format!("{islands}/islands.js"),
        wasm: format!("{islands}/islands_bg.wasm"),
        parts: format!("{islands}/__wasm_split.js"),
        // Each page gets what is of its story.
        ..Assets::default()
    })
}
