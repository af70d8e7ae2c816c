//! Placing names beside their points so that none covers another.
//!
//! Deliberately absent: the widths of letters of a certain font; an average with room to spare does.

use crate::page::{Anchor, Label};

/// The height of a name on the smallest screen, in units of the sheet.
pub(super) const LETTER: f64 = 27.0;

/// How wide a letter is, as a part of its height.
const WIDTH: f64 = 0.66;

/// How far a name stands from its point.
const GAP: f64 = 16.0;

/// How far a name keeps from the sheet's edge.
const EDGE: f64 = 8.0;

/// A rectangle: left, top, right, bottom.
pub(super) type Bounds = (f64, f64, f64, f64);

/// A point that wants a name.
pub(super) struct Wanted<'a> {
    pub name: &'a str,
    pub x: f64,
    pub y: f64,
    /// Whether a mark stands at the point.
    pub point: bool,
}

/// A place for each name, in the order in which they come; earlier ones choose first.
pub(super) fn place(wanted: &[Wanted<'_>], width: f64, height: f64) -> Vec<Label> {
    let mut taken: Vec<Bounds> = wanted.iter().filter(|mark| mark.point).map(|mark| around(mark.x, mark.y)).collect();
    wanted
        .iter()
        .map(|mark| {
            let (label, bounds) = choices(mark)
                .into_iter()
                .min_by(|one, other| {
                    cost(one.1, &taken, width, height).total_cmp(&cost(other.1, &taken, width, height))
                })
                .unwrap_or_else(|| choice(mark, Anchor::Middle, 0.0, 0.0));
            taken.push(bounds);
            label
        })
        .collect()
}

fn around(x: f64, y: f64) -> Bounds {
    (x - 12.0, y - 12.0, x + 12.0, y + 12.0)
}

/// Where the name can stand, the better places first.
fn choices(mark: &Wanted<'_>) -> Vec<(Label, Bounds)> {
    if !mark.point {
        return vec![
            choice(mark, Anchor::End, -GAP, LETTER / 3.0),
            choice(mark, Anchor::Start, GAP, LETTER / 3.0),
            choice(mark, Anchor::Middle, 0.0, LETTER / 3.0),
            choice(mark, Anchor::Middle, 0.0, LETTER + GAP),
        ];
    }
    vec![
        choice(mark, Anchor::Start, GAP, LETTER / 3.0),
        choice(mark, Anchor::End, -GAP, LETTER / 3.0),
        choice(mark, Anchor::Middle, 0.0, LETTER * 0.75 + GAP),
        choice(mark, Anchor::Middle, 0.0, -GAP),
    ]
}

fn choice(mark: &Wanted<'_>, anchor: Anchor, dx: f64, dy: f64) -> (Label, Bounds) {
    let label = Label { x: (mark.x + dx).round(), y: (mark.y + dy).round(), anchor };
    (label, bounds(mark.name, label))
}

/// The room that a name takes.
pub(super) fn bounds(name: &str, label: Label) -> Bounds {
    let wide = name.chars().fold(0.0, |sum, _| sum + LETTER * WIDTH);
    let left = match label.anchor {
        Anchor::Start => label.x,
        Anchor::Middle => label.x - wide / 2.0,
        Anchor::End => label.x - wide,
    };
    (left, label.y - LETTER * 0.8, left + wide, label.y + LETTER * 0.25)
}

/// How much of a name would be covered or off the sheet, in square units.
fn cost(bounds: Bounds, taken: &[Bounds], width: f64, height: f64) -> f64 {
    let area = (bounds.2 - bounds.0) * (bounds.3 - bounds.1);
    let outside = area - overlap(bounds, (EDGE, EDGE, width - EDGE, height - EDGE));
    outside * 2.0 + taken.iter().map(|other| overlap(bounds, *other)).sum::<f64>()
}

/// How much two rectangles share, in square units.
pub(super) fn overlap(one: Bounds, other: Bounds) -> f64 {
    let wide = one.2.min(other.2) - one.0.max(other.0);
    let high = one.3.min(other.3) - one.1.max(other.1);
    if wide > 0.0 && high > 0.0 { wide * high } else { 0.0 }
}
