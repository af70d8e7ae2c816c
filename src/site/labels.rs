//! Placing names beside their points so that none covers another.
//!
//! Deliberately absent: the widths of letters of a certain font, for which an average with room to spare does; names
//! that are left out where there is no room, which are those of [`super::spare_labels`].

use crate::page::{Anchor, Bounds, Label, overlap};

/// The height of a name on the smallest screen, in units of the sheet.
pub(super) const LETTER: f64 = 27.0;

/// How wide a letter is, as a part of its height.
const WIDTH: f64 = 0.66;

/// How far a name stands from its point.
const GAP: f64 = 16.0;

/// How far a name keeps from the sheet's edge.
pub(super) const EDGE: f64 = 8.0;

/// A point that wants a name.
pub(super) struct Wanted<'a> {
    pub name: &'a str,
    pub x: f64,
    pub y: f64,
    /// Whether a mark stands at the point.
    pub point: bool,
}

/// Half the width of the room that a mark takes.
pub(super) const MARK: f64 = 12.0;

/// How far the letters of a name reach above and below its baseline, as parts of its height.
pub(super) const LETTERS: (f64, f64) = (0.8, 0.25);

/// A place for each name, in the order in which they come; earlier ones choose first.
pub(super) fn place(wanted: &[Wanted<'_>], width: f64, height: f64) -> Vec<Label> {
    let mut taken: Vec<Bounds> = wanted.iter().filter(|mark| mark.point).map(|mark| around(mark, MARK)).collect();
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

/// A place for the name of the one mark on a sheet: beside it, on the wider side first, or above or below it.
pub(super) fn alone(mark: &Wanted<'_>, width: f64, height: f64) -> Label {
    let mut sides =
        [choice(mark, Anchor::Start, BESIDE, LETTER / 3.0), choice(mark, Anchor::End, -BESIDE, LETTER / 3.0)];
    if mark.x > width / 2.0 {
        sides.reverse();
    }
    let spare = length(mark.name, LETTER) * SPARE;
    let fitting = sides.into_iter().find(|(_, bounds)| bounds.0 + spare >= 0.0 && bounds.2 - spare <= width);
    fitting.map(|(label, _)| label).unwrap_or_else(|| {
        let half = (length(mark.name, LETTER) / 2.0).min(width / 2.0);
        let dy = if mark.y > height / 2.0 { -BESIDE - LETTER / 4.0 } else { BESIDE + LETTER };
        let x = mark.x.clamp(half, width - half).round();
        Label { x, y: (mark.y + dy).round(), anchor: Anchor::Middle }
    })
}

/// How much of the room that is reckoned for a name is to spare, which one without neighbours does not need.
const SPARE: f64 = 0.1;

/// How far the name of a mark that is alone stands from it.
const BESIDE: f64 = 18.0;

pub(super) fn around(mark: &Wanted<'_>, half: f64) -> Bounds {
    (mark.x - half, mark.y - half, mark.x + half, mark.y + half)
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
fn bounds(name: &str, label: Label) -> Bounds {
    room(name, label, LETTER, LETTERS)
}

/// The room that a name of that height takes which reaches so far above and below its baseline.
pub(super) fn room(name: &str, label: Label, letter: f64, (rise, fall): (f64, f64)) -> Bounds {
    let wide = length(name, letter);
    let left = match label.anchor {
        Anchor::Start => label.x,
        Anchor::Middle => label.x - wide / 2.0,
        Anchor::End => label.x - wide,
    };
    (left, label.y - letter * rise, left + wide, label.y + letter * fall)
}

/// How long a name of that height is.
fn length(name: &str, letter: f64) -> f64 {
    name.chars().fold(0.0, |sum, _| sum + letter * WIDTH)
}

/// How much of a name would be covered or off the sheet, in square units.
fn cost(bounds: Bounds, taken: &[Bounds], width: f64, height: f64) -> f64 {
    let area = (bounds.2 - bounds.0) * (bounds.3 - bounds.1);
    let outside = area - overlap(bounds, (EDGE, EDGE, width - EDGE, height - EDGE));
    outside * 2.0 + taken.iter().map(|other| overlap(bounds, *other)).sum::<f64>()
}
