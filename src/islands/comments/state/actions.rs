//! What the reader does with comments.
//!
//! Deliberately absent: what stores make of it.

use super::{Effect, Form, Said, State, Submitted, Undo, ask};
use crate::comments::{Comment, DeliveryStatus, Request};

impl State {
    pub(super) fn form_asked(&mut self, form: Form) -> Vec<Effect> {
        // One that is open already keeps what stands in it.
        if self.open.as_ref() == Some(&form) {
            return Vec::new();
        }
        let text = match &form {
            Form::New => return vec![Effect::GoToForm],
            Form::Reply(id) => {
                let root = self.root_of(id);
                let draft = self.drafts.iter().find(|draft| draft.parent == root);
                draft.map(|draft| draft.text.clone()).unwrap_or_default()
            }
            Form::Edit(id) => self.comment(id).map(|comment| comment.text.clone()).unwrap_or_default(),
        };
        self.open = Some(form.clone());
        vec![Effect::Open(form, text)]
    }

    pub(super) fn form_left(&mut self) -> Vec<Effect> {
        match self.open.take() {
            Some(Form::Reply(id) | Form::Edit(id)) => vec![Effect::Close, Effect::GoTo(id)],
            _ => Vec::new(),
        }
    }

    pub(super) fn paused(&mut self, form: &Form, text: String) -> Vec<Effect> {
        if matches!(form, Form::Edit(_)) {
            return Vec::new();
        }
        let parent = self.root_of(form.below());
        let quote = if parent.is_empty() { self.quote.clone() } else { None };
        let draft = Comment { parent, text, quote, ..Comment::default() };
        let before = self.drafts.iter().find(|other| other.parent == draft.parent);
        let is_same = |before: &Comment| before.text == draft.text && before.quote == draft.quote;
        let is_posted = |(parent, text): &(String, String)| *parent == draft.parent && text == draft.text.trim();
        if self.posting.as_ref().is_some_and(is_posted) {
            return Vec::new();
        }
        // Of what has been kept already, and of what there is not, nothing has to be kept.
        if before.map_or(draft.text.is_empty() && draft.quote.is_none(), is_same) {
            return Vec::new();
        }
        self.drafts.retain(|other| other.parent != draft.parent);
        self.drafts.push(draft.clone());
        vec![Effect::Keep(form.clone(), Box::new(draft))]
    }

    pub(super) fn submitted(&mut self, submitted: Submitted) -> Vec<Effect> {
        let Submitted { form, author, text, id, now } = submitted;
        let (author, text) = (author.trim().to_owned(), text.replace('\r', "").trim().to_owned());
        let length = text.chars().count();
        let wrong = match length {
            _ if !is_seen(&text) => Some(Said::Empty),
            _ if length < self.capabilities.shortest => Some(Said::TooShort(self.capabilities.shortest)),
            _ if length > Comment::LONGEST => Some(Said::TooLong(length - Comment::LONGEST)),
            _ if author.chars().count() > Comment::LONGEST_NAME => Some(Said::NameTooLong),
            _ => None,
        };
        if let Some(wrong) = wrong {
            return vec![Effect::Say(wrong)];
        }
        if !self.ready || self.posting.is_some() {
            return Vec::new();
        }
        self.posting = Some((self.root_of(form.below()), text.clone()));
        if let Form::Edit(id) = &form {
            let before = self.comment(id).cloned().unwrap_or_default();
            return vec![ask(Request::Edit(Comment { text, ..before }))];
        }
        let parent = self.root_of(form.below());
        let quote = if parent.is_empty() { self.quote.clone() } else { None };
        let comment = Comment { id, parent, author, text, quote, created: now, mine: true, ..Comment::default() };
        vec![Effect::RememberName(comment.author.clone()), ask(Request::Post(comment))]
    }

    /// What answers an answer stands beside it.
    pub(super) fn root_of(&self, id: &str) -> String {
        let parent = self.comment(id).map(|comment| comment.parent.as_str()).filter(|parent| !parent.is_empty());
        parent.unwrap_or(id).to_owned()
    }

