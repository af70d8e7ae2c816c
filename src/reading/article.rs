//! Reading `article.md`.
//!
//! Deliberately absent: YAML; front matter is TOML, as in the other files.

use std::ops::Range;

use toml::de::{DeTable, DeValue};

use super::document::with_document;
use super::fields::Fields;
use super::markdown::Opening;
use super::parts::{Part, attributes, id_of, misplaced_rule, parts};
use super::problem::{Complaint, Problem};
use super::sheet::{Kind, Sheet};
use crate::contract::id;
use crate::story::{Article, Block, Section, SectionId, Text, claims_in_blocks, claims_in_text};

/// Ids of the page's own parts, which a section of the article cannot have.
const TAKEN: [&str; 18] = [
    id::WHO_SAYS_SO,
    id::ARTICLE,
    "did-you-know",
    id::TIP,
    "timeline",
    "claims",
    "departures",
    "publications",
    "reactions",
    "faq",
    "figures",
    "glossary",
    "related",
    id::COMMENTS,
    "contents",
    "sources",
    "notes",
    "history",
];

const FENCE: &str = "+++";

pub(super) fn article(sheet: Sheet<'_>) -> Option<Article> {
    let Some((front, body)) = split(sheet.text) else {
        let first_line = sheet.text.find('\n').unwrap_or(sheet.text.len());
        let begins = sheet.text.lines().next().is_some_and(|line| line.trim_end() == FENCE);
        sheet.complain(0..first_line, if begins { no_end() } else { no_front_matter() });
        sheet.give_up();
        return None;
    };
    let sections = sections(sheet, body);
    let mut article = with_document(sheet, &front, |sheet, table| {
        front_matter(Fields::new(sheet, table, "the front matter", 0..FENCE.len()))
    })?;
    article.sections = sections?;
    Some(article)
}

/// Whether an article says that it is a draft, whatever else is wrong with it.
pub fn is_draft(text: &str) -> bool {
    let Some((front, _)) = split(text.trim_start_matches('\u{feff}')) else { return false };
    let (document, _) = DeTable::parse_recoverable(&front);
    document.get_ref().get("draft").is_some_and(|value| matches!(value.get_ref(), DeValue::Boolean(true)))
}

/// The front matter as TOML whose bytes stand where they stand in the file, and where the text begins.
fn split(text: &str) -> Option<(String, usize)> {
    let mut end = 0;
    let mut lines = text.split_inclusive('\n').map(|line| {
        end += line.len();
        (line, end - line.len(), end)
    });
    let (_, _, start) = lines.next().filter(|(line, _, _)| line.trim_end() == FENCE)?;
    let (_, closing, body) = lines.find(|(line, _, _)| line.trim_end() == FENCE)?;
    let front = text.get(start..closing)?;
    let fence = text.get(FENCE.len()..start)?;
    Some((format!("{}{fence}{front}", "#".repeat(FENCE.len())), body))
}

fn no_front_matter() -> Complaint {
    Complaint::new(
        "the article has no front matter",
        "expected +++",
        "begin the file with a line +++, then title, kicker, standfirst, byline, published, as_of and language, then another line +++",
    )
}

fn no_end() -> Complaint {
    Complaint::new(
        "the front matter does not end",
        "no second +++",
        "write another line +++ between the last of its keys and the first section",
    )
}

