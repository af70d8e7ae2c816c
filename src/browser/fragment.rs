//! The address's fragment: reading, following and setting it.
//!
//! Deliberately absent: the rest of the address.

use std::rc::Rc;

use leptos::prelude::{document, window};
use leptos::wasm_bindgen::JsValue;
use leptos::web_sys::{CustomEvent, CustomEventInit};

use super::{Event, attribute, closest, listen_everywhere, location_hash, on_click, page_has};
use crate::contract::{attribute, event, id};

/// Calls `follow` with the fragment, without its `#`, whenever it changes, and when a link leads to where the
/// address is already: that is no change, and what it names may be hidden since.
pub fn watch(follow: impl Fn(String) + 'static) {
    let follow = Rc::new(follow);
    let again = follow.clone();
    listen_everywhere("hashchange", move |_: &Event| follow(here()));
    on_click(move |event| {
        let link = closest(event, "a[href^='#']").map(|link| attribute(&link, "href"));
        if link.is_some_and(|address| address.trim_start_matches('#') == here()) {
            again(here());
        }
    });
}

/// The fragment, without its `#`.
pub fn here() -> String {
    let hash = location_hash();
    // Some programs that pass addresses on write signs in another way; what is no such writing stays as it is.
    let hash = js_sys::decode_uri_component(&hash).map_or(hash, String::from);
    hash.trim_start_matches('#').to_owned()
}

/// Puts a fragment into the address as a new entry of the history, without scrolling.
pub fn set(fragment: &str) {
    if here() != fragment {
        push(&id::link_to(fragment));
    }
}

/// Takes the fragment out of the address, as a new entry of the history.
pub fn clear() {
    let path = window().location().pathname().unwrap_or_default();
    let query = window().location().search().unwrap_or_default();
    push(&format!("{path}{query}"));
}

fn push(url: &str) {
    // In a frame the history is the host's, whose "back" is to leave its page and not to undo what was done in ours.
    let framed = page_has(attribute::FRAMED);
    // A frame may be forbidden to write its history; the choice is shown all the same.
    let _ = window().history().and_then(|history| {
        if framed {
            history.replace_state_with_url(&JsValue::NULL, "", Some(url))
        } else {
            history.push_state_with_url(&JsValue::NULL, "", Some(url))
        }
    });
    tell_host();
}

/// Has frame-later.js tell the host what the reader has chosen.
fn tell_host() {
    let options = CustomEventInit::new();
    options.set_detail(&here().into());
    // Where nobody listens there is no frame.
    let _ = CustomEvent::new_with_event_init_dict(event::SELECT, &options)
        .and_then(|event| document().dispatch_event(&event));
}
