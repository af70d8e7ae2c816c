//! Reading the text of a paragraph, and noting what in it no claim covers.
//!
//! Deliberately absent: blocks, which are `markdown`'s.

use std::ops::Range;

use pulldown_cmark::{Event, Tag};

use super::links;
use super::lookalikes;
use super::markdown::{Cover, DEEPEST, Reader, too_deep};
use super::problem::{Complaint, NO_CLAIM, NO_MARK};
use super::quotes;
use super::sheet::{Kind, near};
use super::signs;
use crate::story::{ClaimId, Inline, Text, plain};

impl<'p> Reader<'p> {
    /// The inline text up to the end of what is open.
    pub(super) fn inlines(&mut self, depth: usize) -> Text {
        let mut text = Text::new();
        while let Some((event, span)) = self.next() {
            if matches!(event, Event::End(_)) {
                break;
            }
            self.inline(event, &span, depth, &mut text);
        }
        text
    }

    pub(super) fn inline(&mut self, event: Event<'p>, span: &Range<usize>, depth: usize, text: &mut Text) {
        match event {
            Event::Text(words) => {
                self.say(&words, span);
                self.refuse_left_stars(span);
                signs::refuse_decoded(self.sheet, &words, self.passage.span(span.clone()));
                if !self.refuse_half_link(span) {
                    lookalikes::refuse_half_reference(self, span);
                }
                add_words(text, quotes::mended(&words, self.passage.text, span));
            }
            Event::SoftBreak | Event::HardBreak => add_words(text, " "),
            Event::FootnoteReference(id) => {
                self.uncovered = None;
                self.sheet.mention(Kind::Claim, &id, self.passage.span(span.clone()));
                text.push(Inline::Claim(ClaimId::new(id.into_string())));
            }
            Event::Start(_) if depth >= DEEPEST => {
                self.complain(span, too_deep());
                self.skip();
            }
            Event::Start(Tag::Emphasis) => {
                self.refuse_within_word(span);
                text.push(Inline::Emphasis(self.inlines(depth + 1)));
            }
            Event::Start(Tag::Strong) => {
                self.refuse_within_word(span);
                text.push(Inline::Strong(self.inlines(depth + 1)));
            }
            Event::Start(Tag::Link { dest_url, title, .. }) => {
                if !title.is_empty() {
                    self.complain(
                        span,
                        Complaint::new(
                            "the title of this link would be shown to nobody",
                            "a title behind the address",
                            "say it in the text, and leave the title out",
                        ),
                    );
                }
                self.link(&dest_url, span, depth, text);
            }
            Event::Start(Tag::Image { .. }) => {
                self.refuse(span, "an image", "say in words what it shows");
                self.skip();
            }
            Event::Code(_) => self.refuse(span, "code", "leave the backquotes out"),
            Event::Html(_) | Event::InlineHtml(_) => {
                self.refuse(span, "raw HTML", "write Markdown; a `<` that is meant as such is written \\<");
            }
            Event::Start(_) => self.skip(),
            _ => {}
        }
    }

    fn link(&mut self, to: &str, span: &Range<usize>, depth: usize, text: &mut Text) {
        let target = links::target(&self.sheet, to, self.passage.span(span.clone()));
        let inner = self.inlines(depth + 1);
        if plain(&inner).trim().is_empty() {
            self.complain(
                span,
                Complaint::new(
                    "this link has no words",
                    "nothing to follow",
                    "write its words between the brackets, or delete it",
                ),
            );
        }
        match target {
            Some(to) => text.push(Inline::Link { to, text: inner }),
            None => text.extend(inner),
        }
    }

