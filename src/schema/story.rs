//! The shape of `story.toml`: what stands around the article.
//!
//! Deliberately absent: the article's own head, which is in `article.md`.

use schemars::JsonSchema;

use super::figures::Figure;
use super::values::{Contact, Id, Link, NoteWord, Passage, Point, Region, ShelfWord, Text, Web, WholeDay, Words};

/// What stands around the article.
#[derive(Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Story {
    /// A hint on where to look next.
    pub tip: Covered,
    /// A surprising fact.
    pub did_you_know: Covered,
    /// What the map shows.
    pub map: Map,
    /// What the part about the actors is called, where the usual words do not fit.
    pub reactions: Option<Wording>,
    /// Questions that are answered in numbers.
    pub figure: Option<Vec<Figure>>,
    /// Notes, corrections and updates; together they are the story's history.
    pub note: Option<Vec<Note>>,
    /// Other things to read.
    pub related: Option<Vec<Related>>,
    /// What the story rests on.
    pub provenance: Provenance,
    /// What readers are asked, and where their answers go.
    pub comments: Comments,
}

/// A paragraph that rests on claims.
#[derive(Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Covered {
    /// One paragraph that ends with a claim: `….[^a-claim]`
    pub text: Text,
}

/// What the map shows.
#[derive(Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Map {
    /// [south, west, north, east] in degrees.
    pub region: Region,
    /// Sites and cities that the map marks beside the actors.
    pub place: Option<Vec<Landmark>>,
}

/// A site or a city.
#[derive(Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Landmark {
    /// The place's id; text links to it as (place:its-id).
    pub id: Id,
    /// Its name, as the places of events have it.
    pub name: Words,
    /// [latitude, longitude] in degrees, north and east positive.
    pub point: Point,
    /// What is there or happened there, ending with a claim: `….[^a-claim]`
    pub text: Text,
}

/// What the part about the actors is called.
#[derive(Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Wording {
    /// Its heading.
    pub title: Option<Words>,
    /// A sentence below its heading.
    pub intro: Option<Words>,
    /// What a stance is called.
    pub stances: Option<Stances>,
}

/// What each stance is called.
#[derive(Debug, JsonSchema)]
#[schemars(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Stances {
    /// Carries messages and hosts.
    pub mediates: Option<Words>,
    /// Is one of the sides.
    pub party: Option<Words>,
    /// Welcomes what happens.
    pub welcomes: Option<Words>,
    /// Asks for a peaceful way.
    pub urges_diplomacy: Option<Words>,
    /// Criticises a side.
    pub critical: Option<Words>,
    /// Took military action.
    pub military_action: Option<Words>,
}

/// A word of the editors about the story.
#[derive(Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Note {
    /// note: what to know before reading. correction: what was wrong. update: what has been added.
    pub kind: NoteWord,
    /// The day on which it was written; the head of article.md says `updated` with the newest day of a correction or an update.
    pub date: WholeDay,
    /// The word to the readers.
    pub text: Text,
    /// The passage beside which it stands too: "section:…", "faq:…" or "event:…".
    pub about: Option<Passage>,
    /// What stood there before; the history shows it struck out.
    pub was: Option<Text>,
}

/// Something else to read.
#[derive(Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Related {
    /// explore ("Explore further") or also ("You may also like").
    pub shelf: ShelfWord,
    /// What it is.
    pub title: Words,
    /// Why to go there.
    pub text: Text,
    /// "https://…", or "story:…", "section:…", "faq:…", "event:…", "era:…", "term:…", "place:…", "actor:…".
    pub link: Link,
}

/// What the story rests on.
#[derive(Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Provenance {
    /// In one paragraph.
    pub text: Text,
    /// The article that the story follows (an id of sources.toml).
    pub article: Option<Id>,
    /// Where the story departs from that article.
    pub departure: Option<Vec<Departure>>,
}

/// A place where the story departs from the article that it follows.
#[derive(Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Departure {
    /// A few words for it.
    pub title: Words,
    /// What the article has, what is printed, and why.
    pub text: Text,
}

/// What readers are asked, and where their answers go.
#[derive(Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Comments {
    /// The question put to readers above the comment box.
    pub prompt: Text,
    /// The address of an Isso server; without one comments stay on each reader's device.
    pub server: Option<Web>,
    /// Where readers tell you of a comment that they report: "mailto:desk@example.org" or "https://…".
    pub contact: Option<Contact>,
}
