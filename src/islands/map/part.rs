//! Which part of a sheet shows: plain arithmetic of zooming and moving.
//!
//! Deliberately absent: what made the reader zoom or move.

/// How close a sheet can be looked at, as a multiple of its size.
const CLOSEST: f64 = 8.0;

/// What is left of a zoom when its last digit that is told is rounded.
const REST: f64 = 0.0005;

/// A place on the sheet as it is on the screen: from the left and from the top, in parts of its width and height.
pub type Spot = (f64, f64);

/// A sheet, and which part of it shows.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Part {
    /// Its width and height, in units of its own.
    pub size: (f64, f64),
    /// How many times larger than the whole sheet it is shown.
    pub zoom: f64,
    /// How far the enlarged sheet is moved to the left, in units.
    pub x: f64,
    /// How far it is moved up.
    pub y: f64,
}

impl Part {
    /// All of a sheet of that width and height.
    pub fn whole(size: (f64, f64)) -> Self {
        Self { size, zoom: 1.0, x: 0.0, y: 0.0 }
    }

    /// Larger by a factor; what is at the point stays there.
    pub fn zoomed(self, by: f64, (x, y): (f64, f64)) -> Self {
        let zoom = (self.zoom * by).clamp(1.0, CLOSEST);
        if zoom == self.zoom {
            return self;
        }
        let by = zoom / self.zoom;
        Self { zoom, x: (self.x + x) * by - x, y: (self.y + y) * by - y, ..self }.kept()
    }

    /// Moved to the left and up, by units as they are on the screen.
    pub fn moved(self, x: f64, y: f64) -> Self {
        Self { x: self.x + x, y: self.y + y, ..self }.kept()
    }

    /// The edge of the sheet never comes inside.
    fn kept(self) -> Self {
        let (wide, high) = (self.size.0 * (self.zoom - 1.0), self.size.1 * (self.zoom - 1.0));
        Self { x: self.x.max(0.0).min(wide), y: self.y.max(0.0).min(high), ..self }
    }

    /// A spot, in units as they are on the screen.
    pub fn point(self, spot: Spot) -> (f64, f64) {
        (spot.0 * self.size.0, spot.1 * self.size.1)
    }

    /// Whether nothing can be seen from closer.
    pub fn is_closest(self) -> bool {
        self.zoom > CLOSEST - REST
    }

    /// Whether all of it shows.
    pub fn is_whole(self) -> bool {
        self.zoom < 1.0 + REST
    }
}

/// The point between two others.
pub fn middle(one: (f64, f64), other: (f64, f64)) -> (f64, f64) {
    ((one.0 + other.0) / 2.0, (one.1 + other.1) / 2.0)
}

/// How far two points are from each other.
pub fn distance(one: (f64, f64), other: (f64, f64)) -> f64 {
    let (x, y) = (one.0 - other.0, one.1 - other.1);
    (x * x + y * y).sqrt()
}
