//! What stores answer.
//!
//! Deliberately absent: asking them.

use std::mem::replace;

use super::{Effect, Form, Said, State, Trouble, Undo, ask};
use crate::comments::{Answer, Comment, Counts, DeliveryStatus, Failure, Page, Request, Sort, Thread};

impl State {
    pub(super) fn answered(&mut self, request: Request, answer: Answer) -> Vec<Effect> {
        match (request, answer) {
            (Request::List(sort, skip, _), Answer::Page(page)) if sort == self.sort => self.page_came(page, skip),
            (Request::Find(id), Answer::Found(found)) => self.found(id, found),
            (_, Answer::Counts(census)) => self.counted(census),
            (Request::Post(draft), Answer::Posted(comment)) => self.posted(&draft, comment),
            (Request::Resend(_), Answer::Posted(_)) => {
                vec![Effect::Say(Said::Sent(1)), Effect::Warn(None), self.again()]
            }
            (_, Answer::Flushed(sent, unwanted)) => self.flushed(sent, unwanted),
            (Request::Edit(comment), _) => self.edited(comment),
            (_, Answer::Removed(Some(record))) => {
                let mut effects = vec![self.again(), Effect::Tell];
                effects.extend(self.offer(Undo::Removed(record), Said::Removed));
                effects
            }
            (_, Answer::Removed(_)) => vec![self.again(), Effect::Tell],
            (Request::Restore(_), _) => vec![Effect::Say(Said::Undone), self.again(), Effect::Tell],
            (_, Answer::File(file)) => vec![Effect::Save(file)],
            (_, Answer::Imported(Ok(brought))) => {
                vec![Effect::Say(Said::Imported(brought)), self.again(), Effect::Persist, Effect::Tell]
            }
            (_, Answer::Imported(Err(wrong))) => vec![Effect::Say(Said::NotImported(wrong))],
            (Request::Like(_) | Request::Hide(_), _) => vec![Effect::Tell],
            _ => Vec::new(),
        }
    }

    /// So many that waited have arrived, and the server may not want another.
    fn flushed(&mut self, sent: usize, unwanted: Option<Failure>) -> Vec<Effect> {
        let is_news = replace(&mut self.unwanted, unwanted) != unwanted;
        let mut effects = Vec::new();
        if sent > 0 {
            effects.push(Effect::Say(Said::Sent(sent)));
        }
        if sent > 0 || is_news {
            effects.extend([Effect::Warn(unwanted.map(|failure| Trouble::Failed(failure, false))), self.again()]);
        } else if self.waits() {
            effects.push(Effect::TryLater);
        }
        if sent > 0 {
            effects.push(Effect::Tell);
        }
        effects
    }

    pub(super) fn page_came(&mut self, page: Page, skip: usize) -> Vec<Effect> {
        let Page { threads, more, total, aside, failure } = page;
        // What only the device knows is no part of the server's pages.
        let is_of_page =
            |thread: &&Thread| matches!(thread.root.standing, DeliveryStatus::Published | DeliveryStatus::Removed);
        let listed = threads.iter().filter(is_of_page).count();
        let first_new = threads.first().map(|thread| thread.root.id.clone());
        if skip == 0 {
            self.replace_threads(threads);
        } else {
            for thread in threads {
                if self.comment(&thread.root.id).is_none() {
                    self.threads.push(thread);
                }
            }
        }
        (self.listed, self.more) = (skip + listed, more);
        self.total = total.or(self.total);
        let first = !replace(&mut self.loaded, true);
        let mut effects = vec![Effect::Show];
        let trouble = failure.map(|failure| Trouble::Failed(failure, false));
        let unwanted = self.unwanted.map(|failure| Trouble::Failed(failure, false));
        let aside = (aside > 0).then_some(Trouble::Aside(aside));
        self.unlisted = trouble.is_some();
        let trouble = trouble.or(unwanted).or(aside);
        // What else the reader was told stays.
        if trouble.is_some() || self.told {
            self.told = trouble.is_some();
            effects.push(Effect::Warn(trouble));
        }
        if skip == 0 {
            effects.push(ask(Request::Count(self.sections.clone())));
            // A list that was asked for before a comment was posted may come after it.
            if self.last_posted.take().is_some_and(|id| self.comment(&id).is_none()) {
                effects.extend((self.sort == Sort::Newest).then(|| self.again()));
            }
        }
        if skip > 0 {
            effects.push(Effect::Say(Said::Shown(self.threads.len())));
            effects.extend(first_new.map(Effect::GoTo));
        }
        if first && let Some(id) = self.named.clone() {
            effects.extend(self.look_for(id));
        }
        if self.waits() {
            effects.push(Effect::TryLater);
        }
        effects
    }

    /// Shows other threads; that in which the reader is writing stays.
    fn replace_threads(&mut self, threads: Vec<Thread>) {
        let below = self.open.as_ref().map(|form| form.below().to_owned()).unwrap_or_default();
        let kept = self.threads.iter().position(|thread| thread.find(&below).is_some());
        let kept = kept.map(|at| self.threads.remove(at));
        self.threads = threads;
        if let Some(kept) = kept.filter(|_| self.comment(&below).is_none()) {
            match self.threads.iter_mut().find(|thread| thread.root.id == kept.root.id) {
                Some(thread) => *thread = kept,
                None => self.threads.push(kept),
            }
        }
    }

