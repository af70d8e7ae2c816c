//! Whether a browser has what web-sys takes for granted.
//!
//! Deliberately absent: calling it.

use js_sys::Reflect;
use leptos::prelude::window;
use leptos::wasm_bindgen::JsValue;

/// Whether there is something under these names, each within the one before, beginning with the window. What is
/// missing, as much is where a page is not secure, must not be called: an exception ends the wasm, unless web-sys has a
/// `Result` for it.
pub(super) fn has(names: &[&str]) -> bool {
    let mut here = JsValue::from(window());
    for name in names {
        match Reflect::get(&here, &JsValue::from_str(name)) {
            Ok(there) if !there.is_undefined() && !there.is_null() => here = there,
            _ => return false,
        }
    }
    true
}
