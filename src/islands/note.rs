//! A note beside a statement or a term: who says so, or what it means. What it says is fetched when the browser has
//! nothing else to do, or when it is asked for.
//!
//! Deliberately absent: marking statements, which the style sheet does by itself.

#![allow(missing_docs, reason = "the structs that the macro makes of an island's properties cannot be documented")]

pub mod state;
mod view;

use leptos::html::Div;
use leptos::prelude::*;

use crate::browser::{self, Element, Event};
use crate::story::Evidence;
use crate::words::facts;
use state::{Effect, Msg, State};
use view::InNote;

/// The note, which shows only while it is asked for: `data` is where the story's [`Evidence`] is, `evidence` the page
/// that has it for whoever reads without scripts.
#[island]
pub fn Note(language: String, data: String, evidence: String) -> impl IntoView {
    let words = facts::in_language(&language);
    let state = RwSignal::new(State::default());
    let popover = NodeRef::<Div>::new();
    on_mount(move || wake(state, popover, &data));
    let text = move || view::shown(InNote { language: &language, evidence: &evidence }, state.read().shown());
    view! {
        <div class="notes-on-claims" data-island="asleep">
            <div node_ref=popover class="note" popover="auto" tabindex="-1" role="dialog" aria-label=words.note>
                <div class="note-text" aria-live="polite">{text}</div>
                <button type="button" class="note-close" on:click=move |_| browser::hide_popover(&element(popover))>
                    {words.close}
                </button>
            </div>
        </div>
    }
}

/// Does something once the island is part of the page, and never where pages are written.
fn on_mount(wake: impl FnOnce() + 'static) {
    let mut wake = Some(wake);
    leptos::prelude::Effect::new(move |_| {
        if let Some(wake) = wake.take() {
            wake();
        }
    });
}

fn element(popover: NodeRef<Div>) -> Option<Element> {
    popover.get_untracked().map(|popover| (*popover).clone().into())
}

fn wake(state: RwSignal<State>, popover: NodeRef<Div>, data: &str) {
    let data = data.to_owned();
    let fetch = move |msg: Msg| fetched(state, msg, &data);
    let when_asked = fetch.clone();
    browser::on_click(move |event| {
        let Some(about) = asked_about(event) else {
            return;
        };
        let effects = when_asked(Msg::Asked(browser::attribute(&about, "data-note")));
        if effects.contains(&Effect::Open) {
            event.prevent_default();
            browser::show_popover_at(&element(popover), &about);
        }
    });
    browser::when_idle(move || {
        if !browser::saves_data() {
            fetch(Msg::Idle);
        }
    });
}

/// Takes in what happened, fetches if that is to be done, and answers with all that is.
fn fetched(state: RwSignal<State>, msg: Msg, data: &str) -> Vec<Effect> {
    let effects = state.try_update(|state| state.update(msg)).unwrap_or_default();
    if effects.contains(&Effect::Fetch) {
        let data = data.to_owned();
        browser::spawn(async move {
            let msg = browser::fetch::<Evidence>(&data).await.map_or(Msg::NotFetched, Msg::Fetched);
            state.update(|state| drop(state.update(msg)));
        });
    }
    effects
}

/// The reference or term that was clicked, or the statement while statements are marked; nothing for another link
/// in it.
fn asked_about(event: &Event) -> Option<Element> {
    let nearest = browser::closest(event, "a, button, summary, [data-note]")?;
    let is_link = browser::is(&nearest, "a[data-note]");
    let is_marked = browser::is(&nearest, "[data-note]") && browser::first("#who-says-so:checked").is_some();
    (is_link || is_marked).then_some(nearest)
}
