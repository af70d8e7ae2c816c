//! Journeys of readers through the finished site, in Chromium, Firefox and WebKitGTK.
//!
//! Deliberately absent: asserting times; `make bench` measures them.

#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used)]

#[path = "../support/mod.rs"]
mod support;

mod without_scripts;

mod axis;
mod companion;
mod complaints;
mod depth;
mod faq;
mod following;
mod keyboard;
mod ledger;
mod map;
mod note;
mod page;
mod reactions;
mod timeline;

mod accessibility;