    pub(super) fn counted(&mut self, census: Counts) -> Vec<Effect> {
        self.total = census.total.or(self.total);
        let mut effects = vec![Effect::Show, Effect::ShowCounts(census.sections, census.more)];
        if census.newer > 0 {
            effects.push(Effect::Warn(Some(Trouble::Newer(census.newer))));
        }
        if census.mended {
            effects.push(self.again());
        }
        effects
    }

    pub(super) fn waits(&self) -> bool {
        // What the server does not want is not sent again by itself, unless it only came too soon.
        if self.unwanted.is_some_and(|failure| failure != Failure::Refused) {
            return false;
        }
        let is_waiting = |comment: &Comment| comment.standing == DeliveryStatus::Waiting;
        self.threads.iter().any(|thread| is_waiting(&thread.root) || thread.replies.iter().any(is_waiting))
    }

    pub(super) fn found(&mut self, id: String, found: Option<Thread>) -> Vec<Effect> {
        let Some(thread) = found else {
            return vec![Effect::Say(Said::NotThere)];
        };
        match self.threads.iter_mut().find(|other| other.root.id == thread.root.id) {
            Some(other) => *other = thread,
            None => self.threads.insert(0, thread),
        }
        vec![Effect::Show, Effect::GoTo(id)]
    }

    pub(super) fn posted(&mut self, draft: &Comment, comment: Comment) -> Vec<Effect> {
        self.posting = None;
        self.drafts.retain(|other| other.parent != draft.parent);
        let (id, standing) = (comment.id.clone(), comment.standing);
        self.last_posted = Some(id.clone());
        let mut effects = Vec::new();
        if draft.parent.is_empty() {
            self.quote = None;
            effects.extend([Effect::Empty(draft.text.clone()), Effect::ShowQuote(None)]);
            let at = if self.sort == Sort::Newest { 0 } else { self.threads.len() };
            self.threads.insert(at, Thread::of(comment));
            // In another order the store lists it elsewhere.
            self.listed += usize::from(at == 0 && standing == DeliveryStatus::Published);
        } else {
            let is_its = |form: &Form| matches!(form, Form::Reply(id) if self.root_of(id) == draft.parent);
            if self.open.as_ref().is_some_and(is_its) {
                self.open = None;
                effects.push(Effect::Close);
            }
            match self.threads.iter_mut().find(|thread| thread.root.id == draft.parent) {
                Some(thread) => thread.replies.push(comment),
                None => effects.push(ask(Request::Find(draft.parent.clone()))),
            }
        }
        self.total = self.total.map(|total| total + 1);
        effects.extend([Effect::Show, Effect::GoTo(id), Effect::Say(Said::Posted(standing)), Effect::Warn(None)]);
        effects.extend([Effect::Persist, Effect::Tell]);
        effects.push(ask(Request::Count(self.sections.clone())));
        if standing == DeliveryStatus::Waiting {
            effects.push(Effect::TryLater);
        }
        effects
    }

    pub(super) fn edited(&mut self, mut comment: Comment) -> Vec<Effect> {
        self.posting = None;
        let id = comment.id.clone();
        let was_open = self.open.take_if(|form| *form == Form::Edit(id.clone())).is_some();
        let Some(before) = self.comment_mut(&id) else {
            return vec![self.again()];
        };
        comment.edited = true;
        let before = replace(before, comment);
        if !was_open {
            return vec![Effect::Show, Effect::GoTo(id), Effect::Say(Said::Undone), Effect::Tell];
        }
        let mut effects = self.undo_ended();
        effects.push(Effect::Close);
        effects.extend(self.offer(Undo::Edited(before), Said::Edited));
        effects.extend([Effect::GoTo(id), Effect::Tell]);
        effects
    }

    /// Nothing that the reader wrote is lost by a failure: forms keep their words.
    pub(super) fn failed(&mut self, request: Request, failure: Failure) -> Vec<Effect> {
        let warn = |keeps| Effect::Warn(Some(Trouble::Failed(failure, keeps)));
        match request {
            Request::Post(_) | Request::Edit(_) => {
                self.posting = None;
                vec![warn(true)]
            }
            Request::Like(asked) => {
                if let Some(comment) = self.comment_mut(&asked.id) {
                    comment.liked = !asked.liked;
                    comment.likes = if asked.liked { asked.likes.saturating_sub(1) } else { asked.likes + 1 };
                }
                let gone = if failure == Failure::Gone { Effect::Say(Said::NotLiked) } else { warn(false) };
                vec![Effect::Show, gone]
            }
            Request::List(..) => {
                (self.loaded, self.unlisted, self.told) = (true, true, true);
                vec![Effect::Show, warn(false), Effect::TryLater]
            }
            // What waits is shown as waiting; that it still does is no news.
            Request::Flush => vec![Effect::TryLater],
            Request::Count(_) => Vec::new(),
            _ => vec![warn(false), self.again()],
        }
    }
}
