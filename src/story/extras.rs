//! What stands around the article: glossary, related reading, provenance, map, comment box.
//!
//! Deliberately absent: how any of it looks.

use serde::{Deserialize, Serialize};

use super::{PlaceId, Point, SourceId, Stance, Target, TermId, Text};

/// A term of the glossary.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
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

impl Shelf {
    /// Every list, with the word for it in a story's files.
    pub const ALL: [(&'static str, Self); 2] = [("explore", Self::Explore), ("also", Self::Also)];
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

/// A site or city that the map marks beside the actors.
#[derive(Debug, Clone, PartialEq)]
pub struct Landmark {
    /// Its id, and with `place-` before it its address.
    pub id: PlaceId,
    /// Its name, as events have it.
    pub name: String,
    /// Where it is.
    pub point: Point,
    /// What is there or happened there, with the claims that cover it.
    pub text: Text,
}

/// What the story calls the part about its actors, where the usual words do not fit.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Wording {
    /// Its heading.
    pub title: Option<String>,
    /// What stands below its heading.
    pub intro: Option<String>,
    /// What a stance is called.
    pub stances: Vec<(Stance, String)>,
}

impl Wording {
    /// What the story calls a stance, if it has a word of its own for it.
    pub fn stance(&self, stance: Stance) -> Option<&str> {
        self.stances.iter().find(|(named, _)| *named == stance).map(|(_, word)| word.as_str())
    }
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
