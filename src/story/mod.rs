//! A story as checked, pure types: whoever holds a [`Story`] may rely on every
//! id that it mentions being there.
//!
//! Deliberately absent: files, Markdown and TOML (see `reading`), HTML (see
//! `page`), and anything that knows of a browser.

mod actor;
mod article;
mod claim;
mod date;
mod event;
mod evidence;
mod extras;
mod figure;
mod id;
mod note;
mod text;

pub use actor::{Actor, Kind, Place, Point, Reaction, Stance};
pub use article::{Article, Depth, Question, Section};
pub use claim::{Claim, Source, Status};
pub use date::{Date, Day};
pub use event::{Era, Event};
pub use evidence::Evidence;
pub use extras::{Departure, Landmark, Provenance, Region, Related, Shelf, Talk, Term, Wording};
pub use figure::{Bound, Chart, Content, Count, Figure, Limit, Measure, Quantity, Row, Shape, Table, Unknown};
pub use id::{ActorId, ClaimId, EraId, EventId, FigureId, PlaceId, QuestionId, SectionId, Slug, SourceId, TermId};
pub use note::{Note, NoteKind};
pub use text::{Block, Inline, Target, Text, claims_in_blocks, claims_in_text, plain, words_in_blocks, words_in_text};

/// One explainer, whole: what its eight files say, checked against each other.
#[derive(Debug, Clone, PartialEq)]
pub struct Story {
    /// The folder's name and the page's address.
    pub slug: Slug,
    /// The article and what stands above it.
    pub article: Article,
    /// Questions and answers, in the editors' order.
    pub questions: Vec<Question>,
    /// Every statement of fact, in the order of `claims.toml`.
    pub claims: Vec<Claim>,
    /// The publications that claims, events and terms cite.
    pub sources: Vec<Source>,
    /// The periods into which the timeline is divided, oldest first.
    pub eras: Vec<Era>,
    /// The timeline, oldest first.
    pub events: Vec<Event>,
    /// States and organisations; those with a reaction are on the map.
    pub actors: Vec<Actor>,
    /// The glossary.
    pub terms: Vec<Term>,
    /// A hint on where to look next.
    pub tip: Text,
    /// A surprising fact.
    pub did_you_know: Text,
    /// The part of the world that the map shows.
    pub region: Region,
    /// The sites and cities that the map marks beside the actors.
    pub landmarks: Vec<Landmark>,
    /// What the part about the actors is called.
    pub wording: Wording,
    /// Numbers, each beside its counter-figures.
    pub figures: Vec<Figure>,
    /// Editors' notes, corrections and updates, newest first.
    pub notes: Vec<Note>,
    /// Related reading.
    pub related: Vec<Related>,
    /// What the story rests on.
    pub provenance: Provenance,
    /// The comment box.
    pub talk: Talk,
}

impl Story {
    /// The claim of that id. `None` cannot happen for an id taken from this story.
    pub fn claim(&self, id: &ClaimId) -> Option<&Claim> {
        self.claims.iter().find(|claim| claim.id == *id)
    }

    /// The number under which the ledger lists the claim, counted from one.
    pub fn claim_number(&self, id: &ClaimId) -> usize {
        self.claims.iter().position(|claim| claim.id == *id).map_or(0, |at| at + 1)
    }

    /// The source of that id. `None` cannot happen for an id taken from this story.
    pub fn source(&self, id: &SourceId) -> Option<&Source> {
        self.sources.iter().find(|source| source.id == *id)
    }

    /// The sources of these ids.
    pub fn cited(&self, ids: &[SourceId]) -> Vec<&Source> {
        ids.iter().filter_map(|id| self.source(id)).collect()
    }

    /// The actor of that id. `None` cannot happen for an id taken from this story.
    pub fn actor(&self, id: &ActorId) -> Option<&Actor> {
        self.actors.iter().find(|actor| actor.id == *id)
    }

    /// The actors with a reaction: those of the map and of its list.
    pub fn reacting(&self) -> impl Iterator<Item = &Actor> {
        self.actors.iter().filter(|actor| !actor.reactions.is_empty())
    }

    /// The events of one era, oldest first.
    pub fn events_of<'a>(&'a self, era: &'a EraId) -> impl Iterator<Item = &'a Event> {
        self.events.iter().filter(move |event| event.era == *era)
    }

    /// In how many events an actor takes part.
    pub fn events_with(&self, actor: &ActorId) -> usize {
        self.events.iter().filter(|event| event.actors.contains(actor)).count()
    }

    /// The sides of what is described: those whose main reaction is that of a party, at most two.
    pub fn sides(&self) -> impl Iterator<Item = &Actor> {
        let is_party = |actor: &&Actor| actor.reactions.first().is_some_and(|first| first.stance == Stance::Party);
        self.actors.iter().filter(is_party).take(2)
    }

    /// What a comment server knows the story by: the same from the page, from its copies and from every embed.
    pub fn thread(&self) -> String {
        format!("/{}/", self.slug)
    }

    /// The notes about a passage, newest first.
    pub fn notes_about<'a>(&'a self, passage: &'a Target) -> impl Iterator<Item = &'a Note> {
        self.notes.iter().filter(move |note| note.about.as_ref() == Some(passage))
    }

    /// The events that took place at a landmark, oldest first.
    pub fn events_at<'a>(&'a self, landmark: &'a Landmark) -> impl Iterator<Item = &'a Event> {
        self.events.iter().filter(move |event| event.places.iter().any(|place| place.name == landmark.name))
    }

    /// Whether something dated so came after the day that the story describes.
    pub fn is_later(&self, date: &Date) -> bool {
        date.start() > self.article.as_of
    }
}
