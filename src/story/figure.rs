//! Numbers: counts beside counter-counts, tables, and values over time.
//!
//! Deliberately absent: how any of it is drawn.

use super::{ClaimId, Date, FigureId, Text};

/// A question that is answered in numbers.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// Its id, and with `figure-` before it its address.
    pub id: FigureId,
    /// What is counted, as a question.
    pub question: String,
    /// What to know before comparing.
    pub note: Option<Text>,
    /// The numbers.
    pub content: Content,
}

impl Figure {
    /// Who counts what; empty where the figure has numbers of another kind.
    pub fn counts(&self) -> &[Count] {
        match &self.content {
            Content::Counts(counts) => counts,
            Content::Table(_) | Content::Chart(_) => &[],
        }
    }
}

/// The numbers of a figure.
#[derive(Debug, Clone, PartialEq)]
pub enum Content {
    /// Who counts what; never empty.
    Counts(Vec<Count>),
    /// Rows and columns.
    Table(Table),
    /// Values over time.
    Chart(Chart),
}

/// One party's number.
#[derive(Debug, Clone, PartialEq)]
pub struct Count {
    /// The number as it is printed: `6,505`, `at least 3,428`.
    pub value: String,
    /// The number itself.
    pub amount: u64,
    /// Whether the number is exact.
    pub bound: Bound,
    /// What it counts.
    pub unit: String,
    /// Who counts.
    pub who: String,
    /// The day for which it holds.
    pub date: Date,
    /// How sure it is and what it leaves out.
    pub uncertainty: Text,
    /// The claim that it rests on.
    pub claim: ClaimId,
}

/// Whether a number is exact.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Bound {
    /// It is meant as it stands.
    #[default]
    Exact,
    /// It is a minimum.
    Least,
    /// It is a maximum.
    Most,
}

impl Bound {
    /// The bounds that can be written in a story's files, with the words for them.
    pub const WRITTEN: [(&'static str, Self); 2] = [("least", Self::Least), ("most", Self::Most)];
}

/// Rows and columns.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// The heads of the columns; at least two.
    pub columns: Vec<Text>,
    /// The rows; never empty.
    pub rows: Vec<Row>,
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Its cells, as many as there are columns; the first says what the row is about.
    pub cells: Vec<Text>,
    /// The claim that it rests on.
    pub claim: ClaimId,
}

/// Values over time, beside limits, and the times for which nobody knows.
#[derive(Debug, Clone, PartialEq)]
pub struct Chart {
    /// What is measured: `%`, `kg`.
    pub unit: String,
    /// What holds between two values.
    pub shape: Shape,
    /// Lines to read the values against.
    pub limits: Vec<Limit>,
    /// The values, oldest first; never empty.
    pub values: Vec<Measure>,
    /// Times for which there is no value.
    pub unknown: Vec<Unknown>,
}

/// What holds between two values of a chart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// A value holds until the next.
    Steps,
    /// Nothing is said of the time between them.
    Points,
}

impl Shape {
    /// Every shape, with the word for it in a story's files.
    pub const ALL: [(&'static str, Self); 2] = [("steps", Self::Steps), ("points", Self::Points)];
}

/// A number with how it is printed.
#[derive(Debug, Clone, PartialEq)]
pub struct Quantity {
    /// As it is printed: `3.67`, `1,200`.
    pub printed: String,
    /// The number itself, not below zero.
    pub number: f64,
}

/// A line to read values against.
#[derive(Debug, Clone, PartialEq)]
pub struct Limit {
    /// How much.
    pub value: Quantity,
    /// What it is called.
    pub name: String,
    /// From when to when it holds.
    pub date: Date,
    /// The claim that it rests on.
    pub claim: ClaimId,
}

/// A value at a time.
#[derive(Debug, Clone, PartialEq)]
pub struct Measure {
    /// How much.
    pub value: Quantity,
    /// Whether the number is exact.
    pub bound: Bound,
    /// When.
    pub date: Date,
    /// Who says what.
    pub text: Text,
    /// The claim that it rests on.
    pub claim: ClaimId,
}

/// A time for which there is no value.
#[derive(Debug, Clone, PartialEq)]
pub struct Unknown {
    /// From when to when.
    pub date: Date,
    /// Why.
    pub text: Text,
    /// The claim that it rests on, where it is more than a gap in what we have read.
    pub claim: Option<ClaimId>,
}
