//! What the page has of the comment box before any of the wasm comes: found once, and changed by texts and attributes.
//!
//! Deliberately absent: what the wasm creates; see `view`.

use crate::browser::{self, Element};
use crate::comments::{Capabilities, Quote};
use crate::contract::attribute::{self, selector};

/// The elements of the box that the page brings.
pub(super) struct Prerendered {
    root: Element,
    section: Option<Element>,
    write: Option<Element>,
    read: Option<Element>,
    form: Option<Element>,
    post: Option<Element>,
    text: Option<Element>,
    author: Option<Element>,
    left: Option<Element>,
    draft: Option<Element>,
    quote: Option<Element>,
    passage: Option<Element>,
    whole_section: Option<Element>,
    drop_quote: Option<Element>,
    status: Option<Element>,
    sort: Option<Element>,
    export: Option<Element>,
    import: Option<Element>,
    file: Option<Element>,
    extent: Option<Element>,
    list: Option<Element>,
    none: Option<Element>,
}

impl Prerendered {
    /// Finds all that is within the box.
    pub(super) fn within(root: Element) -> Self {
        let first = |selector: &str| browser::first_within(&root, selector);
        Self {
            section: browser::nearest(&root, selector::THREAD),
            write: first(".comments-write"),
            read: first(".comments-read"),
            form: first(".composer"),
            post: first(".composer [type=submit]"),
            text: first(".composer textarea"),
            author: first(".composer [name=author]"),
            left: first(".composer-left"),
            draft: first(".composer-draft"),
            quote: first(".composer-quote"),
            passage: first(".composer-quote q"),
            whole_section: first(".composer-quote em"),
            drop_quote: first(".composer-quote button"),
            status: first(".comments-status"),
            sort: first("[name=sort]"),
            export: first(&attribute::valued(attribute::ACT, "export")),
            import: first(&attribute::valued(attribute::ACT, "import")),
            file: first("[name=import]"),
            extent: first(".comments-extent"),
            list: first(".comments-list"),
            none: first(".comments-none"),
            root,
        }
    }

    pub(super) fn root(&self) -> &Element {
        &self.root
    }

    /// The column in which the reader writes.
    pub(super) fn write(&self) -> &Option<Element> {
        &self.write
    }

    /// The column in which the comments stand.
    pub(super) fn read(&self) -> &Option<Element> {
        &self.read
    }

    pub(super) fn form(&self) -> &Option<Element> {
        &self.form
    }

    /// The button that posts what stands in the form.
    pub(super) fn post(&self) -> &Option<Element> {
        &self.post
    }

    /// The field of the main form in which a comment is written.
    pub(super) fn text(&self) -> &Option<Element> {
        &self.text
    }

    /// The field of the main form that has the reader's name.
    pub(super) fn author(&self) -> &Option<Element> {
        &self.author
    }

    pub(super) fn drop_quote(&self) -> &Option<Element> {
        &self.drop_quote
    }

    pub(super) fn sort(&self) -> &Option<Element> {
        &self.sort
    }

    pub(super) fn export(&self) -> &Option<Element> {
        &self.export
    }

    pub(super) fn import(&self) -> &Option<Element> {
        &self.import
    }

    /// The field, never shown, in which a file is chosen.
    pub(super) fn file(&self) -> &Option<Element> {
        &self.file
    }

    pub(super) fn list(&self) -> &Option<Element> {
        &self.list
    }

    /// What the page says of the story, on the section around the box; empty where it says nothing.
    pub(super) fn setting(&self, name: &str) -> String {
        self.section.as_ref().map(|section| browser::attribute(section, name)).unwrap_or_default()
    }

    /// Says where comments are kept, and offers what the store can do.
    pub(super) fn show_store(&self, capabilities: Capabilities) {
        let name = if capabilities.shares { "isso" } else { "device" };
        let store = if capabilities.lasts { name } else { "memory" };
        browser::set_attribute(&Some(self.root.clone()), "data-store", store);
        let first = |selector| browser::first_within(&self.root, selector);
        let is_lost = !capabilities.lasts && !capabilities.shares;
        browser::set_flag(&first(".comments-where-memory"), "hidden", !is_lost);
        browser::set_flag(&first(".comments-where"), "hidden", is_lost);
        browser::set_flag(&self.import, "hidden", !capabilities.imports);
    }

    /// Says something, also to whoever does not see it. The same words are said again if they are given again.
    pub(super) fn say(&self, words: &str) {
        browser::show_text(&self.status, words);
    }

    /// Says how many characters are left in the main form.
    pub(super) fn show_left(&self, words: &str) {
        browser::show_text(&self.left, words);
    }

    /// Says whether the main form's draft is kept.
    pub(super) fn show_draft(&self, is_kept: bool) {
        browser::set_flag(&self.draft, "hidden", !is_kept);
    }

    /// Shows the passage that is written about.
    pub(super) fn show_quote(&self, quote: Option<&Quote>) {
        browser::set_flag(&self.quote, "hidden", quote.is_none());
        let passage = quote.map(|quote| quote.passage.as_str()).unwrap_or_default();
        browser::set_flag(&self.whole_section, "hidden", !passage.is_empty());
        browser::set_flag(&self.passage, "hidden", passage.is_empty());
        browser::show_text(&self.passage, passage);
    }

    /// Says how many comments there are, in words and as a number, and whether there are none.
    pub(super) fn show_extent(&self, words: &str, total: Option<usize>, is_empty: bool) {
        browser::show_text(&self.extent, words);
        browser::set_flag(&self.none, "hidden", !is_empty);
        if let Some(total) = total {
            browser::set_attribute(&self.list, "data-total", &total.to_string());
        }
    }
}

/// Shows how many comments there are on each section, beside the section.
pub(super) fn show_counts(counts: &[(String, usize)], more: bool) {
    for (section, count) in counts {
        let place =
            browser::first(&[&*attribute::valued(attribute::COMMENT_ON, section), " .comment-on-count"].concat());
        let count = if *count > 0 { count.to_string() } else { String::new() };
        let plus = if more && !count.is_empty() { "+" } else { "" };
        browser::show_text(&place, &(count + plus));
    }
}
