//! What can be tested without a browser.
//!
//! Deliberately absent: the finished site, which `tests/site` looks at.

#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used)]

#[path = "../support/tiny.rs"]
mod tiny;

mod architecture;
mod axis;
mod axis_state;
mod charts;
mod comments;
mod comments_state;
mod companion;
mod companion_state;
mod complaints;
mod contract;
mod contrast;
mod dates;
mod depth_state;
mod depths;
mod embed_state;
mod excerpts;
mod faq_state;
mod fixture;
mod flagship;
mod following_state;
mod guide;
mod hints;
mod ledger_state;
mod map;
mod map_state;
mod mistakes;
mod no_panic;
mod no_story_in_code;
mod note_state;
mod notes;
mod packing;
mod printed;
mod reactions_state;
mod reading;
mod reported;
mod schemas;
mod selection;
mod stories;
mod terms;
mod timeline_state;
mod units;
