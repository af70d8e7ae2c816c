//! What belongs to each section of the article, to stand beside it: where those are whom it names, when what it links
//! to happened, and what to ask.
//!
//! Deliberately absent: which section is being read, and drawing, which are the island's.

mod map;

use std::cmp::Reverse;

use leptos::prelude::*;

use super::{Edition, PageKind, statements};
use crate::islands::Companion;
use crate::islands::companion::data::{self, Beside, Panel};
use crate::story::{
    ActorId, Block, ClaimId, Event, EventId, Inline, Question, Section, Target, claims_in_blocks, claims_in_text,
};

/// How many events a panel names at most.
const EVENTS: usize = 5;

/// How many questions a panel names at most.
const QUESTIONS: usize = 2;

/// The panels of all sections, as data.
pub(super) fn beside(edition: &Edition<'_>) -> Beside {
    let sections = edition.story.article.sections.iter();
    let panels: Vec<Panel> = sections.filter_map(|section| panel(edition, section)).collect();
    let is_anybody_named = panels.iter().any(|panel| !panel.actors.is_empty());
    Beside { map: is_anybody_named.then(|| map::map(edition)), panels }
}

/// The panel of a section; nothing where nothing belongs to it.
fn panel(edition: &Edition<'_>, section: &Section) -> Option<Panel> {
    let lines = lines(section);
    let actors: Vec<ActorId> = near(edition, &lines).into_iter().cloned().collect();
    let events = edition.story.events.iter();
    let events = events.filter(|event| lines.iter().any(|line| leads_to(line, &event.id)));
    let events: Vec<data::Event> = events.take(EVENTS).map(|item| event(edition, item)).collect();
    let questions: Vec<data::Question> = questions(edition, &lines).into_iter().map(question).collect();
    let has_any = !(actors.is_empty() && events.is_empty() && questions.is_empty());
    has_any.then(|| Panel { section: section.id.clone(), heading: section.heading.clone(), actors, events, questions })
}

fn event(edition: &Edition<'_>, event: &Event) -> data::Event {
    data::Event {
        id: event.id.clone(),
        date: event.date,
        title: event.title.clone(),
        later: edition.story.is_later(&event.date),
    }
}

fn question(question: &Question) -> data::Question {
    data::Question { id: question.id.clone(), question: question.question.clone() }
}

/// The lines of a section, its summary first.
fn lines(section: &Section) -> Vec<&[Inline]> {
    let mut lines = vec![section.summary.as_slice()];
    lines.extend(lines_in(&section.body));
    lines
}

fn lines_in(blocks: &[Block]) -> Vec<&[Inline]> {
    blocks
        .iter()
        .flat_map(|block| match block {
            Block::Paragraph(text) | Block::Heading(text) => vec![text.as_slice()],
            Block::List { items, .. } => items.iter().flat_map(|item| lines_in(item)).collect(),
            Block::Table { head, rows } => head.iter().chain(rows.iter().flatten()).map(Vec::as_slice).collect(),
        })
        .collect()
}

fn near<'a>(edition: &Edition<'a>, lines: &[&[Inline]]) -> Vec<&'a ActorId> {
    let named: Vec<String> = lines.iter().filter_map(|line| statements::about(edition, line)).collect();
    let is_named = |id: &ActorId| named.iter().any(|ids| ids.split_whitespace().any(|named| named == id.as_str()));
    edition.drawing.region.marks.iter().map(|mark| &mark.actor).filter(|id| is_named(id)).collect()
}

fn leads_to(line: &[Inline], event: &EventId) -> bool {
    line.iter().any(|piece| match piece {
        Inline::Link { to: Target::Event(id), .. } => id == event,
        Inline::Link { text: inner, .. } | Inline::Emphasis(inner) | Inline::Strong(inner) => leads_to(inner, event),
        Inline::Words(_) | Inline::Claim(_) => false,
    })
}

fn questions<'a>(edition: &Edition<'a>, lines: &[&[Inline]]) -> Vec<&'a Question> {
    let claims: Vec<&ClaimId> = lines.iter().flat_map(|line| claims_in_text(line)).collect();
    let shared =
        |question: &Question| claims_in_blocks(&question.answer).iter().filter(|id| claims.contains(id)).count();
    let questions = edition.story.questions.iter();
    let mut questions: Vec<(&Question, usize)> = questions.map(|question| (question, shared(question))).collect();
    questions.retain(|(_, shared)| *shared > 0);
    questions.sort_by_key(|(_, shared)| Reverse(*shared));
    questions.into_iter().take(QUESTIONS).map(|(question, _)| question).collect()
}

/// The place of the panels; nothing where no section has one, and in a single file, in which nothing could follow the
/// reader.
pub(super) fn companion(edition: &Edition<'_>) -> Option<impl IntoView + use<>> {
    let file = &edition.assets.beside;
    let facts = format!("{}{file}", edition.place.root);
    let follows = !file.is_empty() && edition.place.kind != PageKind::Single;
    follows.then(|| view! { <Companion><div data-facts=facts></div></Companion> })
}
