//! The pages of a story, as they are written.

use std::path::PathBuf;

use backgrounder::page::Assets;
use backgrounder::reading::Site;
use backgrounder::site::{Atlas, Output, Styles, pages};
use backgrounder::story::Story;

pub fn atlas() -> Atlas {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("geometry/countries-50m.json");
    Atlas::read(&std::fs::read_to_string(path).expect("the outlines of the countries are kept in geometry/")).unwrap()
}

/// All files of a site with one story, in the order in which they are written: the page first.
pub fn site_of(story: Story) -> Vec<Output> {
    let site = Site { name: "Small".into(), flagship: story.slug.clone(), address: None };
    let [style, boot, frame, glue, wasm] =
        ["style.css", "boot.js", "frame.js", "glue.js", "islands.wasm"].map(str::to_owned);
    let styles = Styles { first: "p { color: inherit }".into(), later: "q { color: inherit }".into() };
    let assets = Assets { style, boot, frame, glue, wasm, ..Assets::default() };
    pages(&site, &[story], &atlas(), &assets, &styles)
}

/// The page of a story.
pub fn printed(story: Story) -> String {
    site_of(story).swap_remove(0).text
}
