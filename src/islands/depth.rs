//! How much of the article is read: remembers the choice and keeps the reader's place.
//!
//! Deliberately absent: hiding anything, which the style sheet does by itself, also before this island wakes.

pub mod state;

use std::cell::RefCell;
use std::rc::Rc;

use leptos::prelude::*;

use super::frame::{Sender, frame, sender};
use crate::browser::{self, Element, Event};
use crate::contract::{attribute, id};
use state::{Effect, Msg, Place, State};

/// Under which name the choice is kept on the device.
const KEPT: &str = "backgrounder-depth";

/// The choice, passed as children.
#[island]
pub fn Depth(children: Children) -> impl IntoView {
    frame("depth", wake, children)
}

fn wake(root: Element) {
    let state = Rc::new(RefCell::new(State::default()));
    let updated = state.clone();
    let send = sender(move |msg| updated.borrow_mut().update(msg), perform);
    // What the address of a frame says is no choice of the reader's, and stronger than one that was.
    if browser::page_has(attribute::DEPTH) {
        return choose(&root, &send, state);
    }
    let shown = browser::first("[name=depth]:checked").map(|field| browser::attribute(&field, "value"));
    let (kept, here) = (browser::storage::get(KEPT), browser::fragment::here());
    send(Msg::Woke(shown.unwrap_or_default(), kept, here, browser::is_scrolled()));
    choose(&root, &send, state);
}

/// Answers to what the reader chooses.
fn choose(root: &Element, send: &Sender<Msg>, state: Rc<RefCell<State>>) {
    for name in ["pointerdown", "keydown"] {
        let reached = send.clone();
        browser::listen(root, name, move |_: &Event| {
            reached(Msg::Reached(section_under_the_eye()));
        });
    }
    let send = send.clone();
    browser::listen(root, "change", move |event: &Event| {
        let section = state.borrow().section();
        send(Msg::Chosen(browser::value_at(event), section.and_then(place_of)));
    });
}

fn place_of(section: usize) -> Option<Place> {
    let top = browser::top_of(browser::article_sections().get(section)?);
    Some(Place { section, top })
}

/// How far below the top of the screen, in pixels, the lines are read that the reader has just scrolled to: below
/// the bar that stays there.
const EYE: f64 = 140.0;

/// The section that the reader has scrolled to.
fn section_under_the_eye() -> Option<Place> {
    let tops = browser::article_sections().into_iter().map(|section| browser::top_of(&section));
    let (section, top) = tops.enumerate().take_while(|(_, top)| *top < EYE).last()?;
    Some(Place { section, top })
}

fn perform(effect: Effect) {
    match effect {
        Effect::Choose(depth) => browser::check(&browser::by_id(&id::depth(&depth))),
        Effect::Remember(depth) => browser::storage::set(KEPT, &depth),
        Effect::Forget => browser::storage::remove(KEPT),
        Effect::ScrollBy(pixels) => browser::scroll_by(pixels),
    }
}
