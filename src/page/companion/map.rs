//! A small map, one for all sections, on which the places of those show whom a section names.
//!
//! Deliberately absent: stances, which the big map explains.

use crate::islands::companion::data::{Map, Place, Shape};
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

/// The part of the region on which the marks are.
pub(super) fn map(edition: &Edition<'_>) -> Map {
    let region = &edition.drawing.region;
    let (top, high) = strip(region);
    let shapes = region.shapes.iter();
    Map {
        view_box: format!("0 {top} {} {high}", region.width),
        land: region.land.clone(),
        shapes: shapes.map(|shape| Shape { actor: shape.actor.clone(), path: shape.path.clone() }).collect(),
        places: places(edition),
    }
}

/// Where the part of the sheet begins on which the marks are, and how high it is.
fn strip(drawing: &Sheet) -> (f64, f64) {
    let heights = || drawing.marks.iter().map(|mark| mark.y);
    let (first, last) = (heights().fold(drawing.height, f64::min), heights().fold(0.0, f64::max));
    let high = (last - first + 2.0 * AROUND).max(drawing.width * LOWEST).min(drawing.height);
    let top = (f64::midpoint(first, last) - high / 2.0).clamp(0.0, drawing.height - high);
    (top.round(), high.round())
}

/// A place for each name, in the order in which they come. It is the same in every section, so that no name jumps.
fn places(edition: &Edition<'_>) -> Vec<Place> {
    let (drawing, story) = (&edition.drawing.region, edition.story);
    let mut taken: Vec<Bounds> =
        drawing.marks.iter().map(|mark| (mark.x - DOT, mark.y - DOT, mark.x + DOT, mark.y + DOT)).collect();
    let mut places = Vec::new();
    for (mark, actor) in drawing.marks.iter().filter_map(|mark| Some((mark, story.actor(&mark.actor)?))) {
        let dot = actor.place.as_ref().is_some_and(|place| place.point.is_some());
        let (x, y, anchor, bounds) = stand(mark, &actor.name, dot, drawing.width, &taken);
        taken.push(bounds);
        places.push(Place {
            actor: actor.id.clone(),
            name: actor.name.clone(),
            at: (mark.x.to_string(), mark.y.to_string()),
            dot,
            label: (x.to_string(), y.to_string(), anchor.to_owned()),
        });
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
