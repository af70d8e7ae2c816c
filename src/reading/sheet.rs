//! One file while it is read, and the log in which all files note their
//! problems, the ids that they define and the ids that they refer to.
//!
//! Deliberately absent: stopping at a problem. Reading goes on, so that an editor sees all of them.

use std::cell::RefCell;
use std::collections::HashMap;
use std::ops::Range;

use super::problem::{Complaint, Problem};
use super::signs;

/// How many mistakes of one file are told at once. Who has pasted a long text mends it at one stroke.
const MOST: usize = 100;

/// How far a mark may be from the one that closes it, in bytes. No mark of a text is farther, and to look to the end of a
/// long line for each would take long.
const REACH: usize = 300;

/// The beginning of a text, as far as marks belong together.
pub(super) fn near(text: &str) -> &str {
    text.get(..floor(text, REACH)).unwrap_or(text)
}

/// What an id can name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Kind {
    Actor,
    Claim,
    Era,
    Event,
    Figure,
    Place,
    Question,
    Section,
    Source,
    Story,
    Term,
}

impl Kind {
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Actor => "actor",
            Self::Claim => "claim",
            Self::Era => "era",
            Self::Event => "event",
            Self::Figure => "figure",
            Self::Place => "place",
            Self::Question => "question",
            Self::Section => "section",
            Self::Source => "source",
            Self::Story => "story",
            Self::Term => "term",
        }
    }

    /// The file that defines things of this kind.
    pub(super) fn file(self) -> &'static str {
        match self {
            Self::Actor => "actors.toml",
            Self::Claim => "claims.toml",
            Self::Era | Self::Event => "timeline.toml",
            Self::Figure | Self::Place => "story.toml",
            Self::Question => "faq.md",
            Self::Section => "article.md",
            Self::Source => "sources.toml",
            Self::Story => "",
            Self::Term => "glossary.toml",
        }
    }

    /// How to define a thing of this kind.
    pub(super) fn remedy(self, id: &str) -> String {
        match self {
            Self::Actor => format!("add an [[actor]] with id = \"{id}\" to actors.toml"),
            Self::Claim => format!("add a [[claim]] with id = \"{id}\" to claims.toml"),
            Self::Era => format!("add an [[era]] with id = \"{id}\" to timeline.toml"),
            Self::Event => format!("add an [[event]] with id = \"{id}\" to timeline.toml"),
            Self::Figure => format!("add a [[figure]] with id = \"{id}\" to story.toml"),
            Self::Place => format!("add a [[map.place]] with id = \"{id}\" to story.toml"),
            Self::Question => format!("add a question with {{#{id}}} to faq.md"),
            Self::Section => format!("add a section with {{#{id}}} to article.md"),
            Self::Source => format!("add a [[source]] with id = \"{id}\" to sources.toml"),
            Self::Story => format!("add the folder {id} to the stories, or link to something else"),
            Self::Term => format!("add a [[term]] with id = \"{id}\" to glossary.toml"),
        }
    }
}

/// A mention of an id.
#[derive(Debug, Clone)]
pub(super) struct Mention {
    pub kind: Kind,
    pub id: String,
    pub file: &'static str,
    pub span: Range<usize>,
}

/// What all files of a story have noted so far.
#[derive(Debug, Default)]
pub(super) struct Log {
    pub problems: Vec<Problem>,
    /// Where each id is defined: the file, and the byte at which it stands.
    pub defined: HashMap<(Kind, String), (&'static str, usize)>,
    pub mentions: Vec<Mention>,
    /// What stands in brackets alone, and is meant as a claim if there is one of that id.
    pub suspects: Vec<Mention>,
    /// Files of which nothing could be read, so that nobody knows what they would have defined.
    pub unreadable: Vec<&'static str>,
}

/// One file while it is read.
#[derive(Clone, Copy)]
pub(super) struct Sheet<'a> {
    pub name: &'static str,
    pub text: &'a str,
    pub log: &'a RefCell<Log>,
}

impl Sheet<'_> {
    /// Notes that something is wrong with the bytes of `span`.
    pub(super) fn complain(&self, span: Range<usize>, complaint: Complaint) {
        let Complaint { message, label, remedy } = complaint;
        if self.log.borrow().problems.iter().filter(|problem| problem.file == self.name).count() >= MOST {
            return;
        }
        let span = Some(self.within(span));
        let problem = Problem { file: self.name.into(), span, message, label, remedy };
        self.log.borrow_mut().problems.push(problem);
    }

    /// Notes that nothing of the file can be read.
    pub(super) fn give_up(&self) {
        self.log.borrow_mut().unreadable.push(self.name);
    }

    /// Notes that something is wrong with the file as a whole.
    pub(super) fn complain_whole(&self, message: impl Into<String>, remedy: impl Into<String>) {
        let problem = Problem {
            file: self.name.into(),
            span: None,
            message: message.into(),
            label: String::new(),
            remedy: remedy.into(),
        };
        self.log.borrow_mut().problems.push(problem);
    }

    /// Notes that `id` is defined here, and complains if it was already, or is no id at all.
    pub(super) fn define(&self, kind: Kind, id: &str, span: Range<usize>) {
        if !is_id(id) {
            self.complain(span, not_an_id(id));
            return;
        }
        let earlier = self.log.borrow_mut().defined.insert((kind, id.to_owned()), (self.name, span.start));
        if let Some((file, start)) = earlier {
            // What is of one kind is all in one file.
            let (name, line) = (kind.name(), self.line_of(start));
            self.complain(
                span,
                Complaint::new(
                    format!("the {name} `{id}` is there twice"),
                    format!("first in {file}, line {line}"),
                    format!("give one of the two another id; if they are the same {name}, delete one"),
                ),
            );
        }
    }

    /// Notes that `id` is referred to here; whether it exists is checked when all files are read.
    pub(super) fn mention(&self, kind: Kind, id: &str, span: Range<usize>) {
        let mention = Mention { kind, id: id.to_owned(), file: self.name, span: self.within(span) };
        self.log.borrow_mut().mentions.push(mention);
    }

    /// Notes that `id` stands here in brackets alone.
    pub(super) fn suspect(&self, id: &str, span: Range<usize>) {
        let suspect = Mention { kind: Kind::Claim, id: id.to_owned(), file: self.name, span: self.within(span) };
        self.log.borrow_mut().suspects.push(suspect);
    }

    fn line_of(&self, offset: usize) -> usize {
        self.text.as_bytes().iter().take(offset).filter(|byte| **byte == b'\n').count() + 1
    }

    /// The span, moved onto the file and onto whole characters.
    fn within(&self, span: Range<usize>) -> Range<usize> {
        let start = floor(self.text, span.start);
        let end = floor(self.text, span.end).max(start);
        start..end
    }
}

fn floor(text: &str, offset: usize) -> usize {
    let mut offset = offset.min(text.len());
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    offset
}

fn not_an_id(id: &str) -> Complaint {
    Complaint::new(
        format!("`{id}` is not an id"),
        signs::wrong_in_id(id).unwrap_or_else(|| "a hyphen too many".into()),
        "use lower-case letters, digits and single hyphens, as in `tunnel-opened`",
    )
}

/// Whether these are lower-case letters, digits and single hyphens between them.
pub(super) fn is_id(id: &str) -> bool {
    !id.is_empty()
        && id
            .split('-')
            .all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit()))
}
