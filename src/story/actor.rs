//! Actors: states and organisations, where they are and how they reacted.
//!
//! Deliberately absent: outlines of countries, which `site::geometry` draws.

use super::{ActorId, Date, Text};

/// A state or organisation.
#[derive(Debug, Clone, PartialEq)]
pub struct Actor {
    /// Its id, and with `actor-` before it its address.
    pub id: ActorId,
    /// Its name.
    pub name: String,
    /// What it is.
    pub kind: Kind,
    /// Where the map marks it.
    pub place: Option<Place>,
    /// What it said or did, the main thing first; empty for those only mentioned.
    pub reactions: Vec<Reaction>,
}

/// What an actor is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A state, with its number in ISO 3166-1.
    State(u16),
    /// An organisation.
    Organisation,
}

/// A named place.
#[derive(Debug, Clone, PartialEq)]
pub struct Place {
    /// Its name.
    pub name: String,
    /// Where it is; `None` where it must not be pinned down.
    pub point: Option<Point>,
}

/// A point on the earth.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    /// Degrees north.
    pub latitude: f64,
    /// Degrees east.
    pub longitude: f64,
}

/// What an actor said or did about the subject.
#[derive(Debug, Clone, PartialEq)]
pub struct Reaction {
    /// Where it stood.
    pub stance: Stance,
    /// When.
    pub date: Date,
    /// What it said or did, with the claims that cover it.
    pub text: Text,
    /// Where it was said, if elsewhere.
    pub said_in: Option<String>,
}

/// Where an actor stood.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Stance {
    /// Carries messages and hosts.
    Mediates,
    /// Is one of the sides.
    Party,
    /// Welcomes what happens.
    Welcomes,
    /// Asks for a peaceful way.
    UrgesDiplomacy,
    /// Criticises a side.
    Critical,
    /// Took military action.
    MilitaryAction,
}

impl Stance {
    /// Every stance, in the order of the legend.
    pub const ALL: [Self; 6] =
        [Self::Mediates, Self::Party, Self::Welcomes, Self::UrgesDiplomacy, Self::Critical, Self::MilitaryAction];

    /// The word for it in a story's files and in the page's `data-stance`.
    pub fn key(self) -> &'static str {
        match self {
            Self::Mediates => "mediates",
            Self::Party => "party",
            Self::Welcomes => "welcomes",
            Self::UrgesDiplomacy => "urges-diplomacy",
            Self::Critical => "critical",
            Self::MilitaryAction => "military-action",
        }
    }
}
