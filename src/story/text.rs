//! Text as a tree: what an editor may write, and nothing else.
//!
//! Deliberately absent: raw HTML, images and code, which a story does not use.

use serde::{Deserialize, Serialize};

use super::{ActorId, ClaimId, EraId, EventId, PlaceId, QuestionId, SectionId, Slug, TermId};
use crate::contract::id;

/// One paragraph's worth of text.
pub type Text = Vec<Inline>;

/// A piece of a paragraph.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Inline {
    /// Plain words, with typographic quotes and dashes.
    Words(String),
    /// Words that are stressed.
    Emphasis(Text),
    /// Words that are strongly stressed.
    Strong(Text),
    /// Words that lead somewhere.
    Link {
        /// Where to.
        to: Target,
        /// The words.
        text: Text,
    },
    /// A reference to the claim that covers the words before it.
    Claim(ClaimId),
}

/// Where a link leads.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Target {
    /// An actor's card.
    Actor(ActorId),
    /// A term of the glossary.
    Term(TermId),
    /// An event of the timeline.
    Event(EventId),
    /// A period of the timeline.
    Era(EraId),
    /// A site or city of the map.
    Place(PlaceId),
    /// A question of the FAQ.
    Question(QuestionId),
    /// A section of the article.
    Section(SectionId),
    /// Another story of the same site.
    Story(Slug),
    /// A page elsewhere, by http or https.
    Web(String),
}

impl Target {
    /// The address within a story's pages, without its `#`; `None` for what is elsewhere.
    pub fn fragment(&self) -> Option<String> {
        match self {
            Self::Actor(actor) => Some(id::actor(actor.as_str())),
            Self::Term(term) => Some(id::term(term.as_str())),
            Self::Event(event) => Some(id::event(event.as_str())),
            Self::Era(era) => Some(id::era(era.as_str())),
            Self::Place(place) => Some(id::place(place.as_str())),
            Self::Question(question) => Some(id::question(question.as_str())),
            Self::Section(section) => Some(section.as_str().to_owned()),
            Self::Story(_) | Self::Web(_) => None,
        }
    }
}

/// A piece of an article or answer.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// A paragraph.
    Paragraph(Text),
    /// A heading within a section.
    Heading(Text),
    /// A list of points.
    List {
        /// Whether the points are numbered.
        ordered: bool,
        /// The points.
        items: Vec<Vec<Block>>,
    },
    /// A table.
    Table {
        /// The column heads.
        head: Vec<Text>,
        /// The rows.
        rows: Vec<Vec<Text>>,
    },
}

/// The words alone, without marks, links and claims.
pub fn plain(text: &[Inline]) -> String {
    text.iter()
        .map(|piece| match piece {
            Inline::Words(words) => words.clone(),
            Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Link { text: inner, .. } => plain(inner),
            Inline::Claim(_) => String::new(),
        })
        .collect()
}

/// The claims that a paragraph refers to, in its order.
pub fn claims_in_text(text: &[Inline]) -> Vec<&ClaimId> {
    text.iter()
        .flat_map(|piece| match piece {
            Inline::Words(_) => Vec::new(),
            Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Link { text: inner, .. } => claims_in_text(inner),
            Inline::Claim(id) => vec![id],
        })
        .collect()
}

/// The claims that a passage refers to, in its order.
pub fn claims_in_blocks(blocks: &[Block]) -> Vec<&ClaimId> {
    blocks
        .iter()
        .flat_map(|block| match block {
            Block::Paragraph(text) | Block::Heading(text) => claims_in_text(text),
            Block::List { items, .. } => items.iter().flat_map(|item| claims_in_blocks(item)).collect(),
            Block::Table { head, rows } => {
                head.iter().chain(rows.iter().flatten()).flat_map(|cell| claims_in_text(cell)).collect()
            }
        })
        .collect()
}

/// How many words a paragraph has.
pub fn words_in_text(text: &[Inline]) -> usize {
    plain(text).split_whitespace().count()
}

/// How many words a passage has.
pub fn words_in_blocks(blocks: &[Block]) -> usize {
    blocks.iter().map(words_in_block).sum()
}

fn words_in_block(block: &Block) -> usize {
    match block {
        Block::Paragraph(text) | Block::Heading(text) => words_in_text(text),
        Block::List { items, .. } => items.iter().map(|item| words_in_blocks(item)).sum(),
        Block::Table { head, rows } => head.iter().chain(rows.iter().flatten()).map(|cell| words_in_text(cell)).sum(),
    }
}
