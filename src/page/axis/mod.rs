//! The line of time: all events on a line that is true to time, and each era drawn out, as data.
//!
//! Deliberately absent: drawing, which era is drawn out, and moving by keys, which are the island's.

mod rows;
mod scale;

use leptos::prelude::*;

use super::drawing::Anchor;
use super::{Edition, PageKind};
use crate::islands::Axis;
use crate::islands::axis::data::{self, Dot, Mark, Overview, Strip, TICKS};
use crate::story::{Era, Event};
pub use rows::{Row, heights, readable, rows};
pub use scale::{Scale, Span, Tick};

/// How high a row of names is, in pixels.
const ROW: usize = 20;

/// How far a dot stands above the one below it, in pixels.
const DOT: usize = 13;

/// How much of the whole line a dot takes, in hundredths of it, and how high it is, in pixels.
const SMALL_DOT: (f64, usize) = (0.75, 7);

/// How far below the overview's line and its ticks an era widens to its strip, in pixels.
const FAN: usize = 18;

/// An era's events, with the line that they stand on.
struct Line<'a> {
    era: &'a Era,
    events: Vec<&'a Event>,
    span: Span,
    scale: Scale,
    rows: Vec<Row>,
    heights: Vec<usize>,
}

impl<'a> Line<'a> {
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

fn lines<'a>(edition: &Edition<'a>) -> Vec<Line<'a>> {
    edition.story.eras.iter().filter_map(|era| Line::new(edition, era)).collect()
}

/// The line of time, as data; nothing where nothing happened.
pub(super) fn line(edition: &Edition<'_>) -> Option<data::Line> {
    let lines = lines(edition);
    let whole = lines.iter().map(|line| line.span).reduce(Span::with)?;
    let whole = Scale::fit(whole);
    let most = |measure: fn(&Line<'_>) -> usize| lines.iter().map(measure).max().unwrap_or_default();
    let rows = most(|line| line.rows.iter().map(|row| row.row + 1).max().unwrap_or_default());
    let dots = most(|line| line.heights.iter().map(|height| height + 1).max().unwrap_or_default());
    let strips = lines.iter().map(|line| drawn(edition, line, &whole, (rows, dots))).collect();
    Some(data::Line { overview: overview(edition, &lines, &whole), strips })
}

/// The room of the line, which is kept where the screen is wide enough and scripts draw the line. A single file, which has
/// no scripts, has none.
pub(super) fn axis(edition: &Edition<'_>) -> Option<impl IntoView + use<>> {
    let line = line(edition).filter(|_| edition.place.kind != PageKind::Single)?;
    let facts = format!("{}{}", edition.place.root, edition.assets.strips);
    Some(view! {
        <Axis>
            <svg class="axis-room" height=line.height() aria-hidden="true"></svg>
            <div class="axis-line" data-facts=facts></div>
            <p class="axis-status" role="status"></p>
        </Axis>
    })
}

/// From which year to which an era is.
fn years(edition: &Edition<'_>, line: &Line<'_>) -> String {
    let ends = line.events.first().zip(line.events.last());
    ends.map(|(first, last)| edition.words.years(first.date.from.year, last.date.from.year)).unwrap_or_default()
}

/// What tells the time on a line.
fn ticks_of(edition: &Edition<'_>, scale: &Scale) -> Vec<data::Tick> {
    let words: Vec<String> =
        scale.ticks.iter().enumerate().map(|(at, tick)| edition.words.tick(tick.day, at == 0)).collect();
    let anchor = |at: usize| anchor(at, scale.ticks.len());
    let said: Vec<(f64, &str, Anchor)> = scale
        .ticks
        .iter()
        .zip(&words)
        .enumerate()
        .map(|(at, (tick, words))| (scale.place(tick.at), words.as_str(), anchor(at)))
        .collect();
    let readable = rows::readable(&said);
    let marks = said.iter().zip(readable).map(|((x, words, anchor), has_room)| data::Tick {
        x: *x,
        text: has_room.then(|| ((*words).to_owned(), anchor.key().to_owned())),
    });
    marks.collect()
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
fn end_of_story(edition: &Edition<'_>, scale: &Scale) -> Option<f64> {
    let after = Span::of_day(edition.story.article.as_of).to;
    scale.has(after).then(|| scale.place(after))
}

/// All events on one line.
fn overview(edition: &Edition<'_>, lines: &[Line<'_>], scale: &Scale) -> Overview {
    let events: Vec<&Event> = lines.iter().flat_map(|line| line.events.iter().copied()).collect();
    let places: Vec<f64> = events.iter().map(|event| middle(scale, event)).collect();
    let heights = heights(&places, SMALL_DOT.0);
    let line = heights.iter().max().map_or(0, |most| (most + 1) * SMALL_DOT.1 + 8);
    let dots = events.iter().zip(places.iter().zip(&heights)).map(|(event, (place, height))| Dot {
        id: event.id.to_string(),
        x: *place,
        y: line - 6 - height * SMALL_DOT.1,
        later: edition.story.is_later(&event.date),
    });
    Overview {
        height: line + TICKS + FAN,
        line,
        ticks: ticks_of(edition, scale),
        as_of: end_of_story(edition, scale),
        dots: dots.collect(),
    }
}

/// An era drawn out, with the names of its events, and where it is on the whole line.
fn drawn(edition: &Edition<'_>, item: &Line<'_>, whole: &Scale, (rows, dots): (usize, usize)) -> Strip {
    let base = rows * ROW + 6;
    let line = base + dots * DOT + 4;
    let top = item.rows.iter().map(|row| base - 10 - row.row * ROW).min().unwrap_or_default().saturating_sub(ROW);
    let events = item.events.iter().zip(item.rows.iter().zip(&item.heights)).map(|(event, (row, height))| {
        mark(edition, item, event, (line - 9 - height * DOT, base - 10 - row.row * ROW, row.ends))
    });
    Strip {
        era: item.era.id.to_string(),
        title: item.era.title.clone(),
        years: years(edition, item),
        span: (whole.place(item.span.from), whole.place(item.span.to)),
        height: line + TICKS,
        line,
        ticks: ticks_of(edition, &item.scale),
        as_of: end_of_story(edition, &item.scale).map(|x| (x, top)),
        events: events.collect(),
    }
}

fn mark(edition: &Edition<'_>, item: &Line<'_>, event: &Event, (y, name, ends): (usize, usize, bool)) -> Mark {
    let span = Span::of(&event.date);
    let (from, to) = (item.scale.place(span.from), item.scale.place(span.to));
    let facts = edition.words.facts;
    Mark {
        id: event.id.to_string(),
        title: event.title.clone(),
        said: [facts.label(&facts.date(&event.date)), event.title.clone()].concat(),
        x: f64::midpoint(from, to),
        y,
        name,
        ends,
        bar: span.is_wide().then_some((from, to - from)),
        later: edition.story.is_later(&event.date),
        unsure: event.date.about,
    }
}
