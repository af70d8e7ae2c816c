//! The timeline: a list of eras and events, which the reader can step through and filter.
//!
//! Deliberately absent: the events' text, and sorting; the page has both.

pub mod state;

use std::rc::Rc;

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use super::event::events;
use super::frame::{Sender, in_group, lazy_frame, sender};
use crate::browser::{self, Element, Event};
use crate::contract::{attribute, id};
use crate::selection::Selection;
use crate::words::tools;
use state::{Effect, Msg, State, Step};

/// The tools, eras and events, passed as children.
#[island]
pub fn Timeline(children: Children) -> impl IntoView {
    lazy_frame("timeline", "explore", fetch, children)
}

in_group!(explore, wake_timeline);

fn wake(root: Element) {
    let mut state = State::default();
    let send = sender(move |msg| state.update(msg), perform);
    send(Msg::Woke(events(), browser::fragment::here()));
    let changed = send.clone();
    browser::fragment::watch(move |fragment| {
        changed(Msg::AddressChanged(fragment));
    });
    let followed = send.clone();
    browser::selection::watch(move || {
        let followed = followed.clone();
        // The reader first sees what they chose marked; hiding events is the larger work.
        browser::after_paint(move || {
            followed(Msg::Followed(browser::selection::current()));
        });
    });
    answer(&root, send);
}

/// Answers to keys, buttons and fields.
fn answer(root: &Element, send: Sender<Msg>) {
    let act = move |msg: Msg| {
        // Whoever is quicker than the next frame acts on the events of whom they have just chosen.
        send(Msg::Followed(browser::selection::current()));
        send(msg)
    };
    let act: Sender<Msg> = Rc::new(act);
    let chosen = act.clone();
    browser::listen(root, "change", move |event: &Event| {
        let value = browser::value_at(event);
        if browser::happened_at(event, &field("actor")) {
            chosen(Msg::ActorChosen(value));
        } else if browser::happened_at(event, &field("era")) {
            chosen(Msg::EraChosen(value));
        }
    });
    let stepped = act.clone();
    browser::listen(root, "click", move |event: &Event| {
        if let Some(button) = browser::around(event, attribute::STEP) {
            let is_back = browser::attribute(&button, attribute::STEP) == "back";
            stepped(Msg::Stepped(if is_back { Step::Back } else { Step::Forward }));
        }
    });
    browser::listen(root, "keydown", move |event: &KeyboardEvent| {
        if browser::is_plain_key(event)
            && browser::happened_at(event, ".event, .timeline-steps button")
            && let Some(step) = step_for(&event.key(), browser::reads_leftwards())
            && act(Msg::Stepped(step))
        {
            event.prevent_default();
        }
    });
}

fn step_for(key: &str, leftwards: bool) -> Option<Step> {
    match (key, leftwards) {
        ("ArrowDown", _) | ("ArrowRight", false) | ("ArrowLeft", true) => Some(Step::Forward),
        ("ArrowUp", _) | ("ArrowLeft", false) | ("ArrowRight", true) => Some(Step::Back),
        ("Home", _) => Some(Step::First),
        ("End", _) => Some(Step::Last),
        _ => None,
    }
}

/// The field that filters by this.
fn field(what: &str) -> String {
    attribute::valued(attribute::FIELD, what)
}

fn perform(effect: Effect) {
    match effect {
        Effect::SetShown(id, shown) => browser::set_flag(&event(&id), "hidden", !shown),
        Effect::SetEraShown(id, shown) => browser::set_flag(&browser::parent(era(&id)), "hidden", !shown),
        Effect::OpenEra(id) => browser::set_flag(&era(&id), "open", true),
        Effect::Mark(id) => browser::set_attribute(&event(&id), "aria-current", "step"),
        Effect::Unmark(id) => browser::remove_attribute(&event(&id), "aria-current"),
        Effect::Follow(selection) => browser::selection::follow(selection),
        Effect::Unfollow => browser::selection::set(Selection::default()),
        Effect::SetActor(id) => browser::fill_fields(&field("actor"), &id),
        Effect::ClearEra => browser::fill_fields(&field("era"), ""),
        Effect::BringIntoView(id) => browser::bring_into_view(&browser::parent(era(&id))),
        Effect::GoTo(id) => browser::go_to(&event(&id)),
        Effect::Announce(shown, all) => {
            browser::show_text(&browser::first(".timeline .tools-status"), &tools::here().events_shown(shown, all));
        }
    }
}

fn event(id: &str) -> Option<Element> {
    browser::by_id(&id::event(id))
}

fn era(id: &str) -> Option<Element> {
    browser::details_around(&id::era(id))
}
