//! What holds the comment box together: its state in a signal, its elements, its store, and what waits for a time.
//!
//! Deliberately absent: deciding, which is the state's, and what its effects do; see `perform`.

use std::cell::{OnceCell, RefCell};
use std::rc::Rc;

use leptos::ev;
use leptos::prelude::*;

use super::list::{CommentList, OpenForm};
use super::messages;
use super::prerendered::Prerendered;
use super::state::{Form, Msg, State, Submitted, Trouble};
use crate::browser::{self, Element, Pause, Windows};
use crate::comments::{DatabaseHandle, Quote, Store, Unposted};
use crate::words::{comments, composer};

/// How long the reader has to pause until a draft is kept, in milliseconds.
const PAUSE: u32 = 400;

/// Under which name the reader's name is remembered.
pub(super) const NAME: &str = "backgrounder-name";

/// The box on the page.
pub(super) struct Controller {
    page: Prerendered,
    /// What the box knows.
    pub(super) state: RwSignal<State, LocalStorage>,
    /// The comments that show.
    pub(super) list: CommentList,
    /// What can be taken back, in words, while it can.
    pub(super) undo: RwSignal<Option<String>>,
    /// What a file would hold, where the reader may save none.
    pub(super) file: RwSignal<Option<String>>,
    /// What is wrong, in words.
    pub(super) trouble: RwSignal<Option<String>>,
    /// How often the times of comments were said anew.
    pub(super) minutes: RwSignal<u32>,
    pub(super) labels: &'static composer::Words,
    pub(super) words: &'static comments::Words,
    pub(super) retry: Pause,
    pub(super) end_of_undo: Pause,
    pub(super) connection: OnceCell<Connection>,
    pub(super) windows: OnceCell<Windows>,
    pause: Pause,
    selected: RefCell<Option<Quote>>,
    lasting: RefCell<Option<Trouble>>,
}

/// What is there once the store is open.
pub(super) struct Connection {
    pub(super) store: Rc<dyn Store>,
    pub(super) database: DatabaseHandle,
    pub(super) thread: String,
}

impl Controller {
    /// Nobody owns the signals: they are there for as long as the page is.
    pub(super) fn new(root: Element) -> Rc<Self> {
        let language = browser::language();
        Rc::new(Self {
            page: Prerendered::within(root),
            state: RwSignal::new_local(State::default()),
            list: CommentList::default(),
            undo: RwSignal::new(None),
            file: RwSignal::new(None),
            trouble: RwSignal::new(None),
            minutes: RwSignal::new(0),
            labels: composer::in_language(&language),
            words: comments::in_language(&language),
            retry: Pause::default(),
            end_of_undo: Pause::default(),
            connection: OnceCell::new(),
            windows: OnceCell::new(),
            pause: Pause::default(),
            selected: RefCell::default(),
            lasting: RefCell::default(),
        })
    }

    pub(super) fn page(&self) -> &Prerendered {
        &self.page
    }

    /// Takes in what happened and carries out what is then to be done.
    pub(super) fn send(self: &Rc<Self>, msg: Msg) {
        let effects = self.state.try_update(|state| state.update(msg)).unwrap_or_default();
        for effect in effects {
            self.perform(effect);
        }
    }

    /// Takes the store, and offers what it can do.
    pub(super) fn connect(&self, store: Rc<dyn Store>, database: DatabaseHandle, thread: String) {
        self.page.show_store(store.capabilities());
        browser::set_value(self.page.author(), &browser::storage::get(NAME).unwrap_or_default());
        // It is opened once.
        let _ = self.connection.set(Connection { store, database, thread });
    }

    pub(super) fn listen_to_windows(&self, changed: impl Fn() + 'static) {
        // One channel is enough.
        let _ = self.windows.set(Windows::listen(NAME, changed));
    }

