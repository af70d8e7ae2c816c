//! The comment box: all of it that stands still, and templates for what comes and goes.
//!
//! Deliberately absent: comments, which are no part of a page.

use leptos::prelude::*;

use super::{Edition, Panel, embed};
use crate::islands::Comments;
use crate::prose;
use crate::story::Section;
use crate::words::comments;
use crate::words::composer::Words;

/// The question put to readers, and where they can answer.
pub(super) fn comments(edition: &Edition<'_>) -> impl IntoView + use<> {
    let words = edition.composer;
    let talk = &edition.story.talk;
    let server = talk.server.clone().unwrap_or_default();
    let said = comments::in_language(&edition.story.article.language).iter();
    let said = said.map(|(key, words)| view! { <li data-said=*key>{*words}</li> }).collect_view();
    let (where_they_go, template) = (whereabouts(words, talk.host()), comment(words, talk.contact.as_deref()));
    view! {
        <section
            class="part"
            id="comments"
            aria-labelledby="comments-heading"
            data-thread=edition.story.thread()
            data-server=server
            data-story=edition.story.article.title.clone()
            data-home=home(edition)
        >
            <h2 id="comments-heading">{edition.words.comments}</h2>
            {embed::link(edition, Panel::Comments)}
            <p class="prompt">{prose::inline(edition, &talk.prompt)}</p>
            <noscript><p class="intro">{words.needs_scripts}</p></noscript>
            <ul class="comments-words" hidden>{said}</ul>
            {headings(edition)}
            <Comments>
                <div class="comments-write">
                    {where_they_go}
                    {composer("new", words)}
                    {messages(words)}
                </div>
                <div class="comments-read">
                    {tools(words)}
                    <ol class="comments-list" aria-label=words.list tabindex="-1"></ol>
                    <p class="comments-none">{words.none}</p>
                    <button type="button" class="comments-more" data-act="more" hidden>{words.more}</button>
                </div>
                <template class="comment-template">{template}</template>
                <template class="reply-template">{composer("reply", words)}</template>
                <template class="edit-template">{composer("edit", words)}</template>
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
        sections.map(|section| view! { <li id=format!("{}-heading", section.id)>{section.heading.clone()}</li> });
    home(edition).map(|_| view! { <ul hidden>{headings.collect_view()}</ul> })
}

/// The way to the comment box from the end of a section, with how many comments there are on it.
pub(super) fn on_section(edition: &Edition<'_>, section: &Section) -> impl IntoView + use<> {
    let words = edition.composer;
    view! {
        <div class="comment-on-line">
            <a class="comment-on" href="#comments" data-comment-on=section.id.to_string()>
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

/// A form: a new comment, an answer or a change.
fn composer(form: &'static str, words: &'static Words) -> impl IntoView + use<> {
    let (label, act) = match form {
        "new" => (words.comment, words.post),
        "reply" => (words.reply, words.post_reply),
        _ => (words.change, words.save),
    };
    let keys = format!("composer-{form}-keys");
    let author = (form != "edit").then(|| {
        view! {
            <label class="composer-field composer-name">
                <span class="tools-label">{words.name}</span>
                <input name="author" autocomplete="nickname" dir="auto"/>
            </label>
        }
    });
    let quote = (form == "new").then(|| {
        view! {
            <p class="composer-quote" hidden>
                <span>{words.about}</span><q dir="auto"></q><em>{words.whole_section}</em>
                <button type="button" data-act="drop-quote">{words.drop_quote}</button>
            </p>
        }
    });
    let cancel = (form != "new").then(|| view! { <button type="button" data-act="cancel">{words.cancel}</button> });
    let rules = (form == "new").then(|| view! { <p class="composer-rules">{words.ground_rules}</p> });
    view! {
        <form class="composer" data-form=form novalidate>
            {quote}
            <label class="composer-field">
                <span class="tools-label">{label}</span>
                <textarea name="text" rows=if form == "new" { "5" } else { "3" } dir="auto" aria-describedby=keys.clone()></textarea>
            </label>
            <p class="composer-left" aria-live="polite"></p>
            {author}
            {rules}
            <div class="composer-end">
                <button type="submit">{act}</button>
                {cancel}
                <p class="composer-keys" id=keys>{words.keys}</p>
                <p class="composer-draft" hidden>{words.draft_kept}</p>
            </div>
        </form>
    }
}

fn messages(words: &'static Words) -> impl IntoView + use<> {
    view! {
        <p class="comments-status" role="status"></p>
        <div class="comments-undo" hidden>
            <span></span>
            <button type="button" data-act="undo">{words.undo}</button>
            <button type="button" data-act="dismiss">{words.dismiss}</button>
        </div>
        <div class="comments-trouble" role="alert" hidden>
            <span></span>
            <button type="button" data-act="export">{words.export}</button>
        </div>
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

/// A comment without anything in it.
fn comment(words: &'static Words, contact: Option<&str>) -> impl IntoView + use<> {
    let act = |act: &'static str, label: &'static str| view! { <button type="button" data-act=act>{label}</button> };
    let owner =
        contact.map(|contact| view! { <a class="comment-owner" href=contact.to_owned()>{words.tell_owner}</a> });
    view! {
        <li class="comment" tabindex="-1">
            <header class="comment-head">
                <bdi class="comment-author"></bdi>
                <a class="comment-when"><time datetime="1970-01-01T00:00:00.000Z"></time><span class="comment-exact"></span></a>
                <span class="comment-edited" hidden>{words.edited}</span>
                <span class="comment-standing" data-of="awaiting">{words.awaiting}</span>
                <span class="comment-standing" data-of="waiting">{words.waiting}</span>
                <span class="comment-standing" data-of="uncertain">{words.uncertain}</span>
            </header>
            <p class="comment-removed">{words.removed}</p>
            <p class="comment-hidden">{words.hidden}" "{act("show", words.show_again)}" "{owner}</p>
            <a class="comment-quote" hidden><q dir="auto"></q></a>
            <div class="comment-text" dir="auto"></div>
            <div class="comment-acts">
                <button type="button" data-act="like" aria-pressed="false">{words.like}<span class="comment-likes"></span></button>
                {act("reply", words.answer)}
                {act("edit", words.edit)}
                {act("delete", words.delete)}
                {act("resend", words.resend)}
                {act("report", words.report)}
            </div>
            <div class="comment-form"></div>
            <ol class="comment-replies"></ol>
            <button type="button" class="comment-more" data-act="more-replies" hidden>{words.more_replies}</button>
        </li>
    }
}
