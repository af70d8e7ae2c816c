//! The line of time, as a view.
//!
//! Deliberately absent: what changes while it is used, which the island's effects do at once. A view over signals would
//! draw an era out and mark an event only when the present task is done, and keys may be faster.

use leptos::prelude::*;

use super::data::{Dot, Line, Mark, Overview, Strip, TICKS, Tick};
use crate::browser;
use crate::contract::id;
use crate::words::axis::in_language;

/// The line, with the last era drawn out.
pub(super) fn line(line: &Line) -> impl IntoView + use<> {
    let words = in_language(&browser::language());
    let last = line.strips.len().saturating_sub(1);
    let tabs: Vec<_> = line.strips.iter().enumerate().map(|(at, item)| tab(item, at == last)).collect();
    let overview = overview(&line.overview, &line.strips);
    let strips: Vec<_> = line.strips.iter().enumerate().map(|(at, item)| strip(item, at == last)).collect();
    view! {
        <ul class="axis-eras" aria-label=words.eras>{tabs}</ul>
        {overview}
        <div class="axis-strips">{strips}</div>
        <p class="axis-note">{words.note}</p>
    }
}

/// A link to an era of the list, which draws it out here.
fn tab(item: &Strip, shown: bool) -> impl IntoView + use<> {
    let link = id::link_to(&id::era(&item.era));
    view! {
        <li>
            <a href=link data-axis-era=item.era.clone() aria-current=shown.then_some("true")>
                <span class="axis-years">{item.years.clone()}</span>
                " "
                <span class="axis-title">{item.title.clone()}</span>
            </a>
        </li>
    }
}

/// All events, and of each era where it lies and how it widens to the strip below.
fn overview(item: &Overview, strips: &[Strip]) -> impl IntoView + use<> {
    let last = strips.len().saturating_sub(1);
    let sizes = (item.line, item.height);
    let bands: Vec<_> = strips.iter().enumerate().map(|(at, strip)| band(strip, sizes, at == last)).collect();
    let dots: Vec<_> = item.dots.iter().map(dot).collect();
    view! {
        <svg class="axis-overview" width="100%" height=item.height aria-hidden="true">
            {bands}
            {ticks(&item.ticks, item.line)}
            {as_of(item.as_of.map(|x| (x, 0)), item.line)}
            {dots}
        </svg>
    }
}

fn dot(dot: &Dot) -> impl IntoView + use<> {
    view! {
        <circle
            class="axis-dot"
            data-dot=dot.id.clone()
            data-later=dot.later
            cx=percent(dot.x)
            cy=dot.y
            r="2.5"
        ></circle>
    }
}

fn band(strip: &Strip, (line, high): (usize, usize), shown: bool) -> impl IntoView + use<> {
    let (from, to) = strip.span;
    let (start, end) = (percent(from), percent(to));
    view! {
        <g class="axis-band" data-axis-era=strip.era.clone() data-shown=shown>
            <rect x=start.clone() width=percent(to - from) y="0" height=line></rect>
            <line x1=start x2="0" y1=line + TICKS y2=high></line>
            <line x1=end x2="100%" y1=line + TICKS y2=high></line>
        </g>
    }
}

/// Hundredths of a line, as SVG has them.
fn percent(place: f64) -> String {
    // Two decimals; writing them by `format!` would weigh kilobytes.
    let hundredths = (place * 100.0).round() as i64;
    let (whole, rest) = (hundredths / 100, (hundredths % 100).abs());
    [&*whole.to_string(), if rest < 10 { ".0" } else { "." }, &rest.to_string(), "%"].concat()
}

/// What tells the time on a line that is so far down.
fn ticks(ticks: &[Tick], line: usize) -> impl IntoView + use<> {
    let marks: Vec<_> = ticks
        .iter()
        .map(|tick| {
            let x = percent(tick.x);
            let text = tick.text.clone().map(|(text, anchor)| {
                view! { <text x=x.clone() y=line + TICKS - 4 text-anchor=anchor>{text}</text> }
            });
            view! { <line x1=x.clone() x2=x y1=line y2=line + 6></line>{text} }
        })
        .collect();
    view! { <g class="axis-ticks"><line x1="0" x2="100%" y1=line y2=line></line>{marks}</g> }
}

/// The line until which the story tells.
fn as_of(at: Option<(f64, usize)>, line: usize) -> Option<impl IntoView + use<>> {
    at.map(|(x, top)| {
        let x = percent(x);
        view! { <line class="axis-as-of" x1=x.clone() x2=x y1=top y2=line></line> }
    })
}

/// An era drawn out.
fn strip(strip: &Strip, shown: bool) -> impl IntoView + use<> {
    let leaders: Vec<_> = strip
        .events
        .iter()
        .map(|mark| {
            let x = percent(mark.x);
            view! { <line x1=x.clone() x2=x y1=mark.name + 4 y2=mark.y></line> }
        })
        .collect();
    let marks: Vec<_> = strip.events.iter().map(mark).collect();
    view! {
        <div class="axis-strip" data-strip=strip.era.clone() hidden=!shown>
            <svg width="100%" height=strip.height role="group" aria-label=strip.title.clone()>
                {ticks(&strip.ticks, strip.line)}
                {as_of(strip.as_of, strip.line)}
                <g class="axis-leaders">{leaders}</g>
                {marks}
            </svg>
        </div>
    }
}

/// An event's dot and name, and a bar as wide as what its date may mean. The tabulator key leads to one event of all; the
/// island says to which.
fn mark(mark: &Mark) -> impl IntoView + use<> {
    let bar = mark.bar.map(|(x, width)| {
        view! { <rect class="axis-bar" x=percent(x) width=percent(width) y=mark.y - 3 height="6" rx="3"></rect> }
    });
    let x = percent(mark.x);
    // Within another element of SVG, or the link would be one of HTML.
    view! {
        <g>
            <a
                class="axis-event"
                href=id::link_to(&id::event(&mark.id))
                tabindex="-1"
                data-dot=mark.id.clone()
                data-later=mark.later
                data-unsure=mark.unsure
                aria-label=mark.said.clone()
            >
                {bar}
                <circle class="axis-reach" cx=x.clone() cy=mark.y r="11"></circle>
                <circle class="axis-dot" cx=x.clone() cy=mark.y r="5"></circle>
                <text
                    x=x
                    y=mark.name
                    dx=if mark.ends { "4" } else { "-4" }
                    text-anchor=if mark.ends { "end" } else { "start" }
                >
                    {mark.title.clone()}
                </text>
            </a>
        </g>
    }
}
