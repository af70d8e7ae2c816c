//! Words in brackets that were meant as a reference to a claim or as a link and are none, which nobody would see but
//! readers.
//!
//! Deliberately absent: links with a space in their address, which `inline` refuses.

use std::ops::Range;

use super::markdown::Reader;
use super::problem::Complaint;
use super::sheet::is_id;

/// Complains if a bracket among these words begins what looks like a reference or a link.
pub(super) fn refuse_half_reference(reader: &Reader<'_>, span: &Range<usize>) {
    let text = reader.passage.text;
    let words = text.get(span.clone()).unwrap_or_default();
    let Some(at) = words.find(['[', '(']).map(|at| span.start + at) else { return };
    let (before, rest) = text.split_at(at);
    let line = rest.lines().next().unwrap_or_default();
    if before.ends_with('\\') {
        return;
    }
    let (within, after) = line[1..].split_once([']', ')']).unwrap_or((&line[1..], ""));
    let start = at - usize::from(before.ends_with('^'));
    let end = at + line.len().min(within.len() + 2);
    if line.starts_with('[') && leads_somewhere(after) {
        let length = after.find(')').map_or(after.len(), |end| end + 1);
        reader.complain(&(start..end + length), half_link());
    } else if is_reference(line, before, within) {
        reader.complain(&(start..end), half_reference());
    }
}

/// Whether what stands in brackets can only be meant as a claim: `[^began]` with a space or a bracket amiss, or the id
/// of one in brackets alone.
fn is_reference(line: &str, before: &str, within: &str) -> bool {
    let has_mark = within.trim_start().starts_with('^') || before.ends_with('^');
    has_mark || line.starts_with('[') && is_id(within) && within.contains('-')
}

/// Whether an address in parentheses follows after a space.
fn leads_somewhere(after: &str) -> bool {
    let address = after.trim_start().strip_prefix('(').and_then(|rest| rest.split(')').next());
    after.starts_with(' ') && address.is_some_and(|address| address.contains(':') && !address.contains(' '))
}

fn half_reference() -> Complaint {
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
