//! The map: a sheet of the region with insets, a sheet of the world, which is fetched when it is asked for, and a legend.
//! Whom the legend leaves works without any script.
//!
//! Deliberately absent: zooming and moving, which are the island's, and borders between countries in the world.

use leptos::prelude::*;

use super::drawing::{self, Label, Named, Spot};
use super::{Edition, PageKind, stances};
use crate::contract::id;
use crate::islands::Map;
use crate::islands::map::sheet::{self, Mark, Scene, Shape, Sheet};
use crate::story::{Actor, ActorId, plain};

/// The shape that stands at a site or city.
const PIN: &str = "M-5-5h10v10h-10z";

/// How far around a site or city a touch still means it.
const PIN_REACH: &str = "16";

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
    let region = sheet::sheet(&region(edition));
    // What needs no script needs the world from the first; others fetch it when it is asked for.
    let world = (edition.place.kind == PageKind::Single).then(|| sheet::sheet(&world(edition)));
    let facts = format!("{}{}", edition.place.root, edition.assets.world);
    view! {
        <div class="map">
            {stances::patterns()}
            {stances::legend(edition)}
            <figure class="map-figure">
                <Map>
                    {tools}
                    {views}
                    <div class="map-sheets" data-facts=facts>{region}{world}{farther}</div>
                    <p class="map-help tools">{keys}</p>
                    <p class="map-status tools" role="status"></p>
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
            <label><input type="radio" name="view" id=id::VIEW_REGION value="region" checked=true/><span>{words.region}</span></label>
            <label><input type="radio" name="view" id=id::VIEW_WORLD value="world"/><span>{words.world}</span></label>
        </fieldset>
    }
}

/// The sheet of the region.
fn region(edition: &Edition<'_>) -> Sheet {
    sheet_of(edition, &edition.drawing.region, "region", edition.words.map)
}

/// The land of the region alone, as a picture, which says nothing that the text does not.
pub(super) fn picture(edition: &Edition<'_>) -> impl IntoView + use<> {
    let region = region(edition);
    view! { <svg class="map-sheet" viewBox=region.view_box.clone() preserveAspectRatio="xMidYMid slice" aria-hidden="true">{sheet::land(&region)}</svg> }
}

/// The sheet of the world.
pub(super) fn world(edition: &Edition<'_>) -> Sheet {
    sheet_of(edition, &edition.drawing.world, "world", edition.words.map_of_world)
}

fn sheet_of(edition: &Edition<'_>, drawn: &drawing::Sheet, view: &str, name: &str) -> Sheet {
    let marks = drawn.landmarks.iter().map(|spot| landmark(spot, drawn.width));
    Sheet {
        view: view.to_owned(),
        name: name.to_owned(),
        view_box: format!("0 0 {} {}", drawn.width, drawn.height),
        land: drawn.land.clone(),
        shapes: drawn.shapes.iter().filter_map(|item| shape(edition, item, view != "inset")).collect(),
        scenes: drawn.scenes.iter().map(|item| scene(edition, item)).collect(),
        marks: marks.chain(drawn.marks.iter().filter_map(|item| mark(edition, item, drawn.width))).collect(),
    }
}

fn inset(edition: &Edition<'_>, drawn: &drawing::Sheet) -> impl IntoView + use<> {
    let actor = drawn.marks.first().and_then(|mark| edition.story.actor(&mark.actor));
    let inset = sheet_of(edition, drawn, "inset", actor.map_or("", |actor| &actor.name));
    let marks: Vec<_> = inset.marks.iter().map(sheet::mark).collect();
    view! {
        <svg class="map-inset" viewBox=inset.view_box.clone() role="group" aria-label=inset.name.clone()>
            {sheet::land(&inset)}
            {marks}
        </svg>
    }
}

fn shape(edition: &Edition<'_>, shape: &drawing::Shape, zoomed: bool) -> Option<Shape> {
    let actor = edition.story.actor(&shape.actor)?;
    let stance = stances::main_stance(actor)?;
    Some(Shape {
        actor: actor.id.to_string(),
        stance: stance.key().to_owned(),
        stances: stances::keys(actor),
        fill: stances::fill(stance, zoomed),
        path: shape.path.clone(),
    })
}

fn scene(edition: &Edition<'_>, scene: &drawing::Scene) -> Scene {
    let ids = |event: &Vec<ActorId>| event.iter().map(|actor| actor.as_str()).collect::<Vec<_>>().join(" ");
    let mut seen: Vec<String> = scene.events.iter().map(ids).collect();
    seen.sort_unstable();
    seen.dedup();
    Scene {
        at: place(scene.x, scene.y),
        title: format!("{}{}", edition.words.facts.label(&scene.name), edition.words.events(scene.events.len())),
        seen: seen.join("|"),
    }
}

fn place(x: f64, y: f64) -> String {
    format!("translate({x} {y})")
}

/// An actor's place.
fn mark(edition: &Edition<'_>, mark: &drawing::Mark, width: f64) -> Option<Mark> {
    let actor = edition.story.actor(&mark.actor)?;
    let stance = stances::main_stance(actor)?;
    let (x, y, anchor) = name_place(mark.label, (mark.x, mark.y), width);
    Some(Mark {
        at: place(mark.x, mark.y),
        href: id::link_to(&id::actor(actor.id.as_str())),
        actor: Some((actor.id.to_string(), stance.key().to_owned(), stances::keys(actor))),
        said: said(edition, actor),
        reach: mark.reach.to_string(),
        shape: mark.point.then(|| stances::glyph(stance).to_owned()),
        name: actor.name.clone(),
        label: (x.to_string(), y.to_string(), anchor.to_owned()),
        unprinted: mark.label.is_none().then(String::new),
    })
}

/// A site or city, which leads to what the list says of it.
fn landmark(spot: &Spot, width: f64) -> Mark {
    let (label, unprinted) = match spot.label {
        Some(Named::Everywhere(label)) => (Some(label), None),
        Some(Named::WhereWide(label)) => (Some(label), Some("narrow")),
        None => (None, Some("")),
    };
    let (x, y, anchor) = name_place(label, (spot.x, spot.y), width);
    Mark {
        at: place(spot.x, spot.y),
        href: id::link_to(&id::place(spot.place.as_str())),
        actor: None,
        said: spot.name.clone(),
        reach: PIN_REACH.to_owned(),
        shape: Some(PIN.to_owned()),
        name: spot.name.clone(),
        label: (x.to_string(), y.to_string(), anchor.to_owned()),
        unprinted: unprinted.map(str::to_owned),
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
