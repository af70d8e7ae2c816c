//! The timeline: eras and events.
//!
//! Deliberately absent: where an event stands on an axis.

use super::{ActorId, Date, EraId, EventId, Place, SourceId, Status, Text};

/// A period of the timeline.
#[derive(Debug, Clone, PartialEq)]
pub struct Era {
    /// Its id, and with `era-` before it its address.
    pub id: EraId,
    /// Its title.
    pub title: String,
}

/// Something that happened.
#[derive(Debug, Clone, PartialEq)]
pub struct Event {
    /// Its id, and with `event-` before it its address.
    pub id: EventId,
    /// The period to which it belongs.
    pub era: EraId,
    /// When it happened.
    pub date: Date,
    /// A few words for it.
    pub title: String,
    /// What happened.
    pub text: Text,
    /// Who took part.
    pub actors: Vec<ActorId>,
    /// Where it happened.
    pub places: Vec<Place>,
    /// Where to read it; never empty.
    pub sources: Vec<SourceId>,
    /// How sure it is.
    pub status: Status,
    /// Whose word it is; always there where it is claimed or disputed.
    pub speaker: Option<String>,
    /// Where accounts differ; always there for a disputed event.
    pub differ: Option<Text>,
}
