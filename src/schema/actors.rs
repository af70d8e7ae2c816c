//! The shape of `actors.toml`.
//!
//! Deliberately absent: which countries there are.

use schemars::JsonSchema;
use serde_json::json;

use super::timeline::Place;
use super::values::{ActorWord, Country, Date, Id, StanceWord, Text, Words};

/// States and organisations. Those with a reaction are on the map and in its list.
#[derive(Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Actors {
    /// The actors, in the order of the list.
    pub actor: Option<Vec<Actor>>,
}

/// A state or an organisation.
#[derive(Debug, JsonSchema)]
#[schemars(deny_unknown_fields, extend("if" = state(), "then" = json!({ "required": ["iso"] })))]
pub struct Actor {
    /// The actor's id; text links to it as (actor:its-id). Once published it stays.
    pub id: Id,
    /// The actor's name.
    pub name: Words,
    /// state (then `iso` is needed) or organisation.
    pub kind: ActorWord,
    /// A state's two capital letters in ISO 3166-1, as in SE for Sweden.
    pub iso: Option<Country>,
    /// Where the map marks it; a state without a point is shaded and named. An organisation that reacted needs its seat.
    pub place: Option<Place>,
    /// What it said or did, the main thing first; left out for those only mentioned.
    pub reaction: Option<Vec<Reaction>>,
}

/// What an actor said or did about the subject.
#[derive(Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Reaction {
    /// Where it stood; `[reactions.stances]` in story.toml can give each word another name.
    pub stance: StanceWord,
    /// When.
    pub date: Date,
    /// What it said or did, ending with a claim: `….[^a-claim]`
    pub text: Text,
    /// Where it was said, if elsewhere.
    pub said_in: Option<Words>,
}

fn state() -> serde_json::Value {
    json!({ "properties": { "kind": { "const": "state" } }, "required": ["kind"] })
}
