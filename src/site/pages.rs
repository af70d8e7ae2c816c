//! The pages of all stories.
//!
//! Deliberately absent: pages for embedding.

use super::atlas::Atlas;
use super::geometry::draw;
use super::headers::policy;
use super::markup::tidy;
use crate::page::{Assets, Edition, render};
use crate::reading::Site;
use crate::story::Story;
use crate::words::page::in_language;

/// A file of the site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Output {
    /// Its path from the site's root.
    pub path: String,
    /// Its text.
    pub text: String,
}

/// A page for every story under its own address, and the flagship's at the root.
pub fn pages(site: &Site, stories: &[Story], atlas: &Atlas, assets: &Assets) -> Vec<Output> {
    let mut outputs = Vec::new();
    for story in stories {
        let drawing = draw(atlas, story);
        let assets = &Assets { policy: policy(story.talk.origin().as_deref()), ..assets.clone() };
        let page = |root: &str| {
            let words = in_language(&story.article.language);
            tidy(&render(&Edition::new(story, &site.name, words, &drawing, assets, root)))
        };
        if story.slug == site.flagship {
            outputs.push(Output { path: "index.html".into(), text: page("./") });
        }
        outputs.push(Output { path: format!("{}/index.html", story.slug), text: page("../") });
    }
    outputs
}
