//! Outlines: arcs projected and simplified once, so that neighbours keep a
//! common border, then joined, cut to the sheet and written as SVG paths.
//!
//! Deliberately absent: which country is whose.

use geo::{Area, BooleanOps, BoundingRect, Coord, Intersects, LineString, MultiPolygon, Polygon, Rect, Simplify};

use super::atlas::{Atlas, Country, index};
use super::projection::Projection;

/// How far a simplified line may stray, in units of the sheet.
const STRAY: f64 = 0.7;

/// The smallest island that is drawn, in square units of the sheet.
const SMALLEST: f64 = 4.0;

/// The arcs of an atlas on a sheet.
pub(super) struct Sheet {
    arcs: Vec<Vec<Coord>>,
    frame: Rect,
}

impl Sheet {
    pub(super) fn new(atlas: &Atlas, projection: &Projection, width: f64) -> Self {
        let arcs = atlas
            .arcs
            .iter()
            .map(|arc| {
                let line: LineString = arc
                    .iter()
                    .map(|(longitude, latitude)| Coord::from(projection.project(*longitude, *latitude)))
                    .collect();
                if is_ring(&line) { line.0 } else { line.simplify(STRAY).0 }
            })
            .collect();
        let frame = Rect::new(Coord { x: 0.0, y: 0.0 }, Coord { x: width, y: projection.height });
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

    fn polygon(&self, rings: &[Vec<i32>]) -> Polygon {
        let mut rings = rings.iter().map(|ring| self.ring(ring));
        let outer = rings.next().unwrap_or_else(|| LineString::new(Vec::new()));
        Polygon::new(outer, rings.collect())
    }

    fn ring(&self, arcs: &[i32]) -> LineString {
        let mut points: Vec<Coord> = Vec::new();
        for arc in arcs {
            let line = self.arcs.get(index(*arc)).map_or(&[][..], Vec::as_slice);
            // Each arc begins where the one before ended.
            points.pop();
            if *arc < 0 {
                points.extend(line.iter().rev());
            } else {
                points.extend(line);
            }
        }
        let ring = LineString::new(points);
        if arcs.len() == 1 { ring.simplify(STRAY) } else { ring }
    }

    /// Polygons that cross the back of the cone would be drawn across the sheet.
    fn is_near(&self, polygon: &Polygon) -> bool {
        let (width, height) = (self.frame.width(), self.frame.height());
        polygon.bounding_rect().is_some_and(|bounds| {
            bounds.intersects(&self.frame) && bounds.width() < width * 40.0 && bounds.height() < height * 40.0
        })
    }
}

fn is_ring(line: &LineString) -> bool {
    line.0.len() > 2 && line.0.first() == line.0.last()
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
    path.push('z');
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
