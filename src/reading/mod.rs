//! A story's files, checked: text in, a [`Story`] or all its problems out.
//!
//! Deliberately absent: the disk. Whoever calls brings the files' bytes.

mod actors;
mod amounts;
mod article;
mod charts;
mod claims;
mod contradictions;
mod dates;
mod did_you_mean;
mod document;
mod excerpt;
mod extras;
mod faq;
mod fields;
mod figures;
mod foreign;
mod glossary;
mod headings;
mod hints;
mod inline;
mod links;
mod lookalikes;
mod markdown;
mod marks;
mod nested;
mod notes;
mod parts;
mod passage;
mod places;
mod problem;
mod quotes;
mod references;
mod report;
mod sheet;
mod signs;
mod site_file;
mod spoken_dates;
mod timeline;
mod typed;
mod values;

use std::cell::RefCell;
use std::collections::BTreeMap;

use toml::de::DeTable;

pub use article::is_draft;
pub use excerpt::Excerpt;
pub use hints::{Hint, hints};
pub use problem::Problem;
pub use report::{Style, report};
pub use site_file::{Site, read_site, site_address};

use crate::story::{Slug, Story};
use document::with_document;
use fields::Fields;
use sheet::{Log, Sheet, is_id};

/// The files of a story, each required, in the order in which an editor meets them.
pub const FILES: [&str; 8] = [
    "article.md",
    "faq.md",
    "claims.toml",
    "sources.toml",
    "timeline.toml",
    "actors.toml",
    "glossary.toml",
    "story.toml",
];

/// The bytes of a story's files by name.
pub type Files = BTreeMap<String, Vec<u8>>;

/// The stories to which one may link, and those to which it may not because they are drafts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Known<'a> {
    /// The folders of those to which it may.
    pub stories: Vec<&'a str>,
    /// The folders of the drafts.
    pub drafts: Vec<&'a str>,
}

/// Reads the story `slug`; `stories` are the folders of all stories, to which this one may link.
///
/// # Errors
///
/// Every mistake in the files, in the order of the files and of their lines.
pub fn read(slug: &str, files: &Files, stories: &[&str]) -> Result<Story, Vec<Problem>> {
    read_among(slug, files, &Known { stories: stories.to_vec(), drafts: Vec::new() })
}

/// The same, where some stories may be drafts.
///
/// # Errors
///
/// Every mistake in the files, in the order of the files and of their lines.
pub fn read_among(slug: &str, files: &Files, known: &Known<'_>) -> Result<Story, Vec<Problem>> {
    let log = RefCell::new(Log::default());
    check_slug(slug, &log);
    if !is_slug(slug) {
        // A folder of that name is no story, or a copy of one, whose own mistakes would only hide this one.
        return Err(log.into_inner().problems);
    }
    let story = draft(slug, files, &log);
    let mut problems = references::check(log.into_inner(), known);
    problems.sort_by_key(|problem| (rank(&problem.file), problem.span.as_ref().map_or(0, |span| span.start)));
    problems.dedup();
    let problems = problem::without_consequences(problems);
    let article = files.get("article.md").map(|bytes| String::from_utf8_lossy(without_mark(bytes)));
    let problems = article::without_consequences(problems, &article.unwrap_or_default());
    match story {
        Some(story) if problems.is_empty() => Ok(story),
        _ => Err(problems),
    }
}

/// The same for a story that is published on this site.
///
/// # Errors
///
/// Every mistake in the files, and settings that do not work on this site.
pub fn read_for(site: &Site, slug: &str, files: &Files, known: &Known<'_>) -> Result<Story, Vec<Problem>> {
    let story = read_among(slug, files, known)?;
    let problems = contradictions::contradictions(site, &story, files);
    if problems.is_empty() { Ok(story) } else { Err(problems) }
}

fn rank(file: &str) -> usize {
    FILES.iter().position(|name| *name == file).unwrap_or(FILES.len())
}

/// Whether a story's folder can have that name.
pub fn is_slug(name: &str) -> bool {
    is_id(name) && !["assets", "embed"].contains(&name)
}

