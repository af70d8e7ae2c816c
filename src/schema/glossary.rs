//! The shape of `glossary.toml`.
//!
//! Deliberately absent: where terms are used.

use schemars::JsonSchema;

use super::values::{Id, Text, Words};

/// Words that a reader may not know.
#[derive(Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Glossary {
    /// The terms, in any order.
    pub term: Option<Vec<Term>>,
}

/// A term and what it means.
#[derive(Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Term {
    /// The term's id; text links to it as (term:its-id).
    pub id: Id,
    /// The term as the text has it.
    pub name: Words,
    /// What it means, in one plain sentence.
    pub definition: Text,
    /// Where to read more (ids of sources.toml).
    pub sources: Option<Vec<Id>>,
}
