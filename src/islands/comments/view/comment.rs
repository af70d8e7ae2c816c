//! A comment, with what can be done with it and what answers it.
//!
//! Deliberately absent: its text; see `text`.

use leptos::ev;
use leptos::prelude::*;

use super::Context;
use super::composer::composer;
use super::text::text;
use crate::browser;
use crate::comments::{DeliveryStatus, Quote};
use crate::contract::{attribute, id};
use crate::islands::comments::list::{Row, Shown};
use crate::islands::comments::state::{Form, Msg};

/// The most bytes of a text that is laid out at once, so that nothing below it moves when it comes near; longer ones
/// take too long.
const LONG: usize = 1_000;

/// A comment that answers none, with what answers it.
pub(super) fn thread(context: Context, row: Row) -> impl IntoView {
    let replies = row.replies.clone();
    let answers = view! {
        <For each=move || replies.get() key=|row: &Row| row.number children=move |row: Row| comment(context, row, ()) />
    };
    comment(context, row, answers)
}

/// A comment's element. What it is made of is known, and boxed nowhere: a view whose type is erased weighs three times as
/// much.
fn comment<Answers: IntoView + 'static>(context: Context, row: Row, answers: Answers) -> impl IntoView + use<Answers> {
    let shown: RwSignal<Shown> = row.shown.clone().into();
    let (id, asked) = (row.id.clone(), row.id.clone());
    let parts = parts(context, row, shown);
    view! {
        <li
            class="comment"
            id=id::comment(&id)
            tabindex="-1"
            data-comment=id.clone()
            data-standing=move || name(shown.read().comment.standing)
            data-hidden=move || shown.read().comment.hidden
            data-chosen=move || shown.read().is_chosen
        >
            {parts}
            <ol class="comment-replies">{answers}</ol>
            <button
                type="button"
                class="comment-more"
                data-act="more-replies"
                hidden=move || !shown.read().has_more
                on:click=move |_| context.send(Msg::RepliesAsked(asked.clone()))
            >
                {context.labels.more_replies}
            </button>
        </li>
    }
}

/// A comment's head, its text, its buttons and its form. Each follows a signal of its own: what changes in one of them
/// leaves the others alone, and the focus with them.
fn parts(context: Context, row: Row, shown: RwSignal<Shown>) -> impl IntoView {
    let form = row.form;
    let words = Memo::new(move |_| shown.read().comment.text.clone());
    let is_long = move || words.read().len() > LONG;
    view! {
        {move || head(context, &shown.read())}
        <div class="comment-text" dir="auto" data-long=is_long>
            {move || text(&words.read())}
        </div>
        {move || acts(context, &shown.read())}
        <div class="comment-form">{move || form.get().map(|form| composer(context, form))}</div>
    }
}

/// Who wrote it and when, why it does not show if so, and what it is about.
fn head(context: Context, shown: &Shown) -> impl IntoView + use<> {
    let Context { labels, minutes, .. } = context;
    let comment = &shown.comment;
    let author = if comment.author.is_empty() { context.words.nobody.to_owned() } else { comment.author.clone() };
    let created = comment.created;
    let ago = move || {
        minutes.track();
        browser::relative_time(created)
    };
    let on_its_way = match comment.standing {
        DeliveryStatus::Awaiting => labels.awaiting,
        DeliveryStatus::Waiting => labels.waiting,
        DeliveryStatus::Uncertain => labels.uncertain,
        DeliveryStatus::Published | DeliveryStatus::Removed => "",
    };
    view! {
        <header class="comment-head">
            <bdi class="comment-author">{author}</bdi>
            <a class="comment-when" href=id::link_to(&id::comment(&comment.id))>
                <time datetime=browser::machine_time(created)>{ago}</time>
                <span class="comment-exact">{browser::exact_time(created)}</span>
            </a>
            <span class="comment-edited" hidden=!comment.edited>{labels.edited}</span>
            <span class="comment-standing" data-of=name(comment.standing)>{on_its_way}</span>
        </header>
        <p class="comment-removed">{labels.removed}</p>
        {comment.hidden.then(|| hidden(context, &comment.id))}
        {comment.quote.as_ref().map(|about| quote(context, about))}
    }
}

