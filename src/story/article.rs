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
    /// Whether it is still being written: it is seen in the preview and never built.
    pub draft: bool,
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
    /// How many blocks of the text, from its first, are its key points.
    pub key_points: usize,
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

/// How much of the article to read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Depth {
    /// The sections' summaries.
    Short,
    /// These, and the key points of each section.
    Key,
    /// All of it.
    Full,
}

impl Depth {
    /// Every depth, the shortest first.
    pub const ALL: [Self; 3] = [Self::Short, Self::Key, Self::Full];

    /// The word for it in the page.
    pub fn key(self) -> &'static str {
        match self {
            Self::Short => "short",
            Self::Key => "key",
            Self::Full => "full",
        }
    }
}

impl Section {
    /// Its key points, and what goes beyond them.
    pub fn parts(&self) -> (&[Block], &[Block]) {
        self.body.split_at(self.key_points.min(self.body.len()))
    }

    /// How many words it has at a depth, its heading aside.
    fn words(&self, depth: Depth) -> usize {
        let body = match depth {
            Depth::Short => 0,
            Depth::Key => words_in_blocks(self.parts().0),
            Depth::Full => words_in_blocks(&self.body),
        };
        words_in_text(&self.summary) + body
    }
}

impl Article {
    /// How many words the article has at a depth, headings aside.
    pub fn words(&self, depth: Depth) -> usize {
        self.sections.iter().map(|section| section.words(depth)).sum()
    }

    /// How many seconds it takes to read at a depth.
    pub fn seconds(&self, depth: Depth) -> usize {
        self.words(depth) * 60 / WORDS_A_MINUTE
    }
}