fn check_slug(slug: &str, log: &RefCell<Log>) {
    let sheet = Sheet { name: "", text: "", log };
    if !is_slug(slug) {
        sheet.complain_whole(
            format!("`{slug}` cannot be the folder of a story"),
            "name the folder in lower-case letters, digits and single hyphens, as in harbour-tunnel; `assets` and `embed` are taken",
        );
    }
}

fn draft(slug: &str, files: &Files, log: &RefCell<Log>) -> Option<Story> {
    let sheets: Vec<Option<Sheet<'_>>> = FILES.iter().map(|name| sheet_of(name, files, log)).collect();
    let [article, questions, claims, sources, timeline, actors, terms, extras] = sheets.try_into().ok()?;
    let article = article.and_then(article::article);
    let questions = questions.and_then(faq::questions);
    let claims = claims.and_then(|sheet| toml(sheet, claims::claims));
    let sources = sources.and_then(|sheet| toml(sheet, claims::sources));
    let timeline = timeline.and_then(|sheet| toml(sheet, timeline::timeline));
    let actors = actors.and_then(|sheet| toml(sheet, actors::actors));
    let terms = terms.and_then(|sheet| toml(sheet, glossary::terms));
    let story_sheet = extras;
    let extras = extras.and_then(|sheet| toml(sheet, extras::extras));
    let (eras, events) = timeline?;
    let (article, extras, actors, story_sheet) = (article?, extras?, actors?, story_sheet?);
    places::hold_to_region(&story_sheet, extras.region, &extras.landmarks, &actors);
    let notes = notes::held_to(&article, extras.notes, &story_sheet);
    Some(Story {
        slug: Slug::new(slug),
        article,
        questions: questions?,
        claims: claims?,
        sources: sources?,
        eras,
        events,
        actors,
        terms: terms?,
        tip: extras.tip,
        did_you_know: extras.did_you_know,
        region: extras.region,
        landmarks: extras.landmarks,
        wording: extras.wording,
        figures: extras.figures,
        notes,
        related: extras.related,
        provenance: extras.provenance,
        talk: extras.talk,
    })
}

fn toml<T>(sheet: Sheet<'_>, read: impl FnOnce(Fields<'_>) -> Option<T>) -> Option<T> {
    let first_line = sheet.text.find('\n').unwrap_or(sheet.text.len());
    with_document(sheet, sheet.text, |sheet: Sheet<'_>, table: &DeTable<'_>| {
        read(Fields::new(sheet, table, sheet.name, 0..first_line))
    })
}

/// The file, if it is there and has text.
fn sheet_of<'a>(name: &'static str, files: &'a Files, log: &'a RefCell<Log>) -> Option<Sheet<'a>> {
    let sheet = open(name, files, log);
    if sheet.is_none() {
        Sheet { name, text: "", log }.give_up();
    }
    sheet
}

fn open<'a>(name: &'static str, files: &'a Files, log: &'a RefCell<Log>) -> Option<Sheet<'a>> {
    let whole = Sheet { name, text: "", log };
    let Some(bytes) = files.get(name).map(|bytes| without_mark(bytes)) else {
        whole.complain_whole("this file is missing", "create it; docs/format.md says what it holds");
        return None;
    };
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => {
            log.borrow_mut().problems.push(not_utf8(name, error.valid_up_to()));
            return None;
        }
    };
    if text.contains('\r') && !text.contains('\n') {
        whole.complain_whole(
            "all of this file is one line: its lines end as on very old computers",
            "save it again, with line ends of the kind LF (Unix)",
        );
        return None;
    }
    if text.trim().is_empty() {
        whole.complain_whole("this file is empty", format!("docs/format.md says what {name} holds"));
        return None;
    }
    let sheet = Sheet { name, text, log };
    let is_broken = signs::refuse_never_text(sheet) && !name.ends_with(".md");
    (!is_broken).then_some(sheet)
}

/// The bytes without the mark that some editors put before UTF-8.
fn without_mark(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes)
}

/// The bytes that are no text are shown as one replacement character, which is three bytes long.
fn not_utf8(name: &str, valid: usize) -> Problem {
    Problem {
        file: name.into(),
        span: Some(valid..valid + char::REPLACEMENT_CHARACTER.len_utf8()),
        message: "this file is not UTF-8".into(),
        label: "these bytes are no text".into(),
        remedy: "save the file again, with the encoding UTF-8".into(),
    }
}
