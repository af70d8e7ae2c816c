//! Counts as squares, each of which stands for as many in every count of a figure.
//!
//! Deliberately absent: colours, and an order by size: no count is to look weightier than its number is.

use std::ops::Range;

use crate::story::Bound;

/// How many squares a figure's largest count takes at most, so that they can still be told apart.
const MOST: u64 = 80;
/// How many squares stand in a row.
const IN_A_ROW: u64 = 20;
/// How many squares say that a count may go on.
const OPEN_END: u64 = 3;
/// How far it is from one square to the next.
const PITCH: u64 = 10;
/// How long the side of a square is; what is left of the pitch parts it from the next.
const SIDE: f64 = 9.0;
/// How wide an outline is. It is drawn within its square, so that a square takes the same room filled or not.
const STROKE: f64 = 1.0;

/// The counts of one figure as squares.
#[derive(Debug, Clone, PartialEq)]
pub struct Units {
    /// How many one square stands for.
    pub unit: u64,
    /// How many rows the longest count takes; every picture has room for as many.
    pub rows: u64,
    /// The counts, in the order in which they were given.
    pub counts: Vec<Squares>,
}

/// One count as squares.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Squares {
    /// How many squares are whole.
    pub whole: u64,
    /// How much of one more square there is, from 0 to 1.
    pub part: f64,
    /// Whether the number is exact.
    pub bound: Bound,
}

/// What is drawn of a count: the `d` of three SVG paths, empty where there is nothing to draw.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// What is filled.
    pub filled: String,
    /// What has an outline.
    pub outlined: String,
    /// What has a dashed outline.
    pub dashed: String,
}

/// Lays out the counts of one figure.
pub fn units(counts: &[(u64, Bound)]) -> Units {
    let largest = counts.iter().map(|(amount, _)| *amount).max().unwrap_or_default();
    let unit = unit(largest);
    let counts: Vec<Squares> = counts.iter().map(|(amount, bound)| Squares::new(*amount, unit, *bound)).collect();
    let rows = counts.iter().map(|squares| squares.room().div_ceil(IN_A_ROW)).max().unwrap_or_default().max(1);
    Units { unit, rows, counts }
}

/// The smallest of 1, 2, 5, 10, 20, 50, … in which an amount takes few enough squares.
fn unit(largest: u64) -> u64 {
    let powers = std::iter::successors(Some(1_u64), |power| power.checked_mul(10));
    let mut steps = powers.flat_map(|power| [1_u64, 2, 5].map(|step| step.saturating_mul(power)));
    steps.find(|unit| largest.div_ceil(*unit) <= MOST).unwrap_or(u64::MAX)
}

impl Units {
    /// The sheet of every picture of the figure: one size for all keeps them at one scale.
    pub fn view_box(&self) -> String {
        let gap = PITCH as f64 - SIDE;
        let [width, height] = [IN_A_ROW, self.rows].map(|squares| (squares * PITCH) as f64 - gap);
        format!("0 0 {width} {height}")
    }
}

impl Squares {
    fn new(amount: u64, unit: u64, bound: Bound) -> Self {
        Self { whole: amount / unit, part: (amount % unit) as f64 / unit as f64, bound }
    }

    /// How many squares the number takes, a partial one among them.
    pub fn taken(&self) -> u64 {
        self.whole + u64::from(self.part > 0.0)
    }

    /// How many squares are drawn, those of an open end among them.
    fn room(&self) -> u64 {
        self.taken() + if self.bound == Bound::Least { OPEN_END } else { 0 }
    }

    /// What is drawn.
    pub fn picture(&self) -> Picture {
        let whole = 0..self.whole;
        let (filled, outlined) = match self.bound {
            Bound::Most => (String::new(), squares(whole, STROKE / 2.0) + &self.last(STROKE / 2.0, self.part)),
            // The filling keeps clear of the outline, so that little of a square can still be told from none of it.
            Bound::Exact | Bound::Least => {
                (squares(whole, 0.0) + &self.last(STROKE, self.part), self.last(STROKE / 2.0, 1.0))
            }
        };
        Picture { filled, outlined, dashed: squares(self.taken()..self.room(), STROKE / 2.0) }
    }

    /// A share of the width of the partial square; empty where there is none.
    fn last(&self, inset: f64, share: f64) -> String {
        if self.taken() == self.whole {
            return String::new();
        }
        corner(self.whole, inset) + &rectangle(inset, share)
    }
}

/// Squares in rows, each made smaller by an inset on every side.
fn squares(cells: Range<u64>, inset: f64) -> String {
    let first = cells.start;
    let square = |cell: u64| {
        let step = if cell == first {
            corner(cell, inset)
        } else if cell.is_multiple_of(IN_A_ROW) {
            format!("m-{} {PITCH}", (IN_A_ROW - 1) * PITCH)
        } else {
            format!("m{PITCH} 0")
        };
        step + &rectangle(inset, 1.0)
    };
    cells.map(square).collect()
}

/// Goes to the first corner of a square.
fn corner(cell: u64, inset: f64) -> String {
    let [x, y] = [cell % IN_A_ROW, cell / IN_A_ROW].map(|at| (at * PITCH) as f64 + inset);
    format!("M{x} {y}")
}

/// Goes around a share of a square's width, and ends where it began.
fn rectangle(inset: f64, share: f64) -> String {
    let side = SIDE - 2.0 * inset;
    let width = (side * share * 100.0).round() / 100.0;
    format!("h{width}v{side}h-{width}z")
}
