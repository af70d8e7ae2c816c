//! Reading `story.toml`: what stands around the article.
//!
//! Deliberately absent: asking whether a comment server answers.

use super::fields::Fields;
use super::figures::figure;
use super::links;
use super::markdown::Cover;
use super::notes::{Dated, note};
use super::places;
use super::sheet::Kind;
use crate::story::{
    Departure, Figure, Landmark, Provenance, Region, Related, Shelf, SourceId, Stance, Talk, Text, Wording,
};

/// What `story.toml` holds.
pub(super) struct Extras {
    pub tip: Text,
    pub did_you_know: Text,
    pub region: Region,
    pub landmarks: Vec<Landmark>,
    pub wording: Wording,
    pub figures: Vec<Figure>,
    pub notes: Vec<Dated>,
    pub related: Vec<Related>,
    pub provenance: Provenance,
    pub talk: Talk,
}

pub(super) fn extras(file: Fields<'_>) -> Option<Extras> {
    let tip = file.table("tip").and_then(covered);
    let did_you_know = file.table("did_you_know").and_then(covered);
    let map = file.table("map").and_then(places::map);
    let wording = file.maybe_table("reactions").map(wording).unwrap_or_default();
    let figures = file.each("figure", "[[figure]]", figure);
    let notes = file.each("note", "[[note]]", note);
    let related = file.each("related", "[[related]]", related);
    let provenance = file.table("provenance").and_then(provenance);
    let talk = file.table("comments").and_then(talk);
    file.finish();
    let (region, landmarks) = map?;
    Some(Extras {
        tip: tip?,
        did_you_know: did_you_know?,
        region,
        landmarks,
        wording,
        figures: figures?,
        notes: notes?,
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

fn wording(fields: Fields<'_>) -> Wording {
    let title = fields.maybe_words("title");
    let intro = fields.maybe_words("intro");
    let stances = fields.maybe_table("stances").map(stances).unwrap_or_default();
    fields.finish();
    Wording { title, intro, stances }
}

fn stances(fields: Fields<'_>) -> Vec<(Stance, String)> {
    let words = Stance::ALL.into_iter().filter_map(|stance| Some((stance, fields.maybe_words(stance.key())?)));
    let words = words.collect();
    fields.finish();
    words
}

fn related(fields: Fields<'_>) -> Option<Related> {
    let shelf = fields.choice("shelf", &Shelf::ALL);
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
