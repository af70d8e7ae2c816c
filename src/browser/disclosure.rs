//! A real button for every `<details>`, since voice control and some screen readers miss what `<summary>` is.
//!
//! The `<details>` stays: it is what opens without scripts, for an address, and when words are found in the page.
//! Deliberately absent: which of them are open, which each `<details>` knows.

use leptos::prelude::document;
use leptos::wasm_bindgen::JsCast;

use super::{
    Element, Event, all_of_page, attribute, closest, first_within, is_focused, listen, on_click, return_focus,
    set_attribute, set_flag,
};
use crate::contract::attribute;

/// What stands in place of a summary.
const BAR: &str = ".disclosure";

/// Gives each `<details>` of the page, in place of its summary, a heading with a button that tells whether it is
/// open.
pub fn give_buttons() {
    for details in all_of_page("main details") {
        // What cannot be made, which no browser refuses, leaves the summary in its place.
        let _ = give_button(&details);
    }
    on_click(|event| {
        let bar = closest(event, BAR).filter(|_| closest(event, "a").is_none());
        if let Some(details) = bar.and_then(|bar| bar.next_element_sibling()) {
            set_flag(&Some(details.clone()), "open", !details.has_attribute("open"));
        }
    });
}

/// The heading keeps its level and its words; what stands beside it in the summary comes along.
fn give_button(details: &Element) -> Option<()> {
    let summary = first_within(details, "summary")?;
    let bar = document().create_element("div").ok()?;
    bar.set_class_name("disclosure");
    let copy: Element = summary.clone_node_with_deep(true).ok()?.dyn_into().ok()?;
    while let Some(child) = copy.first_child() {
        bar.append_child(&child).ok()?;
    }
    let heading = first_within(&bar, "h2, h3")?;
    let button = document().create_element("button").ok()?;
    while let Some(child) = heading.first_child() {
        button.append_child(&child).ok()?;
    }
    heading.append_child(&button).ok()?;
    set_attribute(&Some(button.clone()), "type", "button");
    if let Some(panel) = first_within(details, "[id]") {
        set_attribute(&Some(button.clone()), "aria-controls", &attribute(&panel, "id"));
    }
    tell(details, &bar, &button);
    details.before_with_node_1(&bar).ok()?;
    let was_focused = is_focused(&summary);
    set_flag(&Some(summary), "hidden", true);
    if was_focused {
        return_focus(&Some(button.clone()));
    }
    keep_told(details, bar, button);
    Some(())
}

/// Says on the button whether the `<details>` is open.
fn tell(details: &Element, bar: &Element, button: &Element) {
    let open = details.has_attribute("open");
    set_attribute(&Some(button.clone()), "aria-expanded", if open { "true" } else { "false" });
    set_flag(&Some(bar.clone()), attribute::OPEN, open);
}

fn keep_told(details: &Element, bar: Element, button: Element) {
    let told = details.clone();
    listen(details, "toggle", move |_: &Event| tell(&told, &bar, &button));
}
