//! The reactions: a map and a list that are twins, and a panel with those of whom the reader follows.
//!
//! Deliberately absent: geometry and texts, which stand in the page, and choosing, which `following` does for
//! the whole page.

pub mod state;

use leptos::html::Div;
use leptos::prelude::*;

use crate::browser::{self, Element};
use crate::words::tools;
use state::{Effect, Msg, State, Step};

/// The map and the list, passed as children, and the panel that shows the reactions of those who are followed.
#[island]
pub fn Reactions(children: Children) -> impl IntoView {
    let words = tools::here();
    let root = NodeRef::<Div>::new();
    let state = StoredValue::new(State::default());
    let (empty, set_empty) = signal(true);
    let send = move |msg: Msg| {
        let effects = state.try_update_value(|state| state.update(msg)).unwrap_or_default();
        let places = if effects.is_empty() { Vec::new() } else { browser::all_of_page("[data-seen]") };
        for effect in effects {
            perform(effect, &places, set_empty);
        }
    };
    leptos::prelude::Effect::new(move |woken: Option<()>| {
        if let (None, Some(root)) = (woken, root.get()) {
            send(Msg::Woke(actors(&root), places(&root)));
            browser::selection::start();
        }
    });
    leptos::prelude::Effect::new(move |_| {
        browser::selection::followed();
        // The reader first sees what they chose marked; filling the panel moves what stands below it.
        browser::after_paint(move || send(Msg::Followed(browser::selection::current())));
    });
    let step = move |step| {
        // Whoever is quicker than the next frame steps on from whom they have just chosen.
        send(Msg::Followed(browser::selection::current()));
        send(Msg::Stepped(step));
    };
    view! {
        <div class="reactions" data-island="asleep" node_ref=root>
            <div class="reactions-panel tools">
                <div class="reactions-chosen">
                    <p class="reactions-hint" hidden=move || !empty.get()>{words.choose_an_actor}</p>
                    <div class="reactions-said"></div>
                </div>
                <div class="reactions-steps">
                    <button type="button" on:click=move |_| step(Step::Back)>{words.previous_actor}</button>
                    <button type="button" on:click=move |_| step(Step::Forward)>{words.next_actor}</button>
                </div>
            </div>
            {children()}
        </div>
    }
}

fn actors(root: &Element) -> Vec<String> {
    browser::all(root, ".card").iter().map(|card| browser::attribute(card, "data-actor")).collect()
}

/// For each place of the map and each event that took place there, who took part.
fn places(root: &Element) -> Vec<Vec<Vec<String>>> {
    let ids = |event: &str| event.split_whitespace().map(str::to_owned).collect();
    let seen = |place: &Element| browser::attribute(place, "data-seen").split('|').map(ids).collect();
    browser::all(root, "[data-seen]").iter().map(seen).collect()
}

fn perform(effect: Effect, places: &[Element], set_empty: WriteSignal<bool>) {
    match effect {
        Effect::Show(actors) => {
            set_empty.set(actors.is_empty());
            show(&actors);
        }
        Effect::SetPlace(at, shown) => {
            browser::set_flag(&places.get(at).cloned(), "data-shown", shown);
        }
        Effect::Follow(selection) => browser::selection::follow(selection),
    }
}

/// Shows copies of the actors' cards in the panel.
fn show(actors: &[String]) {
    let parts =
        actors.iter().flat_map(|id| browser::all_of_page(&format!(".card[data-actor=\"{id}\"] > :is(h3, .reaction)")));
    if let Some(panel) = browser::first(".reactions-said") {
        browser::show_copies(&parts.collect::<Vec<_>>(), &panel);
    }
}
