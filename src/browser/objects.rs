//! Objects of JavaScript by the names of what they have.
//!
//! Deliberately absent: types. Where a whole interface is used, as on elements of the page, `web_sys` has them; but
//! each of its functions costs every reader some hundred bytes, and what is used once or twice goes by name.

use js_sys::{Array, Function, Promise, Reflect};
use leptos::prelude::window;
use leptos::wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// A property of an object; undefined where there is none.
pub(super) fn get(of: &JsValue, name: &str) -> JsValue {
    Reflect::get(of, &name.into()).unwrap_or_default()
}

/// Sets a property of an object that takes it.
pub(super) fn set(of: &JsValue, name: &str, value: &JsValue) {
    // What does not take the property goes on without it.
    let _ = Reflect::set(of, &name.into(), value);
}

/// Calls a method.
pub(super) fn call(of: &JsValue, name: &str, arguments: &[&JsValue]) -> Result<JsValue, JsValue> {
    let method = Reflect::get(of, &name.into())?;
    let method: &Function = method.dyn_ref().ok_or(JsValue::UNDEFINED)?;
    Reflect::apply(method, of, &list(arguments))
}

/// Something of the window by its name; undefined where the browser has it not.
pub(super) fn global(name: &str) -> JsValue {
    get(&window(), name)
}

/// A new object of a class.
pub(super) fn make(class: &JsValue, arguments: &[&JsValue]) -> Result<JsValue, JsValue> {
    let class: &Function = class.dyn_ref().ok_or(JsValue::UNDEFINED)?;
    Reflect::construct(class, &list(arguments))
}

fn list(arguments: &[&JsValue]) -> Array {
    arguments.iter().copied().collect()
}

/// Waits for a promise, or takes what is none as it is.
pub(super) async fn kept(promise: JsValue) -> Result<JsValue, JsValue> {
    JsFuture::from(Promise::resolve(&promise)).await
}
