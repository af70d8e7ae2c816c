//! The reactions: a map and a list that are twins, under one choice.
//!
//! Deliberately absent: geometry and texts, which stand in the page.

pub mod state;

use leptos::html::Div;
use leptos::prelude::*;

use crate::browser::{self, Element};
use crate::words::tools;
use state::{Actor, Effect, Msg, State, Step};

/// The map and the list, passed as children, and the panel that shows the reaction of the chosen one.
#[island]
pub fn Reactions(children: Children) -> impl IntoView {
    let words = tools::here();
    let root = NodeRef::<Div>::new();
    let state = StoredValue::new(State::default());
    let (chosen, set_chosen) = signal(None::<Actor>);
    let send = move |msg: Msg| {
        let effects = state.try_update_value(|state| state.update(msg)).unwrap_or_default();
        let handled = !effects.is_empty();
        for effect in effects {
            perform(effect, set_chosen);
        }
        handled
    };
    leptos::prelude::Effect::new(move |woken: Option<()>| {
        if let (None, Some(root)) = (woken, root.get()) {
            send(Msg::Woke(actors(&root), browser::fragment::here()));
            browser::fragment::watch(move |fragment| {
                send(Msg::AddressChanged(fragment));
            });
        }
    });
    let on_click = move |event: leptos::ev::MouseEvent| {
        if browser::is_plain_click(&event)
            && let Some(id) = browser::attribute_around(&event, "data-chooses")
            && send(Msg::Chosen(id))
        {
            event.prevent_default();
        }
    };
    let on_key = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Escape" {
            send(Msg::Cleared);
        }
    };
    view! {
        <div class="reactions" data-island="asleep" node_ref=root on:click=on_click on:keydown=on_key>
            <div class="reactions-panel tools">
                <div class="reactions-chosen" aria-live="polite">
                    <p class="reactions-name">{move || chosen.get().map_or(words.choose_an_actor.to_owned(), |actor| actor.name)}</p>
                    <div class="reactions-said"></div>
                </div>
                <div class="reactions-steps">
                    <button type="button" on:click=move |_| { send(Msg::Stepped(Step::Back)); }>{words.previous_actor}</button>
                    <button type="button" on:click=move |_| { send(Msg::Stepped(Step::Forward)); }>{words.next_actor}</button>
                    <button
                        type="button"
                        aria-disabled=move || chosen.get().is_none().then_some("true")
                        on:click=move |_| { send(Msg::Cleared); }
                    >
                        {words.show_all}
                    </button>
                </div>
            </div>
            {children()}
        </div>
    }
}

fn actors(root: &Element) -> Vec<Actor> {
    browser::all(root, "[data-reaction-of]")
        .iter()
        .map(|card| Actor {
            id: browser::attribute(card, "data-reaction-of"),
            name: browser::attribute(card, "data-name"),
        })
        .collect()
}

fn perform(effect: Effect, set_chosen: WriteSignal<Option<Actor>>) {
    match effect {
        Effect::Mark(id) => mark(&id, true),
        Effect::Unmark(id) => mark(&id, false),
        Effect::Show(actor) => {
            show_reactions(&browser::all_of_page(&format!("[data-reaction-of=\"{}\"] .reaction", actor.id)));
            set_chosen.set(Some(actor));
        }
        Effect::ShowNone => {
            show_reactions(&[]);
            set_chosen.set(None);
        }
        Effect::SetAddress(fragment) => browser::fragment::set(&fragment),
        Effect::ClearAddress => browser::fragment::clear(),
    }
}

/// Shows copies of reactions in the panel.
fn show_reactions(reactions: &[Element]) {
    if let Some(panel) = browser::first(".reactions-said") {
        browser::show_copies(reactions, &panel);
    }
}

/// Marks whatever in map and list stands for the actor.
fn mark(id: &str, chosen: bool) {
    for element in browser::all_of_page(&format!("[data-actor=\"{id}\"]")) {
        browser::set_flag(&Some(element), "data-chosen", chosen);
    }
    for element in browser::all_of_page(&format!("[data-chooses=\"{id}\"]")) {
        let element = Some(element);
        if chosen {
            browser::set_attribute(&element, "aria-current", "true");
        } else {
            browser::remove_attribute(&element, "aria-current");
        }
    }
}
