//! Text, dates and sources as HTML.
//!
//! Deliberately absent: headings of sections, whose level depends on where they stand.

use leptos::prelude::*;

use super::Edition;
use super::statements::{about, statements};
use crate::contract::id;
use crate::prose::{self, Prose};
use crate::story::{ActorId, Block, ClaimId, Inline, Section, SourceId, Status, Target};
use crate::words::facts;

/// The level of a heading within a passage, one below that of the passage's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Below {
    /// Below a section's heading.
    Section,
    /// Below a question.
    Question,
}

/// Blocks, one below the other.
pub(super) fn blocks(edition: &Edition<'_>, blocks: &[Block], below: Below) -> Vec<AnyView> {
    blocks.iter().map(|piece| block(edition, piece, below)).collect()
}

/// A section's blocks, its key points apart.
pub(super) fn section(edition: &Edition<'_>, section: &Section) -> impl IntoView + use<> {
    let (key, details) = section.parts();
    let key = blocks(edition, key, Below::Section);
    let details = blocks(edition, details, Below::Section);
    let details = (!details.is_empty()).then(|| view! { <div class="details">{details}</div> });
    view! { <div class="key-points">{key}</div>{details} }
}

fn block(edition: &Edition<'_>, block: &Block, below: Below) -> AnyView {
    match block {
        Block::Paragraph(text) if is_editors_voice(text) => {
            view! { <p class="voice">{prose::inline(edition, text)}</p> }.into_any()
        }
        Block::Paragraph(text) => {
            let about = (below == Below::Section).then(|| about(edition, text)).flatten();
            view! { <p data-about=about>{statements(edition, text)}</p> }.into_any()
        }
        Block::Heading(text) if below == Below::Section => view! { <h3>{prose::inline(edition, text)}</h3> }.into_any(),
        Block::Heading(text) => view! { <h4>{prose::inline(edition, text)}</h4> }.into_any(),
        Block::List { ordered, items } => list(edition, *ordered, items, below),
        Block::Table { head, rows } => {
            let head: Vec<_> =
                head.iter().map(|cell| view! { <th scope="col">{prose::inline(edition, cell)}</th> }).collect();
            let rows: Vec<_> = rows
                .iter()
                .map(|row| {
                    let cells: Vec<_> = row.iter().map(|cell| view! { <td>{statements(edition, cell)}</td> }).collect();
                    view! { <tr>{cells}</tr> }
                })
                .collect();
            view! { <div class="table"><table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div> }
                .into_any()
        }
    }
}

/// Whether a paragraph is wholly in emphasis: the editors' own voice.
fn is_editors_voice(text: &[Inline]) -> bool {
    matches!(text, [Inline::Emphasis(_)])
}

fn list(edition: &Edition<'_>, ordered: bool, items: &[Vec<Block>], below: Below) -> AnyView {
    let items: Vec<_> = items
        .iter()
        .map(|item| match &item[..] {
            [Block::Paragraph(text)] => {
                let about = (below == Below::Section).then(|| about(edition, text)).flatten();
                view! { <li data-about=about>{statements(edition, text)}</li> }.into_any()
            }
            _ => view! { <li>{blocks(edition, item, below)}</li> }.into_any(),
        })
        .collect();
    if ordered { view! { <ol>{items}</ol> }.into_any() } else { view! { <ul>{items}</ul> }.into_any() }
}

impl Prose for Edition<'_> {
    fn words(&self) -> &'static facts::Words {
        self.words.facts
    }

    fn link(&self, to: &Target, text: Vec<AnyView>) -> AnyView {
        link(self, to, text)
    }

    fn reference(&self, claim: &ClaimId) -> AnyView {
        claim_reference(self, claim)
    }
}

/// A link; a term that its passage has linked before stays words.
pub(super) fn link(edition: &Edition<'_>, to: &Target, text: Vec<AnyView>) -> AnyView {
    let href = address(edition, to);
    match to {
        Target::Actor(id) => actor_link(edition, id, text).into_any(),
        // One way to the meaning is enough, and a line under every repetition would be in the way of reading.
        Target::Term(id) if !edition.explains(id) => text.into_any(),
        Target::Term(_) => view! { <a class="to-term" href=href>{text}</a> }.into_any(),
        Target::Web(_) => view! { <a href=href>{text}</a> }.into_any(),
        _ => view! { <a href=href>{text}</a> }.into_any(),
    }
}

/// A name by which an actor can be followed, and which leads to its entry in the list.
pub(super) fn actor_link<View: IntoView>(edition: &Edition<'_>, id: &ActorId, name: View) -> impl IntoView + use<View> {
    let href = address(edition, &Target::Actor(id.clone()));
    view! { <a class="to-actor" href=href data-actor=id.to_string()>{name}</a> }
}

/// Where a link leads.
pub(super) fn address(edition: &Edition<'_>, to: &Target) -> String {
    match (to, to.fragment()) {
        (Target::Term(_), Some(fragment)) => edition.evidence(&fragment),
        (_, Some(fragment)) => edition.story_part(&fragment),
        (Target::Story(slug), None) => format!("{}{slug}/", edition.place.root),
        (Target::Web(url), None) => url.clone(),
        (_, None) => String::new(),
    }
}

/// The number that leads to a claim; the first one on the page can be led back to.
pub(super) fn claim_reference(edition: &Edition<'_>, id: &ClaimId) -> AnyView {
    let number = edition.story.claim_number(id);
    let Some(claim) = edition.story.claim(id) else {
        return ().into_any();
    };
    let anchor = edition.refers_first(id).then(|| format!("ref-{id}"));
    // Only what is disputed looks different; all of it is said, and marked in the statement.
    let status = (claim.status == Status::Disputed).then(|| claim.status.key());
    view! {
        <sup class="claim-ref" id=anchor>
            <a href=edition.evidence(&id::claim(id.as_str())) data-status=status aria-label=edition.words.claim_reference(number, claim.status)>
                {number}
            </a>
        </sup>
    }
    .into_any()
}

/// The sources of something, as links between commas.
pub(super) fn sources(edition: &Edition<'_>, ids: &[SourceId]) -> impl IntoView + use<> {
    prose::sources(edition.words.facts, &edition.story.cited(ids))
}
