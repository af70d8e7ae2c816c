//! Country outlines from a TopoJSON file: arcs that neighbours share.
//!
//! Deliberately absent: names of countries, which are the stories' business.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use geo::{Coord, Rect};
use serde::Deserialize;

use super::geometry::draw;
use crate::page::Drawing;
use crate::story::Story;

/// The world's countries, as the atlas has them, and the maps that have been drawn from them.
#[derive(Debug)]
pub struct Atlas {
    /// The arcs, each a run of points (longitude, latitude) in degrees.
    pub(super) arcs: Vec<Vec<(f64, f64)>>,
    /// What each arc lies within, in degrees.
    pub(super) bounds: Vec<Rect>,
    /// The countries.
    pub(super) countries: Vec<Country>,
    /// All land, without borders.
    pub(super) land: Polygons,
    /// The arcs on the sheet of the world, which is the same for every story, once they have been asked for.
    pub(super) world: OnceLock<WorldArcs>,
    /// Maps by what they show.
    drawn: Mutex<HashMap<String, Arc<Drawing>>>,
}

/// Every arc on the sheet of the world, in two grains.
#[derive(Debug, Clone)]
pub(super) struct WorldArcs {
    /// For the actors' countries.
    pub(super) fine: Vec<Vec<Coord>>,
    /// For all other land.
    pub(super) coarse: Vec<Vec<Coord>>,
}

/// Polygons, each of rings, each of indices of arcs; `!index` stands for the arc read backwards.
pub(super) type Polygons = Vec<Vec<Vec<i32>>>;

/// A country of the atlas.
#[derive(Debug, Clone)]
pub(super) struct Country {
    /// Its number in ISO 3166-1; `None` where it has none.
    pub(super) number: Option<u16>,
    /// Its polygons.
    pub(super) polygons: Polygons,
}

/// The atlas cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum AtlasError {
    /// The file is not TopoJSON.
    #[error("the atlas is not TopoJSON: {0}; restore geometry/countries-50m.json from the repository")]
    NotTopoJson(#[from] serde_json::Error),
    /// A country, or the land, refers to an arc that is not there.
    #[error(
        "the atlas is damaged: a country refers to a missing arc; restore geometry/countries-50m.json from the repository"
    )]
    MissingArc,
}

#[derive(Deserialize)]
struct Topology {
    transform: Transform,
    arcs: Vec<Vec<(f64, f64)>>,
    objects: HashMap<String, Collection>,
}

#[derive(Deserialize)]
struct Transform {
    scale: (f64, f64),
    translate: (f64, f64),
}

#[derive(Deserialize)]
struct Collection {
    geometries: Vec<Geometry>,
}

#[derive(Deserialize)]
struct Geometry {
    #[serde(rename = "type")]
    kind: String,
    id: Option<String>,
    #[serde(default)]
    arcs: serde_json::Value,
}

impl Geometry {
    fn polygons(&self) -> Result<Polygons, serde_json::Error> {
        match self.kind.as_str() {
            "Polygon" => Ok(vec![serde_json::from_value(self.arcs.clone())?]),
            "MultiPolygon" => serde_json::from_value(self.arcs.clone()),
            _ => Ok(Vec::new()),
        }
    }

    fn number(&self) -> Option<u16> {
        self.id.as_ref().and_then(|id| id.parse().ok())
    }
}

impl Atlas {
    /// Reads the TopoJSON of `world-atlas`.
    ///
    /// # Errors
    ///
    /// The text is not TopoJSON, or refers to arcs that are not there.
    pub fn read(json: &str) -> Result<Self, AtlasError> {
        let topology: Topology = serde_json::from_str(json)?;
        let arcs: Vec<_> = topology.arcs.iter().map(|arc| decode(arc, &topology.transform)).collect();
        let geometries = |name: &str| topology.objects.get(name).map_or(&[][..], |objects| &objects.geometries);
        let mut countries = Vec::new();
        for geometry in geometries("countries") {
            countries.push(Country { number: geometry.number(), polygons: geometry.polygons()? });
        }
        let mut land = Vec::new();
        for geometry in geometries("land") {
            land.extend(geometry.polygons()?);
        }
        let polygons = countries.iter().flat_map(|country| &country.polygons).chain(&land);
        let sound = polygons.flatten().flatten().all(|arc| index(*arc) < arcs.len());
        if sound {
            Ok(Self {
                bounds: arcs.iter().map(|arc| bounds(arc)).collect(),
                arcs,
                countries,
                land,
                world: OnceLock::new(),
                drawn: Mutex::default(),
            })
        } else {
            Err(AtlasError::MissingArc)
        }
    }
}

fn bounds(arc: &[(f64, f64)]) -> Rect {
    let first = arc.first().copied().unwrap_or_default();
    let (mut least, mut most) = (first, first);
    for (x, y) in arc {
        least = (least.0.min(*x), least.1.min(*y));
        most = (most.0.max(*x), most.1.max(*y));
    }
    Rect::new(least, most)
}

impl Atlas {
    /// Whether it has an outline of the country with that number of ISO 3166-1.
    pub fn has(&self, number: u16) -> bool {
        self.countries.iter().any(|country| country.number == Some(number))
    }

    /// The map of a story; stories that show the same share one.
    pub(super) fn drawing(&self, story: &Story) -> Arc<Drawing> {
        let shown = shown(story);
        let drawn = || self.drawn.lock().unwrap_or_else(PoisonError::into_inner);
        let known = drawn().get(&shown).cloned();
        known.unwrap_or_else(|| {
            // Two that begin at once draw the same twice, which is better than waiting for each other.
            let drawing = Arc::new(draw(self, story));
            drawn().insert(shown, drawing.clone());
            drawing
        })
    }
}

/// All of a story that its map is drawn from.
fn shown(story: &Story) -> String {
    let actors: Vec<_> = story.reacting().map(|actor| (&actor.id, &actor.name, actor.kind, &actor.place)).collect();
    let landmarks: Vec<_> = story.landmarks.iter().map(|mark| (&mark.id, &mark.name, mark.point)).collect();
    let events: Vec<_> = story.events.iter().map(|event| (&event.places, &event.actors)).collect();
    format!("{:?}", (story.region, actors, landmarks, events))
}

/// Which arc is meant, whichever way it is read.
pub(super) fn index(arc: i32) -> usize {
    let arc = if arc < 0 { !arc } else { arc };
    usize::try_from(arc).unwrap_or(usize::MAX)
}

/// Arcs are stored as steps on a grid.
fn decode(steps: &[(f64, f64)], transform: &Transform) -> Vec<(f64, f64)> {
    let (mut x, mut y) = (0.0, 0.0);
    steps
        .iter()
        .map(|(dx, dy)| {
            x += dx;
            y += dy;
            (x * transform.scale.0 + transform.translate.0, y * transform.scale.1 + transform.translate.1)
        })
        .collect()
}
