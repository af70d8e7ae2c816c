//! Carrying out what the comment box decides.
//!
//! Deliberately absent: deciding it.

use std::cell::{OnceCell, RefCell};
use std::rc::Rc;

use super::said::{said, trouble, words};
use super::state::{Effect, Form, Msg, State, Trouble};
use super::view;
use crate::browser::{self, Element, Pause, Windows};
use crate::comments::{Comment, Quote, Request, Shared, Store, Unposted, keep};

/// How long a deed can be taken back, in milliseconds.
const UNDO: u32 = 10_000;

/// After how long what waits is sent again, in milliseconds.
const RETRY: u32 = 30_000;

/// Under which name the reader's name is remembered.
const NAME: &str = "backgrounder-name";

/// The place where it happens: the box on the page, its state, and its store.
pub(super) struct Scene {
    root: Element,
    state: RefCell<State>,
    pause: Pause,
    retry: Pause,
    end_of_undo: Pause,
    selected: RefCell<Option<Quote>>,
    lasting: RefCell<Option<Trouble>>,
    store: OnceCell<Furniture>,
    windows: OnceCell<Windows>,
}

/// What is there once the store is open.
struct Furniture {
    store: Rc<dyn Store>,
    database: Shared,
    thread: String,
}

impl Scene {
    pub(super) fn new(root: Element) -> Rc<Self> {
        Rc::new(Self {
            root,
            state: RefCell::default(),
            pause: Pause::default(),
            retry: Pause::default(),
            end_of_undo: Pause::default(),
            selected: RefCell::default(),
            lasting: RefCell::default(),
            store: OnceCell::new(),
            windows: OnceCell::new(),
        })
    }

    pub(super) fn root(&self) -> &Element {
        &self.root
    }

    pub(super) fn furnish(&self, store: Rc<dyn Store>, database: Shared, thread: String) {
        let abilities = store.abilities();
        let name = if abilities.shares { "isso" } else { "device" };
        browser::set_attribute(&self.box_of_page(), "data-store", if abilities.lasts { name } else { "memory" });
        browser::set_flag(&self.first(".comments-where-memory"), "hidden", abilities.lasts || abilities.shares);
        browser::set_flag(&self.first(".comments-where"), "hidden", !abilities.lasts && !abilities.shares);
        browser::set_flag(&self.first(".comments-tools [data-act=import]"), "hidden", !abilities.imports);
        browser::set_field_value(
            &self.root,
            "[data-form=new] [name=author]",
            &browser::storage::get(NAME).unwrap_or_default(),
        );
        // It is furnished once.
        let _ = self.store.set(Furniture { store, database, thread });
    }

    fn box_of_page(&self) -> Option<Element> {
        Some(self.root.clone())
    }

    pub(super) fn listen(&self, changed: impl Fn() + 'static) {
        // One channel is enough.
        let _ = self.windows.set(Windows::listen(NAME, changed));
    }

    /// What the page says of the story, on the section around the box.
    pub(super) fn setting(&self, name: &str) -> String {
        browser::nearest(&self.root, "[data-thread]")
            .map(|section| browser::attribute(&section, name))
            .unwrap_or_default()
    }

    pub(super) fn first(&self, selector: &str) -> Option<Element> {
        browser::first_within(&self.root, selector)
    }

    /// Takes in what happened and carries out what is then to be done.
    pub(super) fn send(self: &Rc<Self>, msg: Msg) {
        let effects = self.state.borrow_mut().update(msg);
        for effect in effects {
            self.perform(effect);
        }
    }

    fn perform(self: &Rc<Self>, effect: Effect) {
        match effect {
            Effect::Ask(request) => self.ask(request),
            Effect::Show => view::show(self, &self.state.borrow()),
            Effect::Open(form, text) => view::open(self, &form, &text),
            Effect::Close => view::close(self),
            Effect::Empty(sent) => {
                let here = browser::field_value(&self.root, "[data-form=new] textarea");
                if here.replace('\r', "").trim() == sent {
                    browser::set_field_value(&self.root, "[data-form=new] textarea", "");
                    browser::set_flag(&self.first("[data-form=new] .composer-draft"), "hidden", true);
                }
            }
            Effect::Fill(text) if browser::field_value(&self.root, "[data-form=new] textarea").is_empty() => {
                browser::set_field_value(&self.root, "[data-form=new] textarea", &text);
                browser::set_flag(&self.first("[data-form=new] .composer-draft"), "hidden", false);
            }
            Effect::Fill(_) => {}
            Effect::ShowQuote(quote) => view::show_quote(self, quote.as_ref()),
            Effect::ShowLeft(form, left) => {
                let left = left.map(|left| words("left", &[&left.to_string()])).unwrap_or_default();
                browser::show_text(&self.within(&form, ".composer-left"), &left);
            }
            Effect::Keep(form, draft) => self.keep(form, draft),
            Effect::Say(what) => browser::show_text(&self.first(".comments-status"), &said(&what)),
            Effect::Warn(what) => self.warn(what.as_ref()),
            Effect::OfferUndo(what, turn) => self.offer_undo(&said(&what), turn),
            Effect::EndUndo => {
                // The button that has the focus is about to go.
                if browser::has_focus_within(".comments-undo") {
                    browser::return_focus(&self.first(".comments-list"));
                }
                browser::set_flag(&self.first(".comments-undo"), "hidden", true);
            }
            Effect::GoTo(id) => browser::go_to(&self.first(&view::selector(&id))),
            Effect::GoToForm => browser::go_to(&self.first("[data-form=new] textarea")),
            Effect::ShowCounts(counts, more) => view::show_counts(&counts, more),
            Effect::RememberName(name) => browser::storage::set(NAME, &name),
            Effect::Persist => browser::persist(),
            Effect::Tell => self.tell(),
            Effect::Save(file) => browser::save_file("comments.json", &file.with_drafts(self.unposted()).to_json()),
            Effect::TryLater => {
                let here = self.clone();
                self.retry.after(RETRY, move || here.send(Msg::MayBeSent));
            }
        }
    }

