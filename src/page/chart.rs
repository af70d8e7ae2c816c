//! Values over time: a picture, and a list that says all of it with who says so.
//!
//! Deliberately absent: a line through times of which nothing is known, and anything that answers to the reader.

mod plot;

use leptos::prelude::*;

use super::axis::Tick;
use super::{Edition, text};
use crate::prose;
use crate::story::{Bound, Chart, Date, FigureId, Limit, Measure, Unknown};
use plot::{HIGH, TOP};
pub use plot::{Plot, Segment, steps};

/// How far an arrow reaches that says that a number is a bound, in pixels.
const ARROW: f64 = 16.0;

/// The chart of the figure with that id.
pub(super) fn chart(edition: &Edition<'_>, figure: &FigureId, chart: &Chart) -> impl IntoView + use<> {
    let plot = Plot::new(chart);
    let pattern = format!("figure-{figure}-unknown");
    view! {
        {picture(edition, chart, &plot, &pattern)}
        {legend(edition, chart, &pattern)}
        <ol class="measures">{entries(edition, chart)}</ol>
    }
}

/// Hidden from those who do not see it, because the list says all of it.
fn picture(edition: &Edition<'_>, chart: &Chart, plot: &Plot, pattern: &str) -> impl IntoView + use<> {
    let unknown: Vec<_> = plot.unknown.iter().map(|item| band(*item, pattern)).collect();
    let limits: Vec<_> = plot.limits.iter().map(|item| segment("chart-limit", item)).collect();
    let lines: Vec<_> = plot.lines.iter().map(|item| segment("chart-line", item)).collect();
    let dots: Vec<_> =
        chart.values.iter().zip(&plot.dots).map(|(value, at)| dot(edition, value, &chart.unit, *at)).collect();
    view! {
        <svg class="chart" width="100%" height=HIGH + TOP + 28.0 aria-hidden="true">
            <defs>{hatching(pattern)}</defs>
            {unknown}
            {grid(edition, chart, plot)}
            {times(edition, plot)}
            {limits}
            {lines}
            {dots}
        </svg>
    }
}

fn hatching(id: &str) -> impl IntoView + use<> {
    view! {
        <pattern id=id.to_owned() class="chart-hatching" width="7" height="7" patternUnits="userSpaceOnUse">
            <path d="M-1 1l2-2M0 7L7 0M6 8l2-2"></path>
        </pattern>
    }
}

fn percent(place: f64) -> String {
    format!("{place:.2}%")
}

fn band((from, to): (f64, f64), pattern: &str) -> impl IntoView + use<> {
    view! { <rect x=percent(from) width=percent(to - from) y=TOP height=HIGH fill=format!("url(#{pattern})")></rect> }
}

fn segment(class: &'static str, segment: &Segment) -> impl IntoView + use<> {
    let (x1, x2) = (percent(segment.from.0), percent(segment.to.0));
    view! { <line class=class x1=x1 x2=x2 y1=segment.from.1 y2=segment.to.1 data-unsure=segment.unsure></line> }
}

/// So many letters a unit may have to be said at every line across; a longer one is said at the topmost alone.
const SHORT: usize = 2;

/// Lines across, each with how much it means: on the right, where time goes on beyond the last value.
fn grid(edition: &Edition<'_>, chart: &Chart, plot: &Plot) -> impl IntoView + use<> {
    let top = plot.steps.len().saturating_sub(1);
    let is_short = chart.unit.chars().count() <= SHORT;
    let lines: Vec<_> = plot
        .steps
        .iter()
        .enumerate()
        .map(|(at, step)| {
            let y = plot.height(step.number);
            let said = match is_short || at == top {
                true => edition.words.measured(step, &chart.unit, Bound::Exact),
                false => step.printed.clone(),
            };
            // The words at zero would stand where low values do.
            let said = (step.number > 0.0).then(|| view! { <text x="100%" y=y - 4.0 text-anchor="end">{said}</text> });
            view! { <line x1="0" x2="100%" y1=y y2=y></line>{said} }
        })
        .collect();
    view! { <g class="chart-grid">{lines}</g> }
}

fn times(edition: &Edition<'_>, plot: &Plot) -> impl IntoView + use<> {
    let last = plot.scale.ticks.len().saturating_sub(1);
    let base = TOP + HIGH;
    let ticks: Vec<_> = plot
        .scale
        .ticks
        .iter()
        .enumerate()
        .map(|(at, Tick { at: day, day: said })| {
            let x = percent(plot.scale.place(*day));
            let anchor = if at == 0 {
                "start"
            } else if at == last {
                "end"
            } else {
                "middle"
            };
            let said = edition.words.tick(*said, at == 0);
            // On small screens every other mark has no words; the last has them where the count is odd.
            let spare = (at % 2 == 1).then_some("true");
            view! {
                <line x1=x.clone() x2=x.clone() y1=base y2=base + 5.0></line>
                <text x=x y=base + 20.0 text-anchor=anchor data-spare=spare>{said}</text>
            }
        })
        .collect();
    view! { <g class="chart-times">{ticks}</g> }
}

