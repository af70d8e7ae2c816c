//! Outlines: arcs projected and simplified once, so that neighbours keep a
//! common border, then joined, cut to the sheet and written as SVG paths.
//!
//! Deliberately absent: which country is whose, and by which projection.

use std::borrow::Cow;

use geo::{Area, BooleanOps, BoundingRect, Coord, Intersects, LineString, MultiPolygon, Polygon, Rect, Simplify};

use super::atlas::{Atlas, Country, index};

/// The smallest island that is drawn on a sheet to which countries are cut, in square units of the sheet.
const SMALLEST: f64 = 4.0;

/// How coarse a line is.
#[derive(Debug, Clone, Copy)]
pub(super) struct Grain {
    /// How far it may stray, in units of the sheet.
    pub(super) stray: f64,
    /// Whether its points are moved to whole units, which take fewer letters.
    pub(super) whole: bool,
}

/// The grain of a sheet that is looked at closely.
pub(super) const FINE: Grain = Grain { stray: 0.7, whole: false };

/// The arcs of an atlas on a sheet.
pub(super) struct Lines<'a> {
    arcs: Vec<Cow<'a, [Coord]>>,
    frame: Rect,
}

impl<'a> Lines<'a> {
    /// The arcs on a sheet of that width and height. Of those that are not near, only the ends are kept.
    pub(super) fn new(
        atlas: &Atlas,
        size: (f64, f64),
        project: impl Fn(f64, f64) -> (f64, f64),
        is_near: impl Fn(usize) -> bool,
        grain: Grain,
    ) -> Self {
        let arcs = atlas.arcs.iter().enumerate().map(|(at, arc)| {
            if is_near(at) {
                return Cow::Owned(projected(arc, &project, grain));
            }
            let ends = [arc.first(), arc.last()].into_iter().flatten();
            Cow::Owned(ends.map(|(longitude, latitude)| Coord::from(project(*longitude, *latitude))).collect())
        });
        Self::of(arcs.collect(), size)
    }

    /// Arcs that are projected already, on a sheet of that width and height.
    pub(super) fn of(arcs: Vec<Cow<'a, [Coord]>>, (width, height): (f64, f64)) -> Self {
        let frame = Rect::new(Coord { x: 0.0, y: 0.0 }, Coord { x: width, y: height });
        Self { arcs, frame }
    }

    /// The country as far as it is on the sheet; empty if it is not.
    pub(super) fn outline(&self, country: &Country) -> MultiPolygon {
        let polygons = country.polygons.iter().map(|rings| self.polygon(rings)).filter(|polygon| self.is_near(polygon));
        let whole = MultiPolygon::new(polygons.collect());
        if whole.0.is_empty() {
            return whole;
        }
        let cut = whole.intersection(&self.frame.to_polygon());
        cut.into_iter().filter(|polygon| polygon.unsigned_area() >= SMALLEST).collect()
    }

    /// The polygons that are on a sheet of the whole world, without those that are smaller than that. The largest of
    /// them is never too small.
    pub(super) fn uncut(&self, polygons: &[Vec<Vec<i32>>], smallest: f64) -> MultiPolygon {
        let polygons = polygons.iter().map(|rings| self.polygon(rings)).filter(|polygon| self.is_on(polygon));
        let polygons: Vec<Polygon> = polygons.collect();
        let largest = polygons.iter().map(|polygon| polygon.unsigned_area()).fold(0.0, f64::max);
        polygons.into_iter().filter(|polygon| polygon.unsigned_area() >= smallest.min(largest)).collect()
    }

    fn polygon(&self, rings: &[Vec<i32>]) -> Polygon {
        let mut rings = rings.iter().map(|ring| self.ring(ring));
        let outer = rings.next().unwrap_or_else(|| LineString::new(Vec::new()));
        Polygon::new(outer, rings.collect())
    }

