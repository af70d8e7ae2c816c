//! Other windows of the same page, and this one coming and going.
//!
//! Deliberately absent: what they have to tell each other beyond that something has changed.

use leptos::prelude::{document, window};
use leptos::wasm_bindgen::closure::Closure;
use leptos::wasm_bindgen::{JsCast, JsValue};
use leptos::web_sys::BroadcastChannel;
use wasm_bindgen_futures::JsFuture;

use super::capabilities::has;
use super::section::observe;
use super::{Element, Event, listen_everywhere};

/// Other windows of the same page.
pub struct Windows(Option<BroadcastChannel>);

impl Windows {
    /// Calls `changed` whenever another window tells of a change. Where a browser has no channel, none does.
    pub fn listen(name: &str, changed: impl Fn() + 'static) -> Self {
        let channel = BroadcastChannel::new(name).ok();
        if let Some(channel) = &channel {
            // The channel stays for as long as the page does.
            let answer = Closure::<dyn Fn()>::new(changed).into_js_value();
            channel.set_onmessage(Some(answer.unchecked_ref()));
        }
        Self(channel)
    }

    /// Tells the other windows of a change.
    pub fn tell(&self) {
        if let Some(channel) = &self.0 {
            // A channel that was closed has nobody to tell.
            let _ = channel.post_message(&JsValue::NULL);
        }
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
    // There is nothing to ask where a page is not secure.
    if has(&["navigator", "storage"]) {
        super::spawn(async {
            if let Ok(asked) = window().navigator().storage().persist() {
                // Whether it agrees is the browser's business, and a page without an origin is refused; there is nothing to
                // do either way.
                let _ = JsFuture::from(asked).await;
            }
        });
    }
}
