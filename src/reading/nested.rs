//! Reading Markdown's lists and tables, item by item and row by row.
//!
//! Deliberately absent: an item's or a cell's own words, which `inline` reads.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::lookalikes;
use super::markdown::Reader;
use super::problem::Complaint;
use crate::story::{Block, Text};

impl Reader<'_> {
    /// The items of a list whose first has that number, if it has one.
    pub(super) fn items(&mut self, first: Option<u64>, depth: usize) -> Vec<Vec<Block>> {
        let mut items = Vec::new();
        while let Some((event, span)) = self.next() {
            match event {
                Event::Start(Tag::Item) => {
                    if first.is_some() {
                        self.hold_to_number(&span, items.len() + 1);
                    }
                    items.push(self.item(depth));
                }
                Event::End(TagEnd::List(_)) => break,
                _ => {}
            }
        }
        items
    }

    /// An item's blocks. In a list without blank lines its words come without a paragraph around them.
    fn item(&mut self, depth: usize) -> Vec<Block> {
        let mut blocks = Vec::new();
        let mut loose = Text::new();
        self.uncovered = None;
        while let Some((event, span)) = self.next() {
            if matches!(event, Event::End(TagEnd::Item)) {
                break;
            }
            if opens_block(&event) {
                self.close_loose(&mut loose, &mut blocks);
                let inner = self.block(event, &span, depth);
                blocks.extend(inner);
            } else {
                self.inline(event, &span, depth, &mut loose);
            }
        }
        self.close_loose(&mut loose, &mut blocks);
        blocks
    }

    /// Complains of an item that readers would see with another number. Where all are 1, they are counted.
    fn hold_to_number(&self, span: &Range<usize>, counted: usize) {
        let raw = self.passage.text.get(span.clone()).unwrap_or_default();
        // Below another item it begins with the blanks that set it apart.
        let mark = raw.trim_start();
        let start = span.start + raw.len() - mark.len();
        let digits: String = mark.chars().take_while(char::is_ascii_digit).collect();
        let number: Option<usize> = digits.parse().ok();
        if !number.is_some_and(|number| number == 1 || number == counted) {
            let end = mark.get(digits.len()..).and_then(|rest| rest.chars().next()).unwrap_or('.');
            let complaint = Complaint::new(
                format!("this is number {counted} of a list, and would be shown so, not as {digits}"),
                format!("shown as {counted}"),
                format!(
                    "where it is no list, as with a year or a day, write {digits}\\{end} with a backslash; a list is counted from 1, and what belongs to one of its entries is indented by three spaces"
                ),
            );
            self.complain(&(start..start + digits.len() + 1), complaint);
        }
    }

    fn close_loose(&mut self, loose: &mut Text, blocks: &mut Vec<Block>) {
        if !loose.is_empty() {
            let text = std::mem::take(loose);
            self.hold_paragraph_to_claim(&text);
            blocks.push(Block::Paragraph(text));
        }
    }

    pub(super) fn table(&mut self, depth: usize) -> Block {
        let (mut head, mut rows) = (Vec::new(), Vec::new());
        while let Some((event, span)) = self.next() {
            match event {
                Event::Start(Tag::TableHead) => head = self.cells(depth),
                Event::Start(Tag::TableRow) => {
                    self.uncovered = None;
                    let cells = self.cells(depth);
                    lookalikes::refuse_more_cells(self, &span, head.len());
                    self.hold_to_claim();
                    rows.push(cells);
                }
                Event::End(TagEnd::Table) => break,
                _ => {}
            }
        }
        Block::Table { head, rows }
    }

    fn cells(&mut self, depth: usize) -> Vec<Text> {
        let mut cells = Vec::new();
        while let Some((event, _)) = self.next() {
            match event {
                Event::Start(Tag::TableCell) => cells.push(self.inlines(depth)),
                Event::End(TagEnd::TableHead | TagEnd::TableRow) => break,
                _ => {}
            }
        }
        cells
    }
}

fn opens_block(event: &Event<'_>) -> bool {
    matches!(
        event,
        Event::Rule
            | Event::Start(
                Tag::Paragraph
                    | Tag::Heading { .. }
                    | Tag::List(_)
                    | Tag::Table(_)
                    | Tag::BlockQuote(_)
                    | Tag::HtmlBlock
                    | Tag::CodeBlock(_)
                    | Tag::FootnoteDefinition(_)
            )
    )
}
