//! The timeline at a glance: all events on a line that is true to time, and below it one era drawn out.
//!
//! Deliberately absent: which era is drawn out later on, and moving by keys, which are the island's.

mod rows;
mod scale;

use leptos::prelude::*;

use super::drawing::Anchor;
use super::{Edition, text};
use crate::islands::Axis;
use crate::story::{Era, Event};
pub use rows::{Row, heights, readable, rows};
pub use scale::{Scale, Span, Tick};

/// How high a row of names is, in pixels.
const ROW: usize = 20;

/// How far a dot stands above the one below it, in pixels.
const DOT: usize = 13;

/// How much room the marks that tell the time take below a line, in pixels.
const TICKS: usize = 24;

/// How much of the whole line a dot takes, in hundredths of it, and how high it is, in pixels.
const SMALL_DOT: (f64, usize) = (0.75, 7);

/// An era's events, with the line that they stand on.
struct Strip<'a> {
    era: &'a Era,
    events: Vec<&'a Event>,
    span: Span,
    scale: Scale,
    rows: Vec<Row>,
    heights: Vec<usize>,
}

impl<'a> Strip<'a> {
    fn new(edition: &Edition<'a>, era: &'a Era) -> Option<Self> {
        let events: Vec<&Event> = edition.story.events_of(&era.id).collect();
        let span = events.iter().map(|event| Span::of(&event.date)).reduce(Span::with)?;
        let scale = Scale::fit(span);
        let places: Vec<f64> = events.iter().map(|event| middle(&scale, event)).collect();
        let names: Vec<(f64, &str)> =
            places.iter().copied().zip(events.iter().map(|event| event.title.as_str())).collect();
        let (rows, heights) = (rows(&names), rows::dots(&places));
        Some(Self { era, events, span, scale, rows, heights })
    }
}

/// Where the middle of what a date may mean is on the line.
fn middle(scale: &Scale, event: &Event) -> f64 {
    let span = Span::of(&event.date);
    f64::midpoint(scale.place(span.from), scale.place(span.to))
}

/// The overview, which shows on screens that are wide enough; nothing where nothing happened.
pub(super) fn axis(edition: &Edition<'_>) -> Option<impl IntoView + use<>> {
    let words = edition.words;
    let strips: Vec<Strip<'_>> = edition.story.eras.iter().filter_map(|era| Strip::new(edition, era)).collect();
    let whole = strips.iter().map(|strip| strip.span).reduce(Span::with)?;
    let shown = strips.len() - 1;
    let whole = overview(edition, &strips, &Scale::fit(whole), shown);
    let eras: Vec<_> = strips.iter().enumerate().map(|(at, item)| tab(edition, item, at == shown)).collect();
    let most = |measure: fn(&Strip<'_>) -> usize| strips.iter().map(measure).max().unwrap_or_default();
    let rows = most(|strip| strip.rows.iter().map(|row| row.row + 1).max().unwrap_or_default());
    let dots = most(|strip| strip.heights.iter().map(|height| height + 1).max().unwrap_or_default());
    let strips: Vec<_> =
        strips.iter().enumerate().map(|(at, item)| strip(edition, item, (rows, dots), at == shown)).collect();
    Some(view! {
        <Axis>
            <ul class="axis-eras" aria-label=words.axis_eras>{eras}</ul>
            {whole}
            {strips}
            <p class="axis-note">{words.axis_note}</p>
        </Axis>
    })
}

fn tab(edition: &Edition<'_>, strip: &Strip<'_>, shown: bool) -> impl IntoView + use<> {
    let years = strip.events.first().zip(strip.events.last());
    let years = years.map(|(first, last)| edition.words.years(first.date.from.year, last.date.from.year));
    let id = strip.era.id.to_string();
    view! {
        <li>
            <a href=format!("#era-{id}") data-axis-era=id aria-current=shown.then_some("true")>
                <span class="axis-years">{years}</span>" "<span class="axis-title">{strip.era.title.clone()}</span>
            </a>
        </li>
    }
}

/// Hundredths of a line, as SVG has them.
fn percent(place: f64) -> String {
    format!("{place:.2}%")
}

fn ticks(edition: &Edition<'_>, scale: &Scale, line: usize) -> impl IntoView + use<> {
    let words: Vec<String> =
        scale.ticks.iter().enumerate().map(|(at, tick)| edition.words.tick(tick.day, at == 0)).collect();
    let said: Vec<(f64, &str, Anchor)> = scale
        .ticks
        .iter()
        .zip(&words)
        .enumerate()
        .map(|(at, (tick, words))| (scale.place(tick.at), words.as_str(), anchor(at, scale.ticks.len())))
        .collect();
    let said = rows::readable(&said);
    let marks: Vec<_> = scale
        .ticks
        .iter()
        .zip(words)
        .enumerate()
        .map(|(at, (tick, words))| {
            let x = percent(scale.place(tick.at));
            let words = said.get(at).is_some_and(|said| *said).then_some(words);
            let words = words.map(|words| {
                let anchor = anchor(at, scale.ticks.len());
                view! { <text x=x.clone() y=line + TICKS - 4 text-anchor=anchor.key()>{words}</text> }
            });
            view! {
                <line x1=x.clone() x2=x y1=line y2=line + 6></line>
                {words}
            }
        })
        .collect();
    view! { <g class="axis-ticks"><line x1="0" x2="100%" y1=line y2=line></line>{marks}</g> }
}

/// The words of the first mark begin there and those of the last end there, so that none leaves the line.
fn anchor(at: usize, marks: usize) -> Anchor {
    match at {
        0 => Anchor::Start,
        _ if at + 1 == marks => Anchor::End,
        _ => Anchor::Middle,
    }
}

/// Until when the story tells, where that is on the line.
fn as_of(edition: &Edition<'_>, scale: &Scale, top: usize, line: usize) -> Option<impl IntoView + use<>> {
    let after = Span::of_day(edition.story.article.as_of).to;
    let x = percent(scale.place(after));
    scale.has(after).then(|| view! { <line class="axis-as-of" x1=x.clone() x2=x y1=top y2=line></line> })
}

/// All events, and of each era where it lies and how it widens to the strip below.
fn overview(edition: &Edition<'_>, strips: &[Strip<'_>], scale: &Scale, shown: usize) -> impl IntoView + use<> {
    let events: Vec<&Event> = strips.iter().flat_map(|strip| strip.events.iter().copied()).collect();
    let places: Vec<f64> = events.iter().map(|event| middle(scale, event)).collect();
    let heights = heights(&places, SMALL_DOT.0);
    let line = heights.iter().max().map_or(0, |most| (most + 1) * SMALL_DOT.1 + 8);
    let dots: Vec<_> = events
        .iter()
        .zip(places.iter().zip(&heights))
        .map(|(event, (place, height))| {
            let later = edition.story.is_later(&event.date);
            let y = line - 6 - height * SMALL_DOT.1;
            view! { <circle class="axis-dot" data-dot=event.id.to_string() data-later=later cx=percent(*place) cy=y r="2.5"></circle> }
        })
        .collect();
    let high = line + TICKS + 18;
    let bands: Vec<_> =
        strips.iter().enumerate().map(|(at, strip)| band(strip, scale, (line, high), at == shown)).collect();
    view! {
        <svg class="axis-overview" width="100%" height=high aria-hidden="true">
            {bands}
            {ticks(edition, scale, line)}
            {as_of(edition, scale, 0, line)}
            {dots}
        </svg>
    }
}

