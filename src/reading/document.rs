//! Opening a TOML document, which a story's file is as a whole or begins with.
//!
//! Deliberately absent: what its keys mean.

use toml::de::DeTable;

use super::problem::Complaint;
use super::sheet::Sheet;

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
        let complaint = Complaint::new(
            format!("this is not TOML: {message}"),
            "here",
            "mend the line; a string stands in \"quotes\", a table begins with [name], an entry of a list of tables with [[name]]",
        );
        sheet.complain(span, complaint);
    }
    None
}