    pub(super) fn like_asked(&mut self, id: &str) -> Vec<Effect> {
        let unlikes = self.capabilities.unlikes;
        let Some(comment) = self.comment_mut(id).filter(|comment| unlikes || !comment.liked) else {
            return Vec::new();
        };
        // Shown at once; taken back if the store does not agree.
        comment.liked = !comment.liked;
        comment.likes = if comment.liked { comment.likes + 1 } else { comment.likes.saturating_sub(1) };
        let request = Request::Like(comment.clone());
        vec![Effect::Show, ask(request)]
    }

    pub(super) fn remove_asked(&mut self, id: String) -> Vec<Effect> {
        let mut effects = self.undo_ended();
        let is_here = self
            .comment(&id)
            .is_some_and(|comment| matches!(comment.standing, DeliveryStatus::Waiting | DeliveryStatus::Uncertain));
        if self.capabilities.restores || is_here {
            let answered = self.is_answered(&id);
            effects.push(ask(Request::Remove(id, answered)));
        } else {
            effects.extend(self.offer(Undo::Leaving(id), Said::Removed));
        }
        effects
    }

    pub(super) fn offer(&mut self, undo: Undo, said: Said) -> [Effect; 2] {
        self.turn += 1;
        self.undo = Some(undo);
        [Effect::Show, Effect::OfferUndo(said, self.turn)]
    }

    pub(super) fn undo_asked(&mut self) -> Vec<Effect> {
        let mut effects = vec![Effect::EndUndo];
        match self.undo.take() {
            Some(Undo::Removed(record)) => effects.push(ask(Request::Restore(record))),
            Some(Undo::Edited(comment)) => effects.push(ask(Request::Edit(comment))),
            Some(Undo::Leaving(id)) => effects.extend([Effect::Show, Effect::GoTo(id), Effect::Say(Said::Undone)]),
            None => {}
        }
        effects
    }

    pub(super) fn undo_ended(&mut self) -> Vec<Effect> {
        match self.undo.take() {
            Some(Undo::Leaving(id)) => {
                let answered = self.is_answered(&id);
                self.forget(&id);
                vec![Effect::EndUndo, ask(Request::Remove(id, answered))]
            }
            Some(_) => vec![Effect::EndUndo],
            None => Vec::new(),
        }
    }

    pub(super) fn is_answered(&self, id: &str) -> bool {
        self.threads.iter().any(|thread| thread.root.id == id && !thread.replies.is_empty())
    }

    pub(super) fn forget(&mut self, id: &str) {
        self.threads.retain(|thread| thread.root.id != id || !thread.replies.is_empty());
        for thread in &mut self.threads {
            thread.replies.retain(|reply| reply.id != id);
        }
    }

    pub(super) fn report_asked(&mut self, id: &str) -> Vec<Effect> {
        let Some(comment) = self.comment_mut(id) else {
            return Vec::new();
        };
        comment.hidden = !comment.hidden;
        let hidden = comment.hidden;
        let mut effects = vec![ask(Request::Hide(comment.clone())), Effect::Show, Effect::GoTo(id.to_owned())];
        effects.extend(hidden.then_some(Effect::Say(Said::Hidden)));
        effects
    }
}

/// Whether there is anything to be seen in a text: a sign that is no space and that browsers draw. (Unicode calls the others
/// ignorable by default.)
fn is_seen(text: &str) -> bool {
    let is_ignorable = |sign: char| {
        matches!(sign,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}'..='\u{1160}' | '\u{17b4}'..='\u{17b5}' | '\u{180b}'..='\u{180f}'
            | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{2800}' | '\u{3164}'
            | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}' | '\u{1bca0}'..='\u{1bca3}'
            | '\u{1d173}'..='\u{1d17a}' | '\u{e000}'..='\u{f8ff}' | '\u{e0000}'..='\u{e0fff}')
    };
    text.chars().any(|sign| !(sign.is_whitespace() || sign.is_control() || is_ignorable(sign)))
}
