//! A panel in words: what WordPress shows until the panel's frame has told its height, and feeds and mails for good.
//!
//! WordPress listens to no frame that comes without. The words are about as much as the frame, so that what stands below
//! moves little when it takes their place.
//!
//! Deliberately absent: comments, which nobody has when the site is built.

use html_escape::encode_double_quoted_attribute as safe;

use crate::contract::id;
use crate::page::Panel;
use crate::story::{Actor, Block, Event, Question, Section, Story, plain};
use crate::words::page::{Words, in_language};

/// How many letters the parts of a panel are at most; what fills a screen.
const LETTERS: usize = 1_800;

/// A part of a panel: where it is on the story's page, what it is called, and what it says.
struct Part {
    id: String,
    name: String,
    says: String,
}

/// The panel in words, as WordPress wants them. Where a host does not know what they are for, they do not show.
pub(super) fn fallback(story: &Story, page: &str, panel: Panel) -> String {
    let words = in_language(&story.article.language);
    let title = words.panel_title(panel.key(), story, &story.article.title);
    let mut html = link(page, &panel.fragment(), &title);
    html.push_str(&[words.stop, &safe(&story.article.standfirst)].concat());
    let mut letters = 0;
    for Part { id, name, says } in parts(story, words, panel) {
        letters += name.chars().count() + says.chars().count();
        if letters > LETTERS {
            break;
        }
        html.push_str(&[words.dot, &link(page, &id::link_to(&id), &name), " ", &safe(&says)].concat());
    }
    format!("<blockquote class=\"wp-embedded-content\" hidden>{html}</blockquote>")
}

fn parts(story: &Story, words: &Words, panel: Panel) -> Vec<Part> {
    match panel {
        Panel::Story => sections(story),
        // Comments have no text that is there when the site is built; who comments has read the questions.
        Panel::Faq | Panel::Comments => questions(story, first_paragraph),
        Panel::Card => questions(story, |_| String::new()),
        Panel::Timeline => events(story, words),
        Panel::Reactions => reactions(story),
    }
}

fn sections(story: &Story) -> Vec<Part> {
    let part = |one: &Section| Part { id: one.id.to_string(), name: one.heading.clone(), says: plain(&one.summary) };
    story.article.sections.iter().map(part).collect()
}

fn questions(story: &Story, says: fn(&[Block]) -> String) -> Vec<Part> {
    let part = |one: &Question| Part {
        id: id::question(one.id.as_str()),
        name: one.question.clone(),
        says: says(&one.answer),
    };
    story.questions.iter().map(part).collect()
}

/// The first paragraph of an answer.
fn first_paragraph(answer: &[Block]) -> String {
    let paragraph = answer.iter().find_map(|block| match block {
        Block::Paragraph(text) => Some(plain(text)),
        _ => None,
    });
    paragraph.unwrap_or_default()
}

/// The events, the last first.
fn events(story: &Story, words: &Words) -> Vec<Part> {
    let part = |event: &Event| Part {
        id: id::event(event.id.as_str()),
        name: event.title.clone(),
        says: words.facts.date(&event.date),
    };
    story.events.iter().rev().map(part).collect()
}

fn reactions(story: &Story) -> Vec<Part> {
    let part = |actor: &Actor| {
        let says = plain(&actor.reactions.first()?.text);
        Some(Part { id: id::actor(actor.id.as_str()), name: actor.name.clone(), says })
    };
    story.actors.iter().filter_map(part).collect()
}

fn link(page: &str, to: &str, text: &str) -> String {
    format!("<a href=\"{page}{to}\">{}</a>", safe(text))
}
