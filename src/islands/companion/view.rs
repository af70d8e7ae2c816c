//! What stands beside the section that is being read, as a view.
//!
//! Deliberately absent: stances on the map, which the big one explains.

use std::sync::Arc;

use leptos::prelude::*;

use super::data::{Beside, Event, Map, Panel, Place, Question, Shape};
use crate::browser;
use crate::contract::id;
use crate::prose;
use crate::words::beside::{Words, in_language};
use crate::words::facts;

/// The map and the panel that shows. A panel is made anew each time: what others have marked in one is not in the next.
pub(super) fn beside(beside: Arc<Beside>, shown: RwSignal<Option<usize>>) -> impl IntoView {
    let language = browser::language();
    let (words, facts) = (in_language(&language), facts::in_language(&language));
    let map = beside.map.is_some().then(|| map(beside.clone(), words, shown));
    let panel = move |at: usize| beside.panels.get(at).map(|item| panel(item, words, facts));
    view! {
        <aside aria-label=words.beside_the_section>
            <h2>{words.beside_this_section}</h2>
            {map}
            <For each=move || shown.get() key=|at: &usize| *at children=panel/>
        </aside>
    }
}

/// The map, which the style sheet shows where the section names somebody who is on it.
fn map(beside: Arc<Beside>, words: &'static Words, shown: RwSignal<Option<usize>>) -> impl IntoView {
    let drawn = beside.map.as_ref();
    let view_box = drawn.map(|map| map.view_box.clone());
    let land = drawn.map(|map| map.land.clone());
    let shapes: Vec<_> = drawn.into_iter().flat_map(|map| &map.shapes).map(shape).collect();
    let places =
        move |at: usize| beside.map.as_ref().zip(beside.panels.get(at)).and_then(|(map, item)| places(map, item));
    view! {
        <svg class="beside-map" viewBox=view_box role="group" aria-label=words.map>
            <path d=land></path>
            {shapes}
            <For each=move || shown.get() key=|at: &usize| *at children=places/>
        </svg>
    }
}

fn shape(shape: &Shape) -> impl IntoView + use<> {
    view! { <path d=shape.path.clone() data-actor=shape.actor.as_str().to_owned()></path> }
}

/// The places of those whom a section names; nothing where none of them is on the map.
fn places(map: &Map, panel: &Panel) -> Option<impl IntoView + use<>> {
    let named = map.places.iter().filter(|place| panel.actors.contains(&place.actor));
    let named: Vec<_> = named.map(place).collect();
    let section = panel.section.as_str().to_owned();
    (!named.is_empty()).then(|| view! { <g class="beside-places" data-places=section data-shown="">{named}</g> })
}

fn place(place: &Place) -> impl IntoView + use<> {
    let (id, (x, y)) = (place.actor.as_str(), place.at.clone());
    let (label_x, label_y, anchor) = place.label.clone();
    let dot = place.dot.then(|| view! { <circle class="beside-dot" cx=x.clone() cy=y.clone() r="7"></circle> });
    // Within another element of SVG, or the link would be one of HTML.
    view! {
        <g>
            <a class="beside-place" href=id::link_to(&id::actor(id)) data-actor=id.to_owned()>
                <circle class="beside-reach" cx=x cy=y r="20"></circle>
                {dot}
                <text class="beside-name" x=label_x y=label_y text-anchor=anchor>{place.name.clone()}</text>
            </a>
        </g>
    }
}

fn panel(panel: &Panel, words: &'static Words, facts: &'static facts::Words) -> impl IntoView + use<> {
    view! {
        <div class="beside" data-beside=panel.section.as_str().to_owned()>
            <p class="beside-section">{panel.heading.clone()}</p>
            {when(&panel.events, words, facts)}
            {ask(&panel.questions, words)}
        </div>
    }
}

fn when(events: &[Event], words: &'static Words, facts: &'static facts::Words) -> Option<impl IntoView + use<>> {
    let items: Vec<_> = events.iter().map(|item| event(item, facts)).collect();
    (!items.is_empty()).then(|| {
        view! { <div class="beside-part"><h3>{words.when}</h3><ol class="beside-events">{items}</ol></div> }
    })
}

fn event(event: &Event, facts: &facts::Words) -> impl IntoView + use<> {
    view! {
        <li data-later=event.later>
            <span class="beside-date">{prose::date(facts, &event.date)}</span>
            " "
            <a href=id::link_to(&id::event(event.id.as_str()))>{event.title.clone()}</a>
        </li>
    }
}

fn ask(questions: &[Question], words: &'static Words) -> Option<impl IntoView + use<>> {
    let items: Vec<_> = questions
        .iter()
        .map(|item| {
            view! { <li><a href=id::link_to(&id::question(item.id.as_str()))>{item.question.clone()}</a></li> }
        })
        .collect();
    (!items.is_empty()).then(|| {
        view! { <div class="beside-part"><h3>{words.ask}</h3><ul class="beside-questions">{items}</ul></div> }
    })
}