    fn ask(self: &Rc<Self>, request: Box<Request>) {
        if let Some(furniture) = self.store.get() {
            let (here, store) = (self.clone(), furniture.store.clone());
            browser::spawn(async move {
                let answer = store.ask(&request).await;
                here.send(Msg::Answered(request, Box::new(answer)));
            });
        }
    }

    fn tell(&self) {
        if let Some(windows) = self.windows.get() {
            windows.tell();
        }
    }

    fn keep(self: &Rc<Self>, form: Form, draft: Box<Comment>) {
        if let Some(furniture) = self.store.get() {
            let (here, database, thread) = (self.clone(), furniture.database.clone(), furniture.thread.clone());
            let is_empty = draft.text.trim().is_empty();
            browser::spawn(async move {
                match keep(&*database, &thread, &draft).await {
                    Ok(()) => {
                        let is_kept = database.lasts() && !is_empty;
                        browser::set_flag(&here.within(&form, ".composer-draft"), "hidden", !is_kept);
                    }
                    Err(failure) => here.warn(Some(&Trouble::Failed(failure, true))),
                }
            });
        }
    }

    /// Keeps what stands in each form now.
    pub(super) fn keep_drafts(self: &Rc<Self>) {
        for element in browser::all(&self.root, "[data-form]") {
            self.send(Msg::Paused(self.form(&element), browser::field_value(&element, "textarea")));
        }
    }

    pub(super) fn after_pause(&self, milliseconds: u32, then: impl FnOnce() + 'static) {
        self.pause.after(milliseconds, then);
    }

    /// Which form an element is.
    pub(super) fn form(&self, element: &Element) -> Form {
        let id =
            browser::nearest(element, "[data-comment]").map(|comment| browser::attribute(&comment, "data-comment"));
        match (browser::attribute(element, "data-form").as_str(), id) {
            ("reply", Some(id)) => Form::Reply(id),
            ("edit", Some(id)) => Form::Edit(id),
            _ => Form::New,
        }
    }

    /// Something within a form.
    fn within(&self, form: &Form, selector: &str) -> Option<Element> {
        let within = match form {
            Form::New => "[data-form=new] ".to_owned(),
            Form::Reply(id) | Form::Edit(id) => view::selector(id) + " > .comment-form ",
        };
        self.first(&(within + selector))
    }

    fn warn(&self, what: Option<&Trouble>) {
        let lasting = self.lasting.borrow();
        let what = what.or(lasting.as_ref());
        browser::show_text(&self.first(".comments-trouble span"), &what.map(trouble).unwrap_or_default());
        browser::set_flag(&self.first(".comments-trouble"), "hidden", what.is_none());
    }

    /// Says what is wrong for as long as the page is there, unless something else is.
    pub(super) fn warn_for_good(&self, what: Trouble) {
        self.lasting.replace(Some(what));
        self.warn(None);
    }

    /// What stands in the forms and is not posted.
    fn unposted(&self) -> Vec<Unposted> {
        let forms = browser::all(&self.root, "[data-form]");
        let texts = forms.iter().map(|form| (self.form(form), browser::field_value(form, "textarea")));
        let texts = texts.filter(|(_, text)| !text.trim().is_empty());
        texts.map(|(form, text)| Unposted { place: form.below().to_owned(), text }).collect()
    }

    fn offer_undo(self: &Rc<Self>, said: &str, turn: u32) {
        browser::show_text(&self.first(".comments-undo span"), said);
        browser::show_text(&self.first(".comments-status"), said);
        browser::set_flag(&self.first(".comments-undo"), "hidden", false);
        browser::go_to(&self.first("[data-act=undo]"));
        let here = self.clone();
        self.end_of_undo.after(UNDO, move || here.send(Msg::UndoEnded(turn)));
    }

    /// Says anew how long ago comments were written.
    pub(super) fn tell_times(&self) {
        view::tell_times(&self.root);
    }

    /// Offers to write about what is selected in the article, below its end.
    pub(super) fn offer_selection(&self) {
        let button = browser::first(".comment-this");
        let selected = browser::selected_passage();
        browser::set_flag(&button, "hidden", selected.is_none());
        if let Some((_, left, top)) = &selected {
            browser::set_property(&button, "--at-inline", &[(*left as i32).to_string().as_str(), "px"].concat());
            browser::set_property(&button, "--at-block", &[(*top as i32).to_string().as_str(), "px"].concat());
        }
        self.selected.replace(selected.map(|(quote, ..)| quote));
    }

    /// What was selected when it was last offered.
    pub(super) fn take_selection(&self) -> Option<Quote> {
        browser::set_flag(&browser::first(".comment-this"), "hidden", true);
        self.selected.take()
    }

    /// A section, or the passage that is selected in it.
    pub(super) fn quote_of(&self, section: &str) -> Quote {
        let selected = self.take_selection().filter(|quote| quote.section == section);
        selected.unwrap_or_else(|| Quote { section: section.to_owned(), passage: String::new() })
    }

    /// Shows the passage that a comment is about, if it is still in the article.
    pub(super) fn show_passage(&self, link: &Element) -> bool {
        let quote = browser::nearest(link, "[data-comment]").and_then(|comment| {
            self.state.borrow().comment(&browser::attribute(&comment, "data-comment"))?.quote.clone()
        });
        let place = quote.filter(|quote| !quote.passage.is_empty()).and_then(|quote| browser::mark_passage(&quote));
        browser::bring_to_middle(&place);
        place.is_some()
    }
}
