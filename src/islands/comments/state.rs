//! What the comment box shows and does, as a pure function.
//!
//! Deliberately absent: Leptos, the browser, where comments are kept, and the words for it all.

mod actions;
mod answers;
mod message;

use crate::comments::{Capabilities, Comment, Failure, Quote, RawRecord, Request, Sort, Thread};
use crate::contract::id;
pub use message::{Effect, Form, Msg, Said, Submitted, Trouble};

/// How many comments that answer none are shown at once.
pub const PAGE: usize = 20;

/// From how many characters on the reader is told how many are left.
const NEARLY: usize = Comment::LONGEST - 1_000;

/// What can be taken back.
#[derive(Debug, Clone, PartialEq)]
enum Undo {
    /// A comment was taken away, and this brings it back.
    Removed(RawRecord),
    /// A comment is taken away once it can no longer be taken back.
    Leaving(String),
    /// A comment was this.
    Edited(Comment),
}

/// What the comment box knows.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct State {
    capabilities: Capabilities,
    sections: Vec<String>,
    sort: Sort,
    threads: Vec<Thread>,
    /// How many of the threads the store listed, after which the next page begins.
    listed: usize,
    more: bool,
    total: Option<usize>,
    asked: bool,
    loaded: bool,
    ready: bool,
    /// What is being posted: in answer to what, and its words.
    posting: Option<(String, String)>,
    /// The comment posted last, until a list has come since.
    last_posted: Option<String>,
    /// Whether the last list could not be had, and whether the reader was told of something that a list brought.
    unlisted: bool,
    told: bool,
    /// Why the server does not want a comment that waits.
    unwanted: Option<Failure>,
    quote: Option<Quote>,
    open: Option<Form>,
    drafts: Vec<Comment>,
    named: Option<String>,
    undo: Option<Undo>,
    turn: u32,
}

impl State {
    /// The comments that are shown.
    pub fn threads(&self) -> &[Thread] {
        &self.threads
    }

    /// Whether a comment is about to be taken away, and does not show any more.
    pub fn is_leaving(&self, id: &str) -> bool {
        matches!(&self.undo, Some(Undo::Leaving(leaving)) if leaving == id)
    }

    /// What the store can do.
    pub fn capabilities(&self) -> Capabilities {
        self.capabilities
    }

    /// Whether there are more comments than are shown.
    pub fn more(&self) -> bool {
        self.more
    }

    /// How many comments there are; nothing before they have been counted.
    pub fn total(&self) -> Option<usize> {
        self.total
    }

    /// Whether what shows may not be all, since the list could not be had.
    pub fn is_unlisted(&self) -> bool {
        self.unlisted
    }

    /// The comment that the address names.
    pub fn named(&self) -> Option<&str> {
        self.named.as_deref()
    }

    /// A comment that is shown.
    pub fn comment(&self, id: &str) -> Option<&Comment> {
        self.threads.iter().find_map(|thread| thread.find(id))
    }

    fn comment_mut(&mut self, id: &str) -> Option<&mut Comment> {
        self.threads.iter_mut().find_map(|thread| thread.find_mut(id))
    }

