//! The only door to what a browser offers.
//!
//! Deliberately absent: decisions. Outside a browser these functions are never
//! called: effects and event handlers do not run while pages are written.

pub mod fragment;
pub mod selection;
pub mod storage;

use std::time::Duration;

use leptos::ev;
use leptos::leptos_dom::helpers::{request_animation_frame, set_timeout, window_event_listener};
use leptos::prelude::{document, window};
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys;
use web_sys::{FocusOptions, HtmlElement, KeyboardEvent, MouseEvent, NodeList};

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

/// The attribute's value; empty where there is none.
pub fn attribute(element: &Element, name: &str) -> String {
    element.get_attribute(name).unwrap_or_default()
}

/// The nearest element with that attribute around what the event happened to.
pub fn around(event: &Event, name: &str) -> Option<Element> {
    let target: Element = event.target()?.dyn_into().ok()?;
    target.closest(&format!("[{name}]")).ok().flatten()
}

/// The nearest element that matches around what the event happened to.
pub fn closest(event: &Event, selector: &str) -> Option<Element> {
    let target: Element = event.target()?.dyn_into().ok()?;
    target.closest(selector).ok().flatten()
}

/// Whether an element matches.
pub fn is(element: &Element, selector: &str) -> bool {
    element.matches(selector).unwrap_or(false)
}

/// Calls `answer` for every click on the page that has no other meaning, such as opening a new tab.
pub fn on_click(answer: impl Fn(&Event) + 'static) {
    let listener = window_event_listener(ev::click, move |event| {
        if is_plain_click(&event) && !event.default_prevented() {
            answer(&event);
        }
    });
    // The listener stays for as long as the page does.
    std::mem::forget(listener);
}

/// Calls `answer` for every Escape that nothing else on the page has use for.
pub fn on_escape(answer: impl Fn() + 'static) {
    let listener = window_event_listener(ev::keydown, move |event| {
        let used =
            event.default_prevented() || happened_at(&event, "input, select") || first(":popover-open").is_some();
        if event.key() == "Escape" && !used {
            answer();
        }
    });
    // The listener stays for as long as the page does.
    std::mem::forget(listener);
}

/// Shows a popover and moves the focus into it; where it stands on large screens is told to the style sheet in
/// `--at-inline` and `--at-block`, in pixels from the start and the top of the screen.
pub fn show_popover_at(popover: &Option<Element>, about: &Element) {
    let Some(popover) = popover.as_ref().and_then(|popover| popover.dyn_ref::<HtmlElement>()) else {
        return;
    };
    let place = about.get_bounding_client_rect();
    let start = if reads_leftwards() { screen_width() - place.right() } else { place.left() };
    for (name, pixels) in [("--at-inline", start), ("--at-block", place.bottom())] {
        // Properties of our own take any value.
        let _ = popover.style().set_property(name, &[&(pixels as i32).to_string(), "px"].concat());
    }
    // A popover that is open already stays open.
    let _ = popover.show_popover();
    let _ = popover.focus();
}

/// Hides a popover; the browser gives the focus back.
pub fn hide_popover(popover: &Option<Element>) {
    if let Some(popover) = popover.as_ref().and_then(|popover| popover.dyn_ref::<HtmlElement>()) {
        // A popover that is hidden already stays hidden.
        let _ = popover.hide_popover();
    }
}

/// Calls `then` once the browser has painted what has changed so far.
pub fn after_paint(then: impl FnOnce() + 'static) {
    request_animation_frame(move || set_timeout(then, Duration::ZERO));
}

/// Gives the focus back to an element, and leaves the view where it is.
pub fn return_focus(element: &Option<Element>) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    if let Some(element) = element {
        // Both kinds of element that can be chosen take the focus in the same way.
        let _ = element.unchecked_ref::<HtmlElement>().focus_with_options(&options);
    }
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

/// Puts a value into the fields that match, or chooses the option that has it.
pub fn fill_fields(selector: &str, value: &str) {
    for field in all_of_page(selector) {
        // Whatever has no value has nothing to be filled.
        let _ = js_sys::Reflect::set(&field, &"value".into(), &value.into());
    }
}

/// The text as a reader types it: in lower case, by the browser's tables, so that none are in the wasm, and
/// with plain quotes.
pub fn folded(text: &str) -> String {
    let text = text.replace(['\u{2018}', '\u{2019}'], "'").replace(['\u{201c}', '\u{201d}'], "\"");
    leptos::wasm_bindgen::JsValue::from_str(&text).unchecked_into::<js_sys::JsString>().to_lower_case().into()
}

/// How far below the top of the screen an element begins, in pixels; negative above it.
pub fn top_of(element: &Element) -> f64 {
    element.get_bounding_client_rect().top()
}

fn screen_width() -> f64 {
    document().document_element().map_or(0.0, |root| f64::from(root.client_width()))
}

/// Whether the page has been scrolled.
pub fn is_scrolled() -> bool {
    window().scroll_y().unwrap_or_default() > 0.0
}

/// Scrolls by so many pixels.
pub fn scroll_by(pixels: f64) {
    window().scroll_by_with_x_and_y(0.0, pixels);
}

/// Chooses a radio button or switches a box on.
pub fn check(field: &Option<Element>) {
    if let Some(field) = field {
        // Whatever cannot be checked has no such property to be set.
        let _ = js_sys::Reflect::set(field, &"checked".into(), &true.into());
    }
}

/// Scrolls to an element.
pub fn bring_into_view(element: &Option<Element>) {
    if let Some(element) = element {
        element.scroll_into_view();
    }
}

/// Moves focus, and with it the view, to an element.
pub fn go_to(element: &Option<Element>) {
    if let Some(element) = element.as_ref().and_then(|element| element.dyn_ref::<HtmlElement>()) {
        // A browser that will not move focus leaves the reader where they are.
        let _ = element.focus();
    }
}

/// Whether the key was pressed without Ctrl, Alt, Meta or Shift.
pub fn is_plain_key(event: &KeyboardEvent) -> bool {
    !(event.ctrl_key() || event.alt_key() || event.meta_key() || event.shift_key())
}

/// Whether the click came without a key that gives it another meaning, such as opening a new tab.
fn is_plain_click(event: &MouseEvent) -> bool {
    !(event.ctrl_key() || event.alt_key() || event.meta_key() || event.shift_key())
}

/// Whether the event happened at an element that matches, not at one within it.
pub fn happened_at(event: &Event, selector: &str) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|target| target.matches(selector).unwrap_or(false))
}

/// Whether the page is written from right to left.
pub fn reads_leftwards() -> bool {
    document().document_element().is_some_and(|root| attribute(&root, "dir") == "rtl")
}

fn location_hash() -> String {
    window().location().hash().unwrap_or_default()
}
