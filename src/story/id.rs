//! Names of a story's parts, one type for each kind so that they cannot be mixed up.
//!
//! Deliberately absent: the rule for their letters, which `reading` enforces.

use std::fmt;

use serde::{Deserialize, Serialize};

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        pub struct $name(String);

        impl $name {
            /// Takes over an id that has been checked.
            pub fn new(id: impl Into<String>) -> Self {
                Self(id.into())
            }

            /// The id as it stands in the files.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str(&self.0)
            }
        }
    )+};
}

ids! {
    /// A state or organisation: `se`.
    ActorId,
    /// A statement of fact: `tunnel-opened`.
    ClaimId,
    /// A period of the timeline: `works`.
    EraId,
    /// An event: `opening-2025`.
    EventId,
    /// A site or city of the map: `north-portal`.
    PlaceId,
    /// A figure with its counter-figures: `cost`.
    FigureId,
    /// A question of the FAQ: `toll`.
    QuestionId,
    /// A section of the article: `opening`.
    SectionId,
    /// A story, by its folder: `harbour-tunnel`.
    Slug,
    /// A publication: `port-report`.
    SourceId,
    /// A term of the glossary: `immersed-tube`.
    TermId,
}
