//! The words of what stands beside the section that is being read, which are in the wasm.
//!
//! Deliberately absent: dates, which are said as everywhere (`facts`).

/// The words in one language.
pub struct Words {
    /// Names what belongs to the section being read.
    pub beside_the_section: &'static str,
    /// Above what belongs to the section being read.
    pub beside_this_section: &'static str,
    /// Names the map of those whom the section names.
    pub map: &'static str,
    /// Before the events to which the section links.
    pub when: &'static str,
    /// Before the questions that belong to the section.
    pub ask: &'static str,
}

static ENGLISH: Words = Words {
    beside_the_section: "Beside the section being read",
    beside_this_section: "Beside this section",
    map: "Map of those whom the section names",
    when: "When",
    ask: "Ask",
};

/// The words in a language; English where there are none.
pub fn in_language(_language: &str) -> &'static Words {
    &ENGLISH
}
