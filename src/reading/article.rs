//! Reading `article.md` and `faq.md`.
//!
//! Deliberately absent: YAML; front matter is TOML, as in the other files.

use std::ops::Range;

use super::dates;
use super::fields::{Fields, guess, with_document};
use super::markdown::{self, Cover, Opening, Piece};
use super::passage::Passage;
use super::problem::Complaint;
use super::sheet::{Kind, Sheet};
use crate::story::{Article, Block, Date, Question, QuestionId, Section, SectionId, Text};

/// Ids of the page's own parts, which a section of the article cannot have.
const TAKEN: [&str; 13] = [
    "article",
    "did-you-know",
    "tip",
    "timeline",
    "reactions",
    "faq",
    "figures",
    "glossary",
    "related",
    "comments",
    "contents",
    "sources",
    "notes",
];

const FENCE: &str = "+++\n";

pub(super) fn article(sheet: Sheet<'_>) -> Option<Article> {
    let Some((front, body)) = split(sheet) else {
        sheet.give_up();
        return None;
    };
    let sections = sections(sheet, body);
    let toml = sheet.text.get(front)?;
    let mut article = with_document(sheet, toml, FENCE.len(), |sheet, table| {
        front_matter(Fields::new(Sheet { ..sheet }, table, "the front matter", 0..FENCE.len() - 1))
    })?;
    article.sections = sections?;
    Some(article)
}

/// Where the front matter and the text are.
fn split(sheet: Sheet<'_>) -> Option<(Range<usize>, usize)> {
    let closing = sheet
        .text
        .strip_prefix(FENCE)
        .and_then(|rest| if rest.starts_with(FENCE) { Some(0) } else { rest.find("\n+++\n").map(|at| at + 1) });
    match closing {
        Some(length) => Some((FENCE.len()..FENCE.len() + length, FENCE.len() * 2 + length)),
        None => {
            let first_line = sheet.text.find('\n').unwrap_or(sheet.text.len());
            sheet.complain(
                0..first_line,
                Complaint::new(
                    "the article has no front matter",
                    "expected +++",
                    "begin the file with a line +++, then title, kicker, standfirst, byline, published, as_of and language, then another line +++",
                ),
            );
            None
        }
    }
}

fn front_matter(fields: Fields<'_>) -> Option<Article> {
    let title = fields.words("title");
    let kicker = fields.words("kicker");
    let standfirst = fields.words("standfirst");
    let byline = fields.words("byline");
    let published = fields.day("published");
    let updated = fields.maybe_day("updated");
    let as_of = fields.day("as_of");
    let language = fields.choice("language", &[("en", "en")]);
    fields.finish();
    Some(Article {
        title: title?,
        kicker: kicker?,
        standfirst: standfirst?,
        byline: byline?,
        published: published?,
        updated,
        as_of: as_of?,
        language: language?.to_owned(),
        sections: Vec::new(),
    })
}

/// A heading and what stands below it, up to the next.
struct Part {
    opening: Opening,
    summary: Option<Text>,
    body: Vec<Block>,
}

fn parts(sheet: Sheet<'_>, start: usize, what: &str) -> Vec<Part> {
    let passage = Passage::of_file(sheet.text.get(start..).unwrap_or_default(), start);
    let mut parts: Vec<Part> = Vec::new();
    for piece in markdown::pieces(sheet, &passage, Cover::Claims) {
        match (piece, parts.last_mut()) {
            (Piece::Opening(opening), _) => parts.push(Part { opening, summary: None, body: Vec::new() }),
            (Piece::Quote(text, _), Some(part)) if part.summary.is_none() && part.body.is_empty() => {
                part.summary = Some(text);
            }
            (Piece::Quote(_, span), Some(_)) => sheet.complain(
                span,
                Complaint::new(
                    "a block quote here is not allowed in a story",
                    "refused",
                    "keep block quotes for the summary right below a section's heading",
                ),
            ),
            (Piece::Block(block, _), Some(part)) => part.body.push(block),
            (Piece::Quote(_, span) | Piece::Block(_, span), None) => sheet.complain(
                span,
                Complaint::new(
                    format!("this stands before the first {what}"),
                    "belongs nowhere",
                    format!("move it below a line `## … {{#id}}`, which opens a {what}"),
                ),
            ),
        }
    }
    parts
}

