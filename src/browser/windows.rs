//! Other windows of the same page, and this one coming and going.
//!
//! Deliberately absent: what they have to tell each other beyond that something has changed.

use leptos::prelude::document;
use leptos::wasm_bindgen::JsValue;
use leptos::wasm_bindgen::closure::Closure;

use super::objects::{call, get, global, make, set};
use super::section::observe;
use super::{Element, Event, listen_everywhere};

/// Other windows of the same page.
pub struct Windows(JsValue);

impl Windows {
    /// Calls `changed` whenever another window tells of a change. Where a browser has no channel, none does.
    pub fn listen(name: &str, changed: impl Fn() + 'static) -> Self {
        let channel = make(&global("BroadcastChannel"), &[&name.into()]).unwrap_or_default();
        // The channel stays for as long as the page does.
        set(&channel, "onmessage", &Closure::<dyn Fn()>::new(changed).into_js_value());
        Self(channel)
    }

    /// Tells the other windows of a change.
    pub fn tell(&self) {
        // Where there is no channel there is nobody to tell.
        let _ = call(&self.0, "postMessage", &[&JsValue::NULL]);
    }
}

/// Calls `left` when the reader leaves the page or looks at another.
pub fn on_leave(left: impl Fn() + 'static) {
    listen_everywhere("visibilitychange", move |_: &Event| {
        if document().hidden() {
            left();
        }
    });
}

/// Calls `back` when the browser has found its way to the network again.
pub fn on_online(back: impl Fn() + 'static) {
    listen_everywhere("online", move |_: &Event| back());
}

/// Calls `near` whenever an element comes within a screen of what is seen.
pub fn on_near(element: &Element, near: impl Fn() + 'static) {
    observe(std::slice::from_ref(element), "100% 0px", move |is_near| {
        if is_near {
            near();
        }
    });
}

/// Asks the browser not to clear what is stored when it needs room.
pub fn persist() {
    // Whether it agrees is the browser's business; there is nothing to do either way.
    let _ = call(&get(&global("navigator"), "storage"), "persist", &[]);
}
