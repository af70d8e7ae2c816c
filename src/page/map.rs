//! The map: a sheet of the region with insets, a sheet of the world, and a legend. Which of the two shows, and whom
//! the legend leaves, works without any script.
//!
//! Deliberately absent: zooming and moving, which are the island's, and borders between countries in the world.

use leptos::prelude::*;

use super::drawing::{Label, Mark, Named, Scene, Shape, Sheet, Spot};
use super::{Edition, stances};
use crate::islands::Map;
use crate::story::{Actor, ActorId, plain};

/// How far above its place a name stands that is not printed at first.
const ABOVE: f64 = 18.0;

/// How near to the edge, as a part of the sheet's width, a name begins or ends at its place, so as not to leave it.
const NEAR: f64 = 0.2;

/// The map; of a type without its parts, of which the compiler would have too many.
pub(super) fn map(edition: &Edition<'_>) -> AnyView {
    let (drawing, words) = (edition.drawing, edition.words);
    let insets: Vec<_> = drawing.insets.iter().map(|item| inset(edition, item)).collect();
    let farther = (!insets.is_empty()).then(|| {
        view! { <div class="map-insets"><p class="map-farther">{words.farther_away}</p>{insets}</div> }
    });
    let (tools, views, keys) = (tools(edition), views(edition), edition.labels.zoom_keys);
    let region = sheet(edition, &drawing.region, "region", words.map);
    let world = sheet(edition, &drawing.world, "world", words.map_of_world);
    view! {
        <div class="map">
            {stances::patterns()}
            {stances::legend(edition)}
            <figure class="map-figure">
                <Map>
                    {tools}
                    {views}
                    <div class="map-sheets">{region}{world}{farther}</div>
                    <p class="map-help tools">{keys}</p>
                </Map>
                <figcaption>{words.map_caption}</figcaption>
            </figure>
        </div>
    }
    .into_any()
}

fn tools(edition: &Edition<'_>) -> impl IntoView + use<> {
    let labels = edition.labels;
    view! {
        <div class="map-tools tools" role="group" aria-label=labels.zoom>
            <button type="button" data-zoom="in" aria-label=labels.zoom_in><span aria-hidden="true">"+"</span></button>
            <button type="button" data-zoom="out" aria-label=labels.zoom_out aria-disabled="true">
                <span aria-hidden="true">"\u{2212}"</span>
            </button>
            <button type="button" data-zoom="whole" aria-label=labels.whole_map aria-disabled="true">
                <span class="map-frame" aria-hidden="true"></span>
            </button>
        </div>
    }
}

/// The choice of the sheet.
fn views(edition: &Edition<'_>) -> impl IntoView + use<> {
    let words = edition.words;
    view! {
        <fieldset class="choice map-views">
            <legend class="unseen">{words.map_view}</legend>
            <label><input type="radio" name="view" id="view-region" value="region" checked=true/><span>{words.region}</span></label>
            <label><input type="radio" name="view" id="view-world" value="world"/><span>{words.world}</span></label>
        </fieldset>
    }
}

fn sheet(edition: &Edition<'_>, sheet: &Sheet, view: &'static str, name: &'static str) -> impl IntoView + use<> {
    let scenes: Vec<_> = sheet.scenes.iter().map(|item| scene(edition, item)).collect();
    let marks: Vec<_> = sheet.marks.iter().map(|item| mark(edition, item, sheet.width)).collect();
    let landmarks: Vec<_> = sheet.landmarks.iter().map(|item| landmark(item, sheet.width)).collect();
    view! {
        <svg class="map-sheet" data-view=view viewBox=format!("0 0 {} {}", sheet.width, sheet.height) role="group" aria-label=name>
            <g class="map-camera">
                <g class="map-land">{land(edition, sheet, true, view == "region")}</g>
                <g class="map-scenes">{scenes}</g>
                {landmarks}
                {marks}
            </g>
        </svg>
    }
}

fn inset(edition: &Edition<'_>, sheet: &Sheet) -> impl IntoView + use<> {
    let actor = sheet.marks.first().and_then(|mark| edition.story.actor(&mark.actor));
    let marks: Vec<_> = sheet.marks.iter().map(|item| mark(edition, item, sheet.width)).collect();
    view! {
        <svg class="map-inset" viewBox=format!("0 0 {} {}", sheet.width, sheet.height) role="group" aria-label=actor.map(|actor| actor.name.clone())>
            <g class="map-land">{land(edition, sheet, false, false)}</g>
            {marks}
        </svg>
    }
}

/// The companion shows the outlines of the region once more, so these have ids.
fn land(edition: &Edition<'_>, sheet: &Sheet, zoomed: bool, reused: bool) -> impl IntoView + use<> {
    let shapes: Vec<_> = sheet.shapes.iter().filter_map(|item| shape(edition, item, zoomed, reused)).collect();
    view! { <path id=reused.then_some("map-land") d=sheet.land.clone()></path>{shapes} }
}

