//! Every string of the interface, in one place for each language.
//!
//! Deliberately absent: the text of the stories, and guessing a reader's
//! language: a page speaks the language of its story.

pub mod axis;
pub mod beside;
pub mod comments;
pub mod composer;
pub mod embedding;
pub mod facts;
pub mod following;
pub mod labels;
pub mod page;
pub mod tools;
