//! What is done later: files of our own host that tools fetch, parts that are woken, views that are shown.
//!
//! Deliberately absent: servers of others, which may be slow or hostile; see `http`.

use gloo_net::http::Request;
use js_sys::{JSON, Promise};
use leptos::prelude::IntoView;
use leptos::wasm_bindgen::JsCast;
use serde::de::DeserializeOwned;
use wasm_bindgen_futures::JsFuture;

use super::Element;
use crate::contract::event;

/// Facts from a file of JSON.
///
/// # Errors
///
/// The file cannot be had, or is not what it should be.
pub async fn fetch<Facts: DeserializeOwned>(address: &str) -> Result<Facts, NotFetched> {
    let response = Request::get(address).send().await.map_err(|_| NotFetched)?;
    if !response.ok() {
        return Err(NotFetched);
    }
    let text = response.text().await.map_err(|_| NotFetched)?;
    // The browser reads JSON faster than we do, and has what it takes already.
    let facts = JSON::parse(&text).map_err(|_| NotFetched)?;
    serde_wasm_bindgen::from_value(facts).map_err(|_| NotFetched)
}

/// Facts cannot be had, or are not what they should be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotFetched;

/// Waits until the reader does something with an element or in it, or the loader has a reason to try it again.
pub async fn touched(element: &Element) {
    let touch = Promise::new(&mut |resolve, _| {
        for name in ["pointerdown", "focusin", event::RETRY] {
            // A target always takes a listener; a promise is settled once, however often it is touched.
            let _ = element.add_event_listener_with_callback(name, &resolve);
        }
    });
    // This promise is never rejected.
    let _ = JsFuture::from(touch).await;
}

/// Shows a view within an element, for as long as the page is there.
pub fn mount<View: IntoView + 'static>(within: &Element, view: impl FnOnce() -> View + 'static) {
    leptos::mount::mount_to(within.clone().unchecked_into(), view).forget();
}
