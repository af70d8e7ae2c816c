//! Building pieces of the page from templates that stand in it.
//!
//! Deliberately absent: HTML as text. Whatever is put in is text or an attribute of ours.

use leptos::prelude::document;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{HtmlElement, HtmlInputElement, HtmlSelectElement, HtmlTemplateElement, HtmlTextAreaElement};

use super::{Element, Event, first, target};

/// A copy of what is in the template that matches.
pub fn copy_of_template(selector: &str) -> Option<Element> {
    let template: HtmlTemplateElement = first(selector)?.dyn_into().ok()?;
    let piece = template.content().first_element_child()?;
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
    // What cannot be clicked, as in a drawing, does nothing then.
    if let Some(element) = element.as_ref().and_then(|element| element.dyn_ref::<HtmlElement>()) {
        element.click();
    }
}

/// The value of a field; empty where there is none.
pub fn field_value(within: &Element, selector: &str) -> String {
    within.query_selector(selector).ok().flatten().map(|field| value(&field)).unwrap_or_default()
}

/// The value of the field that an event happened to.
pub fn value_at(event: &Event) -> String {
    target(event).map(|field| value(&field)).unwrap_or_default()
}

/// Puts a value into a field.
pub fn set_field_value(within: &Element, selector: &str, value: &str) {
    if let Some(field) = within.query_selector(selector).ok().flatten() {
        set_value(&field, value);
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
pub(super) fn set_value(field: &Element, value: &str) {
    if let Some(field) = field.dyn_ref::<HtmlInputElement>() {
        field.set_value(value);
    } else if let Some(field) = field.dyn_ref::<HtmlTextAreaElement>() {
        field.set_value(value);
    } else if let Some(field) = field.dyn_ref::<HtmlSelectElement>() {
        field.set_value(value);
    }
}
