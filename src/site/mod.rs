//! Stories → files: pages and all that a static host serves with them.
//!
//! Deliberately absent: the disk. Files come in and go out as bytes.

mod atlas;
mod equal_earth;
mod fallback;
mod fingerprint;
mod geometry;
mod headers;
mod labels;
mod markup;
mod oembed;
mod outline;
mod pack;
mod pages;
mod projection;
mod script;
mod single;
mod spare_labels;
mod style;
mod world;

pub use atlas::{Atlas, AtlasError};
pub use fingerprint::fingerprinted;
pub use geometry::draw;
pub use headers::{PANEL_POLICY, headers_file, headers_of, policy};
pub use markup::canonical_of;
pub use pack::{Packed, Strength, Weight, pack, table};
pub use pages::{Output, pages, story_pages};
pub use script::{ScriptError, ScriptKind, classic, minified};
pub use style::{StyleError, Styles};
