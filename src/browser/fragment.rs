//! The address's fragment: reading, following and setting it.
//!
//! Deliberately absent: the rest of the address.

use leptos::ev;
use leptos::leptos_dom::helpers::window_event_listener;
use leptos::prelude::window;
use leptos::wasm_bindgen::JsValue;

use super::location_hash;

/// Calls `follow` with the fragment, without its `#`, whenever it changes.
pub fn watch(follow: impl Fn(String) + 'static) {
    // The listener stays for as long as the page does.
    std::mem::forget(window_event_listener(ev::hashchange, move |_| follow(here())));
}

/// The fragment, without its `#`.
pub fn here() -> String {
    location_hash().trim_start_matches('#').to_owned()
}

/// Puts a fragment into the address as a new entry of the history, without scrolling.
pub fn set(fragment: &str) {
    if here() != fragment {
        push(&format!("#{fragment}"));
    }
}

/// Takes the fragment out of the address, as a new entry of the history.
pub fn clear() {
    let path = window().location().pathname().unwrap_or_default();
    let query = window().location().search().unwrap_or_default();
    push(&format!("{path}{query}"));
}

fn push(url: &str) {
    // A frame may be forbidden to write its history; the choice is shown all the same.
    if let Ok(history) = window().history() {
        let _ = history.push_state_with_url(&JsValue::NULL, "", Some(url));
    }
}
