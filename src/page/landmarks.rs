//! The sites and cities that the map marks beside the actors, in a list that says more.
//!
//! Deliberately absent: following one; the list leads to its events.

use leptos::prelude::*;

use super::Edition;
use crate::contract::id;
use crate::prose;
use crate::story::{Event, Landmark};

/// The list; nothing where the story marks none.
pub(super) fn landmarks(edition: &Edition<'_>) -> Option<impl IntoView + use<>> {
    let items: Vec<_> = edition.story.landmarks.iter().map(|item| landmark(edition, item)).collect();
    (!items.is_empty()).then(|| {
        view! { <div class="landmarks"><h3>{edition.words.places}</h3><ul>{items}</ul></div> }
    })
}

fn landmark(edition: &Edition<'_>, landmark: &Landmark) -> impl IntoView + use<> {
    let events: Vec<_> = edition.story.events_at(landmark).map(|item| event(edition, item)).collect();
    let events = (!events.is_empty()).then(|| view! { <ol class="landmark-events">{events}</ol> });
    view! {
        <li class="landmark" id=id::place(landmark.id.as_str())>
            <h4>{landmark.name.clone()}</h4>
            <p>{prose::inline(edition, &landmark.text)}</p>
            {events}
        </li>
    }
}

fn event(edition: &Edition<'_>, event: &Event) -> impl IntoView + use<> {
    view! {
        <li>{prose::date(edition.words.facts, &event.date)}" "<a href=id::link_to(&id::event(event.id.as_str()))>{event.title.clone()}</a></li>
    }
}
