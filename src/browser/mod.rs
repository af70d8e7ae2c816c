//! The only door to what a browser offers.
//!
//! Deliberately absent: decisions. Outside a browser these functions are never
//! called: effects and event handlers do not run while pages are written.

mod capabilities;
mod clock;
mod database;
mod dialog;
mod disclosure;
mod events;
mod fetch;
mod fields;
mod files;
pub mod fragment;
mod highlight;
mod http;
mod json;
mod media;
mod passages;
mod pointer;
mod section;
pub mod selection;
pub mod storage;
mod view;
mod windows;

use leptos::prelude::{document, window};
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{HtmlInputElement, NodeList};

pub use clock::*;
pub use database::open as open_database;
pub use dialog::*;
pub use disclosure::give_buttons;
pub use events::*;
pub use fetch::{fetch, mount, touched};
pub use fields::*;
pub use files::*;
pub use http::Http;
pub use media::watch_media;
pub use passages::*;
pub use pointer::*;
pub use section::*;
pub use view::*;
pub use windows::*;

pub use leptos::web_sys::{Element, Event};

use crate::selection::Choice;

/// The page's language, as a BCP 47 tag; empty while pages are written.
pub fn language() -> String {
    #[cfg(feature = "hydrate")]
    let language = document().document_element().map(|root| attribute(&root, "lang")).unwrap_or_default();
    #[cfg(not(feature = "hydrate"))]
    let language = String::new();
    language
}

/// The elements below `root` that match.
pub fn all(root: &Element, selector: &str) -> Vec<Element> {
    root.query_selector_all(selector).map(elements).unwrap_or_default()
}

/// The first element below `root` that matches.
pub fn first_within(root: &Element, selector: &str) -> Option<Element> {
    root.query_selector(selector).ok().flatten()
}

/// The element around this one.
pub fn parent(element: Option<Element>) -> Option<Element> {
    element?.parent_element()
}

/// Whether the page as a whole has an attribute, as frame.js sets them.
pub fn page_has(name: &str) -> bool {
    document().document_element().is_some_and(|root| root.has_attribute(name))
}

/// The element of that id, which a browser finds at once.
pub fn by_id(id: &str) -> Option<Element> {
    document().get_element_by_id(id)
}

/// The `<details>` around the element of that id.
pub fn details_around(id: &str) -> Option<Element> {
    by_id(id)?.closest("details").ok().flatten()
}

/// The elements of the page that match.
pub fn all_of_page(selector: &str) -> Vec<Element> {
    document().query_selector_all(selector).map(elements).unwrap_or_default()
}

/// The first element of the page that matches.
pub fn first(selector: &str) -> Option<Element> {
    document().query_selector(selector).ok().flatten()
}

fn elements(list: NodeList) -> Vec<Element> {
    (0..list.length()).filter_map(|at| list.get(at)?.dyn_into().ok()).collect()
}

/// The element of those that match which has so many before it.
pub fn nth_of_page(selector: &str, at: usize) -> Option<Element> {
    let list = document().query_selector_all(selector).ok()?;
    list.get(u32::try_from(at).ok()?)?.dyn_into().ok()
}

/// Has a task done bit by bit, whenever what it waits for is there.
pub fn spawn(task: impl Future<Output = ()> + 'static) {
    wasm_bindgen_futures::spawn_local(task);
}

/// The attribute's value; empty where there is none.
pub fn attribute(element: &Element, name: &str) -> String {
    element.get_attribute(name).unwrap_or_default()
}

/// The nearest element that matches: this one, or one around it.
pub fn nearest(element: &Element, selector: &str) -> Option<Element> {
    element.closest(selector).ok().flatten()
}

/// Whether an element matches.
pub fn is(element: &Element, selector: &str) -> bool {
    element.matches(selector).unwrap_or(false)
}

/// Sets or removes an attribute without a value, such as `open` or `hidden`.
pub fn set_flag(element: &Option<Element>, name: &str, on: bool) {
    if let Some(element) = element {
        // The name is one of our own, so it is never refused.
        let _ = element.toggle_attribute_with_force(name, on);
    }
}

