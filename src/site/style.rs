//! One style sheet from the files of `style/`, checked and made small.
//!
//! Deliberately absent: prefixes and rewriting for browsers older than those that are tested.

use std::path::Path;

use lightningcss::bundler::{Bundler, FileProvider};
use lightningcss::printer::PrinterOptions;
use lightningcss::stylesheet::{MinifyOptions, ParserOptions};

/// The style sheet cannot be made.
#[derive(Debug, thiserror::Error)]
#[error("the style sheet is broken: {0}")]
pub struct StyleError(String);

/// Bundles a style sheet with all that it imports.
///
/// # Errors
///
/// A file is missing or is not CSS; the message says which, and where.
pub fn bundle(entry: &Path) -> Result<String, StyleError> {
    let files = FileProvider::new();
    let mut bundler = Bundler::new(&files, None, ParserOptions::default());
    let mut sheet = bundler.bundle(entry).map_err(|error| StyleError(error.to_string()))?;
    sheet.minify(MinifyOptions::default()).map_err(|error| StyleError(error.to_string()))?;
    let printer = PrinterOptions { minify: true, ..PrinterOptions::default() };
    sheet.to_css(printer).map(|css| css.code).map_err(|error| StyleError(error.to_string()))
}
