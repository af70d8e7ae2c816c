//! The words of the line of time, which are in the wasm.
//!
//! Deliberately absent: dates and years, which the build writes.

/// The words in one language.
pub struct Words {
    /// Names the links to the eras.
    pub eras: &'static str,
    /// Below the line: what its marks mean.
    pub note: &'static str,
}

static ENGLISH: Words = Words {
    eras: "Periods",
    note: "Every dot is an event. A bar covers the days that a date may mean; a dashed dot is uncertain. Hollow dots, after the dashed line, came after this account.",
};

/// The words in a language; English where there are none.
pub fn in_language(_language: &str) -> &'static Words {
    &ENGLISH
}