/// The pattern and the legend's choice are of the group, so that the outline alone can be shown elsewhere.
fn shape(edition: &Edition<'_>, shape: &Shape, zoomed: bool, reused: bool) -> Option<impl IntoView + use<>> {
    let actor = edition.story.actor(&shape.actor)?;
    let stance = stances::main_stance(actor)?;
    let id = actor.id.to_string();
    Some(view! {
        <g fill=stances::fill(stance, zoomed) data-stances=stances::keys(actor)>
            <path
                id=reused.then(|| outline(&actor.id))
                d=shape.path.clone()
                data-actor=id
                data-stance=stance.key()
            ></path>
        </g>
    })
}

/// The id of an actor's outline in the region.
pub(super) fn outline(actor: &ActorId) -> String {
    format!("map-of-{actor}")
}

/// A place where something happened; it shows while somebody who took part is followed.
fn scene(edition: &Edition<'_>, scene: &Scene) -> impl IntoView + use<> {
    let title = format!("{}{}", edition.words.facts.label(&scene.name), edition.words.events(scene.events.len()));
    let ids = |event: &Vec<ActorId>| event.iter().map(|actor| actor.as_str()).collect::<Vec<_>>().join(" ");
    let mut seen: Vec<String> = scene.events.iter().map(ids).collect();
    seen.sort_unstable();
    seen.dedup();
    view! {
        <g transform=format!("translate({} {})", scene.x, scene.y)>
            <circle class="map-scene map-fixed" r="7" data-seen=seen.join("|")><title>{title}</title></circle>
        </g>
    }
}

/// An actor's place, with all that is on it relative to its point, so that it keeps its size when the map is zoomed.
fn mark(edition: &Edition<'_>, mark: &Mark, width: f64) -> Option<impl IntoView + use<>> {
    let actor = edition.story.actor(&mark.actor)?;
    let stance = stances::main_stance(actor)?;
    let id = actor.id.to_string();
    let point = mark.point.then(|| view! { <path class="map-mark" d=stances::glyph(stance)></path> });
    let (x, y, anchor) = name_place(mark.label, (mark.x, mark.y), width);
    Some(view! {
        <a
            class="map-place"
            href=format!("#actor-{id}")
            data-actor=id
            data-stance=stance.key()
            data-stances=stances::keys(actor)
            aria-label=said(edition, actor)
        >
            <g transform=format!("translate({} {})", mark.x, mark.y)>
                <g class="map-fixed">
                    <circle class="map-reach" r=mark.reach></circle>
                    {point}
                    <text class="map-name" data-unprinted=mark.label.is_none() x=x y=y text-anchor=anchor>
                        {actor.name.clone()}
                    </text>
                </g>
            </g>
        </a>
    })
}

/// A site or city, which leads to what the list says of it.
fn landmark(spot: &Spot, width: f64) -> impl IntoView + use<> {
    let (label, unprinted) = match spot.label {
        Some(Named::Everywhere(label)) => (Some(label), None),
        Some(Named::WhereWide(label)) => (Some(label), Some("narrow")),
        None => (None, Some("")),
    };
    let (x, y, anchor) = name_place(label, (spot.x, spot.y), width);
    view! {
        <a class="map-place map-landmark" href=format!("#place-{}", spot.place) aria-label=spot.name.clone()>
            <g transform=format!("translate({} {})", spot.x, spot.y)>
                <g class="map-fixed">
                    <circle class="map-reach" r="16"></circle>
                    <path class="map-pin" d="M-5-5h10v10h-10z"></path>
                    <text class="map-name" data-unprinted=unprinted x=x y=y text-anchor=anchor>
                        {spot.name.clone()}
                    </text>
                </g>
            </g>
        </a>
    }
}

/// Where a name stands, from its place at that point; one that is not printed shows above it.
fn name_place(label: Option<Label>, (left, top): (f64, f64), width: f64) -> (f64, f64, &'static str) {
    match label {
        Some(Label { x, y, anchor }) => (x - left, y - top, anchor.key()),
        None if left < width * NEAR => (0.0, -ABOVE, "start"),
        None if left > width * (1.0 - NEAR) => (0.0, -ABOVE, "end"),
        None => (0.0, -ABOVE, "middle"),
    }
}

/// What a place says to those who do not see it: whose it is, where it stands, and what it mainly said or did.
fn said(edition: &Edition<'_>, actor: &Actor) -> String {
    let words = edition.words;
    let reaction = actor.reactions.first();
    let reaction =
        reaction.map(|reaction| [&*edition.stance(reaction.stance), words.stop, &plain(&reaction.text)].concat());
    [words.facts.label(&actor.name), reaction.unwrap_or_default()].concat()
}
