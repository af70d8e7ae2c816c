//! The ledger of claims, which the reader can sort.
//!
//! Deliberately absent: the claims' text and numbers. They stand in the page, and a number stays with its claim in
//! any order.

pub mod state;

use leptos::html::Div;
use leptos::prelude::*;

use super::options::options;
use crate::browser::{self, Element};
use crate::selection::Choice;
use crate::words::tools;
use state::{Claim, Effect, Msg, Order, State};

/// The claims, passed as children, and the choice of their order above them.
#[island]
pub fn Ledger(children: Children) -> impl IntoView {
    let words = tools::here();
    let root = NodeRef::<Div>::new();
    // Effects name claims by their places when the island woke, so the elements are kept in that order.
    let kept = StoredValue::new_local((State::default(), Vec::<Element>::new()));
    let send = move |msg: Msg| {
        kept.update_value(|(state, elements)| {
            for effect in state.update(msg) {
                perform(effect, elements);
            }
        });
    };
    leptos::prelude::Effect::new(move |woken: Option<()>| {
        if let (None, Some(root)) = (woken, root.get()) {
            let elements = browser::all(&root, "[data-claim]");
            let claims = elements.iter().map(claim).collect();
            kept.update_value(|kept| kept.1 = elements);
            send(Msg::Woke(claims));
        }
    });
    let sort_by = move |key: String| {
        if let Some(order) = Order::of(&key) {
            send(Msg::SortedBy(order));
        }
    };
    // A browser that restored the choice on a reload would name an order in which the claims do not stand.
    view! {
        <div class="ledger-box" data-island="asleep" node_ref=root>
            <div class="tools ledger-tools">
                <label class="tools-field">
                    <span class="tools-label">{words.sort_by}</span>
                    <select autocomplete="off" on:change=move |event| sort_by(event_target_value(&event))>
                        {options(orders())}
                    </select>
                </label>
                <p class="tools-status" role="status"></p>
            </div>
            {children()}
        </div>
    }
}

fn claim(element: &Element) -> Claim {
    Claim {
        speaker: browser::folded(&browser::attribute(element, "data-speaker")),
        status: browser::attribute(element, "data-status"),
        date: browser::attribute(element, "data-date"),
    }
}

fn orders() -> Vec<Choice> {
    Order::ALL.iter().map(|order| Choice { id: order.key().to_owned(), name: name(*order).to_owned() }).collect()
}

fn name(order: Order) -> &'static str {
    let [number, speaker, status, oldest, newest] = tools::here().orders;
    match order {
        Order::Number => number,
        Order::Speaker => speaker,
        Order::Status => status,
        Order::Oldest => oldest,
        Order::Newest => newest,
    }
}

fn perform(effect: Effect, elements: &[Element]) {
    match effect {
        Effect::Reorder(order) => {
            browser::reorder(&browser::first(".ledger"), order.iter().filter_map(|at| elements.get(*at)));
        }
        Effect::Announce(claims, order) => {
            let said = tools::here().claims_sorted(claims, name(order));
            browser::show_text(&browser::first(".ledger-box .tools-status"), &said);
        }
    }
}
