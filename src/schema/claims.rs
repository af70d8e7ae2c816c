//! The shape of `claims.toml` and `sources.toml`.
//!
//! Deliberately absent: what a status means for the page.

use schemars::JsonSchema;
use serde_json::json;

use super::values::{Date, Id, StatusWord, Text, Web, Words};

/// Every statement of fact: who says it, how sure it is, when it was said, where to read it.
#[derive(Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Claims {
    /// The claims, in any order.
    pub claim: Option<Vec<Claim>>,
}

/// A statement of fact and whose word it is.
#[derive(Debug, JsonSchema)]
#[schemars(deny_unknown_fields, extend("if" = disputed(), "then" = json!({ "required": ["differ"] })))]
pub struct Claim {
    /// The claim's id; text refers to it as [^its-id]. Once published it stays.
    pub id: Id,
    /// The statement in one sentence.
    pub says: Text,
    /// Who says so, with their role.
    pub speaker: Words,
    /// The actor whose word this is (an id of actors.toml).
    pub actor: Option<Id>,
    /// reported: no dispute is known. claimed: one side's word only. disputed: accounts conflict (then `differ` is needed). analysis: somebody's judgement or forecast.
    pub status: StatusWord,
    /// When it was said: "2026-02-06", "2026-02", "2026", "about 2026-02" or "2026-02-06/2026-02-08".
    pub date: Date,
    /// Where to read it: at least one id of sources.toml.
    #[schemars(length(min = 1))]
    pub sources: Vec<Id>,
    /// Where accounts differ: each account and whose it is.
    pub differ: Option<Text>,
    /// The claim's number in the editors' fact sheet.
    pub fact: Option<Words>,
}

/// What is so of a disputed statement.
pub(super) fn disputed() -> serde_json::Value {
    json!({ "properties": { "status": { "const": "disputed" } }, "required": ["status"] })
}

/// The publications that claims, events and terms cite.
#[derive(Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Sources {
    /// The publications, in any order.
    pub source: Option<Vec<Source>>,
}

/// A page or a document.
#[derive(Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Source {
    /// The source's id.
    pub id: Id,
    /// Who published it.
    pub publisher: Words,
    /// What the page is: its official title, or your own words.
    pub title: Words,
    /// Where it can be read; a document may be named without a link.
    pub url: Option<Web>,
    /// When it was published.
    pub date: Option<Date>,
    /// Who republishes it, where the link leads to a copy.
    pub via: Option<Words>,
}
