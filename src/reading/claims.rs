//! Reading `claims.toml` and `sources.toml`.
//!
//! Deliberately absent: whether a claim is true.

use super::fields::Fields;
use super::markdown::Cover;
use super::problem::Complaint;
use super::sheet::Kind;
use crate::story::{ActorId, Claim, ClaimId, Source, SourceId, Status, Text};

pub(super) const STATUSES: [(&str, Status); 4] = [
    ("reported", Status::Reported),
    ("claimed", Status::Claimed),
    ("disputed", Status::Disputed),
    ("analysis", Status::Analysis),
];

pub(super) fn claims(file: Fields<'_>) -> Option<Vec<Claim>> {
    let claims = file.each("claim", "[[claim]]", claim);
    file.finish();
    claims
}

fn claim(fields: Fields<'_>) -> Option<Claim> {
    let id = fields.id(Kind::Claim);
    let says = fields.text("says", Cover::Free);
    let speaker = fields.words("speaker");
    let actor = fields.maybe_mention("actor", Kind::Actor).map(ActorId::new);
    let status = fields.choice("status", &STATUSES);
    let date = fields.date("date");
    let sources = fields.sources().into_iter().map(SourceId::new).collect();
    let differ = fields.maybe_text("differ");
    let fact = fields.maybe_words("fact");
    if status == Some(Status::Disputed) {
        require_differ(&fields, differ.as_ref());
    }
    fields.finish();
    Some(Claim {
        id: ClaimId::new(id?),
        says: says?,
        speaker: speaker?,
        actor,
        status: status?,
        date: date?,
        sources,
        differ,
        fact,
    })
}

/// A dispute without its sides tells the reader nothing.
pub(super) fn require_differ(fields: &Fields<'_>, differ: Option<&Text>) {
    if differ.is_none() {
        let complaint = Complaint::new(
            "this is disputed, and nothing says where accounts differ",
            "`differ` is missing",
            "add a line `differ = …` that gives each account and whose it is",
        );
        fields.sheet().complain(fields.span(), complaint);
    }
}

pub(super) fn sources(file: Fields<'_>) -> Option<Vec<Source>> {
    let sources = file.each("source", "[[source]]", source);
    file.finish();
    sources
}

fn source(fields: Fields<'_>) -> Option<Source> {
    let id = fields.id(Kind::Source);
    let publisher = fields.words("publisher");
    let title = fields.words("title");
    let url = fields.maybe_web("url");
    let date = fields.maybe_date("date");
    let via = fields.maybe_words("via");
    fields.finish();
    Some(Source { id: SourceId::new(id?), publisher: publisher?, title: title?, url, date, via })
}
