//! Claims: what is said, by whom, how sure it is, and where to read it.
//!
//! Deliberately absent: who is right.

use serde::{Deserialize, Serialize};

use super::{ActorId, ClaimId, Date, SourceId, Text};

/// A statement of fact and the word it rests on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Claim {
    /// Its id, and with `claim-` before it its address.
    pub id: ClaimId,
    /// The statement, in one sentence.
    pub says: Text,
    /// Whose word it is.
    pub speaker: String,
    /// The actor whose word it is, where it is one of the story's.
    pub actor: Option<ActorId>,
    /// How sure it is.
    pub status: Status,
    /// When it was said.
    pub date: Date,
    /// Where to read it; never empty.
    pub sources: Vec<SourceId>,
    /// Where accounts differ; always there for a disputed claim.
    pub differ: Option<Text>,
    /// Its number in the editors' fact sheet.
    pub fact: Option<String>,
}

/// How sure a statement is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Status {
    /// An outlet that is not a side reports it, or the speaker said it on the record; no dispute is known.
    Reported,
    /// One side's word only.
    Claimed,
    /// Accounts conflict.
    Disputed,
    /// Somebody's judgement or forecast.
    Analysis,
}

impl Status {
    /// Every status, surest first.
    pub const ALL: [Self; 4] = [Self::Reported, Self::Claimed, Self::Disputed, Self::Analysis];

    /// The word for it in a story's files and in the page's `data-status`.
    pub fn key(self) -> &'static str {
        match self {
            Self::Reported => "reported",
            Self::Claimed => "claimed",
            Self::Disputed => "disputed",
            Self::Analysis => "analysis",
        }
    }
}

/// A publication that a claim, event or term cites.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Source {
    /// Its id.
    pub id: SourceId,
    /// Who published it.
    pub publisher: String,
    /// What it is.
    pub title: String,
    /// Where it can be read; a document may be named without a link.
    pub url: Option<String>,
    /// When it was published.
    pub date: Option<Date>,
    /// Who republishes it, where the link leads to a copy.
    pub via: Option<String>,
}
