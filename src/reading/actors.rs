//! Reading `actors.toml`.
//!
//! Deliberately absent: outlines of countries; a state is known by its ISO code.

use isocountry::CountryCode;

use super::fields::Fields;
use super::markdown::Cover;
use super::places;
use super::problem::Complaint;
use super::sheet::Kind;
use crate::story::{self, Actor, ActorId, Reaction, Stance};

const STANCES: [(&str, Stance); 6] = [
    ("mediates", Stance::Mediates),
    ("party", Stance::Party),
    ("welcomes", Stance::Welcomes),
    ("urges-diplomacy", Stance::UrgesDiplomacy),
    ("critical", Stance::Critical),
    ("military-action", Stance::MilitaryAction),
];

/// The numbers of ISO 3166-1 of which the atlas has no outline; a test holds them against it.
const UNDRAWN: [u16; 14] = [74, 162, 166, 175, 254, 292, 312, 474, 535, 581, 638, 744, 772, 798];

pub(super) fn actors(file: Fields<'_>) -> Option<Vec<Actor>> {
    let actors = file.each("actor", "[[actor]]", actor);
    file.finish();
    actors
}

fn actor(fields: Fields<'_>) -> Option<Actor> {
    let id = fields.id(Kind::Actor);
    let name = fields.words("name");
    let state = fields.choice("kind", &[("state", true), ("organisation", false)]);
    let kind = state.and_then(|state| kind(&fields, state));
    let iso = fields.table.get("iso").map(toml::Spanned::span);
    if state.is_none() {
        // Nobody knows whether a country's code belongs here.
        let _ = fields.get("iso");
    }
    let place = fields.maybe_table("place").map(places::place);
    let reactions: Option<Vec<Reaction>> = fields.each("reaction", "[[actor.reaction]]", reaction);
    let (sheet, span) = (fields.sheet(), fields.span());
    fields.finish();
    let place = match place {
        Some(place) => Some(place?),
        None => None,
    };
    let pinned = place.as_ref().is_some_and(|place| place.point.is_some());
    if let (Some(story::Kind::State(number)), false, Some(span)) = (kind, pinned, iso)
        && UNDRAWN.contains(&number)
        && reactions.as_ref().is_some_and(|reactions| !reactions.is_empty())
    {
        sheet.complain(span, undrawn());
    }
    if state == Some(false) && !pinned && reactions.as_ref().is_some_and(|reactions| !reactions.is_empty()) {
        sheet.complain(span, not_on_the_map());
    }
    Some(Actor { id: ActorId::new(id?), name: name?, kind: kind?, place, reactions: reactions? })
}

/// A state that the atlas has no outline of has to be marked by a point.
fn undrawn() -> Complaint {
    Complaint::new(
        "this state reacted, and the map has no outline of it",
        "not in the atlas",
        "add a line `place = { name = \"…\", point = [latitude, longitude] }` with its capital right below [[actor]], above its reactions",
    )
}

/// A state without a point is marked by its country; an organisation has none.
fn not_on_the_map() -> Complaint {
    Complaint::new(
        "this organisation reacted, and the map cannot mark it",
        "no point",
        "add a line `place = { name = \"…\", point = [latitude, longitude] }` with its seat right below [[actor]], above its reactions",
    )
}

fn kind(fields: &Fields<'_>, state: bool) -> Option<story::Kind> {
    if !state {
        return Some(story::Kind::Organisation);
    }
    let (code, span) = fields.string("iso")?;
    let Ok(country) = CountryCode::for_alpha2(&code) else {
        let complaint = Complaint::new(
            format!("`{code}` is not a country's code"),
            usual_for(&code).map_or("not in ISO 3166-1".into(), |meant| format!("did you mean `{meant}`?")),
            "write the two capital letters of ISO 3166-1, as in SE for Sweden; what has no code there is `kind = \"organisation\"` without `iso`, with its seat in `place`",
        );
        fields.sheet().complain(span, complaint);
        return None;
    };
    Some(story::Kind::State(u16::try_from(country.numeric_id()).ok()?))
}

/// The code that is meant by one that is in wide use and not in ISO 3166-1.
fn usual_for(code: &str) -> Option<&'static str> {
    match code {
        "UK" => Some("GB"),
        "EL" => Some("GR"),
        _ => None,
    }
}

fn reaction(fields: Fields<'_>) -> Option<Reaction> {
    let stance = fields.choice("stance", &STANCES);
    let date = fields.date("date");
    let text = fields.text("text", Cover::Claims);
    let said_in = fields.maybe_words("said_in");
    fields.finish();
    Some(Reaction { stance: stance?, date: date?, text: text?, said_in })
}
