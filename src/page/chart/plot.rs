//! Where a chart's values, limits and gaps are in its picture.
//!
//! Deliberately absent: words, and what anything looks like.

use crate::page::axis::{Scale, Span};
use crate::story::{Bound, Chart, Date, Measure, Quantity, Shape};

/// How high the room for values is, in pixels.
pub(super) const HIGH: f64 = 190.0;

/// How much room is above it for the words of the highest value, in pixels.
pub(super) const TOP: f64 = 34.0;

/// How many lines across there are at most, above the one at zero.
const MOST: f64 = 5.0;

/// A chart laid out: places from the left in hundredths of its width, from the top in pixels.
#[derive(Debug, Clone, PartialEq)]
pub struct Plot {
    /// The time below the picture.
    pub scale: Scale,
    /// The numbers at the lines across, from zero upwards.
    pub steps: Vec<Quantity>,
    /// The values, in their order.
    pub dots: Vec<(f64, f64)>,
    /// What holds between values, where the chart says so.
    pub lines: Vec<Segment>,
    /// The limits, in their order.
    pub limits: Vec<Segment>,
    /// From where to where nothing is known.
    pub unknown: Vec<(f64, f64)>,
}

/// A straight line.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Segment {
    /// Where it begins.
    pub from: (f64, f64),
    /// Where it ends.
    pub to: (f64, f64),
    /// Whether the number that it stands for is a bound.
    pub unsure: bool,
}

impl Plot {
    /// Lays out a chart.
    pub fn new(chart: &Chart) -> Self {
        let limits = chart.limits.iter().map(|limit| limit.date);
        let unknown = chart.unknown.iter().map(|unknown| unknown.date);
        let dates = chart.values.iter().map(|value| value.date).chain(limits).chain(unknown);
        let whole = dates.map(|date| Span::of(&date)).reduce(Span::with).unwrap_or(Span { from: 0, to: 1 });
        let numbers =
            chart.limits.iter().map(|limit| &limit.value).chain(chart.values.iter().map(|value| &value.value));
        let most = numbers.map(|value| value.number).fold(0.0, f64::max);
        let mut plot = Self {
            scale: Scale::fit(whole),
            steps: steps(most),
            dots: Vec::new(),
            lines: Vec::new(),
            limits: Vec::new(),
            unknown: Vec::new(),
        };
        plot.dots = chart.values.iter().map(|value| plot.dot(value)).collect();
        plot.limits = chart.limits.iter().map(|limit| plot.level(&limit.date, limit.value.number)).collect();
        plot.unknown = chart.unknown.iter().map(|unknown| plot.ends(&unknown.date)).collect();
        if chart.shape == Shape::Steps {
            plot.lines = plot.held(chart);
        }
        plot
    }

    /// How far from the top a number stands.
    pub fn height(&self, number: f64) -> f64 {
        let most = self.steps.last().map_or(1.0, |step| step.number);
        ((TOP + HIGH - HIGH * number / most) * 10.0).round() / 10.0
    }

    fn ends(&self, date: &Date) -> (f64, f64) {
        let span = Span::of(date);
        (self.scale.place(span.from), self.scale.place(span.to))
    }

    fn dot(&self, value: &Measure) -> (f64, f64) {
        let (from, to) = self.ends(&value.date);
        (f64::midpoint(from, to), self.height(value.value.number))
    }

    fn level(&self, date: &Date, number: f64) -> Segment {
        let ((from, to), y) = (self.ends(date), self.height(number));
        Segment { from: (from, y), to: (to, y), unsure: false }
    }

    /// Each value until the next, or until nothing is known; and the steps between them.
    fn held(&self, chart: &Chart) -> Vec<Segment> {
        let mut lines = Vec::new();
        for (at, (value, (x, y))) in chart.values.iter().zip(&self.dots).enumerate() {
            let next = self.dots.get(at + 1);
            let gap = self.unknown.iter().map(|(from, _)| *from).filter(|from| from > x).reduce(f64::min);
            let end = next.map_or(100.0, |next| next.0).min(gap.unwrap_or(100.0));
            lines.push(Segment { from: (*x, *y), to: (end, *y), unsure: value.bound != Bound::Exact });
            if let Some(next) = next.filter(|next| next.0 <= end) {
                lines.push(Segment { from: (end, *y), to: *next, unsure: false });
            }
        }
        lines
    }
}

/// Round numbers from zero to at least the greatest: in steps of 1, 2 or 5 times a power of ten, as few as can be told apart.
pub fn steps(most: f64) -> Vec<Quantity> {
    let power = 10_f64.powf(most.max(f64::MIN_POSITIVE).log10().floor() - 1.0);
    let step = [1.0, 2.0, 5.0, 10.0, 20.0].map(|step| step * power).into_iter().find(|step| most / step <= MOST);
    let step = step.unwrap_or(most.max(1.0));
    let mut numbers = vec![0.0];
    while numbers.last().is_some_and(|last| *last < most) {
        numbers.push(step * numbers.len() as f64);
    }
    numbers.into_iter().map(|number| Quantity { printed: printed(number, step), number }).collect()
}

/// A number with as many decimals as its step has.
fn printed(number: f64, step: f64) -> String {
    let decimals = (0..9).find(|decimals| step * 10_f64.powi(*decimals) >= 1.0).unwrap_or(9);
    let decimals = if number == 0.0 { 0 } else { usize::try_from(decimals).unwrap_or_default() };
    format!("{number:.decimals$}")
}
