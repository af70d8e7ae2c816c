//! The form in which the reader answers a comment, or changes one.
//!
//! Deliberately absent: the main form, which stands in the page.

use leptos::either::Either;
use leptos::ev;
use leptos::prelude::*;

use super::Context;
use crate::browser::{self, Event};
use crate::islands::comments::list::OpenForm;
use crate::islands::comments::messages;
use crate::islands::comments::state::{Form, Msg};

/// A form below a comment. Where an answer takes the place of a change, all of it is another.
pub(super) fn composer(context: Context, open: OpenForm) -> impl IntoView {
    match open.form {
        Form::Edit(_) => Either::Left(fields(context, open)),
        Form::New | Form::Reply(_) => Either::Right(fields(context, open)),
    }
}

/// What is typed goes into signals at once, so that it stays whatever becomes of the elements.
fn fields(context: Context, open: OpenForm) -> impl IntoView {
    let labels = context.labels;
    let is_edit = matches!(open.form, Form::Edit(_));
    let (name, label, act) =
        if is_edit { ("edit", labels.change, labels.save) } else { ("reply", labels.reply, labels.post_reply) };
    let keys = ["composer-", name, "-keys"].concat();
    let author = (!is_edit).then(|| author(context, &open));
    let OpenForm { form, text, left, is_kept, .. } = open;
    let (typed, submitted, pressed) = (form.clone(), form.clone(), form);
    let written = text.get_untracked();
    let on_input = move |event: Event| {
        text.set(browser::value_at(&event));
        context.with(|controller| controller.typed(typed.clone()));
    };
    let submit = move |event: &Event| {
        event.prevent_default();
        context.with(|controller| controller.submit(&submitted));
    };
    // Not the form's submission alone: a frame that may not submit forms is not even told of it.
    let (on_click, on_submit) = (submit.clone(), submit);
    let on_click = move |event: ev::MouseEvent| on_click(&event);
    let on_submit = move |event: ev::SubmitEvent| on_submit(&event);
    let on_keydown = move |event: ev::KeyboardEvent| context.with(|controller| controller.pressed(&pressed, &event));
    view! {
        <form class="composer" data-form=name novalidate on:submit=on_submit on:keydown=on_keydown>
            <label class="composer-field">
                <span class="tools-label">{label}</span>
                <textarea
                    name="text"
                    rows="3"
                    dir="auto"
                    aria-describedby=keys.clone()
                    prop:value=written
                    on:input=on_input
                ></textarea>
            </label>
            <p class="composer-left" aria-live="polite">{move || messages::left(context.words, left.get())}</p>
            {author}
            <div class="composer-end">
                <button type="submit" on:click=on_click>{act}</button>
                <button type="button" data-act="cancel" on:click=move |_| context.keep_and_send(Msg::FormLeft)>
                    {labels.cancel}
                </button>
                <p class="composer-keys" id=keys>{labels.keys}</p>
                <p class="composer-draft" hidden=move || !is_kept.get()>{labels.draft_kept}</p>
            </div>
        </form>
    }
}

/// The field for the name of whoever answers.
fn author(context: Context, open: &OpenForm) -> impl IntoView + use<> {
    let (author, form) = (open.author.clone(), open.form.clone());
    let written = author.get_untracked();
    let on_input = move |event: Event| {
        author.set(browser::value_at(&event));
        context.with(|controller| controller.typed(form.clone()));
    };
    view! {
        <label class="composer-field composer-name">
            <span class="tools-label">{context.labels.name}</span>
            <input name="author" autocomplete="nickname" dir="auto" prop:value=written on:input=on_input/>
        </label>
    }
}
