//! The FAQ as `<details>`, which open without any script.
//!
//! Deliberately absent: opening, closing and finding questions, which is the island's.

use leptos::prelude::*;

use super::text::{self, Below};
use super::{Edition, Panel, embed, notes};
use crate::contract::id;
use crate::islands::Faq;
use crate::prose;
use crate::story::{Date, Question, Target, claims_in_blocks};

/// The FAQ.
pub(super) fn faq(edition: &Edition<'_>) -> impl IntoView + use<> {
    let words = edition.words;
    let as_of = words.facts.day(edition.story.article.as_of);
    let questions: Vec<_> = edition.story.questions.iter().map(|item| question(edition, item)).collect();
    let (count, tools) = (questions.len(), tools(edition));
    view! {
        <section class="part" id="faq" aria-labelledby="faq-heading">
            <h2 id="faq-heading">{words.faq}</h2>
            {embed::link(edition, Panel::Faq)}
            <p class="intro">{words.faq_extent(count, &as_of)}</p>
            <Faq>{tools}<div class="questions">{questions}</div></Faq>
        </section>
    }
}

fn tools(edition: &Edition<'_>) -> impl IntoView + use<> {
    let labels = edition.labels;
    view! {
        <div class="tools">
            <label class="tools-field">
                <span class="tools-label">{labels.filter_questions}</span>
                <input type="search" autocomplete="off"/>
            </label>
            <button type="button" data-all="open">{labels.expand_all}</button>
            <button type="button" data-all="close">{labels.collapse_all}</button>
            <p class="tools-status" role="status"></p>
        </div>
    }
}

/// The id stands within the answer, so that a browser opens the question for its address by itself.
fn question(edition: &Edition<'_>, question: &Question) -> impl IntoView + use<> {
    let words = edition.words;
    let story_day = || Date { from: edition.story.article.as_of, to: None, about: false };
    let as_of = words.as_of(&words.facts.date(&question.as_of.unwrap_or_else(story_day)));
    let address = id::link_to(&id::question(question.id.as_str()));
    let answer = edition.passage(|| text::blocks(edition, &question.answer, Below::Question));
    view! {
        <div class="question">
        <details data-question=question.id.to_string()>
            <summary><h3>{question.question.clone()}</h3></summary>
            <div class="answer" id=id::question(question.id.as_str())>
                {answer}
                {notes::beside(edition, &Target::Question(question.id.clone()))}
                <ul class="answer-foot">
                    <li class="answer-day" class:as-of=question.as_of.is_some()>{as_of}</li>
                    <li><a href=address>{words.link_to_question}</a></li>
                    {related(edition, question)}
                </ul>
            </div>
        </details>
        </div>
    }
}

/// How many related questions an answer names.
const RELATED: usize = 2;

/// The questions whose answers rest on the most of the same claims.
fn related(edition: &Edition<'_>, question: &Question) -> Option<impl IntoView + use<>> {
    let claims = claims_in_blocks(&question.answer);
    let shared = |other: &Question| claims_in_blocks(&other.answer).iter().filter(|id| claims.contains(id)).count();
    let others = edition.story.questions.iter().filter(|other| other.id != question.id);
    let mut others: Vec<(&Question, usize)> = others.map(|other| (other, shared(other))).collect();
    others.retain(|(_, shared)| *shared > 0);
    others.sort_by_key(|(_, shared)| std::cmp::Reverse(*shared));
    let links = others.into_iter().take(RELATED).enumerate().map(|(at, (other, _))| {
        let comma = (at > 0).then_some(edition.words.facts.comma);
        view! { {comma}<a href=id::link_to(&id::question(other.id.as_str()))>{other.question.clone()}</a> }
    });
    let links: Vec<_> = links.collect();
    (!links.is_empty())
        .then(|| view! { <li>{prose::label(edition.words.facts, edition.words.related_questions)}{links}</li> })
}
