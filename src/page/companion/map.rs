//! A small map, one for all sections, on which the places of those show whom a section names.
//!
//! Deliberately absent: outlines, which are those of the big map, and stances, which that one explains.

use leptos::prelude::*;

use super::Beside;
use crate::page::map::outline;
use crate::page::{Bounds, Edition, Mark, Sheet, overlap};

/// How high a name is, in units of the sheet.
const HIGH: f64 = 20.0;

/// How wide a letter is at most, on an average.
const LETTER: f64 = 14.0;

/// How far a name is from the middle of its dot.
const GAP: f64 = 13.0;

/// How large a dot is, from its middle, with the room around it.
const DOT: f64 = 9.0;

/// How much of the sheet shows around the marks.
const AROUND: f64 = 60.0;

/// The smallest height of the map, as a part of its width.
const LOWEST: f64 = 0.45;

/// An actor's place, with that of its name.
struct Place<'a> {
    mark: &'a Mark,
    name: &'a str,
    /// Whether a dot may stand there; without one, the country itself is meant.
    dot: bool,
    x: f64,
    y: f64,
    anchor: &'static str,
}

/// The map; nothing where no section names anybody who is on it.
pub(super) fn map(edition: &Edition<'_>, besides: &[Beside<'_>]) -> Option<impl IntoView + use<>> {
    if besides.iter().all(|beside| beside.actors.is_empty()) {
        return None;
    }
    let places = places(edition);
    let (top, high) = strip(&edition.drawing.region);
    let outlines = edition.drawing.region.shapes.iter().map(|shape| format!("#{}", outline(&shape.actor)));
    let outlines: Vec<_> = outlines.map(|href| view! { <use href=href></use> }).collect();
    // The first panel is the one that shows at first, whether it has somebody on the map or not.
    let groups: Vec<_> = besides.iter().enumerate().map(|(at, beside)| group(beside, &places, at == 0)).collect();
    Some(view! {
        <svg
            class="beside-map"
            viewBox=format!("0 {top} {} {high}", edition.drawing.region.width)
            role="group"
            aria-label=edition.words.beside_map
        >
            <use href="#map-land"></use>
            {outlines}
            {groups}
        </svg>
    })
}

/// Where the part of the sheet begins on which the marks are, and how high it is.
fn strip(drawing: &Sheet) -> (f64, f64) {
    let heights = || drawing.marks.iter().map(|mark| mark.y);
    let (first, last) = (heights().fold(drawing.height, f64::min), heights().fold(0.0, f64::max));
    let high = (last - first + 2.0 * AROUND).max(drawing.width * LOWEST).min(drawing.height);
    let top = (f64::midpoint(first, last) - high / 2.0).clamp(0.0, drawing.height - high);
    (top.round(), high.round())
}

fn group(beside: &Beside<'_>, places: &[Place<'_>], shown: bool) -> Option<impl IntoView + use<>> {
    let named = places.iter().filter(|item| beside.actors.contains(&&item.mark.actor));
    let named: Vec<_> = named.map(place).collect();
    (!named.is_empty()).then(|| {
        view! { <g class="beside-places" data-places=beside.section.id.to_string() data-shown=shown>{named}</g> }
    })
}

fn place(place: &Place<'_>) -> impl IntoView + use<> {
    let (id, mark) = (place.mark.actor.to_string(), place.mark);
    let dot = place.dot.then(|| view! { <circle class="beside-dot" cx=mark.x cy=mark.y r="7"></circle> });
    view! {
        <a class="beside-place" href=format!("#actor-{id}") data-actor=id.clone()>
            <circle class="beside-reach" cx=mark.x cy=mark.y r="20"></circle>
            {dot}
            <text class="beside-name" x=place.x y=place.y text-anchor=place.anchor>{place.name.to_owned()}</text>
        </a>
    }
}

/// A place for each name, in the order in which they come. It is the same in every section, so that no name jumps.
fn places<'a>(edition: &Edition<'a>) -> Vec<Place<'a>> {
    let (drawing, story) = (&edition.drawing.region, edition.story);
    let mut taken: Vec<Bounds> =
        drawing.marks.iter().map(|mark| (mark.x - DOT, mark.y - DOT, mark.x + DOT, mark.y + DOT)).collect();
    let mut places = Vec::new();
    for (mark, actor) in drawing.marks.iter().filter_map(|mark| Some((mark, story.actor(&mark.actor)?))) {
        let dot = actor.place.as_ref().is_some_and(|place| place.point.is_some());
        let (x, y, anchor, bounds) = stand(mark, &actor.name, dot, drawing.width, &taken);
        taken.push(bounds);
        places.push(Place { mark, name: &actor.name, dot, x, y, anchor });
    }
    places
}

/// Where a name begins, ends or has its middle, and what it takes: the first place where it covers nothing.
fn stand(mark: &Mark, name: &str, dot: bool, width: f64, taken: &[Bounds]) -> (f64, f64, &'static str, Bounds) {
    let wide = name.chars().fold(0.0, |sum, _| sum + LETTER);
    let (x, y) = (mark.x, mark.y);
    let at = |x: f64, middle: f64, anchor, start: f64| {
        let bounds = (start, middle - HIGH / 2.0, start + wide, middle + HIGH / 2.0);
        (x.round(), (middle + HIGH * 0.35).round(), anchor, bounds)
    };
    let (right, left) = (at(x + GAP, y, "start", x + GAP), at(x - GAP, y, "end", x - GAP - wide));
    let above = at(x, y - GAP - HIGH / 2.0, "middle", x - wide / 2.0);
    let below = at(x, y + GAP + HIGH / 2.0, "middle", x - wide / 2.0);
    // In the right third there is more room to the left. A name without a dot is there on the big map too.
    let sides = if dot && x < width * 2.0 / 3.0 { [right, left] } else { [left, right] };
    let choices = [sides[0], sides[1], above, below];
    let is_free = |bounds: Bounds| {
        bounds.0 >= 0.0 && bounds.2 <= width && taken.iter().all(|other| overlap(bounds, *other) == 0.0)
    };
    choices.into_iter().find(|choice| is_free(choice.3)).unwrap_or(sides[0])
}
