//! Files of our own host that tools fetch when they are needed.
//!
//! Deliberately absent: servers of others, which may be slow or hostile; see `http`.

use gloo_net::http::Request;
use leptos::leptos_dom::helpers::{request_idle_callback, set_timeout};
use leptos::prelude::window;
use serde::de::DeserializeOwned;

use std::time::Duration;

use super::objects::{get, global};

/// Facts from a file of JSON.
///
/// # Errors
///
/// The file cannot be had, or is not what it should be.
pub async fn fetch<Facts: DeserializeOwned>(address: &str) -> Result<Facts, gloo_net::Error> {
    let response = Request::get(address).send().await?;
    if !response.ok() {
        return Err(gloo_net::Error::GlooError(response.status_text()));
    }
    response.json().await
}

/// Calls `then` once the browser has nothing else to do.
pub fn when_idle(then: impl Fn() + 'static) {
    if get(&window(), "requestIdleCallback").is_function() {
        request_idle_callback(then);
    } else {
        // WebKit has no such thing; a moment later the page is as a rule ready.
        set_timeout(then, Duration::from_millis(200));
    }
}

/// Whether the reader has asked for less data.
pub fn saves_data() -> bool {
    get(&get(&global("navigator"), "connection"), "saveData").is_truthy()
}
