//! Reading `story.toml`: what stands around the article.
//!
//! Deliberately absent: asking whether a comment server answers.

use super::fields::Fields;
use super::links;
use super::markdown::Cover;
use super::places;
use super::problem::Complaint;
use super::sheet::Kind;
use crate::story::{
    Bound, ClaimId, Count, Departure, Figure, FigureId, Note, NoteKind, Provenance, Region, Related, Shelf, SourceId,
    Talk, Text,
};

/// What `story.toml` holds.
pub(super) struct Extras {
    pub tip: Text,
    pub did_you_know: Text,
    pub region: Region,
    pub figures: Vec<Figure>,
    pub notes: Vec<Note>,
    pub related: Vec<Related>,
    pub provenance: Provenance,
    pub talk: Talk,
}

pub(super) fn extras(file: Fields<'_>) -> Option<Extras> {
    let tip = file.table("tip").and_then(covered);
    let did_you_know = file.table("did_you_know").and_then(covered);
    let region = file.table("map").and_then(places::region);
    let figures = file.each("figure", "[[figure]]", figure);
    let notes = file.each("note", "[[note]]", note);
    let related = file.each("related", "[[related]]", related);
    let provenance = file.table("provenance").and_then(provenance);
    let talk = file.table("comments").and_then(talk);
    file.finish();
    let mut notes = notes?;
    notes.sort_by_key(|note| std::cmp::Reverse(note.date));
    Some(Extras {
        tip: tip?,
        did_you_know: did_you_know?,
        region: region?,
        figures: figures?,
        notes,
        related: related?,
        provenance: provenance?,
        talk: talk?,
    })
}

fn covered(fields: Fields<'_>) -> Option<Text> {
    let text = fields.text("text", Cover::Claims);
    fields.finish();
    text
}

fn talk(fields: Fields<'_>) -> Option<Talk> {
    let prompt = fields.text("prompt", Cover::Free);
    let server = fields.maybe_string("server").map(|(written, span)| links::server(&fields.sheet(), &written, span));
    let contact = fields.maybe_string("contact").map(|(written, span)| links::contact(&fields.sheet(), &written, span));
    fields.finish();
    Some(Talk { prompt: prompt?, server: server.flatten(), contact: contact.flatten() })
}

fn figure(fields: Fields<'_>) -> Option<Figure> {
    let id = fields.id(Kind::Figure);
    let question = fields.words("question");
    let note = fields.maybe_text("note");
    let counts: Option<Vec<Count>> = fields.each("count", "[[figure.count]]", count);
    if counts.as_ref().is_some_and(Vec::is_empty) {
        let complaint = Complaint::new("[[figure]] has no count", "no number", "add a [[figure.count]] below it");
        fields.sheet().complain(fields.span(), complaint);
    }
    fields.finish();
    Some(Figure { id: FigureId::new(id?), question: question?, note, counts: counts? })
}

fn count(fields: Fields<'_>) -> Option<Count> {
    let value = fields.amount("value");
    let bound = fields.maybe_choice("bound", &[("least", Bound::Least), ("most", Bound::Most)]).unwrap_or_default();
    let unit = fields.words("unit");
    let who = fields.words("who");
    let date = fields.date("date");
    let uncertainty = fields.text("uncertainty", Cover::Free);
    let claim = fields.mention("claim", Kind::Claim);
    fields.finish();
    let (value, amount) = value?;
    Some(Count {
        value,
        amount,
        bound,
        unit: unit?,
        who: who?,
        date: date?,
        uncertainty: uncertainty?,
        claim: ClaimId::new(claim?),
    })
}

fn note(fields: Fields<'_>) -> Option<Note> {
    let kinds = [("note", NoteKind::Note), ("correction", NoteKind::Correction), ("update", NoteKind::Update)];
    let kind = fields.choice("kind", &kinds);
    let date = fields.full_day("date");
    let text = fields.text("text", Cover::Free);
    fields.finish();
    Some(Note { kind: kind?, date: date?, text: text? })
}

fn related(fields: Fields<'_>) -> Option<Related> {
    let shelf = fields.choice("shelf", &[("explore", Shelf::Explore), ("also", Shelf::Also)]);
    let title = fields.words("title");
    let text = fields.text("text", Cover::Free);
    let link = fields.string("link").and_then(|(written, span)| links::target(&fields.sheet(), &written, span));
    fields.finish();
    Some(Related { shelf: shelf?, title: title?, text: text?, link: link? })
}

fn provenance(fields: Fields<'_>) -> Option<Provenance> {
    let text = fields.text("text", Cover::Free);
    let article = fields.maybe_mention("article", Kind::Source).map(SourceId::new);
    let departures = fields.each("departure", "[[provenance.departure]]", departure);
    fields.finish();
    Some(Provenance { text: text?, article, departures: departures? })
}

fn departure(fields: Fields<'_>) -> Option<Departure> {
    let title = fields.words("title");
    let text = fields.text("text", Cover::Free);
    fields.finish();
    Some(Departure { title: title?, text: text? })
}
