//! A map as lines and marks on a sheet, ready to be put into the page.
//!
//! Deliberately absent: degrees. Everything is in the sheet's own units.

use crate::story::ActorId;

/// A map.
#[derive(Debug, Clone, PartialEq)]
pub struct Drawing {
    /// The sheet's width.
    pub width: f64,
    /// The sheet's height.
    pub height: f64,
    /// The countries.
    pub shapes: Vec<Shape>,
    /// The places of the actors.
    pub marks: Vec<Mark>,
    /// The places where events took place.
    pub scenes: Vec<Scene>,
    /// The places of actors outside the sheet, each with its country.
    pub insets: Vec<Inset>,
}

/// A country.
#[derive(Debug, Clone, PartialEq)]
pub struct Shape {
    /// Its outline, as the `d` of an SVG path.
    pub path: String,
    /// Whose it is, if it is one of the story's actors'.
    pub actor: Option<ActorId>,
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
    /// Its name.
    pub label: Label,
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

/// A country that is far from the others.
#[derive(Debug, Clone, PartialEq)]
pub struct Inset {
    /// The sheet's width.
    pub width: f64,
    /// The sheet's height.
    pub height: f64,
    /// The country and its neighbours.
    pub shapes: Vec<Shape>,
    /// The actor's place.
    pub mark: Mark,
}
