//! Journeys of readers through the finished site, in Chromium, Firefox and WebKitGTK.
//!
//! Deliberately absent: asserting times; `make bench` measures them.

#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used)]

#[path = "../support/mod.rs"]
mod support;

mod without_scripts;

mod attacks;
mod axis;
mod comments;
mod comments_kept;
mod companion;
mod complaints;
mod depth;
mod durability;
mod embed;
mod embed_script;
mod faq;
mod following;
mod hostile;
mod hosts;
mod isso;
mod keyboard;
mod ledger;
mod map;
mod note;
mod page;
mod panels;
mod preview;
mod reactions;
mod sent_once;
mod timeline;

mod accessibility;
