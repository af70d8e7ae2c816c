//! Drawing a story's map from the atlas: the region of the story, and insets for those who are elsewhere.
//!
//! Deliberately absent: colours and patterns, which the page gives, and the view of the world, which is `world`'s.

use geo::{Area, BoundingRect, Contains, InteriorPoint, Intersects, MultiPolygon, Point as GeoPoint, Polygon, Rect};

use super::atlas::{Atlas, Country, index};
use super::labels::{self, Wanted};
use super::outline::{FINE, Grain, Lines, path};
use super::projection::Projection;
use super::spare_labels;
use super::world::world;
use crate::page::{Drawing, Label, Mark, Scene, Shape, Sheet, Spot};
use crate::story::{Actor, Kind, Landmark, Point, Region, Story};

/// The width of the map's sheet.
const WIDTH: f64 = 640.0;

/// The width of an inset's sheet.
const INSET_WIDTH: f64 = 300.0;

/// The grain of an inset, which says where somebody is and cannot be zoomed.
const SMALL: Grain = Grain { stray: 1.2, whole: true };

/// The height of an inset's sheet, so that all of them stand in one row.
const INSET_HEIGHT: f64 = 200.0;

/// How much of its width or height an inset shows on each side of its country.
const INSET_MARGIN: f64 = 0.08;

/// How many degrees an inset shows on each side of a seat that is on no land of the atlas.
const SEA: f64 = 4.0;

/// The latitude beyond which no sheet reaches: a cone has no place for what lies behind a pole.
const POLE: f64 = 85.0;

/// How many degrees around a region are drawn in full at least.
const LEAST_WIDER: f64 = 10.0;

/// How many degrees a town may reach.
const TOWN: f64 = 0.5;

/// How far around a place a touch still means it.
const REACH: f64 = 40.0;

/// What of a country is on a sheet.
type Outline<'a> = (&'a Country, MultiPolygon);

/// Draws the region of the story with its actors, an inset for each actor that is elsewhere, and the world with all.
pub fn draw(atlas: &Atlas, story: &Story) -> Drawing {
    let projection = Projection::fit(story.region, WIDTH);
    let outlines = outlines(atlas, story.region, &projection, WIDTH, FINE);
    let (near, far): (Vec<&Actor>, Vec<&Actor>) =
        story.reacting().partition(|actor| is_within(actor, story.region, &outlines));
    let (land, shapes) = countries(&outlines, &near);
    let project = |longitude, latitude| projection.project(longitude, latitude);
    let (marks, landmarks) = named(&near, story, &projection, &outlines);
    let region = Sheet {
        width: WIDTH,
        height: projection.height,
        land,
        shapes,
        marks,
        landmarks,
        scenes: scenes(story, project, |point| is_inside(point, story.region)),
    };
    Drawing {
        region,
        insets: far.into_iter().filter_map(|actor| inset(atlas, actor)).collect(),
        world: world(atlas, story),
    }
}

/// The countries that are on the sheet.
fn outlines<'a>(
    atlas: &'a Atlas,
    region: Region,
    projection: &Projection,
    width: f64,
    grain: Grain,
) -> Vec<Outline<'a>> {
    let project = |longitude, latitude| projection.project(longitude, latitude);
    let near = wider(region);
    let is_near = |arc: usize| {
        atlas.bounds.get(arc).is_some_and(|bounds| TURNS.iter().any(|turn| near.intersects(&turned(bounds, *turn))))
    };
    let lines = Lines::new(atlas, (width, projection.height), project, is_near, grain);
    let outlines = atlas.countries.iter().map(|country| (country, lines.outline(country)));
    outlines.filter(|(_, outline)| !outline.0.is_empty()).collect()
}

/// A region beyond the date line has longitudes of more than 180 degrees, where the atlas has them a turn earlier.
const TURNS: [f64; 3] = [0.0, 360.0, -360.0];

fn turned(bounds: &Rect, turn: f64) -> Rect {
    Rect::new((bounds.min().x + turn, bounds.min().y), (bounds.max().x + turn, bounds.max().y))
}

/// What may be on the sheet of a region, with much room to spare: the sheet has corners that the region has not, and
/// what is far off must not be drawn across it.
fn wider(region: Region) -> Rect {
    let wide = (region.east - region.west).max(region.north - region.south);
    let reach = (wide / 2.0).max(LEAST_WIDER);
    Rect::new((region.west - reach, region.south - reach), (region.east + reach, region.north + reach))
}

