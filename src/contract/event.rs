//! Events of ours, which pass between the islands and the scripts.
//!
//! Deliberately absent: what is posted to the host of a frame; `docs/embedding.md` has that.

names! {
    /// Happens to the root of an island that has failed, when the loader has a reason to have it tried again.
    RETRY = "backgrounder:retry";
    /// Happens to the document when the reader has chosen something, whose fragment without its `#` is the detail:
    /// frame-later.js tells the host of it.
    SELECT = "backgrounder:select";
}
