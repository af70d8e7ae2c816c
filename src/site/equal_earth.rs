//! The Equal Earth projection, which shows every country as large as it is, fitted to a sheet of the world.
//! Formulas: B. Šavrič, T. Patterson and B. Jenny, "The Equal Earth map projection", International Journal of
//! Geographical Information Science 33 (2019), pages 454-465.
//!
//! Deliberately absent: Antarctica, where nobody takes a stance, and the rounded edge of the earth.

use super::projection::wrap;

/// The meridian in the middle. The sheet's edges are then in the Bering Strait, where they cut no country in two.
const MERIDIAN: f64 = 11.0;

/// The parallel at the upper edge, north of Greenland.
const NORTH: f64 = 83.8;

/// The parallel at the lower edge, south of Cape Horn.
const SOUTH: f64 = -56.5;

/// The coefficients of the projection's polynomial.
const A: [f64; 4] = [1.340_264, -0.081_106, 0.000_893, 0.003_796];

/// From degrees to the units of a sheet.
#[derive(Debug, Clone, Copy)]
pub(super) struct EqualEarth {
    scale: f64,
    /// How far the edge of the sheet is from its middle, on a sphere of radius one.
    edge: f64,
    /// How far the edge of the sheet is from the equator, on a sphere of radius one.
    top: f64,
    /// The sheet's height.
    pub(super) height: f64,
}

impl EqualEarth {
    /// Fits the world to a sheet of that width, as high as it needs.
    pub(super) fn fit(width: f64) -> Self {
        let edge = unit(180.0, 0.0).0;
        let (top, bottom) = (unit(0.0, NORTH).1, unit(0.0, SOUTH).1);
        let scale = width / (2.0 * edge);
        Self { scale, edge, top, height: ((top - bottom) * scale).ceil() }
    }

    /// Where a point of the earth is on the sheet: from the left, from the top.
    pub(super) fn project(&self, longitude: f64, latitude: f64) -> (f64, f64) {
        let (x, y) = unit(wrap(longitude - MERIDIAN), latitude);
        ((x + self.edge) * self.scale, (self.top - y) * self.scale)
    }
}

/// On a sphere of radius one: how far from the middle meridian, how far above the equator.
fn unit(longitude: f64, latitude: f64) -> (f64, f64) {
    let root = 3f64.sqrt() / 2.0;
    let theta = (root * latitude.to_radians().sin()).asin();
    let [one, two, three, four] = A;
    let (square, sixth) = (theta.powi(2), theta.powi(6));
    let slope = one + 3.0 * two * square + sixth * (7.0 * three + 9.0 * four * square);
    let x = longitude.to_radians() * theta.cos() / (root * slope);
    let y = theta * (one + two * square + sixth * (three + four * square));
    (x, y)
}