    /// What stands in a form; nothing where it is not open.
    fn written(&self, form: &Form) -> Option<(String, String)> {
        if *form == Form::New {
            return Some((browser::value_of(self.page.author()), browser::value_of(self.page.text())));
        }
        let open = self.open_form(form)?;
        Some((open.author.get_untracked(), open.text.get_untracked()))
    }

    /// Each form that there is, and its text.
    fn forms(&self) -> Vec<(Form, String)> {
        let below = self.list.open_form().map(|open| (open.form, open.text.get_untracked()));
        let main = (Form::New, browser::value_of(self.page.text()));
        [main].into_iter().chain(below).collect()
    }

    /// The form that is open below a comment, if it is this one.
    pub(super) fn open_form(&self, form: &Form) -> Option<OpenForm> {
        self.list.open_form().filter(|open| open.form == *form)
    }

    /// The reader typed in a form.
    pub(super) fn typed(self: &Rc<Self>, form: Form) {
        if let Some((_, text)) = self.written(&form) {
            self.send(Msg::Typed(form, text));
            let here = self.clone();
            self.pause.after(PAUSE, move || here.keep_drafts());
        }
    }

    /// The reader pressed a key in a form.
    pub(super) fn pressed(self: &Rc<Self>, form: &Form, event: &ev::KeyboardEvent) {
        let is_field = browser::happened_at(event, "textarea, input");
        if is_field && event.key() == "Enter" && (event.ctrl_key() || event.meta_key()) {
            event.prevent_default();
            self.submit(form);
        }
        // Escape may be meant for what helps to write; and a change that is left is lost, so that takes a button.
        if matches!(form, Form::Reply(_)) && event.key() == "Escape" && !event.is_composing() {
            self.keep_drafts();
            self.send(Msg::FormLeft);
        }
    }

    pub(super) fn submit(self: &Rc<Self>, form: &Form) {
        let Some((author, text)) = self.written(form) else {
            return;
        };
        self.file.set(None);
        let author = if matches!(form, Form::Edit(_)) { String::new() } else { author };
        let (form, id, now) = (form.clone(), browser::new_id(), browser::now());
        self.send(Msg::Submitted(Submitted { form, author, text, id, now }));
    }

    /// Keeps what stands in each form now.
    pub(super) fn keep_drafts(self: &Rc<Self>) {
        for (form, text) in self.forms() {
            self.send(Msg::Paused(form, text));
        }
    }

    /// What stands in the forms and is not posted.
    pub(super) fn unposted(&self) -> Vec<Unposted> {
        let texts = self.forms().into_iter().filter(|(_, text)| !text.trim().is_empty());
        texts.map(|(form, text)| Unposted { place: form.below().to_owned(), text }).collect()
    }

    /// Says what is wrong, or what is for as long as the page is there.
    pub(super) fn warn(&self, what: Option<&Trouble>) {
        let lasting = self.lasting.borrow();
        let what = what.or(lasting.as_ref());
        self.trouble.set(what.map(|what| messages::trouble(self.words, what)));
    }

    /// Says what is wrong for as long as the page is there, unless something else is.
    pub(super) fn warn_for_good(&self, what: Trouble) {
        self.lasting.replace(Some(what));
        self.warn(None);
    }

    /// Says anew how long ago comments were written.
    pub(super) fn tell_times(&self) {
        self.minutes.update(|minutes| *minutes = minutes.wrapping_add(1));
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

    /// Shows a passage that a comment is about, and answers whether it is still in the article.
    pub(super) fn show_passage(&self, quote: &Quote) -> bool {
        let place = Some(quote).filter(|quote| !quote.passage.is_empty()).and_then(browser::mark_passage);
        browser::bring_to_middle(&place);
        place.is_some()
    }

    /// A section, or the passage that is selected in it.
    pub(super) fn quote_of(&self, section: &str) -> Quote {
        let selected = self.take_selection().filter(|quote| quote.section == section);
        selected.unwrap_or_else(|| Quote { section: section.to_owned(), passage: String::new() })
    }
}
