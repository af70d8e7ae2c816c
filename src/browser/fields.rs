//! Fields that readers fill in, and elements put among others.
//!
//! Deliberately absent: HTML as text, and what is drawn by views.

use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{HtmlElement, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};

use super::{Element, Event, target};

/// Has exactly these elements below another, in this order. One that is in its place is not moved, so that it keeps
/// the focus.
pub fn arrange(list: &Element, wanted: &[Element]) {
    let mut here = list.first_element_child();
    for element in wanted {
        while let Some(other) = here.clone().filter(|other| other != element && !wanted.contains(other)) {
            here = other.next_element_sibling();
            other.remove();
        }
        if here.as_ref() == Some(element) {
            here = element.next_element_sibling();
        } else {
            // What was created by the same document is never refused.
            let _ = list.insert_before(element, here.as_deref());
        }
    }
    while let Some(other) = here {
        here = other.next_element_sibling();
        other.remove();
    }
}

/// Does what a click on an element does.
pub fn press(element: &Option<Element>) {
    // What cannot be clicked, as in a drawing, does nothing then.
    if let Some(element) = element.as_ref().and_then(|element| element.dyn_ref::<HtmlElement>()) {
        element.click();
    }
}

/// The value of a field; empty where there is none.
pub fn value_of(field: &Option<Element>) -> String {
    field.as_ref().map(value).unwrap_or_default()
}

/// The value of the field that an event happened to.
pub fn value_at(event: &Event) -> String {
    target(event).map(|field| value(&field)).unwrap_or_default()
}

/// Puts a value into a field, if there is one.
pub fn set_value(field: &Option<Element>, value: &str) {
    if let Some(field) = field {
        fill(field, value);
    }
}

/// The value of a field of any kind; empty where there is none.
fn value(field: &Element) -> String {
    if let Some(field) = field.dyn_ref::<HtmlInputElement>() {
        field.value()
    } else if let Some(field) = field.dyn_ref::<HtmlTextAreaElement>() {
        field.value()
    } else {
        field.dyn_ref::<HtmlSelectElement>().map(HtmlSelectElement::value).unwrap_or_default()
    }
}

/// Puts a value into a field of any kind, or chooses the option that has it. Whatever has no value has nothing to be
/// filled.
pub(super) fn fill(field: &Element, value: &str) {
    if let Some(field) = field.dyn_ref::<HtmlInputElement>() {
        field.set_value(value);
    } else if let Some(field) = field.dyn_ref::<HtmlTextAreaElement>() {
        field.set_value(value);
    } else if let Some(field) = field.dyn_ref::<HtmlSelectElement>() {
        field.set_value(value);
    }
}
