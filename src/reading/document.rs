//! Opening a TOML document, which a story's file is as a whole or begins with.
//!
//! Deliberately absent: what its keys mean.

use std::ops::Range;

use toml::de::DeTable;

use super::problem::Complaint;
use super::sheet::Sheet;

/// What helps against what the parser says. It speaks to those who know TOML, and an editor need not.
const REMEDIES: [(&str, &str); 6] = [
    (
        "string values must be quoted",
        "put the text between straight quotation marks, as in title = \"The opening\"; typographic ones may stand inside; between two numbers of a list stands a comma",
    ),
    (
        "unexpected key or value",
        "nothing may follow a text's closing quotation mark but a comment, which begins with #; write one that is part of the text as \\\" or as a typographic one",
    ),
    ("invalid basic string", "close the text with a straight quotation mark in the same line"),
    ("missing escaped value", "write a backslash that is part of the text twice"),
    ("missing comma", "put a comma between the entries of the list"),
    (
        "duplicate key",
        "change the one that is there already; where this begins one more entry of a list, write it in double brackets, as in [[claim]]",
    ),
];

/// What the parser says of a list or a table in a line that does not end.
const UNCLOSED: [&str; 2] = ["unclosed array", "unclosed inline table"];

/// How many mistakes of one file are told that is not TOML.
const MOST: usize = 5;

/// The bracket or brace that was opened before a byte of the document and not closed, with what to say of it.
fn open_before(toml: &str, end: usize) -> Option<(Range<usize>, Complaint)> {
    let mut open: Vec<(usize, char)> = Vec::new();
    let mut start = 0;
    for line in toml.split_inclusive('\n') {
        if start > end {
            break;
        }
        // Brackets at the beginning of a line name a table.
        let value = line.find('=').filter(|_| !line.trim_start().starts_with('['));
        let from = if open.is_empty() { value.unwrap_or(line.len()) } else { 0 };
        let mut quote = None;
        for (at, letter) in line.char_indices().skip_while(|(at, _)| *at < from) {
            match (quote, letter) {
                (None, '#') => break,
                (None, '"' | '\'') => quote = Some(letter),
                (Some(opened), _) if opened == letter => quote = None,
                (None, '[' | '{') => open.push((start + at, letter)),
                (None, ']' | '}') => {
                    open.pop();
                }
                _ => {}
            }
        }
        start += line.len();
    }
    let (at, letter) = *open.first()?;
    let line = toml.get(at..)?.lines().next()?;
    let (what, close) = if letter == '[' { ("list", "]") } else { ("table", "}") };
    let complaint = Complaint::new(
        format!("this {what} is not closed, and nothing below it can be read"),
        "opened here",
        format!("put {close} behind its last entry; a text in it needs a quotation mark at both ends"),
    );
    Some((at..at + line.len(), complaint))
}

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
    // What is not closed makes mistakes of all that follows.
    let runs_on =
        errors.len() > MOST || errors.iter().any(|error| UNCLOSED.iter().any(|said| error.message().contains(said)));
    let first = errors.first().and_then(|error| error.span()).filter(|_| runs_on);
    if let Some((at, complaint)) = first.and_then(|span| open_before(toml, span.start)) {
        sheet.complain(at, complaint);
        return None;
    }
    for error in errors.into_iter().take(MOST) {
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
