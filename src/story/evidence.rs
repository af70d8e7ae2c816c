//! What a story's statements rest on, in the form in which notes fetch it.
//!
//! Deliberately absent: whatever of a story is read and not asked for.

use serde::{Deserialize, Serialize};

use super::{Claim, Source, SourceId, Story, Term};

/// The claims of a story, its terms, and the publications that both cite.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Evidence {
    /// Every claim, in the order of their numbers.
    pub claims: Vec<Claim>,
    /// The glossary.
    pub terms: Vec<Term>,
    /// The publications.
    pub sources: Vec<Source>,
}

impl Evidence {
    /// What a story's statements rest on.
    pub fn of(story: &Story) -> Self {
        Self { claims: story.claims.clone(), terms: story.terms.clone(), sources: story.sources.clone() }
    }

    /// The sources of these ids that there are.
    pub fn cited(&self, ids: &[SourceId]) -> Vec<&Source> {
        ids.iter().filter_map(|id| self.sources.iter().find(|source| source.id == *id)).collect()
    }
}
