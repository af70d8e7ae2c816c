//! The reactions: a map, its legend, and a list that says the same.
//!
//! Deliberately absent: the panel that shows the chosen reaction, which is the island's.

use leptos::prelude::*;

use super::drawing::{Inset, Mark, Scene, Shape};
use super::{Edition, text};
use crate::islands::Reactions;
use crate::story::{Actor, ActorId, Reaction, Stance};

/// The map and the list.
pub(super) fn reactions(edition: &Edition<'_>) -> impl IntoView + use<> {
    let words = edition.words;
    let cards: Vec<_> = edition.story.reacting().map(|actor| card(edition, actor)).collect();
    let reacted = (!cards.is_empty()).then(|| view! { {map(edition)}<ul class="cards">{cards}</ul> });
    let others = others(edition);
    view! {
        <section class="part" id="reactions" aria-labelledby="reactions-heading">
            <h2 id="reactions-heading">{words.reactions}</h2>
            <p class="intro">{words.reactions_intro}</p>
            <Reactions>
                {reacted}
                {others}
            </Reactions>
        </section>
    }
}

fn map(edition: &Edition<'_>) -> impl IntoView + use<> {
    let (drawing, words) = (edition.drawing, edition.words);
    let shapes: Vec<_> = drawing.shapes.iter().map(|item| shape(edition, item)).collect();
    let marks: Vec<_> = drawing.marks.iter().map(|item| mark(edition, item)).collect();
    let scenes: Vec<_> = drawing.scenes.iter().map(|item| scene(edition, item)).collect();
    let insets: Vec<_> = drawing.insets.iter().map(|item| inset(edition, item)).collect();
    let farther = (!insets.is_empty()).then(|| {
        view! { <div class="map-insets"><p class="map-farther">{words.farther_away}</p>{insets}</div> }
    });
    view! {
        <figure class="map">
            <div class="map-sheets">
                <svg viewBox=format!("0 0 {} {}", drawing.width, drawing.height) role="group" aria-label=words.map>
                    <g class="map-land">{shapes}</g>
                    <g class="map-scenes">{scenes}</g>
                    {marks}
                </svg>
                {farther}
            </div>
            {legend(edition)}
            <figcaption>{words.map_caption}</figcaption>
        </figure>
    }
}

/// A place where something happened; it shows while somebody who took part is followed.
fn scene(edition: &Edition<'_>, scene: &Scene) -> impl IntoView + use<> {
    let title = format!("{}{}", edition.words.label(&scene.name), edition.words.events(scene.events.len()));
    let ids = |event: &Vec<ActorId>| event.iter().map(|actor| actor.as_str()).collect::<Vec<_>>().join(" ");
    let mut seen: Vec<String> = scene.events.iter().map(ids).collect();
    seen.sort_unstable();
    seen.dedup();
    view! {
        <circle class="map-scene" cx=scene.x cy=scene.y r="7" data-seen=seen.join("|")><title>{title}</title></circle>
    }
}

fn inset(edition: &Edition<'_>, inset: &Inset) -> impl IntoView + use<> {
    let shapes: Vec<_> = inset.shapes.iter().map(|item| shape(edition, item)).collect();
    let name = edition.story.actor(&inset.mark.actor).map(|actor| actor.name.clone());
    view! {
        <svg class="map-inset" viewBox=format!("0 0 {} {}", inset.width, inset.height) role="group" aria-label=name>
            <g class="map-land">{shapes}</g>
            {mark(edition, &inset.mark)}
        </svg>
    }
}

fn stance_of(edition: &Edition<'_>, actor: &ActorId) -> Option<Stance> {
    edition.story.actor(actor).and_then(main_stance)
}

fn main_stance(actor: &Actor) -> Option<Stance> {
    actor.reactions.first().map(|reaction| reaction.stance)
}

fn shape(edition: &Edition<'_>, shape: &Shape) -> AnyView {
    match &shape.actor {
        Some(actor) => {
            let stance = stance_of(edition, actor).map(Stance::key);
            view! { <path d=shape.path.clone() data-actor=actor.to_string() data-chooses=actor.to_string() data-stance=stance></path> }.into_any()
        }
        None => view! { <path d=shape.path.clone()></path> }.into_any(),
    }
}

