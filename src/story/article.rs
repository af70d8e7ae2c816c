//! The article and the FAQ.
//!
//! Deliberately absent: shorter versions, which are made of the summaries.

use super::{Block, Date, Day, QuestionId, SectionId, Text, words_in_blocks, words_in_text};

/// The article and what stands above it.
#[derive(Debug, Clone, PartialEq)]
pub struct Article {
    /// The headline.
    pub title: String,
    /// Two or three words above the headline.
    pub kicker: String,
    /// One or two sentences below the headline.
    pub standfirst: String,
    /// Who wrote it.
    pub byline: String,
    /// When it was first published.
    pub published: Day,
    /// When it last changed.
    pub updated: Option<Day>,
    /// The day that the story describes.
    pub as_of: Day,
    /// The language, as a BCP 47 tag.
    pub language: String,
    /// The text; never empty.
    pub sections: Vec<Section>,
}

/// A section of the article.
#[derive(Debug, Clone, PartialEq)]
pub struct Section {
    /// Its id and address.
    pub id: SectionId,
    /// Its heading.
    pub heading: String,
    /// Its summary, one sentence that stands alone.
    pub summary: Text,
    /// Its text.
    pub body: Vec<Block>,
}

/// A question of the FAQ.
#[derive(Debug, Clone, PartialEq)]
pub struct Question {
    /// Its id, and with `faq-` before it its address.
    pub id: QuestionId,
    /// The question.
    pub question: String,
    /// The answer.
    pub answer: Vec<Block>,
    /// The day for which the answer holds, where it is not the story's.
    pub as_of: Option<Date>,
}

/// Words that a practised reader takes in within a minute.
const WORDS_A_MINUTE: usize = 230;

impl Article {
    /// How many words the article has, summaries included.
    pub fn words(&self) -> usize {
        self.sections.iter().map(|section| words_in_text(&section.summary) + words_in_blocks(&section.body)).sum()
    }

    /// How many minutes it takes to read, at least one.
    pub fn minutes(&self) -> usize {
        self.words().div_ceil(WORDS_A_MINUTE).max(1)
    }
}
