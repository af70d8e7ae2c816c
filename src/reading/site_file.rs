//! Reading `site.toml`, which stands beside the stories' folders.
//!
//! Deliberately absent: links by the site's address; every link of a page is relative.

use std::cell::RefCell;

use super::document::with_document;
use super::fields::Fields;
use super::links;
use super::problem::Problem;
use super::references;
use super::sheet::{Kind, Log, Sheet};
use super::{Files, Known};
use crate::story::Slug;

/// What all stories have in common.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Site {
    /// The site's name, in the bar above every page.
    pub name: String,
    /// The story that is served at `/`.
    pub flagship: Slug,
    /// Where the site is published, with a slash at its end. Only what is read elsewhere names it, such as `oembed.json`,
    /// and is left out where nothing is said.
    pub address: Option<String>,
}

/// A site's address with a slash at its end, so that what stands below it can be written behind it; nothing where it is
/// no web address.
pub fn site_address(written: &str) -> Option<String> {
    let (scheme, rest) = written.split_once(':')?;
    let is_address = matches!(scheme, "http" | "https") && links::is_web(rest);
    is_address.then(|| format!("{}/", written.trim_end_matches('/')))
}

/// Reads `site.toml` from the files that stand beside the folders of the stories.
///
/// # Errors
///
/// Every mistake in the file.
pub fn read_site(files: &Files, known: &Known<'_>) -> Result<Site, Vec<Problem>> {
    let log = RefCell::new(Log::default());
    let site = super::sheet_of("site.toml", files, &log).and_then(|sheet| {
        let first_line = sheet.text.find('\n').unwrap_or(sheet.text.len());
        with_document(sheet, sheet.text, |sheet: Sheet<'_>, table| {
            let fields = Fields::new(sheet, table, "site.toml", 0..first_line);
            let name = fields.words("name");
            let flagship = fields.mention("flagship", Kind::Story);
            let address = fields.maybe_web("address").and_then(|address| site_address(&address));
            fields.finish();
            Some(Site { name: name?, flagship: Slug::new(flagship?), address })
        })
    });
    match (site, references::check(log.into_inner(), known)) {
        (Some(site), problems) if problems.is_empty() => Ok(site),
        (_, problems) => Err(problems),
    }
}