fn mark(edition: &Edition<'_>, mark: &Mark) -> Option<impl IntoView + use<>> {
    let actor = edition.story.actor(&mark.actor)?;
    let stance = main_stance(actor)?;
    let id = actor.id.to_string();
    let point = mark.point.then(|| {
        view! { <g transform=format!("translate({} {})", mark.x, mark.y)><path class="map-mark" d=glyph(stance)></path></g> }
    });
    Some(view! {
        <a class="map-place" href=format!("#actor-{id}") data-actor=id.clone() data-chooses=id.clone() data-stance=stance.key()>
            <circle class="map-reach" cx=mark.x cy=mark.y r="40"></circle>
            {point}
            <text class="map-name" x=mark.label.x y=mark.label.y text-anchor=mark.label.anchor.key()>{actor.name.clone()}</text>
        </a>
    })
}

/// The shape of a stance's mark, so that it can be told without colour.
fn glyph(stance: Stance) -> &'static str {
    match stance {
        Stance::Mediates => "M-10 0a10 10 0 1 0 20 0a10 10 0 1 0-20 0z",
        Stance::Party => "M-9-9h18v18h-18z",
        Stance::Welcomes => "M0-11L11 8H-11z",
        Stance::UrgesDiplomacy => "M0-12L12 0 0 12-12 0z",
        Stance::Critical => "M0 11L-11-8H11z",
        Stance::MilitaryAction => "M-4-11h8v7h7v8h-7v7h-8v-7h-7v-8h7z",
    }
}

fn stance_mark(stance: Stance) -> impl IntoView + use<> {
    view! {
        <svg class="stance-mark" viewBox="-13 -13 26 26" data-stance=stance.key() aria-hidden="true">
            <path class="map-mark" d=glyph(stance)></path>
        </svg>
    }
}

fn legend(edition: &Edition<'_>) -> impl IntoView + use<> {
    let used = |stance: &Stance| {
        edition.story.reacting().any(|actor| actor.reactions.iter().any(|reaction| reaction.stance == *stance))
    };
    let items: Vec<_> = Stance::ALL
        .into_iter()
        .filter(used)
        .map(|stance| view! { <li>{stance_mark(stance)}{edition.words.stance(stance)}</li> })
        .collect();
    view! { <ul class="map-legend" aria-label=edition.words.legend>{items}</ul> }
}

fn card(edition: &Edition<'_>, actor: &Actor) -> impl IntoView + use<> {
    let id = actor.id.to_string();
    let reactions: Vec<_> = actor.reactions.iter().map(|item| reaction(edition, item)).collect();
    view! {
        <li
            class="card"
            id=format!("actor-{id}")
            data-actor=id.clone()
            data-followable=id.clone()
            data-name=actor.name.clone()
        >
            <h3><a href=format!("#actor-{id}") data-chooses=id.clone()>{actor.name.clone()}</a></h3>
            {reactions}
        </li>
    }
}

/// Those who are named and have not reacted, so that they too have an address and can be followed.
fn others(edition: &Edition<'_>) -> Option<impl IntoView + use<>> {
    let others = edition.story.actors.iter().filter(|actor| actor.reactions.is_empty());
    let items: Vec<_> = others
        .map(|actor| {
            let id = actor.id.to_string();
            let count = edition.words.events(edition.story.events_with(&actor.id));
            view! {
                <li id=format!("actor-{id}") data-followable=id.clone() data-name=actor.name.clone()>
                    {text::actor_link(&actor.id, actor.name.clone())}" "<span class="other-count">{count}</span>
                </li>
            }
        })
        .collect();
    (!items.is_empty()).then(|| {
        view! { <div class="others"><h3>{edition.words.others}</h3><ul>{items}</ul></div> }
    })
}

fn reaction(edition: &Edition<'_>, reaction: &Reaction) -> impl IntoView + use<> {
    let said_in = reaction.said_in.as_ref().map(|place| format!(", {}", edition.words.said_in(place)));
    view! {
        <div class="reaction">
            <p class="reaction-stance" data-stance=reaction.stance.key()>
                {stance_mark(reaction.stance)}
                {edition.words.stance(reaction.stance)}
            </p>
            <p class="reaction-text">{text::inline(edition, &reaction.text)}</p>
            <p class="reaction-date">{text::date(edition, &reaction.date)}{said_in}</p>
        </div>
    }
}
