//! Views that are only read: a story laid out as one page.
//!
//! Deliberately absent: files, addresses of assets and country outlines, which
//! `site` brings, and whatever answers to the reader, which is in `islands`.

mod alphabet;
mod article;
mod aside;
mod axis;
mod bars;
mod card;
mod chart;
mod choice;
mod comments;
mod companion;
mod document;
mod drawing;
mod edition;
mod embed;
mod evidence;
mod examples;
mod faq;
mod figures;
mod glossary;
mod head;
mod landmarks;
mod map;
mod notes;
mod panel;
mod reactions;
mod reading_bar;
mod related;
mod sources;
mod stances;
mod statements;
mod table;
mod text;
mod timeline;
mod units;

pub use axis::{Row, Scale, Span, Tick, heights, readable, rows};
pub use chart::{Plot, Segment, steps};
pub use choice::{Choice, Theme, choices};
pub use document::{beside, embeds, line, render, render_choice, render_examples, world};
pub use drawing::{Anchor, Bounds, Drawing, Label, Mark, Named, Scene, Shape, Sheet, Spot, overlap};
pub use edition::{Assets, Edition, PageKind, Place};
pub use panel::{Panel, panels};
pub use units::{Picture, Squares, Units, units};
