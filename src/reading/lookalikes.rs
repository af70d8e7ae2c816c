//! What was meant as a claim, a link, a heading or a table and is none to Markdown, so that nobody would see it but
//! readers.
//!
//! Deliberately absent: links with a space in their address, which `inline` refuses.

use std::ops::Range;

use super::markdown::Reader;
use super::problem::Complaint;
use super::sheet::{is_id, near};

/// Complains if a bracket among these words begins what looks like a reference or a link.
pub(super) fn refuse_half_reference(reader: &Reader<'_>, span: &Range<usize>) {
    let text = reader.passage.text;
    let words = text.get(span.clone()).unwrap_or_default();
    let Some(at) = words.find(['[', '(']).map(|at| span.start + at) else { return };
    let (before, rest) = text.split_at(at);
    let line = near(rest).lines().next().unwrap_or_default();
    if before.ends_with('\\') {
        return;
    }
    let (within, after) = line[1..].split_once([']', ')']).unwrap_or((&line[1..], ""));
    let start = at - usize::from(before.ends_with('^'));
    let end = at + line.len().min(within.len() + 2);
    if line.starts_with('[') && leads_somewhere(after) {
        let length = after.find(')').map_or(after.len(), |end| end + 1);
        reader.complain(&(start..end + length), half_link());
    } else if within.trim_start().starts_with('^') || before.ends_with('^') {
        reader.complain(&(start..end), half_reference());
    } else if line.starts_with('[') && is_id(within) {
        reader.sheet.suspect(within, reader.passage.span(start..end));
    }
}

/// Whether an address in parentheses follows after a space.
fn leads_somewhere(after: &str) -> bool {
    let address = after.trim_start().strip_prefix('(').and_then(|rest| rest.split(')').next());
    after.starts_with(' ') && address.is_some_and(|address| address.contains(':') && !address.contains(' '))
}

/// Complains if a paragraph begins like a heading or a table; says whether it did.
pub(super) fn refuse_plain_paragraph(reader: &Reader<'_>, span: &Range<usize>) -> bool {
    let text = reader.passage.text.get(span.clone()).unwrap_or_default();
    let line = text.lines().next().unwrap_or_default().trim_end();
    let complaint = match line.trim_start_matches('#').chars().next() {
        Some(letter) if line.starts_with("##") && !letter.is_whitespace() => no_space(),
        Some('|') if line.len() > 1 => no_rule(),
        _ => return false,
    };
    reader.complain(&(span.start..span.start + line.len()), complaint);
    true
}

/// Complains if a row of a table has more cells than its head: Markdown would drop them.
pub(super) fn refuse_more_cells(reader: &Reader<'_>, span: &Range<usize>, columns: usize) {
    let row = reader.passage.text.get(span.clone()).unwrap_or_default().trim();
    let inner = row.strip_prefix('|').unwrap_or(row);
    let inner = inner.strip_suffix('|').filter(|rest| !rest.ends_with('\\')).unwrap_or(inner);
    let cells = inner.replace("\\|", "").matches('|').count() + 1;
    if cells > columns {
        let complaint = Complaint::new(
            format!("this row has {cells} cells, and its table {columns} columns"),
            "more than its head has",
            "write one cell for each column; a | that is meant as such is written \\|",
        );
        reader.complain(&(span.start..span.start + row.len()), complaint);
    }
}

fn no_space() -> Complaint {
    Complaint::new(
        "this is no heading, and would be shown to readers as it stands",
        "no space behind the #",
        "put a space between the # and the heading's words",
    )
}

fn no_rule() -> Complaint {
    Complaint::new(
        "this is no table, and would be shown to readers as it stands",
        "no line below the head of the table",
        "write a line |---|---| below its first row, with as many parts as there are columns",
    )
}

pub(super) fn half_reference() -> Complaint {
    Complaint::new(
        "this is no reference to a claim, and would be shown to readers as it stands",
        "not read as a claim",
        "write it as [^tunnel-opened], without a space; where brackets are meant, write \\[",
    )
}

fn half_link() -> Complaint {
    Complaint::new(
        "this is no link, and would be shown to readers as it stands",
        "a space between its halves",
        "take the space between ] and ( out; where brackets are meant, write \\[",
    )
}
