//! What stands around the article: figures, notes, glossary, related reading, provenance.
//!
//! Deliberately absent: how any of it looks.

use super::{ClaimId, Date, Day, FigureId, SourceId, Target, TermId, Text};

/// A term of the glossary.
#[derive(Debug, Clone, PartialEq)]
pub struct Term {
    /// Its id, and with `term-` before it its address.
    pub id: TermId,
    /// The term as the text has it.
    pub name: String,
    /// What it means.
    pub definition: Text,
    /// Where to read more.
    pub sources: Vec<SourceId>,
}

/// A question that is answered in numbers.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// Its id, and with `figure-` before it its address.
    pub id: FigureId,
    /// What is counted, as a question.
    pub question: String,
    /// What to know before comparing.
    pub note: Option<Text>,
    /// Who counts what; never empty.
    pub counts: Vec<Count>,
}

/// One party's number.
#[derive(Debug, Clone, PartialEq)]
pub struct Count {
    /// The number as it is printed: `6,505`, `at least 3,428`.
    pub value: String,
    /// The number itself.
    pub amount: u64,
    /// Whether the number is exact.
    pub bound: Bound,
    /// What it counts.
    pub unit: String,
    /// Who counts.
    pub who: String,
    /// The day for which it holds.
    pub date: Date,
    /// How sure it is and what it leaves out.
    pub uncertainty: Text,
    /// The claim that it rests on.
    pub claim: ClaimId,
}

/// Whether a number is exact.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Bound {
    /// It is meant as it stands.
    #[default]
    Exact,
    /// It is a minimum.
    Least,
    /// It is a maximum.
    Most,
}

/// A word of the editors about the story.
#[derive(Debug, Clone, PartialEq)]
pub struct Note {
    /// What sort of word.
    pub kind: NoteKind,
    /// When it was written.
    pub date: Day,
    /// The word.
    pub text: Text,
}

/// Sorts of editors' notes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoteKind {
    /// What to know before reading.
    Note,
    /// What was wrong and has been put right.
    Correction,
    /// What has been added.
    Update,
}

/// Something else to read.
#[derive(Debug, Clone, PartialEq)]
pub struct Related {
    /// The list in which it stands.
    pub shelf: Shelf,
    /// What it is.
    pub title: String,
    /// Why to go there.
    pub text: Text,
    /// Where it is.
    pub link: Target,
}

/// Lists of related reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shelf {
    /// "Explore further".
    Explore,
    /// "You may also like".
    Also,
}

/// What the story rests on.
#[derive(Debug, Clone, PartialEq)]
pub struct Provenance {
    /// In one paragraph.
    pub text: Text,
    /// The article that the story follows.
    pub article: Option<SourceId>,
    /// Where it departs from that article.
    pub departures: Vec<Departure>,
}

/// A place where the story departs from the article that it follows.
#[derive(Debug, Clone, PartialEq)]
pub struct Departure {
    /// A few words for it.
    pub title: String,
    /// What the article has, what is printed, and why.
    pub text: Text,
}

/// A part of the world, in degrees.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Region {
    /// Its southern edge, degrees north.
    pub south: f64,
    /// Its western edge, degrees east.
    pub west: f64,
    /// Its northern edge, degrees north.
    pub north: f64,
    /// Its eastern edge, degrees east.
    pub east: f64,
}

/// What readers are asked, and where their answers go.
#[derive(Debug, Clone, PartialEq)]
pub struct Talk {
    /// The question put to readers above the comment box.
    pub prompt: Text,
    /// The address of the comment server, without a slash at its end; comments stay with the reader where there is none.
    pub server: Option<String>,
    /// Where the owner hears of a comment that was reported: an address of the web or a `mailto:`.
    pub contact: Option<String>,
}

impl Talk {
    /// The server's origin, for the page's policy: scheme, host and port.
    pub fn origin(&self) -> Option<String> {
        let server = self.server.as_ref()?;
        let (scheme, rest) = server.split_once("://")?;
        Some(format!("{scheme}://{}", rest.split('/').next()?))
    }

    /// The server's host, for readers.
    pub fn host(&self) -> Option<String> {
        Some(self.origin()?.split_once("://")?.1.to_owned())
    }
}
