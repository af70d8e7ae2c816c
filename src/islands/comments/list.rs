//! The comments that show, as signals: one for each comment, so that what changes is drawn anew, and nothing else.
//!
//! Deliberately absent: elements, and deciding which comments show.

use std::cell::{Cell, RefCell};
use std::collections::{HashMap, HashSet};

use leptos::prelude::*;

use super::state::{Form, State};
use crate::comments::{Capabilities, Comment};

/// All that shows of a comment, beside its answers and forms.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Shown {
    pub(super) comment: Comment,
    pub(super) capabilities: Capabilities,
    /// Whether the address names it.
    pub(super) is_chosen: bool,
    /// Whether there are more answers than are shown.
    pub(super) has_more: bool,
}

/// A comment's place in a list. It is the same for as long as the comment shows.
#[derive(Debug, Clone)]
pub(super) struct Row {
    /// Which row of all that ever were. A comment that goes and comes back has another row, even if nothing was drawn in
    /// between.
    pub(super) number: u32,
    pub(super) id: String,
    pub(super) shown: ArcRwSignal<Shown>,
    /// The form below the comment, while one is open.
    pub(super) form: ArcRwSignal<Option<OpenForm>>,
    pub(super) replies: ArcRwSignal<Vec<Row>>,
}

/// A form below a comment, with what stands in it: whatever becomes of its elements, no words are lost.
#[derive(Debug, Clone)]
pub(super) struct OpenForm {
    pub(super) form: Form,
    pub(super) text: ArcRwSignal<String>,
    pub(super) author: ArcRwSignal<String>,
    /// How many characters are left; nothing while there are many.
    pub(super) left: ArcRwSignal<Option<usize>>,
    /// Whether the device has what stands in it.
    pub(super) is_kept: ArcRwSignal<bool>,
}

impl OpenForm {
    pub(super) fn new(form: Form, text: String, author: String) -> Self {
        Self {
            form,
            text: ArcRwSignal::new(text),
            author: ArcRwSignal::new(author),
            left: ArcRwSignal::new(None),
            is_kept: ArcRwSignal::new(false),
        }
    }
}

/// A comment as the state has it.
#[derive(Clone, Copy)]
struct Listed<'a> {
    comment: &'a Comment,
    replies: &'a [Comment],
    more: bool,
}

impl Shown {
    fn of(state: &State, listed: Listed<'_>) -> Self {
        Self {
            comment: listed.comment.clone(),
            capabilities: state.capabilities(),
            is_chosen: state.named() == Some(listed.comment.id.as_str()),
            has_more: listed.more,
        }
    }

    /// Whether this is how the comment shows, found without copying any text.
    fn is_of(&self, state: &State, listed: Listed<'_>) -> bool {
        let is_chosen = state.named() == Some(listed.comment.id.as_str());
        (self.is_chosen, self.has_more, self.capabilities) == (is_chosen, listed.more, state.capabilities())
            && self.comment == *listed.comment
    }
}

impl Row {
    /// Shows the comment as it is now, if that is another way than before.
    fn show(&self, state: &State, listed: Listed<'_>) {
        let is_same = self.shown.read_untracked().is_of(state, listed);
        if !is_same {
            self.shown.set(Shown::of(state, listed));
        }
    }
}

/// The comments that show, in their order.
#[derive(Default)]
pub(super) struct CommentList {
    rows: ArcRwSignal<Vec<Row>>,
    open: RefCell<Option<OpenForm>>,
    made: Cell<u32>,
}

impl CommentList {
    /// The comments that answer none.
    pub(super) fn rows(&self) -> ArcRwSignal<Vec<Row>> {
        self.rows.clone()
    }

    /// The ids of the comments that answer none.
    pub(super) fn ids(&self) -> Vec<String> {
        self.rows.read_untracked().iter().map(|row| row.id.clone()).collect()
    }

    /// Shows the comments as they are now. Answers whether some that stay stand in another order among themselves.
    pub(super) fn show(&self, state: &State) -> bool {
        let listed = state.threads().iter();
        let listed = listed
            .map(|thread| Listed { comment: &thread.root, replies: &thread.replies, more: thread.more })
            .collect();
        self.arrange(&self.rows, state, listed)
    }

    fn arrange(&self, rows: &ArcRwSignal<Vec<Row>>, state: &State, mut listed: Vec<Listed<'_>>) -> bool {
        // A server may say the same id twice; a keyed list must not.
        let mut seen = HashSet::new();
        listed.retain(|one| !state.is_leaving(&one.comment.id) && seen.insert(one.comment.id.as_str()));
        let is_reordered = self.replace(rows, state, &listed);
        for (row, one) in rows.read_untracked().iter().zip(&listed) {
            row.show(state, *one);
            let replies = one.replies.iter().map(|comment| Listed { comment, replies: &[], more: false });
            self.arrange(&row.replies, state, replies.collect());
        }
        is_reordered
    }

    /// Has a row for each comment, and those rows that are there already.
    fn replace(&self, rows: &ArcRwSignal<Vec<Row>>, state: &State, listed: &[Listed<'_>]) -> bool {
        let before = rows.read_untracked();
        if before.len() == listed.len() && before.iter().zip(listed).all(|(row, one)| row.id == one.comment.id) {
            return false;
        }
        let places: HashMap<&str, usize> = before.iter().enumerate().map(|(at, row)| (row.id.as_str(), at)).collect();
        let (mut last, mut is_reordered) = (0, false);
        let mut now = Vec::with_capacity(listed.len());
        for one in listed {
            let known = places.get(one.comment.id.as_str()).and_then(|at| Some((*at, before.get(*at)?)));
            now.push(match known {
                Some((at, row)) => {
                    is_reordered |= at < last;
                    last = at;
                    row.clone()
                }
                None => self.new_row(state, *one),
            });
        }
        drop(places);
        drop(before);
        rows.set(now);
        is_reordered
    }

    fn new_row(&self, state: &State, listed: Listed<'_>) -> Row {
        let id = listed.comment.id.clone();
        // A comment that comes back has the form again that was open below it.
        let open = self.open.borrow().clone().filter(|open| open.form.below() == id);
        self.made.set(self.made.get().wrapping_add(1));
        Row {
            number: self.made.get(),
            shown: ArcRwSignal::new(Shown::of(state, listed)),
            form: ArcRwSignal::new(open),
            replies: ArcRwSignal::default(),
            id,
        }
    }

    /// The form that is open below a comment.
    pub(super) fn open_form(&self) -> Option<OpenForm> {
        self.open.borrow().clone()
    }

    /// Opens a form below its comment, in place of the one that was open.
    pub(super) fn open(&self, open: OpenForm) {
        self.close();
        self.show_form(open.form.below(), Some(open.clone()));
        self.open.replace(Some(open));
    }

    /// Closes the form that is open below a comment.
    pub(super) fn close(&self) {
        if let Some(open) = self.open.take() {
            self.show_form(open.form.below(), None);
        }
    }

    fn show_form(&self, id: &str, form: Option<OpenForm>) {
        if let Some(row) = self.find(id) {
            row.form.set(form);
        }
    }

    fn find(&self, id: &str) -> Option<Row> {
        let rows = self.rows.read_untracked();
        rows.iter().find_map(|row| {
            if row.id == id {
                return Some(row.clone());
            }
            let replies = row.replies.read_untracked();
            replies.iter().find(|reply| reply.id == id).cloned()
        })
    }
}
