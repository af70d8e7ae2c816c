//! The comment box: all of it that stands still.
//!
//! Deliberately absent: comments and whatever else comes and goes, which the island draws.

use leptos::prelude::*;

use super::{Edition, Panel, embed};
use crate::contract::id;
use crate::islands::Comments;
use crate::prose;
use crate::story::Section;
use crate::words::composer::Words;

/// The question put to readers, and where they can answer.
pub(super) fn comments(edition: &Edition<'_>) -> impl IntoView + use<> {
    let words = edition.composer;
    let talk = &edition.story.talk;
    let server = talk.server.clone().unwrap_or_default();
    let where_they_go = whereabouts(words, talk.host());
    view! {
        <section
            class="part"
            id=id::COMMENTS
            aria-labelledby="comments-heading"
            data-thread=edition.story.thread()
            data-server=server
            data-story=edition.story.article.title.clone()
            data-home=home(edition)
            data-contact=talk.contact.clone()
        >
            <h2 id="comments-heading">{edition.words.comments}</h2>
            {embed::link(edition, Panel::Comments)}
            <p class="prompt">{prose::inline(edition, &talk.prompt)}</p>
            <noscript><p class="intro">{words.needs_scripts}</p></noscript>
            <p class="comments-failed intro">{words.has_failed}</p>
            {headings(edition)}
            <Comments>
                <div class="comments-write">
                    {where_they_go}
                    {composer(words)}
                    <p class="comments-status" role="status"></p>
                </div>
                <div class="comments-read">
                    {tools(words)}
                    <ol class="comments-list" aria-label=words.list tabindex="-1"></ol>
                    <p class="comments-none">{words.none}</p>
                </div>
            </Comments>
        </section>
    }
}

/// Where the article is, where this panel stands without it.
fn home(edition: &Edition<'_>) -> Option<String> {
    let is_apart = edition.alone() == Some(Panel::Comments);
    is_apart.then(|| format!("{}{}/", edition.place.root, edition.story.slug))
}

/// What the sections are called, where this panel stands without them: a comment on all of one shows its heading.
fn headings(edition: &Edition<'_>) -> Option<impl IntoView + use<>> {
    let sections = edition.story.article.sections.iter();
    let headings =
        sections.map(|section| view! { <li id=id::heading(section.id.as_str())>{section.heading.clone()}</li> });
    home(edition).map(|_| view! { <ul hidden>{headings.collect_view()}</ul> })
}

/// The way to the comment box from the end of a section, with how many comments there are on it.
pub(super) fn on_section(edition: &Edition<'_>, section: &Section) -> impl IntoView + use<> {
    let words = edition.composer;
    view! {
        <div class="comment-on-line">
            <a class="comment-on" href=id::link_to(id::COMMENTS) data-comment-on=section.id.to_string()>
                {words.on_section}<span class="unseen">": "{section.heading.clone()}" "</span><span class="comment-on-count"></span>
            </a>
        </div>
    }
}

/// What appears below a passage that is selected.
pub(super) fn on_selection(edition: &Edition<'_>) -> impl IntoView + use<> {
    let words = edition.composer;
    view! { <button type="button" class="comment-this" hidden>{words.on_selection}</button> }
}

fn whereabouts(words: &'static Words, host: Option<String>) -> impl IntoView + use<> {
    let device = host.is_none().then_some(words.on_device);
    let public = host.map(|host| view! { {words.public_on}<strong>{host}</strong>{words.public_note} });
    view! {
        <p class="comments-where">{device}{public}<span class="framed-only">{words.in_a_frame}</span></p>
        <p class="comments-where-memory" hidden>{words.in_memory}</p>
    }
}

/// The form for a comment that answers none.
fn composer(words: &'static Words) -> impl IntoView + use<> {
    view! {
        <form class="composer" data-form="new" novalidate>
            <p class="composer-quote" hidden>
                <span>{words.about}</span><q dir="auto"></q><em>{words.whole_section}</em>
                <button type="button">{words.drop_quote}</button>
            </p>
            <label class="composer-field">
                <span class="tools-label">{words.comment}</span>
                <textarea name="text" rows="5" dir="auto" aria-describedby="composer-new-keys"></textarea>
            </label>
            <p class="composer-left" aria-live="polite"></p>
            <label class="composer-field composer-name">
                <span class="tools-label">{words.name}</span>
                <input name="author" autocomplete="nickname" dir="auto"/>
            </label>
            <p class="composer-rules">{words.ground_rules}</p>
            <div class="composer-end">
                <button type="submit">{words.post}</button>
                <p class="composer-keys" id="composer-new-keys">{words.keys}</p>
                <p class="composer-draft" hidden>{words.draft_kept}</p>
            </div>
        </form>
    }
}

fn tools(words: &'static Words) -> impl IntoView + use<> {
    let [newest, oldest, liked] = words.orders;
    view! {
        <div class="comments-tools">
            <p class="comments-extent"></p>
            <label class="tools-field">
                <span class="tools-label">{words.sort_by}</span>
                <select name="sort" autocomplete="off">
                    <option value="newest">{newest}</option>
                    <option value="oldest">{oldest}</option>
                    <option value="liked">{liked}</option>
                </select>
            </label>
            <button type="button" data-act="export">{words.export}</button>
            <button type="button" data-act="import">{words.import}</button>
            <input type="file" name="import" accept=".json,application/json" aria-label=words.import hidden/>
        </div>
    }
}
