//! The ledger of claims, which the reader can sort.
//!
//! Deliberately absent: the claims' text and numbers. They stand in the page, and a number stays with its claim in
//! any order.

pub mod state;

use leptos::prelude::*;

use super::frame::{in_group, lazy_frame, sender};
use crate::browser::{self, Element, Event};
use crate::contract::attribute::{self, selector};
use crate::words::tools;
use state::{Claim, Effect, Msg, Order, State};

/// The choice of their order and the claims, passed as children.
#[island]
pub fn Ledger(children: Children) -> impl IntoView {
    lazy_frame("ledger-box", "explore", fetch, children)
}

in_group!(explore, wake_ledger);

fn wake(root: Element) {
    // Effects name claims by their places when the island woke, so the elements are kept in that order.
    let elements = browser::all(&root, selector::CLAIM);
    let claims = elements.iter().map(claim).collect();
    let mut state = State::default();
    let send = sender(move |msg| state.update(msg), move |effect| perform(effect, &elements));
    send(Msg::Woke(claims));
    browser::listen(&root, "change", move |event: &Event| {
        if let Some(order) = Order::of(&browser::value_at(event)) {
            send(Msg::SortedBy(order));
        }
    });
}

fn claim(element: &Element) -> Claim {
    Claim {
        speaker: browser::folded(&browser::attribute(element, attribute::SPEAKER)),
        status: browser::attribute(element, attribute::STATUS),
        date: browser::attribute(element, attribute::DATE),
    }
}

fn perform(effect: Effect, elements: &[Element]) {
    match effect {
        Effect::Reorder(order) => {
            browser::reorder(&browser::first(".ledger"), order.iter().filter_map(|at| elements.get(*at)));
        }
        Effect::Announce(claims, order) => {
            let name = browser::first(&[".ledger-tools option[value=", order.key(), "]"].concat());
            let said = tools::here().claims_sorted(claims, &name.map(|name| browser::text(&name)).unwrap_or_default());
            browser::show_text(&browser::first(".ledger-box .tools-status"), &said);
        }
    }
}
