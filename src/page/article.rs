//! The article.
//!
//! Deliberately absent: leaving anything out; shorter versions are the style sheet's.

use leptos::prelude::*;

use super::Edition;
use super::comments;
use super::reading_bar::reading_bar;
use super::statements::statements;
use super::{notes, text};
use crate::contract::id;
use crate::story::{Section, Target};

/// The article's sections, each below its summary.
pub(super) fn article(edition: &Edition<'_>) -> impl IntoView + use<> {
    let sections: Vec<_> = edition.story.article.sections.iter().map(|part| section(edition, part)).collect();
    let bar = reading_bar(edition);
    view! { <article class="article" id=id::ARTICLE aria-label=edition.words.article>{bar}{sections}</article> }
}

fn section(edition: &Edition<'_>, section: &Section) -> impl IntoView + use<> {
    let label = id::heading(section.id.as_str());
    // Of a term that both name, the summary keeps the link: at the shortest depth nothing else shows.
    let (summary, body) = edition.passage(|| (statements(edition, &section.summary), text::section(edition, section)));
    view! {
        <section id=section.id.to_string() aria-labelledby=label.as_str().to_owned()>
            <h2 id=label.as_str().to_owned()>{section.heading.clone()}</h2>
            <p class="summary">{summary}</p>
            {notes::beside(edition, &Target::Section(section.id.clone()))}
            {body}
            {comments::on_section(edition, section)}
        </section>
    }
}
