//! What a page is made of: the story, the words, and where things are.
//!
//! Deliberately absent: anything that changes while the page is read.

use std::cell::RefCell;
use std::collections::HashSet;

use super::Drawing;
use crate::story::{ClaimId, Story, TermId};
use crate::words::{composer, labels, page::Words};

/// Addresses of the files that a page loads, relative to the site's root.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assets {
    /// The style sheet.
    pub style: String,
    /// The loader.
    pub boot: String,
    /// The module that wasm-bindgen wrote.
    pub glue: String,
    /// The islands.
    pub wasm: String,
    /// The policy that the browser is to hold us to.
    pub policy: String,
}

/// One page of one story.
pub struct Edition<'a> {
    /// The story.
    pub story: &'a Story,
    /// The site's name.
    pub site: &'a str,
    /// The interface's words in the story's language.
    pub words: &'static Words,
    /// The labels of the page's tools.
    pub labels: &'static labels::Words,
    /// The labels of the comment box.
    pub composer: &'static composer::Words,
    /// The map.
    pub drawing: &'a Drawing,
    /// The files that the page loads.
    pub assets: &'a Assets,
    /// The way from the page to the site's root: `./` or `../`.
    pub root: &'a str,
    /// The claims that the text has referred to so far.
    referred: RefCell<HashSet<ClaimId>>,
    /// The terms that the passage now being laid out has linked so far; nothing between passages.
    explained: RefCell<Option<HashSet<TermId>>>,
}

impl<'a> Edition<'a> {
    /// A page on which nothing has been laid out yet.
    pub fn new(
        story: &'a Story,
        site: &'a str,
        words: &'static Words,
        drawing: &'a Drawing,
        assets: &'a Assets,
        root: &'a str,
    ) -> Self {
        let (referred, explained) = (RefCell::default(), RefCell::default());
        let language = &story.article.language;
        let (labels, composer) = (labels::in_language(language), composer::in_language(language));
        Self { story, site, words, labels, composer, drawing, assets, root, referred, explained }
    }

    /// Whether this is the first reference to the claim on the page, to which the ledger leads back.
    pub(super) fn refers_first(&self, claim: &ClaimId) -> bool {
        self.referred.borrow_mut().insert(claim.clone())
    }

    /// Whether the text refers to the claim.
    pub(super) fn is_referred(&self, claim: &ClaimId) -> bool {
        self.referred.borrow().contains(claim)
    }

    /// Lays out a passage that is read as one, in which only the first link to a term opens.
    pub(super) fn passage<View>(&self, lay_out: impl FnOnce() -> View) -> View {
        *self.explained.borrow_mut() = Some(HashSet::new());
        let view = lay_out();
        *self.explained.borrow_mut() = None;
        view
    }

    /// Whether a link to the term opens: for the first time within a passage, and everywhere else.
    pub(super) fn explains(&self, term: &TermId) -> bool {
        self.explained.borrow_mut().as_mut().is_none_or(|explained| explained.insert(term.clone()))
    }

    /// The parts of the page beside the article that have something to show, with their headings.
    pub(super) fn parts(&self) -> impl Iterator<Item = (&'static str, &'static str)> + use<> {
        let (story, words) = (self.story, self.words);
        let parts = [
            ("faq", words.faq, story.questions.is_empty()),
            ("reactions", words.reactions, story.actors.is_empty()),
            ("timeline", words.timeline, story.events.is_empty()),
            ("figures", words.figures, story.figures.is_empty()),
            ("glossary", words.glossary, story.terms.is_empty()),
            ("related", words.related, story.related.is_empty()),
            ("comments", words.comments, false),
            ("sources", words.sources, false),
        ];
        parts.into_iter().filter(|(_, _, empty)| !empty).map(|(id, heading, _)| (id, heading))
    }

    /// Whether a part of the page has something to show.
    pub(super) fn shows(&self, part: &str) -> bool {
        self.parts().any(|(id, _)| id == part)
    }
}
