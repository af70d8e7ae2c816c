//! Dialogs, and what is copied from them.
//!
//! Deliberately absent: closing by Escape and giving the focus back, which browsers do by themselves.

use leptos::prelude::document;
use leptos::wasm_bindgen::JsValue;

use super::Element;
use super::objects::{call, get, global, kept, make};

/// Opens a dialog before everything else on the page.
pub fn open_dialog(dialog: &Option<Element>) {
    call_on(dialog, "showModal");
}

/// Closes a dialog.
pub fn close_dialog(dialog: &Option<Element>) {
    call_on(dialog, "close");
}

/// Marks all that a field says, so that it can be copied by hand.
pub fn select_all(field: &Option<Element>) {
    call_on(field, "focus");
    call_on(field, "select");
}

fn call_on(element: &Option<Element>, method: &str) {
    if let Some(element) = element {
        // A browser without the method, or one in which it has been done already, leaves the page as it is.
        let _ = call(element, method, &[]);
    }
}

/// Copies a text; whether the browser let us.
pub async fn copy_text(text: &str) -> bool {
    let clipboard = get(&global("navigator"), "clipboard");
    let Ok(promise) = call(&clipboard, "writeText", &[&text.into()]) else {
        return false;
    };
    kept(promise).await.is_ok()
}

/// The whole address of a path from this page.
pub fn absolute(path: &str) -> String {
    let here: JsValue = document().base_uri().ok().flatten().into();
    let address = make(&global("URL"), &[&path.into(), &here]).unwrap_or_default();
    get(&address, "href").as_string().unwrap_or_default()
}
