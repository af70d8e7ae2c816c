//! How much of the article is read: remembers the choice and keeps the reader's place.
//!
//! Deliberately absent: hiding anything, which the style sheet does by itself, also before this island wakes.

pub mod state;

use leptos::html::Div;
use leptos::prelude::*;

use crate::browser::{self, Element};
use state::{Effect, Msg, Place, State};

/// Under which name the choice is kept on the device.
const KEPT: &str = "backgrounder-depth";

/// The choice, passed as children.
#[island]
pub fn Depth(children: Children) -> impl IntoView {
    let root = NodeRef::<Div>::new();
    let state = StoredValue::new(State::default());
    let send = move |msg: Msg| {
        let effects = state.try_update_value(|state| state.update(msg)).unwrap_or_default();
        effects.into_iter().for_each(perform);
    };
    leptos::prelude::Effect::new(move |woken: Option<()>| {
        if let (None, Some(_)) = (woken, root.get()) {
            let scrolled = browser::is_scrolled();
            let shown = browser::first("[name=depth]:checked").map(|field| browser::attribute(&field, "value"));
            send(Msg::Woke(
                shown.unwrap_or_default(),
                browser::storage::get(KEPT),
                browser::fragment::here(),
                scrolled,
            ));
        }
    });
    let reached = move || send(Msg::Reached(section_under_the_eye()));
    view! {
        <div
            class="depth"
            data-island="asleep"
            node_ref=root
            on:pointerdown=move |_| reached()
            on:keydown=move |_| reached()
            on:change=move |event| {
                let place = state.with_value(State::section).and_then(place_of);
                send(Msg::Chosen(event_target_value(&event), place));
            }
        >
            {children()}
        </div>
    }
}

fn sections() -> Vec<Element> {
    browser::all_of_page("#article > section")
}

fn place_of(section: usize) -> Option<Place> {
    let top = browser::top_of(sections().get(section)?);
    Some(Place { section, top })
}

/// How far below the top of the screen, in pixels, the lines are read that the reader has just scrolled to: below
/// the bar that stays there.
const EYE: f64 = 140.0;

/// The section that the reader has scrolled to.
fn section_under_the_eye() -> Option<Place> {
    let tops = sections().into_iter().map(|section| browser::top_of(&section));
    let (section, top) = tops.enumerate().take_while(|(_, top)| *top < EYE).last()?;
    Some(Place { section, top })
}

fn perform(effect: Effect) {
    match effect {
        Effect::Choose(depth) => browser::check(&browser::first(&format!("#depth-{depth}"))),
        Effect::Remember(depth) => browser::storage::set(KEPT, &depth),
        Effect::Forget => browser::storage::remove(KEPT),
        Effect::ScrollBy(pixels) => browser::scroll_by(pixels),
    }
}
