//! Which section of the page the reader has reached.
//!
//! Deliberately absent: listening to scrolling; the browser itself says when a section crosses the line.

use js_sys::Array;
use leptos::prelude::window;
use leptos::wasm_bindgen::JsCast;
use leptos::wasm_bindgen::closure::Closure;
use leptos::web_sys::{IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit};

use super::{Element, all, by_id, top_of};
use crate::contract::id;

/// What is left of the screen as a line, a little below which a reader's eye is: all but one hundredth of its height.
const LINE: &str = "-30% 0px -69% 0px";

/// How far below the top of the screen the line ends, as a part of the screen's height.
const LINE_END: f64 = 0.31;

/// How exactly the browser tells a crossing, in pixels.
const SLACK: f64 = 2.0;

/// The sections of the article, in the order of the page.
pub fn article_sections() -> Vec<Element> {
    by_id(id::ARTICLE).map(|article| all(&article, ":scope > section")).unwrap_or_default()
}

/// Calls `answer` with the place of the last section that begins above the line, whenever that may have changed.
pub fn watch_sections(answer: impl Fn(usize) + 'static) {
    let sections = article_sections();
    let watched = sections.clone();
    // What has crossed the line does not say where the reader is now, after a leap or between two sections.
    observe(&watched, LINE, move |_| {
        if let Some(at) = reached(&sections) {
            answer(at);
        }
    });
}

/// Calls `crossed` whenever one of the elements comes into what is left of the screen by the margin, or leaves it,
/// with whether any has come.
pub(super) fn observe(elements: &[Element], margin: &str, crossed: impl Fn(bool) + 'static) {
    let answer = Closure::<dyn Fn(Array)>::new(move |entries: Array| {
        let has_come = |entry| IntersectionObserverEntry::unchecked_from_js(entry).is_intersecting();
        crossed(entries.iter().any(has_come));
    });
    let options = IntersectionObserverInit::new();
    options.set_root_margin(margin);
    // A browser without observers tells of nothing. One that there is stays for as long as what it observes.
    if let Ok(observer) = IntersectionObserver::new_with_options(answer.into_js_value().unchecked_ref(), &options) {
        elements.iter().for_each(|element| observer.observe(element));
    }
}

/// The last section that begins above the line.
fn reached(sections: &[Element]) -> Option<usize> {
    let line = window().inner_height().ok()?.as_f64()? * LINE_END + SLACK;
    sections.iter().take_while(|section| top_of(section) < line).count().checked_sub(1)
}
