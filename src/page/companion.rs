//! What belongs to each section of the article, to stand beside it: where those are whom it names, when what it links
//! to happened, and what to ask.
//!
//! Deliberately absent: which section is being read, which the island finds out.

mod map;

use std::cmp::Reverse;

use leptos::prelude::*;

use super::{Edition, statements};
use crate::islands::Companion;
use crate::prose;
use crate::story::{
    ActorId, Block, ClaimId, Event, EventId, Inline, Question, Section, Target, claims_in_blocks, claims_in_text,
};

/// How many events a panel names at most.
const EVENTS: usize = 5;

/// How many questions a panel names at most.
const QUESTIONS: usize = 2;

/// A section with what belongs to it.
struct Beside<'a> {
    section: &'a Section,
    /// Those whom it names and who are on the sheet of the region.
    actors: Vec<&'a ActorId>,
    /// Those to which it links, oldest first.
    events: Vec<&'a Event>,
    /// Those that share the most claims with it.
    questions: Vec<&'a Question>,
}

impl<'a> Beside<'a> {
    /// `None` where nothing belongs to the section.
    fn new(edition: &Edition<'a>, section: &'a Section) -> Option<Self> {
        let lines = lines(section);
        let actors = near(edition, &lines);
        let events = edition.story.events.iter();
        let events = events.filter(|event| lines.iter().any(|line| leads_to(line, &event.id)));
        let events: Vec<&Event> = events.take(EVENTS).collect();
        let questions = questions(edition, &lines);
        let has_any = !(actors.is_empty() && events.is_empty() && questions.is_empty());
        has_any.then_some(Self { section, actors, events, questions })
    }
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

/// The panels of all sections, of which the first shows; nothing where no section has one.
pub(super) fn companion(edition: &Edition<'_>) -> Option<impl IntoView + use<>> {
    let words = edition.words;
    let sections = edition.story.article.sections.iter();
    let besides: Vec<Beside<'_>> = sections.filter_map(|section| Beside::new(edition, section)).collect();
    if besides.is_empty() {
        return None;
    }
    let map = map::map(edition, &besides);
    let panels: Vec<_> = besides.iter().enumerate().map(|(at, beside)| panel(edition, beside, at == 0)).collect();
    Some(view! {
        <Companion>
            <aside aria-label=words.beside_the_section>
                <h2>{words.beside_this_section}</h2>
                {map}
                {panels}
            </aside>
        </Companion>
    })
}

fn panel(edition: &Edition<'_>, beside: &Beside<'_>, shown: bool) -> impl IntoView + use<> {
    view! {
        <div class="beside" data-beside=beside.section.id.to_string() hidden=!shown>
            <p class="beside-section">{beside.section.heading.clone()}</p>
            {when(edition, &beside.events)}
            {ask(edition, &beside.questions)}
        </div>
    }
}

fn when(edition: &Edition<'_>, events: &[&Event]) -> Option<impl IntoView + use<>> {
    let items: Vec<_> = events.iter().map(|item| event(edition, item)).collect();
    (!items.is_empty()).then(|| {
        view! { <div class="beside-part"><h3>{edition.words.when}</h3><ol class="beside-events">{items}</ol></div> }
    })
}

fn event(edition: &Edition<'_>, event: &Event) -> impl IntoView + use<> {
    view! {
        <li data-later=edition.story.is_later(&event.date)>
            <span class="beside-date">{prose::date(edition.words.facts, &event.date)}</span>
            " "
            <a href=format!("#event-{}", event.id)>{event.title.clone()}</a>
        </li>
    }
}

fn ask(edition: &Edition<'_>, questions: &[&Question]) -> Option<impl IntoView + use<>> {
    let items: Vec<_> = questions
        .iter()
        .map(|item| view! { <li><a href=format!("#faq-{}", item.id)>{item.question.clone()}</a></li> })
        .collect();
    (!items.is_empty()).then(|| {
        view! { <div class="beside-part"><h3>{edition.words.ask}</h3><ul class="beside-questions">{items}</ul></div> }
    })
}
