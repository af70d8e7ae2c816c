//! Backgrounder: interactive news explainers as static pages.
//!
//! Data goes one way: a story's files are
//! read (`reading`) into a checked [`story`], laid out (`page`) and written as
//! a site (`site`). In the reader's browser the `islands` wake up; what the
//! reader does becomes a message, a pure `update` answers with effects, and
//! `browser` carries them out.
//!
//! The names that pages, islands, styles and scripts share are in [`contract`].
//!
//! Two builds exclude each other: `ssr` writes the pages, `hydrate` wakes
//! them. No story's text is in the second, so it does not grow with them.

// The type of a view names all that is in it, and a page has much in it.
#![recursion_limit = "256"]

pub mod comments;
pub mod contract;
pub mod story;

#[cfg(feature = "ssr")]
pub mod page;
#[cfg(feature = "ssr")]
pub mod reading;
#[cfg(feature = "ssr")]
pub mod schema;
#[cfg(feature = "ssr")]
pub mod site;

pub mod islands;
pub mod prose;
pub mod search;
pub mod selection;
pub mod words;

pub mod browser;

/// Reports panics to the console and wakes nothing yet: the loader walks the
/// islands, so that one that breaks cannot stop the others.
#[cfg(feature = "hydrate")]
#[wasm_bindgen::prelude::wasm_bindgen(start)]
pub fn start() {
    // The words of a panic weigh a kilobyte; a debug build says them.
    if cfg!(debug_assertions) {
        console_error_panic_hook::set_once();
    }
    browser::give_buttons();
    leptos::mount::hydrate_islands();
}

#[cfg(feature = "ssr")]
pub mod finished;
#[cfg(feature = "ssr")]
pub mod preview;
#[cfg(feature = "ssr")]
pub mod serving;
#[cfg(feature = "ssr")]
pub mod stories;
