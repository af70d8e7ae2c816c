//! Reading figures: counts, tables and charts.
//!
//! Deliberately absent: whether numbers agree with the claims that they rest on.

use super::charts::chart;
use super::fields::Fields;
use super::markdown::Cover;
use super::problem::Complaint;
use super::sheet::Kind;
use crate::story::{Bound, ClaimId, Content, Count, Figure, FigureId, Row, Table, Text};

pub(super) fn figure(fields: Fields<'_>) -> Option<Figure> {
    let id = fields.id(Kind::Figure);
    let question = fields.words("question");
    let note = fields.maybe_text("note");
    let counts: Option<Vec<Count>> = fields.each("count", "[[figure.count]]", count);
    let table = fields.maybe_table("table");
    let chart = fields.maybe_table("chart");
    let given = ["count", "table", "chart"].iter().filter(|kind| fields.has(kind)).count();
    let content = match (table, chart) {
        _ if given != 1 => {
            fields.sheet().complain(fields.span(), not_one(given));
            None
        }
        (Some(fields), _) => self::table(fields).map(Content::Table),
        (_, Some(fields)) => self::chart(fields).map(Content::Chart),
        _ => counts.map(Content::Counts),
    };
    fields.finish();
    Some(Figure { id: FigureId::new(id?), question: question?, note, content: content? })
}

fn not_one(given: usize) -> Complaint {
    let (message, label) = match given {
        0 => ("[[figure]] has no numbers", "no number"),
        _ => ("[[figure]] has numbers of two kinds", "more than one kind"),
    };
    Complaint::new(
        message,
        label,
        "give it one of these: [[figure.count]] for counts, [figure.table] for rows, [figure.chart] for values over time",
    )
}

fn count(fields: Fields<'_>) -> Option<Count> {
    let value = fields.amount("value");
    let bound = fields.maybe_choice("bound", &Bound::WRITTEN).unwrap_or_default();
    if !fields.has("bound") {
        hold_to_bound(&fields, value.as_ref().map(|(value, _)| value.as_str()).unwrap_or_default());
    }
    let unit = fields.words("unit");
    let who = fields.words("who");
    let date = fields.date("date");
    let uncertainty = fields.text("uncertainty", Cover::Free);
    let claim = fields.mention("claim", Kind::Claim);
    if let Some((value, _)) = value.as_ref().filter(|_| bound != Bound::Exact)
        && !value.chars().any(char::is_alphabetic)
    {
        let words = if bound == Bound::Least { "At least" } else { "At most" };
        let complaint = Complaint::new(
            format!("`{value}` would be printed as if it were exact"),
            "a bound without words",
            format!("write `value = \"{words} {value}\"`, or say so in other words"),
        );
        fields.sheet().complain(fields.span(), complaint);
    }
    fields.finish();
    let (value, amount) = value?;
    Some(Count {
        value,
        amount,
        bound,
        unit: unit?,
        who: who?,
        date: date?,
        uncertainty: uncertainty?,
        claim: ClaimId::new(claim?),
    })
}

/// Words that say that a number is a minimum or a maximum.
const BOUNDS: [(&str, &str); 8] = [
    ("at least", "least"),
    ("more than", "least"),
    ("over", "least"),
    ("or more", "least"),
    ("at most", "most"),
    ("up to", "most"),
    ("fewer than", "most"),
    ("less than", "most"),
];

/// Complains if a number that is said to be a bound would be drawn as exact.
fn hold_to_bound(fields: &Fields<'_>, value: &str) {
    let words: Vec<String> = value.split_whitespace().map(str::to_lowercase).collect();
    let said = format!(" {} ", words.join(" "));
    let Some((words, bound)) = BOUNDS.iter().find(|(words, _)| said.contains(&format!(" {words} "))) else { return };
    let complaint = Complaint::new(
        format!("`{value}` would be drawn as if it were exact"),
        format!("\"{words}\" without a bound"),
        format!("add a line `bound = \"{bound}\"` below it"),
    );
    fields.sheet().complain(fields.span(), complaint);
}

fn table(fields: Fields<'_>) -> Option<Table> {
    let columns = fields.texts("columns");
    let rows: Option<Vec<Row>> =
        fields.each("row", "[[figure.table.row]]", |row_fields| row(row_fields, columns.len()));
    if columns.len() < 2 || rows.as_ref().is_some_and(Vec::is_empty) {
        let complaint = Complaint::new(
            "[figure.table] is no table",
            "fewer than two columns, or no row",
            "write `columns = [\"…\", \"…\"]`, and a [[figure.table.row]] with `cells` and `claim` for each row",
        );
        fields.sheet().complain(fields.span(), complaint);
    }
    fields.finish();
    Some(Table { columns, rows: rows? })
}

fn row(fields: Fields<'_>, columns: usize) -> Option<Row> {
    let cells: Vec<Text> = fields.texts("cells");
    let claim = fields.mention("claim", Kind::Claim);
    if let Some(written) = fields.length("cells").filter(|written| *written != columns) {
        let complaint = Complaint::new(
            format!("this row's cells ({written}) are not as many as the table's columns ({columns})"),
            "not as many",
            "write one cell for each column; a cell may say that nothing is known",
        );
        fields.sheet().complain(fields.span(), complaint);
    }
    fields.finish();
    Some(Row { cells, claim: ClaimId::new(claim?) })
}
