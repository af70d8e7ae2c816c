//! What belongs beside each section of the article: as data, which the build writes and the island fetches.
//!
//! Deliberately absent: what belongs to which section, and where names have room on the map, which the build works out.
//! Places are written as SVG has them, so that the wasm need not write fractions.

use serde::{Deserialize, Serialize};

use crate::story::{ActorId, Date, EventId, QuestionId, SectionId};

/// What belongs beside the article.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Beside {
    /// The map; nothing where no section names anybody who is on it.
    pub map: Option<Map>,
    /// A panel for each section to which something belongs, in the order of the sections.
    pub panels: Vec<Panel>,
}

/// A small map, the same for all sections, so that no name jumps.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Map {
    /// Its `viewBox`.
    pub view_box: String,
    /// The outline of land of those who are no actors, as the `d` of an SVG path.
    pub land: String,
    /// The countries of the actors.
    pub shapes: Vec<Shape>,
    /// The places of the actors, of which those show whom the section names.
    pub places: Vec<Place>,
}

/// A country of an actor.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Shape {
    /// Whose it is.
    pub actor: ActorId,
    /// The outline, as the `d` of an SVG path.
    pub path: String,
}

/// An actor's place.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Place {
    /// Whose it is.
    pub actor: ActorId,
    /// The actor's name.
    pub name: String,
    /// Where it is: from the left, and from the top.
    pub at: (String, String),
    /// Whether a dot stands there; without one, the country itself is meant.
    pub dot: bool,
    /// Where the name stands: from the left, from the top, and which part of it: `start`, `middle` or `end`.
    pub label: (String, String, String),
}

/// What belongs to a section.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Panel {
    /// The section.
    pub section: SectionId,
    /// The section's heading.
    pub heading: String,
    /// Those whom it names and who are on the map.
    pub actors: Vec<ActorId>,
    /// The events to which it links, oldest first.
    pub events: Vec<Event>,
    /// The questions that share the most claims with it.
    pub questions: Vec<Question>,
}

/// An event of the timeline.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Event {
    /// Its id.
    pub id: EventId,
    /// When it happened.
    pub date: Date,
    /// Its title.
    pub title: String,
    /// Whether it came after the day that the story describes.
    pub later: bool,
}

/// A question of the FAQ.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Question {
    /// Its id.
    pub id: QuestionId,
    /// What is asked.
    pub question: String,
}