    /// Complains of two stars that are no emphasis, most often since a space stands within them.
    fn refuse_left_stars(&self, span: &Range<usize>) {
        let text = self.passage.text;
        let Some(at) = text.get(span.clone()).and_then(|words| words.find('*')).map(|at| span.start + at) else {
            return;
        };
        let (before, rest) = text.split_at(at);
        let doubled = rest.starts_with("**") || before.ends_with('*') && !before.ends_with("\\*");
        if doubled && !before.ends_with('\\') && !before.ends_with("**") {
            let start = at - usize::from(before.ends_with('*'));
            self.complain(
                &(start..start + 2),
                Complaint::new(
                    "these stars are no emphasis",
                    NO_MARK,
                    "take the space between the stars and the words out; where stars are meant, write \\*\\*",
                ),
            );
        }
    }

    /// Complains of emphasis that begins or ends within a word: the stars are lost, and most often were meant.
    fn refuse_within_word(&self, span: &Range<usize>) {
        let text = self.passage.text;
        let is_letter = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
        let before = text.get(..span.start).and_then(|before| before.chars().next_back());
        let after = text.get(span.end..).and_then(|after| after.chars().next());
        if is_letter(before) || is_letter(after) {
            self.complain(
                span,
                Complaint::new(
                    "this emphasis begins or ends within a word",
                    "the stars would be lost",
                    "where stars are meant, as in f\\*\\*k, write a backslash before each; else set whole words in emphasis",
                ),
            );
        }
    }

    /// Complains of what looks like the second half of a link and is none; says whether it did.
    fn refuse_half_link(&self, span: &Range<usize>) -> bool {
        let text = self.passage.text;
        // The bracket may be the last of these words, and its parenthesis the first of the next.
        let Some(at) = text.get(span.start..text.len().min(span.end + 1)).and_then(|words| words.find("](")) else {
            return false;
        };
        let start = span.start + at;
        let rest = &text[start..];
        if text[..start].ends_with('\\') {
            return false;
        }
        // Up to the parenthesis that closes, or to the end of the line.
        let line = near(rest).lines().next().unwrap_or_default();
        let length = line.find(')').map_or(line.len(), |end| end + 1);
        self.complain(
            &(start..start + length),
            Complaint::new(
                "this is no link, and would be shown to readers as it stands",
                "not where a link leads",
                "write it without spaces, as in [the opening](event:tunnel-opened) or [the report](https://example.org/report); where brackets are meant, write \\](",
            ),
        );
        true
    }

    /// Notes that something was said which no claim covers yet.
    fn say(&mut self, words: &str, span: &Range<usize>) {
        if words.chars().any(char::is_alphanumeric) {
            let start = self.uncovered.as_ref().map_or(span.start, |earlier| earlier.start);
            self.uncovered = Some(start..span.end);
        }
    }

    /// Complains if a paragraph says something that no claim covers.
    pub(super) fn hold_paragraph_to_claim(&mut self, text: &[Inline]) {
        if self.cover == Cover::ClaimsOrVoice && matches!(text, [Inline::Emphasis(_)]) {
            self.uncovered = None;
        }
        self.hold_to_claim();
    }

    /// Complains if something was said that no claim covers.
    pub(super) fn hold_to_claim(&mut self) {
        let Some(uncovered) = self.uncovered.take() else {
            return;
        };
        if self.cover != Cover::Free {
            let raw = self.passage.text.get(uncovered.clone()).unwrap_or_default();
            let start =
                uncovered.start + (raw.len() - raw.trim_start_matches(|letter: char| !letter.is_alphanumeric()).len());
            self.complain(
                &(start..uncovered.end),
                Complaint::new(
                    "this statement has no claim",
                    NO_CLAIM,
                    match self.cover {
                        Cover::ClaimsOrVoice => "end it with a claim, as in `…opened in May.[^tunnel-opened]`; if the whole paragraph is the editors' own voice, set it in *emphasis*",
                        _ => "end it with a claim, as in `…opened in May.[^tunnel-opened]`",
                    },
                ),
            );
        }
    }
}

fn add_words(text: &mut Text, words: &str) {
    match text.last_mut() {
        Some(Inline::Words(before)) => before.push_str(words),
        _ => text.push(Inline::Words(words.to_owned())),
    }
}
