//! Views that answer to the reader. Each has a pure `state` beside it.
//!
//! Deliberately absent: the text of a story. It stands in the page, is passed
//! through as children, and is read from there when an island wakes, so that
//! the wasm does not grow with the stories.

pub mod axis;
pub mod comments;
pub mod companion;
pub mod depth;
pub mod embed;
pub mod faq;
pub mod following;
pub mod ledger;
pub mod map;
pub mod note;
pub mod reactions;
pub mod timeline;

mod event;
mod frame;

pub use axis::Axis;
pub use comments::Comments;
pub use companion::Companion;
pub use depth::Depth;
pub use embed::Embed;
pub use event::Event;
pub use faq::Faq;
pub use following::Following;
pub use ledger::Ledger;
pub use map::Map;
pub use note::Note;
pub use reactions::Reactions;
pub use timeline::Timeline;