/// Sets an attribute.
pub fn set_attribute(element: &Option<Element>, name: &str, value: &str) {
    if let Some(element) = element {
        // The name is one of our own, so it is never refused.
        let _ = element.set_attribute(name, value);
    }
}

/// Removes an attribute.
pub fn remove_attribute(element: &Option<Element>, name: &str) {
    if let Some(element) = element {
        // The name is one of our own, so it is never refused.
        let _ = element.remove_attribute(name);
    }
}

/// The words of an element.
pub fn text(element: &Element) -> String {
    element.text_content().unwrap_or_default()
}

/// What elements stand for, each once and in the order of their names. (A library's sorting would be larger than
/// all that is sorted.)
pub fn choices(elements: &[Element], id: &str, name: impl Fn(&Element) -> String) -> Vec<Choice> {
    let mut choices: Vec<Choice> = Vec::new();
    for element in elements {
        let choice = Choice { id: attribute(element, id), name: name(element) };
        if !choices.contains(&choice) {
            let at = choices.iter().position(|other| other.name > choice.name).unwrap_or(choices.len());
            choices.insert(at, choice);
        }
    }
    choices
}

/// The words of an element, without references to claims and what stands at its foot.
pub fn words(element: &Element) -> String {
    copy(element)
        .map(|copy| {
            for reference in all(&copy, ".claim-ref, .answer-foot") {
                reference.remove();
            }
            text(&copy)
        })
        .unwrap_or_default()
}

fn copy(element: &Element) -> Option<Element> {
    element.clone_node_with_deep(true).ok()?.dyn_into().ok()
}

/// Shows copies of elements, without their ids, in place of what `within` shows.
pub fn show_copies(originals: &[Element], within: &Element) {
    within.set_text_content(None);
    for copy in originals.iter().filter_map(copy) {
        for named in all(&copy, "[id]").into_iter().chain([copy.clone()]) {
            remove_attribute(&Some(named), "id");
        }
        // What was created by the same document is never refused.
        let _ = within.append_child(&copy);
    }
}

/// Shows a text in an element, in place of what it shows.
pub fn show_text(element: &Option<Element>, text: &str) {
    if let Some(element) = element {
        element.set_text_content(Some(text));
    }
}

/// Puts the children of an element into this order. Where the focus is on one of them, or within it, it is lost:
/// whoever asks for this has it elsewhere.
pub fn reorder<'a>(parent: &Option<Element>, children: impl Iterator<Item = &'a Element>) {
    if let Some(parent) = parent {
        for child in children {
            // A child that is there already is moved, and never refused. The page is laid out once, after the last.
            let _ = parent.append_child(child);
        }
    }
}

/// Puts a value into the fields that match, or chooses the option that has it.
pub fn fill_fields(selector: &str, value: &str) {
    all_of_page(selector).iter().for_each(|field| fields::fill(field, value));
}

/// The text as a reader types it: see [`crate::search::plain`].
pub fn folded(text: &str) -> String {
    crate::search::plain(&decomposed(text))
}

/// The text in lower case, with its letters apart from their accents; by the browser's tables, so that none are in the
/// wasm.
pub fn decomposed(text: &str) -> String {
    let text = leptos::wasm_bindgen::JsValue::from_str(text).unchecked_into::<js_sys::JsString>();
    text.normalize("NFKD").to_lower_case().into()
}

/// Chooses a radio button or switches a box on.
pub fn check(field: &Option<Element>) {
    if let Some(field) = field.as_ref().and_then(|field| field.dyn_ref::<HtmlInputElement>()) {
        field.set_checked(true);
    }
}

/// Whether a radio button is chosen or a box is on.
pub fn is_checked(field: &Option<Element>) -> bool {
    field.as_ref().and_then(|field| field.dyn_ref::<HtmlInputElement>()).is_some_and(HtmlInputElement::checked)
}

/// Whether the page is written from right to left.
pub fn reads_leftwards() -> bool {
    document().document_element().is_some_and(|root| attribute(&root, "dir") == "rtl")
}

/// Leaves the page for an address, as a link does.
pub fn go_to_address(address: &str) {
    // Links of ours have addresses that no browser refuses.
    let _ = window().location().assign(address);
}

fn location_hash() -> String {
    window().location().hash().unwrap_or_default()
}
