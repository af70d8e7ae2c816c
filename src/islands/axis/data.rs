//! The line of time as data, which the build writes and the island fetches. Places on a line are in hundredths of its
//! width, heights in pixels.
//!
//! Deliberately absent: where anything stands, which the build works out, and words that are the same in every story.

use serde::{Deserialize, Serialize};

/// The line of time: all of it, and each era drawn out.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Line {
    /// All events on one line.
    pub overview: Overview,
    /// Every era drawn out, oldest first.
    pub strips: Vec<Strip>,
}

impl Line {
    /// How high the overview and a strip are together. All strips are of the same height.
    pub fn height(&self) -> usize {
        self.overview.height + self.strips.iter().map(|strip| strip.height).max().unwrap_or_default()
    }
}

/// All events on one line.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Overview {
    /// How high the whole is.
    pub height: usize,
    /// How far down the line is.
    pub line: usize,
    /// What tells the time.
    pub ticks: Vec<Tick>,
    /// Until when the story tells, where that is on this line.
    pub as_of: Option<f64>,
    /// The events, oldest first.
    pub dots: Vec<Dot>,
}

/// An event on the overview's line.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Dot {
    /// The event's id.
    pub id: String,
    /// The place.
    pub x: f64,
    /// How far down it is.
    pub y: usize,
    /// Whether it came after the day that the story describes.
    pub later: bool,
}

/// An era drawn out.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Strip {
    /// The era's id.
    pub era: String,
    /// The era's title.
    pub title: String,
    /// From which year to which it is.
    pub years: String,
    /// Where on the overview's line it begins, and where it ends.
    pub span: (f64, f64),
    /// How high the whole is.
    pub height: usize,
    /// How far down the line is.
    pub line: usize,
    /// What tells the time.
    pub ticks: Vec<Tick>,
    /// Until when the story tells, where that is on this line: the place, and how far down its mark begins.
    pub as_of: Option<(f64, usize)>,
    /// The events, oldest first.
    pub events: Vec<Mark>,
}

/// What tells the time at one place.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Tick {
    /// The place.
    pub x: f64,
    /// What it says, where there is room, and which part of that stands at the place: `start`, `middle` or `end`.
    pub text: Option<(String, String)>,
}

/// An event.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Mark {
    /// The event's id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its date and title, for those who hear them.
    pub said: String,
    /// The place.
    pub x: f64,
    /// How far down its dot is.
    pub y: usize,
    /// How far down its name is.
    pub name: usize,
    /// Whether its name ends at the place, and does not begin there.
    pub ends: bool,
    /// Where the bar begins that is as wide as what the date may mean, and its width.
    pub bar: Option<(f64, f64)>,
    /// Whether it came after the day that the story describes.
    pub later: bool,
    /// Whether its date is not certain.
    pub unsure: bool,
}

/// How many pixels the marks that tell the time take below a line.
pub const TICKS: usize = 24;
