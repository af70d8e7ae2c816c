//! A map as lines and marks on a sheet, ready to be put into the page.
//!
//! Deliberately absent: degrees. Everything is in the sheet's own units.

use crate::story::{ActorId, PlaceId};

/// A map, in two views.
#[derive(Debug, Clone, PartialEq)]
pub struct Drawing {
    /// The region of the story.
    pub region: Sheet,
    /// The places of actors outside the region: each on a sheet of its own, with its country and one mark.
    pub insets: Vec<Sheet>,
    /// The whole world, with the places of all actors.
    pub world: Sheet,
}

/// One sheet of a map.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    /// Its width.
    pub width: f64,
    /// Its height.
    pub height: f64,
    /// The land of those who are no actors of the story, as the `d` of an SVG path.
    pub land: String,
    /// The countries of the actors.
    pub shapes: Vec<Shape>,
    /// The places of the actors.
    pub marks: Vec<Mark>,
    /// The sites and cities that the story marks.
    pub landmarks: Vec<Spot>,
    /// The places where events took place.
    pub scenes: Vec<Scene>,
}

/// A country of an actor.
#[derive(Debug, Clone, PartialEq)]
pub struct Shape {
    /// Its outline, as the `d` of an SVG path.
    pub path: String,
    /// Whose it is.
    pub actor: ActorId,
}

/// An actor's place.
#[derive(Debug, Clone, PartialEq)]
pub struct Mark {
    /// Whose it is.
    pub actor: ActorId,
    /// How far from the left.
    pub x: f64,
    /// How far from the top.
    pub y: f64,
    /// Whether a point stands there; without one, the country itself is meant.
    pub point: bool,
    /// How far around it a touch still means it.
    pub reach: f64,
    /// Where its name stands; `None` where there is no room for it among the others.
    pub label: Option<Label>,
}

/// A site or city that the story marks.
#[derive(Debug, Clone, PartialEq)]
pub struct Spot {
    /// Which it is.
    pub place: PlaceId,
    /// Its name.
    pub name: String,
    /// How far from the left.
    pub x: f64,
    /// How far from the top.
    pub y: f64,
    /// Where its name stands; `None` where there is no room for it among the others.
    pub label: Option<Named>,
}

/// On which maps a name is printed, and where it stands.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Named {
    /// On all.
    Everywhere(Label),
    /// On those that are 32rem wide or more, where names are smaller.
    WhereWide(Label),
}

/// A place where events took place.
#[derive(Debug, Clone, PartialEq)]
pub struct Scene {
    /// Its name.
    pub name: String,
    /// Of each event that took place there, who took part.
    pub events: Vec<Vec<ActorId>>,
    /// How far from the left.
    pub x: f64,
    /// How far from the top.
    pub y: f64,
}

/// Where a name stands.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Label {
    /// How far from the left.
    pub x: f64,
    /// How far from the top its baseline is.
    pub y: f64,
    /// Which end of it is there.
    pub anchor: Anchor,
}

/// Which part of a name its place means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    /// Its first letter.
    Start,
    /// Its middle.
    Middle,
    /// Its last letter.
    End,
}

impl Anchor {
    /// The word for it in SVG's `text-anchor`.
    pub fn key(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Middle => "middle",
            Self::End => "end",
        }
    }
}

/// A rectangle: left, top, right, bottom.
pub type Bounds = (f64, f64, f64, f64);

/// How much two rectangles share, in square units.
pub fn overlap(one: Bounds, other: Bounds) -> f64 {
    let wide = one.2.min(other.2) - one.0.max(other.0);
    let high = one.3.min(other.3) - one.1.max(other.1);
    if wide > 0.0 && high > 0.0 { wide * high } else { 0.0 }
}
