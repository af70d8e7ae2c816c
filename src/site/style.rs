//! Two style sheets from the files of `style/`, checked and made small: what each page carries in itself, and what comes
//! later.
//!
//! Deliberately absent: prefixes and rewriting for browsers older than those that are tested.

use std::path::Path;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use lightningcss::bundler::{Bundler, FileProvider};
use lightningcss::printer::PrinterOptions;
use lightningcss::stylesheet::{MinifyOptions, ParserOptions};
use sha2::{Digest, Sha256};

/// A style sheet cannot be made.
#[derive(Debug, thiserror::Error)]
#[error("the style sheet is broken: {0}")]
pub struct StyleError(String);

/// The style sheets of a site.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Styles {
    /// What each page carries in itself, so that it can be painted as it comes.
    pub first: String,
    /// What only scripts show.
    pub later: String,
}

impl Styles {
    /// Bundles the style sheets of a folder, each with all that it imports.
    ///
    /// # Errors
    ///
    /// A file is missing or is not CSS; the message says which, and where.
    pub fn bundle(folder: &Path) -> Result<Self, StyleError> {
        Ok(Self { first: bundle(&folder.join("first.css"))?, later: bundle(&folder.join("later.css"))? })
    }

    /// All of them as one.
    pub fn whole(&self) -> String {
        [self.first.as_str(), &self.later].concat()
    }
}

fn bundle(entry: &Path) -> Result<String, StyleError> {
    let files = FileProvider::new();
    let mut bundler = Bundler::new(&files, None, ParserOptions::default());
    let mut sheet = bundler.bundle(entry).map_err(|error| StyleError(error.to_string()))?;
    sheet.minify(MinifyOptions::default()).map_err(|error| StyleError(error.to_string()))?;
    let printer = PrinterOptions { minify: true, ..PrinterOptions::default() };
    sheet.to_css(printer).map(|css| css.code).map_err(|error| StyleError(error.to_string()))
}

/// By what a policy knows the text of a style sheet: `'sha256-…'`.
pub(super) fn source(style: &str) -> String {
    format!("'sha256-{}'", BASE64_STANDARD.encode(Sha256::digest(style)))
}
