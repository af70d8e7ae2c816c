//! Building pieces of the page from templates that stand in it.
//!
//! Deliberately absent: HTML as text. Whatever is put in is text or an attribute of ours.

use leptos::prelude::document;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::DocumentFragment;

use super::objects::{call, get, set};
use super::{Element, Event, first};

/// A copy of what is in the template that matches.
pub fn copy_of_template(selector: &str) -> Option<Element> {
    let content: DocumentFragment = get(&first(selector)?.into(), "content").dyn_into().ok()?;
    let piece = content.first_element_child()?;
    piece.clone_node_with_deep(true).ok()?.dyn_into().ok()
}

/// Adds a new element at the end of another.
pub fn append_new(parent: &Element, name: &str) -> Option<Element> {
    let element = document().create_element(name).ok()?;
    append(parent, &element);
    Some(element)
}

/// Adds a text at the end of an element.
pub fn append_text(parent: &Element, text: &str) {
    // What was created by the same document is never refused.
    let _ = parent.append_child(&document().create_text_node(text));
}

/// Adds an element at the end of another, wherever it was before.
pub fn append(parent: &Element, element: &Element) {
    // What was created by the same document is never refused.
    let _ = parent.append_child(element);
}

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
    if let Some(element) = element {
        // What cannot be clicked does nothing then.
        let _ = call(element, "click", &[]);
    }
}

/// The value of a field; empty where there is none.
pub fn field_value(within: &Element, selector: &str) -> String {
    let field = within.query_selector(selector).ok().flatten();
    field.and_then(|field| get(&field, "value").as_string()).unwrap_or_default()
}

/// The value of the field that an event happened to.
pub fn value_at(event: &Event) -> String {
    event.target().and_then(|field| get(&field, "value").as_string()).unwrap_or_default()
}

/// Puts a value into a field.
pub fn set_field_value(within: &Element, selector: &str, value: &str) {
    if let Some(field) = within.query_selector(selector).ok().flatten() {
        set(&field, "value", &value.into());
    }
}
