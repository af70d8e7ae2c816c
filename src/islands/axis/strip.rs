//! An era drawn out on its line: as data, which the build writes and the island fetches, and as a view.
//!
//! Deliberately absent: where anything stands on the line, which the build works out.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::contract::id;

/// An era drawn out. Places on the line are in hundredths of its width, heights in pixels.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Strip {
    /// The era's id.
    pub era: String,
    /// The era's title.
    pub title: String,
    /// How high the whole is.
    pub height: usize,
    /// How far down the line is.
    pub line: usize,
    /// What tells the time.
    pub ticks: Vec<Tick>,
    /// Until when the story tells, where that is on this line: the place, and how far down its mark begins.
    pub as_of: Option<(f64, usize)>,
    /// The events, oldest first.
    pub events: Vec<Mark>,
}

/// What tells the time at one place.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Tick {
    /// The place.
    pub x: f64,
    /// What it says, where there is room, and which part of that stands at the place: `start`, `middle` or `end`.
    pub text: Option<(String, String)>,
}

/// An event.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Mark {
    /// The event's id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its date and title, for those who hear them.
    pub said: String,
    /// The place.
    pub x: f64,
    /// How far down its dot is.
    pub y: usize,
    /// How far down its name is.
    pub name: usize,
    /// Whether its name ends at the place, and does not begin there.
    pub ends: bool,
    /// Where the bar begins that is as wide as what the date may mean, and its width.
    pub bar: Option<(f64, f64)>,
    /// Whether it came after the day that the story describes.
    pub later: bool,
    /// Whether its date is not certain.
    pub unsure: bool,
}

/// How many pixels the marks that tell the time take below a line.
pub const TICKS: usize = 24;

/// Hundredths of a line, as SVG has them.
pub fn percent(place: f64) -> String {
    // Two decimals; writing them by `format!` would weigh kilobytes.
    let hundredths = (place * 100.0).round() as i64;
    let (whole, rest) = (hundredths / 100, (hundredths % 100).abs());
    [&*whole.to_string(), if rest < 10 { ".0" } else { "." }, &rest.to_string(), "%"].concat()
}

/// What tells the time on a line that is so far down.
pub fn ticks(ticks: &[Tick], line: usize) -> impl IntoView + use<> {
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
pub fn as_of(at: Option<(f64, usize)>, line: usize) -> Option<impl IntoView + use<>> {
    at.map(|(x, top)| {
        let x = percent(x);
        view! { <line class="axis-as-of" x1=x.clone() x2=x y1=top y2=line></line> }
    })
}

/// The era's strip.
pub fn strip(strip: &Strip, shown: bool) -> impl IntoView + use<> {
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

/// An event's dot and name, and a bar as wide as what its date may mean.
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