fn front_matter(fields: Fields<'_>) -> Option<Article> {
    let title = fields.words("title");
    let kicker = fields.words("kicker");
    let standfirst = fields.words("standfirst");
    let byline = fields.words("byline");
    let published = fields.full_day("published");
    let updated = fields.maybe_full_day("updated");
    let as_of = fields.full_day("as_of");
    if let (Some(published), Some(updated)) = (published, updated)
        && updated < published
    {
        let complaint = Complaint::new(
            format!("the article was updated on {updated}, before it was published on {published}"),
            "one of the two days is wrong",
            "mend `published` or `updated`",
        );
        fields.sheet().complain(fields.span(), complaint);
    }
    let language = fields.choice("language", &[("en", "en")]);
    let draft = fields.switch("draft");
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
        draft,
        sections: Vec::new(),
    })
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
    let Part { opening, summary, body, rule } = part;
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
    if !has_text(&body) {
        sheet.complain(
            opening.span.clone(),
            Complaint::new(
                format!("the section \"{}\" has no text", opening.title),
                "nothing follows",
                "write its text below the summary, or delete the section",
            ),
        );
    }
    let key_points = key_points(sheet, &body, rule);
    let summary = summary?;
    if has_text(&body) {
        hold_to_body(sheet, &opening, &summary, &body);
    }
    Some(Section { id: SectionId::new(id?), heading: opening.title, summary, body, key_points })
}

fn has_text(body: &[Block]) -> bool {
    body.iter().any(|block| !matches!(block, Block::Heading(_)))
}

/// How many blocks stand above the rule; without one, the first that is no heading ends the key points.
fn key_points(sheet: Sheet<'_>, body: &[Block], rule: Option<(usize, Range<usize>)>) -> usize {
    match rule {
        Some((above, span)) => {
            let (key, details) = body.split_at(above.min(body.len()));
            if !(has_text(key) && has_text(details)) {
                sheet.complain(span, misplaced_rule());
            }
            above
        }
        None => body.iter().position(|block| !matches!(block, Block::Heading(_))).map_or(0, |first| first + 1),
    }
}

/// What stands below a summary's claim that its section lacks.
const IN_SUMMARY_ALONE: &str = "claimed in the summary alone";

/// Takes out what is said of summaries whose sections have another mistake: where a claim is missing or misspelt in the
/// text, the summary would be changed for nothing.
pub(super) fn without_consequences(problems: Vec<Problem>, text: &str) -> Vec<Problem> {
    let section = |problem: &Problem| {
        let span = problem.span.as_ref().filter(|_| problem.file == "article.md")?;
        Some(text.get(..span.end)?.matches("\n## ").count())
    };
    let is_consequence = |problem: &Problem| problem.label == IN_SUMMARY_ALONE;
    let broken: Vec<usize> = problems.iter().filter(|problem| !is_consequence(problem)).filter_map(section).collect();
    let is_told = |problem: &Problem| section(problem).is_some_and(|section| broken.contains(&section));
    problems.into_iter().filter(|problem| !(is_consequence(problem) && is_told(problem))).collect()
}

/// Complains of what the short version claims and the full one does not.
fn hold_to_body(sheet: Sheet<'_>, opening: &Opening, summary: &Text, body: &[Block]) {
    let mut told = claims_in_blocks(body);
    for claim in claims_in_text(summary) {
        if !told.contains(&claim) {
            // Once is enough for what the summary claims twice.
            told.push(claim);
            sheet.complain(
                opening.span.clone(),
                Complaint::new(
                    format!("the summary of \"{}\" claims `{claim}`, and the text below it does not", opening.title),
                    IN_SUMMARY_ALONE,
                    format!("make the statement in the text too, with [^{claim}], or leave it out of the summary, which ends at the first empty line"),
                ),
            );
        }
    }
}

fn is_taken(id: &str) -> bool {
    let prefixes = [
        id::QUESTION_PREFIX,
        id::EVENT_PREFIX,
        id::ACTOR_PREFIX,
        id::CLAIM_PREFIX,
        "ref-",
        id::TERM_PREFIX,
        id::ERA_PREFIX,
        "figure-",
        id::PLACE_PREFIX,
        id::SOURCE_PREFIX,
        id::COMMENT_PREFIX,
        "contents-",
        id::DEPTH_PREFIX,
        id::SIDE_PREFIX,
        "view-",
        id::LEGEND_PREFIX,
        "map-",
        "stance-",
        "zoomed-",
    ];
    TAKEN.contains(&id) || id.ends_with(id::HEADING_SUFFIX) || prefixes.iter().any(|prefix| id.starts_with(prefix))
}