    /// Takes in what happened and answers with what is to be done.
    pub fn update(&mut self, msg: Msg) -> Vec<Effect> {
        match msg {
            Msg::Opened(capabilities, sections) => self.opened(capabilities, sections),
            Msg::DraftsFound(drafts) => self.drafts_found(drafts),
            Msg::CameNear => self.load(),
            Msg::AddressChanged(fragment) => self.address_changed(&fragment),
            Msg::SortChosen(sort) => {
                self.sort = sort;
                self.listed = 0;
                vec![ask(Request::List(sort, 0, PAGE))]
            }
            Msg::MoreAsked => vec![ask(Request::List(self.sort, self.listed, PAGE))],
            Msg::RepliesAsked(id) => vec![ask(Request::Find(id))],
            Msg::QuoteTaken(quote) => {
                self.quote = Some(quote.clone());
                vec![Effect::ShowQuote(Some(quote)), Effect::GoToForm]
            }
            Msg::QuoteDropped => {
                self.quote = None;
                vec![Effect::ShowQuote(None), Effect::GoToForm]
            }
            Msg::FormAsked(form) => self.form_asked(form),
            Msg::FormLeft => self.form_left(),
            Msg::Typed(form, text) => vec![Effect::ShowLeft(form, left(&text))],
            Msg::Paused(form, text) => self.paused(&form, text),
            Msg::Submitted(submitted) => self.submitted(submitted),
            Msg::LikeAsked(id) => self.like_asked(&id),
            Msg::RemoveAsked(id) => self.remove_asked(id),
            Msg::ReportAsked(id) => self.report_asked(&id),
            Msg::ResendAsked(id) => vec![ask(Request::Resend(id))],
            Msg::UndoAsked => self.undo_asked(),
            Msg::UndoEnded(turn) if turn != self.turn => Vec::new(),
            Msg::UndoEnded(_) | Msg::Left => self.undo_ended(),
            Msg::ExportAsked => vec![ask(Request::Export)],
            Msg::FileChosen(Ok(file)) => vec![ask(Request::Import(file))],
            Msg::FileChosen(Err(wrong)) => vec![Effect::Say(Said::NotImported(wrong))],
            Msg::ChangedElsewhere => {
                // What another window posted it also took from the drafts, which may be this window's too.
                self.drafts.clear();
                if self.loaded { vec![self.again()] } else { Vec::new() }
            }
            Msg::MayBeSent if self.asked && self.unlisted => vec![self.again(), ask(Request::Flush)],
            Msg::MayBeSent if self.asked && self.capabilities.shares => vec![ask(Request::Flush)],
            Msg::MayBeSent => Vec::new(),
            Msg::Answered(request, answer) => match *answer {
                Ok(answer) => self.answered(*request, answer),
                Err(failure) => self.failed(*request, failure),
            },
        }
    }

    fn opened(&mut self, capabilities: Capabilities, sections: Vec<String>) -> Vec<Effect> {
        (self.capabilities, self.sections, self.ready) = (capabilities, sections, true);
        // What is asked of the device costs nobody anything, and is there when the box comes near.
        let may_wait = capabilities.shares && self.named.is_none() && !self.asked;
        self.asked |= !may_wait;
        if self.asked { self.first() } else { Vec::new() }
    }

    fn drafts_found(&mut self, drafts: Vec<Comment>) -> Vec<Effect> {
        let mut effects = Vec::new();
        if let Some(draft) = drafts.iter().find(|draft| draft.parent.is_empty()) {
            self.quote = draft.quote.clone();
            effects.extend([Effect::Fill(draft.text.clone()), Effect::ShowQuote(draft.quote.clone())]);
        }
        self.drafts = drafts;
        effects
    }

    fn first(&self) -> Vec<Effect> {
        vec![ask(Request::List(self.sort, 0, PAGE))]
    }

    fn load(&mut self) -> Vec<Effect> {
        if std::mem::replace(&mut self.asked, true) || !self.ready { Vec::new() } else { self.first() }
    }

    fn again(&self) -> Effect {
        ask(Request::List(self.sort, 0, self.listed.max(PAGE)))
    }

    fn address_changed(&mut self, fragment: &str) -> Vec<Effect> {
        self.named = fragment.strip_prefix(id::COMMENT_PREFIX).map(str::to_owned);
        let Some(id) = self.named.clone() else {
            return if self.loaded { vec![Effect::Show] } else { Vec::new() };
        };
        if self.loaded { self.look_for(id) } else { self.load() }
    }

    /// Goes to the comment that the address names, or asks where it is.
    fn look_for(&self, id: String) -> Vec<Effect> {
        match self.comment(&id) {
            Some(_) => vec![Effect::Show, Effect::GoTo(id)],
            None => vec![ask(Request::Find(id))],
        }
    }
}

/// Asks the store.
fn ask(request: Request) -> Effect {
    Effect::Ask(Box::new(request))
}

/// How many characters are left; nothing while there are many.
fn left(text: &str) -> Option<usize> {
    // A text of fewer bytes has fewer characters.
    if text.len() < NEARLY {
        return None;
    }
    let length = text.chars().count();
    (length >= NEARLY).then(|| Comment::LONGEST.saturating_sub(length))
}
