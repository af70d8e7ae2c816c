//! What belongs to the section that is being read, beside it on large screens.
//!
//! Deliberately absent: what belongs to which section, which stands in the page, and any announcement: who listens to
//! the page would hear one at every section.

pub mod state;

use leptos::prelude::*;

use super::frame::{in_group, lazy_frame, sender};
use crate::browser::{self, Element, Event};
use state::{Effect, Msg, State};

/// The sections of the article.
const SECTIONS: &str = "#article > section";

/// What the reader is using by keys. (Whoever has clicked something in a panel reads on, and is not using it any more.)
const IN_USE: &str = ".companion-box :focus-visible";

/// The panels of all sections, passed as children, of which one shows.
#[island]
pub fn Companion(children: Children) -> impl IntoView {
    lazy_frame("companion-box", "explore", fetch, children)
}

in_group!(explore, wake_companion);

fn wake(root: Element) {
    let mut state = State::default();
    let send = sender(move |msg| state.update(msg), perform);
    let sections = values(&browser::all_of_page(SECTIONS), "id");
    send(Msg::Woke(sections, values(&browser::all(&root, ".beside"), "data-beside")));
    let reached = send.clone();
    browser::watch_sections(SECTIONS, move |at| {
        reached(Msg::Reached(at, is_in_use()));
    });
    browser::listen(&root, "focusout", move |_: &Event| {
        let left = send.clone();
        // The focus may only be on its way from one link of the panel to the next.
        browser::after_paint(move || {
            if !is_in_use() {
                left(Msg::Left);
            }
        });
    });
}

fn values(elements: &[Element], attribute: &str) -> Vec<String> {
    elements.iter().map(|element| browser::attribute(element, attribute)).collect()
}

fn is_in_use() -> bool {
    browser::first(IN_USE).is_some()
}

fn perform(effect: Effect) {
    let Effect::Swap { from, to } = effect;
    set_shown(&from, false);
    set_shown(&to, true);
}

/// Shows or hides a section's panel, and whom the map marks for it. (HTML's `hidden` is none of SVG's attributes.)
fn set_shown(section: &str, shown: bool) {
    browser::set_flag(&browser::first(&format!("[data-beside=\"{section}\"]")), "hidden", !shown);
    browser::set_flag(&browser::first(&format!("[data-places=\"{section}\"]")), "data-shown", shown);
}