fn sections(sheet: Sheet<'_>, start: usize) -> Option<Vec<Section>> {
    let parts = parts(sheet, start, "section");
    if parts.is_empty() {
        sheet.complain_whole(
            "the story has no sections",
            "write at least one section in article.md: a line `## Heading {#id}`, a summary in a block quote, and text",
        );
        return None;
    }
    parts.into_iter().map(|part| section(sheet, part)).collect()
}

fn section(sheet: Sheet<'_>, part: Part) -> Option<Section> {
    let Part { opening, summary, body } = part;
    let id = id_of(sheet, &opening, Kind::Section);
    if let Some(id) = id.as_deref().filter(|id| is_taken(id)) {
        sheet.complain(
            opening.span.clone(),
            Complaint::new(
                format!("a section cannot have the id `{id}`"),
                "taken by a part of the page",
                "give the section another id",
            ),
        );
    }
    attributes(sheet, &opening, &[]);
    if summary.is_none() {
        sheet.complain(
            opening.span.clone(),
            Complaint::new(
                format!("the section \"{}\" has no summary", opening.title),
                "no summary follows",
                "put its one-sentence summary right below the heading, on a line that begins with >",
            ),
        );
    }
    if body.is_empty() {
        sheet.complain(
            opening.span.clone(),
            Complaint::new(
                format!("the section \"{}\" has no text", opening.title),
                "nothing follows",
                "write its text below the summary, or delete the section",
            ),
        );
    }
    Some(Section { id: SectionId::new(id?), heading: opening.title, summary: summary?, body })
}

fn is_taken(id: &str) -> bool {
    let prefixes = ["faq-", "event-", "actor-", "claim-", "term-", "era-", "figure-", "source-", "comment-"];
    TAKEN.contains(&id) || prefixes.iter().any(|prefix| id.starts_with(prefix))
}

pub(super) fn questions(sheet: Sheet<'_>) -> Option<Vec<Question>> {
    parts(sheet, 0, "question").into_iter().map(|part| question(sheet, part)).collect()
}

fn question(sheet: Sheet<'_>, part: Part) -> Option<Question> {
    let Part { opening, summary, body } = part;
    let id = id_of(sheet, &opening, Kind::Question);
    let as_of = attributes(sheet, &opening, &["as_of"]);
    if summary.is_some() {
        sheet.complain(
            opening.span.clone(),
            Complaint::new(
                "an answer has no block quote",
                "a block quote follows",
                "delete the > before the answer's first words",
            ),
        );
    }
    if body.is_empty() {
        sheet.complain(
            opening.span.clone(),
            Complaint::new(
                format!("the question \"{}\" has no answer", opening.title),
                "nothing follows",
                "write the answer below the question",
            ),
        );
    }
    Some(Question { id: QuestionId::new(id?), question: opening.title, answer: body, as_of })
}

fn id_of(sheet: Sheet<'_>, opening: &Opening, kind: Kind) -> Option<String> {
    match &opening.id {
        Some(id) => {
            sheet.define(kind, id, opening.span.clone());
            Some(id.clone())
        }
        None => {
            sheet.complain(
                opening.span.clone(),
                Complaint::new(
                    "this heading has no id",
                    "no {#id}",
                    "end the line with an id in braces, as in `## The human cost {#human-cost}`",
                ),
            );
            None
        }
    }
}

/// Reads `as_of` from a heading's braces and complains about all that is not known.
fn attributes(sheet: Sheet<'_>, opening: &Opening, known: &[&str]) -> Option<Date> {
    let mut as_of = None;
    for (key, value) in &opening.attributes {
        if known.contains(&key.as_str()) {
            as_of = dates::date(value).map_err(|complaint| sheet.complain(opening.span.clone(), complaint)).ok();
        } else {
            let label = guess(key, known).unwrap_or_else(|| "unknown".into());
            sheet.complain(
                opening.span.clone(),
                Complaint::new(
                    format!("`{key}` is not known in a heading's braces"),
                    label,
                    "keep to {#id}, and in faq.md also {#id as_of=2026-02-17}",
                ),
            );
        }
    }
    as_of
}
