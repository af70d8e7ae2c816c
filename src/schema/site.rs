//! The shape of `site.toml`, which stands beside the stories.
//!
//! Deliberately absent: which stories there are.

use schemars::JsonSchema;

use super::values::{Id, Web, Words};

/// What all stories have in common.
#[derive(Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Site {
    /// The site's name, in the bar above every page.
    pub name: Words,
    /// The story that is served at `/`: the name of its folder.
    pub flagship: Id,
    /// Where the site is published; only what is read elsewhere names it (oEmbed, single files).
    pub address: Option<Web>,
}
