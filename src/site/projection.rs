//! Lambert's conformal conic projection, fitted to a region and a sheet.
//! Formulas: J. P. Snyder, "Map Projections: A Working Manual", USGS 1987, pages 104-110.
//!
//! Deliberately absent: the ellipsoid; on a sheet this small the sphere does.

use crate::story::Region;

/// From degrees to the units of a sheet.
#[derive(Debug, Clone, Copy)]
pub(super) struct Projection {
    n: f64,
    f: f64,
    meridian: f64,
    scale: f64,
    left: f64,
    top: f64,
    /// The sheet's height.
    pub(super) height: f64,
}

/// How far from the region's edges the standard parallels are, as a part of its height.
const INSET_OF_PARALLELS: f64 = 1.0 / 6.0;

/// Below this the parallels are too close to the equator for a cone.
const FLATTEST: f64 = 0.01;

impl Projection {
    /// Fits the region to a sheet of that width, as high as the region needs.
    pub(super) fn fit(region: Region, width: f64) -> Self {
        Self::fitted(region, &edge(region), (width, None), 1.0)
    }

    /// Fits the region into the middle of a sheet of that width and height.
    pub(super) fn fit_within(region: Region, width: f64, height: f64) -> Self {
        Self::fitted(region, &edge(region), (width, Some(height)), 1.0)
    }

    /// The same cone, so that these points (longitude, latitude) are in the middle of the sheet and take up so much of
    /// its width or of its height.
    pub(super) fn fit_around(points: &[(f64, f64)], share: f64, region: Region, width: f64, height: f64) -> Self {
        Self::fitted(region, points, (width, Some(height)), share)
    }

    fn fitted(region: Region, points: &[(f64, f64)], (width, height): (f64, Option<f64>), share: f64) -> Self {
        let span = region.north - region.south;
        let (n, f) = cone(region.south + span * INSET_OF_PARALLELS, region.north - span * INSET_OF_PARALLELS);
        let unit =
            Self { n, f, meridian: (region.west + region.east) / 2.0, scale: 1.0, left: 0.0, top: 0.0, height: 0.0 };
        let placed: Vec<(f64, f64)> =
            points.iter().map(|(longitude, latitude)| unit.project(*longitude, *latitude)).collect();
        let least = |pick: fn(&(f64, f64)) -> f64| placed.iter().map(pick).fold(f64::INFINITY, f64::min);
        let most = |pick: fn(&(f64, f64)) -> f64| placed.iter().map(pick).fold(f64::NEG_INFINITY, f64::max);
        let (left, right, top, bottom) = (least(|p| p.0), most(|p| p.0), least(|p| p.1), most(|p| p.1));
        let mut scale = share * width / (right - left);
        if let Some(height) = height {
            scale = scale.min(share * height / (bottom - top));
        }
        let height = height.unwrap_or_else(|| ((bottom - top) * scale).round());
        let left = (left + right - width / scale) / 2.0;
        let top = (top + bottom - height / scale) / 2.0;
        Self { scale, left, top, height, ..unit }
    }

    /// Where a point of the earth is on the sheet: from the left, from the top.
    pub(super) fn project(&self, longitude: f64, latitude: f64) -> (f64, f64) {
        let rho = self.f / half_angle(latitude.clamp(-89.0, 89.0)).powf(self.n);
        let theta = self.n * wrap(longitude - self.meridian).to_radians();
        let x = rho * theta.sin();
        let y = rho * theta.cos();
        ((x - self.left) * self.scale, (y - self.top) * self.scale)
    }
}

/// Points along the edge of a region: longitude, latitude.
fn edge(region: Region) -> Vec<(f64, f64)> {
    let parts = (0..=20).map(|step| f64::from(step) / 20.0);
    let points = parts.flat_map(|part| {
        let longitude = region.west + (region.east - region.west) * part;
        let latitude = region.south + (region.north - region.south) * part;
        [(longitude, region.south), (longitude, region.north), (region.west, latitude), (region.east, latitude)]
    });
    points.collect()
}

/// The cone that touches the earth along two parallels.
fn cone(first: f64, second: f64) -> (f64, f64) {
    let (one, two) = (first.to_radians(), second.to_radians());
    let n = if (first - second).abs() < FLATTEST {
        one.sin()
    } else {
        (one.cos() / two.cos()).ln() / (half_angle(second) / half_angle(first)).ln()
    };
    let n = if n.abs() < FLATTEST { FLATTEST } else { n };
    (n, one.cos() * half_angle(first).powf(n) / n)
}

fn half_angle(latitude: f64) -> f64 {
    (std::f64::consts::FRAC_PI_4 + latitude.to_radians() / 2.0).tan()
}

/// Degrees between -180 and 180.
pub(super) fn wrap(degrees: f64) -> f64 {
    (degrees + 180.0).rem_euclid(360.0) - 180.0
}
