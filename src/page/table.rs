//! A figure's table.
//!
//! Deliberately absent: sorting; the editors' order stays.

use leptos::prelude::*;

use super::{Edition, text};
use crate::prose;
use crate::story::{Row, Table};

/// The table. The figure's question stands above it and names it.
pub(super) fn table(edition: &Edition<'_>, question: &str, table: &Table) -> impl IntoView + use<> {
    let head = table.columns.iter().map(|cell| view! { <th scope="col">{prose::inline(edition, cell)}</th> });
    let head: Vec<_> = head.collect();
    let rows: Vec<_> = table.rows.iter().map(|item| row(edition, item)).collect();
    view! {
        <div class="table">
            <table aria-label=question.to_owned()><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>
        </div>
    }
}

fn row(edition: &Edition<'_>, row: &Row) -> impl IntoView + use<> {
    let last = row.cells.len().saturating_sub(1);
    let cells: Vec<_> = row
        .cells
        .iter()
        .enumerate()
        .map(|(at, cell)| {
            let claim = (at == last).then(|| text::claim_reference(edition, &row.claim));
            let cell = prose::inline(edition, cell);
            if at == 0 {
                view! { <th scope="row">{cell}</th> }.into_any()
            } else {
                view! { <td>{cell}{claim}</td> }.into_any()
            }
        })
        .collect();
    view! { <tr>{cells}</tr> }
}
