//! The timeline as lists: eras that open, and in each its events.
//!
//! Deliberately absent: where an event stands in time, which `axis` draws.

use leptos::prelude::*;

use super::{Edition, Panel, axis, embed, notes, text};
use crate::contract::id;
use crate::islands::Timeline;
use crate::prose;
use crate::story::{Actor, Era, Event, Status, Target};

/// The timeline.
pub(super) fn timeline(edition: &Edition<'_>) -> impl IntoView + use<> {
    let (story, words) = (edition.story, edition.words);
    let ends = story.events.first().zip(story.events.last());
    let extent = ends.map(|(first, last)| {
        let extent = words.timeline_extent(story.events.len(), first.date.from.year, last.date.from.year);
        view! { <p class="intro">{extent}</p> }
    });
    // The last one stands open, and leads the reader on to the others.
    let is_last = |item: &Era| story.eras.last().is_some_and(|last| last.id == item.id);
    let eras: Vec<_> = story.eras.iter().map(|item| era(edition, item, is_last(item))).collect();
    let (filters, steps, chips) = (filters(edition), steps(edition), chips(edition));
    view! {
        <section class="part" id="timeline" aria-labelledby="timeline-heading">
            <h2 id="timeline-heading">{words.timeline}</h2>
            {embed::link(edition, Panel::Timeline)}
            {extent}
            {axis::axis(edition)}
            <Timeline>
                {filters}
                {steps}
                {chips}<ol class="eras">{eras}</ol>
            </Timeline>
        </section>
    }
}

/// The choice of whose events, and of which period's, are listed.
fn filters(edition: &Edition<'_>) -> impl IntoView + use<> {
    let (story, labels) = (edition.story, edition.labels);
    let takes_part = |actor: &&Actor| edition.story.events_with(&actor.id) > 0;
    let mut actors: Vec<&Actor> = story.actors.iter().filter(takes_part).collect();
    edition.sort_by_name(&mut actors, |actor| &actor.name);
    let actors = actors.into_iter().map(|actor| option(actor.id.to_string(), actor.name.clone()));
    let eras = story.eras.iter().map(|era| option(era.id.to_string(), era.title.clone()));
    let (actors, eras) = (actors.collect_view(), eras.collect_view());
    view! {
        <div class="tools timeline-filters">
            <label class="tools-field">
                <span class="tools-label">{labels.filter_by_actor}</span>
                <select data-field="actor" autocomplete="off"><option value="">{labels.everyone}</option>{actors}</select>
            </label>
            <label class="tools-field">
                <span class="tools-label">{labels.filter_by_era}</span>
                <select data-field="era" autocomplete="off"><option value="">{labels.all_eras}</option>{eras}</select>
            </label>
        </div>
    }
}

fn option(value: String, name: String) -> impl IntoView + use<> {
    view! { <option value=value>{name}</option> }
}

fn steps(edition: &Edition<'_>) -> impl IntoView + use<> {
    let labels = edition.labels;
    view! {
        <div class="tools timeline-steps">
            <button type="button" data-step="back">{labels.previous_event}</button>
            <button type="button" data-step="forward">{labels.next_event}</button>
            <p class="tools-status" role="status"></p>
        </div>
    }
}

/// Those who reacted, each with the number of events, to be followed from here too.
fn chips(edition: &Edition<'_>) -> Option<impl IntoView + use<>> {
    let chips: Vec<_> = edition
        .story
        .reacting()
        .map(|actor| {
            let count = edition.story.events_with(&actor.id);
            let title = edition.words.events(count);
            view! { <li>{text::actor_link(edition, &actor.id, actor.name.clone())}" "<span class="chip-count" title=title>{count}</span></li> }
        })
        .collect();
    (!chips.is_empty()).then(|| view! { <ul class="chips" aria-label=edition.words.chips>{chips}</ul> })
}

/// The id stands within the era, so that a browser opens it for its address by itself.
fn era(edition: &Edition<'_>, era: &Era, open: bool) -> impl IntoView + use<> {
    let events: Vec<&Event> = edition.story.events_of(&era.id).collect();
    let years = events.first().zip(events.last());
    let years = years.map(|(first, last)| edition.words.years(first.date.from.year, last.date.from.year));
    let count = edition.words.events(events.len());
    let events: Vec<_> = events.into_iter().map(|item| event(edition, item)).collect();
    view! {
        <li>
            <details class="era" open=open data-era=era.id.to_string() data-name=era.title.clone()>
                <summary>
                    <h3>{era.title.clone()}</h3>
                    <span class="era-extent"><span class="era-years">{years}</span>" "{count}</span>
                </summary>
                <ol class="events" id=id::era(era.id.as_str())>{events}</ol>
            </details>
        </li>
    }
}

fn event(edition: &Edition<'_>, event: &Event) -> impl IntoView + use<> {
    let words = edition.words;
    let later = edition.story.is_later(&event.date);
    let actors: Vec<&str> = event.actors.iter().map(|actor| actor.as_str()).collect();
    let id = id::event(event.id.as_str());
    view! {
        <li class="event" id=id.clone() tabindex="-1" data-actors=actors.join(" ") data-later=later>
            <time class="event-date" datetime=event.date.from.to_string()>{words.facts.date(&event.date)}</time>
            <div class="event-body">
                <h4><a href=id::link_to(&id)>{event.title.clone()}</a></h4>
                {later.then(|| view! { <p class="event-later">{words.later}</p> })}
                <p>{prose::inline(edition, &event.text)}</p>
                {account(edition, event)}
                {notes::beside(edition, &Target::Event(event.id.clone()))}
                <p class="facts">
                    {actors_of(edition, event)}
                    {places(edition, event)}
                    {words.facts.label(words.facts.source)}{text::sources(edition, &event.sources)}
                </p>
            </div>
        </li>
    }
}

/// Who says so, where it is not plainly reported.
fn account(edition: &Edition<'_>, event: &Event) -> impl IntoView + use<> {
    let facts = edition.words.facts;
    let unsure = event.status != Status::Reported;
    let speaker = event.speaker.as_ref().filter(|_| unsure).map(|speaker| {
        view! { <p class="account">{prose::status(facts, event.status)}{speaker.clone()}</p> }
    });
    view! { {speaker}{prose::differ(edition, event.differ.as_deref())} }
}

fn actors_of(edition: &Edition<'_>, event: &Event) -> Option<impl IntoView + use<>> {
    let words = edition.words;
    let actors = event.actors.iter().filter_map(|id| edition.story.actor(id));
    let names: Vec<_> = actors
        .enumerate()
        .map(|(at, actor)| {
            let comma = (at > 0).then_some(words.facts.comma);
            view! { {comma}{text::actor_link(edition, &actor.id, actor.name.clone())} }
        })
        .collect();
    (!names.is_empty()).then(|| view! { {words.facts.label(words.actors)}{names}{words.dot} })
}

fn places(edition: &Edition<'_>, event: &Event) -> Option<String> {
    let words = edition.words;
    let names: Vec<_> = event.places.iter().map(|place| prose::isolated(&place.name)).collect();
    let names = names.join(words.facts.comma);
    (!names.is_empty()).then(|| [&words.facts.label(words.place), &*names, words.dot].concat())
}
