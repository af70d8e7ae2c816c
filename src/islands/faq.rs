//! The FAQ: native `<details>`, which the reader can open, close and filter together.
//!
//! Deliberately absent: which questions are open. The page knows, also from
//! before this island woke.

pub mod state;

use leptos::prelude::*;

use super::frame::{frame, sender};
use crate::browser::{self, Element, Event};
use crate::contract::attribute::{self, selector};
use crate::contract::id;
use crate::search::query;
use crate::words::tools;
use state::{Effect, Msg, Question, State};

/// The tools and the questions, passed as children.
#[island]
pub fn Faq(children: Children) -> impl IntoView {
    frame("faq", wake, children)
}

fn wake(root: Element) {
    let mut state = State::default();
    let send = sender(move |msg| state.update(msg), perform);
    send(Msg::Woke(questions(&root)));
    let typed = send.clone();
    browser::listen(&root, "input", move |event: &Event| {
        typed(Msg::FilterTyped(query(&browser::decomposed(&browser::value_at(event)))));
    });
    let pressed = send.clone();
    browser::listen(&root, "click", move |event: &Event| {
        let button = browser::around(event, attribute::ALL_QUESTIONS)
            .map(|button| browser::attribute(&button, attribute::ALL_QUESTIONS));
        match button.as_deref() {
            Some("open") => pressed(Msg::AllExpanded),
            Some(_) => pressed(Msg::AllCollapsed),
            None => false,
        };
    });
    browser::fragment::watch(move |fragment| {
        send(Msg::AddressChanged(fragment));
    });
}

fn questions(root: &Element) -> Vec<Question> {
    browser::all(root, selector::QUESTION)
        .iter()
        .map(|details| Question {
            id: browser::attribute(details, attribute::QUESTION),
            text: browser::folded(&browser::words(details)),
        })
        .collect()
}

fn perform(effect: Effect) {
    match effect {
        Effect::SetOpen(id, open) => browser::set_flag(&details(&id), "open", open),
        Effect::SetShown(id, shown) => browser::set_flag(&browser::parent(details(&id)), "hidden", !shown),
        Effect::ClearFilter => browser::fill_fields(".faq input", ""),
        Effect::BringIntoView(id) => browser::bring_into_view(&browser::parent(details(&id))),
        Effect::Announce(shown, all) => tell(&tools::here().questions_shown(shown, all)),
        Effect::Hush => tell(""),
    }
}

fn tell(said: &str) {
    browser::show_text(&browser::first(".faq .tools-status"), said);
}

fn details(id: &str) -> Option<Element> {
    browser::details_around(&id::question(id))
}
