//! A note beside a statement or a term: who says so, or what it means. What it says is fetched when the island wakes,
//! which is when the reader comes near a reference.
//!
//! Deliberately absent: marking statements, which the style sheet does by itself.

pub mod state;
mod view;

use std::rc::Rc;

use leptos::html::Div;
use leptos::prelude::*;

use super::frame::{in_group, lazy_frame};
use crate::browser::{self, Element, Event};
use crate::contract::attribute::{self, selector};
use crate::contract::id;
use crate::story::Evidence;
use crate::words::facts;
use state::{Effect, Msg, State};
use view::InNote;

/// What leads to a claim or to a term.
const ASKS: &str = ".claim-ref > a, .to-term";

/// The place of the note, passed as a child: its `data-facts` is where the story's [`Evidence`] is, its
/// `data-evidence` the page that has it for whoever reads without scripts.
#[island]
pub fn Note(children: Children) -> impl IntoView {
    lazy_frame("notes-on-claims", "notes", fetch, children)
}

in_group!(notes, wake_note);

fn wake(root: Element) {
    let Some(place) = browser::first_within(&root, selector::FACTS) else {
        return;
    };
    let facts = browser::attribute(&place, attribute::FACTS);
    let state = RwSignal::new_local(State::default());
    let popover = NodeRef::<Div>::new();
    browser::mount(&place, {
        let evidence = browser::attribute(&place, attribute::EVIDENCE);
        move || note(state, popover, evidence)
    });
    listen(state, popover, facts.into());
}

/// The note itself, which shows only while it is asked for.
fn note(state: RwSignal<State, LocalStorage>, popover: NodeRef<Div>, evidence: String) -> impl IntoView {
    let language = browser::language();
    let words = facts::in_language(&language);
    let text = move || view::shown(InNote { language: &language, evidence: &evidence }, state.read().shown());
    view! {
        <div node_ref=popover class="note" popover="auto" tabindex="-1" role="dialog" aria-label=words.note>
            <div class="note-text">{text}</div>
            <button type="button" class="note-close" on:click=move |_| browser::hide_popover(&element(popover))>
                {words.close}
            </button>
        </div>
    }
}

fn element(popover: NodeRef<Div>) -> Option<Element> {
    popover.get_untracked().map(|popover| (*popover).clone().into())
}

fn listen(state: RwSignal<State, LocalStorage>, popover: NodeRef<Div>, facts: Rc<str>) {
    let asked = facts.clone();
    browser::on_click(move |event| {
        let Some(about) = asked_about(event) else {
            return;
        };
        if send(state, Msg::Asked(address_of(&about)), &asked).contains(&Effect::Open) {
            event.prevent_default();
            browser::show_popover_at(&element(popover), &about);
        }
    });
    send(state, Msg::Woke, &facts);
}

/// Takes in what happened, fetches if that is to be done, and answers with all that is.
fn send(state: RwSignal<State, LocalStorage>, msg: Msg, facts: &Rc<str>) -> Vec<Effect> {
    let effects = state.try_update(|state| state.update(msg)).unwrap_or_default();
    if effects.contains(&Effect::Fetch) {
        let facts = facts.clone();
        browser::spawn(async move {
            let msg = browser::fetch::<Evidence>(&facts).await.map_or(Msg::NotFetched, Msg::Fetched);
            send(state, msg, &facts);
        });
    }
    effects
}

/// The reference or term that was clicked, or that of the statement while statements are marked; nothing for another
/// link in it.
fn asked_about(event: &Event) -> Option<Element> {
    let nearest = browser::closest(event, "a, button, summary, .statement")?;
    if browser::is(&nearest, ASKS) {
        return Some(nearest);
    }
    let is_marked = browser::is(&nearest, ".statement") && browser::is_checked(&browser::by_id(id::WHO_SAYS_SO));
    is_marked.then(|| browser::first_within(&nearest.next_element_sibling()?, "a")).flatten()
}

/// The address of the claim or term to which a reference leads: `claim-opening-count`.
fn address_of(reference: &Element) -> String {
    let href = browser::attribute(reference, "href");
    href.rsplit_once('#').map_or(href.clone(), |(_, id)| id.to_owned())
}
