//! Reading Markdown into the text of a story, and holding every statement to a claim.
//!
//! Deliberately absent: raw HTML, images and code, which are refused with a remedy.

use std::iter::Peekable;
use std::ops::Range;

use pulldown_cmark::{Event, HeadingLevel, OffsetIter, Options, Parser, Tag, TagEnd};

use super::passage::Passage;
use super::problem::Complaint;
use super::sheet::Sheet;
use super::{foreign, headings, lookalikes, marks};
use crate::story::{Block, Text};

/// Whether what is said must be tied to a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cover {
    /// Every paragraph, list item and table row ends with a claim.
    Claims,
    /// The same, but a paragraph that is wholly in emphasis is the editors' own voice.
    ClaimsOrVoice,
    /// None is asked for.
    Free,
}

/// A piece of a Markdown file, from the top.
pub(super) enum Piece {
    /// A `##` heading, which opens a section or a question.
    Opening(Opening),
    /// A block quote.
    Quote(Text, Range<usize>),
    /// A line of three or more hyphens or stars.
    Rule(Range<usize>),
    /// Anything else.
    Block(Block, Range<usize>),
}

/// A `##` heading and what its braces say.
pub(super) struct Opening {
    pub title: String,
    pub id: Option<String>,
    pub attributes: Vec<(String, String)>,
    pub span: Range<usize>,
}

/// How deep lists and marks may be nested.
pub(super) const DEEPEST: usize = 6;

/// Reads a Markdown file's text into its pieces.
pub(super) fn pieces(sheet: Sheet<'_>, passage: &Passage<'_>, cover: Cover) -> Vec<Piece> {
    let mut reader = Reader::new(sheet, passage, cover);
    let mut pieces = Vec::new();
    while let Some((event, span)) = reader.next() {
        match event {
            Event::Start(Tag::Heading { level: HeadingLevel::H2, id, attrs, classes }) => {
                if !classes.is_empty() {
                    reader.complain(&span, headings::no_braces());
                }
                pieces.push(Piece::Opening(reader.opening(id, attrs, span)));
            }
            Event::Start(Tag::BlockQuote(_)) => {
                let text = reader.quote();
                pieces.push(Piece::Quote(text, passage.span(span)));
            }
            Event::Rule => pieces.push(Piece::Rule(passage.span(span))),
            event => {
                let blocks = reader.block(event, &span, 0);
                pieces.extend(blocks.into_iter().map(|block| Piece::Block(block, passage.span(span.clone()))));
            }
        }
    }
    pieces
}

/// Reads one paragraph's worth of Markdown.
pub(super) fn paragraph(sheet: Sheet<'_>, passage: &Passage<'_>, cover: Cover) -> Text {
    let mut reader = Reader::new(sheet, passage, cover);
    let mut text = Text::new();
    while let Some((event, span)) = reader.next() {
        let blocks = reader.block(event, &span, 0);
        for block in blocks {
            match block {
                Block::Paragraph(found) if text.is_empty() => text = found,
                _ => sheet.complain(
                    passage.span(span.clone()),
                    Complaint::new(
                        "this text has more than one paragraph",
                        "too much",
                        "keep to one paragraph, without lists, tables and headings",
                    ),
                ),
            }
        }
    }
    text
}

pub(super) struct Reader<'p> {
    pub(super) sheet: Sheet<'p>,
    pub(super) passage: &'p Passage<'p>,
    events: Peekable<OffsetIter<'p>>,
    pub(super) cover: Cover,
    /// What has been said since the last claim.
    pub(super) uncovered: Option<Range<usize>>,
}

impl<'p> Reader<'p> {
    fn new(sheet: Sheet<'p>, passage: &'p Passage<'p>, cover: Cover) -> Self {
        marks::refuse_marks(sheet, passage);
        foreign::refuse_foreign(sheet, passage);
        let options = Options::ENABLE_TABLES
            | Options::ENABLE_OLD_FOOTNOTES
            | Options::ENABLE_HEADING_ATTRIBUTES
            | Options::ENABLE_SMART_PUNCTUATION;
        let parser = Parser::new_ext(passage.text, options);
        for (_, definition) in parser.reference_definitions().iter() {
            sheet.complain(passage.span(definition.span.clone()), address_apart());
        }
        let events = parser.into_offset_iter().peekable();
        Self { sheet, passage, events, cover, uncovered: None }
    }

