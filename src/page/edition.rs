//! What a page is made of: the story, the words, and where things are.
//!
//! Deliberately absent: anything that changes while the page is read.

use std::cell::RefCell;
use std::collections::HashSet;
use std::sync::Arc;

use super::alphabet::Alphabet;
use super::{Drawing, Panel};
use crate::contract::id;
use crate::story::{ClaimId, Stance, Story, TermId};
use crate::words::{composer, labels, page::Words};

/// Addresses of the files that a page loads, relative to the site's root.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Assets {
    /// The style sheet that each page carries in itself: its text.
    pub sheet: Arc<str>,
    /// The same as a file, for pages that are no story's.
    pub style: String,
    /// The style sheet of what only scripts show.
    pub later: String,
    /// The loader.
    pub boot: String,
    /// Its text, of which each page of a story has a copy.
    pub boot_text: Arc<str>,
    /// The module that wasm-bindgen wrote.
    pub glue: String,
    /// The islands that are fetched with the page.
    pub wasm: String,
    /// What fetches the others, which the module imports.
    pub parts: String,
    /// What the story rests on, as data for notes.
    pub evidence: String,
    /// The sheet of the world.
    pub world: String,
    /// The line of time; empty where nothing happened.
    pub strips: String,
    /// What belongs beside each section of the article; empty where nothing does.
    pub beside: String,
    /// What can be embedded.
    pub embeds: String,
    /// What a page for embedding does before anything is painted.
    pub frame: String,
    /// What it does once it has been read.
    pub frame_later: String,
    /// The policy that the browser is to hold us to.
    pub policy: String,
}

/// What of a story a page is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PageKind {
    /// The article with all that is read beside it.
    Story,
    /// A panel alone, for embedding.
    Panel(Panel),
    /// What the story rests on: claims, sources, terms.
    Evidence,
    /// All of it in one file, without scripts.
    Single,
}

/// Where a page stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place<'a> {
    /// The way from the page to the site's root: `./`, `../` and so on.
    pub root: &'a str,
    /// The way from the site's root to the page: empty, or ending in a slash.
    pub path: &'a str,
    /// What of the story the page is.
    pub kind: PageKind,
    /// The site's own address, with a slash at its end, if it is known. Only machines that read the page elsewhere need
    /// it.
    pub address: Option<&'a str>,
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
    /// Where the page stands.
    pub place: Place<'a>,
    /// The claims that the text has referred to so far.
    referred: RefCell<HashSet<ClaimId>>,
    /// The terms that the passage now being laid out has linked so far; nothing between passages.
    explained: RefCell<Option<HashSet<TermId>>>,
}

impl<'a> Edition<'a> {
    /// Sorts by names, as readers of the story's language know their order.
    pub(super) fn sort_by_name<T>(&self, items: &mut [T], name: impl Fn(&T) -> &str) {
        let alphabet = Alphabet::of(&self.story.article.language);
        items.sort_by(|one, other| alphabet.compare(name(one), name(other)));
    }

    /// A page on which nothing has been laid out yet.
    pub fn new(
        story: &'a Story,
        site: &'a str,
        words: &'static Words,
        drawing: &'a Drawing,
        assets: &'a Assets,
        place: Place<'a>,
    ) -> Self {
        let (referred, explained) = (RefCell::default(), RefCell::default());
        let language = &story.article.language;
        let (labels, composer) = (labels::in_language(language), composer::in_language(language));
        Self { story, site, words, labels, composer, drawing, assets, place, referred, explained }
    }

    /// The same page after another of the same story was laid out, to whose references it leads back.
    #[must_use]
    pub fn after(self, other: &Self) -> Self {
        *self.referred.borrow_mut() = other.referred.borrow().clone();
        self
    }

    /// The way to a part of the story.
    pub(super) fn story_part(&self, fragment: &str) -> String {
        match self.place.kind {
            PageKind::Evidence => format!("{}{}/#{fragment}", self.place.root, self.story.slug),
            PageKind::Story | PageKind::Panel(_) | PageKind::Single => format!("#{fragment}"),
        }
    }

    /// The way to a claim, a term or a publication; to the page of all of them for an empty fragment.
    pub(super) fn evidence(&self, fragment: &str) -> String {
        match self.place.kind {
            PageKind::Evidence | PageKind::Single => format!("#{fragment}"),
            PageKind::Story | PageKind::Panel(_) if fragment.is_empty() => self.evidence_page(),
            PageKind::Story | PageKind::Panel(_) => format!("{}#{fragment}", self.evidence_page()),
        }
    }

    /// The way to the page of what the story rests on.
    pub(super) fn evidence_page(&self) -> String {
        let home = format!("{}/", self.story.slug);
        match self.place.path.strip_prefix(&home) {
            Some("") => "./sources/".into(),
            _ => format!("{}{home}sources/", self.place.root),
        }
    }

    /// The panel that stands alone here; nothing for a whole page.
    pub(super) fn alone(&self) -> Option<Panel> {
        match self.place.kind {
            PageKind::Panel(panel) => Some(panel),
            _ => None,
        }
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
    pub(super) fn parts(&self) -> Vec<(&'static str, String)> {
        let (story, words) = (self.story, self.words);
        let reactions = words.reactions_of(story);
        let parts = [
            ("faq", words.faq, story.questions.is_empty()),
            ("reactions", &reactions, story.actors.is_empty()),
            ("timeline", words.timeline, story.events.is_empty()),
            ("figures", words.figures, story.figures.is_empty()),
            ("related", words.related, story.related.is_empty()),
            (id::COMMENTS, words.comments, false),
            ("sources", words.how_we_know, false),
            ("history", words.history, false),
        ];
        parts.into_iter().filter(|(_, _, empty)| !empty).map(|(id, heading, _)| (id, heading.to_owned())).collect()
    }

    /// What a stance is called in this story.
    pub(super) fn stance(&self, stance: Stance) -> String {
        self.story.wording.stance(stance).unwrap_or_else(|| self.words.stance(stance)).to_owned()
    }

    /// Whether a part of the page has something to show.
    pub(super) fn shows(&self, part: &str) -> bool {
        self.parts().iter().any(|(id, _)| *id == part)
    }
}
