//! The bar of those who are followed, as a view.
//!
//! Deliberately absent: what is said to those who do not see it, which stands in the page, so that they hear the first
//! time too.

use leptos::html::Select;
use leptos::prelude::*;

use super::bar::{Show, Uses};
use super::state::{Msg, Step, Summary};
use crate::browser::{self, Element, Event};
use crate::islands::frame::Sender;
use crate::selection::Choice;
use crate::words::following::{Words, in_language};
use crate::words::tools;

/// Draws the bar at its place.
pub(super) fn draw(place: &Element, uses: Uses) -> Show {
    let (summary, field) = (RwSignal::new(Summary::default()), NodeRef::<Select>::new());
    browser::mount(place, move || bar(summary, field, uses));
    Box::new(move |told: Summary| {
        // What the reader chose may be nobody who can be compared with; then the field says so again.
        browser::set_value(&field.get_untracked().map(|field| (*field).clone().into()), &told.second);
        summary.set(told);
    })
}

fn bar(summary: RwSignal<Summary>, field: NodeRef<Select>, uses: Uses) -> impl IntoView {
    let words = in_language(&browser::language());
    let Uses { actors, send, end } = uses;
    let is_empty = move || summary.read().names.is_empty();
    let back = step(summary, send.clone(), Step::Back, words.previous_passage);
    let forward = step(summary, send.clone(), Step::Forward, words.next_passage);
    // Else it would be static, and made of HTML, which the policy forbids.
    let room = "following-room";
    view! {
        <section class="following-bar tools" aria-label=words.following hidden=is_empty>
            {who(summary)}
            <div class="following-steps">{back}{forward}</div>
            {compare(words, field, &actors, send)}
            <button type="button" class="following-end" on:click=move |_| end()>{words.show_all}</button>
        </section>
        <div class=room></div>
    }
}

/// Who is followed, and how much of the page is about them.
fn who(summary: RwSignal<Summary>) -> impl IntoView {
    let words = tools::here();
    let names = move || summary.read().names.join(words.and);
    let extent = move || {
        let summary = summary.read();
        words.extent(summary.passages, summary.events)
    };
    view! {
        <p class="following-who">
            <strong>{names}</strong>
            " "
            <span class="following-extent">{extent}</span>
        </p>
    }
}

fn step(summary: RwSignal<Summary>, send: Sender<Msg>, step: Step, label: &'static str) -> impl IntoView {
    let (name, arrow) = match step {
        Step::Back => ("back", "\u{2191}"),
        Step::Forward => ("forward", "\u{2193}"),
    };
    let none = move || if summary.read().passages == 0 { "true" } else { "false" };
    let stepped = move |_| {
        send(Msg::Stepped(step));
    };
    view! {
        <button type="button" data-step=name aria-label=label aria-disabled=none on:click=stepped>
            <span aria-hidden="true">{arrow}</span>
        </button>
    }
}

/// The choice of whom to compare with.
fn compare(
    words: &'static Words,
    field: NodeRef<Select>,
    actors: &[Choice],
    send: Sender<Msg>,
) -> impl IntoView + use<> {
    let option = |actor: &Choice| view! { <option value=actor.id.clone()>{actor.name.clone()}</option> };
    let options: Vec<_> = actors.iter().map(option).collect();
    let chosen = move |event: Event| {
        send(Msg::Compared(browser::value_at(&event)));
    };
    view! {
        <label class="following-compare">
            <span class="unseen">{words.compare_with}</span>
            <select node_ref=field autocomplete="off" on:change=chosen>
                <option value="">{words.compare_with}</option>
                {options}
            </select>
        </label>
    }
}
