//! Reading `timeline.toml`.
//!
//! Deliberately absent: sorting. Events out of order are a mistake that the editor should see.

use std::ops::Range;

use super::claims::{STATUSES, require_differ};
use super::fields::Fields;
use super::markdown::Cover;
use super::places;
use super::problem::Complaint;
use super::sheet::{Kind, Sheet};
use crate::story::{ActorId, Day, Era, EraId, Event, EventId, SourceId, Status};

pub(super) fn timeline(file: Fields<'_>) -> Option<(Vec<Era>, Vec<Event>)> {
    let era_tables = file.tables("era", "[[era]]");
    let era_spans: Vec<_> = era_tables.iter().map(Fields::span).collect();
    let eras: Vec<Option<Era>> = era_tables.into_iter().map(era).collect();
    let eras: Option<Vec<Era>> = eras.into_iter().collect();
    let tables = file.tables("event", "[[event]]");
    let spans: Vec<_> = tables.iter().map(Fields::span).collect();
    let events: Vec<Option<Event>> = tables.into_iter().map(event).collect();
    let sheet = file.sheet();
    file.finish();
    let eras = eras?;
    hold_to_order(sheet, &eras, events.iter().zip(spans));
    let events: Vec<Event> = events.into_iter().collect::<Option<_>>()?;
    for (era, span) in eras.iter().zip(era_spans) {
        if !events.iter().any(|event| event.era == era.id) {
            let complaint = Complaint::new(
                format!("the era `{}` has no event", era.id),
                "nothing happens in it",
                "add an [[event]] of this era, or delete the era",
            );
            sheet.complain(span, complaint);
        }
    }
    Some((eras, events))
}

/// Complains of events that stand behind one of a later era or date.
fn hold_to_order<'e>(sheet: Sheet<'_>, eras: &[Era], events: impl Iterator<Item = (&'e Option<Event>, Range<usize>)>) {
    let mut era: Option<(usize, &EventId)> = None;
    let mut date: Option<(Day, &EventId)> = None;
    for (event, span) in events {
        let Some(event) = event else { continue };
        let Some(here) = eras.iter().position(|era| era.id == event.era) else { continue };
        let day = event.date.start();
        if let Some((_, earlier)) = era.filter(|(latest, _)| here < *latest) {
            sheet.complain(span, of_a_later_era(&event.id, earlier));
        } else if let Some((_, earlier)) = date.filter(|(latest, _)| at_latest(day) < *latest) {
            sheet.complain(span, of_a_later_date(&event.id, earlier));
        } else {
            era = Some((here, &event.id));
            date = date.filter(|(latest, _)| *latest >= day).or(Some((day, &event.id)));
        }
    }
}

fn of_a_later_era(event: &EventId, earlier: &EventId) -> Complaint {
    Complaint::new(
        format!("the event `{event}` is out of order"),
        format!("`{earlier}` stands before it, and is of a later era"),
        "eras follow each other, and so do their events: move one of the two events, or correct its era; what overlaps an era is an event with a range, as in 2025-06-13/2025-06-24",
    )
}

fn of_a_later_date(event: &EventId, earlier: &EventId) -> Complaint {
    Complaint::new(
        format!("the event `{event}` is out of order"),
        format!("`{earlier}` stands before it, and is of a later date"),
        "events stand in the order of their dates: move one of the two, or correct its date",
    )
}

/// The last day that it may have been: a year may have been after any day of it.
fn at_latest(day: Day) -> Day {
    Day { month: day.month.or(Some(12)), day: day.day.or(Some(31)), ..day }
}

fn era(fields: Fields<'_>) -> Option<Era> {
    let id = fields.id(Kind::Era);
    let title = fields.words("title");
    fields.finish();
    Some(Era { id: EraId::new(id?), title: title? })
}

fn event(fields: Fields<'_>) -> Option<Event> {
    let id = fields.id(Kind::Event);
    let era = fields.mention("era", Kind::Era);
    let date = fields.date("date");
    let title = fields.words("title");
    let text = fields.text("text", Cover::Free);
    let actors = fields.mentions("actors", Kind::Actor).into_iter().map(ActorId::new).collect();
    let places = fields.each("places", "a place", places::place);
    let sources = fields.sources().into_iter().map(SourceId::new).collect();
    let status = fields.maybe_choice("status", &STATUSES).unwrap_or(Status::Reported);
    let speaker = fields.maybe_words("speaker");
    let differ = fields.maybe_text("differ");
    if status == Status::Disputed {
        require_differ(&fields, differ.as_ref());
    }
    if matches!(status, Status::Claimed | Status::Disputed) && speaker.is_none() {
        let complaint = Complaint::new(
            format!("this is {}, and nobody is named who says so", status.key()),
            "`speaker` is missing",
            "add a line `speaker = …` with the name and role of who says so",
        );
        fields.sheet().complain(fields.span(), complaint);
    }
    fields.finish();
    Some(Event {
        id: EventId::new(id?),
        era: EraId::new(era?),
        date: date?,
        title: title?,
        text: text?,
        actors,
        places: places?,
        sources,
        status,
        speaker,
        differ,
    })
}
