//! Opening a TOML document, which a story's file is as a whole or begins with.
//!
//! Deliberately absent: what its keys mean.

use toml::de::DeTable;

use super::problem::Complaint;
use super::sheet::Sheet;

/// What helps against what the parser says. It speaks to those who know TOML, and an editor need not.
const REMEDIES: [(&str, &str); 6] = [
    (
        "string values must be quoted",
        "put the text between straight quotation marks, as in title = \"The opening\"; typographic ones may stand inside",
    ),
    (
        "unexpected key or value",
        "nothing may follow a text's closing quotation mark; write one that is part of the text as \\\" or as a typographic one",
    ),
    ("invalid basic string", "close the text with a straight quotation mark in the same line"),
    ("missing escaped value", "write a backslash that is part of the text twice"),
    ("missing comma", "put a comma between the entries of the list"),
    (
        "duplicate key",
        "change the one that is there already; where this begins one more entry of a list, write it in double brackets, as in [[claim]]",
    ),
];

/// Reads a TOML document, or complains about all that is not TOML in it.
pub(super) fn with_document<T>(
    sheet: Sheet<'_>,
    toml: &str,
    read: impl FnOnce(Sheet<'_>, &DeTable<'_>) -> Option<T>,
) -> Option<T> {
    let (document, errors) = DeTable::parse_recoverable(toml);
    if errors.is_empty() {
        return read(sheet, document.get_ref());
    }
    sheet.give_up();
    for error in errors {
        let span = error.span().unwrap_or(0..toml.len());
        let message = error.message().lines().next().unwrap_or_default();
        let known = REMEDIES.iter().find(|(said, _)| message.contains(said));
        let complaint = Complaint::new(
            format!("this is not TOML: {message}"),
            "here",
            known.map_or(
                "mend the line; a string stands in \"quotes\", a table begins with [name], an entry of a list of tables with [[name]]",
                |(_, remedy)| remedy,
            ),
        );
        sheet.complain(span, complaint);
    }
    None
}