    fn ring(&self, arcs: &[i32]) -> LineString {
        let mut points: Vec<Coord> = Vec::new();
        for arc in arcs {
            let line = self.arcs.get(index(*arc)).map_or(&[][..], Cow::as_ref);
            // Each arc begins where the one before ended.
            points.pop();
            if *arc < 0 {
                points.extend(line.iter().rev());
            } else {
                points.extend(line);
            }
        }
        LineString::new(points)
    }

    /// Polygons that cross the back of the cone would be drawn across the sheet.
    fn is_near(&self, polygon: &Polygon) -> bool {
        let (width, height) = (self.frame.width(), self.frame.height());
        polygon.bounding_rect().is_some_and(|bounds| {
            bounds.intersects(&self.frame) && bounds.width() < width * 40.0 && bounds.height() < height * 40.0
        })
    }

    /// Islands that cross the edge of the world would be drawn across the sheet. No land is half as wide as the world.
    fn is_on(&self, polygon: &Polygon) -> bool {
        polygon
            .bounding_rect()
            .is_some_and(|bounds| bounds.intersects(&self.frame) && bounds.width() < self.frame.width() / 2.0)
    }
}

/// An arc on a sheet, as coarse as it is to be.
pub(super) fn projected(arc: &[(f64, f64)], project: impl Fn(f64, f64) -> (f64, f64), grain: Grain) -> Vec<Coord> {
    let line: LineString =
        arc.iter().map(|(longitude, latitude)| Coord::from(project(*longitude, *latitude))).collect();
    coarsened(&line, grain)
}

/// Fewer points. Where a line is joined to others it stays, so that all of them may be of different grain.
fn coarsened(line: &LineString, grain: Grain) -> Vec<Coord> {
    let kept = usize::from(!line.is_closed());
    let mut points = line.simplify(grain.stray).0;
    if grain.whole {
        let last = points.len().saturating_sub(kept);
        for point in points.iter_mut().take(last).skip(kept) {
            *point = Coord { x: point.x.round(), y: point.y.round() };
        }
    }
    points
}

/// The outline as the `d` of an SVG path, in tenths of a unit, each point as a step from the last.
pub(super) fn path(outline: &MultiPolygon) -> String {
    let mut path = String::new();
    for polygon in outline {
        for ring in std::iter::once(polygon.exterior()).chain(polygon.interiors()) {
            write_ring(ring, &mut path);
        }
    }
    path
}

fn write_ring(ring: &LineString, path: &mut String) {
    let begun = path.len();
    let mut last: Option<(i64, i64)> = None;
    for point in ring.0.iter().take(ring.0.len().saturating_sub(1)) {
        let here = (tenths(point.x), tenths(point.y));
        match last {
            None => path.push_str(&format!("M{} {}l", short(here.0), short(here.1))),
            Some(before) if before == here => continue,
            Some(before) => {
                let (x, y) = (here.0 - before.0, here.1 - before.1);
                if !path.ends_with('l') && x >= 0 {
                    path.push(' ');
                }
                path.push_str(&short(x));
                if y >= 0 {
                    path.push(' ');
                }
                path.push_str(&short(y));
            }
        }
        last = Some(here);
    }
    if path.ends_with('l') {
        // Nothing of it is left but a point.
        path.truncate(begun);
    } else if path.len() > begun {
        path.push('z');
    }
}

#[expect(clippy::cast_possible_truncation, reason = "points on a sheet are far below the limits of i64")]
fn tenths(units: f64) -> i64 {
    (units * 10.0).round() as i64
}

fn short(tenths: i64) -> String {
    let sign = if tenths < 0 { "-" } else { "" };
    let (whole, rest) = (tenths.abs() / 10, tenths.abs() % 10);
    match (whole, rest) {
        (whole, 0) => format!("{sign}{whole}"),
        (0, rest) => format!("{sign}.{rest}"),
        (whole, rest) => format!("{sign}{whole}.{rest}"),
    }
}
