//! The names that pages, islands, styles and scripts share: attributes, events and ids. Rust uses the constants; the
//! names of attributes in `view!`, style sheets and scripts, which can use none, are held to them by
//! `tests/native/contract.rs`.
//!
//! Deliberately absent: names that only one of them knows, classes, and what the values of attributes mean to a story.

/// Declares names as constants, and lists them all for the test that holds the others to them.
macro_rules! names {
    ($($(#[$meaning:meta])* $name:ident = $value:literal;)+) => {
        $($(#[$meaning])* pub const $name: &str = $value;)+

        /// Every name: what its constant is called, and what it is.
        pub const ALL: &[(&str, &str)] = &[$((stringify!($name), $value)),+];
    };
}

pub mod attribute;
pub mod event;
pub mod id;