/// In the place of a comment that the reader has reported.
fn hidden(context: Context, id: &str) -> impl IntoView + use<> {
    let labels = context.labels;
    let show = button(context, "show", labels.show_again, true, Msg::ReportAsked(id.to_owned()));
    let contact = browser::by_id(id::COMMENTS).map(|section| browser::attribute(&section, attribute::CONTACT));
    let contact = contact.filter(|contact| !contact.is_empty());
    let owner = contact.map(|contact| view! { <a class="comment-owner" href=contact>{labels.tell_owner}</a> });
    view! { <p class="comment-hidden">{labels.hidden}" "{show}" "{owner}</p> }
}

/// The passage that a comment is about, which leads to where it stands in the article.
fn quote(context: Context, quote: &Quote) -> impl IntoView + use<> {
    let heading = || browser::by_id(&id::heading(&quote.section)).map(|heading| browser::text(&heading));
    let passage = if quote.passage.is_empty() { heading().unwrap_or_default() } else { quote.passage.clone() };
    let home =
        browser::by_id(id::COMMENTS).map(|section| browser::attribute(&section, attribute::HOME)).unwrap_or_default();
    let target = (!home.is_empty()).then_some("_blank");
    let href = home + &browser::address_of_passage(quote);
    let about = quote.clone();
    let on_click = move |event: ev::MouseEvent| {
        context.with(|controller| {
            if controller.show_passage(&about) {
                event.prevent_default();
            }
        });
    };
    view! {
        <a class="comment-quote" href=href target=target on:click=on_click>
            <q dir="auto">{passage}</q>
        </a>
    }
}

/// What the reader can do with a comment.
fn acts(context: Context, shown: &Shown) -> impl IntoView + use<> {
    let Shown { comment, capabilities, .. } = shown;
    let labels = context.labels;
    let published = comment.standing == DeliveryStatus::Published;
    let is_here = matches!(comment.standing, DeliveryStatus::Waiting | DeliveryStatus::Uncertain);
    let id = || comment.id.clone();
    let own = published && comment.mine;
    view! {
        <div class="comment-acts">
            {like(context, shown, published && !(capabilities.shares && comment.mine))}
            {button(context, "reply", labels.answer, published, Msg::FormAsked(Form::Reply(id())))}
            {button(context, "edit", labels.edit, own, Msg::FormAsked(Form::Edit(id())))}
            {button(context, "delete", labels.delete, own || is_here, Msg::RemoveAsked(id()))}
            {button(context, "resend", labels.resend, is_here, Msg::ResendAsked(id()))}
            {button(context, "report", labels.report, published, Msg::ReportAsked(id()))}
        </div>
    }
}

/// Likes a comment. It says whether the reader does, and how many do.
fn like(context: Context, shown: &Shown, shows: bool) -> impl IntoView + use<> {
    let Shown { comment, capabilities, .. } = shown;
    let id = comment.id.clone();
    let likes = if comment.likes > 0 { comment.likes.to_string() } else { String::new() };
    let is_fixed = comment.liked && !capabilities.unlikes;
    view! {
        <button
            type="button"
            data-act="like"
            aria-pressed=if comment.liked { "true" } else { "false" }
            aria-disabled=if is_fixed { "true" } else { "false" }
            hidden=!shows
            on:click=move |_| context.send(Msg::LikeAsked(id.clone()))
        >
            {context.labels.like}
            <span class="comment-likes">{likes}</span>
        </button>
    }
}

/// A button that does one thing.
fn button(context: Context, act: &'static str, label: &'static str, shows: bool, msg: Msg) -> impl IntoView + use<> {
    let opens = matches!(msg, Msg::FormAsked(_));
    let on_click = move |_: ev::MouseEvent| {
        if opens { context.keep_and_send(msg.clone()) } else { context.send(msg.clone()) }
    };
    view! { <button type="button" data-act=act hidden=!shows on:click=on_click>{label}</button> }
}

/// The name under which the style sheet knows where a comment stands.
fn name(standing: DeliveryStatus) -> &'static str {
    match standing {
        DeliveryStatus::Published => "published",
        DeliveryStatus::Awaiting => "awaiting",
        DeliveryStatus::Waiting => "waiting",
        DeliveryStatus::Uncertain => "uncertain",
        DeliveryStatus::Removed => "removed",
    }
}
