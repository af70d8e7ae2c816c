//! What happens on the page, and where.
//!
//! Deliberately absent: what is to be done about it.

use std::time::Duration;

use leptos::leptos_dom::helpers::{request_animation_frame, set_timeout};
use leptos::prelude::window;
use leptos::wasm_bindgen::JsCast;
use leptos::wasm_bindgen::closure::Closure;
use leptos::web_sys::{EventTarget, KeyboardEvent, MouseEvent};

use super::{Element, Event, first};

/// Calls `answer` for every event of that name that happens to a target or within it. `E` is what such an event is.
pub fn listen<E: JsCast>(target: &EventTarget, name: &str, answer: impl Fn(&E) + 'static) {
    listen_to_any(target, name, Box::new(move |event: Event| answer(event.unchecked_ref())));
}

/// One function for all events, so that the compiler makes one of it.
fn listen_to_any(target: &EventTarget, name: &str, answer: Box<dyn Fn(Event)>) {
    let answer = Closure::wrap(answer);
    // A target always takes a listener.
    let _ = target.add_event_listener_with_callback(name, answer.as_ref().unchecked_ref());
    // The listener stays for as long as the page does.
    answer.forget();
}

/// Calls `answer` for every event of that name in the window.
pub fn listen_everywhere<E: JsCast>(name: &str, answer: impl Fn(&E) + 'static) {
    listen(&window(), name, answer);
}

/// The element that an event happened to.
pub fn target(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

/// The nearest element with that attribute around what the event happened to.
pub fn around(event: &Event, name: &str) -> Option<Element> {
    target(event)?.closest(&format!("[{name}]")).ok().flatten()
}

/// The nearest element that matches around what the event happened to.
pub fn closest(event: &Event, selector: &str) -> Option<Element> {
    target(event)?.closest(selector).ok().flatten()
}

/// Calls `answer` for every click on the page that has no other meaning, such as opening a new tab.
pub fn on_click(answer: impl Fn(&Event) + 'static) {
    listen_everywhere("click", move |event: &MouseEvent| {
        if is_plain_click(event) && !event.default_prevented() {
            answer(event);
        }
    });
}

/// Calls `answer` for every Escape that nothing else on the page has use for.
pub fn on_escape(answer: impl Fn() + 'static) {
    listen_everywhere("keydown", move |event: &KeyboardEvent| {
        let used = event.default_prevented()
            || happened_at(event, "input, select, textarea")
            || first(":popover-open").is_some();
        if event.key() == "Escape" && !used {
            answer();
        }
    });
}

/// Calls `answer` whenever the focus comes to an element of the page.
pub fn on_focus(answer: impl Fn(&Event) + 'static) {
    listen_everywhere("focusin", move |event: &Event| answer(event));
}

/// Calls `then` once the browser has painted what has changed so far.
pub fn after_paint(then: impl FnOnce() + 'static) {
    request_animation_frame(move || set_timeout(then, Duration::ZERO));
}

/// Whether the key was pressed without Ctrl, Alt, Meta or Shift.
pub fn is_plain_key(event: &KeyboardEvent) -> bool {
    !(event.ctrl_key() || event.alt_key() || event.meta_key() || event.shift_key())
}

/// Whether the key was pressed without Ctrl, Alt or Meta. Shift is needed to type some signs.
pub fn is_typed_key(event: &KeyboardEvent) -> bool {
    !(event.ctrl_key() || event.alt_key() || event.meta_key())
}

/// Whether the click came without a key that gives it another meaning, such as opening a new tab.
fn is_plain_click(event: &MouseEvent) -> bool {
    !(event.ctrl_key() || event.alt_key() || event.meta_key() || event.shift_key())
}

/// Whether the event happened at an element that matches, not at one within it.
pub fn happened_at(event: &Event, selector: &str) -> bool {
    target(event).is_some_and(|target| target.matches(selector).unwrap_or(false))
}

/// What is told to all when something has been drawn that shows actors.
const DRAWN: &str = "backgrounder:drawn";

/// Tells all islands that something has been drawn that shows actors.
pub fn tell_drawn() {
    if let Ok(event) = Event::new(DRAWN) {
        // An event of ours is never refused.
        let _ = window().dispatch_event(&event);
    }
}

/// Calls `answer` whenever something has been drawn that shows actors.
pub fn on_drawn(answer: impl Fn() + 'static) {
    listen_everywhere(DRAWN, move |_: &Event| answer());
}
