//! Which section of the page the reader has reached.
//!
//! Deliberately absent: listening to scrolling; the browser itself says when a section crosses the line.

use leptos::prelude::window;
use leptos::wasm_bindgen::JsCast;
use leptos::wasm_bindgen::closure::Closure;
use leptos::web_sys::{IntersectionObserver, IntersectionObserverInit};

use super::{Element, all_of_page, top_of};

/// What is left of the screen as a line, a little below which a reader's eye is: all but one hundredth of its height.
const LINE: &str = "-30% 0px -69% 0px";

/// How far below the top of the screen the line ends, as a part of the screen's height.
const LINE_END: f64 = 0.31;

/// How exactly the browser tells a crossing, in pixels.
const SLACK: f64 = 2.0;

/// Calls `answer` with the place of the last section that begins above the line, whenever that may have changed.
/// The sections are those that match, in the order of the page.
pub fn watch_sections(selector: &str, answer: impl Fn(usize) + 'static) {
    let sections = all_of_page(selector);
    let watched = sections.clone();
    // What has crossed the line does not say where the reader is now, after a leap or between two sections.
    let crossed = Closure::<dyn Fn()>::new(move || {
        if let Some(at) = reached(&sections) {
            answer(at);
        }
    });
    let options = IntersectionObserverInit::new();
    options.set_root_margin(LINE);
    let crossed = crossed.into_js_value();
    if let Ok(observer) = IntersectionObserver::new_with_options(crossed.unchecked_ref(), &options) {
        for section in &watched {
            observer.observe(section);
        }
        // The observer stays for as long as the page does.
        std::mem::forget(observer);
    }
}

/// The last section that begins above the line.
fn reached(sections: &[Element]) -> Option<usize> {
    let line = window().inner_height().ok()?.as_f64()? * LINE_END + SLACK;
    sections.iter().take_while(|section| top_of(section) < line).count().checked_sub(1)
}
