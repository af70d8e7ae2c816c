//! The comment box, in the words of a journey.
//!
//! Deliberately absent: where the comments are kept.

use serde_json::json;

use super::page::Page;

/// The form for a comment that answers none.
pub const NEW: &str = ".composer[data-form=new]";

/// The form for an answer, once it is open.
pub const REPLY: &str = ".composer[data-form=reply]";

/// The form for another text, once it is open.
pub const EDIT: &str = ".composer[data-form=edit]";

/// The page says what is wrong.
pub const TOLD: &str = "document.querySelector('.comments-trouble:not([hidden]) span')?.textContent.trim()";

/// The comments that have these words in them.
fn all(words: &str) -> String {
    let words = json!(words);
    format!(
        "[...document.querySelectorAll('.comment')].filter((one) => one.querySelector(':scope > .comment-text')?.textContent.includes({words}))"
    )
}

/// The comment that has these words in it.
pub fn comment(words: &str) -> String {
    format!("{}[0]", all(words))
}

/// How many comments have these words in them.
pub fn copies(words: &str) -> String {
    format!("{}.length", all(words))
}

/// The name of whoever wrote these words.
pub fn author(words: &str) -> String {
    format!("{}?.querySelector(':scope > .comment-head .comment-author').textContent", comment(words))
}

/// A comment with these words stands so.
pub fn stands(words: &str, standing: &str) -> String {
    format!("{}?.dataset.standing === '{standing}'", comment(words))
}

/// A comment with these words is on its way.
pub fn waits(words: &str) -> String {
    format!("['waiting', 'uncertain'].includes({}?.dataset.standing)", comment(words))
}

/// These words are in the list or in a form.
pub fn kept(words: &str) -> String {
    let field = format!(
        "[...document.querySelectorAll('.composer textarea')].some((field) => field.value.includes({}))",
        json!(words)
    );
    format!("({field} || {} > 0)", copies(words))
}

impl Page {
    /// Visits the small story and comes so near to its comments that they are read.
    pub async fn visit_comments(&self) {
        self.visit_awake("/").await;
        self.until("the comments are awake", "document.querySelector('.comments-box[data-store]')").await;
        self.come_near().await;
    }

    pub async fn come_near(&self) {
        self.value("document.querySelector('#comments').scrollIntoView()").await;
    }

    /// Types a name over the one that is there.
    pub async fn sign(&self, name: &str) {
        let field = self.element(&format!("{NEW} input[name=author]")).await;
        field.scroll_into_view().await.unwrap();
        field.clear().await.unwrap();
        field.send_keys(name).await.unwrap();
    }

    /// Types words into a form behind those that are there, and submits it.
    pub async fn submit(&self, form: &str, words: &str) {
        let field = self.element(&format!("{form} textarea[name=text]")).await;
        field.scroll_into_view().await.unwrap();
        field.send_keys(words).await.unwrap();
        self.click(&format!("{form} [type=submit]")).await;
    }

    /// Posts a comment that answers none, and waits until the page says that others can read it.
    pub async fn post(&self, words: &str) {
        self.submit(NEW, words).await;
        self.until("it is published", &stands(words, "published")).await;
    }

    /// Waits until a comment has arrived; if the page offers to send it again, that is asked for, once.
    pub async fn arrives(&self, words: &str) {
        let resend = format!("{}?.querySelector('[data-act=resend]:not([hidden])')", comment(words));
        let published = stands(words, "published");
        self.until("it has arrived or can be sent again", &format!("{published} || {resend}")).await;
        self.value(&format!("{resend}?.click()")).await;
        self.until("it has arrived", &published).await;
    }
}
