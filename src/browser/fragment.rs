//! The address's fragment: reading, following and setting it.
//!
//! Deliberately absent: the rest of the address.

use leptos::prelude::{document, window};
use leptos::wasm_bindgen::JsValue;

use std::rc::Rc;

use super::objects::{call, global, make, set as set_property};
use super::{Event, attribute, closest, listen_everywhere, location_hash, on_click, page_has};

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
    // In a frame the history is the host's, whose "back" is to leave its page and not to undo what was done in ours.
    let write = if page_has("data-framed") { "replaceState" } else { "pushState" };
    // A frame may be forbidden to write its history; the choice is shown all the same.
    let _ = call(&global("history"), write, &[&JsValue::NULL, &"".into(), &url.into()]);
    tell_host();
}

/// Has frame.js tell the host what the reader has chosen.
fn tell_host() {
    let detail = js_sys::Object::new();
    set_property(&detail, "detail", &here().into());
    let event = make(&global("CustomEvent"), &[&"backgrounder:select".into(), &detail]).unwrap_or_default();
    // Where nobody listens there is no frame.
    let _ = call(&document(), "dispatchEvent", &[&event]);
}