    pub(super) fn next(&mut self) -> Option<(Event<'p>, Range<usize>)> {
        self.events.next()
    }

    pub(super) fn complain(&self, span: &Range<usize>, complaint: Complaint) {
        self.sheet.complain(self.passage.span(span.clone()), complaint);
    }

    pub(super) fn refuse(&self, span: &Range<usize>, what: &str, remedy: &str) {
        self.complain(span, Complaint::new(format!("{what} is not allowed in a story"), "refused", remedy));
    }

    /// A summary, which has claims as everything has: it can be all that is read.
    fn quote(&mut self) -> Text {
        let cover = std::mem::replace(&mut self.cover, Cover::Claims);
        let mut text = Text::new();
        while let Some((event, span)) = self.next() {
            if matches!(event, Event::End(TagEnd::BlockQuote(_))) {
                break;
            }
            for block in self.block(event, &span, 1) {
                match block {
                    Block::Paragraph(found) if text.is_empty() => text = found,
                    _ => self.complain(
                        &span,
                        Complaint::new("this summary has more than one paragraph", "too much", "keep to one sentence"),
                    ),
                }
            }
        }
        self.cover = cover;
        text
    }

    /// The blocks that this event opens: one as a rule, none where it is refused.
    pub(super) fn block(&mut self, event: Event<'p>, span: &Range<usize>, depth: usize) -> Vec<Block> {
        match event {
            Event::Start(Tag::Paragraph) => {
                self.uncovered = None;
                let text = self.inlines(depth);
                if lookalikes::refuse_plain_paragraph(self, span) {
                    self.uncovered = None;
                }
                self.hold_paragraph_to_claim(&text);
                vec![Block::Paragraph(text)]
            }
            Event::Start(Tag::Heading { level, id, classes, attrs }) => {
                if id.is_some() || !classes.is_empty() || !attrs.is_empty() {
                    self.complain(span, headings::no_braces());
                }
                vec![self.heading(level, span, depth)]
            }
            Event::Start(Tag::List(first)) => {
                if depth >= DEEPEST {
                    self.complain(span, too_deep());
                    self.skip();
                    return Vec::new();
                }
                vec![Block::List { ordered: first.is_some(), items: self.items(first, depth + 1) }]
            }
            Event::Start(Tag::Table(_)) => vec![self.table(depth)],
            Event::Start(Tag::BlockQuote(_)) => {
                self.refuse(
                    span,
                    "a block quote here",
                    "keep block quotes for the summary right below a section's heading",
                );
                self.skip();
                Vec::new()
            }
            Event::Start(Tag::HtmlBlock) => {
                self.refuse(span, "raw HTML", "write Markdown; a `<` that is meant as such is written \\<");
                self.skip();
                Vec::new()
            }
            Event::Start(Tag::CodeBlock(_)) => {
                self.refuse(span, "code", "begin the line without four spaces or backquotes");
                self.skip();
                Vec::new()
            }
            Event::Start(Tag::FootnoteDefinition(_)) => {
                self.refuse(
                    span,
                    "a footnote's text",
                    "add a [[claim]] of that id to claims.toml and keep the reference",
                );
                self.skip();
                Vec::new()
            }
            Event::Rule => {
                self.refuse(span, "a rule here", "delete it; below a section's key points a line --- stands by itself");
                Vec::new()
            }
            Event::Start(_) => {
                self.skip();
                Vec::new()
            }
            _ => Vec::new(),
        }
    }

    /// Passes over what has just been opened.
    pub(super) fn skip(&mut self) {
        let mut open = 1_usize;
        while open > 0 {
            match self.next() {
                Some((Event::Start(_), _)) => open += 1,
                Some((Event::End(_), _)) => open -= 1,
                Some(_) => {}
                None => break,
            }
        }
    }
}

fn address_apart() -> Complaint {
    Complaint::new(
        "this line is no text: it is an address for links elsewhere",
        "not shown to readers",
        "write the address in the link itself, as in [the report](https://example.org/report)",
    )
}

pub(super) fn too_deep() -> Complaint {
    Complaint::new("this is nested too deeply", "too deep", format!("nest lists and marks at most {DEEPEST} deep"))
}
