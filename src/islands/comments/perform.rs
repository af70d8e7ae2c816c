//! Carrying out what the comment box decides.
//!
//! Deliberately absent: deciding it.

use std::rc::Rc;

use leptos::prelude::*;

use super::controller::{Controller, NAME};
use super::list::OpenForm;
use super::messages::{count, left, said};
use super::prerendered::show_counts;
use super::state::{Effect, Form, Msg, Said, Trouble};
use crate::browser::{self, Element};
use crate::comments::{Comment, Request, keep};
use crate::contract::{attribute, id};

/// How long a deed can be taken back, in milliseconds.
const UNDO: u32 = 10_000;

/// After how long what waits is sent again, in milliseconds.
const RETRY: u32 = 30_000;

impl Controller {
    /// Saves a file, or shows what it would hold.
    fn save(&self, file: &str) {
        if browser::may_save_files() {
            browser::save_file("comments.json", file);
        } else {
            self.file.set(Some(file.to_owned()));
        }
    }

    pub(super) fn perform(self: &Rc<Self>, effect: Effect) {
        let page = self.page();
        match effect {
            Effect::Ask(request) => self.ask(request),
            Effect::Show => self.show(),
            Effect::Open(form, text) => self.open(form, text),
            Effect::Close => self.list.close(),
            Effect::Empty(sent) => {
                if browser::value_of(page.text()).replace('\r', "").trim() == sent {
                    browser::set_value(page.text(), "");
                    page.show_draft(false);
                }
            }
            Effect::Fill(text) if browser::value_of(page.text()).is_empty() => {
                browser::set_value(page.text(), &text);
                page.show_draft(true);
            }
            Effect::Fill(_) => {}
            Effect::ShowQuote(quote) => page.show_quote(quote.as_ref()),
            Effect::ShowLeft(form, characters) => self.show_left(&form, characters),
            Effect::Keep(form, draft) => self.keep(form, draft),
            Effect::Say(what) => page.say(&said(self.words, &what)),
            Effect::Warn(what) => self.warn(what.as_ref()),
            Effect::OfferUndo(what, turn) => self.offer_undo(&what, turn),
            Effect::EndUndo => self.end_undo(),
            Effect::GoTo(id) => self.once_drawn(move |here| here.go_to(&id)),
            Effect::GoToForm => browser::go_to(page.text()),
            Effect::ShowCounts(counts, more) => show_counts(&counts, more),
            Effect::RememberName(name) => browser::storage::set(NAME, &name),
            Effect::Persist => browser::persist(),
            Effect::Tell => self.tell(),
            Effect::Save(file) => self.save(&file.with_drafts(self.unposted()).to_json()),
            Effect::TryLater => {
                let here = self.clone();
                self.retry.after(RETRY, move || here.send(Msg::MayBeSent));
            }
        }
    }

    /// Does something once all views show what the signals say now: those that have something to draw wait in the same
    /// queue, before this.
    fn once_drawn(self: &Rc<Self>, then: impl FnOnce(&Rc<Self>) + 'static) {
        let here = self.clone();
        browser::spawn(async move { then(&here) });
    }

    fn ask(self: &Rc<Self>, request: Box<Request>) {
        if let Some(connection) = self.connection.get() {
            let (here, store) = (self.clone(), connection.store.clone());
            browser::spawn(async move {
                let answer = store.ask(&request).await;
                here.send(Msg::Answered(request, Box::new(answer)));
            });
        }
    }

    /// Shows the comments as they are now. The views that are concerned follow by themselves.
    fn show(self: &Rc<Self>) {
        let focused = browser::focused(".comments-list *");
        let is_reordered = self.state.with_untracked(|state| {
            let total = state.total();
            let words = total.map(|total| count(self.words, total.max(state.threads().len()))).unwrap_or_default();
            self.page().show_extent(&words, total, state.threads().is_empty() && !state.is_unlisted());
            self.list.show(state)
        });
        if is_reordered || focused.is_some() {
            self.once_drawn(move |here| {
                if is_reordered {
                    here.put_in_order();
                }
                here.give_back(focused);
            });
        }
    }

    /// Leptos 0.8.23 may leave a comment in the wrong place where others come or go and those that stay change places
    /// at once (`diff` in tachys 0.2.19 takes an item that has moved along with its neighbours to be where it belongs).
    fn put_in_order(&self) {
        let Some(list) = self.page().list() else {
            return;
        };
        let ids = self.list.ids();
        let is_in_list = |element: &Element| browser::parent(Some(element.clone())).as_ref() == Some(list);
        let wanted = ids.iter().filter_map(|id| browser::by_id(&id::comment(id)).filter(is_in_list));
        let wanted: Vec<Element> = wanted.collect();
        if wanted.len() == ids.len() {
            browser::arrange(list, &wanted);
        }
    }

    /// Gives the focus back to an element that has lost it by being moved.
    fn give_back(&self, focused: Option<Element>) {
        if focused.is_some() && browser::focused("body > *").is_none() {
            browser::return_focus(&focused);
        }
    }

    fn go_to(&self, id: &str) {
        browser::go_to(&browser::by_id(&id::comment(id)).filter(|found| browser::is(found, ".comment")));
    }

    /// Opens a form below a comment, with a text in it, and moves the focus there.
    fn open(self: &Rc<Self>, form: Form, text: String) {
        let below = id::comment(form.below());
        self.list.open(OpenForm::new(form, text, browser::value_of(self.page().author())));
        self.once_drawn(move |_| {
            let comment = browser::by_id(&below);
            browser::go_to(&comment.and_then(|comment| browser::first_within(&comment, ".comment-form textarea")));
        });
    }

    fn show_left(&self, form: &Form, characters: Option<usize>) {
        match self.open_form(form) {
            Some(open) => open.left.set(characters),
            None if *form == Form::New => self.page().show_left(&left(self.words, characters)),
            None => {}
        }
    }

    fn show_draft(&self, form: &Form, is_kept: bool) {
        match self.open_form(form) {
            Some(open) => open.is_kept.set(is_kept),
            None if *form == Form::New => self.page().show_draft(is_kept),
            None => {}
        }
    }

    fn keep(self: &Rc<Self>, form: Form, draft: Box<Comment>) {
        if let Some(connection) = self.connection.get() {
            let (here, database, thread) = (self.clone(), connection.database.clone(), connection.thread.clone());
            let is_empty = draft.text.trim().is_empty();
            browser::spawn(async move {
                match keep(&*database, &thread, &draft).await {
                    Ok(()) => here.show_draft(&form, database.lasts() && !is_empty),
                    Err(failure) => here.warn(Some(&Trouble::Failed(failure, true))),
                }
            });
        }
    }

    fn tell(&self) {
        if let Some(windows) = self.windows.get() {
            windows.tell();
        }
    }

    fn offer_undo(self: &Rc<Self>, what: &Said, turn: u32) {
        let words = said(self.words, what);
        self.page().say(&words);
        self.undo.set(Some(words));
        self.once_drawn(|_| {
            browser::go_to(&browser::first(&[".comments-undo ", &*attribute::valued(attribute::ACT, "undo")].concat()))
        });
        let here = self.clone();
        self.end_of_undo.after(UNDO, move || here.send(Msg::UndoEnded(turn)));
    }

    fn end_undo(&self) {
        // The button that has the focus is about to go.
        if browser::has_focus_within(".comments-undo") {
            browser::return_focus(self.page().list());
        }
        self.undo.set(None);
    }
}