fn is_within(actor: &Actor, region: Region, outlines: &[Outline<'_>]) -> bool {
    match point_of(actor) {
        Some(point) => is_inside(point, region),
        None => outlines.iter().any(|(country, _)| is_of(country, actor)),
    }
}

fn point_of(actor: &Actor) -> Option<Point> {
    actor.place.as_ref().and_then(|place| place.point)
}

/// Whether a country is an actor's.
pub(super) fn is_of(country: &Country, actor: &Actor) -> bool {
    matches!(actor.kind, Kind::State(number) if country.number == Some(number))
}

/// The countries of others as one path, and those of the actors, each by itself.
fn countries(outlines: &[Outline<'_>], actors: &[&Actor]) -> (String, Vec<Shape>) {
    let mut land = String::new();
    let mut shapes = Vec::new();
    for (country, outline) in outlines {
        match actors.iter().find(|actor| is_of(country, actor)) {
            Some(actor) => shapes.push(Shape { path: path(outline), actor: actor.id.clone() }),
            None => land.push_str(&path(outline)),
        }
    }
    (land, shapes)
}

/// The places of the actors and the landmarks that are on the sheet, with their names; the actors' names come first.
fn named(
    actors: &[&Actor],
    story: &Story,
    projection: &Projection,
    outlines: &[Outline<'_>],
) -> (Vec<Mark>, Vec<Spot>) {
    let placed: Vec<(&Actor, f64, f64, bool)> = actors
        .iter()
        .filter_map(|actor| {
            if let Some(point) = point_of(actor) {
                let (x, y) = projection.project(point.longitude, point.latitude);
                return Some((*actor, x, y, true));
            }
            let outline = &outlines.iter().find(|(country, _)| is_of(country, actor))?.1;
            let middle = outline.interior_point()?;
            Some((*actor, middle.x(), middle.y(), false))
        })
        .collect();
    let wanted: Vec<Wanted<'_>> =
        placed.iter().map(|(actor, x, y, point)| Wanted { name: &actor.name, x: *x, y: *y, point: *point }).collect();
    let labels = labels::place(&wanted, WIDTH, projection.height);
    let spots = landmarks(story, projection, &wanted, &labels);
    let marks = placed.into_iter().zip(labels);
    (marks.map(|((actor, x, y, point), label)| mark(actor, (x, y), point, label)).collect(), spots)
}

/// The landmarks that are on the sheet. A name for which the actors leave no room is not printed at first.
fn landmarks(story: &Story, projection: &Projection, actors: &[Wanted<'_>], labels: &[Label]) -> Vec<Spot> {
    let shown = story.landmarks.iter().filter(|landmark| is_inside(landmark.point, story.region));
    let placed: Vec<(&Landmark, f64, f64)> = shown
        .map(|landmark| {
            let (x, y) = projection.project(landmark.point.longitude, landmark.point.latitude);
            (landmark, x.round(), y.round())
        })
        .collect();
    let wanted: Vec<Wanted<'_>> =
        placed.iter().map(|(landmark, x, y)| Wanted { name: &landmark.name, x: *x, y: *y, point: true }).collect();
    let named = spare_labels::among(&wanted, actors, labels, (WIDTH, projection.height));
    let spots = placed.into_iter().zip(named);
    spots
        .map(|((landmark, x, y), label)| Spot { place: landmark.id.clone(), name: landmark.name.clone(), x, y, label })
        .collect()
}

/// The places where events took place, each once, of those that are to be on the sheet.
pub(super) fn scenes(
    story: &Story,
    project: impl Fn(f64, f64) -> (f64, f64),
    is_shown: impl Fn(Point) -> bool,
) -> Vec<Scene> {
    let mut scenes: Vec<(Point, Scene)> = Vec::new();
    for event in &story.events {
        let places = event.places.iter().filter_map(|place| Some((place, place.point?)));
        for (place, point) in places.filter(|(_, point)| is_shown(*point)) {
            let (x, y) = project(point.longitude, point.latitude);
            let (x, y) = (x.round(), y.round());
            let is_here = |(at, scene): &(Point, Scene)| scene.name == place.name && is_one_town(*at, point);
            let at = scenes.iter().position(is_here).unwrap_or(scenes.len());
            if at == scenes.len() {
                scenes.push((point, Scene { name: place.name.clone(), events: Vec::new(), x, y }));
            }
            if let Some((_, scene)) = scenes.get_mut(at) {
                scene.events.push(event.actors.clone());
            }
        }
    }
    scenes.into_iter().map(|(_, scene)| scene).collect()
}

/// Whether two points of one name are in one town, and not in two of that name.
fn is_one_town(one: Point, other: Point) -> bool {
    (one.latitude - other.latitude).abs() < TOWN && (one.longitude - other.longitude).abs() < TOWN
}

fn is_inside(point: Point, region: Region) -> bool {
    (region.south..=region.north).contains(&point.latitude) && (region.west..=region.east).contains(&point.longitude)
}

fn mark(actor: &Actor, (x, y): (f64, f64), point: bool, label: Label) -> Mark {
    Mark { actor: actor.id.clone(), x: x.round(), y: y.round(), point, reach: REACH, label: Some(label) }
}

/// The country of a far actor, or the land around its seat, on a sheet of its own.
fn inset(atlas: &Atlas, actor: &Actor) -> Option<Sheet> {
    let (home, point) = home(atlas, actor)?;
    let region = around(&home, point);
    let projection = match &home {
        Some(home) => {
            let points: Vec<(f64, f64)> = home.exterior().points().map(|point| (point.x(), point.y())).collect();
            Projection::fit_around(&points, 1.0 - 2.0 * INSET_MARGIN, region, INSET_WIDTH, INSET_HEIGHT)
        }
        None => Projection::fit_within(region, INSET_WIDTH, INSET_HEIGHT),
    };
    let (land, shapes) = countries(&outlines(atlas, region, &projection, INSET_WIDTH, SMALL), &[actor]);
    let (x, y) = projection.project(point.longitude, point.latitude);
    let label = labels::alone(&Wanted { name: &actor.name, x, y, point: true }, INSET_WIDTH, INSET_HEIGHT);
    let mark = mark(actor, (x, y), point_of(actor).is_some(), label);
    let (width, height) = (INSET_WIDTH, projection.height);
    Some(Sheet { width, height, land, shapes, marks: vec![mark], landmarks: Vec::new(), scenes: Vec::new() })
}

/// The part of a country in which an actor is, in degrees, and its seat; without a seat, a point within.
/// `None` for a state that the atlas does not have and whose seat is not given.
pub(super) fn home(atlas: &Atlas, actor: &Actor) -> Option<(Option<Polygon>, Point)> {
    let own = atlas.countries.iter().filter(|country| is_of(country, actor));
    let own: Vec<Polygon> = own.flat_map(|country| polygons(atlas, country)).collect();
    let Some(point) = point_of(actor) else {
        let largest = own.into_iter().max_by(|one, other| one.unsigned_area().total_cmp(&other.unsigned_area()))?;
        let within = largest.interior_point()?;
        return Some((Some(largest), Point { latitude: within.y(), longitude: within.x() }));
    };
    let here = TURNS.map(|turn| GeoPoint::new(point.longitude + turn, point.latitude));
    let candidates = if own.is_empty() {
        atlas.countries.iter().flat_map(|country| polygons(atlas, country)).collect()
    } else {
        own
    };
    let around = candidates.iter().find(|polygon| here.iter().any(|here| polygon.contains(here))).cloned();
    let largest = || candidates.into_iter().max_by(|one, other| one.unsigned_area().total_cmp(&other.unsigned_area()));
    let home = around.or_else(|| matches!(actor.kind, Kind::State(_)).then(largest).flatten());
    Some((home, point))
}

/// The region that an inset shows.
fn around(home: &Option<Polygon>, point: Point) -> Region {
    let seat = (point.longitude - SEA, point.latitude - SEA, point.longitude + SEA, point.latitude + SEA);
    let (west, south, east, north) = home
        .as_ref()
        .and_then(BoundingRect::bounding_rect)
        .map_or(seat, |bounds| (bounds.min().x, bounds.min().y, bounds.max().x, bounds.max().y));
    Region { south: south.clamp(-POLE, POLE - 1.0), west, north: north.clamp(1.0 - POLE, POLE), east }
}

fn polygons(atlas: &Atlas, country: &Country) -> Vec<Polygon> {
    country.polygons.iter().filter_map(|rings| degrees(atlas, rings.first()?)).collect()
}

/// A ring in degrees. One that crosses the date line goes on beyond it, so that it stays in one piece.
fn degrees(atlas: &Atlas, ring: &[i32]) -> Option<Polygon> {
    let mut points: Vec<(f64, f64)> = Vec::new();
    for arc in ring {
        let line = atlas.arcs.get(index(*arc))?;
        if *arc < 0 {
            points.extend(line.iter().rev());
        } else {
            points.extend(line);
        }
    }
    let mut turn = 0.0;
    let mut last = points.first()?.0;
    for (longitude, _) in &mut points {
        turn -= ((*longitude - last) / 360.0).round() * 360.0;
        last = *longitude;
        *longitude += turn;
    }
    Some(Polygon::new(points.into(), Vec::new()))
}
