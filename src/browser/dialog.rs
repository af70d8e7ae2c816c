//! Dialogs, and what is copied from them.
//!
//! Deliberately absent: closing by Escape and giving the focus back, which browsers do by themselves.

use leptos::prelude::{document, window};
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{HtmlDialogElement, HtmlElement, HtmlInputElement, HtmlTextAreaElement, Url};
use wasm_bindgen_futures::JsFuture;

use super::Element;
use super::capabilities::has;

/// Opens a dialog before everything else on the page.
pub fn open_dialog(dialog: &Option<Element>) {
    if let Some(dialog) = dialog_of(dialog) {
        // A dialog that is open already stays open.
        let _ = dialog.show_modal();
    }
}

/// Closes a dialog.
pub fn close_dialog(dialog: &Option<Element>) {
    if let Some(dialog) = dialog_of(dialog) {
        dialog.close();
    }
}

/// The dialog, where the browser knows what that is.
fn dialog_of(element: &Option<Element>) -> Option<&HtmlDialogElement> {
    element.as_ref()?.dyn_ref()
}

/// Marks all that a field says, so that it can be copied by hand.
pub fn select_all(field: &Option<Element>) {
    if let Some(field) = field {
        if let Some(element) = field.dyn_ref::<HtmlElement>() {
            // A browser that will not move the focus marks the words all the same.
            let _ = element.focus();
        }
        if let Some(area) = field.dyn_ref::<HtmlTextAreaElement>() {
            area.select();
        } else if let Some(input) = field.dyn_ref::<HtmlInputElement>() {
            input.select();
        }
    }
}

/// Copies a text; whether the browser let us.
pub async fn copy_text(text: &str) -> bool {
    // There is none where a page is not secure.
    has(&["navigator", "clipboard", "writeText"])
        && JsFuture::from(window().navigator().clipboard().write_text(text)).await.is_ok()
}

/// The whole address of a path from this page.
pub fn absolute(path: &str) -> String {
    let here = document().base_uri().ok().flatten().unwrap_or_default();
    Url::new_with_base(path, &here).map(|address| address.href()).unwrap_or_default()
}
