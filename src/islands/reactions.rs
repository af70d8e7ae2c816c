//! The reactions: a map and a list that are twins, and a panel with those of whom the reader follows.
//!
//! Deliberately absent: geometry and texts, which stand in the page, and choosing, which `following` does for
//! the whole page.

pub mod state;

use leptos::prelude::*;

use super::frame::{in_group, lazy_frame, sender};
use crate::browser::{self, Element, Event};
use crate::contract::attribute::{self, selector};
use state::{Effect, Msg, State, Step};

/// The panel that shows the reactions of those who are followed, the map and the list, passed as children.
#[island]
pub fn Reactions(children: Children) -> impl IntoView {
    lazy_frame("reactions", "explore", fetch, children)
}

in_group!(explore, wake_reactions);

fn wake(root: Element) {
    let mut state = State::default();
    let send = sender(move |msg| state.update(msg), perform);
    send(Msg::Woke(actors(&root), places(&root)));
    let stepped = send.clone();
    browser::listen(&root, "click", move |event: &Event| {
        let step = browser::around(event, attribute::STEP).map(|button| browser::attribute(&button, attribute::STEP));
        if let Some(step) = step {
            // Whoever is quicker than the next frame steps on from whom they have just chosen.
            stepped(Msg::Followed(browser::selection::current()));
            stepped(Msg::Stepped(if step == "back" { Step::Back } else { Step::Forward }));
        }
    });
    let (drawn, map) = (send.clone(), root.clone());
    browser::on_drawn(move || {
        drawn(Msg::Drawn(places(&map)));
    });
    browser::selection::watch(move || {
        let followed = send.clone();
        // The reader first sees what they chose marked; filling the panel moves what stands below it.
        browser::after_paint(move || {
            followed(Msg::Followed(browser::selection::current()));
        });
    });
}

fn actors(root: &Element) -> Vec<String> {
    browser::all(root, ".card").iter().map(|card| browser::attribute(card, attribute::ACTOR)).collect()
}

/// For each place of the map and each event that took place there, who took part.
fn places(root: &Element) -> Vec<Vec<Vec<String>>> {
    let ids = |event: &str| event.split_whitespace().map(str::to_owned).collect();
    let seen = |place: &Element| browser::attribute(place, attribute::SEEN).split('|').map(ids).collect();
    browser::all(root, selector::SEEN).iter().map(seen).collect()
}

fn perform(effect: Effect) {
    match effect {
        Effect::Show(actors) => {
            browser::stay_at_address(|| show(&actors));
        }
        Effect::SetPlace(at, shown) => {
            let place = browser::nth_of_page(selector::SEEN, at);
            browser::set_flag(&place, attribute::SHOWN, shown);
        }
        Effect::Follow(selection) => browser::selection::follow(selection),
    }
}

/// Shows copies of the actors' cards in the panel.
fn show(actors: &[String]) {
    browser::set_flag(&browser::first(".reactions-hint"), "hidden", !actors.is_empty());
    let of_card = |id: &String| [".card", &*attribute::valued(attribute::ACTOR, id), " > :is(h3, .reaction)"].concat();
    let parts = actors.iter().flat_map(|id| browser::all_of_page(&of_card(id)));
    if let Some(panel) = browser::first(".reactions-said") {
        browser::show_copies(&parts.collect::<Vec<_>>(), &panel);
    }
}
