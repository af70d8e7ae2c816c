//! The shape of the figures in `story.toml`.
//!
//! Deliberately absent: whether rows are as long as their heads.

use schemars::JsonSchema;
use serde_json::json;

use super::values::{Amount, BoundWord, Date, Id, Period, Quantity, ShapeWord, Text, Words};

/// A question that is answered in numbers: counts, a table or a chart.
#[derive(Debug, JsonSchema)]
#[schemars(deny_unknown_fields, extend("oneOf" = one_kind()))]
pub struct Figure {
    /// The figure's id.
    pub id: Id,
    /// The question that it answers.
    pub question: Words,
    /// What to know before comparing.
    pub note: Option<Text>,
    /// Who counts what, side by side and in equal weight.
    #[schemars(length(min = 1))]
    pub count: Option<Vec<Count>>,
    /// Rows and columns.
    pub table: Option<Table>,
    /// Values over time.
    pub chart: Option<Chart>,
}

fn one_kind() -> serde_json::Value {
    json!([{ "required": ["count"] }, { "required": ["table"] }, { "required": ["chart"] }])
}

/// One party's number.
#[derive(Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Count {
    /// The number as it is printed, exactly one whole number in digits: "6,505", "At least 3,428".
    pub value: Amount,
    /// least where the number is a minimum, most where it is a maximum.
    pub bound: Option<BoundWord>,
    /// What is counted.
    pub unit: Words,
    /// Who counts.
    pub who: Words,
    /// The day for which it holds.
    pub date: Date,
    /// How sure this is, and what it leaves out.
    pub uncertainty: Text,
    /// The claim that it rests on (an id of claims.toml).
    pub claim: Id,
}

/// Rows and columns.
#[derive(Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Table {
    /// The heads of the columns.
    #[schemars(length(min = 2))]
    pub columns: Vec<Text>,
    /// The rows.
    #[schemars(length(min = 1))]
    pub row: Vec<Row>,
}

/// A row of a table.
#[derive(Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Row {
    /// As many cells as there are columns; the first says what the row is about.
    pub cells: Vec<Text>,
    /// The claim that it rests on (an id of claims.toml).
    pub claim: Id,
}

/// Values over time, beside limits, and the times of which nothing is known.
#[derive(Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Chart {
    /// What is measured: "%", "kg", "£ million".
    pub unit: Words,
    /// steps: a value holds until the next. points: nothing is said of the time between.
    pub shape: ShapeWord,
    /// Lines to read the values against.
    pub limit: Option<Vec<Limit>>,
    /// The values, the oldest first.
    #[schemars(length(min = 1))]
    pub value: Vec<Measure>,
    /// Times of which nothing is known; the picture leaves them open.
    pub unknown: Option<Vec<Unknown>>,
}

/// A line to read values against.
#[derive(Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Limit {
    /// How much, in digits: "3.67", "1,200".
    pub value: Quantity,
    /// What it is called.
    pub name: Words,
    /// From when to when it holds: "2016-01-16/2025-10-18".
    pub date: Period,
    /// The claim that it rests on (an id of claims.toml).
    pub claim: Id,
}

/// A value of a chart.
#[derive(Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Measure {
    /// How much, in digits: "3.67", "1,200".
    pub value: Quantity,
    /// least where the value is a minimum, most where it is a maximum.
    pub bound: Option<BoundWord>,
    /// When it was so.
    pub date: Date,
    /// Who says so.
    pub text: Text,
    /// The claim that it rests on (an id of claims.toml).
    pub claim: Id,
}

/// A time of which nothing is known.
#[derive(Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Unknown {
    /// From when to when: "2025-06-13/2026-02-28".
    pub date: Period,
    /// Why nobody knows.
    pub text: Text,
    /// The claim that says so (an id of claims.toml).
    pub claim: Option<Id>,
}
