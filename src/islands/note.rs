//! A note beside a statement or a term: who says so, or what it means, taken from the lists at the end of the
//! page.
//!
//! Deliberately absent: their text, and marking statements, which the style sheet does by itself.

pub mod state;

use std::cell::RefCell;

use leptos::prelude::*;

use super::frame::frame;
use crate::browser::{self, Element, Event};
use state::{Effect, Msg, State};

/// The note, passed as children, which shows only while it is asked for.
#[island]
pub fn Note(children: Children) -> impl IntoView {
    frame("notes-on-claims", wake, children)
}

fn wake(root: Element) {
    let state = RefCell::new(State::default());
    state.borrow_mut().update(Msg::Woke(noted()));
    browser::on_click(move |event| {
        let Some(about) = asked_about(event) else {
            return;
        };
        let effects = state.borrow_mut().update(Msg::Asked(browser::attribute(&about, "data-note")));
        if !effects.is_empty() {
            event.prevent_default();
        }
        effects.iter().for_each(|effect| perform(effect, &about));
    });
    browser::listen(&root, "click", |event: &Event| {
        if browser::closest(event, ".note-close").is_some() {
            browser::hide_popover(&note());
        }
    });
}

/// What there is a note on: the ids of claims and terms.
fn noted() -> Vec<String> {
    browser::all_of_page("[data-noted]").iter().map(|noted| browser::attribute(noted, "data-noted")).collect()
}

/// The reference or term that was clicked, or the statement while statements are marked; nothing for another link
/// in it.
fn asked_about(event: &browser::Event) -> Option<Element> {
    let nearest = browser::closest(event, "a, button, summary, [data-note]")?;
    let is_link = browser::is(&nearest, "a[data-note]");
    let is_marked = browser::is(&nearest, "[data-note]") && browser::first("#who-says-so:checked").is_some();
    (is_link || is_marked).then_some(nearest)
}

fn note() -> Option<Element> {
    browser::first(".note")
}

fn perform(effect: &Effect, about: &Element) {
    match effect {
        Effect::Fill(id) => {
            let text = browser::all_of_page(&format!("main [data-noted=\"{id}\"] :is(p, .term-name)"));
            if let Some(note) = browser::first(".note-text") {
                browser::show_copies(&text, &note);
            }
        }
        Effect::Open => browser::show_popover_at(&note(), about),
    }
}
