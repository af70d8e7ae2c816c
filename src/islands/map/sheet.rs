//! A sheet of the map: as data, which the build writes and the island fetches, and as a view.
//!
//! Deliberately absent: degrees, and where names have room, which the build works out. Numbers are written as SVG has
//! them, so that the wasm need not write fractions.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// A sheet.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Sheet {
    /// Which view it is: `region` or `world`.
    pub view: String,
    /// What it is called by those who do not see it.
    pub name: String,
    /// Its `viewBox`.
    pub view_box: String,
    /// The outline of land of those who are no actors, as the `d` of an SVG path.
    pub land: String,
    /// The countries of the actors.
    pub shapes: Vec<Shape>,
    /// The places where events took place.
    pub scenes: Vec<Scene>,
    /// The sites and cities, and then the actors' places.
    pub marks: Vec<Mark>,
}

/// A country of an actor.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Shape {
    /// Whose it is.
    pub actor: String,
    /// The stance of what the actor mainly said or did.
    pub stance: String,
    /// All stances that the actor took.
    pub stances: String,
    /// The pattern.
    pub fill: String,
    /// The outline, as the `d` of an SVG path.
    pub path: String,
}

/// A place where events took place.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Scene {
    /// Where it is, as a `transform`.
    pub at: String,
    /// Its name, and how many events.
    pub title: String,
    /// Of each event, who took part: ids parted by spaces, events by `|`.
    pub seen: String,
}

/// A place with its name.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Mark {
    /// Where it is, as a `transform`.
    pub at: String,
    /// Where it leads.
    pub href: String,
    /// Whose it is, where it is an actor's, with the stance of what that one mainly said or did, and all stances.
    pub actor: Option<(String, String, String)>,
    /// What it says to those who do not see it.
    pub said: String,
    /// How far around it a touch still means it.
    pub reach: String,
    /// The shape that stands there, as the `d` of an SVG path; without one, the country itself is meant.
    pub shape: Option<String>,
    /// Its name.
    pub name: String,
    /// Where the name stands: to the right, down, and which end of it.
    pub label: (String, String, String),
    /// On which maps the name is not printed: `narrow` ones, or all (empty).
    pub unprinted: Option<String>,
}

/// The sheet.
pub fn sheet(sheet: &Sheet) -> impl IntoView + use<> {
    let scenes: Vec<_> = sheet.scenes.iter().map(scene).collect();
    let marks: Vec<_> = sheet.marks.iter().map(mark).collect();
    view! {
        <svg
            class="map-sheet"
            data-view=sheet.view.clone()
            viewBox=sheet.view_box.clone()
            role="group"
            aria-label=sheet.name.clone()
        >
            <g class="map-camera">
                {land(sheet)}
                <g class="map-scenes">{scenes}</g>
                {marks}
            </g>
        </svg>
    }
}

/// The land, that of the actors above that of others.
pub fn land(sheet: &Sheet) -> impl IntoView + use<> {
    let shapes: Vec<_> = sheet.shapes.iter().map(shape).collect();
    view! { <g class="map-land"><path d=sheet.land.clone()></path>{shapes}</g> }
}

/// The pattern and the legend's choice are of the group, whose outline it is of the path.
fn shape(shape: &Shape) -> impl IntoView + use<> {
    view! {
        <g fill=shape.fill.clone() data-stances=shape.stances.clone()>
            <path
                d=shape.path.clone()
                data-actor=shape.actor.clone()
                data-stance=shape.stance.clone()
            ></path>
        </g>
    }
}

/// A place where something happened; it shows while somebody who took part is followed.
fn scene(scene: &Scene) -> impl IntoView + use<> {
    let title = leptos::svg::title().child(scene.title.clone());
    view! {
        <g transform=scene.at.clone()>
            <circle class="map-scene map-fixed" r="7" data-seen=scene.seen.clone()>{title}</circle>
        </g>
    }
}

/// A place, with all that is on it relative to its point, so that it keeps its size when the map is zoomed.
pub fn mark(mark: &Mark) -> impl IntoView + use<> {
    let (x, y, anchor) = mark.label.clone();
    let (actor, stance, stances) = match mark.actor.clone() {
        Some((actor, stance, stances)) => (Some(actor), Some(stance), Some(stances)),
        None => (None, None, None),
    };
    let (class, pin) = if actor.is_some() { ("map-place", "map-mark") } else { ("map-place map-landmark", "map-pin") };
    let shape = mark.shape.clone().map(|shape| view! { <path class=pin d=shape></path> });
    // Within another element of SVG, or the link would be one of HTML.
    view! {
        <g>
            <a
                class=class
                href=mark.href.clone()
                data-actor=actor
                data-stance=stance
                data-stances=stances
                aria-label=mark.said.clone()
            >
                <g transform=mark.at.clone()>
                    <g class="map-fixed">
                        <circle class="map-reach" r=mark.reach.clone()></circle>
                        {shape}
                        <text class="map-name" data-unprinted=mark.unprinted.clone() x=x y=y text-anchor=anchor>
                            {mark.name.clone()}
                        </text>
                    </g>
                </g>
            </a>
        </g>
    }
}
