//! The timeline at a glance: draws out one era after the other, and is walked through by keys.
//!
//! Deliberately absent: the drawing, which stands in the page, and the list of events, which sees the same address
//! and the same selection.

pub mod state;

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use super::event::events;
use super::frame::{Sender, in_group, lazy_frame, sender};
use crate::browser::{self, Element, Event};
use state::{Effect, Msg, State, Step};

/// What the keys lead to and from.
const STOPS: &str = ".axis-event";

/// The drawing, passed as children.
#[island]
pub fn Axis(children: Children) -> impl IntoView {
    lazy_frame("axis", "explore", fetch, children)
}

in_group!(explore, wake_axis);

fn wake(root: Element) {
    let mut state = State::default();
    let send = sender(move |msg| state.update(msg), perform);
    for stop in browser::all(&root, ".axis-event") {
        browser::set_attribute(&Some(stop), "tabindex", "-1");
    }
    send(Msg::Woke(events(), shown_era(&root)));
    if let Some(id) = browser::fragment::here().strip_prefix("event-") {
        send(Msg::Reached(id.to_owned()));
    }
    let chosen = send.clone();
    browser::listen(&root, "click", move |event: &Event| {
        if let Some(era) = browser::around(event, "data-axis-era") {
            event.prevent_default();
            chosen(Msg::EraChosen(browser::attribute(&era, "data-axis-era")));
        }
    });
    let stepped = send.clone();
    browser::listen(&root, "keydown", move |event: &KeyboardEvent| {
        if browser::is_plain_key(event)
            && browser::happened_at(event, STOPS)
            && let Some(step) = step_for(&event.key(), browser::reads_leftwards())
        {
            event.prevent_default();
            stepped(Msg::Stepped(step));
        }
    });
    follow(send);
}

/// Follows what the reader reaches in the list, and whom they follow.
fn follow(send: Sender<Msg>) {
    let reached = send.clone();
    browser::on_focus(move |_| {
        let reached = reached.clone();
        // Whoever steps through the list sees the next event first. Whoever is quicker than that has reached another
        // event by then.
        browser::after_paint(move || {
            if let Some(event) = browser::focused(".event, .axis-event") {
                reached(Msg::Reached(id_of(&event)));
            }
        });
    });
    browser::selection::watch(move || {
        let followed = send.clone();
        browser::after_paint(move || {
            followed(Msg::Followed(browser::selection::current()));
        });
    });
}

fn step_for(key: &str, leftwards: bool) -> Option<Step> {
    match (key, leftwards) {
        ("ArrowRight", false) | ("ArrowLeft", true) => Some(Step::Forward),
        ("ArrowLeft", false) | ("ArrowRight", true) => Some(Step::Back),
        ("Home", _) => Some(Step::First),
        ("End", _) => Some(Step::Last),
        ("PageUp", _) => Some(Step::EraBack),
        ("PageDown", _) => Some(Step::EraForward),
        _ => None,
    }
}

/// The id of an event of the list or of the line.
fn id_of(event: &Element) -> String {
    let id = browser::attribute(event, "data-event");
    if id.is_empty() { browser::attribute(event, "data-dot") } else { id }
}

fn shown_era(root: &Element) -> String {
    let shown = browser::all(root, ".axis-strip:not([hidden])");
    shown.first().map(|strip| browser::attribute(strip, "data-strip")).unwrap_or_default()
}

fn mark(id: &str) -> Option<Element> {
    browser::first(&format!(".axis-event[data-dot=\"{id}\"]"))
}

fn perform(effect: Effect) {
    match effect {
        Effect::SwapEra { from, to } => {
            set_drawn_out(&from, false);
            set_drawn_out(&to, true);
        }
        Effect::SwapEvent { from, to } => {
            browser::set_attribute(&mark(&from), "tabindex", "-1");
            browser::remove_attribute(&mark(&from), "aria-current");
            browser::set_attribute(&mark(&to), "tabindex", "0");
            if !from.is_empty() {
                browser::set_attribute(&mark(&to), "aria-current", "step");
            }
        }
        Effect::Focus(id) => browser::return_focus(&mark(&id)),
        Effect::SetDimmed(id, dimmed) => {
            for dot in browser::all_of_page(&format!("[data-dot=\"{id}\"]")) {
                browser::set_flag(&Some(dot), "data-dimmed", dimmed);
            }
        }
    }
}

fn set_drawn_out(era: &str, shown: bool) {
    browser::set_flag(&browser::first(&format!("[data-strip=\"{era}\"]")), "hidden", !shown);
    browser::set_flag(&browser::first(&format!(".axis-band[data-axis-era=\"{era}\"]")), "data-shown", shown);
    let tab = browser::first(&format!("a[data-axis-era=\"{era}\"]"));
    if shown {
        browser::set_attribute(&tab, "aria-current", "true");
    } else {
        browser::remove_attribute(&tab, "aria-current");
    }
}
