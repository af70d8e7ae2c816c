//! The shape of `timeline.toml`.
//!
//! Deliberately absent: that events stand in order.

use schemars::JsonSchema;
use serde_json::json;

use super::claims::disputed;
use super::values::{Date, Id, Point, StatusWord, Text, Words};

/// Eras in order, then events in the order of their dates.
#[derive(Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Timeline {
    /// The periods, in order; each has at least one event.
    pub era: Option<Vec<Era>>,
    /// What happened, in the order of the dates.
    pub event: Option<Vec<Event>>,
}

/// A period of the timeline.
#[derive(Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Era {
    /// The era's id.
    pub id: Id,
    /// A few words for it.
    pub title: Words,
}

/// Something that happened.
#[derive(Debug, JsonSchema)]
#[schemars(deny_unknown_fields, extend("allOf" = told()))]
pub struct Event {
    /// The event's id. Once published it stays.
    pub id: Id,
    /// The period to which it belongs (an id of an [[era]]).
    pub era: Id,
    /// When it happened: "2026-02-06", "2026-02", "2026", "about 2026-02" or "2026-02-06/2026-02-08".
    pub date: Date,
    /// A few words for it.
    pub title: Words,
    /// What happened, in one to three sentences.
    pub text: Text,
    /// Who took part (ids of actors.toml).
    pub actors: Option<Vec<Id>>,
    /// Where it happened.
    pub places: Option<Vec<Place>>,
    /// Where to read it: at least one id of sources.toml.
    #[schemars(length(min = 1))]
    pub sources: Vec<Id>,
    /// How sure it is; reported where it is left out. Claimed and disputed events need `speaker`, disputed ones also `differ`.
    pub status: Option<StatusWord>,
    /// Who says so, with their role.
    pub speaker: Option<Words>,
    /// Where accounts differ: each account and whose it is.
    pub differ: Option<Text>,
}

/// A named place.
#[derive(Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Place {
    /// The place's name.
    pub name: Words,
    /// [latitude, longitude] in degrees, north and east positive; left out where it must not be pinned down.
    pub point: Option<Point>,
}

/// What an event needs beside its words where it is one side's, or disputed.
fn told() -> serde_json::Value {
    let one_sided = json!({ "properties": { "status": { "enum": ["claimed", "disputed"] } }, "required": ["status"] });
    json!([
        { "if": disputed(), "then": { "required": ["differ"] } },
        { "if": one_sided, "then": { "required": ["speaker"] } },
    ])
}