fn dot(edition: &Edition<'_>, value: &Measure, unit: &str, (x, y): (f64, f64)) -> impl IntoView + use<> {
    let anchor = if x < 20.0 {
        "start"
    } else if x > 80.0 {
        "end"
    } else {
        "middle"
    };
    let arrow = match value.bound {
        Bound::Exact => None,
        Bound::Least => Some((-ARROW, 4.0)),
        Bound::Most => Some((ARROW, -4.0)),
    };
    let lifted = if value.bound == Bound::Least { ARROW } else { 0.0 };
    let x = percent(x);
    let arrow = arrow.map(|(reach, _)| {
        view! { <line class="chart-bound" x1=x.clone() x2=x.clone() y1=y y2=y + reach></line> }
    });
    view! {
        {arrow}
        <circle class="chart-dot" cx=x.clone() cy=y r="4.5" data-bound=value.bound != Bound::Exact></circle>
        <text class="chart-value" x=x y=y - 10.0 - lifted text-anchor=anchor>
            {edition.words.measured(&value.value, unit, value.bound)}
        </text>
    }
}

fn legend(edition: &Edition<'_>, chart: &Chart, pattern: &str) -> impl IntoView + use<> {
    let sign = |drawn: AnyView, said: String| {
        view! { <li><svg class="chart-sign" viewBox="0 0 28 14" aria-hidden="true">{drawn}</svg>{said}</li> }
    };
    let limits = chart.limits.iter().map(|limit| {
        let drawn = view! { <line class="chart-limit" x1="0" x2="28" y1="7" y2="7"></line> };
        let value = edition.words.measured(&limit.value, &chart.unit, Bound::Exact);
        sign(drawn.into_any(), format!("{}{value}", edition.words.facts.label(&limit.name)))
    });
    let mut signs: Vec<_> = limits.collect();
    if !chart.unknown.is_empty() {
        let drawn = view! { <rect width="28" height="14" fill=format!("url(#{pattern})")></rect> };
        signs.push(sign(drawn.into_any(), edition.words.unknown.to_owned()));
    }
    (!signs.is_empty()).then(|| view! { <ul class="chart-legend">{signs}</ul> })
}

/// What the picture shows, in words and in the order of time.
fn entries(edition: &Edition<'_>, chart: &Chart) -> Vec<AnyView> {
    let limits = chart.limits.iter().map(|item| (item.date, limit(edition, chart, item)));
    let values = chart.values.iter().map(|item| (item.date, value(edition, chart, item)));
    let unknown = chart.unknown.iter().map(|item| (item.date, unknown(edition, item)));
    let mut entries: Vec<(Date, AnyView)> = limits.chain(values).chain(unknown).collect();
    entries.sort_by_key(|(date, _)| date.start());
    entries.into_iter().map(|(_, entry)| entry).collect()
}

fn value(edition: &Edition<'_>, chart: &Chart, value: &Measure) -> AnyView {
    let said = edition.words.measured(&value.value, &chart.unit, value.bound);
    let claim = text::claim_reference(edition, &value.claim);
    entry(edition, &value.date, said, view! { {prose::inline(edition, &value.text)}{claim} }.into_any())
}

fn limit(edition: &Edition<'_>, chart: &Chart, limit: &Limit) -> AnyView {
    let said = edition.words.measured(&limit.value, &chart.unit, Bound::Exact);
    let claim = text::claim_reference(edition, &limit.claim);
    entry(edition, &limit.date, said, view! { {limit.name.clone()}{edition.words.stop.trim_end()}{claim} }.into_any())
}

fn unknown(edition: &Edition<'_>, unknown: &Unknown) -> AnyView {
    let claim = unknown.claim.as_ref().map(|claim| text::claim_reference(edition, claim));
    let said = view! { {prose::inline(edition, &unknown.text)}{claim} };
    entry(edition, &unknown.date, edition.words.unknown.to_owned(), said.into_any())
}

fn entry(edition: &Edition<'_>, date: &Date, amount: String, said: AnyView) -> AnyView {
    view! {
        <li class="measure">
            <p class="measure-date">{prose::date(edition.words.facts, date)}</p>
            <p class="measure-value">{amount}</p>
            <p class="measure-text">{said}</p>
        </li>
    }
    .into_any()
}
