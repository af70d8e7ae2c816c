//! Drawing the world, so that near and far actors are seen in one picture.
//!
//! Deliberately absent: borders between countries of no actor, which would say nothing here and weigh much, and insets.

use std::borrow::Cow;
use std::collections::HashSet;

use super::atlas::{Atlas, Country, Polygons, WorldArcs, index};
use super::equal_earth::EqualEarth;
use super::geometry::{home, is_of, scenes};
use super::labels::Wanted;
use super::outline::{Grain, Lines, path, projected};
use super::spare_labels;
use crate::page::{Mark, Shape, Sheet, Spot};
use crate::story::{Actor, Story};

/// The width of the sheet.
const WIDTH: f64 = 640.0;

/// The grain of the actors' countries, which readers look at closely.
const ACTORS: Grain = Grain { stray: 0.4, whole: false };

/// The grain of all other land.
const OTHERS: Grain = Grain { stray: 0.9, whole: true };

/// The smallest island of others that is drawn, in square units of the sheet.
const SMALLEST: f64 = 5.0;

/// The smallest part of an actor's country that is drawn, in square units of the sheet.
const SMALLEST_PART: f64 = 2.0;

/// How far around a place a touch still means it, at most.
const REACH: f64 = 12.0;

/// Draws the world with the places of all actors who reacted.
pub(super) fn world(atlas: &Atlas, story: &Story) -> Sheet {
    let earth = EqualEarth::fit(WIDTH);
    let project = |longitude, latitude| earth.project(longitude, latitude);
    let actors: Vec<&Actor> = story.reacting().collect();
    let theirs = borders(atlas, &actors);
    let arcs = atlas.world.get_or_init(|| arcs(atlas, &earth));
    let both = arcs.fine.iter().zip(&arcs.coarse).enumerate();
    let chosen = both.map(|(at, (fine, coarse))| if theirs.contains(&at) { fine } else { coarse });
    let lines = Lines::of(chosen.map(|arc| Cow::Borrowed(arc.as_slice())).collect(), (WIDTH, earth.height));
    Sheet {
        width: WIDTH,
        height: earth.height,
        land: path(&lines.uncut(&atlas.land, SMALLEST)),
        shapes: actors.iter().filter_map(|actor| shape(atlas, &lines, actor)).collect(),
        marks: marks(atlas, &actors, &earth),
        landmarks: landmarks(story, &earth),
        scenes: scenes(story, project, |_| true),
    }
}

/// The landmarks, small and without printed names: in the world they stand close together.
fn landmarks(story: &Story, earth: &EqualEarth) -> Vec<Spot> {
    let spots = story.landmarks.iter().map(|landmark| {
        let (x, y) = earth.project(landmark.point.longitude, landmark.point.latitude);
        Spot { place: landmark.id.clone(), name: landmark.name.clone(), x: x.round(), y: y.round(), label: None }
    });
    spots.collect()
}

/// Every arc as fine as for an actor's country, and as coarse as for all other land.
fn arcs(atlas: &Atlas, earth: &EqualEarth) -> WorldArcs {
    let project = |longitude, latitude| earth.project(longitude, latitude);
    let all = |grain| atlas.arcs.iter().map(|arc| projected(arc, project, grain)).collect();
    WorldArcs { fine: all(ACTORS), coarse: all(OTHERS) }
}

fn countries<'a>(atlas: &'a Atlas, actor: &'a Actor) -> impl Iterator<Item = &'a Country> {
    atlas.countries.iter().filter(move |country| is_of(country, actor))
}

/// The arcs of the actors' countries, which the land around them has too.
fn borders(atlas: &Atlas, actors: &[&Actor]) -> HashSet<usize> {
    let countries = actors.iter().flat_map(|actor| countries(atlas, actor));
    countries.flat_map(|country| country.polygons.iter().flatten().flatten()).map(|arc| index(*arc)).collect()
}

/// The country of an actor; `None` for organisations.
fn shape(atlas: &Atlas, lines: &Lines<'_>, actor: &Actor) -> Option<Shape> {
    let polygons: Polygons = countries(atlas, actor).flat_map(|country| country.polygons.iter().cloned()).collect();
    let outline = lines.uncut(&polygons, SMALLEST_PART);
    (!outline.0.is_empty()).then(|| Shape { path: path(&outline), actor: actor.id.clone() })
}

/// Each actor has its mark, also one whose seat must not be pinned down: a mark is larger here than most countries.
fn marks(atlas: &Atlas, actors: &[&Actor], earth: &EqualEarth) -> Vec<Mark> {
    let placed: Vec<(&Actor, f64, f64)> = actors
        .iter()
        .filter_map(|actor| {
            let (_, point) = home(atlas, actor)?;
            let (x, y) = earth.project(point.longitude, point.latitude);
            Some((*actor, x.round(), y.round()))
        })
        .collect();
    let wanted: Vec<Wanted<'_>> =
        placed.iter().map(|(actor, x, y)| Wanted { name: &actor.name, x: *x, y: *y, point: true }).collect();
    let labels = spare_labels::in_the_world(&wanted, WIDTH, earth.height);
    let mark = |((actor, x, y), label): (&(&Actor, f64, f64), _)| Mark {
        actor: actor.id.clone(),
        x: *x,
        y: *y,
        point: true,
        reach: reach(&placed, actor, (*x, *y)),
        label,
    };
    placed.iter().zip(labels).map(mark).collect()
}

/// So far that no two places can be meant by one touch.
fn reach(placed: &[(&Actor, f64, f64)], actor: &Actor, (x, y): (f64, f64)) -> f64 {
    let others = placed.iter().filter(|(other, ..)| other.id != actor.id);
    let nearest = others.map(|(_, left, top)| (left - x).hypot(top - y)).fold(2.0 * REACH, f64::min);
    (nearest * 5.0).floor() / 10.0
}