fn band(strip: &Strip<'_>, scale: &Scale, (line, high): (usize, usize), shown: bool) -> impl IntoView + use<> {
    let (from, to) = (scale.place(strip.span.from), scale.place(strip.span.to));
    let (start, end) = (percent(from), percent(to));
    view! {
        <g class="axis-band" data-axis-era=strip.era.id.to_string() data-shown=shown>
            <rect x=start.clone() width=percent(to - from) y="0" height=line></rect>
            <line x1=start x2="0" y1=line + TICKS y2=high></line>
            <line x1=end x2="100%" y1=line + TICKS y2=high></line>
        </g>
    }
}

/// One era drawn out, with the names of its events.
fn strip(edition: &Edition<'_>, strip: &Strip<'_>, (rows, dots): (usize, usize), shown: bool) -> impl IntoView + use<> {
    let base = rows * ROW + 6;
    let line = base + dots * DOT + 4;
    let top = strip.rows.iter().map(|row| base - 10 - row.row * ROW).min().unwrap_or_default().saturating_sub(ROW);
    let mut leaders = Vec::new();
    let mut events = Vec::new();
    for (event, (row, height)) in strip.events.iter().zip(strip.rows.iter().zip(&strip.heights)) {
        let y = line - 9 - height * DOT;
        let name = base - 10 - row.row * ROW;
        let x = percent(middle(&strip.scale, event));
        leaders.push(view! { <line x1=x.clone() x2=x y1=name + 4 y2=y></line> });
        events.push(mark(edition, strip, event, (y, name, row.ends)));
    }
    view! {
        <div class="axis-strip" data-strip=strip.era.id.to_string() hidden=!shown>
            <svg width="100%" height=line + TICKS role="group" aria-label=strip.era.title.clone()>
                {ticks(edition, &strip.scale, line)}
                {as_of(edition, &strip.scale, top, line)}
                <g class="axis-leaders">{leaders}</g>
                {events}
            </svg>
        </div>
    }
}

/// An event's dot and name, and a bar as wide as what its date may mean.
fn mark(
    edition: &Edition<'_>,
    strip: &Strip<'_>,
    event: &Event,
    (y, name, ends): (usize, usize, bool),
) -> impl IntoView + use<> {
    let span = Span::of(&event.date);
    let (from, to) = (strip.scale.place(span.from), strip.scale.place(span.to));
    let bar = span.is_wide().then(|| {
        view! { <rect class="axis-bar" x=percent(from) width=percent(to - from) y=y - 3 height="6" rx="3"></rect> }
    });
    let x = percent(f64::midpoint(from, to));
    let id = event.id.to_string();
    let said = text::dated(edition, &event.date, &event.title);
    view! {
        <a
            class="axis-event"
            href=format!("#event-{id}")
            data-dot=id
            data-later=edition.story.is_later(&event.date)
            data-unsure=event.date.about
            aria-label=said
        >
            {bar}
            <circle class="axis-reach" cx=x.clone() cy=y r="11"></circle>
            <circle class="axis-dot" cx=x.clone() cy=y r="5"></circle>
            <text x=x y=name dx=if ends { "4" } else { "-4" } text-anchor=if ends { "end" } else { "start" }>
                {event.title.clone()}
            </text>
        </a>
    }
}
